import { sql } from 'kysely'
import { listOf } from './bearers.js'
import type { Quoted } from './mentioning.js'
import type { Journalled } from './schema.js'
import type { Db } from './sqlite.js'

/** Where a mention stands, for people: nobody knows a row by its number. */
export interface MentionPlace extends Quoted {
  /** Whose text it is. */
  owner: string | null
  /** What it is called: a segment, a tag, a field. */
  title: string | null
  /** The instant or the day of what it was written to. */
  at: string | null
}

/** Mentions that can be cut out of their texts, and those that cannot: in names, filters and values, or in doubt. */
export interface MentionPlaces {
  loose: { count: number; shown: MentionPlace[] }
  fixed: { count: number; shown: MentionPlace[] }
}

const DAYS: Partial<Record<Journalled, string>> = {
  contact: 'at',
  promise: 'due',
  client_order: 'date',
  expense: 'date',
  greeting: 'occurs_on',
}

const TITLES: Partial<Record<Journalled, string>> = {
  segment: 'name',
  holiday: 'name',
  custom_field: 'coalesce(label, key)',
  client_tag: 'tag',
  custom_value: '(select coalesce(label, key) from custom_field where custom_field.id = field_id)',
}

/** Tells of mentions where they stand; of each kind so many. */
export async function placesOf(db: Db, mentions: readonly Quoted[], most: number): Promise<MentionPlaces> {
  const part = async (list: readonly Quoted[]) => ({
    count: list.length,
    shown: await described(db, list.slice(0, most)),
  })
  return {
    loose: await part(mentions.filter(({ cuttable }) => cuttable)),
    fixed: await part(mentions.filter(({ cuttable }) => !cuttable)),
  }
}

async function described(db: Db, mentions: readonly Quoted[]): Promise<MentionPlace[]> {
  const ids = new Set(mentions.flatMap(({ client }) => client ?? []))
  const { rows: clients } = await sql<{ id: number; name: string }>`select id, name from client
    where id in (${listOf(ids)})`.execute(db)
  const names = new Map(clients.map(({ id, name }) => [id, name]))
  const places: MentionPlace[] = []
  for (const mention of mentions) {
    const { table, id, client } = mention
    const { rows } = await sql<{ title: string | null; at: string | null }>`select
      ${sql.raw(TITLES[table] ?? 'null')} as title, ${sql.raw(DAYS[table] ?? 'null')} as at
      from ${sql.table(table)} where id = ${id}`.execute(db)
    const owner = client === null ? null : (names.get(client) ?? null)
    places.push({ ...mention, owner, title: rows[0]?.title ?? null, at: rows[0]?.at ?? null })
  }
  return places
}
