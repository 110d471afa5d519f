import type { ExpressionBuilder } from 'kysely'
import type { CivilDate } from '../domain/calendar.js'
import type { PromiseDue } from '../domain/day/agenda.js'
import type { Filter } from '../domain/filter.js'
import { promisesUntil } from './promises-due.js'
import { contactRecord, dateRecord } from './records.js'
import type { Row, Schema } from './schema.js'
import type { Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

/** So many entries in one question. */
const IN_ONE = 5_000

export interface DayEntry {
  number: number
  entry: string
  client_id: number
}

/** So many of the lists that were numbered last are kept. */
const LISTS_KEPT = 7

/**
 * Drops the lists but those that were made last, of whatever days: a look at another day, or a clock that stood wrong for a
 * while, must not change the numbers of today.
 */
export async function forgetOldLists(db: Db): Promise<void> {
  const lists = await db
    .selectFrom('day_entry')
    .select('day')
    .groupBy('day')
    .orderBy((each) => each.fn.max('id'), 'desc')
    .execute()
  const old = lists.slice(LISTS_KEPT).map(({ day }) => day)
  if (old.length > 0) await db.deleteFrom('day_entry').where('day', 'in', old).execute()
}

export function agendaQueries(db: Db, { moment, model }: Circumstances) {
  return {
    /** Open promises that come up until a day, of clients in use. */
    promisesUntil: (day: CivilDate, filter: Filter | null, client?: number): Promise<PromiseDue[]> =>
      promisesUntil(db, moment, day, { filter, client: client ?? null }),

    /** Those of these entries that have a number on this day. */
    async numbered(day: CivilDate, entries: readonly string[]): Promise<DayEntry[]> {
      const found: DayEntry[] = []
      for (let from = 0; from < entries.length; from += IN_ONE)
        found.push(
          ...(await db
            .selectFrom('day_entry')
            .select(['number', 'entry', 'client_id'])
            .where('day', '=', day)
            .where('entry', 'in', entries.slice(from, from + IN_ONE))
            .execute()),
        )
      return found
    },

    async dayEntries(day: CivilDate): Promise<DayEntry[]> {
      return db
        .selectFrom('day_entry')
        .select(['number', 'entry', 'client_id'])
        .where('day', '=', day)
        .orderBy('number')
        .execute()
    },

    /** The latest day, up to a day, whose entries were numbered. */
    async lastNumberedDay(until: CivilDate): Promise<CivilDate | null> {
      const row = await db
        .selectFrom('day_entry')
        .select('day')
        .where('day', '<=', until)
        .orderBy('day', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.day ?? null
    },

    promise: (id: number): Promise<Row<'promise'> | undefined> =>
      db.selectFrom('promise').selectAll().where('id', '=', id).executeTakeFirst(),

    anniversary: (id: number): Promise<Row<'anniversary'> | undefined> =>
      db.selectFrom('anniversary').selectAll().where('id', '=', id).executeTakeFirst(),

    greeting: (anniversaryId: number, occursOn: CivilDate): Promise<Row<'greeting'> | undefined> =>
      db
        .selectFrom('greeting')
        .selectAll()
        .where('anniversary_id', '=', anniversaryId)
        .where('occurs_on', '=', occursOn)
        .executeTakeFirst(),

    greetingsOf: (anniversaryId: number): Promise<Row<'greeting'>[]> =>
      db.selectFrom('greeting').selectAll().where('anniversary_id', '=', anniversaryId).execute(),

    async dates(clientId: number | null) {
      let query = db
        .selectFrom('anniversary')
        .innerJoin('client', 'client.id', 'anniversary.client_id')
        .selectAll('anniversary')
        .select('client.name')
        .orderBy('month_day')
        .orderBy('anniversary.id')
      query =
        clientId === null ? query.where('client.archived_at', 'is', null) : query.where('client_id', '=', clientId)
      return (await query.execute()).map((row) => ({ ...dateRecord(row), client: row.name }))
    },

    contact: async (id: number) => {
      const row = await db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? contactRecord(row, model) : null
    },

    async lastContacts(
      clients: readonly number[],
    ): Promise<Map<number, { at: string; channel: string; text: string | null }>> {
      if (clients.length === 0) return new Map()
      const latest = (eb: ExpressionBuilder<Schema, 'client'>) =>
        eb
          .selectFrom('contact as own')
          .select('own.id')
          .whereRef('own.client_id', '=', 'client.id')
          .orderBy('own.at', 'desc')
          .orderBy('own.id', 'desc')
          .limit(1)
      const rows = await db
        .selectFrom('client')
        .innerJoin('contact', (join) => join.on((eb) => eb('contact.id', '=', latest(eb as never) as never)))
        .select(['contact.client_id', 'contact.channel', 'contact.text', 'contact.at'])
        .where('client.id', 'in', [...clients])
        .execute()
      return new Map(rows.map((row) => [row.client_id, { at: row.at, channel: row.channel, text: row.text }]))
    },
  }
}
