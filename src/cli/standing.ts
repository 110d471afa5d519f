import type { Command } from 'commander'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { shortDate } from '../render/when.js'
import { type CareInput, setCare } from '../usecases/care.js'
import { localNow } from '../usecases/deps.js'
import { nameClient } from '../usecases/naming.js'
import { baseShares } from '../usecases/shares.js'
import { why } from '../usecases/standing.js'
import { whyEntry } from '../usecases/why-entry.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson, textWidth } from './output.js'

interface Flags {
  set?: string
  until?: string
  reason?: string
  clear?: boolean
  /** false by `--no-pause`. */
  pause?: string | false
  resume?: boolean
  cadence?: string
}

export function registerWarmth(program: Command, context: Context): void {
  const { words } = context
  const { help } = words.standing
  program
    .command('warmth')
    .description(words.help.verbs.warmth)
    .argument('[client...]', words.help.args.client)
    .option('--set <warmth>', help.set)
    .option('--until <when>', help.until)
    .option('--reason <text>', help.reason)
    .option('--clear', help.clear)
    .option('--pause <when>', help.pause)
    .option('--no-pause', help.resume)
    .option('--resume', help.resume)
    .option('--cadence <span>', help.cadence)
    .action(async (typed: string[], flags: Flags) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const input = careInput(flags)
      if (typed.length === 0) return showBase(context, input !== null, json)
      const deps = await context.deps()
      const { id, name } = await nameClient(deps, typed.join(' '), pickerOf(context))
      if (input !== null) return change(context, id, safe(name), input, json)
      return showWarmth(context, id, json)
    })
}

export function registerWhy(program: Command, context: Context): void {
  const { words } = context
  program
    .command('why')
    .description(words.help.verbs.why)
    .argument('<client...>', words.help.args.client)
    .action(async (typed: string[]) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const deps = await context.deps()
      const named = await nameClient(deps, typed.join(' '), pickerOf(context))
      const entry = await whyEntry(deps, named)
      const shown = await why(deps, named.id)
      if (json) return outJson(context, entry === null ? shown : { ...shown, entry })
      const { drawWhy } = await import('../render/why.js')
      if (entry !== null) {
        const { drawWhyEntry } = await import('../render/why-entry.js')
        context.out(`${drawWhyEntry(entry, optionsOf(context))}\n`)
      }
      context.out(drawWhy(shown, optionsOf(context)))
    })
}

const optionsOf = (context: Context) => ({
  words: context.words,
  style: context.style,
  width: textWidth(context),
  dayOf: (instant: string) => context.clock.toLocal(new Date(instant)).date,
})

/** What is to be set; null when the flags set nothing. */
function careInput({ set, until, reason, clear, pause, resume, cadence }: Flags): CareInput | null {
  const { either } = { either: (a: string, b: string) => typedWrongly((words) => words.errors.eitherOr(a, b)) }
  if (set !== undefined && clear) throw either('--set', '--clear')
  if (typeof pause === 'string' && resume) throw either('--pause', '--resume')
  if (until !== undefined && set === undefined) throw typedWrongly((words) => words.standing.errors.untilWithoutSet)
  if (reason !== undefined && set === undefined && typeof pause !== 'string')
    throw typedWrongly((words) => words.standing.errors.reasonAlone)
  const input: CareInput = {
    ...(set !== undefined ? { warmth: { value: set, until: until ?? null } } : clear ? { warmth: null } : {}),
    ...(typeof pause === 'string' ? { pause } : pause === false || resume ? { pause: null } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(cadence === undefined ? {} : { cadence }),
  }
  return Object.keys(input).length === 0 ? null : input
}

async function change(context: Context, id: number, name: string, input: CareInput, json: boolean): Promise<void> {
  const { words } = context
  const deps = await context.deps()
  const { done } = words.standing
  const keep = !context.flags.dryRun
  const { care, operation } = await setCare(deps, id, input, keep)
  const date = (day: string): string => shortDate(day, localNow(deps).date, words)
  const said: string[] = []
  if (input.warmth && care?.warmth)
    said.push(done.set(name, words.standing.warmth[care.warmth], care.warmth_until && date(care.warmth_until)))
  else if (input.warmth === null) said.push(done.cleared(name))
  if (input.pause && care?.paused_until) said.push(done.paused(name, date(care.paused_until)))
  else if (input.pause === null) said.push(done.resumed(name))
  if (input.cadence !== undefined)
    said.push(care?.cadence_days ? done.cadence(name, care.cadence_days) : done.noCadence(name))
  if (!keep) return context.say(said.map(done.would).join('\n'))
  context.say(operation === null ? done.unchanged : said.join('\n'))
  if (json) return showWarmth(context, id, true)
  const { warmth } = await why(deps, id)
  if (input.warmth)
    context.say(
      context.style.muted(
        words.standing.why.computed(words.standing.warmth[warmth.computed], words.standing.rules[warmth.rule]),
      ),
    )
}

async function showWarmth(context: Context, id: number, json: boolean): Promise<void> {
  const shown = await why(await context.deps(), id)
  if (!json) {
    const { drawWarmth } = await import('../render/warmth.js')
    return context.out(drawWarmth(shown, optionsOf(context)))
  }
  const { score: _, contacts: __, money: ___, ...rest } = shown
  outJson(context, rest)
}

async function showBase(context: Context, sets: boolean, json: boolean): Promise<void> {
  if (sets) throw typedWrongly((words) => words.standing.errors.clientFirst)
  const base = await baseShares(await context.deps())
  if (json) return outJson(context, base)
  if (base.clients === 0) return context.say(context.words.standing.base.empty)
  const { drawBase } = await import('../render/warmth.js')
  context.out(drawBase(base, context))
}
