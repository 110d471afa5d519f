import { type NoteWording, PLAIN_WORDING } from '../domain/matching/survivor-note.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { bestToKeep } from './merging-rows.js'
import { type Union, writeUnions } from './merging-writing.js'

/** Clients that were found to be one; `reasons` is a JSON array. */
export interface Group {
  members: readonly number[]
  lane: string
  bits: number
  reasons: string
}

/**
 * Merges whole groups at once, each into the client that is the best of it: one operation. A group in which two are judged
 * distinct, or a person meets a company, is left alone, and so is whoever has gone meanwhile. `keep` false only counts.
 */
export async function mergeGroups(
  deps: Deps,
  groups: readonly Group[],
  options: { keep: boolean; wording?: NoteWording },
): Promise<{ merged: number; gone: number; operation: number | null }> {
  const how = { at: entryOf(deps).at, today: localNow(deps).date, wording: options.wording ?? PLAIN_WORDING }
  const { result, operation } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const unions = await unionsOf(writing, groups)
      if (options.keep) await writeUnions(writing, unions, how)
      return { merged: unions.length, gone: unions.reduce((sum, { gone }) => sum + gone.length, 0) }
    },
    { keep: options.keep },
  )
  return { ...result, operation }
}

async function unionsOf(writing: Writing, groups: readonly Group[]): Promise<Union[]> {
  const apart = await distinctPairs(writing, groups)
  const weights = new Map(
    (await writing.merging.weights(groups.flatMap(({ members }) => members))).map((each) => [each.id, each]),
  )
  const unions: Union[] = []
  for (const { members, lane, bits, reasons } of groups) {
    const found = [...new Set(members)].flatMap((id) => weights.get(id) ?? [])
    const keep = bestToKeep(found)
    if (keep === null || found.length < 2 || new Set(found.map(({ kind }) => kind)).size > 1) continue
    const ids = found.map(({ id }) => id)
    if (ids.some((a) => ids.some((b) => apart.has(`${a},${b}`)))) continue
    // Whoever stands in two groups is in the first one.
    for (const id of ids) weights.delete(id)
    const gone = ids.filter((id) => id !== keep).sort((a, b) => a - b)
    unions.push({ keep, gone, choices: new Map(), lane, bits, reasons })
  }
  return unions
}

async function distinctPairs({ merging }: Writing, groups: readonly Group[]): Promise<Set<string>> {
  const rows = await merging.judgements(groups.flatMap(({ members }) => members))
  return new Set(
    rows.filter(({ verdict }) => verdict === 'distinct').map(({ low_id, high_id }) => `${low_id},${high_id}`),
  )
}
