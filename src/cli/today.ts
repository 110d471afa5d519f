import type { Command } from 'commander'
import { isoInstant } from '../domain/calendar.js'
import { SECTIONS, type Section } from '../domain/day/reason.js'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import type { DayShown } from '../render/today.js'
import type { DayPlan } from '../usecases/day-plan.js'
import { type Deps, localNow } from '../usecases/deps.js'
import { type Day, SHOWN_TO_PEOPLE, type TodayInput, today } from '../usecases/today.js'
import { wholeNumber } from './clients.js'
import type { Context } from './context.js'
import { readFilter } from './filter.js'
import type { Format } from './globals.js'
import { formatOf, outJson, outNdjson, outTsv, textWidth } from './output.js'

type Flags = Record<string, unknown>

const FOR_PEOPLE: readonly Format[] = ['table', 'md', 'html']

/** Exit code of `today --exit-code` when nothing is due. */
const NOTHING_DUE = 10

export function registerToday(program: Command, context: Context, exit: (code: number) => void): void {
  const { words } = context
  program
    .command('today')
    .description(words.help.verbs.today)
    .option('--ahead <days>', words.help.flags.ahead)
    .option('--belated <days>', words.help.flags.belated)
    .option('--only <sections>', words.help.flags.only)
    .option('--limit <number>', words.help.flags.limit)
    .option('--filter <filter>', words.help.flags.filter)
    .option('--at <time>', words.help.flags.atTime)
    .option('--budget <time>', words.help.flags.budget)
    .option('--exit-code', words.help.flags.exitCode)
    .action(async (flags: Flags) => {
      const format = formatOf(context, ['table', 'json', 'ndjson', 'tsv', 'ids', 'md', 'html', 'ics'])
      const only = readOnly(flags.only)
      const limit = wholeNumber('--limit', flags.limit)
      const ahead = wholeNumber('--ahead', flags.ahead) ?? context.span.ahead
      const belated = wholeNumber('--belated', flags.belated) ?? context.span.belated
      const deps = await context.deps()
      const filter = typeof flags.filter === 'string' ? await readFilter(deps, [flags.filter]) : null
      const { at, arrange, plan } = await planning(context, deps, flags, format)
      const wanted = {
        ahead,
        belated,
        only,
        limit,
        perSection: FOR_PEOPLE.includes(format) && limit === null ? SHOWN_TO_PEOPLE : null,
        filter,
        whole: format === 'json' || format === 'ndjson',
        at,
        arrange,
      }
      const day = await deps.store.steadily(() => today(deps, wanted))
      if (flags.exitCode === true && day.entries.length + day.more === 0) exit(NOTHING_DUE)
      await print(context, format, day, plan(day))
    })
}

interface Planning extends Pick<TodayInput, 'at' | 'arrange'> {
  plan(day: Day): DayPlan | null
}

/** For which moment the day is looked at, in which order, and what fits into the time there is. */
async function planning(context: Context, deps: Deps, flags: Flags, format: Format): Promise<Planning> {
  const at = await readAt(deps, flags.at)
  const asked = at !== null || flags.budget !== undefined
  // In a mail the order is the rank: nobody knows when it will be read.
  if (!asked && !(context.world.stdout.isTerminal && format === 'table')) return { at, arrange: null, plan: () => null }
  const { arrangement, planOfDay } = await import('../usecases/day-plan.js')
  const moment = at ?? deps.clock.now()
  const budget = await readMinutes(flags.budget)
  return {
    at,
    arrange: arrangement(deps, moment, budget),
    plan: ({ entries }) => (budget === null ? null : planOfDay(deps, entries, moment, budget)),
  }
}

async function readAt(deps: Deps, typed: unknown): Promise<Date | null> {
  if (typeof typed !== 'string') return null
  const { parseWhen } = await import('../domain/when.js')
  const now = localNow(deps)
  const reading = parseWhen(typed, now, 'future')
  if ('problem' in reading || reading.when.time === null || reading.when.date !== now.date)
    throw typedWrongly((words) => words.today.notToday(typed))
  return deps.clock.toInstant({ date: reading.when.date, time: reading.when.time })
}

async function readMinutes(typed: unknown): Promise<number | null> {
  if (typeof typed !== 'string') return null
  return (await import('../domain/day/plan.js')).readBudget(typed)
}

async function print(context: Context, format: Format, day: Day, plan: DayPlan | null): Promise<void> {
  const { words, clock, style, world } = context
  const { date, entries, more } = day
  if (format === 'json' || format === 'ndjson' || format === 'tsv') return printData(context, format, day, plan)
  if (entries.length === 0) {
    if (world.stdout.isTerminal) context.say(words.today.nothing)
    return
  }
  if (format === 'ids') return context.out(entries.map(({ client }) => `${client.id}\n`).join(''))
  const shown: DayShown = {
    words,
    date,
    entries,
    more,
    plan,
    toLocal: (instant) => clock.toLocal(new Date(instant)),
  }
  switch (format) {
    case 'html':
      return context.out((await import('../render/today-html.js')).dayAsHtml(shown))
    case 'md':
      return context.out((await import('../render/today-markdown.js')).dayAsMarkdown(shown))
    case 'ics':
      return printCalendar(context, shown)
    default:
      return context.out((await import('../render/today.js')).drawDay(shown, { style, width: textWidth(context) }))
  }
}

async function printData(context: Context, format: 'json' | 'ndjson' | 'tsv', day: Day, plan: DayPlan | null) {
  const { entries } = day
  const { dayAsCells, dayRecord, entryRecord } = await import('../render/today-records.js')
  if (format === 'json') return outJson(context, dayRecord({ ...day, plan }))
  if (format === 'ndjson')
    return outNdjson(
      context,
      entries.map((entry) => ({ ...entryRecord(entry), section: entry.section })),
    )
  if (entries.length > 0) return outTsv(context, dayAsCells(entries, context.words))
  if (context.world.stdout.isTerminal) context.say(context.words.today.nothing)
}

async function printCalendar(context: Context, shown: DayShown): Promise<void> {
  const { clock, words, world } = context
  const { dayEvents } = await import('../render/today-calendar.js')
  const { writeCalendar } = await import('../formats/ics.js')
  const events = dayEvents(shown, (date, time) => isoInstant(clock.toInstant({ date, time })))
  const written = writeCalendar(events, { now: isoInstant(clock.now()), name: words.today.page.calendar })
  // In a pipe or a file it is what was stored; a terminal could act on it.
  context.out(world.stdout.isTerminal ? written.split('\r\n').map(safe).join('\n') : written)
}

function readOnly(value: unknown): Section[] {
  if (typeof value !== 'string') return [...SECTIONS]
  return value.split(',').map((part) => {
    const section = SECTIONS.find((each) => each === part.trim())
    if (!section) throw typedWrongly((words) => words.errors.notOneOf('--only', part.trim(), SECTIONS))
    return section
  })
}
