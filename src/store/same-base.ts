import { statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { busy, failed } from '../errors.js'
import { unique } from './migrating.js'
import type { Schema } from './schema.js'
import { checkpoint, type Db, openDatabase } from './sqlite.js'

/*
 * A base may become another one while a command is at it: a restore replaces its content, a program that synchronises folders
 * replaces the file. What was read of the one must not be written into the other (number 12 is somebody else there), nothing may
 * be written into a file that has lost its name, and nothing shown be half of this and half of that.
 */

/** Under this purpose stands a word of chance that every restore puts there anew. */
const PURPOSE = 'content'

/** Makes of a copy, which is about to become a base, a content of its own. */
export async function signAnew(draft: string): Promise<void> {
  const copy = await openDatabase(draft, { create: false })
  try {
    await copy.transaction().execute(async (inside) => {
      await inside.deleteFrom('secret').where('purpose', '=', PURPOSE).execute()
      await inside
        .insertInto('secret')
        .values({ purpose: PURPOSE, value: unique() + unique() })
        .execute()
    })
    await checkpoint(copy)
  } finally {
    await copy.destroy()
  }
}

/** Which content this is; null when it cannot be told. */
async function contentOf(db: Db): Promise<string | null> {
  try {
    const row = await db.selectFrom('secret').select('value').where('purpose', '=', PURPOSE).executeTakeFirst()
    return row?.value ?? NEW_CONTENT
  } catch {
    // A damaged base: whoever asks it something will be told.
    return null
  }
}

/** Which file bears a name; null when none does, or none that may be looked at. */
export function placeOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    return null
  }
}

export interface SameBase {
  /** Inside a write: throws when it would go into another base than the one that was read. */
  insist(inside: Db): Promise<void>
  /** At the end of a write, which may have taken long: throws when the file has lost its name. */
  insistOnPlace(): void
  /** Is it another base by now? */
  isOther(db: Db): Promise<boolean>
  /** From now on the base is meant that is there now. */
  renew(db: Db): Promise<void>
}

/** Of a base that is new, and was not restored. */
export const NEW_CONTENT = ''

/** `place`: which file was opened; null for a base in memory. `expected`: the content that was read before, where it was. */
export async function sameBase(
  db: Kysely<Schema>,
  file: string,
  { place, expected }: { place: string | null; expected?: string | undefined },
): Promise<SameBase> {
  let content = expected ?? (await contentOf(db))
  const isOtherContent = async (asked: Db): Promise<boolean> => {
    const now = await contentOf(asked)
    return content !== null && now !== null && now !== content
  }
  const replaced = () =>
    busy((words) => ({ text: words.faults.replaced(file), hint: words.faults.changedMeanwhileHint }))
  const insistOnPlace = (): void => {
    const now = placeOf(file)
    if (place === null || now === place) return
    // What is written now would go into a file that nobody finds.
    throw now === null ? failed((words) => words.faults.gone(file)) : replaced()
  }
  return {
    async insist(inside) {
      insistOnPlace()
      if (await isOtherContent(inside)) throw replaced()
    },
    insistOnPlace,
    // What was read of a base that is gone by now was of one all the same.
    isOther: async (asked) =>
      (place !== null && ![place, null].includes(placeOf(file))) || (await isOtherContent(asked)),
    async renew(asked) {
      content = await contentOf(asked)
    },
  }
}
