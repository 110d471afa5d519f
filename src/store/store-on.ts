import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { removeLeftOvers } from '../durable.js'
import { busy } from '../errors.js'
import { agendaQueries, forgetOldLists } from './agenda.js'
import { checkBase } from './checking.js'
import { backUp } from './copies.js'
import { explainBase } from './explaining.js'
import { noteOutgoing } from './export-log.js'
import { forgettingOn } from './forgetting.js'
import { historyQueries } from './history.js'
import { importQueries } from './importing.js'
import { Journal } from './journal.js'
import type { Migration } from './migrations.js'
import { queriesOn, watchedQueries } from './queries.js'
import { newNumbers } from './read-only.js'
import type { SameBase } from './same-base.js'
import type { Schema } from './schema.js'
import { noteLook } from './segments.js'
import { type Db, endMoment, holdMoment, waitFor } from './sqlite.js'
import { type Circumstances, isOfModel, lookFrom, lookFromNowhere, recomputeAll } from './standing.js'
import type { Store, Written } from './store-type.js'
import { sweepIfDue } from './sweeping.js'
import { erasedOutcome, latestOperation, operationById, undoOperation } from './undo.js'

class RolledBack extends Error {}

/** Nobody restores a base over and over while it is read. */
const REPLACED_AT_MOST = 5

/** What is only nice to have written does not wait longer for another program, in milliseconds. */
const A_MOMENT = 200

/** A store on an open base. */
export function storeOn(
  db: Kysely<Schema>,
  file: string,
  circumstances: Circumstances,
  wait: number,
  migrations: readonly Migration[],
  same: SameBase,
): Store {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw await explainBase(error, file, db)
    }
  }

  let looking = false
  let tidy = false
  /** What was read is written, or was of one moment: it matters no more what the base is by now. */
  let settled = false

  /** What a run that was killed has left beside the base, of whose end the system knows. Nobody waits for it twice. */
  const tidyUp = (): void => {
    if (tidy) return
    tidy = true
    try {
      removeLeftOvers(dirname(file), null)
    } catch {
      // A folder that may not be looked into is none to tidy.
    }
  }

  const transaction = <T>(work: (transaction: Db) => Promise<T>): Promise<T> =>
    guarded(async () => {
      if (looking) await lookFromNowhere(db)
      looking = false
      // Beginning waits for its turn. What has begun is never done twice: an import has read its file only once.
      const result = await db.transaction().execute(async (inside) => {
        await same.insist(inside)
        const done = await work(inside)
        same.insistOnPlace()
        return done
      })
      settled = true
      return result
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
      if (options.keep) tidyUp()
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
        await guarded(() => same.renew(db))
        const outcome = await work().then(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        )
        const last = attempt === REPLACED_AT_MOST || !(await guarded(() => same.isOther(db)))
        if ('result' in outcome && last) return outcome.result
        if ('error' in outcome && last) throw outcome.error
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

    async still() {
      await guarded(async () => {
        await lookNow()
        await holdMoment(db)
      })
      settled = true
      const end = (): Promise<void> => guarded(() => endMoment(db))
      const refusal = await same.insist(db).catch((error: unknown) => error)
      if (refusal === undefined) return end
      await end()
      throw refusal
    },

    async close() {
      const other = !settled && (await same.isOther(db).catch(() => false))
      await guarded(() => db.destroy())
      if (other)
        throw busy((words) => ({ text: words.faults.changedMeanwhile(file), hint: words.faults.changedMeanwhileHint }))
    },
  }
}
