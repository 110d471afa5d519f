import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { addDays } from '../domain/calendar.js'
import { busy, failed, Refusal, refused } from '../errors.js'
import { agendaQueries, type DayEntry } from './agenda.js'
import { clientQueries } from './clients.js'
import { importQueries } from './importing.js'
import { Journal } from './journal.js'
import { MIGRATIONS, type Migration } from './migrations.js'
import { operationQueries } from './operations.js'
import type { Journalled, NewRow, Patch, Schema } from './schema.js'
import {
  APPLICATION_ID,
  copyTo,
  type Db,
  engineVersion,
  errorCode,
  identity,
  integrityProblems,
  openDatabase,
  replaceBy,
  SEARCH_STATEMENTS,
  searchSize,
  setVersion,
} from './sqlite.js'
import { latestOperation, operationById, type UndoOutcome, undoOperation } from './undo.js'

export type { UndoOutcome } from './undo.js'

/** Everything that can be asked of the base, alone or inside a write. */
export interface Queries {
  clients: ReturnType<typeof clientQueries>
  agenda: ReturnType<typeof agendaQueries>
  operations: ReturnType<typeof operationQueries>
}

/** A write in progress: the queries as of now, and the journalled changes. */
export interface Writing extends Queries {
  insert<T extends Journalled>(table: T, row: NewRow<T>): Promise<number>
  update<T extends Journalled>(table: T, id: number, patch: Patch<T>): Promise<number>
  updateMany<T extends Journalled>(table: T, patches: readonly { id: number; patch: Patch<T> }[]): Promise<number>
  remove(table: Journalled, ids: readonly number[]): Promise<number>
  importing: ReturnType<typeof importQueries>
}

export interface Written<T> {
  result: T
  /** Number of the journalled operation; null when nothing changed. */
  operation: number | null
}

export interface Store extends Queries {
  file: string
  /** One transaction, begun as a writer, and one operation of the journal. `keep` false rolls everything back at the end. */
  write<T>(
    entry: { at: string; command: string },
    work: (writing: Writing) => Promise<T>,
    options?: { keep: boolean },
  ): Promise<Written<T>>
  undo(
    id: number | null,
    entry: { at: string; command: string },
  ): Promise<UndoOutcome | 'nothing' | 'unknown' | 'already' | 'redo'>
  /** Numbers entries of a day that have none yet; nothing a user would want to take back. */
  numberEntries(day: string, entries: readonly { entry: string; client_id: number }[]): Promise<DayEntry[]>
  check(): Promise<{
    problems: string[]
    version: number
    engine: string
    clients: number
    searched: number
    mode: number
    bytes: number
  }>
  /** A verified copy under this name, made while others use the base. Never over an existing file unless forced. */
  backup(file: string, force: boolean): Promise<{ bytes: number }>
  close(): Promise<void>
}

const queriesOn = (db: Db): Queries => ({
  clients: clientQueries(db),
  agenda: agendaQueries(db),
  operations: operationQueries(db),
})

