import { addDays, type CivilDate, civil, daysBetween, exists, isLeapYear, parts } from './calendar.js'

/** A day that comes back every year; the year it began may be unknown. */
export interface Anniversary {
  year: number | null
  month: number
  day: number
}

/** `1980-03-12`, or `--03-12` when the year is unknown (the ISO 8601 form that vCard uses). */
export function formatAnniversary({ year, month, day }: Anniversary): string {
  return year === null ? `-${civil(0, month, day).slice(4)}` : civil(year, month, day)
}

export function readAnniversary(text: string): Anniversary | null {
  const known = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(text)
  const [year, month, day] = known
    ? [Number(known[1]), Number(known[2]), Number(known[3])]
    : yearless
      ? [null, Number(yearless[1]), Number(yearless[2])]
      : [null, 0, 0]
  // A leap year stands in for the unknown one, so that 29 February is accepted.
  return exists(year ?? 2000, month, day) ? { year, month, day } : null
}

const LONGEST = 80

export type AnniversaryProblem = 'unreadable' | 'impossible' | 'ambiguous'

/**
 * Reads a birthday as people write it: `12.03.1980`, `12.03`, `1980-03-12`, `--03-12`, `12/03/1980`.
 * With slashes the order of day and month is a guess unless one of them is over twelve: then it is refused as ambiguous.
 * A two-digit year is of the last hundred years up to `today`.
 */
export function parseAnniversary(text: string, today: CivilDate): Anniversary | AnniversaryProblem {
  // No day of birth takes so long to write, and the patterns below would take longer to read it.
  if (text.length > LONGEST) return 'unreadable'
  const clean = text.trim().replace(/\s*(г\.?|року|р\.?|year)$/iu, '')
  const withoutTime = clean.replace(/[T ]\d{2}:\d{2}.*$/, '')
  const iso = readAnniversary(withoutTime)
  if (iso) return beforeToday(iso, today)
  if (/^--\d{2}-?\d{2}$|^\d{4}-\d{2}-\d{2}$/.test(withoutTime)) return 'impossible'
  const match = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(clean.replace(/[T ]0?0:00(:00)?$/, ''))
  if (!match) return 'unreadable'
  const [, first, separator, second, yearText] = match
  let day = Number(first)
  let month = Number(second)
  if (separator === '/') {
    if (day <= 12 && month <= 12 && day !== month) return 'ambiguous'
    if (month > 12) [day, month] = [month, day]
  }
  const year = yearText === undefined ? null : fullYear(yearText, month, day, today)
  return exists(year ?? 2000, month, day) ? beforeToday({ year, month, day }, today) : 'impossible'
}

function fullYear(text: string, month: number, day: number, today: CivilDate): number {
  if (text.length === 4) return Number(text)
  const guess = Math.floor(parts(today).year / 100) * 100 + Number(text)
  return civil(guess, month, day) > today ? guess - 100 : guess
}

function beforeToday(date: Anniversary, today: CivilDate): Anniversary | AnniversaryProblem {
  if (date.year === null) return date
  return civil(date.year, date.month, date.day) <= addDays(today, 1) && date.year >= 1000 ? date : 'impossible'
}

/** Where 29 February is kept in common years: on the 28th, or on the 1st of March. */
export type LeapDay = 28 | 1

/** The day it is kept in a year: 29 February has another day in common years. */
export function occurrenceIn(year: number, { month, day }: Anniversary, leapDay: LeapDay = 28): CivilDate {
  if (month !== 2 || day !== 29 || isLeapYear(year)) return civil(year, month, day)
  return leapDay === 28 ? civil(year, 2, 28) : civil(year, 3, 1)
}

/** The occurrence nearest to `today` within `belated` days back and `ahead` days forward, or null. */
export function occurrenceNear(
  date: Anniversary,
  today: CivilDate,
  span: { ahead: number; belated: number },
  leapDay: LeapDay = 28,
): CivilDate | null {
  const { year } = parts(today)
  let best: CivilDate | null = null
  for (const candidate of [year - 1, year, year + 1].map((each) => occurrenceIn(each, date, leapDay))) {
    const distance = daysBetween(today, candidate)
    if (distance < -span.belated || distance > span.ahead) continue
    if (best === null || Math.abs(distance) < Math.abs(daysBetween(today, best))) best = candidate
  }
  return best
}

/** Age reached on an occurrence; null when the year is unknown or nothing has been reached yet. */
export function yearsOn(date: Anniversary, occurrence: CivilDate): number | null {
  if (date.year === null) return null
  const years = parts(occurrence).year - date.year
  return years > 0 ? years : null
}

/** `MM-DD` of every day from `belated` days back to `ahead` days forward, with 29 February beside the day it may be kept on. */
export function monthDaysNear(
  today: CivilDate,
  span: { ahead: number; belated: number },
  leapDay: LeapDay = 28,
): string[] {
  const days = new Set<string>()
  const standIn = leapDay === 28 ? '02-28' : '03-01'
  const reach = Math.min(span.ahead, 366)
  for (let offset = -Math.min(span.belated, 366); offset <= reach; offset += 1) {
    const monthDay = addDays(today, offset).slice(5)
    days.add(monthDay)
    if (monthDay === standIn) days.add('02-29')
  }
  return [...days]
}
