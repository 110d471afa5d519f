import { BIRTHDAY_LEVELS } from './birthday.js'
import { type Counts, chanceOf } from './frequencies.js'
import { CUSTOM, FIELD, levelsIn, levelsOf } from './levels.js'
import {
  defaultLambda,
  defaultM,
  defaultModel,
  defaultU,
  fixedLevels,
  type MatchModel,
  type Unreliable,
} from './model.js'

const SAME_BIRTHDAY = BIRTHDAY_LEVELS.indexOf('same')

/** How many pairs of each pattern there are. */
export type Patterns = ReadonlyMap<number, number>

/** Pseudo pairs that stand behind the default shares of one client's pairs … */
const BEHIND_M = 200
/** … and behind those of different clients. */
const BEHIND_U = 200_000
const ROUNDS = 25
/** All pairs of so many clients stand behind the usual share: a pair must not be the proof of its own prior. */
const USUAL_BASE = 300
const BEHIND_LAMBDA = (USUAL_BASE * (USUAL_BASE - 1)) / 2
/** Share of the pairs of one client that agree on an anchor, as the trial found. */
const ANCHORED = 0.92

/** Fields that may anchor a pair when they agree exactly: few but its own records share them. */
const ANCHORS: readonly (readonly [field: number, level: number])[] = [
  [FIELD.phone, 2],
  [FIELD.email, 2],
  [FIELD.birthday, SAME_BIRTHDAY],
  [FIELD.tax, 2],
  [FIELD.handle, 1],
]

interface Pattern {
  levels: Int8Array
  pairs: number
  /** How many anchors agree. */
  anchors: number
  /** The field that anchors it when only one does. */
  only: number
}

/** A base in which fewer clients than this have a phone, e-mail, messenger or tax id … */
const SCARCE = 0.3
/** … has to learn from whole names too. */
const NAME_ANCHORS: readonly (readonly [field: number, level: number])[] = [
  [FIELD.name, 6],
  [FIELD.name, 7],
  [FIELD.company, 3],
]

/** Do so few clients have a phone, e-mail, messenger or tax id that names have to do? */
export const isSparse = ({ phone, mail, handle, tax }: Counts, clients: number): boolean =>
  clients >= USUAL_BASE && Math.max(phone.filled, mail.filled, handle.filled, tax.filled) < SCARCE * clients

const anchoredBy = (levels: Int8Array, by: typeof ANCHORS): Pick<Pattern, 'anchors' | 'only'> => {
  let anchors = 0
  let only = -1
  for (const [field, level] of by)
    if (levels[field] === level) {
      anchors += 1
      only = field
    }
  return { anchors, only: anchors === 1 ? only : -1 }
}

/** Names that contradict make a family of a pair with one phone, not a client: they teach nothing. */
const contradicts = (levels: Int8Array, { name, birthday }: Unreliable): boolean =>
  (!name && (levels[FIELD.name] === 0 || levels[FIELD.name] === 1)) ||
  levels[FIELD.company] === 0 ||
  (!birthday && levels[FIELD.birthday] === 0) ||
  levels[FIELD.tax] === 0

/**
 * From these shares of contradictions on among pairs that are one client by all else, a field is typed carelessly. Bases of families show
 * .01–.03, those of careless clerks (the public sets of Febrl, of splink, of Wikidata) .12–.20 of names and .045–.19 of birthdays …
 */
const CARELESS = { name: 0.1, birthday: 0.04 } as const
/** … when there are so many of these pairs. */
const ENOUGH = 50

/**
 * Are names and birthdays to be trusted here? Where families share phones, pairs that agree on birthday and another identifier hardly ever
 * have two given names (twins do), and pairs of one name with one phone seldom two birthdays (father and son do).
 */
function reliability(patterns: readonly { levels: Int8Array; pairs: number }[], sparse: boolean): Unreliable {
  const seen: Record<'name' | 'birthday', [agree: number, differ: number]> = { name: [0, 0], birthday: [0, 0] }
  for (const { levels, pairs } of patterns) {
    const [name, birthday] = [levels[FIELD.name] as number, levels[FIELD.birthday] as number]
    const other =
      levels[FIELD.phone] === 2 ||
      levels[FIELD.email] === 2 ||
      levels[FIELD.handle] === 1 ||
      levels[FIELD.tax] === 2 ||
      (sparse && (levels[FIELD.address] as number) > 0)
    if (!other) continue
    if (birthday === SAME_BIRTHDAY && name >= 0) seen.name[name <= 1 ? 1 : 0] += pairs
    if (name >= 6 && birthday >= 0) seen.birthday[birthday === 0 ? 1 : 0] += pairs
  }
  const isCareless = (field: 'name' | 'birthday'): boolean => {
    const [agree, differ] = seen[field]
    return agree + differ >= ENOUGH && differ > CARELESS[field] * (agree + differ)
  }
  return { name: isCareless('name'), birthday: isCareless('birthday'), sparse }
}

