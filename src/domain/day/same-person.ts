import type { ClientKind } from '../client.js'
import { foldWord, wordsOf } from '../fold.js'
import { isGiven } from '../given-names.js'

interface Card {
  client_id: number
  kind: ClientKind
  name: string
  family_name: string | null
  given_name: string | null
}

/** A client and its birthday, `MM-DD` and the year, as far as they are known. */
export interface Known extends Card {
  month_day: string | null
  year: number | null
}

/** A day on somebody's card, as far as it says whose day it is. */
export interface DayOnCard extends Card {
  /** Of the day. */
  id: number
  occasion: string
  /** Whose day it is, when not the client's own: "wife Anna". */
  who: string | null
  /** `MM-DD`. */
  month_day: string
  year: number | null
}

/** Do two cards belong together: a phone, an address of mail or a handle in common, person and company, recommended by? */
export type Linked = (client: number, other: number) => boolean

interface Words {
  /** Folded words of the person whose day it is, initials left out. */
  all: Set<string>
  initials: Set<string>
}

type Named = Card & { who?: string | null }

/** What is worked out of a card is kept while the card is. */
const remembered = <T>(work: (card: Named) => T): ((card: Named) => T) => {
  const kept = new WeakMap<Card, { value: T }>()
  return (card) => {
    const known = kept.get(card)
    if (known) return known.value
    const value = work(card)
    kept.set(card, { value })
    return value
  }
}

const typedWords = (card: Named): string[] => wordsOf(card.who ?? card.name)

const readWords = remembered((card): Words => {
  const words: Words = { all: new Set(), initials: new Set() }
  for (const word of typedWords(card)) {
    const folded = foldWord(word)
    if (folded !== '') (folded.length > 1 ? words.all : words.initials).add(folded)
  }
  return words
})

const givenOf = remembered((card): Set<string> => {
  const entered = (card.who ?? null) === null && card.given_name !== null
  const typed = entered ? wordsOf(card.given_name ?? '') : typedWords(card).filter((word) => isGiven(word))
  return new Set(typed.map(foldWord))
})

/** «Громов» and «Громова», «Елецкий» and «Елецкая». */
function familyStem(name: string): string | null {
  const stem = foldWord(name).replace(/[aiu]+$/, '')
  return stem.length >= 4 ? stem : null
}

const isShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((word) => b.has(word))
const countShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length

/** Is each word of the shorter name in the longer one, an initial by its letter? */
function agree(a: Words, b: Words): boolean {
  const [short, long] = a.all.size + a.initials.size <= b.all.size + b.initials.size ? [a, b] : [b, a]
  const letters = new Set([...long.all].map((word) => word[0] ?? ''))
  return (
    isShared(short.all, long.all) &&
    [...short.all].every((word) => long.all.has(word) || long.initials.has(word[0] ?? '')) &&
    [...short.initials].every((letter) => letters.has(letter) || long.initials.has(letter))
  )
}

type Year = { year: number | null }

const sameYear = (a: Year, b: Year): boolean => a.year !== null && a.year === b.year

/** Could the years be the same? One may be unknown. */
export const yearsAgree = (a: Year, b: Year): boolean => a.year === null || b.year === null || a.year === b.year

/** The family names of the cards without their endings, so that husband and wife have the same. */
function sameFamily(a: Card, b: Card): boolean {
  const stem = a.family_name === null ? null : familyStem(a.family_name)
  return stem !== null && b.family_name !== null && stem === familyStem(b.family_name)
}

/** Two records of one person, or of one company, whose birthdays do not speak against it. */
export function samePerson(a: Known, b: Known, linked: Linked): boolean {
  const both = a.month_day !== null && b.month_day !== null
  if (!both) return sameCard({ ...a, year: null }, b, linked)
  return a.month_day === b.month_day && yearsAgree(a, b) && sameCard(a, b, linked)
}

