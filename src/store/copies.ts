import { chmodSync, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { failed, isRefusal, refused } from '../errors.js'
import { MIGRATIONS } from './migrations.js'
import { explain, makeBase, makeFolder, unique, verifyCopy } from './opening.js'
import type { Schema } from './schema.js'
import { copyTo, errorCode, openDatabase, replaceBy } from './sqlite.js'

/** A verified copy under this name, made while others use the base. Never over an existing file unless forced. */
export async function backUp(db: Kysely<Schema>, copy: string, force: boolean): Promise<{ bytes: number }> {
  if (existsSync(copy) && !force)
    throw refused((words) => ({ text: words.errors.fileExists(copy), hint: words.errors.fileExistsHint }))
  try {
    makeFolder(dirname(copy))
  } catch (error) {
    throw explain(error, copy)
  }
  const draft = `${copy}.part-${unique()}`
  rmSync(draft, { force: true })
  try {
    await copyTo(db, draft)
    chmodSync(draft, 0o600)
    await verifyCopy(draft)
    renameSync(draft, copy)
  } catch (error) {
    // What went wrong concerns the copy, not the base.
    throw explain(error, copy)
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(draft + ending, { force: true })
  }
  return { bytes: statSync(copy).size }
}

/**
 * Puts a backup in the place of a base; what was there is kept beside it. A base that can still be read is replaced
 * through SQLite, so that other programs using it see the old content or the new, never a mixture; a broken one is moved away.
 */
export async function restoreBase(from: string, to: string, stamp: string): Promise<{ aside: string | null }> {
  try {
    if (!existsSync(from)) throw failed((words) => words.errors.noSuchFile(from))
    if (statSync(from).isDirectory()) throw failed((words) => words.errors.isFolder(from))
    await verifyCopy(from)
    if (existsSync(to) && realpathSync(from) === realpathSync(to))
      throw refused((words) => words.errors.restoreOntoItself)
    const aside = `${to}.before-restore-${stamp}`
    const usable = existsSync(to) && (await isUsable(to))
    if (existsSync(to) && usable) {
      const current = await openDatabase(to, { create: false })
      try {
        if (!existsSync(aside)) await copyTo(current, aside)
      } finally {
        await current.destroy()
      }
      chmodSync(aside, 0o600)
    } else {
      if (existsSync(to))
        for (const ending of ['', '-wal', '-shm']) if (existsSync(to + ending)) renameSync(to + ending, aside + ending)
      await makeBase(to, MIGRATIONS)
    }
    await replaceBy(to, from)
    return { aside: existsSync(aside) ? aside : null }
  } catch (error) {
    throw explain(error, to)
  }
}

async function isUsable(file: string): Promise<boolean> {
  try {
    await verifyCopy(file)
    return true
  } catch (error) {
    // A base that is only busy must not be taken for a broken one.
    if (isRefusal(error)) return false
    if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(errorCode(error))) return false
    throw error
  }
}
