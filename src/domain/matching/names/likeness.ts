import { slipsBetween } from '../slips.js'
import { isInitialOf } from './dictionary.js'
import type { PersonKey } from './key.js'

/** How two parts of a name stand to each other, nearest last. */
export const NO = 0
/** Family names: two slips apart, or three in a long one. */
export const FAR = 1
/** Nothing to compare. */
export const MISSING = 2
/** One part of a double family name. */
export const PART = 3
/** An initial, and a word that begins so; or the same initial twice. */
export const INITIAL = 4
/** A slip of a finger apart. */
export const SLIP = 5
export const SAME = 6

/** One slip in words of four letters and more, two in those of `long` letters and more. */
function isSlip(a: string, b: string, long: number): boolean {
  const size = Math.min(a.length, b.length)
  if (size < 3 || (size === 3 && a.length === b.length)) return false
  const limit = size >= long ? 2 : 1
  return slipsBetween(a, b, limit) <= limit
}

/** The same of two words as they are written, in whatever letters both are. */
const isSlipInText = (a: string, b: string, long: number): boolean => a.length > 3 && b.length > 3 && isSlip(a, b, long)

const LONG_GIVEN = 7
/** Family names share their endings, so that two slips are more in them. */
const LONG_FAMILY = 8

const hasCommon = (a: readonly number[], b: readonly number[]): boolean => {
  if (a === b) return a.length > 0
  for (let i = 0; i < a.length; i += 1) for (let j = 0; j < b.length; j += 1) if (a[i] === b[j]) return true
  return false
}

/** Letters with which one name begins in two languages: Олексій and Алексей, Микола and Николай, Катерина and Екатерина. */
const TWO_INITIALS = new Set(['ao', 'oa', 'eo', 'oe', 'mn', 'nm', 'ek', 'ke', 'ag', 'ga', 'fp', 'pf', 'gy', 'yg'])

/** Of two initials of fathers nothing is known when they may be one name's in two languages. */
export const areInitialsOfOne = (a: string, b: string): boolean =>
  a.length === 1 && b.length === 1 && a !== b && TWO_INITIALS.has(a + b)

/** Given names, or fathers' names: the text, an initial or a letter in place of it, and the numbers of the names it stands for. */
export function givenLikeness(
  a: string,
  aNames: readonly number[],
  b: string,
  bNames: readonly number[],
  aText = '',
  bText = '',
  guessed = false,
): typeof NO | typeof MISSING | typeof INITIAL | typeof SLIP | typeof SAME {
  if (a.length === 0 || b.length === 0) return MISSING
  if (a.length === 1 || b.length === 1) {
    if (a.charCodeAt(0) === b.charCodeAt(0)) return INITIAL
    return isInitialOf(a.length === 1 ? a : b, a.length === 1 ? bNames : aNames) ? INITIAL : NO
  }
  if (aNames.length > 0 && bNames.length > 0) {
    if (hasCommon(aNames, bNames)) return SAME
    // An unknown word may be a slip of more names than one.
    return guessed && isSlipInText(aText, bText, LONG_GIVEN) ? SLIP : NO
  }
  if (a === b) return SAME
  return isSlip(a, b, LONG_GIVEN) || isSlipInText(aText, bText, LONG_GIVEN) ? SLIP : NO
}

/** Family names, with the parts of double ones. */
export function familyLikeness(a: PersonKey, b: PersonKey): number {
  const left = a.family
  const right = b.family
  if (left.length === 0 || right.length === 0) return MISSING
  if (left.length === 1 || right.length === 1) return left.charCodeAt(0) === right.charCodeAt(0) ? INITIAL : NO
  if (left === right) return sameSecond(left, a.family2, b.family2) ? SAME : PART
  if (a.family2.length > 0 || b.family2.length > 0) {
    if (left === b.family2 && right === a.family2) return SAME
    if (hasPart(left, a.family2, right, b.family2)) return PART
  }
  const size = Math.min(left.length, right.length)
  if (size < 3 || (size === 3 && left.length === right.length)) return NO
  const far = size > 8 ? 3 : size < 5 ? 1 : 2
  const distance = slipsBetween(left, right, far)
  if (distance <= (size >= LONG_FAMILY ? 2 : 1) || isSlipInText(a.familyText, b.familyText, LONG_FAMILY)) return SLIP
  return distance > far ? NO : FAR
}

/** The second parts of two family names with the same first part; of "van der Berg" the second is but the end of the first. */
const sameSecond = (family: string, a: string, b: string): boolean =>
  a === b ||
  ((a.length === 0 || b.length === 0) && family.endsWith(a.length === 0 ? b : a)) ||
  isSlip(a, b, LONG_FAMILY)

function hasPart(a: string, a2: string, b: string, b2: string): boolean {
  return (
    (b2.length > 0 && (a === b2 || isSlip(a, b2, LONG_FAMILY))) ||
    (a2.length > 0 && (a2 === b || isSlip(a2, b, LONG_FAMILY) || a2 === b2)) ||
    isSlip(a, b, LONG_FAMILY)
  )
}

/** A word read as a family name in one name and as a given name in the other. */
export function crossLikeness(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return MISSING
  if (a === b) return SAME
  if (a.length === 1 || b.length === 1) return a.charCodeAt(0) === b.charCodeAt(0) ? INITIAL : NO
  const longer = a.length > b.length ? a : b
  const shorter = longer === a ? b : a
  // The ending that differs by sex was cut off the family name.
  if (longer.length === shorter.length + 1 && shorter.length > 3 && longer.startsWith(shorter)) {
    const last = longer.charCodeAt(longer.length - 1)
    if (last === 0x61 || last === 0x69) return SAME
  }
  if (isSlip(a, b, LONG_GIVEN)) return SLIP
  return shorter.length >= 3 && longer.startsWith(shorter) ? SLIP : NO
}
