import { blocksOf, eachPair, sortByHash } from './blocking.js'
import { type Clusters, clustersOf, type Link } from './clusters.js'
import { Comparer, type Comparison, MOST_HOLDERS, newComparison } from './compare.js'
import { estimate, isSparse } from './estimate.js'
import { type Counts, countRoster, type Frequencies, frequenciesOf } from './frequencies.js'
import { hashText, mix, randomNumbers } from './hashing.js'
import type { Objection } from './judging.js'
import { CUSTOM, FIELD, levelsIn, MOST_CUSTOM, patternOf } from './levels.js'
import type { MatchModel } from './model.js'
import type { Lists, Roster } from './roster.js'
import {
  CERTAIN_BITS,
  contradictionsOf,
  isSure,
  LIKELY_BITS,
  likelyFrom,
  objectionsTo,
  POSSIBLE_BITS,
  Weigher,
} from './weights.js'

/** In larger bases namesakes with nothing else in common are not looked at: they are millions, and none of them would be shown. */
const LEAN_FROM = 200_000

/** A pair that deserves a look; `a` < `b` are places in the roster. */
export interface FoundPair extends Link {
  objections: Objection[]
  /** Nothing hints at two clients of one name, see `weights.isSure`. */
  sure: boolean
}

export interface Found {
  model: MatchModel
  frequencies: Frequencies
  /** Behind the frequencies. */
  counts: Counts
  /** By certain links alone. */
  certain: Clusters
  /** By certain and likely ones. */
  clusters: Clusters
  pairs: FoundPair[]
  weigher: Weigher
  comparer: Comparer
}

/** Pairs of candidates with the number of their pattern, in columns that grow. */
class Candidates {
  a = new Uint32Array(1 << 16)
  b = new Uint32Array(1 << 16)
  pattern = new Uint32Array(1 << 16)
  size = 0
  add(a: number, b: number, pattern: number): void {
    if (this.size === this.a.length) {
      this.a = larger(this.a)
      this.b = larger(this.b)
      this.pattern = larger(this.pattern)
    }
    this.a[this.size] = a
    this.b[this.size] = b
    this.pattern[this.size] = pattern
    this.size += 1
  }
}

function larger(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(Math.ceil(column.length * 1.6))
  next.set(column)
  return next
}

/** Own fields worth comparing: the fullest, with more than one value. */
function customFieldsOf({ customFields }: Roster, counts: Counts): string[] {
  return customFields
    .map((key, field) => ({
      key,
      filled: counts.custom[field]?.filled ?? 0,
      values: counts.custom[field]?.counts.size ?? 0,
    }))
    .filter(({ filled, values }) => filled > 1 && values > 1)
    .sort((x, y) => y.filled - x.filled || (x.key < y.key ? -1 : 1))
    .slice(0, MOST_CUSTOM)
    .map(({ key }) => key)
}

const busyOf = (counts: Counts) => {
  const busy = ({ counts: of }: Counts['phone']): Set<number> =>
    new Set([...of].filter(([, holders]) => holders > MOST_HOLDERS).map(([value]) => value as number))
  return { phones: busy(counts.phone), mails: busy(counts.mail) }
}

/** The records by what they say, so that nothing depends on the order in which they were added. */
function byContent(roster: Roster): Uint32Array {
  const hashes = new Uint32Array(roster.size)
  for (let record = 0; record < roster.size; record += 1) {
    const person = roster.persons[record]
    let hash = person
      ? mix(mix(hashText(person.family), hashText(person.given)), hashText(person.father))
      : hashText(roster.companies[record]?.core ?? '')
    hash = mix(
      mix(hash, roster.birthday[record] as number),
      hashText(roster.texts[roster.street[record] as number] ?? ''),
    )
    for (const phone of itemsOf(roster.phones, record)) hash = mix(hash, phone)
    for (const mail of itemsOf(roster.mails, record)) hash = mix(hash, hashText(roster.mailKeys[mail]?.local ?? ''))
    hashes[record] = hash
  }
  const records = Uint32Array.from({ length: roster.size }, (_, record) => record)
  return sortByHash({ hashes, records, size: roster.size }).records
}

const itemsOf = ({ start, items }: Lists, record: number): Uint32Array =>
  items.subarray(start[record] as number, start[record + 1] as number)

/** Patterns of pairs drawn at random within persons and within companies. */
function randomPatterns(roster: Roster, order: Uint32Array, comparer: Comparer, custom: number): Map<number, number> {
  const random = randomNumbers(roster.size)
  const patterns = new Map<number, number>()
  const comparison = newComparison(custom)
  const wanted = Math.min(1_000_000, Math.max(100_000, roster.size * 4), (roster.size * (roster.size - 1)) / 2)
  for (const list of [roster.persons, roster.companies]) {
    const records = order.filter((record) => list[record] !== null)
    const draws = Math.min(
      Math.ceil((wanted * records.length) / roster.size),
      (records.length * (records.length - 1)) / 2,
    )
    for (let draw = 0; draw < draws; draw += 1) {
      const a = records[Math.floor(random() * records.length)] as number
      const b = records[Math.floor(random() * records.length)] as number
      if (a === b) continue
      comparer.compare(a, b, comparison)
      const pattern = patternOf(comparison.levels)
      patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1)
    }
  }
  return patterns
}

