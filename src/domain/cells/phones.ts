import { type HandleKind, messengerNamed, type PhoneReader, readProfileLink } from '../handle.js'
import { type CellReading, EMAIL, type Point, phoneValue } from '../points.js'
import { EXTENSION_AHEAD, EXTENSION_ALONE, lettersToDigits, spreadsheetDigits } from './phone-text.js'
import { plainCell, saysNothing, writtenCell } from './text.js'

/** Separators that never stand inside a number; those in brackets belong to the words there. */
const STRONG = /(\s*(?:[;|\n\r\t]|:::)\s*)(?![^()]*\))/
const WEAK = /(\s*[,/\\&]\s*|\s+(?:и|или|та|і|або|and|or)\s+)(?![^()]*\))/iu

/** Words that say no more than that a phone follows. */
const GENERIC = /^(?:т|тел|тлф|телефон\p{L}*|phone|tel|номер|number|no|контакт\p{L}*)$/u
/** Words by which a phone is described; a local number behind any other word is not taken for one. */
const KINDS =
  /^(?:моб\p{L}*|сот\p{L}*|раб\p{L}*|роб\p{L}*|дом\p{L}*|гор\p{L}*|міськ\p{L}*|факс|fax|mobile|cell|work|home|office|офис|офіс)$/u
const LINKING = /^(?:и|та|і|and|есть|є|на|в|у|only|только|тільки)$/u

