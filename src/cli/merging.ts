import type { Command } from 'commander'
import { typedWrongly } from '../errors.js'
import { drawMergePlan } from '../render/merging.js'
import { safe } from '../render/safe.js'
import type { Deps } from '../usecases/deps.js'
import { judge, unjudge } from '../usecases/judging.js'
import { type MergeInput, type MergePlan, merge, planMerge } from '../usecases/merging.js'
import { type Named, nameClient } from '../usecases/naming.js'
import { type Context, pickerOf } from './context.js'
import { insist } from './insisting.js'
import { formatOf, outJson, textWidth } from './output.js'

/** `merge <keep> <other…>`: shows what would be made, asks on a terminal, and does it. */
export function registerMerge(program: Command, context: Context): void {
  const { words } = context
  const { help, done } = words.merging
  program
    .command('merge')
    .description(words.help.verbs.merge)
    .argument('<keep>', help.keep)
    .argument('<other...>', help.others)
    .option('--keep <field=client>', help.choice, (text: string, before: string[]) => [...before, text], [])
    .option('--force', help.force)
    .action(async (keep: string, others: string[], flags: { keep: string[]; force?: boolean }) => {
      const json = formatOf(context, ['table', 'json', 'ids']) === 'json'
      const deps = await context.deps()
      const input = await readInput(context, deps, [keep, ...others], flags)
      const plan = await planMerge(deps, input)
      if (!json || context.interactive)
        context.say(drawMergePlan(plan, { words, style: context.style, width: textWidth(context) }))
      if (context.flags.dryRun) return json ? outJson(context, answer(plan, null)) : undefined
      if (context.interactive && !context.flags.yes) await insist(context, words.merging.plan.sure)
      const { plan: made, operation } = await merge(deps, input)
      const names = made.names.gone.map(({ name }) => safe(name))
      context.say(done.merged(names, safe(made.names.after)))
      if (operation !== null) context.say(done.undo(operation))
      if (json) outJson(context, answer(made, operation))
      else context.out(`${made.keep}\n`)
    })
}

const answer = ({ keep, gone, fields, moved }: MergePlan, operation: number | null) => ({
  kept: keep,
  gone,
  fields,
  moved,
  operation,
})

async function readInput(
  context: Context,
  deps: Deps,
  typed: readonly string[],
  flags: { keep: string[]; force?: boolean },
): Promise<MergeInput> {
  const { words } = context
  const ids: number[] = []
  for (const text of typed) ids.push((await nameClient(deps, text, pickerOf(context))).id)
  const choices: { field: string; id: number }[] = []
  for (const text of flags.keep) {
    const [, field, client] = /^([^=]+)=(.+)$/.exec(text)?.map((part) => part.trim()) ?? []
    if (field === undefined || client === undefined)
      throw typedWrongly((catalogue) => catalogue.merging.errors.badChoice(text))
    choices.push({ field, id: (await nameClient(deps, client, pickerOf(context))).id })
  }
  const [keep = 0, ...others] = ids
  return {
    keep,
    others,
    choices,
    force: flags.force === true,
    wording: { from: words.merging.note.from, field: (key) => words.fields[key] ?? key },
  }
}

/** `distinct <a> <b>`: two clients that are not the same, however much they look alike. */
export function registerDistinct(program: Command, context: Context): void {
  const { words } = context
  const { help, done } = words.merging
  program
    .command('distinct')
    .description(words.help.verbs.distinct)
    .argument('<a>', help.one)
    .argument('<b>', help.other)
    .option('--remove', help.remove)
    .action(async (typedA: string, typedB: string, flags: { remove?: boolean }) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const deps = await context.deps()
      const a = await nameClient(deps, typedA, pickerOf(context))
      const b = await nameClient(deps, typedB, pickerOf(context))
      if (a.id === b.id) throw typedWrongly((catalogue) => catalogue.merging.errors.sameClient(a.name))
      const said = [called(a), called(b)] as const
      const remove = flags.remove === true
      const verdict = remove ? null : 'distinct'
      if (context.flags.dryRun) {
        context.say((remove ? done.wouldTake : done.wouldRemember)(...said))
        return json ? outJson(context, { a: a.id, b: b.id, verdict, operation: null }) : undefined
      }
      const { operation } = remove ? await unjudge(deps, a.id, b.id) : await judge(deps, a.id, b.id, 'distinct')
      const [changed, known] = remove ? [done.taken, done.noVerdict] : [done.distinct, done.distinctKnown]
      context.say((operation === null ? known : changed)(...said))
      if (json) outJson(context, { a: a.id, b: b.id, verdict, operation })
    })
}

const called = ({ id, name }: Named): string => `${id} «${safe(name)}»`
