import { sql } from 'kysely'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

export function operationQueries(db: Db) {
  return {
    /** Operations, latest first; of one client, those that changed a row of its or of a client that went into it. */
    list: ({
      client,
      limit,
      offset,
    }: {
      client: number | null
      limit: number
      offset: number
    }): Promise<Row<'operation'>[]> => {
      let query = db.selectFrom('operation').selectAll().orderBy('id', 'desc').limit(limit).offset(offset)
      if (client !== null)
        query = query.where((eb) =>
          eb(
            'id',
            'in',
            eb
              .selectFrom('change')
              .select('operation_id')
              .where('client_id', '=', client)
              .union(
                eb
                  .selectFrom('change')
                  .select('operation_id')
                  .where('table_name', '=', 'client')
                  .where('first_id', '<=', client)
                  .where('last_id', '>=', client),
              )
              .union(
                eb
                  .selectFrom('change')
                  .innerJoin('merging', 'merging.gone_id', 'change.client_id')
                  .select('change.operation_id')
                  .where('merging.kept_id', '=', client),
              ),
          ),
        )
      return query.execute()
    },

    /** Rows of each table that an operation touched, by what was done. */
    async summary(id: number): Promise<{ table_name: string; action: string; rows: number }[]> {
      return db
        .selectFrom('change')
        .select([
          'table_name',
          'action',
          sql<number>`sum(case when action = 'update' then 1 else last_id - first_id + 1 end)`.as('rows'),
        ])
        .where('operation_id', '=', id)
        .groupBy(['table_name', 'action'])
        .execute()
    },
  }
}
