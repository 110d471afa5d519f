import { join } from 'node:path'
import type { Command } from 'commander'
import type { CivilDate } from '../domain/calendar.js'
import { busy, failed, isRefusal, typedWrongly } from '../errors.js'
import { drawCopies, drawForgetPlan, drawMentions } from '../render/forgetting.js'
import { shortDate } from '../render/when.js'
import type { ForgetPlan, Forgotten } from '../store/forgetting.js'
import type { Deps } from '../usecases/deps.js'
import {
  type ErasedBefore,
  erasedBefore,
  forget,
  forgetLeft,
  nameToForget,
  planForgetting,
} from '../usecases/forgetting.js'
import { type Context, pickerOf } from './context.js'
import { insist } from './insisting.js'
import { formatOf, outJson } from './output.js'

/** So many places of each kind in which somebody is mentioned are listed. */
const SHOWN = 20

interface Flags {
  everywhere?: boolean
}

/** `forget <client>`: shows what would go, asks on a terminal, and erases for good. */
export function registerForget(program: Command, context: Context): void {
  const { words } = context
  program
    .command('forget')
    .description(words.help.verbs.forget)
    .argument('[client...]', words.forgetting.help.client)
    .option('--everywhere', words.forgetting.help.everywhere)
    .action(async (client: string[], flags: Flags) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const deps = await context.deps()
      const typed = client.join(' ')
      if (typed.trim() === '') return finish(context, deps, json)
      const found = await named(context, deps, typed)
      if (found === null) return json ? outJson(context, nobody()) : undefined
      if (typeof found === 'number') return forgetClient(context, deps, found, { json, flags })
      return forgetRest(context, deps, found, { json, flags })
    })
}

interface Wanted {
  json: boolean
  flags: Flags
}

async function forgetClient(context: Context, deps: Deps, id: number, { json, flags }: Wanted): Promise<void> {
  const { words } = context
  const everywhere = flags.everywhere === true
  const plan = await planForgetting(deps, id, [join(context.dataFolder, 'backups')])
  if (!json || context.interactive) {
    const drawing = drawingOf(context)
    const places = await deps.store.forgetting.places(plan.mentions, SHOWN)
    sayIf(context, drawForgetPlan(plan, drawing))
    sayIf(context, drawMentions(places, everywhere ? 'cut' : 'stay', drawing))
    sayIf(context, drawCopies(plan.copies, drawing))
  }
  if (context.flags.dryRun) return json ? outJson(context, { ...answer(plan, plan), dry_run: true }) : undefined
  await ask(context)
  const forgotten = await forget(deps, id, everywhere)
  if (forgotten.swept) context.say(words.forgetting.done.forgotten(id, forgotten.mentions.length))
  if (forgotten.cut > 0) context.say(words.forgetting.mentions.done(forgotten.cut))
  if (json) outJson(context, answer(plan, forgotten))
  refuseUnswept(deps, forgotten)
}

/** Of somebody who was erased before: what others' texts still say, and with `--everywhere` no more. */
async function forgetRest(context: Context, deps: Deps, before: ErasedBefore, { json, flags }: Wanted): Promise<void> {
  const { words, clock } = context
  const erased_on = clock.toLocal(new Date(before.at)).date
  const { mentions, number } = before
  const day = shortDate(erased_on, clock.toLocal(clock.now()).date, words)
  if (!json || context.interactive) {
    const drawing = drawingOf(context)
    const places = await deps.store.forgetting.places(mentions, SHOWN)
    context.say(
      number === null ? words.forgetting.before.erased(day) : words.forgetting.before.erasedNumber(number, day),
    )
    if (mentions.length === 0) context.say(words.forgetting.before[number === null ? 'nothing' : 'sayName'])
    sayIf(context, drawMentions(places, flags.everywhere === true ? 'cut' : 'stayed', drawing))
  }
  const rest = { ...nobody(), erased_on }
  if (flags.everywhere !== true || context.flags.dryRun || number !== null) {
    if (json)
      outJson(context, { ...rest, mentions: plain(mentions), ...(context.flags.dryRun ? { dry_run: true } : {}) })
    return
  }
  // Where no text of others can be cut, only what the journal keeps of such texts goes: nothing to ask about.
  if (mentions.some(({ cuttable }) => cuttable)) await ask(context)
  const { cut, operation, swept, trouble, mentions: left } = await forgetLeft(deps, before)
  if (cut > 0) context.say(words.forgetting.mentions.done(cut))
  if (json) outJson(context, { ...rest, mentions: plain(left), cut, operation, swept })
  refuseUnswept(deps, { swept, trouble })
}

