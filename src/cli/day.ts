import { type Command, Option } from 'commander'
import { SECTIONS, type Section } from '../domain/agenda.js'
import { CHANNELS, PROMISE_KINDS, type PromiseKind } from '../domain/client.js'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { shortDate } from '../render/when.js'
import { log } from '../usecases/contacts.js'
import type { Deps } from '../usecases/deps.js'
import { type Named, nameClient } from '../usecases/naming.js'
import { close, next } from '../usecases/promises.js'
import { today } from '../usecases/today.js'
import { wholeNumber } from './clients.js'
import { type Context, pickerOf } from './context.js'
import { readFilter } from './filter.js'
import { formatOf, outJson, outNdjson, outTsv, textWidth } from './output.js'

type Flags = Record<string, unknown>

/** As many entries of a section as one reads in the morning; JSON and the like have all. `--limit` overrules it. */
const SECTION_FOR_PEOPLE = 30

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
    .option('--exit-code', words.help.flags.exitCode)
    .action(async (flags: Flags) => {
      const format = formatOf(context, ['table', 'json', 'ndjson', 'tsv', 'ids', 'md'])
      const only = readOnly(flags.only)
      const limit = wholeNumber('--limit', flags.limit)
      const ahead = wholeNumber('--ahead', flags.ahead) ?? context.span.ahead
      const belated = wholeNumber('--belated', flags.belated) ?? context.span.belated
      const deps = await context.deps()
      const filter = typeof flags.filter === 'string' ? await readFilter(deps, [flags.filter]) : null
      const forPeople = format === 'table' || format === 'md'
      const perSection = forPeople && limit === null ? SECTION_FOR_PEOPLE : null
      const day = await today(deps, {
        ahead,
        belated,
        only,
        limit,
        perSection,
        filter,
        whole: format === 'json' || format === 'ndjson',
      })
      const { date, entries } = day
      if (flags.exitCode === true && entries.length === 0) exit(NOTHING_DUE)
      if (format === 'json' || format === 'ndjson') {
        const plain = entries.map(({ number, client, reasons, due, time, section }) => ({
          number,
          client,
          reasons,
          due,
          time,
          section,
        }))
        if (format === 'ndjson') return outNdjson(context, plain)
        const of = (wanted: Section): unknown[] =>
          plain.filter(({ section }) => section === wanted).map(({ section, ...entry }) => entry)
        return outJson(context, { date, calls: of('calls'), greetings: of('greetings'), tasks: of('tasks') })
      }
      if (entries.length === 0) {
        if (context.world.stdout.isTerminal) context.say(words.today.nothing)
        return
      }
      if (format === 'ids') return context.out(entries.map(({ client }) => `${client.id}\n`).join(''))
      if (format === 'tsv')
        return outTsv(context, [
          ['number', 'section', 'due', 'client', 'phone', 'reason'],
          ...entries.map(({ number, section, due, client, reasons }) => [
            number,
            section,
            due,
            client.name,
            client.phones[0]?.value ?? '',
            reasons.map(words.today.reason).join('; '),
          ]),
        ])
      const { drawDay, dayAsMarkdown } = await import('../render/today.js')
      if (format === 'md') return context.out(dayAsMarkdown(day, words))
      const calls = entries.filter(({ section }) => section === 'calls').map(({ client }) => client.id)
      const last = await deps.store.agenda.lastContacts(calls)
      const { clock, style } = context
      context.out(
        drawDay(day, {
          words,
          style,
          width: textWidth(context),
          last: new Map(
            [...last].map(([id, contact]) => [id, { ...contact, date: clock.toLocal(new Date(contact.at)).date }]),
          ),
        }),
      )
    })
}

function readOnly(value: unknown): Section[] {
  if (typeof value !== 'string') return [...SECTIONS]
  return value.split(',').map((part) => {
    const section = SECTIONS.find((each) => each === part.trim())
    if (!section) throw typedWrongly((words) => words.errors.notOneOf('--only', part.trim(), SECTIONS))
    return section
  })
}

export function registerLog(program: Command, context: Context): void {
  const { words } = context
  const { flags: help } = words.help
  program
    .command('log')
    .description(words.help.verbs.log)
    .argument('[client]', words.help.args.client)
    .argument('[text...]', words.help.args.text)
    .option('--call', help.call)
    .option('--email', help.email)
    .option('--meet', help.meet)
    .option('--message', help.message)
    .addOption(new Option('--channel <channel>', help.channel).conflicts(['call', 'email', 'meet', 'message']))
    .addOption(new Option('--in', help.in).conflicts('out'))
    .option('--out', help.out)
    .option('--result <result>', help.result)
    .option('--purpose <purpose>', help.purpose)
    .option('--minutes <minutes>', help.minutes)
    .option('--cost <sum>', help.cost)
    .option('--at <when>', help.at)
    .option('--next <when-what>', help.next)
    .action(async (typed: string | undefined, text: string[], flags: Flags) => {
      const deps = await context.deps()
      const chosenChannels = CHANNELS.filter((channel) => flags[channel] === true)
      if (chosenChannels.length > 1)
        throw typedWrongly((catalogue) => catalogue.errors.notOneOf('--channel', chosenChannels.join(', '), CHANNELS))
      const textOf = (key: string): string | null =>
        typeof flags[key] === 'string' && (flags[key] as string).trim() !== '' ? (flags[key] as string).trim() : null
      const asked = typed === undefined ? await askContact(context, deps) : null
      const client = asked?.client ?? (await nameClient(deps, typed ?? '', pickerOf(context)))
      const said = asked?.text ?? (text.length === 1 && text[0] === '-' ? await readAll(context) : text.join(' '))
      if (context.flags.dryRun) return
      const logged = await log(deps, {
        client,
        channel: textOf('channel') ?? chosenChannels[0] ?? asked?.channel ?? 'call',
        direction: flags.in === true ? 'in' : 'out',
        text: said,
        result: textOf('result'),
        purpose: textOf('purpose'),
        minutes: textOf('minutes'),
        cost: textOf('cost'),
        at: textOf('at'),
        next: textOf('next') ?? asked?.next ?? null,
      })
      const date = context.clock.toLocal(context.clock.now()).date
      context.say(words.done.logged(safe(client.name)))
      const number = client.entry === null ? '' : `t${client.entry.number}`
      if (logged.closed) context.say(words.done.closed(number, safe(logged.closed.name)))
      else if (logged.stillOpen) context.say(words.done.stillOpen(number))
      if (logged.promise)
        context.say(
          words.done.promised(safe(logged.promise.text ?? client.name), dueText(logged.promise, date, context)),
        )
      if (formatOf(context, ['table', 'json', 'ids']) === 'json')
        outJson(context, {
          ...logged.contact,
          promise: logged.promise,
          closed: number !== '' && logged.closed ? number : null,
        })
    })
}

