import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePhones, PHONE_LEVELS, phoneKey } from '../../../src/domain/matching/identifiers.js'

/** The level of two numbers as they were typed; 'none' when one of them is no number to compare. */
function levelOf(a: string, b: string): string | undefined {
  const [left, right] = [phoneKey(a), phoneKey(b)]
  return left === null || right === null ? 'none' : PHONE_LEVELS[comparePhones(left, right)]
}

describe('two numbers', () => {
  test.each([
    // One number, written in the ways of people.
    ['+79160000001', '+79160000001', 'same', 'the same text'],
    ['+7 916 000-00-01', '89160000001', 'same', 'eight for +7'],
    ['+7 916 000-00-01', '8 (916) 000 00 01', 'same', 'brackets'],
    ['+7 916 000-00-01', '9160000001', 'same', 'no country'],
    ['+7 916 000-00-01', '7.916.000.00.01', 'same', 'points'],
    ['+7 916 000-00-01', '8/916/0000001', 'same', 'slashes between the parts'],
    ['+7 916 000-00-01', '+7 916 000\u201100\u201101', 'same', 'hyphens that do not break'],
    ['+7 916 000-00-01', '+7\u00a0916\u00a0000\u00a000\u00a001', 'same', 'spaces that do not break'],
    ['+7 916 000-00-01', '8 916 000 00 01 доб. 12', 'same', 'an extension'],
    ['+7 916 000-00-01', '8 916 000 00 01, 12', 'same', 'an extension behind a comma'],
    ['+7 916 000-00-01', '8 916 000 00 01 ext 7', 'same', 'an English extension'],
    ['+7 916 000-00-01', '8 916 000 00 01 #7', 'same', 'an extension behind a sign'],
    ['+7 916 000-00-01', '8 916 000 00 01 / 8 903 000 00 02', 'same', 'two numbers: the first one'],
    ['+7 916 000-00-01', '8 916 000 00 01; 8 903 000 00 02', 'same', 'two numbers behind a semicolon'],
    ['+7 916 000-00-01', '89160000001 (мама)', 'same', 'a remark'],
    ['+7 916 000-00-01', 'тел. 89160000001', 'same', 'a word before it'],
    ['+380 67 000 00 02', '067 000 00 02', 'same', 'Ukrainian, from inside'],
    ['+380 67 000 00 02', '80670000002', 'same', 'Ukrainian, in the old way'],
    ['+380 67 000 00 02', '38 (067) 000-00-02', 'same', 'Ukrainian, 38 and 067'],
    ['+380 67 000 00 02', '670000002', 'same', 'nine digits'],
    ['+380 67 000 00 02', '00380670000002', 'same', 'two zeros for the plus'],
    ['+44 20 7946 0958', '020 7946 0958', 'same', 'British, from inside'],
    ['+44 20 7946 0958', '+44 (0)20 7946 0958', 'same', 'British, with the zero'],
    ['+1 202 555 0143', '(202) 555-0143', 'same', 'American'],
    ['+1 202 555 0143', '1-202-555-0143', 'same', 'American with its one'],
    ['+375 29 000 00 01', '8 029 000 00 01', 'same', 'Belarusian'],
    ['+49 171 1234568', '0171 1234568', 'same', 'German'],
    // One digit, or two neighbours.
    ['+7 916 000-00-01', '+7 916 000-00-07', 'near', 'the last digit'],
    ['+7 916 000-00-01', '+7 916 000-30-01', 'near', 'a digit inside'],
    ['+7 916 024-00-01', '+7 916 042-00-01', 'near', 'neighbours changed places'],
    ['+7 916 000-00-01', '+7 961 000-00-01', 'near', 'neighbours in the code'],
    ['+7 916 000-00-01', '+7 926 000-00-01', 'near', 'a digit of the code'],
    ['+7 916 000-00-10', '+7 916 000-00-01', 'near', 'neighbours at the end'],
    ['+380 67 000 00 02', '+380 97 000 00 02', 'near', 'the first digit that is compared'],
    ['+44 20 7946 0958', '+44 20 7946 0985', 'near', 'neighbours at the end'],
    ['+380 50 000 00 19', '+380 50 000 00 20', 'other', 'numbers in a row differ in two digits'],
    // Others.
    ['+7 916 000-00-01', '+7 916 000-00-12', 'other', 'two digits'],
    ['+7 916 000-00-01', '+7 903 000-00-01', 'other', 'another network'],
    ['+7 916 123-00-01', '+7 916 321-00-01', 'other', 'digits that changed places, but no neighbours'],
    ['+7 916 000-00-21', '+7 916 000-01-22', 'other', 'two digits apart from each other'],
    ['+380 67 000 00 02', '+7 916 000-00-01', 'other', 'nothing alike'],
    // What is no number to compare.
    ['', '', 'none', 'nothing'],
    ['нет', 'нет', 'none', 'a word'],
    ['12345', '12345', 'none', 'too short'],
    ['123-45-67', '123-45-67', 'none', 'a number of a town without its code'],
    ['2-34-56', '+7 916 000-00-01', 'none', 'five digits'],
    ['0000000000', '0000000000', 'none', 'zeros'],
    ['+7 000 000-00-00', '+7 000 000-00-00', 'none', 'zeros behind a country'],
    ['+7 916 000-00-00', '+7 916 000-00-00', 'none', 'zeros behind a network'],
    ['1111111111', '1111111111', 'none', 'ones'],
    ['8 999 999-99-99', '8 999 999-99-99', 'none', 'nines'],
    ['123456789', '123456789', 'none', 'a run'],
    ['0123456789', '0123456789', 'none', 'a run from zero'],
    ['1234567890', '1234567890', 'none', 'a run that ends in zero'],
    ['987654321', '987654321', 'none', 'a run backwards'],
    ['9876543210', '9876543210', 'none', 'a run backwards to zero'],
    ['-', '+7 916 000-00-01', 'none', 'a sign'],
    ['+7 916 123-45-67', '8 916 123 45 67', 'same', 'a run behind a network is somebody’s number'],
    ['+7 495 777-77-77', '8 495 7777777', 'same', 'a taxi has such a number'],
    ['+7 916 111-22-33', '89161112233', 'same', 'pairs'],
    ['+7 912 345-67-98', '8 912 345 67 98', 'same', 'nearly a run'],
  ])('%s | %s: %s (%s)', (a, b, level) => {
    expect(levelOf(a, b)).toBe(level)
    expect(levelOf(b, a)).toBe(level)
  })
})

test.each([
  ['+7 916 000-00-01', 160_000_001],
  ['+380 50 001 02 03', 500_010_203],
  ['+44 20 0000 0001', 1],
])('the key of %s is %d', (typed, key) => expect(phoneKey(typed)).toBe(key))

describe('properties', () => {
  const number = fc.integer({ min: 0, max: 999_999_999 })

  test('comparing is symmetric, and a number is the same as itself', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(comparePhones(a, b)).toBe(comparePhones(b, a))
        expect(comparePhones(a, a)).toBe(2)
      }),
    )
  })

  test('one digit changed is near', () => {
    fc.assert(
      fc.property(number, fc.nat(8), fc.integer({ min: 1, max: 9 }), (a, place, by) => {
        const digits = [...String(a).padStart(9, '0')]
        digits[place] = String((Number(digits[place]) + by) % 10)
        expect(comparePhones(a, Number(digits.join('')))).toBe(1)
      }),
    )
  })

  test('any text gives a number of nine digits or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = phoneKey(text)
        expect(key === null || (Number.isInteger(key) && key > 0 && key < 1e9)).toBe(true)
      }),
    )
  })
})
