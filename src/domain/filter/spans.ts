import { addDays, addMonths, type CivilDate, isCivilDate } from '../calendar.js'

export type Unit = 'day' | 'week' | 'month' | 'year'

export interface Span {
  amount: number
  unit: Unit
  /** A sign that was written before it. */
  sign: '+' | '-' | null
}

const UNITS: readonly [RegExp, Unit][] = [
  [/^(?:d|days?|д|дн|день|дня|дней|дні|днів)$/u, 'day'],
  [/^(?:w|weeks?|н|нед|недел[яиюь]|тиж|тижн[іяь]?|тижнів|тиждень)$/u, 'week'],
  [/^(?:m|months?|м|мес|месяц[аы]?|месяцев|міс|місяц[іья]|місяців)$/u, 'month'],
  [/^(?:y|years?|г|год[аы]?|лет|р|рік|роки|років)$/u, 'year'],
]

/** `30d`, `-2w`, `+1m`, `3 мес`; null when it is none. */
export function readSpan(text: string): Span | null {
  const match = /^([+-]?)(\d{1,5})\s?(\p{L}+)$/u.exec(text)
  const unit = UNITS.find(([pattern]) => pattern.test(match?.[3]?.toLowerCase() ?? ''))?.[1]
  if (!match || !unit) return null
  return { amount: Number(match[2]), unit, sign: match[1] === '+' || match[1] === '-' ? match[1] : null }
}

const DAYS_IN: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30, year: 365 }

/** Longer than anybody remembers, and short enough to count back from today. */
const LONGEST = 99_999

/** Whole days of a duration without a sign: a month counts 30, a year 365, a bare number is days. Null when it is none. */
export function readDuration(text: string): number | null {
  const span = /^\d{1,5}$/.test(text) ? { amount: Number(text), unit: 'day' as const, sign: null } : readSpan(text)
  if (!span || span.sign !== null) return null
  const days = span.amount * DAYS_IN[span.unit]
  return days <= LONGEST ? days : null
}

/** The day that lies a span away; months and years go by the calendar. Null beyond the years 1 to 9999. */
export function dayAway(today: CivilDate, { amount, unit }: Span, direction: 1 | -1): CivilDate | null {
  if (amount > (unit === 'year' ? 2_000 : 40_000)) return null
  const steps = amount * direction
  const day =
    unit === 'day' || unit === 'week'
      ? addDays(today, steps * DAYS_IN[unit])
      : addMonths(today, steps * (unit === 'year' ? 12 : 1))
  return isCivilDate(day) ? day : null
}
