import type { Filter } from '../domain/filter.js'
import { newComparison } from '../domain/matching/compare.js'
import { explain, shownScore } from '../domain/matching/explain.js'
import { type DuplicateGroup, type Judgement, LANES, type Lane } from '../domain/matching/judging.js'
import { keysOf } from '../domain/matching/keys.js'
import { type Roster, RosterBuilder } from '../domain/matching/roster.js'
import { type Found, type FoundPair, search } from '../domain/matching/search.js'
import { type Draft, draftsOf } from './dedupe-groups.js'
import type { Deps } from './deps.js'
import { keepLearned } from './newcomers.js'

export interface DedupeInput {
  /** Groups and pairs with at least one client of it; null for all. */
  filter: Filter | null
  /** Lowest lane that is wanted: `certain` only these, `possible` everything. */
  lane: Lane
  /** Lowest score, 0 to 1. */
  min: number
  /** Nothing is to be written, not even what was learned of the base. */
  dryRun?: boolean
}

/** A group of which only the bits are known; its pairs are places in the roster, strongest first. */
export interface FoundGroup extends Omit<DuplicateGroup, 'pairs'> {
  pairs: FoundPair[]
}

export interface Duplicates {
  /** Certain ones first, then by score. */
  groups: FoundGroup[]
  /** Of these groups every pair with its terms and the texts that the clients have: to be asked of what is shown only, as it takes its time. */
  explained: (groups: readonly FoundGroup[]) => Promise<DuplicateGroup[]>
  /** Of all, whatever lane and score were asked for. */
  found: Record<Lane, { groups: number; pairs: number; clients: number }>
  /** How many clients were looked at. */
  clients: number
}

export type Progress = (share: number) => void

interface Searched extends Found {
  roster: Roster
}

/** Shares of the work that reading takes, as measured on 100,000 clients. */
const READING = 0.45

async function searched(deps: Deps, progress: Progress, dryRun = false): Promise<Searched> {
  const { matching } = deps.store
  const portions = await matching.portions()
  const builder = new RosterBuilder()
  // The next portion is read while one is worked on.
  let next = portions === 0 ? Promise.resolve([]) : matching.portion(0)
  for (let index = 0; index < portions; index += 1) {
    const clients = await next
    if (index + 1 < portions) {
      next = matching.portion(index + 1)
      // When the search is given up, nobody waits for it.
      next.catch(() => {})
    }
    for (const client of clients) builder.add(client.id, keysOf(client))
    progress(((index + 1) / portions) * READING)
  }
  const roster = builder.close()
  const judged = await matching.judged()
  const distinct = new Set(
    judged.filter(({ verdict }) => verdict === 'distinct').map(({ low_id, high_id }) => `${low_id}:${high_id}`),
  )
  const found = search(roster, { distinct, progress: (share) => progress(READING + share * (1 - READING)) })
  if (!dryRun) await keepLearned(deps, roster, found)
  return { roster, ...found }
}

/** Ids that a filter finds; null without one. */
async function wantedBy(deps: Deps, filter: Filter | null): Promise<Set<number> | null> {
  if (filter === null) return null
  return new Set(await deps.store.clients.ids({ filter, sort: [], limit: null, offset: 0 }))
}

const byStrength = (a: FoundGroup, b: FoundGroup): number =>
  LANES.indexOf(a.lane) - LANES.indexOf(b.lane) ||
  b.bits - a.bits ||
  (a.members[0] as number) - (b.members[0] as number)

const isObjected = ({ lane, pairs }: Draft): boolean =>
  lane === 'possible' && pairs.some(({ objections }) => objections.length > 0)

function groupOf(roster: Roster, draft: Draft): FoundGroup {
  const { lane, bits, records, pairs } = draft
  return {
    lane,
    bits,
    score: shownScore(bits, isObjected(draft)),
    members: records.map((record) => roster.ids[record] as number),
    pairs,
  }
}

