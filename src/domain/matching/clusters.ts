/** A pair that is taken for one client. */
export interface Link {
  a: number
  b: number
  bits: number
}

/** No client is held so often; more than that is a bridge between many. */
const LARGEST_CLUSTER = 60

/**
 * Two clusters of which no members contradict are joined from this mean of bits on: records of one client often have nothing in common but
 * a third record. Tried from 0 to -13 on seven sets: to -5 recall grows by more than precision falls.
 */
const LOWEST_MEAN = -5

export interface Clusters {
  /** Of each record, the lowest record of its cluster. */
  of: Uint32Array
  /** Links that would have joined clusters whose members contradict. */
  refused: Link[]
}

/**
 * Joins links into clusters, strongest first, and does not chain: before two clusters become one, all their members are held against
 * each other. `cross` gives the bits of a pair, null when it must not be: then, or when the mean is too low, they stay two. Of
 * equal links the one with the lowest `rank` comes first; ranks that come from what records say make their order irrelevant.
 */
export function clustersOf(
  size: number,
  links: readonly Link[],
  cross: (a: number, b: number) => number | null,
  rank: Uint32Array = Uint32Array.from({ length: size }, (_, record) => record),
): Clusters {
  const parent = Uint32Array.from({ length: size }, (_, record) => record)
  const members = new Map<number, number[]>()
  const root = (record: number): number => {
    let at = record
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  const refused: Link[] = []
  const first = ({ a, b }: Link): number => Math.min(rank[a] as number, rank[b] as number)
  const second = ({ a, b }: Link): number => Math.max(rank[a] as number, rank[b] as number)
  const ordered = [...links].sort((x, y) => y.bits - x.bits || first(x) - first(y) || second(x) - second(y))
  for (const link of ordered) {
    const [left, right] = [root(link.a), root(link.b)]
    if (left === right) continue
    const ours = members.get(left) ?? [left]
    const theirs = members.get(right) ?? [right]
    if (ours.length + theirs.length > 2 && !mayJoin(ours, theirs, link, cross)) {
      refused.push(link)
      continue
    }
    const [kept, gone] = left < right ? [left, right] : [right, left]
    parent[gone] = kept
    members.set(kept, [...ours, ...theirs])
    members.delete(gone)
  }
  return { of: Uint32Array.from({ length: size }, (_, record) => root(record)), refused }
}

function mayJoin(
  ours: readonly number[],
  theirs: readonly number[],
  link: Link,
  cross: (a: number, b: number) => number | null,
): boolean {
  if (ours.length + theirs.length > LARGEST_CLUSTER) return false
  let sum = 0
  for (const one of ours)
    for (const other of theirs) {
      const own = (one === link.a && other === link.b) || (one === link.b && other === link.a)
      const bits = own ? link.bits : cross(Math.min(one, other), Math.max(one, other))
      if (bits === null) return false
      sum += bits
    }
  return sum >= LOWEST_MEAN * ours.length * theirs.length
}
