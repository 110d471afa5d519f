import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

/** What a removal keeps: the rows, each as the values of these columns. */
export interface Removed {
  columns: string[]
  rows: unknown[][]
}

/** What a change keeps: the columns that differ. */
export interface Changed {
  before: Record<string, unknown>
  after: Record<string, unknown>
}

export const removedIn = ({ body }: Pick<Row<'change'>, 'body'>): Removed =>
  JSON.parse(body ?? '{"columns":[],"rows":[]}') as Removed

export const changedIn = ({ body }: Pick<Row<'change'>, 'body'>): Changed =>
  JSON.parse(body ?? '{"before":{},"after":{}}') as Changed

/** A row of a removal as an object. */
export const objectOf = ({ columns }: Removed, row: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column, index) => [column, row[index]]))

/** A removal may hold two thousand rows, so few are read at a time. */
const PAGE = 200

/** The journal from its beginning, a page at a time. */
export async function* journalPages(db: Db): AsyncGenerator<Row<'change'>[]> {
  for (let after = 0; ; ) {
    const page = await db.selectFrom('change').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute()
    const last = page[page.length - 1]
    if (last === undefined) return
    yield page
    after = last.id
  }
}

/** Removals of rows of these tables, one after another. */
export async function* removalsOf(db: Db, tables: readonly string[]): AsyncGenerator<Row<'change'>> {
  const ids = await db
    .selectFrom('change')
    .select('id')
    .where('table_name', 'in', [...tables])
    .where('action', '=', 'delete')
    .orderBy('id')
    .execute()
  for (const { id } of ids)
    yield await db.selectFrom('change').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
