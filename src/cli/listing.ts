import type { Command } from 'commander'
import type { ClientRecord, CustomField } from '../domain/client.js'
import { fieldNamed } from '../domain/fields.js'
import { quotedInstead } from '../domain/filter/quoting.js'
import { type Refusal, typedWrongly } from '../errors.js'
import { writeCsv } from '../formats/csv-writing.js'
import { CLIENT_COLUMNS, type ClientView, clientColumn, defaultColumns, titled } from '../render/clients.js'
import { drawTable } from '../render/table.js'
import type { Deps } from '../usecases/deps.js'
import { count, type ListInput, list, listIds } from '../usecases/listing.js'
import { refuseBulk } from './bulk.js'
import { wholeNumber } from './clients.js'
import type { Context } from './context.js'
import { readFilter } from './filter.js'
import { formatOf, outCsv, outJson, outMarkdown, outNdjson, outTsv, roomOf } from './output.js'

type Flags = Record<string, unknown>
type Column = NonNullable<ReturnType<typeof clientColumn>>

/** Fields in whose order a list may stand, by the names that the filter has for them. */
const SORTABLE = [
  ...['id', 'name', 'kind', 'status', 'city', 'source', 'owner', 'position', 'vip', 'family_name', 'given_name'],
  ...['company', 'birthday', 'created', 'updated', 'verified', 'external_id'],
  ...['warmth', 'frequency', 'rhythm', 'behaviour', 'last', 'last_answer', 'first_contact', 'silent'],
  ...['contacts', 'contacts_in', 'contacts_out', 'answered', 'minutes', 'due', 'touch', 'cadence'],
  ...['orders', 'spent', 'cost', 'margin', 'unpaid', 'promo_share', 'first_order', 'last_order', 'next_order', 'gap'],
  ...['referrals', 'referred_income'],
]

const parted = (typed: string): string[] =>
  typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `-spent,name` in any language, fields of one's own too; refuses what a list cannot be sorted by. */
function readSort(value: unknown, own: readonly CustomField[]): ListInput['sort'] {
  const keys = parted(typeof value === 'string' ? value : '').map((part) => {
    const descending = /^[-\u2212]/.test(part)
    const typed = descending ? part.slice(1) : part
    const field = fieldNamed(typed, own)
    if (field?.kept === 'custom') return { key: field.key, descending, own: field.type }
    const key = field?.key ?? typed
    if (!SORTABLE.includes(key))
      throw typedWrongly(({ errors }) =>
        errors.notOneOf('--sort', typed, [...SORTABLE, ...own.map((each) => each.key)]),
      )
    return { key, descending }
  })
  // What a list is sorted by already sorts nothing further.
  return keys.filter(({ key }, at) => keys.findIndex((each) => each.key === key) === at)
}

export function registerList(program: Command, context: Context): void {
  const { words } = context
  program
    .command('list')
    .description(words.help.verbs.list)
    .argument('[filter...]', words.help.args.filter)
    .option('--columns <columns>', words.help.flags.columns)
    .option('--sort <fields>', words.help.flags.sort)
    .option('--limit <number>', words.help.flags.limit)
    .option('--offset <number>', words.help.flags.offset)
    .action((filter: string[], flags: Flags) => runList(context, filter, flags))
}

