import { sql } from 'kysely'
import { type Anniversary, formatAnniversary } from '../domain/anniversary.js'
import type { CivilDate } from '../domain/calendar.js'
import type {
  ClientCard,
  ClientKind,
  ClientRecord,
  ContactRecord,
  CustomField,
  DateRecord,
  PromiseRecord,
  RelationRecord,
} from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import { foldWord, prefixesOf, wordsOf } from '../domain/fold.js'
import { editDistance } from '../domain/name.js'
import type { HandleKind } from '../domain/points.js'
import { conditionOf, speaksOfArchive, wordsCondition } from './filter.js'
import type { Row } from './schema.js'
import { type Db, matchingIds } from './sqlite.js'

/** A client in one line: enough to choose it from several. */
export interface Candidate {
  id: number
  name: string
  kind: ClientKind
  city: string | null
  phone: string | null
}

export interface ListQuery {
  filter: Filter
  today: CivilDate
  sort: readonly { key: string; descending: boolean }[]
  limit: number | null
  offset: number
}

const SORT_COLUMNS: Record<string, string> = {
  id: 'client.id',
  name: 'client.sort_key',
  kind: 'client.kind',
  status: 'client.status',
  city: 'client.city',
  source: 'client.source',
  owner: 'client.owner',
  position: 'client.position',
  vip: 'client.vip',
  family_name: 'client.family_name',
  given_name: 'client.given_name',
  created: 'client.created_at',
  created_at: 'client.created_at',
  updated: 'client.updated_at',
  updated_at: 'client.updated_at',
  verified: 'client.verified_at',
  external_id: 'client.external_id',
}

const SORT_COMPUTED: Record<string, string> = {
  last: '(select max(at) from contact where contact.client_id = client.id)',
  contacts: '(select count(*) from contact where contact.client_id = client.id)',
  birthday:
    "(select min(month_day) from anniversary where anniversary.client_id = client.id and occasion = 'birthday' and who is null)",
  company:
    '(select min(company.sort_key) from relation join client company on company.id = relation.company_id where relation.client_id = client.id)',
}

const CANDIDATE_PHONE = sql<
  string | null
>`(select typed from contact_point where contact_point.client_id = client.id and kind = 'phone' order by id limit 1)`

