import type { Sheet } from './spreadsheet-sheets.js'
import type { FormatProblem, TableRow } from './table.js'

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml'

export interface Workbook {
  format: WorkbookFormat
  sheets: Sheet[]
}

/** A workbook as it goes from one process to another: the cells of a sheet are one text, for which no object is made. */
interface PackedWorkbook extends Omit<Workbook, 'sheets'> {
  sheets: (Omit<Sheet, 'rows'> & { lines: number[]; widths: number[]; text: string })[]
}

/** What the process that read a workbook answers. */
export type Answer = { workbook: PackedWorkbook } | { problem: FormatProblem; detail: string } | { unknown: string }

/** Stands between two cells, and in none of them. */
const BETWEEN = '\0'

export const pack = ({ format, sheets }: Workbook): PackedWorkbook => ({
  format,
  sheets: sheets.map(({ rows, ...sheet }) => ({
    ...sheet,
    lines: rows.map(({ line }) => line),
    widths: rows.map(({ cells }) => cells.length),
    text: rows
      .map(({ cells }) =>
        cells.map((cell) => (cell.includes(BETWEEN) ? cell.replaceAll(BETWEEN, '') : cell)).join(BETWEEN),
      )
      .join(BETWEEN),
  })),
})

export const unpack = ({ format, sheets }: PackedWorkbook): Workbook => ({
  format,
  sheets: sheets.map(({ lines, widths, text, ...sheet }) => {
    const cells = text.split(BETWEEN)
    const rows: TableRow[] = []
    let at = 0
    for (let row = 0; row < lines.length; row += 1) {
      const width = widths[row] ?? 0
      rows.push({ line: lines[row] ?? 0, cells: cells.slice(at, at + width) })
      // A row without cells is an empty text between two others.
      at += Math.max(1, width)
    }
    return { ...sheet, rows }
  }),
})

/** An answer as bytes: JSON without the texts, and behind it each of them as its length and UTF-16, which keeps whatever stands in it. */
export function toBytes(answer: Answer): Buffer[] {
  const texts = 'workbook' in answer ? answer.workbook.sheets.map(({ text }) => text) : []
  const head =
    'workbook' in answer
      ? { workbook: { ...answer.workbook, sheets: answer.workbook.sheets.map((sheet) => ({ ...sheet, text: '' })) } }
      : answer
  return [JSON.stringify(head), ...texts].flatMap((text) => {
    const bytes = Buffer.from(text, 'utf16le')
    const length = Buffer.alloc(8)
    length.writeDoubleLE(bytes.length)
    return [length, bytes]
  })
}

/** The answer in these bytes; null when they are not whole. */
export function fromBytes(bytes: Buffer): Answer | null {
  const texts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = at + 8 <= bytes.length ? bytes.readDoubleLE(at) : Number.NaN
    if (!(at + 8 + length <= bytes.length)) return null
    texts.push(bytes.toString('utf16le', at + 8, at + 8 + length))
    at += 8 + length
  }
  const [head, ...others] = texts
  if (head === undefined) return null
  const answer = JSON.parse(head) as Answer
  if ('workbook' in answer)
    for (const [index, sheet] of answer.workbook.sheets.entries()) sheet.text = others[index] ?? ''
  return answer
}
