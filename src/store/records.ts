import { type Anniversary, formatAnniversary } from '../domain/anniversary.js'
import type {
  ClientRecord,
  ContactRecord,
  DateRecord,
  ExpenseRecord,
  OrderRecord,
  PromiseRecord,
} from '../domain/client.js'
import type { HandleKind } from '../domain/handle.js'
import { decimalOf, moneyText } from '../domain/money.js'
import type { Model } from '../domain/standing/model.js'
import { EMPTY_STANDING, type Standing } from '../domain/standing/standing.js'
import { behavioursOn, rhythmOn, warmthOn } from '../domain/standing/state.js'
import { consentsOf } from './consents.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'
import { type Circumstances, standingsOf } from './standing.js'

export const anniversaryOf = (row: { year: number | null; month_day: string }): Anniversary => ({
  year: row.year,
  month: Number(row.month_day.slice(0, 2)),
  day: Number(row.month_day.slice(3)),
})

/** Rows by their client, in the order they come. */
export function grouped<T extends { client_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.client_id)
    if (group) group.push(row)
    else groups.set(row.client_id, [row])
  }
  return groups
}

/** Clients as JSON shows them, in no particular order: one query a table, whatever their number. `whole` false leaves out fields of one's own and what is counted. */
export async function recordsOf(
  db: Db,
  ids: readonly number[],
  circumstances: Circumstances,
  whole = true,
): Promise<ClientRecord[]> {
  if (ids.length === 0) return []
  const wanted = [...ids]
  const rows = await db.selectFrom('client').selectAll().where('id', 'in', wanted).execute()
  const points = grouped(
    await db.selectFrom('contact_point').selectAll().where('client_id', 'in', wanted).orderBy('id').execute(),
  )
  const tags = grouped(
    await db
      .selectFrom('client_tag')
      .select(['client_id', 'tag'])
      .where('client_id', 'in', wanted)
      .orderBy('tag_key')
      .execute(),
  )
  const birthdays = grouped(
    await db
      .selectFrom('anniversary')
      .select(['client_id', 'year', 'month_day'])
      .where('client_id', 'in', wanted)
      .where('occasion', '=', 'birthday')
      .where('who', 'is', null)
      .orderBy('id')
      .execute(),
  )
  const companies = grouped(
    await db
      .selectFrom('relation')
      .innerJoin('client as company', 'company.id', 'relation.company_id')
      .select(['relation.client_id', 'company.name', 'relation.role'])
      .where('relation.client_id', 'in', wanted)
      .orderBy('relation.id')
      .execute(),
  )
  const custom = grouped(
    !whole
      ? []
      : await db
          .selectFrom('custom_value')
          .innerJoin('custom_field', 'custom_field.id', 'custom_value.field_id')
          .select(['custom_value.client_id', 'custom_field.key', 'custom_value.value'])
          .where('custom_value.client_id', 'in', wanted)
          .orderBy('custom_field.id')
          .execute(),
  )
  const consents = await consentsOf(db, wanted)
  const standings = whole ? await standingsOf(db, wanted) : new Map<number, Standing>()
  return rows.map((row): ClientRecord => {
    const own = points.get(row.id) ?? []
    const birthday = birthdays.get(row.id)?.[0]
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      family_name: row.family_name,
      given_name: row.given_name,
      patronymic: row.patronymic,
      company: companies.get(row.id)?.[0]?.name ?? null,
      position: row.position,
      role: companies.get(row.id)?.[0]?.role ?? null,
      status: row.status,
      phones: own.filter(({ kind }) => kind === 'phone').map(({ value, label, typed }) => ({ value, label, typed })),
      emails: own.filter(({ kind }) => kind === 'email').map(({ value, label }) => ({ value, label })),
      handles: own
        .filter(({ kind }) => kind !== 'phone' && kind !== 'email')
        .map(({ kind, value, label }) => ({ kind: kind as HandleKind, value, label })),
      city: row.city,
      address: row.address,
      birthday: birthday ? formatAnniversary(anniversaryOf(birthday)) : null,
      source: row.source,
      tags: (tags.get(row.id) ?? []).map(({ tag }) => tag),
      owner: row.owner,
      vip: row.vip === 1,
      channel: row.channel,
      hours: row.hours,
      no_call: row.no_call,
      zone: row.zone,
      sex: row.sex,
      language: row.language,
      closeness: row.closeness,
      country: row.country,
      note: row.note,
      referred_by: row.referred_by,
      consent: row.consent,
      consent_origin: row.consent_origin,
      consent_at: row.consent_at,
      consents: consents.get(row.id) ?? [],
      verified_at: row.verified_at,
      external_id: row.external_id,
      external_system: row.external_system,
      custom: Object.fromEntries((custom.get(row.id) ?? []).map(({ key, value }) => [key, value])),
      ...standingFields(standings.get(row.id) ?? EMPTY_STANDING, circumstances),
      archived_at: row.archived_at,
      created_at: row.created_at,
      updated_at: row.updated_at,
    }
  })
}

