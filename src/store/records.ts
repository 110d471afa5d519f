import { sql } from 'kysely'
import { type Anniversary, formatAnniversary } from '../domain/anniversary.js'
import type {
  ClientCard,
  ClientRecord,
  ContactRecord,
  DateRecord,
  PromiseRecord,
  RelationRecord,
} from '../domain/client.js'
import type { HandleKind } from '../domain/handle.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

export const anniversaryOf = (row: { year: number | null; month_day: string }): Anniversary => ({
  year: row.year,
  month: Number(row.month_day.slice(0, 2)),
  day: Number(row.month_day.slice(3)),
})

function grouped<T extends { client_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.client_id)
    if (group) group.push(row)
    else groups.set(row.client_id, [row])
  }
  return groups
}

/** Clients as JSON shows them, in no particular order: one query a table, whatever their number. `whole` false leaves out fields of one's own and what is counted. */
export async function recordsOf(db: Db, ids: readonly number[], whole = true): Promise<ClientRecord[]> {
  if (ids.length === 0) return []
  const wanted = [...ids]
  const rows = await db.selectFrom('client').selectAll().where('id', 'in', wanted).execute()
  const points = grouped(
    await db.selectFrom('contact_point').selectAll().where('client_id', 'in', wanted).orderBy('id').execute(),
  )
  const tags = grouped(
    await db
      .selectFrom('client_tag')
      .select(['client_id', 'tag'])
      .where('client_id', 'in', wanted)
      .orderBy('tag_key')
      .execute(),
  )
  const birthdays = grouped(
    await db
      .selectFrom('anniversary')
      .select(['client_id', 'year', 'month_day'])
      .where('client_id', 'in', wanted)
      .where('occasion', '=', 'birthday')
      .where('who', 'is', null)
      .orderBy('id')
      .execute(),
  )
  const companies = grouped(
    await db
      .selectFrom('relation')
      .innerJoin('client as company', 'company.id', 'relation.company_id')
      .select(['relation.client_id', 'company.name', 'relation.role'])
      .where('relation.client_id', 'in', wanted)
      .orderBy('relation.id')
      .execute(),
  )
  const custom = grouped(
    !whole
      ? []
      : await db
          .selectFrom('custom_value')
          .innerJoin('custom_field', 'custom_field.id', 'custom_value.field_id')
          .select(['custom_value.client_id', 'custom_field.key', 'custom_value.value'])
          .where('custom_value.client_id', 'in', wanted)
          .orderBy('custom_field.id')
          .execute(),
  )
  const contacts = grouped(
    !whole
      ? []
      : await db
          .selectFrom('contact')
          .select(['client_id', sql<number>`count(*)`.as('size'), sql<string>`max(at)`.as('last')])
          .where('client_id', 'in', wanted)
          .groupBy('client_id')
          .execute(),
  )
  const orders = grouped(
    !whole
      ? []
      : await db
          .selectFrom('client_order')
          .select(['client_id', 'currency', sql<number>`count(*)`.as('size'), sql<number>`sum(sum_minor)`.as('sum')])
          .where('client_id', 'in', wanted)
          .groupBy(['client_id', 'currency'])
          .orderBy('currency')
          .execute(),
  )
  return rows.map((row): ClientRecord => {
    const own = points.get(row.id) ?? []
    const birthday = birthdays.get(row.id)?.[0]
    const bought = orders.get(row.id) ?? []
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      family_name: row.family_name,
      given_name: row.given_name,
      patronymic: row.patronymic,
      company: companies.get(row.id)?.[0]?.name ?? null,
      position: row.position,
      role: companies.get(row.id)?.[0]?.role ?? null,
      status: row.status,
      phones: own.filter(({ kind }) => kind === 'phone').map(({ value, label, typed }) => ({ value, label, typed })),
      emails: own.filter(({ kind }) => kind === 'email').map(({ value, label }) => ({ value, label })),
      handles: own
        .filter(({ kind }) => kind !== 'phone' && kind !== 'email')
        .map(({ kind, value, label }) => ({ kind: kind as HandleKind, value, label })),
      city: row.city,
      address: row.address,
      birthday: birthday ? formatAnniversary(anniversaryOf(birthday)) : null,
      source: row.source,
      tags: (tags.get(row.id) ?? []).map(({ tag }) => tag),
      owner: row.owner,
      vip: row.vip === 1,
      channel: row.channel,
      hours: row.hours,
      no_call: row.no_call,
      zone: row.zone,
      note: row.note,
      referred_by: row.referred_by,
      consent: row.consent,
      verified_at: row.verified_at,
      external_id: row.external_id,
      external_system: row.external_system,
      custom: Object.fromEntries((custom.get(row.id) ?? []).map(({ key, value }) => [key, value])),
      warmth: null,
      frequency: null,
      last_contact_at: contacts.get(row.id)?.[0]?.last ?? null,
      contacts: contacts.get(row.id)?.[0]?.size ?? 0,
      orders: bought.reduce((sum, { size }) => sum + size, 0),
      spent:
        bought.length === 0
          ? null
          : bought.map(({ sum, currency }) => `${(sum / 100).toFixed(2)} ${currency}`).join(' + '),
      archived_at: row.archived_at,
      created_at: row.created_at,
      updated_at: row.updated_at,
    }
  })
}

export const promiseRecord = (row: Row<'promise'>): PromiseRecord => ({
  id: row.id,
  client_id: row.client_id,
  kind: row.kind,
  due: row.due,
  time: row.time,
  text: row.text,
  state: row.state,
  snoozed_until: row.snoozed_until,
  created_at: row.created_at,
  closed_at: row.closed_at,
})

export const dateRecord = (row: Row<'anniversary'>): DateRecord => ({
  id: row.id,
  client_id: row.client_id,
  occasion: row.occasion,
  who: row.who,
  date: formatAnniversary(anniversaryOf(row)),
  remind_days: row.remind_days,
})

export const contactRecord = (row: Row<'contact'>): ContactRecord => ({
  id: row.id,
  client_id: row.client_id,
  at: row.at,
  channel: row.channel,
  direction: row.direction,
  result: row.result,
  purpose: row.purpose,
  minutes: row.minutes,
  cost: row.cost_minor === null ? null : (row.cost_minor / 100).toFixed(2),
  text: row.text,
})

/** The same clients with their dates, history, promises and relations. */
export async function cardsOf(db: Db, clients: readonly ClientRecord[]): Promise<ClientCard[]> {
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
      ).map(contactRecord),
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
    for (const client of chunk)
      cards.push({
        ...client,
        dates: dates.get(client.id) ?? [],
        history: history.get(client.id) ?? [],
        promises: promises.get(client.id) ?? [],
        relations: relations.get(client.id) ?? [],
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
