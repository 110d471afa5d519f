import { sql } from 'kysely'
import type { Db } from './statements.js'
import { run } from './statements.js'

/* What a file says of itself: whose it is, of which version, and what its schema consists of. */

export interface Identity {
  application: number
  version: number
  tables: number
  /** How many triggers, views and other tables of a module's making there are; a base of ours has none. */
  strangers: number
}

/**
 * What is neither a plain table nor an index, nor our search table. The text decides, not the column that says what kind of
 * thing it is: SQLite runs the text.
 */
const strange = sql`sql is not null and sql not like 'create table %' and sql not like 'create index %'
  and sql not like 'create unique index %' and not (name = 'client_search' and sql like 'create virtual table client_search using fts5%')`

/** What kind of file this is and which schema it has; reads only. */
export async function identity(db: Db): Promise<Identity> {
  const { rows } = await sql<Identity>`select
    (select application_id from pragma_application_id) as application,
    (select user_version from pragma_user_version) as version,
    count(*) as tables, coalesce(sum(${strange}), 0) as strangers from sqlite_master`.execute(db)
  return rows[0] ?? { application: 0, version: 0, tables: 0, strangers: 0 }
}

/** The names of what `identity` has counted as strangers. */
export async function strangers(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where ${strange} limit 20`.execute(db)
  return rows.map((row) => String(row.name))
}

export interface SchemaPart {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

/** All that the schema consists of, as texts. */
export async function schemaParts(db: Db): Promise<SchemaPart[]> {
  const { rows } = await sql<SchemaPart>`select type, name, tbl_name, sql from sqlite_master`.execute(db)
  return rows
}

export const setVersion = (db: Db, version: number): Promise<void> =>
  run(db, `pragma user_version = ${Math.trunc(version)}`)

export async function engineVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db)
  return rows[0]?.version ?? ''
}
