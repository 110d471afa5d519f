import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTaxIds, TAX_LEVELS, taxKey } from '../../../src/domain/matching/identifiers.js'

function levelOf(a: string, b: string): string | undefined {
  const [left, right] = [taxKey(a), taxKey(b)]
  return left === null || right === null ? 'none' : TAX_LEVELS[compareTaxIds(left, right)]
}

describe('numbers that the state gives', () => {
  // The valid ones are invented: any digits, and the check digits that belong to them.
  test.each([
    ['7700000016', true, 'INN of a firm'],
    ['7700000017', false, 'INN with a wrong check digit'],
    ['770000000156', true, 'INN of a person'],
    ['770000000157', false, 'a wrong last check digit'],
    ['770000000146', false, 'a wrong first check digit'],
    ['10000018', true, 'ЄДРПОУ below 30000000'],
    ['10000062', true, 'ЄДРПОУ that needs the second weights'],
    ['30000015', true, 'ЄДРПОУ between 30000000 and 60000000'],
    ['70000013', true, 'ЄДРПОУ above 60000000'],
    ['30000016', false, 'a wrong check digit'],
    ['3000000014', true, 'РНОКПП'],
    ['3000000015', false, 'РНОКПП with a wrong check digit'],
    ['5304218', false, 'seven digits, as another country gives them'],
    ['078-05-1120', false, 'a number with hyphens'],
    ['AB123456', false, 'letters before it'],
  ])('%s: valid %s (%s)', (text, valid) => expect(taxKey(text)?.valid).toBe(valid))

  test.each([
    ['7700000016', '7700000016'],
    [' 7700 0000 16 ', '7700000016'],
    ['ИНН 7700000016', '7700000016'],
    ['INN: 7700000016', '7700000016'],
    ['ЄДРПОУ 30000015', '30000015'],
    ['078-05-1120', '078051120'],
    ['ab 123456 c', 'AB123456C'],
    ['№ 5304218', '5304218'],
    ['12345', null],
    ['1234', null],
    ['0000000000', null],
    ['1111111111', null],
    ['1234567890', null],
    ['нет', null],
    ['', null],
    ['ABCDEFGH', null],
    ['AB12', null],
    ['123456789012345678901', null],
  ])('the key of «%s» is %s', (text, key) => expect(taxKey(text)?.key ?? null).toBe(key))

  test.each([
    ['7700000016', '7700000016', 'same', 'the same'],
    ['7700000016', '77 0000 0016', 'same', 'spaces'],
    ['0770000001', '770000001', 'same', 'a spreadsheet lost the zero'],
    ['5304218', '5304218', 'same', 'another country'],
    ['7700000016', '7700000017', 'near', 'one digit, one of them valid'],
    ['7700000016', '7700000106', 'near', 'neighbours changed places'],
    ['5304218', '5304281', 'near', 'neighbours, neither valid'],
    ['5304218', '5304918', 'near', 'a digit, neither valid'],
    ['5304218', '530418', 'near', 'a digit lost'],
    ['5304218', '53042188', 'near', 'a digit twice'],
    ['AB123456', 'AB123457', 'near', 'one digit behind letters'],
    ['7700000104', '7700000200', 'other', 'two digits'],
    ['7700000030', '7700000070', 'other', 'one digit, but both are valid'],
    ['7700000506', '7700000560', 'other', 'neighbours, but both are valid'],
    ['7700000016', '7700000999', 'other', 'nothing alike at the end'],
    ['5304218', '9304281', 'other', 'two slips'],
    ['7700000016', '770000000156', 'other', 'a firm and a person'],
    ['нет', 'нет', 'none', 'nothing to compare'],
  ])('%s | %s: %s (%s)', (a, b, level) => {
    expect(levelOf(a, b)).toBe(level)
    expect(levelOf(b, a)).toBe(level)
  })
})

test('any texts are read and compared either way', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789') }))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [taxKey(a), taxKey(b)]
      if (left) expect(compareTaxIds(left, left)).toBe(2)
      if (left && right) expect(compareTaxIds(left, right)).toBe(compareTaxIds(right, left))
    }),
    { numRuns: 1000 },
  )
})