/** Says in words what the database or the disk answered; anything unknown is passed on as it is. */
function explain(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return error
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
const unique = (): string => Math.random().toString(36).slice(2, 10)

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** SQLite itself waits; what it refuses at once (a recovery, a switch of mode) is tried again for a while. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (errorCode(error) !== 'SQLITE_BUSY' || attempt >= 6) throw error
      await pause(20 + Math.random() * 60 * 2 ** attempt)
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

/** A new base is made whole beside its place and then put there under its name, so nobody ever sees half of one. */
async function makeBase(file: string, migrations: readonly Migration[]): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.new-${unique()}`
  try {
    const db = await openDatabase(draft, { create: true })
    try {
      await migrate(db, migrations)
    } finally {
      await db.destroy()
    }
    chmodSync(draft, 0o600)
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

/** Looks at the first bytes, so that a file of another kind is not even opened. An empty file counts as none. */
function looksLikeDatabase(file: string): boolean {
  const bytes = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    return readSync(handle, bytes, 0, 16, 0) === 16 && bytes.toString('latin1') === 'SQLite format 3\u0000'
  } finally {
    closeSync(handle)
  }
}

export interface OpenOptions {
  /** Only for a base that is there; otherwise one is made. */
  mustExist?: boolean
  migrations?: readonly Migration[]
  /** Told where the copy is that was made before a migration. */
  onCopy?: (file: string) => void
}

export async function openStore(
  file: string,
  { mustExist = false, migrations = MIGRATIONS, onCopy }: OpenOptions = {},
): Promise<Store> {
  try {
    const state = existsSync(file) ? statSync(file) : null
    if (state?.isDirectory()) throw failed((words) => words.errors.isFolder(file))
    if (state === null || state.size === 0) {
      if (mustExist) throw failed((words) => words.errors.noSuchFile(file))
      if (state?.size === 0) rmSync(file)
      await makeBase(file, migrations)
    } else if (!looksLikeDatabase(file)) {
      throw failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
    }
    const db = await patiently(() => openDatabase(file, { create: false }))
    try {
      await patiently(() => acceptBase(db, file, migrations, onCopy))
    } catch (error) {
      await db.destroy().catch(() => {})
      throw error
    }
    return storeOn(db, file)
  } catch (error) {
    throw explain(error, file)
  }
}

async function acceptBase(
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
    renameSync(draft, copy)
    onCopy?.(copy)
  }
  await migrate(db, migrations)
}

/** Opens a copy and checks it whole; throws when it is not a sound base of a version this program knows. */
async function verifyCopy(file: string, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
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

/**
 * Puts a backup in the place of a base; what was there is kept beside it. A base that can still be read is replaced
 * through SQLite, so that other programs using it see the old content or the new, never a mixture; a broken one is moved away.
 */
export async function restoreBase(from: string, to: string, stamp: string): Promise<{ aside: string | null }> {
  try {
    if (!existsSync(from)) throw failed((words) => words.errors.noSuchFile(from))
    if (statSync(from).isDirectory()) throw failed((words) => words.errors.isFolder(from))
    await verifyCopy(from)
    if (existsSync(to) && realpathSync(from) === realpathSync(to))
      throw refused((words) => words.errors.restoreOntoItself)
    const aside = `${to}.before-restore-${stamp}`
    const usable = existsSync(to) && (await isUsable(to))
    if (existsSync(to) && usable) {
      const current = await openDatabase(to, { create: false })
      try {
        if (!existsSync(aside)) await copyTo(current, aside)
      } finally {
        await current.destroy()
      }
      chmodSync(aside, 0o600)
    } else {
      if (existsSync(to))
        for (const ending of ['', '-wal', '-shm']) if (existsSync(to + ending)) renameSync(to + ending, aside + ending)
      await makeBase(to, MIGRATIONS)
    }
    await replaceBy(to, from)
    return { aside: existsSync(aside) ? aside : null }
  } catch (error) {
    throw explain(error, to)
  }
}

async function isUsable(file: string): Promise<boolean> {
  try {
    await verifyCopy(file)
    return true
  } catch (error) {
    // A base that is only busy must not be taken for a broken one.
    if (error instanceof Refusal) return false
    if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(errorCode(error))) return false
    throw error
  }
}

class RolledBack extends Error {}

function storeOn(db: Kysely<Schema>, file: string): Store {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw explain(error, file)
    }
  }

  const transaction = <T>(work: (transaction: Db) => Promise<T>): Promise<T> =>
    guarded(() => patiently(() => db.transaction().execute(work)))

  return {
    file,
    ...guardedQueries(queriesOn(db), guarded),

    async write(entry, work, options = { keep: true }) {
      let outcome: Written<Awaited<ReturnType<typeof work>>> | null = null
      try {
        await transaction(async (inside) => {
          const journal = new Journal(inside, entry)
          const result = await work({
            ...queriesOn(inside),
            insert: (table, row) => journal.insert(table, row),
            update: (table, id, patch) => journal.update(table, id, patch),
            updateMany: (table, patches) => journal.updateMany(table, patches),
            remove: (table, ids) => journal.remove(table, ids),
            importing: importQueries(inside, journal),
          })
          await journal.finish()
          outcome = { result, operation: options.keep ? journal.operation : null }
          if (!options.keep) throw new RolledBack()
        })
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error
      }
      if (outcome === null) throw new Error('a write ended without an outcome')
      return outcome
    },

    async undo(id, entry) {
      return transaction(async (inside) => {
        const target = id === null ? await latestOperation(inside) : await operationById(inside, id)
        if (!target) return id === null ? 'nothing' : 'unknown'
        if (target.state === 'undone') return 'already'
        if (target.undoes !== null) {
          const undone = await operationById(inside, target.undoes)
          // Only an undo that still holds can be taken back; what a redo brought back is undone under its first number.
          if (undone?.undone_by !== target.id) return 'redo'
        }
        return undoOperation(inside, target, entry)
      })
    },

    numberEntries: (day, entries) =>
      transaction(async (inside) => {
        const known = await agendaQueries(inside).dayEntries(day)
        const seen = new Set(known.map(({ entry }) => entry))
        const missing = entries.filter(({ entry }) => !seen.has(entry))
        if (missing.length === 0) return known
        if (known.length === 0) await inside.deleteFrom('day_entry').where('day', '<', addDays(day, -3)).execute()
        const next = (known[known.length - 1]?.number ?? 0) + 1
        const numbered = missing.map(({ entry, client_id }, index) => ({ day, number: next + index, entry, client_id }))
        for (let from = 0; from < numbered.length; from += 1000)
          await inside
            .insertInto('day_entry')
            .values(numbered.slice(from, from + 1000))
            .execute()
        return [...known, ...numbered.map(({ number, entry, client_id }) => ({ number, entry, client_id }))]
      }),

    check: () =>
      guarded(async () => ({
        problems: await integrityProblems(db),
        version: (await identity(db)).version,
        engine: await engineVersion(db),
        clients: (await db.selectFrom('client').select(sql<number>`count(*)`.as('size')).executeTakeFirstOrThrow())
          .size,
        searched: await searchSize(db),
        mode: statSync(file).mode & 0o777,
        bytes: statSync(file).size,
      })),

    backup: (copy, force) =>
      guarded(async () => {
        if (existsSync(copy) && !force)
          throw refused((words) => ({ text: words.errors.fileExists(copy), hint: words.errors.fileExistsHint }))
        mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
        const draft = `${copy}.part-${unique()}`
        rmSync(draft, { force: true })
        try {
          await copyTo(db, draft)
          chmodSync(draft, 0o600)
          await verifyCopy(draft)
          renameSync(draft, copy)
        } finally {
          for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(draft + ending, { force: true })
        }
        return { bytes: statSync(copy).size }
      }),

    close: () => guarded(() => db.destroy()),
  }
}

/** Errors of plain reads are put into words as well. */
function guardedQueries(queries: Queries, guarded: <T>(work: () => Promise<T>) => Promise<T>): Queries {
  const wrap = <G extends object>(group: G): G =>
    Object.fromEntries(
      Object.entries(group).map(([key, value]) => [
        key,
        typeof value === 'function' ? (...input: unknown[]) => guarded(async () => value(...input)) : value,
      ]),
    ) as G
  return { clients: wrap(queries.clients), agenda: wrap(queries.agenda), operations: wrap(queries.operations) }
}
