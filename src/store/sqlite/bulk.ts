import { CompiledQuery, type Expression, sql } from 'kysely'
import { type Db, literal, name, run } from './statements.js'

/* Many rows at once: written, changed, read and put into the journal in few statements. */

/** Foreign keys are checked at the end of this transaction instead of after each statement. */
export const deferForeignKeys = (db: Db): Promise<void> => run(db, 'pragma defer_foreign_keys = on')

/**
 * One statement for many rows. Columns that are the same in all of them are said once, beside the rows, which spares
 * SQLite a third of the parsing.
 */
export function insertText(table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const first = rows[0] ?? []
  const varies = columns.map((_, index) => rows.some((row) => row[index] !== first[index]))
  const varying: number[] = []
  const selected = columns.map((_, index) => {
    if (rows.length < 2 || varies[index]) {
      varying.push(index)
      return `column${varying.length}`
    }
    return literal(first[index])
  })
  const lines: string[] = []
  for (const row of rows) {
    let line = ''
    for (const index of varying) line += line === '' ? literal(row[index]) : `,${literal(row[index])}`
    lines.push(line)
  }
  const into = `insert into ${name(table)} (${columns.map(name).join(',')})`
  if (varying.length === columns.length) return `${into} values (${lines.join('),(')})`
  return `${into} select ${selected.join(',')} from (values (${lines.join('),(')}))`
}

/** Sets the same columns of many rows, each to its own values; a row is its id followed by the values. */
export async function updateRows(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const sets = columns.map((column, index) => `${name(column)} = v.column${index + 2}`)
  const values = rows.map((row) => `(${row.map(literal).join(',')})`)
  await run(
    db,
    `update ${name(table)} set ${sets.join(',')} from (values ${values.join(',')}) as v where ${name(table)}.id = v.column1`,
  )
}

/** Several columns of each row of a group as one JSON array of arrays: far fewer objects than a row each. */
export const collected = (columns: readonly Expression<unknown>[]): Expression<string> =>
  sql<string>`json_group_array(json_array(${sql.join([...columns])}))`

/** Puts a table of this connection alone before one of the base, without the rows of these clients. */
export async function shadow(db: Db, table: string, without: readonly number[]): Promise<void> {
  const ids = without.map((id) => Math.trunc(id)).join(',')
  await run(db, `create temp table ${name(table)} as select * from main.${name(table)} where client_id not in (${ids})`)
  await run(db, `create unique index temp.shadow_client on ${name(table)} (client_id)`)
}

export const unshadow = (db: Db, table: string): Promise<void> => run(db, `drop table if exists temp.${name(table)}`)

/** The highest id a table has ever given out; ids are never given twice. */
export async function lastId(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(db)
  return rows[0]?.seq ?? 0
}

/** Copies the rows of an id range into the journal as `{columns, rows}` and removes them; returns how many there were. */
export async function archiveRange(
  db: Db,
  {
    table,
    columns,
    first,
    last,
    operation,
  }: { table: string; columns: readonly string[]; first: number; last: number; operation: number },
): Promise<number> {
  const where = `from ${name(table)} where id between ${Math.trunc(first)} and ${Math.trunc(last)}`
  const { rows } = await db.executeQuery<{ size: number }>(CompiledQuery.raw(`select count(*) as size ${where}`))
  const size = rows[0]?.size ?? 0
  if (size === 0) return 0
  const client = table === 'client' ? 'id' : columns.includes('client_id') ? 'client_id' : 'null'
  await run(
    db,
    `insert into change (operation_id, table_name, action, first_id, last_id, client_id, body)
     select ${Math.trunc(operation)}, ${literal(table)}, 'delete', min(id), max(id),
       case when min(${client}) = max(${client}) then min(${client}) end,
       json_object('columns', json(${literal(JSON.stringify(columns))}), 'rows', json_group_array(json_array(${columns.map(name).join(',')}))) ${where}`,
  )
  await run(db, `delete ${where}`)
  return size
}
