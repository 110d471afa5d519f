import { FilterError, type Place } from './tree.js'

export interface Token {
  is: '(' | ')' | 'or' | 'and' | 'not' | 'piece'
  text: string
  place: Place
}

const KEYWORDS: ReadonlyMap<string, Token['is']> = new Map([
  ...['or', 'или', 'або'].map((word): [string, Token['is']] => [word, 'or']),
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
    if (letter === '(' || letter === ')') at += 1
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

/** Quotes open at the beginning of a piece, behind the sign of a comparison, and behind the @ of a segment. */
function endOfPiece(source: string, from: number): number {
  let at = from
  while (!isEnd(source[at])) {
    const opens = at === from || /[:=<>]/.test(source[at - 1] ?? '') || (at === from + 1 && source[from] === '@')
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
