import { addDays, type CivilDate, daysBetween } from '../calendar.js'
import { moneyText } from '../money.js'
import type { Frequency, Sureness } from '../standing/standing.js'
import { WAITS_DAYS } from '../standing/waiting.js'
import type { Attention } from './attention.js'
import type { Cadence, CallReason, Fresh, OffBeat, PutOff, Unpaid, Waits } from './reason.js'
import { cadenceCountsFrom, isPutOff, isSettled, putOffReason } from './settling.js'
import { type Touchable, tooSoon, untouchable } from './untouchable.js'

/** An order that is past its date of payment. */
export interface Overdue {
  order: number
  due_on: CivilDate
  /** What is left to pay, in minor units of its currency. */
  left_minor: number
  currency: string
}

/** What reasons to call a client follow from; days are those of the user's zone. */
export interface Callable extends Touchable {
  /** The day it was entered. */
  entered_on: CivilDate
  /** Since when it waits for an answer; null when it does not. */
  waits_since: string | null
  /** It waits since a call that somebody took. */
  taken: boolean
  /** A call or a task was promised to it since it waits, and is open or done. */
  promised_since: boolean
  last_answer_at: string | null
  /** The last day on which anything passed between us, as far as contacts and orders tell. */
  last_touch_on: CivilDate | null
  expected_on: CivilDate | null
  late_from: CivilDate | null
  lost_from: CivilDate | null
  gap_median: number | null
  frequency: Frequency
  sureness: Sureness | null
  touch_on: CivilDate | null
  cadence_days: number | null
  /** The shortest cadence of a segment that it is in. */
  segment: { name: string; every: number } | null
  overdue: readonly Overdue[]
  /** A lead who was never called, and whose turn it is. */
  fresh: boolean
  /** What was done about reasons. */
  attention: readonly Attention[]
}

/** The day that is looked at, up to which day ahead, and on which day of the user's zone an instant falls. */
export interface Looking {
  today: CivilDate
  until: CivilDate
  dayOf(instant: string): CivilDate
}

const dated = (on: CivilDate, { today }: Looking): { on: CivilDate; days: number } => ({
  on,
  days: daysBetween(today, on),
})

const latest = (...days: CivilDate[]): CivilDate => days.sort().at(-1) ?? ''

/**
 * Its last contact waits for an answer for some weeks; a call that was taken from the next day on. What was promised since
 * is what the client waits for, and stands on the list by itself.
 */
export function waiting({ waits_since: since, taken, promised_since }: Callable, looking: Looking): Waits | null {
  if (since === null || promised_since) return null
  const when = dated(looking.dayOf(since), looking)
  // By the day in UTC, as all ages of contacts are counted, so that the standing can tell the last day of it.
  if (daysBetween(since.slice(0, 10), looking.today) > WAITS_DAYS || (taken && when.days >= 0)) return null
  return { code: 'waits', ...when, since, channel: '', text: null }
}

/**
 * An order is late by its own rhythm: `rhythm`, until both sides talk about it; one whole gap after the expected day a
 * regular is `slipping`, until both sides talk again. From the day it is given up it is nobody's regular any more.
 */
export function offBeat(client: Callable, looking: Looking): OffBeat | null {
  const { expected_on, late_from, lost_from, gap_median, frequency, sureness, last_answer_at } = client
  if (expected_on === null || late_from === null || lost_from === null || gap_median === null) return null
  if (late_from > looking.until || lost_from <= looking.today || sureness === 'unsure') return null
  const gap = Math.round(gap_median)
  const answered = last_answer_at?.slice(0, 10) ?? null
  const one = (code: OffBeat['code'], on: CivilDate): OffBeat | null =>
    on > looking.until || on >= lost_from || (answered !== null && answered >= on)
      ? null
      : { code, ...dated(on, looking), expected_on, gap }
  const slipsOn = addDays(expected_on, gap)
  const slipping = frequency === 'regular' ? one('slipping', latest(slipsOn, late_from)) : null
  // A day ahead on which it will slip does not hide that it is late today.
  return slipping !== null && slipping.on <= looking.today ? slipping : (one('rhythm', late_from) ?? slipping)
}

/**
 * A cadence by hand or tag (of which `touch_on` knows), else by a segment: counted from the last touch, from the day it was
 * done or skipped, or, when there was neither, from the day the client was entered.
 */
export function cadence(client: Callable, looking: Looking): Cadence | null {
  const every = client.cadence_days ?? client.segment?.every ?? null
  if (every === null) return null
  const own = client.cadence_days !== null
  const settled = cadenceCountsFrom(client.attention, looking.dayOf)
  const touched = own ? touchedOn(client, every) : client.last_touch_on
  const from = settled !== null && (touched === null || settled > touched) ? settled : (touched ?? client.entered_on)
  const on = addDays(from, every)
  if (on > looking.until) return null
  const by = own ? 'hand' : 'segment'
  return { code: 'cadence', ...dated(on, looking), every, by, name: own ? null : (client.segment?.name ?? null), from }
}

/** The standing keeps the day the cadence is due, put off by a pause when there is one. */
function touchedOn({ touch_on, paused_until, last_touch_on }: Callable, every: number): CivilDate | null {
  return touch_on === null || touch_on === paused_until ? last_touch_on : addDays(touch_on, -every)
}

const unpaid = ({ overdue }: Callable, looking: Looking): Unpaid[] =>
  overdue
    .filter(({ due_on }) => due_on < looking.today)
    .map(({ order, due_on, left_minor, currency }) => ({
      code: 'unpaid',
      ...dated(due_on, looking),
      order,
      sum: moneyText(left_minor, currency),
      what: null,
    }))

const fresh = ({ fresh: isFresh, entered_on }: Callable, looking: Looking): Fresh | null =>
  isFresh && entered_on < looking.today ? { code: 'lead', ...dated(entered_on, looking) } : null

/**
 * Why to call this client today, or up to `until`; nothing when it is not to be touched. What was done about a reason, or
 * skipped, is left out; who was put off comes back on its day, with `put-off` even when nothing else holds any more.
 */
export function callReasons(client: Callable, looking: Looking): CallReason[] {
  const { today, dayOf } = looking
  const waits = waiting(client, looking)
  const kept = untouchable(client, today)
  // Who writes after we called today wants to be answered.
  const again = kept === 'called-today' && waits !== null && waits.since > (client.reached_at ?? '')
  if (kept !== null && !again) return []
  const found: Exclude<CallReason, PutOff>[] = again
    ? [waits]
    : [
        waits,
        ...unpaid(client, looking),
        offBeat(client, looking),
        cadence(client, looking),
        fresh(client, looking),
      ].filter((reason) => reason !== null)
  const rows = client.attention
  const live = found.filter(
    (reason) =>
      tooSoon(reason, client, latest(reason.on, today)) === null &&
      (rows.length === 0 || (!isSettled(reason, rows, today, dayOf) && !isStillPutOff(reason, client, looking))),
  )
  const back = again || rows.length === 0 ? null : putOffReason(rows, client.last_answer_at, today, dayOf)
  return back === null || back.on > looking.until ? live : [...live, back]
}

/** A contact in which both took part ends the putting off. */
const isStillPutOff = (reason: CallReason, { attention, last_answer_at }: Callable, looking: Looking): boolean =>
  putOffReason(attention, last_answer_at, looking.today, looking.dayOf) !== null &&
  isPutOff(reason, attention, looking.today)
