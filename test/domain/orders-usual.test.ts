import { describe, expect, test } from 'vitest'
import type { OrderRecord } from '../../src/domain/client.js'
import { usualOf } from '../../src/domain/usual.js'

const TODAY = '2026-11-22'
let last = 0

/** An invented order; newest must come first, as on a card. */
const order = (
  date: string,
  what: string | null,
  sum = '1000.00 UAH',
  more: Partial<OrderRecord> = {},
): OrderRecord => ({
  id: ++last,
  client_id: 1,
  date,
  sum,
  what,
  items: [],
  stage: null,
  cost: null,
  promo: false,
  due_on: null,
  paid: sum,
  external_system: null,
  external_id: null,
  created_at: '2026-11-22T07:30:00Z',
  ...more,
})

const item = (name: string, quantity = '1', sum: string | null = null) => ({ name, quantity, sum })

describe('the usual', () => {
  test('nothing is usual of nothing, and of one order', () => {
    expect(usualOf([], TODAY)).toEqual({ orders: 0, things: [], sum: null, sameSum: false, months: [] })
    expect(usualOf([order('2026-01-01', 'логотип')], TODAY)).toMatchObject({ orders: 1, things: [], sum: null })
  })

  test('one thing in many spellings is one thing, in the newest of them', () => {
    const orders = [
      order('2026-05-01', 'Зелёный чай', '300.00 UAH'),
      order('2026-04-01', 'зеленый чай', '100.00 UAH'),
      order('2026-03-01', 'ЗЕЛЁНЫЙ ЧАЙ', '200.00 UAH'),
      order('2026-02-01', 'кофе', '5000.00 UAH'),
    ]
    expect(usualOf(orders, TODAY).things).toEqual([
      { name: 'Зелёный чай', times: 3, quantity: null, sum: '200.00 UAH' },
    ])
  })

  test.each([
    [['Ведение за октябрь 2026', 'Ведение за сентябрь 2026'], 'Ведение'],
    [['SMM, November', 'SMM, October'], 'SMM'],
    [['Абонемент №12', 'Абонемент №11'], 'Абонемент'],
    [['Послуги, листопад', 'Послуги, жовтень'], 'Послуги'],
    [['Отчёт 01.10.2026', 'Отчёт 01.09.2026'], 'Отчёт'],
  ])('%j is one thing', (names, expected) => {
    const orders = names.map((name, index) => order(`2026-0${5 - index}-01`, name))
    expect(usualOf(orders, TODAY).things.map(({ name, times }) => [name, times])).toEqual([[expected, 2]])
  })

  test.each([[['iPhone 15', 'iPhone 14']], [['Маркетинг', 'Маршрут']], [['Кухня 9 м²', 'Кухня 12 м²']]])(
    '%j are two things',
    (names) => {
      expect(
        usualOf(
          names.map((name) => order('2026-01-01', name)),
          TODAY,
        ).things,
      ).toEqual([])
    },
  )

  test('items count each, with their quantity', () => {
    const orders = [
      order('2026-05-01', 'кофе и чай', '900.00 UAH', { items: [item('кофе', '2', '800.00 UAH'), item('чай')] }),
      order('2026-04-01', null, '800.00 UAH', { items: [item('кофе', '2', '700.00 UAH')] }),
      order('2026-03-01', null, '800.00 UAH', { items: [item('кофе', '3', '600.00 UAH'), item('чай')] }),
    ]
    expect(usualOf(orders, TODAY).things).toEqual([
      { name: 'кофе', times: 3, quantity: '2', sum: '700.00 UAH' },
      { name: 'чай', times: 2, quantity: null, sum: null },
    ])
  })

  test('offers, cancelled orders and days to come are not counted', () => {
    const orders = [
      order('2026-12-01', 'логотип'),
      order('2026-05-01', 'логотип', '1.00 UAH', { stage: 'предложение' }),
      order('2026-04-01', 'логотип', '1.00 UAH', { stage: 'отменён' }),
      order('2026-03-01', 'логотип'),
    ]
    expect(usualOf(orders, TODAY)).toMatchObject({ orders: 1, things: [] })
  })

  test('the usual sum is one that was paid, in the currency of most orders', () => {
    const orders = ['100.00 UAH', '900.00 UAH', '200.00 UAH', '300.00 UAH', '5.00 USD'].map((sum) =>
      order('2026-01-01', null, sum),
    )
    expect(usualOf(orders, TODAY)).toMatchObject({ sum: '200.00 UAH', sameSum: false })
    expect(usualOf(orders.slice(0, 1).concat(orders.slice(0, 1)), TODAY)).toMatchObject({ sameSum: true })
  })

  test.each([
    ['twice a year', ['2026-04-03', '2025-10-20', '2025-04-11', '2024-10-02'], [4, 10]],
    ['before the holidays', ['2025-12-20', '2025-12-01', '2024-12-12', '2023-12-15'], [12]],
    [
      'one stray order does not hide it',
      ['2026-04-03', '2025-10-20', '2025-04-11', '2024-10-02', '2024-06-01', '2024-04-01'],
      [4, 10],
    ],
    ['all through the year', ['2026-09-01', '2026-06-01', '2026-03-01', '2025-12-01', '2025-11-01'], []],
    ['a rhythm is no season', ['2026-08-22', '2026-05-22', '2026-02-22', '2025-11-22', '2025-08-22'], []],
    ['too few years to tell', ['2026-04-03', '2026-04-05', '2026-04-07', '2026-04-09'], []],
    ['too few orders to tell', ['2026-04-03', '2025-04-05', '2024-04-05'], []],
  ])('season: %s', (_, dates, months) => {
    expect(
      usualOf(
        dates.map((date) => order(date, null)),
        TODAY,
      ).months,
    ).toEqual(months)
  })
})
