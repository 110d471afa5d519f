import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf } from '../../src/domain/money.js'
import { currencyNamed, readSum, stageFits, unpaidOf, wordsOfSum } from '../../src/domain/orders.js'

const read = (text: string, currency = 'UAH', fixed = false): string => {
  const reading = readSum(text, { currency, fixed })
  return 'problem' in reading
    ? reading.problem
    : `${decimalOf(reading.sum_minor, reading.currency)} ${reading.currency}`
}

describe('readSum', () => {
  test.each([
    ['1250', '1250.00 UAH'],
    ['1 250,50', '1250.50 UAH'],
    ['1\u00a0250,50', '1250.50 UAH'],
    ['1250.50', '1250.50 UAH'],
    ["1'250", '1250.00 UAH'],
    ['1 234 567,8', '1234567.80 UAH'],
    ['1.234.567', '1234567.00 UAH'],
    ['1,250.00', '1250.00 UAH'],
    ['0', '0.00 UAH'],
    ['0.5', '0.50 UAH'],
    ['.5', '0.50 UAH'],
    ['$20', '20.00 USD'],
    ['20$', '20.00 USD'],
    ['20usd', '20.00 USD'],
    ['USD 20', '20.00 USD'],
    ['20 Eur', '20.00 EUR'],
    ['5000₴', '5000.00 UAH'],
    ['5 000 грн.', '5000.00 UAH'],
    ['12к', '12000.00 UAH'],
    ['5 тыс руб', '5000.00 RUB'],
    ['2,5 тис. грн', '2500.00 UAH'],
    ['1.5 млн', '1500000.00 UAH'],
    ['100 THB', '100.00 THB'],
    ['1250 JPY', '1250 JPY'],
    ['1.250 KWD', '1.250 KWD'],
    ['1,5 kwd', '1.500 KWD'],
    ['+20', '20.00 UAH'],
    ['1250.500', '1250.50 UAH'],
    ['1250.5000', '1250.50 UAH'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['1.250', 'ambiguous'],
    ['12,500', 'ambiguous'],
    ['', 'unreadable'],
    ['abc', 'unreadable'],
    ['12x', 'unreadable'],
    ['1 25', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['--5', 'unreadable'],
    ['$20 EUR', 'unreadable'],
    ['20 XYZ', 'unreadable'],
    ['нет', 'unreadable'],
    ['Ёлкина', 'unreadable'],
    ['-5', 'negative'],
    ['\u22125', 'negative'],
    ['(500)', 'negative'],
    ['0.001', 'exact'],
    ['12.345 USD', 'ambiguous'],
    ['0.5 JPY', 'exact'],
    ['999999999999999', 'large'],
    ['🙂', 'unreadable'],
  ])('%j is refused as %s', (text, problem) => {
    expect(read(text)).toBe(problem)
  })

  test('a currency that is fixed admits no other', () => {
    expect(read('20', 'USD', true)).toBe('20.00 USD')
    expect(read('$20', 'USD', true)).toBe('20.00 USD')
    expect(read('20 EUR', 'USD', true)).toBe('currency')
    expect(readSum('20 EUR', { currency: 'USD', fixed: true })).toEqual({ problem: 'currency', currency: 'EUR' })
  })

  test('reads back every sum that it writes', () => {
    const sums = fc.record({
      minor: fc.integer({ min: 0, max: 999_999_999_999 }),
      currency: fc.constantFrom('UAH', 'RUB', 'USD', 'JPY', 'KWD'),
    })
    fc.assert(
      fc.property(sums, ({ minor, currency }) => {
        expect(readSum(`${decimalOf(minor, currency)} ${currency}`, { currency: 'EUR', fixed: false })).toEqual({
          sum_minor: minor,
          currency,
        })
      }),
    )
  })

  test('never throws and never gives a fraction of a minor unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const reading = readSum(text, { currency: 'UAH', fixed: false })
        if (!('problem' in reading))
          expect(Number.isSafeInteger(reading.sum_minor) && reading.sum_minor >= 0).toBe(true)
      }),
    )
  })
})

describe('words behind a sum', () => {
  test.each([
    ['1250', ['логотип'], 0],
    ['1250', ['грн', 'логотип'], 1],
    ['20', ['usd', 'logo'], 1],
    ['20', ['USD'], 1],
    ['20', ['TRY', 'kebab'], 1],
    ['20', ['try', 'again'], 0],
    ['20', ['all', 'in'], 0],
    ['5', ['тыс', 'руб', 'логотип'], 2],
    ['5', ['тыс', 'логотип'], 1],
    ['5000', ['₴'], 1],
    ['20', ['m', 'fabric'], 0],
    ['20', ['5', 'logos'], 0],
    ['5', ['000', 'логотип'], null],
    ['12', ['500,50'], null],
    ['1 250', ['500'], null],
    ['1250', ['500', 'flyers'], 0],
    ['5', [], 0],
    ['20', ['🙂'], 0],
  ])('%s %j: %s', (sum, words, expected) => {
    expect(wordsOfSum(sum, words)).toBe(expected)
  })
})

test.each([
  ['uah', 'UAH'],
  [' USD ', 'USD'],
  ['XXX', null],
  ['XAU', null],
  ['грн', null],
  ['', null],
])('the currency %j is %s', (text, code) => {
  expect(currencyNamed(text)).toBe(code)
})

test.each([
  [{ sum_minor: 100, paid_minor: 0, stage: null }, 100],
  [{ sum_minor: 100, paid_minor: 30, stage: 'в работе' }, 70],
  [{ sum_minor: 100, paid_minor: 130, stage: null }, 0],
  [{ sum_minor: 100, paid_minor: 0, stage: 'offer' }, 0],
  [{ sum_minor: 100, paid_minor: 0, stage: 'отменён' }, 0],
  [{ sum_minor: 100, paid_minor: 0, stage: 'оплачен' }, 0],
])('of %j %s is unpaid', (order, unpaid) => {
  expect(unpaidOf(order)).toBe(unpaid)
})

test.each([
  ['в работе', 'В РАБОТЕ', true],
  ['у роботі', 'open', true],
  ['отменён', 'отменен', true],
  ['отменён', 'cancelled', true],
  [null, 'done', true],
  ['смета', 'offer', true],
  ['смета', 'done', false],
  [null, 'offer', false],
])('the stage %j fits %j: %s', (stage, wanted, fits) => {
  expect(stageFits(stage, wanted)).toBe(fits)
})

test.each([
  [0, 'RUB', '0.00'],
  [-5, 'RUB', '-0.05'],
  [1234, 'KWD', '1.234'],
  [7, 'JPY', '7'],
  [1e24, 'RUB', '9999999999999999832227.84'],
])('%d minor units of %s are %s', (minor, currency, decimal) => {
  expect(decimalOf(minor, currency)).toBe(decimal)
})
