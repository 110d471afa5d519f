import { type CivilDate, parts, weekday } from '../domain/calendar.js'
import type { Words } from '../words/en.js'

/** `22 Nov`, with the year when it is another than the one we are in. */
export function shortDate(date: CivilDate, today: CivilDate, words: Words): string {
  const { year, month, day } = parts(date)
  return words.shortDate(day, month, year === parts(today).year ? null : year)
}

export function longDate(date: CivilDate, words: Words): string {
  const { year, month, day } = parts(date)
  return words.longDate(weekday(date), day, month, year)
}

/** A birthday or another day that comes back: `12 Mar 1980`, `12 Mar`. */
export function anniversaryText(date: string, words: Words): string {
  if (date.startsWith('--')) return words.shortDate(Number(date.slice(5)), Number(date.slice(2, 4)), null)
  const { year, month, day } = parts(date)
  return words.shortDate(day, month, year)
}
