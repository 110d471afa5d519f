import { describe, expect, test } from 'vitest'
import { estimate } from '../../../src/domain/matching/estimate.js'
import { countRoster } from '../../../src/domain/matching/frequencies.js'
import { CUSTOM, FIELD, LEVELS, levelsIn, patternOf } from '../../../src/domain/matching/levels.js'
import { bitsOf, defaultModel } from '../../../src/domain/matching/model.js'
import { RosterBuilder } from '../../../src/domain/matching/roster.js'

const pattern = (levels: Partial<Record<keyof typeof FIELD, number>>): number => {
  const all = new Int8Array(CUSTOM).fill(-1)
  for (const [field, level] of Object.entries(levels)) all[FIELD[field as keyof typeof FIELD]] = level
  return patternOf(all)
}
const nothing = countRoster(new RosterBuilder().close())
/** Of a base where everybody has a phone, so that names need not do. */
const phones = { ...nothing, phone: { counts: new Map(), filled: 20_000 } }

describe('patterns', () => {
  test('every combination of levels has a number of its own, and comes back from it', () => {
    for (const [field, names] of LEVELS.entries())
      for (let level = -1; level < names.length; level += 1) {
        const levels = new Int8Array(CUSTOM + 2).fill(-1)
        levels[field] = level
        levels[CUSTOM + 1] = 1
        expect([...levelsIn(patternOf(levels), CUSTOM + 2)]).toEqual([...levels])
      }
  })
})

describe('the model', () => {
  test('the shares of each field add up to one', () => {
    const model = defaultModel(1_000, ['card'])
    for (const shares of [...model.m, ...model.u])
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
  })

  test('more agreement never says less', () => {
    for (const bits of bitsOf(defaultModel(500)))
      for (let level = 1; level < bits.length; level += 1)
        expect(bits[level]).toBeGreaterThanOrEqual(bits[level - 1] as number)
  })

  test('without pairs it is the default, for a base of any size', () => {
    for (const clients of [1, 2, 50, 100_000]) {
      const model = estimate(new Map(), new Map(), nothing, { clients, custom: [] })
      expect(model.learned).toBe(0)
      expect(model.lambda).toBeGreaterThan(0)
      expect(model.lambda).toBeLessThan(0.02)
      expect(model.m[FIELD.phone]?.[2]).toBeCloseTo(defaultModel(clients).m[FIELD.phone]?.[2] as number, 5)
    }
  })

  test('a field learns from pairs that another anchors, not from its own', () => {
    // In a thousand pairs of one e-mail and name the phones differ: phones change here.
    const moved = new Map([[pattern({ name: 6, email: 2, phone: 0 }), 1_000]])
    const model = estimate(moved, new Map(), phones, { clients: 20_000, custom: [] })
    expect(model.m[FIELD.phone]?.[2]).toBeLessThan(0.2)
    expect(model.m[FIELD.email]?.[2]).toBeCloseTo(defaultModel(1).m[FIELD.email]?.[2] as number, 2)
  })

  test('families teach nothing: names that contradict keep their share', () => {
    const families = new Map([
      [pattern({ name: 1, phone: 2, email: 2, birthday: 0 }), 5_000],
      [pattern({ name: 6, phone: 2, email: 2 }), 1_000],
    ])
    const model = estimate(families, new Map(), phones, { clients: 20_000, custom: [] })
    expect(model.m[FIELD.name]?.[1]).toBeCloseTo(0.0045, 4)
    expect(model.m[FIELD.birthday]?.[0]).toBeCloseTo(0.04, 4)
    expect(model.learned).toBeLessThan(1_100)
  })

  test('the share of one client among all pairs grows with what is found', () => {
    const found = (pairs: number) =>
      estimate(new Map([[pattern({ name: 6, email: 2, phone: 2 }), pairs]]), new Map(), phones, {
        clients: 20_000,
        custom: [],
      }).lambda
    expect(found(4_000)).toBeGreaterThan(1.5 * found(1_000))
  })
})
