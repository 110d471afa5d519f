import { type RawBuilder, sql } from 'kysely'
import type { OrderPatch, OrderValues } from '../domain/order-rows/same.js'
import type { Journal } from './journal.js'
import { type Db, insertText, literal, runBatch } from './sqlite.js'

/** An order of the base, as rows of a file are compared with it. */
export interface StoredOrder extends OrderValues {
  id: number
}

export const ORDER_COLUMNS = [
  'client_id',
  'date',
  'sum_minor',
  'currency',
  'what',
  'stage',
  'cost_minor',
  'promo',
  'due_on',
  'paid_minor',
  'external_system',
  'external_id',
  'created_at',
  'items',
] as const satisfies readonly (keyof OrderValues)[]

const COLUMNS = sql.raw(['id', ...ORDER_COLUMNS].map((column) => `o.${column}`).join(','))
const ROWS_PER_STATEMENT = 500

/** Written out: thousands of values cost more to bind than to parse. */
const listOf = (values: Iterable<string | number>): RawBuilder<unknown> => sql.raw([...values].map(literal).join(','))

/** Queries of the import of orders: which of them are there, and bulk writing. */
export function orderRowQueries(db: Db, journal: Journal) {
  return {
    async ordersNumbered(numbers: ReadonlySet<string>): Promise<StoredOrder[]> {
      if (numbers.size === 0) return []
      const { rows } = await sql<StoredOrder>`select ${COLUMNS} from client_order o
        where o.external_id in (${listOf(numbers)})`.execute(db)
      return rows
    },

    async ordersById(ids: ReadonlySet<number>): Promise<StoredOrder[]> {
      if (ids.size === 0) return []
      const { rows } = await sql<StoredOrder>`select ${COLUMNS} from client_order o
        where o.id in (${listOf(ids)})`.execute(db)
      return rows
    },

    /** Orders of a client on a day, for many at a time. */
    async ordersOn(days: readonly { client: number; date: string }[]): Promise<StoredOrder[]> {
      if (days.length === 0) return []
      const values = days.map(({ client, date }) => `(${client},${literal(date)})`)
      // `cross join` keeps SQLite to this order: a look into the index for each day.
      const { rows } = await sql<StoredOrder>`select ${COLUMNS} from (values ${sql.raw(values.join(','))}) as v
        cross join client_order o on o.client_id = v.column1 and o.date = v.column2`.execute(db)
      return rows
    },

    async addOrders(orders: readonly OrderValues[]): Promise<void> {
      if (orders.length === 0) return
      const first = await journal.reserve('client_order', orders.length)
      const rows = orders.map((order, index) => [...ORDER_COLUMNS.map((column) => order[column]), first + index])
      const statements: string[] = []
      for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
        statements.push(
          insertText('client_order', [...ORDER_COLUMNS, 'id'], rows.slice(from, from + ROWS_PER_STATEMENT)),
        )
      await journal.noteInserted('client_order', first, first + rows.length - 1)
      await runBatch(db, statements)
    },

    changeOrders: (changes: readonly { id: number; patch: OrderPatch }[]): Promise<number> =>
      journal.updateMany('client_order', changes),

    /** Those among these who were of this status have ordered, and are clients now. */
    makeClients: (ids: readonly number[], status: 'lead' | 'former'): Promise<void> => journal.makeClients(ids, status),
  }
}
