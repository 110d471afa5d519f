import type { ClientKind } from '../client.js'
import type { PointKind } from '../points.js'
import { LoneWord, loneOf, Phrase, type Place } from './lone-words.js'
import { type Hits, type Read, type Sought, soughtPersons } from './named-persons.js'
import { foldedWords, isGivenAlone, isOfFamily, loneWords, type Others } from './person-name.js'
import { nameKeys } from './signs.js'
import { foldedIn, wordsIn } from './words-in.js'

/** By what a text may mention somebody. */
export interface Mentioned {
  kind: ClientKind
  names: readonly string[]
  points: readonly { kind: PointKind; value: string }[]
  /** Numbers of the state and the like, as they are written. */
  numbers: readonly string[]
}

/** A part of a text that speaks of somebody; not `sure` when it may be an ordinary word. */
export interface Found {
  from: number
  to: number
  sure: boolean
}

const LEAST_DIGITS = 7
/** What follows a country's code tells the number, whichever way its beginning is written. */
const NATIONAL_DIGITS = 9
const LEAST_HANDLE = 4

const UNSEEN = '[\\p{Cf}\\p{DI}]*'
const DIGIT_RUN = /\d[\d\s().+\p{Cf}\p{DI}-]{5,}\d/gu

/** Texts that speak of somebody; `others` is what the base leaves of the name, see `besideOthers`. */
export class Mentions {
  #sought: Record<Place, readonly Sought[]>
  #digits: string[]
  #spellings: RegExp[]
  /** Beginnings of the words looked for: most texts have none of them. */
  #beginnings: Set<string>
  /** Of the person's own names: another client may be called the same. */
  #family: readonly string[]
  #keys: ReadonlySet<string>

  constructor(
    private readonly mentioned: Mentioned,
    others: Others,
  ) {
    const { kind, names, points, numbers } = mentioned
    const isCompany = kind === 'company'
    const whole = names.flatMap((name) => (isCompany ? Phrase.of(name) : soughtPersons(name, others)))
    const alone = loneOf({ isCompany, names, alone: others.alone }, isGivenAlone)
    const inPlace = (place: Place): Sought[] => [...whole, ...alone.map((lone) => new LoneWord(lone, place))]
    this.#sought = { prose: inPlace('prose'), filter: inPlace('filter'), city: inPlace('city') }
    const anchors = this.#sought.prose.flatMap((sought) => [...sought.anchors()])
    this.#beginnings = new Set(anchors.map((word) => word.slice(0, 3)))
    this.#family = names.flatMap((name) => (isCompany ? [] : loneWords(kind, name)))
    this.#keys = new Set(nameKeys(kind, names))
    const phones = points.filter(({ kind: of, value }) => of === 'phone' || /^\+\d+$/.test(value))
    this.#digits = [...phones.map(({ value }) => value), ...numbers]
      .map((value) => value.replace(/\D/g, ''))
      .filter((digits) => digits.length >= LEAST_DIGITS)
      .map((digits) => digits.slice(-NATIONAL_DIGITS))
    this.#spellings = [
      ...points.flatMap(({ kind: of, value }) =>
        of === 'email' ? [spelling(value)] : of === 'url' ? [spelling(value.replace(/^https?:\/\//i, ''))] : [],
      ),
      // A name without any letter: «🌸🌸».
      ...names.filter((name) => foldedWords(name).length === 0).map(spelling),
      ...points.flatMap(({ kind: of, value }) =>
        of === 'phone' || of === 'email' || of === 'url' || /^\+?\d+$/.test(value) || value.length < LEAST_HANDLE
          ? []
          : [new RegExp(`(?<![\\p{L}\\p{N}_.])@?${patternOf(value)}(?![\\p{L}\\p{N}_])`, 'giu')],
      ),
    ]
  }

  /** Does the text speak of them, or may it? */
  in(text: string, place: Place = 'prose'): boolean {
    return this.find(text, place).length > 0
  }

  /** Does the name of another client? That of a husband or a namesake is their own. */
  inName(name: string): boolean {
    const { kind } = this.mentioned
    if (!this.in(name)) return false
    if (nameKeys(kind, [name]).some((key) => this.#keys.has(key))) return false
    return !this.#family.some((word) => isOfFamily(name, word))
  }

  /** The text with an ellipsis in the place of whatever surely speaks of the person; with `all` of what may as well. */
  without(text: string, { all = false, place = 'prose' }: { all?: boolean; place?: Place } = {}): string {
    let left = ''
    let end = 0
    for (const { from, to, sure } of this.find(text, place)) {
      if (!sure && !all) continue
      left += `${text.slice(end, from)}…`
      end = to
    }
    return left + text.slice(end)
  }

  /** What of the text speaks of the person, one part behind the other. */
  find(text: string, place: Place = 'prose'): Found[] {
    if (text.length < 2) return []
    return joined([...this.#digitsIn(text), ...this.#spelledIn(text), ...this.#namesIn(text, place)])
  }

  #digitsIn(text: string): Found[] {
    if (this.#digits.length === 0) return []
    return [...text.matchAll(DIGIT_RUN)].flatMap(({ 0: run, index }) => {
      const digits = run.replace(/\D/g, '')
      const isTheirs = this.#digits.some((each) => digits.includes(each))
      return isTheirs ? [{ from: index, to: index + run.length, sure: true }] : []
    })
  }

  #spelledIn(text: string): Found[] {
    return this.#spellings.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, sure: true })),
    )
  }

  #namesIn(text: string, place: Place): Found[] {
    if (this.#beginnings.size === 0) return []
    if (!foldedIn(text).some((word) => this.#beginnings.has(word.slice(0, 3)))) return []
    const read: Read = { text, words: wordsIn(text) }
    const hits: Hits = new Map()
    for (const sought of this.#sought[place]) sought.find(read, hits)
    return [...hits].flatMap(([at, sure]) => {
      const word = read.words[at]
      return word === undefined ? [] : [{ from: word.from, to: word.to, sure }]
    })
  }
}

/** In order; of parts that overlap one. */
function joined(parts: readonly Found[]): Found[] {
  const found: Found[] = []
  for (const part of [...parts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found[found.length - 1]
    if (last !== undefined && part.from < last.to) {
      last.to = Math.max(last.to, part.to)
      last.sure ||= part.sure
    } else found.push({ ...part })
  }
  return found
}

/** Any spelling of a text: in small letters or capitals, with signs between that nobody sees. */
const spelling = (text: string): RegExp => new RegExp(patternOf(text), 'giu')

const patternOf = (text: string): string =>
  [...text].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join(UNSEEN)