/** Puts the pairs of these groups into terms, with the texts that the clients have. */
async function explained(deps: Deps, found: Searched, groups: readonly FoundGroup[]): Promise<DuplicateGroup[]> {
  const { roster, comparer, weigher } = found
  const idOf = (record: number): number => roster.ids[record] as number
  const inputs = await deps.store.matching.some([...new Set(groups.flatMap(({ members }) => members))])
  const comparison = newComparison(found.model.custom.length)
  const judgementOf = ({ a, b, objections }: FoundPair): Judgement[] => {
    const [one, other] = [inputs.get(idOf(a)), inputs.get(idOf(b))]
    if (!one || !other) return []
    comparer.compare(a, b, comparison)
    return [explain(weigher, [a, b], comparison, [one, other], objections)]
  }
  return groups.map(({ bits, pairs, ...group }) => ({
    ...group,
    bits: Math.round(bits * 10) / 10,
    pairs: pairs.flatMap(judgementOf),
  }))
}

/** Looks through the whole base; `progress` is told a share from 0 to 1. */
export async function findDuplicates(deps: Deps, input: DedupeInput, progress: Progress): Promise<Duplicates> {
  const wanted = await wantedBy(deps, input.filter)
  const found = await searched(deps, progress, input.dryRun)
  const { roster } = found
  const isWanted = ({ records }: Draft): boolean =>
    wanted === null || records.some((record) => wanted.has(roster.ids[record] as number))
  const all = draftsOf(found, roster.size, 'possible').filter(isWanted)
  const groups = (input.lane === 'possible' ? all : draftsOf(found, roster.size, input.lane).filter(isWanted))
    .map((draft) => groupOf(roster, draft))
    .filter(({ score }) => score >= input.min)
    .sort(byStrength)
  const totals = Object.fromEntries(
    LANES.map((lane) => [lane, { groups: 0, pairs: 0, clients: 0 }]),
  ) as Duplicates['found']
  for (const { lane, records, pairs } of all) {
    totals[lane].groups += 1
    totals[lane].pairs += pairs.length
    totals[lane].clients += records.length
  }
  return { groups, explained: (some) => explained(deps, found, some), found: totals, clients: roster.size }
}

/** Every client (of the filter) with the number of its cluster: groups of certain and likely links; a client alone has one of its own. */
export async function clustersOf(
  deps: Deps,
  filter: Filter | null,
  progress: Progress,
): Promise<{ id: number; external_id: string | null; cluster: number }[]> {
  const wanted = await wantedBy(deps, filter)
  const { roster, clusters } = await searched(deps, progress)
  const externals = await deps.store.matching.externals()
  const rows: { id: number; external_id: string | null; cluster: number }[] = []
  for (let record = 0; record < roster.size; record += 1) {
    const id = roster.ids[record] as number
    if (wanted !== null && !wanted.has(id)) continue
    rows.push({
      id,
      external_id: externals.get(id) ?? null,
      cluster: roster.ids[clusters.of[record] as number] as number,
    })
  }
  return rows
}

/** Pairs to be asked about, best first, without those that were judged; those put off come last. */
export async function pairsToJudge(deps: Deps, input: DedupeInput, progress: Progress): Promise<Judgement[]> {
  const found = await findDuplicates(deps, input, progress)
  const later = new Map(
    (await deps.store.matching.judged())
      .filter(({ verdict }) => verdict === 'later')
      .map(({ low_id, high_id, at }) => [`${low_id}:${high_id}`, at]),
  )
  const putOff = ({ a, b }: Judgement): number => (later.has(`${Math.min(a, b)}:${Math.max(a, b)}`) ? 1 : 0)
  return (await found.explained(found.groups))
    .flatMap(({ pairs }) => pairs)
    .filter(({ score }) => score >= input.min)
    .sort((x, y) => putOff(x) - putOff(y) || LANES.indexOf(x.lane) - LANES.indexOf(y.lane) || y.bits - x.bits)
}
