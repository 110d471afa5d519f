import { type CivilDate, civil } from '../calendar.js'
import { type DateOrder, readFileDate } from '../cells/file-date.js'

/** A day with a time when one was said, or a moment that is said with its zone; else what is wrong with the text. */
export type DayReading =
  | { is: 'day'; date: CivilDate; time: string | null }
  | { is: 'instant'; at: Date }
  | { is: 'none' | 'bad-date' | 'impossible-date' | 'ambiguous-date' }

export interface DayContext {
  today: CivilDate
  order: DateOrder | null
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/

const PROBLEMS = { impossible: 'impossible-date', ambiguous: 'ambiguous-date' } as const

/**
 * Reads the cell of a date. A day without its year, or a word such as «вчера», is no date here: a log is older than the
 * day on which it is read, so which year is meant would be a guess, and another one next year.
 */
export function readDay(text: string, { today, order }: DayContext): DayReading {
  if (INSTANT.test(text)) {
    const at = new Date(text.replace(' ', 'T').replace(/\s/, ''))
    return Number.isNaN(at.getTime()) ? { is: 'impossible-date' } : { is: 'instant', at }
  }
  const read = readFileDate(text, { today, order, past: false })
  if (read.is === 'none') return { is: 'none' }
  if (read.is !== 'date') return { is: PROBLEMS[read.is as keyof typeof PROBLEMS] ?? 'bad-date' }
  const { year, month, day } = read.date
  if (year === null || !/\d/.test(text)) return { is: 'bad-date' }
  return { is: 'day', date: civil(year, month, day), time: read.time }
}
