import { type Command, Option } from 'commander'
import { LANES, type Lane } from '../domain/matching/judging.js'
import { typedWrongly } from '../errors.js'
import type { ShownGroup } from '../render/dedupe.js'
import { type Duplicates, type FoundGroup, findDuplicates } from '../usecases/dedupe.js'
import { wholeNumber } from './clients.js'
import type { Context } from './context.js'
import { applyCertain } from './dedupe-apply.js'
import { writeClusters } from './dedupe-clusters.js'
import { type DedupeFlags, inputOf, readMin, SHOWN_GROUPS, tableOf, withProgress } from './dedupe-input.js'
import { withClients, writeGroups } from './dedupe-writing.js'
import { formatOf } from './output.js'

type GivenFlags = Omit<DedupeFlags, 'lane'> & { lane?: string }

export function registerDedupe(program: Command, context: Context, { exit }: { exit: (code: number) => void }): void {
  const { words } = context
  const { help } = words.matching
  program
    .command('dedupe')
    .summary(words.help.verbs.dedupe)
    .description(`${words.help.verbs.dedupe}\n\n${help.examples}`)
    .argument('[filter...]', words.help.args.filter)
    .option('--lane <lane>', help.lane)
    .option('--min <score>', help.min)
    .option('--limit <number>', help.limit)
    .addOption(new Option('--clusters', help.clusters).conflicts(['apply', 'review', 'lane', 'min', 'limit']))
    .addOption(new Option('--apply <lane>', help.apply).conflicts(['review', 'lane', 'limit']))
    .addOption(new Option('--review', help.review).conflicts(['limit']))
    .action(async (typed: string[], given: GivenFlags) => {
      const flags = { ...given, lane: readLane(given.lane) }
      if (flags.clusters) return writeClusters(context, typed)
      if (flags.apply !== undefined) return applyCertain(context, typed, flags)
      if (!flags.review) return showGroups(context, typed, flags)
      const code = await (await import('./review.js')).reviewDuplicates(context, typed, flags)
      if (code !== 0) exit(code)
    })
}

async function showGroups(context: Context, typed: readonly string[], flags: DedupeFlags): Promise<void> {
  const format = formatOf(context, ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids', 'md'])
  const limit = wholeNumber('--limit', flags.limit)
  readMin(flags.min)
  const deps = await context.deps()
  const input = await inputOf(deps, typed, flags, 'likely')
  const found = await withProgress(context, (progress) => findDuplicates(deps, input, progress))
  const groups = flags.lane === undefined ? found.groups : found.groups.filter(({ lane }) => lane === flags.lane)
  if (format !== 'table') {
    const { explained } = found
    return writeGroups(context, deps, groups.slice(0, limit ?? groups.length), { format, explained })
  }
  if (groups.length === 0) return sayNothing(context, found, flags, input.filter !== null)
  const first = limit === null ? firstOf(groups) : groups.slice(0, limit)
  const shown = await withClients(deps, await found.explained(first), false)
  context.out(tableOf(context, shown, groups.length))
  context.say(`\n${summaryOf(context, found, flags)}`)
  sayNext(context, shown, found, { ...flags, typed })
}

function readLane(typed: string | undefined): Lane | undefined {
  const lane = LANES.find((each) => each === typed)
  if (typed !== undefined && lane === undefined)
    throw typedWrongly((words) => words.errors.notOneOf('--lane', typed, LANES))
  return lane
}

/** The first groups of each lane, so that many certain ones do not hide those that a person should look at. */
function firstOf(groups: readonly FoundGroup[]): FoundGroup[] {
  const certain = groups.filter(({ lane }) => lane === 'certain')
  const others = groups.filter(({ lane }) => lane !== 'certain')
  const room = Math.max(SHOWN_GROUPS / 2, SHOWN_GROUPS - others.length)
  const first = certain.slice(0, room)
  return [...first, ...others.slice(0, SHOWN_GROUPS - first.length)]
}

const summaryOf = ({ words }: Context, { found, clients }: Duplicates, { lane }: DedupeFlags): string =>
  lane === 'possible'
    ? words.matching.table.foundPossible(found.possible.groups, clients)
    : words.matching.table.found(found.certain.groups, found.likely.groups, clients)

function sayNothing(context: Context, found: Duplicates, flags: DedupeFlags, isFiltered: boolean): void {
  const { words } = context
  const isPart = isFiltered || LANES.some((lane) => found.found[lane].groups > 0)
  context.say(isPart ? words.matching.noneHere : words.matching.none(found.clients))
  sayPossible(context, found, flags)
}

function sayPossible({ words, style, say }: Context, { found }: Duplicates, { lane }: DedupeFlags): void {
  if (lane === undefined && found.possible.groups > 0)
    say(style.muted(`${words.matching.table.possible(found.possible.groups)} (--lane possible)`))
}

/** What may be typed next: only what would do something here. */
function sayNext(
  context: Context,
  shown: readonly ShownGroup[],
  found: Duplicates,
  flags: DedupeFlags & { typed: readonly string[] },
): void {
  const { style } = context
  const { steps } = context.words.matching.table
  const open = shown.find(({ lane }) => lane !== 'certain') ?? shown[0]
  const pair = open?.pairs[0]
  const filter = flags.typed.map((word) => ` ${quotedForShell(word)}`).join('')
  const commands: [string, string][] = [
    ...(found.found.certain.groups > 0 && (flags.lane ?? 'certain') === 'certain'
      ? [[`clientele dedupe${filter} --apply certain`, steps.apply] as [string, string]]
      : []),
    [`clientele dedupe${filter} --review${flags.lane === 'possible' ? ' --lane possible' : ''}`, steps.review],
    ...(pair
      ? ([
          [`clientele merge ${pair.a} ${pair.b}`, steps.merge],
          [`clientele distinct ${pair.a} ${pair.b}`, steps.distinct],
        ] as [string, string][])
      : []),
  ]
  sayPossible(context, found, flags)
  const left = Math.max(...commands.map(([command]) => command.length))
  for (const [command, does] of commands) context.say(`  ${command.padEnd(left)}  ${style.muted(does)}`)
}

const quotedForShell = (word: string): string =>
  /^[\p{L}\p{N}:@._,+=/-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
