import Papa from 'papaparse'
import { safeCell } from './formulas.js'

export { safeCell, takeBack } from './formulas.js'

/** Blanks at the ends would be cut off by others, and a first line `sep=;` be taken for the delimiter's. */
const ALWAYS_QUOTED = /^\s|\s$|^sep=.$/i

/**
 * Rows as CSV text, quoted where they must be, lines ended by CRLF as RFC 4180 has it. `safe`: no cell acts as a formula
 * (CWE-1236); `takeBack` gives the cells back.
 */
export function writeCsv(
  rows: readonly (readonly string[])[],
  delimiter = ',',
  { safe }: { safe: boolean } = { safe: false },
): string {
  // A row of one empty cell would be an empty line, which is no row.
  const quotes = (cell: string, column: number): boolean =>
    ALWAYS_QUOTED.test(cell) || (cell === '' && column === 0 && rows.some(({ length }) => length === 1))
  const cells = safe ? rows.map((row) => row.map(safeCell)) : (rows as string[][])
  return rows.length === 0 ? '' : `${Papa.unparse(cells, { delimiter, newline: '\r\n', quotes })}\r\n`
}
