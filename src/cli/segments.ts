import type { Command } from 'commander'
import { FilterError } from '../domain/filter/tree.js'
import { writeCsv } from '../formats/csv-writing.js'
import { safe } from '../render/safe.js'
import { drawSegment, drawSegments, typedName } from '../render/segments.js'
import { localNow } from '../usecases/deps.js'
import { listSegments, removeSegment, saveSegment, showSegment } from '../usecases/segments.js'
import { wholeNumber } from './clients.js'
import type { Context } from './context.js'
import { filterRefusal, noFilter } from './filter.js'
import { formatOf, outCsv, outJson, outMarkdown, outNdjson, outTsv, roomOf } from './output.js'

/** So many clients of a segment are shown when no number is given. */
const SHOWN = 20

export function registerSegment(program: Command, context: Context): void {
  const { words } = context
  const { help } = words.segments
  const segment = program.command('segment').description(words.help.verbs.segment)
  segment
    .command('save')
    .description(help.save)
    .argument('<name>', help.name)
    .argument('<filter...>', help.filter)
    .action((name: string, filter: string[]) => save(context, name, filter))
  segment
    .command('list')
    .description(help.list)
    .action(() => list(context))
  segment
    .command('show')
    .description(help.show)
    .argument('<name...>', help.name)
    .option('--limit <number>', words.help.flags.limit)
    .action((name: string[], flags: { limit?: string }) => show(context, name.join(' '), flags.limit))
  segment
    .command('remove')
    .description(help.remove)
    .argument('<name...>', help.name)
    .action((name: string[]) => remove(context, name.join(' ')))
}

/** Mistakes in a filter are shown with a caret under their place. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof FilterError ? filterRefusal(error) : error
  }
}

async function save(context: Context, name: string, filter: readonly string[]): Promise<void> {
  const json = formatOf(context, ['table', 'json']) === 'json'
  const keep = !context.flags.dryRun
  const source = filter.join(' ').replaceAll('\u2212', '-')
  if (source.trim() === '') throw noFilter()
  const deps = await context.deps()
  const { operation: _, ...saved } = await told(() => saveSegment(deps, { name, filter: source }, keep))
  const { done } = context.words.segments
  const said = safe(typedName(saved))
  if (saved.outcome === 'unchanged') context.say(done.unchanged(said, saved.size))
  else if (saved.outcome === 'updated') context.say((keep ? done.updated : done.wouldUpdate)(said, saved.size))
  else context.say((keep ? done.saved : done.wouldSave)(said, saved.size))
  if (json) outJson(context, saved)
}

async function list(context: Context): Promise<void> {
  const format = formatOf(context, ['table', 'json', 'ndjson', 'csv', 'tsv', 'md'])
  const listed = await listSegments(await context.deps())
  if (format === 'json') return outJson(context, listed)
  if (format === 'ndjson') return outNdjson(context, listed)
  if (format === 'table')
    return context.out(drawSegments(listed, { words: context.words, style: context.style, width: roomOf(context) }))
  const header = ['name', 'size', 'ready_made', 'filter']
  const rows = listed.map(({ name, size, ready_made, filter }) => [
    name,
    size === null ? '' : String(size),
    ready_made ? 'yes' : 'no',
    filter,
  ])
  if (format === 'md') return outMarkdown(context, header, rows)
  return format === 'csv' ? outCsv(context, [header, ...rows], writeCsv) : outTsv(context, [header, ...rows])
}

async function show(context: Context, name: string, limitTyped: string | undefined): Promise<void> {
  const format = formatOf(context, ['table', 'json', 'ids'])
  const limit = wholeNumber('--limit', limitTyped)
  const deps = await context.deps()
  const note = !context.flags.dryRun
  const { ids, ...shown } = await told(() => showSegment(deps, name, { limit: limit ?? SHOWN, note }))
  if (format === 'ids')
    return context.out(
      ids
        .slice(0, limit ?? ids.length)
        .map((id) => `${id}\n`)
        .join(''),
    )
  if (format === 'json') return outJson(context, shown)
  const { words, style } = context
  context.out(drawSegment({ ...shown, ids }, { words, style, width: roomOf(context), today: localNow(deps).date }))
}

async function remove(context: Context, name: string): Promise<void> {
  const keep = !context.flags.dryRun
  const removed = await removeSegment(await context.deps(), name, keep)
  const { done } = context.words.segments
  context.say((keep ? done.removed : done.wouldRemove)(safe(typedName(removed))))
}
