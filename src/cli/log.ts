import { type Command, Option } from 'commander'
import { CHANNELS } from '../domain/client.js'
import { failed, typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { log } from '../usecases/contacts.js'
import type { Deps } from '../usecases/deps.js'
import { type Named, nameClient } from '../usecases/naming.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson } from './output.js'
import { askWho, dueText } from './who.js'

type Flags = Record<string, unknown>

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
      if (logged.against) context.say(words.consent.loggedAgainst(safe(client.name), logged.against.channel))
      for (const { number, name, text: what } of logged.closed) {
        if (number !== null) context.say(words.done.closed(number, safe(name)))
        else if (what !== null) context.say(words.done.settled(safe(what)))
      }
      if (logged.stillOpen && client.entry) context.say(words.done.stillOpen(`t${client.entry.number}`))
      if (logged.promise)
        context.say(
          words.done.promised(safe(logged.promise.text ?? client.name), dueText(logged.promise, date, context)),
        )
      if (formatOf(context, ['table', 'json', 'ids']) === 'json')
        outJson(context, {
          ...logged.contact,
          promise: logged.promise,
          closed: logged.closed.find(({ number }) => number !== null)?.number ?? null,
          settled: logged.closed,
        })
    })
}

async function readAll({ world }: Context): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const bytes of world.stdin.bytes()) pieces.push(bytes)
  const text = new TextDecoder().decode(Buffer.concat(pieces)).trim()
  // A program that failed before the pipe said nothing: no contact took place because of that.
  if (text === '')
    throw failed(({ errors: { import: said } }) => ({ text: said.nothingPiped, hint: said.nothingPipedHint }))
  return text
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
