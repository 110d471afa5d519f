import type { RowProblem } from '../draft.js'
import type { OrderEntry, OrderRow } from './rows.js'

/** A row as it was read, or why it is none. */
export interface ReadLine<T> {
  line: T
  outcome: OrderRow | RowProblem
}

/** Rows that make up one order, and the order; or why they are none. */
export interface Order<T> {
  lines: T[]
  outcome: OrderRow | RowProblem
}

/**
 * Joins neighbouring rows of one number: exports of shops have a row for each thing that was bought. A row without a sum or a
 * date of its own is a further line; with both it is one when the sums are of lines, or when it repeats the order's sum.
 */
export function joinLines<T>(read: Iterable<ReadLine<T>>, sumsAreOfLines: boolean): Order<T>[] {
  const orders: Order<T>[] = []
  let open: OrderRow | null = null
  for (const { line, outcome } of read) {
    if (!('code' in outcome) && open !== null && continues(open.order, outcome, sumsAreOfLines)) {
      orders[orders.length - 1]?.lines.push(line)
      addLine(open.order, outcome, sumsAreOfLines)
      continue
    }
    const problem = 'code' in outcome ? outcome : outcome.missing
    orders.push({ lines: [line], outcome: problem ?? outcome })
    open = problem === null ? (outcome as OrderRow) : null
  }
  for (const { outcome } of orders) if (!('code' in outcome)) settlePaid(outcome)
  return orders
}

function continues(order: OrderEntry, { order: line, hasSum }: OrderRow, sumsAreOfLines: boolean): boolean {
  if (line.external_id === null || line.external_id !== order.external_id) return false
  if (line.date !== '' && line.date !== order.date) return false
  return !hasSum || sumsAreOfLines || (line.items !== null && line.sum_minor === order.sum_minor)
}

function addLine(order: OrderEntry, { order: line, hasSum }: OrderRow, sumsAreOfLines: boolean): void {
  if (line.items !== null) order.items = [...(order.items ?? []), ...line.items]
  const said = new Set((order.what ?? '').split('; '))
  if (line.what !== null && !said.has(line.what))
    order.what = order.what === null ? line.what : `${order.what}; ${line.what}`
  if (!sumsAreOfLines || !hasSum) return
  order.sum_minor += line.sum_minor
  if (line.cost_minor !== null) order.cost_minor = (order.cost_minor ?? 0) + line.cost_minor
}

function settlePaid({ order, paid }: OrderRow): void {
  order.paid_minor = paid === 'all' ? order.sum_minor : paid === 'nothing' ? 0 : paid
}

/**
 * Are the sums of rows with one number those of lines? They are when neighbours of one number differ in their sums and in what
 * was bought; equal ones repeat the order's sum.
 */
export function sumsAreOfLines(rows: readonly { id: string; sum: string; what: string }[]): boolean {
  return rows.some((row, index) => {
    const before = rows[index - 1]
    const same = before !== undefined && row.id !== '' && row.id === before.id
    return same && row.sum !== '' && before.sum !== '' && row.sum !== before.sum && row.what !== before.what
  })
}
