import type { DuplicateGroup } from '../domain/matching/judging.js'
import { typedWrongly } from '../errors.js'
import { type Duplicates, type FoundGroup, findDuplicates } from '../usecases/dedupe.js'
import type { Deps } from '../usecases/deps.js'
import { mergeGroups } from '../usecases/merging.js'
import type { Context } from './context.js'
import { type DedupeFlags, inputOf, SHOWN_GROUPS, tableOf, withProgress, wordingOf } from './dedupe-input.js'
import { withClients } from './dedupe-writing.js'
import { insist } from './insisting.js'
import { formatOf, outJson } from './output.js'

/** Merges all groups that are certain, as one operation; on a terminal the plan is shown and asked about first. */
export async function applyCertain(context: Context, typed: readonly string[], flags: DedupeFlags): Promise<void> {
  const { words, style } = context
  const { apply } = words.matching
  if (flags.apply !== 'certain')
    throw typedWrongly((catalogue) => ({
      text: catalogue.matching.apply.onlyCertain(flags.apply ?? ''),
      hint: catalogue.matching.apply.onlyCertainHint,
    }))
  const json = formatOf(context, ['table', 'json']) === 'json'
  const dryRun = context.flags.dryRun === true
  const asks = context.interactive && !context.flags.yes && !dryRun
  const deps = await context.deps()
  const input = { ...(await inputOf(deps, typed, flags, 'certain')), dryRun }
  const found = await withProgress(context, (progress) => findDuplicates(deps, input, progress))
  const groups = found.groups.filter(({ lane }) => lane === 'certain')
  const gone = groups.reduce((sum, { members }) => sum + members.length - 1, 0)
  const report = (merged: number, went: number, operation: number | null): void => {
    if (json) outJson(context, { groups: groups.length, merged, gone: went, operation, dry_run: dryRun })
  }
  if (groups.length === 0) {
    context.say(apply.nothing)
    return report(0, 0, null)
  }
  if (asks || (dryRun && !json)) await sayPlan(context, deps, found, { groups, gone })
  const wording = wordingOf(context)
  if (dryRun) {
    const plain = groups.map((group) => ({ ...group, reasons: '[]' }))
    const would = await mergeGroups(deps, plain, { keep: false, wording })
    return report(would.merged, would.gone, null)
  }
  if (asks) await insist(context, apply.question(groups.length))
  const strongest = groups.map((group) => ({ ...group, pairs: group.pairs.slice(0, 1) }))
  const result = await mergeGroups(deps, (await found.explained(strongest)).map(plainOf), { keep: true, wording })
  context.say(apply.done(result.merged, result.gone))
  if (result.operation !== null) context.say(style.muted(apply.undo(result.operation)))
  report(result.merged, result.gone, result.operation)
}

async function sayPlan(
  context: Context,
  deps: Deps,
  { explained }: Duplicates,
  { groups, gone }: { groups: readonly FoundGroup[]; gone: number },
): Promise<void> {
  const shown = await withClients(deps, await explained(groups.slice(0, SHOWN_GROUPS)), false)
  context.say(tableOf(context, shown, groups.length))
  context.say(context.words.matching.apply.plan(groups.length, gone))
}

/** A group as a merge takes it; the reasons are kept with the merge, for the card and for whoever asks later. */
const plainOf = ({ members, lane, bits, pairs }: DuplicateGroup) => ({
  members,
  lane,
  bits,
  reasons: JSON.stringify(
    (pairs[0]?.terms ?? []).map(({ field, level, bits: weight, key }) => ({ field, level, bits: weight, key })),
  ),
})
