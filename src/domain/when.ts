import {
  addDays,
  addMonths,
  type CivilDate,
  civil,
  exists,
  isCivilDate,
  type LocalTime,
  parts,
  weekday,
} from './calendar.js'

/** A day, with a time of day when one was said (`HH:MM`). */
export interface When {
  date: CivilDate
  time: string | null
}

export type WhenProblem = 'unreadable' | 'impossible' | 'ambiguous'

export type WhenReading = { when: When; used: number } | { problem: WhenProblem; text: string }

const DAY_WORDS: Record<string, number> = {
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  сегодня: 0,
  завтра: 1,
  послезавтра: 2,
  вчера: -1,
  позавчера: -2,
  сьогодні: 0,
  післязавтра: 2,
  вчора: -1,
  учора: -1,
  позавчора: -2,
}

const NOW_WORDS = new Set(['now', 'сейчас', 'зараз'])

/** Weekday words, ISO numbered; each also in the form it takes after «в», «у», "on". */
const WEEKDAYS: Record<string, number> = {}
for (const [number, names] of [
  [1, 'mon monday пн понедельник понеділок'],
  [2, 'tue tues tuesday вт вторник вівторок'],
  [3, 'wed wednesday ср среда среду середа середу'],
  [4, 'thu thur thurs thursday чт четверг четвер'],
  [5, "fri friday пт пятница пятницу п'ятниця п'ятницю"],
  [6, 'sat saturday сб суббота субботу субота суботу'],
  [7, 'sun sunday вс воскресенье нд неділя неділю'],
] as const) {
  for (const name of names.split(' ')) WEEKDAYS[name] = number
}

type Unit = 'day' | 'week' | 'month' | 'year'

const UNITS: [RegExp, Unit][] = [
  [/^(d|days?|д|дн|день|дня|дней|дні|днів)$/u, 'day'],
  [/^(w|weeks?|н|нед|неделя|неделю|недели|недель|тиждень|тижні|тижнів|тиж)$/u, 'week'],
  [/^(m|months?|м|мес|месяц|месяца|месяцев|місяць|місяці|місяців|міс)$/u, 'month'],
  [/^(y|years?|г|год|года|лет|рік|роки|років)$/u, 'year'],
]

const AFTER_WORDS = new Set(['in', 'через', 'за'])
const ON_WORDS = new Set(['on', 'at', 'в', 'во', 'у', 'о', 'об'])

const normalise = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .replaceAll('ё', 'е')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/,$/, '')
    .replace(/^(\p{L}+)\.$/u, '$1')

