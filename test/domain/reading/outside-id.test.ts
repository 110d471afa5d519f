import { describe, expect, test } from 'vitest'
import { draftFromCard } from '../../../src/domain/cards/cards.js'
import type { CustomField } from '../../../src/domain/client.js'
import { readRow } from '../../../src/domain/reading/reading.js'
import { isStandIn } from '../../../src/domain/reading/stand-in.js'
import { readCards } from '../../../src/formats/vcard.js'
import { planned } from '../column-words.js'
import { CONTEXT, customs, dates, draft, points, read } from '../row-reading.js'

const OWN: CustomField[] = [
  { id: 1, key: 'размер', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'сорт', label: 'Сорт', type: 'choice', choices: ['А', 'Б'] },
]

/** A cell that no column of its kind can take, and the code of its problem. */
const BAD: [column: string, cell: string, code: string][] = [
  ['date_of_birth', '19371233', 'impossible-date'],
  ['date_of_birth', '1937-12-33', 'impossible-date'],
  ['date_of_birth', '01.01.2031', 'future-date'],
  ['date_of_birth', 'весной', 'bad-date'],
  ['date_of_birth', '-0050-01-0', 'bad-date'],
  ['date_of_birth', '05/04/1990', 'ambiguous-date'],
  ['Последний контакт', '31.02.2026', 'impossible-date'],
  ['Последний контакт', '23.11.2026', 'future-date'],
  ['Следующий контакт', 'когда-нибудь', 'bad-date'],
  ['Годовщина', '32.01.2020', 'impossible-date'],
  ['email', 'em@aosn@ware.com', 'bad-email'],
  ['Телефон', 'позвонить Ґалаґану', 'bad-phone'],
  ['Телефон', '7,916E+10', 'lost-digits'],
  ['Telegram', "O'Brien Ñandú", 'bad-handle'],
  ['vip', 'может быть', 'bad-value'],
  ['Размер', 'большой 💐', 'bad-value'],
  ['Сорт', 'В', 'bad-value'],
]

describe('a cell that cannot be read', () => {
  test.each(BAD)('%s: %s rejects a row without an outside id', (column, cell, code) => {
    expect(read({ ФИО: 'Ёлкина Анна', [column]: cell }, { custom: OWN })).toMatchObject({ code, value: cell, column })
  })

  test.each(BAD)('%s: %s is a word in the note of a row that has one', (column, cell, code) => {
    const kept = draft({ ФИО: 'Ёлкина Анна', [column]: cell, external_id: 'A-17' }, { custom: OWN })
    expect(kept).toMatchObject({ name: 'Ёлкина Анна', vip: null, lastContact: null, promises: [] })
    expect([kept.values.note, dates(kept), points(kept), customs(kept)]).toEqual([`${column}: ${cell}`, [], [], {}])
    expect(kept.remarks).toMatchObject([{ code: 'kept-as-note', value: cell, column, why: { code } }])
  })
})

describe('a row with an outside id', () => {
  test('keeps what can be read of a cell, and all of its words', () => {
    const kept = draft({ ID: '5', ФИО: 'Ёлкина Анна', Почта: 'anna@example.org, em@aosn@ware.com' })
    expect(points(kept)).toEqual(['email - anna@example.org'])
    expect(kept.values.note).toBe('Почта: anna@example.org, em@aosn@ware.com')
  })

  test('says each bad cell, wherever the id stands, behind its own note', () => {
    const kept = draft({
      'День рождения': '31.02.1990',
      ФИО: 'Ґалаґан Їжак',
      Телефон: 'нет телефона пока',
      Комментарий: 'любит 💐',
      Код: 'К-5',
    })
    expect(kept.values.note).toBe('любит 💐\nДень рождения: 31.02.1990\nТелефон: нет телефона пока')
    expect(kept.remarks.map(({ code }) => code)).toEqual(['kept-as-note', 'kept-as-note'])
  })

  test('a birthday in three columns', () => {
    const cells = { Name: "O'Brien-Ñandú", 'Birth Day': '31', 'Birth Month': '2', 'Birth Year': '1990' }
    expect(read(cells)).toMatchObject({ code: 'impossible-date' })
    expect(draft({ ...cells, id: '7' }).values.note).toBe('birth day: 31.2.1990')
  })
})

