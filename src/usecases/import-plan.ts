import { DecimalCount } from '../domain/cells/amount.js'
import { type DateOrder, OrderCount } from '../domain/cells/file-date.js'
import type { CustomField } from '../domain/client.js'
import { type Column, type ColumnPlan, namesSomebody, planColumns } from '../domain/tables/columns.js'
import { canonicalOf, normaliseHeader } from '../domain/tables/headers.js'
import { findLayout, type Layout, type Merge, type RawRow, skippedRow } from '../domain/tables/layout.js'
import { oddCells } from '../domain/tables/shapes.js'
import { nearestTargets, targetNamed } from '../domain/tables/target-names.js'
import { joinedTo, newCustom, type Target } from '../domain/tables/targets.js'
import { typedWrongly } from '../errors.js'

export interface PlannedTable extends ColumnPlan {
  layout: Layout
  /** By column: a few different cells. */
  samples: string[][]
  /** By column: cells that do not look like the others. */
  odd: string[][]
  /** Date columns in which day and month cannot be told apart. */
  undecided: Column[]
}

export interface TableLike {
  head: readonly RawRow[]
  merges: readonly Merge[]
  portions(): AsyncIterable<readonly RawRow[]>
}

/** A column and the field it is to fill, both as they were typed. */
export type Wish = readonly [column: string, field: string]

/** Takes `Column=field` apart; the last `=` parts them, for a column's name may have one. */
export function readWish(typed: string): Wish {
  const at = typed.lastIndexOf('=')
  if (at < 1) throw typedWrongly((words) => words.errors.import.badMap(typed))
  return [typed.slice(0, at).trim(), typed.slice(at + 1).trim()]
}

/** The name in the file that a typed one means, or null. */
export function columnNamed(names: readonly string[], typed: string): string | null {
  return (
    names.find((name) => name.trim() === typed) ??
    names.find((name) => normaliseHeader(name) === normaliseHeader(typed)) ??
    null
  )
}

const SAMPLES = 3
const ODD = 2

/** Rows below the header that may be clients. */
export function clientRows(rows: readonly RawRow[], { skip, names }: Layout): RawRow[] {
  return rows.slice(skip).filter(({ cells }) => skippedRow(cells, names) === null)
}

/**
 * Decides what a table is: where its header stands and what its columns fill. `wishes` come from --map and must fit,
 * `kept` from a profile and are passed over when the file has no such column.
 */
export function planTable(
  table: TableLike,
  custom: readonly CustomField[],
  wishes: readonly Wish[],
  kept: readonly Wish[],
): PlannedTable {
  const layout = findLayout(
    table.head,
    table.merges,
    [...wishes, ...kept].map(([column]) => column),
  )
  const maps = new Map<string, Target>()
  for (const [column, field] of kept) {
    const name = columnNamed(layout.names, column)
    const target = name === null ? null : targetNamed(field, custom, name)
    if (name !== null && target !== null) maps.set(name.trim(), asFound(target, custom, name))
  }
  for (const [column, field] of wishes) {
    const name = columnNamed(layout.names, column)
    if (name === null) throw typedWrongly((words) => words.errors.import.noColumn(column))
    const target = targetNamed(field, custom, name)
    if (target === null)
      throw typedWrongly((words) => words.errors.import.noFieldNamed(field, nearestTargets(field, custom)))
    maps.set(name.trim(), target)
  }
  const rows = clientRows(table.head, layout)
  const sample = rows.map(({ cells }) => cells)
  const plan = planColumns(layout.names, { maps, custom, sample, named: layout.headerLine !== null })
  return {
    ...plan,
    layout,
    samples: plan.columns.map(({ index }) => samplesOf(sample, index)),
    odd: plan.columns.map(({ index }) =>
      oddCells(
        sample.map((cells) => cells[index] ?? ''),
        ODD,
      ),
    ),
    undecided: [],
  }
}

/** A field of one's own in a profile is treated as if the column had been found by its name. */
function asFound(target: Target, custom: readonly CustomField[], name: string): Target {
  const own = target.to === 'custom' ? custom.find(({ key }) => key === target.key) : undefined
  return own ? joinedTo(own, newCustom(name, canonicalOf(name))) : target
}

export function requireNames(plan: PlannedTable): void {
  if (namesSomebody(plan)) return
  throw typedWrongly((words) => ({
    text: words.errors.import.nothingKnown,
    details: [plan.layout.names.join(' | ')],
    hint: words.errors.import.nothingKnownHint,
  }))
}

/** A few different cells of a column. */
export function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const found = new Set<string>()
  for (const cells of rows) {
    const cell = cells[index]?.trim()
    if (cell) found.add(cell)
    if (found.size === SAMPLES) break
  }
  return [...found]
}

const isDate = ({ target }: Column): boolean =>
  target.to === 'date' ||
  target.to === 'last-contact' ||
  target.to === 'next-contact' ||
  (target.to === 'field' && (target.key === 'birthday' || target.key === 'verified')) ||
  (target.to === 'custom' && target.type === 'date')

const isMoney = ({ target }: Column): boolean => target.to === 'custom' && target.type === 'money'

/** So many dates of one plain style settle a column without reading the whole file first. */
const ENOUGH = 20

/**
 * Decides by the whole column how days and months stand in its dates, and which sign begins the fraction in its sums.
 * The file is read through only when its first rows leave it open.
 */
export async function weighColumns(table: TableLike, plan: PlannedTable, order: DateOrder | null): Promise<void> {
  const dates = plan.own
    ? []
    : plan.columns.filter(isDate).map((column) => ({ column, count: new OrderCount(), seen: 0, plain: 0 }))
  const sums = plan.own ? [] : plan.columns.filter(isMoney).map((column) => ({ column, count: new DecimalCount() }))
  if (dates.length + sums.length === 0) return
  const weigh = (rows: readonly RawRow[]): void => {
    for (const { cells } of rows) {
      for (const date of dates) {
        const cell = cells[date.column.index]?.trim()
        if (!cell) continue
        date.count.add(cell)
        date.seen += 1
        if (/^\d{1,2}\.\d{1,2}\.|^\d{4}-\d{2}-\d{2}/.test(cell)) date.plain += 1
      }
      for (const { column, count } of sums) {
        const cell = cells[column.index]?.trim()
        if (cell) count.add(cell)
      }
    }
  }
  weigh(clientRows(table.head, plan.layout))
  const open = order === null && dates.some(({ seen, plain }) => seen < ENOUGH || plain < seen)
  const last = table.head.at(-1)?.line ?? 0
  if (open) for await (const portion of table.portions()) weigh(portion.filter(({ line }) => line > last))
  for (const { column, count } of dates) {
    const decided = count.decide()
    column.order = order ?? decided.order
    if (column.order === null && decided.either > 0) plan.undecided.push(column)
  }
  for (const { column, count } of sums) column.decimal = count.decide().decimal
}

/** Rows below the header, whichever portion they come in. */
export async function* rowsBelow(table: TableLike, { skip }: Layout): AsyncGenerator<readonly RawRow[]> {
  const last = skip === 0 ? -1 : (table.head[skip - 1]?.line ?? -1)
  for await (const portion of table.portions())
    yield (portion[0]?.line ?? -1) > last ? portion : portion.filter(({ line }) => line > last)
}
