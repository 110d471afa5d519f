import ICAL from 'ical.js'
import type { RawCard } from './vcard-lines.js'
import { isBinary } from './vcard-lines.js'
import { type ByteText, type Decode, fromQuotedPrintable, splitEscaped, unescaped } from './vcard-text.js'

/** One line of a card. A line that is none has the name '' and the whole line as its value. */
export interface CardProperty {
  /** Upper case, without group. */
  name: string
  /** Lower case, such as `item1`. */
  group: string | null
  /** Lower case: `cell`, `work`, …; `pref` for what is preferred. */
  types: string[]
  /** What the user calls it: from `itemN.X-ABLabel`, Android's `X-CUSTOM(…)` or a type `X-…`. */
  label: string | null
  /** By name in lower case, without TYPE, CHARSET and ENCODING. */
  params: Record<string, string[]>
  /** Parts for N, ADR, ORG, GENDER and X-ANDROID-CUSTOM; items for CATEGORIES and NICKNAME. */
  value: string | string[]
}

/** How values are divided; all others are one text. The library's own table knows the same and spoils other values. */
export const SEPARATORS: Readonly<Record<string, ';' | ','>> = {
  N: ';',
  ADR: ';',
  ORG: ';',
  GENDER: ';',
  'X-ANDROID-CUSTOM': ';',
  CATEGORIES: ',',
  NICKNAME: ',',
}

/**
 * What ical.js is told of vCards: their parameters only. Its own design sets cut dates of eight letters apart, keep the
 * backslash of `\;` and do not see that in `\\;` the semicolon is a separator, so values are read in `vcard-text`.
 */
const HEADS = {
  value: Object.create(null) as object,
  param: Object.assign(Object.create(null), { type: { valueType: 'text', multiValue: ',' } }) as object,
  property: Object.create(null) as object,
  propertyGroups: false,
}

type Encoding = 'quoted-printable' | 'base64'
type Head = Omit<CardProperty, 'value' | 'group'> & { charset: string | null; encoding: Encoding | null }

/** The library looks through the rest of a head once for every parameter; nobody has so much of either. */
const LONGEST_HEAD = 2_000
const MOST_PARAMS = 64

/** Heads repeat through a file, and reading one is what takes the time. */
const heads = new Map<string, Head | null>()

/** A property of a card, and its line as text without encoding of bytes; the value of a photo is empty. */
export function readProperty(
  line: ByteText,
  version: RawCard['version'],
  decode: Decode,
): { property: CardProperty; text: string } {
  const colon = endOfHead(line)
  const headText = colon < 0 ? '' : decode(line.slice(0, colon), null)
  // Groups are numbered without end; without them heads are few.
  const grouped = /^\s*([\w-]+)\.(.*)$/s.exec(headText)
  const head = colon < 0 ? null : headNamed(grouped?.[2] ?? headText)
  if (head === null) {
    const text = decode(line, null)
    return { property: { name: '', group: null, types: [], label: null, params: {}, value: text }, text }
  }
  const { name, types, label, params, charset, encoding } = head
  const group = grouped?.[1]?.toLowerCase() ?? null
  if (isBinary(name)) return { property: { name, group, types, label, params, value: '' }, text: '' }
  const raw = line.slice(colon + 1)
  const plain = decode(raw, charset)
  const value =
    encoding === null
      ? textValue(name, plain, version)
      : encodedValue(name, raw, encoding, (bytes) => decode(bytes, charset), version)
  return { property: { name, group, types, label, params, value }, text: `${headText}:${plain}` }
}

/** Place of the colon before the value: the first that stands in no quotes. */
function endOfHead(line: string): number {
  const colon = line.indexOf(':')
  const quote = line.indexOf('"')
  if (quote < 0 || quote > colon) return colon
  let quoted = false
  for (let index = quote; index < line.length; index += 1) {
    if (line[index] === '"') quoted = !quoted
    else if (line[index] === ':' && !quoted) return index
  }
  return colon
}

function textValue(name: string, text: string, version: RawCard['version']): string | string[] {
  const separator = SEPARATORS[name]
  if (separator === undefined) return cleaned(text, true)
  const parts = splitEscaped(text, separator)
  if (name !== 'N' || version === '2.1') return parts.map((part) => cleaned(part, true))
  return parts.map((part) =>
    splitEscaped(part, ',')
      .map((each) => cleaned(each, true))
      .join(' '),
  )
}

