import type { ClientKind } from '../client.js'
import { companyKey, looksLikeCompany } from '../company-name.js'
import { foldWord, wordsOf } from '../fold.js'
import { readPerson } from '../matching/person.js'
import { splitName } from '../name-split.js'

export const foldedWords = (text: string): string[] =>
  wordsOf(text)
    .map(foldWord)
    .filter((word) => word !== '')

/** A person's name in folded words; each part is empty where the name has none. */
export interface NameParts {
  family: string[]
  given: string[]
  father: string[]
}

/** Latin lists have the family name last as often as first, so a known given name tells more than the place. */
export function partsOf(name: string): NameParts {
  const { family_name, given_name, patronymic } = splitName(name)
  const { familyText, givenText, names } = readPerson({ name, family: null, given: null, father: null })
  const [family, given] = [foldedWords(family_name ?? familyText), foldedWords(given_name ?? givenText)]
  const isTurned =
    family_name !== null &&
    names.length > 0 &&
    family.length > 0 &&
    family.join(' ') === foldedWords(givenText).join(' ')
  const father = foldedWords(patronymic ?? '')
  return isTurned ? { family: given, given: family, father } : { family, given, father }
}

const LEAST_ALONE = 4

/** The words of the family name, which may tell a person by themselves; of a name of one word that word. */
export function loneWords(kind: ClientKind, name: string): string[] {
  const words = kind === 'company' ? companyKey(name).split(' ') : foldedWords(name)
  const candidates = words.length === 1 ? words : kind === 'company' ? [] : partsOf(name).family
  return candidates.filter((word) => word.length >= LEAST_ALONE)
}

/** The beginning that all forms of a word have. */
export const stemOf = (word: string): string => word.slice(0, Math.max(3, word.length - 2))

/** Others by whose names it is told what the person's own words say; `father`: of those whom a given name and patronymic may mean. */
export interface Others {
  /** Words that nobody else bears as a family name, or as all of a name. */
  alone: readonly string[]
  /** The names of those who bear the family name too. */
  namesakes: readonly string[]
  /** Given name and patronymic, folded, of others. */
  calledSo: readonly string[]
}

/** Is the name of another client one of this family: of a husband, a daughter, a namesake? Not «Карпов Лев (муж Щукиной)». */
export function isOfFamily(name: string, word: string): boolean {
  if (looksLikeCompany(name)) return false
  const words = foldedWords(name)
  const [only] = words
  if (words.length === 1 && only !== undefined) return isSameFamily(only, word)
  const { family } = partsOf(name)
  return family.some((each) => isSameFamily(each, word))
}

const POSSESSIVE = /^(.+(?:ov|ev|in))a?$/
const ADJECTIVE = /^(.{2,})(?:oi|i)$/

/** «Щукин» is «Щукина», and «Белая» is «Белый»; a form in another case is none: «муж Щукиной» is called otherwise. */
function isSameFamily(one: string, other: string): boolean {
  if (one === other) return true
  const [a, b] = [POSSESSIVE.exec(one)?.[1], POSSESSIVE.exec(other)?.[1]]
  if (a !== undefined || b !== undefined) return a === b
  const [adjective, second] = ADJECTIVE.test(one) ? [one, other] : [other, one]
  const stem = ADJECTIVE.exec(adjective)?.[1]
  return stem !== undefined && [`${stem}a`, `${stem}i`, `${stem}oi`].includes(second)
}

/** What others of the base leave of a name that tells the person; `others` are all whose names hold a word that begins like it. */
export function besideOthers(
  kind: ClientKind,
  names: readonly string[],
  others: readonly { kind: ClientKind; name: string }[],
): Others {
  const namesakes = new Set<string>()
  const alone: string[] = []
  const isGiven = new Set(names.filter(isGivenAlone).flatMap(foldedWords))
  for (const word of new Set(names.flatMap((name) => loneWords(kind, name)))) {
    const bearing = others.filter(({ kind: of, name }) => {
      if (kind === 'company') return of === 'company' && companyKey(name).split(' ').includes(word)
      if (of === 'company') return false
      // Of a name that is only a given one, whoever is called so is a namesake.
      return isOfFamily(name, word) || (isGiven.has(word) && foldedWords(name).includes(word))
    })
    if (bearing.length === 0) alone.push(word)
    for (const { name } of bearing) namesakes.add(name)
  }
  const calledSo = others.flatMap(({ kind: of, name }) => {
    const { given, father } = of === 'person' ? partsOf(name) : { given: [], father: [] }
    return given[0] !== undefined && father[0] !== undefined ? [`${given[0]} ${father[0]}`] : []
  })
  return { alone, namesakes: [...namesakes], calledSo: [...new Set(calledSo)] }
}

/** Is the whole name a given one: «Галя»? */
export function isGivenAlone(name: string): boolean {
  const { family, given } = partsOf(name)
  return family.length === 0 && given.length > 0 && foldedWords(name).length === 1
}

/** Beginnings by which others are looked for who may bear a name too. */
export function stemsToAsk(kind: ClientKind, names: readonly string[]): { lone: string[]; pairs: [string, string][] } {
  const pairs = names.flatMap((name): [string, string][] => {
    const { given, father } = kind === 'person' ? partsOf(name) : { given: [], father: [] }
    const [first, second] = [given[0], father[0]]
    return first !== undefined && second !== undefined ? [[stemOf(first), stemOf(second)]] : []
  })
  return { lone: [...new Set(names.flatMap((name) => loneWords(kind, name)).map(stemOf))], pairs }
}
