import { type PlaceWord, placeWord } from './streets.js'

/** What stands before a part of an address. `comma` stands for everything that ends a part: semicolon, bracket, new line. */
export const SIGN = { space: 0, hyphen: 1, slash: 2, number: 3, comma: 4 } as const

/** A word or a number of an address. */
export interface AddressPart {
  text: string
  /** One of `SIGN`. */
  sign: number
  /** What the word says; null of a number (perhaps with letters behind it: «12а»). */
  word: PlaceWord | null
  /** Does it touch the part before it, as in «к2» and "SW1A"? */
  touches: boolean
  /** Read already, as a flat, a postal code or a word that only tells what its neighbour is. */
  used: boolean
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x400 && code <= 0x52f) ||
  (code > 0xbf && code < 0x400 && code !== 0xd7 && code !== 0xf7)
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60
const isHyphen = (code: number): boolean => code === 0x2d || (code >= 0x2010 && code <= 0x2014)

function signOf(code: number): number {
  if (code === 0x2c || code === 0x3b || code === 0x0a || code === 0x28 || code === 0x29) return SIGN.comma
  if (code === 0x23 || code === 0x2116) return SIGN.number
  if (code === 0x2f || code === 0x5c) return SIGN.slash
  return isHyphen(code) ? SIGN.hyphen : SIGN.space
}

/** A hyphen inside a word belongs to it («пр-т», «Ростов-на-Дону»), an apostrophe too. */
function endOfWord(text: string, from: number): number {
  let index = from
  while (index < text.length) {
    const code = text.charCodeAt(index)
    const isInside = (isApostrophe(code) || code === 0x2d) && isLetter(text.charCodeAt(index + 1))
    if (!isLetter(code) && !isInside) break
    index += 1
  }
  return index
}

/** Letters that touch a number belong to it when they are few: «12а», "42nd"; not «8марта». */
function endOfNumber(text: string, from: number): number {
  let index = from
  while (index < text.length && isDigit(text.charCodeAt(index))) index += 1
  let end = index
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1
  return end - index <= 2 ? end : index
}

/** Takes an address apart. */
export function partsOf(text: string): AddressPart[] {
  const parts: AddressPart[] = []
  let sign: number = SIGN.space
  let last = -1
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index)
    const isNumber = isDigit(code)
    if (!isNumber && !isLetter(code)) {
      sign = Math.max(sign, signOf(code))
      index += 1
      continue
    }
    const end = isNumber ? endOfNumber(text, index) : endOfWord(text, index)
    const part = text.slice(index, end)
    parts.push({ text: part, sign, word: isNumber ? null : placeWord(part), touches: last === index, used: false })
    sign = SIGN.space
    last = end
    index = end
  }
  return parts
}

export const isPureNumber = (part: AddressPart): boolean =>
  part.word === null && isDigit(part.text.charCodeAt(part.text.length - 1))

const LETTERS = 'абвгдежзиклмнопрст'
const LATIN = 'abvgdejziklmnoprst'

/** A house or flat in one spelling: «12А», "12a" and «012а» are `12a`. */
export function numberText(text: string): string {
  const lower = isDigit(text.charCodeAt(text.length - 1)) ? text : text.toLowerCase()
  const letter = lower.charAt(lower.length - 1)
  const place = LETTERS.indexOf(letter)
  const folded = place >= 0 ? lower.slice(0, -1) + LATIN.charAt(place) : lower
  return folded.charCodeAt(0) === 0x30 && folded.length > 1 ? folded.replace(/^0+(?=\d)/, '') : folded
}
