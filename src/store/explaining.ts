import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { busy, failed, isRefusal, type Refusal, refused } from '../errors.js'
import { isFull } from '../room.js'
import { schemaProblems } from './foreign.js'
import { holderOf } from './holders.js'
import type { Schema } from './schema.js'
import { nearSizeLimit } from './size-limit.js'
import { errorCode } from './sqlite.js'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What the database said, without its name for it. */
const plain = (error: unknown): string => messageOf(error).replace(/^SQLITE_[A-Z_]+: /, '')

const tooLarge = (file: string): Refusal =>
  failed((words) => ({ text: words.faults.tooLarge(file), hint: words.faults.tooLargeHint }))

const cannotOpen = (file: string): Refusal =>
  failed((words) => ({ text: words.errors.cannotOpen(file), hint: words.errors.readOnlyHint }))

const closed = (file: string): Refusal =>
  failed((words) => ({ text: words.faults.unreadable(file), hint: words.errors.readOnlyHint }))

/** SQLite has no name for a disk that has no room for the index of the log, and calls it one that fails. */
const noRoom = (file: string): Refusal =>
  failed((words) => ({ text: words.errors.diskFull(file), hint: words.faults.noRoomHint }))

/** The folder of the file that was written to last. */
const placeOf = (growing: readonly string[]): string => dirname(growing[growing.length - 1] ?? '')

/** May this file not even be read? */
function isClosed(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return false
  } catch (error) {
    return ['EACCES', 'EPERM'].includes(errorCode(error))
  }
}

/**
 * Says in words what the database or the disk answered; anything unknown is passed on as it is. `growing` are the files that were
 * written to, where they are not the one that is spoken of.
 */
export function explain(error: unknown, file: string, growing: readonly string[] = [file]): unknown {
  if (isRefusal(error)) return error
  switch (errorCode(error)) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
    case 'SQLITE_PROTOCOL':
      return busyWith(file)
    case 'SQLITE_NOTADB':
      return failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))
    case 'SQLITE_CORRUPT':
      return failed((words) => ({ text: words.errors.damaged(file), hint: words.errors.damagedHint }))
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return failed((words) => ({ text: words.errors.diskFull(file), hint: words.errors.nothingWritten }))
    case 'SQLITE_READONLY':
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      if (isClosed(file)) return closed(file)
      return failed((words) => ({ text: words.errors.readOnly(file), hint: words.errors.readOnlyHint }))
    case 'SQLITE_CANTOPEN':
      if (isClosed(file)) return closed(file)
      if (isFull(placeOf(growing))) return noRoom(file)
      return cannotOpen(file)
    case 'SQLITE_NOMEM':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'ENXIO':
    case 'EMFILE':
    case 'ENFILE':
      return cannotOpen(file)
    case 'EFBIG':
      return tooLarge(file)
    case 'SQLITE_IOERR':
    case 'EIO':
      if (nearSizeLimit(growing)) return tooLarge(file)
      if (isFull(placeOf(growing))) return noRoom(file)
      // A commit of which the disk said that it failed may be in the log all the same.
      return failed((words) => ({ text: words.faults.disk(file), hint: words.faults.diskHint }))
    case 'SQLITE_CONSTRAINT':
      return refused((words) => ({
        text: words.errors.constraint(plain(error)),
        hint: words.errors.nothingWritten,
      }))
    default:
      return error
  }
}

/** Names who writes, where the system tells; it is asked while that one is still at it. */
function busyWith(file: string): Refusal {
  const holder = holderOf(file)
  return busy((words) =>
    holder === null
      ? { text: words.errors.busy(file), hint: words.errors.busyHint }
      : { text: words.errors.busyBy(file, holder.pid, holder.command), hint: words.errors.busyByHint(holder.pid) },
  )
}

/**
 * A table or column that is not there, or holds what it cannot, is our mistake, or that of whoever changed the base with another
 * tool: the schema tells which.
 */
export async function explainBase(error: unknown, file: string, db: Kysely<Schema>): Promise<unknown> {
  if (errorCode(error) !== 'SQLITE_ERROR') return explain(error, file)
  const problems = await schemaProblems(db).catch((reason: unknown) => [plain(reason)])
  if (problems.length === 0) return explain(error, file)
  return failed((words) => ({
    text: words.errors.damaged(file),
    details: problems.slice(0, 20),
    hint: words.errors.damagedHint,
  }))
}
