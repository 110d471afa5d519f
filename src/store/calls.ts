import { type Expression, sql } from 'kysely'
import type { CivilDate } from '../domain/calendar.js'
import type { Consent } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import type { Frequency, Sureness } from '../domain/standing/standing.js'
import { type Cell, callCircumstances, listed, refs } from './call-circumstances.js'
import { mayBeCalled } from './consents.js'
import type { Condition } from './filter/parts.js'
import { clientPasses } from './filter.js'
import { collected, type Db } from './sqlite.js'
import type { Circumstances } from './standing.js'

/** Whose reasons are asked for: clients who pass a filter, one client, or everybody. */
export interface Among {
  filter: Filter | null
  client: number | null
}

/** A client as its standing is kept, where reasons to call are looked for. */
export interface Candidate {
  client_id: number
  vip: boolean
  sort_key: string
  created_at: string
  archived: boolean
  consent: Consent | null
  paused_until: CivilDate | null
  rests_until: CivilDate | null
  waits_since: string | null
  last_contact_at: string | null
  last_answer_at: string | null
  last_order_on: CivilDate | null
  due_from: CivilDate | null
  expected_on: CivilDate | null
  late_from: CivilDate | null
  lost_from: CivilDate | null
  gap_median: number | null
  frequency: Frequency
  sureness: Sureness | null
  touch_on: CivilDate | null
  cadence_days: number | null
  spent_minor: number
  orders: number
}

const COLUMNS = [
  'client.id',
  'client.vip',
  'client.sort_key',
  'client.created_at',
  'client.archived_at',
  'client.consent',
  'standing.paused_until',
  'standing.rests_until',
  'standing.waits_since',
  'standing.last_contact_at',
  'standing.last_answer_at',
  'standing.last_order_on',
  'standing.due_from',
  'standing.expected_on',
  'standing.late_from',
  'standing.lost_from',
  'standing.gap_median',
  'standing.frequency',
  'standing.sureness',
  'standing.touch_on',
  'standing.cadence_days',
  'standing.spent_minor',
  'standing.orders',
] as const

const candidateOf = (cells: Cell[]): Candidate => ({
  client_id: cells[0] as number,
  vip: cells[1] === 1,
  sort_key: cells[2] as string,
  created_at: cells[3] as string,
  archived: cells[4] !== null,
  consent: cells[5] as Consent | null,
  paused_until: cells[6] as string | null,
  rests_until: cells[7] as string | null,
  waits_since: cells[8] as string | null,
  last_contact_at: cells[9] as string | null,
  last_answer_at: cells[10] as string | null,
  last_order_on: cells[11] as string | null,
  due_from: cells[12] as string | null,
  expected_on: cells[13] as string | null,
  late_from: cells[14] as string | null,
  lost_from: cells[15] as string | null,
  gap_median: cells[16] as number | null,
  frequency: (cells[17] ?? 'none') as Frequency,
  sureness: cells[18] as Sureness | null,
  touch_on: cells[19] as string | null,
  cadence_days: cells[20] as number | null,
  spent_minor: (cells[21] ?? 0) as number,
  orders: (cells[22] ?? 0) as number,
})

/** So many of the newest leads are looked at: who bought a base of 100,000 does not want to hear of each. */
const NEWEST_LEADS = 5_000

