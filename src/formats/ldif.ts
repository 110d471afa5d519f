import { isUtf8 } from 'node:buffer'
import { checkWidth, FormatError, type TableRow } from './table.js'

interface LogicalLine {
  line: number
  text: string
}

/** Lines joined with their continuations, which begin with a space (RFC 2849, note 2). */
function unfold(text: string): LogicalLine[] {
  const lines: LogicalLine[] = []
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1)
    if (line.startsWith(' ') && last && last.text !== '') last.text += line.slice(1)
    else lines.push({ line: index + 1, text: line })
  }
  return lines
}

/** What is not text (photos, certificates) is passed over. */
function fromBase64(value: string): string {
  const bytes = Buffer.from(value, 'base64')
  return isUtf8(bytes) ? bytes.toString('utf8') : ''
}

/** Behind the name stands `: text`, `:: base64` or `:< address`; an address is kept as it is and never opened. */
const ATTRIBUTE = /^([A-Za-z0-9][\w.;-]*):([:<]?)[ ]*(.*)$/s

function readAttribute({ line, text }: LogicalLine): { name: string; value: string } {
  const match = ATTRIBUTE.exec(text)
  if (!match) throw new FormatError('broken', line, 'LDIF')
  const [, name = '', kind, value = ''] = match
  return { name, value: kind === ':' ? fromBase64(value) : value }
}

/** Columns by the lower-case name of the attribute, since LDAP does not tell its case. */
class Columns {
  readonly header: string[] = []
  readonly #places = new Map<string, number>()

  place(name: string): number {
    const key = name.toLowerCase()
    const known = this.#places.get(key)
    if (known !== undefined) return known
    checkWidth(this.header.length + 1, null)
    this.#places.set(key, this.header.length)
    return this.header.push(name) - 1
  }
}

/**
 * Reads LDIF (RFC 2849), the address books of Thunderbird and LDAP servers. The header has every attribute in the order of
 * appearance, a row is an entry; several values of an attribute stand in a cell, one on a line. Throws `FormatError`.
 */
export function readLdif(text: string): { header: string[]; rows: TableRow[] } {
  const columns = new Columns()
  const entries: { line: number; values: string[][] }[] = []
  let entry: { line: number; values: string[][] } | null = null
  for (const line of unfold(text)) {
    if (line.text.trim() === '') entry = null
    else if (!line.text.startsWith('#') && line.text !== '-') {
      const { name, value } = readAttribute(line)
      if (entries.length === 0 && name.toLowerCase() === 'version' && entry === null) continue
      if (entry === null) {
        entry = { line: line.line, values: [] }
        entries.push(entry)
      }
      const place = columns.place(name)
      const values = entry.values[place] ?? []
      entry.values[place] = values
      if (value !== '') values.push(value)
    }
  }
  const { header } = columns
  return {
    header,
    rows: entries.map(
      ({ line, values }): TableRow => ({
        line,
        cells: header.map((_, index) => values[index]?.join('\n') ?? ''),
      }),
    ),
  }
}
