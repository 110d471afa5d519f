import type { Kysely } from 'kysely'
import { agendaQueries, type DayEntry, forgetOldLists } from './agenda.js'
import { type Checked, checkBase } from './checking.js'
import { backUp, type Copied } from './copies.js'
import { explainBase } from './explaining.js'
import { noteOutgoing, type Outgoing } from './export-log.js'
import { type Forgetting, forgettingOn } from './forgetting.js'
import { historyQueries } from './history.js'
import { importQueries } from './importing.js'
import { Journal } from './journal.js'
import { MIGRATIONS, type Migration } from './migrations.js'
import { explain, openBase } from './opening.js'
import { type Queries, queriesOn, watchedQueries } from './queries.js'
import { newNumbers, openReadOnly, readingStore } from './read-only.js'
import type { Journalled, NewRow, Patch, Schema } from './schema.js'
import { type Look, noteLook } from './segments.js'
import { BUSY_TIMEOUT, contentMark, type Db, waitFor } from './sqlite.js'
import { AT_ANY_TIME, type Circumstances, isOfModel, lookFrom, lookFromNowhere, recomputeAll } from './standing.js'
import { sweepIfDue } from './sweeping.js'
import { erasedOutcome, latestOperation, operationById, type UndoOutcome, undoOperation } from './undo.js'

export type { Queries } from './queries.js'
export { acceptCopy, restoreBase } from './restoring.js'
export type { UndoOutcome } from './undo.js'

/** A write in progress: the queries as of now, and the journalled changes. */
export interface Writing extends Queries {
  insert<T extends Journalled>(table: T, row: NewRow<T>): Promise<number>
  insertMany<T extends Journalled>(table: T, rows: readonly NewRow<T>[]): Promise<void>
  update<T extends Journalled>(table: T, id: number, patch: Patch<T>): Promise<number>
  updateMany<T extends Journalled>(table: T, patches: readonly { id: number; patch: Patch<T> }[]): Promise<number>
  remove(table: Journalled, ids: readonly number[]): Promise<number>
  importing: ReturnType<typeof importQueries>
  history: ReturnType<typeof historyQueries>
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
  /** Notes who is in a segment on a day, for telling later who came and who left; nothing a user would want to take back. */
  noteLook(key: string, look: Look): Promise<void>
  /**
   * Keeps what a full search for duplicates has learned, nothing a user would want to take back; false when the base
   * cannot be written just now, which is nobody's trouble: it is learned anew the next time.
   */
  keepModel(kept: { at: string; clients: number; model: string }): Promise<boolean>
  /** Writes down, and commits, that something is about to be taken out; nothing a user would want to take back. */
  noteOut(entry: Outgoing, patience?: number): Promise<number>
  /**
   * Looks at everything in the base; with `mend`, which is what is done when nothing is said, what is computed and wrong is
   * computed anew. `now`: the moment on this machine's clock, for telling what lies ahead of it.
   */
  check(options?: { mend: boolean; now: string | null }): Promise<Checked>
  /** Reads that belong together: when the whole base was replaced between them, as by a restore, they are read again. */
  steadily<T>(work: () => Promise<T>): Promise<T>
  /** Fills an empty file with a verified copy, made while others use the base. `named` is the file that is spoken of. */
  backup(draft: string, named: string): Promise<Copied>
  forgetting: Forgetting
  close(): Promise<void>
}

export interface OpenOptions {
  /** Only for a base that is there; otherwise one is made. */
  mustExist?: boolean
  migrations?: readonly Migration[]
  /** Milliseconds to wait for another program's write before giving up. */
  wait?: number
  /** By what clients are judged, and at what moment. */
  circumstances?: Circumstances
  /** Told where the copy is that was made before a migration. */
  onCopy?: (file: string) => void
  /** Told that the base can only be read, so that the numbers of the day are not kept. */
  onUnkept?: () => void
}

export async function openStore(
  file: string,
  { mustExist = false, migrations = MIGRATIONS, wait, onCopy, onUnkept, circumstances = AT_ANY_TIME }: OpenOptions = {},
): Promise<Store> {
  try {
    const readOnly = await openReadOnly(file, migrations)
    if (readOnly !== null)
      return readingStore(
        storeOn(readOnly.db, file, circumstances, wait ?? BUSY_TIMEOUT, migrations),
        readOnly,
        onUnkept,
      )
    const db = await openBase(file, { mustExist, migrations, wait, onCopy })
    return storeOn(db, file, circumstances, wait ?? BUSY_TIMEOUT, migrations)
  } catch (error) {
    throw explain(error, file)
  }
}

class RolledBack extends Error {}

/** Nobody restores a base over and over while it is read. */
const REPLACED_AT_MOST = 5

/** What is only nice to have written does not wait longer for another program, in milliseconds. */
const A_MOMENT = 200

