import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HistoryContext } from '../../src/domain/history/cells.js'
import { historyNeeds, historyTargetKey, isOwnHistory, planHistory } from '../../src/domain/history/columns.js'
import { looksLikeOrders } from '../../src/domain/order-rows/headers.js'
import { joinLines, sumsAreOfLines } from '../../src/domain/order-rows/lines.js'
import { currencyNamed, readSum, roundedMinor } from '../../src/domain/order-rows/money.js'
import { orderReader } from '../../src/domain/order-rows/reading.js'
import type { OrderContext, OrderRow } from '../../src/domain/order-rows/rows.js'
import { changesTo, sameNumber, valuesOf } from '../../src/domain/order-rows/same.js'
import { readPaidWord, readPromo } from '../../src/domain/order-rows/words.js'

const HISTORY: HistoryContext = {
  today: '2026-11-22',
  now: '2026-11-22T07:30:00Z',
  toInstant: ({ date, time }) => new Date(`${date}T${time}:00Z`),
  toLocal: (instant) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
  readPhone: (typed) => (typed.replace(/\D/g, '').length === 11 ? `+7${typed.replace(/\D/g, '').slice(1)}` : null),
  order: null,
  currency: 'UAH',
  own: false,
}
const CONTEXT: OrderContext = { ...HISTORY, decimal: null, system: null, sumsAreOfLines: false }

const columnsOf = (header: string) => planHistory('orders', header.split('|'), new Map())
const keys = (header: string): string[] => columnsOf(header).map(({ target }) => historyTargetKey(target))
const read = (header: string, row: string, context: Partial<OrderContext> = {}) =>
  orderReader(columnsOf(header), { ...CONTEXT, ...context })(row.split('|'))
