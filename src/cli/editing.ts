import type { Command } from 'commander'
import { resolverOf } from '../domain/segments.js'
import { isRefusal, typedWrongly } from '../errors.js'
import { drawEditPlan } from '../render/editing.js'
import type { ClientInput } from '../usecases/client-input.js'
import { show } from '../usecases/clients.js'
import type { Deps } from '../usecases/deps.js'
import { edit, planEdit } from '../usecases/editing.js'
import { listIds } from '../usecases/listing.js'
import { nameClient } from '../usecases/naming.js'
import { addClientFlags, addRemovalFlags, readClientFlags } from './client-flags.js'
import { type Context, pickerOf } from './context.js'
import { readFilter, readGivenFilter } from './filter.js'
import { insist } from './insisting.js'
import { formatOf, outJson, textWidth } from './output.js'
import { sayOverruled } from './overruled.js'

type Flags = Record<string, unknown>

export function registerEdit(program: Command, context: Context): void {
  const { words } = context
  const command = program
    .command('edit')
    .description(words.help.verbs.edit)
    .argument('<client...>', `${words.help.args.client}; ${words.help.args.filter}`)
  addRemovalFlags(addClientFlags(command, words), words)
    .option('--all', words.help.flags.all)
    .option('--force', words.forgetting.help.force)
    .action(async (client: string[], flags: Flags) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const many = flags.all === true
      const force = flags.force === true
      const deps = await context.deps()
      const input = await readClientFlags(context, deps, flags)
      if (saysNothing(input)) throw typedWrongly((catalogue) => catalogue.errors.nothingToChange)
      const ids = await chosen(context, deps, client, many)
      if (ids.length === 0) context.say(words.done.emptyList)
      if (ids.length === 0 && !json) return
      if (context.flags.dryRun) {
        const plan = await planEdit(deps, ids, input, { many, force })
        if (!json) return context.say(planText(context, plan))
        const { newFields: new_fields, ...rest } = plan
        return outJson(context, { ...rest, new_fields })
      }
      if (many && context.interactive && !context.flags.yes) await confirmPlan(context, deps, ids, { input, force })
      const { operation, newFields, changed } = await edit(deps, ids, input, { many, force })
      for (const key of newFields) context.say(words.done.newField(key))
      if (ids.length > 0) context.say(operation === null ? words.done.unchanged : words.done.edited(changed))
      await sayOverruled(context, deps, ids, input.consent)
      if (json) outJson(context, many ? await deps.store.clients.records(ids) : await show(deps, ids[0] ?? 0))
    })
}

const planText = ({ words, style, ...context }: Context, plan: Parameters<typeof drawEditPlan>[0]): string =>
  plan.changed === 0
    ? words.done.unchanged
    : drawEditPlan(plan, { words, style, width: textWidth({ words, style, ...context }) })

/** Shows what would change and asks; nothing to change needs no question. */
async function confirmPlan(
  context: Context,
  deps: Deps,
  ids: readonly number[],
  { input, force }: { input: ClientInput; force: boolean },
): Promise<void> {
  const plan = await planEdit(deps, ids, input, { many: true, force })
  if (plan.changed === 0) return
  context.say(planText(context, plan))
  await insist(context, context.words.done.sure)
}

const saysNothing = (input: ClientInput): boolean =>
  Object.values(input).every((value) =>
    Array.isArray(value)
      ? value.length === 0
      : typeof value === 'object' && value !== null
        ? Object.keys(value).length === 0
        : value === undefined,
  )

/** The clients that were named: one, or with `--all` every one that passes the filter. */
async function chosen(context: Context, deps: Deps, typed: readonly string[], all: boolean): Promise<number[]> {
  const name = typed.join(' ')
  if (!all && !/[():=<>]|^(not|or)$/i.test(name.replace(/^ext:/i, ''))) {
    const client = await named(context, deps, name)
    if (client !== null) return [client]
  }
  const filter = await (all ? readGivenFilter : readFilter)(deps, typed)
  const ids = await listIds(deps, { filter, sort: [{ key: 'id', descending: false }], limit: null, offset: 0 })
  if (!all) throw typedWrongly((words) => words.errors.allNeeded(ids.length))
  return ids
}

/** The client that was named; null when nobody is called so and it is the name of a segment. */
async function named(context: Context, deps: Deps, name: string): Promise<number | null> {
  try {
    return (await nameClient(deps, name, pickerOf(context))).id
  } catch (error) {
    if (!isRefusal(error) || error.exit !== 3 || !name.startsWith('@')) throw error
    if (resolverOf(await deps.store.segments.all()).find(name) === null) throw error
    return null
  }
}
