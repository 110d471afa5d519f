import { readFileSync, writeSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import * as library from 'xlsx'
import { codePages, inTheirPage } from './spreadsheet-code-pages.js'
import { markupText, tidyPage, withoutScripts } from './spreadsheet-markup.js'
import { withTextData } from './spreadsheet-numbers.js'
import { type Archive, openArchive } from './spreadsheet-parts.js'
import { type Sheet, sheetsOf } from './spreadsheet-sheets.js'
import { FormatError, isFormatError } from './table.js'
import { labelOf } from './workbook-label.js'
import {
  type Answer,
  listed,
  PackedRows,
  type Rows,
  toBytes,
  type Workbook,
  type WorkbookFormat,
} from './workbook-packing.js'

export { type SheetToWrite, writeWorkbook } from './spreadsheet-writing.js'

const MEGABYTE = 2 ** 20
/** Of files that are not archives: 65,536 rows of .xls, all there can be, are 30 MB. */
const LARGEST_PLAIN_FILE = 128 * MEGABYTE

/**
 * Milliseconds that a file of so many bytes, unpacked, may take: ten times what they take here, where 100,000 rows of 12 columns are
 * four to six seconds (48 MB of XLSX, 25 MB of .xls). Not more, because the library may run for minutes on a damaged file of a few
 * kilobytes, and takes up to 300 MB a second meanwhile.
 */
const patience = (size: number): number => 3000 + (size / MEGABYTE) * 4000

/**
 * Reads a workbook whole; its format is told by the bytes. Cells are text: dates as `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or
 * `HH:MM`, numbers as plain digits (15 % is `0.15`), `yes` and `no`, formulas by the value that was saved. Throws FormatError
 * 'too-large', 'encrypted' or 'broken' and nothing else; 'broken' also if it takes more than `mostTime` milliseconds.
 */
export const readWorkbook = (bytes: Uint8Array, mostTime = patience): Workbook => listed(readPacked(bytes, mostTime))

/** The same, with the rows of long pages as texts. */
function readPacked(bytes: Uint8Array, mostTime: typeof patience): Workbook<Rows> {
  const label = labelOf(bytes)
  try {
    const workbook =
      label === 'XLSX' || label === 'ODS' ? readArchive(bytes, mostTime) : readPlain(bytes, label, mostTime)
    if (workbook.sheets.length > 0) return workbook
  } catch (error) {
    if (isFormatError(error) && error.problem !== 'broken') throw error
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new FormatError('encrypted', null, label)
  }
  throw new FormatError('broken', null, label)
}

const OPTIONS = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  // Only with styles does the library say which rows are hidden.
  cellStyles: true,
  raw: true,
} as const

/** The library's `read` behind its own unpacker; its types leave this out. */
const { parse_zip: readParts } = library as unknown as {
  parse_zip(archive: Archive, options: library.ParsingOptions): library.WorkBook
}

/** Reads the workbook on standard input, which is a file, and writes the answer to standard output, another; see `workbook-apart`. */
export function answer(): void {
  let said: Answer
  try {
    // Who started this process counts the time that it works, which on a busy machine is less than what passes.
    said = { workbook: readPacked(readFileSync(0), (size) => 10 * patience(size)) }
  } catch (error) {
    const unknown = error instanceof Error ? `${error.stack ?? error.message}` : String(error)
    said = isFormatError(error) ? { problem: error.problem, detail: error.detail } : { unknown }
  }
  for (const bytes of toBytes(said)) for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
}

function readArchive(bytes: Uint8Array, mostTime: typeof patience): Workbook {
  const { archive, size } = openArchive(bytes)
  return inTime(mostTime(size), () => {
    const book = readParts(archive, { ...OPTIONS, cellStyles: hasFills(archive) })
    const macros = archive.FullPaths.some((path) => /vbaProject\.bin$/i.test(path))
    const format = book.bookType === 'xlsx' && macros ? 'xlsm' : (book.bookType as WorkbookFormat)
    return { format, sheets: sheetsOf(book) }
  })
}

/** In a workbook without fills, as plain exporters write, the library fails and recovers at each cell, fifty times slower. */
const hasFills = ({ FileIndex }: Archive): boolean =>
  FileIndex.some(
    ({ name, content }) => /styles\.bin$/i.test(name) || (/styles\.xml$/i.test(name) && content.includes('<fill')),
  )

function readPlain(bytes: Uint8Array, label: 'XLS' | 'HTML', mostTime: typeof patience): Workbook<Rows> {
  if (bytes.length > LARGEST_PLAIN_FILE)
    throw new FormatError('too-large', null, String(Math.ceil(bytes.length / MEGABYTE)))
  return inTime(mostTime(bytes.length), () => (label === 'XLS' ? readOld(bytes) : readMarkup(bytes)))
}

