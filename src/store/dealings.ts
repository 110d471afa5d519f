import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Direction } from '../domain/client.js'
import { stageClass } from '../domain/stage.js'
import {
  type Care,
  type Dealings,
  type Expense,
  NO_DEALINGS,
  type Purchase,
  type Referral,
  type Touch,
} from '../domain/standing/dealings.js'
import { collected, type Db, literal } from './sqlite.js'

/** Which clients: some by id, or a whole range of ids. */
export type Whose = { ids: readonly number[] } | { first: number; last: number }

/** Thousands of ids are written out faster than they are bound. */
export const belongsTo = (column: string, whose: Whose): RawBuilder<boolean> =>
  'ids' in whose
    ? sql<boolean>`${sql.ref(column)} in (${sql.raw(whose.ids.map(literal).join(','))})`
    : sql<boolean>`${sql.ref(column)} between ${whose.first} and ${whose.last}`

/**
 * The rows of a range of clients lie all over the table. Read in the order they lie in, a page is read once for a portion,
 * where in the order of the clients it is read again and again.
 */
const asTheyLie = (table: string, whose: Whose): RawBuilder<boolean> =>
  'ids' in whose
    ? belongsTo('client_id', whose)
    : sql<boolean>`id in (select id from ${sql.table(table)} where ${belongsTo('client_id', whose)})`

const columns = (...names: readonly string[]): Expression<unknown>[] => names.map((each) => sql.ref(each))

type Cell = string | number | null

/** The rows of a table by client, each as the values of these columns. */
async function rowsBy(db: Db, table: string, whose: Whose, names: readonly string[]): Promise<[number, Cell[][]][]> {
  const { rows } = await sql<{ client_id: number; list: string }>`
    select client_id, ${collected(columns(...names))} as list from ${sql.table(table)}
    where ${asTheyLie(table, whose)} group by client_id`.execute(db)
  return rows.map(({ client_id, list }) => [client_id, JSON.parse(list) as Cell[][]])
}

const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)
const number = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)

const touchOf = ([at, channel, direction, result, purpose, minutes, cost]: Cell[]): Touch => ({
  at: String(at),
  channel: String(channel),
  direction: direction as Direction,
  result: text(result),
  purpose: text(purpose),
  minutes: number(minutes),
  cost_minor: number(cost),
})

const purchaseOf = ([id, date, sum, currency, what, stage, cost, promo, paid]: Cell[]): Purchase => ({
  id: Number(id),
  date: String(date),
  sum_minor: Number(sum),
  currency: String(currency),
  what: text(what),
  stage: text(stage),
  cost_minor: number(cost),
  promo: promo === 1,
  paid_minor: Number(paid),
})

const expenseOf = ([date, sum, currency]: Cell[]): Expense => ({
  date: String(date),
  sum_minor: Number(sum),
  currency: String(currency),
})

/** Clients recommended by each of these, with what they ordered. */
async function referralsBy(db: Db, whose: Whose): Promise<[number, Referral[]][]> {
  const { rows } = await sql<{ client_id: number; list: string }>`
    select c.referred_by as client_id,
      ${collected(columns('c.id', 'c.created_at', 'o.date', 'o.sum_minor', 'o.currency', 'o.stage'))} as list
    from client c left join client_order o on o.client_id = c.id
    where c.referred_by is not null and ${belongsTo('c.referred_by', whose)} group by c.referred_by`.execute(db)
  return rows.map(({ client_id, list }) => [client_id, referralsOf(JSON.parse(list) as Cell[][])])
}

function referralsOf(rows: readonly Cell[][]): Referral[] {
  const found = new Map<
    number,
    { id: number; on: string; income: { date: string; sum_minor: number; currency: string }[] }
  >()
  for (const [id, created, date, sum, currency, stage] of rows) {
    const referral = found.get(Number(id)) ?? { id: Number(id), on: String(created).slice(0, 10), income: [] }
    found.set(referral.id, referral)
    const counts = typeof date === 'string' && !['offer', 'cancelled'].includes(stageClass(text(stage)))
    if (counts) referral.income.push({ date, sum_minor: Number(sum), currency: String(currency) })
  }
  return [...found.values()].sort((a, b) => a.id - b.id)
}

/** All dealings with these clients, whenever they were; a client that there is nothing of is left out. */
export async function dealingsOf(db: Db, whose: Whose, withTags: boolean): Promise<Map<number, Dealings>> {
  const found = new Map<number, Dealings>()
  const add = (client: number, part: Partial<Dealings>): void => {
    const before = found.get(client)
    if (before) Object.assign(before, part)
    else found.set(client, { ...NO_DEALINGS, ...part })
  }
  const contacts = ['at', 'channel', 'direction', 'result', 'purpose', 'minutes', 'cost_minor']
  for (const [client, rows] of await rowsBy(db, 'contact', whose, contacts)) add(client, { touches: rows.map(touchOf) })
  const orders = ['id', 'date', 'sum_minor', 'currency', 'what', 'stage', 'cost_minor', 'promo', 'paid_minor']
  for (const [client, rows] of await rowsBy(db, 'client_order', whose, orders))
    add(client, { purchases: rows.map(purchaseOf) })
  for (const [client, rows] of await rowsBy(db, 'expense', whose, ['date', 'sum_minor', 'currency']))
    add(client, { expenses: rows.map(expenseOf) })
  for (const [client, referrals] of await referralsBy(db, whose)) add(client, { referrals })
  const cares = await db.selectFrom('care').selectAll().where(belongsTo('client_id', whose)).execute()
  for (const { id: _, client_id, set_at: __, ...care } of cares) add(client_id, { care: care satisfies Care })
  if (withTags)
    for (const [client, rows] of await rowsBy(db, 'client_tag', whose, ['tag_key']))
      add(client, { tags: rows.map(([tag]) => String(tag)) })
  return found
}

/** The last day on which there is anything but a contact. */
export function latestOn({ purchases, expenses, referrals }: Dealings): string | null {
  let latest: string | null = null
  const note = (date: string): void => {
    if (latest === null || date > latest) latest = date
  }
  for (const { date } of purchases) note(date)
  for (const { date } of expenses) note(date)
  for (const { on, income } of referrals) {
    note(on)
    for (const { date } of income) note(date)
  }
  return latest
}