const dueText = ({ due, time }: { due: string; time: string | null }, today: string, { words }: Context): string =>
  `${shortDate(due, today, words)}${time === null ? '' : ` ${time}`}`

async function readAll({ world }: Context): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const bytes of world.stdin.bytes()) pieces.push(bytes)
  return new TextDecoder().decode(Buffer.concat(pieces)).trim()
}

/** Asks for a client, finding as one types. */
async function askWho(context: Context, deps: Deps): Promise<Named> {
  const { words, interactive, world } = context
  if (!interactive)
    throw typedWrongly((catalogue) => ({
      text: catalogue.errors.missingArgument('client'),
      hint: catalogue.errors.needsTerminal,
    }))
  const asker = await world.asker()
  const id = await asker.search(
    words.ask.client,
    async (text) =>
      (await deps.store.clients.suggest(text)).map((candidate) => ({
        name: safe(words.candidate(candidate)),
        value: String(candidate.id),
      })),
    words.ask.nothing,
  )
  return nameClient(deps, id, null)
}

async function askContact(
  context: Context,
  deps: Deps,
): Promise<{ client: Named; channel: string; text: string; next: string | null }> {
  const { words } = context
  const client = await askWho(context, deps)
  const asker = await context.world.asker()
  const channel = await asker.select(
    words.ask.channel,
    CHANNELS.map((value) => ({ name: words.ask.channels[value], value })),
  )
  const text = await asker.input(words.ask.said)
  const promised = await asker.input(words.ask.next)
  return { client, channel, text, next: promised.trim() === '' ? null : promised }
}

export function registerNext(program: Command, context: Context): void {
  const { words } = context
  program
    .command('next')
    .description(words.help.verbs.next)
    .argument('[client]', words.help.args.client)
    .argument('[when-what...]', `${words.help.args.when}; ${words.help.args.what}`)
    .addOption(new Option('--kind <kind>', words.help.flags.promiseKind).choices([...PROMISE_KINDS]))
    .action(async (typed: string | undefined, typedWords: string[], flags: Flags) => {
      const deps = await context.deps()
      let client: Named
      let wordsBehind = typedWords
      if (typed === undefined) {
        client = await askWho(context, deps)
        const asker = await context.world.asker()
        wordsBehind = [await asker.input(words.ask.when), await asker.input(words.ask.what)]
      } else {
        if (typedWords.length === 0)
          throw typedWrongly((catalogue) => ({
            text: catalogue.errors.missingArgument('when'),
            hint: catalogue.errors.whenHint,
          }))
        client = await nameClient(deps, typed, pickerOf(context))
      }
      if (context.flags.dryRun) return
      const promise = await next(deps, {
        client: client.id,
        words: wordsBehind,
        kind: (flags.kind as PromiseKind | undefined) ?? null,
      })
      const date = context.clock.toLocal(context.clock.now()).date
      context.say(words.done.promised(safe(promise.text ?? client.name), dueText(promise, date, context)))
      if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, promise)
    })
}

/** Several entries may be closed at once: `done t1 t3`. */
export function registerClosing(program: Command, context: Context, verb: 'done' | 'skip'): void {
  const { words } = context
  program
    .command(verb)
    .description(words.help.verbs[verb])
    .argument('<entry...>', words.help.args.entry)
    .action(async (entries: string[]) => {
      const deps = await context.deps()
      if (context.flags.dryRun) return
      for (const number of entries) {
        const closed = await close(deps, number, { is: verb === 'done' ? 'done' : 'skipped' })
        context.say((verb === 'done' ? words.done.closed : words.done.skipped)(number, safe(closed.name)))
      }
    })
}

export function registerSnooze(program: Command, context: Context): void {
  const { words } = context
  program
    .command('snooze')
    .description(words.help.verbs.snooze)
    .argument('<entry>', words.help.args.entry)
    .argument('<when...>', words.help.args.when)
    .action(async (number: string, when: string[]) => {
      const deps = await context.deps()
      if (context.flags.dryRun) return
      const closed = await close(deps, number, { is: 'snoozed', words: when })
      const date = context.clock.toLocal(context.clock.now()).date
      context.say(words.done.snoozed(number, safe(closed.name), shortDate(closed.until ?? date, date, words)))
    })
}
