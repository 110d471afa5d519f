import type { PersonKey, WrittenName } from './names/key.js'
import { levelOf, swappedLevel } from './names/levels.js'
import { areInitialsOfOne, FAR, familyLikeness, givenLikeness, MISSING, NO, SLIP } from './names/likeness.js'
import { readName } from './names/reading.js'

export type { PersonKey, WrittenName } from './names/key.js'

export const PERSON_LEVELS = [
  'other',
  /** The family names meet, the given names contradict each other. */
  'conflict',
  /** The given names meet, and nothing else. */
  'given',
  /** Given name and patronymic meet, or given name and a family name that is far off by two slips. */
  'half',
  /** Family name and an initial; a family name alone; a part of a double one and the given name. */
  'initial',
  /** Family and given name, one of them with a slip. */
  'near',
  /** Family and given name, in any spelling, form, order or alphabet. */
  'same',
  /** And the patronymic. */
  'full',
] as const

/** What in two names speaks against one person; flags. */
export const AGAINST = { given: 1, father: 2, family: 4, sex: 8, generation: 16 } as const

/**
 * Reads a name into its parts, in any order, alphabet and spelling (see `names/`). Never fails: of a text that is no name
 * the words become a family name that is not `sure`.
 */
export function readPerson(written: WrittenName): PersonKey {
  return readName(written)
}

/** Level in the low four bits, flags of `AGAINST` above them. Symmetric. Allocates nothing. */
export function comparePersons(a: PersonKey, b: PersonKey): number {
  let isOtherSex = a.sex !== null && b.sex !== null && a.sex !== b.sex
  const family = familyLikeness(a, b)
  const father = areInitialsOfOne(a.father, b.father)
    ? MISSING
    : givenLikeness(a.father, a.fathers, b.father, b.fathers)
  let given = givenLikeness(a.given, a.names, b.given, b.names, a.givenText, b.givenText, a.guessed || b.guessed)
  // «Кербей» and «Кербея» are no slip when all else tells a man from a woman.
  if (given === SLIP && isOtherSex) given = NO
  let level: number = levelOf(family, given, father)
  let against = (given === NO ? AGAINST.given : 0) | (family <= FAR ? AGAINST.family : 0)
  if (level < 5 && against !== 0 && !(a.sure && b.sure)) {
    const swapped = swappedLevel(a, b, father)
    if (swapped >= level && swapped >= 0) {
      level = swapped
      against = 0
      // The sex was read from the wrong word of one of them.
      isOtherSex = false
    }
  }
  if (father === NO) against |= AGAINST.father
  if (isOtherSex) against |= AGAINST.sex
  if (a.generation !== '' && b.generation !== '' && a.generation !== b.generation) against |= AGAINST.generation
  return level | (against << 4)
}
