import type { Judgement } from '../domain/matching/judging.js'
import { keptText, learnedFrom } from '../domain/matching/kept.js'
import type { MatchInput } from '../domain/matching/keys.js'
import { Judge, likenesses } from '../domain/matching/newcomer.js'
import type { Roster } from '../domain/matching/roster.js'
import type { Found } from '../domain/matching/search.js'
import type { Queries } from '../store/store.js'
import { type Deps, entryOf } from './deps.js'

type Asked = Pick<Queries, 'newcomers' | 'matching'>

/** A new client held against one that is there; `judgement.a` is the new one. */
export interface Likeness {
  judgement: Judgement
  newcomer: MatchInput
  other: MatchInput
}

const learnedOf = async ({ newcomers, matching }: Asked) =>
  learnedFrom((await matching.model())?.model ?? null, await newcomers.size())

/** Whom of these a client that is about to be added certainly or likely is, certain ones first. */
export async function resembled(
  asked: Asked,
  newcomer: MatchInput,
  others: readonly MatchInput[],
): Promise<Likeness[]> {
  const byId = new Map(others.map((other) => [other.id, other]))
  return likenesses(newcomer, others, await learnedOf(asked)).flatMap((judgement) => {
    const other = byId.get(judgement.b)
    return other ? [{ judgement, newcomer, other }] : []
  })
}

/** So many pairs are read and judged at a time. */
const PORTION = 1_000

/** A client that was there before says more than one that came along. */
const isRather = (a: Judgement, b: Judgement, first: number): boolean =>
  a.b < first === b.b < first ? a.bits > b.bits : a.b < first

/** Of the clients made from `first` on, each one's strongest likeness to another client, strongest of all first. */
export async function resembledSince(asked: Asked, first: number): Promise<Likeness[]> {
  const pairs = await asked.newcomers.pairsFrom(first)
  if (pairs.length === 0) return []
  const learned = await learnedOf(asked)
  const best = new Map<number, Likeness>()
  for (let from = 0; from < pairs.length; from += PORTION) {
    const portion = pairs.slice(from, from + PORTION)
    const inputs = await asked.matching.some([...new Set(portion.flat())])
    const judge = new Judge([...inputs.values()], learned)
    for (const [id, otherId] of portion) {
      const judgement = judge.judge(id, otherId)
      const [newcomer, other] = [inputs.get(id), inputs.get(otherId)]
      if (!judgement || !newcomer || !other) continue
      const before = best.get(id)
      if (!before || isRather(judgement, before.judgement, first)) best.set(id, { judgement, newcomer, other })
    }
  }
  return [...best.values()].sort((x, y) => y.judgement.bits - x.judgement.bits || x.judgement.a - y.judgement.a)
}

/** Keeps what a full search has learned of the base, by which new clients are weighed from then on. */
export async function keepLearned(deps: Deps, roster: Roster, found: Found): Promise<void> {
  const model = keptText(roster, found)
  if (model !== null) await deps.store.keepModel({ at: entryOf(deps).at, clients: roster.size, model })
}
