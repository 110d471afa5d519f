import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../schema.js'
import { BATCH } from './driver.js'

/* Statements as text, for what kysely has no words for. */

export type Db = Kysely<Schema> | Transaction<Schema>

export const run = async (db: Db, text: string): Promise<void> => {
  await db.executeQuery(CompiledQuery.raw(text))
}

/** Runs ready statements one after another in one trip to the database's thread. */
export async function runBatch(db: Db, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await run(db, BATCH + statements.join(';'))
}

/**
 * A value as SQL text. Binding through N-API costs half a microsecond a value, five times what parsing costs SQLite, and
 * it costs it on the one JavaScript thread; so bulk loading, and only it, writes literals. Text is quoted by doubling
 * quotes, and NUL, which would end the statement early, never comes this far: the domain takes it out of all input.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('only finite numbers are kept')
    return String(value)
  }
  const text = String(value)
  if (text.includes('\u0000')) throw new Error('text with NUL is not kept')
  return text.includes("'") ? `'${text.replaceAll("'", "''")}'` : `'${text}'`
}

export const name = (identifier: string): string => {
  if (!/^[a-z_]+$/.test(identifier)) throw new Error(`not a name of the schema: ${identifier}`)
  return `"${identifier}"`
}
