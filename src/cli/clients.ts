import type { Command } from 'commander'
import { typedWrongly } from '../errors.js'
import { likenessReasons } from '../render/likeness.js'
import { safe } from '../render/safe.js'
import type { ClientInput } from '../usecases/client-input.js'
import { add, archive, show, type TellReasons, tryAdding } from '../usecases/clients.js'
import { nameClient } from '../usecases/naming.js'
import type { Likeness } from '../usecases/newcomers.js'
import { addClientFlags, readClientFlags } from './client-flags.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson, outNdjson, roomOf } from './output.js'
import { sayOverruled } from './overruled.js'

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
      const tell: TellReasons = (likeness, said) => [likenessReasons(likeness, said)].filter((line) => line !== '')
      if (context.flags.dryRun) {
        await tryAdding(deps, full, flags.force === true, tell)
        return context.say(words.done.wouldAdd(safe(full.name)))
      }
      const { client, newFields, likely } = await add(deps, full, flags.force === true, tell)
      for (const key of newFields) context.say(words.done.newField(key))
      if (likely) context.say(likelyLine(context, client.id, likely))
      await sayOverruled(context, deps, [client.id], full.consent)
      if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, client)
      else context.out(`${client.id}\n`)
    })
}

/** Who it probably is, and what may be typed for either case. */
function likelyLine({ words, style }: Context, id: number, likely: Likeness): string {
  const { id: known, name } = likely.other
  return style.muted(words.import.likely.added(id, known, safe(name), likenessReasons(likely, words)))
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
