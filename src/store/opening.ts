import { chmodSync, linkSync, readdirSync, rmSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { draftBegun } from '../drafts.js'
import { makeFolder, syncFolder, tidyAway } from '../durable.js'
import { failed } from '../errors.js'
import { type Found, lookAtFile, lookInside } from './foreign.js'
import { bringUp, migrate, unique } from './migrating.js'
import type { Migration } from './migrations.js'
import type { Schema } from './schema.js'
import { BUSY_TIMEOUT, checkpoint, errorCode, openDatabase, useLog, waitFor } from './sqlite.js'

export { explain } from './explaining.js'

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What SQLite refuses at once instead of waiting (a recovery, a switch of mode) is tried again for a little while. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    let atOnce = true
    const second = setTimeout(() => {
      atOnce = false
    }, 1_000)
    try {
      return await work()
    } catch (error) {
      const waited = error instanceof Error && 'waited' in error
      if (errorCode(error) !== 'SQLITE_BUSY' || waited || !atOnce || attempt >= 7) throw error
      await pause(20 + Math.random() * 40 * 2 ** attempt)
    } finally {
      clearTimeout(second)
    }
  }
}

export interface OpeningOptions {
  mustExist: boolean
  /** Does an empty file become a base at once? */
  fill: boolean
  migrations: readonly Migration[]
  wait?: number | undefined
  onCopy?: ((file: string) => void) | undefined
}

/**
 * Opens the base of this name, which is made first where nothing is, and brought up when it is older. A file in which nothing is
 * becomes one only with `fill`; else the answer is null.
 */
export async function openBase(file: string, options: OpeningOptions): Promise<Kysely<Schema> | null> {
  const { mustExist, fill, migrations, wait = BUSY_TIMEOUT } = options
  const found = lookAtFile(file, migrations)
  if (found === 'nothing' || found === 'empty') {
    if (mustExist) throw failed((words) => words.errors.noSuchFile(file))
    if (found === 'empty' && !fill) return null
    await (found === 'nothing' ? makeBase : fillEmptyFile)(file, migrations)
  }
  // Killed just when it had put the base in its place, a start has left it a second name.
  else if (statSync(file).nlink > 1) removeDrafts(file, (draft) => draft.ino === statSync(file).ino)
  for (;;) {
    const db = await patiently(() => openDatabase(file, { create: false, wait }))
    try {
      if (await patiently(() => acceptBase(db, file, found, options))) return db
    } catch (error) {
      await db.destroy().catch(() => {})
      throw error
    }
    // A start that was killed has left no more than the beginning of a base.
    await db.destroy()
    if (mustExist) throw failed((words) => words.errors.noSuchFile(file))
    if (!fill) return null
    await fillEmptyFile(file, migrations)
  }
}

/** Looks whether an open file is a base of ours and brings it up to date; false when there is nothing in it at all. */
async function acceptBase(
  db: Kysely<Schema>,
  file: string,
  found: Found,
  { migrations, wait = BUSY_TIMEOUT, onCopy = () => {} }: OpeningOptions,
): Promise<boolean> {
  const { version, empty } = await lookInside(db, file, migrations)
  if (empty) return false
  if (found === 'base without log') await useLogIfPossible(db, wait)
  if (version < (migrations[migrations.length - 1]?.version ?? 0)) await bringUp(db, file, migrations, onCopy)
  return true
}

/** How long a base without a log, which works as well, may keep a command waiting for getting one, in milliseconds. */
const A_MOMENT = 200

async function useLogIfPossible(db: Kysely<Schema>, wait: number): Promise<void> {
  await waitFor(db, Math.min(wait, A_MOMENT))
  // Somebody is using it, or it cannot be written: the next start may have more luck.
  await useLog(db).catch(() => {})
  await waitFor(db, wait)
}

/** A new base is made whole beside its place and then put there under its name, so nobody ever sees half of one. */
export async function makeBase(file: string, migrations: readonly Migration[]): Promise<void> {
  const folder = dirname(file)
  makeFolder(folder)
  const draft = `${file}.new-${unique()}`
  const parts = ['', '-wal', '-shm', '-journal'].map((ending) => draft + ending)
  const ended = draftBegun(...parts)
  try {
    const db = await openDatabase(draft, { create: true })
    try {
      await migrate(db, migrations)
      // Closing would move the log into the file and keep quiet about a disk that is full.
      await checkpoint(db)
    } finally {
      await db.destroy()
    }
    chmodSync(draft, 0o600)
    // Of starts that were killed; drafts of the last minute may still be in the making.
    const now = statSync(draft).mtimeMs
    removeDrafts(file, (other) => now - other.mtimeMs > 60_000)
    try {
      linkSync(draft, file)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return
      // File systems without hard links. A rename could replace a base that another start has made in this instant.
      await fillEmptyFile(file, migrations)
    }
    syncFolder(folder)
  } finally {
    tidyAway(...parts)
    ended()
  }
}

/**
 * An empty file becomes a base where it stands: whoever made it may be looking at it, and another start may be at it too.
 * Killed at any moment it leaves an empty file, one with our sign alone, or a whole base.
 */
export async function fillEmptyFile(file: string, migrations: readonly Migration[]): Promise<void> {
  const db = await patiently(() => openDatabase(file, { create: true }))
  try {
    await migrate(db, migrations)
    chmodSync(file, 0o600)
  } finally {
    await db.destroy()
  }
}

/** A base in memory, without anything in it. */
export async function baseInMemory(migrations: readonly Migration[]): Promise<Kysely<Schema>> {
  const db = await openDatabase(':memory:', { create: true })
  await migrate(db, migrations)
  return db
}

function removeDrafts(file: string, isLeft: (draft: Stats) => boolean): void {
  const folder = dirname(file)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(file)}.new-`)) continue
    const draft = join(folder, name)
    try {
      if (isLeft(statSync(draft))) rmSync(draft, { force: true })
    } catch {
      // Another start has just removed it, or the folder cannot be written: it harms nobody.
    }
  }
}
