import { sql } from 'kysely'
import type { ClientCard, ClientRecord, MergedRecord, RelationRecord } from '../domain/client.js'
import type { Model } from '../domain/standing/model.js'
import { contactRecord, dateRecord, expenseRecord, grouped, orderRecord, promiseRecord } from './records.js'
import type { Row, Table } from './schema.js'
import type { Db } from './sqlite.js'

/** The same clients with all that belongs to them. */
export async function cardsOf(db: Db, clients: readonly ClientRecord[], model: Model): Promise<ClientCard[]> {
  const cards: ClientCard[] = []
  for (let from = 0; from < clients.length; from += 1000) {
    const chunk = clients.slice(from, from + 1000)
    const ids = chunk.map(({ id }) => id)
    const of = <T extends 'anniversary' | 'contact' | 'promise' | 'client_order' | 'expense'>(
      table: T,
      order: readonly string[],
    ): Promise<Row<T>[]> => rowsOf(db, table, ids, order)
    const dates = grouped((await of('anniversary', ['id'])).map(dateRecord))
    const history = grouped((await of('contact', ['at desc', 'id desc'])).map((row) => contactRecord(row, model)))
    const promises = grouped((await of('promise', ['shown_on', 'id'])).map(promiseRecord))
    const purchases = grouped((await of('client_order', ['date desc', 'id desc'])).map(orderRecord))
    const expenses = grouped((await of('expense', ['date desc', 'id desc'])).map(expenseRecord))
    const relations = await relationsOf(db, chunk)
    const cares = new Map(
      (await db.selectFrom('care').selectAll().where('client_id', 'in', ids).execute()).map(
        ({ id, client_id, ...care }) => [client_id, care],
      ),
    )
    for (const client of chunk)
      cards.push({
        ...client,
        dates: dates.get(client.id) ?? [],
        history: history.get(client.id) ?? [],
        promises: promises.get(client.id) ?? [],
        relations: relations.get(client.id) ?? [],
        purchases: purchases.get(client.id) ?? [],
        expenses: expenses.get(client.id) ?? [],
        care: cares.get(client.id) ?? null,
      })
  }
  return cards
}

/** Who went into a client, in the order in which they did. */
export const mergedInto = (db: Db, id: number): Promise<MergedRecord[]> =>
  db
    .selectFrom('merging')
    .select(['gone_id as id', 'name', 'external_id', 'at'])
    .where('kept_id', '=', id)
    .orderBy('id')
    .execute()

/** The rows of these clients; `order` is columns of the schema, each with `desc` behind it if need be. */
async function rowsOf<T extends Table>(
  db: Db,
  table: T,
  ids: readonly number[],
  order: readonly string[],
): Promise<Row<T>[]> {
  let query = db
    .selectFrom(table as 'contact')
    .selectAll()
    .where('client_id', 'in', [...ids])
  for (const each of order) {
    const [column = '', way = 'asc'] = each.split(' ')
    query = query.orderBy(sql.ref(column), way as 'asc' | 'desc')
  }
  return (await query.execute()) as unknown as Row<T>[]
}

async function relationsOf(db: Db, clients: readonly ClientRecord[]): Promise<Map<number, RelationRecord[]>> {
  const ids = clients.map(({ id }) => id)
  const found = new Map<number, RelationRecord[]>()
  const put = (client: number, relation: RelationRecord): void => {
    const list = found.get(client)
    if (list) list.push(relation)
    else found.set(client, [relation])
  }
  const links = () =>
    db
      .selectFrom('relation')
      .innerJoin('client as person', 'person.id', 'relation.client_id')
      .innerJoin('client as company', 'company.id', 'relation.company_id')
      .select([
        'relation.client_id as person_id',
        'relation.company_id as company_id',
        'relation.role',
        'person.name as person_name',
        'company.name as company_name',
        'person.kind as person_kind',
      ])
      .orderBy('relation.id')
  for (const link of await links().where('relation.client_id', 'in', ids).execute())
    put(link.person_id, {
      client_id: link.company_id,
      name: link.company_name,
      kind: 'company',
      role: link.role,
      relation: 'company',
    })
  for (const link of await links()
    .where('relation.company_id', 'in', ids)
    .where('person.archived_at', 'is', null)
    .limit(20_000)
    .execute())
    put(link.company_id, {
      client_id: link.person_id,
      name: link.person_name,
      kind: link.person_kind,
      role: link.role,
      relation: 'person',
    })
  const referrers = await db
    .selectFrom('client')
    .innerJoin('client as referrer', 'referrer.id', 'client.referred_by')
    .select(['client.id', 'referrer.id as other', 'referrer.name', 'referrer.kind'])
    .where('client.id', 'in', ids)
    .execute()
  for (const { id, other, name, kind } of referrers)
    put(id, { client_id: other, name, kind, role: null, relation: 'referred_by' })
  const referred = await db
    .selectFrom('client')
    .select(['id', 'name', 'kind', 'referred_by'])
    .where('referred_by', 'in', ids)
    .orderBy('id')
    .execute()
  for (const { id, name, kind, referred_by } of referred)
    put(Number(referred_by), { client_id: id, name, kind, role: null, relation: 'referred' })
  return found
}
