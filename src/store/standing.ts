import { sql } from 'kysely'
import type { Moment } from '../domain/calendar.js'
import { asOf } from '../domain/standing/as-of.js'
import { standingOf } from '../domain/standing/compute.js'
import { type Dealings, NO_DEALINGS } from '../domain/standing/dealings.js'
import { DEFAULT_MODEL, fingerprintOf, type Model } from '../domain/standing/model.js'
import { EMPTY_STANDING, STANDING_KEYS, type Standing } from '../domain/standing/standing.js'
import { dealingsOf, latestOn, type Whose } from './dealings.js'
import { type Db, insertText, literal, runBatch, shadow, unshadow } from './sqlite.js'

/** By what clients are judged, and the moment they are looked at. */
export interface Circumstances {
  model: Model
  moment: Moment
  /** Told when so many clients are computed anew that it takes long, and how many they are. */
  onRecompute?: (clients: number) => void
}

/** What computing needs of the circumstances. */
export type Judging = Pick<Circumstances, 'model' | 'onRecompute'>

/** For opening a base where nothing that depends on the day is asked. */
export const AT_ANY_TIME: Circumstances = {
  model: DEFAULT_MODEL,
  moment: { today: '9999-12-31', now: '9999-12-31T23:59:59Z', startOf: (date) => `${date}T00:00:00Z` },
}

/** How many clients are computed at a time, so that memory does not grow with the base. */
export const PORTION = 2_000
/** Of all clients more at a time, because the file is read through for each portion. */
const PORTION_OF_ALL = 5_000
const ROWS_PER_STATEMENT = 500
/** From so many clients on, computing all takes seconds. */
const MANY = 20_000

export const COLUMNS = ['client_id', ...STANDING_KEYS, 'latest_on'] as const

export const withTags = ({ cadences }: Model): boolean => Object.keys(cadences).length > 0

/** The row of a client, or null when it stands at nothing. */
function rowOf(client: number, dealings: Dealings, model: Model): unknown[] | null {
  const standing = standingOf(dealings, model)
  const latest = latestOn(dealings)
  if (latest === null && STANDING_KEYS.every((key) => standing[key] === EMPTY_STANDING[key])) return null
  return [client, ...STANDING_KEYS.map((key) => standing[key]), latest]
}

async function insertRows(db: Db, rows: readonly (readonly unknown[])[]): Promise<void> {
  const statements: string[] = []
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    statements.push(insertText('standing', COLUMNS, rows.slice(from, from + ROWS_PER_STATEMENT)))
  await runBatch(db, statements)
}

/** The rows of these clients; of those who stand at nothing there is none. */
export function rowsFrom(dealings: ReadonlyMap<number, Dealings>, model: Model): unknown[][] {
  const rows: unknown[][] = []
  for (const [client, each] of dealings) {
    const row = rowOf(client, each, model)
    if (row) rows.push(row)
  }
  return rows
}

/** Computes portions of clients: while one is being computed, the database writes the one before and reads the next. */
async function computeIn(db: Db, portions: readonly Whose[], model: Model): Promise<void> {
  const read = (whose: Whose | undefined): Promise<Map<number, Dealings>> | null =>
    whose === undefined ? null : dealingsOf(db, whose, withTags(model))
  let coming = read(portions[0])
  let written: Promise<void> = Promise.resolve()
  try {
    for (let index = 1; coming !== null; index += 1) {
      const dealings: ReadonlyMap<number, Dealings> = await coming
      coming = read(portions[index])
      // Both are looked at in the next round; until then nobody must call them unhandled.
      coming?.catch(() => {})
      const rows = rowsFrom(dealings, model)
      await written
      written = insertRows(db, rows)
      written.catch(() => {})
    }
  } finally {
    // Whatever ends it early, nothing may still be writing when the transaction is taken back.
    await written.catch(() => {})
  }
  await written
}

