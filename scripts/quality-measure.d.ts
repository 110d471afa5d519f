type Clusters = ReadonlyMap<string, string | number>
type Pairs = readonly (readonly [string, string, string])[]

export interface Measured {
  right: number
  joined: number
  real: number
  precision: number
  recall: number
  f1: number
}
export function measureClusters(truth: Clusters, found: Clusters): Measured
export function clustersOfGroups(groups: readonly (readonly string[])[]): Map<string, number>
export function measureLookalikes(lookalikes: Pairs, found: Clusters): Map<string, { pairs: number; wrong: number }>
export function missedPairs(
  truth: Clusters,
  found: Clusters,
  copies: Pairs,
): { tags: Map<string, { pairs: number; missed: number }>; missed: [string, string, string][] }
export function falsePairs(
  truth: Clusters,
  found: Clusters,
  lookalikes: Pairs,
): { tags: Map<string, number>; wrong: [string, string, string][] }
