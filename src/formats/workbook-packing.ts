import type { Sheet } from './spreadsheet-sheets.js'
import type { FormatProblem, TableRow } from './table.js'

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml'

/** Rows that are counted and taken in portions: a list of them, or a store that makes them when they are asked for. */
export interface Rows {
  readonly length: number
  slice(from: number, to: number): TableRow[]
}

export interface Workbook<R extends Rows = TableRow[]> {
  format: WorkbookFormat
  sheets: (Omit<Sheet, 'rows'> & { rows: R })[]
}

/** Stands between two cells, and in none of them. */
const BETWEEN = '\0'
/** Rows of one text. */
const BLOCK = 1000

const withoutMark = (cell: string): string => (cell.includes(BETWEEN) ? cell.replaceAll(BETWEEN, '') : cell)

/**
 * Rows as a text for each thousand of them, since a million rows as objects take ten times the memory of what stands in them. The
 * text of a row is its line, how many cells it has, and its cells.
 */
export class PackedRows implements Rows {
  readonly #blocks: (string | Buffer)[]
  #open: string[] = []
  #length: number

  constructor(blocks: readonly Buffer[] = [], length = 0) {
    this.#blocks = [...blocks]
    this.#length = length
  }

  get length(): number {
    return this.#length
  }

  /** Only for rows that were not taken from bytes. */
  add({ line, cells }: TableRow): void {
    this.#open.push(String(line), String(cells.length), ...cells.map(withoutMark))
    this.#length += 1
    if (this.#length % BLOCK > 0) return
    this.#blocks.push(this.#open.join(BETWEEN))
    this.#open = []
  }

  /** The texts; the last one may yet grow. */
  #texts(): (string | Buffer)[] {
    return this.#open.length === 0 ? this.#blocks : [...this.#blocks, this.#open.join(BETWEEN)]
  }

  slice(from: number, to: number): TableRow[] {
    const first = Math.floor(from / BLOCK)
    const rows = this.#texts()
      .slice(first, Math.ceil(to / BLOCK))
      .flatMap(rowsIn)
    return rows.slice(from - first * BLOCK, to - first * BLOCK)
  }

  /** The texts, as bytes; UTF-16 keeps whatever stands in them. */
  *bytes(): Generator<Buffer> {
    for (const block of this.#texts()) yield typeof block === 'string' ? Buffer.from(block, 'utf16le') : block
  }
}

function rowsIn(block: string | Buffer): TableRow[] {
  const parts = (typeof block === 'string' ? block : block.toString('utf16le')).split(BETWEEN)
  const rows: TableRow[] = []
  for (let at = 0; at < parts.length; ) {
    const begin = at + 2
    const end = begin + Number(parts[at + 1])
    rows.push({ line: Number(parts[at]), cells: parts.slice(begin, end) })
    at = end
  }
  return rows
}

const packed = (rows: Rows): PackedRows => {
  if (rows instanceof PackedRows) return rows
  const own = new PackedRows()
  for (const row of rows.slice(0, rows.length)) own.add(row)
  return own
}

/** Rows as the list that they stand for. */
export const listed = ({ format, sheets }: Workbook<Rows>): Workbook => ({
  format,
  sheets: sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: rows.slice(0, rows.length) })),
})

/** What the process that read a workbook answers. */
export type Answer<R extends Rows = Rows> =
  | { workbook: Workbook<R> }
  | { problem: FormatProblem; detail: string }
  | { unknown: string }

/** An answer as pieces of bytes: JSON without the rows, and behind it their texts, each with its length before it. */
export function* toBytes(answer: Answer): Generator<Buffer> {
  const sheets = 'workbook' in answer ? answer.workbook.sheets : []
  const rows = sheets.map((sheet) => packed(sheet.rows))
  const head =
    'workbook' in answer
      ? { workbook: { ...answer.workbook, sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.length })) } }
      : answer
  yield* withLength(Buffer.from(JSON.stringify(head), 'utf16le'))
  for (const each of rows) for (const block of each.bytes()) yield* withLength(block)
}

function* withLength(bytes: Buffer): Generator<Buffer> {
  const length = Buffer.alloc(8)
  length.writeDoubleLE(bytes.length)
  yield length
  yield bytes
}

/** The answer in these bytes, which it goes on using; null when they are not whole. */
export function fromBytes(bytes: Buffer): Answer<PackedRows> | null {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = at + 8 <= bytes.length ? bytes.readDoubleLE(at) : Number.NaN
    if (!(at + 8 + length <= bytes.length)) return null
    pieces.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length
  }
  const [head, ...blocks] = pieces
  if (head === undefined) return null
  const answer = JSON.parse(head.toString('utf16le')) as Exclude<Answer, { workbook: unknown }> | Unfilled
  if (!('workbook' in answer)) return answer
  let at = 0
  const sheets = answer.workbook.sheets.map(({ rows: length, ...sheet }) => {
    const own = blocks.slice(at, at + Math.ceil(length / BLOCK))
    at += own.length
    return { ...sheet, rows: new PackedRows(own, length) }
  })
  return at === blocks.length ? { workbook: { ...answer.workbook, sheets } } : null
}

/** A workbook with the number of rows in place of the rows. */
interface Unfilled {
  workbook: Omit<Workbook, 'sheets'> & { sheets: (Omit<Sheet, 'rows'> & { rows: number })[] }
}