const order = (header: string, row: string, context: Partial<OrderContext> = {}): OrderRow => {
  const outcome = read(header, row, context)
  if ('code' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome
}

describe('columns by their names', () => {
  test.each([
    ['Дата|Клиент|Сумма|Что', 'date client.name sum what'],
    ['Дата заказа|Телефон|Итого|Услуга|Этап', 'date client.phone sum what stage'],
    ['Коли|Хто|Скільки|Сума', 'date client.name nothing.unknown sum'],
    ['Date|Customer|E-mail|Total|Status', 'date client.name client.email sum stage'],
    ['Дата создания|Дата закрытия|Контакт|Бюджет', 'date nothing.unknown client.name sum'],
    ['Дата оплаты|Клиент|Цена', 'date client.name sum'],
    ['Дата|Клиент|Товар|Кол-во|Цена', 'date client.name item quantity price'],
    ['Дата|Клиент|Товар|Кол-во|Цена|Сумма', 'date client.name item quantity price sum'],
    ['ID|Дата|Клиент|Сумма', 'order-id date client.name sum'],
    ['ID|Номер заказа|Дата|Клиент|Сумма', 'nothing.technical order-id date client.name sum'],
    ['ID|Дата|Сумма', 'client.external_id date sum'],
    ['ID клиента|ID заказа|Дата|Сумма', 'client.external_id order-id date sum'],
    ['№|Дата|Клиент|Сумма', 'nothing.technical date client.name sum'],
    ['Заказ|Дата|Клиент|Сумма', 'what date client.name sum'],
    ['Заказ|Товар|Дата|Клиент|Сумма', 'order-id what date client.name sum'],
    ['Дата|Клиент|Сумма, грн|Себестоимость (грн)|Оплачено', 'date client.name sum cost paid'],
    ['Дата|Клиент|Сумма|Статус|Статус оплаты', 'date client.name sum stage paid'],
    ['Дата|Клиент|Сумма|Статус оплаты|Статус доставки', 'date client.name sum stage nothing.unknown'],
    ['Дата|Клиент|Сумма|Скидка|Промокод|Срок оплаты', 'date client.name sum promo promo due'],
    ['Дата|Клиент|Сумма|Пароль|Погода|', 'date client.name sum nothing.sensitive nothing.unknown nothing.empty-header'],
    [
      'Deal - ID|Deal - Title|Deal - Value|Deal - Currency of Value|Deal - Stage|Deal - Deal created|Deal - Contact person|Deal - Organization',
      'order-id what sum currency stage date client.name client.company',
    ],
    [
      'Order Number|Order Date|Order Total Amount|First Name (Billing)|Last Name (Billing)|Phone (Billing)|Email (Billing)|Coupon Code',
      'order-id date sum client.given_name client.family_name client.phone client.email promo',
    ],
    [
      'ID|Стадия сделки|Сумма|Валюта|Контакт|Компания|Дата создания|Название|Контакт: Мобильный телефон',
      'order-id stage sum currency client.name client.company date what client.phone',
    ],
    [
      'orderid|Дата|Имя|Телефон|Email|Товары|Сумма|Промокод',
      'order-id date client.given_name client.phone client.email what sum promo',
    ],
  ])('%s', (header, wanted) => {
    expect(keys(header).join(' ')).toBe(wanted)
    expect(historyNeeds('orders', columnsOf(header))).toEqual([])
  })

  test.each([
    [
      'id|client_id|date|sum|what|items|stage|cost|promo|due_on|paid|external_system|external_id|created_at|client|unpaid',
      true,
    ],
    [
      'client_id|client|date|sum|currency|what|stage|cost|promo|due|paid|items|external_system|external_id|created_at',
      true,
    ],
    ['client_id|date|sum', false],
  ])('is %s a list of this program’s own? %s', (header, own) => {
    expect(isOwnHistory('orders', header.split('|'))).toBe(own)
  })

  test.each([
    ['Имя|Телефон|Сумма покупок', false],
    ['ФИО|Телефон|Дата рождения|Комментарий', false],
    ['Дата|Клиент|Сумма', false],
    ['Дата|Клиент|Сумма|Услуга', true],
    ['Номер заказа|Дата создания|Покупатель|Сумма заказа', true],
  ])('does %s look like orders? %s', (header, does) => {
    expect(looksLikeOrders(header.split('|'))).toBe(does)
  })
})

describe('a row', () => {
  const HEADER = 'Дата|Клиент|Сумма|Валюта|Что|Этап|Себестоимость|Скидка|Оплачено|Срок оплаты|Примечание'
  test('says all that an order has', () => {
    const {
      who,
      order: entry,
      paid,
    } = order(HEADER, '12.03.2026|Ёлкина Анна|1 250,50|$|торт|новый|10|5%|да|1.4.2026|🙂 & сливки')
    expect(who.name).toBe('Ёлкина Анна')
    expect(paid).toBe('all')
    expect(entry).toEqual({
      date: '2026-03-12',
      sum_minor: 125_050,
      currency: 'USD',
      what: 'торт; 🙂 & сливки',
      items: null,
      stage: 'новый',
      cost_minor: 1_000,
      promo: true,
      due_on: '2026-04-01',
      paid_minor: null,
      paymentTold: true,
      external_id: null,
      external_system: null,
      own: null,
    })
  })

  test.each([
    ['|Анна|5', { missing: { code: 'no-date' } }],
    ['12.03.2026||5', { missing: { code: 'no-client' } }],
    ['12.03.2026|Анна|', { missing: { code: 'no-sum' } }],
    ['30.02.2026|Анна|5', { code: 'impossible-date' }],
    ['05/06/2026|Анна|5', { code: 'ambiguous-date' }],
    ['завтра|Анна|5', { code: 'bad-date' }],
    ['12.03.2026|Анна|много', { code: 'bad-sum', value: 'много', column: 'Сумма' }],
    ['12.03.2026|Анна|-5', { code: 'negative-sum', value: '-5', column: 'Сумма' }],
    ['12.03.2026|Анна|1.234', { code: 'ambiguous-sum' }],
    ['12.03.2026|Анна|5 тугриков', { code: 'bad-currency' }],
    ['12.03.2026|Анна|5|тугрик', { code: 'bad-currency', value: 'тугрик', column: 'Валюта' }],
    ['12.03.2026|Анна|5|грн|||$3', { code: 'bad-currency', column: 'Себестоимость' }],
    ['12.03.2026|Анна|5|||||||32.01.2026', { code: 'impossible-date', column: 'Срок оплаты' }],
  ])('%s', (row, wanted) => {
    expect(read(HEADER, row)).toMatchObject(wanted)
  })

  test.each([
    ['1250', 125_000, 'UAH'],
    ['1250,5', 125_050, 'UAH'],
    ['1 250.00 ₽', 125_000, 'RUB'],
    ['12 тыс', 1_200_000, 'UAH'],
    ['€99', 9_900, 'EUR'],
    ['120.00 SGD', 12_000, 'SGD'],
    ['JPY 900', 900, 'JPY'],
    ['33.335', 3_334, 'UAH'],
    ['0', 0, 'UAH'],
  ])('the sum %s', (cell, minor, currency) => {
    const { order: entry } = order('Дата|Клиент|Сумма', `12.03.2026|Анна|${cell}`, { decimal: '.' })
    expect([entry.sum_minor, entry.currency]).toEqual([minor, currency])
  })

  test('the name of a column tells the currency', () => {
    expect(order('Дата|Клиент|Сумма, $', '12.03.2026|Анна|5').order.currency).toBe('USD')
    expect(order('Дата|Клиент|Сумма, $', '12.03.2026|Анна|5 €').order.currency).toBe('EUR')
    expect(order('Дата|Клиент|Сумма|Валюта', '12.03.2026|Анна|5|zł').order.currency).toBe('PLN')
  })

  test.each([
    ['оплачен', 'all'],
    ['не оплачен', 'nothing'],
    ['100', 10_000],
    ['карта', null],
    ['', null],
  ])('paid: %s', (cell, paid) => {
    expect(order('Дата|Клиент|Сумма|Оплата', `12.03.2026|Анна|500|${cell}`).paid).toBe(paid)
  })

  test('whatever the cells hold, it is read or has a reason', () => {
    const likely = fc.constantFrom(
      '12.03.2026',
      'Ёлкина Анна',
      '1 250,50 грн',
      '=1+1',
      "'; drop table",
      '\ud800',
      '7,916E+10',
    )
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), likely)
    const reader = orderReader(columnsOf(`${HEADER}|Номер|Количество|Цена`), CONTEXT)
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 16 }), (cells) => {
        const outcome = reader(cells)
        if ('code' in outcome) {
          expect(outcome.code).toMatch(/^[a-z-]+$/)
          return
        }
        const { sum_minor, cost_minor, date, what } = outcome.order
        expect(Number.isSafeInteger(sum_minor) && sum_minor >= 0).toBe(true)
        expect(cost_minor === null || Number.isSafeInteger(cost_minor)).toBe(true)
        expect(date).toMatch(/^(\d{4}-\d{2}-\d{2})?$/)
        expect(what ?? '').not.toContain('\u0000')
      }),
    )
  })
})

