import { type Command, Option } from 'commander'
import type { CivilDate } from '../domain/calendar.js'
import type { Closeness } from '../domain/client.js'
import { LETTER_LANGUAGES, type LetterLanguage } from '../domain/greeting/language.js'
import { parseWhen } from '../domain/when.js'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import type { SettingKey } from '../settings.js'
import type { Deps } from '../usecases/deps.js'
import { type GreetInput, greet } from '../usecases/greet.js'
import { markGreeted } from '../usecases/greet-marking.js'
import { holidayNamed } from '../usecases/holidays.js'
import { isEntryNumber } from '../usecases/naming.js'
import { HOLIDAY_CALLED, holidayName } from '../words/holidays.js'
import { wholeNumber } from './clients.js'
import type { Context } from './context.js'
import { readFilter } from './filter.js'
import { writeDrafts } from './greet-drafts.js'
import { checkHolidayFlags, drop, type HolidayFlags, keep, showHolidays } from './greet-holidays.js'
import { readTemplates, templateFolder, type Worded, type Wording, worded } from './greet-letters.js'
import { GREET_FORMATS, outGreetings } from './greet-output.js'
import { listTemplates } from './greet-templates.js'
import { formatOf } from './output.js'

interface Flags extends HolidayFlags {
  date?: string
  ahead?: string
  belated?: string
  holiday?: string
  text?: boolean
  links?: boolean
  mbox?: string
  force?: boolean
  mark?: boolean
  channel?: string
  language?: string
  formal?: boolean
  close?: boolean
  limit?: string
  templates?: boolean
  holidays?: boolean
}

/** As many as one reads at a sitting; data has all, and so has what is marked or drafted. `--limit` overrules it. */
const FOR_PEOPLE = 50

export interface Settings {
  effective: () => Record<SettingKey, { value: string }>
}

export function registerGreet(program: Command, context: Context, settings: Settings): void {
  const { words } = context
  const { flags: help } = words.greeting
  program
    .command('greet')
    .description(words.help.verbs.greet)
    .argument('[filter...]', words.help.args.filter)
    .option('--date <when>', help.date)
    .option('--ahead <days>', help.ahead)
    .option('--belated <days>', help.belated)
    .option('--holiday <name>', help.holiday)
    .option('--text', help.text)
    .option('--links', help.links)
    .option('--mbox <file>', help.mbox)
    .option('--force', help.force)
    .option('--mark', help.mark)
    .option('--channel <channel>', help.channel)
    .option('--language <language>', help.language)
    .addOption(new Option('--formal', help.formal).conflicts('close'))
    .option('--close', help.close)
    .option('--limit <number>', words.help.flags.limit)
    .option('--templates', help.templates)
    .option('--holidays', help.holidays)
    .option('--keep <holiday>', help.keep)
    .option('--for <filter>', help.for)
    .option('--day <day>', help.day)
    .option('--remind <span>', help.remind)
    .option('--drop <holiday>', help.drop)
    .addHelpText('after', `\n${words.greeting.note}`)
    .action(async (typed: string[], flags: Flags) => {
      checkHolidayFlags(flags)
      if (flags.holidays) return showHolidays(context)
      if (flags.keep !== undefined) return keep(context, { ...flags, keep: flags.keep })
      if (flags.drop !== undefined) return drop(context, flags.drop)
      if (flags.templates) return listTemplates(context)
      return run(context, typed, flags, settings)
    })
}

async function run(context: Context, typed: readonly string[], flags: Flags, settings: Settings): Promise<void> {
  const format = formatOf(context, GREET_FORMATS)
  const wording = wordingOf(context, flags, settings)
  const day = dayOf(context, flags.date)
  const limit = wholeNumber('--limit', flags.limit)
  const deps = await context.deps()
  const input = await inputOf(context, deps, { typed, flags, day })
  const isForPeople = format === 'table' || format === 'md'
  const all = flags.mark === true || flags.mbox !== undefined || !isForPeople
  const { greetings, more, refused } = await greet(deps, { ...input, limit: limit ?? (all ? null : FOR_PEOPLE) })
  const wanted = flags.mark && isOfToday(input, flags) ? greetings.filter(({ reason }) => reason.days <= 0) : greetings
  const shown = wanted.map((greeting) => worded(greeting, wording))
  if (flags.mbox !== undefined)
    await writeDrafts(context, shown, flags.mbox, flags.force === true || context.flags.yes === true)
  if (flags.mark) await mark(context, deps, shown, flags.channel ?? null)
  outGreetings(context, format, shown, { text: flags.text === true, links: flags.links === true })
  for (const { name } of refused) context.say(context.words.consent.unreachable(safe(name)))
  if (more > 0 && isForPeople) context.say(context.words.greeting.more(more))
  if (flags.holiday !== undefined && shown.length === 0 && more === 0 && refused.length === 0)
    context.say(context.words.greeting.nobody(safe(flags.holiday)))
}

