import { expect, test } from 'vitest'
import { type Language, wordsIn } from '../../src/words/catalogue.js'

test.each<[string, Language, string]>([
  ['125000.00 UAH', 'en', '125,000 UAH'],
  ['1250.50 RUB', 'ru', '1 250,50 ₽'],
  ['-0.05 EUR', 'uk', '−0,05 €'],
  ['-12000.00 UAH', 'uk', '−12 000 ₴'],
  ['999 JPY', 'en', '999 JPY'],
  ['1234567.891 KWD', 'en', '1,234,567.891 KWD'],
  ['10.00 USD + 1000.00 EUR', 'en', '10 USD + 1,000 EUR'],
])('%j is shown in %s as %j', async (sum, language, text) => {
  const { orders } = await wordsIn(language)
  expect(orders.money(sum).replaceAll('\u00a0', ' ')).toBe(text)
})