describe('rows of one number', () => {
  const HEADER = 'Номер|Дата|Клиент|Товар|Количество|Сумма'
  const joined = (rows: string[], ofLines: boolean) =>
    joinLines(
      rows.map((row, line) => ({ line, outcome: read(HEADER, row, { sumsAreOfLines: ofLines }) })),
      ofLines,
    ).map(({ lines, outcome }) => [lines.length, 'code' in outcome ? outcome.code : outcome.order.sum_minor])

  test.each([
    [['1|12.03.2026|Анна|чай|1|10', '1|12.03.2026|Анна|мёд|1|20'], true, [[2, 3_000]]],
    [['1|12.03.2026|Анна|чай|1|10', '1|12.03.2026|Анна|мёд|1|10'], false, [[2, 1_000]]],
    [['1|12.03.2026|Анна|чай|1|10', '1|||мёд|2|'], false, [[2, 1_000]]],
    [
      ['1|12.03.2026|Анна|чай|1|10', '2|||мёд|2|'],
      false,
      [
        [1, 1_000],
        [1, 'no-client'],
      ],
    ],
    [
      ['1|12.03.2026|Анна|чай|1|10', '1|13.03.2026|Анна|мёд|1|20'],
      true,
      [
        [1, 1_000],
        [1, 2_000],
      ],
    ],
    [
      ['|12.03.2026|Анна|чай|1|10', '|12.03.2026|Анна|мёд|1|20'],
      true,
      [
        [1, 1_000],
        [1, 2_000],
      ],
    ],
    [
      ['1||Анна|чай|1|10', '1|12.03.2026|Анна|мёд|1|20'],
      true,
      [
        [1, 'no-date'],
        [1, 2_000],
      ],
    ],
  ])('%j', (rows, ofLines, wanted) => {
    expect(joined(rows, ofLines)).toEqual(wanted)
  })

  test.each([
    [
      [
        ['1', '10', 'чай'],
        ['1', '20', 'мёд'],
      ],
      true,
    ],
    [
      [
        ['1', '10', 'чай'],
        ['1', '10', 'мёд'],
      ],
      false,
    ],
    [
      [
        ['1', '10', 'чай'],
        ['1', '20', 'чай'],
      ],
      false,
    ],
    [
      [
        ['', '10', 'чай'],
        ['', '20', 'мёд'],
      ],
      false,
    ],
    [
      [
        ['1', '10', 'чай'],
        ['2', '20', 'мёд'],
      ],
      false,
    ],
  ])('are the sums of %j those of lines? %s', (rows, are) => {
    expect(sumsAreOfLines(rows.map(([id = '', sum = '', what = '']) => ({ id, sum, what })))).toBe(are)
  })
})

