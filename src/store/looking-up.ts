import { sql } from 'kysely'
import { sortKey } from '../domain/fold.js'
import type { Former } from '../domain/known.js'
import { type Db, literal } from './sqlite.js'

export interface LookUp {
  points: readonly string[]
  externals: readonly string[]
  /** Names of rows that have nothing else to be known by. */
  names: readonly string[]
  ids: readonly number[]
  /** Their full birthdays. */
  births?: readonly { year: number; month_day: string }[]
  /** Sort keys of all rows' names, and their cities as `fold.looseText` has them: what is asked of a crowd. */
  called?: ReadonlySet<string>
  cities?: ReadonlySet<string>
  /** Values of points of which everybody who has them is asked for. */
  borne?: ReadonlySet<string>
}

/** Of more who share a point or a name, only those that a row may speak of are looked at beside the first of them. */
const CROWD = 60

/** Takes what was found under each key: the first ones, and of a crowd's others those that `isAsked`. */
export function keepCrowd<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  isAsked: (row: Row) => boolean,
): Row[] {
  const counts = new Map<string, number>()
  return rows.filter((row) => {
    const key = keyOf(row)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= CROWD || isAsked(row)
  })
}

/** Ids of clients by the identifiers they share with rows of a file; of one that went into another, the other's. */
export interface Found {
  byPoint: Map<string, number[]>
  byExternal: Map<string, { id: number; system: string | null }[]>
  /** By the names' sort keys. */
  byName: Map<string, number[]>
  ids: number[]
  /** Born on one of the days. */
  born: number[]
}

/** More clients born on one of the days than so many for each are not looked at. */
const MOST_BORN = 5

const listed = (values: readonly (string | number)[]) => sql.raw(values.map(literal).join(','))

/** Clients with one of these full birthdays. */
export async function bornOn(db: Db, births: NonNullable<LookUp['births']>): Promise<number[]> {
  const days = sql.raw(births.map(({ month_day, year }) => `(${literal(month_day)},${literal(year)})`).join(','))
  const { rows } = await sql<{ id: number }>`select client.id from anniversary join client on client.id = client_id
    where (month_day, year) in (values ${days}) and occasion = 'birthday' and who is null and archived_at is null
    limit ${births.length * MOST_BORN}`.execute(db)
  return rows.map(({ id }) => id)
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Adds the clients into whom others went who had these outside ids, names or numbers. */
export async function findFormer(
  db: Db,
  { externals, names, ids }: Pick<LookUp, 'externals' | 'names' | 'ids'>,
  found: Found,
): Promise<void> {
  const { rows: some } = await sql`select 1 from merging limit 1`.execute(db)
  if (some.length === 0) return
  const { rows } = await sql<{
    kept_id: number
    external_id: string | null
    external_system: string | null
    sort_key: string
    kept_name: string | null
    archived: number
  }>`select kept_id, merging.external_id, merging.external_system, merging.sort_key, kept_name,
      client.archived_at is not null as archived
    from merging join client on client.id = kept_id where merging.id in (
      select id from merging where external_id in (${listed(externals)})
      union select id from merging where sort_key in (${listed(names.map(sortKey))})
      union select id from merging where gone_id in (${listed(ids)})
      union select id from merging where kept_name in (${listed(names)}))`.execute(db)
  for (const { kept_id, external_id, external_system, sort_key, kept_name, archived } of rows) {
    found.ids.push(kept_id)
    if (external_id !== null) put(found.byExternal, external_id, { id: kept_id, system: external_system })
    if (archived === 1) continue
    put(found.byName, sort_key, kept_id)
    if (kept_name !== null) put(found.byName, sortKey(kept_name), kept_id)
  }
}

/** Who went into these clients, and what they were called before. */
export async function formerOf(db: Db, ids: readonly number[]): Promise<Map<number, Former[]>> {
  const found = new Map<number, Former[]>()
  const { rows } = await sql<Omit<Former, 'id'> & { kept_id: number; gone_id: number; kept_name: string | null }>`
    select kept_id, gone_id, kind, name, external_id, external_system, created_at, kept_name
    from merging where kept_id in (${listed(ids)}) order by id`.execute(db)
  for (const { kept_id, gone_id, kept_name, ...former } of rows) {
    put(found, kept_id, { id: gone_id, ...former })
    if (kept_name !== null)
      put(found, kept_id, {
        id: null,
        kind: former.kind,
        name: kept_name,
        external_id: null,
        external_system: null,
        created_at: null,
      })
  }
  return found
}
