import { occurrenceIn } from '../anniversary.js'
import { type CivilDate, daysBetween, exists, isCivilDate, parts } from '../calendar.js'
import { parseWhen } from '../when.js'
import { type Period, readMonthOrYear } from './days.js'
import { readDuration } from './spans.js'

/** A day of birth, or a day on which the birthday is kept, as days from today. */
export type BirthdayEnd = { is: 'born'; period: Period } | { is: 'in'; days: number; byCalendar: boolean }

/** `1985-03-14`, `1985`, `1985-03`: when one was born; `7d`, `tomorrow`, `01.12`: when it is kept, counted from today. */
export function readBirthdayEnd(text: string, today: CivilDate): BirthdayEnd | null {
  if (isCivilDate(text)) return { is: 'born', period: { from: text, to: text } }
  const period = readMonthOrYear(text)
  if (period) return { is: 'born', period }
  const full = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (full) {
    const [day, month, year] = [Number(full[1]), Number(full[2]), Number(full[3])]
    if (!exists(year, month, day)) return null
    const born = `${full[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { is: 'born', period: { from: born, to: born } }
  }
  const yearless = /^(?:--)?(\d{2})-(\d{2})$/.exec(text) ?? swapped(/^(\d{1,2})\.(\d{1,2})\.?$/.exec(text))
  if (yearless) return comingRound(Number(yearless[1]), Number(yearless[2]), today)
  const days = /\p{L}/u.test(text) ? readDuration(text.replace(/^\+/, '')) : null
  if (days !== null) return days <= 366 ? { is: 'in', days, byCalendar: false } : null
  const reading = parseWhen(text, { date: today, time: '00:00' })
  if (!('when' in reading) || reading.when.time !== null || reading.when.date < today) return null
  return { is: 'in', days: daysBetween(today, reading.when.date), byCalendar: true }
}

const swapped = (match: RegExpExecArray | null): [string, string, string] | null =>
  match ? [match[0], match[2] ?? '', match[1] ?? ''] : null

/** In so many days it is the day of the year on which a birthday of that day is kept. */
function comingRound(month: number, day: number, today: CivilDate): BirthdayEnd | null {
  if (!exists(2000, month, day)) return null
  const { year } = parts(today)
  const kept = [year, year + 1].map((each) => occurrenceIn(each, { year: null, month, day })).find((on) => on >= today)
  return kept === undefined ? null : { is: 'in', days: daysBetween(today, kept), byCalendar: true }
}
