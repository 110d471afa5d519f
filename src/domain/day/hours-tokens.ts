import { hoursWord } from './hours-words.js'

export const MIDNIGHT = 24 * 60
const NOON = 12 * 60

/** Minutes from midnight; of a range over midnight `to` is less than `from`. */
export interface Range {
  from: number
  to: number
}

/** A word of a text about hours; `to` is the dash. */
export type Token =
  | { is: 'days'; days: readonly number[] }
  | { is: 'time'; minutes: number; half: 'a' | 'p' | null }
  | { is: 'range'; range: Range }
  | { is: 'to'; alone: 'until' | 'nothing' | 'wrong' }
  | { is: 'except' | 'closed' | 'break' | 'after' }

type Time = Extract<Token, { is: 'time' }>

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')

const TOKEN =
  /\s+|[,;|()&:.+]|24[/xх]7|(\d{1,2})(?:[:.](\d{2}))?(?:[:.]00)?(?!\d)\s*(?:([ap])\.?m\b\.?|(?:ч|h)(?![a-zа-яіїєґ]))?|(-|\/)|([a-zа-яіїєґ']+(?:-the-clock)?)/y

/** Takes a text about hours apart; null when there is anything in it that has no business there. */
export function hoursTokens(text: string): Token[] | null {
  const tokens: Token[] = []
  const clean = plain(text)
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < clean.length) {
    const match = TOKEN.exec(clean)
    if (!match) return null
    const [whole, hour, minute, half, dash, word] = match
    if (hour !== undefined) {
      const minutes = minutesOf(Number(hour), Number(minute ?? 0), half)
      if (minutes === null) return null
      tokens.push({ is: 'time', minutes, half: half === 'a' || half === 'p' ? half : null })
    } else if (dash === '-') tokens.push({ is: 'to', alone: 'wrong' })
    else if (word !== undefined || whole.length === 4) {
      const meaning = hoursWord(word ?? '24/7')
      if (meaning === null) return null
      if (meaning.is === 'all-day') tokens.push({ is: 'range', range: { from: 0, to: MIDNIGHT } })
      else if (meaning.is !== 'filler') tokens.push(meaning)
    }
  }
  return tokens
}

function minutesOf(hour: number, minute: number, half: string | undefined): number | null {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  if (half === undefined) return hour * 60 + minute
  return hour < 1 || hour > 12 ? null : ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute
}

/** Joins `time - time` and `day - day`; `until 12:00` and `after 18:00` reach to the end of the day. Null when a time is left over. */
export function withRanges(tokens: readonly Token[]): Token[] | null {
  const joined: Token[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const [token, second, third] = tokens.slice(index, index + 3)
    if (token?.is === 'time') {
      const range = second?.is === 'to' && third?.is === 'time' ? rangeOf(token, third) : null
      if (range === null) return null
      joined.push({ is: 'range', range })
      index += 2
    } else if (token?.is === 'after' || (token?.is === 'to' && token.alone === 'until')) {
      if (second?.is !== 'time' || third?.is === 'to') return null
      const range = token.is === 'after' ? { from: second.minutes, to: MIDNIGHT } : { from: 0, to: second.minutes }
      if (range.from >= range.to) return null
      joined.push({ is: 'range', range })
      index += 1
    } else if (token?.is === 'to') {
      if (token.alone === 'wrong' || second?.is !== 'days') return null
    } else if (token?.is === 'days' && second?.is === 'to' && third?.is === 'days') {
      joined.push({ is: 'days', days: daysBetween(token.days[0] ?? 1, third.days.at(-1) ?? 7) })
      index += 2
    } else if (token) joined.push(token)
  }
  return joined
}

/** `9-5` may be nine to five or a night: only what begins at noon or later reaches over midnight. `to` may then be less than `from`. */
function rangeOf(first: Time, second: Time): Range | null {
  const to = second.minutes === 0 ? MIDNIGHT : second.minutes
  let from = first.minutes
  if (first.half === null && second.half === 'p' && from + NOON < to && from < NOON) from += NOON
  if (from >= MIDNIGHT || from === to) return null
  return from < to || from >= NOON || first.half !== null ? { from, to } : null
}

function daysBetween(first: number, last: number): number[] {
  const days = [first]
  for (let day = first; day !== last; ) {
    day = (day % 7) + 1
    days.push(day)
  }
  return days
}
