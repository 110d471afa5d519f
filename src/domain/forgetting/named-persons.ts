import { foldWord, wordsOf } from '../fold.js'
import { readPerson } from '../matching/person.js'
import { formsOf, isFamilyCase, isFamilyShaped } from './declining.js'
import { foldedWords, type Others, partsOf } from './person-name.js'
import type { WordIn } from './words-in.js'

/** Which words of a text speak of somebody; false of those of which it is in doubt. */
export type Hits = Map<number, boolean>

/** What is sure once stays sure. */
export const note = (hits: Hits, at: number, sure: boolean): void => {
  hits.set(at, sure || hits.get(at) === true)
}

/** A text taken apart, as names are looked for in it. */
export interface Read {
  text: string
  words: readonly WordIn[]
}

const SENTENCE = /[.!?;…\n]/
export const ANY_SIGN = /[.!?;…\n,:()]/

/** Do two neighbouring words belong together? An initial's point parts nothing. */
export const isParted = ({ words }: Read, left: number, signs = SENTENCE): boolean => {
  const gap = words[left + 1]?.gap ?? '.'
  return signs.test(words[left]?.lower.length === 1 ? gap.replace('.', '') : gap)
}

const isInitial = ({ text, words }: Read, at: number): boolean => {
  const word = words[at]
  return word !== undefined && word.lower.length === 1 && word.isCapital && text[word.to] === '.'
}

/** A person's name of a family and a given name, and what may stand beside them. */
class FullName {
  #family: ReadonlySet<string>
  #given: ReadonlySet<string>
  #further: readonly ReadonlySet<string>[]
  #isShaped: boolean
  #initial: string
  /** What name the given one is a form of: «Маша» is «Мария». */
  #numbers: readonly number[]

  constructor(
    name: string,
    { family, given, father }: { family: string; given: string; father: readonly string[] },
    private readonly others: ReadonlySet<string>,
  ) {
    this.#family = formsOf(family)
    this.#given = formsOf(given)
    const rest = [...foldedWords(name), ...father].filter(
      (word) => word !== family && word !== given && word.length > 1,
    )
    this.#further = [...new Set(rest)].map(formsOf)
    this.#isShaped = isFamilyShaped(family)
    const written = wordsOf(name).find((word) => foldWord(word) === given) ?? ''
    this.#initial = written.slice(0, 1).toLowerCase()
    this.#numbers = readPerson({ name, family: null, given: null, father: null }).names
  }

  anchors = (): Iterable<string> => this.#family