/** More cells than these nobody has merged in a list; the library makes objects of all of them. */
const MOST_MERGES = 100_000
/** A record of merged cells (MS-XLS 2.4.168): its type, its length and how many there are, eight bytes each. */
const MERGES = 0x00e5

/** The records may lie in sectors that are strewn over the file; where many stand together, enough of them are found in a row. */
function refuseMerges(file: Buffer): void {
  let merges = 0
  for (let at = file.indexOf(0xe5); at >= 0 && at + 6 <= file.length; at = file.indexOf(0xe5, at + 1)) {
    const count = file.readUInt16LE(at + 4)
    if (file.readUInt16LE(at) !== MERGES || count === 0 || file.readUInt16LE(at + 2) !== 2 + 8 * count) continue
    merges += count
    if (merges > MOST_MERGES) throw new FormatError('broken', null, 'XLS')
  }
}

function readOld(bytes: Uint8Array): Workbook {
  library.set_cptable(codePages)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseMerges(buffer)
  const sheets = sheetsOf(library.read(buffer, { ...OPTIONS, type: 'buffer' }))
  return { format: 'xls', sheets: inTheirPage(sheets, buffer) }
}

/** Rows of a page that are read at once: what is made of it on the way takes ten times the memory of what is kept. */
const PAGE_ROWS = 10_000

/** A long page in pieces of rows; one piece where cells may reach down into other rows, or tables stand in it. */
function* piecesOf(page: string): Generator<string> {
  const table = /<table\b/gi
  const rowsPart = !(table.test(page) && table.test(page)) && !/\browspan\b/i.test(page)
  const row = /<tr\b/gi
  let start = 0
  for (let rows = 0; rowsPart && row.test(page); rows += 1) {
    if (rows === 0 || rows % PAGE_ROWS > 0) continue
    const end = row.lastIndex - 3
    yield page.slice(start, end)
    start = end
  }
  yield page.slice(start)
}

type PageSheet = Workbook<Rows>['sheets'][number]

function readPage(text: string): PageSheet[] {
  const page = withoutScripts(text)
  const pieces = piecesOf(page)
  const read = (markup: string, goesOn: boolean): Sheet[] =>
    sheetsOf(library.read(tidyPage(markup, goesOn), { ...OPTIONS, type: 'string' }))
  let piece = pieces.next().value as string
  const sheets = read(piece, piece.length < page.length)
  const [only] = sheets
  if (!only || piece.length === page.length) return sheets
  const rows = new PackedRows()
  for (const row of only.rows) rows.add(row)
  let at = piece.length
  for (let above = PAGE_ROWS; at < page.length; above += PAGE_ROWS) {
    piece = pieces.next().value as string
    at += piece.length
    for (const found of read(`<table>${piece}`, at < page.length)) {
      for (const { line, cells } of found.rows) rows.add({ line: line + above, cells })
      for (const merge of found.merges) only.merges.push({ ...merge, line: merge.line + above })
      only.errors += found.errors
    }
  }
  return [{ ...only, rows }, ...sheets.slice(1)]
}

function readMarkup(bytes: Uint8Array): Workbook<Rows> {
  const text = markupText(bytes).trimStart()
  if (!text.startsWith('<')) throw new FormatError('broken', null, 'HTML')
  if (/<(?:\w+:)?Workbook[\s>]/.test(text.slice(0, 4096)))
    return { format: 'xml', sheets: sheetsOf(library.read(withTextData(text), { ...OPTIONS, type: 'string' })) }
  const sheets = readPage(text)
  const [only] = sheets
  return { format: 'html', sheets: only && sheets.length === 1 ? [{ ...only, name: '' }] : sheets }
}

/**
 * Ends the work after so many milliseconds, whatever it does: V8 stops a script that runs out of its time, and nothing else. What
 * the library says of damage to the terminal is not for the user, who hears of it from us.
 */
function inTime<Result>(milliseconds: number, work: () => Result): Result {
  const key = Symbol.for('clientele.workbook')
  const place = globalThis as unknown as Record<symbol, () => void> & { console: { error: unknown } }
  const terminal = place.console
  let result: Result | undefined
  place[key] = () => {
    result = work()
  }
  try {
    place.console = { ...terminal, error: () => undefined }
    runInThisContext("globalThis[Symbol.for('clientele.workbook')]()", { timeout: Math.ceil(milliseconds) })
  } finally {
    place.console = terminal
    delete place[key]
  }
  return result as Result
}
