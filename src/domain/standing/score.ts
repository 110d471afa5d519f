import type { Happening } from './happenings.js'
import type { Model } from './model.js'

/*
 * The score is a sum of points that fade: a touch counts half after the half-life, a quarter after two, as it is done in
 * the scoring of leads. A refusal takes its share off what talks and offers before it count at that moment, as a negative
 * sum that fades with them, so that the bill adds up and never falls below nought.
 */

/** Points of a happening on its own day. */
export interface Share {
  happening: Happening
  /** Below nought for a refusal. */
  points: number
  /** Counts nothing any more, because the client was given up since. */
  forgotten?: true
}

/** What is left of a point day by day, for the half-life asked for last. */
let table: { halfLife: number; left: number[] } = { halfLife: 0, left: [] }
const TABLE_DAYS = 20_000

/** How much is left of a point after so many days. */
export function fadedBy(days: number, halfLife: number): number {
  if (days <= 0) return 1
  if (days > TABLE_DAYS) return 2 ** (-days / halfLife)
  if (table.halfLife !== halfLife) table = { halfLife, left: [] }
  // A power takes longer than all else about a touch, and a base has the same ages again and again.
  for (let day = table.left.length; day <= days; day += 1) table.left.push(2 ** (-day / halfLife))
  return table.left[days] ?? 0
}

/** Float sums differ in their last digits from the same sum in another order; less than this is no difference. */
const HAIR = 1e-9

/** What each happening counted on its own day, in order. */
export function sharesOf(happenings: readonly Happening[], { points, refusal, halfLife }: Model): Share[] {
  const shares: Share[] = []
  let talks = 0
  let last = 0
  for (const happening of happenings) {
    const { kind, day } = happening
    talks *= fadedBy(day - last, halfLife)
    last = day
    if (kind === 'refused' && talks > 0 && refusal > 0) {
      const taken = (talks * refusal) / 100
      talks -= taken
      shares.push({ happening, points: points.refused - taken })
    } else shares.push({ happening, points: points[kind] })
    if (kind !== 'order' && kind !== 'referral') talks += points[kind]
  }
  return shares
}

/**
 * What still counts of a client that was given up: recommendations, and what happened on or after the day on which it was
 * expected. What was before made a rhythm that is over: a weekly buyer's many orders would keep it warm for two years.
 */
export function sharesAnew(happenings: readonly Happening[], expected: number, model: Model): Share[] {
  return sharesOf(
    happenings.filter(({ kind, day }) => day >= expected || kind === 'referral'),
    model,
  )
}

/** All shares of one who was given up, in order: what is forgotten, and what counts anew. */
export function sharesOnceLost(
  happenings: readonly Happening[],
  shares: readonly Share[],
  expected: number,
  model: Model,
): Share[] {
  const anew = new Map(sharesAnew(happenings, expected, model).map((share) => [share.happening, share]))
  return shares.map((share) => anew.get(share.happening) ?? { ...share, forgotten: true })
}

/** The score on a day, which lies on or after all that happened. */
export function scoreOn(shares: readonly Share[], day: number, { halfLife }: Model): number {
  let sum = 0
  for (const { happening, points } of shares) if (points !== 0) sum += points * fadedBy(day - happening.day, halfLife)
  return sum
}

/** The last day on which the score reaches the threshold; null when it does not on the day of the last happening. */
export function lastWarmDay(shares: readonly Share[], model: Model): number | null {
  const last = shares.at(-1)
  if (!last) return null
  const score = scoreOn(shares, last.happening.day, model)
  if (score + HAIR < model.warmFrom) return null
  return last.happening.day + Math.floor(model.halfLife * Math.log2(score / model.warmFrom) + HAIR)
}

/** Whole hundredths of a score, rounded down: what is shown as the threshold has reached it. */
export const hundredths = (score: number): number => Math.floor(score * 100 + HAIR * 100)

/**
 * Whole numbers that add up to `total` and are as near to the values as that allows: the largest remainders are rounded up
 * (Hamilton's method of giving out seats). The values must add up to at least `total` and less than one more.
 */
export function apportion(values: readonly number[], total: number): number[] {
  const whole = values.map((value) => Math.floor(value))
  let missing = total - whole.reduce((sum, value) => sum + value, 0)
  const order = values
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order) {
    if (missing <= 0) break
    whole[index] = (whole[index] ?? 0) + 1
    missing -= 1
  }
  return whole
}
