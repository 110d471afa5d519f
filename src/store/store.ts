import { existsSync, statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { failed } from '../errors.js'
import { agendaQueries, type DayEntry, forgetOldLists } from './agenda.js'
import { type Checked, checkBase } from './checking.js'
import { backUp } from './copies.js'
import { driftedStandings, mendStandings } from './drift.js'
import { noteOutgoing, type Outgoing } from './export-log.js'
import { historyQueries } from './history.js'
import { importQueries } from './importing.js'
import { Journal } from './journal.js'
import { MIGRATIONS, type Migration } from './migrations.js'
import { acceptBase, explain, fillEmptyFile, looksLikeDatabase, makeBase, patiently } from './opening.js'
import { type Queries, queriesOn, watchedQueries } from './queries.js'
import type { Journalled, NewRow, Patch, Schema } from './schema.js'
import { type Look, noteLook } from './segments.js'
import { BUSY_TIMEOUT, type Db, openDatabase, waitFor } from './sqlite.js'
import { AT_ANY_TIME, type Circumstances, isOfModel, lookFrom, lookFromNowhere, recomputeAll } from './standing.js'
import { latestOperation, operationById, type UndoOutcome, undoOperation } from './undo.js'

export { restoreBase } from './copies.js'
export type { Queries } from './queries.js'
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
  noteOut(entry: Outgoing): Promise<number>
  check(): Promise<Checked>
  /** A verified copy under this name, made while others use the base. Never over an existing file unless forced. */
  backup(file: string, force: boolean): Promise<{ bytes: number }>
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
}

export async function openStore(
  file: string,
  { mustExist = false, migrations = MIGRATIONS, wait, onCopy, circumstances = AT_ANY_TIME }: OpenOptions = {},
): Promise<Store> {
  try {
    const state = existsSync(file) ? statSync(file) : null
    if (state?.isDirectory()) throw failed((words) => words.errors.isFolder(file))
    if (state === null || state.size === 0) {
      if (mustExist) throw failed((words) => words.errors.noSuchFile(file))
      await (state === null ? makeBase : fillEmptyFile)(file, migrations)
    } else if (!looksLikeDatabase(file)) {
      throw failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
    }
    const db = await patiently(() => openDatabase(file, { create: false, ...(wait === undefined ? {} : { wait }) }))
    try {
      await patiently(() => acceptBase(db, file, migrations, onCopy))
    } catch (error) {
      await db.destroy().catch(() => {})
      throw error
    }
    return storeOn(db, file, circumstances, wait ?? BUSY_TIMEOUT)
  } catch (error) {
    throw explain(error, file)
  }
}

class RolledBack extends Error {}

/** What is only nice to have written does not wait longer for another program, in milliseconds. */
const A_MOMENT = 200

function storeOn(db: Kysely<Schema>, file: string, circumstances: Circumstances, wait: number): Store {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw explain(error, file)
    }
  }

  let looking = false

  const transaction = <T>(work: (transaction: Db) => Promise<T>): Promise<T> =>
    guarded(async () => {
      if (looking) await lookFromNowhere(db)
      looking = false
      return patiently(() => db.transaction().execute(work))
    })

  /** Before anything computed is read: by the thresholds that hold now, and as of the moment. */
  const lookNow = async (): Promise<void> => {
    if (looking) return
    if (!(await isOfModel(db, circumstances.model))) await transaction((inside) => recomputeAll(inside, circumstances))
    await lookFrom(db, circumstances)
    looking = true
  }

  /** Puts standings right that are not what the history says, whoever made them so; how many they were. */
  const mend = async (): Promise<number> => {
    if (looking) await lookFromNowhere(db)
    looking = false
    const suspects = await driftedStandings(db, circumstances)
    return suspects.length === 0 ? 0 : transaction((inside) => mendStandings(inside, suspects, circumstances))
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
        const seen = new Set(known.map(({ entry }) => entry))
        const missing = entries.filter(({ entry }) => !seen.has(entry))
        if (missing.length === 0) return known
        if (known.length === 0) await forgetOldLists(inside)
        const next = (known[known.length - 1]?.number ?? 0) + 1
        const numbered = missing.map(({ entry, client_id }, index) => ({ day, number: next + index, entry, client_id }))
        for (let from = 0; from < numbered.length; from += 1000)
          await inside
            .insertInto('day_entry')
            .values(numbered.slice(from, from + 1000))
            .execute()
        return [...known, ...numbered.map(({ number, entry, client_id }) => ({ number, entry, client_id }))]
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

    noteOut: (entry) => transaction((inside) => noteOutgoing(inside, entry)),

    check: () => guarded(() => checkBase(db, file, mend)),

    backup: (copy, force) => guarded(() => backUp(db, copy, force)),

    close: () => guarded(() => db.destroy()),
  }
}
