import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { giveFreshName, syncFile, syncFolder } from '../durable.js'
import { failed, isRefusal } from '../errors.js'
import { carryLog } from './export-log-carrying.js'
import { hasPendingLog, lookAtFile } from './foreign.js'
import { carryTombstones } from './forgetting.js'
import { unique } from './migrating.js'
import type { Schema } from './schema.js'
import {
  APPLICATION_ID,
  BUSY_TIMEOUT,
  checkpoint,
  copyTo,
  errorCode,
  identity,
  integrityProblems,
  openDatabase,
  openToLook,
  replaceBy,
  useLog,
} from './sqlite.js'

export interface Restored {
  /** Where what was replaced is kept; null when there was nothing. */
  aside: string | null
  /** People in the backup who had been erased from the base since, and stay so. */
  leftOut: number
  /** False when what was replaced could not be read: who was erased from it, and its log of exports. */
  carried: boolean
}

export interface Restoring {
  /** Tells what is put aside from other times. */
  stamp: string
  /** ISO instant, for the log of exports. */
  at: string
  who: string
  /** Milliseconds to wait for another program's write. */
  wait?: number | undefined
}

/** The schema from which on a base remembers who was erased and what was taken out. */
const WITH_MEMORY = 5

/** What SQLite keeps beside a file and cannot do without. */
const LOGS = ['-wal', '-journal'] as const

/** Stands in the name of a file that is not whole yet. */
const PART = '.part-'

/** The file behind a link: it is replaced, and not the link. */
export const realName = (file: string): string => (existsSync(file) ? realpathSync(file) : file)

/**
 * What stands in the place. The base of another program is refused: it is nobody's to be moved away. What is no base of any
 * kind, or one that is damaged, is broken.
 */
export async function stateOf(base: string): Promise<'nothing' | 'sound' | 'broken'> {
  if (!existsSync(base)) return 'nothing'
  if (statSync(base).isDirectory()) throw failed((words) => words.errors.isFolder(base))
  try {
    const found = lookAtFile(base)
    if (found === 'nothing') return 'nothing'
    if (found === 'empty') return 'broken'
  } catch (error) {
    if (!isRefusal(error) || !statSync(base).isFile()) throw error
  }
  return soundness(base)
}

async function soundness(base: string): Promise<'sound' | 'broken'> {
  let db: Kysely<Schema> | null = null
  try {
    db = await openDatabase(base, { create: false })
    const { application, tables } = await identity(db)
    if (application !== APPLICATION_ID && tables > 0)
      throw failed((words) => ({ text: words.errors.notABase(base), hint: words.errors.notABaseHint }))
    if (application !== APPLICATION_ID) return 'broken'
    return (await integrityProblems(db)).length === 0 ? 'sound' : 'broken'
  } catch (error) {
    // A base that is only busy must not be taken for a broken one.
    if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(errorCode(error))) return 'broken'
    throw error
  } finally {
    await db?.destroy().catch(() => {})
  }
}

/** A name that nothing has, nor anything that would belong to it. */
function freeAside(base: string, stamp: string): string {
  const name = `${base}.before-restore-${stamp}`
  let free = name
  for (let number = 2; ['', ...LOGS].some((ending) => existsSync(free + ending)); number += 1)
    free = `${name}-${number}`
  return free
}

