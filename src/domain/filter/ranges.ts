import type { CivilDate } from '../calendar.js'
import type { Field } from '../fields/field.js'
import type { Filter } from '../filter.js'
import { type Money, readMoney, readNumber, worthOf } from './amounts.js'
import { type BirthdayEnd, readBirthdayEnd } from './birthday.js'
import { neighbour, type Period, readPeriod } from './days.js'
import type { Comparison } from './tree.js'

/** What is wrong with a range: a bound that cannot be read, both ends the wrong way round, or a currency without a rate. */
export type RangeProblem = 'unreadable' | { backwards: [string, string] } | { currency: string }

interface Ends<T> {
  from: T | null
  to: T | null
  /** As they were written. */
  texts: [string, string]
}

/** `a..b`, `a..`, `..b`, or one value that stands for both ends; null when an end cannot be read. */
function readEnds<T>(comparison: Comparison, value: string, read: (text: string) => T | null): Ends<T> | null {
  const texts = value.replace('…', '..').split('..')
  const isRange = texts.length === 2
  if (texts.length > 2 || (isRange && (texts.join('') === '' || /[<>]/.test(comparison)))) return null
  const [first = '', second = first] = texts.map((text) => text.trim())
  const [from, to] = [first === '' ? null : read(first), second === '' ? null : read(second)]
  if ((first !== '' && from === null) || (second !== '' && to === null)) return null
  return { from, to, texts: [first, second] }
}

/** Which ends a comparison leaves: `>5` has no upper end, and five itself does not belong to it. */
const keeps = (comparison: Comparison): { from: boolean; to: boolean; open: boolean } => ({
  from: !comparison.startsWith('<'),
  to: !comparison.startsWith('>'),
  open: comparison === '<' || comparison === '>',
})

export function readNumbers(field: Field, comparison: Comparison, value: string): Filter | RangeProblem {
  const ends = readEnds(comparison, value, (text) => readNumber(field, text))
  if (ends === null) return 'unreadable'
  const { from, to } = ends
  if (from !== null && to !== null && from > to) return { backwards: ends.texts }
  const kept = keeps(comparison)
  return { is: 'number', field, from: kept.from ? from : null, to: kept.to ? to : null, open: kept.open }
}

export function readSums(field: Field, comparison: Comparison, value: string, money: Money): Filter | RangeProblem {
  const ends = readEnds(comparison, value, (text) => readMoney(text, money))
  if (ends === null) return 'unreadable'
  for (const end of [ends.from, ends.to]) if (end !== null && typeof end === 'object') return end
  const [from, to] = [ends.from as number | null, ends.to as number | null]
  if (from !== null && to !== null && from > to) return { backwards: ends.texts }
  const kept = keeps(comparison)
  // Minor units are whole numbers, so what lies beyond one of them begins at the next.
  const range = {
    from: kept.from && from !== null ? from + (kept.open ? 1 : 0) : null,
    to: kept.to && to !== null ? to - (kept.open ? 1 : 0) : null,
  }
  return field.kept === 'custom'
    ? { is: 'sum', field, ...range, worth: worthOf(money) }
    : { is: 'number', field, ...range, open: false }
}

export function readDays(field: Field, comparison: Comparison, value: string, today: CivilDate): Filter | RangeProblem {
  if (field.key === 'birthday' && field.kept === 'dates') return readBirthdays(field, comparison, value, today)
  const ends = readEnds(comparison, value, (text) => readPeriod(text, field, today))
  return ends === null ? 'unreadable' : daysOf(field, comparison, ends)
}

function daysOf(field: Field, comparison: Comparison, { from, to, texts }: Ends<Period>): Filter | RangeProblem {
  if (from !== null && to !== null && from.from > to.to) return { backwards: texts }
  const kept = keeps(comparison)
  if (!kept.open)
    return { is: 'days', field, from: kept.from ? (from?.from ?? null) : null, to: kept.to ? (to?.to ?? null) : null }
  // Behind a month begins the next one, before it ends the one before.
  const beyond = kept.from ? from && neighbour(from.to, 1) : to && neighbour(to.from, -1)
  if (beyond === null) return 'unreadable'
  return { is: 'days', field, from: kept.from ? beyond : null, to: kept.to ? beyond : null }
}

/** The end of a year that nobody waits longer for. */
const YEAR = 366

function readBirthdays(field: Field, comparison: Comparison, value: string, today: CivilDate): Filter | RangeProblem {
  const ends = readEnds(comparison, value, (text) => readBirthdayEnd(text, today))
  if (ends === null) return 'unreadable'
  const { from, to, texts } = ends
  const isBorn = (end: BirthdayEnd | null): boolean => end?.is === 'born'
  // Days from today and dates with a year do not make one range.
  if (from && to && isBorn(from) !== isBorn(to)) return 'unreadable'
  if (isBorn(from) || isBorn(to)) {
    const period = (end: BirthdayEnd | null): Period | null => (end?.is === 'born' ? end.period : null)
    return daysOf(field, comparison, { from: period(from), to: period(to), texts })
  }
  const [first, last] = [from?.is === 'in' ? from : null, to?.is === 'in' ? to : null]
  if (first && last && first.days > last.days && !(first.byCalendar && last.byCalendar)) return { backwards: texts }
  const { from: hasFrom, to: hasTo, open } = keeps(comparison)
  const step = open ? 1 : 0
  return {
    is: 'birthday',
    from: hasFrom && first ? Math.min(YEAR, first.days + step) : 0,
    to: hasTo && last ? last.days - step : YEAR,
  }
}
