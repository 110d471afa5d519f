import { dayOf } from './days.js'
import type { Care } from './dealings.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import type { Frequency, Sureness } from './standing.js'

/** The days on which a client bought, or came, and what lies between them. */
export interface Occasions {
  by: 'orders' | 'visits'
  /** The first day of each occasion, oldest first. */
  days: readonly number[]
  /** The last day on which anything of it happened. */
  last: number | null
  gaps: readonly number[]
  /** Null without a gap. */
  median: number | null
  /** 1.4826 × median absolute deviation: of normal gaps the standard deviation, hardly moved by a single odd one. */
  spread: number | null
}

const EARLY_DAYS = 2

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

const ascending = (a: number, b: number): number => a - b

/** Median of numbers in any order; 0 of none. */
export const medianOf = (values: readonly number[]): number => middle([...values].sort(ascending))

/** The first days of what belongs together; a purchase often comes in parts, and what was forgotten follows. */
function firstDays(days: readonly number[], together: number): number[] {
  const first: number[] = []
  for (const day of days) {
    const start = first.at(-1)
    if (start === undefined || day - start >= Math.max(1, together)) first.push(day)
  }
  return first
}

/**
 * Occasions on which a client ordered. One who never ordered is judged by visits, but only from as many as make a regular:
 * a first meeting or two is how every deal begins.
 */
export function occasionsOf({ orders, happenings }: History, { regularOrders, together }: Model): Occasions {
  const ordered = orders.length > 0
  const all = ordered
    ? orders.map(({ date }) => dayOf(date))
    : happenings.filter(({ kind }) => kind === 'visit').map(({ day }) => day)
  let days = firstDays(all, together)
  if (!ordered && days.length < Math.max(2, regularOrders)) days = []
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  const median = gaps.length === 0 ? null : medianOf(gaps)
  const spread = median === null ? null : 1.4826 * medianOf(gaps.map((gap) => Math.abs(gap - median)))
  return {
    by: ordered || days.length === 0 ? 'orders' : 'visits',
    days,
    last: days.length === 0 ? null : (all.at(-1) ?? null),
    gaps,
    median,
    spread,
  }
}

export function frequencyOf({ days, median }: Occasions, { regularOrders, regularGap }: Model): Frequency {
  if (days.length === 0) return 'none'
  if (days.length === 1) return 'one-off'
  return days.length >= regularOrders && median !== null && median <= regularGap ? 'regular' : 'rare'
}

/** A client's own rhythm, in days since 1970. */
export interface Beat {
  by: 'orders' | 'visits'
  last: number
  median: number
  spread: number
  tolerance: number
  due: number
  expected: number
  late: number
  lost: number
  sureness: Sureness
  /** The pause moved the days. */
  putOff: boolean
  /** Once given up, all before the expected day is forgotten; not by fewer occasions than make a regular. */
  forgets: boolean
}

/** Gaps as uneven as those of an impulsive buyer, or a single one, tell little. */
function surenessOf(gaps: number, median: number, spread: number, { sureGaps, impulse }: Model): Sureness {
  if (gaps < 2 || spread * 100 >= median * impulse) return 'unsure'
  return gaps >= sureGaps && spread <= median / 2 ? 'sure' : 'fair'
}

/**
 * When the next order is expected, due, late and given up; null without a gap. Days in time reach as far as the own
 * spread, at least `tolerance` per cent of the gap, twice as far when only one gap is known, and the fewer gaps are known
 * the more days. Given up is who was silent for `lostGaps` own gaps and the own spread; nobody while an order is fresh.
 */
export function beatOf(occasions: Occasions, care: Care | null, model: Model): Beat | null {
  const { by, days, last, gaps, median, spread } = occasions
  if (last === null || median === null || spread === null) return null
  const leeway = model.freshOrder / gaps.length
  const share = (model.tolerance / 100) * (gaps.length === 1 ? 2 : 1)
  const gap = Math.round(median)
  const silence = Math.round(model.lostGaps * Math.max(median, leeway) + spread)
  const lostAfter = Math.max(silence, model.freshOrder, gap)
  const room = Math.round(Math.max(spread, share * median, leeway, EARLY_DAYS))
  const tolerance = Math.min(room, lostAfter - gap)
  const back = care?.paused_until ? dayOf(care.paused_until) : null
  const shift = back === null ? 0 : Math.max(0, back - (last + gap))
  const expected = last + gap + shift
  return {
    by,
    last,
    median,
    spread,
    tolerance,
    due: Math.max(last + 1, expected - tolerance),
    expected,
    late: expected + tolerance + 1,
    lost: last + lostAfter + shift + 1,
    sureness: surenessOf(gaps.length, median, spread, model),
    putOff: shift > 0,
    forgets: days.length >= model.regularOrders,
  }
}
