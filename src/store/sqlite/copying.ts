import { existsSync, statSync } from 'node:fs'
import { CompiledQuery, type Kysely } from 'kysely'
import sqlite3 from 'sqlite3'
import type { Schema } from '../schema.js'
import { openHandle } from './connecting.js'
import { BUSY_TIMEOUT, Connection } from './driver.js'

/* A whole base out of the file, and a whole base into it. */

/** A compact copy of the base as of now, while others use it; an empty file may be there for it, with the rights it shall have. */
export async function copyTo(db: Kysely<Schema>, file: string): Promise<void> {
  if (existsSync(file) && statSync(file).size > 0) throw new Error(`${file} exists`)
  await db.executeQuery(CompiledQuery.raw('vacuum into ?', [file]))
}

/** The driver's copying of pages, which its types leave out. */
interface PageCopying {
  step(pages: number, done: (error: Error | null) => void): void
  finish(done: () => void): void
  completed: boolean
}
interface WithBackup {
  backup(
    file: string,
    to: string,
    from: string,
    fileIsTarget: boolean,
    begun: (error: Error | null) => void,
  ): PageCopying
}

const PLAIN_CODES: Record<number, string> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
}

/** Copying pages answers with codes that tell more (which write failed), and the driver has no name for these. */
const withCode = (error: Error & { errno?: number; code?: string }): Error =>
  Object.assign(error, { code: PLAIN_CODES[(error.errno ?? 0) & 0xff] ?? error.code })

export interface Replacing {
  wait?: number
  hasLog: boolean
  /** What it throws ends the matter, and the base stays as it was. */
  before: () => Promise<void>
  /** Asked when nobody else can write any more: is the base as it was, or must it be looked at anew? */
  isAsBefore?: () => boolean
}

/**
 * Replaces the whole content of a base by that of a file, in one transaction that others see whole or not at all. `before` runs
 * when the lock is held and nobody else can write any more: what it reads of the base is the last that was in it. A base without
 * a log cannot be read while it is locked; there `before` comes first, and `isAsBefore` has to tell whether anybody has
 * written after it: then nothing is replaced, and the answer is false.
 */
export async function replaceBy(
  target: string,
  source: string,
  { wait = BUSY_TIMEOUT, hasLog, before, isAsBefore = () => true }: Replacing,
): Promise<boolean> {
  if (!hasLog) await before()
  const handle = await openHandle(target, sqlite3.OPEN_READWRITE)
  try {
    await new Connection(handle).exec(`pragma busy_timeout = ${Math.trunc(wait)}; pragma synchronous = full;`)
    const copying = await new Promise<PageCopying>((resolve, reject) => {
      const begun: PageCopying = (handle as unknown as WithBackup).backup(source, 'main', 'main', false, (error) =>
        error ? reject(error) : resolve(begun),
      )
    })
    const step = (pages: number): Promise<void> =>
      new Promise((resolve, reject) => copying.step(pages, (error) => (error ? reject(withCode(error)) : resolve())))
    try {
      // No page yet, but the lock.
      await step(0)
      if (!isAsBefore()) return false
      if (hasLog) await before()
      await step(-1)
      if (!copying.completed) throw new Error('the copy did not complete')
      return true
    } finally {
      await new Promise<void>((resolve) => copying.finish(resolve))
    }
  } finally {
    await new Promise<void>((resolve) => handle.close(() => resolve()))
  }
}
