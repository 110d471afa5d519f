import type { Lane, Objection } from '../domain/matching/judging.js'
import type { Found, FoundPair } from '../domain/matching/search.js'

/** Members of the clusters of at least two, by the cluster's lowest place. */
function membersOf(of: Uint32Array): Map<number, number[]> {
  const sizes = new Uint32Array(of.length)
  for (const root of of) sizes[root] = (sizes[root] as number) + 1
  const found = new Map<number, number[]>()
  of.forEach((root, record) => {
    if ((sizes[root] as number) < 2) return
    const list = found.get(root)
    if (list) list.push(record)
    else found.set(root, [record])
  })
  return found
}

/** A group before it is put into words: places in the roster. */
export interface Draft {
  lane: Lane
  bits: number
  records: number[]
  pairs: FoundPair[]
}

/** Pairs by the cluster they lie in; those between clusters are alone. */
export function draftsOf({ pairs, certain, clusters }: Found, size: number, lane: Lane): Draft[] {
  const of = lane === 'certain' ? certain.of : clusters.of
  const drafts = new Map<number, Draft>()
  for (const [root, records] of membersOf(of)) drafts.set(root, { lane: 'certain', bits: Infinity, records, pairs: [] })
  const alone: Draft[] = []
  const refused = new Set(clusters.refused.map(({ a, b }) => a * size + b))
  for (const pair of pairs) {
    const root = of[pair.a] as number
    if (root === of[pair.b]) drafts.get(root)?.pairs.push(pair)
    else if (lane === 'possible') {
      const chained: Objection[] = refused.has(pair.a * size + pair.b) ? ['chain'] : []
      const objections = [...pair.objections, ...chained]
      alone.push({ lane: 'possible', bits: pair.bits, records: [pair.a, pair.b], pairs: [{ ...pair, objections }] })
    }
  }
  for (const draft of drafts.values()) {
    draft.pairs.sort((x, y) => y.bits - x.bits)
    const held = holding(draft)
    draft.bits = held.at(-1)?.bits ?? 0
    draft.lane = isOne(certain.of, draft.records) ? 'certain' : 'likely'
  }
  return [...drafts.values(), ...alone]
}

const isOne = (of: Uint32Array, records: readonly number[]): boolean =>
  records.every((record) => of[record] === of[records[0] as number])

/** The strongest pairs that are enough to hold a group together. */
function holding({ records, pairs }: Draft): FoundPair[] {
  const parent = new Map(records.map((record) => [record, record]))
  const root = (record: number): number => {
    let at = record
    while (parent.get(at) !== at) at = parent.get(at) as number
    return at
  }
  return pairs.filter(({ a, b, objections }) => {
    if (objections.length > 0) return false
    const [x, y] = [root(a), root(b)]
    parent.set(x, y)
    return x !== y
  })
}