function encodedValue(
  name: string,
  raw: ByteText,
  encoding: Encoding,
  decode: (bytes: ByteText) => string,
  version: RawCard['version'],
): string | string[] {
  if (encoding === 'base64') return textValue(name, decode(Buffer.from(raw, 'base64').toString('latin1')), version)
  const open = (part: ByteText): string => decode(fromQuotedPrintable(part))
  const separator = SEPARATORS[name]
  if (separator === undefined) return cleaned(open(raw), false)
  // Separators stand beside the encoded parts, unless a program has encoded them with the rest.
  const parts = raw.includes(separator) ? splitEscaped(raw, separator).map(open) : splitEscaped(open(raw), separator)
  return parts.map((part) => cleaned(part, false))
}

const cleaned = (text: string, breaks: boolean): string => {
  const plain = unescaped(text, breaks)
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}

function headNamed(text: string): Head | null {
  let head = heads.get(text)
  if (head === undefined) {
    head = readHead(text)
    if (heads.size > 2000) heads.clear()
    heads.set(text, head)
  }
  return head
}

function readHead(text: string): Head | null {
  if (text.length > LONGEST_HEAD || text.split(';').length > MOST_PARAMS) return null
  const name = /^\s*([\w-]+)\s*(?:;|$)/.exec(text)?.[1]
  if (name === undefined) return null
  const { line, label } = hasBare(text) ? asVersion3(text) : { line: text, label: null }
  let parsed: [string, Record<string, string | string[]>, string]
  try {
    parsed = ICAL.parse.property(`${line}:`, HEADS)
  } catch {
    return null
  }
  const [, { type, charset, encoding, ...others }, valueType] = parsed
  const typed = list(type)
  const types = typed.map((each) => each.toLowerCase()).filter((each) => each !== '')
  if (others.pref !== undefined && !types.includes('pref')) types.push('pref')
  const params = Object.fromEntries(Object.entries(others).map(([key, value]) => [key, list(value)]))
  if (valueType !== 'unknown') params.value = [valueType]
  return {
    name: name.toUpperCase(),
    types,
    label: label ?? typed.find((each) => /^X-./i.test(each))?.slice(2) ?? null,
    params,
    charset: list(charset)[0]?.trim() || null,
    encoding: encodingOf(list(encoding)[0] ?? ''),
  }
}

/** The library's lists of values in quotes may have lists in them. */
const list = (value: unknown): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.flatMap(list) : [String(value)]

function encodingOf(name: string): Encoding | null {
  const lower = name.trim().toLowerCase()
  if (lower === 'quoted-printable' || lower === 'q') return 'quoted-printable'
  return lower === 'base64' || lower === 'b' ? 'base64' : null
}

const ENCODINGS = /^(?:quoted-printable|base64|b|8bit|7bit)$/i
const VALUES = /^(?:inline|url|uri|content-id|cid)$/i
const CUSTOM = /^X-CUSTOM\((.*)\)$/is

const hasBare = (head: string): boolean =>
  head.includes(';') &&
  head
    .split(';')
    .slice(1)
    .some((param) => !param.includes('=') || param.includes('('))

/** vCard 2.1 writes `TEL;CELL;QUOTED-PRINTABLE` for what is `TEL;TYPE=CELL;ENCODING=QUOTED-PRINTABLE` since 3.0. */
function asVersion3(text: string): { line: string; label: string | null } {
  let label: string | null = null
  const [name = '', ...params] = splitHead(text)
  const named = params.flatMap((param): string[] => {
    const bare = param.trim()
    const custom = CUSTOM.exec(bare)?.[1]
    if (custom !== undefined) label = customLabel(custom)
    if (custom !== undefined || bare === '') return []
    if (bare.includes('=')) return [bare]
    return [`${ENCODINGS.test(bare) ? 'ENCODING' : VALUES.test(bare) ? 'VALUE' : 'TYPE'}=${bare}`]
  })
  return { line: [name.trim(), ...named].join(';'), label }
}

/** Splits at semicolons that stand neither in quotes nor in brackets. */
function splitHead(text: string): string[] {
  const parts: string[] = []
  let start = 0
  let closing = ''
  for (let index = 0; index <= text.length; index += 1) {
    const letter = text[index]
    if (letter === undefined || (letter === ';' && closing === '')) {
      parts.push(text.slice(start, index))
      start = index + 1
    } else if (closing !== '') closing = letter === closing ? '' : closing
    else if (letter === '"' || letter === '(') closing = letter === '(' ? ')' : '"'
  }
  return parts
}

/** Android's `CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=B4…`, or the label as it is. */
function customLabel(text: string): string {
  const match = /^(?:(?:CHARSET=([^,]*)|ENCODING=(QUOTED-PRINTABLE)),)+(.*)$/is.exec(text)
  if (!match) return text
  const [, charset, quoted, label = ''] = match
  if (quoted === undefined) return label
  const bytes = Buffer.from(fromQuotedPrintable(label), 'latin1')
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}
