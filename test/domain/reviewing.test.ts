import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginReview,
  type Decision,
  decide,
  type Review,
  stepBack,
  tallyOf,
  without,
} from '../../src/domain/matching/reviewing.js'
import { judgement, term } from '../render/duplicates.js'

const asked = (review: Review): string[] => review.pairs.map(({ a, b }) => `${a}-${b}`)
const merged = (gone: number, kept: number): Decision => ({ verdict: 'merged', gone, kept, operation: 1 })
const apart = (a: number, b: number): Decision => ({ verdict: 'distinct', a, b, operation: 2 })
const later = (a: number, b: number): Decision => ({ verdict: 'later', a, b, operation: 3 })

describe('a review', () => {
  test('asks pair after pair, and never of one that was answered', () => {
    const begun = beginReview([judgement(1, 2), judgement(3, 4), judgement(5, 6)])
    const done = decide(decide(begun, apart(1, 2)), later(3, 4))
    expect(asked(done)).toEqual(['5-6'])
    expect(tallyOf(done)).toEqual({ merged: 0, distinct: 1, later: 1, left: 1 })
  })

  test('of a client that is gone it asks for the one that has all of it', () => {
    const begun = beginReview([judgement(1, 2), judgement(2, 7), judgement(3, 4)])
    expect(asked(decide(begun, merged(2, 1)))).toEqual(['1-7', '3-4'])
    expect(asked(decide(begun, merged(1, 2)))).toEqual(['2-7', '3-4'])
  })

  test('with the clients the other way round, their values change sides', () => {
    const begun = beginReview([
      judgement(1, 9),
      judgement(1, 5, { terms: [term('city', 'other', -1, 'Київ', 'Тула')] }),
    ])
    const [pair] = decide(begun, merged(1, 9)).pairs
    expect(pair).toMatchObject({ a: 5, b: 9, terms: [{ a: 'Тула', b: 'Київ' }] })
  })

  test('two pairs that have become one are asked once, with the terms found between these very clients', () => {
    const own = judgement(1, 3, { terms: [term('email', 'same', 14, 'a@example.com')] })
    const review = decide(beginReview([judgement(1, 2), judgement(2, 3), judgement(8, 9), own]), merged(2, 1))
    expect(asked(review)).toEqual(['1-3', '8-9'])
    expect(review.pairs[0]?.terms).toEqual(own.terms)
  })

  test('what was said of a client holds for the one it has gone into', () => {
    const begun = beginReview([judgement(2, 3), judgement(1, 2), judgement(1, 3)])
    expect(asked(decide(decide(begun, apart(2, 3)), merged(2, 1)))).toEqual([])
  })

  test('a step back brings the pair again, and all that the answer had changed', () => {
    const begun = beginReview([judgement(1, 2), judgement(2, 3), judgement(1, 3)])
    const once = decide(begun, merged(2, 1))
    const back = stepBack(once)
    expect(back).toEqual({ review: begun, decision: merged(2, 1) })
    expect(stepBack(begun)).toBeNull()
  })

  test('a client that somebody has removed is asked of no more', () => {
    expect(asked(without(beginReview([judgement(1, 2), judgement(2, 3), judgement(3, 4)]), 2))).toEqual(['3-4'])
  })

  test('whatever is answered: it ends, no pair comes twice, none is of a client that is gone, and all steps lead back', () => {
    const pairs = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
        .filter(([a, b]) => a < b)
        .map(([a, b]) => judgement(a, b)),
      { selector: ({ a, b }) => `${a}-${b}`, maxLength: 28 },
    )
    const answers = fc.array(fc.constantFrom('keep-low', 'keep-high', 'distinct', 'later'), {
      minLength: 28,
      maxLength: 28,
    })
    fc.assert(
      fc.property(pairs, answers, (list, said) => {
        const begun = beginReview(list)
        let review = begun
        const gone = new Set<number>()
        const seen = new Set<string>()
        for (const answer of said) {
          const [pair] = review.pairs
          if (!pair) break
          const { a, b } = pair
          expect(a).toBeLessThan(b)
          expect(gone.has(a) || gone.has(b)).toBe(false)
          expect(seen.has(`${a}-${b}`)).toBe(false)
          seen.add(`${a}-${b}`)
          const decision =
            answer === 'keep-low'
              ? merged(b, a)
              : answer === 'keep-high'
                ? merged(a, b)
                : answer === 'later'
                  ? later(a, b)
                  : apart(a, b)
          if (decision.verdict === 'merged') gone.add(decision.gone)
          const next = decide(review, decision)
          expect(next.pairs.length).toBeLessThan(review.pairs.length)
          review = next
        }
        expect(review.pairs).toEqual([])
        let back = stepBack(review)
        while (back !== null) {
          review = back.review
          back = stepBack(review)
        }
        expect(review).toEqual(begun)
      }),
    )
  })
})
