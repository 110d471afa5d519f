import { ORDER_FIELDS, OWN_ORDERS, planOrders } from '../order-rows/columns.js'
import { canonicalOf, normaliseHeader } from '../tables/headers.js'
import { HEADER_ROLES, type Role, roleOf } from './headers.js'
import {
  type ClientBy,
  type HistoryKind,
  type HistoryTarget,
  type HistoryTargetKey,
  isNext,
  type Single,
  targetOf,
} from './targets.js'

export type { HistoryKind, HistoryTarget, HistoryTargetKey } from './targets.js'

export interface HistoryColumn {
  index: number
  header: string
  target: HistoryTarget
}

/** The name of what a column fills. */
export function historyTargetKey(target: HistoryTarget): HistoryTargetKey {
  if (target.to === 'client') return `client.${target.by}`
  if (target.to === 'nothing') return `nothing.${target.why}`
  if (target.to === 'text') return target.label === null ? 'text' : 'labelled'
  return target.to
}

const CLIENT_FIELDS: Record<string, ClientBy> = {
  client: 'name',
  name: 'name',
  phone: 'phone',
  email: 'email',
  external_id: 'external_id',
  handle: 'handle',
  company: 'company',
  family_name: 'family_name',
  given_name: 'given_name',
  patronymic: 'patronymic',
}

const FIELDS: Record<HistoryKind, Readonly<Record<string, Single>>> = {
  contacts: {
    date: 'date',
    time: 'time',
    channel: 'channel',
    kind: 'channel',
    direction: 'direction',
    result: 'result',
    purpose: 'purpose',
    minutes: 'minutes',
    seconds: 'seconds',
    cost: 'cost',
    state: 'state',
    next: 'promise-date',
    next_text: 'promise-text',
  },
  promises: {
    date: 'date',
    due: 'date',
    next: 'date',
    time: 'time',
    kind: 'kind',
    state: 'state',
    created: 'created',
    closed: 'closed',
    snoozed: 'snoozed',
  },
  orders: ORDER_FIELDS,
}

/** Ids of the client where `external_id` is the order's. */
const ORDER_CLIENTS: Record<string, ClientBy> = {
  client_id: 'id',
  ext: 'external_id',
  client_external_id: 'external_id',
}

/** Which field `--map "Column=field"` names; null when a log of this kind has no such field. */
export function historyFieldNamed(kind: HistoryKind, name: string): HistoryTarget | null {
  const wanted = name.trim().toLowerCase()
  if (wanted === '' || wanted === '-' || wanted === 'ignore') return { to: 'nothing', why: 'asked' }
  if (wanted === 'text' || wanted === 'note' || (kind === 'promises' && wanted === 'next_text'))
    return { to: 'text', label: null }
  if (kind === 'orders') {
    if (wanted === 'comment') return { to: 'text', label: null }
    if (Object.hasOwn(ORDER_CLIENTS, wanted)) return { to: 'client', by: ORDER_CLIENTS[wanted] as ClientBy }
    if (Object.hasOwn(ORDER_FIELDS, wanted)) return { to: ORDER_FIELDS[wanted] as Single }
  }
  if (Object.hasOwn(CLIENT_FIELDS, wanted)) return { to: 'client', by: CLIENT_FIELDS[wanted] as ClientBy }
  return Object.hasOwn(FIELDS[kind], wanted) ? { to: FIELDS[kind][wanted] as Single } : null
}

/** The columns of the sheets that this program writes. */
const OWN: Record<HistoryKind, Readonly<Record<string, HistoryTarget>>> = {
  contacts: {
    client_id: { to: 'client', by: 'id' },
    client: { to: 'client', by: 'name' },
    at: { to: 'date' },
    at_local: { to: 'nothing', why: 'technical' },
    channel: { to: 'channel' },
    direction: { to: 'direction' },
    result: { to: 'result' },
    purpose: { to: 'purpose' },
    minutes: { to: 'minutes' },
    cost: { to: 'cost' },
    text: { to: 'text', label: null },
  },
  promises: {
    client_id: { to: 'client', by: 'id' },
    client: { to: 'client', by: 'name' },
    kind: { to: 'kind' },
    due: { to: 'date' },
    time: { to: 'time' },
    text: { to: 'text', label: null },
    state: { to: 'state' },
    snoozed_until: { to: 'snoozed' },
    created_at: { to: 'created' },
    closed_at: { to: 'closed' },
  },
  orders: OWN_ORDERS,
}

const OWN_MARKS: Record<HistoryKind, readonly string[]> = {
  contacts: ['client_id', 'client', 'at', 'channel', 'direction'],
  promises: ['client_id', 'client', 'kind', 'due', 'state'],
  orders: ['client_id', 'date', 'sum', 'what', 'stage', 'promo', 'paid'],
}

