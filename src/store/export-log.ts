import type { Db } from './sqlite.js'

/** What is written down before anything is taken out of the base. */
export interface Outgoing {
  /** ISO instant. */
  at: string
  /** Who runs the program: `anna@desk`. */
  who: string
  what: 'export' | 'backup' | 'client'
  format: string
  rows: number
  /** Keys of the fields that are taken out; empty for all. */
  fields: readonly string[]
  encrypted: boolean
  details: { filter: string | null; target: string | null; reason: string | null }
}

/** Adds an entry to the chain; runs inside a write transaction. Answers with its number. */
export async function noteOutgoing(_db: Db, _entry: Outgoing): Promise<number> {
  throw new Error('not built yet')
}
