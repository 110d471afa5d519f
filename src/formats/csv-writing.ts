import Papa from 'papaparse'

/** What a spreadsheet takes for a formula, behind the apostrophes that already stand there. */
const FORMULA = /^'*[=+\-@\t\r]/
/** `-200.00`, `+5`, `-1 234,50`: computed by a spreadsheet to what they are. */
const NUMBER = /^[+-]\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?$/
const EXTENSION = '(?:,? ?(?:ext|доб|вн|дод|x)\\.? ?\\d{1,6})?'
/** With spaces or brackets behind the country's code when it has hyphens: `+7-916-1` is a sum to a spreadsheet. */
const PHONE = new RegExp(`^\\+(?:\\d{5,15}|\\d{1,4}(?: ?\\(\\d{2,5}\\) ?| )\\d+(?:[ -]\\d+)*)${EXTENSION}$`)
/** A phone behind another one, with the label that an export gives it. */
const FURTHER_PHONE = new RegExp(`^(?:[\\p{L}\\p{N} ._-]*:)?\\+?\\d[\\d ()-]{2,24}${EXTENSION}$`, 'u')

const isPhones = (cell: string): boolean =>
  cell.startsWith('+') &&
  cell.split('; ').every((item, index) => (index === 0 ? PHONE.test(item) : FURTHER_PHONE.test(item)))

const isFormula = (cell: string): boolean => FORMULA.test(cell) && !NUMBER.test(cell) && !isPhones(cell)

/** A cell with an apostrophe before what a spreadsheet would run as a formula; phones and plain numbers stay as they are. */
export const safeCell = (cell: string): string => (isFormula(cell) ? `'${cell}` : cell)

/** A cell as it was before `safeCell`. */
export const takeBack = (cell: string): string =>
  cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell

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
