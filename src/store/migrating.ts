import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { draftBegun } from '../drafts.js'
import { syncFile, syncFolder, tidyAway } from '../durable.js'
import { failed } from '../errors.js'
import type { Migration } from './migrations.js'
import type { Schema } from './schema.js'
import {
  copyTo,
  type Db,
  errorCode,
  identity,
  integrityProblems,
  openDatabase,
  openToLook,
  SEARCH_STATEMENTS,
  setVersion,
} from './sqlite.js'

/** Tells apart drafts that several processes make beside one another. */
export const unique = (): string => Math.random().toString(36).slice(2, 10).padEnd(8, '0')

/**
 * Brings a base to the newest version in one transaction, which reads again where the base stands: another start may have
 * been here. `before` is told when there is something to do, inside it, while nobody else can write.
 */
export async function migrate(
  db: Kysely<Schema>,
  migrations: readonly Migration[],
  before: (version: number) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { version } = await identity(transaction)
    const steps = migrations.filter((step) => step.version > version)
    if (steps.length === 0) return
    if (version > 0) await before(version)
    for (const step of steps) await take(step, transaction)
    const problems = version > 0 ? await integrityProblems(transaction) : []
    if (problems.length > 0) throw failed((words) => ({ text: words.errors.migrationBroke, details: problems }))
  })
}

async function take(step: Migration, transaction: Db): Promise<void> {
  for (const statement of step.statements) await sql.raw(statement).execute(transaction)
  if (step.version === 1) for (const statement of SEARCH_STATEMENTS) await sql.raw(statement).execute(transaction)
  await setVersion(transaction, step.version)
}

/**
 * Brings an older base up. A copy of it is kept first, made while the migration holds the write lock: it is exactly what the
 * migration found, whole and on the disk before anything changes. A migration that fails takes its copy away again, as the
 * base is what the copy was.
 */
export async function bringUp(
  db: Kysely<Schema>,
  file: string,
  migrations: readonly Migration[],
  onCopy: (file: string) => void,
): Promise<void> {
  const kept: string[] = []
  try {
    await migrate(db, migrations, async (version) => {
      kept.push(await keepCopy(file, version, migrations[migrations.length - 1]?.version ?? 0))
    })
  } catch (error) {
    // A disk that failed may have taken the commit all the same, and the next start would find it in the log.
    if (errorCode(error) !== 'SQLITE_IOERR') for (const copy of kept) rmSync(copy, { force: true })
    throw error
  }
  for (const copy of kept) onCopy(copy)
}

/** Stands in the name of a copy that is not whole yet. */
const PART = '.part-'

async function keepCopy(file: string, version: number, latest: number): Promise<string> {
  const name = freeName(`${file}.before-version-${latest}`)
  removeParts(file)
  const draft = `${name}${PART}${unique()}`
  const parts = [draft, `${draft}-journal`]
  const ended = draftBegun(...parts)
  try {
    // Another connection, as a copy cannot be made inside a transaction; it sees the base as it was before.
    const onlooker = await openDatabase(file, { create: false })
    try {
      await copyTo(onlooker, draft)
    } finally {
      await onlooker.destroy()
    }
    chmodSync(draft, 0o600)
    await verifyOld(draft, version)
    syncFile(draft)
    renameSync(draft, name)
    syncFolder(dirname(name))
    return name
  } finally {
    tidyAway(...parts)
    ended()
  }
}

async function verifyOld(copy: string, version: number): Promise<void> {
  const db = await openToLook(copy, true)
  try {
    const problems = await integrityProblems(db)
    if ((await identity(db)).version !== version) problems.push(`version ${version} -> ?`)
    // Whoever has a damaged base has the old program still; a migration of it could only make things worse.
    if (problems.length > 0) throw failed((words) => ({ text: words.errors.migrationBroke, details: problems }))
  } finally {
    await db.destroy()
  }
}

/** Drafts of copies whose making was killed. Whoever asks holds the write lock, so nobody is making one now. */
function removeParts(file: string): void {
  const [folder, start] = [dirname(file), `${basename(file)}.before-version-`]
  for (const name of readdirSync(folder))
    if (name.startsWith(start) && name.includes(PART)) rmSync(join(folder, name), { force: true })
}

/** An earlier copy of that name is never replaced: it may be of another base, which stood here before a restore. */
function freeName(name: string): string {
  let free = name
  for (let number = 2; existsSync(free); number += 1) free = `${name}.${number}`
  return free
}
