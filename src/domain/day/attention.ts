import type { CivilDate } from '../calendar.js'

/**
 * What was done about a reason that no row of its own stands for. `about` is the code of the reason (`waits`, `rhythm`, `unpaid` …),
 * `holiday`, `first-order`, `gift`, or `call` for a client who was put off altogether. `mark` tells this time from another: the instant of the
 * contact that waits, the day an order was expected, the order, the day of the occasion …
 */
export interface Attention {
  about: string
  mark: string
  state: 'done' | 'skipped' | 'snoozed'
  snoozed_until: CivilDate | null
  /** Why it was skipped; of `call`, a JSON array of the codes of the reasons. */
  why: string | null
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  at: string
}
