import type { ClientKind } from '../client.js'
import { companyKey } from '../company-name.js'
import { foldWord, wordsOf } from '../fold.js'
import { readPerson } from '../matching/person.js'
import { splitName } from '../name-split.js'
import type { PointKind } from '../points.js'

/** By what a text may mention somebody. */
export interface Mentioned {
  kind: ClientKind
  names: readonly string[]
  points: readonly { kind: PointKind; value: string }[]
  /** Numbers of the state and the like, as they are written. */
  numbers: readonly string[]
}

/**
 * A name as its folded words; `near` words may stand apart and in any order, others are a phrase. `further` words of it need
 * not be there, and go with the others.
 */
interface NameSign {
  words: string[]
  further: string[]
  near: boolean
}

const LEAST_DIGITS = 7
/** What follows a country's code tells the number, whichever way its beginning is written. */
const NATIONAL_DIGITS = 9
const LEAST_HANDLE = 4
const LEAST_ALONE = 4
/** Family and given name stand so near to each other, a patronymic between them. */
const WINDOW = 3

/** Is the word of a text this word of a name, declined perhaps: «Ёлкиной» of «Ёлкина»? Both are folded. */
export function isFormOf(word: string, sign: string): boolean {
  if (word === sign) return true
  if (sign.length < 3 || word.length > sign.length + 3) return false
  const common = Math.max(3, sign.length - 2)
  return word.length >= common && word.slice(0, common) === sign.slice(0, common)
}

const foldedWords = (text: string): string[] =>
  wordsOf(text)
    .map(foldWord)
    .filter((word) => word !== '')

const parts = (name: string): { family: string[]; given: string[] } => {
  const { family_name, given_name } = splitName(name)
  const { familyText, givenText } = readPerson({ name, family: null, given: null, father: null })
  return { family: foldedWords(family_name ?? familyText), given: foldedWords(given_name ?? givenText) }
}

/** The words of the family name, which may tell a person by themselves; of a name of one word that word. */
export function loneWords(kind: ClientKind, name: string): string[] {
  const words = kind === 'company' ? companyKey(name).split(' ') : foldedWords(name)
  const candidates = words.length === 1 ? words : kind === 'company' ? [] : parts(name).family
  return candidates.filter((word) => word.length >= LEAST_ALONE)
}

function nameSigns(kind: ClientKind, name: string): NameSign[] {
  if (kind === 'company') {
    const words = companyKey(name)
      .split(' ')
      .filter((word) => word !== '')
    return words.length > 1 ? [{ words, further: [], near: false }] : []
  }
  const { family, given } = parts(name)
  const all = foldedWords(name)
  const hasBoth = family.length > 0 && given.some((word) => word.length > 1)
  const words = hasBoth ? [...family.slice(0, 1), ...given.slice(0, 1)] : all.slice(0, WINDOW)
  return words.length > 1 ? [{ words, further: all.filter((word) => !words.includes(word)), near: true }] : []
}