describe('a row without a name', () => {
  test.each<[Record<string, string>, string, string]>([
    [{ Email: 'Anna@Example.org', Phone: '+7 916 000-00-01' }, 'anna@example.org', 'person'],
    [{ Phone: '8 916 000-00-01', City: 'Тверь' }, '+79160000001', 'person'],
    [{ City: 'Тверь' }, '#A-17', 'person'],
    [{ Email: 'em@aosn@ware.com' }, '#A-17', 'person'],
    [{ dob: '1971-06-24' }, '#A-17', 'person'],
    [{ Status: 'lead' }, '#A-17', 'person'],
    [{ Type: 'company', City: 'Львів' }, '#A-17', 'company'],
  ])('%j is called %s', (cells, name, kind) => {
    const found = draft({ id: 'A-17', 'First name': '', 'Last name': ' ', ...cells })
    expect([found.name, found.kind, isStandIn(found.name)]).toEqual([name, kind, true])
    expect(found.values).toMatchObject({ family_name: null, given_name: null, external_id: 'A-17' })
    expect(found.remarks).toContainEqual({ code: 'named-by', value: name })
    const without = read({ 'First name': '', 'Last name': ' ', ...cells })
    const hasAddress = found.points.length > 0
    expect('code' in without ? without.code : without.name).toMatch(hasAddress ? /^$/ : /^(no-name|bad-email)$/)
  })

  test('of a company is the company, as ever', () => {
    expect(draft({ id: 'A-17', Name: '', Company: 'ТОВ «Ромашка»', Email: 'a@example.com' })).toMatchObject({
      name: 'ТОВ «Ромашка»',
      kind: 'company',
      remarks: [],
    })
  })

  test.each<Record<string, string>>([{}, { 'Company Id': '' }, { Email: '-' }, { Пароль: 'hunter2' }])(
    'and nothing besides the id is nobody: %j',
    (cells) => {
      expect(read({ id: 'A-17', Name: '', ...cells })).toEqual({ code: 'no-name' })
    },
  )

  test('marks of the import name nobody', () => {
    const { columns } = planned(['id', 'Name', 'City'])
    const marks = { ...CONTEXT, source: 'выставка', tags: ['май'], system: 'shop' }
    expect(readRow(['A-17', '', ''], 2, columns, marks)).toEqual({ code: 'no-name' })
  })

  test.each(['Ёлкина Анна', 'Ромашка', "O'Brien-Ñandú", '# 5', '💐', 'anna at example', '42'])(
    '%s is a name',
    (name) => {
      expect(isStandIn(name)).toBe(false)
    },
  )
})

const cardOf = (...lines: string[]) => {
  const text = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
  return [...readCards(Buffer.from(text))].map((card) => draftFromCard(card, CONTEXT))[0]
}

test('a card with a UID and no name is called by what it has', () => {
  const found = cardOf('UID:5-A', 'TEL:+79160000001')
  expect(found).toMatchObject({ name: '+79160000001', values: { external_id: '5-A' } })
  expect(cardOf('UID:5-A')).toEqual({ code: 'no-name' })
  expect(cardOf('TEL:+79160000001')).toEqual({ code: 'no-name' })
})

describe('the outside id 0', () => {
  const ids = (header: string, cells: string[], by: 'name' | 'map' = 'name'): unknown =>
    planned(
      [header, 'Name'],
      cells.map((cell) => [cell, 'Anna']),
      [],
      by === 'map' ? new Map([[header, { to: 'field', key: 'external_id' }]]) : new Map(),
    ).columns[0]?.zero ?? 'none'

  test.each<[string, string, string[], 'name' | 'map', string]>([
    ['is one of numbers counted from 0', 'id', ['0', '1', '2'], 'name', 'id'],
    ['is none among numbers that nobody counted', 'id', ['15', '0', '22'], 'name', 'none'],
    ['is none where it comes again', 'id', ['0', '1', '0', '2'], 'name', 'none'],
    ['is none alone', 'Код', ['0', ''], 'name', 'none'],
    ['is one where the user says so', 'key', ['15', '0', '22'], 'map', 'id'],
    ['is none where the user says so and it comes again', 'key', ['0', '15', '0'], 'map', 'none'],
    ['may come later in a long file', 'id', ['1', '2', '3'], 'name', 'id'],
  ])('%s', (_, header, cells, by, expected) => {
    expect(ids(header, cells, by)).toBe(expected)
  })

  test('is none in a program that is known by its columns', () => {
    const header = ['ID', 'Имя', 'Обращение', 'Телефон для рассылок', 'Рабочий e-mail']
    const { columns, system } = planned(header, [
      ['0', 'Анна', '', '', ''],
      ['1', 'Яна', '', '', ''],
    ])
    expect([system?.key, columns[0]?.zero]).toEqual(['bitrix24', undefined])
  })
})
