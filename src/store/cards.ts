import type { ClientCard, ClientRecord, RelationRecord } from '../domain/client.js'
import type { Model } from '../domain/standing/model.js'
import { contactRecord, dateRecord, expenseRecord, grouped, orderRecord, promiseRecord } from './records.js'
import type { Db } from './sqlite.js'

/** The same clients with all that belongs to them. */
export async function cardsOf(db: Db, clients: readonly ClientRecord[], model: Model): Promise<ClientCard[]> {
  const cards: ClientCard[] = []
  for (let from = 0; from < clients.length; from += 1000) {
    const chunk = clients.slice(from, from + 1000)
    const ids = chunk.map(({ id }) => id)
    const dates = grouped(
      (await db.selectFrom('anniversary').selectAll().where('client_id', 'in', ids).orderBy('id').execute()).map(
        dateRecord,
      ),
    )
    const history = grouped(
      (
        await db
          .selectFrom('contact')
          .selectAll()
          .where('client_id', 'in', ids)
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .execute()
      ).map((row) => contactRecord(row, model)),
    )
    const promises = grouped(
      (
        await db
          .selectFrom('promise')
          .selectAll()
          .where('client_id', 'in', ids)
          .orderBy('shown_on')
          .orderBy('id')
          .execute()
      ).map(promiseRecord),
    )
    const relations = await relationsOf(db, chunk)
    const purchases = grouped(
      (
        await db
          .selectFrom('client_order')
          .selectAll()
          .where('client_id', 'in', ids)
          .orderBy('date', 'desc')
          .orderBy('id', 'desc')
          .execute()
      ).map(orderRecord),
    )
    const expenses = grouped(
      (
        await db
          .selectFrom('expense')
          .selectAll()
          .where('client_id', 'in', ids)
          .orderBy('date', 'desc')
          .orderBy('id', 'desc')
          .execute()
      ).map(expenseRecord),
    )
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
