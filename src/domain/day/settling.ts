import { type CivilDate, daysBetween } from '../calendar.js'
import type { Attention } from './attention.js'
import type { CallReason, PutOff } from './reason.js'

/*
 * Which row of `attention` settles which reason. Nothing here knows the zone: `dayOf` gives the day of an instant.
 */

/** What names a row of `attention` among those of a client. */
export type Settles = Pick<Attention, 'about' | 'mark'>

/** The row of a client who was put off altogether among the calls. */
export const PUT_OFF: Settles = { about: 'call', mark: '' }

/** For so many days a payment that was asked for is not asked for again. */
export const UNPAID_RESTS_DAYS = 30

/** The row that settles this reason, and no other time of it. */
export function settledBy(reason: CallReason): Settles {
  switch (reason.code) {
    case 'waits':
      return { about: 'waits', mark: reason.since }
    case 'unpaid':
      return { about: 'unpaid', mark: String(reason.order) }
    case 'rhythm':
    case 'slipping':
      return { about: reason.code, mark: reason.expected_on }
    case 'cadence':
      return { about: 'cadence', mark: reason.on }
    case 'lead':
      return { about: 'lead', mark: '' }
    case 'put-off':
      return PUT_OFF
  }
}

/** Does a row keep its reason off the list on this day, being done or skipped? */
export const isInForce = (row: Attention, today: CivilDate, dayOf: (instant: string) => CivilDate): boolean =>
  row.state !== 'snoozed' && (row.about !== 'unpaid' || daysBetween(dayOf(row.at), today) < UNPAID_RESTS_DAYS)

/** Was something done about this reason, or was it skipped, this very time? `rows` are those of its client. */
export function isSettled(
  reason: CallReason,
  rows: readonly Attention[],
  today: CivilDate,
  dayOf: (instant: string) => CivilDate,
): boolean {
  const { about, mark } = settledBy(reason)
  return rows.some((row) => row.about === about && row.mark === mark && isInForce(row, today, dayOf))
}

/** The day from which a cadence counts anew, because it was done or skipped then; null when it never was. */
export function cadenceCountsFrom(rows: readonly Attention[], dayOf: (instant: string) => CivilDate): CivilDate | null {
  const days = rows.flatMap(({ about, state, at }) => (about === 'cadence' && state !== 'snoozed' ? [dayOf(at)] : []))
  return days.sort().at(-1) ?? null
}

/** The row by which a client is put off, whether its day has come or not; null when nobody put it off, or that is over. */
export const puttingOff = (rows: readonly Attention[]): (Attention & { snoozed_until: CivilDate }) | null =>
  rows.find(
    (row): row is Attention & { snoozed_until: CivilDate } =>
      row.about === PUT_OFF.about && row.state === 'snoozed' && row.snoozed_until !== null,
  ) ?? null

/** Is this reason hidden on this day, because its client was put off? A message that came in since is not. */
export function isPutOff(reason: CallReason, rows: readonly Attention[], today: CivilDate): boolean {
  const row = puttingOff(rows)
  if (row === null || row.snoozed_until <= today) return false
  return !(reason.code === 'waits' && reason.since > row.at)
}

/**
 * The reason with which a client comes back who was put off, from the day on until which it was, so that nobody is lost by
 * putting off. Null when it was not, or both sides have talked since (`answeredAt`: instant of the last contact in which both
 * took part). Before the day it speaks of a day ahead.
 */
export function putOffReason(
  rows: readonly Attention[],
  answeredAt: string | null,
  today: CivilDate,
  dayOf: (instant: string) => CivilDate,
): PutOff | null {
  const row = puttingOff(rows)
  if (row === null || (answeredAt !== null && answeredAt > row.at)) return null
  return {
    code: 'put-off',
    on: row.snoozed_until,
    days: daysBetween(today, row.snoozed_until),
    since: dayOf(row.at),
    reasons: [...new Set(readPutOff(row.why).map(({ about }) => about))],
  }
}

/** Reasons of the moment of putting off, as the row keeps them: a JSON array of `code` or `code:mark`. */
export const writePutOff = (settles: readonly Settles[]): string =>
  JSON.stringify(settles.map(({ about, mark }) => (mark === '' ? about : `${about}:${mark}`)))

export function readPutOff(why: string | null): Settles[] {
  if (why === null) return []
  const kept: unknown = JSON.parse(why)
  return Array.isArray(kept) ? kept.flatMap((each) => (typeof each === 'string' ? [settlesFrom(each)] : [])) : []
}

function settlesFrom(text: string): Settles {
  const colon = text.indexOf(':')
  return colon < 0 ? { about: text, mark: '' } : { about: text.slice(0, colon), mark: text.slice(colon + 1) }
}
