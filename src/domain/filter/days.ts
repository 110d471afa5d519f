import { addDays, type CivilDate, civil, daysInMonth, isCivilDate } from '../calendar.js'
import type { Field } from '../fields/field.js'
import { parseWhen } from '../when.js'
import { dayAway, readSpan } from './spans.js'

/** Days from the first to the last, both included. */
export interface Period {
  from: CivilDate
  to: CivilDate
}

const oneDay = (day: CivilDate | null): Period | null => (day === null ? null : { from: day, to: day })

function month(year: number, number: number): Period | null {
  if (year < 1 || number < 1 || number > 12) return null
  return { from: civil(year, number, 1), to: civil(year, number, daysInMonth(year, number)) }
}

/** A year `2026`, or a month `2026-01`, `01.2026`; null for all else. */
export function readMonthOrYear(text: string): Period | null {
  if (/^\d{4}$/.test(text)) return Number(text) < 1 ? null : { from: `${text}-01-01`, to: `${text}-12-31` }
  const iso = /^(\d{4})-(\d{2})$/.exec(text)
  if (iso) return month(Number(iso[1]), Number(iso[2]))
  const dotted = /^(\d{1,2})\.(\d{4})$/.exec(text)
  return dotted ? month(Number(dotted[2]), Number(dotted[1])) : null
}

/**
 * The days that a date of a filter means: a day, month or year; a span from today, `30d`, which lies ahead for fields whose
 * days do, and else is past; or a day in words, `yesterday`, `пт`, `01.12`. Null when it is none of these.
 */
export function readPeriod(text: string, { ahead }: Pick<Field, 'ahead'>, today: CivilDate): Period | null {
  if (isCivilDate(text)) return { from: text, to: text }
  const period = readMonthOrYear(text)
  if (period) return period
  const span = readSpan(text)
  if (span) {
    const isAhead = span.sign === null ? ahead === true : span.sign === '+'
    return oneDay(dayAway(today, span, isAhead ? 1 : -1))
  }
  const reading = parseWhen(text, { date: today, time: '00:00' }, ahead ? 'future' : 'past')
  return 'when' in reading && reading.when.time === null ? oneDay(reading.when.date) : null
}

/** The day after, or before; null where the calendar ends. */
export function neighbour(day: CivilDate, step: 1 | -1): CivilDate | null {
  if (day === (step === 1 ? '9999-12-31' : '0001-01-01')) return null
  return addDays(day, step)
}
