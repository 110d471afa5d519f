import { join } from 'node:path'
import type { Command } from 'commander'
import { busy, cancelled, failed, isRefusal, typedWrongly } from '../errors.js'
import { drawCopies, drawForgetPlan, drawMentions } from '../render/forgetting.js'
import type { ForgetPlan, Forgotten } from '../store/forgetting.js'
import type { Deps } from '../usecases/deps.js'
import { forget, nameToForget, planForgetting } from '../usecases/forgetting.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson } from './output.js'

/** `forget <client>`: shows what would go, asks on a terminal, and erases for good. */
export function registerForget(program: Command, context: Context): void {
  const { words } = context
  program
    .command('forget')
    .description(words.help.verbs.forget)
    .argument('[client...]', words.forgetting.help.client)
    .option('--everywhere', words.forgetting.help.everywhere)
    .action(async (client: string[], flags: { everywhere?: boolean }) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const deps = await context.deps()
      const typed = client.join(' ')
      if (typed.trim() === '') return finish(context, deps, json)
      const id = await named(context, deps, typed)
      if (id === null) return json ? outJson(context, nobody()) : undefined
      const plan = await planForgetting(deps, id, [join(context.dataFolder, 'backups')])
      const drawing = { words }
      if (!json || context.interactive) context.say(drawForgetPlan(plan, drawing))
      if (context.flags.dryRun) {
        if (!json)
          for (const text of [drawMentions(plan.mentions, drawing), drawCopies(plan.copies, drawing)])
            sayIf(context, text)
        return json ? outJson(context, { ...answer(plan, plan), dry_run: true }) : undefined
      }
      await ask(context)
      const forgotten = await forget(deps, id, flags.everywhere === true)
      if (forgotten.swept) context.say(words.forgetting.done.forgotten(id))
      if (forgotten.cut > 0) context.say(words.forgetting.mentions.cut(forgotten.cut))
      sayIf(context, drawMentions(forgotten.mentions, drawing))
      sayIf(context, drawCopies(plan.copies, drawing))
      if (json) outJson(context, answer(plan, forgotten))
      const { swept, trouble } = forgotten
      if (trouble !== null) throw sweepFailed(deps, trouble)
      if (!swept) throw sweepWaits(deps)
    })
}

const sayIf = (context: Context, text: string): void => {
  if (text !== '') context.say(text)
}

/** Nothing that names the person: the answer may be kept. */
const answer = (
  { id, gone, earlier, copies, exports }: ForgetPlan,
  { rows, mentions, ...done }: Pick<ForgetPlan, 'rows' | 'mentions'> & Partial<Forgotten>,
) => ({
  forgotten: id,
  gone: [...gone, ...earlier],
  rows,
  mentions,
  cut: done.cut ?? 0,
  copies,
  exports,
  operation: done.operation ?? null,
  swept: done.swept ?? false,
})

const nobody = () => ({ forgotten: null, rows: {}, mentions: [], copies: [], exports: 0, operation: null, swept: true })

async function ask({ interactive, flags, words, world }: Context): Promise<void> {
  if (flags.yes) return
  if (!interactive)
    throw typedWrongly(({ forgetting: { errors } }) => ({ text: errors.yesNeeded, hint: errors.yesNeededHint }))
  const asker = await world.asker()
  if (!(await asker.confirm(words.forgetting.plan.sure))) throw cancelled()
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

/** The client that is meant; null of one who is erased already and whose erasure is ended herewith. */
async function named(context: Context, deps: Deps, typed: string): Promise<number | null> {
  try {
    return await nameToForget(deps, typed, pickerOf(context))
  } catch (error) {
    if (!isRefusal(error) || error.exit !== 3 || context.flags.dryRun) throw error
    const { swept, ids } = await deps.store.forgetting.sweep()
    if (swept === 'waiting') throw sweepWaits(deps)
    if (swept === 'done') context.say(context.words.forgetting.done.swept)
    if (swept === 'done' && ids.some((id) => String(id) === typed.trim())) return null
    throw error
  }
}
