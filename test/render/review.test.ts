import { describe, expect, test } from 'vitest'
import { drawPair } from '../../src/render/review.js'
import type { ReviewOptions } from '../../src/render/review-rows.js'
import { styleFor } from '../../src/render/style.js'
import { widthOf } from '../../src/render/table.js'
import { LANGUAGES, wordsIn } from '../../src/words/catalogue.js'
import { en } from '../../src/words/en.js'
import { card, email, judgement, phone, term } from './duplicates.js'

const a = card(12, {
  name: 'Ёлкина Анна Петровна',
  phones: [phone('+79160000001'), phone('+79160000009')],
  emails: [email('anna.elkina@example.com')],
  birthday: '1990-03-12',
  city: 'Москва',
  tags: ['vip', 'опт'],
  note: `Просит звонить ${'после шести вечера, '.repeat(12)}иначе не ответит`,
  contacts: 4,
  last_contact_at: '2026-11-02T10:00:00Z',
  orders: 2,
  spent: '12500.00 RUB',
  custom: { inn: '500100732259', size: 'M' },
})
const b = card(1057, {
  name: 'Елкина Аня',
  phones: [phone('+79160000001')],
  emails: [email('elkina@example.org')],
  birthday: '1990-08-12',
  city: 'г. Москва',
  tags: ['vip'],
  custom: { inn: '500100732258', size: 'L' },
  created_at: '2025-03-01T09:00:00Z',
})
const pair = judgement(12, 1057, {
  terms: [
    term('phone', 'same', 14, '+79160000001'),
    term('name', 'same', 9, a.name, b.name),
    term('tax', 'near', 6, '500100732259', '500100732258'),
    term('birthday', 'near', 5, '1990-03-12', '1990-08-12'),
    term('city', 'same', 1, 'Москва', 'г. Москва'),
    term('email', 'other', -2, 'anna.elkina@example.com', 'elkina@example.org'),
  ],
})
const options = (more: Partial<ReviewOptions> = {}): ReviewOptions => ({
  words: en,
  style: styleFor(false),
  width: 80,
  today: '2026-11-22',
  dayOf: (instant) => instant.slice(0, 10),
  ...more,
})
const view = { pair, a, b, number: 2, all: 14, keep: 12 }

describe('a pair', () => {
  const lines = drawPair(view, options()).split('\n')
  const row = (label: string): string | undefined => lines.find((line) => line.startsWith(`${label} `))

  test('says above which pair it is and why, and below who stays and the keys', () => {
    expect(lines[0]).toMatch(/^2 of 14 {2}likely {2}0\.998 {2}─+$/)
    expect(lines[1]).toContain('same phone +7 916 000-00-01')
    expect(lines.at(-3)).toBe('A merge keeps #12 Ёлкина Анна Петровна')
    expect(lines.at(-2)).toBe('m merge   n not the same   l/→ later   u/← undo   q quit')
  })

  test.each([
    ['Name', '≈ Елкина Аня'],
    ['Phone', '= +7 916 000-00-01'],
    ['E-mail', '≠ elkina@example.org'],
    ['Birthday', '≈ 1990-08-12'],
    ['City', '≈ г. Москва'],
    ['inn', '≈ 500100732258'],
    ['size', '≠ L'],
    ['Tags', '= vip'],
    ['Contacts', '  –'],
    ['Created', '  1 Mar 2025'],
  ])('%s is marked: %s', (label, right) => {
    expect(row(label)?.endsWith(` ${right}`), row(label)).toBe(true)
  })

  test('a second phone that only one has contradicts nothing', () => {
    const at = lines.findIndex((line) => line.startsWith('Phone'))
    expect(lines[at + 1]).toMatch(/^ +\+7 916 000-00-09 +–$/)
  })

  test('a long note takes three lines and says that there is more', () => {
    const at = lines.findIndex((line) => line.startsWith('Note'))
    expect(lines[at + 2]).toContain('…')
    expect(lines[at + 3]).toMatch(/^Contacts/)
  })

  test('what neither has is no line', () => {
    expect(row('Address')).toBeUndefined()
    expect(row('Consent')).toBeUndefined()
  })

  test('what a terminal would act on is shown as a sign', () => {
    const evil = { ...a, name: 'Evil\u001b[2J\u202e', note: 'one\u0007\u001b]8;;x', custom: { '\u001b[31m': 'x' } }
    expect(drawPair({ ...view, a: evil }, options())).not.toMatch(/[\u001b\u0007\u202e]/)
  })

  test('the keys of the other layouts are told where they are typed', async () => {
    const text = drawPair(view, options({ words: await wordsIn('uk') }))
    expect(text).toContain('m/ь об’єднати   n/т різні   l/д/→ пізніше   u/г/← скасувати   q/й вийти')
  })

  test.each(LANGUAGES.flatMap((language) => [60, 80, 120].map((width) => [language, width] as const)))(
    '%s fits into %i columns',
    async (language, width) => {
      const wide = card(13, {
        name: 'O’Brien-Ñandú Константин-Эммануил Аристархович 🦊🦊🦊',
        address: 'Переславль-Залесский,Большая-Красноармейская-улица-без-единого-пробела-дом-17',
        note: 'ab'.repeat(90),
      })
      const drawn = drawPair({ ...view, a: wide, keep: 13 }, options({ words: await wordsIn(language), width }))
      const tooWide = drawn.split('\n').filter((line) => widthOf(line) > width)
      expect(tooWide.filter((line) => !/^m/.test(line))).toEqual([])
    },
  )
})
