import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { drawTable } from '../render/table.js'
import { shortDate } from '../render/when.js'
import { dropHoliday, keepHoliday, type ListedHoliday, listHolidays } from '../usecases/holidays.js'
import type { Language } from '../words/catalogue.js'
import { HOLIDAY_CALLED, holidayName } from '../words/holidays.js'
import type { Context } from './context.js'
import { explained } from './filter.js'
import { formatOf, outJson, outNdjson, outTsv, roomOf } from './output.js'

export interface HolidayFlags {
  keep?: string
  for?: string
  day?: string
  remind?: string
  drop?: string
}

const FORMATS = ['table', 'json', 'ndjson', 'tsv', 'ids'] as const

const nameOf = ({ key, name }: ListedHoliday, { words }: Context): string =>
  holidayName(key, name, words.language as Language)

const today = ({ clock }: Context): string => clock.toLocal(clock.now()).date

export async function showHolidays(context: Context): Promise<void> {
  const format = formatOf(context, FORMATS)
  const { words, style } = context
  const holidays = await listHolidays(await context.deps())
  const named = holidays.map((holiday) => ({ ...holiday, name: nameOf(holiday, context) }))
  if (format === 'json') return outJson(context, named)
  if (format === 'ndjson') return outNdjson(context, named)
  if (format === 'ids') return context.out(named.map(({ key }) => `${key}\n`).join(''))
  if (format === 'tsv')
    return outTsv(context, [
      ['key', 'name', 'on', 'kept', 'whom', 'countries', 'filter', 'remind_days', 'clients'],
      ...named.map(({ key, name, on, kept, whom, countries, filter, remind_days, clients }) => [
        ...[key, name, on, String(kept), whom, countries?.join(',') ?? '', filter ?? ''],
        ...[String(remind_days ?? ''), String(clients ?? '')],
      ]),
    ])
  const { columns, kept, whom } = words.greeting.holidays
  context.out(
    drawTable(
      [
        { title: columns.kept },
        { title: columns.day },
        { title: columns.name, flexible: true },
        { title: columns.key },
        { title: columns.whom, flexible: true },
        { title: columns.clients, align: 'right' },
      ],
      named.map((each) => [
        each.kept ? kept : '',
        shortDate(each.on, today(context), words),
        each.name,
        each.key,
        each.filter ?? whom[each.whom],
        each.clients === null ? '' : String(each.clients),
      ]),
      { width: roomOf(context), style },
    ),
  )
}

export async function keep(context: Context, flags: HolidayFlags & { keep: string }): Promise<void> {
  const format = formatOf(context, FORMATS)
  const { words } = context
  const deps = await context.deps()
  if (context.flags.dryRun) return
  const kept = await explained(() =>
    keepHoliday(
      deps,
      { name: flags.keep, filter: flags.for ?? null, day: flags.day ?? null, remind: flags.remind ?? null },
      HOLIDAY_CALLED,
    ),
  )
  context.say(
    words.greeting.holidays.keptNow(
      safe(nameOf(kept, context)),
      shortDate(kept.on, today(context), words),
      kept.clients,
    ),
  )
  if (format === 'json') outJson(context, kept)
}

export async function drop(context: Context, name: string): Promise<void> {
  const format = formatOf(context, FORMATS)
  const deps = await context.deps()
  if (context.flags.dryRun) return
  const dropped = await dropHoliday(deps, name, HOLIDAY_CALLED)
  context.say(context.words.greeting.holidays.dropped(safe(nameOf(dropped, context))))
  if (format === 'json') outJson(context, dropped)
}

/** What belongs to `--keep` says nothing without it. */
export function checkHolidayFlags(flags: HolidayFlags): void {
  if (flags.keep !== undefined) return
  for (const flag of ['for', 'day', 'remind'] as const)
    if (flags[flag] !== undefined) throw typedWrongly(({ greeting }) => greeting.errors.onlyWithKeep(`--${flag}`))
}
