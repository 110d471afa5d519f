import type { Filter } from '../domain/filter.js'
import type { Lane } from '../domain/matching/judging.js'
import { typedWrongly } from '../errors.js'
import { drawGroups, type ShownGroup } from '../render/dedupe.js'
import type { DedupeInput } from '../usecases/dedupe.js'
import type { Deps } from '../usecases/deps.js'
import type { Context } from './context.js'
import { explained, readFilter } from './filter.js'
import { roomOf } from './output.js'
import { progressBar } from './progress.js'

export interface DedupeFlags {
  lane?: Lane | undefined
  min?: string
  limit?: string
  clusters?: boolean
  apply?: string
  review?: boolean
}

/** So many groups are read at a glance; other formats have all. */
export const SHOWN_GROUPS = 20

/** The filter, null when none was typed; a mistake in it is shown with a caret. */
export const filterOf = async (deps: Deps, typed: readonly string[]): Promise<Filter | null> =>
  typed.every((word) => word.trim() === '') ? null : readFilter(deps, typed)

/** A score as it is typed: a number from 0 to 1. */
export function readMin(typed: string | undefined): number {
  if (typed === undefined) return 0
  if (!/^(0?\.\d{1,9}|0|1|1\.0{1,9})$/.test(typed))
    throw typedWrongly((words) => words.matching.errors.badMin(typed.replace('\u2212', '-')))
  return Number(typed)
}

/** Which clients, from which lane and score on; `usual` is the lane when none was asked for. */
export async function inputOf(
  deps: Deps,
  typed: readonly string[],
  { lane, min }: DedupeFlags,
  usual: Lane,
): Promise<DedupeInput> {
  return { filter: await filterOf(deps, typed), lane: lane ?? usual, min: readMin(min) }
}

/** How the note of a merged client says where its pieces come from. */
export const wordingOf = ({ words }: Context) => ({
  from: words.merging.note.from,
  field: (key: string): string => words.fields[key] ?? key,
})

/** Long work with a bar on the terminal. */
export async function withProgress<T>(
  context: Context,
  work: (progress: (share: number) => void) => Promise<T>,
): Promise<T> {
  const bar = progressBar(context, context.words.matching.progress)
  try {
    return await explained(() => work(bar.show))
  } finally {
    bar.clear()
  }
}

/** Groups as people read them, with a line on how many more there are. */
export function tableOf(context: Context, shown: readonly ShownGroup[], all: number): string {
  const { words, style } = context
  const { table } = words.matching
  const left = all - shown.length
  const more = left > 0 ? `\n${style.muted(`${table.moreGroups(left)} (${table.moreHint}: --limit ${all})`)}\n` : ''
  return `${drawGroups(shown, { words, style, width: roomOf(context) })}${more}`
}
