import type { Kysely } from 'kysely'
import { beginningStore, type Elsewhere, NOWHERE_ELSE, refuseEmptied } from './empty-file.js'
import { MIGRATIONS, type Migration } from './migrations.js'
import { baseInMemory, explain, openBase } from './opening.js'
import { openReadOnly, openWithoutRoom, readingStore } from './read-only.js'
import { NEW_CONTENT, placeOf, sameBase } from './same-base.js'
import type { Schema } from './schema.js'
import { BUSY_TIMEOUT } from './sqlite.js'
import { AT_ANY_TIME, type Circumstances } from './standing.js'
import { storeOn } from './store-on.js'
import type { Store } from './store-type.js'

export type { Queries } from './queries.js'
export { acceptCopy, restoreBase } from './restoring.js'
export type { Store, Writing, Written } from './store-type.js'
export type { UndoOutcome } from './undo.js'

export interface OpenOptions {
  /** Only for a base that is there; otherwise one is made. */
  mustExist?: boolean
  migrations?: readonly Migration[]
  /** Milliseconds to wait for another program's write before giving up. */
  wait?: number
  /** By what clients are judged, and at what moment. */
  circumstances?: Circumstances
  /** Told where the copy is that was made before a migration. */
  onCopy?: (file: string) => void
  /** Told that the base can only be read, so that the numbers of the day are not kept. */
  onUnkept?: () => void
  /** Where copies of the base may be, which tell an empty file that was one from an empty file that never was. */
  elsewhere?: Elsewhere
  /** Told that the file is empty, and at the end, that it still is. */
  onEmpty?: () => void
  onStillEmpty?: () => void
}

export async function openStore(file: string, options: OpenOptions = {}): Promise<Store> {
  const { mustExist = false, migrations = MIGRATIONS, wait, onCopy, onUnkept, circumstances = AT_ANY_TIME } = options
  const on = async (db: Kysely<Schema>, place: string | null, expected?: string): Promise<Store> => {
    const same = await sameBase(db, file, { place, expected })
    return storeOn(db, file, circumstances, wait ?? BUSY_TIMEOUT, migrations, same)
  }
  try {
    const readOnly = await openReadOnly(file, migrations)
    if (readOnly !== null) return readingStore(await on(readOnly.db, placeOf(file)), readOnly, onUnkept)
    const opening = { mustExist, migrations, wait, onCopy }
    const found = await openInPlace(file, { ...opening, fill: false }).catch(async (error: unknown) => {
      const withoutRoom = await openWithoutRoom(file, migrations, { error, wait })
      if (withoutRoom === null) throw error
      return withoutRoom
    })
    if ('disturbed' in found) return readingStore(await on(found.db, placeOf(file)), found, onUnkept)
    const { db, place } = found
    if (db !== null) return on(db, place)
    await refuseEmptied(file, options.elsewhere ?? NOWHERE_ELSE)
    options.onEmpty?.()
    const fill = async (): Promise<Store> => {
      const begun = await openInPlace(file, { ...opening, fill: true }).catch((error: unknown) => {
        throw explain(error, file)
      })
      return on(begun.db as Kysely<Schema>, begun.place, NEW_CONTENT)
    }
    return beginningStore(await on(await baseInMemory(migrations), null), fill, options.onStillEmpty)
  } catch (error) {
    throw explain(error, file)
  }
}

/** Opens the file that bears the name, and tells which one it was: it might be replaced in the very moment. */
async function openInPlace(
  file: string,
  options: Parameters<typeof openBase>[1],
): Promise<{ db: Kysely<Schema> | null; place: string | null }> {
  for (;;) {
    const before = placeOf(file)
    const db = await openBase(file, options)
    const place = placeOf(file)
    if (db === null || before === null || before === place) return { db, place }
    await db.destroy()
  }
}
