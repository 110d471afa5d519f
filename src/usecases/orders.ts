import type { CivilDate } from '../domain/calendar.js'
import type { OrderRecord, Status } from '../domain/client.js'
import { moneyText } from '../domain/money.js'
import { countsAsOrder, sumOf, unpaidOf } from '../domain/orders.js'
import { notFound, type Refusal, refused } from '../errors.js'
import type { Row } from '../store/schema.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { typedCurrency, typedSum } from './orders-reading.js'
import {
  type Keeping,
  type OrderInput,
  type OrderValues,
  type OrderWarning,
  refuseOverpaid,
  sumOfItems,
  valuesFrom,
  warningsOf,
} from './orders-values.js'

/** An order as JSON shows it, with the name of its client and what is still to be paid. */
export type OrderView = OrderRecord & { client: string; unpaid: string }

export interface OrderChange {
  order: OrderView
  warnings: OrderWarning[]
  /** What the client was before the order made it a client; null when its status is as it was. */
  was: Status | null
  /** Null when nothing is different, or nothing was kept. */
  operation: number | null
}

export const orderView = (order: OrderRecord & { client: string }): OrderView => {
  const { currency, sum_minor } = sumOf(order.sum)
  const unpaid = unpaidOf({ sum_minor, paid_minor: sumOf(order.paid).sum_minor, stage: order.stage })
  return { ...order, unpaid: moneyText(unpaid, currency) }
}

/** Writes an order down. A lead who orders becomes a client in the same operation, one who left and orders again as well. */
export async function addOrder(
  deps: Deps,
  input: OrderInput & { client: number },
  keeping: Keeping,
): Promise<OrderChange> {
  const currency = input.currency === undefined ? deps.model.currency : typedCurrency(input.currency)
  const { date } = localNow(deps)
  const nothing: OrderValues = {
    client_id: input.client,
    date,
    sum_minor: 0,
    currency,
    what: null,
    stage: null,
    cost_minor: null,
    promo: 0,
    due_on: null,
    paid_minor: 0,
    items: null,
  }
  const values = valuesFrom(deps, nothing, { ...input, sum: input.sum ?? sumOfItems(input.items, currency) })
  refuseOverpaid(values, keeping)
  const { result, operation } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const id = await writing.insert('client_order', {
        ...values,
        external_system: null,
        external_id: null,
        created_at: entryOf(deps).at,
      })
      const was = await welcome(writing, values, date)
      return { order: await viewOf(writing, id), was }
    },
    { keep: !keeping.dryRun },
  )
  return { ...result, warnings: warningsOf(deps, values, null), operation }
}

/** Changes an order; refuses with exit 3 when there is none of this number. */
export async function editOrder(deps: Deps, id: number, input: OrderInput, keeping: Keeping): Promise<OrderChange> {
  const { result, operation } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const row = await rowOf(writing, id)
      const values = valuesFrom(deps, row, input)
      if (values.paid_minor !== row.paid_minor || values.sum_minor !== row.sum_minor) refuseOverpaid(values, keeping)
      await writing.update('client_order', id, values)
      const isNew = row.client_id !== values.client_id || (!countsAsOrder(row.stage) && countsAsOrder(values.stage))
      const was = isNew ? await welcome(writing, values, localNow(deps).date) : null
      return { order: await viewOf(writing, id), was, warnings: warningsOf(deps, values, row) }
    },
    { keep: !keeping.dryRun },
  )
  return { ...result, operation }
}

/** Adds a payment, or takes one back when a minus stands before it; without a sum all that is left is paid. */
export async function payOrder(deps: Deps, id: number, text: string | null, keeping: Keeping): Promise<OrderChange> {
  const { result, operation } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const row = await rowOf(writing, id)
      const paid_minor = text === null ? Math.max(row.sum_minor, row.paid_minor) : row.paid_minor + payment(text, row)
      if (paid_minor < 0)
        throw refused((words) => words.orders.errors.paidBelow(id, moneyText(row.paid_minor, row.currency)))
      if (paid_minor !== row.paid_minor) refuseOverpaid({ ...row, paid_minor }, keeping)
      await writing.update('client_order', id, { paid_minor })
      return viewOf(writing, id)
    },
    { keep: !keeping.dryRun },
  )
  return { order: result, warnings: [], was: null, operation }
}

function payment(text: string, { currency }: OrderValues): number {
  const back = /^\s*[-\u2212]\s*(.+)$/.exec(text)
  const { sum_minor } = typedSum(back?.[1] ?? text, '<sum>', currency)
  return back ? -sum_minor : sum_minor
}

export async function removeOrder(deps: Deps, id: number, { dryRun }: Pick<Keeping, 'dryRun'>): Promise<OrderView> {
  const { result } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      await rowOf(writing, id)
      const order = await viewOf(writing, id)
      await writing.remove('client_order', [id])
      return order
    },
    { keep: !dryRun },
  )
  return result
}

export async function showOrder(deps: Deps, id: number): Promise<OrderView> {
  const order = await deps.store.orders.order(id)
  if (!order) throw await noOrder(deps.store.orders, id)
  return orderView(order)
}

async function viewOf(writing: Writing, id: number): Promise<OrderView> {
  const order = await writing.orders.order(id)
  if (!order) throw new Error('an order just written is gone')
  return orderView(order)
}

async function rowOf(writing: Writing, id: number): Promise<Row<'client_order'>> {
  const row = await writing.orders.row(id)
  if (!row) throw await noOrder(writing.orders, id)
  return row
}

async function noOrder(orders: Writing['orders'], id: number): Promise<Refusal> {
  const near = await orders.near(id)
  return notFound((words) => ({
    text: words.orders.errors.noOrder(id),
    details: near.map(({ id: number, date, client, sum, what }) => words.orders.line(number, date, client, sum, what)),
    hint: words.orders.errors.noOrderHint,
  }))
}

/**
 * Whoever orders is a client: a lead always, a former client with an order of today or later (older ones are only being
 * written down). Offers and what was cancelled change nothing. Returns what the client was.
 */
async function welcome(
  writing: Writing,
  { client_id, stage, date }: OrderValues,
  today: CivilDate,
): Promise<Status | null> {
  const row = await writing.clients.row(client_id)
  if (!row || !countsAsOrder(stage)) return null
  if (row.status !== 'lead' && !(row.status === 'former' && date >= today)) return null
  await writing.update('client', client_id, { status: 'client' })
  return row.status
}
