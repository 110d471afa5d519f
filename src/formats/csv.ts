import Papa from 'papaparse'
import { type Decoder, decoderOf, undouble } from './code-pages.js'
import { findDelimiter, guessWidth } from './csv-delimiter.js'
import { readTypedQuotes, TYPED_REACH } from './csv-quotes.js'
import { breaksIn, RecordReader } from './csv-record.js'
import { checkWidth, FormatError, type TableRow } from './table.js'

export interface CsvShape {
  /** As it was asked for. */
  encoding: string
  /** `,` also for a file of one column, where nothing is split. */
  delimiter: string
  /** The file begins with the `sep=;` line of Excel. */
  separatorLine: boolean
  /** NUL characters left out so far; final when the last row was read. */
  nuls: number
}

export interface CsvWanted {
  /** A name or label of the WHATWG Encoding Standard. */
  encoding: string
  /** One character; null to find it. */
  delimiter: string | null
  /** The cells are UTF-8 that was encoded once more. */
  undouble?: boolean
}

/** A record longer than this many characters is a quote that was never closed, or no table. */
const LONGEST_RECORD = 16 * 1024 * 1024
const SAMPLE = 65_536
const LONGEST_TRIED = 4 * 1024 * 1024
/** Characters that are in hand before rows are taken from them. */
const PORTION = 200_000
/** No text has it: cells of one column keep their commas. */
const NO_DELIMITER = '\u001f'
const SEPARATOR_LINE = /^\ufeff?sep=([^\r\n])(?:\r\n|\n|\r|$)/i

interface ParsedText {
  data: string[][]
  meta: { cursor: number }
  errors: unknown[]
}

const EMPTY_CELL = /^""\r?$/m
const isSpacedQuote = (cell: string): boolean => /^\s+"/.test(cell)

/** The rows in a text that grows at its end and is taken from at its beginning. */
class CsvText {
  readonly #shape: CsvShape
  readonly #undouble: boolean
  readonly #delimiter: string | null
  #cutAt = NO_DELIMITER
  #reader: RecordReader | null = null
  #width: number | null = null
  #text = ''
  #line = 1
  #enough = PORTION

  constructor({ encoding, delimiter, undouble: doubled }: CsvWanted) {
    this.#delimiter = delimiter === '' ? null : delimiter
    this.#undouble = doubled === true
    this.#shape = { encoding, delimiter: ',', separatorLine: false, nuls: 0 }
  }

  /** Line on which the text ends that was added so far. */
  get lastLine(): number {
    return this.#line + breaksIn(this.#text)
  }

  /** Says whether there is text enough to take rows from. */
  add(text: string): boolean {
    this.#text += text.includes('\0') ? this.#withoutNuls(text) : text
    return this.#text.length >= this.#enough
  }

