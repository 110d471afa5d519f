import type { Command } from 'commander'
import { moneyText } from '../domain/money.js'
import { sumOf } from '../domain/orders.js'
import { safe } from '../render/safe.js'
import { addExpense, type ExpenseView, removeExpense } from '../usecases/orders-expenses.js'
import { listExpenses } from '../usecases/orders-listing.js'
import { clientBeforeSum, typedSumWords } from '../usecases/orders-reading.js'
import { type Context, pickerOf } from './context.js'
import { addListFlags, LIST_FORMATS, listingFrom, outRecords, outTable } from './order-list.js'
import { readNumber, sayWarnings } from './order-saying.js'
import { formatOf, outJson, roomOf } from './output.js'

type Flags = Record<string, unknown>

/** What sentences say of an expense. */
const sayable = ({ id, client, sum, what }: ExpenseView): [number, string, string, string | null] => [
  id,
  safe(client),
  sum,
  what === null ? null : safe(what),
]

/** `expense add|list|remove`. */
export function registerExpense(program: Command, context: Context): void {
  const expense = program.command('expense').description(context.words.help.verbs.expense)
  registerAdd(expense, context)
  registerList(expense, context)
  registerRemove(expense, context)
}

function registerAdd(expense: Command, context: Context): void {
  const { words } = context
  const { help, done } = words.orders
  expense
    .command('add')
    .description(help.expense.add)
    .argument('<client>', words.help.args.client)
    .argument('<sum>', help.args.expenseSum)
    .argument('[what...]', help.args.cost)
    .option('--date <when>', help.flags.expenseDate)
    .option('--currency <code>', help.flags.currency)
    .action(async (typed: string, sumTyped: string, whatTyped: string[], flags: Flags) => {
      const dryRun = context.flags.dryRun === true
      const deps = await context.deps()
      const { client, behind } = await clientBeforeSum(deps, [typed, sumTyped, ...whatTyped], pickerOf(context))
      const { sum, rest } = typedSumWords(behind[0] ?? '', behind.slice(1))
      const textOf = (key: string): string | null => (typeof flags[key] === 'string' ? (flags[key] as string) : null)
      const input = { client: client.id, sum, what: rest.join(' '), date: textOf('date'), currency: textOf('currency') }
      const { expense: added, warnings } = await addExpense(deps, input, { dryRun })
      const [id, ...said] = sayable(added)
      context.say(dryRun ? done.wouldAddExpense(...said) : done.expenseAdded(id, ...said))
      sayWarnings(context, warnings)
      if (dryRun) return
      if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, added)
      else context.out(`${id}\n`)
    })
}

function registerList(expense: Command, context: Context): void {
  const { words, clock } = context
  addListFlags(expense.command('list').description(words.orders.help.expense.list), context).action(
    async (typed: string[], flags: Flags) => {
      const format = formatOf(context, LIST_FORMATS)
      const deps = await context.deps()
      const input = await listingFrom(context, deps, typed, flags)
      const expenses = await listExpenses(deps, input)
      const { expensesAsCells, expenseTable } = await import('../render/orders.js')
      if (outRecords(context, format, expenses, () => expensesAsCells(expenses))) return
      if (expenses.length === 0) return context.say(words.orders.list.noExpenses)
      const today = clock.toLocal(clock.now()).date
      const table = expenseTable(expenses, {
        words,
        today,
        ofOne: input.client !== null,
        width: format === 'md' ? null : roomOf(context),
      })
      await outTable(context, format, table, footOf(context, expenses))
    },
  )
}

/** What the expenses shown come to, by currency. */
function footOf({ words }: Context, expenses: readonly ExpenseView[]): string[] {
  const totals = new Map<string, { number: number; minor: number }>()
  for (const { sum } of expenses) {
    const { currency, sum_minor } = sumOf(sum)
    const { number, minor } = totals.get(currency) ?? { number: 0, minor: 0 }
    totals.set(currency, { number: number + 1, minor: minor + sum_minor })
  }
  return [...totals].map(([currency, { number, minor }]) =>
    words.orders.list.expenses(number, moneyText(minor, currency)),
  )
}

function registerRemove(expense: Command, context: Context): void {
  const { help, done } = context.words.orders
  expense
    .command('remove')
    .description(help.expense.remove)
    .argument('<number>', help.args.number)
    .action(async (number: string) => {
      const dryRun = context.flags.dryRun === true
      const removed = await removeExpense(await context.deps(), readNumber(number), { dryRun })
      const said = sayable(removed)
      context.say(dryRun ? done.wouldRemoveExpense(...said) : done.expenseRemoved(...said))
      if (formatOf(context, ['table', 'json', 'ids']) === 'json' && !dryRun) outJson(context, removed)
    })
}
