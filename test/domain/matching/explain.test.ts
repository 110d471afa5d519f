import { describe, expect, test } from 'vitest'
import { Comparer, newComparison } from '../../../src/domain/matching/compare.js'
import { explain, shownScore } from '../../../src/domain/matching/explain.js'
import { countRoster, frequenciesOf } from '../../../src/domain/matching/frequencies.js'
import type { Field, Term } from '../../../src/domain/matching/judging.js'
import { keysOf, type MatchInput } from '../../../src/domain/matching/keys.js'
import { defaultModel } from '../../../src/domain/matching/model.js'
import { RosterBuilder } from '../../../src/domain/matching/roster.js'
import { Weigher } from '../../../src/domain/matching/weights.js'

const nobody: MatchInput = {
  id: 0,
  kind: 'person',
  name: 'Ёлкина Анна',
  family: null,
  given: null,
  father: null,
  phones: [],
  emails: [],
  handles: [],
  birthday: null,
  city: null,
  address: null,
  custom: [],
}

/** What is said of one field of two clients. */
function term(field: Field, one: Partial<MatchInput>, other: Partial<MatchInput>, busy: number[] = []) {
  const inputs = [
    { ...nobody, id: 1, ...one },
    { ...nobody, id: 2, ...other },
  ] as const
  const builder = new RosterBuilder()
  for (const input of inputs) builder.add(input.id, keysOf(input))
  const roster = builder.close()
  const comparison = newComparison(0)
  new Comparer(roster, { phones: new Set(busy), mails: new Set() }, []).compare(0, 1, comparison)
  const weigher = new Weigher(defaultModel(2), frequenciesOf(roster, countRoster(roster)), roster)
  const { terms } = explain(weigher, [0, 1], comparison, inputs, [])
  const { level, a, b } = terms.find((each) => each.field === field) as Term
  return `${level}: ${a} | ${b}`
}

describe('of many values a reason shows the two that it is about', () => {
  test.each<[string, Field, Partial<MatchInput>, Partial<MatchInput>, string]>([
    [
      'the phone that is the same',
      'phone',
      { phones: ['+79160000001', '+380670000002'] },
      { phones: ['+79990000009', '+380670000002'] },
      'same: +380670000002 | +380670000002',
    ],
    [
      'the phones that differ by a digit',
      'phone',
      { phones: ['+79160000001', '+380671234502'] },
      { phones: ['+79990000009', '+380671234503'] },
      'near: +380671234502 | +380671234503',
    ],
    [
      'all phones when none agree, each once',
      'phone',
      { phones: ['+79160000001', '+79160000001', '+380671234502'] },
      { phones: ['+79990080009'] },
      'other: +79160000001, +380671234502 | +79990080009',
    ],
    [
      'the e-mail that is the same',
      'email',
      { emails: ['buro@elkina.example.com', 'elkina.anna77@gmail.com'] },
      { emails: ['ElkinaAnna77+shop@gmail.com', 'work@firm.example.org'] },
      'same: elkina.anna77@gmail.com | ElkinaAnna77+shop@gmail.com',
    ],
    [
      'the messenger that is the same',
      'handle',
      { handles: ['skype:anna', 'telegram:elkina'] },
      { handles: ['telegram:elkina', 'vk:id1'] },
      'same: telegram:elkina | telegram:elkina',
    ],
    [
      'the tax id, and no other own field',
      'tax',
      {
        custom: [
          { key: 'size', value: 'XL 🦊' },
          { key: 'inn', value: '7707083893' },
        ],
      },
      {
        custom: [
          { key: 'inn', value: '7707 083893' },
          { key: 'colour', value: 'Ґалаґан' },
        ],
      },
      'same: 7707083893 | 7707 083893',
    ],
    [
      'of two tax ids the one that is the same',
      'tax',
      {
        custom: [
          { key: 'inn', value: '7707083893' },
          { key: 'ogrn', value: '1027700132195' },
        ],
      },
      { custom: [{ key: 'ogrn', value: '1027700132195' }] },
      'same: 1027700132195 | 1027700132195',
    ],
  ])('%s', (_, field, one, other, said) => {
    expect(term(field, one, other)).toBe(said)
  })

  test('a number that half the base has is not the one that agreed', () => {
    const phones = ['+79160000001', '+380670000002']
    expect(term('phone', { phones }, { phones }, [160_000_001])).toBe('same: +380670000002 | +380670000002')
  })
})

test.each([
  [60, false, 1],
  [0, false, 0.5],
  [-60, false, 0],
  [60, true, 0.4999],
  [-3, true, 0.1111],
])('a score of %d bits, objected: %s', (bits, isObjected, score) => {
  expect(shownScore(bits, isObjected)).toBe(score)
})
