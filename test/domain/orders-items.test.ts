import { describe, expect, test } from 'vitest'
import { itemsSum, readItems } from '../../src/domain/items.js'

const read = (text: string): string => {
  const reading = readItems(text, 'UAH')
  return 'problem' in reading
    ? `! ${reading.problem}`
    : reading.items.map(({ name, quantity, sum_minor }) => `${name} | ${quantity} | ${sum_minor}`).join('\n')
}

describe('items of an order', () => {
  test.each([
    ['logo 2 x 500', 'logo | 2 | 100000'],
    ['logo 2 × 500', 'logo | 2 | 100000'],
    ['логотип 2 х 500,50', 'логотип | 2 | 100100'],
    ['logo 2x500', 'logo | 2 | 100000'],
    ['business cards = 1200', 'business cards | 1 | 120000'],
    ['кофе', 'кофе | 1 | null'],
    ['кофе 1,5 кг x 1 600', 'кофе | 1,5 кг | 240000'],
    ['logo x 2', 'logo | 2 | null'],
    ['logo × 2 = 900', 'logo | 2 | 90000'],
    ['2 x logo', 'logo | 2 | null'],
    ['3 шт x кружка = 900', 'кружка | 3 шт | 90000'],
    ['logo 2 x 500 = 900', 'logo | 2 | 90000'],
    ['iPhone 15 = 100', 'iPhone 15 | 1 | 10000'],
    ['Кухня 9 м²', 'Кухня 9 м² | 1 | null'],
    ['box 2 x 5', 'box | 2 | 1000'],
    ['0.333 x rope', 'rope | 0.333 | null'],
    ['rope 0.333 x 0.05', 'rope | 0.333 | 2'],
    ['🙂 x 2', '🙂 | 2 | null'],
    ['logo 2 x 500; business cards = 1200;\nкофе;', 'logo | 2 | 100000\nbusiness cards | 1 | 120000\nкофе | 1 | null'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['logo = abc', 'logo = abc'],
    ['logo 2 x abc', 'logo 2 x abc'],
    ['= 500', '= 500'],
    ['500', '500'],
    ['logo 0 x 5', 'logo 0 x 5'],
    ['logo = 1.250', 'logo = 1.250'],
    ['logo = -5', 'logo = -5'],
    ['logo = $5', 'logo = $5'],
    ['кофе; logo = abc; чай', 'logo = abc'],
  ])('%j is refused at %j', (text, piece) => {
    expect(read(text)).toBe(`! ${piece}`)
  })

  test('add up, and it is known whether all of them have a sum', () => {
    const sums = (text: string) => {
      const reading = readItems(text, 'UAH')
      return 'items' in reading ? itemsSum(reading.items) : null
    }
    expect(sums('logo 2 x 500; cards = 1200')).toEqual({ sum_minor: 220000, whole: true })
    expect(sums('logo 2 x 500; talk')).toEqual({ sum_minor: 100000, whole: false })
    expect(sums('')).toEqual({ sum_minor: 0, whole: false })
  })
})
