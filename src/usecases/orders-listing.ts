import { type CivilDate, daysInMonth, isCivilDate, type LocalTime } from '../domain/calendar.js'
import type { ExpenseRecord } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import { countsAsOrder, mayBeUnpaid, stageFits } from '../domain/orders.js'
import { typedWrongly } from '../errors.js'
import type { OrderQuery, OrderTotal } from '../store/orders.js'
import { type Deps, localNow } from './deps.js'
import { type OrderView, orderView } from './orders.js'
import { typedDay } from './orders-reading.js'

/** Whose orders or expenses, and of when; days as they were typed. */
export interface ListingInput {
  client: number | null
  filter: Filter | null
  from: string | null
  to: string | null
  /** `2026`, `2026-11`, `2026-01-15..2026-02-14`, `..2026-06`. */
  period: string | null
  limit: number | null
}

export interface Total {
  currency: string
  orders: number
  sum_minor: number
  unpaid_minor: number
}

export interface OrderListing {
  orders: (OrderView & { client: string })[]
  /** By currency, of all that fit, whatever the limit. */
  totals: Total[]
  /** Offers and cancelled orders that the totals leave out. */
  leftOut: number
}

/** A day, or the first or last one of a month or a year: `2026-11-22`, `2026-11`, `11.2026`, `2026`, `fri`. */
function edge(text: string, end: 'first' | 'last', now: LocalTime): CivilDate {
  const typed = text.trim()
  const [, byYear, byMonth] = /^(\d{4})(?:-(\d{1,2}))?$/.exec(typed) ?? []
  const [, monthFirst, yearBehind] = /^(\d{1,2})[./](\d{4})$/.exec(typed) ?? []
  const year = byYear ?? yearBehind
  if (year === undefined) return typedDay(typed, now, 'past')
  const typedMonth = byMonth ?? monthFirst
  const month = Number(typedMonth ?? (end === 'first' ? 1 : 12))
  const day = end === 'first' ? 1 : daysInMonth(Number(year), month)
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isCivilDate(date)) throw typedWrongly((words) => words.errors.when.impossible(text))
  return date
}

function spanOf({ from, to, period }: ListingInput, now: LocalTime): { from: CivilDate | null; to: CivilDate | null } {
  const [, first, last] = /^(.*?)\s*\.\.\s*(.*)$/.exec((period ?? '').slice(0, 200)) ?? [
    null,
    period ?? '',
    period ?? '',
  ]
  const begin = from ?? first ?? ''
  const finish = to ?? last ?? ''
  const span = {
    from: begin === '' ? null : edge(begin, 'first', now),
    to: finish === '' ? null : edge(finish, 'last', now),
  }
  if (span.from !== null && span.to !== null && span.from > span.to)
    throw typedWrongly((words) => words.orders.errors.backwards(span.from ?? '', span.to ?? ''))
  return span
}

/** Orders that fit, newest first, and what they come to. */
export async function listOrders(
  deps: Deps,
  input: ListingInput & { stage: string | null; unpaid: boolean },
): Promise<OrderListing> {
  const { stage, unpaid, client, filter, limit } = input
  const { orders } = deps.store
  let stages: OrderQuery['stages'] = null
  if (stage !== null || unpaid)
    stages = (await orders.stages()).filter(
      (each) => (stage === null || stageFits(each, stage)) && (!unpaid || mayBeUnpaid(each)),
    )
  const query: OrderQuery = { client, filter, limit, unpaid, stages, ...spanOf(input, localNow(deps)) }
  const found = await orders.list(query)
  return { orders: found.map(orderView), ...summed(await orders.totals(query)) }
}

/** Sums by currency. Offers and cancelled orders are no money, unless they are all that was asked for. */
function summed(groups: readonly OrderTotal[]): Pick<OrderListing, 'totals' | 'leftOut'> {
  const counting = groups.filter(({ stage }) => countsAsOrder(stage))
  const kept = counting.length > 0 ? counting : groups
  const totals = new Map<string, Total>()
  for (const { currency, stage, orders, sum_minor, unpaid_minor } of kept) {
    const total = totals.get(currency) ?? { currency, orders: 0, sum_minor: 0, unpaid_minor: 0 }
    totals.set(currency, {
      currency,
      orders: total.orders + orders,
      sum_minor: total.sum_minor + sum_minor,
      unpaid_minor: total.unpaid_minor + (mayBeUnpaid(stage) ? unpaid_minor : 0),
    })
  }
  const size = (some: readonly OrderTotal[]): number => some.reduce((sum, { orders }) => sum + orders, 0)
  return {
    totals: [...totals.values()].sort((a, b) => b.orders - a.orders || (a.currency < b.currency ? -1 : 1)),
    leftOut: size(groups) - size(kept),
  }
}

/** Expenses that fit, newest first. */
export function listExpenses(deps: Deps, input: ListingInput): Promise<(ExpenseRecord & { client: string })[]> {
  const { client, filter, limit } = input
  return deps.store.orders.expenses({ client, filter, limit, ...spanOf(input, localNow(deps)) })
}
