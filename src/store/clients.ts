import { type Expression, type SqlBool, sql } from 'kysely'
import type { ClientCard, ClientKind, ClientRecord, CustomField } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import { foldWord, prefixesOf, wordsOf } from '../domain/fold.js'
import { editDistance } from '../domain/name.js'
import { cardsOf, mergedInto } from './cards.js'
import { wordsCondition } from './filter/text.js'
import { conditionOf, readsStanding, speaksOfArchive } from './filter.js'
import { orderOf, ordersByStanding } from './order.js'
import { recordsOf } from './records.js'
import type { Row } from './schema.js'
import { type Db, matchingIds } from './sqlite.js'
import type { Circumstances } from './standing.js'

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
  sort: readonly { key: string; descending: boolean }[]
  limit: number | null
  offset: number
}

const CANDIDATE_PHONE = sql<
  string | null
>`(select typed from contact_point where contact_point.client_id = client.id and kind = 'phone' order by id limit 1)`

/** Words by which a client is named. */
const MOST_WORDS = 30

/** Among how many clients a short list is looked for first: most filters find a screenful of them there. */
const FIRST_BY_NAME = 3_000

const firstByName = (db: Db, count: number) =>
  db
    .selectFrom('client as first')
    .select('first.id')
    .where('first.archived_at', 'is', null)
    .orderBy('first.sort_key')
    .orderBy('first.id')
    .limit(count)

const isEverybody = (filter: Filter): boolean => filter.is === 'and' && filter.parts.length === 0

export function clientQueries(db: Db, circumstances: Circumstances) {
  const { moment } = circumstances
  const candidates = () =>
    db
      .selectFrom('client')
      .select(['client.id', 'client.name', 'client.kind', 'client.city'])
      .select(CANDIDATE_PHONE.as('phone'))

  /** `joined`: whether the standings must stand beside the clients. */
  const filtered = (filter: Filter, joined: boolean) => {
    const beside = db.selectFrom('client').leftJoin('standing', 'standing.client_id', 'client.id')
    const query = (joined ? beside : (db.selectFrom('client') as unknown as typeof beside)).where(
      () => conditionOf(filter, moment) as Expression<SqlBool>,
    )
    return speaksOfArchive(filter) ? query : query.where('client.archived_at', 'is', null)
  }

  /** Ids in order; `among`: only of so many clients in use that come first by name. */
  async function listed({ filter, sort, limit, offset }: ListQuery, among: number | null): Promise<number[]> {
    const joined = sort.some(({ key }) => ordersByStanding(key)) || readsStanding(filter)
    let query = filtered(filter, joined).select('client.id')
    if (among !== null) query = query.where('client.id', 'in', firstByName(db, among))
    for (const { by, descending, mayBeUnknown } of orderOf(sort, moment, isEverybody(filter)))
      query = query.orderBy(by, (order) => {
        const way = descending ? order.desc() : order.asc()
        return mayBeUnknown ? way.nullsLast() : way
      })
    query = query.orderBy('client.id')
    if (limit !== null || offset > 0) query = query.limit(limit ?? -1).offset(offset)
    return (await query.execute()).map(({ id }) => id)
  }

  async function records(ids: readonly number[], whole = true): Promise<ClientRecord[]> {
    const found = new Map<number, ClientRecord>()
    for (let from = 0; from < ids.length; from += 1000)
      for (const each of await recordsOf(db, ids.slice(from, from + 1000), circumstances, whole))
        found.set(each.id, each)
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  return {
    records,

    async card(id: number): Promise<ClientCard | null> {
      const [record] = await records([id])
      const [card] = record ? await cardsOf(db, [record], circumstances.model) : []
      return card ? { ...card, merged: await mergedInto(db, id) } : null
    },

    async cards(ids: readonly number[]): Promise<ClientCard[]> {
      return cardsOf(db, await records(ids), circumstances.model)
    },

    /** Ids that pass a filter, in order; what is not known comes last, whichever way the list runs. */
    async ids(query: ListQuery): Promise<number[]> {
      const { filter, sort, limit, offset } = query
      const isByName = sort.every(({ key, descending }) => key === 'name' && !descending)
      if (limit !== null && isByName && !isEverybody(filter) && !speaksOfArchive(filter)) {
        const found = await listed(query, FIRST_BY_NAME)
        // They are the first of all, so when they are enough, nobody else can stand before them.
        if (found.length === limit) return found
      }
      return listed({ filter, sort, limit, offset }, null)
    },

    /** All there are, archived ones too. */
    async total(): Promise<number> {
      const row = await db.selectFrom('client').select(sql<number>`count(*)`.as('size')).executeTakeFirstOrThrow()
      return row.size
    },

    async count(filter: Filter): Promise<number> {
      const row = await filtered(filter, readsStanding(filter))
        .select(sql<number>`count(*)`.as('size'))
        .executeTakeFirst()
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
      if (words.length === 0 || words.length > MOST_WORDS) return []
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
      // As many words as a name has; a novel is nobody's, and each word is a question to the base.
      const words = wordsOf(text).slice(0, MOST_WORDS).map(foldWord)
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
            const others = wordsOf(candidate.name).slice(0, MOST_WORDS)
            const distance = Math.min(...others.map((each) => editDistance(foldWord(each).slice(0, 60), word)))
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
      // The key's words are folded already; folded twice, «Шоколад» is another word.
      const words = key(name)
        .split(' ')
        .filter((word) => word !== '')
      if (words.length === 0) return null
      const rows = await db
        .selectFrom('client')
        .select(['id', 'name'])
        .where('kind', '=', 'company')
        .where('archived_at', 'is', null)
        .where(
          sql<boolean>`id in ${matchingIds(
            words.map((word) => [word]),
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
