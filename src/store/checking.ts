import { statSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.js'
import { engineVersion, identity, integrityProblems, searchSize } from './sqlite.js'

export interface Checked {
  problems: string[]
  version: number
  engine: string
  clients: number
  searched: number
  mode: number
  bytes: number
  /** Clients whose computed values were not what their history says, and are now. */
  mended: number
}

/** Nothing is written into a file that is damaged; otherwise `mend` puts computed values right and says how many it was. */
export async function checkBase(db: Kysely<Schema>, file: string, mend: () => Promise<number>): Promise<Checked> {
  const problems = await integrityProblems(db)
  const { size, mode } = statSync(file)
  return {
    problems,
    mended: problems.length === 0 ? await mend() : 0,
    version: (await identity(db)).version,
    engine: await engineVersion(db),
    clients: (await db.selectFrom('client').select(sql<number>`count(*)`.as('size')).executeTakeFirstOrThrow()).size,
    searched: await searchSize(db),
    mode: mode & 0o777,
    bytes: size,
  }
}