/** before, number, after */
const NUMBER = /^(.*?)((?:[+(][+(\s]*)?\d(?:[\d\s().+-]*[\d)])?)(.*)$/su

const digitsIn = (text: string): number => text.replace(/\D/g, '').length

/** What a cell has said so far. */
interface Scan {
  reading: CellReading
  label: string | null
  readPhone: PhoneReader
  last: Point | null
  /** Words that stand before the number they describe. */
  pending: string
}

/** Reads a cell with several phones, words, messengers, repairs. See `readPhoneCell`. */
export function scanPhones(text: string, label: string | null, readPhone: PhoneReader): CellReading {
  const scan: Scan = { reading: { points: [], remarks: [], bad: null }, label, readPhone, last: null, pending: '' }
  const pieces = writtenCell(text).split(STRONG)
  for (let index = 0; index < pieces.length; index += 2) {
    const parts = weakParts(pieces[index] ?? '', readPhone)
    for (let at = 0; at < parts.length; at += 2)
      readPart(scan, parts[at] ?? '', (at === 0 ? pieces[index - 1] : parts[at - 1]) ?? '')
    if (scan.reading.bad) return scan.reading
  }
  if (scan.reading.points.length === 0 && scan.pending !== '') fail(scan, text.trim())
  return scan.reading
}

/** Parts and, between them, their separators. */
function weakParts(piece: string, readPhone: PhoneReader): string[] {
  const number = piece.replace(/^[^\d+(]+/, '')
  const isOne =
    spreadsheetDigits(plainCell(number)) !== null ||
    // 8/916/1234567 is one number, 1234567/1234568 are two.
    (/^[\d+(][\d()/+-]*$/.test(number) && digitsIn(number) <= 12 && readPhone(number) !== null)
  return isOne ? [piece] : piece.split(WEAK)
}

function fail({ reading }: Scan, value: string, code: 'bad-phone' | 'lost-digits' = 'bad-phone'): void {
  reading.bad ??= { code, value }
}

function readPart(scan: Scan, part: string, separator: string): void {
  const plain = plainCell(part)
  if (plain === '' || scan.reading.bad || saysNothing(plain)) return
  if (plain.includes('@') || /\.me\/|viber:|whatsapp:/i.test(plain)) readNoPhone(scan, plain)
  else if (!/\d/.test(plain)) readWords(scan, plain)
  else if (scan.last?.value.startsWith('+') && EXTENSION_ALONE.test(plain)) scan.last.typed += separator + part
  else if (spreadsheetDigits(plain) === 'lost-digits') fail(scan, part.trim(), 'lost-digits')
  else readNumber(scan, part.trim(), plain)
}

/** Words alone belong to the number before them, or to the next one when there is none. */
function readWords(scan: Scan, words: string): void {
  if (scan.last && !words.endsWith(':')) describe(scan, scan.last, words)
  else scan.pending += ` ${words}`
}

/** People write an address or a handle among their phones. */
function readNoPhone(scan: Scan, plain: string): void {
  for (const token of plain.split(/\s+/)) {
    const word = token.replace(/[:.,]+$/, '')
    const link = readProfileLink(word)
    const handle = /^@[a-z]\w{3,31}$/i.test(word) ? word : null
    if (EMAIL.test(word))
      scan.reading.points.push({ kind: 'email', label: null, typed: word, value: word.toLowerCase() })
    else if (link !== null && link !== 'page') {
      const value = /^\+?\d{7,}$/.test(link.value)
        ? (scan.readPhone(link.value) ?? link.value)
        : link.value.toLowerCase()
      scan.reading.points.push({ kind: link.kind, label: null, typed: word, value })
    } else if (handle)
      scan.reading.points.push({ kind: 'telegram', label: null, typed: word, value: word.slice(1).toLowerCase() })
    else if (messengerNamed(word) === null && !/^(?:e-?mail|почта|пошта)$/iu.test(word)) fail(scan, plain)
  }
}

function readNumber(scan: Scan, written: string, plain: string): void {
  const repaired = lettersToDigits(plain)
  const mended = repaired === null ? null : scan.readPhone(repaired)
  if (mended !== null) {
    scan.reading.remarks.push({ value: written, became: mended })
    addPhone(scan, written, mended)
    return
  }
  const counted = spreadsheetDigits(plain.replace(/^[^\d+]+/, ''))
  // A slash that is still here stands inside one number.
  const [, before = '', number = '', behind = ''] =
    counted === null ? (NUMBER.exec(plain.replace(/(?<=\d)\/(?=\d)/g, '-')) ?? []) : ['', '', counted, '']
  const extension = EXTENSION_AHEAD.exec(behind)?.[0] ?? ''
  const after = behind.slice(extension.length)
  const value = scan.readPhone(number)
  if (value === null) {
    if (readPair(scan, number, `${before} ${after}`)) return
    if (!readLocal(scan, before, number, extension, after)) fail(scan, written)
    return
  }
  const isWhole = before === '' && after === ''
  scan.pending += ` ${before}`
  const point = addPhone(scan, isWhole ? written : (number + extension).trim(), value)
  if (digitsIn(after) >= 7) readNumber(scan, after.trim(), after.trim())
  else if (after.trim() !== '') describe(scan, point, after)
}

/** `89160000001 84950000002`: two whole numbers with nothing but a space between them. */
function readPair(scan: Scan, number: string, words: string): boolean {
  if (digitsIn(number) < 14 || number.length > 100) return false
  for (const { index } of number.matchAll(/\s+/g)) {
    const [first, second] = [number.slice(0, index), number.slice(index).trim()]
    if (digitsIn(first) > 15) return false
    const value = scan.readPhone(first)
    const other = value === null || digitsIn(first) < 10 ? null : scan.readPhone(second)
    if (value === null || (other === null && digitsIn(second) < 20)) continue
    scan.pending += ` ${words}`
    addPhone(scan, first, value)
    if (other !== null) addPhone(scan, second, other)
    else if (!readPair(scan, second, '')) continue
    return true
  }
  return false
}

/** An old city number, without its code: no plan knows it, so only a number alone or one called a phone is taken for it. */
function readLocal(scan: Scan, before: string, number: string, extension: string, after: string): boolean {
  const value = phoneValue(number, () => null)
  if (value === null) return false
  const words = wordsIn(`${scan.pending} ${before}`)
  const isCalled = words.every((word) => GENERIC.test(word) || KINDS.test(word) || messengerNamed(word) !== null)
  if (!isCalled || (after.trim() !== '' && (value.length < 5 || /\d/.test(after)))) return false
  scan.pending += ` ${before}`
  const point = addPhone(scan, (number + extension).trim(), value)
  if (after.trim() !== '') describe(scan, point, after)
  return true
}

function addPhone(scan: Scan, typed: string, value: string): Point {
  const known = scan.reading.points.find((point) => point.kind === 'phone' && point.value === value)
  const point: Point = known ?? { kind: 'phone', label: scan.label, typed, value }
  if (!known) scan.reading.points.push(point)
  scan.last = point
  const words = scan.pending
  scan.pending = ''
  if (words.trim() !== '') describe(scan, point, words)
  return point
}

const wordsIn = (text: string): string[] =>
  text
    .replace(/whats\s+app/i, 'whatsapp')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Words beside a number: messengers make points of their own, what is left over is its label. */
function describe(scan: Scan, point: Point, text: string): void {
  const kinds = new Set<HandleKind>()
  const rest: string[] = []
  for (const word of text.replace(/whats\s+app/i, 'whatsapp').split(/[\s,/+&()[\];]+/u)) {
    const clean = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{S}]+$/gu, '')
    const kind = messengerNamed(clean)
    if (kind) kinds.add(kind)
    else if (clean !== '' && !GENERIC.test(clean.toLowerCase())) rest.push(clean)
  }
  for (const kind of kinds)
    if (!scan.reading.points.some((each) => each.kind === kind && each.value === point.value))
      scan.reading.points.push({ kind, label: null, typed: point.typed, value: point.value })
  const label = (kinds.size > 0 ? rest.filter((word) => !LINKING.test(word.toLowerCase())) : rest).join(' ')
  if (label !== '') point.label = point.label === null ? label : `${point.label}, ${label}`
}
