import type { Kysely } from 'kysely'
import type { Schema } from './schema.js'
import { checkpoint, type Db, errorCode, rewrite, waitFor } from './sqlite.js'

/** Under this purpose stands that erased data may still be in free places of the file or in its log, and whose it was. */
const DUE = 'sweep-due'

/** Notes, together with an erasure, that the files are to be swept. */
export async function noteSweepDue(db: Db, ids: readonly number[]): Promise<void> {
  const before = await idsDue(db)
  const value = JSON.stringify([...new Set([...(before ?? []), ...ids])])
  await db.deleteFrom('secret').where('purpose', '=', DUE).execute()
  await db.insertInto('secret').values({ purpose: DUE, value }).execute()
}

/** The numbers of those whose data is to be swept out; null when nothing is due. */
export async function idsDue(db: Db): Promise<number[] | null> {
  const row = await db.selectFrom('secret').select('value').where('purpose', '=', DUE).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.value) as number[])
}

/**
 * Writes the file anew, so that nothing erased is left between its pages, and empties its log. False when another program
 * keeps the log from being emptied; then it stays due. Not inside a transaction.
 */
async function sweep(db: Kysely<Schema>): Promise<boolean> {
  try {
    await rewrite(db)
    await checkpoint(db)
  } catch (error) {
    if (['SQLITE_BUSY', 'SQLITE_LOCKED'].includes(errorCode(error))) return false
    throw error
  }
  await db.deleteFrom('secret').where('purpose', '=', DUE).execute()
  return true
}

/** What a look at the mark found: nothing was due, it is done now, or another program is in the way. */
export type Swept = 'nothing' | 'done' | 'waiting'

/**
 * Finishes an erasure whose last part could not be done: for every command that writes and has time. `wait`: so many
 * milliseconds for others, and as long as before (`usual`) afterwards. Not inside a transaction.
 */
export async function sweepIfDue(
  db: Kysely<Schema>,
  { wait, usual }: { wait?: number; usual?: number } = {},
): Promise<Swept> {
  if ((await idsDue(db)) === null) return 'nothing'
  if (wait !== undefined) await waitFor(db, wait)
  try {
    return (await sweep(db)) ? 'done' : 'waiting'
  } finally {
    if (usual !== undefined) await waitFor(db, usual)
  }
}
