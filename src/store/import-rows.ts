import { formatAnniversary } from '../domain/anniversary.js'
import { bareContact } from '../domain/diary.js'
import { type Draft, type DraftDate, VALUE_KEYS } from '../domain/draft.js'
import { sortKey } from '../domain/fold.js'
import { roundedMinor } from '../domain/order-rows/money.js'
import { tagKeyOf } from '../domain/text.js'
import { CONSENT_COLUMNS, consentRow } from './consents.js'
import { searchRow } from './journal.js'
import { ORDER_COLUMNS } from './order-rows.js'
import type { Journalled } from './schema.js'
import type { SearchRow } from './sqlite.js'

/** A client to be made: its row, and the id and links that were decided. */
export interface Creation {
  id: number
  draft: Draft
  companies: { id: number; name: string; role: string | null }[]
}

/** Rows of one table without their ids, which are given when they are put into SQL; only clients bring theirs. */
export interface TableRows {
  table: Journalled
  columns: string[]
  values: unknown[][]
}

export const monthDay = ({ anniversary }: DraftDate): string =>
  formatAnniversary({ ...anniversary, year: null }).slice(2)

/** A cost in the base currency, rounded when it comes from a base whose currency has more digits. */
const minor = (cost: string | null, currency: string): number | null =>
  cost === null ? null : roundedMinor(cost, currency)

export const CONTACT_COLUMNS = [
  'client_id',
  'at',
  'channel',
  'direction',
  'result',
  'purpose',
  'minutes',
  'cost_minor',
  'text',
] as const

export const contactRow = (client: number, each: Draft['history'][number], currency: string): unknown[] => [
  client,
  each.at,
  each.channel,
  each.direction,
  each.result,
  each.purpose,
  each.minutes,
  minor(each.cost, currency),
  each.text,
]

/** The rows of the tables of orders, costs and what was set by hand. */
export const orderRow = (client: number, order: Draft['purchases'][number]): unknown[] =>
  ORDER_COLUMNS.map((column) => (column === 'client_id' ? client : order[column]))

export const EXPENSE_COLUMNS = ['client_id', 'date', 'sum_minor', 'currency', 'what', 'created_at'] as const

export const expenseRow = (client: number, each: Draft['expenses'][number]): unknown[] => [
  client,
  each.date,
  each.sum_minor,
  each.currency,
  each.what,
  each.created_at,
]

export const CARE_COLUMNS = [
  'client_id',
  'warmth',
  'warmth_until',
  'warmth_reason',
  'cadence_days',
  'paused_until',
  'paused_reason',
  'set_at',
] as const

export const careRow = (client: number, care: NonNullable<Draft['care']>): unknown[] =>
  CARE_COLUMNS.map((column) => (column === 'client_id' ? client : care[column]))

export const PROMISE_COLUMNS = [
  'client_id',
  'kind',
  'due',
  'time',
  'text',
  'state',
  'snoozed_until',
  'shown_on',
  'created_at',
  'closed_at',
  'why',
] as const

export const promiseRow = (client: number, each: Draft['promises'][number]): unknown[] => [
  client,
  each.kind,
  each.due,
  each.time,
  each.text,
  each.state,
  each.snoozed_until,
  each.snoozed_until ?? each.due,
  each.created_at,
  each.closed_at,
  each.why,
]

/** New clients as rows of their tables, parents first. */
export function rowsOf(
  creations: readonly Creation[],
  now: string,
  fieldIds: ReadonlyMap<string, number>,
  currency: string,
): { tables: TableRows[]; search: SearchRow[] } {
  const used = VALUE_KEYS.filter((key) => creations.some(({ draft }) => draft.values[key] !== null))
  const own = creations.some(({ draft }) => draft.own !== null)
  const clients: unknown[][] = []
  const points: unknown[][] = []
  const relations: unknown[][] = []
  const dates: unknown[][] = []
  const tags: unknown[][] = []
  const custom: unknown[][] = []
  const contacts: unknown[][] = []
  const promises: unknown[][] = []
  const orders: unknown[][] = []
  const expenses: unknown[][] = []
  const cares: unknown[][] = []
  const consents: unknown[][] = []
  const search: SearchRow[] = []
  for (const { id, draft, companies } of creations) {
    const { values } = draft
    const row: unknown[] = [
      id,
      draft.kind,
      draft.name,
      sortKey(draft.name),
      draft.status ?? 'lead',
      draft.vip === true ? 1 : 0,
    ]
    if (own) row.push(draft.own?.archived_at ?? null)
    row.push(draft.own?.created_at ?? now, draft.own?.updated_at ?? now)
    for (const key of used) row.push(values[key])
    clients.push(row)
    for (const point of draft.points) points.push([id, point.kind, point.label, point.typed, point.value])
    for (const { id: company, role } of companies) relations.push([id, company, role])
    for (const date of draft.dates)
      dates.push([id, date.occasion, date.who, date.anniversary.year, monthDay(date), date.remind_days, date.gift])
    const seen = new Set<string>()
    for (const tag of draft.tags) {
      const key = tagKeyOf(tag)
      if (key !== '' && !seen.has(key)) tags.push([id, tag, key])
      seen.add(key)
    }
    for (const { key, value } of draft.custom) custom.push([id, fieldIds.get(key), value])
    for (const each of draft.history) contacts.push(contactRow(id, each, currency))
    if (draft.lastContact !== null) contacts.push(contactRow(id, bareContact(draft.lastContact), currency))
    for (const each of draft.promises) promises.push(promiseRow(id, each))
    for (const each of draft.purchases) orders.push(orderRow(id, each))
    for (const each of draft.expenses) expenses.push(expenseRow(id, each))
    for (const each of draft.consents) consents.push(consentRow(id, each))
    if (draft.care !== null) cares.push(careRow(id, draft.care))
    const names = companies.length === 0 ? null : companies.map(({ name }) => name).join(' ')
    search.push(
      searchRow({
        id,
        name: draft.name,
        note: values.note,
        companies: names,
      }),
    )
  }
  const clientColumns = [
    'id',
    'kind',
    'name',
    'sort_key',
    'status',
    'vip',
    ...(own ? ['archived_at'] : []),
    'created_at',
    'updated_at',
    ...used,
  ]
  return {
    tables: [
      { table: 'client', columns: clientColumns, values: clients },
      { table: 'contact_point', columns: ['client_id', 'kind', 'label', 'typed', 'value'], values: points },
      { table: 'relation', columns: ['client_id', 'company_id', 'role'], values: relations },
      {
        table: 'anniversary',
        columns: ['client_id', 'occasion', 'who', 'year', 'month_day', 'remind_days', 'gift'],
        values: dates,
      },
      { table: 'client_tag', columns: ['client_id', 'tag', 'tag_key'], values: tags },
      { table: 'custom_value', columns: ['client_id', 'field_id', 'value'], values: custom },
      {
        table: 'contact',
        columns: [...CONTACT_COLUMNS],
        values: contacts,
      },
      {
        table: 'promise',
        columns: [...PROMISE_COLUMNS],
        values: promises,
      },
      { table: 'client_order', columns: [...ORDER_COLUMNS], values: orders },
      { table: 'expense', columns: [...EXPENSE_COLUMNS], values: expenses },
      { table: 'care', columns: [...CARE_COLUMNS], values: cares },
      { table: 'channel_consent', columns: [...CONSENT_COLUMNS], values: consents },
    ],
    search,
  }
}
