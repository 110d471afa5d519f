import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecimalCount, type DecimalMark, readAmount } from '../../src/domain/cells/amount.js'

/** `1234.50 RUB`, or what it is instead of an amount. */
function read(text: string, decimal: DecimalMark | null = null): string {
  const reading = readAmount(text, { decimal })
  if (reading.is !== 'amount') return reading.is
  return reading.currency === null ? reading.value : `${reading.value} ${reading.currency}`
}

test.each([
  ['1 234,50', '1234.50'],
  ['1\u00a0234,50', '1234.50'],
  ['1\u202f234,50', '1234.50'],
  ['1\u2009234,50', '1234.50'],
  ['1,234.50', '1234.50'],
  ['1.234,50', '1234.50'],
  ["1'234.50", '1234.50'],
  ['1’234.50', '1234.50'],
  ['1 234 567,89', '1234567.89'],
  ['1,234,567.89', '1234567.89'],
  ['1.234.567', '1234567.00'],
  ['1,234,567', '1234567.00'],
  ['1.234.567,891', '1234567.891'],
  ['1234.5', '1234.50'],
  ['1234,5', '1234.50'],
  ['1234', '1234.00'],
  ['0', '0.00'],
  ['007', '7.00'],
  ['12.', '12.00'],
  ['.5', '0.50'],
  ['99,-', '99.00'],
  // three digits that are certainly parts
  ['0.125', '0.125'],
  ['0,125', '0.125'],
  ['1234.567', '1234.567'],
  ['1 234.567', '1234.567'],
  ['1234,567891', '1234.567891'],
  // currencies
  ['1 234,50 ₽', '1234.50 RUB'],
  ['1 234,50 руб.', '1234.50 RUB'],
  ['100р', '100.00 RUB'],
  ['100 р.', '100.00 RUB'],
  ['100 рублей', '100.00 RUB'],
  ['RUB 100', '100.00 RUB'],
  ['12 500 грн', '12500.00 UAH'],
  ['12 500 грн.', '12500.00 UAH'],
  ['₴100', '100.00 UAH'],
  ['100 UAH', '100.00 UAH'],
  ['$99', '99.00 USD'],
  ['99 $', '99.00 USD'],
  ['US$ 99', '99.00 USD'],
  ['USD99', '99.00 USD'],
  ['99USD', '99.00 USD'],
  ['€ 100', '100.00 EUR'],
  ['100 евро', '100.00 EUR'],
  ['100 ₸', '100.00 KZT'],
  ['100KZT', '100.00 KZT'],
  ['100 Br', '100.00 BYN'],
  ['100 бел. руб.', '100.00 BYN'],
  ['100 BYN', '100.00 BYN'],
  ['100 zł', '100.00 PLN'],
  ['£5', '5.00 GBP'],
  ['12 руб. 50 коп.', '12.50 RUB'],
  ['12 грн 5 коп', '12.05 UAH'],
  // negative
  ['-200,00', '-200.00'],
  ['(200,00)', '-200.00'],
  ['\u2212200', '-200.00'],
  ['200-', '-200.00'],
  ['-$99', '-99.00 USD'],
  ['$-99', '-99.00 USD'],
  ['($200.00)', '-200.00 USD'],
  ['(200,00) руб.', '-200.00 RUB'],
  ['-0', '0.00'],
  // multiples
  ['15 тыс.', '15000.00'],
  ['15 тис.', '15000.00'],
  ['15 тыс. руб.', '15000.00 RUB'],
  ['15 т.р.', '15000.00 RUB'],
  ['15 т. р.', '15000.00 RUB'],
  ['15к', '15000.00'],
  ['15k', '15000.00'],
  ['15K', '15000.00'],
  ['1,5 млн', '1500000.00'],
  ['1,5 млн грн', '1500000.00 UAH'],
  ['$1.5m', '1500000.00 USD'],
  ['2 млрд', '2000000000.00'],
  ['1,2345 тыс', '1234.50'],
  // notation of programs
  ['1234.5E2', '123450.00'],
  ['1e3', '1000.00'],
  ['1.5E-3', '0.0015'],
  ['="1234,5"', '1234.50'],
  ["'1234", '1234.00'],
  ['99.99000000000001', '99.99'],
  ['0.30000000000000004', '0.30'],
  ['0.9999999999999999', '1.00'],
  ['999999999999999', '999999999999999.00'],
])('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

test.each(['', ' ', '-', '—', 'н/д', 'нет', 'немає', 'n/a', 'null'])('«%s» means none', (text) =>
  expect(read(text)).toBe('none'),
)

test.each([
  'по договоренности',
  'от 1000',
  '1000-2000',
  '~1000',
  '10%',
  '100 шт',
  '12 34',
  '1 23 456',
  '1,234.5.6',
  '1,23,456',
  '8 916 000 00 01',
  '01.02.2026',
  '100 EUR/USD',
  '5 $ 3',
  '--5',
  '(-5)',
  '1.2345678',
  '1234567890123456',
  '1e99',
  '100 🙂',
  '1'.repeat(1000),
])('%s is text', (text) => expect(read(text)).toBe('text'))

test.each([
  ['1.234', '1234.00', '1.234'],
  ['1,234', '1.234', '1234.00'],
  ['12,345 ₽', '12.345 RUB', '12345.00 RUB'],
  ['-123.456', '-123456.00', '-123.456'],
  ['1.234 тыс.', '1234000.00', '1234.00'],
])('%s is ambiguous: with a comma %s, with a point %s', (text, comma, point) => {
  expect(read(text)).toBe('ambiguous')
  expect(read(text, ',')).toBe(comma)
  expect(read(text, '.')).toBe(point)
})

test.each([
  ['1 234,50', '.'],
  ['1234.50', ','],
] as const)('%s has one reading, also in a column of «%s»', (text, decimal) =>
  expect(read(text, decimal)).toBe('1234.50'),
)

test.each<[string[], DecimalMark | null, number, boolean]>([
  [['1 234,50', '1.234'], ',', 1, false],
  [['1,234.50', '1.234'], '.', 1, false],
  [['12,5', '1,234'], ',', 1, false],
  [['1.234.567', '1.234'], ',', 1, false],
  [['0.125', '1,234 ₽'], '.', 1, false],
  [['12,5', '12.5', '1.234'], null, 1, true],
  [['1.234', '5.678'], null, 2, false],
  [['100', 'н/д', 'по договоренности', '01.02.2026'], null, 0, false],
])('the mark of %j', (texts, decimal, either, conflict) => {
  const count = new DecimalCount()
  for (const text of texts) count.add(text)
  expect(count.decide()).toEqual({ decimal, either, conflict })
})

describe('properties', () => {
  const cents = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n })
  const plain = (amount: bigint): string => {
    const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
    return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }

  test('no digit is changed, whatever parts the thousands', () => {
    const separators = fc.constantFrom(
      [' ', ','],
      ['\u00a0', ','],
      ['\u202f', '.'],
      [',', '.'],
      ['.', ','],
      ["'", '.'],
      ['', ','],
    )
    fc.assert(
      fc.property(cents, separators, (amount, [thousands = '', decimal = '']) => {
        const [whole = '', parts = ''] = plain(amount).split('.')
        const text = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, thousands) + decimal + parts
        expect(read(text)).toBe(whole.replace('-', '').length > 15 ? 'text' : plain(amount))
      }),
    )
  })

  test('any text is read or refused, and an amount is read as itself', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(..."0123456789., '-()ekт₽$%") }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(',', '.', null), (cell, decimal) => {
        const reading = readAmount(cell, { decimal })
        new DecimalCount().add(cell)
        if (reading.is !== 'amount') return
        expect(reading.value).toMatch(/^-?(0|[1-9]\d{0,14})\.\d{2,6}$/)
        expect(read(reading.value, '.')).toBe(reading.value)
      }),
      { numRuns: 3000 },
    )
  })
})
