/**
 * Plain calendar dates, written `YYYY-MM-DD`. A date is a date: never a midnight, never in a zone.
 * Arithmetic goes through UTC days, where every day has 24 hours.
 */
export type CivilDate = string

/** A moment as a wall clock shows it in somebody's zone. */
export interface LocalTime {
  date: CivilDate
  /** `HH:MM`, 24 hours. */
  time: string
}

/** How the wall clocks of a place go. */
export interface Zone {
  toLocal(instant: Date): LocalTime
  /** A time that is left out when clocks are put forward counts on from the hour before; of one that comes twice, the first. */
  toInstant(local: LocalTime): Date
}

/** The clock that the program is handed: the moment, and the user's zone. */
export interface Clock extends Zone {
  now(): Date
  /** Another zone by its IANA name, `Asia/Vladivostok`; null when there is none of this name. */
  inZone(name: string): Zone | null
}

const DAY = 86_400_000

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

export function civil(year: number, month: number, day: number): CivilDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

export function parts(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for a day that exists in the Gregorian calendar, in the years 1 to 9999. */
export function exists(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = parts(text)
  return exists(year, month, day)
}

const toDays = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY

const fromDays = (days: number): CivilDate => new Date(days * DAY).toISOString().slice(0, 10)

export const addDays = (date: CivilDate, days: number): CivilDate => fromDays(toDays(date) + days)

/** Months are added by the calendar; a day the target month lacks becomes its last day (31 January + 1 month). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = parts(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  return civil(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => toDays(to) - toDays(from)

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: CivilDate): number => ((((toDays(date) + 3) % 7) + 7) % 7) + 1

/** `YYYY-MM-DDTHH:MM:SSZ`: how a moment is kept, compared as text and printed in JSON. */
export const isoInstant = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`

/** The moment at which something is looked at: what lies after it has not happened yet. */
export interface Moment {
  /** The user's day. */
  today: CivilDate
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  now: string
  /** The instant at which a day begins in the user's zone. */
  startOf(date: CivilDate): string
}

export function momentOf(clock: Clock): Moment {
  const now = clock.now()
  return {
    today: clock.toLocal(now).date,
    now: isoInstant(now),
    startOf: (date) => isoInstant(clock.toInstant({ date, time: '00:00' })),
  }
}
