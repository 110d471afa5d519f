import { BYTE_ORDER_MARK, behindBlanks, behindLineEnd, breaksIn, isLineEnd, QUOTE } from './csv-record.js'

/** A record read by its quotes as people type them. */
export interface TypedRecord {
  cells: string[]
  next: number
  /** Line breaks in the record, its own end included. */
  breaks: number
}

interface CellReading {
  cell: string
  /** At the delimiter, the line end or the end of the text. */
  end: number
}

interface Search {
  text: string
  /** Where the text may be read to. */
  limit: number
  delimiter: number
  width: number | null
  /** Only pairs of quotes are believed, also within a line. */
  pairs: boolean
  /** Readings that may still be tried. */
  budget: number
  /** Places and numbers of cells from which no reading leads to the end. */
  failed: Set<string>
}

/** The cells read so far, the last one first. */
interface Chain {
  cell: string
  count: number
  before: Chain | null
}

/** A cell of several lines with quotes typed inside is looked for no further than this. */
export const TYPED_REACH = 65_536
const TRIES = 1_000
/** Quotes that are looked at to close a cell. */
const QUOTES = 200

const isOdd = (count: number): boolean => count % 2 === 1

/**
 * Reads a record whose quotes are not doubled: `"ООО "Ромашка"";Москва`, `"Ромашка" ООО;Москва`, `a, "b"`. Several readings
 * are possible; taken is the first that has as many cells as `width`, within its line if that can be. With `free`, a cell may
 * go over several lines, and a row with another number of cells is better than none.
 */
export function readTypedQuotes(
  text: string,
  from: number,
  delimiter: string,
  width: number | null,
  free: boolean,
): TypedRecord | null {
  const limit = lineEnd(text, from)
  const search = { text, limit, delimiter: delimiter.charCodeAt(0), width, pairs: false }
  const read = (change: Partial<Search>): TypedRecord | null =>
    readCells({ ...search, budget: TRIES, failed: new Set(), ...change }, from, null)
  const exact = read({})
  if (exact || !free) return exact
  return (
    read({ width: null, pairs: true }) ??
    read({ limit: Math.min(text.length, from + TYPED_REACH) }) ??
    read({ width: null })
  )
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isLineEnd(text.charCodeAt(at))) return at
  return text.length
}

function readCells(search: Search, from: number, before: Chain | null): TypedRecord | null {
  const count = (before?.count ?? 0) + 1
  const state = `${from} ${search.width === null ? '' : count}`
  if ((search.width !== null && count > search.width) || search.failed.has(state)) return null
  for (const { cell, end } of readingsOf(search, from)) {
    search.budget -= 1
    if (search.budget < 0) return null
    const read = { cell, count, before }
    const goesOn = search.text.charCodeAt(end) === search.delimiter
    if (!goesOn && search.width !== null && count !== search.width) continue
    const record = goesOn ? readCells(search, end + 1, read) : recordOf(search, read, end)
    if (record) return record
  }
  search.failed.add(state)
  return null
}

function recordOf({ text }: Search, last: Chain, end: number): TypedRecord {
  const cells: string[] = []
  for (let each: Chain | null = last; each; each = each.before) cells.push(each.cell)
  cells.reverse()
  const closed = end < text.length
  const breaks = cells.reduce((sum, cell) => sum + breaksIn(cell), closed ? 1 : 0)
  return { cells, next: closed ? behindLineEnd(text, end) : end, breaks }
}

function* readingsOf(search: Search, from: number): Generator<CellReading> {
  const start = search.text.charCodeAt(from) === BYTE_ORDER_MARK ? from + 1 : from
  const quote = behindBlanks(search.text, start, search.delimiter)
  const quoted = quote < search.limit && search.text.charCodeAt(quote) === QUOTE
  const ends = new Set<number>()
  if (quoted)
    for (const reading of closings(search, quote + 1)) {
      ends.add(reading.end)
      yield reading
    }
  for (const reading of unquoted(search, start, quoted && quote === start)) if (!ends.has(reading.end)) yield reading
}

/** Every quote before a delimiter or a line end may be the closing one. */
function* closings({ text, delimiter, limit, pairs }: Search, start: number): Generator<CellReading> {
  let quotes = 0
  for (let quote = text.indexOf('"', start); quote >= 0 && quote < limit; quote = text.indexOf('"', quote + 1)) {
    const end = behindBlanks(text, quote + 1, delimiter)
    if (end >= text.length || text.charCodeAt(end) === delimiter || isLineEnd(text.charCodeAt(end))) {
      const cell = text.slice(start, quote)
      if (isPlausible(cell, quotes, delimiter, pairs)) yield { cell: cell.replaceAll('""', '"'), end }
    }
    quotes += 1
    if (quotes > QUOTES) return
  }
}

/**
 * Quotes on both sides of a delimiter or a line end are the file's own and not part of what was typed; and over several
 * lines only pairs of quotes are believed.
 */
function isPlausible(cell: string, quotes: number, delimiter: number, pairs: boolean): boolean {
  if (quotes === 0) return true
  if (/"(?:\r\n|\n|\r)"/.test(cell) || cell.includes(`"${String.fromCharCode(delimiter)}"`)) return false
  return !isOdd(quotes) || !(pairs || /[\r\n]/.test(cell))
}

/** Up to the first delimiter; or, when it stands between two quotes of the cell, up to the one behind them. */
function* unquoted({ text, delimiter, limit }: Search, start: number, paired: boolean): Generator<CellReading> {
  let quotes = 0
  let first = true
  for (let at = start; at <= limit; at += 1) {
    const code = text.charCodeAt(at)
    const over = at === limit || isLineEnd(code)
    if (code === QUOTE && !over) quotes += 1
    if (code !== delimiter && !over) continue
    if (!isOdd(quotes) || (first && !paired)) yield { cell: text.slice(start, at), end: at }
    if (over || !isOdd(quotes)) return
    first = false
  }
}
