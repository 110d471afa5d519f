import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { busy, failed, isRefusal, refused } from '../errors.js'
import { MIGRATIONS, type Migration } from './migrations.js'
import type { Schema } from './schema.js'
import {
  APPLICATION_ID,
  checkpoint,
  copyTo,
  errorCode,
  identity,
  integrityProblems,
  openDatabase,
  SEARCH_STATEMENTS,
  setVersion,
} from './sqlite.js'

/** Says in words what the database or the disk answered; anything unknown is passed on as it is. */
export function explain(error: unknown, file: string): unknown {
  if (isRefusal(error)) return error
  const message = error instanceof Error ? error.message : String(error)
  switch (errorCode(error)) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return busy((words) => ({ text: words.errors.busy(file), hint: words.errors.busyHint }))
    case 'SQLITE_NOTADB':
      return failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
    case 'SQLITE_CORRUPT':
      return failed((words) => ({ text: words.errors.damaged(file), hint: words.errors.damagedHint }))
    case 'SQLITE_FULL':
      return failed((words) => ({ text: words.errors.diskFull(file), hint: words.errors.nothingWritten }))
    case 'SQLITE_READONLY':
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return failed((words) => ({ text: words.errors.readOnly(file), hint: words.errors.readOnlyHint }))
    case 'SQLITE_CANTOPEN':
    case 'ENOENT':
    case 'ENOTDIR':
      return failed((words) => ({ text: words.errors.cannotOpen(file), hint: words.errors.readOnlyHint }))
    case 'SQLITE_IOERR':
    case 'ENOSPC':
    case 'EFBIG':
      return failed((words) => ({ text: words.errors.inputOutput(file, message), hint: words.errors.nothingWritten }))
    case 'SQLITE_CONSTRAINT':
      return refused((words) => ({
        text: words.errors.constraint(message.replace(/^SQLITE_CONSTRAINT: /, '')),
        hint: words.errors.nothingWritten,
      }))
    default:
      return error
  }
}

/** Tells apart drafts that several processes make beside one another. */
export const unique = (): string => Math.random().toString(36).slice(2, 10)

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** SQLite itself waits; what it refuses at once (a recovery, a switch of mode) is tried again for a little while. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    let atOnce = true
    const second = setTimeout(() => {
      atOnce = false
    }, 1_000)
    try {
      return await work()
    } catch (error) {
      if (errorCode(error) !== 'SQLITE_BUSY' || !atOnce || attempt >= 7) throw error
      await pause(20 + Math.random() * 40 * 2 ** attempt)
    } finally {
      clearTimeout(second)
    }
  }
}

async function migrate(db: Kysely<Schema>, migrations: readonly Migration[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { version } = await identity(transaction)
    for (const step of migrations) {
      if (step.version <= version) continue
      for (const statement of step.statements) await sql.raw(statement).execute(transaction)
      if (step.version === 1) for (const statement of SEARCH_STATEMENTS) await sql.raw(statement).execute(transaction)
      await setVersion(transaction, step.version)
    }
    const problems = version > 0 ? await integrityProblems(transaction) : []
    if (problems.length > 0) throw failed((words) => ({ text: words.errors.migrationBroke, details: problems }))
  })
}

/** Makes a folder and those above it; step by step, because the recursive way never ends where a folder cannot be made. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw Object.assign(new Error(`${folder} is not a folder`), { code: 'ENOTDIR' })
    return
  }
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** A new base is made whole beside its place and then put there under its name, so nobody ever sees half of one. */
export async function makeBase(file: string, migrations: readonly Migration[]): Promise<void> {
  makeFolder(dirname(file))
  const draft = `${file}.new-${unique()}`
  try {
    const db = await openDatabase(draft, { create: true })
    try {
      await migrate(db, migrations)
      // Closing would move the log into the file and keep quiet about a disk that is full.
      await checkpoint(db)
    } finally {
      await db.destroy()
    }
    chmodSync(draft, 0o600)
    removeOldDrafts(file, statSync(draft).mtimeMs)
    try {
      linkSync(draft, file)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return
      // File systems without hard links: a rename may replace a base that another process made in this instant.
      if (!existsSync(file)) renameSync(draft, file)
    }
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(draft + ending, { force: true })
  }
}

/** An empty file becomes a base where it stands: whoever made it may be looking at it, and another start may be at it too. */
export async function fillEmptyFile(file: string, migrations: readonly Migration[]): Promise<void> {
  const db = await patiently(() => openDatabase(file, { create: true }))
  try {
    await migrate(db, migrations)
    chmodSync(file, 0o600)
  } finally {
    await db.destroy()
  }
}

/** Drafts of starts that were killed; those of the last minute may still be in the making. */
function removeOldDrafts(file: string, now: number): void {
  const folder = dirname(file)
  for (const name of readdirSync(folder)) {
    const draft = join(folder, name)
    if (!name.startsWith(`${basename(file)}.new-`)) continue
    try {
      if (now - statSync(draft).mtimeMs > 60_000) rmSync(draft, { force: true })
    } catch {
      // Another start has just removed it.
    }
  }
}

/** Looks at the first bytes, so that a file of another kind is not even opened. An empty file counts as none. */
export function looksLikeDatabase(file: string): boolean {
  const bytes = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    return readSync(handle, bytes, 0, 16, 0) === 16 && bytes.toString('latin1') === 'SQLite format 3\u0000'
  } finally {
    closeSync(handle)
  }
}

export async function acceptBase(
  db: Kysely<Schema>,
  file: string,
  migrations: readonly Migration[],
  onCopy?: (file: string) => void,
): Promise<void> {
  const latest = migrations[migrations.length - 1]?.version ?? 0
  const { application, version } = await identity(db)
  if (application !== APPLICATION_ID || version === 0)
    throw failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
  if (version > latest)
    throw failed((words) => ({ text: words.errors.newerBase(file, version, latest), hint: words.errors.newerBaseHint }))
  if (version === latest) return
  const copy = `${file}.before-version-${latest}`
  if (!existsSync(copy)) {
    const draft = `${copy}.${unique()}`
    rmSync(draft, { force: true })
    await copyTo(db, draft)
    // Another start may have brought the base up meanwhile: then it has kept the old one, and this copy may be of the new.
    if ((await identity(db)).version !== version) rmSync(draft, { force: true })
    else {
      chmodSync(draft, 0o600)
      renameSync(draft, copy)
      onCopy?.(copy)
    }
  }
  await migrate(db, migrations)
}

/** Opens a copy and checks it whole; throws when it is not a sound base of a version this program knows. */
export async function verifyCopy(file: string, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  if (!looksLikeDatabase(file))
    throw failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
  const copy = await openDatabase(file, { create: false })
  try {
    const { application, version } = await identity(copy)
    const latest = migrations[migrations.length - 1]?.version ?? 0
    if (application !== APPLICATION_ID || version === 0)
      throw failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
    if (version > latest)
      throw failed((words) => ({
        text: words.errors.newerBase(file, version, latest),
        hint: words.errors.newerBaseHint,
      }))
    const problems = await integrityProblems(copy)
    if (problems.length > 0) throw failed((words) => ({ text: words.errors.damaged(file), details: problems }))
  } finally {
    await copy.destroy()
  }
}
