import type { Draft, DraftCare, DraftExpense, DraftOrder } from '../draft.js'

/** What a client has already of orders and costs, and what was set by hand. */
export interface Deals {
  orders: Map<string, number>
  numbers: Set<string>
  expenses: Map<string, number>
  care: DraftCare | null
}

/** What a file brings of them. */
export type DraftDeals = Pick<Draft, 'purchases' | 'expenses' | 'care'>

export const noDeals = (): Deals => ({ orders: new Map(), numbers: new Set(), expenses: new Map(), care: null })

export function dealsOf(draft: DraftDeals): Deals {
  const deals = noDeals()
  noteDeals(deals, draft)
  return deals
}

/** From now on these are there as well. */
export function noteDeals(deals: Deals, { purchases, expenses, care }: DraftDeals): void {
  for (const order of purchases) {
    count(deals.orders, orderKey(order))
    const number = numberKey(order)
    if (number !== null) deals.numbers.add(number)
  }
  for (const expense of expenses) count(deals.expenses, expenseKey(expense))
  deals.care = care ?? deals.care
}

/** What of a file is not there yet. What was set by hand is the user's: only `update` lets the file change it. */
export function dealsBeyond(deals: Deals, draft: DraftDeals, mode: 'fill' | 'update'): DraftDeals {
  const orders = beyond(draft.purchases, orderKey, deals.orders)
  const { care } = deals
  const sets = draft.care !== null && (care === null || (mode === 'update' && !sameCare(care, draft.care)))
  return {
    purchases: orders.filter((order) => !deals.numbers.has(numberKey(order) ?? '')),
    expenses: beyond(draft.expenses, expenseKey, deals.expenses),
    care: sets ? draft.care : null,
  }
}

const sameCare = ({ set_at: _, ...a }: DraftCare, { set_at: __, ...b }: DraftCare): boolean =>
  (Object.keys(a) as (keyof typeof a)[]).every((key) => a[key] === b[key])

type Keyed = Pick<DraftOrder, 'date' | 'sum_minor' | 'currency' | 'what'>

/** Two orders of one client are one when these agree; two that were alike from the first are counted. */
export const orderKey = ({ date, sum_minor, currency, what }: Keyed): string =>
  `${date}|${sum_minor}|${currency}|${what ?? ''}`

export const expenseKey = ({ date, sum_minor, currency, what }: Pick<DraftExpense, keyof Keyed>): string =>
  `${date}|${sum_minor}|${currency}|${what ?? ''}`

/** The number of an order, by which it is known again although its sum has changed; null without one. */
export const numberKey = ({
  external_id,
  external_system,
}: Pick<DraftOrder, 'external_id' | 'external_system'>): string | null =>
  external_id === null ? null : `${external_id}|${external_system ?? ''}`

const count = (counts: Map<string, number>, key: string): Map<string, number> =>
  counts.set(key, (counts.get(key) ?? 0) + 1)

/** Those of which there are more than are counted already. */
function beyond<T>(list: readonly T[], keyOf: (each: T) => string, there: ReadonlyMap<string, number>): T[] {
  const left = new Map(there)
  return list.filter((each) => {
    const number = left.get(keyOf(each)) ?? 0
    left.set(keyOf(each), number - 1)
    return number <= 0
  })
}
