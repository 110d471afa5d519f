import type { Command } from 'commander'
import { moneyText } from '../domain/money.js'
import { resolverOf } from '../domain/segments.js'
import { writeCsv } from '../formats/csv-writing.js'
import type { TableColumn } from '../render/table.js'
import type { Deps } from '../usecases/deps.js'
import { nameClient } from '../usecases/naming.js'
import type { OrderListing } from '../usecases/orders-listing.js'
import { type ListingInput, listOrders } from '../usecases/orders-listing.js'
import { wholeNumber } from './clients.js'
import { type Context, pickerOf } from './context.js'
import { readFilter } from './filter.js'
import type { Format } from './globals.js'
import { formatOf, outCsv, outJson, outMarkdown, outNdjson, outTsv, roomOf } from './output.js'

type Flags = Record<string, unknown>

export const LIST_FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids', 'md'] as const

/** Arguments and flags that choose whose orders or expenses are listed, and of when. */
export function addListFlags(command: Command, { words }: Context): Command {
  const { args, flags } = words.orders.help
  return command
    .argument('[client-or-filter...]', args.clientOrFilter)
    .option('--filter <filter>', words.help.flags.filter)
    .option('--from <when>', flags.from)
    .option('--to <when>', flags.to)
    .option('--period <period>', flags.period)
    .option('--limit <number>', words.help.flags.limit)
}

/** Signs by which words are a filter, not a name; a phone may have parentheses, and `@vip` may be a handle. */
async function isFilter(deps: Deps, text: string): Promise<boolean> {
  if (/[():=<>]|^(not|or)$/i.test(text.replace(/^ext:/i, '')) && !/^[+\d][\d\s().-]+$/.test(text)) return true
  return text.startsWith('@') && resolverOf(await deps.store.segments.all()).find(text.slice(1)) !== null
}

export async function listingFrom(
  context: Context,
  deps: Deps,
  typed: readonly string[],
  flags: Flags,
): Promise<ListingInput> {
  const text = typed.join(' ')
  const asked = await isFilter(deps, text)
  const filters = [...(asked ? [text] : []), ...(typeof flags.filter === 'string' ? [flags.filter] : [])]
  const named = text !== '' && !asked
  const textOf = (key: string): string | null => (typeof flags[key] === 'string' ? (flags[key] as string) : null)
  return {
    client: named ? (await nameClient(deps, text, pickerOf(context))).id : null,
    filter: await filterFrom(deps, filters),
    from: textOf('from'),
    to: textOf('to'),
    period: textOf('period'),
    limit: wholeNumber('--limit', flags.limit),
  }
}

async function filterFrom(deps: Deps, filters: readonly string[]): Promise<ListingInput['filter']> {
  if (filters.length === 0) return null
  return readFilter(deps, filters.length === 1 ? filters : filters.map((each) => `(${each})`))
}

/** Records for scripts in the formats that have no titles of their own; false for the tables people read. */
export function outRecords(
  context: Context,
  format: Format,
  records: readonly { id: number }[],
  cells: () => string[][],
): boolean {
  switch (format) {
    case 'json':
      outJson(context, records)
      return true
    case 'ndjson':
      outNdjson(context, records)
      return true
    case 'ids':
      context.out(records.map(({ id }) => `${id}\n`).join(''))
      return true
    case 'csv':
      outCsv(context, cells(), writeCsv)
      return true
    case 'tsv':
      outTsv(context, cells())
      return true
    default:
      return false
  }
}

/** A table with lines below it, or the table alone as Markdown. */
export async function outTable(
  context: Context,
  format: Format,
  { columns, rows }: { columns: TableColumn[]; rows: string[][] },
  foot: readonly string[],
): Promise<void> {
  if (format === 'md')
    return outMarkdown(
      context,
      columns.map(({ title }) => title),
      rows,
    )
  const { drawTable } = await import('../render/table.js')
  const { style } = context
  context.out(drawTable(columns, rows, { width: roomOf(context), style }))
  context.out(`\n${foot.map((line) => `${style.muted(line)}\n`).join('')}`)
}

export function registerOrderList(order: Command, context: Context): void {
  const { words, clock } = context
  const { help } = words.orders
  addListFlags(order.command('list').description(help.order.list), context)
    .option('--unpaid', help.flags.unpaid)
    .option('--stage <stage>', help.flags.onlyStage)
    .action(async (typed: string[], flags: Flags) => {
      const format = formatOf(context, LIST_FORMATS)
      const deps = await context.deps()
      const input = await listingFrom(context, deps, typed, flags)
      const stage = typeof flags.stage === 'string' ? flags.stage : null
      const listing = await listOrders(deps, { ...input, stage, unpaid: flags.unpaid === true })
      const { ordersAsCells, orderTable } = await import('../render/orders.js')
      if (outRecords(context, format, listing.orders, () => ordersAsCells(listing.orders))) return
      if (listing.orders.length === 0) return context.say(words.orders.list.empty)
      const today = clock.toLocal(clock.now()).date
      const view = { words, today, ofOne: input.client !== null, width: format === 'md' ? null : roomOf(context) }
      await outTable(context, format, orderTable(listing.orders, view), footOf(context, listing))
    })
}

function footOf({ words }: Context, { orders, totals, leftOut }: OrderListing): string[] {
  const { list } = words.orders
  const lines = totals.map(({ currency, orders: number, sum_minor, unpaid_minor }) =>
    list.total(number, moneyText(sum_minor, currency), unpaid_minor === 0 ? null : moneyText(unpaid_minor, currency)),
  )
  const all = totals.reduce((sum, { orders: number }) => sum + number, leftOut)
  if (leftOut > 0) lines.push(list.leftOut(leftOut))
  if (all > orders.length) lines.push(list.shown(orders.length))
  return lines
}