export interface SearchOptions {
  /** Pairs (of ids, lower first, as `low:high`) that a person has judged to be two clients. */
  distinct?: ReadonlySet<string>
  /** Told a share from 0 to 1. */
  progress?: (share: number) => void
}

/** Finds who is held more than once: blocks, compares, learns the weights, weighs, clusters. */
export function search(roster: Roster, { distinct = new Set(), progress = () => {} }: SearchOptions = {}): Found {
  const counts = countRoster(roster)
  const frequencies = frequenciesOf(roster, counts)
  const custom = customFieldsOf(roster, counts)
  const comparer = new Comparer(roster, busyOf(counts), custom)
  const comparison = newComparison(custom.length)
  const order = byContent(roster)
  const rank = new Uint32Array(roster.size)
  order.forEach((record, place) => {
    rank[record] = place
  })
  const numbers = new Map<number, number>()
  const patterns: { key: number; pairs: number }[] = []
  const candidates = new Candidates()
  const lean = roster.size > LEAN_FROM && !isSparse(counts, roster.size)
  eachPair(
    roster,
    blocksOf(roster),
    (a, b) => {
      if (!comparer.comparable(a, b) || (lean && !comparer.mayAgree(a, b))) return
      comparer.compare(a, b, comparison)
      const key = patternOf(comparison.levels)
      let number = numbers.get(key)
      if (number === undefined) {
        number = patterns.length
        numbers.set(key, number)
        patterns.push({ key, pairs: 0 })
      }
      const pattern = patterns[number] as { pairs: number }
      pattern.pairs += 1
      candidates.add(a, b, number)
    },
    (share) => progress(share * 0.8),
  )
  const model = estimate(
    new Map([...patterns].sort((x, y) => x.key - y.key).map(({ key, pairs }) => [key, pairs])),
    randomPatterns(roster, order, comparer, custom.length),
    counts,
    { clients: roster.size, custom },
  )
  progress(0.9)
  const weigher = new Weigher(model, frequencies, roster)
  const isDistinct = (a: number, b: number): boolean => {
    if (distinct.size === 0) return false
    const [x, y] = [roster.ids[a] as number, roster.ids[b] as number]
    return distinct.has(x < y ? `${x}:${y}` : `${y}:${x}`)
  }
  const pairs: FoundPair[] = []
  const ceilings = patterns.map(({ key }) => weigher.ceiling(levelsIn(key, CUSTOM + custom.length)))
  for (let index = 0; index < candidates.size; index += 1) {
    if ((ceilings[candidates.pattern[index] as number] as number) < POSSIBLE_BITS) continue
    const [a, b] = [candidates.a[index] as number, candidates.b[index] as number]
    comparer.compare(a, b, comparison)
    const bits = weigher.weigh(a, b, comparison)
    if (bits < POSSIBLE_BITS || isDistinct(a, b)) continue
    const objections = objectionsTo(comparison, model.unreliable)
    if (objections.length === 0 || bits >= leastWith(objections, comparison))
      pairs.push({ a, b, bits, objections, sure: isSure(comparison) })
  }
  progress(0.95)
  const cross = (a: number, b: number): number | null => {
    if (isDistinct(a, b) || !comparer.comparable(a, b)) return null
    comparer.compare(a, b, comparison)
    return contradictionsOf(comparison, model.unreliable).length > 0 ? null : weigher.weigh(a, b, comparison)
  }
  const likely = likelyFrom(model.unreliable)
  const linked = pairs.filter(({ bits, objections }) => objections.length === 0 && bits >= likely)
  const certain = unambiguous(
    linked.filter(({ bits, sure }) => sure && bits >= CERTAIN_BITS),
    cross,
  )
  const found = {
    model,
    frequencies,
    counts,
    certain: clustersOf(roster.size, certain, cross, rank),
    clusters: clustersOf(roster.size, linked, cross, rank),
    pairs,
    weigher,
    comparer,
  }
  progress(1)
  return found
}

/** A family on one phone is worth a look from so many bits on. */
const FAMILY_BITS = 5

/** From how many bits on a pair is shown that something speaks against: homonyms and those on one phone or e-mail sooner than others. */
function leastWith(objections: readonly Objection[], { levels }: Comparison): number {
  if (objections.length === 1 && objections[0] === 'namesake') return LIKELY_BITS
  return levels[FIELD.phone] === 2 || levels[FIELD.email] === 2 || levels[FIELD.handle] === 1
    ? FAMILY_BITS
    : CERTAIN_BITS
}

/** «Саша» is both Александр and Александра on one phone: of links to clients who contradict each other, none is certain. */
function unambiguous(links: readonly FoundPair[], cross: (a: number, b: number) => number | null): FoundPair[] {
  const others = new Map<number, number[]>()
  for (const { a, b } of links) {
    others.set(a, [...(others.get(a) ?? []), b])
    others.set(b, [...(others.get(b) ?? []), a])
  }
  const torn = new Set<number>()
  for (const [record, list] of others)
    if (
      list.some((one, at) =>
        list.slice(at + 1).some((other) => cross(Math.min(one, other), Math.max(one, other)) === null),
      )
    )
      torn.add(record)
  return links.filter(({ a, b }) => !torn.has(a) && !torn.has(b))
}