export function clientQueries(db: Db) {
  const candidates = () =>
    db
      .selectFrom('client')
      .select(['client.id', 'client.name', 'client.kind', 'client.city'])
      .select(CANDIDATE_PHONE.as('phone'))

  const filtered = (filter: Filter, today: CivilDate) => {
    const query = db.selectFrom('client').where((eb) => conditionOf(eb, filter, today))
    return speaksOfArchive(filter) ? query : query.where('client.archived_at', 'is', null)
  }

  async function records(ids: readonly number[]): Promise<ClientRecord[]> {
    const found = new Map<number, ClientRecord>()
    for (let from = 0; from < ids.length; from += 1000)
      for (const each of await recordsOf(db, ids.slice(from, from + 1000))) found.set(each.id, each)
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  return {
    records,

    async card(id: number): Promise<ClientCard | null> {
      const [record] = await records([id])
      return record ? ((await cardsOf(db, [record]))[0] ?? null) : null
    },

    async cards(ids: readonly number[]): Promise<ClientCard[]> {
      return cardsOf(db, await records(ids))
    },

    /** Ids that pass a filter, in order. */
    async ids({ filter, today, sort, limit, offset }: ListQuery): Promise<number[]> {
      let query = filtered(filter, today).select('client.id')
      const order = sort.length > 0 ? sort : [{ key: 'name', descending: false }]
      for (const { key, descending } of order) {
        const expression = SORT_COLUMNS[key] ? sql.ref(SORT_COLUMNS[key]) : sql.raw(SORT_COMPUTED[key] ?? 'client.id')
        // What is not known comes last, whichever way the list runs.
        if (key !== 'name' && key !== 'id') query = query.orderBy(sql`${expression} is null`)
        query = query.orderBy(expression, descending ? 'desc' : 'asc')
      }
      query = query.orderBy('client.id')
      if (limit !== null || offset > 0) query = query.limit(limit ?? -1).offset(offset)
      return (await query.execute()).map(({ id }) => id)
    },

    async count(filter: Filter, today: CivilDate): Promise<number> {
      const row = await filtered(filter, today).select(sql<number>`count(*)`.as('size')).executeTakeFirst()
      return row?.size ?? 0
    },

    byId: (id: number): Promise<Candidate | undefined> => candidates().where('client.id', '=', id).executeTakeFirst(),

    byExternal: (externalId: string): Promise<Candidate[]> =>
      candidates().where('client.external_id', '=', externalId).limit(20).execute(),

    byPoint: (values: readonly string[], kinds: readonly string[]): Promise<Candidate[]> =>
      candidates()
        .where('client.archived_at', 'is', null)
        .where(
          'client.id',
          'in',
          db
            .selectFrom('contact_point')
            .select('client_id')
            .where('value', 'in', [...values])
            .where('kind', 'in', kinds as never),
        )
        .limit(20)
        .execute(),

    /** Clients in whose name every word begins a word; of names that consist of just these words, only those. */
    async byName(text: string, limit = 20): Promise<Candidate[]> {
      const words = wordsOf(text)
      if (words.length === 0) return []
      const rows = await candidates()
        .where('client.archived_at', 'is', null)
        .where(sql<boolean>`client.id in ${matchingIds(words.map(prefixesOf), 'name')}`)
        .orderBy('client.sort_key')
        .limit(200)
        .execute()
      const wanted = words.map(foldWord).sort().join(' ')
      const exact = rows.filter(({ name }) => wordsOf(name).map(foldWord).sort().join(' ') === wanted)
      return (exact.length > 0 ? exact : rows).slice(0, limit)
    },

    /** Names that nearly match, nearest first: what was probably meant. */
    async nearest(text: string): Promise<Candidate[]> {
      const words = wordsOf(text).map(foldWord)
      const found = new Map<number, { candidate: Candidate; distance: number }>()
      for (const word of words) {
        for (const length of new Set([Math.min(word.length, 4), 3, 2])) {
          if (word.length < 2 || found.size >= 20) break
          const rows = await candidates()
            .where('client.archived_at', 'is', null)
            .where(sql<boolean>`client.id in ${matchingIds([[word.slice(0, length)]], 'name')}`)
            .limit(200)
            .execute()
          for (const candidate of rows) {
            const distance = Math.min(...wordsOf(candidate.name).map((each) => editDistance(foldWord(each), word)))
            if (distance <= Math.max(1, Math.floor(word.length / 2))) found.set(candidate.id, { candidate, distance })
          }
        }
      }
      return [...found.values()]
        .sort((a, b) => a.distance - b.distance || a.candidate.id - b.candidate.id)
        .slice(0, 5)
        .map(({ candidate }) => candidate)
    },

    /** For finding as one types: names, other text and contact points. */
    suggest: (text: string): Promise<Candidate[]> =>
      candidates()
        .where('client.archived_at', 'is', null)
        .$if(text.trim() !== '', (query) => query.where(() => wordsCondition(text)))
        .orderBy('client.sort_key')
        .limit(12)
        .execute(),

    async companyNamed(name: string, key: (name: string) => string): Promise<number | null> {
      const words = wordsOf(key(name))
      if (words.length === 0) return null
      const rows = await db
        .selectFrom('client')
        .select(['id', 'name'])
        .where('kind', '=', 'company')
        .where('archived_at', 'is', null)
        .where(
          sql<boolean>`id in ${matchingIds(
            words.map((word) => [foldWord(word)]),
            'name',
          )}`,
        )
        .orderBy('id')
        .execute()
      return rows.find((row) => key(row.name) === key(name))?.id ?? null
    },

    row: (id: number): Promise<Row<'client'> | undefined> =>
      db.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst(),

    points: (id: number): Promise<Row<'contact_point'>[]> =>
      db.selectFrom('contact_point').selectAll().where('client_id', '=', id).orderBy('id').execute(),

    anniversaries: (id: number): Promise<Row<'anniversary'>[]> =>
      db.selectFrom('anniversary').selectAll().where('client_id', '=', id).orderBy('id').execute(),

    tags: (id: number): Promise<Row<'client_tag'>[]> =>
      db.selectFrom('client_tag').selectAll().where('client_id', '=', id).orderBy('id').execute(),

    relations: (id: number): Promise<Row<'relation'>[]> =>
      db.selectFrom('relation').selectAll().where('client_id', '=', id).orderBy('id').execute(),

    customValues: (id: number): Promise<Row<'custom_value'>[]> =>
      db.selectFrom('custom_value').selectAll().where('client_id', '=', id).execute(),

    async customFields(): Promise<CustomField[]> {
      const rows = await db.selectFrom('custom_field').selectAll().orderBy('id').execute()
      return rows.map((row) => ({ ...row, choices: JSON.parse(row.choices) as string[] }))
    },

    customUses: async (fieldId: number): Promise<number> =>
      (
        await db
          .selectFrom('custom_value')
          .select(sql<number>`count(*)`.as('size'))
          .where('field_id', '=', fieldId)
          .executeTakeFirst()
      )?.size ?? 0,
  }
}

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

async function recordsOf(db: Db, ids: readonly number[]): Promise<ClientRecord[]> {
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
    await db
      .selectFrom('custom_value')
      .innerJoin('custom_field', 'custom_field.id', 'custom_value.field_id')
      .select(['custom_value.client_id', 'custom_field.key', 'custom_value.value'])
      .where('custom_value.client_id', 'in', wanted)
      .orderBy('custom_field.id')
      .execute(),
  )
  const contacts = grouped(
    await db
      .selectFrom('contact')
      .select(['client_id', sql<number>`count(*)`.as('size'), sql<string>`max(at)`.as('last')])
      .where('client_id', 'in', wanted)
      .groupBy('client_id')
      .execute(),
  )
  const orders = grouped(
    await db
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
        .map(({ kind, value }) => ({ kind: kind as HandleKind, value })),
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

async function cardsOf(db: Db, clients: readonly ClientRecord[]): Promise<ClientCard[]> {
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