  find(read: Read, hits: Hits): void {
    read.words.forEach((word, at) => {
      if (!this.#family.has(word.folded)) return
      const sides = [this.#side(read, at, 1), this.#side(read, at, -1)]
      const found = sides.flatMap((side) => side.found)
      const isWhole = sides.some((side) => side.isWhole)
      const isInitialed = sides.some((side) => side.isInitialed)
      if (!isWhole && !isInitialed) return
      const sure = this.#isShaped || word.isCapital
      for (const each of [at, ...found]) note(hits, each, sure)
    })
  }

  /** What of the name stands on one side of the family name. */
  #side(read: Read, from: number, step: 1 | -1): { found: number[]; isWhole: boolean; isInitialed: boolean } {
    const found: number[] = []
    const initials: number[] = []
    let isWhole = false
    for (let at = from + step; at >= 0 && at < read.words.length && Math.abs(at - from) <= 4; at += step) {
      if (isParted(read, step === 1 ? at - 1 : at)) break
      const word = read.words[at] as WordIn
      if (isInitial(read, at)) initials.push(at)
      else if (this.#given.has(word.folded) || this.#isShortFor(word)) isWhole = true
      else if (this.#further.some((forms) => forms.has(word.folded))) isWhole = true
      else break
      found.push(at)
    }
    // «Е. М.» before the name and behind it: the given name's comes first.
    const first = step === 1 ? initials[0] : initials[initials.length - 1]
    const letter = first === undefined ? '' : (read.words[first]?.lower ?? '')
    const isOwn = letter !== '' && letter === this.#initial
    if (initials.length > 0 && !isOwn && !isWhole) return { found: [], isWhole: false, isInitialed: false }
    return { found, isWhole, isInitialed: isOwn && !this.others.has(letter) }
  }

  #isShortFor({ lower, isCapital }: WordIn): boolean {
    if (this.#numbers.length === 0 || !isCapital || lower.length < 3) return false
    return nominatives(lower).some((given) => {
      const { names, guessed } = readPerson({ name: given, family: null, given: null, father: null })
      return !guessed && names.some((number) => this.#numbers.includes(number))
    })
  }
}

/** What a given name may be when it is declined: «Машей», «Маши». */
function nominatives(word: string): string[] {
  const [, stem] = /^(.{2,}?)(?:[уюеиыоі]|[оеё][йю]|ею|ою|ом|ем|а|я)$/u.exec(word) ?? []
  return stem === undefined ? [word] : [word, `${stem}а`, `${stem}я`, stem]
}

/** Given name and patronymic, as people are spoken of: «Анна Петровна». */
class Politely {
  #given: ReadonlySet<string>
  #father: ReadonlySet<string>
  #family: ReadonlySet<string>

  constructor(given: string, father: string, family: readonly string[]) {
    this.#given = formsOf(given)
    this.#father = formsOf(father)
    this.#family = new Set(family.flatMap((word) => [...formsOf(word)]))
  }

  anchors = (): Iterable<string> => this.#given

  find(read: Read, hits: Hits): void {
    const { words } = read
    words.forEach(({ folded }, at) => {
      if (!this.#given.has(folded) || isParted(read, at, ANY_SIGN)) return
      if (!this.#father.has(words[at + 1]?.folded ?? '')) return
      const sure =
        !this.#isOfOther(words[at - 1], at > 0 && !isParted(read, at - 1, ANY_SIGN)) &&
        !this.#isOfOther(words[at + 2], !isParted(read, at + 1, ANY_SIGN))
      for (const each of [at, at + 1]) note(hits, each, sure)
    })
  }

  /** «Сидорова Анна Петровна» is somebody else. */
  #isOfOther(word: WordIn | undefined, isBeside: boolean): boolean {
    return isBeside && word?.isCapital === true && isFamilyCase(word.folded) && !this.#family.has(word.folded)
  }
}

/** A name whose parts nothing tells: its words beside each other, in any order. */
class Group {
  #words: readonly { forms: ReadonlySet<string>; isCapital: boolean }[]

  constructor(words: readonly string[]) {
    this.#words = words.map((word) => ({
      forms: formsOf(foldWord(word)),
      isCapital: word[0] !== word[0]?.toLowerCase(),
    }))
  }

  anchors = (): Iterable<string> => this.#words[0]?.forms ?? []

  find(read: Read, hits: Hits): void {
    const size = this.#words.length
    for (let from = 0; from + size <= read.words.length; from += 1) {
      const places = [...Array(size).keys()].map((index) => from + index)
      const there = places.map((at) => read.words[at] as WordIn)
      const order = this.#words.map(({ forms }) => there.findIndex(({ folded }) => forms.has(folded)))
      if (order.includes(-1) || new Set(order).size < size) continue
      if (places.slice(0, -1).some((at) => isParted(read, at, ANY_SIGN))) continue
      const sure = this.#words.every(({ isCapital }, index) => !isCapital || there[order[index] as number]?.isCapital)
      for (const at of places) note(hits, at, sure)
    }
  }
}

/** Something that is looked for in texts; `anchors` are words of which one is in every text that has it. */
export interface Sought {
  anchors(): Iterable<string>
  find(read: Read, hits: Hits): void
}

const LONGEST_GROUP = 3

/** What a person's name is looked for by, besides its words alone. */
export function soughtPersons(name: string, others: Others): Sought[] {
  const { family, given, father } = partsOf(name)
  const [first, own] = [family[0], given.find((word) => word.length > 1)]
  const found: Sought[] = []
  const [patronymic] = father
  if (first !== undefined && own !== undefined) {
    const initials = new Set(others.namesakes.flatMap(initialsOf))
    found.push(new FullName(name, { family: first, given: own, father }, initials))
  } else {
    const words = wordsOf(name)
      .filter((word) => foldWord(word) !== '')
      .slice(0, LONGEST_GROUP)
    if (words.length > 1) found.push(new Group(words))
  }
  if (first !== undefined && own !== undefined && patronymic !== undefined && patronymic.length > 2)
    if (!others.calledSo.includes(`${own} ${patronymic}`)) found.push(new Politely(own, patronymic, family))
  return found
}

/** The letters by which a namesake may be abbreviated. */
const initialsOf = (name: string): string[] => wordsOf(name).map((word) => word.slice(0, 1).toLowerCase())
