import { chmodSync, closeSync, existsSync, openSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { giveFreshName, syncFile, syncFolder } from '../durable.js'
import { carryLog } from './export-log-carrying.js'
import { hasPendingLog } from './foreign.js'
import { unique } from './migrating.js'
import { carryTombstones } from './restoring-erased.js'
import type { Schema } from './schema.js'
import {
  BUSY_TIMEOUT,
  checkpoint,
  copyTo,
  errorCode,
  identity,
  openDatabase,
  openToLook,
  type Replacing,
  replaceBy,
  useLog,
} from './sqlite.js'

export interface Restored {
  /** Where what was replaced is kept; null when there was nothing. */
  aside: string | null
  /** People in the backup who had been erased from the base since, and stay so. */
  leftOut: number
  /** Texts of others that spoke of those among them who were cut out everywhere, and are cut again. */
  cut: number
  /** False when what was replaced could not be read: who was erased from it, and its log of exports. */
  carried: boolean
}

/** What came over of who was erased and what was taken out. */
export type Memory = Omit<Restored, 'aside'>

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
export const LOGS = ['-wal', '-journal'] as const

/** Stands in the name of a file that is not whole yet. */
const PART = '.part-'

/** A name that nothing has, nor anything that would belong to it. */
export function freeAside(base: string, stamp: string): string {
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
export function makeReady(draft: string): void {
  chmodSync(draft, 0o600)
  syncFile(draft)
}

/** Gives what lies beside a file the name that the file is kept under; true when there was something. */
export function moveLogs(base: string, aside: string): boolean {
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
  return { aside: null, leftOut: 0, cut: 0, carried: true }
}

/** What a broken base still tells. */
export async function rescueMemory(draft: string, base: string, restoring: Restoring): Promise<Memory> {
  try {
    const current = await openToLook(base, !hasPendingLog(base))
    try {
      return await carryOver(current, draft, restoring)
    } finally {
      await current.destroy()
    }
  } catch {
    return { leftOut: 0, cut: 0, carried: false }
  }
}

/** A sound base is replaced while nobody else can write, so what is kept aside is all that was ever acknowledged. */
export const replaceSound = (draft: string, base: string, restoring: Restoring): Promise<Restored> =>
  withBytesOf(base, (handle) => replaceWatched(handle, draft, base, restoring))

async function replaceWatched(handle: number, draft: string, base: string, restoring: Restoring): Promise<Restored> {
  const { stamp, wait = BUSY_TIMEOUT } = restoring
  const current = await openDatabase(base, { create: false, wait })
  const kept: string[] = []
  let memory: Memory = { leftOut: 0, cut: 0, carried: true }
  try {
    const hasLog = await useLog(current).catch(() => false)
    await insist(handle, base, draft, {
      wait,
      hasLog,
      before: async () => {
        for (const aside of kept.splice(0)) rmSync(aside, { force: true })
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

/** So often a base without a log is copied anew because somebody has written to it meanwhile. */
const TRIES = 3

/** Replaces a base by a copy; one without a log, on which nobody waits, only when nobody has written between looking and locking. */
export async function insist(
  handle: number,
  base: string,
  draft: string,
  how: Omit<Replacing, 'isAsBefore'>,
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const seen = changesIn(handle)
    if (await replaceBy(base, draft, { ...how, isAsBefore: () => how.hasLog || changesIn(handle) === seen })) return
  }
  throw Object.assign(new Error('the base was written to all the time'), { code: 'SQLITE_BUSY' })
}

/**
 * For looking at the bytes of a base while SQLite is at it. Opened before SQLite opens it and closed after: closing a file lets go
 * of all locks that the process has on it.
 */
export async function withBytesOf<T>(base: string, work: (handle: number) => Promise<T>): Promise<T> {
  const handle = openSync(base, 'r')
  try {
    return await work(handle)
  } finally {
    closeSync(handle)
  }
}

/** A number in the header that every write to a base without a log changes. */
function changesIn(handle: number): number {
  const bytes = Buffer.alloc(4)
  readSync(handle, bytes, 0, 4, 24)
  return bytes.readUInt32BE(0)
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
async function carryOver(current: Kysely<Schema>, draft: string, { at, who }: Restoring): Promise<Memory> {
  if ((await identity(current)).version < WITH_MEMORY) return { leftOut: 0, cut: 0, carried: true }
  const copy = await openDatabase(draft, { create: false })
  try {
    const { people, cut } = await carryTombstones(current, copy)
    await carryLog(current, copy, { at, who })
    await checkpoint(copy)
    return { leftOut: people, cut, carried: true }
  } finally {
    await copy.destroy()
  }
}
