import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomField } from '../../src/domain/client.js'
import { fieldNamed } from '../../src/domain/fields.js'
import { nameOfTarget, nearestTargets, targetNamed } from '../../src/domain/tables/target-names.js'
import { customKey, type Target, targetOf } from '../../src/domain/tables/targets.js'
import { fills, planned, said } from './column-words.js'

const CUSTOM: CustomField[] = [
  { id: 1, key: 'размер', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'order_amount', label: 'Сумма', type: 'money', choices: [] },
]

describe('the key of a new field', () => {
  test.each([
    ['Цвет глаз', 'цвет_глаз'],
    ['Улюблений колір', 'улюблений_колір'],
    ['Вид', 'вид_given'],
    ['Last', 'last_given'],
    ['Номер', 'номер_given'],
    ['warmth', 'warmth_given'],
    ['orders', 'orders_given'],
    ['constructor', 'constructor_given'],
    ['2024', 'field_2024'],
    ['🌷', 'field'],
  ])('%s: %s', (header, key) => {
    expect(customKey(header)).toBe(key)
  })

  test('never answers to a built-in field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (header) => {
        const key = customKey(header)
        expect(fieldNamed(key)).toBeNull()
        expect(key).not.toBe('')
        expect(['constructor', '__proto__', 'toString'].includes(key) && key !== 'toString').toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

describe('--map', () => {
  test.each<[string, string]>([
    ['name', 'name'],
    ['NAME', 'name'],
    ['фамилия', 'family_name'],
    ['phone', 'phone'],
    ['phone_work', 'phone_work'],
    ['email', 'email'],
    ['telegram', 'telegram'],
    ['city', 'address main.city'],
    ['address', 'address main.street'],
    ['birthday', 'birthday'],
    ['note', 'note'],
    ['company', 'company'],
    ['tag', 'tag'],
    ['last_contact', 'last_contact'],
    ['next contact', 'next_contact'],
    ['next-action', 'next_action'],
    ['birth_year', 'birth_year'],
    ['messenger', 'messenger'],
    ['anniversary', 'anniversary'],
    ['phone_ext', 'phone_ext'],
    ['размер', 'custom размер number'],
    ['Размер', 'custom размер number'],
    ['custom', 'custom колонка'],
    ['ignore', '- asked'],
    ['-', '- asked'],
    ['', '- asked'],
    ...['tax_id', 'Tax ID', 'inn', 'ИНН', 'ssn', 'tin', 'rnokpp', 'РНОКПП'].map((word): [string, string] => [
      word,
      'custom inn',
    ]),
    ['edrpou', 'custom edrpou'],
    ['єдрпоу', 'custom edrpou'],
    ['postcode', 'address main.postal_code'],
    ['zip', 'address main.postal_code'],
    ['Индекс', 'address main.postal_code'],
    ['region', 'address main.region'],
    ['state', 'address main.region'],
    ['street', 'address main.street'],
    ['suburb', 'address main.city'],
    ['home city', 'address home.city'],
    ['country', 'address main.country'],
    ['first_name', 'given_name'],
    ['last_name', 'family_name'],
    ['surname', 'family_name'],
    ['dob', 'birthday'],
    ['mobile', 'phone_mobile'],
    ['мобильный', 'phone_mobile'],
    ['код клиента', 'external_id'],
    ['gender', 'sex'],
  ])('Колонка=%s', (field, expected) => {
    const target = targetNamed(field, CUSTOM, 'Колонка')
    expect(target === null ? null : said({ target })).toBe(expected)
  })

  test('a field of one’s own made by a word is called after the column, and an old one stays as it is', () => {
    expect(targetNamed('tax_id', [], 'soc_sec_id')).toMatchObject({ key: 'inn', label: 'soc_sec_id', given: false })
    const inn: CustomField = { id: 3, key: 'inn', label: 'ИНН', type: 'number', choices: [] }
    expect(targetNamed('inn', [inn], 'soc_sec_id')).toMatchObject({ key: 'inn', label: 'ИНН', type: 'number' })
    const map = (word: string) => new Map([['n', targetNamed(word, [inn], 'n') as Target]])
    expect(planned(['Name', 'n'], [], [inn], map('ssn')).columns[1]?.target).toMatchObject({
      label: 'ИНН',
      type: 'number',
    })
  })

  test.each([
    ['surnme', ['surname']],
    ['phone_wrok', ['phone_work']],
    ['emal', ['email']],
    ['Сорд', ['сорт']],
    ['xyzzy', []],
  ])('%s is near to %j', (typed, nearest) => {
    const own: CustomField = { id: 4, key: 'сорт', label: null, type: 'text', choices: [] }
    expect(nearestTargets(typed, [own])).toEqual(expect.arrayContaining(nearest))
    expect(nearestTargets(typed, [own])[0]).toBe(nearest[0])
  })

  test.each(['shoe-size', 'warmth', 'contacts', 'constructor', '__proto__', 'password', 'passport', 'object class'])(
    'no field %s',
    (field) => {
      expect(targetNamed(field, CUSTOM, 'Колонка')).toBeNull()
    },
  )

  test('what a column fills is known again by its name', () => {
    const headers =
      'ФИО|Имя|Телефон|Рабочий телефон|Факс|E-mail|Личный email|Telegram|Сайт|Город|Адрес|Индекс|День рождения|Комментарий|Теги|Компания|Должность|Источник|Ответственный|Последний контакт|Следующий звонок|Мессенджер|Годовщина|Password'
    for (const { target, header } of planned(headers.split('|')).columns) {
      const name = nameOfTarget(target)
      if (name === null || target.to === 'custom') continue
      const again = targetNamed(name, [], header)
      if (target.to === 'nothing') expect(again).toEqual({ to: 'nothing', why: 'asked' })
      else expect([header, again]).toEqual([header, target])
    }
  })
})

describe('columns and fields that are there already', () => {
  test('a label or a key of a field of one’s own comes before the synonyms', () => {
    expect(fills(['ФИО', 'Размер', 'Сумма, грн'], CUSTOM)).toEqual([
      'name',
      'custom размер number',
      'custom order_amount money UAH',
    ])
  })

  test('a field that an import made sets aside again what its first import set aside', () => {
    const given = (header: string): unknown =>
      planned(['ФИО', header], [], CUSTOM).columns.map(({ target }) => target.to === 'custom' && target.given)[1]
    expect(given('Сумма')).toBe(false)
    expect(given('Бюджет')).toBe(false)
    expect(given('Размер')).toBe(true)
  })

  test('a column named by --map takes the place, and what had it is kept beside', () => {
    const maps = new Map<string, Target>([['Прозвище', { to: 'field', key: 'name' }]])
    expect(planned(['ФИО', 'Прозвище'], [], [], maps).columns.map(said)).toEqual(['custom фио_given', 'name'])
  })

  test.each([
    ['Фамилия', 'Last name', 'custom last_name'],
    ['Последний контакт', 'Last contact', 'custom last_contact'],
    ['Годовщина', 'Anniversary', 'custom anniversary'],
  ])('%s and %s: the second is kept beside the first', (first, second, expected) => {
    expect(fills(['Телефон', first, second])[2]).toMatch(expected)
  })

  test('with --map the user says that it must fit', () => {
    const target = targetNamed('order_amount', CUSTOM, 'Сумма') as Target
    const [, column] = planned(['ФИО', 'Сумма'], [], CUSTOM, new Map([['Сумма', target]])).columns
    expect(column?.target).toMatchObject({ given: true })
  })
})

test('every canonical name of the synonyms has a target', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('full_name', 'phone', '_ignore', 'order_amount', 'no such', '_strip'),
      fc.string(),
      (canonical, header) => {
        expect(targetOf(header, canonical).to).toBeTypeOf('string')
      },
    ),
  )
})
