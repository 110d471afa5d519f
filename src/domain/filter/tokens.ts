import { FilterError, type Place } from './tree.js'

export interface Token {
  is: '(' | ')' | 'or' | 'and' | 'not' | 'piece'
  text: string
  place: Place
}

const KEYWORDS: ReadonlyMap<string, Token['is']> = new Map([
  ...['or', 'или', 'або', '|', '||'].map((word): [string, Token['is']] => [word, 'or']),
  ...['and', 'и', 'і', 'та', 'й'].map((word): [string, Token['is']] => [word, 'and']),
  ...['not', 'не'].map((word): [string, Token['is']] => [word, 'not']),
])

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '«': '»', '“': '”', '„': '“' }

/** What closes a quotation that begins with this sign. */
const closingOf = (sign: string | undefined): string | undefined =>
  sign !== undefined && Object.hasOwn(CLOSING, sign) ? CLOSING[sign] : undefined

/** The text inside quotes that stand around all of it; other text as it is. */
export function unquote(text: string): string {
  const closing = closingOf(text[0])
  return closing !== undefined && text.length > 1 && text.endsWith(closing) ? text.slice(1, -1) : text
}

export const isQuoted = (text: string): boolean => closingOf(text[0]) !== undefined

/**
 * A phone as people write it, `+7 916 000-00-01`, `8 (916) 000-00-01`: one piece in spite of its spaces and brackets. Its length
 * is bounded, or a line of numbers would be gone through once for each of them.
 */
const PHONE =
  /(?:\+?\d{1,5}[ \u00a0-]?)?(?:\(\d{2,5}\)[ \u00a0]?)?\d[\d \u00a0-]{0,40}\d(?![ \u00a0-]{0,40}\d)(?=[\s)]|$)/y
/** Thousands parted by spaces: `50 000`. */
const GROUPED = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|-\d)/y

/** Where a phone ends that begins here; null when none does. A number without a space or bracket needs no such care. */
function endOfPhone(source: string, at: number): number | null {
  PHONE.lastIndex = at
  const [found = ''] = PHONE.exec(source) ?? []
  const digits = found.replace(/\D/g, '').length
  const isPhone = /^(?:\+?\d{1,5}(?!\d)|\()/.test(found) && digits >= 7 && digits <= 15
  return isPhone ? at + found.length : null
}

function endOfGroups(source: string, at: number): number | null {
  GROUPED.lastIndex = at
  const found = GROUPED.exec(source)
  return found ? at + found[0].length : null
}

const isEnd = (letter: string | undefined): boolean => letter === undefined || /[\s()]/.test(letter)

/** A minus in front of a condition; in front of a digit or alone it is text. */
const isMinus = (source: string, at: number): boolean =>
  (source[at] === '-' || source[at] === '\u2212') && !/[\s)\d]/.test(source[at + 1] ?? ' ')

/** Cuts a filter into brackets, words that join, and pieces; quotes keep spaces and brackets together. */
export function tokensOf(source: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (at < source.length) {
    const letter = source[at] ?? ''
    if (/\s/.test(letter)) {
      at += 1
      continue
    }
    const from = at
    const phone = endOfPhone(source, at)
    if (phone !== null) at = phone
    else if (letter === '(' || letter === ')') at += 1
    else if (isMinus(source, at)) at += 1
    else at = endOfPiece(source, at)
    const text = source.slice(from, at)
    const is = text === '(' || text === ')' ? text : text === '-' || text === '\u2212' ? minus(source, at) : word(text)
    found.push({ is, text, place: { from, to: at } })
  }
  return found
}

const minus = (source: string, behind: number): Token['is'] => (isMinus(source, behind - 1) ? 'not' : 'piece')

const word = (text: string): Token['is'] => KEYWORDS.get(text.toLowerCase()) ?? 'piece'

/** Where a value ends that is a number with spaces in it: a phone, or thousands at either end of a range. */
function endOfNumber(source: string, from: number, at: number): number | null {
  // The name is looked at only where it may be one, and of all that was read only the last two signs.
  if (at - from < 10 && /^(?:phone|телефон)[:=]$/i.test(source.slice(from, at))) return endOfPhone(source, at)
  return /(?:[:=<>]|\.\.)$/.test(source.slice(Math.max(from, at - 2), at)) ? endOfGroups(source, at) : null
}

/** Quotes open at the beginning of a piece, behind the sign of a comparison, and behind the @ of a segment. */
function endOfPiece(source: string, from: number): number {
  let at = from
  while (!isEnd(source[at])) {
    const opens = at === from || /[:=<>]/.test(source[at - 1] ?? '') || (at === from + 1 && source[from] === '@')
    const whole = at > from ? endOfNumber(source, from, at) : null
    if (whole !== null) {
      at = whole
      continue
    }
    const closing = opens ? closingOf(source[at]) : undefined
    if (closing === undefined) {
      at += 1
      continue
    }
    const end = source.indexOf(closing, at + 1)
    if (end < 0) throw new FilterError({ is: 'unclosed', place: { from: at, to: source.length } }, source)
    at = end + 1
    if (!isEnd(source[at])) throw new FilterError({ is: 'after-quote', place: { from: at, to: at + 1 } }, source)
  }
  return at
}
