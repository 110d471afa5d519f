import { sql } from 'kysely'
import type { Journal } from './journal.js'
import { type Journalled, REFERENCES, type Row } from './schema.js'
import type { Db } from './sqlite.js'

/** Columns whose change alone is no change of the client. */
const UNCOMPARED: ReadonlySet<string> = new Set(['updated_at'])

const CHUNK = 500

export type Body = { before: Record<string, unknown>; after: Record<string, unknown> }

export interface Obstacle {
  operation: number | null
  at: string | null
  command: string | null
  /** What stands in the way, in the base's own terms: `contact 17`. */
  what: string
}

/** The rows that an operation has made, by table as ranges of ids in order. */
export class OwnRows {
  #ranges = new Map<string, { first: number; last: number }[]>()

  constructor(inserted: readonly Row<'change'>[]) {
    for (const { table_name, first_id: first, last_id: last } of inserted) {
      const ranges = this.#ranges.get(table_name)
      if (ranges) ranges.push({ first, last })
      else this.#ranges.set(table_name, [{ first, last }])
    }
    for (const ranges of this.#ranges.values()) ranges.sort((a, b) => a.first - b.first)
  }

  of(table: string): readonly { first: number; last: number }[] {
    return this.#ranges.get(table) ?? []
  }

  has(table: string, id: number): boolean {
    const ranges = this.of(table)
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.first ?? 0) <= id) low = middle + 1
      else high = middle
    }
    return (ranges[low - 1]?.last ?? 0) >= id
  }
}

/** Operations in force that came later than this one and touched rows of a range. */
async function laterChanges(
  db: Db,
  operation: number,
  table: string,
  first: number,
  last: number,
): Promise<Obstacle[]> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('operation', 'operation.id', 'change.operation_id')
    .select(['operation.id as operation', 'operation.at', 'operation.command', 'change.table_name', 'change.first_id'])
    .where('change.table_name', '=', table)
    .where('change.action', 'in', ['update', 'delete'])
    .where('change.first_id', '>=', first)
    .where('change.first_id', '<=', last)
    .where('change.operation_id', '>', operation)
    .where('operation.state', '=', 'done')
    .where('operation.undoes', 'is', null)
    .orderBy('change.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    operation: row.operation,
    at: row.at,
    command: row.command,
    what: `${row.table_name} ${row.first_id}`,
  }))
}

/** Is there any later operation in force? When there is none, nothing can have been touched since. */
export async function anythingSince(db: Db, operation: number): Promise<boolean> {
  const row = await db
    .selectFrom('operation')
    .select('id')
    .where('id', '>', operation)
    .where('state', '=', 'done')
    .where('undoes', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Later changes of rows that the operation made. */
export async function changesOfOwn(db: Db, operation: number, own: readonly Row<'change'>[]): Promise<Obstacle[]> {
  if (!(await anythingSince(db, operation))) return []
  const found: Obstacle[] = []
  for (const { table_name, first_id, last_id } of own) {
    found.push(...(await laterChanges(db, operation, table_name, first_id, last_id)))
    if (found.length > 200) break
  }
  return found
}

/** Which operation made a row. */
const makerOf = (db: Db, table: string, id: number) =>
  db
    .selectFrom('change')
    .innerJoin('operation', 'operation.id', 'change.operation_id')
    .select(['operation.id as operation', 'operation.at', 'operation.command'])
    .where('change.table_name', '=', table)
    .where('change.action', '=', 'insert')
    .where('change.first_id', '<=', id)
    .where('change.last_id', '>=', id)
    .orderBy('change.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Rows made by others that point at rows that are to go. What the operation itself has pointed there points elsewhere again
 * once it is taken back.
 */
export async function dependants(db: Db, operation: number, own: OwnRows): Promise<Obstacle[]> {
  const found: Obstacle[] = []
  for (const { table, column, parent } of REFERENCES) {
    const targets = own.of(parent)
    const mine = own.of(table)
    for (let from = 0; from < targets.length; from += CHUNK) {
      const some = targets.slice(from, from + CHUNK)
      // Single ids as one list: where a column has no index, every row would be held against each of them.
      const single = some.flatMap(({ first, last }) => (first === last ? [first] : []))
      let query = db
        .selectFrom(table as 'contact')
        .select('id')
        .where((eb) =>
          eb.or([
            eb(sql.ref<number>(column), 'in', single),
            ...some.flatMap(({ first, last }) =>
              first === last
                ? []
                : eb.and([eb(sql.ref<number>(column), '>=', first), eb(sql.ref<number>(column), '<=', last)]),
            ),
          ]),
        )
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('change')
                .select('change.id')
                .where('change.table_name', '=', table)
                .whereRef('change.first_id', '=', sql.ref(`${table}.id`))
                .where('change.operation_id', '=', operation)
                .where('change.action', '=', 'update')
                .where('change.body', 'like', `%"${column}"%`),
            ),
          ),
        )
      // A handful of ranges is the rule; with more, rows are told apart one by one below.
      if (mine.length <= 50)
        for (const range of mine)
          query = query.where((eb) => eb.or([eb('id', '<', range.first), eb('id', '>', range.last)]))
      const rows = await query.limit(mine.length <= 50 ? 20 : 100_000).execute()
      for (const { id } of rows) {
        if (own.has(table, id)) continue
        const maker = await makerOf(db, table, id)
        found.push({
          operation: maker?.operation ?? null,
          at: maker?.at ?? null,
          command: maker?.command ?? null,
          what: `${table} ${id}`,
        })
      }
    }
  }
  return found
}

/**
 * Values that are no longer what the operation left behind. Changes come latest first, so of several changes of one
 * value by the operation itself only the last is compared; rows it created are judged elsewhere.
 */
export async function movedOn(
  db: Db,
  journal: Journal,
  operation: number,
  table: Journalled,
  {
    changes,
    compared,
    own,
    removed,
  }: {
    changes: readonly Row<'change'>[]
    compared: Set<string>
    own: OwnRows
    removed: ReadonlySet<string>
  },
): Promise<Obstacle[]> {
  const current = new Map(
    (
      await journal.rowsOf(
        table,
        changes.map(({ first_id }) => first_id),
      )
    ).map((row) => [row.id, row]),
  )
  const found: Obstacle[] = []
  for (const change of changes) {
    const id = change.first_id
    if (own.has(table, id)) continue
    const row = current.get(id)
    const { after } = JSON.parse(change.body ?? '{}') as Body
    const same = Object.keys(after).every((column) => {
      const place = `${table}.${id}.${column}`
      if (UNCOMPARED.has(column) || compared.has(place)) return true
      compared.add(place)
      return row?.[column] === after[column]
    })
    // Removed again by the operation itself: its own journal has the row.
    if (!row && removed.has(`${table}.${id}`)) continue
    if (row && same) continue
    const later = await laterChanges(db, operation, table, id, id)
    found.push(...(later.length > 0 ? later : [{ operation: null, at: null, command: null, what: `${table} ${id}` }]))
    if (found.length >= 20) break
  }
  return found
}

/** One obstacle for each operation that is in the way; those of no known operation row by row. */
export function distinct(obstacles: readonly Obstacle[]): Obstacle[] {
  const seen = new Map<string, Obstacle>()
  for (const each of obstacles) seen.set(each.operation === null ? each.what : String(each.operation), each)
  return [...seen.values()].sort((a, b) => (b.operation ?? 0) - (a.operation ?? 0))
}
