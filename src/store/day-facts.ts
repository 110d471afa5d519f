import { type ExpressionBuilder, sql } from 'kysely'
import type { OrderRecord } from '../domain/client.js'
import type { Colleague } from '../domain/day/asking.js'
import type { Touch } from '../domain/standing/dealings.js'
import { belongsTo } from './dealings.js'
import { orderRecord } from './records.js'
import type { Schema } from './schema.js'
import type { Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

/** A contact as far as the day must know it. */
export type FactContact = Touch & { client_id: number; text: string | null }

/** What is known of some clients that helps with a call, as it is kept. */
export interface FactRows {
  /** The last contact of each, and all of today, the newest first. */
  contacts: FactContact[]
  /** Contacts with a length of these clients, the newest few of each. */
  timed: FactContact[]
  orders: OrderRecord[]
  /** The first company of each person. */
  companies: { client_id: number; company_id: number }[]
  /** Who is at the companies: of these, and of the persons among these. */
  colleagues: (Colleague & { company_id: number })[]
}

/** So many lengths of calls tell how long they usually are. */
const TIMED_OF_ONE = 20
/** More people at the companies of one day's list are not looked through for a secretary. */
const MOST_COLLEAGUES = 2_000

const CONTACT = [
  'contact.client_id',
  'contact.at',
  'contact.channel',
  'contact.direction',
  'contact.result',
  'contact.purpose',
  'contact.minutes',
  'contact.cost_minor',
  'contact.text',
] as const

export function factQueries(db: Db, { moment }: Circumstances) {
  /** Contacts of a client up to the moment, the newest first, inside a query that goes from client to client. */
  const newest = (eb: ExpressionBuilder<Schema, 'client'>, count: number) =>
    eb
      .selectFrom('contact as own')
      .select('own.id')
      .whereRef('own.client_id', '=', 'client.id')
      .where('own.at', '<=', moment.now)
      .orderBy('own.at', 'desc')
      .orderBy('own.id', 'desc')
      .limit(count)

  const contacts = (clients: readonly number[]) =>
    db
      .selectFrom('client')
      .innerJoin('contact', (join) => join.on((eb) => eb('contact.id', 'in', newest(eb as never, 1) as never)))
      .select(CONTACT)
      .where(belongsTo('client.id', { ids: clients }))
      .unionAll(
        db
          .selectFrom('contact')
          .select(CONTACT)
          .where(belongsTo('client_id', { ids: clients }))
          .where('at', '>=', moment.startOf(moment.today))
          .where('at', '<=', moment.now),
      )
      .execute()

  const timed = (clients: readonly number[]) =>
    db
      .selectFrom('client')
      .innerJoin('contact', (join) =>
        join.on((eb) =>
          eb('contact.id', 'in', newest(eb as never, TIMED_OF_ONE).where('own.minutes', '>', 0) as never),
        ),
      )
      .select(CONTACT)
      .where(belongsTo('client.id', { ids: clients }))
      .execute()

  return {
    async of(clients: readonly number[]): Promise<FactRows> {
      if (clients.length === 0) return { contacts: [], timed: [], orders: [], companies: [], colleagues: [] }
      const orders = await db
        .selectFrom('client_order')
        .selectAll()
        .where(belongsTo('client_id', { ids: clients }))
        .where('date', '<=', moment.today)
        .orderBy('date', 'desc')
        .orderBy('id', 'desc')
        .execute()
      const links = await db
        .selectFrom('relation')
        .select(['client_id', 'company_id'])
        .where(belongsTo('client_id', { ids: clients }))
        .orderBy('id')
        .execute()
      const first = new Map<number, number>()
      for (const { client_id, company_id } of links) if (!first.has(client_id)) first.set(client_id, company_id)
      const companies = [...first].map(([client_id, company_id]) => ({ client_id, company_id }))
      const colleagues = await db
        .selectFrom('relation')
        .innerJoin('client as person', 'person.id', 'relation.client_id')
        .select([
          'relation.company_id',
          'relation.client_id',
          'person.name',
          'relation.role',
          'person.position',
          sql<string | null>`(select value from contact_point as point
            where point.client_id = person.id and point.kind = 'phone' order by point.id limit 1)`.as('phone'),
        ])
        .where(
          belongsTo('relation.company_id', { ids: [...clients, ...companies.map(({ company_id }) => company_id)] }),
        )
        .where('person.archived_at', 'is', null)
        .where((eb) => eb.or([eb('relation.role', 'is not', null), eb('person.position', 'is not', null)]))
        .orderBy('relation.id')
        .limit(MOST_COLLEAGUES)
        .execute()
      return {
        contacts: await contacts(clients),
        timed: await timed(clients),
        orders: orders.map(orderRecord),
        companies,
        colleagues,
      }
    },
  }
}
