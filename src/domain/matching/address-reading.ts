import { type Marked, readMarks } from './address-marks.js'
import { type AddressPart, isPureNumber, numberText, partsOf, SIGN } from './address-parts.js'

/** An address in the form in which addresses are compared; all folded, '' where unknown. */
export interface AddressKey {
  /** Street without «ул.», «вулиця»: its telling word or words; of other ways the kind behind a colon (`lenin:pr`, `station:rd`). */
  street: string
  house: string
  flat: string
  /** Postal code, when there is one. */
  postcode: string
}

/** A stretch between commas: the parts from `start` up to `end`, and what there is among them. */
interface Stretch {
  start: number
  end: number
  hasWay: boolean
  hasName: boolean
  hasNumber: boolean
}

function stretchesOf(parts: readonly AddressPart[]): Stretch[] {
  const stretches: Stretch[] = []
  let current: Stretch | null = null
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as AddressPart
    if (current === null || part.sign === SIGN.comma) {
      current = { start: at, end: at, hasWay: false, hasName: false, hasNumber: false }
      stretches.push(current)
    }
    current.end = at + 1
    if (part.used) continue
    if (part.word === null) current.hasNumber = true
    else if (part.word.role === 'way') current.hasWay = true
    else current.hasName = true
  }
  return stretches
}

/** Six digits are a postal code anywhere; five and four where no house can be: in a stretch without a way, at an end of the address. */
function takePostcode(parts: readonly AddressPart[], stretches: readonly Stretch[], marked: Marked): void {
  for (const stretch of stretches)
    for (let at = stretch.start; at < stretch.end; at += 1) {
      const part = parts[at] as AddressPart
      const { length } = part.text
      if (part.used || length < 4 || length > 6 || !isPureNumber(part)) continue
      const isAlone = parts.length === 1
      const isEnd = (at === 0 && length === 5) || at === parts.length - 1 || (stretch !== stretches[0] && length === 5)
      const isCode =
        length === 6 ||
        isAlone ||
        (isEnd && !stretch.hasWay && (length === 5 || stretch !== stretches[0]) && stretches.length > 1)
      if (!isCode) continue
      part.used = true
      stretch.hasNumber = false
      for (let other = stretch.start; other < stretch.end; other += 1)
        if (!parts[other]?.used && parts[other]?.word === null) stretch.hasNumber = true
      marked.postcode ||= part.text
    }
}

/** How much a stretch looks like the one with the street. */
function weightOf(stretches: readonly Stretch[], index: number): number {
  const stretch = stretches[index] as Stretch
  if (!stretch.hasName && !stretch.hasWay) return 0
  const next = stretches[index + 1]
  const isBeforeNumber = next?.hasNumber && !next.hasName && !next.hasWay
  return 1 + (stretch.hasWay ? 4 : 0) + (stretch.hasNumber ? 3 : isBeforeNumber ? 2 : 0)
}

const isNumber = (part: AddressPart | undefined): part is AddressPart =>
  part !== undefined && !part.used && part.word === null

/** Does a free number follow from `at` on? */
function numberFollows(parts: readonly AddressPart[], at: number): boolean {
  for (let index = at; index < parts.length; index += 1) if (isNumber(parts[index])) return true
  return false
}

const isCyrillic = (text: string): boolean => text.charCodeAt(0) >= 0x400

/**
 * The number at `at` belongs to the name of the street: «ул. 8 Марта», «8 Марта 12», "42nd Street".
 * A house stands before its street only where no other number does («12 Pine Drive»).
 */
function isNamed(parts: readonly AddressPart[], at: number, end: number, hasWay: boolean, isHoused: boolean): boolean {
  const part = parts[at] as AddressPart
  const next = parts[at + 1]
  if (/^\d+(?:st|nd|rd|th)$/i.test(part.text)) return true
  if (!next || at + 1 >= end || next.used || next.word?.role !== 'name' || next.text.length < 3) return false
  return isCyrillic(next.text) && (hasWay || isHoused || numberFollows(parts, at + 1))
}

