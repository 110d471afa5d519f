import type { ExpenseRecord } from '../domain/client.js'
import { inBase } from '../domain/money.js'
import { cleanLine } from '../domain/text.js'
import { notFound } from '../errors.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { typedCurrency, typedDay, typedSum } from './orders-reading.js'
import type { OrderWarning } from './orders-values.js'

/** An expense as JSON shows it, with the name of its client. */
export type ExpenseView = ExpenseRecord & { client: string }

export interface ExpenseInput {
  client: number
  sum: string
  what: string
  date: string | null
  currency: string | null
}

/** Writes down what a client cost beside orders and contacts. */
export async function addExpense(
  deps: Deps,
  { client, sum, what, date, currency }: ExpenseInput,
  { dryRun }: { dryRun: boolean },
): Promise<{ expense: ExpenseView; warnings: OrderWarning[] }> {
  const now = localNow(deps)
  const wanted = currency === null ? deps.model.currency : typedCurrency(currency)
  const cost = typedSum(sum, '<sum>', wanted, currency !== null)
  const day = date === null ? now.date : typedDay(date, now, 'past')
  const { result } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const id = await writing.insert('expense', {
        client_id: client,
        date: day,
        ...cost,
        what: cleanLine(what) || null,
        created_at: entryOf(deps).at,
      })
      return viewOf(writing, id)
    },
    { keep: !dryRun },
  )
  const base = deps.model.currency
  const rateless = inBase(0, cost.currency, deps.model) === null
  return { expense: result, warnings: rateless ? [{ is: 'no-rate', currency: cost.currency, base }] : [] }
}

export async function removeExpense(deps: Deps, id: number, { dryRun }: { dryRun: boolean }): Promise<ExpenseView> {
  const { result } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const expense = await viewOf(writing, id)
      await writing.remove('expense', [id])
      return expense
    },
    { keep: !dryRun },
  )
  return result
}

async function viewOf(writing: Writing, id: number): Promise<ExpenseView> {
  const expense = await writing.orders.expense(id)
  if (expense) return expense
  const near = await writing.orders.nearExpenses(id)
  throw notFound((words) => ({
    text: words.orders.errors.noExpense(id),
    details: near.map((each) => words.orders.line(each.id, each.date, each.client, each.sum, each.what)),
    hint: words.orders.errors.noExpenseHint,
  }))
}
