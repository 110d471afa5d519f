import { type Kysely, sql } from 'kysely'
import { foldWord, wordsOf } from '../domain/fold.js'
import { listOf } from './bearers.js'
import type { Candidate } from './clients.js'
import { countRows, erase, erasedAt, type Person, personOf } from './erasing.js'
import { eraseLeft, type LeftOver, leftOf, type Said } from './forgotten-before.js'
import { type HoldingCopy, holding } from './forgotten-copies.js'
import { ghostsOf } from './ghosts.js'
import { type MentionPlaces, placesOf } from './mention-places.js'
import { mentionsLeft, mentionsOf, type Quoted } from './mentioning.js'
import type { Schema } from './schema.js'
import { type Db, matchingIds, overwriteRemoved } from './sqlite.js'
import type { Judging } from './standing.js'
import { idsDue, type Swept, sweepIfDue } from './sweeping.js'
import { bury } from './tombstones.js'

/** What an erasure would take, and what it would leave. */
export interface ForgetPlan {
  id: number
  name: string
  kind: 'person' | 'company'
  /** Numbers that go with it: of clients that went into it, of earlier entries of the same person. */
  gone: number[]
  earlier: number[]
  rows: Record<string, number>
  mentions: Quoted[]
  copies: HoldingCopy[]
  /** How often data was taken out by an export since the client was made. */
  exports: number
}

export interface Forgotten {
  rows: Record<string, number>
  /** Texts of others that still speak of it, and how many were cut. */
  mentions: Quoted[]
  cut: number
  /** Null when nothing was left to do. */
  operation: number | null
  /** False: the erasure holds, and the sweep of the files is still due. */
  swept: boolean
  /** Why the files could not be swept, when it is not that another program keeps the log from being emptied. */
  trouble: string | null
}

/** How many exports there were since somebody became a client. */
async function exportsSince(db: Db, { bearers }: Person): Promise<number> {
  const since = bearers.flatMap(({ rows }) => rows.map(({ created_at }) => created_at)).sort()[0] ?? ''
  const { size } = await db
    .selectFrom('export_log')
    .select((eb) => eb.fn.countAll<number>().as('size'))
    .where('at', '>=', since)
    .where('what', 'in', ['export', 'client'])
    .executeTakeFirstOrThrow()
  return size
}

/** What forgetting a client would do; null when neither base nor journal knows the number. Changes nothing. */
async function planForgetting(
  db: Db,
  file: string,
  id: number,
  backups: readonly string[],
): Promise<ForgetPlan | null> {
  const person = await personOf(db, id)
  const [bearer] = person?.bearers ?? []
  if (person === null || bearer === undefined) return null
  const mentions = await mentionsOf(db, person.bearers, person.members)
  return {
    id,
    name: bearer.names[0] ?? '',
    kind: bearer.kind,
    gone: person.gone,
    earlier: person.ghosts,
    rows: await countRows(db, person.members),
    mentions: await mentionsLeft(db, mentions, person.members),
    copies: await holding(file, { folders: backups, files: await backupsElsewhere(db) }, person.bearers),
    exports: await exportsSince(db, person),
  }
}

/** Where backups were put, as the log of what was taken out tells. */
async function backupsElsewhere(db: Db): Promise<string[]> {
  const entries = await db.selectFrom('export_log').select('details').where('what', '=', 'backup').execute()
  return entries.flatMap(({ details }) => {
    const { target } = JSON.parse(details ?? '{}') as { target?: unknown }
    return typeof target === 'string' ? [target] : []
  })
}

/** Erases a client and sweeps the files; null when neither base nor journal knows the number. */
async function forget(
  db: Kysely<Schema>,
  id: number,
  at: string,
  { judging, everywhere }: { judging: Judging; everywhere: boolean },
  transaction: <T>(work: (inside: Db) => Promise<T>) => Promise<T>,
): Promise<Forgotten | null> {
  await overwriteRemoved(db, true)
  try {
    const erased = await transaction(async (inside) => {
      const person = await personOf(inside, id)
      if (person === null) return null
      await bury(inside, person.signs, { at, everywhere })
      return { person, ...(await erase(inside, person, at, { judging, everywhere })) }
    })
    if (erased === null) return null
    const { person, rows, operation, mentions, cut } = erased
    // Others may write again by now.
    const left = await mentionsLeft(db, mentions, person.members)
    return { rows, operation, cut, mentions: left, ...(await sweepNow(db)) }
  } finally {
    await overwriteRemoved(db, false)
  }
}