const drawingOf = ({ words, clock, world }: Context) => {
  const dayOf = (instant: string): CivilDate => clock.toLocal(new Date(instant)).date
  return { words, width: world.stderr.columns, today: clock.toLocal(clock.now()).date, dayOf }
}

function refuseUnswept(deps: Deps, { swept, trouble }: Pick<Forgotten, 'swept' | 'trouble'>): void {
  if (trouble !== null) throw sweepFailed(deps, trouble)
  if (!swept) throw sweepWaits(deps)
}

const sayIf = (context: Context, text: string): void => {
  if (text !== '') context.say(text)
}

/** Without the words of the texts. */
const plain = (mentions: ForgetPlan['mentions']) => mentions.map(({ fragment: _, ...mention }) => mention)

/** Nothing that names the person: the answer may be kept. */
const answer = (
  { id, gone, earlier, copies, exports }: ForgetPlan,
  { rows, mentions, ...done }: Pick<ForgetPlan, 'rows' | 'mentions'> & Partial<Forgotten>,
) => ({
  forgotten: id,
  erased_on: null,
  gone: [...gone, ...earlier],
  rows,
  mentions: plain(mentions),
  cut: done.cut ?? 0,
  copies,
  exports,
  operation: done.operation ?? null,
  swept: done.swept ?? false,
})

const nobody = () => ({
  forgotten: null,
  erased_on: null,
  gone: [],
  rows: {},
  mentions: [],
  cut: 0,
  copies: [],
  exports: 0,
  operation: null,
  swept: true,
})

async function ask(context: Context): Promise<void> {
  const { interactive, flags, words } = context
  if (flags.yes) return
  if (!interactive)
    throw typedWrongly(({ forgetting: { errors } }) => ({ text: errors.yesNeeded, hint: errors.yesNeededHint }))
  await insist(context, words.forgetting.plan.sure)
}

const sweepFailed = ({ store }: Deps, message: string) =>
  failed(({ forgetting: { errors } }) => ({
    text: errors.sweepFailed(store.file, message),
    hint: errors.sweepWaitsHint,
  }))

const sweepWaits = ({ store }: Deps) =>
  busy(({ forgetting: { errors } }) => ({ text: errors.sweepWaits(store.file), hint: errors.sweepWaitsHint }))

/** Ends an erasure that another program kept from ending. */
async function finish(context: Context, deps: Deps, json: boolean): Promise<void> {
  if (context.flags.dryRun) return
  const { swept } = await deps.store.forgetting.sweep()
  if (swept === 'waiting') throw sweepWaits(deps)
  if (swept === 'nothing')
    throw typedWrongly((words) => ({
      text: words.errors.missingArgument('client'),
      hint: words.forgetting.done.nothingDue,
    }))
  context.say(context.words.forgetting.done.swept)
  if (json) outJson(context, nobody())
}

/** The client that is meant, or who it was who was erased before; null when naming them has just ended their erasure. */
async function named(context: Context, deps: Deps, typed: string): Promise<number | ErasedBefore | null> {
  try {
    return await nameToForget(deps, typed, pickerOf(context))
  } catch (error) {
    if (!isRefusal(error) || error.exit !== 3) throw error
    if (!context.flags.dryRun) {
      const { swept, ids } = await deps.store.forgetting.sweep()
      if (swept === 'waiting') throw sweepWaits(deps)
      if (swept === 'done') context.say(context.words.forgetting.done.swept)
      if (swept === 'done' && ids.some((id) => String(id) === typed.trim())) return null
    }
    const before = await erasedBefore(deps, typed)
    if (before === null) throw error
    return before
  }
}
