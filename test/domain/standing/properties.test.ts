import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar.js'
import { asOf } from '../../../src/domain/standing/as-of.js'
import { standingOf } from '../../../src/domain/standing/compute.js'
import type { Care, Dealings, Purchase, Touch } from '../../../src/domain/standing/dealings.js'
import { explain } from '../../../src/domain/standing/explain.js'
import { DEFAULT_MODEL, modelFrom } from '../../../src/domain/standing/model.js'
import { STANDING_KEYS } from '../../../src/domain/standing/standing.js'
import { behavioursOn, computedWarmth, rhythmOn, warmthOn } from '../../../src/domain/standing/state.js'

const START = '2023-01-01'
const DAYS = 900
const AFTER = addDays(START, DAYS)

const date = fc.integer({ min: 0, max: DAYS - 1 }).map((days) => addDays(START, days))
const touch: fc.Arbitrary<Touch> = fc.record({
  at: fc.tuple(date, fc.constantFrom('00:00:00', '09:30:00', '23:59:59')).map(([day, time]) => `${day}T${time}Z`),
  channel: fc.constantFrom('call', 'email', 'meet', 'note', 'telegram'),
  direction: fc.constantFrom('in', 'out'),
  result: fc.constantFrom(null, 'no-answer', 'reached', 'agreed', 'отказ', 'відмова', 'підписався'),
  purpose: fc.constantFrom(null, 'price', 'вопрос'),
  minutes: fc.constantFrom(null, 0, 5),
  cost_minor: fc.constantFrom(null, 100),
})
const purchase: fc.Arbitrary<Purchase> = fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }),
  date,
  sum_minor: fc.integer({ min: 0, max: 10_000_00 }),
  currency: fc.constantFrom('RUB', 'EUR', 'TRY'),
  what: fc.constantFrom(null, 'Ёлка 2 м', 'ёлка', "O'Brien-Ñandú 🙂"),
  stage: fc.constantFrom(null, 'paid', 'в работе', 'КП', 'скасовано'),
  cost_minor: fc.constantFrom(null, 50_00),
  promo: fc.boolean(),
  paid_minor: fc.constantFrom(0, 100_00),
})
const care: fc.Arbitrary<Care | null> = fc.option(
  fc.record({
    warmth: fc.constantFrom(null, 'cold', 'warm', 'hot'),
    warmth_until: fc.option(date),
    warmth_reason: fc.constant(null),
    cadence_days: fc.option(fc.integer({ min: 1, max: 400 })),
    paused_until: fc.option(date),
    paused_reason: fc.constant('денег нет'),
  }),
)
const dealings: fc.Arbitrary<Dealings> = fc.record({
  touches: fc.array(touch, { maxLength: 25 }),
  purchases: fc.uniqueArray(purchase, { maxLength: 12, selector: ({ id }) => id }),
  expenses: fc.array(fc.record({ date, sum_minor: fc.nat(1000), currency: fc.constantFrom('RUB', 'EUR') }), {
    maxLength: 3,
  }),
  referrals: fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 99 }),
      on: date,
      income: fc.array(fc.record({ date, sum_minor: fc.nat(1000), currency: fc.constant('RUB') }), { maxLength: 2 }),
    }),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  care,
  tags: fc.subarray(['vip', 'партнёр', 'ґазда']),
})
const model = fc
  .record({
    'warmth.half-life': fc.constantFrom('30', '90', '1y'),
    'warmth.refusal': fc.constantFrom('0', '50', '100'),
    'warmth.warm': fc.constantFrom('0,5', '1', '4'),
    'rhythm.lost-gaps': fc.constantFrom('1', '3'),
    'rhythm.tolerance': fc.constantFrom('0', '25', '300'),
    'rhythm.together': fc.constantFrom('1', '5'),
    cadence: fc.constantFrom('', 'vip=30d, партнер=10d'),
    rates: fc.constantFrom('', 'EUR=90,5'),
  })
  .map((settings) => modelFrom(settings, 'RU'))
const later = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(AFTER, days))
const anyDay = fc.integer({ min: -30, max: DAYS + 1000 }).map((days) => addDays(START, days))

const seen = (all: Dealings, today: string): Dealings => asOf(all, { today, now: `${today}T23:59:59Z` })
const warmthRank = { cold: 0, warm: 1, hot: 2 }
const rhythmRank = { none: 0, early: 1, due: 2, late: 3, lost: 4, paused: 0 }

test('the order of the rows makes no difference', () => {
  const shuffled = dealings.chain((all) =>
    fc.record({
      all: fc.constant(all),
      mixed: fc
        .tuple(
          fc.shuffledSubarray([...all.touches], { minLength: all.touches.length }),
          fc.shuffledSubarray([...all.purchases], { minLength: all.purchases.length }),
          fc.shuffledSubarray([...all.referrals], { minLength: all.referrals.length }),
          fc.shuffledSubarray([...all.tags], { minLength: all.tags.length }),
        )
        .map(([touches, purchases, referrals, tags]) => ({ ...all, touches, purchases, referrals, tags })),
    }),
  )
  fc.assert(
    fc.property(shuffled, model, anyDay, ({ all, mixed }, by, today) => {
      expect(standingOf(mixed, by)).toEqual(standingOf(all, by))
      expect(explain(seen(mixed, today), by, today)).toEqual(explain(seen(all, today), by, today))
    }),
  )
})

