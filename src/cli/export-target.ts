import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { refused } from '../errors.js'
import type { Context } from './context.js'
import { placeOf } from './sink.js'

/** Files that SQLite keeps beside a base. */
const BESIDE = ['', '-wal', '-shm', '-journal']

const BASE = 'SQLite format 3\u0000'

/**
 * Refuses a file that may not be written before anything is read. Even with `--force`, and whether they are there yet or
 * not: the base and what SQLite keeps beside it, the settings, any base or backup.
 */
export function checkTarget(
  { dbFile, configFile, dataFolder }: Context,
  target: string | undefined,
  force: boolean,
): void {
  if (target === undefined) return
  const { file, stream } = placeOf(target, force)
  if (stream) return
  const place = placeBehind(file)
  if (BESIDE.some((ending) => place === placeBehind(dbFile) + ending || place === placeBehind(dbFile + ending)))
    throw refused((words) => words.outgoing.isBase(target))
  if (place === placeBehind(configFile)) throw refused((words) => words.outgoing.isSettings(target))
  if (isBase(file) || (existsSync(file) && dirname(place) === placeBehind(join(dataFolder, 'backups'))))
    throw refused((words) => words.outgoing.isBackup(target))
}

/** Where a file is, or would be, with all links followed. */
function placeBehind(file: string): string {
  const whole = resolve(file)
  if (existsSync(whole)) return realpathSync(whole)
  const folder = dirname(whole)
  return folder === whole ? whole : join(placeBehind(folder), basename(whole))
}

/** Is it a base by its first bytes? Encrypted backups are known by their names alone. */
function isBase(file: string): boolean {
  if (!existsSync(file)) return false
  if (/\.db\.age$/i.test(file)) return true
  const bytes = Buffer.alloc(BASE.length)
  try {
    const handle = openSync(file, 'r')
    try {
      return readSync(handle, bytes, 0, bytes.length, 0) === bytes.length && bytes.toString('latin1') === BASE
    } finally {
      closeSync(handle)
    }
  } catch {
    // What may not be read is judged when it is written.
    return false
  }
}
