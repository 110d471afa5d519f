import { companyKey } from '../company-name.js'
import { foldWord, looseText, wordsOf } from '../fold.js'
import { birthdayKey } from './birthday.js'
import { mailKey } from './identifiers.js'
import type { MatchInput } from './keys.js'

/** Through what a new client's likenesses are looked up, each by an index. */
export interface Look {
  name: string
  /** Values of contact points. */
  points: string[]
  /** Full ones only: a day without its year is that of too many. */
  birthday: { year: number; month_day: string } | null
  /** Folded words that stand together in a name: the whole name, then its rarer words alone. */
  names: string[][]
  custom: { key: string; value: string }[]
}

const LONGEST_LOOKED_UP = 200

/** Where the clients may be found whom a new one resembles. Reads no names: most new clients resemble nobody. */
export function lookFor(input: MatchInput): Look {
  const points = new Set([...input.phones, ...input.emails])
  for (const handle of input.handles) points.add(handle.slice(handle.indexOf(':') + 1))
  for (const email of input.emails) {
    const key = mailKey(email)
    if (key) points.add(`${key.local}@${key.domain}`)
  }
  return {
    name: input.name,
    points: [...points],
    birthday: fullBirthday(input.birthday),
    names: namesIn(input),
    custom: input.custom.filter(({ value }) => value.length >= 3 && value.length <= LONGEST_LOOKED_UP),
  }
}

/** Null of a day without year, and of 1 January, which stands for a year alone. */
export function fullBirthday(text: string | null): Look['birthday'] {
  const key = birthdayKey(text)
  if (text === null || key >> 9 === 0 || (key & 511) === 0) return null
  return { year: key >> 9, month_day: text.slice(5) }
}

function namesIn({ kind, name, family }: MatchInput): string[][] {
  const folded = (text: string): string[] => wordsOf(text).map(foldWord)
  // The key's words are folded already.
  const all = kind === 'company' ? companyKey(name).split(' ') : folded(name)
  const words = [...new Set(all)].filter((word) => word !== '')
  if (words.length === 0) return []
  const alone = (family === null ? words : folded(family)).filter((word) => word.length > 2)
  return [words, ...(words.length === 1 ? [] : alone.map((word) => [word]))]
}

/** In larger bases a name alone makes nobody likely. */
const NAME_IS_ENOUGH = 3_000

/**
 * Of the candidates those that may turn out likely, told without reading their names: in a large base one that shares nothing
 * but words of the name must at least have a city, an address or own fields that could agree.
 */
export function worthAWeighing(input: MatchInput, others: readonly MatchInput[], clients: number): MatchInput[] {
  if (clients <= NAME_IS_ENOUGH) return [...others]
  return others.filter(
    (other) =>
      sharesPoint(input, other) ||
      (input.birthday !== null && other.birthday !== null) ||
      (input.city !== null && other.city !== null) ||
      (input.address !== null && other.address !== null) ||
      input.custom.some(({ key }) => other.custom.some((each) => each.key === key)),
  )
}

const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each))

export const sharesPoint = (a: MatchInput, b: MatchInput): boolean =>
  meets(a.phones, b.phones) || meets(a.emails, b.emails) || meets(a.handles, b.handles)

/** So many clients are weighed at most: whoever is behind them shares less than each of these. */
const MOST_WEIGHED = 8

/** What shares less at first sight is nobody's duplicate in a large base, see `sharedBy`. */
const LEAST_SHARED = 5

/** How many of year, month and day are the same; null where one is not known. */
function sameParts(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null
  const parts = b.split('-')
  return a.split('-').filter((part, index) => part !== '' && part === parts[index]).length
}

/** 1 of the same texts, -1 of others, 0 where one is not known. */
const sameTexts = (a: string | null, b: string | null): number =>
  a === null || b === null ? 0 : a === b || looseText(a) === looseText(b) ? 1 : -1

const foldedWords = ({ name }: MatchInput): Set<string> => new Set(wordsOf(name).map(foldWord))

/** How much two clients share at first sight, in points of which 5 are worth a look: a phone and the like 8, a word of the name 3. */
function sharedBy(a: MatchInput, b: MatchInput, words: ReadonlySet<string>): number {
  const parts = sameParts(a.birthday, b.birthday)
  const own = a.custom.some(({ key, value }) => b.custom.some((each) => each.key === key && each.value === value))
  return (
    (sharesPoint(a, b) ? 8 : 0) +
    (own ? 8 : 0) +
    (parts === null ? 0 : parts === 3 ? 4 : parts === 2 ? 2 : -4) +
    5 * Math.max(0, sameTexts(a.address, b.address)) +
    2 * sameTexts(a.city, b.city) +
    3 * Math.min(2, [...foldedWords(b)].filter((word) => words.has(word)).length)
  )
}

/** The candidates that share most with a new client, told without reading their names; eight at most. */
export function nearest(input: MatchInput, others: readonly MatchInput[], clients: number): MatchInput[] {
  const isLarge = clients > NAME_IS_ENOUGH
  if (!isLarge && others.length <= MOST_WEIGHED) return [...others]
  const words = foldedWords(input)
  return others
    .map((other) => ({ other, shared: sharedBy(input, other, words) }))
    .filter(({ shared }) => !isLarge || shared >= LEAST_SHARED)
    .sort((x, y) => y.shared - x.shared || x.other.id - y.other.id)
    .slice(0, MOST_WEIGHED)
    .map(({ other }) => other)
}
