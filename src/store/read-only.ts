import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { busy, failed, type Refusal } from '../errors.js'
import type { DayEntry } from './agenda.js'
import { hasPendingLog, latestOf, lookAtFile, lookInside } from './foreign.js'
import type { Migration } from './migrations.js'
import type { Schema } from './schema.js'
import type { Look } from './segments.js'
import { errorCode, openToLook } from './sqlite.js'

/*
 * A base that cannot be written can still be read: another's file, a disk mounted for reading only. What its log holds is
 * read where SQLite can; where nothing is in the log, the file is taken to stand still, and afterwards we look whether it has.
 */

export interface ReadOnly {
  db: Kysely<Schema>
  /** Why what was read may be a mixture: the file was changed meanwhile; null when it was not. */
  disturbed(): Refusal | null
}

/** Opens a base for reading where it cannot be written; null where it can, or where there is none. */
export async function openReadOnly(file: string, migrations: readonly Migration[]): Promise<ReadOnly | null> {
  if (isWritable(file)) return null
  const found = lookAtFile(file, migrations)
  if (found === 'nothing' || found === 'empty') return null
  const seen = stateOf(file)
  const { db, alone } = await openSomehow(file)
  try {
    const { version, empty } = await lookInside(db, file, migrations)
    if (empty) {
      await db.destroy()
      return null
    }
    if (version < latestOf(migrations))
      throw failed((words) => ({ text: words.faults.readOnlyOlder(file), hint: words.faults.readOnlyWhileOpenHint }))
  } catch (error) {
    await db.destroy().catch(() => {})
    throw error
  }
  return {
    db,
    disturbed: () =>
      alone && stateOf(file) !== seen
        ? busy((words) => ({ text: words.faults.changedMeanwhile(file), hint: words.faults.changedMeanwhileHint }))
        : null,
  }
}

/** The folder counts as well, because the log comes and goes there. */
function isWritable(file: string): boolean {
  try {
    const place = realpathSync(file)
    accessSync(place, constants.W_OK)
    if (!['-wal', '-shm'].every((ending) => existsSync(place + ending))) accessSync(dirname(place), constants.W_OK)
    return true
  } catch (error) {
    return !['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))
  }
}

/** Beside others who use it where their log is there; else as a file that stands still. */
async function openSomehow(file: string): Promise<{ db: Kysely<Schema>; alone: boolean }> {
  const pending = hasPendingLog(file)
  if (!pending && !existsSync(`${file}-shm`)) return { db: await openToLook(file, true), alone: true }
  try {
    const db = await openToLook(file, false)
    try {
      await db.selectFrom('client').select('id').limit(1).execute()
      return { db, alone: false }
    } catch (error) {
      await db.destroy().catch(() => {})
      throw error
    }
  } catch (error) {
    if (!['SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(errorCode(error))) throw error
    if (!pending) return { db: await openToLook(file, true), alone: true }
    throw failed((words) => ({
      text: words.faults.readOnlyWhileOpen(file),
      hint: words.faults.readOnlyWhileOpenHint,
    }))
  }
}

function stateOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true })
  return `${ino} ${size} ${mtimeNs}`
}

type Entry = { entry: string; client_id: number }

/** The numbers that entries get which have none yet. */
export function newNumbers(known: readonly DayEntry[], entries: readonly Entry[]): DayEntry[] {
  const seen = new Set(known.map(({ entry }) => entry))
  const next = (known[known.length - 1]?.number ?? 0) + 1
  return entries
    .filter(({ entry }) => !seen.has(entry))
    .map(({ entry, client_id }, index) => ({ number: next + index, entry, client_id }))
}

/** Of a store, what writes without being asked to. */
interface Numbering {
  agenda: { dayEntries(day: string): Promise<DayEntry[]> }
  numberEntries(day: string, entries: readonly Entry[]): Promise<DayEntry[]>
  noteLook(key: string, look: Look): Promise<void>
  close(): Promise<void>
}

/** A store that only reads: the day's numbers hold for this command, and what is only nice to have noted is not. */
export function readingStore<S extends Numbering>(
  store: S,
  { disturbed }: ReadOnly,
  onUnkept: () => void = () => {},
): S {
  const unkept = new Map<string, DayEntry[]>()
  const dayEntries = async (day: string): Promise<DayEntry[]> => [
    ...(await store.agenda.dayEntries(day)),
    ...(unkept.get(day) ?? []),
  ]
  return {
    ...store,
    agenda: { ...store.agenda, dayEntries },
    async numberEntries(day: string, entries: readonly Entry[]) {
      const known = await dayEntries(day)
      const fresh = newNumbers(known, entries)
      if (fresh.length > 0 && unkept.size === 0) onUnkept()
      unkept.set(day, [...(unkept.get(day) ?? []), ...fresh])
      return [...known, ...fresh]
    },
    noteLook: async () => {},
    async close() {
      const refusal = disturbed()
      await store.close()
      if (refusal !== null) throw refusal
    },
  }
}
