import type { PersonKey, Sex, WrittenName } from './key.js'
import { type NameParts, partsOf } from './parts.js'
import { fatherStem } from './patronymic.js'
import { relaid } from './relaid.js'
import { type Part, type Roles, rolesOf } from './roles.js'
import { type Token, tokensOf } from './tokens.js'
import { slipsFrom, type Word } from './word.js'

const NONE: readonly number[] = []
/** Longer texts are no names; the rest of one is not read. */
const LONGEST_NAME = 200
const MOST_PARTS = 6

/** Reads a name as it is written into the key by which names are compared. */
export function readName(written: WrittenName): PersonKey {
  const text = written.name.length > LONGEST_NAME ? written.name.slice(0, LONGEST_NAME) : written.name
  const tokens = readTokens(text)
  const found = partsOf(tokens)
  if (found.parts.length > MOST_PARTS) found.parts.length = MOST_PARTS
  return keyOf(rolesOf(found.parts, written), found)
}

function readTokens(text: string): Token[] {
  const tokens = tokensOf(text)
  for (const token of tokens) if (token.word.given > 0 || token.word.patronymic === 2) return tokens
  const meant = relaid(text)
  return meant === null ? tokens : tokensOf(meant)
}

function keyOf(roles: Roles, found: NameParts): PersonKey {
  const { family, given, father } = roles
  const fatherSex = father === null ? null : (father.son ?? father.word.fatherSex)
  const shownSex = fatherSex ?? found.sex ?? family?.second?.familySex ?? family?.word.familySex ?? null
  const names = given === null ? NONE : namesOf(given, shownSex)
  return {
    family: familyText(family),
    family2: secondFamily(roles, found),
    given: given === null ? '' : given.word.skeleton + (given.second?.skeleton ?? ''),
    names,
    guessed: given !== null && given.word.names.length === 0,
    father: fatherText(father),
    fathers: father === null ? NONE : fatherNames(father),
    sex: fatherSex ?? found.sex ?? sexOf(given, names) ?? shownSex,
    generation: found.generation,
    familyText: spelt(family),
    givenText: spelt(given),
    sure: roles.sure,
  }
}

/** The word as it was typed, but for letters that many leave out. */
const spelt = (part: Part | null): string => part?.word.text.replaceAll('ё', 'е').replaceAll('ґ', 'г') ?? ''

const familyText = (family: Part | null): string => (family === null ? '' : family.prefix + family.word.familyStem)

function secondFamily({ family, family2 }: Roles, found: NameParts): string {
  if (family === null) return ''
  if (family.prefix !== '') return family.word.familyStem
  return (family.second ?? family2?.word ?? found.aside)?.familyStem ?? ''
}

/** The names of the sex that the patronymic, a title or the family name shows, where the form is of both: «Саша Петрова». */
function ofSex(word: Word, sex: Sex): readonly number[] {
  if (sex === 'male' && word.men.length > 0) return word.men
  return sex === 'female' && word.women.length > 0 ? word.women : word.names
}

function namesOf(given: Part, sex: Sex): readonly number[] {
  if (given.word.isInitial) return NONE
  const names = given.word.names.length > 0 ? ofSex(given.word, sex) : slips(given.word, sex)
  if (given.second === null) return names
  return [...new Set([...names, ...ofSex(given.second, sex)])].sort((a, b) => a - b)
}

/** An unknown word one slip from a known name is that name, unless all else tells the other sex. */
function slips(word: Word, sex: Sex): readonly number[] {
  const names = slipsFrom(word)
  if (names.length === 0) return names
  const { men, women } = word.slipped ?? { men: NONE, women: NONE }
  const shown = sex ?? endingSex(word)
  if (shown === 'male') return men
  return shown === 'female' ? women : names
}

/** «Алиса», «Дария»: a Cyrillic word in а or я is a woman's, unless it is known to be a man's. */
const endingSex = (word: Word): Sex => (!word.isLatin && /[ая]$/.test(word.text) ? 'female' : null)

function sexOf(given: Part | null, names: readonly number[]): Sex {
  if (given === null || names.length === 0) return null
  const { men, women } = given.word.names.length > 0 ? given.word : (given.word.slipped ?? { men: NONE, women: NONE })
  if (names.every((number) => men.includes(number))) return 'male'
  return names.every((number) => women.includes(number)) ? 'female' : null
}

function fatherText(father: Part | null): string {
  if (father === null) return ''
  if (father.son !== null) return fatherStem(father.word.skeleton)
  if (father.word.isInitial || father.word.patronymic === 0) return father.word.skeleton
  return father.word.father
}

function fatherNames(father: Part): readonly number[] {
  if (father.son !== null) return father.word.men
  return father.word.patronymic === 0 ? father.word.names : father.word.fathers
}
