import { sql } from 'kysely'
import type { Moment } from '../domain/calendar.js'
import type { ValueType } from '../domain/fields/field.js'
import { dueOrder, silentOrder } from './filter/found.js'
import type { Value } from './filter/parts.js'
import { standingOrder } from './filter/standing.js'
import { unindexed } from './sqlite.js'

const COLUMNS: Readonly<Record<string, string>> = {
  id: 'client.id',
  name: 'client.sort_key',
  kind: 'client.kind',
  status: 'client.status',
  city: 'client.city',
  source: 'client.source',
  owner: 'client.owner',
  position: 'client.position',
  vip: 'client.vip',
  family_name: 'client.family_name',
  given_name: 'client.given_name',
  created: 'client.created_at',
  updated: 'client.updated_at',
  verified: 'client.verified_at',
  external_id: 'client.external_id',
}

const FOUND: Readonly<Record<string, Value>> = {
  due: dueOrder,
  silent: silentOrder,
  birthday: sql`(select min(month_day) from anniversary
    where anniversary.client_id = client.id and occasion = 'birthday' and who is null)`,
  company: sql`(select min(company.sort_key) from relation
    join client company on company.id = relation.company_id where relation.client_id = client.id)`,
}

/** The value of a field of one's own: numbers and sums by their size, all else by letters. */
function ownValue(key: string, type: SortKey['own']): Value {
  const value = sql.ref('custom_value.value')
  const compared = type === 'number' || type === 'money' ? sql`cast(${value} as real)` : value
  return sql`(select min(${compared}) from custom_value where custom_value.client_id = client.id
    and field_id = (select id from custom_field where key = ${key}))`
}

export interface SortKey {
  key: string
  descending: boolean
  /** The type, where it is a field of one's own. */
  own?: ValueType
}

export interface Order {
  by: Value
  descending: boolean
  /** May it be unknown? Then it comes last, whichever way the list runs; said of others it would keep an index from being used. */
  mayBeUnknown: boolean
}

const ALWAYS_KNOWN: ReadonlySet<string> = new Set([
  'id',
  'name',
  'kind',
  'status',
  'vip',
  'created',
  'updated',
  'silent',
])

/**
 * What a list is sorted by, by name when nothing is said. `isWhole`: all clients are listed, so that an index gives the first
 * of them at once; a list that a filter makes short is quicker sorted than looked for along an index.
 */
export function orderOf(sort: readonly SortKey[], moment: Moment, isWhole: boolean): Order[] {
  const wanted: readonly SortKey[] = sort.length > 0 ? sort : [{ key: 'name', descending: false }]
  return wanted.map(({ key, descending, own }) => {
    if (own) return { by: ownValue(key, own), descending, mayBeUnknown: true }
    const column = Object.hasOwn(COLUMNS, key) ? sql.ref(COLUMNS[key] ?? key) : null
    // The longer the silence, the earlier the moment since which it lasts.
    if (key === 'silent') return { by: silentOrder, descending: !descending, mayBeUnknown: false }
    const mayBeUnknown = !ALWAYS_KNOWN.has(key)
    if (column) return { by: isWhole ? column : unindexed(column), descending, mayBeUnknown }
    return { by: FOUND[key] ?? standingOrder(key, moment) ?? sql.ref('client.id'), descending, mayBeUnknown }
  })
}

/** Is a list that is sorted by this read with the standings beside? */
export const ordersByStanding = (key: string): boolean => !Object.hasOwn(COLUMNS, key) && key !== 'name'