/** What is computed, as JSON shows it. */
function standingFields(standing: Standing, { model: { currency }, moment: { today } }: Circumstances) {
  const foreign = Object.entries(JSON.parse(standing.foreign_sums ?? '{}') as Record<string, number>)
  const isInBase = standing.spent_minor !== 0 || (standing.orders > 0 && foreign.length === 0)
  const sums = [
    ...(isInBase ? [moneyText(standing.spent_minor, currency)] : []),
    ...foreign.map(([code, sum]) => moneyText(sum, code)),
  ]
  const hasMoney = isInBase || standing.cost_minor !== 0
  const money = (minor: number, known: boolean): string | null => (known ? moneyText(minor, currency) : null)
  return {
    warmth: warmthOn(standing, today),
    frequency: standing.frequency,
    rhythm: rhythmOn(standing, today),
    behaviour: behavioursOn(standing, today),
    last_contact_at: standing.last_contact_at,
    last_answer_at: standing.last_answer_at,
    contacts: standing.contacts,
    orders: standing.orders,
    spent: sums.length === 0 ? null : sums.join(' + '),
    first_order_on: standing.first_order_on,
    last_order_on: standing.last_order_on,
    next_order_on: standing.expected_on,
    touch_on: standing.touch_on,
    contacts_in: standing.contacts_in,
    contacts_out: standing.contacts_out,
    minutes: standing.minutes,
    cost: money(standing.cost_minor, hasMoney),
    margin: money(standing.spent_minor - standing.cost_minor, hasMoney),
    unpaid: money(standing.unpaid_minor, hasMoney),
    promo_share: standing.orders === 0 ? null : Math.round((100 * standing.promo_orders) / standing.orders),
    gap: standing.gap_median,
    cadence: standing.cadence_days,
    referrals: standing.referrals,
    referred_income: money(standing.referred_minor, standing.referrals > 0),
  }
}

export function orderRecord(row: Row<'client_order'>): OrderRecord {
  const money = (minor: number): string => moneyText(minor, row.currency)
  const items = JSON.parse(row.items ?? '[]') as { name: string; quantity: string; sum_minor: number | null }[]
  return {
    id: row.id,
    client_id: row.client_id,
    date: row.date,
    sum: money(row.sum_minor),
    what: row.what,
    items: items.map(({ name, quantity, sum_minor }) => ({
      name,
      quantity,
      sum: sum_minor === null ? null : money(sum_minor),
    })),
    stage: row.stage,
    cost: row.cost_minor === null ? null : money(row.cost_minor),
    promo: row.promo === 1,
    due_on: row.due_on,
    paid: money(row.paid_minor),
    external_system: row.external_system,
    external_id: row.external_id,
    created_at: row.created_at,
  }
}

export const expenseRecord = (row: Row<'expense'>): ExpenseRecord => ({
  id: row.id,
  client_id: row.client_id,
  date: row.date,
  sum: moneyText(row.sum_minor, row.currency),
  what: row.what,
  created_at: row.created_at,
})

export const promiseRecord = (row: Row<'promise'>): PromiseRecord => ({
  id: row.id,
  client_id: row.client_id,
  kind: row.kind,
  due: row.due,
  time: row.time,
  text: row.text,
  state: row.state,
  snoozed_until: row.snoozed_until,
  created_at: row.created_at,
  closed_at: row.closed_at,
  why: row.why,
})

export const dateRecord = (row: Row<'anniversary'>): DateRecord => ({
  id: row.id,
  client_id: row.client_id,
  occasion: row.occasion,
  who: row.who,
  date: formatAnniversary(anniversaryOf(row)),
  remind_days: row.remind_days,
  gift: row.gift,
})

export const contactRecord = (row: Row<'contact'>, { currency }: Pick<Model, 'currency'>): ContactRecord => ({
  id: row.id,
  client_id: row.client_id,
  at: row.at,
  channel: row.channel,
  direction: row.direction,
  result: row.result,
  purpose: row.purpose,
  minutes: row.minutes,
  cost: row.cost_minor === null ? null : decimalOf(row.cost_minor, currency),
  text: row.text,
})
