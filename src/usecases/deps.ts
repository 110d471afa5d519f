import type { Clock, LocalTime } from '../domain/calendar.js'
import { isoInstant } from '../domain/calendar.js'
import type { GreetingRules } from '../domain/day/greeting.js'
import type { PhoneReader } from '../domain/handle.js'
import type { Model } from '../domain/standing/model.js'
import type { Store } from '../store/store.js'

/** What the settings say of calls. */
export interface Calling {
  /** Hours of clients who have none of their own, as `--hours` takes them; empty for none. */
  hours: string
  /** How long a call takes, in minutes. */
  minutes: number
  /** So many leads who were never called come on the list of a day. */
  leads: number
}

export const DEFAULT_CALLING: Calling = { hours: '', minutes: 10, leads: 10 }

/** What every use case is handed. */
export interface Deps {
  store: Store
  clock: Clock
  /** ISO 3166 code of the country whose way of writing phone numbers is the user's. */
  country: string
  /** By what clients are judged, and the base currency. */
  model: Model
  /** What holds of calls to clients of whom nothing is known; `DEFAULT_CALLING` when absent. */
  calling?: Calling
  /** When days that come back are kept and announced; `DEFAULT_GREETING` when absent. */
  greeting?: GreetingRules
  /** Who runs the program, for the log of what is taken out. */
  who?: () => string
  /** What was typed, for the journal. */
  command: string
  /** Told that a client was named that has gone into another. */
  onGone?: (typed: string, id: number, name: string) => void
  /** Told of a segment or holiday that is left out of the day because its filter cannot be read any more. */
  onUnusable?: (what: string) => void
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
