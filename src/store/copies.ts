import { statSync, truncateSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { syncFile } from '../durable.js'
import { failed, isRefusal, type Refusal } from '../errors.js'
import { lookInside } from './foreign.js'
import { explain } from './opening.js'
import type { Schema } from './schema.js'
import {
  type Counted,
  changeMark,
  copyTo,
  countRows,
  errorCode,
  integrityProblems,
  openDatabase,
  openToLook,
} from './sqlite.js'

export interface Copied {
  bytes: number
  clients: number
}

/** So often a copy is made beside others who write, before they are asked to wait. */
const TRIES = 3

/**
 * Fills an empty file with a verified copy of a base in use: opened, checked whole, and with as many rows in each table as the
 * base had in the moment of copying. `named` is the file that is spoken of when there is no room for it, say.
 */
export async function backUp(
  db: Kysely<Schema>,
  { base, draft, named, wait }: { base: string; draft: string; named: string; wait: number },
): Promise<Copied> {
  try {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const counted = await copyUnlessChanged(db, draft)
      if (counted !== null) return await verified(draft, base, counted)
    }
    // Somebody writes all the time. For one copy they wait.
    const other = await openDatabase(base, { create: false, wait })
    try {
      return await other.transaction().execute(async () => {
        const counted = await copyUnlessChanged(db, draft)
        if (counted === null) throw new Error('the base changed while it was locked')
        return verified(draft, base, counted)
      })
    } finally {
      await other.destroy()
    }
  } catch (error) {
    // What the disk cannot do concerns the copy; what is wrong inside, the base.
    if (isRefusal(error)) throw error
    if (['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_CONSTRAINT'].includes(errorCode(error)))
      throw damagedBase(base, [error instanceof Error ? error.message : String(error)])
    throw explain(error, errorCode(error) === 'SQLITE_BUSY' ? base : named, [base, draft])
  }
}

/** Copies, and tells of what; null when others wrote meanwhile, so that nobody can say of which moment the copy is. */
async function copyUnlessChanged(db: Kysely<Schema>, draft: string): Promise<Counted | null> {
  const counted = await countRows(db)
  truncateSync(draft)
  await copyTo(db, draft)
  return (await changeMark(db)) === counted.mark ? counted : null
}

async function verified(draft: string, base: string, counted: Counted): Promise<Copied> {
  syncFile(draft)
  const copy = await openToLook(draft, true)
  try {
    await lookInside(copy, draft)
    const { rows } = await countRows(copy)
    const lost = [...counted.rows].filter(([table, size]) => rows.get(table) !== size)
    const problems = [
      ...(await integrityProblems(copy)),
      ...lost.map(([table, size]) => `${table}: ${size} -> ${rows.get(table) ?? 0}`),
    ]
    if (problems.length > 0 || rows.size !== counted.rows.size) throw damagedBase(base, problems)
    return { bytes: statSync(draft).size, clients: rows.get('client') ?? 0 }
  } finally {
    await copy.destroy()
  }
}

const damagedBase = (base: string, details: string[]): Refusal =>
  failed(({ sealing: { errors } }) => ({
    text: errors.damagedBase(base),
    details: details.slice(0, 20),
    hint: errors.damagedBaseHint,
  }))