/** Nothing but the day itself was asked for: what is only announced for later is not said yet. */
const isOfToday = ({ entry, date, holiday }: Omit<GreetInput, 'limit'>, { ahead }: Flags): boolean =>
  entry === null && date === null && holiday === null && ahead === undefined

async function mark(context: Context, deps: Deps, shown: readonly Worded[], channel: string | null): Promise<void> {
  const { words, flags } = context
  const keepThem = flags.dryRun !== true
  const markings = shown.map(({ greeting }) => ({ greeting, text: occasionText(greeting, words) }))
  const noted = await markGreeted(deps, markings, { channel, keep: keepThem })
  if (noted > 0) context.say((keepThem ? words.greeting.marked : words.greeting.wouldMark)(noted))
}

/** What the contact says: the occasion, and whose it was. */
function occasionText({ occasion, reason }: Worded['greeting'], words: Context['words']): string {
  const { key, holiday, name, who } = occasion
  const said =
    reason.code === 'promised'
      ? reason.text
      : holiday !== null
        ? holidayText(occasion, words)
        : (name ?? (key.startsWith('birthday') ? words.card.birthday : words.greeting.occasions[key]))
  return [said ?? words.greeting.promised, who].filter((part) => part !== null).join(', ')
}

const holidayText = ({ holiday, name }: Worded['greeting']['occasion'], { language }: Context['words']): string =>
  holidayName(holiday ?? '', name, language as LetterLanguage)

function wordingOf(context: Context, flags: Flags, { effective }: Settings): Wording {
  const language = LETTER_LANGUAGES.find((each) => each === flags.language?.toLowerCase()) ?? null
  if (flags.language !== undefined && language === null)
    throw typedWrongly(({ greeting }) => greeting.errors.badLanguage(flags.language ?? ''))
  const closeness: Closeness | null = flags.formal ? 'formal' : flags.close ? 'close' : null
  return {
    language,
    closeness,
    own: context.words.language as LetterLanguage,
    sign: effective()['greet.sign'].value,
    templates: readTemplates(templateFolder(context)),
  }
}

function dayOf({ clock }: Context, typed: string | undefined): CivilDate | null {
  if (typed === undefined) return null
  const now = clock.toLocal(clock.now())
  const reading = parseWhen(typed.replaceAll('\u2212', '-'), now)
  if ('problem' in reading || reading.when.time !== null)
    throw typedWrongly(({ greeting }) => greeting.errors.badDay(typed))
  return reading.when.date === now.date ? null : reading.when.date
}

async function inputOf(
  context: Context,
  deps: Deps,
  { typed, flags, day }: { typed: readonly string[]; flags: Flags; day: CivilDate | null },
): Promise<Omit<GreetInput, 'limit'>> {
  const entry = typed.find(isEntryNumber) ?? null
  if (entry !== null && (typed.length > 1 || day !== null || flags.holiday !== undefined))
    throw typedWrongly(({ greeting }) => greeting.errors.entryAlone(entry))
  // A day that was named is meant, not the days around it.
  const span = day === null ? context.span : { ahead: 0, belated: 0 }
  return {
    entry,
    date: day,
    holiday: flags.holiday === undefined ? null : await holidayNamed(deps, flags.holiday, HOLIDAY_CALLED),
    filter: entry !== null || typed.length === 0 ? null : await readFilter(deps, typed),
    ahead: wholeNumber('--ahead', flags.ahead) ?? span.ahead,
    belated: wholeNumber('--belated', flags.belated) ?? span.belated,
  }
}
