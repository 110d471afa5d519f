import type { CivilDate } from '../calendar.js'
import type { Consent } from '../client.js'
import type { CallCode, Held } from './reason.js'

/** What decides whether a client may be touched on a day. */
export interface Touchable {
  /** The answer that holds for calls. */
  consent: Consent | null
  archived: boolean
  /** The day on which a paused client comes back. */
  paused_until: CivilDate | null
  /** We turned to it last: better to give it time until this day. */
  rests_until: CivilDate | null
  /** By its own rhythm an order is not due before this day. */
  due_from: CivilDate | null
  /** The instant of our last contact today that reached it; null when there was none. */
  reached_at: string | null
}

export type Untouchable = 'archived' | Held | 'called-today'

/** Why an explicit promise to call should not be kept by calling just now; null when it may. */
export function heldOf(
  { consent, paused_until }: Pick<Touchable, 'consent' | 'paused_until'>,
  today: CivilDate,
): Held | null {
  if (consent === 'no') return 'opted-out'
  return paused_until !== null && paused_until > today ? 'paused' : null
}

/** Why nothing that nobody wrote down may bring this client on the list of the day; null when it may. */
export function untouchable(client: Touchable, today: CivilDate): Untouchable | null {
  if (client.archived) return 'archived'
  return heldOf(client, today) ?? (client.reached_at === null ? null : 'called-today')
}

/** Reasons that wait while a client rests: they are ours, nothing has been asked of us and no money is owed. */
const RESTING: readonly CallCode[] = ['rhythm', 'slipping', 'lead']

/**
 * Why one reason may not, though others may; null when it may. `resting`: we turned to it a few days ago. `early`: an order is
 * not due yet by its own rhythm, and touching before that annoys; only who was put under a cadence by hand or by a tag, on
 * purpose, is called all the same.
 */
export function tooSoon(
  reason: { code: CallCode; by?: 'hand' | 'tag' | 'segment' },
  { rests_until, due_from }: Pick<Touchable, 'rests_until' | 'due_from'>,
  day: CivilDate,
): 'resting' | 'early' | null {
  if (RESTING.includes(reason.code) && rests_until !== null && rests_until > day) return 'resting'
  return reason.by === 'segment' && due_from !== null && due_from > day ? 'early' : null
}