/** Computes the standings of these clients anew from all that is known of them. */
export async function recompute(db: Db, clients: readonly number[], model: Model): Promise<void> {
  const portions: { ids: readonly number[] }[] = []
  for (let from = 0; from < clients.length; from += PORTION) portions.push({ ids: clients.slice(from, from + PORTION) })
  for (const { ids } of portions)
    await sql`delete from standing where client_id in (${sql.raw(ids.map(literal).join(','))})`.execute(db)
  await computeIn(db, portions, model)
}

/** Computes all standings anew and notes by which model. */
export async function recomputeAll(db: Db, { model, onRecompute }: Judging): Promise<void> {
  await db.deleteFrom('standing').execute()
  await computeIn(db, await everybody(db, onRecompute), model)
  await db.deleteFrom('standing_model').execute()
  await db
    .insertInto('standing_model')
    .values({ id: 1, fingerprint: fingerprintOf(model) })
    .execute()
}

/** All clients in portions, in the order of their ids. */
export async function everybody(db: Db, onRecompute: Judging['onRecompute']): Promise<Whose[]> {
  const { last, size } = await db
    .selectFrom('client')
    .select((eb) => [eb.fn.max('id').as('last'), eb.fn.countAll<number>().as('size')])
    .executeTakeFirstOrThrow()
  const portions: Whose[] = []
  for (let first = 1; first <= (last ?? 0); first += PORTION_OF_ALL)
    portions.push({ first, last: first + PORTION_OF_ALL - 1 })
  if (size >= MANY) onRecompute?.(size)
  return portions
}

/** Were the standings computed by this model? */
export async function isOfModel(db: Db, model: Model): Promise<boolean> {
  const row = await db.selectFrom('standing_model').select('fingerprint').where('id', '=', 1).executeTakeFirst()
  return row?.fingerprint === fingerprintOf(model)
}

/** Clients of whom something lies after the moment; it has not happened yet. */
async function aheadOf(db: Db, { now, today }: Moment): Promise<number[]> {
  // `union all`: to tell the same ones apart the database would open a place for temporary tables, every time.
  const { rows } = await sql<{ client_id: number }>`
    select client_id from standing where last_contact_at > ${now}
    union all select client_id from standing where latest_on > ${today}`.execute(db)
  return [...new Set(rows.map(({ client_id }) => client_id))]
}

/**
 * Makes standings be those of the moment for the reads that follow: what lies after it is left out of account. Kept
 * standings know of everything, so for the few clients who are ahead of the moment others are put before them, which
 * only this connection sees.
 */
export async function lookFrom(db: Db, { model, moment }: Circumstances): Promise<void> {
  const ahead = await aheadOf(db, moment)
  if (ahead.length === 0) return
  try {
    await shadow(db, 'standing', ahead)
    for (let from = 0; from < ahead.length; from += PORTION) {
      const dealings = await dealingsAt(db, ahead.slice(from, from + PORTION), { model, moment })
      await insertRows(db, rowsFrom(dealings, model))
    }
  } catch (error) {
    // Half of them before the kept ones would be read, or even written, as if they were those.
    await lookFromNowhere(db).catch(() => {})
    throw error
  }
}

/** Back to the kept standings, before anything is written. */
export const lookFromNowhere = (db: Db): Promise<void> => unshadow(db, 'standing')

/** The dealings with these clients up to the moment; everybody asked for is there. */
export async function dealingsAt(
  db: Db,
  ids: readonly number[],
  { model, moment }: Circumstances,
): Promise<Map<number, Dealings>> {
  const found = await dealingsOf(db, { ids }, withTags(model))
  return new Map(ids.map((id) => [id, asOf(found.get(id) ?? NO_DEALINGS, moment)]))
}

/** The standings of these clients; one without dealings has none. */
export async function standingsOf(db: Db, ids: readonly number[]): Promise<Map<number, Standing>> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('client_id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.client_id, row]))
}

export function standingQueries(db: Db, circumstances: Circumstances) {
  return {
    of: (ids: readonly number[]): Promise<Map<number, Standing>> => standingsOf(db, ids),
    dealings: (ids: readonly number[]): Promise<Map<number, Dealings>> => dealingsAt(db, ids, circumstances),
  }
}
