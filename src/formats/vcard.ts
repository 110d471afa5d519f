import ICAL from 'ical.js'
import { type CardProblem, cutCards, isBinary, type RawCard } from './vcard-lines.js'
import { type CardProperty, readProperty, SEPARATORS } from './vcard-properties.js'
import { type Decode, decodeWith, plainBytes } from './vcard-text.js'

export type { CardProperty } from './vcard-properties.js'

export interface Card {
  /** Of BEGIN:VCARD in the file, counted from 1. */
  line: number
  version: '2.1' | '3.0' | '4.0'
  /** Empty when the card has a problem. */
  properties: CardProperty[]
  /** Why the card cannot be read; `text` still has what there is of it. */
  problem: CardProblem | null
  /** The card as it stands in the file, as text: unfolded, ends of lines CRLF, without photos and the like. */
  text: string
}

/**
 * Reads a file of vCards 2.1, 3.0 and 4.0 one by one (RFC 2426, RFC 6350, and what phones write). Bytes that are not UTF-8 are
 * windows-1251 unless a line names its charset; `encoding` overrules both. A broken card has a `problem` and no properties, and does
 * not touch the others. Throws `FormatError` when there is no card in the file, or its bytes are not of the `encoding`.
 */
export function* readCards(bytes: Uint8Array, encoding?: string): Generator<Card> {
  const decode = decodeWith(encoding ?? 'windows-1251')
  for (const raw of cutCards(plainBytes(bytes, encoding)))
    yield raw.problem === null ? readCard(raw, decode) : unreadable(raw, decode)
}

function unreadable({ line, version, lines, problem }: RawCard, decode: Decode): Card {
  const texts = lines.flatMap((each) => {
    const { property, text } = readProperty(each, version, decode)
    return isBinary(property.name) ? [] : [text]
  })
  const text = texts.map((each) => `${each}\r\n`).join('')
  return { line, version, properties: [], problem, text: problem === 'no-end' ? `BEGIN:VCARD\r\n${text}` : text }
}

function readCard({ line, version, lines }: RawCard, decode: Decode): Card {
  const properties: CardProperty[] = []
  const labels = new Map<string, string>()
  let text = 'BEGIN:VCARD\r\n'
  for (const each of lines) {
    const { property, text: lineText } = readProperty(each, version, decode)
    if (!isBinary(property.name)) text += `${lineText}\r\n`
    if (property.name === 'X-ABLABEL' && property.group !== null) labels.set(property.group, plainLabel(property.value))
    else properties.push(property)
  }
  if (labels.size > 0)
    for (const property of properties)
      if (property.group !== null) property.label = labels.get(property.group) ?? property.label
  return { line, version, properties, problem: null, text: `${text}END:VCARD\r\n` }
}

/** Apple marks the labels it translates: `_$!<Anniversary>!$_`. */
const plainLabel = (value: string | string[]): string => {
  const text = typeof value === 'string' ? value : value.join(' ')
  return /^_\$!<(.*)>!\$_$/s.exec(text)?.[1] ?? text
}

// A folded line begins with a space, which counts among the 75 octets as well (RFC 6350, 3.2).
ICAL.foldLength = 74

const escapeText = (text: string): string =>
  text.replace(/[\\;,\n]/g, (letter) => (letter === '\n' ? '\\n' : `\\${letter}`))
/** Commas and semicolons mean nothing in an address of the net and stay as they are. */
const escapeLink = (text: string): string => text.replace(/[\\\n]/g, (letter) => (letter === '\n' ? '\\n' : '\\\\'))

const LINKS = { defaultType: 'link' }
const DESIGN = {
  value: { unknown: { toICAL: escapeText }, link: { toICAL: escapeLink } },
  param: { type: { valueType: 'text', multiValue: ',' } },
  property: {
    ...Object.fromEntries(
      Object.entries(SEPARATORS).map(([name, separator]) => [
        name.toLowerCase(),
        separator === ';' ? { structuredValue: ';' } : { multiValue: ',' },
      ]),
    ),
    url: LINKS,
    impp: LINKS,
    'x-socialprofile': LINKS,
  } as Record<string, { defaultType?: string; structuredValue?: string; multiValue?: string }>,
  propertyGroups: true,
}

/** Writes one card with CRLF, folded at 75 octets and never inside a character. A property with a label gets a group and `X-ABLabel`. */
export function writeCard(properties: readonly CardProperty[], version: '3.0' | '4.0'): string {
  const lines = ['BEGIN:VCARD', `VERSION:${version}`]
  let items = 0
  for (const property of properties) {
    if (property.label !== null) items += 1
    const group = property.label === null ? null : `item${items}`
    lines.push(writeProperty(property, group, version))
    if (property.label !== null)
      lines.push(writeProperty({ name: 'X-ABLabel', types: [], params: {}, value: property.label }, group, version))
  }
  return `${[...lines, 'END:VCARD'].join('\r\n')}\r\n`
}

function writeProperty(
  { name, types, params, value }: Pick<CardProperty, 'name' | 'types' | 'params' | 'value'>,
  group: string | null,
  version: '3.0' | '4.0',
): string {
  const key = name.toLowerCase()
  const { multiValue, defaultType } = DESIGN.property[key] ?? {}
  const values = typeof value === 'string' ? [plain(value)] : value.map(plain)
  const written = version === '3.0' ? types.map((type) => type.toUpperCase()) : types
  return ICAL.stringify.property(
    [
      key,
      {
        ...(group === null ? {} : { group }),
        ...(written.length === 0 ? {} : { type: written }),
        ...Object.fromEntries(Object.entries(params).map(([param, each]) => [param, plain(each.join(','))])),
      },
      defaultType ?? 'unknown',
      ...(multiValue === undefined && typeof value !== 'string' ? [values] : values),
    ],
    DESIGN,
    false,
  )
}

/** Text that a line can hold: one kind of line break, no other control characters. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
