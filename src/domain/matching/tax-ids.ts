import { slipsBetween } from './slips.js'

/** A number that the state gives: digits and Latin capitals. `valid` when its check digits hold. */
interface TaxKey {
  key: string
  valid: boolean
}

const LEAST = 5
const MOST = 20

/** Sum of the first digits, each times its weight. */
function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < weights.length; index += 1)
    sum += (digits.charCodeAt(index) - 0x30) * (weights[index] ?? 0)
  return sum
}

const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 0x30

// Russian INN: order of the tax service ММВ-7-6/435@ of 29.06.2012; the last weights go with the tenth, eleventh and twelfth digit.
const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN_11 = [7, ...INN_10]
const INN_12 = [3, ...INN_11]
// Ukrainian РНОКПП: the sum may be negative, the first weight is -1.
const RNOKPP = [-1, 5, 7, 9, 4, 6, 10, 5, 7]
// Ukrainian ЄДРПОУ: one order of weights for numbers from 30000000 to 60000000, another for the rest; a second round with weights 2 more.
const EDRPOU = [1, 2, 3, 4, 5, 6, 7]
const EDRPOU_MIDDLE = [7, 1, 2, 3, 4, 5, 6]
const EDRPOU_AGAIN = [3, 4, 5, 6, 7, 8, 9]
const EDRPOU_MIDDLE_AGAIN = [9, 3, 4, 5, 6, 7, 8]

const isInn10 = (digits: string): boolean => (weighted(digits, INN_10) % 11) % 10 === digitAt(digits, 9)

const isInn12 = (digits: string): boolean =>
  (weighted(digits, INN_11) % 11) % 10 === digitAt(digits, 10) &&
  (weighted(digits, INN_12) % 11) % 10 === digitAt(digits, 11)

const isRnokpp = (digits: string): boolean => (((weighted(digits, RNOKPP) % 11) + 11) % 11) % 10 === digitAt(digits, 9)

function isEdrpou(digits: string): boolean {
  const number = Number(digits)
  const isMiddle = number > 30_000_000 && number < 60_000_000
  let rest = weighted(digits, isMiddle ? EDRPOU_MIDDLE : EDRPOU) % 11
  if (rest === 10) rest = (weighted(digits, isMiddle ? EDRPOU_MIDDLE_AGAIN : EDRPOU_AGAIN) % 11) % 10
  return rest === digitAt(digits, 7)
}

function checks(digits: string): boolean {
  if (digits.length === 8) return isEdrpou(digits)
  if (digits.length === 10) return isInn10(digits) || isRnokpp(digits)
  return digits.length === 12 && isInn12(digits)
}

/** 0000000000, 1111111111, 1234567890: typed because a form asked for a number. */
function isDummy(digits: string): boolean {
  let equal = true
  let rising = true
  for (let index = 1; index < digits.length; index += 1) {
    const step = digits.charCodeAt(index) - digits.charCodeAt(index - 1)
    if (step !== 0) equal = false
    if (step !== 1 && step !== -9) rising = false
  }
  return equal || rising
}

/** The text without what stands between digits and letters; Latin letters in capitals, all others (words such as «ИНН») fall away. */
function bare(value: string): string {
  let index = 0
  while (index < value.length && value.charCodeAt(index) >= 0x30 && value.charCodeAt(index) <= 0x39) index += 1
  return index === value.length
    ? value
    : value
        .toUpperCase()
        .replace(/^\s*(?:INN|TAX\s?ID|TIN|SSN|VAT|EDRPOU|IPN|UNP|NO|ID)\b/, '')
        .replace(/[^0-9A-Z]/g, '')
}

/**
 * Digits (and Latin letters) of a tax id or another number of the state; null of what cannot be one: fewer than five digits,
 * one digit only, 1234567890. `valid` when its check digits hold (INN of 10 and 12, ЄДРПОУ, РНОКПП).
 */
export function taxKey(value: string): TaxKey | null {
  const key = bare(value)
  if (key.length < LEAST || key.length > MOST) return null
  let digits = 0
  for (let index = 0; index < key.length; index += 1) if (key.charCodeAt(index) <= 0x39) digits += 1
  if (digits < LEAST || (digits === key.length && isDummy(key))) return null
  return { key, valid: digits === key.length && checks(key) }
}

export const TAX_LEVELS = ['other', 'near', 'same'] as const

/** A spreadsheet took the number for one and dropped the zero before it. */
function isWithoutZero(a: string, b: string): boolean {
  return b.length === a.length + 1 && b.charCodeAt(0) === 0x30 && b.endsWith(a)
}

/**
 * Index into `TAX_LEVELS`. `near`: a digit is wrong, missing or too many or two neighbours changed places, and at most one of the
 * two is valid: of two valid numbers neither is a slip of the other. A lost zero at the beginning makes no difference.
 */
export function compareTaxIds(a: TaxKey, b: TaxKey): number {
  if (a.key === b.key || isWithoutZero(a.key, b.key) || isWithoutZero(b.key, a.key)) return 2
  return !(a.valid && b.valid) && slipsBetween(a.key, b.key, 1) === 1 ? 1 : 0
}