/** Is this the header of a log that this program wrote? Only then is `client_id` one of its own ids. */
export const isOwnHistory = (kind: HistoryKind, headers: readonly string[]): boolean =>
  OWN_MARKS[kind].every((each) => headers.some((header) => header.trim() === each))

/** Of several columns that could be the date, the one that is: the first role that some column has. */
const DATE_ORDER: Record<'contacts' | 'promises', readonly Role[]> = {
  contacts: ['when', 'call-date', 'last', 'due', 'created'],
  promises: ['due', 'next', 'call-date', 'when'],
}

/** Decides what every column fills: by `--map`, as this program's own sheet, by the names that logs use, else as a labelled text. */
export function planHistory(
  kind: HistoryKind,
  headers: readonly string[],
  maps: ReadonlyMap<string, string>,
): HistoryColumn[] {
  const own = isOwnHistory(kind, headers)
  const given = headers.map((header, index): HistoryTarget | null => {
    const mapped = maps.get(header.trim())
    if (mapped !== undefined) return historyFieldNamed(kind, mapped)
    if (header.trim() === '') return { to: 'nothing', why: 'empty-header' }
    if (index >= headers.length - 2 && (header === 'line' || header === 'reason'))
      return { to: 'nothing', why: 'technical' }
    return own ? (OWN[kind][header.trim()] ?? null) : null
  })
  if (kind === 'orders')
    return planOrders(headers, given).map((target, index) => ({ index, header: headers[index] ?? '', target }))
  const roles = headers.map((header, index) => (given[index] ? null : roleIn(header)))
  const taken = new Set<string>(given.flatMap((target) => (target ? [oneOfUnits(target.to)] : [])))
  const date = taken.has('date') ? undefined : DATE_ORDER[kind].find((role) => roles.includes(role))
  const dateAt = date === undefined ? -1 : roles.indexOf(date)
  if (dateAt >= 0) taken.add('date')
  const known = roles.some((role) => role?.startsWith('client.') && role !== 'client.row_id')
  const hasNext = kind === 'contacts' && (taken.has('promise-date') || nextIn(roles, dateAt))
  const ofPhone = isPhoneLog(roles)
  return headers.map((header, index) => {
    const fixed = given[index]
    if (fixed) return { index, header, target: own ? fixed : inUnitOf(header, fixed, false) }
    if (index === dateAt) return { index, header, target: { to: 'date' } }
    const target = targetOf(roles[index] ?? null, kind, { known, hasNext, taken })
    // A second column for what holds one value is kept beside it.
    const single = target !== null && !['client', 'text', 'nothing'].includes(target.to)
    if (target === null || (single && taken.has(target.to)))
      return { index, header, target: { to: 'text', label: header.trim() } }
    taken.add(target.to)
    return { index, header, target: inUnitOf(header, target, ofPhone) }
  })
}

const oneOfUnits = (to: HistoryTarget['to']): string => (to === 'seconds' ? 'minutes' : to)

const SECONDS = /(^|[^\p{L}])(s|sec|secs|seconds?|сек\p{L}*)($|[^\p{L}])/iu
const MINUTES = /(^|[^\p{L}])(m|min|mins|minutes?|мин\p{L}*|хв\p{L}*)($|[^\p{L}])/iu

/** A duration is in the unit that its column's name says, else in what such a log counts in. */
function inUnitOf(header: string, target: HistoryTarget, ofPhone: boolean): HistoryTarget {
  if (target.to !== 'minutes') return target
  return SECONDS.test(header) || (ofPhone && !MINUTES.test(header)) ? { to: 'seconds' } : target
}

/** What only a person writes of a call. */
const BY_HAND: readonly (Role | null)[] = ['text', 'subject', 'result', 'purpose', 'what', 'next']

/** The calls that a telephone noted by itself, in seconds: a number, a duration, whether in or out; and no words on it. */
const isPhoneLog = (roles: readonly (Role | null)[]): boolean =>
  roles.includes('client.phone') &&
  (roles.includes('type') || roles.includes('direction')) &&
  !roles.some((role) => BY_HAND.includes(role))

function roleIn(header: string): Role | null {
  const name = normaliseHeader(header)
  return HEADER_ROLES.get(name) ?? roleOf(name, canonicalOf(header))
}

const nextIn = (roles: readonly (Role | null)[], dateAt: number): boolean =>
  roles.some((role, index) => index !== dateAt && isNext(role))

/** What is missing for an import to make sense. */
export function historyNeeds(kind: HistoryKind, columns: readonly HistoryColumn[]): HistoryNeed[] {
  const has = (to: string): boolean => columns.some(({ target }) => target.to === to)
  const needs: HistoryNeed[] = (['client', 'date'] as const).filter((each) => !has(each))
  if (kind === 'orders' && !has('sum') && !has('price')) needs.push('sum')
  return needs
}

export type HistoryNeed = 'client' | 'date' | 'sum'