describe('words and money', () => {
  test.each([
    ['да', true],
    ['нет', false],
    ['0', false],
    ['0,00', false],
    ['10%', true],
    ['SPRING', true],
    ['-', false],
  ])('promo %s', (cell, promo) => {
    expect(readPromo(cell)).toBe(promo)
  })

  test.each([
    ['Оплачен', true],
    ['Не оплачено', false],
    ['частично', null],
  ])('paid %s', (cell, paid) => {
    expect(readPaidWord(cell)).toBe(paid)
  })

  test.each([
    ['грн.', 'UAH'],
    ['RUB', 'RUB'],
    ['usd', 'USD'],
    ['zł', 'PLN'],
    ['SGD', 'SGD'],
    ['тугрик', null],
    ['тыс', null],
    ['', null],
    ['5 грн', null],
  ])('currency %s', (cell, code) => {
    expect(currencyNamed(cell)).toBe(code)
  })

  test.each([
    ['33.335', 'UAH', 3_334],
    ['33.334999', 'UAH', 3_333],
    ['0.5', 'JPY', 1],
    ['1.2345', 'KWD', 1_235],
    ['7', 'UAH', 700],
    ['x', 'UAH', null],
  ])('%s %s in minor units', (decimal, currency, minor) => {
    expect(roundedMinor(decimal, currency)).toBe(minor)
  })

  test('a cell that says it is empty is no sum', () => {
    expect(readSum('—', 'Сумма', 'UAH', null)).toBeNull()
    expect(readSum('нет', 'Сумма', 'UAH', null)).toBeNull()
  })
})