function unitOf(word: string | undefined): Unit | null {
  if (word === undefined) return null
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

function shift(date: CivilDate, amount: number, unit: Unit): CivilDate | null {
  if (Math.abs(amount) > 40_000) return null
  const moved =
    unit === 'day' || unit === 'week'
      ? addDays(date, amount * (unit === 'week' ? 7 : 1))
      : addMonths(date, amount * (unit === 'year' ? 12 : 1))
  return isCivilDate(moved) ? moved : null
}

type DayReading = { date: CivilDate; used: number; time?: string } | { problem: WhenProblem } | null

/** Which way a date without a year, or a weekday, points when both readings exist. */
export type Direction = 'future' | 'past'

function readDay(words: string[], now: LocalTime, direction: Direction): DayReading {
  const [first, second, third] = words
  if (first === undefined) return null
  const dayWord = Object.hasOwn(DAY_WORDS, first) ? DAY_WORDS[first] : undefined
  if (dayWord !== undefined) return { date: addDays(now.date, dayWord), used: 1 }
  if (NOW_WORDS.has(first)) return { date: now.date, used: 1, time: now.time }
  if (Object.hasOwn(WEEKDAYS, first)) return { date: nextWeekday(now.date, WEEKDAYS[first] ?? 1, direction), used: 1 }

  const iso = /^(\d{4}-\d{2}-\d{2})(?:t(\d{2}:\d{2})(?::\d{2})?)?$/.exec(first)
  if (iso?.[1]) {
    if (!isCivilDate(iso[1])) return { problem: 'impossible' }
    if (iso[2] && readTime(iso[2]) === 'impossible') return { problem: 'impossible' }
    return iso[2] ? { date: iso[1], used: 1, time: iso[2] } : { date: iso[1], used: 1 }
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?$/.exec(first)
  if (dotted) return readDotted(Number(dotted[1]), Number(dotted[2]), dotted[3], now, direction)
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(first)
  if (slashed) {
    const [day, month] = [Number(slashed[1]), Number(slashed[2])]
    // Only one of the two can be a month when the other is over twelve; else nobody knows which is meant.
    if (day <= 12 && month <= 12 && day !== month) return { problem: 'ambiguous' }
    return month > 12
      ? readDotted(month, day, slashed[3], now, direction)
      : readDotted(day, month, slashed[3], now, direction)
  }
  const signed = /^([+-])(\d{1,5})(\p{L}+)$/u.exec(first)
  if (signed) {
    const unit = unitOf(signed[3])
    return shifted(now.date, Number(signed[2]) * (signed[1] === '-' ? -1 : 1), unit, 1)
  }
  if (/^[+-]\d{1,5}$/.test(first) && unitOf(second)) return shifted(now.date, Number(first), unitOf(second), 2)
  if (AFTER_WORDS.has(first) && second !== undefined) {
    if (/^\d{1,5}$/.test(second)) return unitOf(third) ? shifted(now.date, Number(second), unitOf(third), 3) : null
    const glued = /^(\d{1,5})(\p{L}+)$/u.exec(second)
    if (glued) return unitOf(glued[2]) ? shifted(now.date, Number(glued[1]), unitOf(glued[2]), 2) : null
    return unitOf(second) ? shifted(now.date, 1, unitOf(second), 2) : null
  }
  return null
}

function shifted(date: CivilDate, amount: number, unit: Unit | null, used: number): DayReading {
  if (unit === null) return null
  const moved = shift(date, amount, unit)
  return moved === null ? { problem: 'impossible' } : { date: moved, used }
}

function nextWeekday(today: CivilDate, target: number, direction: Direction): CivilDate {
  const ahead = (target - weekday(today) + 7) % 7
  if (direction === 'past') return addDays(today, ahead === 0 ? 0 : ahead - 7)
  return addDays(today, ahead === 0 ? 7 : ahead)
}

function readDotted(
  day: number,
  month: number,
  yearText: string | undefined,
  now: LocalTime,
  direction: Direction,
): DayReading {
  if (yearText !== undefined) {
    const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
    return exists(year, month, day) ? { date: civil(year, month, day), used: 1 } : { problem: 'impossible' }
  }
  if (!exists(2000, month, day)) return { problem: 'impossible' }
  const step = direction === 'future' ? 1 : -1
  const { year } = parts(now.date)
  // The nearest year, in the direction asked for, in which the day exists: 29 February may be up to eight years off.
  for (let candidate = year; Math.abs(candidate - year) <= 8; candidate += step) {
    if (!exists(candidate, month, day)) continue
    const date = civil(candidate, month, day)
    if (direction === 'future' ? date >= now.date : date <= now.date) return { date, used: 1 }
  }
  return { problem: 'impossible' }
}

function readTime(word: string | undefined): string | null | 'impossible' {
  const match = word === undefined ? null : /^(\d{1,2}):(\d{2})$/.exec(word)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2])
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${match[2]}` : 'impossible'
}

/**
 * Reads a day, and a time of day behind or before it, from the beginning of some words; `used` says how many words
 * were taken. English, Russian and Ukrainian words work whatever the language of the program.
 * A date that does not exist and one that can be read two ways are problems, never guesses.
 */
export function readWhen(words: readonly string[], now: LocalTime, direction: Direction = 'future'): WhenReading {
  const plain = words.map(normalise)
  const lead = plain[0] !== undefined && ON_WORDS.has(plain[0]) ? 1 : 0
  const text = words.slice(0, lead + 1).join(' ')
  const timeFirst = readTime(plain[lead])
  if (timeFirst === 'impossible') return { problem: 'impossible', text }
  if (timeFirst !== null) {
    const behind = lead + 1 + (ON_WORDS.has(plain[lead + 1] ?? '') ? 1 : 0)
    const after = readDay(plain.slice(behind), now, direction)
    if (after === null) return { when: { date: now.date, time: timeFirst }, used: lead + 1 }
    if ('problem' in after) return { problem: after.problem, text: words.slice(0, behind + 1).join(' ') }
    return { when: { date: after.date, time: timeFirst }, used: behind + after.used }
  }
  const day = readDay(plain.slice(lead), now, direction)
  if (day === null) return { problem: 'unreadable', text: words.join(' ') }
  if ('problem' in day) return { problem: day.problem, text }
  let used = lead + day.used
  if (day.time !== undefined) return { when: { date: day.date, time: day.time }, used }
  const at = plain[used] !== undefined && ON_WORDS.has(plain[used] ?? '') ? 1 : 0
  const time = readTime(plain[used + at])
  if (time === 'impossible') return { problem: 'impossible', text: words.slice(0, used + at + 1).join(' ') }
  if (time !== null) used += at + 1
  return { when: { date: day.date, time }, used }
}

/** The whole text must be a day; words left over make it unreadable. */
export function parseWhen(text: string, now: LocalTime, direction: Direction = 'future'): WhenReading {
  const words = text.trim().split(/\s+/)
  const reading = readWhen(words, now, direction)
  if ('when' in reading && reading.used < words.length) return { problem: 'unreadable', text }
  return reading
}
