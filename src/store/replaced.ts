import { existsSync, realpathSync, statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { failed, isRefusal } from '../errors.js'
import { lookAtFile } from './foreign.js'
import type { Schema } from './schema.js'
import { APPLICATION_ID, errorCode, identity, integrityProblems, openDatabase } from './sqlite.js'

/** The file behind a link: it is replaced, and not the link. */
export const realName = (file: string): string => (existsSync(file) ? realpathSync(file) : file)

/**
 * What stands in the place. The base of another program is refused: it is nobody's to be moved away. What is no base of any
 * kind, or one that is damaged, is broken.
 */
export async function stateOf(base: string): Promise<'nothing' | 'empty' | 'sound' | 'broken'> {
  if (!existsSync(base)) return 'nothing'
  if (statSync(base).isDirectory()) throw failed((words) => words.errors.isFolder(base))
  try {
    const found = lookAtFile(base)
    if (found === 'nothing') return 'nothing'
    if (found === 'empty') return 'empty'
  } catch (error) {
    if (!isRefusal(error) || !statSync(base).isFile()) throw error
    // SQLite would remove what lies beside an empty file, and with it the last that may be left of a base.
    if (statSync(base).size === 0) return 'empty'
  }
  return soundness(base)
}

async function soundness(base: string): Promise<'empty' | 'sound' | 'broken'> {
  let db: Kysely<Schema> | null = null
  try {
    db = await openDatabase(base, { create: false })
    const { application, tables } = await identity(db)
    if (application !== APPLICATION_ID && tables > 0)
      throw failed((words) => ({ text: words.errors.notABase(base), hint: words.errors.notABaseHint }))
    if (application !== APPLICATION_ID) return 'broken'
    if (tables === 0) return 'empty'
    return (await integrityProblems(db)).length === 0 ? 'sound' : 'broken'
  } catch (error) {
    // A base that is only busy must not be taken for a broken one.
    if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(errorCode(error))) return 'broken'
    throw error
  } finally {
    await db?.destroy().catch(() => {})
  }
}
