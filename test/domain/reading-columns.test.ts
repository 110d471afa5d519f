import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/domain/draft.js'
import { customs, dates, draft, points, read } from './row-reading.js'

describe('columns in pairs', () => {
  const pair = (more: Record<string, string>): Draft => draft({ 'First Name': 'Anna', 'Last Name': 'Vane', ...more })

  test('events', () => {
    expect(
      dates(
        pair({
          'Event 1 - Label': 'Anniversary',
          'Event 1 - Value': '2010-06-01',
          'Event 2 - Label': '* Свадьба',
          'Event 2 - Value': '--07-05',
          'Event 3 - Label': '',
          'Event 3 - Value': '2001-02-03',
        }),
      ),
    ).toEqual(['anniversary 2010-06-01', 'свадьба --07-05', 'anniversary 2001-02-03'])
  })

  test('an event that is no date is kept in words', () => {
    const found = pair({ 'Event 1 - Label': 'Школа', 'Event 1 - Value': 'первое сентября' })
    expect([found.values.note, found.remarks]).toEqual([
      'Школа: первое сентября',
      [{ code: 'kept-as-note', value: 'первое сентября', column: 'Школа' }],
    ])
  })

  test('relations and fields of one’s own', () => {
    expect(
      customs(
        pair({
          'Relation 1 - Label': 'Spouse',
          'Relation 1 - Value': 'Пётр',
          'Custom Field 1 - Label': 'Размер обуви',
          'Custom Field 1 - Value': '38',
          'Custom Field 2 - Label': '',
          'Custom Field 2 - Value': 'x',
        }),
      ),
    ).toEqual({
      spouse: 'Пётр',
      размер_обуви: '38',
      custom_field_2_value: 'x',
    })
  })

  test('a label in a cell may name a field that a column fills', () => {
    const found = pair({
      Nickname: 'Аня',
      'Custom Field 1 - Label': 'Nickname',
      'Custom Field 1 - Value': 'Анюта',
      'Custom Field 2 - Label': 'nickname',
      'Custom Field 2 - Value': 'Аня',
    })
    expect(found.custom).toEqual([
      { key: 'nickname', value: 'Аня' },
      { key: 'nickname_2', value: 'Анюта' },
    ])
  })

  test('a label without a value says nothing', () => {
    expect(
      pair({
        'Custom Field 1 - Label': 'Размер',
        'Custom Field 1 - Value': '',
        'Event 1 - Label': 'Anniversary',
        'Event 1 - Value': '',
      }),
    ).toMatchObject({ custom: [], dates: [] })
  })

  test('messengers', () => {
    const found = pair({
      'IM 1 - Service': 'Telegram',
      'IM 1 - Value': 'anna_vane',
      'IM 2 - Service': 'ICQ',
      'IM 2 - Value': '12345',
    })
    expect(points(found)).toEqual(['telegram - anna_vane'])
    expect(customs(found)).toEqual({ icq: '12345' })
  })

  test('labels of phones and mails are those of the column before', () => {
    const found = pair({
      'E-mail 1 - Label': '* Work',
      'E-mail 1 - Value': 'a@example.com ::: b@example.com',
      'Phone 1 - Label': 'Mobile',
      'Phone 1 - Value': '+7 916 000-00-01',
      'Phone 2 - Label': '',
      'Phone 2 - Value': '+7 916 000-00-02',
    })
    expect(points(found).map((each) => each.toLowerCase())).toEqual([
      'email work a@example.com',
      'email work b@example.com',
      'phone mobile +79160000001',
      'phone other +79160000002',
    ])
  })
})

test.each([
  ['доб. 12', '8 495 000-00-02 ext. 12'],
  ['12', '8 495 000-00-02 ext. 12'],
])('an extension in a column of its own: %s', (cell, typed) => {
  expect(draft({ ФИО: 'Анна', Телефон: '8 495 000-00-02', Добавочный: cell }).points[0]).toMatchObject({
    value: '+74950000002',
    typed,
  })
})

test('an extension without a phone is kept in words', () => {
  expect(draft({ ФИО: 'Анна', Телефон: '', Добавочный: '12' }).values.note).toBe('Добавочный: 12')
})

describe('a birthday in parts', () => {
  const born = (day: string, month: string, year: string) =>
    read({
      'Display Name': 'Anna Vane',
      'Primary Email': '',
      'Screen Name': '',
      'Birth Year': year,
      'Birth Month': month,
      'Birth Day': day,
    })
  test.each<[string, string, string, string[], Record<string, string>]>([
    ['5', '3', '1990', ['birthday 1990-03-05'], {}],
    ['05', '03', '', ['birthday --03-05'], {}],
    ['', '', '1990', [], { birth_year: '1990' }],
    ['', '', '', [], {}],
    ['29', '2', '', ['birthday --02-29'], {}],
  ])('%s %s %s', (day, month, year, expected, kept) => {
    const found = born(day, month, year) as Draft
    expect([dates(found), customs(found)]).toEqual([expected, kept])
  })

  test.each([
    ['31', '2', '1990', 'impossible-date'],
    ['x', '2', '1990', 'bad-date'],
  ])('%s %s %s rejects the row', (day, month, year, code) => {
    expect(born(day, month, year)).toMatchObject({ code })
  })

  test('half a day is not lost', () => {
    expect(customs(born('5', '', '1990') as Draft)).toEqual({ birth_day: '5', birth_year: '1990' })
  })
})