describe('the same order', () => {
  const at = (date: string, external_system: string | null = null) => ({ date, external_system })
  test.each([
    [at('2026-03-12'), at('2026-11-01'), true],
    [at('2025-12-20'), at('2026-01-10'), true],
    [at('2025-03-12'), at('2026-03-12'), false],
    [at('2026-03-12', 'a'), at('2026-03-12', 'b'), false],
    [at('2026-03-12', 'a'), at('2026-03-12', null), true],
  ])('%j and %j: %s', (a, b, same) => {
    expect(sameNumber(a, b)).toBe(same)
  })

  test('a row that says nothing new changes nothing', () => {
    const { order: entry } = order('Дата|Клиент|Сумма|Что', '12.03.2026|Анна|5|торт')
    const there = valuesOf(1, entry, '2026-11-22T07:30:00Z')
    for (const mode of ['skip', 'fill', 'update'] as const)
      expect(changesTo(there, entry, mode)).toEqual({ patch: {}, kept: 0 })
    const richer = { ...there, stage: 'готов', cost_minor: 1, paid_minor: 500, promo: 1, due_on: '2026-04-01' }
    // What the file does not speak of stays as it is.
    expect(changesTo(richer, entry, 'update')).toEqual({ patch: {}, kept: 0 })
  })
})

describe('what was paid', () => {
  const HEADER = 'Дата|Клиент|Сумма|Статус'
  const [done, open] = ['12.03.2026|Анна|5|Выполнен', '12.03.2026|Анна|5|В работе']
  test.each([
    ['nothing is said of it', HEADER, done, 500],
    ['no stage either', 'Дата|Клиент|Сумма', '12.03.2026|Анна|5', 500],
    ['it is being worked on', HEADER, open, 0],
    ['an offer', HEADER, '12.03.2026|Анна|5|смета', 0],
    ['cancelled', HEADER, '12.03.2026|Анна|5|Отменён', 0],
    ['a column says it is not', `${HEADER}|Оплачено`, `${done}|нет`, 0],
    ['a column of payments is empty here', `${HEADER}|Оплачено`, `${done}|`, 0],
    ['a part', `${HEADER}|Оплачено`, `${done}|2`, 200],
    ['a day of payment', `${HEADER}|Дата оплаты`, `${done}|13.03.2026`, 500],
    ['no day of payment', `${HEADER}|Дата оплаты`, `${done}|`, 0],
    ['a status of payments', 'Дата|Клиент|Сумма|Статус оплаты', '12.03.2026|Анна|5|Оплачен', 500],
    ['a status of payments is empty here', 'Дата|Клиент|Сумма|Статус оплаты', '12.03.2026|Анна|5|', 0],
    ['to be paid by a day', `${HEADER}|Срок оплаты`, `${done}|01.12.2026`, 0],
  ])('of a new order: %s', (_, header, row, paid) => {
    const [joined] = joinLines([{ line: 1, outcome: read(header, row) }], false)
    if (!joined || 'code' in joined.outcome) throw new Error('not an order')
    expect(valuesOf(1, joined.outcome.order, '2026-11-22T07:30:00Z').paid_minor).toBe(paid)
  })

  test.each([
    ['done now, nothing noted', { stage: 'новый', paid_minor: 0 }, done, 500],
    ['done now, but a part is noted', { stage: 'новый', paid_minor: 200 }, done, undefined],
    ['paid in full, another sum', { sum_minor: 400, paid_minor: 400, stage: 'Выполнен' }, done, 500],
    ['a debt that is known', { stage: 'Выполнен', paid_minor: 0 }, done, undefined],
    ['to be paid by a day', { stage: 'новый', paid_minor: 0, due_on: '2026-12-01' }, done, undefined],
    ['still open', { stage: 'В работе', paid_minor: 0 }, open, undefined],
  ])('of an order that is there: %s', (_, before, row, paid) => {
    const { order: entry } = order(HEADER, row)
    const there = { ...valuesOf(1, entry, '2026-11-22T07:30:00Z'), ...before }
    expect(changesTo(there, entry, 'update').patch.paid_minor).toBe(paid)
    expect(changesTo(there, entry, 'fill').patch.paid_minor).toBeUndefined()
  })
})
