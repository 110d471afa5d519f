import { type SelectQueryBuilder, sql } from 'kysely'
import type { CivilDate } from '../domain/calendar.js'
import type { ExpenseRecord, OrderRecord } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import { clientPasses, speaksOfArchive } from './filter.js'
import { expenseRecord, orderRecord } from './records.js'
import type { Row, Schema } from './schema.js'
import type { Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

/** Which orders or expenses; what is null does not matter. */
export interface OrderQuery {
  client: number | null
  filter: Filter | null
  from: CivilDate | null
  to: CivilDate | null
  /** Stages as they are kept, null among them for orders without one. */
  stages: readonly (string | null)[] | null
  /** Only orders of which less is paid than they come to. */
  unpaid: boolean
  limit: number | null
}

/** Sums of orders in one currency and stage, in minor units. */
export interface OrderTotal {
  currency: string
  stage: string | null
  orders: number
  sum_minor: number
  unpaid_minor: number
}

type WithClient<T> = T & { client: string }
type Selected<T extends 'client_order' | 'expense'> = SelectQueryBuilder<Schema, T | 'client', object>

/** How many orders near a number that does not exist are shown. */
const NEAR = 3

export function orderQueries(db: Db, { moment }: Circumstances) {
  const orders = (): Selected<'client_order'> =>
    db.selectFrom('client_order').innerJoin('client', 'client.id', 'client_order.client_id')
  const expenses = (): Selected<'expense'> =>
    db.selectFrom('expense').innerJoin('client', 'client.id', 'expense.client_id')

  /** Whose and when: the same for orders and expenses. */
  function narrowed<T extends 'client_order' | 'expense'>(
    table: T,
    query: Selected<T>,
    { client, filter, from, to }: Pick<OrderQuery, 'client' | 'filter' | 'from' | 'to'>,
  ): Selected<T> {
    let found = query as unknown as Selected<'client_order'>
    const date = sql.ref(`${table}.date`)
    if (client !== null) found = found.where('client.id', '=', client)
    if (from !== null) found = found.where(sql<boolean>`${date} >= ${from}`)
    if (to !== null) found = found.where(sql<boolean>`${date} <= ${to}`)
    if (filter !== null) {
      found = found.where(() => clientPasses(filter, moment) as never)
      if (!speaksOfArchive(filter)) found = found.where('client.archived_at', 'is', null)
    }
    return found as unknown as Selected<T>
  }

  const chosen = (query: OrderQuery): Selected<'client_order'> => {
    let found = narrowed('client_order', orders(), query)
    const { stages } = query
    if (stages !== null) {
      const named = stages.filter((stage) => stage !== null)
      found = found.where((eb) =>
        eb.or([
          ...(named.length > 0 ? [eb('client_order.stage', 'in', named)] : []),
          ...(named.length < stages.length ? [eb('client_order.stage', 'is', null)] : []),
        ]),
      )
    }
    return query.unpaid ? found.where('client_order.paid_minor', '<', sql.ref<number>('client_order.sum_minor')) : found
  }

  const records = async (query: Selected<'client_order'>): Promise<WithClient<OrderRecord>[]> =>
    (await query.selectAll('client_order').select('client.name as client_name').execute()).map(
      ({ client_name, ...row }) => ({ ...orderRecord(row), client: client_name }),
    )
  const expenseRecords = async (query: Selected<'expense'>): Promise<WithClient<ExpenseRecord>[]> =>
    (await query.selectAll('expense').select('client.name as client_name').execute()).map(
      ({ client_name, ...row }) => ({
        ...expenseRecord(row),
        client: client_name,
      }),
    )

  return {
    row: (id: number): Promise<Row<'client_order'> | undefined> =>
      db.selectFrom('client_order').selectAll().where('id', '=', id).executeTakeFirst(),

    expenseRow: (id: number): Promise<Row<'expense'> | undefined> =>
      db.selectFrom('expense').selectAll().where('id', '=', id).executeTakeFirst(),

    order: async (id: number): Promise<WithClient<OrderRecord> | null> =>
      (await records(orders().where('client_order.id', '=', id)))[0] ?? null,

    expense: async (id: number): Promise<WithClient<ExpenseRecord> | null> =>
      (await expenseRecords(expenses().where('expense.id', '=', id)))[0] ?? null,

    /** Newest first. */
    list(query: OrderQuery): Promise<WithClient<OrderRecord>[]> {
      const found = chosen(query).orderBy('client_order.date', 'desc').orderBy('client_order.id', 'desc')
      return records(query.limit === null ? found : found.limit(query.limit))
    },

    /** What the orders come to, whatever the limit. */
    totals: (query: OrderQuery): Promise<OrderTotal[]> =>
      chosen(query)
        .select(['client_order.currency', 'client_order.stage'])
        .select([
          sql<number>`count(*)`.as('orders'),
          sql<number>`sum(client_order.sum_minor)`.as('sum_minor'),
          sql<number>`sum(case when client_order.paid_minor < client_order.sum_minor
            then client_order.sum_minor - client_order.paid_minor else 0 end)`.as('unpaid_minor'),
        ])
        .groupBy(['client_order.currency', 'client_order.stage'])
        .orderBy('client_order.currency')
        .orderBy('client_order.stage')
        .execute(),

    /** Every stage that an order has, null for none. */
    stages: async (): Promise<(string | null)[]> =>
      (await db.selectFrom('client_order').select('stage').distinct().execute()).map(({ stage }) => stage),

    /** Orders whose numbers are next to one that does not exist. */
    near: (id: number): Promise<WithClient<OrderRecord>[]> =>
      records(orders().orderBy(sql`abs(client_order.id - ${id})`).limit(NEAR)),

    nearExpenses: (id: number): Promise<WithClient<ExpenseRecord>[]> =>
      expenseRecords(expenses().orderBy(sql`abs(expense.id - ${id})`).limit(NEAR)),

    /** Newest first. */
    expenses(
      query: Pick<OrderQuery, 'client' | 'filter' | 'from' | 'to' | 'limit'>,
    ): Promise<WithClient<ExpenseRecord>[]> {
      const found = narrowed('expense', expenses(), query).orderBy('expense.date', 'desc').orderBy('expense.id', 'desc')
      return expenseRecords(query.limit === null ? found : found.limit(query.limit))
    },
  }
}
