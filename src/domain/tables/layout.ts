import { canonicalOf, normaliseHeader } from './headers.js'
import { looksLikeData } from './shapes.js'

/** A row as a file has it. */
export interface RawRow {
  line: number
  cells: readonly string[]
  /** The text of a line that cannot be read; there are no cells then. */
  broken?: string
}

/** Cells that a spreadsheet shows as one. */
export interface Merge {
  line: number
  column: number
  rows: number
  columns: number
}

export interface Layout {
  /** Names of the columns; letters when the file has none of its own. */
  names: string[]
  /** Line of the header, null when there is none. */
  headerLine: number | null
  /** How many of the first rows are no clients: titles, the header, its second row. */
  skip: number
  /** Titles and notes above the header, as they stand. */
  titles: string[]
}

/** How far down a header is looked for. */
const REACH = 30

/** A spreadsheet's letter of a column counted from 0: A … Z, AA … */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

const filled = (cells: readonly string[]): number[] =>
  cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]))

const longest = (rows: readonly RawRow[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length))

/**
 * Finds the header among the first rows: the one with the most names that columns are known by, and the fewest cells that
 * look like data. With no known name the first row is the header only if it does not look like the rows below it.
 * `named` are names that the user has said to be columns.
 */
export function findLayout(rows: readonly RawRow[], merges: readonly Merge[], named: readonly string[]): Layout {
  const head = rows.slice(0, REACH)
  const wanted = new Set(named.map(normaliseHeader))
  const isKnown = (cell: string): boolean => wanted.has(normaliseHeader(cell)) || canonicalOf(cell) !== null
  let best = -1
  let bestScore = 0
  for (const [index, { cells }] of head.entries()) {
    const at = filled(cells)
    const known = at.filter((column) => isKnown(cells[column] ?? '')).length
    const data = at.filter((column) => looksLikeData(cells[column] ?? '')).length
    // One known word among many that are not is a client who happens to be called so.
    const score = known * 2 - data * 3 - (at.length - known - data) * 0.5
    if (known > 0 && (known * 3 >= at.length || wanted.size > 0) && score > bestScore) {
      best = index
      bestScore = score
    }
  }
  if (best > 0 && isUnder(head, best, merges)) best -= 1
  if (best < 0) best = unknownHeader(head)
  if (best < 0) best = wideHeader(head, isKnown)
  if (best < 0) return withoutHeader(rows)
  return headed(head, best, merges)
}

/** Is the row the second of a header, whose first names columns too? The parts of a group are often the better known names. */
function isUnder(rows: readonly RawRow[], index: number, merges: readonly Merge[]): boolean {
  const [above, row] = [rows[index - 1], rows[index]]
  if (!above || !row || above.line !== row.line - 1 || filled(above.cells).length < 2) return false
  const alone = filled(above.cells).some(
    (column) => (row.cells[column] ?? '').trim() === '' && canonicalOf(above.cells[column] ?? '') !== null,
  )
  return alone && !above.cells.some(looksLikeData) && isSecondRow(above.cells, row, merges)
}

/** The first row with as many cells as the table has, when its cells are words and the ones below are not, or -1. */
function unknownHeader(rows: readonly RawRow[]): number {
  const width = longest(rows)
  const index = rows.findIndex(({ cells }) => filled(cells).length > width / 2)
  const row = rows[index]
  const below = rows.slice(index + 1)
  if (!row || below.length === 0 || row.cells.some(looksLikeData)) return -1
  const telling = row.cells.some((_, column) => below.some(({ cells }) => looksLikeData(cells[column] ?? '')))
  return telling ? index : -1
}

/** From so many columns on, names that are all different are a header although few of them are known. */
const WIDE = 6

/** The first full row of a wide table, when it has a known name that does not come again below it, or -1. */
function wideHeader(rows: readonly RawRow[], isKnown: (cell: string) => boolean): number {
  const width = longest(rows)
  const index = rows.findIndex(({ cells }) => filled(cells).length > width / 2)
  const cells = rows[index]?.cells ?? []
  const at = filled(cells)
  if (at.length < WIDE || cells.some(looksLikeData) || new Set(cells).size < cells.length) return -1
  const below = rows.slice(index + 1)
  const telling = at.some(
    (column) => isKnown(cells[column] ?? '') && !below.some((row) => row.cells[column] === cells[column]),
  )
  return telling ? index : -1
}

function withoutHeader(rows: readonly RawRow[]): Layout {
  const width = longest(rows)
  return {
    names: Array.from({ length: width }, (_, index) => columnLetter(index)),
    headerLine: null,
    skip: 0,
    titles: [],
  }
}

