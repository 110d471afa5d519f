import { companyKey, isFormAlone } from '../company-name.js'
import { foldWord, wordsOf } from '../fold.js'
import { formsOf, isFamilyShaped } from './declining.js'
import { ANY_SIGN, type Hits, isParted, note, type Read, type Sought } from './named-persons.js'
import { foldedWords } from './person-name.js'
import type { WordIn } from './words-in.js'

/** Where a text stands: filters are typed without capitals, and a city may be called as people are. */
export type Place = 'prose' | 'filter' | 'city'

const folded = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(foldWord))

/** Words before the name of a street or a place. */
const STREET =
  /^(?:ул|улиц\p{L}|вул|вулиц\p{L}|просп|проспект\p{L}?|пр|пр-т|пер|переулок|переулк\p{L}|провул\p{L}+|пл|площад\p{L}|площ\p{L}|наб|набережн\p{L}+|бул|бульвар\p{L}?|шоссе|город\p{L}?|г|місто|міст\p{L}|street|st|ave|avenue|road)$/u
const FAMILIES_OF_TOWNS = 'киров пушкин чехов серов саратов ростов псков тамбов харьков харків львов львів азов калинин'
/** «Дед Мороз» is no client. */
const FIGURES: Record<string, string> = { moroz: 'ded' }

let towns: ReadonlySet<string> | null = null
const isTown = (word: string): boolean => {
  towns ??= folded(FAMILIES_OF_TOWNS)
  return towns.has(word)
}

export interface Lone {
  /** Folded. */
  word: string
  /** A given name, which many have. */
  isGiven: boolean
  /** As it is written in the name. */
  isCapital: boolean
  isCompany: boolean
}

/**
 * A family name that nobody else bears, by itself. Only its own forms are it, and only with a capital letter: of «Рыбаков» neither
 * «рыбак» nor «рыбаков». Where the capital says nothing it is in doubt.
 */
export class LoneWord implements Sought {
  #forms: ReadonlySet<string>
  #isShaped: boolean
  #isTown: boolean

  constructor(
    private readonly lone: Lone,
    private readonly place: Place,
  ) {
    this.#forms = formsOf(lone.word)
    this.#isShaped = !lone.isCompany && !lone.isGiven && isFamilyShaped(lone.word)
    this.#isTown = isTown(lone.word)
  }

  anchors = (): Iterable<string> => this.#forms

  find(read: Read, hits: Hits): void {
    read.words.forEach((word, at) => {
      if (!this.#forms.has(word.folded)) return
      const sure = this.#isSure(read, word, at)
      if (sure !== null) note(hits, at, sure)
    })
  }

  /** Null when it is not the name at all. */
  #isSure(read: Read, word: WordIn, at: number): boolean | null {
    const before = read.words[at - 1]
    if (this.#isTown) return this.place === 'city' ? null : word.isCapital || this.place === 'filter' ? false : null
    if (before !== undefined && FIGURES[this.lone.word] === before.folded) return null
    if (before !== undefined && STREET.test(before.lower)) return this.place === 'city' ? null : false
    if (this.#isShaped) return word.isCapital || !this.lone.isCapital
    if (!word.isCapital) return this.place === 'filter' || !this.lone.isCapital ? false : null
    if (this.lone.isGiven) return false
    return this.lone.isCompany ? this.#isCompany(word, before) : this.#isName(read, word, at)
  }

  #isCompany({ begins, gap }: WordIn, before: WordIn | undefined): boolean {
    return !begins || /["«“„'‘]$/.test(gap) || (before !== undefined && isFormAlone(before.lower.toUpperCase()))
  }

  /** Of a word like any other: «Мороз», «Белый», «Гора». */
  #isName(read: Read, { begins, isAllCapitals, gap }: WordIn, at: number): boolean {
    if (begins || isAllCapitals || /["«“„]$/.test(gap)) return false
    const [before, after] = [read.words[at - 1], read.words[at + 1]]
    // «Белый Дом», «Старая Гора»: part of another name.
    const isBeside = (word: WordIn | undefined, parted: boolean): boolean =>
      word !== undefined && !parted && word.isCapital && !word.begins && word.lower.length > 1
    return !isBeside(before, isParted(read, at - 1, ANY_SIGN)) && !isBeside(after, isParted(read, at, ANY_SIGN))
  }
}

/** A company by the words of its name, one behind the other, declined perhaps. */
export class Phrase implements Sought {
  #words: readonly ReadonlySet<string>[]
  #isCapital: boolean

  constructor(name: string) {
    const words = companyKey(name)
      .split(' ')
      .filter((word) => word !== '')
    this.#words = words.map(formsOf)
    const first = wordsOf(name).find((word) => foldWord(word) === words[0]) ?? ''
    this.#isCapital = first.slice(0, 1) !== first.slice(0, 1).toLowerCase()
  }

  static of(name: string): Phrase[] {
    return companyKey(name).split(' ').length > 1 ? [new Phrase(name)] : []
  }

  anchors = (): Iterable<string> => this.#words[0] ?? []

  find(read: Read, hits: Hits): void {
    const size = this.#words.length
    for (let from = 0; from + size <= read.words.length; from += 1) {
      const there = read.words.slice(from, from + size)
      if (!there.every(({ folded: word }, index) => this.#words[index]?.has(word))) continue
      const [first] = there
      const sure = !this.#isCapital || first?.isCapital === true || /["«“„]$/.test(first?.gap ?? '')
      for (let at = from; at < from + size; at += 1) note(hits, at, sure)
    }
  }
}

/** The words alone that tell somebody, of all the names that they have. */
export function loneOf(
  { isCompany, names, alone }: { isCompany: boolean; names: readonly string[]; alone: readonly string[] },
  isGiven: (name: string) => boolean,
): Lone[] {
  return [...new Set(alone)].map((word) => {
    const name =
      names.find((each) => (isCompany ? companyKey(each).split(' ') : foldedWords(each)).includes(word)) ?? ''
    const written = wordsOf(name).find((each) => foldWord(each) === word) ?? ''
    const isCapital = written === '' || written[0] !== written[0]?.toLowerCase()
    return { word, isGiven: !isCompany && isGiven(name), isCapital, isCompany }
  })
}
