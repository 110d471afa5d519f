import type { DecimalMark } from '../domain/cells/amount.js'
import type { OnMatch } from '../domain/completing.js'
import type { RowProblem } from '../domain/draft.js'
import type { HistoryContext } from '../domain/history/cells.js'
import type { HistoryColumn } from '../domain/history/columns.js'
import { joinLines } from '../domain/order-rows/lines.js'
import { orderReader } from '../domain/order-rows/reading.js'
import type { OrderRow } from '../domain/order-rows/rows.js'
import { changesTo, type OrderPatch, type OrderValues, valuesOf } from '../domain/order-rows/same.js'
import { countsAsOrder } from '../domain/orders.js'
import { skippedRow } from '../domain/tables/layout.js'
import type { Log, Owned, Tally } from './history-log.js'
import { ordersThere, type There } from './order-matching.js'

/** What only an import of orders is told, or has seen of its file. */
export interface OrderWishes {
  onMatch: OnMatch
  /** Which sign begins the fraction in the file's sums. */
  decimal: DecimalMark | null
  sumsAreOfLines: boolean
  /** The program that the orders' numbers come from. */
  system: string | null
  /** Told of rows that only add up the others. */
  onTotal: (line: number) => void
}

export const USUAL_WISHES: OrderWishes = {
  onMatch: 'update',
  decimal: null,
  sumsAreOfLines: false,
  system: null,
  onTotal: () => {},
}

/** What a portion brings: new orders, and changes of those that are there. */
interface FreshOrders {
  orders: OrderValues[]
  changes: { id: number; patch: OrderPatch }[]
}

/** A list of orders. */
export function orderLog(
  columns: readonly HistoryColumn[],
  context: HistoryContext,
  { onMatch, decimal, sumsAreOfLines, system, onTotal }: OrderWishes,
): Log<OrderRow, FreshOrders> {
  const names = columns.map(({ header }) => header)
  const at = (to: string): number => columns.find(({ target }) => target.to === to)?.index ?? -1
  const date = at('date')
  // Without a column of sums, what the pieces cost makes up the order's.
  const ofLines = sumsAreOfLines || at('sum') < 0
  /** Clients with an order that counts, and those of them who order today or later. */
  const ordered = new Set<number>()
  const returned = new Set<number>()
  const rest = columns.filter(({ target: { to } }) => !SUMS.has(to)).map(({ index }) => index)
  return {
    keptTogether: at('order-id'),

    isAside({ line, cells }) {
      // «Итого» may stand in the column of the date, a day in no row of totals.
      if (/\d/.test(cells[date] ?? '')) return false
      const isTotal = skippedRow(cells, names) === 'total' || rest.every((index) => (cells[index] ?? '').trim() === '')
      if (isTotal) onTotal(line)
      return isTotal
    },

    read: orderReader(columns, {
      ...context,
      decimal: context.own ? '.' : decimal,
      system,
      sumsAreOfLines: ofLines,
    }),
    join: (rows) => joinLines(rows, ofLines),
    makesClient: ({ order }) => countsAsOrder(order.stage),

    async compare(writing, owned, tally) {
      const there = await ordersThere(writing, owned, context.own)
      const fresh: FreshOrders = { orders: [], changes: [] }
      for (const each of owned) take(each, there, fresh, tally)
      return fresh
    },

    async write({ history }, { orders, changes }) {
      await history.addOrders(orders)
      await history.changeOrders(changes)
    },

    // As `order add` does: a lead who orders is a client, one who left is one again with a new order, not with an old one. All of
    // them at the end, in the order of their numbers: a portion has some of every page of the base, and would write all of it.
    async finish({ history }) {
      await history.makeClients([...ordered], 'lead')
      await history.makeClients([...returned], 'former')
    },
  }

  function welcome({ client_id, stage, date: day }: OrderValues): void {
    if (!countsAsOrder(stage)) return
    ordered.add(client_id)
    if (day >= context.today) returned.add(client_id)
  }

  function take(owned: Owned<OrderRow>, there: There, fresh: FreshOrders, tally: Tally): void {
    const { client, outcome, lines } = owned
    const found = onMatch === 'create' ? null : there.find(client, outcome.order)
    if (found !== null && found.values.client_id !== client) {
      tally.reject(owned, conflict(outcome, found))
      return
    }
    if (found === null) {
      const values = valuesOf(client, outcome.order, context.now)
      fresh.orders.push(values)
      there.add(values)
      tally.summary.created += lines.length
      tally.summary.orders_created += 1
      welcome(values)
      return
    }
    const counted = countsAsOrder(found.values.stage)
    const { patch, kept } = changesTo(found.values, outcome.order, onMatch)
    tally.summary.kept += kept
    const changed = Object.keys(patch).length > 0
    tally.summary[changed ? 'updated' : 'unchanged'] += lines.length
    if (!changed) return
    // An order of this very portion is written as it is by then.
    if (found.id !== null) fresh.changes.push({ id: found.id, patch })
    Object.assign(found.values, patch)
    if (!counted) welcome(found.values)
  }
}

/** Columns that a row of totals fills. */
const SUMS: ReadonlySet<string> = new Set(['sum', 'cost', 'paid', 'price', 'quantity', 'promo', 'currency', 'nothing'])

const conflict = (
  { order }: OrderRow,
  { values, owner }: { values: OrderValues; owner: string | null },
): RowProblem => ({
  code: 'order-conflict',
  number: order.external_id ?? '',
  id: values.client_id,
  name: owner ?? String(values.client_id),
})
