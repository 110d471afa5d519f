import type { Anniversary } from '../anniversary.js'
import { addDays, type CivilDate, civil, exists, parts } from '../calendar.js'
import { type DateParts, parseDateParts, parseYear } from './date-parts.js'
import { plainCell, saysNothing } from './text.js'

/** Which comes first in dates with slashes or hyphens; one per column of a file. */
export type DateOrder = 'dmy' | 'mdy'

export type FileDate =
  /** The year is null when the file names none; the time is `HH:MM` as written, null when none (or a bare midnight) is. */
  | { is: 'date'; date: Anniversary; time: string | null }
  | { is: 'none' }
  | { is: 'year'; year: number }
  | { is: 'impossible' }
  | { is: 'ambiguous' }
  | { is: 'unreadable' }

export interface FileDateContext {
  today: CivilDate
  order: DateOrder | null
  /** Birthdays and things that happened: a two-digit year is of the last hundred, and a day after tomorrow is impossible. */
  past: boolean
}

/** Days that programs write for "no date": zero of Excel, .NET, Delphi; the far end of Outlook and SQL. */
const EMPTY_DAYS = new Set(['1-1-1', '1900-1-1', '1900-1-0', '1899-12-30', '1899-12-31', '4501-1-1', '9999-12-31'])

const RELATIVE: Record<string, number> = {
  позавчера: -2,
  позавчора: -2,
  вчера: -1,
  вчора: -1,
  учора: -1,
  yesterday: -1,
  сегодня: 0,
  сьогодні: 0,
  today: 0,
  завтра: 1,
  tomorrow: 1,
}

const TIME =
  /^(.*?\S)(?:t|,?\s+(?:в|о|об|at)?\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|мск|msk|(?:gmt|utc)?[+-]\d{2}:?\d{2}|[+-]\d{2})?$/u

/**
 * Reads a date as files hold it: dotted, slashed (by the order of the column), ISO with time and zone, serial days of a
 * spreadsheet, names of months in three languages, the words for today. Nothing is guessed: what has two readings is
 * 'ambiguous', what does not exist 'impossible'.
 */
export function readFileDate(text: string, context: FileDateContext): FileDate {
  if (text.length > 80) return { is: 'unreadable' }
  // The two styles that nearly all cells have need none of what follows.
  const dotted = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  const plain = dotted ? [text, dotted[3], dotted[2], dotted[1]] : /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (plain && plain[2] !== '00')
    return settle({ year: plain[1] ?? '', month: Number(plain[2]), day: Number(plain[3]), time: null }, context)
  const clean = plainCell(text).toLowerCase()
  if (saysNothing(clean) || /^[0.\-/: t]+z?$/.test(clean)) return { is: 'none' }
  const serial = readSerial(clean)
  if (serial) return settle(serial, context)
  const { day, time } = splitTime(clean)
  if (time === 'impossible') return { is: 'impossible' }
  const word = readWord(day, time, context)
  if (word) return word
  const year = parseYear(day)
  if (year !== null) return time === null && year >= 1800 && year < 2100 ? { is: 'year', year } : { is: 'unreadable' }
  const parsed = parseDateParts(day)
  if (parsed === null) return { is: 'unreadable' }
  const read = inOrder(parsed, context.order)
  return read === 'ambiguous' ? { is: 'ambiguous' } : settle({ ...read, time }, context)
}

interface Read {
  year: string | null
  month: number
  day: number
  time: string | null
}

/** Serial days of a spreadsheet, from 1927 on; before that a number of five digits is more likely anything else. */
function readSerial(text: string): Read | null {
  const match = /^([1-8]\d{4})(?:[.,](\d{1,16}))?$/.exec(text)
  if (!match || Number(match[1]) > 80_000) return null
  const minutes = Math.round(Number(`0.${match[2] ?? '0'}`) * 1440)
  const date = addDays('1899-12-30', Number(match[1]) + Math.floor(minutes / 1440))
  const { year, month, day } = parts(date)
  const inDay = minutes % 1440
  const time = match[2] === undefined || inDay === 0 ? null : clock(Math.floor(inDay / 60), inDay % 60)
  return { year: String(year), month, day, time }
}

const clock = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

function splitTime(text: string): { day: string; time: string | null | 'impossible' } {
  const compact = /^(\d{8})t?(\d{2})(\d{2})(?:\d{2})?z?$/.exec(text)
  const match = compact ? [text, compact[1], compact[2], compact[3]] : TIME.exec(text)
  if (!match) return { day: text, time: null }
  const [, day = '', hourText = '', minuteText = '', seconds, half, zone] = match
  const minute = Number(minuteText)
  let hour = Number(hourText)
  if (hour > 23 || minute > 59 || Number(seconds ?? 0) > 60 || (half && (hour > 12 || hour === 0)))
    return { day, time: 'impossible' }
  if (half) hour = (hour % 12) + (half.startsWith('p') ? 12 : 0)
  // Programs that know only moments write a day as its midnight.
  const isBareDay = hour === 0 && minute === 0 && Number(seconds ?? 0) === 0 && !zone
  return { day, time: isBareDay ? null : clock(hour, minute) }
}

