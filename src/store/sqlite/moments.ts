import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema.js'
import { type Db, run } from './statements.js'

/* What holds for one moment of a base that others write to, and how one tells that it is past. */

/** Runs questions of which all answers are of one moment, whatever others write meanwhile; it hinders nobody. */
export const inSnapshot = <T>(db: Kysely<Schema>, work: (snapshot: Db) => Promise<T>): Promise<T> =>
  db.connection().execute(async (one) => {
    await run(one, 'begin')
    try {
      return await work(one)
    } finally {
      await run(one, 'rollback')
    }
  })

/** From now on all that this connection reads is of one moment, until it is ended. Nothing can be written meanwhile. */
export const holdMoment = (db: Db): Promise<void> => run(db, 'begin')
export const endMoment = (db: Db): Promise<void> => run(db, 'rollback')

/** What a base looked like at one moment: a number that every write of others changes, and how many rows each table has. */
export interface Counted {
  mark: number
  rows: ReadonlyMap<string, number>
}

/** Rows of every table, those inside the search index too, all counted in one moment. */
export const countRows = (db: Kysely<Schema>): Promise<Counted> =>
  inSnapshot(db, async (snapshot) => {
    const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master
      where type = 'table' and sql not like 'create virtual table %' order by name`.execute(snapshot)
    const rows = new Map<string, number>()
    for (const { name: table } of tables) {
      const counted = await sql<{ size: number }>`select count(*) as size from ${sql.table(table)}`.execute(snapshot)
      rows.set(table, counted.rows[0]?.size ?? 0)
    }
    return { mark: await changeMark(snapshot), rows }
  })

/** The number in `Counted.mark` as it is now. */
export async function changeMark(db: Db): Promise<number> {
  const { rows } = await sql<{ mark: number }>`select data_version as mark from pragma_data_version`.execute(db)
  return rows[0]?.mark ?? -1
}