/** Cuts somebody who was erased before out of the texts that still speak of them; null when nobody erased was called so. */
async function forgetLeft(
  db: Kysely<Schema>,
  said: Said,
  at: string,
  judging: Judging,
  transaction: <T>(work: (inside: Db) => Promise<T>) => Promise<T>,
): Promise<Forgotten | null> {
  await overwriteRemoved(db, true)
  try {
    const erased = await transaction((inside) => eraseLeft(inside, said, at, judging))
    if (erased === null) return null
    const { mentions, bearers: _, ...done } = erased
    return { ...done, mentions: await mentionsLeft(db, mentions, new Set()), ...(await sweepNow(db)) }
  } finally {
    await overwriteRemoved(db, false)
  }
}

/** The erasure is committed by now, so whatever goes wrong here must not look as if nothing had been done. */
async function sweepNow(db: Kysely<Schema>): Promise<Pick<Forgotten, 'swept' | 'trouble'>> {
  try {
    return { swept: (await sweepIfDue(db)) !== 'waiting', trouble: null }
  } catch (error) {
    return { swept: false, trouble: error instanceof Error ? error.message : String(error) }
  }
}

/** By what somebody is named who is not among the clients in use; words come as their beginnings in the search index. */
export interface Aside {
  id: number | null
  words: readonly (readonly string[])[]
  points: readonly string[]
}

/** Clients in the archive, and those whom only the journal still has. */
async function findAside(db: Db, { id, words, points }: Aside): Promise<Candidate[]> {
  const reached = sql<number>`select client_id from contact_point where value in (${listOf(points)})`
  const named = words.length === 0 ? sql`(select null)` : matchingIds(words, 'name')
  const { rows } = await sql<Candidate>`select id, name, kind, city, null as phone from client
    where archived_at is not null and (id in ${named} or id in (${reached})) order by sort_key limit 20`.execute(db)
  const ghosts = [...(await ghostsOf(db))].filter(
    ([ghost, { names, points: had }]) =>
      ghost === id ||
      had.some(({ value }) => points.includes(value)) ||
      (words.length > 0 && names.some((name) => isCalled(name, words))),
  )
  return [
    ...rows,
    ...ghosts.map(([ghost, { names, kind, city }]) => ({ id: ghost, name: names[0] ?? '', kind, city, phone: null })),
  ].slice(0, 20)
}

function isCalled(name: string, words: Aside['words']): boolean {
  const own = wordsOf(name).map(foldWord)
  return words.every((beginnings) => own.some((word) => beginnings.some((each) => `${word} `.startsWith(each))))
}

/** Forgetting as the store offers it. */
export interface Forgetting {
  /** Null when neither the base nor the journal knows the number. `backups`: folders in which there may be copies. */
  plan(id: number, backups: readonly string[]): Promise<ForgetPlan | null>
  /** Erases a client; it cannot be taken back. `everywhere`: also out of what others' texts say. */
  forget(id: number, at: string, everywhere: boolean): Promise<Forgotten | null>
  /** Where mentions stand, for people; so many of each kind. */
  places(mentions: readonly Quoted[], most: number): Promise<MentionPlaces>
  /** When the client of this number was erased, an instant; null when it was not. */
  erasedAt(id: number): Promise<string | null>
  /** What still speaks of somebody who was erased before; null when nobody erased was called so. */
  left(said: Said): Promise<LeftOver | null>
  /** Cuts that out, as `forget` with `everywhere` does. */
  forgetLeft(said: Said, at: string): Promise<Forgotten | null>
  /** Whoever is named so and is in the archive, or only in the journal. */
  aside(query: Aside): Promise<Candidate[]>
  /** Finishes an erasure that could not empty the log; `ids` are those who were erased by it. */
  sweep(): Promise<{ swept: Swept; ids: number[] }>
}

export const forgettingOn = (
  db: Kysely<Schema>,
  file: string,
  judging: Judging,
  {
    guarded,
    transaction,
  }: {
    guarded: <T>(work: () => Promise<T>) => Promise<T>
    transaction: <T>(work: (inside: Db) => Promise<T>) => Promise<T>
  },
): Forgetting => ({
  plan: (id, backups) => guarded(() => planForgetting(db, file, id, backups)),
  forget: (id, at, everywhere) => guarded(() => forget(db, id, at, { judging, everywhere }, transaction)),
  places: (mentions, most) => guarded(() => placesOf(db, mentions, most)),
  erasedAt: (id) => guarded(() => erasedAt(db, id)),
  left: (said) => guarded(() => leftOf(db, said)),
  forgetLeft: (said, at) => guarded(() => forgetLeft(db, said, at, judging, transaction)),
  aside: (query) => guarded(() => findAside(db, query)),
  sweep: () =>
    guarded(async () => {
      const ids = (await idsDue(db)) ?? []
      return { swept: await sweepIfDue(db), ids }
    }),
})