/** The same names, and a year or a tie in common. */
function sameCard(a: Card & Year, b: Card & Year, linked: Linked): boolean {
  if (a.kind !== b.kind) return false
  const [one, other] = [readWords(a), readWords(b)]
  if (a.kind === 'company')
    return linked(a.client_id, b.client_id) && [...one.all].some((word) => word.length >= 4 && other.all.has(word))
  if (!agree(one, other)) return false
  // A full name alone is shared by namesakes; with the whole date of birth it is one person.
  return (sameYear(a, b) && countShared(one.all, other.all) >= 2) || linked(a.client_id, b.client_id)
}

/** A person, and a day on another card that names somebody: "director Anna Elkina", "wife Anna". */
function isNamed(person: DayOnCard, naming: DayOnCard, linked: Linked): boolean {
  if (person.kind !== 'person') return false
  const named = readWords(naming).all
  const own = givenOf(person)
  const given = isShared(own, named)
  const family = [...readWords(person).all].some((word) => !own.has(word) && named.has(word))
  if (given && family && sameYear(person, naming)) return true
  // With another given name it is a brother of the same family.
  if (!given && (!family || givenOf(naming).size > 0)) return false
  return sameFamily(person, naming) || linked(person.client_id, naming.client_id)
}

/** Two cards that name the same somebody: a child on the cards of both parents, the director of two firms. */
function sameNamed(a: DayOnCard, b: DayOnCard, linked: Linked): boolean {
  const [one, other] = [readWords(a), readWords(b)]
  const given = isShared(givenOf(a), givenOf(b))
  if (givenOf(a).size > 0 && givenOf(b).size > 0 ? !given : !agree(one, other)) return false
  if (a.client_id === b.client_id || sameFamily(a, b)) return true
  return (given && sameYear(a, b) && countShared(one.all, other.all) >= 2) || linked(a.client_id, b.client_id)
}

const occasionKey = ({ occasion }: DayOnCard): string => wordsOf(occasion).map(foldWord).join(' ')

/** Is it one occasion of one person, though it stands on two cards? */
export function sameOccasion(a: DayOnCard, b: DayOnCard, linked: Linked): boolean {
  if (a.id === b.id) return true
  if (a.month_day !== b.month_day || !yearsAgree(a, b)) return false
  if (a.occasion !== b.occasion && occasionKey(a) !== occasionKey(b)) return false
  if (a.who === null && b.who === null) return a.client_id !== b.client_id && sameCard(a, b, linked)
  if (a.who !== null && b.who !== null) return sameNamed(a, b, linked)
  return a.client_id !== b.client_id && (a.who === null ? isNamed(a, b, linked) : isNamed(b, a, linked))
}

/** Pairs that are one occasion; only days that share a word of a name are held against each other. */
export function pairsOf<T extends DayOnCard>(days: readonly T[], linked: Linked): [T, T][] {
  const pairs: [T, T][] = []
  const byWord = new Map<string, T[]>()
  for (const day of days) {
    const met = new Set<T>()
    for (const word of readWords(day).all) {
      const key = `${day.month_day} ${word}`
      const others = byWord.get(key)
      for (const other of others ?? []) met.add(other)
      if (others) others.push(day)
      else byWord.set(key, [day])
    }
    for (const other of met) if (sameOccasion(other, day, linked)) pairs.push([other, day])
  }
  return pairs
}

/** Days in groups, each one occasion of one person. A day without a year does not join two people born in different ones. */
export function groupsOf<T extends DayOnCard>(days: readonly T[], pairs: readonly (readonly [T, T])[]): T[][] {
  const groupOf = new Map<T, T[]>(days.map((day) => [day, [day]]))
  for (const [a, b] of pairs) {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]]
    if (one === other || !one.every((each) => other.every((day) => yearsAgree(each, day)))) continue
    one.push(...other)
    for (const day of other) groupOf.set(day, one)
  }
  return [...new Set(groupOf.values())]
}
