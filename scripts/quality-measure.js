// How good an answer is, given the truth. Pure: works on maps of ids to clusters, whatever made them.

const pairsOf = (size) => (size * (size - 1)) / 2
const add = (counts, key, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by)
const pairsIn = (counts) => {
  let sum = 0
  for (const size of counts.values()) sum += pairsOf(size)
  return sum
}

/**
 * Pairwise precision, recall and F1 by intersections of clusters: `truth` and `found` are maps of id to cluster. An id
 * that `found` lacks stands alone; one that `truth` lacks is not looked at. Without a pair precision and recall are 1.
 */
export function measureClusters(truth, found) {
  const ofTruth = new Map()
  const ofFound = new Map()
  const ofBoth = new Map()
  for (const [id, cluster] of truth) {
    add(ofTruth, cluster)
    const other = found.get(id)
    if (other === undefined) continue
    add(ofFound, other)
    let inside = ofBoth.get(other)
    if (!inside) {
      inside = new Map()
      ofBoth.set(other, inside)
    }
    add(inside, cluster)
  }
  let right = 0
  for (const inside of ofBoth.values()) right += pairsIn(inside)
  const joined = pairsIn(ofFound)
  const real = pairsIn(ofTruth)
  return { right, joined, real, ...rates(right, joined, real) }
}

function rates(right, joined, real) {
  const precision = joined === 0 ? 1 : right / joined
  const recall = real === 0 ? 1 : right / real
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

/** Groups of ids as a map of id to the number of its group. */
export function clustersOfGroups(groups) {
  const found = new Map()
  groups.forEach((members, index) => {
    for (const id of members) found.set(id, index)
  })
  return found
}

/** For every tag how many of its look-alikes `[id, id, tag]` there are, and how many stand wrongly in one cluster. */
export function measureLookalikes(lookalikes, found) {
  const tags = new Map()
  for (const [a, b, tag] of lookalikes) {
    const counts = tags.get(tag) ?? { pairs: 0, wrong: 0 }
    counts.pairs += 1
    if (found.has(a) && found.get(a) === found.get(b)) counts.wrong += 1
    tags.set(tag, counts)
  }
  return tags
}

const membersByCluster = (clusters, known) => {
  const members = new Map()
  for (const [id, cluster] of clusters) {
    if (known && !known.has(id)) continue
    const list = members.get(cluster)
    if (list) list.push(id)
    else members.set(cluster, [id])
  }
  return members
}

/** Clusters beyond this size are not listed pair by pair. */
const LISTED = 300

function* pairsWithin(members) {
  for (const list of members.values()) {
    if (list.length > LISTED) continue
    for (let a = 0; a < list.length; a += 1) for (let b = a + 1; b < list.length; b += 1) yield [list[a], list[b]]
  }
}

/**
 * True pairs by what was done to them, from `copies` `[id, id, tags]`: `{ pairs, missed }` for every tag, and the missed
 * pairs themselves with their tags. A pair of two copies bears the tags of both.
 */
export function missedPairs(truth, found, copies) {
  const tagsOf = new Map(copies.map(([, id, tags]) => [id, tags.split('+')]))
  const tags = new Map()
  const missed = []
  for (const [a, b] of pairsWithin(membersByCluster(truth))) {
    const damages = new Set([...(tagsOf.get(a) ?? []), ...(tagsOf.get(b) ?? [])])
    if (damages.size > 1) damages.delete('same')
    if (damages.size === 0) damages.add('–')
    const lost = !found.has(a) || found.get(a) !== found.get(b)
    for (const tag of damages) {
      const counts = tags.get(tag) ?? { pairs: 0, missed: 0 }
      counts.pairs += 1
      if (lost) counts.missed += 1
      tags.set(tag, counts)
    }
    if (lost) missed.push([a, b, [...damages].join('+')])
  }
  return { tags, missed }
}

/**
 * Pairs wrongly joined, by what they are to each other: a look-alike's tag, whichever records of the two, `relatives` for
 * two look-alikes of a third, or `other`.
 */
export function falsePairs(truth, found, lookalikes) {
  const tagOf = new Map()
  const headOf = new Map()
  for (const [a, b, tag] of lookalikes) {
    const [one, two] = [truth.get(a), truth.get(b)]
    tagOf.set(`${one}\t${two}`, tag)
    tagOf.set(`${two}\t${one}`, tag)
    if (tag !== 'namesake') headOf.set(two, headOf.get(one) ?? one)
  }
  const tags = new Map()
  const wrong = []
  for (const [a, b] of pairsWithin(membersByCluster(found, truth))) {
    const [one, two] = [truth.get(a), truth.get(b)]
    if (one === two) continue
    const related = headOf.has(one) && headOf.get(one) === headOf.get(two)
    const tag = tagOf.get(`${one}\t${two}`) ?? (related ? 'relatives' : 'other')
    add(tags, tag)
    wrong.push([a, b, tag])
  }
  return { tags, wrong }
}