async function runList(context: Context, filter: readonly string[], flags: Flags): Promise<void> {
  const format = formatOf(context, ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids', 'md'])
  const limit = wholeNumber('--limit', flags.limit)
  const offset = wholeNumber('--offset', flags.offset) ?? 0
  const deps = await context.deps()
  const own = flags.sort === undefined && flags.columns === undefined ? [] : await deps.store.clients.customFields()
  const sort = readSort(flags.sort, own)
  const input = { filter: await readFilter(deps, filter), sort, limit, offset }
  // A table on a terminal is for reading; all else is data that goes elsewhere.
  if (context.reasonOver !== null && format !== 'table') refuseBulk(context, await rowsOf(deps, input))
  if (format === 'ids') return context.out((await listIds(deps, input)).map((id) => `${id}\n`).join(''))
  const asked = typeof flags.columns === 'string' ? parted(flags.columns) : null
  const custom = own.map(({ key }) => key)
  if (asked?.length === 0) throw columnUnknown('', custom)
  const forPeople = format === 'table' || format === 'md'
  const names = asked ?? (forPeople ? defaultColumns(roomOf(context) ?? 120) : Object.keys(CLIENT_COLUMNS))
  const columns = names.map((name) => columnNamed(name, custom))
  const clients = await list(deps, input)
  const { clock } = context
  const view: ClientView = {
    today: clock.toLocal(clock.now()).date,
    dayOf: (instant) => clock.toLocal(new Date(instant)).date,
  }
  if (forPeople) {
    outTable(context, format, columns, clients, { view, isAsked: asked !== null })
    return clients.length === 0 ? hintAtQuotes(context, filter) : undefined
  }
  if (format === 'csv' || format === 'tsv') {
    const rows = [
      columns.map(({ key }) => key),
      ...clients.map((client) => columns.map((each) => dataOf(each, client, context, view))),
    ]
    return format === 'csv' ? outCsv(context, rows, writeCsv) : outTsv(context, rows)
  }
  const picked = asked ? clients.map((client) => pick(client, columns, context, view)) : clients
  return format === 'json' ? outJson(context, picked) : outNdjson(context, picked)
}

/** How many rows a list will have. */
async function rowsOf(deps: Deps, { filter, limit, offset }: ListInput): Promise<number> {
  const found = Math.max(0, (await count(deps, filter)) - offset)
  return limit === null ? found : Math.min(limit, found)
}

function columnNamed(name: string, custom: readonly string[]): Column {
  const column = clientColumn(name, custom)
  if (column) return column
  throw columnUnknown(name, custom)
}

const columnUnknown = (name: string, custom: readonly string[]): Refusal =>
  typedWrongly((words) => words.errors.notOneOf('--columns', name, [...Object.keys(CLIENT_COLUMNS), ...custom]))

/** The columns asked for as JSON has them: a field of the client as it is, all else as a script reads it. */
const pick = (client: ClientRecord, columns: readonly Column[], context: Context, view: ClientView) =>
  Object.fromEntries(
    columns.map((column): [string, unknown] => {
      if (Object.hasOwn(client, column.key)) return [column.key, client[column.key as keyof ClientRecord]]
      return [column.key, column.json ? column.json(client, view) : dataOf(column, client, context, view)]
    }),
  )

const dataOf = ({ data, text }: Column, client: ClientRecord, { words }: Context, view: ClientView): string =>
  data ? data(client, view) : text(client, words, view)

function outTable(
  context: Context,
  format: 'table' | 'md',
  columns: readonly Column[],
  clients: readonly ClientRecord[],
  { view, isAsked }: { view: ClientView; isAsked: boolean },
): void {
  const { words } = context
  const rows = clients.map((client) => columns.map(({ text }) => text(client, words, view)))
  const titles = columns.map((column) => titled(column, words))
  const header = titles.map(({ title }) => title)
  // A column in which nothing stands only takes room, unless it was asked for.
  const kept = columns.map((_, index) => isAsked || rows.some((row) => row[index] !== ''))
  const only = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => kept[index])
  if (clients.length === 0) context.say(words.done.emptyList)
  else if (format === 'md') outMarkdown(context, header, rows)
  else context.out(drawTable(only(titles), rows.map(only), { width: roomOf(context), style: context.style }))
}

/** A shell takes quotes away: `city:"New York"` comes as a city and a word behind it, which seldom fit together. */
function hintAtQuotes({ say, words }: Context, filter: readonly string[]): void {
  const meant = quotedInstead(filter.join(' '))
  if (meant !== null) say(words.filter.valueHint(meant))
}

export function registerCount(program: Command, context: Context): void {
  const { words } = context
  program
    .command('count')
    .description(words.help.verbs.count)
    .argument('[filter...]', words.help.args.filter)
    .action(async (filter: string[]) => {
      formatOf(context, ['table', 'json'])
      const deps = await context.deps()
      const found = await count(deps, await readFilter(deps, filter))
      if (found === 0) hintAtQuotes(context, filter)
      context.out(`${found}\n`)
    })
}
