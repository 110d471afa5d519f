import type { Command } from 'commander'
import { cancelled, typedWrongly } from '../errors.js'
import { writeCsv } from '../formats/csv-writing.js'
import { CLIENT_COLUMNS, clientColumn, defaultColumns, titled } from '../render/clients.js'
import { safe } from '../render/safe.js'
import { drawTable } from '../render/table.js'
import { add, archive, type ClientInput, count, edit, list, listIds, show } from '../usecases/clients.js'
import type { Deps } from '../usecases/deps.js'
import { nameClient } from '../usecases/naming.js'
import { addClientFlags, addRemovalFlags, readClientFlags } from './client-flags.js'
import { type Context, pickerOf } from './context.js'
import { readFilter } from './filter.js'
import { formatOf, outCsv, outJson, outMarkdown, outNdjson, outTsv, roomOf } from './output.js'

type Flags = Record<string, unknown>

export function registerAdd(program: Command, context: Context): void {
  const { words } = context
  const command = program.command('add').description(words.help.verbs.add).argument('[name...]', words.help.args.name)
  addClientFlags(command, words)
    .option('--force', words.help.flags.force)
    .action(async (name: string[], flags: Flags) => {
      const deps = await context.deps()
      const input = await readClientFlags(context, deps, flags)
      const asked = name.length === 0 ? await askClient(context) : {}
      const full = { ...input, ...asked, name: name.length === 0 ? (asked.name ?? '') : name.join(' ') }
      if (context.flags.dryRun) return context.say(words.done.wouldAdd(safe(full.name)))
      const { client, newFields } = await add(deps, full, flags.force === true)
      for (const key of newFields) context.say(words.done.newField(key))
      if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, client)
      else context.out(`${client.id}\n`)
    })
}

/** What is asked when nothing was typed behind `add`; each but the name may stay empty. */
async function askClient(context: Context): Promise<Partial<ClientInput>> {
  const { words, interactive, world } = context
  if (!interactive)
    throw typedWrongly((catalogue) => ({ text: catalogue.errors.noName, hint: catalogue.errors.needsTerminal }))
  const asker = await world.asker()
  const name = await asker.input(words.ask.name, { check: (value) => value.trim() !== '' || words.errors.noName })
  const phone = await asker.input(words.ask.phone)
  const email = await asker.input(words.ask.email)
  const company = await asker.input(words.ask.company)
  const birthday = await asker.input(words.ask.birthday)
  const note = await asker.input(words.ask.note)
  const given = (text: string): boolean => text.trim() !== ''
  return {
    name,
    points: [
      ...(given(phone) ? [{ kind: 'phone' as const, text: phone }] : []),
      ...(given(email) ? [{ kind: 'email' as const, text: email }] : []),
    ],
    ...(given(company) ? { company } : {}),
    ...(given(birthday) ? { birthday } : {}),
    ...(given(note) ? { texts: { note } } : {}),
  }
}

const saysNothing = (input: ClientInput): boolean =>
  Object.values(input).every((value) =>
    Array.isArray(value)
      ? value.length === 0
      : typeof value === 'object' && value !== null
        ? Object.keys(value).length === 0
        : value === undefined,
  )

export function registerEdit(program: Command, context: Context): void {
  const { words } = context
  const command = program
    .command('edit')
    .description(words.help.verbs.edit)
    .argument('<client...>', `${words.help.args.client}; ${words.help.args.filter}`)
  addRemovalFlags(addClientFlags(command, words), words)
    .option('--all', words.help.flags.all)
    .action(async (client: string[], flags: Flags) => {
      const deps = await context.deps()
      const input = await readClientFlags(context, deps, flags)
      if (saysNothing(input)) throw typedWrongly((catalogue) => catalogue.errors.nothingToChange)
      const ids = await chosen(context, deps, client, flags.all === true)
      if (context.flags.dryRun) return context.say(words.done.wouldEdit(ids.length))
      if (
        flags.all === true &&
        context.interactive &&
        !context.flags.yes &&
        !(await confirm(context, words.done.wouldEdit(ids.length)))
      )
        throw cancelled()
      const { operation, newFields } = await edit(deps, ids, input)
      for (const key of newFields) context.say(words.done.newField(key))
      context.say(operation === null ? words.done.unchanged : words.done.edited(ids.length))
      if (formatOf(context, ['table', 'json']) === 'json')
        outJson(context, flags.all === true ? await deps.store.clients.records(ids) : await show(deps, ids[0] ?? 0))
    })
}

async function chosen(context: Context, deps: Deps, typed: readonly string[], all: boolean): Promise<number[]> {
  if (!all && !/[():=<>]|^(not|or)$/i.test(typed.join(' ').replace(/^ext:/i, '')))
    return [(await nameClient(deps, typed.join(' '), pickerOf(context))).id]
  const filter = await readFilter(deps, typed)
  const ids = await listIds(deps, { filter, sort: [{ key: 'id', descending: false }], limit: null, offset: 0 })
  if (!all) throw typedWrongly((words) => words.errors.allNeeded(ids.length))
  return ids
}

export async function confirm(context: Context, what: string): Promise<boolean> {
  const asker = await context.world.asker()
  return asker.confirm(`${what} ${context.words.done.sure}`)
}