/** The street in a stretch: its words up to the house; `at` is the place behind them, `ahead` a number that stood before them. */
function readStreet(
  parts: readonly AddressPart[],
  { start, end }: Stretch,
  isHoused: boolean,
): { street: string; at: number; ahead: number } {
  const names: string[] = []
  let letter = ''
  let way: string | null = null
  let ahead = -1
  let at = start
  for (; at < end; at += 1) {
    const part = parts[at] as AddressPart
    if (part.used) continue
    if (part.word === null) {
      if (isNamed(parts, at, end, way !== null, isHoused)) names.push(String(Number.parseInt(part.text, 10)))
      else if (names.length > 0 || way !== null) break
      else if (ahead < 0) ahead = at
    } else if (part.word.role !== 'way' || isFollowedByWay(parts, at, end)) {
      if (part.text.length > 1 || part.text <= '9')
        names.push(part.word.stem === '' ? part.text.toLowerCase() : part.word.stem)
      else letter = part.word.stem
    } else {
      way = part.word.stem
      if (names.length === 0) continue
      // Behind the name the way ends it; what follows is a house or a town.
      at += 1
      break
    }
  }
  const name = names.length > 0 ? names.join(' ') : letter
  const kind = way ?? ''
  return { street: name === '' ? kind : kind === '' ? name : `${name}:${kind}`, at, ahead }
}

/** "Grove Road", "St James Street": of two ways the last one is meant. */
function isFollowedByWay(parts: readonly AddressPart[], at: number, end: number): boolean {
  if (isCyrillic((parts[at] as AddressPart).text)) return false
  for (let index = at + 1; index < end; index += 1)
    if (parts[index]?.word?.role === 'way' && !parts[index]?.used) return true
  return false
}

/** The numbers behind the street: house, then what hangs on it. */
function readNumbers(parts: readonly AddressPart[], from: number, marked: Marked): void {
  let last = marked.house
  for (let at = from; at < parts.length; at += 1) {
    const part = parts[at] as AddressPart
    if (part.used) continue
    if (part.word !== null) return
    const text = numberText(part.text)
    if (marked.house === '' && last === '') marked.house = last = text
    else if (marked.flat === '') marked.flat = text
    else if (part.sign === SIGN.slash && last !== '') marked.house += `/${text}`
    part.used = true
  }
}

/** "4/12 Main Street" is unit 4 of house 12; of "12-14 Main Street" the first number will do. */
function readAhead(parts: readonly AddressPart[], ahead: number, marked: Marked): void {
  const first = parts[ahead] as AddressPart
  const second = parts[ahead + 1]
  const isUnit = isNumber(second) && second.sign === SIGN.slash
  if (isUnit) marked.flat ||= numberText(first.text)
  marked.house ||= numberText(isUnit ? second.text : first.text)
}

/** Reads an address in Russian, Ukrainian, English or German habits; null when there is neither street nor number in it. */
export function addressKey(text: string): AddressKey | null {
  const parts = partsOf(text)
  if (parts.length === 0) return null
  const marked = readMarks(parts)
  const stretches = stretchesOf(parts)
  takePostcode(parts, stretches, marked)
  let best = -1
  let weight = 0
  for (let index = 0; index < stretches.length; index += 1) {
    const found = weightOf(stretches, index)
    if (found > weight) {
      best = index
      weight = found
    }
  }
  let street = ''
  if (best >= 0) {
    const read = readStreet(parts, stretches[best] as Stretch, marked.house !== '')
    street = read.street
    if (read.ahead >= 0) readAhead(parts, read.ahead, marked)
    else readNumbers(parts, read.at, marked)
  } else readNumbers(parts, 0, marked)
  const house = marked.block === '' ? marked.house : `${marked.house}k${marked.block}`
  if (street === '' && house === '' && marked.postcode === '') return null
  return { street, house, flat: marked.flat, postcode: marked.postcode }
}