function readWord(day: string, time: string | null, { today, past }: FileDateContext): FileDate | null {
  const shift = Object.hasOwn(RELATIVE, day) ? RELATIVE[day] : undefined
  if (shift === undefined) return null
  if (past && shift > 0) return { is: 'impossible' }
  return { is: 'date', date: parts(addDays(today, shift)), time }
}

function inOrder({ kind, first, second, year }: DateParts, order: DateOrder | null): Omit<Read, 'time'> | 'ambiguous' {
  if (kind !== 'slashed') return { day: first, month: second, year }
  // Either way it is no day: the «1/0/1900» of a spreadsheet's zero.
  if (first === 0 || second === 0) return { day: 0, month: first + second, year }
  if (first <= 12 && second <= 12 && first !== second && order === null) return 'ambiguous'
  const isMonthFirst = second > 12 || (order === 'mdy' && first <= 12)
  return isMonthFirst ? { day: second, month: first, year } : { day: first, month: second, year }
}

function settle({ year: yearText, month, day, time }: Read, { today, past }: FileDateContext): FileDate {
  const year = yearText === null ? null : fullYear(yearText, month, day, today, past)
  if (EMPTY_DAYS.has(`${year}-${month}-${day}`)) return { is: 'none' }
  // Apple writes 1604, others 0000, for a birthday without a year.
  const known = year === 1604 || year === 0 ? null : year
  if (!exists(known ?? 2000, month, day)) return { is: 'impossible' }
  if (known !== null && (known < 1000 || known > 2200)) return { is: 'impossible' }
  if (past && known !== null && civil(known, month, day) > addDays(today, 1)) return { is: 'impossible' }
  return { is: 'date', date: { year: known, month, day }, time }
}

/** Two digits: of the last hundred years for what is past, else of the eighty before and the twenty after today. */
function fullYear(text: string, month: number, day: number, today: CivilDate, past: boolean): number {
  if (text.length !== 2) return Number(text)
  const { year } = parts(today)
  const guess = Math.floor(year / 100) * 100 + Number(text)
  if (past) return civil(guess, month, day) > today ? guess - 100 : guess
  if (guess >= year + 20) return guess - 100
  return guess < year - 80 ? guess + 100 : guess
}

/** The day meant by a date without a year: the last one up to today for what is past, else the next from today on. */
export function withYear(date: Anniversary, today: CivilDate, past: boolean): CivilDate | null {
  if (date.year !== null) return civil(date.year, date.month, date.day)
  const { year } = parts(today)
  // 29 February may be up to eight years off.
  for (let distance = 0; distance <= 8; distance += 1) {
    const candidate = past ? year - distance : year + distance
    if (!exists(candidate, date.month, date.day)) continue
    const day = civil(candidate, date.month, date.day)
    if (past ? day <= today : day >= today) return day
  }
  return null
}

/** What one cell tells of the order of its column; null when it tells nothing. */
export function orderEvidence(text: string): 'dmy' | 'mdy' | 'dotted' | 'either' | null {
  if (text.length > 80 || !/^\s*\d{1,2}[\d\s./-]/.test(text)) return null
  const clean = plainCell(text).toLowerCase()
  const parsed = readSerial(clean) ? null : parseDateParts(splitTime(clean).day)
  if (parsed === null || parsed.kind === 'fixed') return null
  const { kind, first, second } = parsed
  if (first === 0 || second === 0 || first > 31 || second > 31 || (first > 12 && second > 12)) return null
  if (kind === 'dotted') return second <= 12 ? 'dotted' : null
  if (first > 12) return 'dmy'
  if (second > 12) return 'mdy'
  return first === second ? null : 'either'
}

/** Counts what the cells of a column tell of its order. */
export class OrderCount {
  #counts = { dmy: 0, mdy: 0, dotted: 0, either: 0 }

  add(text: string): void {
    const evidence = orderEvidence(text)
    if (evidence) this.#counts[evidence] += 1
  }

  /** `either`: how many values were seen that only the order can decide. With a conflict nobody but the user can tell it. */
  decide(): { order: DateOrder | null; either: number; conflict: boolean } {
    const { dmy, mdy, dotted, either } = this.#counts
    const conflict = dmy > 0 && mdy > 0
    const order = conflict ? null : mdy > 0 ? 'mdy' : dmy > 0 || dotted > 0 ? 'dmy' : null
    return { order, either, conflict }
  }
}