function headed(rows: readonly RawRow[], index: number, merges: readonly Merge[]): Layout {
  const { line, cells } = rows[index] as RawRow
  const below = rows[index + 1]
  const two = below !== undefined && isSecondRow(cells, below, merges)
  const parents = spread(line, cells, merges)
  const above = rows[index - 1]
  const names = (two ? parents : [...cells]).map((cell) => cell.trim())
  if (two && below)
    for (const column of filled(below.cells))
      names[column] = joined(names[column] ?? '', below.cells[column] ?? '', names)
  else if (above && above.line === line - 1) nameTwins(names, spread(above.line, above.cells, merges))
  while (names.length > 0 && names.at(-1) === '' && names.length > longest(rows.slice(index + 1))) names.pop()
  return {
    names,
    headerLine: line,
    skip: index + (two ? 2 : 1),
    titles: rows.slice(0, index).map(({ cells: title }) => title.filter((cell) => cell.trim() !== '').join(' ')),
  }
}

/** Puts the text of cells merged sideways into each of them. */
function spread(line: number, cells: readonly string[], merges: readonly Merge[]): string[] {
  const names = [...cells]
  for (const merge of merges) {
    if (line < merge.line || line >= merge.line + merge.rows) continue
    for (let column = merge.column; column < merge.column + merge.columns; column += 1)
      names[column] = names[merge.column] ?? ''
  }
  return Array.from(names, (name) => name ?? '')
}

/** A second row of the header stands under cells of the first that are empty or span several columns. */
function isSecondRow(header: readonly string[], { line, cells }: RawRow, merges: readonly Merge[]): boolean {
  const at = filled(cells).filter(
    (column) => !merges.some((merge) => merge.line < line && line < merge.line + merge.rows && merge.column === column),
  )
  if (at.length === 0 || at.some((column) => looksLikeData(cells[column] ?? ''))) return false
  const under = (column: number): boolean =>
    (header[column] ?? '').trim() === '' ||
    merges.some(
      ({ line: from, column: first, columns }) =>
        from === line - 1 && columns > 1 && column >= first && column < first + columns,
    ) ||
    (header[column + 1] ?? '').trim() === ''
  return at.every(under) && at.some((column) => canonicalOf(cells[column] ?? '') !== null)
}

/** The name of a column under a group: both together when that is a known name, its own when that tells enough. */
function joined(parent: string, child: string, taken: readonly string[]): string {
  const own = child.trim()
  if (parent === '' || parent === own) return own
  for (const name of [`${own} ${parent}`, `${parent} ${own}`]) if (canonicalOf(name) !== null) return name
  const twin = taken.some((name) => normaliseHeader(name) === normaliseHeader(own))
  if (canonicalOf(own) !== null && !twin) return own
  return canonicalOf(own) === null && canonicalOf(parent) !== null ? `${parent} (${own})` : `${own} (${parent})`
}

/** Two columns of one name under different groups are told apart by the groups' names. */
function nameTwins(names: string[], groups: readonly string[]): void {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(normaliseHeader(name), (counts.get(normaliseHeader(name)) ?? 0) + 1)
  for (const [column, name] of names.entries()) {
    const group = (groups[column] ?? '').trim()
    if (name !== '' && group !== '' && (counts.get(normaliseHeader(name)) ?? 0) > 1)
      names[column] = `${name} (${group})`
  }
}

const TOTAL =
  /^(итого|итог|всего|разом|усього|всього|підсумок|grand total|total|subtotal|в сумме|загалом)(\s|[:.,]|$)/iu

export type Skipped = 'blank' | 'total' | 'header-again'

/** A file of rejected rows, mended or not: its last columns say why. */
export const isRejects = (headers: readonly string[]): boolean =>
  headers.at(-2) === 'line' && headers.at(-1) === 'reason'

/** Why a row below the header is no client, or null. */
export function skippedRow(row: readonly string[], names: readonly string[]): Skipped | null {
  // A rejected row that was emptied still says its line and why.
  const cells = isRejects(names) ? row.toSpliced(names.length - 2, 2) : row
  const first = cells.find((cell) => cell.trim() !== '')
  if (first === undefined) return 'blank'
  if (TOTAL.test(first.trim()) && !cells.some((cell) => cell.includes('@'))) return 'total'
  const again = cells.length > 1 && cells.every((cell, index) => cell.trim() === (names[index] ?? '').trim())
  return again ? 'header-again' : null
}
