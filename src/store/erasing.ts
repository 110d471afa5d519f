import { sql } from 'kysely'
import type { Bearer, Sign } from '../domain/forgetting/bearer.js'
import type { Mentions } from '../domain/forgetting/mentions.js'
import type { PointKind } from '../domain/points.js'
import { bearersOf, listOf, type MutableBearer } from './bearers.js'
import { type ErasedRows, noteRow } from './erased-rows.js'
import { eraseFromJournal } from './erasing-journal.js'
import { emptyDetails } from './export-log.js'
import { ghostsLike, ghostsOf } from './ghosts.js'
import { Journal } from './journal.js'
import { changedIn, objectOf, removedIn } from './journal-reading.js'
import { cutMentions, mentionsLeft, mentionsOf } from './mentioning.js'
import type { Journalled } from './schema.js'
import { OWNED } from './schema.js'
import { compactSearch, type Db, deferForeignKeys, dropSearchOf } from './sqlite.js'
import { StaleClients } from './stale.js'
import type { Judging } from './standing.js'
import { noteSweepDue } from './sweeping.js'

/** Somebody as an erasure sees it: all numbers it has or had, and all it is or was known by. */
export interface Person {
  /** The client that was named; null of one who was erased before. */
  id: number | null
  /** Clients with rows: one, or none when only the journal has it. */
  live: number[]
  /** Clients that went into it. */
  gone: number[]
  /** Earlier entries of the same person that were taken back, which only the journal has. */
  ghosts: number[]
  members: ReadonlySet<number>
  bearers: Bearer[]
  signs: Sign[]
}

/** Who this is; null when neither the base nor the journal knows the number. */
export async function personOf(db: Db, id: number): Promise<Person | null> {
  const bearer = (await bearersOf(db, [id])).get(id) ?? null
  const ghosts = await ghostsOf(db)
  const ghost = ghosts.get(id)
  if (bearer === null && ghost === undefined) return null
  const live = bearer === null ? [] : [id]
  const gone = bearer === null ? [] : bearer.rows.map((row) => row.id).filter((each) => each !== id)
  const own = [...(bearer ? [bearer] : []), ...(ghost ? [ghost] : [])]
  ghosts.delete(id)
  const once = await formerOf(db, [id, ...gone], own)
  const shared = await sharedWith(db, new Set([id, ...gone]), own)
  const { signsToKeep } = await import('../domain/forgetting/knowing.js')
  const keep = (bearers: readonly Bearer[]): Sign[] => bearers.flatMap((each) => signsToKeep(each, { shared, once }))
  const alike = await ghostsLike(ghosts, keep(own))
  const bearers = [...own, ...alike.flatMap((each) => ghosts.get(each) ?? [])]
  const members = new Set([id, ...gone, ...alike])
  return { id, live, gone, ghosts: alike, members, bearers, signs: keep(bearers) }
}

/** Adds the names that clients had before to what they are known by; gives the contact points that they gave up. */
async function formerOf(
  db: Db,
  ids: readonly number[],
  [first]: readonly MutableBearer[],
): Promise<{ kind: PointKind; value: string }[]> {
  const once: { kind: PointKind; value: string }[] = []
  const changes = await db
    .selectFrom('change')
    .selectAll()
    .where('client_id', 'in', [...ids])
    .where('action', '<>', 'insert')
    .where('table_name', 'in', ['client', 'contact_point'])
    .orderBy('id')
    .execute()
  for (const change of changes) {
    const had =
      change.action === 'update'
        ? [changedIn(change).before, changedIn(change).after]
        : removedIn(change).rows.map((row) => objectOf(removedIn(change), row))
    for (const { name, kind, value } of had)
      if (change.table_name === 'client') {
        if (typeof name === 'string' && first && !first.names.includes(name)) first.names.push(name)
      } else if (typeof value === 'string') once.push({ kind: (kind as PointKind) ?? 'phone', value })
  }
  return once
}

/** What other clients have too, as signs. */
async function sharedWith(db: Db, members: ReadonlySet<number>, own: readonly Bearer[]): Promise<Set<string>> {
  const { isTaxField, signsOfOthers } = await import('../domain/forgetting/knowing.js')
  const others = listOf(members)
  const values = own.flatMap(({ points }) => points.map(({ value }) => value))
  const { rows: points } = await sql<{ kind: PointKind; value: string }>`select kind, value from contact_point
    where value in (${listOf(values)}) and client_id not in (${others})`.execute(db)
  const numbers = own.flatMap(({ custom }) => custom.filter(({ key }) => isTaxField(key)).map(({ value }) => value))
  const { rows: custom } = await sql<{ key: string; value: string }>`select key, value
    from custom_value join custom_field on custom_field.id = field_id
    where value in (${listOf(numbers)}) and client_id not in (${others})`.execute(db)
  return signsOfOthers({ kind: own[0]?.kind ?? 'person', points, custom })
}

/** Which rows of a table are theirs. */
const whereTheirs = (table: string, members: ReadonlySet<number>) => {
  const list = listOf(members)
  if (table === 'client') return sql`id in (${list})`
  if (table === 'relation') return sql`client_id in (${list}) or company_id in (${list})`
  if (table === 'judgement') return sql`low_id in (${list}) or high_id in (${list})`
  if (table === 'merging') return sql`kept_id in (${list}) or gone_id in (${list})`
  if (table === 'greeting')
    return sql`client_id in (${list}) or anniversary_id in (select id from anniversary where client_id in (${list}))`
  return sql`client_id in (${list})`
}

