import { sql } from 'kysely'
import type { Filter } from '../domain/filter.js'
import type { Segment } from '../domain/segments.js'
import { conditionOf, speaksOfArchive } from './filter.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

/** A segment that is kept in the base. */
export type StoredSegment = Segment & Pick<Row<'segment'>, 'id' | 'created_at' | 'updated_at'>

/** Who was in a segment when it was looked at on a day. */
export interface Look {
  day: string
  members: number[]
}

const LOOKS_KEPT = 5

export function segmentQueries(db: Db, { moment }: Circumstances) {
  return {
    /** All that are kept, by name. */
    async all(): Promise<StoredSegment[]> {
      const rows = await db.selectFrom('segment').selectAll().orderBy('name_key').execute()
      return rows.map(({ name_key, ...row }) => ({ ...row, key: name_key }))
    },

    /**
     * How many clients pass each of these filters, in one pass over all; archived ones only where a filter speaks of them.
     */
    async sizes(filters: readonly Filter[]): Promise<number[]> {
      if (filters.length === 0) return []
      const inUse = sql<boolean>`(client.archived_at is null) is true`
      const ofArchive = filters.some(speaksOfArchive)
      let query = db
        .selectFrom('client')
        .leftJoin('standing', 'standing.client_id', 'client.id')
        .select(() =>
          filters.map((filter, index) => {
            const passes = conditionOf(filter, moment)
            const counted = ofArchive && !speaksOfArchive(filter) ? sql<boolean>`${inUse} and ${passes}` : passes
            return sql<number>`count(*) filter (where ${counted})`.as(`size${index}`)
          }),
        )
      // Said so that no index of clients in use is taken: in its order, their rows would be read back and forth.
      if (!ofArchive) query = query.where(inUse)
      const row = await query.executeTakeFirstOrThrow()
      return filters.map((_, index) => (row as Record<string, number>)[`size${index}`] ?? 0)
    },

    /** The last look on a day before this one; null when there was none. */
    async lookBefore(key: string, day: string): Promise<Look | null> {
      const row = await db
        .selectFrom('segment_look')
        .select(['day', 'members'])
        .where('name_key', '=', key)
        .where('day', '<', day)
        .orderBy('day', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? { day: row.day, members: JSON.parse(row.members) as number[] } : null
    },
  }
}

/** Notes who is in a segment on a day, in the place of an earlier look of that day; of the days up to it only the latest few are kept. */
export async function noteLook(db: Db, key: string, { day, members }: Look): Promise<void> {
  await db
    .insertInto('segment_look')
    .values({ name_key: key, day, members: JSON.stringify(members) })
    .onConflict((conflict) => conflict.columns(['name_key', 'day']).doUpdateSet({ members: JSON.stringify(members) }))
    .execute()
  const kept = db
    .selectFrom('segment_look')
    .select('id')
    .where('name_key', '=', key)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(LOOKS_KEPT)
  // Looks of later days, by a clock that was set, must not push out those of today.
  await db
    .deleteFrom('segment_look')
    .where('name_key', '=', key)
    .where('day', '<=', day)
    .where('id', 'not in', kept)
    .execute()
}
