import type { Role } from './headers.js'

export type HistoryKind = 'contacts' | 'promises' | 'orders'

/** How a cell says whose row it is. */
export type ClientBy =
  | 'id'
  | 'external_id'
  | 'phone'
  | 'email'
  | 'handle'
  | 'name'
  | 'family_name'
  | 'given_name'
  | 'patronymic'
  | 'company'

export type Single =
  | 'date'
  | 'time'
  | 'channel'
  | 'direction'
  | 'result'
  | 'purpose'
  | 'minutes'
  | 'seconds'
  | 'cost'
  | 'kind'
  | 'state'
  | 'promise-date'
  | 'promise-text'
  | 'snoozed'
  | 'created'
  | 'closed'
  | OrderField

/** What only a row of an order has. `price` is of one piece, `item` the name of a line of an order that has several. */
export type OrderField =
  | 'sum'
  | 'currency'
  | 'what'
  | 'item'
  | 'quantity'
  | 'price'
  | 'items'
  | 'stage'
  | 'promo'
  | 'paid'
  | 'paid-at'
  | 'due'
  | 'order-id'
  | 'order-system'
  | 'own-id'

/** Why a column is left out; `unknown`: an order has no place for it. */
export type LeftOut = 'technical' | 'sensitive' | 'empty-header' | 'asked' | 'unknown'

/** What a column of a log fills. A text with a label is kept as `label: value`. */
export type HistoryTarget =
  | { to: 'client'; by: ClientBy }
  | { to: Single }
  | { to: 'text'; label: string | null }
  | { to: 'nothing'; why: LeftOut }

/** One name for each thing a column can fill, by which words are found for it. */
export type HistoryTargetKey = `client.${ClientBy}` | Single | 'text' | 'labelled' | `nothing.${LeftOut}`

/** May a column of this role hold the next contact, when it is not the date itself? */
export const isNext = (role: Role | null): boolean => role === 'next' || role === 'due' || role === 'call-date'

export interface Around {
  /** Some column certainly says whose row it is. */
  known: boolean
  hasNext: boolean
  taken: ReadonlySet<string>
}

/** What a column fills by its role and those beside it; null makes it a labelled text. */
export function targetOf(
  role: Role | null,
  kind: 'contacts' | 'promises',
  { known, hasNext, taken }: Around,
): HistoryTarget | null {
  if (role === null) return null
  // An id without a word on whose it is is the row's own, unless nothing else says who the client is.
  if (role === 'client.row_id') return known ? { to: 'nothing', why: 'technical' } : { to: 'client', by: 'external_id' }
  if (role.startsWith('client.')) return { to: 'client', by: role.slice(7) as ClientBy }
  if (role === 'technical' || role === 'sensitive') return { to: 'nothing', why: role }
  if (role === 'text' || role === 'subject') return { to: 'text', label: null }
  if (role === 'time') return { to: 'time' }
  return kind === 'contacts' ? contactTarget(role, hasNext, taken) : promiseTarget(role)
}

function contactTarget(role: Role, hasNext: boolean, taken: ReadonlySet<string>): HistoryTarget | null {
  if (isNext(role)) return { to: 'promise-date' }
  switch (role) {
    case 'what':
      return hasNext ? { to: 'promise-text' } : null
    case 'type':
      return { to: taken.has('channel') && !taken.has('direction') ? 'direction' : 'channel' }
    case 'channel':
    case 'direction':
    case 'result':
    case 'purpose':
    case 'minutes':
    case 'cost':
      return { to: role }
    case 'status':
      return { to: 'result' }
    case 'done':
      return { to: 'state' }
    case 'created':
      return { to: 'nothing', why: 'technical' }
    default:
      return null
  }
}

function promiseTarget(role: Role): HistoryTarget | null {
  switch (role) {
    case 'what':
    case 'purpose':
      return { to: 'text', label: null }
    case 'type':
    case 'channel':
      return { to: 'kind' }
    case 'done':
    case 'status':
      return { to: 'state' }
    case 'when':
    case 'created':
      return { to: 'created' }
    case 'closed':
      return { to: 'closed' }
    default:
      return null
  }
}
