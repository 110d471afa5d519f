import type { Sex, WrittenName } from './key.js'
import { slipsFrom, type Word } from './word.js'

/** One part of a name: a word, or two joined by a hyphen, with what stands before it («ван дер»). */
export interface Part {
  word: Word
  second: Word | null
  prefix: string
  /** «Али оглы»: the father by the word behind. */
  son: Sex
  comma: boolean
}

/** Who is who in a name; a part that is missing is null. */
export interface Roles {
  family: Part | null
  family2: Part | null
  given: Part | null
  father: Part | null
  sure: boolean
}

const isKnown = (part: Part): boolean => part.word.given > 0 && (part.second === null || part.second.given > 0)

const givenWeight = (part: Part): number => {
  if (part.prefix !== '' || part.word.isInitial) return 0
  if (part.second === null) return part.word.given
  return Math.min(part.word.given, part.second.given)
}

const familyWeight = (part: Part): number => {
  if (part.prefix !== '') return 3
  if (part.second === null) return part.word.family
  return isKnown(part) ? 0 : Math.max(part.word.family, part.second.family, 1)
}

/** Above 0: rather a given name; below 0: rather a family name. */
const leaning = (part: Part): number => {
  const family = familyWeight(part)
  const given = givenWeight(part)
  if (given === 0 && family < 3 && part.second === null && slipsFrom(part.word).length > 0) return 1 - family
  return given - family
}

const isPatronymic = (part: Part): number => (part.son === null ? (part.second === null ? part.word.patronymic : 0) : 2)

const NOBODY: Roles = { family: null, family2: null, given: null, father: null, sure: true }

/** The roles of the parts of a name, in the order in which they are written. */
export function rolesOf(parts: readonly Part[], written: WrittenName): Roles {
  const [first, second] = parts
  if (first === undefined) return NOBODY
  const father = patronymicAt(parts)
  if (father >= 0) return withPatronymic(parts, father)
  if (parts.some((part) => part.word.isInitial)) return withInitials(parts, written)
  if (second === undefined) return alone(first)
  const comma = parts.findIndex((part) => part.comma)
  if (comma > 0) {
    const byComma = withComma(parts, comma)
    if (byComma !== null) return byComma
  }
  return parts.length === 2 ? two(first, second, written) : many(parts, written)
}

function alone(part: Part): Roles {
  if (isPatronymic(part) === 2) return { ...NOBODY, father: part }
  if (leaning(part) > 0) return { ...NOBODY, given: part }
  return { ...NOBODY, family: part, sure: familyWeight(part) === 3 }
}

/** Which part is the patronymic: the surest one, rather behind a known given name; -1 when there is none. */
function patronymicAt(parts: readonly Part[]): number {
  let best = -1
  let most = 0
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]!
    const rank = isPatronymic(part)
    if (rank === 0) continue
    const before = parts[index - 1]
    const follows = before !== undefined && (givenWeight(before) >= 3 || before.word.isInitial)
    // A man's patronymic begins no name and follows no woman's: it is a family name («Кузьмич Анна», «Анна Кузьмич»).
    const isFamily =
      part.word.fatherSex === 'male' &&
      part.son === null &&
      ((index === 0 && parts.length > 1) ||
        (parts.length === 2 && before !== undefined && before.word.given > 0 && before.word.men.length === 0))
    if (isFamily || (rank === 1 && (!follows || parts.length === 2))) continue
    const weight = rank * 2 + (follows ? 3 : 0) + (index === 2 ? 1 : 0)
    if (weight > most) {
      best = index
      most = weight
    }
  }
  return best
}

function withPatronymic(parts: readonly Part[], at: number): Roles {
  const father = parts[at]!
  const others = parts.filter((_, index) => index !== at)
  if (others.length === 0) return { ...NOBODY, father }
  let given = Math.max(0, at - 1)
  // «Иванова Петровна», «Анна Иванова Петровна», «Петровна Анна»: the word before it is no given name, another is.
  if (others.length > 1 && leaning(others[given]!) <= 0) {
    const known = others.findIndex((part) => leaning(part) > 0)
    if (known >= 0) given = known
  }
  if (others.length === 1 && leaning(others[0]!) <= -3) return { ...NOBODY, family: others[0]!, father }
  const rest = others.filter((_, index) => index !== given)
  return { family: rest[0] ?? null, family2: rest[1] ?? null, given: others[given]!, father, sure: true }
}

function withInitials(parts: readonly Part[], written: WrittenName): Roles {
  const words = parts.filter((part) => !part.word.isInitial)
  const initials = parts.filter((part) => part.word.isInitial)
  const [first, second, third] = words
  if (first === undefined) return { ...NOBODY, given: initials[0] ?? null, father: initials[1] ?? null }
  if (second === undefined) {
    const isGiven = initials.length === 1 && parts[0] === first && leaning(first) > 0 && givenWeight(first) === 4
    if (isGiven) return { ...NOBODY, given: first, family: initials[0] ?? null }
    return { ...NOBODY, family: first, given: initials[0] ?? null, father: initials[1] ?? null }
  }
  const roles = third === undefined ? two(first, second, written) : many(words, written)
  return roles.father === null ? { ...roles, father: initials[0] ?? null } : roles
}

/** «Петров, Иван Сергеевич»; null when what stands before the comma is rather a given name. */
function withComma(parts: readonly Part[], comma: number): Roles | null {
  const family = parts[0]!
  const given = parts[comma]!
  if (comma > 2 || (leaning(family) > 2 && leaning(given) <= 0)) return null
  return { family, family2: comma === 2 ? parts[1]! : null, given, father: parts[comma + 1] ?? null, sure: true }
}

/** Where the base keeps a given name apart, a hint to the order. */
function hint(first: Part, last: Part, written: WrittenName): number {
  if (written.given === null || written.given === '') return 0
  const given = written.given.toLowerCase()
  const isFirst = given.startsWith(first.word.text)
  return isFirst === given.startsWith(last.word.text) ? 0 : isFirst ? 1 : -1
}

/** Above 0 when the first of two parts is the given name. */
function order(first: Part, last: Part, written: WrittenName): { lean: number; sure: boolean } {
  const lean = leaning(first) - leaning(last)
  // Of a difference of two only a known given name is sure: "Stewart" beside a mistyped "Walyer" is none.
  const sure = lean >= 3 || lean <= -3 || (Math.abs(lean) === 2 && givenWeight(lean > 0 ? first : last) === 4)
  if (sure) return { lean, sure }
  const hinted = lean + hint(first, last, written) * 2
  // Where nothing tells: given name first in Latin, family name first in Cyrillic lists.
  return { lean: hinted === 0 ? (first.word.isLatin ? 1 : -1) : hinted, sure }
}

function two(first: Part, second: Part, written: WrittenName): Roles {
  const { lean, sure } = order(first, second, written)
  const [given, family] = lean > 0 ? [first, second] : [second, first]
  return { ...NOBODY, family, given, sure }
}

/** Three words and more without a patronymic: the family name is the first or the last, a second given name follows the first. */
function many(parts: readonly Part[], written: WrittenName): Roles {
  const first = parts[0]!
  const last = parts[parts.length - 1]!
  const { lean, sure } = order(first, last, written)
  const isFirst = lean > 0
  const rest = isFirst ? parts.slice(0, -1) : parts.slice(1)
  return { ...NOBODY, family: isFirst ? last : first, given: rest[0]!, father: rest[1] ?? null, sure }
}
