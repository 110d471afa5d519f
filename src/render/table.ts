import stringWidth from 'string-width'
import { safe, safeLines } from './safe.js'
import type { Style } from './style.js'

export interface TableColumn {
  title: string
  align?: 'left' | 'right'
  /** May be cut when the terminal is narrow; the others keep their width as long as possible. */
  flexible?: boolean
}

/** ASCII, accented Latin, Greek and Cyrillic letters and usual punctuation: one cell each. */
const NARROW = /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*$/

/** How many cells of a terminal a text takes. */
export const widthOf = (text: string): number => (NARROW.test(text) ? text.length : stringWidth(text))

const GAP = 2
const LEAST = 6

/** Columns shrink, the widest flexible one first, until the table fits; `null` is no limit. */
export function fitWidths(natural: readonly number[], flexible: readonly boolean[], limit: number | null): number[] {
  const widths = [...natural]
  if (limit === null) return widths
  const total = (): number => widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1)
  for (const candidates of [flexible, widths.map(() => true)]) {
    while (total() > limit) {
      let widest = -1
      widths.forEach((width, index) => {
        if (candidates[index] && width > LEAST && (widest < 0 || width > (widths[widest] ?? 0))) widest = index
      })
      if (widest < 0) break
      widths[widest] = (widths[widest] ?? LEAST) - 1
    }
  }
  return widths
}

/** The beginning of a text that fits into so many cells of a terminal, with an ellipsis where something is left out. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const letter of text) {
    const cells = widthOf(letter)
    if (used + cells > width - 1) break
    kept += letter
    used += cells
  }
  return `${kept}…`
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Aligned columns without lines: the same on a terminal, cut to its width there, and in a pipe, where nothing is cut. */
export function drawTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, style }: { width: number | null; style: Style },
): string {
  const cells = rows.map((row) => row.map(safe))
  const natural = columns.map(({ title }, index) =>
    cells.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), widthOf(title)),
  )
  const widths = fitWidths(
    natural,
    columns.map(({ flexible }) => flexible === true),
    width,
  )
  const line = (texts: readonly string[], decorate: (text: string) => string): string => {
    const parts = columns.map(({ align }, index) => {
      const width = widths[index] ?? 0
      const text = cut(texts[index] ?? '', width)
      const space = ' '.repeat(Math.max(0, width - widthOf(text)))
      return align === 'right' ? space + decorate(text) : decorate(text) + space
    })
    return `${parts.join(' '.repeat(GAP)).trimEnd()}\n`
  }
  const head = line(
    columns.map(({ title }) => title),
    style.strong,
  )
  return head + cells.map((row) => line(row, (text) => text)).join('')
}

/** A paragraph whose further lines are set in, so that no word of it begins a line of the page. */
export const hung = (text: string, width: number): string[] =>
  wrap(safe(text), width - 2).map((line, index) => (index === 0 ? line : `  ${line}`))

/** Breaks a text into lines of so many cells, at spaces where there are any. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of safeLines(text)) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (widthOf(longer) > width && line !== '') {
        lines.push(cut(line, width))
        line = word
      } else line = longer
    }
    lines.push(cut(line, width))
  }
  return lines
}