/** False when somebody has taken the name meanwhile. */
function takeName(draft: string, name: string): boolean {
  try {
    giveFreshName(draft, name)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** The bytes are on the disk before the name that people trust is. */
function makeReady(draft: string): void {
  chmodSync(draft, 0o600)
  syncFile(draft)
}

/** Gives what lies beside a file the name that the file is kept under; true when there was something. */
function moveLogs(base: string, aside: string): boolean {
  const there = LOGS.filter((ending) => existsSync(base + ending))
  for (const ending of there) renameSync(base + ending, aside + ending)
  rmSync(`${base}-shm`, { force: true })
  return there.length > 0
}

/** Where there is no base the copy becomes it. A log without its base is put aside: SQLite would take it for the new one's. */
export async function becomeBase(draft: string, base: string, restoring: Restoring): Promise<Restored> {
  const aside = freeAside(base, restoring.stamp)
  moveLogs(base, aside)
  makeReady(draft)
  if (!takeName(draft, base)) return replaceSound(draft, base, restoring)
  syncFolder(dirname(base))
  return { aside: null, leftOut: 0, carried: true }
}

/** A broken base cannot be replaced through SQLite. It has its second name before its first is given away, so one is always there. */
export async function replaceBroken(draft: string, base: string, restoring: Restoring): Promise<Restored> {
  const empty = statSync(base).size === 0 && !hasPendingLog(base)
  const memory = empty ? { leftOut: 0, carried: true } : await rescueMemory(draft, base, restoring)
  const aside = freeAside(base, restoring.stamp)
  makeReady(draft)
  if (!empty) giveSecondName(base, aside)
  moveLogs(base, aside)
  syncFolder(dirname(base))
  renameSync(draft, base)
  syncFolder(dirname(base))
  return { ...memory, aside: empty ? null : aside }
}

function giveSecondName(base: string, aside: string): void {
  chmodSync(base, 0o600)
  try {
    linkSync(base, aside)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) throw error
    copyFileSync(base, aside, constants.COPYFILE_EXCL)
    syncFile(aside)
  }
}

async function rescueMemory(draft: string, base: string, restoring: Restoring): Promise<Omit<Restored, 'aside'>> {
  try {
    const current = await openToLook(base, !hasPendingLog(base))
    try {
      return await carryOver(current, draft, restoring)
    } finally {
      await current.destroy()
    }
  } catch {
    return { leftOut: 0, carried: false }
  }
}

/** A sound base is replaced while nobody else can write, so what is kept aside is all that was ever acknowledged. */
export async function replaceSound(draft: string, base: string, restoring: Restoring): Promise<Restored> {
  const { stamp, wait = BUSY_TIMEOUT } = restoring
  const current = await openDatabase(base, { create: false, wait })
  const kept: string[] = []
  let memory: Omit<Restored, 'aside'> = { leftOut: 0, carried: true }
  try {
    const hasLog = await useLog(current).catch(() => false)
    await replaceBy(base, draft, {
      wait,
      hasLog,
      before: async () => {
        kept.push(await keepAside(current, base, stamp))
        memory = await carryOver(current, draft, restoring)
      },
    })
  } catch (error) {
    // A disk that failed may have taken the last write all the same.
    if (errorCode(error) !== 'SQLITE_IOERR') for (const aside of kept) rmSync(aside, { force: true })
    throw error
  } finally {
    await current.destroy().catch(() => {})
  }
  return { ...memory, aside: kept[0] ?? null }
}

async function keepAside(current: Kysely<Schema>, base: string, stamp: string): Promise<string> {
  const folder = dirname(base)
  // Nobody else is making one: whoever does holds the lock.
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(base)}.before-restore-`) && name.includes(PART))
      rmSync(join(folder, name), { force: true })
  const draft = `${base}.before-restore-${stamp}${PART}${unique()}`
  try {
    closeSync(openSync(draft, 'wx', 0o600))
    await copyTo(current, draft)
    makeReady(draft)
    for (;;) {
      const aside = freeAside(base, stamp)
      if (!takeName(draft, aside)) continue
      syncFolder(folder)
      return aside
    }
  } finally {
    for (const ending of ['', '-journal']) rmSync(draft + ending, { force: true })
  }
}

/** What a base remembers beyond its data, and no restore may take away: who was erased from it, and what was taken out of it. */
async function carryOver(
  current: Kysely<Schema>,
  draft: string,
  { at, who }: Restoring,
): Promise<Omit<Restored, 'aside'>> {
  if ((await identity(current)).version < WITH_MEMORY) return { leftOut: 0, carried: true }
  const copy = await openDatabase(draft, { create: false })
  try {
    const { people } = await carryTombstones(current, copy)
    await carryLog(current, copy, { at, who })
    await checkpoint(copy)
    return { leftOut: people, carried: true }
  } finally {
    await copy.destroy()
  }
}
