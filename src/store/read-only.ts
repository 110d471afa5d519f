import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { busy, failed, type Refusal } from '../errors.js'
import { isFull } from '../room.js'
import type { DayEntry } from './agenda.js'
import { hasPendingLog, latestOf, lookAtFile, lookInside } from './foreign.js'
import type { Migration } from './migrations.js'
import type { Schema } from './schema.js'
import type { Look } from './segments.js'
import { errorCode, openForOne, openToLook } from './sqlite.js'

/*
 * A base that cannot be written can still be read: another's file, a disk mounted for reading only. What its log holds is
 * read where SQLite can; where nothing is in the log, the file is taken to stand still, and afterwards we look whether it has.
 * A base on a full disk can be read as well: there only the index of the log has no room beside it.
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
  return accepted(file, migrations, () => openSomehow(file))
}

/** What SQLite answers where it has no room for the index of the log. */
const NO_ROOM = ['SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_FULL']

/** Opens a base for reading that could not be opened for want of room; null where that was not the reason. */
export async function openWithoutRoom(
  file: string,
  migrations: readonly Migration[],
  { error, wait }: { error: unknown; wait: number | undefined },
): Promise<ReadOnly | null> {
  if (!NO_ROOM.includes(errorCode(error)) || !existsSync(file) || !isFull(dirname(realpathSync(file)))) return null
  return accepted(file, migrations, () => openForReading(file, wait))
}

/** Looks whether what was opened is a base that can be read as it is; null when nothing is in it. */
async function accepted(
  file: string,
  migrations: readonly Migration[],
  open: () => Promise<{ db: Kysely<Schema>; alone: boolean }>,
): Promise<ReadOnly | null> {
  const seen = stateOf(file)
  const { db, alone } = await open()
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
    return { db: await answering(await openToLook(file, false)), alone: false }
  } catch (error) {
    if (!['SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(errorCode(error))) throw error
    if (!pending) return { db: await openToLook(file, true), alone: true }
    throw failed((words) => ({
      text: words.faults.readOnlyWhileOpen(file),
      hint: words.faults.readOnlyWhileOpenHint,
    }))
  }
}

/** Kept from others, so that the index of the log is kept in memory; where not even an empty log fits, as a file that stands still. */
async function openForReading(file: string, wait: number | undefined): Promise<{ db: Kysely<Schema>; alone: boolean }> {
  try {
    return { db: await answering(await openForOne(file, wait)), alone: false }
  } catch (error) {
    if (!NO_ROOM.includes(errorCode(error)) || hasPendingLog(file)) throw error
    return { db: await openToLook(file, true), alone: true }
  }
}

/** A base that answers a question; closed when it does not. */
async function answering(db: Kysely<Schema>): Promise<Kysely<Schema>> {
  try {
    await db.selectFrom('client').select('id').limit(1).execute()
    return db
  } catch (error) {
    await db.destroy().catch(() => {})
    throw error
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
  check(how?: { mend: boolean; now: string | null }): Promise<unknown>
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
    // What is wrong is told, where it cannot be put right.
    check: (how) => store.check({ now: how?.now ?? null, mend: false }),
    async close() {
      const refusal = disturbed()
      await store.close()
      if (refusal !== null) throw refusal
    },
  }
}
