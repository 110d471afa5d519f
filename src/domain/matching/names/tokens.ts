import { type Word, wordOf } from './word.js'

/** A word in its place. */
export interface Token {
  word: Word
  /** A full stop stands behind it. */
  dot: boolean
  /** A comma stands before it. */
  comma: boolean
  /** It stands in brackets or quotation marks. */
  aside: boolean
  /** A hyphen joins it to the token before. */
  joined: boolean
}

const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x400 && code <= 0x52f && code !== 0x482)

const OTHER_LETTER = /^[\p{L}\p{M}]$/u
const otherLetters = new Map<number, boolean>()

function isLetter(code: number): boolean {
  if (isPlainLetter(code)) return true
  if (code < 0xaa) return false
  let known = otherLetters.get(code)
  if (known === undefined) {
    known = OTHER_LETTER.test(String.fromCharCode(code))
    otherLetters.set(code, known)
  }
  return known
}

const isApostrophe = (code: number): boolean =>
  code === 0x27 ||
  code === 0x60 ||
  code === 0xb4 ||
  code === 0x2019 ||
  code === 0x2018 ||
  code === 0x2bc ||
  code === 0x2b9

const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0x2f

/** Soft hyphens, joiners and the like stand inside words unseen. */
const isUnseen = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0xfeff || (code >= 0x300 && code <= 0x36f)

const OPENING = '(["«“„'
const CLOSING = ')]"»”'

/** Composed and in ordinary letters; text that is so already is returned as it is. */
function composed(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 0x7e && !(code >= 0x400 && code <= 0x481)) return text.normalize('NFKC')
  }
  return text
}

/** The words of a name in their order; digits, emoji and signs fall away. */
export function tokensOf(written: string): Token[] {
  const text = composed(written)
  const tokens: Token[] = []
  let comma = false
  let aside = false
  let hyphen = false
  let index = 0
  while (index < text.length) {
    const code = text.charCodeAt(index)
    if (isLetter(code) && !isUnseen(code)) {
      const end = wordEnd(text, index)
      const dot = text.charCodeAt(end) === 0x2e
      tokens.push({
        word: wordOf(plainWord(text.slice(index, end))),
        dot,
        comma,
        aside,
        joined: hyphen && tokens.length > 0,
      })
      comma = false
      hyphen = isHyphen(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1))
      index = end
    } else {
      if (code === 0x2c) comma = true
      else if (aside ? CLOSING.includes(text.charAt(index)) : OPENING.includes(text.charAt(index))) aside = !aside
      index += 1
    }
  }
  return tokens
}

function wordEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (!isLetter(code) && !isUnseen(code) && !(isApostrophe(code) && isLetter(text.charCodeAt(end + 1)))) break
    end += 1
  }
  return end
}

/** Without apostrophes and unseen signs inside. */
function plainWord(word: string): string {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (isApostrophe(code) || isUnseen(code))
      return [...word]
        .filter((letter) => !isApostrophe(letter.charCodeAt(0)) && !isUnseen(letter.charCodeAt(0)))
        .join('')
  }
  return word
}
