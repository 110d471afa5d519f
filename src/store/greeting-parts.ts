import { mayBeGreeted } from './consents.js'
import type { Db } from './sqlite.js'

/** So many ids in one question. */
const IN_ONE = 5_000

export const portions = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / IN_ONE) }, (_, index) => all.slice(index * IN_ONE, (index + 1) * IN_ONE))

export const clientsInUse = (db: Db) => db.selectFrom('client').where('client.archived_at', 'is', null)

/** Clients in use who did not say no. */
export const clientsToGreet = (db: Db) => clientsInUse(db).where(mayBeGreeted)
