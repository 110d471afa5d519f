import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema.js'
import { PAGE_SIZE } from './connecting.js'
import { type Db, run } from './statements.js'

/* How the content lies in the file: its log, its pages, and what is left of what was removed. */

/** Moves the log into the file and throws when it cannot all be moved. */
export async function checkpoint(db: Db): Promise<void> {
  const { rows } = await sql<{ busy: number; log: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  if (rows[0]?.busy !== 0)
    throw Object.assign(new Error('the log could not be moved into the base'), { code: 'SQLITE_BUSY' })
}

/**
 * Rewrites a file that nobody else uses when its pages are not of the size that a base of ours has: a base with a log takes over
 * only content with pages of its own size.
 */
export async function repage(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ size: number }>`select page_size as size from pragma_page_size`.execute(db)
  if (rows[0]?.size === PAGE_SIZE) return
  await run(db, 'pragma journal_mode = delete')
  await run(db, `pragma page_size = ${PAGE_SIZE}`)
  await run(db, 'vacuum')
}

/** From now on whatever this connection removes is overwritten with zeros, or is not any more. */
export const overwriteRemoved = (db: Db, on: boolean): Promise<void> =>
  run(db, `pragma secure_delete = ${on ? 'on' : 'off'}`)

/** Writes the whole file anew, so that nothing of earlier content is left between what is there. Not inside a transaction. */
export const rewrite = (db: Db): Promise<void> => run(db, 'vacuum')
