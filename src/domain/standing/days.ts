import { type CivilDate, daysBetween, isCivilDate } from '../calendar.js'

/*
 * Days as whole numbers since 1 January 1970, for counting; dates are parsed and written once each, because an import
 * counts the days of a million rows.
 */

const EPOCH = '1970-01-01'
/** 31 December 9999: later days cannot be written. */
const LAST_DAY = daysBetween(EPOCH, '9999-12-31')
const FIRST_DAY = daysBetween(EPOCH, '0001-01-01')
const MOST = 50_000

const numbers = new Map<CivilDate, number>()
const dates = new Map<number, CivilDate>()

/** The number of the day of a date, or of the UTC day of an instant. */
export function dayOf(text: string): number {
  const date = text.length > 10 ? text.slice(0, 10) : text
  const found = numbers.get(date)
  if (found !== undefined) return found
  if (!isCivilDate(date)) throw new RangeError(`no date: ${text}`)
  const day = daysBetween(EPOCH, date)
  if (numbers.size > MOST) numbers.clear()
  numbers.set(date, day)
  return day
}

/** The date of a day; the last that can be written when it lies beyond. */
export function dateOf(day: number): CivilDate {
  const within = Math.max(FIRST_DAY, Math.min(day, LAST_DAY))
  const found = dates.get(within)
  if (found !== undefined) return found
  const date = new Date(within * 86_400_000).toISOString().slice(0, 10)
  if (dates.size > MOST) dates.clear()
  dates.set(within, date)
  return date
}
