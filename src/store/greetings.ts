import { type Expression, sql } from 'kysely'
import type { CivilDate } from '../domain/calendar.js'
import type { DateDue } from '../domain/day/greeting.js'
import type { Links } from '../domain/day/links.js'
import type { Filter } from '../domain/filter.js'
import { celebrantQueries } from './celebrants.js'
import { consentToGreetings } from './consents.js'
import { clientPasses } from './filter.js'
import { clientsInUse, clientsToGreet, portions } from './greeting-parts.js'
import { collected, type Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

/** Which days that come back are asked for. */
export type WhichDates =
  | { is: 'on'; monthDays: readonly string[] }
  /** Of those for whom one prepares: VIPs, or with a present in mind. */
  | { is: 'prepared'; monthDays: readonly string[]; whose: 'vips' | 'with-gift' }
  | { is: 'reminded' }
  | { is: 'put-off'; until: CivilDate }
  | { is: 'of'; client: number }
  | { is: 'these'; ids: readonly number[] }

/** The first order of a client, on a day that was asked for. */
export interface FirstOrder {
  client_id: number
  on: CivilDate
  vip: boolean
  sort_key: string
}

const DATE_COLUMNS = [
  'anniversary.id',
  'anniversary.client_id',
  'client.kind',
  'client.name',
  'client.family_name',
  'client.given_name',
  'anniversary.occasion',
  'anniversary.who',
  'anniversary.month_day',
  'anniversary.year',
  'anniversary.remind_days',
  'anniversary.gift',
  'client.vip',
  'client.sort_key',
] as const

type DateValues = [
  number,
  number,
  DateDue['kind'],
  string,
  string | null,
  string | null,
  string,
  string | null,
  string,
  number | null,
  number | null,
  string | null,
  number,
  string,
  string | null,
  number,
]

function dateFrom(values: DateValues): DateDue {
  const [id, client_id, kind, name, family_name, given_name, occasion, who, month_day, year, ...rest] = values
  const [remind_days, gift, vip, sort_key, consent, wanted] = rest
  const date = { id, client_id, kind, name, family_name, given_name, occasion, who, month_day, year }
  const client = { vip: vip === 1, sort_key, opted_out: consent === 'no', wanted: wanted === 1 }
  return { ...date, ...client, remind_days, gift, greetings: [] }
}

export function greetingQueries(db: Db, { moment }: Circumstances) {
  const vips = db.selectFrom('client').select('id').where('vip', '=', sql.lit(1)).where('archived_at', 'is', null)

  const passes = (filter: Filter | null): Expression<unknown> =>
    filter ? sql`case when ${clientPasses(filter, moment)} then 1 else 0 end` : sql`1`

  return {
    /** Days that come back, of clients in use; those who said no and those whom the filter leaves out are marked. */
    async dates(which: WhichDates, filter: Filter | null): Promise<DateDue[]> {
      let query = clientsInUse(db).innerJoin('anniversary', 'anniversary.client_id', 'client.id')
      if (which.is === 'on') query = query.where('anniversary.month_day', 'in', [...which.monthDays])
      if (which.is === 'prepared') {
        query = query.where('anniversary.month_day', 'in', [...which.monthDays])
        query =
          which.whose === 'vips'
            ? query.where('anniversary.client_id', 'in', vips)
            : query.where('anniversary.gift', 'is not', null)
      }
      if (which.is === 'of') query = query.where('client.id', '=', which.client)
      if (which.is === 'these') query = query.where('anniversary.id', 'in', [...which.ids])
      if (which.is === 'reminded') query = query.where('anniversary.remind_days', 'is not', null)
      if (which.is === 'put-off')
        query = query.where('anniversary.id', 'in', (eb) =>
          eb
            .selectFrom('greeting')
            .select('anniversary_id')
            .where('snoozed_until', '<=', which.until)
            .where('state', '=', 'snoozed'),
        )
      const columns = [...DATE_COLUMNS.map((column) => sql.ref(column)), consentToGreetings, passes(filter)]
      const { rows } = await query.select(sql<string>`${collected(columns)}`.as('rows')).executeTakeFirstOrThrow()
      return (JSON.parse(rows) as DateValues[]).map(dateFrom)
    },

    /** What was done about occurrences of these dates. */
    async done(dates: readonly number[]): Promise<Map<number, DateDue['greetings']>> {
      const found = new Map<number, DateDue['greetings']>()
      for (const ids of portions(dates)) {
        const rows = await db
          .selectFrom('greeting')
          .select(['anniversary_id', 'occurs_on', 'state', 'snoozed_until'])
          .where('anniversary_id', 'in', ids)
          .execute()
        for (const { anniversary_id, ...greeting } of rows)
          found.set(anniversary_id, [...(found.get(anniversary_id) ?? []), greeting])
      }
      return found
    },

    /** What ties these clients together. */
    async links(clients: readonly number[]): Promise<Links> {
      const links: Links = { points: [], relations: [], referrals: [] }
      for (const ids of portions(clients)) {
        const points = db.selectFrom('contact_point').select(['client_id', 'value']).where('client_id', 'in', ids)
        links.points.push(...(await points.execute()))
        const relations = db.selectFrom('relation').select(['client_id', 'company_id']).where('client_id', 'in', ids)
        links.relations.push(...(await relations.execute()))
        const referrals = db.selectFrom('client').select(['id', 'referred_by']).where('referred_by', 'is not', null)
        for (const { id, referred_by } of await referrals.where('id', 'in', ids).execute())
          if (referred_by !== null) links.referrals.push({ id, referred_by })
      }
      return links
    },

    /** Clients whose first order was on one of these days; VIPs alone when so asked. */
    async firstOrders(
      days: readonly CivilDate[],
      { filter, client, vipsOnly }: { filter: Filter | null; client?: number | undefined; vipsOnly: boolean },
    ): Promise<FirstOrder[]> {
      if (days.length === 0) return []
      let query = clientsToGreet(db)
        .innerJoin('standing', 'standing.client_id', 'client.id')
        .select(['client.id', 'client.vip', 'client.sort_key', 'standing.first_order_on'])
        .where('standing.first_order_on', 'in', [...days])
      if (client !== undefined) query = query.where('client.id', '=', client)
      if (vipsOnly) query = query.where('standing.client_id', 'in', vips)
      if (filter) query = query.where(() => clientPasses(filter, moment) as never)
      return (await query.execute()).map(({ id, vip, sort_key, first_order_on }) => ({
        client_id: id,
        on: first_order_on ?? '',
        vip: vip === 1,
        sort_key,
      }))
    },

    ...celebrantQueries(db, { moment }),

    /** What was done about occasions that have no row of their own, by the client; the index knows clients alone. */
    attended: async (about: string, marks: readonly string[]) =>
      marks.length === 0
        ? []
        : db
            .selectFrom('attention')
            .select(['client_id', 'mark', 'state', 'snoozed_until'])
            .where('about', '=', about)
            .where('mark', 'in', [...marks])
            .execute(),

    /** Occasions without a row of their own that were put off and come back until a day. */
    putOff: async (until: CivilDate) =>
      db
        .selectFrom('attention')
        .select(['client_id', 'about', 'mark'])
        .where('snoozed_until', '<=', until)
        .where('state', '=', 'snoozed')
        .where('about', 'in', ['gift', 'first-order', 'holiday'])
        .execute(),
  }
}
