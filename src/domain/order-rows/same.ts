import { daysBetween } from '../calendar.js'
import type { OnMatch } from '../completing.js'
import type { OrderValues } from '../draft.js'
import { paidOfKnown, paidOfNew } from './paying.js'
import type { OrderEntry } from './rows.js'

/** The order that a row makes for a client. */
export const valuesOf = (client: number, entry: OrderEntry, now: string): OrderValues => ({
  client_id: client,
  date: entry.date,
  sum_minor: entry.sum_minor,
  currency: entry.currency,
  what: entry.what,
  stage: entry.stage,
  cost_minor: entry.cost_minor,
  promo: entry.promo === true ? 1 : 0,
  due_on: entry.due_on,
  paid_minor: paidOfNew(entry),
  external_system: entry.external_system,
  external_id: entry.external_id,
  created_at: entry.own?.created_at ?? now,
  items: entry.items === null ? null : JSON.stringify(entry.items),
})

export type { OrderValues } from '../draft.js'

type Traits = Pick<OrderValues, 'date' | 'sum_minor' | 'currency' | 'what'>

/** Two orders of one client are one when these agree. */
export const sameTraits = (a: Traits, b: Traits): boolean =>
  a.sum_minor === b.sum_minor && a.date === b.date && a.currency === b.currency && a.what === b.what

/** Numbers begin anew in January in many programs: the same one in another year, and not in the same weeks, is of another order. */
const SAME_NUMBER_DAYS = 31

type Numbered = Pick<OrderValues, 'date' | 'external_system'>

/** Do two orders with the same number have it from the same place, in the same year? */
export function sameNumber(a: Numbered, b: Numbered): boolean {
  if (a.external_system !== null && b.external_system !== null && a.external_system !== b.external_system) return false
  return a.date.slice(0, 4) === b.date.slice(0, 4) || Math.abs(daysBetween(a.date, b.date)) <= SAME_NUMBER_DAYS
}

export type OrderPatch = Partial<OrderValues>

/** What a row changes of the order that it is: `fill` only completes what is empty, `update` lets the file win. */
export function changesTo(there: OrderValues, entry: OrderEntry, mode: OnMatch): { patch: OrderPatch; kept: number } {
  const patch: OrderPatch = {}
  let kept = 0
  if (mode === 'skip' || mode === 'create') return { patch, kept }
  const set = <K extends keyof OrderValues>(key: K, value: OrderValues[K] | null, isEmpty: boolean): void => {
    if (value === null || value === there[key]) return
    if (mode === 'update' || isEmpty) patch[key] = value
    else kept += 1
  }
  const empty = (key: keyof OrderValues): boolean => there[key] === null
  set('date', entry.date, false)
  set('sum_minor', entry.sum_minor, false)
  set('currency', entry.currency, false)
  set('what', entry.what, empty('what'))
  set('stage', entry.stage, empty('stage'))
  set('cost_minor', entry.cost_minor, empty('cost_minor'))
  set('promo', entry.promo === null ? null : Number(entry.promo), there.promo === 0)
  set('due_on', entry.due_on, empty('due_on'))
  set('paid_minor', mode === 'update' ? paidOfKnown(there, entry) : entry.paid_minor, there.paid_minor === 0)
  set('items', entry.items === null ? null : JSON.stringify(entry.items), empty('items'))
  if (there.external_id === null && entry.external_id !== null) {
    patch.external_id = entry.external_id
    patch.external_system = entry.external_system
  }
  return { patch, kept }
}
