import { isRejects } from '../domain/tables/layout.js'

/** The column, behind all others, for lines that cannot be read. */
export const BROKEN_TEXT = 'text'

/** Columns of rejected rows, and how the cells of a table's row come to stand under them. */
export interface RejectedCells {
  header: string[]
  /** By table; null where cells stand as they are. */
  placed: (((cells: readonly string[]) => string[]) | null)[]
}

/**
 * One header for the rejected rows of several tables: every name once, as often as one table has it. Rows that are rejected
 * once more get a new line and reason in place of the old ones.
 */
export function rejectedCells(headers: readonly (readonly string[])[], broken = false): RejectedCells {
  const places = new Map<string, number>()
  const tables = headers.map((header) => {
    const names = isRejects(header) ? header.slice(0, -2) : header
    const seen = new Map<string, number>()
    const at = names.map((name) => {
      const time = (seen.get(name) ?? 0) + 1
      seen.set(name, time)
      const key = `${name}\u0000${time}`
      const place = places.get(key) ?? places.size
      places.set(key, place)
      return place
    })
    return { at, width: header.length }
  })
  const header = [...places.keys()].map((key) => key.slice(0, key.lastIndexOf('\u0000')))
  const placed = tables.map(({ at, width }) => {
    if (at.length === width && at.length === header.length && at.every((place, index) => place === index)) return null
    return (cells: readonly string[]): string[] => {
      const row = header.map(() => '')
      for (const [index, place] of at.entries()) row[place] = cells[index] ?? ''
      return [...row, ...cells.slice(width)]
    }
  })
  return { header: broken ? [...header, BROKEN_TEXT] : header, placed }
}
