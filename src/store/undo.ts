import { isJournalled, Journal } from './journal.js'
import type { Journalled, Row } from './schema.js'
import { type Db, deferForeignKeys } from './sqlite.js'
import type { Judging } from './standing.js'
import { partedBy, touchedSince } from './undo-merging.js'
import { type Body, changesOfOwn, dependants, distinct, movedOn, type Obstacle, OwnRows } from './undo-obstacles.js'

const CHUNK = 500

type Operation = Row<'operation'>

/** `parted`: clients that are two again, of a merge that was taken back. */
export type UndoOutcome =
  | Erased
  | { done: Operation; by: number; rows: number; parted: { kept: number; gone: number } | null }
  | { obstacles: Obstacle[] }

/** An erasure, or an operation of which an erasure left nothing; `earlier` is the latest one that can be taken back. */
export interface Erased {
  erased: Operation
  isErasure: boolean
  earlier: number | null
}

/** Null of an operation that no erasure has touched, or not wholly. */
export async function erasedOutcome(db: Db, target: Operation): Promise<Erased | null> {
  if (target.erased === 0) return null
  const earlier = await db
    .selectFrom('operation')
    .select('id')
    .where('id', '<', target.id)
    .where('state', '=', 'done')
    .where('undoes', 'is', null)
    .where('erased', '=', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { erased: target, isErasure: /^forget\b/.test(target.command), earlier: earlier?.id ?? null }
}

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

function removedIds(body: string | null): number[] {
  const { columns, rows } = JSON.parse(body ?? '{"columns":[],"rows":[]}') as { columns: string[]; rows: unknown[][] }
  const at = columns.indexOf('id')
  return rows.map((row) => Number(row[at]))
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
  const own = new OwnRows(inserted)
  const obstacles: Obstacle[] = [
    ...(await touchedSince(db, target.id)),
    ...(await changesOfOwn(db, target.id, inserted)),
    ...(await dependants(db, target.id, own)),
  ]
  const compared = new Set<string>()
  const removed = new Set<string>()
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await pagesOf(db, target.id, before)
    if (page.length === 0) break
    before = page[page.length - 1]?.id ?? 0
    for (const { table_name, action, body } of page)
      if (action === 'delete') for (const id of removedIds(body)) removed.add(`${table_name}.${id}`)
    for (const [table, changes] of byTable(page.filter(({ action }) => action === 'update')))
      obstacles.push(...(await movedOn(db, journal, target.id, table, { changes, compared, own, removed })))
    if (obstacles.length > 200) break
  }
  if (obstacles.length > 0) return { obstacles: distinct(obstacles) }

  // The journal of the undo itself must not be read as part of what is undone: pages go by the old operation's number.
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await pagesOf(db, target.id, before)
    if (page.length === 0) break
    before = page[page.length - 1]?.id ?? 0
    await takeBack(journal, page, own)
  }
  await journal.finish()
  const by = journal.operation
  if (by === null) return { obstacles: [{ operation: null, at: null, command: null, what: '' }] }
  await turnRound(db, target, by)
  const { rows } = await db.selectFrom('operation').select('rows').where('id', '=', by).executeTakeFirstOrThrow()
  return { done: target, by, rows, parted: await partedBy(db, by) }
}

/** What is taken back is out of force; what it had taken back is in force again, what that had taken back is not, and so on. */
async function turnRound(db: Db, target: Operation, undoneBy: number): Promise<void> {
  let by = undoneBy
  let isUndone = true
  for (let each: Operation | undefined = target; each !== undefined; isUndone = !isUndone) {
    await db
      .updateTable('operation')
      .set(isUndone ? { state: 'undone', undone_by: by } : { state: 'done', undone_by: null })
      .where('id', '=', each.id)
      .execute()
    by = each.id
    each = each.undoes === null ? undefined : await operationById(db, each.undoes)
  }
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

interface Removed {
  table: Journalled
  columns: string[]
  rows: unknown[][]
}

/** Undoes journal rows, latest first; neighbouring updates of one table go together, and so do removals. */
async function takeBack(journal: Journal, page: readonly Row<'change'>[], own: OwnRows): Promise<void> {
  let updates: { table: Journalled; patches: Map<number, Record<string, unknown>> } | null = null
  let removals: Removed | null = null
  const settle = async (): Promise<void> => {
    const [changed, gone] = [updates, removals]
    updates = null
    removals = null
    if (changed)
      await journal.updateMany(
        changed.table,
        [...changed.patches].map(([id, patch]) => ({ id, patch })),
      )
    if (gone && gone.rows.length > 0) await journal.restoreRows(gone.table, gone.columns, inOrder(gone))
  }
  for (const change of page) {
    const table = change.table_name
    if (!isJournalled(table)) continue
    if (change.action === 'update') {
      if ((updates as { table: Journalled } | null)?.table !== table) await settle()
      updates ??= { table, patches: new Map() }
      const { before } = JSON.parse(change.body ?? '{}') as Body
      updates.patches.set(change.first_id, { ...updates.patches.get(change.first_id), ...before })
      continue
    }
    if (change.action === 'insert') {
      await settle()
      await journal.removeRange(table, change.first_id, change.last_id)
      continue
    }
    const { columns, rows } = JSON.parse(change.body ?? '{}') as { columns: string[]; rows: unknown[][] }
    const at = columns.indexOf('id')
    // What the operation had made itself was not there before it.
    const before = rows.filter((row) => !own.has(table, Number(row[at])))
    const pending = removals as Removed | null
    if (pending === null || pending.table !== table || pending.columns.join() !== columns.join()) await settle()
    removals ??= { table, columns, rows: [] }
    ;(removals as Removed).rows.push(...before)
  }
  await settle()
}

function inOrder({ columns, rows }: Removed): unknown[][] {
  const at = columns.indexOf('id')
  return rows.sort((a, b) => Number(a[at]) - Number(b[at]))
}
