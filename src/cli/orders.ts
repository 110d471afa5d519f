import type { Command } from 'commander'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { type Named, nameClient } from '../usecases/naming.js'
import {
  addOrder,
  editOrder,
  type OrderChange,
  type OrderView,
  payOrder,
  removeOrder,
  showOrder,
} from '../usecases/orders.js'
import { clientBeforeSum, typedSumWords } from '../usecases/orders-reading.js'
import type { OrderInput } from '../usecases/orders-values.js'
import { type Context, pickerOf } from './context.js'
import { registerOrderList } from './order-list.js'
import { readNumber, sayWarnings } from './order-saying.js'
import { formatOf, outJson, outNdjson, textWidth } from './output.js'

export { registerExpense } from './order-expenses.js'

type Flags = Record<string, unknown>

/** `order add|list|show|edit|pay|remove`. */
export function registerOrder(program: Command, context: Context): void {
  const order = program.command('order').description(context.words.help.verbs.order)
  registerAdd(order, context)
  registerOrderList(order, context)
  registerShow(order, context)
  registerEdit(order, context)
  registerPay(order, context)
  registerRemove(order, context)
}

function registerAdd(order: Command, context: Context): void {
  const { words } = context
  const { help, done } = words.orders
  addOrderFlags(
    order
      .command('add')
      .description(help.order.add)
      .argument('<client>', words.help.args.client)
      .argument('[sum]', help.args.sum)
      .argument('[what...]', help.args.what),
    context,
  ).action(async (typed: string, sumTyped: string | undefined, whatTyped: string[], flags: Flags) => {
    const { dryRun } = context.flags
    const deps = await context.deps()
    const typedWords = [typed, ...(sumTyped === undefined ? [] : [sumTyped]), ...whatTyped]
    const { client, behind } = await clientBeforeSum(deps, typedWords, pickerOf(context))
    const [first, ...others] = behind
    const { sum, rest } = first === undefined ? { sum: undefined, rest: [] } : typedSumWords(first, others)
    const input = { ...inputFrom(flags), what: rest.join(' '), ...(sum === undefined ? {} : { sum }) }
    const change = await addOrder(deps, { ...input, client: client.id }, keepingFrom(context, flags))
    const [id, ...said] = sayable(change.order)
    context.say(dryRun ? done.wouldAdd(...said) : done.added(id, ...said))
    sayAside(context, change)
    if (dryRun) return
    if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, change.order)
    else context.out(`${id}\n`)
  })
}

/** Flags of `add` and `edit`. An empty value clears. */
function addOrderFlags(command: Command, { words }: Context): Command {
  const { flags } = words.orders.help
  return command
    .option('--date <when>', flags.date)
    .option('--stage <stage>', flags.stage)
    .option('--cost <sum>', flags.cost)
    .option('--promo', flags.promo)
    .option('--items <list>', flags.items)
    .option('--due <when>', flags.due)
    .option('--paid [sum]', flags.paid)
    .option('--currency <code>', flags.currency)
    .option('--force', flags.force)
}

function inputFrom(flags: Flags): OrderInput {
  const input: OrderInput = {}
  for (const key of ['sum', 'what', 'date', 'stage', 'cost', 'items', 'due', 'currency'] as const)
    if (typeof flags[key] === 'string') input[key] = flags[key]
  if (typeof flags.promo === 'boolean') input.promo = flags.promo
  if (typeof flags.paid === 'string' || flags.paid === true) input.paid = flags.paid
  return input
}

const keepingFrom = ({ flags: { dryRun } }: Context, { force }: Flags) => ({
  dryRun: dryRun === true,
  force: force === true,
})

/** What sentences say of an order. */
const sayable = ({ id, client, sum, what }: OrderView): [number, string, string, string | null] => [
  id,
  safe(client),
  sum,
  what === null ? null : safe(what),
]

/** What else came of it. */
function sayAside(context: Context, { order, was, warnings }: OrderChange): void {
  if (was !== null) context.say(context.words.orders.done.becameClient(safe(order.client), was))
  sayWarnings(context, warnings)
}

function registerShow(order: Command, context: Context): void {
  const { help } = context.words.orders
  order
    .command('show')
    .description(help.order.show)
    .argument('<number>', help.args.number)
    .action(async (number: string) => {
      const format = formatOf(context, ['table', 'json', 'ndjson'])
      const found = await showOrder(await context.deps(), readNumber(number))
      if (format === 'json') return outJson(context, found)
      if (format === 'ndjson') return outNdjson(context, [found])
      const { drawOrder } = await import('../render/orders.js')
      const { words, style, clock } = context
      const today = clock.toLocal(clock.now()).date
      context.out(drawOrder(found, { words, style, width: textWidth(context), today }))
    })
}

function registerEdit(order: Command, context: Context): void {
  const { words } = context
  const { help, done } = words.orders
  addOrderFlags(
    order
      .command('edit')
      .description(help.order.edit)
      .argument('<number>', help.args.number)
      .option('--sum <sum>', help.flags.sum)
      .option('--what <what>', help.flags.what)
      .option('--client <client>', help.flags.client),
    context,
  )
    .option('--no-promo', help.flags.noPromo)
    .action(async (number: string, flags: Flags) => {
      const { dryRun } = context.flags
      const input = inputFrom(flags)
      const moved = typeof flags.client === 'string' ? flags.client : null
      if (Object.keys(input).length === 0 && moved === null)
        throw typedWrongly((catalogue) => catalogue.orders.errors.nothingToChange)
      const deps = await context.deps()
      const client: Named | null = moved === null ? null : await nameClient(deps, moved, pickerOf(context))
      if (client) input.client = client.id
      const change = await editOrder(deps, readNumber(number), input, keepingFrom(context, flags))
      const said = sayable(change.order)
      context.say(
        dryRun ? done.wouldChange(...said) : change.operation === null ? words.done.unchanged : done.changed(...said),
      )
      sayAside(context, change)
      answer(context, change.order)
    })
}

function registerPay(order: Command, context: Context): void {
  const { words } = context
  const { help, done } = words.orders
  order
    .command('pay')
    .description(help.order.pay)
    .argument('<number>', help.args.number)
    .argument('[sum...]', help.args.payment)
    .option('--force', help.flags.force)
    .action(async (number: string, typed: string[], flags: Flags) => {
      const deps = await context.deps()
      const sum = typed.length === 0 ? null : typed.join(' ')
      const { order: paid } = await payOrder(deps, readNumber(number), sum, keepingFrom(context, flags))
      const name = safe(paid.client)
      const said = [paid.id, name, paid.paid] as const
      if (context.flags.dryRun) context.say(done.wouldPay(...said, paid.unpaid))
      else context.say(/[1-9]/.test(paid.unpaid) ? done.paidPart(...said, paid.unpaid) : done.paid(...said))
      answer(context, paid)
    })
}

function registerRemove(order: Command, context: Context): void {
  const { help, done } = context.words.orders
  order
    .command('remove')
    .description(help.order.remove)
    .argument('<number>', help.args.number)
    .action(async (number: string) => {
      const deps = await context.deps()
      const removed = await removeOrder(deps, readNumber(number), { dryRun: context.flags.dryRun === true })
      const said = sayable(removed)
      context.say(context.flags.dryRun ? done.wouldRemove(...said) : done.removed(...said))
      answer(context, removed)
    })
}

/** The record as it is now, for scripts that asked for it; nothing when it was only tried. */
function answer(context: Context, record: OrderView): void {
  if (formatOf(context, ['table', 'json', 'ids']) === 'json' && !context.flags.dryRun) outJson(context, record)
}
