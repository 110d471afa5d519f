import type { Clock, LocalTime } from '../domain/calendar.js'
import { isoInstant } from '../domain/calendar.js'
import type { PhoneReader } from '../domain/handle.js'
import type { Model } from '../domain/standing/model.js'
import type { Store } from '../store/store.js'

/** What every use case is handed. */
export interface Deps {
  store: Store
  clock: Clock
  /** ISO 3166 code of the country whose way of writing phone numbers is the user's. */
  country: string
  /** By what clients are judged, and the base currency. */
  model: Model
  /** What was typed, for the journal. */
  command: string
  /** Told that a client was named that has gone into another. */
  onGone?: (typed: string, id: number, name: string) => void
}

export const localNow = ({ clock }: Deps): LocalTime => clock.toLocal(clock.now())

/** Time and command of the operation that a use case is about to write. */
export const entryOf = ({ clock, command }: Deps): { at: string; command: string } => ({
  at: isoInstant(clock.now()),
  command,
})

/** The reader of phone numbers in the user's country; its metadata is loaded when it is first needed. */
export async function phoneReader(country: string): Promise<PhoneReader> {
  const { toE164 } = await import('../domain/phone.js')
  return (typed) => toE164(typed, country)
}
