import { failed, typedWrongly } from '../errors.js'
import type { Table, TableFile } from './tables.js'

const ALL_SHEETS = /^(all|\*)$/i

/** The tables to be looked at: all of them, or the sheet that was named, by its name or number. */
export function chosenTables({ tables }: TableFile, sheet: string | null): Table[] {
  const filled = tables.filter(hasText)
  if (filled.length === 0) throw failed((words) => words.errors.import.empty)
  if (sheet === null || ALL_SHEETS.test(sheet)) return filled
  const found =
    tables.find((table) => table.sheet === sheet) ??
    tables.find((table) => table.sheet?.toLowerCase() === sheet.toLowerCase()) ??
    (/^\d+$/.test(sheet) ? tables[Number(sheet) - 1] : undefined)
  if (!found) {
    const names = tables.flatMap((table) => table.sheet ?? [])
    throw typedWrongly((words) => words.errors.import.noSheet(sheet, names))
  }
  if (!hasText(found)) throw failed((words) => words.errors.import.empty)
  return [found]
}

const hasText = ({ head }: Table): boolean => head.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))
