import { type RawBuilder, sql } from 'kysely'
import type { ClientKind } from '../domain/client.js'
import type { Row, Table } from './schema.js'
import { type Db, deferForeignKeys, literal } from './sqlite.js'

/** Ids in one query: few enough for a statement of moderate length. */
const CHUNK = 2_000

/** Tables whose rows go over to the kept client as they are. */
export type Moved = 'contact' | 'promise' | 'client_order' | 'expense'

/** Tables of whose rows a client has each only once, so that two clients' must be joined. */
export type Joined =
  | 'contact_point'
  | 'anniversary'
  | 'greeting'
  | 'client_tag'
  | 'custom_value'
  | 'care'
  | 'attention'
  | 'channel_consent'

/** What decides which of several clients is kept. */
export interface Weight {
  id: number
  kind: ClientKind
  archived: number
  updated_at: string
  /** How many things are known of it. */
  known: number
}

/** Columns that say something when they are filled. */
const TELLING = (
  'family_name given_name patronymic position city address source owner channel hours no_call zone sex language closeness country note referred_by consent ' +
  'verified_at external_id'
).split(' ')
const PARTS = ['contact_point', 'anniversary', 'client_tag', 'custom_value', 'relation']

/** A client that went into another. */
export interface Gone {
  gone_id: number
  kept_id: number
  kept_name: string
}

const listOf = (ids: readonly number[]): RawBuilder<unknown> => sql.raw(ids.map(literal).join(','))

/** What a merge must know of the clients that become one, for thousands of them at once, and what it left behind. */
export function mergingQueries(db: Db) {
  /** Whole rows of which a column is one of these ids, by id. */
  async function rows<T extends Table>(table: T, column: string, ids: readonly number[]): Promise<Row<T>[]> {
    const found: Row<T>[] = []
    for (let from = 0; from < ids.length; from += CHUNK) {
      const { rows: some } = await sql<Row<T>>`select * from ${sql.table(table)}
        where ${sql.ref(column)} in (${listOf(ids.slice(from, from + CHUNK))}) order by id`.execute(db)
      found.push(...some)
    }
    return found
  }

  async function gone(ids: readonly number[]): Promise<Gone[]> {
    const found: Gone[] = []
    for (let from = 0; from < ids.length; from += CHUNK) {
      const { rows: some } = await sql<Gone>`select m.gone_id, m.kept_id, c.name as kept_name from merging m
        join client c on c.id = m.kept_id where m.gone_id in (${listOf(ids.slice(from, from + CHUNK))})`.execute(db)
      found.push(...some)
    }
    return found
  }

  return {
    clients: (ids: readonly number[]): Promise<Row<'client'>[]> => rows('client', 'id', ids),

    /** The clients among these that are there, and how much is known of each. */
    async weights(ids: readonly number[]): Promise<Weight[]> {
      const filled = TELLING.map((column) => sql`(case when ${sql.ref(column)} is null then 0 else 1 end)`)
      const counted = PARTS.map(
        (table) => sql`(select count(*) from ${sql.table(table)} as part where part.client_id = client.id)`,
      )
      const found: Weight[] = []
      for (let from = 0; from < ids.length; from += CHUNK) {
        const { rows: some } = await sql<Weight>`select id, kind, updated_at,
            case when archived_at is null then 0 else 1 end as archived, ${sql.join([...filled, ...counted], sql` + `)} as known
          from client where id in (${listOf(ids.slice(from, from + CHUNK))})`.execute(db)
        found.push(...some)
      }
      return found
    },

    joined: <T extends Joined>(table: T, ids: readonly number[]): Promise<Row<T>[]> => rows(table, 'client_id', ids),

    /** Rows that only change hands: which, and whose. */
    async moved(table: Moved, ids: readonly number[]): Promise<{ id: number; client_id: number }[]> {
      const found: { id: number; client_id: number }[] = []
      for (let from = 0; from < ids.length; from += CHUNK) {
        const { rows: some } = await sql<{ id: number; client_id: number }>`select id, client_id
          from ${sql.table(table)} where client_id in (${listOf(ids.slice(from, from + CHUNK))}) order by id`.execute(
          db,
        )
        found.push(...some)
      }
      return found
    },

    /** Belonging together with these, as a person or as a company. */
    relations: async (ids: readonly number[]): Promise<Row<'relation'>[]> =>
      onceEach(await rows('relation', 'client_id', ids), await rows('relation', 'company_id', ids)),

    judgements: async (ids: readonly number[]): Promise<Row<'judgement'>[]> =>
      onceEach(await rows('judgement', 'low_id', ids), await rows('judgement', 'high_id', ids)),

    /** Who went into these. */
    into: (ids: readonly number[]): Promise<Row<'merging'>[]> => rows('merging', 'kept_id', ids),

    /** Clients whom these recommended. */
    async referred(ids: readonly number[]): Promise<{ id: number; referred_by: number }[]> {
      const found: { id: number; referred_by: number }[] = []
      for (let from = 0; from < ids.length; from += CHUNK) {
        const { rows: some } = await sql<{ id: number; referred_by: number }>`select id, referred_by from client
          where referred_by in (${listOf(ids.slice(from, from + CHUNK))}) order by id`.execute(db)
        found.push(...some)
      }
      return found
    },

    /** What became of clients that are no more; nothing of others. */
    gone,

    /** Likewise by their ids in the system they were imported from. */
    async goneOutside(externalId: string): Promise<Gone[]> {
      const { rows: found } = await sql<Gone>`select m.gone_id, m.kept_id, c.name as kept_name from merging m
        join client c on c.id = m.kept_id where m.external_id = ${externalId} order by m.id limit 20`.execute(db)
      return found
    },

    judged: (low: number, high: number): Promise<Row<'judgement'> | undefined> =>
      db.selectFrom('judgement').selectAll().where('low_id', '=', low).where('high_id', '=', high).executeTakeFirst(),

    /** Within this write a client may go before what points at it has been put right. */
    deferReferences: (): Promise<void> => deferForeignKeys(db),
  }
}

function onceEach<R extends { id: number }>(...lists: readonly R[][]): R[] {
  const found = new Map(lists.flat().map((row) => [row.id, row]))
  return [...found.values()].sort((a, b) => a.id - b.id)
}
