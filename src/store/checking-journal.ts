import { sql } from 'kysely'
import type { JournalFault } from '../domain/checking/finding.js'
import { JOURNALLED } from './schema.js'
import type { Db } from './sqlite.js'

interface Counted {
  id: number
  many: number
}

/** Numbers of the first operations that a condition fits, and how many there are. */
async function operationsWhere(
  db: Db,
  is: 'empty' | 'unreadable' | 'unlinked',
  from: ReturnType<typeof sql>,
): Promise<JournalFault[]> {
  const { rows } = await sql<Counted>`select id, count(*) over () as many from (${from}) order by id limit 5`.execute(
    db,
  )
  const [first] = rows
  return first === undefined ? [] : [{ is, operations: rows.map(({ id }) => id), many: first.many }]
}

/** An operation that an erasure has not touched says how many rows it changed; then the journal must hold some change of it. */
const EMPTY = sql`select id from operation where rows > 0 and erased = 0
  and not exists (select 1 from change where change.operation_id = operation.id)`

/** What cannot be taken back because what it replaced cannot be read. Only what is JSON may be asked what is in it. */
const UNREADABLE = sql`select distinct operation_id as id from change where case
  when action = 'insert' then first_id > last_id
  when body is null or not json_valid(body) then 1
  when action = 'update' then json_type(body, '$.before') is not 'object'
  else json_type(body, '$.rows') is not 'array' end`

/** What is taken back names what took it back, which says the same. */
const UNLINKED = sql`select operation.id from operation left join operation by on by.id = operation.undone_by
  where (operation.state = 'undone') <> (operation.undone_by is not null)
    or (operation.undone_by is not null and by.undoes is not operation.id)`

/**
 * The journal alone makes and removes rows, so of each table there are as many as it has written down: those made, less those
 * removed. Where a person was erased this does not hold, as the rows and what was written of them are gone.
 */
async function unaccounted(db: Db): Promise<JournalFault[]> {
  const { rows: erasures } = await sql`select 1 from tombstone union all
    select 1 from operation where erased <> 0 limit 1`.execute(db)
  if (erasures.length > 0) return []
  const { rows: noted } = await sql<{ table: string; rows: number }>`select table_name as "table",
    sum(case action when 'insert' then last_id - first_id + 1
      when 'delete' then -json_array_length(body, '$.rows') else 0 end) as rows from change group by table_name`.execute(
    db,
  )
  const wanted = new Map(noted.map(({ table, rows }) => [table, rows]))
  const faults: JournalFault[] = []
  for (const table of JOURNALLED) {
    const { rows } = await sql<{ size: number }>`select count(*) as size from ${sql.table(table)}`.execute(db)
    const difference = (rows[0]?.size ?? 0) - (wanted.get(table) ?? 0)
    if (difference !== 0)
      faults.push({ is: difference < 0 ? 'rows-missing' : 'rows-unaccounted', table, rows: Math.abs(difference) })
  }
  return faults
}

/** Looks whether the journal can still say what happened, and whether all that is there came about through it. Reads only. */
export async function journalFaults(db: Db): Promise<JournalFault[]> {
  const known = sql.join(JOURNALLED.map((table) => sql.lit(table)))
  const { rows: tables } = await sql<{ name: string }>`select distinct table_name as name from change
    where table_name not in (${known}) limit 5`.execute(db)
  const unreadable = await operationsWhere(db, 'unreadable', UNREADABLE)
  return [
    ...(await operationsWhere(db, 'empty', EMPTY)),
    ...(tables.length > 0 ? [{ is: 'unknown-table' as const, tables: tables.map(({ name }) => name) }] : []),
    ...unreadable,
    ...(await operationsWhere(db, 'unlinked', UNLINKED)),
    // What cannot be read cannot be counted.
    ...(unreadable.length > 0 ? [] : await unaccounted(db)),
  ]
}
