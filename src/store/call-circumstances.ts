import { type Expression, sql } from 'kysely'
import type { Moment } from '../domain/calendar.js'
import type { Attention } from '../domain/day/attention.js'
import type { Overdue } from '../domain/day/calling.js'
import { saysPaid, stageClass } from '../domain/stage.js'
import type { Touch } from '../domain/standing/dealings.js'
import { collected, type Db, literal } from './sqlite.js'

export type Cell = string | number | null

export const refs = (names: readonly string[]): Expression<unknown>[] => names.map((each) => sql.ref(each))

/** Thousands of ids are written out faster than they are bound. */
export const listed = (ids: readonly number[]): Expression<unknown> => sql.raw(ids.map(literal).join(','))

/** How a contact came about, and what was said. */
export interface ContactSaid {
  channel: string
  text: string | null
}

/** What stands around the reasons to call: payments, contacts of today, what was done about them. */
export function callCircumstances(db: Db, moment: Moment) {
  return {
    /** Orders that are past their date of payment, by client. */
    async overdue(client: number | null): Promise<Map<number, Overdue[]>> {
      const whose = client === null ? sql`true` : sql`client_id = ${client}`
      const names = ['client_id', 'id', 'due_on', 'sum_minor', 'paid_minor', 'currency', 'stage']
      const { rows } = await sql<{ list: string }>`select ${collected(refs(names))} as list from client_order
        where due_on is not null and paid_minor < sum_minor and due_on < ${moment.today}
        and date <= ${moment.today} and ${whose}`.execute(db)
      const found = new Map<number, Overdue[]>()
      for (const [owner, order, due, sum, paid, currency, stage] of JSON.parse(rows[0]?.list ?? '[]') as Cell[][]) {
        const named = typeof stage === 'string' ? stage : null
        if (saysPaid(named) || ['offer', 'cancelled'].includes(stageClass(named))) continue
        const list = found.get(Number(owner)) ?? []
        found.set(Number(owner), list)
        list.push({
          order: Number(order),
          due_on: String(due),
          left_minor: Number(sum) - Number(paid),
          currency: String(currency),
        })
      }
      return found
    },

    /** What was done about reasons of these clients. */
    async attention(ids: readonly number[]): Promise<Map<number, Attention[]>> {
      if (ids.length === 0) return new Map()
      const names = ['about', 'mark', 'state', 'snoozed_until', 'why', 'at']
      const { rows } = await sql<{ client_id: number; list: string }>`
        select client_id, ${collected(refs(names))} as list from attention
        where exists (select 1 from attention) and client_id in (${listed(ids)}) group by client_id`.execute(db)
      return new Map(rows.map(({ client_id, list }) => [client_id, (JSON.parse(list) as Cell[][]).map(attentionOf)]))
    },

    /** Contacts of today up to now, by client. */
    async touchesToday(ids: readonly number[]): Promise<Map<number, Touch[]>> {
      if (ids.length === 0) return new Map()
      const names = ['at', 'channel', 'direction', 'result', 'purpose', 'minutes']
      const { rows } = await sql<{ client_id: number; list: string }>`
        select client_id, ${collected(refs(names))} as list from contact
        where client_id in (${listed(ids)}) and at >= ${moment.startOf(moment.today)} and at <= ${moment.now}
        group by client_id`.execute(db)
      return new Map(rows.map(({ client_id, list }) => [client_id, (JSON.parse(list) as Cell[][]).map(touchOf)]))
    },

    /**
     * Of clients who wait since an instant those to whom a call or a task was promised then or later, which is open or done. What
     * came in from elsewhere with a day before that has nothing to do with it.
     */
    async promisedSince(waits: ReadonlyMap<number, string>): Promise<Set<number>> {
      if (waits.size === 0) return new Set()
      const pairs = [...waits].map(([client, since]) => `(${literal(client)},${literal(since)})`)
      const { rows } = await sql<{ client_id: number }>`
        select promise.client_id from (values ${sql.raw(pairs.join(','))}) as wanted
        cross join promise on promise.client_id = wanted.column1
        where promise.created_at >= wanted.column2 and promise.due >= substr(wanted.column2, 1, 10)
        and promise.state in ('open', 'done') and promise.kind in ('call', 'task')`.execute(db)
      return new Set(rows.map(({ client_id }) => client_id))
    },

    /** What was said in the contact of a client at an instant, by client. */
    async contactsAt(contacts: ReadonlyMap<number, string>): Promise<Map<number, ContactSaid>> {
      if (contacts.size === 0) return new Map()
      const pairs = [...contacts].map(([client, at]) => `(${literal(client)},${literal(at)})`)
      const { rows } = await sql<ContactSaid & { client_id: number }>`
        select contact.client_id, contact.channel, contact.text from (values ${sql.raw(pairs.join(','))}) as wanted
        join contact on contact.client_id = wanted.column1 and contact.at = wanted.column2
        where contact.direction = 'in' order by contact.id`.execute(db)
      return new Map(rows.map(({ client_id, channel, text }) => [client_id, { channel, text }]))
    },

    /** What was ordered, by order. */
    async orderedWhat(orders: readonly number[]): Promise<Map<number, string | null>> {
      if (orders.length === 0) return new Map()
      const { rows } = await sql<{ id: number; what: string | null }>`
        select id, what from client_order where id in (${listed(orders)})`.execute(db)
      return new Map(rows.map(({ id, what }) => [id, what]))
    },

    /** Of clients under a cadence: whether it was set by hand, and their tags by key, as written. */
    async cadencesBy(ids: readonly number[]): Promise<{ byHand: Set<number>; tags: Map<number, Map<string, string>> }> {
      const tags = new Map<number, Map<string, string>>()
      if (ids.length === 0) return { byHand: new Set(), tags }
      const hands = await sql<{ client_id: number }>`select client_id from care
        where cadence_days is not null and client_id in (${listed(ids)})`.execute(db)
      const { rows } = await sql<{ client_id: number; tag: string; tag_key: string }>`
        select client_id, tag, tag_key from client_tag where client_id in (${listed(ids)})`.execute(db)
      for (const { client_id, tag, tag_key } of rows) {
        const own = tags.get(client_id) ?? new Map<string, string>()
        tags.set(client_id, own.set(tag_key, tag))
      }
      return { byHand: new Set(hands.rows.map(({ client_id }) => client_id)), tags }
    },
  }
}

const attentionOf = ([about, mark, state, snoozed, why, at]: Cell[]): Attention => ({
  about: String(about),
  mark: String(mark),
  state: state as Attention['state'],
  snoozed_until: snoozed as string | null,
  why: why as string | null,
  at: String(at),
})

const touchOf = ([at, channel, direction, result, purpose, minutes]: Cell[]): Touch => ({
  at: String(at),
  channel: String(channel),
  direction: direction as Touch['direction'],
  result: result as string | null,
  purpose: purpose as string | null,
  minutes: minutes as number | null,
  cost_minor: null,
})