export function registerRemove(program: Command, context: Context): void {
  const { words } = context
  program
    .command('remove')
    .description(words.help.verbs.remove)
    .argument('<client...>', words.help.args.client)
    .action(async (client: string[]) => {
      const deps = await context.deps()
      const { id, name } = await nameClient(deps, client.join(' '), pickerOf(context))
      if (context.flags.dryRun) return context.say(words.done.wouldRemove(safe(name)))
      await archive(deps, id)
      context.say(words.done.archived(safe(name)))
    })
}

export function registerShow(program: Command, context: Context): void {
  const { words } = context
  program
    .command('show')
    .description(words.help.verbs.show)
    .argument('<client...>', words.help.args.client)
    .action(async (client: string[]) => {
      const format = formatOf(context, ['table', 'json', 'ndjson'])
      const deps = await context.deps()
      const { id } = await nameClient(deps, client.join(' '), pickerOf(context))
      const card = await show(deps, id)
      if (format === 'json') return outJson(context, card)
      if (format === 'ndjson') return outNdjson(context, [card])
      const { drawCard } = await import('../render/card.js')
      const { clock, style } = context
      context.out(
        drawCard(card, {
          words,
          style,
          width: Math.min(roomOf(context) ?? 80, 100),
          today: clock.toLocal(clock.now()).date,
          dayOf: (instant) => clock.toLocal(new Date(instant)).date,
        }),
      )
    })
}

/** A whole number of a flag, refused with its name when it is none. */
export function wholeNumber(flag: string, value: unknown): number | null {
  if (value === undefined) return null
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value))
    throw typedWrongly((words) => words.errors.badNumber(flag, String(value)))
  return Number(value)
}

const SORTS: Record<string, string> = {
  last_contact_at: 'last',
  verified_at: 'verified',
  created_at: 'created',
  updated_at: 'updated',
}
const SORTABLE = [
  'id',
  'name',
  'kind',
  'status',
  'city',
  'source',
  'owner',
  'position',
  'vip',
  'family_name',
  'given_name',
  'created',
  'updated',
  'verified',
  'external_id',
  'last',
  'contacts',
  'birthday',
  'company',
]

function readSort(value: unknown): { key: string; descending: boolean }[] {
  if (value === undefined) return []
  return String(value)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const descending = /^[-\u2212]/.test(part)
      const typed = descending ? part.slice(1) : part
      const key = Object.hasOwn(SORTS, typed) ? (SORTS[typed] ?? typed) : typed
      if (!SORTABLE.includes(key)) throw typedWrongly((words) => words.errors.notOneOf('--sort', part, SORTABLE))
      return { key, descending }
    })
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
    .action(async (filter: string[], flags: Flags) => {
      const format = formatOf(context, ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids', 'md'])
      const sort = readSort(flags.sort)
      const limit = wholeNumber('--limit', flags.limit)
      const offset = wholeNumber('--offset', flags.offset) ?? 0
      const deps = await context.deps()
      const input = { filter: await readFilter(deps, filter), sort, limit, offset }
      if (format === 'ids') return context.out((await listIds(deps, input)).map((id) => `${id}\n`).join(''))
      const asked =
        typeof flags.columns === 'string'
          ? flags.columns
              .split(',')
              .map((each) => each.trim())
              .filter((each) => each !== '')
          : null
      const custom = asked ? (await deps.store.clients.customFields()).map(({ key }) => key) : []
      const columns = (
        asked ??
        (format === 'table' || format === 'md' ? defaultColumns(roomOf(context) ?? 120) : Object.keys(CLIENT_COLUMNS))
      ).map((name) => {
        const column = clientColumn(name, custom)
        if (!column)
          throw typedWrongly((catalogue) =>
            catalogue.errors.notOneOf('--columns', name, [...Object.keys(CLIENT_COLUMNS), ...custom]),
          )
        return column
      })
      const clients = await list(deps, input)
      if (format === 'json' || format === 'ndjson') {
        const picked = asked
          ? clients.map((client) =>
              Object.fromEntries(
                columns.map(({ key, data, text }) => [
                  key,
                  Object.hasOwn(client, key)
                    ? client[key as keyof typeof client]
                    : (data ?? ((each) => text(each, words)))(client),
                ]),
              ),
            )
          : clients
        return format === 'json' ? outJson(context, picked) : outNdjson(context, picked)
      }
      if (format === 'csv' || format === 'tsv') {
        const rows = [
          columns.map(({ key }) => key),
          ...clients.map((client) => columns.map(({ data, text }) => (data ? data(client) : text(client, words)))),
        ]
        return format === 'csv' ? outCsv(context, rows, writeCsv) : outTsv(context, rows)
      }
      if (clients.length === 0) return context.say(words.done.emptyList)
      const rows = clients.map((client) => columns.map(({ text }) => text(client, words)))
      const titles = columns.map((column) => titled(column, words))
      if (format === 'md')
        return outMarkdown(
          context,
          titles.map(({ title }) => title),
          rows,
        )
      // A column in which nothing stands only takes room, unless it was asked for.
      const kept = asked ? columns.map(() => true) : columns.map((_, index) => rows.some((row) => row[index] !== ''))
      const only = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => kept[index])
      context.out(drawTable(only(titles), rows.map(only), { width: roomOf(context), style: context.style }))
    })
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
      context.out(`${await count(deps, await readFilter(deps, filter))}\n`)
    })
}
