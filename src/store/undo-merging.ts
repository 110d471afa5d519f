import { sql } from 'kysely'
import { type JOURNALLED, REFERENCES } from './schema.js'
import type { Db } from './sqlite.js'
import { literal } from './sqlite.js'
import { anythingSince, type Obstacle } from './undo-obstacles.js'

const CHUNK = 2_000

/** Tables of which every row is part of one client. */
const OF_CLIENT = REFERENCES.filter(({ column, parent }) => column === 'client_id' && parent === 'client').map(
  ({ table }) => table,
)

/**
 * Taking a merge back parts clients, and nobody can say to which of them belongs what was written down of the one since. So it
 * needs more than that the rows of the merge are as it left them: no operation in force may have made, changed or removed any row
 * of the kept clients. The same holds of all clients of a merge whose undo is taken back.
 */
export async function touchedSince(db: Db, operation: number): Promise<Obstacle[]> {
  const { made, undone } = await mergedBy(db, operation)
  const clients = [...new Set([...made, ...undone])]
  if (clients.length === 0 || !(await anythingSince(db, operation))) return []
  const found: Obstacle[] = []
  for (let from = 0; from < clients.length && found.length < 200; from += CHUNK) {
    const ids = sql.raw(
      clients
        .slice(from, from + CHUNK)
        .map(literal)
        .join(','),
    )
    const later = sql`operation.id > ${operation} and operation.state = 'done' and operation.undoes is null`
    const { rows } = await sql<Obstacle>`select operation.id as operation, operation.at, operation.command,
        change.table_name || ' ' || change.first_id as what
      from change join operation on operation.id = change.operation_id
      where change.client_id in (${ids}) and ${later} order by change.id limit 200`.execute(db)
    found.push(...rows)
    // Rows that were made in bulk are in the journal as ranges, whoever's they are.
    for (const table of OF_CLIENT) found.push(...(await madeInBulk(db, table, 'client_id', ids, later)))
    // Ties of the same two clients meet when a merge is brought back.
    if (undone.length > 0)
      for (const [table, column] of [
        ['relation', 'company_id'],
        ['judgement', 'low_id'],
        ['judgement', 'high_id'],
      ] as const)
        found.push(...(await madeInBulk(db, table, column, ids, later)))
  }
  return found
}

async function madeInBulk(
  db: Db,
  table: (typeof JOURNALLED)[number],
  column: string,
  ids: ReturnType<typeof sql.raw>,
  later: ReturnType<typeof sql>,
): Promise<Obstacle[]> {
  const { rows } = await sql<Obstacle>`select operation.id as operation, operation.at, operation.command,
      ${table} || ' ' || row.id as what
    from change join operation on operation.id = change.operation_id
    join ${sql.table(table)} as row on row.id between change.first_id and change.last_id
    where change.table_name = ${table} and change.action = 'insert' and ${later}
      and ${sql.ref(`row.${column}`)} in (${ids}) order by change.id limit 50`.execute(db)
  return rows
}

/** Two clients that an operation has parted; null when it parted none, or those of many merges at once: none of them is meant more than others. */
export async function partedBy(db: Db, operation: number): Promise<{ kept: number; gone: number } | null> {
  const { undone } = await mergedBy(db, operation)
  const [kept, gone] = undone
  const isOneMerge = undone.every((id, index) => index % 2 === 1 || id === kept)
  return kept === undefined || gone === undefined || !isOneMerge ? null : { kept, gone }
}

/** Clients that an operation has merged others into; and all clients of merges that it has undone. */
async function mergedBy(db: Db, operation: number): Promise<{ made: number[]; undone: number[] }> {
  const changes = await db
    .selectFrom('change')
    .select(['action', 'first_id', 'last_id', 'body'])
    .where('operation_id', '=', operation)
    .where('table_name', '=', 'merging')
    .where('action', 'in', ['insert', 'delete'])
    .execute()
  const made = new Set<number>()
  const undone: number[] = []
  for (const { action, first_id, last_id, body } of changes) {
    if (action === 'insert') {
      const rows = await db
        .selectFrom('merging')
        .select('kept_id')
        .where('id', '>=', first_id)
        .where('id', '<=', last_id)
        .execute()
      for (const { kept_id } of rows) made.add(kept_id)
      continue
    }
    const { columns, rows } = JSON.parse(body ?? '{"columns":[],"rows":[]}') as { columns: string[]; rows: number[][] }
    for (const row of rows) undone.push(...['kept_id', 'gone_id'].map((column) => row[columns.indexOf(column)] ?? 0))
  }
  return { made: [...made], undone }
}
