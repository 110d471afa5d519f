import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { isoInstant } from '../domain/calendar.js'
import type { Context } from './context.js'

/**
 * How the backups of a base are called in a folder: by its own name, by a sign of the place where it lies, which tells it from
 * a base of the same name elsewhere or on another machine, and by the moment: `clientele-3f9a1c-20261122T073000Z.db`.
 */
export interface BackupNames {
  /** The name of a backup of this moment that nothing has yet. */
  free(folder: string, ending: string): string
  /** Backups of this base in a folder, the newest first; files of any other name are none. */
  inFolder(folder: string): string[]
  /** The same in two: those of a later moment than this backup, and the earlier ones; it is in neither. */
  around(folder: string, made: string): { later: string[]; earlier: string[] }
}

/** Longer names of bases are cut, as names of files may have 255 bytes. */
const LONGEST_STEM = 40

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

export function backupNames({ dbFile, clock, world }: Pick<Context, 'dbFile' | 'clock' | 'world'>): BackupNames {
  // A base that a link leads to is the same base.
  const place = existsSync(dbFile) ? realpathSync(dbFile) : dbFile
  const machine = world.user().replace(/^.*@/, '')
  const sign = createHash('sha256').update(`${machine}\n${place}`).digest('hex').slice(0, 6)
  const stem = [...basename(place, extname(place))].slice(0, LONGEST_STEM).join('')
  const stamp = isoInstant(clock.now()).replace(/[-:]/g, '')
  const ours = new RegExp(`^${escaped(stem)}-${sign}-(\\d{8}T\\d{6}Z)(?:-(\\d{1,4}))?\\.db(?:\\.age)?$`, 'u')
  const momentOf = (name: string): { stamp: string; number: number } | null => {
    const match = ours.exec(basename(name))
    return match ? { stamp: match[1] ?? '', number: Number(match[2] ?? 1) } : null
  }
  const newestFirst = (a: string, b: string): number => {
    const [one, other] = [momentOf(a), momentOf(b)]
    if (one === null || other === null || one.stamp === other.stamp) return (other?.number ?? 0) - (one?.number ?? 0)
    return one.stamp < other.stamp ? 1 : -1
  }
  const inFolder = (folder: string): string[] =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => momentOf(name) && lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
      .sort(newestFirst)
      .map((name) => join(folder, name))
  return {
    free: (folder, ending) => {
      for (let number = 1; ; number += 1) {
        const name = join(folder, `${stem}-${sign}-${stamp}${number === 1 ? '' : `-${number}`}.db`)
        // Plain and encrypted ones do not share a name either: which of the two is meant would be anybody's guess.
        if (!existsSync(name) && !existsSync(`${name}.age`)) return `${name}${ending}`
      }
    },
    inFolder,
    around: (folder, made) => {
      const others = inFolder(folder).filter((each) => each !== made)
      return {
        later: others.filter((each) => newestFirst(each, made) < 0),
        earlier: others.filter((each) => newestFirst(each, made) >= 0),
      }
    },
  }
}

/** Is this file the base, or one that belongs to it, by whatever name? */
export function isBaseItself(dbFile: string, file: string): boolean {
  const own = ['', '-wal', '-shm', '-journal'].map((ending) => dbFile + ending)
  const behind = (name: string): string =>
    existsSync(dirname(name)) ? join(realpathSync(dirname(name)), basename(name)) : name
  const target = lstatSync(file, { throwIfNoEntry: false })
  return own.some((name) => {
    // Also a log that is not there just now.
    if (behind(resolve(name)) === behind(resolve(file))) return true
    if (target === undefined || !existsSync(name) || !existsSync(file)) return false
    const [one, other] = [lstatSync(realpathSync(name)), lstatSync(realpathSync(file))]
    return one.ino === other.ino && one.dev === other.dev
  })
}
