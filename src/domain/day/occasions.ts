import { type LeapDay, occurrenceIn } from '../anniversary.js'
import { addDays, type CivilDate, civil, isLeapYear, parts } from '../calendar.js'
import type { Span } from './agenda.js'

/** Coming of age. */
const OF_AGE = 18

/** Years that are made more of: the first, every fifth, and 18 of a birthday. */
export const isRound = (years: number | null, occasion: string): boolean =>
  years !== null && (years === 1 || years % 5 === 0 || (occasion === 'birthday' && years === OF_AGE))

/** Nobody keeps books for longer. */
const MOST_YEARS = 60

/** Round numbers of years since a first order, the only ones that are kept. */
export const ROUND_YEARS: readonly number[] = [
  1,
  ...Array.from({ length: MOST_YEARS / 5 }, (_, index) => (index + 1) * 5),
]

/** A first order of some years ago, and the day on which that is kept. */
export interface FirstOrderDay {
  /** The day of the first order. */
  first: CivilDate
  on: CivilDate
  years: number
}

/** All days of first orders whose round years fall into a span around a day. */
export function firstOrderDays(day: CivilDate, { ahead, belated }: Span, leapDay: LeapDay): FirstOrderDay[] {
  const found: FirstOrderDay[] = []
  for (let offset = -Math.min(belated, 366); offset <= Math.min(ahead, 366); offset += 1) {
    const on = addDays(day, offset)
    for (const years of ROUND_YEARS) for (const first of firstsOf(on, years, leapDay)) found.push({ first, on, years })
  }
  return found
}

/** The days, so many years before, of which this one is the anniversary: one, none, or two with 29 February. */
function firstsOf(on: CivilDate, years: number, leapDay: LeapDay): CivilDate[] {
  const { year, month, day } = parts(on)
  const from = year - years
  const same = month === 2 && day === 29 && !isLeapYear(from) ? [] : [civil(from, month, day)]
  const leapling = { year: from, month: 2, day: 29 }
  const standsIn = isLeapYear(from) && !isLeapYear(year) && occurrenceIn(year, leapling, leapDay) === on
  return standsIn ? [...same, civil(from, 2, 29)] : same
}
