import { BIRTHDAY_LEVELS } from './birthday.js'
import { COMPANY_LEVELS } from './company.js'
import { MAIL_LEVELS, PHONE_LEVELS, TAX_LEVELS } from './identifiers.js'
import { PERSON_LEVELS } from './person.js'
import { ADDRESS_LEVELS } from './place.js'

/** What is compared, by its place in an array of levels. Own fields follow from `CUSTOM` on. */
export const FIELD = {
  name: 0,
  company: 1,
  phone: 2,
  email: 3,
  handle: 4,
  birthday: 5,
  address: 6,
  city: 7,
  tax: 8,
} as const
export const CUSTOM = 9
/** More own fields than these are left out of account: the fullest are taken. */
export const MOST_CUSTOM = 6

/** Names of the levels of each field, worst first. */
export const LEVELS: readonly (readonly string[])[] = [
  PERSON_LEVELS,
  COMPANY_LEVELS,
  PHONE_LEVELS,
  MAIL_LEVELS,
  ['other', 'same'],
  BIRTHDAY_LEVELS,
  ADDRESS_LEVELS,
  ['other', 'same'],
  TAX_LEVELS,
]
export const CUSTOM_LEVELS: readonly string[] = ['other', 'same']
export const levelsOf = (field: number): readonly string[] => LEVELS[field] ?? CUSTOM_LEVELS

/** A number for each combination of levels. */
export function patternOf(levels: Int8Array): number {
  let pattern = 0
  for (let field = levels.length - 1; field >= 0; field -= 1)
    pattern = pattern * (levelsOf(field).length + 1) + (levels[field] as number) + 1
  return pattern
}

/** The levels of a pattern; the way back from `patternOf`. */
export function levelsIn(pattern: number, fields: number): Int8Array {
  const levels = new Int8Array(fields)
  let rest = pattern
  for (let field = 0; field < fields; field += 1) {
    const size = levelsOf(field).length + 1
    levels[field] = (rest % size) - 1
    rest = Math.floor(rest / size)
  }
  return levels
}