/** Shares of different clients' pairs: from random pairs, where exact agreement is too rare for them, from the counts of the values. */
function chances(fields: number, random: Patterns, counts: Counts): number[][] {
  const seen = Array.from({ length: fields }, (_, field) => new Float64Array(levelsOf(field).length))
  for (const [pattern, pairs] of random) {
    const levels = levelsIn(pattern, fields)
    for (let field = 0; field < fields; field += 1) {
      const level = levels[field] as number
      if (level >= 0) (seen[field] as Float64Array)[level] = ((seen[field] as Float64Array)[level] as number) + pairs
    }
  }
  const exact: [number, number, Counts['phone']][] = [
    [FIELD.name, 6, counts.person],
    [FIELD.name, 7, counts.full],
    [FIELD.company, 3, counts.company],
    [FIELD.phone, 2, counts.phone],
    [FIELD.email, 2, counts.mail],
    [FIELD.handle, 1, counts.handle],
    [FIELD.birthday, SAME_BIRTHDAY, counts.birthday],
    [FIELD.city, 1, counts.city],
    [FIELD.tax, 2, counts.tax],
  ]
  return seen.map((levels, field) => {
    const prior = defaultU(field)
    const total = levels.reduce((sum, pairs) => sum + pairs, 0)
    return Array.from(levels, (pairs, level) => {
      const known = exact.find(([which, at]) => which === field && at === level)?.[2]
      if (!known) return ((prior[level] as number) * BEHIND_U + pairs) / (BEHIND_U + total)
      // Whole names are missing in part: of all pairs of names, those with both parts are a share.
      const named = field === FIELD.name ? Math.max(counts.named, 1) : known.filled
      const all = (named * (named - 1)) / 2
      const both = (known.filled / Math.max(named, 1)) ** 2
      return ((prior[level] as number) * BEHIND_U + chanceOf(known) * both * all) / (BEHIND_U + all)
    })
  })
}

/**
 * Learns a model from the patterns of candidate pairs: expectation maximisation (Dempster, Laird, Rubin 1977) with the defaults as a
 * prior, where a field learns only from pairs that another field anchors. Plain EM over all candidates fails at scale.
 */
export function estimate(
  candidates: Patterns,
  random: Patterns,
  counts: Counts,
  { clients, custom }: { clients: number; custom: readonly string[] },
): MatchModel {
  const fields = CUSTOM + custom.length
  const model = defaultModel(clients, custom)
  const observed = chances(fields, random, counts)
  for (let place = CUSTOM; place < fields; place += 1) {
    const known = counts.custom[place - CUSTOM]
    const same = known ? Math.max(chanceOf(known), 1 / Math.max(known.filled, 1)) : 0.1
    observed[place] = [1 - same, Math.max(same, 1e-6)]
  }
  model.u = observed
  const sparse = isSparse(counts, clients)
  const anchors = sparse ? [...ANCHORS, ...NAME_ANCHORS] : ANCHORS
  const everything: Pattern[] = []
  for (const [pattern, pairs] of candidates) {
    const levels = levelsIn(pattern, fields)
    everything.push({ levels, pairs, ...anchoredBy(levels, anchors) })
  }
  model.unreliable = reliability(everything, sparse)
  // Where names are careless there are no families to learn by mistake, and anchors are too few.
  const patterns = everything.filter(
    ({ levels, anchors: many }) => (many > 0 || model.unreliable.name) && !contradicts(levels, model.unreliable),
  )
  const all = Math.max(1, (clients * (clients - 1)) / 2)
  const usual = defaultLambda(Math.max(clients, USUAL_BASE))
  for (let round = 0; round < ROUNDS; round += 1) {
    const likely = expectations(patterns, model)
    const matches = patterns.reduce((sum, { pairs }, index) => sum + pairs * (likely[index] as number), 0)
    model.learned = Math.round(matches)
    model.lambda = (matches / (model.unreliable.name ? 1 : ANCHORED) + usual * BEHIND_LAMBDA) / (all + BEHIND_LAMBDA)
    model.m = maximised(patterns, likely, fields, model.unreliable)
    // Pairs of one client are among those counted as chance.
    model.u = observed.map((shares, field) =>
      shares.map((share, level) => {
        const own = model.lambda * ((model.m[field] as number[])[level] as number)
        return Math.max(share - own, share * 0.2, 1e-9)
      }),
    )
  }
  return model
}

function expectations(patterns: readonly Pattern[], { m, u, lambda }: MatchModel): Float64Array {
  const bits = m.map((shares, field) =>
    shares.map((share, level) => Math.log2(share / ((u[field] as number[])[level] as number))),
  )
  const prior = Math.log2(lambda / (1 - lambda))
  return Float64Array.from(patterns, ({ levels }) => {
    let sum = prior
    for (let field = 0; field < levels.length; field += 1) {
      const level = levels[field] as number
      if (level >= 0) sum += (bits[field] as number[])[level] as number
    }
    return 1 / (1 + 2 ** -sum)
  })
}

function maximised(
  patterns: readonly Pattern[],
  likely: Float64Array,
  fields: number,
  unreliable: Unreliable,
): number[][] {
  const sums = Array.from({ length: fields }, (_, field) => new Float64Array(levelsOf(field).length))
  patterns.forEach(({ levels, pairs, only }, index) => {
    const weight = pairs * (likely[index] as number)
    for (let field = 0; field < fields; field += 1) {
      const level = levels[field] as number
      if (level >= 0 && only !== field)
        (sums[field] as Float64Array)[level] = ((sums[field] as Float64Array)[level] as number) + weight
    }
  })
  return sums.map((levels, field) => {
    const prior = defaultM(field)
    const fixed = fixedLevels(field, unreliable)
    const fixedShare = fixed.reduce((sum, level) => sum + (prior[level] as number), 0)
    let total = 0
    levels.forEach((pairs, level) => {
      if (!fixed.includes(level)) total += pairs + BEHIND_M * (prior[level] as number)
    })
    return Array.from(levels, (pairs, level) =>
      fixed.includes(level)
        ? (prior[level] as number)
        : ((pairs + BEHIND_M * (prior[level] as number)) / total) * (1 - fixedShare),
    )
  })
}
