import type { Bearer } from '../domain/forgetting/bearer.js'
import { erase, type Person } from './erasing.js'
import { mentionsLeft, mentionsOf, type Quoted } from './mentioning.js'
import type { Db } from './sqlite.js'
import type { Judging } from './standing.js'
import { gravesIn, noteEverywhere } from './tombstones.js'

/** A name or addresses that somebody says of a person who was erased before. */
export type Said = Pick<Bearer, 'names' | 'points'>

/** What others' texts say of somebody who was erased before. */
export interface LeftOver {
  /** The instant of the erasure. */
  at: string
  mentions: Quoted[]
}

/** Who this was; only hashes are left of them, so it is what was said now that texts are searched for. */
async function erasedBefore(db: Db, said: Said): Promise<{ person: Person; persons: number[]; at: string } | null> {
  const graves = await gravesIn(db)
  if (graves === null) return null
  for (const kind of ['person', 'company'] as const) {
    const [latest, ...others] = graves.called({ kind, ...said })
    if (latest === undefined) continue
    const bearer: Bearer = { kind, ...said, city: null, birthday: null, externals: [], custom: [], rows: [] }
    const person: Person = {
      id: null,
      live: [],
      gone: [],
      ghosts: [],
      members: new Set(),
      bearers: [bearer],
      signs: [],
    }
    return { person, persons: [latest, ...others].map((each) => each.person), at: latest.at }
  }
  return null
}

/** What still speaks of somebody who was erased before; null when nobody erased was called so. Changes nothing. */
export async function leftOf(db: Db, said: Said): Promise<LeftOver | null> {
  const before = await erasedBefore(db, said)
  if (before === null) return null
  const { members, bearers } = before.person
  return { at: before.at, mentions: await mentionsLeft(db, await mentionsOf(db, bearers, members), members) }
}

/** Cuts it out, inside a write transaction, and notes that it is: a backup of before does not bring it back. */
export async function eraseLeft(
  db: Db,
  said: Said,
  at: string,
  judging: Judging,
): Promise<(Awaited<ReturnType<typeof erase>> & Pick<Person, 'bearers'>) | null> {
  const before = await erasedBefore(db, said)
  if (before === null) return null
  await noteEverywhere(db, before.persons, before.at)
  return { bearers: before.person.bearers, ...(await erase(db, before.person, at, { judging, everywhere: true })) }
}
