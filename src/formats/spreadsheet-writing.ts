import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type CellObject, CFB, utils, type WorkSheet, write } from 'xlsx'
import { FormatError } from './table.js'

export interface SheetToWrite {
  /** As Excel allows: at most 31 letters, none of `[]:*?/\`, and no other sheet's. */
  name: string
  columns: { title: string; kind: 'text' | 'date' | 'datetime' | 'number'; width?: number }[]
  rows: Iterable<(string | number | null)[]>
}

/** Excel's own limits. Source: Microsoft, "Excel specifications and limits". */
const MOST_ROWS = 1_048_576
const MOST_LETTERS = 32_767
const NARROWEST = 6
const WIDEST = 40

/** Formats 14 and 22 of the standard, which Excel shows as the country of its reader writes dates. */
const DAY_FORMAT = 'm/d/yy'
const TIME_FORMAT = 'm/d/yy h:mm'
const TEXT_FORMAT = '@'

/** Days of Excel between its first day and an ISO date; null before March 1900, where its calendar has a day too many. */
function serialOf(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(text)
  if (!match) return null
  const [, day = '', time = '00:00'] = match
  const milliseconds = Date.parse(`${day}T${time}Z`)
  // What is no day is none, or another one.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 16) !== `${day}T${time}`) return null
  const serial = milliseconds / 86_400_000 + 25_569
  return serial < 61 ? null : serial
}

/** Letters that XML has no place for are `_x000B_` by the standard; text that looks so already is kept apart from them. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (half) => `_x${half.charCodeAt(0).toString(16).toUpperCase()}_`,
    )

/** What a number takes as it stands; leading zeros and more than fifteen digits would be lost. */
const PLAIN_NUMBER = /^-?(?!0\d)(?!(?:\.?\d){16})\d+(?:\.\d+)?$/

function cellOf(value: string | number | null, kind: string): CellObject | undefined {
  if (value === null || value === '') return undefined
  const text = String(value)
  if (kind === 'number' && (typeof value === 'number' ? Number.isFinite(value) : PLAIN_NUMBER.test(value)))
    return { t: 'n', v: Number(value) }
  const serial = kind === 'date' || kind === 'datetime' ? serialOf(text) : null
  if (serial !== null)
    return { t: 'n', v: serial, z: kind === 'date' && Number.isInteger(serial) ? DAY_FORMAT : TIME_FORMAT }
  if (text.length > MOST_LETTERS) throw new FormatError('cell-too-long', null, text.slice(0, 40))
  return { t: 's', v: escaped(text), z: TEXT_FORMAT }
}

type Cells = (CellObject | undefined)[]

const firstLine = (text: string): number => text.split('\n', 1)[0]?.length ?? 0

function widthsOf({ columns }: SheetToWrite, data: readonly Cells[]): { wch: number }[] {
  const widths = columns.map(({ title, width }) => width ?? title.length + 2)
  for (const row of data.slice(1, 1000))
    row.forEach((cell, column) => {
      if (columns[column]?.width !== undefined || !cell) return
      const letters = typeof cell.v === 'string' ? firstLine(cell.v) : cell.z === TIME_FORMAT ? 16 : 10
      widths[column] = Math.max(widths[column] ?? 0, letters + 1)
    })
  return widths.map((width) => ({ wch: Math.max(NARROWEST, Math.min(WIDEST, width)) }))
}

function worksheet(sheet: SheetToWrite, data: Cells[]): WorkSheet {
  const end = { r: data.length - 1, c: Math.max(0, sheet.columns.length - 1) }
  const ref = utils.encode_range({ s: { r: 0, c: 0 }, e: end })
  const made = { '!data': data, '!ref': ref, '!cols': widthsOf(sheet, data), '!autofilter': { ref } }
  return made as unknown as WorkSheet
}

/** Sheets of at most so many rows; what is more goes on in a sheet of the same name with a number. */
function* partsOf(sheet: SheetToWrite, mostRows: number): Generator<{ name: string; data: Cells[] }> {
  const header = (): Cells[] => [sheet.columns.map(({ title }) => ({ t: 's', v: escaped(title) }))]
  let data = header()
  let number = 1
  const named = (): string => (number === 1 ? sheet.name : `${sheet.name.slice(0, 27)} ${number}`)
  for (const row of sheet.rows) {
    if (data.length === mostRows) {
      yield { name: named(), data }
      data = header()
      number += 1
    }
    data.push(row.map((value, column) => cellOf(value, sheet.columns[column]?.kind ?? 'text')))
  }
  yield { name: named(), data }
}

const PANE =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'

/** Node's packer as the library asks for it; given the module itself, it makes Node warn the user of a deprecated property. */
const fastPacker = {
  deflateRawSync,
  InflateRaw: class {
    bytesRead = 0
    _processChunk(packed: Uint8Array): Uint8Array {
      const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as Unpacked
      this.bytesRead = engine.bytesWritten
      return buffer
    }
  },
}

interface Unpacked {
  buffer: Uint8Array
  engine: { bytesWritten: number }
}

/** Freezes the first row of every sheet, which the library does not do: it is written into the sheets' XML. */
function frozen(book: Buffer): Uint8Array {
  const archive = CFB.read(book, { type: 'buffer' })
  archive.FullPaths.forEach((path: string, index: number) => {
    const entry = archive.FileIndex[index]
    if (!entry || !/worksheets\/sheet\d+\.xml$/.test(path)) return
    const content = Buffer.from(entry.content as Uint8Array)
    const view = /<sheetView workbookViewId="0"\s*\/>/.exec(content.subarray(0, 4096).toString('latin1'))
    if (!view) return
    const behind = content.subarray(view.index + view[0].length)
    entry.content = Buffer.concat([content.subarray(0, view.index), Buffer.from(PANE), behind])
    entry.size = entry.content.length
  })
  CFB.utils.use_zlib(fastPacker)
  return CFB.write(archive, { fileType: 'zip', type: 'buffer', compression: true }) as Uint8Array
}

/**
 * Writes an XLSX file: dates and numbers are real ones, text is always text, the header is frozen and filters, columns are as
 * wide as their content. `mostRows` is less than Excel's in tests. Throws FormatError 'cell-too-long' for a text that Excel cannot
 * hold; `detail` is its beginning.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[], mostRows = MOST_ROWS): Uint8Array {
  const book = utils.book_new()
  for (const sheet of sheets)
    for (const { name, data } of partsOf(sheet, mostRows)) utils.book_append_sheet(book, worksheet(sheet, data), name)
  // The names by which Excel knows filters are not for people's eyes.
  const Names = book.SheetNames.map((_, Sheet) => ({ Name: '_xlnm._FilterDatabase', Sheet, Hidden: true, Ref: '' }))
  book.Workbook = { Names }
  // Without shared strings the library reads its own escapes twice.
  return frozen(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: false }) as Buffer)
}
