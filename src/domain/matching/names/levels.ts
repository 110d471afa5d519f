import type { PersonKey, PersonLevel } from './key.js'
import { crossLikeness, FAR, INITIAL, MISSING, NO, PART, SAME, SLIP } from './likeness.js'

/** The level of two names from the likeness of their parts; see `PERSON_LEVELS`. */
export function levelOf(family: number, given: number, father: number): PersonLevel {
  switch (family) {
    case SAME:
      if (given === SAME) return father === SAME || father === SLIP ? 7 : 6
      if (given === NO) return 1
      return given === SLIP ? 5 : 4
    case SLIP:
      if (given === SAME) return 5
      if (given === NO) return 1
      return given === SLIP && (father === SAME || father === SLIP) ? 5 : 3
    case PART:
      if (given === SAME) return 4
      return given === NO ? 1 : 3
    case INITIAL:
      if (given === SAME) return 3
      return given === NO ? 0 : 2
    case MISSING:
      if (given === NO) return 0
      return (given === SAME || given === SLIP) && (father === SAME || father === SLIP) ? 3 : 2
    default:
      return withoutFamily(family, given, father)
  }
}

function withoutFamily(family: number, given: number, father: number): PersonLevel {
  const hasFather = father === SAME || father === SLIP
  if (given === SAME) return family === FAR || hasFather ? 3 : 2
  return given === SLIP && family === FAR && hasFather ? 3 : 0
}

/** The level when the family name of one is the given name of the other; -1 when they are not. */
export function swappedLevel(a: PersonKey, b: PersonKey, father: number): PersonLevel | -1 {
  const left = crossLikeness(a.family, b.given)
  const right = crossLikeness(a.given, b.family)
  if (left === SAME && right === SAME) return father === SAME ? 7 : 6
  if ((left === SAME && right === SLIP) || (left === SLIP && right === SAME)) return 5
  if ((left === SAME && right === INITIAL) || (left === INITIAL && right === SAME)) return 4
  // One word alone, that is the other's given name.
  return (left === SAME && right === MISSING) || (left === MISSING && right === SAME) ? 2 : -1
}
