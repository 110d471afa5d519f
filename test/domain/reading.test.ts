import { describe, expect, test } from 'vitest'
import type { DateOrder } from '../../src/domain/cells/file-date.js'
import type { CustomField } from '../../src/domain/client.js'
import type { Draft } from '../../src/domain/draft.js'
import { CONTEXT, customs, dates, draft, points, read } from './row-reading.js'

describe('contacts and promises of a table of clients', () => {
  test.each<[string, string | null]>([
    ['14.11.2026', '2026-11-14T12:00:00Z'],
    ['14.11.2026 09:15', '2026-11-14T09:15:00Z'],
    ['вчера', '2026-11-21T12:00:00Z'],
    // Noon of today is still ahead of half past seven.
    ['22.11.2026', '2026-11-22T07:30:00Z'],
    ['', null],
    ['-', null],
  ])('last contact %j', (cell, at) => {
    expect(draft({ ФИО: 'Ёлкина Анна', 'Последний контакт': cell }).lastContact).toBe(at)
  })

  test.each([
    ['март', 'bad-date'],
    ['12.03', 'bad-date'],
    ['23.11.2026', 'future-date'],
    ['31.02.2026', 'impossible-date'],
    ['05/04/2026', 'ambiguous-date'],
  ])('last contact %j rejects the row', (cell, code) => {
    expect(read({ ФИО: 'Ёлкина Анна', 'Последний контакт': cell })).toEqual({
      code,
      value: cell,
      column: 'Последний контакт',
    })
  })

  test.each([
    ['30.11.2026', '2026-11-30', null],
    ['30.11.2026 14:30', '2026-11-30', '14:30'],
    ['завтра', '2026-11-23', null],
    ['12.03', '2027-03-12', null],
    ['24.12', '2026-12-24', null],
    ['01.02.2026', '2026-02-01', null],
  ])('next contact %j is a call promised for %s', (cell, due, time) => {
    expect(
      draft({ ФИО: 'Ґалаґан Їжак', 'Следующий контакт': cell, 'Следующее действие': 'обсудить смету' }).promises,
    ).toEqual([
      {
        kind: 'call',
        due,
        time,
        text: 'обсудить смету',
        state: 'open',
        snoozed_until: null,
        created_at: CONTEXT.now,
        closed_at: null,
        why: null,
      },
    ])
  })

  test('what is to be done without a day is kept as a field', () => {
    expect(customs(draft({ ФИО: 'Анна', 'Следующее действие': 'обсудить смету' }))).toEqual({
      next_action: 'обсудить смету',
    })
    expect(draft({ ФИО: 'Анна', 'Следующий контакт': '' }).promises).toEqual([])
  })
})

describe('addresses by what they are for', () => {
  test('the main one is the client’s, the others are kept beside it', () => {
    const found = draft({
      'First Name': 'Áine',
      'Last Name': "O'Brien-Ñandú",
      'Home Street': 'Lane 2',
      'Home City': 'Cork',
      'Business Street': 'Quay 1',
      'Business Street 2': 'Floor 3',
      'Business City': 'Dublin',
      'Business Postal Code': 'D01',
      'Other City': 'Derry',
    })
    expect(found.values).toMatchObject({ address: 'Quay 1, Floor 3', city: 'Dublin' })
    expect(customs(found)).toEqual({ postal_code: 'D01', home_address: 'Cork, Lane 2', other_address: 'Derry' })
  })

  test('the home address moves up when it is the only one', () => {
    const found = draft({ 'First Name': 'A', 'Last Name': 'B', 'Home City': 'Cork', 'Business City': '' })
    expect([found.values.city, found.custom]).toEqual(['Cork', []])
  })

  test('Outlook in Russian', () => {
    const found = draft({
      Имя: 'Анна',
      Фамилия: 'Ёлкина',
      'Улица (раб. адрес)': 'Примерная, 1',
      'Улица 2 (раб. адрес)': 'оф. 2',
      'Город (раб. адрес)': 'Тверь',
      'Улица (дом. адрес)': 'Садовая, 3',
      'Город (дом. адрес)': 'Клин',
      'Страна или регион (дом. адрес)': 'Россия',
      'Город  (другой адрес)': 'Тула',
    })
    expect(found.values).toMatchObject({ address: 'Примерная, 1, оф. 2', city: 'Тверь' })
    expect(customs(found)).toEqual({ home_address: 'Россия, Клин, Садовая, 3', other_address: 'Тула' })
  })

  test('a formatted address is not repeated by its parts', () => {
    const found = draft({
      'First Name': 'A',
      'Last Name': 'B',
      'Address 1 - Formatted': 'Quay 1\nDublin D01',
      'Address 1 - Street': 'Quay 1',
      'Address 1 - City': 'Dublin',
      'Address 1 - Postal Code': 'D01',
      'Address 2 - City': 'Cork',
    })
    expect([found.values.address, found.values.city]).toEqual(['Quay 1 Dublin D01', 'Dublin'])
    expect(customs(found)).toEqual({ address_2: 'Cork' })
  })
})

