import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { draftName, syncFile, syncFolder, syncGivenName, tidyAway, writeAll } from '../durable.js'
import { hasPendingLog } from './foreign.js'
import {
  freeAside,
  insist,
  LOGS,
  type Memory,
  makeReady,
  moveLogs,
  type Restored,
  type Restoring,
  rescueMemory,
  withBytesOf,
} from './replacing.js'
import { BUSY_TIMEOUT, errorCode, identity, openDatabase, useLog } from './sqlite.js'

/*
 * What stands in the place of a base and cannot be read as one. Others may be at it all the same: a base of which some page is
 * broken still takes what is added, and an empty file becomes a base under the next command's hands. So these too are replaced
 * through SQLite where it can open them, under the lock that whoever writes needs. Only what SQLite cannot open, and so nobody
 * can write to, is moved away.
 */

/** Null when nothing was done because the file is no longer empty: somebody has begun a base in it. */
export async function replaceEmpty(draft: string, base: string, restoring: Restoring): Promise<Restored | null> {
  const { stamp, wait = BUSY_TIMEOUT } = restoring
  const aside = hasPendingLog(base) && statSync(base).size === 0 ? freeAside(base, stamp) : null
  // SQLite would take a log beside an empty file for refuse.
  if (aside !== null) moveLogs(base, aside)
  makeReady(draft)
  const done = await withBytesOf(base, (handle) => replaceUnbegun(handle, draft, base, wait))
  if (!done) return null
  chmodSync(base, 0o600)
  return { leftOut: 0, cut: 0, carried: aside === null, aside }
}

/** With our sign and a log it is as empty as before for all, and can be replaced while nobody else writes. */
async function replaceUnbegun(handle: number, draft: string, base: string, wait: number): Promise<boolean> {
  const current = await openDatabase(base, { create: true, wait })
  try {
    await insist(handle, base, draft, {
      wait,
      hasLog: await useLog(current).catch(() => false),
      before: async () => {
        if ((await identity(current)).tables > 0) throw new Begun()
      },
    })
    return true
  } catch (error) {
    if (error instanceof Begun) return false
    throw error
  } finally {
    await current.destroy()
  }
}

class Begun extends Error {}

/** Replaces a base that is broken inside; what is kept of it is its bytes. */
export async function replaceBroken(draft: string, base: string, restoring: Restoring): Promise<Restored> {
  try {
    return await replaceInPlace(draft, base, restoring)
  } catch (error) {
    if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_READONLY'].includes(errorCode(error))) throw error
    return moveAway(draft, base, restoring)
  }
}

const replaceInPlace = (draft: string, base: string, restoring: Restoring): Promise<Restored> =>
  withBytesOf(base, async (handle) => {
    const { stamp, wait = BUSY_TIMEOUT } = restoring
    const kept: string[] = []
    let memory: Memory = { leftOut: 0, cut: 0, carried: true }
    try {
      await insist(handle, base, draft, {
        wait,
        hasLog: keepsLog(handle),
        before: async () => {
          for (const aside of kept.splice(0)) removeAside(aside)
          kept.push(keepBytes(handle, base, stamp))
          memory = await rescueMemory(draft, base, restoring)
        },
      })
      chmodSync(base, 0o600)
      return { ...memory, aside: kept[0] ?? null }
    } catch (error) {
      // A disk that failed may have taken the last write all the same.
      if (errorCode(error) !== 'SQLITE_IOERR') for (const aside of kept) removeAside(aside)
      throw error
    }
  })

/** As its header says. */
function keepsLog(handle: number): boolean {
  const bytes = Buffer.alloc(1)
  readSync(handle, bytes, 0, 1, 18)
  return bytes[0] === 2
}

function removeAside(aside: string): void {
  for (const ending of ['', ...LOGS]) rmSync(aside + ending, { force: true })
}

/** Keeps the bytes of a base, which nobody can write to just now, and of its log. */
function keepBytes(handle: number, base: string, stamp: string): string {
  const folder = dirname(base)
  const draft = draftName(folder)
  const drafts = ['', '-wal'].map((ending) => draft + ending)
  try {
    const target = openSync(draft, 'wx', 0o600)
    try {
      const piece = Buffer.alloc(1 << 20)
      for (let at = 0; ; ) {
        const read = readSync(handle, piece, 0, piece.length, at)
        if (read === 0) break
        writeAll(target, piece.subarray(0, read))
        at += read
      }
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
    // The log second: what is moved out of it meanwhile stays in it as well.
    const hasLog = statSync(`${base}-wal`, { throwIfNoEntry: false })?.isFile() === true
    if (hasLog) {
      copyFileSync(`${base}-wal`, `${draft}-wal`, constants.COPYFILE_EXCL)
      syncFile(`${draft}-wal`)
    }
    const aside = freeAside(base, stamp)
    if (hasLog) renameSync(`${draft}-wal`, `${aside}-wal`)
    renameSync(draft, aside)
    syncFolder(folder)
    return aside
  } finally {
    tidyAway(...drafts)
  }
}

/** It has its second name before its first is given away, so one is always there. */
async function moveAway(draft: string, base: string, restoring: Restoring): Promise<Restored> {
  const memory = await rescueMemory(draft, base, restoring)
  const aside = freeAside(base, restoring.stamp)
  makeReady(draft)
  giveSecondName(base, aside)
  moveLogs(base, aside)
  syncFolder(dirname(base))
  renameSync(draft, base)
  syncGivenName(dirname(base))
  return { ...memory, aside }
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
