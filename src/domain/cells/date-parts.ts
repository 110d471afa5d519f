import { monthNamed } from './months.js'

/** What a text says before anything is decided: which numbers stand in which place. */
export interface DateParts {
  kind: 'dotted' | 'slashed' | 'fixed'
  first: number
  second: number
  /** As written, so that its length tells two digits from four; null when there is none. */
  year: string | null
}

const YEAR_WORD = /[\s,]*(?:г|гг|год|года|р|рік|року|year|y)\.?$/u
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|нд|понед|вторн|сред|серед|четв|пятн|п'ятн|субб|субо|воскр|неділ|вівт)\p{L}*\.?,?\s+/u

/** A year alone, `1985` or `1985 г.`; else null. */
export function parseYear(text: string): number | null {
  const year = text.replace(YEAR_WORD, '')
  return /^\d{4}$/.test(year) ? Number(year) : null
}

/**
 * Finds day, month and year in the text of a date (lower case, without a time): numbers with separators, ISO, compact digits, names of
 * months. Null when it is not a date; whether the day exists is not looked at.
 */
export function parseDateParts(text: string): DateParts | null {
  const day = text
    .replace(WEEKDAY, '')
    .replace(YEAR_WORD, '')
    .replace(/\s*([./])\s*/g, '$1')
    .replace(/[\s,]+$/, '')
  const fixed = (year: string | null, month: number, date: number): DateParts => ({
    kind: 'fixed',
    first: date,
    second: month,
    year,
  })
  const compact = /^(?:(\d{4})(\d{2})(\d{2}))$/.exec(day)
  if (compact) return parseCompact(day)
  const iso = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})\.?$/.exec(day)
  if (iso) return fixed(iso[1] ?? '', Number(iso[3]), Number(iso[4]))
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(day)
  if (yearless) return fixed(null, Number(yearless[1]), Number(yearless[2]))
  const triple = /^(\d{1,2})(?:(\s?[./-]\s?|\s)(\d{1,2}))(?:\2(\d{4}|\d{2}))?\.?$/.exec(day)
  if (triple) {
    const [, first = '', separator = '', second = '', year = null] = triple
    // 85-05-17 can only begin with the year.
    if (Number(first) > 31 && year?.length === 2) return fixed(first, Number(second), Number(year))
    if (separator.trim() === '' && year === null) return null
    return { kind: separator.includes('.') ? 'dotted' : 'slashed', first: Number(first), second: Number(second), year }
  }
  return parseNamed(day)
}

/** `19850517` or `17051985`: the two cannot be mistaken, since no month begins with the digits of a century. */
function parseCompact(text: string): DateParts | null {
  const [head, tail] = [Number(text.slice(0, 4)), Number(text.slice(4))]
  // 1705 may be a year or 17 May; 1985 behind it is no month.
  if (tail >= 1800 && tail <= 2100 && head < 1800)
    return { kind: 'slashed', first: Number(text.slice(0, 2)), second: Number(text.slice(2, 4)), year: text.slice(4) }
  return head >= 1000 && head <= 2100
    ? { kind: 'fixed', first: tail % 100, second: Math.floor(tail / 100), year: text.slice(0, 4) }
    : null
}

function parseNamed(text: string): DateParts | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|-?(?:го|ого|е))?(?:[\s.-]+|\s+of\s+)?(?:of\s+)?(\p{L}{3,})\.?(?:[\s,.-]*(\d{4}|'?\d{2}))?$/u.exec(
      text,
    )
  const monthFirst = /^(\p{L}{3,})\.?[\s.-]+(\d{1,2})(?:st|nd|rd|th)?(?:(?:,\s*|\s+|-)(\d{4}|'?\d{2}))?$/u.exec(text)
  const yearFirst = /^(\d{4})[\s.,-]+(\p{L}{3,})\.?[\s.-]+(\d{1,2})$/u.exec(text)
  const [name, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : monthFirst
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : [yearFirst?.[2], yearFirst?.[3], yearFirst?.[1]]
  const month = name === undefined ? null : monthNamed(name)
  if (month === null || day === undefined) return null
  // Feb-22 is a month and a year to a spreadsheet, a day to a reader.
  if (monthFirst && year === undefined && /-/.test(text)) return null
  return { kind: 'fixed', first: Number(day), second: month, year: year?.replace("'", '') ?? null }
}