function storeOn(
  db: Kysely<Schema>,
  file: string,
  circumstances: Circumstances,
  wait: number,
  migrations: readonly Migration[],
): Store {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw await explainBase(error, file, db)
    }
  }

  let looking = false

  const transaction = <T>(work: (transaction: Db) => Promise<T>): Promise<T> =>
    guarded(async () => {
      if (looking) await lookFromNowhere(db)
      looking = false
      // Beginning waits for its turn. What has begun is never done twice: an import has read its file only once.
      return db.transaction().execute(work)
    })

  /** Before anything computed is read: by the thresholds that hold now, and as of the moment. */
  const lookNow = async (): Promise<void> => {
    if (looking) return
    if (!(await isOfModel(db, circumstances.model))) await transaction((inside) => recomputeAll(inside, circumstances))
    await lookFrom(db, circumstances)
    looking = true
  }

  return {
    file,
    ...watchedQueries(queriesOn(db, circumstances), guarded, lookNow),

    async write(entry, work, options = { keep: true }) {
      let outcome: Written<Awaited<ReturnType<typeof work>>> | null = null
      try {
        await transaction(async (inside) => {
          const journal = new Journal(inside, entry, circumstances)
          const result = await work({
            ...queriesOn(inside, circumstances),
            insert: (table, row) => journal.insert(table, row),
            insertMany: async (table, rows) => {
              if (rows.length === 0) return
              const first = await journal.reserve(table, rows.length)
              await journal.insertMany(
                table,
                rows.map((row, index) => ({ ...row, id: first + index })),
              )
            },
            update: (table, id, patch) => journal.update(table, id, patch),
            updateMany: (table, patches) => journal.updateMany(table, patches),
            remove: (table, ids) => journal.remove(table, ids),
            importing: importQueries(inside, journal, circumstances.model.currency),
            history: historyQueries(inside, journal),
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
        const erased = await erasedOutcome(inside, target)
        if (erased !== null) return erased
        if (target.state === 'undone') return 'already'
        if (target.undoes !== null) {
          const undone = await operationById(inside, target.undoes)
          // Only an undo that still holds can be taken back; what a redo brought back is undone under its first number.
          if (undone?.undone_by !== target.id) return 'redo'
        }
        return undoOperation(inside, target, entry, circumstances)
      })
    },

    numberEntries: (day, entries) =>
      transaction(async (inside) => {
        const known = await agendaQueries(inside, circumstances).dayEntries(day)
        const fresh = newNumbers(known, entries)
        if (fresh.length === 0) return known
        if (known.length === 0) await forgetOldLists(inside)
        for (let from = 0; from < fresh.length; from += 1000)
          await inside
            .insertInto('day_entry')
            .values(fresh.slice(from, from + 1000).map((entry) => ({ day, ...entry })))
            .execute()
        return [...known, ...fresh]
      }),

    noteLook: (key, look) => transaction((inside) => noteLook(inside, key, look)),

    async keepModel({ at, clients, model }) {
      const row = { id: 1, made_at: at, clients, model }
      await waitFor(db, A_MOMENT)
      try {
        await db.transaction().execute((inside) => inside.replaceInto('matching_model').values(row).execute())
        return true
      } catch {
        return false
      } finally {
        await waitFor(db, wait)
      }
    },

    async noteOut(entry, patience = wait) {
      await waitFor(db, Math.min(patience, wait))
      try {
        return await transaction((inside) => noteOutgoing(inside, entry))
      } finally {
        await waitFor(db, wait)
      }
    },

    check: ({ mend, now } = { mend: true, now: null }) =>
      guarded(async () => {
        // Of what is computed as of a moment in the past nothing may be held against what is kept.
        if (looking) await lookFromNowhere(db)
        looking = false
        return checkBase(db, file, { circumstances, transaction, migrations, mend, now, wait })
      }),

    async steadily(work) {
      for (let attempt = 1; ; attempt += 1) {
        const mark = await guarded(() => contentMark(db))
        const outcome = await work().then(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        )
        const same = (await guarded(() => contentMark(db))) === mark
        if ('result' in outcome && (same || attempt === REPLACED_AT_MOST)) return outcome.result
        if ('error' in outcome && (same || attempt === REPLACED_AT_MOST)) throw outcome.error
        if (looking) await guarded(() => lookFromNowhere(db))
        looking = false
      }
    },

    backup: (draft, named) =>
      guarded(async () => {
        // An erasure that could not empty the log is finished on the way; the copy does not depend on it.
        await sweepIfDue(db, { wait: A_MOMENT, usual: wait }).catch(() => {})
        return backUp(db, { base: file, draft, named, wait })
      }),

    forgetting: forgettingOn(db, file, circumstances, { guarded, transaction }),

    close: () => guarded(() => db.destroy()),
  }
}
