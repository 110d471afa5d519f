import { dirname } from 'node:path'
import { makeFolder } from '../durable.js'
import { failed, isRefusal, Refusal } from '../errors.js'
import { explain } from './explaining.js'
import { lookAtFile, lookInside, schemaProblems } from './foreign.js'
import { migrate } from './migrating.js'
import { MIGRATIONS } from './migrations.js'
import { realName, stateOf } from './replaced.js'
import { becomeBase, type Restored, type Restoring, replaceSound } from './replacing.js'
import { replaceBroken, replaceEmpty } from './replacing-broken.js'
import { signAnew } from './same-base.js'
import { checkpoint, countRows, integrityProblems, openDatabase, repage, useLog } from './sqlite.js'

export type { Restored, Restoring } from './replacing.js'

/** What a copy that is about to become the base holds. */
export interface Accepted {
  clients: number
  /** Its version of the schema before it was brought up. */
  version: number
}

/**
 * Looks at a copy of a backup through and through and brings it up to the newest schema; the backup itself is not touched.
 * `name` is how the backup is called in what is said.
 */
export async function acceptCopy(draft: string, name: string): Promise<Accepted> {
  try {
    const found = lookAtFile(draft)
    if (found === 'nothing' || found === 'empty') throw notABase(draft)
    const db = await openDatabase(draft, { create: false })
    try {
      const { version, empty } = await lookInside(db, draft)
      if (empty) throw notABase(draft)
      // The schema first: what a stranger has put there is not to be run, and looking at the whole could run it.
      const strange = await schemaProblems(db)
      if (strange.length > 0) throw unfit((words) => words.sealing.errors.strangeSchema(draft), strange)
      const damage = await integrityProblems(db)
      if (damage.length > 0) throw unfit((words) => words.errors.damaged(draft), damage)
      await migrate(db, MIGRATIONS)
      await useLog(db)
      await repage(db)
      const { rows } = await countRows(db)
      // Closing would move the log into the file and keep quiet about a disk that is full.
      await checkpoint(db)
      return { version, clients: rows.get('client') ?? 0 }
    } finally {
      await db.destroy()
    }
  } catch (error) {
    throw renamed(explain(error, draft), draft, name)
  }
}

const notABase = (file: string): Refusal =>
  failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))

const unfit = (say: (words: Parameters<Refusal['say']>[0]) => string, problems: string[]): Refusal =>
  failed((words) => ({ text: say(words), details: problems.slice(0, 20), hint: words.sealing.errors.otherBackup }))

/** What was said of the copy, said of the backup; no hint speaks of the backup as of the base. */
function renamed(error: unknown, draft: string, name: string): unknown {
  if (!isRefusal(error)) return error
  const clean = (text: string): string => text.replaceAll(draft, name)
  return new Refusal(error.exit, (words) => {
    const said = error.say(words)
    if (typeof said === 'string') return clean(said)
    const { damagedHint, notABaseHint, notABaseOfOursHint } = words.errors
    // What is said of a base that is opened does not help with a backup.
    const ofOpening = said.hint !== undefined && [damagedHint, notABaseHint, notABaseOfOursHint].includes(said.hint)
    const hint = ofOpening ? words.sealing.errors.otherBackup : said.hint
    return {
      text: clean(said.text),
      ...(said.details ? { details: said.details.map(clean) } : {}),
      ...(hint === undefined ? {} : { hint }),
    }
  })
}

/** By what stands in the place; null when that has changed meanwhile. */
const REPLACING = { nothing: becomeBase, empty: replaceEmpty, sound: replaceSound, broken: replaceBroken }

/**
 * Puts an accepted copy in the place of a base; what was there is kept beside it. A base that SQLite can still open is replaced
 * through it, so that other programs using it see the old content or the new, never a mixture; what it cannot open is moved away.
 * Killed at any moment it leaves the old base or the new one.
 */
export async function restoreBase(draft: string, to: string, restoring: Restoring): Promise<Restored> {
  try {
    const base = realName(to)
    makeFolder(dirname(base))
    await signAnew(draft)
    for (;;) {
      const state = await stateOf(base)
      const restored = await REPLACING[state](draft, base, restoring)
      if (restored !== null) return restored
    }
  } catch (error) {
    throw explain(error, to)
  }
}