const LETTERS = /[\p{L}\p{N}'’ʼ`´]+/gu
const DIGIT_RUN = /\d[\d\s().+-]{5,}\d/g

/** Texts that speak of somebody. `alone`: words of the names that nobody else in the base bears, see `loneWords`. */
export class Mentions {
  #names: NameSign[]
  #alone: readonly string[]
  #digits: string[]
  #texts: string[]
  #handles: RegExp[]
  /** Beginnings of the words looked for: most texts have none of them. */
  #beginnings: Set<string>

  constructor({ kind, names, points, numbers }: Mentioned, alone: readonly string[]) {
    this.#names = names.flatMap((name) => nameSigns(kind, name))
    this.#alone = alone
    const phones = points.filter(({ kind: of, value }) => of === 'phone' || /^\+\d+$/.test(value))
    this.#digits = [...phones.map(({ value }) => value), ...numbers]
      .map((value) => value.replace(/\D/g, ''))
      .filter((digits) => digits.length >= LEAST_DIGITS)
      .map((digits) => digits.slice(-NATIONAL_DIGITS))
    this.#texts = [
      ...points.flatMap(({ kind: of, value }) =>
        of === 'email' ? [value.toLowerCase()] : of === 'url' ? [value.toLowerCase().replace(/^https?:\/\//, '')] : [],
      ),
      // A name without any letter: «🌸🌸».
      ...names.filter((name) => foldedWords(name).length === 0).map((name) => name.toLowerCase()),
    ]
    this.#handles = points.flatMap(({ kind: of, value }) =>
      of === 'phone' || of === 'email' || of === 'url' || /^\+?\d+$/.test(value) || value.length < LEAST_HANDLE
        ? []
        : [new RegExp(`(?<![\\p{L}\\p{N}_.])@?${escaped(value)}(?![\\p{L}\\p{N}_])`, 'giu')],
    )
    this.#beginnings = new Set(
      [...this.#alone, ...this.#names.flatMap(({ words }) => words)].map((word) => word.slice(0, 3)),
    )
  }

  in(text: string): boolean {
    return text.length > 1 && this.without(text) !== text
  }

  /** The text with an ellipsis in the place of whatever speaks of the person; the same text when nothing does. */
  without(text: string): string {
    return this.#withoutWords(this.#withoutSpellings(this.#withoutDigits(text)))
  }

  #withoutDigits(text: string): string {
    if (this.#digits.length === 0) return text
    return text.replace(DIGIT_RUN, (run) => {
      const digits = run.replace(/\D/g, '')
      return this.#digits.some((each) => digits.includes(each)) ? GONE : run
    })
  }

  #withoutSpellings(text: string): string {
    let left = text
    const lower = this.#texts.length === 0 ? '' : text.toLowerCase()
    for (const each of this.#texts)
      if (lower.includes(each)) left = left.replace(new RegExp(escaped(each), 'giu'), GONE)
    for (const handle of this.#handles) left = left.replace(handle, GONE)
    return left
  }

  #withoutWords(text: string): string {
    if (this.#beginnings.size === 0) return text
    const words = (text.match(LETTERS) ?? []).map((word) => foldWord(word.replace(/['’ʼ`´]/g, '')))
    if (!words.some((word) => this.#beginnings.has(word.slice(0, 3)))) return text
    const hits = new Set<number>()
    words.forEach((word, at) => {
      if (this.#alone.some((sign) => isFormOf(word, sign))) hits.add(at)
    })
    for (const sign of this.#names)
      for (let at = 0; at < words.length; at += 1)
        for (const hit of sign.near ? nearHits(words, sign, at) : phraseHits(words, sign, at)) hits.add(hit)
    if (hits.size === 0) return text
    const found = [...text.matchAll(LETTERS)]
    let left = ''
    let from = 0
    for (const at of [...hits].sort((a, b) => a - b)) {
      const { index = 0, 0: word } = found[at] as RegExpMatchArray
      left += text.slice(from, index) + GONE
      from = index + word.length
    }
    return left + text.slice(from)
  }
}

const GONE = '…'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Places of all these words within a few words of the first of them, in whatever order; none when one is missing. */
function nearHits(words: readonly string[], { words: signs, further }: NameSign, at: number): number[] {
  if (!isFormOf(words[at] ?? '', signs[0] ?? '')) return []
  const hits = [at]
  const find = (sign: string): number => {
    for (let each = Math.max(0, at - WINDOW); each <= at + WINDOW; each += 1)
      if (!hits.includes(each) && isFormOf(words[each] ?? '', sign)) return each
    return -1
  }
  for (const sign of signs.slice(1)) {
    const hit = find(sign)
    if (hit < 0) return []
    hits.push(hit)
  }
  for (const sign of further) {
    const hit = find(sign)
    if (hit >= 0) hits.push(hit)
  }
  return hits
}

/** Places of these words one behind the other. */
function phraseHits(words: readonly string[], { words: signs }: NameSign, at: number): number[] {
  return signs.every((sign, index) => words[at + index] === sign) ? signs.map((_, index) => at + index) : []
}