  take(last: boolean, onShape: (shape: CsvShape) => void): TableRow[] {
    const reader = this.#reader ?? this.#begin(last)
    if (this.#reader === null) {
      this.#reader = reader
      onShape(this.#shape)
    }
    const wellFormed = this.#wellFormed(last)
    if (wellFormed) return wellFormed
    const rows: TableRow[] = []
    let at = 0
    while (at < this.#text.length) {
      const next = this.#record(reader, at, last, rows)
      if (next === null) break
      at = next
    }
    this.#text = this.#text.slice(at)
    // A record that is not whole is begun anew, so the text must have grown manifold by then.
    this.#enough = Math.max(PORTION, Math.min(2 * this.#text.length, LONGEST_RECORD + 1))
    return rows
  }

  /** The rows as the library reads them; null for text whose quotes or line ends are not those of RFC 4180. */
  #wellFormed(last: boolean): TableRow[] | null {
    const text = this.#text
    // A record that goes on and on is no RFC 4180, and the library makes an object of each quote that is none of it either.
    if (text.length > LONGEST_TRIED) return null
    const quotes = text.includes('"')
    // A line of two quotes is a row with an empty cell, which the library takes for an empty line.
    if (/\r(?!\n|$)|\ufeff/.test(text) || (text.endsWith('\r') && last) || (quotes && EMPTY_CELL.test(text)))
      return null
    const parser = new Papa.Parser({ delimiter: this.#cutAt, newline: '\n' })
    const { data, meta, errors } = parser.parse(text, 0, !last) as ParsedText
    if (errors.length > 0 || meta.cursor === 0 || (last && meta.cursor < text.length)) return null
    const rows: TableRow[] = []
    let line = this.#line
    for (const cells of data) {
      const end = cells.length - 1
      checkWidth(cells.length, line)
      if (cells[end]?.endsWith('\r')) cells[end] = cells[end].slice(0, -1)
      if (quotes && (cells.length !== (this.#width ?? cells.length) || cells.some(isSpacedQuote))) return null
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells: this.#undouble ? cells.map(undouble) : cells })
      line += 1
      if (quotes) for (const cell of cells) line += breaksIn(cell)
    }
    this.#line = line
    this.#text = text.slice(meta.cursor)
    this.#enough = Math.max(PORTION, 2 * this.#text.length)
    return rows
  }

  #withoutNuls(text: string): string {
    const without = text.replaceAll('\0', '')
    this.#shape.nuls += text.length - without.length
    return without
  }

  #begin(last: boolean): RecordReader {
    const separator = SEPARATOR_LINE.exec(this.#text.slice(0, 16))
    if (separator) {
      this.#text = this.#text.slice(separator[0].length)
      this.#line += 1
    }
    const sample = this.#text.slice(0, SAMPLE)
    const cut = !last || this.#text.length > SAMPLE
    const delimiter = this.#delimiter ?? separator?.[1] ?? findDelimiter(sample, cut)
    this.#cutAt = delimiter ?? NO_DELIMITER
    this.#width = guessWidth(sample, this.#cutAt, cut)
    this.#shape.delimiter = delimiter ?? ','
    this.#shape.separatorLine = separator !== null
    return new RecordReader(this.#cutAt)
  }

  /** Adds the record at `at` to the rows and says where the next begins; null when there is not yet text enough. */
  #record(reader: RecordReader, at: number, last: boolean, rows: TableRow[]): number | null {
    const text = this.#text
    const outcome = reader.read(text, at, last)
    if (outcome === 'record') {
      const typed = this.#isDoubtful(reader) ? this.#typed(at, false) : null
      return typed ? this.#push(rows, typed, typed.cells[0] === '') : this.#push(rows, reader, text[at] !== '"')
    }
    const tooLong = text.length - at > LONGEST_RECORD
    if (!last && !tooLong && (outcome !== 'bare' || text.length - at < TYPED_REACH)) return null
    if (outcome === 'cut') throw new FormatError('broken', this.#line, 'CSV')
    const typed = this.#typed(at, outcome === 'bare')
    if (typed === null) throw new FormatError('unclosed-quote', this.#line, '')
    return this.#push(rows, typed, false)
  }

  /** Whether quotes read otherwise may give the usual number of cells. */
  #isDoubtful({ cells, breaks, looseQuotes, spacedQuotes }: RecordReader): boolean {
    const width = this.#width
    if (width === null) return false
    return spacedQuotes || (looseQuotes && cells.length > width) || (breaks > 1 && cells.length !== width)
  }

  #typed(at: number, free: boolean) {
    return readTypedQuotes(this.#text, at, this.#cutAt, this.#width, free)
  }

  #push(
    rows: TableRow[],
    { cells, next, breaks }: { cells: string[]; next: number; breaks: number },
    skipEmpty: boolean,
  ): number {
    checkWidth(cells.length, this.#line)
    const isEmptyLine = skipEmpty && cells.length === 1 && cells[0] === ''
    if (!isEmptyLine) rows.push({ line: this.#line, cells: this.#undouble ? cells.map(undouble) : cells })
    this.#line += breaks
    return next
  }
}

/**
 * Reads CSV in portions of rows, whatever the size of the file: any line ends, also mixed; quotes doubled or as people
 * type them; a `sep=;` line. Empty lines are no rows. The delimiter is found from the first lines unless it is given;
 * `onShape` is called once, before the first rows. Throws `FormatError`.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  wanted: CsvWanted,
  onShape: (shape: CsvShape) => void,
): AsyncGenerator<TableRow[]> {
  const decoder = decoderOf(wanted.encoding)
  const text = new CsvText(wanted)
  for await (const bytes of source) {
    if (!text.add(decoded(decoder, bytes, text))) continue
    const rows = text.take(false, onShape)
    if (rows.length > 0) yield rows
  }
  text.add(decoded(decoder, null, text))
  const rows = text.take(true, onShape)
  if (rows.length > 0) yield rows
}

/** `bytes` null: the end of the file. */
function decoded(decoder: Decoder, bytes: Uint8Array | null, before: CsvText): string {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch {
    throw new FormatError(
      'encoding',
      before.lastLine + (bytes === null ? 0 : goodLines(decoder, bytes)),
      decoder.encoding,
    )
  }
}

/** Line ends before the first bytes that are no letter; a letter cut off before the piece is none of them. */
function goodLines({ encoding }: Decoder, bytes: Uint8Array): number {
  if (encoding !== 'utf-8') return 0
  const begin = bytes.subarray(0, 3).findIndex((byte) => byte >> 6 !== 2)
  const text = new TextDecoder('utf-8').decode(bytes.subarray(Math.max(0, begin)))
  const bad = text.indexOf('\ufffd')
  return breaksIn(bad < 0 ? text : text.slice(0, bad))
}
