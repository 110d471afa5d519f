import { sql } from 'kysely'
import { isJournalled, Journal } from './journal.js'
import { type Journalled, REFERENCES, type Row } from './schema.js'
import { type Db, deferForeignKeys } from './sqlite.js'
import type { Judging } from './standing.js'

/** Columns whose change alone is no change of the client. */
const UNCOMPARED: ReadonlySet<string> = new Set(['updated_at'])

const CHUNK = 500

type Body = { before: Record<string, unknown>; after: Record<string, unknown> }

type Operation = Row<'operation'>

export interface Obstacle {
  operation: number | null
  at: string | null
  command: string | null
  /** What stands in the way, in the base's own terms: `contact 17`. */
  what: string
}

export type UndoOutcome = { done: Operation; by: number; rows: number } | { obstacles: Obstacle[] }

/** The latest operation that is still in force and is not itself an undo. */
export const latestOperation = (db: Db): Promise<Operation | undefined> =>
  db
    .selectFrom('operation')
    .selectAll()
    .where('state', '=', 'done')
    .where('undoes', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const operationById = (db: Db, id: number): Promise<Operation | undefined> =>
  db.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirst()

/** Operations in force that came later than this one and touched rows of a range. */
async function laterChanges(
  db: Db,
  operation: number,
  table: Journalled,
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

/** Rows made by others that point into a range that is to go. */
async function dependants(db: Db, own: readonly Row<'change'>[], change: Row<'change'>): Promise<Obstacle[]> {
  const found: Obstacle[] = []
  for (const { table, column, parent } of REFERENCES) {
    if (parent !== change.table_name) continue
    const mine = own.filter((each) => each.table_name === table && each.action === 'insert')
    let query = db
      .selectFrom(table as 'contact')
      .select('id')
      .where(sql.ref<number>(column), '>=', change.first_id)
      .where(sql.ref<number>(column), '<=', change.last_id)
    // A handful of ranges is the rule; with more, rows are told apart one by one below.
    if (mine.length <= 50)
      for (const range of mine)
        query = query.where((eb) => eb.or([eb('id', '<', range.first_id), eb('id', '>', range.last_id)]))
    const rows = await query.limit(mine.length <= 50 ? 20 : 100_000).execute()
    for (const { id } of rows) {
      if (mine.some((range) => id >= range.first_id && id <= range.last_id)) continue
      const maker = await db
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
      found.push({
        operation: maker?.operation ?? null,
        at: maker?.at ?? null,
        command: maker?.command ?? null,
        what: `${table} ${id}`,
      })
    }
  }
  return found
}

/**
 * Values that are no longer what the operation left behind. Changes come latest first, so of several changes of one
 * value by the operation itself only the last is compared; rows it created are judged elsewhere.
 */
async function movedOn(
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
    own: readonly Row<'change'>[]
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
    if (isOwn(own, table, id)) continue
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

const isOwn = (own: readonly Row<'change'>[], table: string, id: number): boolean =>
  own.some((each) => each.table_name === table && id >= each.first_id && id <= each.last_id)

function removedIds(body: string | null): number[] {
  const { columns, rows } = JSON.parse(body ?? '{"columns":[],"rows":[]}') as { columns: string[]; rows: unknown[][] }
  const at = columns.indexOf('id')
  return rows.map((row) => Number(row[at]))
}

/** One obstacle for each operation that is in the way; those of no known operation row by row. */
function distinct(obstacles: readonly Obstacle[]): Obstacle[] {
  const seen = new Map<string, Obstacle>()
  for (const each of obstacles) seen.set(each.operation === null ? each.what : String(each.operation), each)
  return [...seen.values()].sort((a, b) => (b.operation ?? 0) - (a.operation ?? 0))
}

async function pagesOf(db: Db, operation: number, beforeId: number): Promise<Row<'change'>[]> {
  return db
    .selectFrom('change')
    .selectAll()
    .where('operation_id', '=', operation)
    .where('id', '<', beforeId)
    .orderBy('id', 'desc')
    .limit(CHUNK)
    .execute()
}

/**
 * Takes an operation back: created rows go, changed ones get their old values, removed ones return. Runs inside a write
 * transaction; when anything is in the way, nothing is changed and the obstacles are returned.
 * Taking back an undo puts the operation in force again.
 */
export async function undoOperation(
  db: Db,
  target: Operation,
  entry: { at: string; command: string },
  judging: Judging,
): Promise<UndoOutcome> {
  await deferForeignKeys(db)
  const journal = new Journal(db, { ...entry, undoes: target.id }, judging)
  const inserted = await db
    .selectFrom('change')
    .selectAll()
    .where('operation_id', '=', target.id)
    .where('action', '=', 'insert')
    .execute()
  const obstacles: Obstacle[] = []
  for (const change of inserted) {
    if (!isJournalled(change.table_name)) continue
    obstacles.push(...(await laterChanges(db, target.id, change.table_name, change.first_id, change.last_id)))
    obstacles.push(...(await dependants(db, inserted, change)))
  }
  const compared = new Set<string>()
  const removed = new Set<string>()
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await pagesOf(db, target.id, before)
    if (page.length === 0) break
    before = page[page.length - 1]?.id ?? 0
    for (const { table_name, action, body } of page)
      if (action === 'delete') for (const id of removedIds(body)) removed.add(`${table_name}.${id}`)
    for (const [table, changes] of byTable(page.filter(({ action }) => action === 'update')))
      obstacles.push(...(await movedOn(db, journal, target.id, table, { changes, compared, own: inserted, removed })))
    if (obstacles.length > 200) break
  }
  if (obstacles.length > 0) return { obstacles: distinct(obstacles) }

  // The journal of the undo itself must not be read as part of what is undone: pages go by the old operation's number.
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await pagesOf(db, target.id, before)
    if (page.length === 0) break
    before = page[page.length - 1]?.id ?? 0
    await takeBack(journal, page, inserted)
  }
  await journal.finish()
  const by = journal.operation
  if (by === null) return { obstacles: [{ operation: null, at: null, command: null, what: '' }] }
  await db.updateTable('operation').set({ state: 'undone', undone_by: by }).where('id', '=', target.id).execute()
  if (target.undoes !== null)
    await db.updateTable('operation').set({ state: 'done', undone_by: null }).where('id', '=', target.undoes).execute()
  const { rows } = await db.selectFrom('operation').select('rows').where('id', '=', by).executeTakeFirstOrThrow()
  return { done: target, by, rows }
}

function byTable(changes: readonly Row<'change'>[]): Map<Journalled, Row<'change'>[]> {
  const groups = new Map<Journalled, Row<'change'>[]>()
  for (const change of changes) {
    if (!isJournalled(change.table_name)) continue
    const group = groups.get(change.table_name)
    if (group) group.push(change)
    else groups.set(change.table_name, [change])
  }
  return groups
}

/** Undoes journal rows, latest first; neighbouring updates of one table go together. */
async function takeBack(
  journal: Journal,
  page: readonly Row<'change'>[],
  own: readonly Row<'change'>[],
): Promise<void> {
  let pending: { table: Journalled; patches: Map<number, Record<string, unknown>> } | null = null
  const settle = async (): Promise<void> => {
    if (pending)
      await journal.updateMany(
        pending.table,
        [...pending.patches].map(([id, patch]) => ({ id, patch })),
      )
    pending = null
  }
  for (const change of page) {
    const table = change.table_name
    if (!isJournalled(table)) continue
    if (change.action === 'update') {
      if (pending && (pending as { table: Journalled }).table !== table) await settle()
      pending ??= { table, patches: new Map() }
      const { before } = JSON.parse(change.body ?? '{}') as Body
      pending.patches.set(change.first_id, { ...pending.patches.get(change.first_id), ...before })
      continue
    }
    await settle()
    if (change.action === 'insert') await journal.removeRange(table, change.first_id, change.last_id)
    else {
      const { columns, rows } = JSON.parse(change.body ?? '{}') as { columns: string[]; rows: unknown[][] }
      const at = columns.indexOf('id')
      // What the operation had made itself was not there before it.
      const before = rows.filter((row) => !isOwn(own, table, Number(row[at])))
      if (before.length > 0) await journal.restoreRows(table, columns, before)
    }
  }
  await settle()
}
