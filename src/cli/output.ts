import { typedWrongly } from '../errors.js'
import { scriptCell } from '../formats/formulas.js'
import { safe, safeJson } from '../render/safe.js'
import type { Context } from './context.js'
import type { Format } from './globals.js'

/** The format asked for; refuses one that this verb does not have. */
export function formatOf<Offered extends Format>({ flags }: Context, offered: readonly Offered[]): Offered {
  const wanted = flags.json === true ? 'json' : (flags.format ?? 'table')
  const format = offered.find((each) => each === wanted)
  if (!format) throw typedWrongly((words) => words.errors.formatNotHere(wanted, offered))
  return format
}

/** JSON, indented for people and scripts alike. */
export const outJson = (context: Context, value: unknown): void =>
  context.out(`${safeJson(JSON.stringify(value, null, 2))}\n`)

export const outNdjson = (context: Context, values: readonly unknown[]): void => {
  if (values.length > 0) context.out(`${values.map((value) => safeJson(JSON.stringify(value))).join('\n')}\n`)
}

/** Room for a table: the terminal's width, or null in a pipe, where nothing is cut. */
export const roomOf = ({ world }: Context): number | null =>
  world.stdout.isTerminal ? Math.max(40, world.stdout.columns || 80) : null

/** Room for running text: the terminal's width up to 100 columns, 80 in a mail. */
export const textWidth = (context: Context): number => Math.min(roomOf(context) ?? 80, 100)

export function outCsv(
  context: Context,
  rows: readonly (readonly string[])[],
  write: (rows: readonly (readonly string[])[], delimiter?: string) => string,
): void {
  // On a terminal even data must not act; in a pipe or a file it is what was stored, but for what a spreadsheet would run.
  const shown = context.world.stdout.isTerminal ? (cell: string) => scriptCell(safe(cell)) : scriptCell
  context.out(write(rows.map((row) => row.map(shown))))
}

/** Tab-separated lines: tabs and line breaks inside values become spaces, since the format has no quoting; no cell acts as a formula. */
export const outTsv = (context: Context, rows: readonly (readonly string[])[]): void =>
  context.out(
    rows.map((row) => `${row.map((cell) => scriptCell(safe(cell.replace(/[\t\r\n]+/g, ' ')))).join('\t')}\n`).join(''),
  )

export function outMarkdown(context: Context, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const escaped = (text: string): string => safe(text).replace(/([\\|*_`<>[\]])/g, '\\$1')
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  context.out(
    line(header.map(escaped)) + line(header.map(() => '---')) + rows.map((row) => line(row.map(escaped))).join(''),
  )
}