/** Of whom their dealings say that they are to be called. `until` is the last day that is looked at. */
export function callQueries(db: Db, { moment }: Circumstances) {
  const passing = ({ filter, client }: Among): Condition => {
    const among = filter === null ? sql<boolean>`true` : clientPasses(filter, moment)
    return client === null ? among : sql<boolean>`(client.id = ${client} and ${among})`
  }
  const touchable = sql<boolean>`client.archived_at is null and ${mayBeCalled}`
  const cellsOf = async (from: Expression<unknown>): Promise<Cell[][]> => {
    const { rows } = await sql<{ list: string }>`select ${collected(refs(COLUMNS))} as list ${from}`.execute(db)
    return JSON.parse(rows[0]?.list ?? '[]') as Cell[][]
  }

  return {
    /** Clients of whom the dealings may hold a reason, as domain/standing/calling-days tells. */
    async candidates(until: CivilDate, among: Among): Promise<Candidate[]> {
      const cells = await cellsOf(sql`from standing cross join client on client.id = standing.client_id
        where standing.call_until >= ${moment.today} and standing.call_from <= ${until}
        and ${touchable} and ${passing(among)}`)
      return cells.map(candidateOf)
    },

    /** How many candidates there are whose reasons may give so many points, archived ones and those who opted out among them. */
    async size(until: CivilDate, points = 0): Promise<number> {
      const { rows } = await sql<{ size: number }>`select count(*) as size from standing
        where call_until >= ${moment.today} and call_from <= ${until}
        and call_weight >= ${Math.max(points, 0)}`.execute(db)
      return rows[0]?.size ?? 0
    },

    /** Of all candidates so many whose reasons may give the most points. */
    async heaviest(until: CivilDate, limit: number): Promise<Candidate[]> {
      const cells = await cellsOf(sql`from (select client_id from standing
          where call_until >= ${moment.today} and call_from <= ${until}
          order by call_weight desc, client_id limit ${limit}) as chosen
        cross join standing on standing.client_id = chosen.client_id
        cross join client on client.id = chosen.client_id where ${touchable}`)
      return cells.map(candidateOf)
    },

    /** Candidates whose reasons may give so many points. */
    async heavierThan(until: CivilDate, points: number): Promise<Candidate[]> {
      const cells = await cellsOf(sql`from standing cross join client on client.id = standing.client_id
        where standing.call_until >= ${moment.today} and standing.call_from <= ${until}
        and standing.call_weight >= ${Math.max(points, 0)} and ${touchable}`)
      return cells.map(candidateOf)
    },

    /** Candidates who are VIPs, which no weight tells. */
    async vips(until: CivilDate): Promise<Candidate[]> {
      const cells = await cellsOf(sql`from client cross join standing on standing.client_id = client.id
        where client.vip = 1 and standing.call_until >= ${moment.today} and standing.call_from <= ${until}
        and ${touchable}`)
      return cells.map(candidateOf)
    },

    /** These clients, as far as they may be touched. */
    async these(ids: readonly number[], among: Among): Promise<Candidate[]> {
      if (ids.length === 0) return []
      const cells = await cellsOf(sql`from client left join standing on standing.client_id = client.id
        where client.id in (${listed(ids)}) and ${touchable} and ${passing(among)}`)
      return cells.map(candidateOf)
    },

    /** Clients who were put off, and whose day comes until then. */
    async putOff(until: CivilDate): Promise<number[]> {
      const rows = await db
        .selectFrom('attention')
        .select('client_id')
        .where('about', '=', 'call')
        .where('state', '=', 'snoozed')
        .where('snoozed_until', '<=', until)
        .execute()
      return rows.map(({ client_id }) => client_id)
    },

    /** Leads entered before today and never called, who can be reached, the newest first. */
    async freshLeads(limit: number, { filter, client }: Among): Promise<number[]> {
      const among = passing({ filter, client: null })
      const newest =
        client === null
          ? sql`(select id, consent from client where status = 'lead' and archived_at is null
              and created_at < ${moment.startOf(moment.today)} order by created_at desc, id desc limit ${NEWEST_LEADS})`
          : sql`(select id, consent from client where id = ${client} and status = 'lead' and archived_at is null
              and created_at < ${moment.startOf(moment.today)})`
      const { rows } = await sql<{ id: number }>`select client.id from ${newest} as client
        left join standing on standing.client_id = client.id
        where ${mayBeCalled} and coalesce(standing.contacts, 0) = 0 and coalesce(standing.orders, 0) = 0
        and (standing.paused_until is null or standing.paused_until <= ${moment.today})
        and exists (select 1 from contact_point where contact_point.client_id = client.id)
        and not exists (select 1 from attention where attention.client_id = client.id
          and (about = 'lead' and state <> 'snoozed' or about = 'call' and state = 'snoozed'))
        and ${among} limit ${limit}`.execute(db)
      return rows.map(({ id }) => id)
    },

    /** How many leads had their first contact today, of ours, or were skipped today. */
    async leadsDealtWith(): Promise<number> {
      const start = moment.startOf(moment.today)
      // `union` would open a place for temporary tables to tell the same ones apart, which takes longer than all the rest.
      const { rows } = await sql<{ client_id: number }>`
        select standing.client_id from standing cross join client on client.id = standing.client_id
          where standing.last_contact_at >= ${start} and standing.first_contact_at >= ${start}
          and standing.contacts_out > 0 and standing.orders = 0
          and client.status = 'lead' and client.created_at < ${start}
        union all select client_id from attention where about = 'lead' and state <> 'snoozed' and at >= ${start}
          and at <= ${moment.now}`.execute(db)
      return new Set(rows.map(({ client_id }) => client_id)).size
    },

    /** Clients in a segment whom nothing of ours reached and who ordered nothing after the day, nor were entered after it. */
    async silentSince(segment: Filter, day: CivilDate, nextDay: CivilDate, among: Among): Promise<number[]> {
      const start = moment.startOf(nextDay)
      const { rows } = await sql<{ id: number }>`select client.id from client
        left join standing on standing.client_id = client.id
        where ${touchable} and standing.cadence_days is null
        and (standing.last_contact_at is null or standing.last_contact_at < ${start})
        and (standing.last_order_on is null or standing.last_order_on <= ${day})
        and (standing.last_contact_at is not null or standing.last_order_on is not null or client.created_at < ${start})
        and ${passing({ ...among, filter: segment })}
        and ${among.filter === null ? sql`true` : clientPasses(among.filter, moment)}`.execute(db)
      return rows.map(({ id }) => id)
    },

    ...callCircumstances(db, moment),
  }
}
