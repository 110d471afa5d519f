import { type AddressPart, isPureNumber, numberText, SIGN } from './address-parts.js'

/** What words and signs beside the numbers of an address say, before its street is looked for. */
export interface Marked {
  house: string
  block: string
  flat: string
  postcode: string
}

const ORDINAL_LETTERS: ReadonlySet<string> = new Set('я й ая ий ый ой го е а ша га та ти'.split(' '))

const take = (part: AddressPart): string => {
  part.used = true
  return part.text
}

/** A number or a single letter that stands behind a word such as «кв.» or «корп.»; '' when there is none. */
function behind(parts: readonly AddressPart[], at: number, letters: boolean): string {
  const next = parts[at + 1]
  if (!next || next.used || !(next.word === null || (letters && next.text.length === 1))) return ''
  return numberText(take(next))
}

/** «12 а», «12-А»: a single letter behind a number is its house's, unless a number follows for which it is a word («19 к 155»). */
function takeLetter(parts: readonly AddressPart[], at: number): boolean {
  const part = parts[at] as AddressPart
  const before = parts[at - 1]
  if (!before || before.word !== null || part.sign > SIGN.hyphen || !isPureNumber(before)) return false
  const next = parts[at + 1]
  if (next && next.sign !== SIGN.comma && (next.word === null || next.word.role === 'name' || next.word.role === 'way'))
    return false
  before.text += part.text
  part.used = true
  return true
}

/** «1-я», «5-й» before a name: the number belongs to the name. */
function takeOrdinal(parts: readonly AddressPart[], at: number): boolean {
  const part = parts[at] as AddressPart
  const before = parts[at - 1]
  const next = parts[at + 1]
  if (before?.word !== null || !next?.word || next.sign === SIGN.comma || !ORDINAL_LETTERS.has(part.text)) return false
  part.used = true
  before.word = { role: 'name', stem: before.text }
  return true
}

/** «12к2», «5с1»: a letter between two numbers that touch it stands for a block. */
function takeTouchingBlock(parts: readonly AddressPart[], at: number, marked: Marked): boolean {
  const part = parts[at] as AddressPart
  const before = parts[at - 1]
  if (!part.touches || before?.word !== null || !/[кkсc]$/i.test(before.text)) return false
  before.text = before.text.slice(0, -1)
  marked.block ||= numberText(take(part))
  return true
}

/** «ул. Б. Хмельницкого», «ул. А. С. Пушкина»: a letter behind a way or another such letter, before a name. */
function isInitial(parts: readonly AddressPart[], at: number): boolean {
  const before = parts[at - 1]?.word
  const next = parts[at + 1]
  if (!before || next?.word?.role !== 'name' || next.sign === SIGN.comma) return false
  return before.role === 'way' || parts[at - 1]?.text.length === 1
}

/** The words behind «г.» up to a way, a number or a comma are a city; so is what stands before «обл.». */
function takeCity(parts: readonly AddressPart[], at: number): void {
  for (let index = at + 1; index < parts.length; index += 1) {
    const part = parts[index] as AddressPart
    if (part.sign === SIGN.comma || part.word?.role !== 'name') return
    part.used = true
  }
}

function takeRegion(parts: readonly AddressPart[], at: number): void {
  for (let index = at - 1; index >= 0; index -= 1) {
    const part = parts[index] as AddressPart
    if (part.word?.role !== 'name') return
    part.used = true
    if (part.sign === SIGN.comma) return
  }
}

/** A «к.» is a block of the house, or, with a large number, a flat. */
const LARGEST_BLOCK = 20

/** Reads the words that tell what their neighbours are; these and the neighbours are `used` afterwards. */
export function readMarks(parts: readonly AddressPart[]): Marked {
  const marked: Marked = { house: '', block: '', flat: '', postcode: '' }
  readBritishPostcode(parts, marked)
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as AddressPart
    if (part.used) continue
    if (part.word === null) {
      if (takeTouchingBlock(parts, at, marked)) continue
      if (part.sign === SIGN.number && at > 0 && marked.flat === '') marked.flat = numberText(take(part))
      continue
    }
    if (part.text.length <= 2 && takeOrdinal(parts, at)) continue
    if (part.text.length === 1 && takeLetter(parts, at)) continue
    if (part.text.length === 1 && isInitial(parts, at)) {
      part.used = true
      continue
    }
    const { role } = part.word
    if (role === 'name' || role === 'way') continue
    part.used = true
    if (role === 'flat') marked.flat ||= behind(parts, at, true)
    else if (role === 'house') {
      const house = behind(parts, at, false)
      if (house === '') takeCity(parts, at)
      else marked.house ||= house
    } else if (role === 'block') {
      const block = behind(parts, at, true)
      if (part.text.length === 1 && Number(block) > LARGEST_BLOCK) marked.flat ||= block
      else marked.block ||= block
    } else if (role === 'city') takeCity(parts, at)
    else if (role === 'region') takeRegion(parts, at)
  }
  return marked
}

/** "SW1A 1AA", "LS1 4AP": letters, a number, and a digit with two letters at the end of a part. */
function readBritishPostcode(parts: readonly AddressPart[], marked: Marked): void {
  for (let at = 2; at < parts.length; at += 1) {
    const [area, district, unit] = [parts[at - 2], parts[at - 1], parts[at]]
    if (!area?.word || area.text.length > 2 || district?.word !== null || !district.touches || !unit) continue
    if (unit.word !== null || unit.sign === SIGN.comma || !/^\d[A-Z]{2}$/i.test(unit.text)) continue
    marked.postcode = `${take(area)}${take(district)}${take(unit)}`.toLowerCase()
    return
  }
}
