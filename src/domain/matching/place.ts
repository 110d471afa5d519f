import type { AddressKey } from './address-reading.js'
import { slipsBetween } from './slips.js'

export { type AddressKey, addressKey } from './address-reading.js'
export { cityKey } from './cities.js'

export const ADDRESS_LEVELS = ['other', 'street', 'house', 'same'] as const

const SPACE = 0x20
const NINE = 0x39
const COLON = 0x3a
const LEAST_FORGIVEN = 6

function endOfName(street: string): number {
  const colon = street.indexOf(':')
  return colon < 0 ? street.length : colon
}

/** Is the shorter name the end of the longer one, as «Шевченко» is of «Тараса Шевченко»? Kinds of ways set aside. */
function endsWith(long: string, endOfLong: number, short: string, endOfShort: number): boolean {
  if (endOfShort < 3 || endOfLong <= endOfShort || long.charCodeAt(endOfLong - endOfShort - 1) !== 0x20) return false
  for (let back = 1; back <= endOfShort; back += 1)
    if (long.charCodeAt(endOfLong - back) !== short.charCodeAt(endOfShort - back)) return false
  return true
}

function haveSameBeginning(a: string, b: string, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (a.charCodeAt(index) !== b.charCodeAt(index)) return false
  return true
}

/** 2: one street; 1: one name, but two kinds of ways; 0: two streets. */
function compareStreets(a: string, b: string): number {
  if (a === b) return 2
  const endA = endOfName(a)
  const endB = endOfName(b)
  const isOneName =
    (endA === endB && haveSameBeginning(a, b, endA)) || endsWith(a, endA, b, endB) || endsWith(b, endB, a, endA)
  if (isOneName)
    return a.charCodeAt(endA) !== COLON || b.charCodeAt(endB) !== COLON || haveSameEnd(a, endA, b, endB) ? 2 : 1
  return Math.min(endA, endB) >= LEAST_FORGIVEN && slipsBetween(a, b, 1) === 1 && !isOtherNumber(a, b) ? 2 : 0
}

function haveSameEnd(a: string, endA: number, b: string, endB: number): boolean {
  if (a.length - endA !== b.length - endB) return false
  for (let index = endA; index < a.length; index += 1)
    if (a.charCodeAt(index) !== b.charCodeAt(endB + index - endA)) return false
  return true
}

/** The numbered streets of one name are no slips of each other: 1-я and 2-я, 12-я and 13-я. */
function isOtherNumber(a: string, b: string): boolean {
  for (let index = 0; index < a.length; index += 1) {
    const first = a.charCodeAt(index)
    const other = b.charCodeAt(index)
    const isNumber = first <= NINE || other <= NINE
    if (!isNumber || (first === other && first === SPACE)) return false
    if (first !== other) return true
  }
  return false
}

/** One flat, and houses of two figures or more that differ by a slip. */
const isHouseSlip = (a: AddressKey, b: AddressKey): boolean =>
  a.flat !== '' &&
  a.flat === b.flat &&
  Math.min(a.house.length, b.house.length) > 1 &&
  slipsBetween(a.house, b.house, 1) === 1

/**
 * Index into `ADDRESS_LEVELS`. `same`: street, house and flat (or none on both sides); `house`: street and house, a flat is missing on one
 * side; `street`: nearly (another flat of the house, another kind of way, a slip in the house), or a house is missing,
 * or one postcode where there is no street; -1: nothing to compare.
 */
export function compareAddresses(a: AddressKey, b: AddressKey): number {
  if (a.street === '' || b.street === '')
    return a.postcode === '' || b.postcode === '' ? -1 : a.postcode === b.postcode ? 1 : 0
  const street = compareStreets(a.street, b.street)
  if (street === 0) return 0
  if (a.house === '' || b.house === '') return 1
  if (a.house !== b.house) return isHouseSlip(a, b) ? 1 : 0
  if (street === 1) return 1
  if (a.flat === b.flat) return 3
  return a.flat === '' || b.flat === '' ? 2 : 1
}