const COUNTED = ['client', ...OWNED, 'judgement', 'merging'] as const satisfies readonly Journalled[]

/** How many rows of each table are theirs; tables without any are left out. */
export async function countRows(db: Db, members: ReadonlySet<number>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of COUNTED) {
    const { rows } = await sql<{ size: number }>`select count(*) as size from ${sql.table(table)}
      where ${whereTheirs(table, members)}`.execute(db)
    if (rows[0]?.size) counts[table] = rows[0].size
  }
  return counts
}

/**
 * Erases somebody from every table, the search index and the journal, inside a write transaction. With `judging`, what is
 * computed of others is brought up to date; without, all of it is computed anew by whoever looks next. `everywhere`: what others'
 * texts say of them is cut out too, where a text can be cut.
 */
export async function erase(
  db: Db,
  person: Person,
  at: string,
  { judging, everywhere }: { judging: Judging | null; everywhere: boolean },
): Promise<{ rows: Record<string, number>; operation: number | null; mentions: Mentions; cut: number }> {
  const { members } = person
  const list = listOf(members)
  const mentions = await mentionsOf(db, person.bearers, members)
  await deferForeignKeys(db)
  const stale = judging === null ? null : new StaleClients(db, judging)
  const { rows: referrers } = await sql<{ referred_by: number }>`select referred_by from client
    where id in (${list}) and referred_by is not null and referred_by not in (${list})`.execute(db)
  for (const row of referrers) stale?.row('client', row)
  const { rows: persons } = await sql<{ client_id: number }>`select client_id from relation
    where company_id in (${list}) and client_id not in (${list})`.execute(db)
  const counts = await countRows(db, members)
  const erased = await removeRows(db, members)
  await sql`update client set referred_by = null where referred_by in (${list})`.execute(db)
  await dropSearchOf(db, [...members])
  const { cut, unsearched } = everywhere
    ? await cutMentions(db, mentions, await mentionsLeft(db, mentions, members))
    : { cut: 0, unsearched: [] }
  // Persons are found by the names of their companies too.
  const others = [...new Set([...persons.map((row) => row.client_id), ...unsearched])]
  await new Journal(db, { at, command: '' }, judging ?? NOBODY_JUDGES).reindex(others)
  await compactSearch(db)
  await eraseFromJournal(db, members, erased, mentions)
  await emptyLog(db, mentions)
  await dropLooks(db, mentions)
  await (stale === null ? db.deleteFrom('standing_model').execute() : stale.settle())
  const rows = Object.values(counts).reduce((sum, size) => sum + size, person.id === null ? cut : 0)
  const operation = person.id === null && rows === 0 ? null : await noteOperation(db, { at, id: person.id, rows })
  await noteSweepDue(db, [...members])
  return { rows: counts, operation, mentions, cut }
}

const commandOf = (id: number | null): string => `forget ${id ?? '…'}`

async function noteOperation(
  db: Db,
  { at, id, rows }: { at: string; id: number | null; rows: number },
): Promise<number> {
  const { insertId } = await db
    .insertInto('operation')
    .values({ at, command: commandOf(id), rows, state: 'done', undoes: null, undone_by: null, erased: 1 })
    .executeTakeFirstOrThrow()
  return Number(insertId)
}

/** When the client of this number was erased, an instant; null of one that was not. Its name nobody knows any more. */
export async function erasedAt(db: Db, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('operation')
    .select('at')
    .where('command', '=', commandOf(id))
    .where('erased', '=', 1)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.at ?? null
}

/** The journal is used here for the search words only, which nobody's judgement changes. */
const NOBODY_JUDGES = {} as Judging

async function removeRows(db: Db, members: ReadonlySet<number>): Promise<ErasedRows> {
  const erased: ErasedRows = new Map()
  const list = listOf(members)
  // Children before parents.
  for (const table of [...COUNTED].reverse()) {
    if (table === 'client') continue
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)}
      where ${whereTheirs(table, members)}`.execute(db)
    for (const { id } of rows) noteRow(erased, table, id)
    await sql`delete from ${sql.table(table)} where id in (${listOf(rows.map(({ id }) => id))})`.execute(db)
  }
  for (const id of members) noteRow(erased, 'client', id)
  await sql`delete from standing where client_id in (${list})`.execute(db)
  await sql`delete from day_entry where client_id in (${list})`.execute(db)
  await sql`delete from client where id in (${list})`.execute(db)
  // What was learned of names by counting them holds this one too.
  await db.deleteFrom('matching_model').execute()
  await sql`update segment_look set members =
      (select json_group_array(value) from json_each(segment_look.members) where value not in (${list}))
    where exists (select 1 from json_each(segment_look.members) where value in (${list}))`.execute(db)
  return erased
}

/** Who was in a segment is of no use when the segment is gone; one that is there is told of. */
async function dropLooks(db: Db, mentions: Mentions): Promise<void> {
  const { rows } = await sql<{ name_key: string }>`select distinct name_key from segment_look
    where name_key not in (select name_key from segment)`.execute(db)
  const named = rows.filter(({ name_key }) => mentions.in(name_key, 'filter')).map(({ name_key }) => name_key)
  await sql`delete from segment_look where name_key in (${listOf(named)})`.execute(db)
}

/** The log of what was taken out keeps its entries, without what in them names the person. */
async function emptyLog(db: Db, mentions: Mentions): Promise<void> {
  const entries = await db.selectFrom('export_log').select(['id', 'details']).where('details', 'is not', null).execute()
  await emptyDetails(
    db,
    entries.filter(({ details }) => details !== null && mentions.in(details, 'filter')).map(({ id }) => id),
  )
}
