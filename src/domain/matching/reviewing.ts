import type { Judgement } from './judging.js'

/** What was decided of a pair; `operation` takes it back, null when nothing had to be written. */
export type Decision =
  | { verdict: 'merged'; kept: number; gone: number; operation: number | null }
  | { verdict: 'distinct' | 'later'; a: number; b: number; operation: number | null }

/** A walk through pairs of clients. Plain data: each step makes a new one, and the one before is kept for the way back. */
export interface Review {
  /** Still to be asked, the first one now. */
  pairs: readonly Judgement[]
  /** Pairs that were asked, by clients as they are now. */
  asked: ReadonlySet<string>
  /** Latest last. */
  decisions: readonly Decision[]
  /** The review before the latest decision. */
  before: Review | null
}

export interface Tally {
  merged: number
  distinct: number
  later: number
  left: number
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

export const beginReview = (pairs: readonly Judgement[]): Review => ({
  pairs,
  asked: new Set(),
  decisions: [],
  before: null,
})

/** The review with the first pair decided. What was said of a client that is gone is said of the one that has all of it now. */
export function decide(review: Review, decision: Decision): Review {
  const [current, ...rest] = review.pairs
  if (!current) return review
  const asked = new Set([...review.asked, keyOf(current.a, current.b)])
  const decisions = [...review.decisions, decision]
  if (decision.verdict !== 'merged') return { pairs: rest, asked, decisions, before: review }
  const now = (id: number): number => (id === decision.gone ? decision.kept : id)
  const askedNow = new Set([...asked].map((key) => keyOf(...(key.split(' ').map(Number).map(now) as [number, number]))))
  return { pairs: repointed(rest, now, askedNow), asked: askedNow, decisions, before: review }
}

/**
 * Pairs of the clients as they are now, each once, without those that were asked. Of two that have become one pair, the place
 * of the first is kept, and the terms of the one that was found between these very clients.
 */
function repointed(
  pairs: readonly Judgement[],
  now: (id: number) => number,
  asked: ReadonlySet<string>,
): readonly Judgement[] {
  const found = new Map(pairs.map((pair) => [keyOf(pair.a, pair.b), pair]))
  const seen = new Set(asked)
  return pairs.flatMap((pair) => {
    const [a, b] = [now(pair.a), now(pair.b)]
    const key = keyOf(a, b)
    if (a === b || seen.has(key)) return []
    seen.add(key)
    const own = found.get(key)
    if (own) return own
    return a < b ? { ...pair, a, b } : turned({ ...pair, a, b })
  })
}

/** The same pair with the smaller id first. */
const turned = (pair: Judgement): Judgement => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  terms: pair.terms.map((term) => ({ ...term, a: term.b, b: term.a })),
})

/** The review without pairs of a client that is no longer there. */
export const without = (review: Review, id: number): Review => ({
  ...review,
  pairs: review.pairs.filter(({ a, b }) => a !== id && b !== id),
})

/** The review without its first pair, of which nothing is to be asked. */
export const skip = (review: Review): Review => ({ ...review, pairs: review.pairs.slice(1) })

/** The review before the latest decision, and that decision; null when there is none. */
export function stepBack(review: Review): { review: Review; decision: Decision } | null {
  const decision = review.decisions.at(-1)
  return review.before === null || decision === undefined ? null : { review: review.before, decision }
}

export function tallyOf({ decisions, pairs }: Review): Tally {
  const of = (verdict: Decision['verdict']): number => decisions.filter((each) => each.verdict === verdict).length
  return { merged: of('merged'), distinct: of('distinct'), later: of('later'), left: pairs.length }
}
