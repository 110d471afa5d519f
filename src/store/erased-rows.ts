import { sql } from 'kysely'
import { objectOf, removalsOf, removedIn } from './journal-reading.js'
import type { Journalled } from './schema.js'
import type { Db } from './sqlite.js'
import { OWNERS } from './texts.js'

/** Rows that are erased, by table. */
export type ErasedRows = Map<string, Set<number>>

export const noteRow = (rows: ErasedRows, table: string, id: number): void => {
  const ids = rows.get(table)
  if (ids) ids.add(id)
  else rows.set(table, new Set([id]))
}

/** Is it a row of one of them, or one that ties them to others? */
export const belongsToAny = (table: string, row: Record<string, unknown>, members: ReadonlySet<number>): boolean =>
  (OWNERS[table as Journalled] ?? []).some((column) => members.has(Number(row[column])))

/** Rows that were the clients' and are no more: only removals tell of them. */
export async function noteRemovedRows(db: Db, members: ReadonlySet<number>, rows: ErasedRows): Promise<void> {
  for await (const change of removalsOf(db, Object.keys(OWNERS))) {
    const removed = removedIn(change)
    for (const values of removed.rows) {
      const row = objectOf(removed, values)
      if (belongsToAny(change.table_name, row, members)) noteRow(rows, change.table_name, Number(row.id))
    }
  }
}

/**
 * Merges with clients who were parted again. In such an operation the other one's changes hold what it had of the erased
 * one: notes joined, fields filled. So the other's part goes too, and the operation can be neither taken back nor done again.
 */
export interface Parted {
  operations: Set<number>
  others: Set<number>
}

export async function partedMerges(db: Db, members: ReadonlySet<number>): Promise<Parted> {
  const parted: Parted = { operations: new Set(), others: new Set() }
  const mergings = new Set<number>()
  for await (const change of removalsOf(db, ['merging'])) {
    const removed = removedIn(change)
    for (const values of removed.rows) {
      const { id, kept_id, gone_id } = objectOf(removed, values)
      const pair = [Number(kept_id), Number(gone_id)]
      if (!pair.some((each) => members.has(each))) continue
      mergings.add(Number(id))
      for (const each of pair) if (!members.has(each)) parted.others.add(each)
    }
  }
  if (parted.others.size === 0) return parted
  for (const id of mergings) {
    const { rows } = await sql<{ operation_id: number }>`select distinct operation_id from change
      where table_name = 'merging' and first_id <= ${id} and last_id >= ${id}`.execute(db)
    for (const { operation_id } of rows) parted.operations.add(operation_id)
  }
  return parted
}
