import type { ClientCard } from '../client.js'
import type { DraftCare, DraftExpense, DraftOrder } from '../draft.js'
import { day, instant, isObject, type Json, text, whole } from '../json-values.js'
import { minorOf } from '../money.js'
import { WARMTHS } from '../standing/dealings.js'
import { itemsFrom, readItems } from './items.js'

/** What this program's own files tell of orders, costs and what was set by hand. */
export interface OwnDealings {
  purchases: DraftOrder[]
  expenses: DraftExpense[]
  care: DraftCare | null
}

/**
 * Reads them as JSON or a sheet has them: sums are `"1250.00 UAH"`, or numbers beside a column of currencies; cells may be text. What
 * has no date or no sum is passed over.
 */
export function dealingsFrom(purchases: readonly Json[], expenses: readonly Json[], care: unknown): OwnDealings {
  return { purchases: purchases.flatMap(orderFrom), expenses: expenses.flatMap(expenseFrom), care: careFrom(care) }
}

interface Sum {
  minor: number
  currency: string
}

function sumFrom(value: unknown, currency: unknown): Sum | null {
  const match = /^(-?\d{1,13}(?:\.\d{1,6})?)(?: ([A-Z]{3}))?$/.exec(String(value ?? '').trim())
  const code = match?.[2] ?? text(currency)
  if (!match?.[1] || !code) return null
  const minor = minorOf(match[1], code)
  return minor === null ? null : { minor, currency: code }
}

function orderFrom(each: Json): DraftOrder[] {
  const date = day(each.date)
  const sum = sumFrom(each.sum, each.currency)
  if (date === null || sum === null) return []
  const { minor, currency } = sum
  const items = typeof each.items === 'string' ? readItems(each.items, currency) : itemsFrom(each.items, currency)
  return [
    {
      date,
      sum_minor: minor,
      currency,
      what: text(each.what),
      stage: text(each.stage),
      cost_minor: sumFrom(each.cost, currency)?.minor ?? null,
      promo: each.promo === true || each.promo === 'yes' ? 1 : 0,
      due_on: day(each.due_on) ?? day(each.due),
      paid_minor: sumFrom(each.paid, currency)?.minor ?? 0,
      external_system: text(each.external_system),
      external_id: text(each.external_id),
      created_at: instant(each.created_at) ?? `${date}T00:00:00Z`,
      items: items === null ? null : JSON.stringify(items),
    },
  ]
}

function expenseFrom(each: Json): DraftExpense[] {
  const date = day(each.date)
  const sum = sumFrom(each.sum, each.currency)
  if (date === null || sum === null) return []
  return [
    {
      date,
      sum_minor: sum.minor,
      currency: sum.currency,
      what: text(each.what),
      created_at: instant(each.created_at) ?? `${date}T00:00:00Z`,
    },
  ]
}

function careFrom(care: unknown): DraftCare | null {
  const set_at = isObject(care) ? instant(care.set_at) : null
  if (!isObject(care) || set_at === null) return null
  const days = typeof care.cadence_days === 'string' ? Number(care.cadence_days || Number.NaN) : care.cadence_days
  return {
    warmth: WARMTHS.find((warmth) => warmth === care.warmth) ?? null,
    warmth_until: day(care.warmth_until),
    warmth_reason: text(care.warmth_reason),
    cadence_days: whole(days),
    paused_until: day(care.paused_until),
    paused_reason: text(care.paused_reason),
    set_at,
  }
}

/** The columns behind the diary in which this program's own CSV keeps them, as JSON. */
export const DEALING_COLUMNS = ['purchases', 'expenses', 'care'] as const

export const dealingCells = ({ purchases, expenses, care }: ClientCard): string[] => [
  ...[purchases, expenses].map((list) =>
    list.length === 0 ? '' : JSON.stringify(list.map(({ id, client_id, ...entry }) => entry)),
  ),
  care === null ? '' : JSON.stringify(care),
]
