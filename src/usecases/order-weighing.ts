import { DecimalCount, type DecimalMark } from '../domain/cells/amount.js'
import { type DateOrder, OrderCount } from '../domain/cells/file-date.js'
import type { HistoryColumn } from '../domain/history/columns.js'
import { sumsAreOfLines } from '../domain/order-rows/lines.js'
import type { Layout, RawRow } from '../domain/tables/layout.js'
import { clientRows, type TableLike } from './import-plan.js'

/** What only whole columns of a list of orders tell. */
export interface OrderWeights {
  dates: DateOrder | null
  decimal: DecimalMark | null
  sumsAreOfLines: boolean
}

const SUMS: ReadonlySet<string> = new Set(['sum', 'cost', 'paid', 'price'])
const PLAIN_DATE = /^\d{1,2}\.\d{1,2}\.|^\d{4}-\d{2}-\d{2}/
/** `1.234` and `1,234`: thousands or a fraction. */
const EITHER = /^\D*\d{1,3}[.,]\d{3}\D*$/
/** So many cells of one plain style settle a column without reading the whole file first. */
const ENOUGH = 20

/**
 * Decides how days and months stand in the dates, which sign begins the fraction in the sums, and whether rows of one number have
 * sums of their own. The file is read through only when its first rows leave it open.
 */
export async function weighOrders(
  table: TableLike,
  layout: Layout,
  columns: readonly HistoryColumn[],
  order: DateOrder | null,
): Promise<OrderWeights> {
  const indexes = (wanted: (to: string) => boolean): number[] =>
    columns.filter(({ target }) => wanted(target.to)).map(({ index }) => index)
  const dates = { at: indexes((to) => to === 'date' || to === 'due'), count: new OrderCount(), seen: 0, plain: 0 }
  const sums = { at: indexes((to) => SUMS.has(to)), count: new DecimalCount(), either: false }
  const weigh = (rows: readonly RawRow[]): void => {
    for (const { cells } of rows) {
      for (const index of dates.at) {
        const cell = cells[index]?.trim()
        if (!cell) continue
        dates.count.add(cell)
        dates.seen += 1
        if (PLAIN_DATE.test(cell)) dates.plain += 1
      }
      for (const index of sums.at) {
        const cell = cells[index]?.trim()
        if (!cell) continue
        sums.count.add(cell)
        sums.either ||= EITHER.test(cell)
      }
    }
  }
  const head = clientRows(table.head, layout)
  weigh(head)
  const openDates =
    order === null && (dates.seen < ENOUGH || dates.plain < dates.seen) && dates.count.decide().order === null
  const openSums = sums.either && sums.count.decide().decimal === null
  const last = table.head.at(-1)?.line ?? 0
  if (openDates || openSums)
    for await (const portion of table.portions()) weigh(portion.filter(({ line }) => line > last))
  return {
    dates: order ?? dates.count.decide().order,
    decimal: sums.count.decide().decimal,
    sumsAreOfLines: sumsAreOfLines(head.map(({ cells }) => pieces(cells, columns))),
  }
}

function pieces(
  cells: readonly string[],
  columns: readonly HistoryColumn[],
): { id: string; sum: string; what: string } {
  const text = (...wanted: string[]): string =>
    columns
      .filter(({ target }) => wanted.includes(target.to))
      .map(({ index }) => (cells[index] ?? '').trim())
      .join(' ')
      .trim()
  return { id: text('order-id'), sum: text('sum'), what: text('what', 'item') }
}
