/** One row of a table as it stands in its file. */
export interface TableRow {
  /** Line of the file, or row of the sheet, on which it begins; counted from 1. */
  line: number
  cells: string[]
  /** The text of a line that cannot be read; there are no cells then. */
  broken?: string
}

export type FormatProblem =
  /** The bytes are not of the encoding they are said to be; `detail` is its name. */
  | 'encoding'
  | 'unknown-encoding'
  | 'unclosed-quote'
  /** Bigger when unpacked than anybody's client list; `detail` is the size in MB. */
  | 'too-large'
  /** More columns than any table has; `detail` is how many are read. */
  | 'too-wide'
  /** A text that no cell of a spreadsheet holds; `detail` is its beginning. */
  | 'cell-too-long'
  | 'encrypted'
  /** Cut off or damaged; `detail` is what the format is called. */
  | 'broken'
  /** `detail` is the name asked for and, behind a tab, those there are. */
  | 'no-sheet'

const NAME = 'FormatError'

/** As many as Excel has. */
export const MOST_COLUMNS = 16_384

/** Thrown for a file that cannot be read as it claims to be; `line` is where the trouble began, when known. */
export class FormatError extends Error {
  override readonly name = NAME

  constructor(
    readonly problem: FormatProblem,
    readonly line: number | null,
    readonly detail: string,
  ) {
    super(`${problem}: ${detail}`)
  }
}

/** Formats are loaded as parts with a copy of the class each, so the class is known by its name. */
export const isFormatError = (error: unknown): error is FormatError => error instanceof Error && error.name === NAME

/** Refuses a row, or a header, that no table has. */
export function checkWidth(columns: number, line: number | null): void {
  if (columns > MOST_COLUMNS) throw new FormatError('too-wide', line, MOST_COLUMNS.toLocaleString('en'))
}