describe('sums', () => {
  test.each<[string, string, string]>([
    ['Сумма', '1 234,50 ₽', '1234.50 RUB'],
    ['Сумма, грн', '1 234,50', '1234.50 UAH'],
    ['Сумма, грн', '100 $', '100.00 USD'],
    ['Сумма', '(1 234,50)', '-1234.50'],
    ['Сумма', '12 тыс.', '12000.00'],
    ['Сумма', '1\u202f234\u00a0567,5', '1234567.50'],
  ])('%s: %s is %s', (header, cell, value) => {
    expect(customs(draft({ ФИО: 'Анна', [header]: cell }))).toEqual({ order_amount: value })
  })

  test.each([['1.234'], ['по договорённости'], ['5 constructor']])('%s is kept in words, and said', (cell) => {
    const found = draft({ ФИО: 'Анна', Сумма: cell })
    expect(found.values.note).toBe(`Сумма: ${cell}`)
    expect(found.remarks).toEqual([{ code: 'kept-as-note', value: cell, column: 'Сумма' }])
    expect(found.custom).toEqual([])
  })

  test('the column decides what a lone mark is', () => {
    expect(customs(draft({ ФИО: 'Анна', Сумма: '1.234' }, { decimal: ',' }))).toEqual({ order_amount: '1234.00' })
    expect(customs(draft({ ФИО: 'Анна', Сумма: '1.234' }, { decimal: '.' }))).toEqual({ order_amount: '1.234' })
  })

  test('the second import of a file treats them as the first', () => {
    const custom: CustomField[] = [{ id: 1, key: 'order_amount', label: 'Сумма, грн', type: 'money', choices: [] }]
    for (const cell of ['1 234,50', '1.234', 'по договорённости'])
      expect(read({ ФИО: 'Анна', 'Сумма, грн': cell }, { custom })).toEqual(read({ ФИО: 'Анна', 'Сумма, грн': cell }))
  })
})

describe('days by the order of their column', () => {
  test.each<[DateOrder | undefined, string, string | null]>([
    ['dmy', '05/04/1990', 'birthday 1990-04-05'],
    ['mdy', '05/04/1990', 'birthday 1990-05-04'],
    [undefined, '05/04/1990', null],
    [undefined, '17/04/1990', 'birthday 1990-04-17'],
    [undefined, '04/17/1990', 'birthday 1990-04-17'],
    ['mdy', '05.04.1990', 'birthday 1990-04-05'],
    ['mdy', '1990-04-05', 'birthday 1990-04-05'],
    [undefined, '31008', 'birthday 1984-11-22'],
  ])('%s: %s', (order, cell, expected) => {
    const result = read({ ФИО: 'Анна', 'День рождения': cell }, order === undefined ? {} : { order })
    if (expected === null) expect(result).toMatchObject({ code: 'ambiguous-date', value: cell })
    else expect(dates(result as Draft)).toEqual([expected])
  })
})

describe('what has no place of its own', () => {
  test('cells behind the last column', () => {
    expect(draft({ ФИО: 'Анна', Город: 'Тверь' }, { extra: ['и ещё', '', 'слово'] })).toMatchObject({
      values: { note: 'и ещё; слово' },
      remarks: [{ code: 'extra-cells', count: 2 }],
    })
    expect(points(draft({ ФИО: 'Анна', Телефон: '+7 916 000-00-01' }, { extra: ['+7 916 000-00-02'] }))).toHaveLength(2)
  })

  test.each(['не указано', 'Не указан', 'unknown', 'null', '—', 'н/д', '#Н/Д'])(
    '%s in a new field is nothing',
    (cell) => {
      expect(draft({ ФИО: 'Анна', Пол: cell }).custom).toEqual([])
      const custom: CustomField[] = [{ id: 1, key: 'gender', label: 'Пол', type: 'text', choices: [] }]
      expect(draft({ ФИО: 'Анна', Пол: cell }, { custom }).custom).toEqual([])
    },
  )

  test.each([
    ['Вид', 'редкий', 'вид_given'],
    ['Last', 'x', 'last_given'],
    ['warmth', 'hot', 'warmth_given'],
  ])('a column called %s does not touch the built-in field', (header, cell, key) => {
    expect(customs(draft({ ФИО: 'Ёлкина Анна', [header]: cell }))).toEqual({ [key]: cell })
  })

  test('statuses of other programs', () => {
    expect(draft({ ФИО: 'А', Статус: 'Клиент' }).status).toBe('client')
    for (const cell of ['горячий', 'constructor']) {
      const found = draft({ ФИО: 'А', Статус: cell })
      expect([found.status, customs(found)]).toEqual([null, { status_text: cell }])
    }
  })

  test('texts as they stood on a web page', () => {
    const found = draft({ ФИО: 'Ёлкина Анна', Компания: 'ООО &quot;Ромашка&quot;', Комментарий: 'Tom &amp; Jerry' })
    expect([found.companies[0]?.name, found.values.note]).toEqual(['ООО "Ромашка"', 'Tom & Jerry'])
  })

  test('passwords and passports are not read', () => {
    const text = JSON.stringify(draft({ ФИО: 'Анна', Пароль: 'hunter2', Паспорт: '0000 000000', 'Личный код': '0000' }))
    expect(text).not.toMatch(/hunter2|0000/)
  })

  test('an emoji is a name like any other', () => {
    expect(draft({ ФИО: '💐 Цветы у дома' }).name).toBe('💐 Цветы у дома')
  })
})
