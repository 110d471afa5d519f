import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

/** Tables whose rows are parts of one client's card. */
export const PARTS = [
  'contact_point',
  'relation',
  'anniversary',
  'client_tag',
  'custom_value',
  'channel_consent',
] as const
export type Part = (typeof PARTS)[number]

/** The rows of many clients at once: one query a table, however many there are (up to a thousand or so). */
export function partQueries(db: Db) {
  return {
    /** These columns of clients: reading all of a wide row takes several times as long. */
    clients: <C extends keyof Row<'client'>>(
      ids: readonly number[],
      columns: readonly C[],
    ): Promise<Pick<Row<'client'>, C>[]> =>
      db
        .selectFrom('client')
        .select([...columns] as never)
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute() as unknown as Promise<Pick<Row<'client'>, C>[]>,

    /** Rows of a table that belong to these clients, in the order in which they were made. */
    of: <T extends Part>(table: T, ids: readonly number[]): Promise<Row<T>[]> =>
      db
        .selectFrom(table as 'contact_point')
        .selectAll()
        .where('client_id', 'in', [...ids])
        .orderBy('id')
        .execute() as unknown as Promise<Row<T>[]>,

    /** What was set by hand for a client; at most one row. */
    care: (client: number): Promise<Row<'care'> | undefined> =>
      db.selectFrom('care').selectAll().where('client_id', '=', client).executeTakeFirst(),

    greetings: async (anniversaryIds: readonly number[]): Promise<number[]> =>
      anniversaryIds.length === 0
        ? []
        : (
            await db
              .selectFrom('greeting')
              .select('id')
              .where('anniversary_id', 'in', [...anniversaryIds])
              .orderBy('id')
              .execute()
          ).map(({ id }) => id),
  }
}
