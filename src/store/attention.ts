import type { Attention } from '../domain/day/attention.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

export type KeptAttention = Row<'attention'>

/** So many ids in one question. */
const IN_ONE = 5_000

export function attentionQueries(db: Db) {
  return {
    /** What was done about reasons of these clients. */
    async of(clients: readonly number[]): Promise<Map<number, KeptAttention[]>> {
      const found = new Map<number, KeptAttention[]>()
      for (let from = 0; from < clients.length; from += IN_ONE) {
        const rows = await db
          .selectFrom('attention')
          .selectAll()
          .where('client_id', 'in', clients.slice(from, from + IN_ONE))
          .orderBy('id')
          .execute()
        for (const row of rows) found.set(row.client_id, [...(found.get(row.client_id) ?? []), row])
      }
      return found
    },

    one: (client: number, { about, mark }: Pick<Attention, 'about' | 'mark'>): Promise<KeptAttention | undefined> =>
      db
        .selectFrom('attention')
        .selectAll()
        .where('client_id', '=', client)
        .where('about', '=', about)
        .where('mark', '=', mark)
        .executeTakeFirst(),

    /** The instant at which a promised call with a client was last closed. */
    async lastClosedCall(client: number): Promise<string | null> {
      const row = await db
        .selectFrom('promise')
        .select('closed_at')
        .where('client_id', '=', client)
        .where('kind', '=', 'call')
        .where('closed_at', 'is not', null)
        .orderBy('closed_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.closed_at ?? null
    },
  }
}