test('with nothing new and no pause warmth only fades, and the rhythm only runs on', () => {
  fc.assert(
    fc.property(dealings, model, later, later, (all, by, one, other) => {
      const [first = one, second = other] = [one, other].sort()
      const standing = standingOf({ ...all, care: null }, by)
      expect(warmthRank[computedWarmth(standing, second)]).toBeLessThanOrEqual(
        warmthRank[computedWarmth(standing, first)],
      )
      expect(rhythmRank[rhythmOn(standing, second)]).toBeGreaterThanOrEqual(rhythmRank[rhythmOn(standing, first)])
    }),
  )
})

describe('the bill', () => {
  test('adds up, to the last hundredth and the last per cent', () => {
    fc.assert(
      fc.property(dealings, model, anyDay, (all, by, today) => {
        const { score } = explain(seen(all, today), by, today)
        const sum = (key: 'now_hundredths' | 'share_percent') =>
          score.terms.reduce((total, term) => total + term[key], 0)
        expect(sum('now_hundredths')).toBe(score.hundredths)
        expect(sum('share_percent')).toBe(score.hundredths === 0 ? 0 : 100)
        expect(score.hundredths).toBeGreaterThanOrEqual(0)
        for (const term of score.terms)
          if (term.kind !== 'refused') expect(term.now_hundredths).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('is warm by its score exactly while the score reaches the threshold', () => {
    fc.assert(
      fc.property(dealings, later, (all, today) => {
        const { warmth, score } = explain({ ...all, care: null }, DEFAULT_MODEL, today)
        if (warmth.rule === 'score') expect(score.hundredths).toBeGreaterThanOrEqual(score.warm_from_hundredths)
        if (warmth.computed === 'cold') expect(score.hundredths).toBeLessThan(score.warm_from_hundredths)
      }),
    )
  })

  test('has every contact but notes, and every order and offer', () => {
    fc.assert(
      fc.property(dealings, (all) => {
        const { score } = explain(all, DEFAULT_MODEL, AFTER)
        const lines = score.terms.reduce((total, { count }) => total + count, 0)
        const cancelled = all.purchases.filter(({ stage }) => stage === 'скасовано').length
        const notes = all.touches.filter(({ channel }) => channel === 'note').length
        expect(lines).toBe(all.touches.length - notes + all.purchases.length - cancelled + all.referrals.length)
      }),
    )
  })
})

const WARMTH_OF_RULE: Record<string, string[]> = {
  hot: ['within-rhythm', 'fresh-order', 'agreed', 'offer'],
  warm: ['score', 'expected', 'late-not-lost', 'paused'],
  cold: ['never-touched', 'never-answered', 'refused', 'lost', 'faded'],
}

test('what is kept says the same as what is explained', () => {
  fc.assert(
    fc.property(dealings, model, anyDay, (all, by, today) => {
      const known = seen(all, today)
      const standing = standingOf(known, by)
      const told = explain(known, by, today)
      expect(told.warmth.now).toBe(warmthOn(standing, today))
      expect(WARMTH_OF_RULE[computedWarmth(standing, today)]).toContain(told.warmth.rule)
      expect(told.rhythm?.is ?? (told.pause && told.pause.until > today ? 'paused' : 'none')).toBe(
        rhythmOn(standing, today),
      )
      expect(told.behaviours.map(({ is }) => is)).toEqual(behavioursOn(standing, today))
      expect(told.frequency.is).toBe(standing.frequency)
      expect(Object.keys(standing).sort()).toEqual([...STANDING_KEYS].sort())
    }),
  )
})

test('the days of a rhythm follow each other', () => {
  fc.assert(
    fc.property(dealings, model, (all, by) => {
      const { due_from, expected_on, late_from, lost_from, last_order_on, orders } = standingOf(all, by)
      if (due_from === null || expected_on === null || late_from === null || lost_from === null) return
      const days = [due_from, expected_on, late_from, lost_from]
      expect(days.toSorted()).toEqual(days)
      expect(late_from > expected_on).toBe(true)
      if (orders > 0 && last_order_on) expect(due_from > last_order_on).toBe(true)
    }),
  )
})

test('what lies after a day is not known on it', () => {
  fc.assert(
    fc.property(dealings, anyDay, (all, today) => {
      const known = seen(all, today)
      expect(seen(known, today)).toEqual(known)
      expect(known.touches.every(({ at }) => at <= `${today}T23:59:59Z`)).toBe(true)
      expect(known.purchases.every(({ date: on }) => on <= today)).toBe(true)
      expect(known.referrals.flatMap(({ income }) => income).every(({ date: on }) => on <= today)).toBe(true)
      expect(standingOf(seen(all, '9999-12-31'), DEFAULT_MODEL)).toEqual(standingOf(all, DEFAULT_MODEL))
    }),
  )
})
