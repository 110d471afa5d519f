import type { CellObject, Sheet as LibrarySheet, Range, RowInfo, WorkBook } from 'xlsx'
import { textOf } from './spreadsheet-cells.js'
import { MOST_CELLS } from './spreadsheet-parts.js'
import { FormatError, type TableRow } from './table.js'

/** Cells that a sheet shows as one; `line` counted from 1, `column` from 0. */
interface Merge {
  line: number
  column: number
  rows: number
  columns: number
}

export interface Sheet {
  /** Of a page with one table ''. */
  name: string
  hidden: boolean
  /** Rows with at least one cell that is not empty, hidden ones too. */
  rows: TableRow[]
  hiddenRows: number
  merges: Merge[]
  /** Cells that hold #N/A and the like; they are read as ''. */
  errors: number
}

/** Of Excel: what stands behind the last row or column is damaged. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

/** The sheets of a workbook that the library read with `dense` and `cellNF`. Throws FormatError 'too-large'. */
export const sheetsOf = (book: WorkBook): Sheet[] => book.SheetNames.map((name, index) => readSheet(book, name, index))

function readSheet(book: WorkBook, name: string, index: number): Sheet {
  const sheet: LibrarySheet | undefined = book.Sheets[name]
  // What the library gave up half-way must not look empty.
  if (sheet === undefined) throw new FormatError('broken', null, book.bookType ?? '')
  const { rows, errors } = rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true)
  const merges = mergesOf(sheet)
  for (const merge of merges) if (merge.rows > 1) fillDown(rows, merge)
  const rowInfo: RowInfo[] = sheet['!rows'] ?? []
  return {
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: [...rows].map(([line, cells]) => ({ line: line + 1, cells })),
    hiddenRows: [...rows.keys()].filter((line) => rowInfo[line]?.hidden === true).length,
    merges,
    errors,
  }
}

/** Rows by their number from 0. */
function rowsOf(sheet: LibrarySheet, date1904: boolean): { rows: Map<number, string[]>; errors: number } {
  const data = (sheet['!data'] ?? []) as Row[]
  const rows = new Map<number, string[]>()
  let errors = 0
  let cellCount = 0
  const end = Math.min(data.length, MOST_ROWS)
  for (let line = 0; line < end; line += 1) {
    const row = data[line]
    if (!row) continue
    const { cells, errors: found } = cellsOf(row, date1904)
    errors += found
    cellCount += cells.length
    if (cellCount > MOST_CELLS) throw new FormatError('too-large', null, String(Math.round(cellCount / 50_000)))
    // A list that grew has places for three times as many.
    if (cells.length > 0) rows.set(line, cells.slice())
  }
  return { rows, errors }
}

type Row = (CellObject | undefined)[] | undefined

function cellsOf(row: NonNullable<Row>, date1904: boolean): { cells: string[]; errors: number } {
  const cells: string[] = []
  let errors = 0
  // A damaged row may have billions of places, and V8 does not interrupt its own `forEach` over nothing.
  const end = Math.min(row.length, MOST_COLUMNS)
  for (let column = 0; column < end; column += 1) {
    const cell = row[column]
    if (!cell) continue
    if (cell.t === 'e') errors += 1
    const text = textOf(cell, date1904)
    if (text === '') continue
    for (let at = cells.length; at < column; at += 1) cells.push('')
    cells[column] = text
  }
  return { cells, errors }
}

const mergesOf = (sheet: LibrarySheet): Merge[] =>
  ((sheet['!merges'] ?? []) as Range[])
    .map(({ s, e }) => ({ line: s.r + 1, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 }))
    .filter(({ line, column, rows, columns }) => line > 0 && column >= 0 && rows * columns > 1)

/** The value of cells merged downwards belongs to each of their rows that holds anything else. */
function fillDown(rows: Map<number, string[]>, { line, column, rows: height }: Merge): void {
  const value = rows.get(line - 1)?.[column]
  if (!value) return
  // A whole column may be merged: only rows that are there are looked at.
  const covered = height < rows.size ? Array.from({ length: height - 1 }, (_, index) => line + index) : [...rows.keys()]
  for (const at of covered) {
    const cells = at > line - 1 && at < line - 1 + height ? rows.get(at) : undefined
    if (!cells || cells[column]) continue
    for (let before = cells.length; before < column; before += 1) cells.push('')
    cells[column] = value
  }
}
