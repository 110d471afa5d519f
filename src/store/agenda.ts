import type { ExpressionBuilder } from 'kysely'
import type { AnniversaryDue, PromiseDue } from '../domain/agenda.js'
import { monthDaysNear } from '../domain/anniversary.js'
import type { CivilDate } from '../domain/calendar.js'
import type { Filter } from '../domain/filter.js'
import { clientPasses } from './filter.js'
import { anniversaryOf, contactRecord, dateRecord, promiseRecord } from './records.js'
import type { Row, Schema } from './schema.js'
import type { Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

export interface DayEntry {
  number: number
  entry: string
  client_id: number
}

export function agendaQueries(db: Db, { moment, model }: Circumstances) {
  return {
    /** Open promises that come up until a day, of clients in use. */
    async promisesUntil(day: CivilDate, filter: Filter | null): Promise<PromiseDue[]> {
      let query = db
        .selectFrom('promise')
        .innerJoin('client', 'client.id', 'promise.client_id')
        .selectAll('promise')
        .select(['client.vip', 'client.sort_key'])
        .where('promise.state', '=', 'open')
        .where('promise.shown_on', '<=', day)
        .where('client.archived_at', 'is', null)
        .orderBy('promise.shown_on')
        .orderBy('promise.id')
      if (filter) query = query.where(() => clientPasses(filter, moment) as never)
      return (await query.execute()).map((row) => ({
        ...promiseRecord(row),
        shown_on: row.shown_on,
        vip: row.vip === 1,
        sort_key: row.sort_key,
      }))
    },

    /** Days to keep near today, with what was already done about them. */
    async anniversariesNear(
      today: CivilDate,
      span: { ahead: number; belated: number },
      filter: Filter | null,
    ): Promise<AnniversaryDue[]> {
      const dated = () => {
        const query = db
          .selectFrom('anniversary')
          .innerJoin('client', 'client.id', 'anniversary.client_id')
          .selectAll('anniversary')
          .select(['client.vip', 'client.sort_key'])
          .where('client.archived_at', 'is', null)
        return filter ? query.where(() => clientPasses(filter, moment) as never) : query
      }
      // Three questions, each with an index of its own; asked in one they would read the whole table.
      const near = await dated().where('anniversary.month_day', 'in', monthDaysNear(today, span)).execute()
      const reminded = await dated().where('anniversary.remind_days', 'is not', null).execute()
      // A greeting put off may come up on a day that is no longer near the date itself.
      const snoozed = await dated()
        .innerJoin('greeting', 'greeting.anniversary_id', 'anniversary.id')
        .where('greeting.snoozed_until', '<=', today)
        .where('greeting.state', '=', 'snoozed')
        .execute()
      const rows = [...new Map([...near, ...reminded, ...snoozed].map((row) => [row.id, row])).values()]
      const greetings = new Map<number, Row<'greeting'>[]>()
      for (let from = 0; from < rows.length; from += 5000) {
        const chunk = rows.slice(from, from + 5000).map(({ id }) => id)
        const kept = await db.selectFrom('greeting').selectAll().where('anniversary_id', 'in', chunk).execute()
        for (const greeting of kept)
          greetings.set(greeting.anniversary_id, [...(greetings.get(greeting.anniversary_id) ?? []), greeting])
      }
      return rows.map((row) => ({
        id: row.id,
        client_id: row.client_id,
        occasion: row.occasion,
        who: row.who,
        anniversary: anniversaryOf(row),
        remind_days: row.remind_days,
        vip: row.vip === 1,
        sort_key: row.sort_key,
        greetings: (greetings.get(row.id) ?? []).map(({ occurs_on, state, snoozed_until }) => ({
          occurs_on,
          state,
          snoozed_until,
        })),
      }))
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
