import { describe, expect, test } from 'vitest'
import type { CustomField } from '../../src/domain/client.js'
import { CARD_COLUMNS } from '../../src/domain/records.js'
import { isOwnHeader, namesSomebody, planColumns } from '../../src/domain/tables/columns.js'
import { canonicalOf } from '../../src/domain/tables/headers.js'
import { targetNamed } from '../../src/domain/tables/target-names.js'
import type { Target } from '../../src/domain/tables/targets.js'

const CUSTOM: CustomField[] = [
  { id: 1, key: 'size', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'colour', label: null, type: 'choice', choices: ['red', 'blue'] },
]

const plan = (headers: readonly string[], maps = new Map<string, Target>(), custom: readonly CustomField[] = []) =>
  planColumns(headers, { maps, custom, sample: [], named: true })

describe('canonicalOf', () => {
  test.each([
    ['Name', 'full_name'],
    ['FULL NAME', 'full_name'],
    ['ФИО', 'full_name'],
    ['Ф.И.О.', 'full_name'],
    ['ПІБ', 'full_name'],
    ['Имя Фамилия', 'full_name'],
    ['Имя', 'first_name'],
    ["Ім'я", 'first_name'],
    ['Ім’я', 'first_name'],
    ['First_Name', 'first_name'],
    ['Фамилия', 'last_name'],
    ['Прізвище', 'last_name'],
    ['Отчество', 'middle_name'],
    ['По батькові', 'middle_name'],
    ['Телефон', 'phone'],
    ['  телефон:  ', 'phone'],
    ['Тел.', 'phone'],
    ['Телефон 3', 'phone'],
    ['Мобильный телефон', 'phone_mobile'],
    ['Мобільний телефон', 'phone_mobile'],
    ['Рабочий телефон', 'phone_work'],
    ['Phone 1 - Value', 'phone'],
    ['Phone 2 - Label', 'phone_label'],
    ['E-mail', 'email'],
    ['E-mail 2 Address', 'email_other'],
    ['E-mail 1 - Value', 'email'],
    ['Почта', 'email'],
    ['Пошта', 'email'],
    ['Компания', 'company'],
    ['Компанія', 'company'],
    ['Organization Name', 'company'],
    ['Должность', 'position'],
    ['Посада', 'position'],
    ['Город', 'city'],
    ['Місто', 'city'],
    ['Business City', 'city'],
    ['Адреса', 'address'],
    ['Дата рождения', 'birthday'],
    ['День народження', 'birthday'],
    ['ДР', 'birthday'],
    ['Birthday', 'birthday'],
    ['Теги', 'tags'],
    ['Мітки', 'tags'],
    ['Group Membership', 'tags'],
    ['Комментарий', 'notes'],
    ['Примітка', 'notes'],
    ['Источник', 'source'],
    ['Ответственный', 'owner'],
    ['Відповідальний', 'owner'],
    ['Телеграм', 'telegram'],
    ['Код клиента', 'external_id'],
    ['Згода', 'consent'],
    ['VIP', 'vip'],
    ['Паспорт', '_sensitive_ignore'],
    ['Пароль', '_sensitive_ignore'],
    ['N п/п', 'row_no'],
    ['№ п/п', 'row_no'],
    ['№', 'row_no'],
    ['№ телефона', 'phone'],
    ['№ клиента', 'external_id'],
    ['Телефон (контакт)', 'phone'],
    ['Person - Name', 'full_name'],
    ['Любимый цвет', null],
    ['', null],
  ])('%s -> %s', (header, canonical) => expect(canonicalOf(header)).toBe(canonical))
})

describe('targetNamed, for --map', () => {
  test.each<[string, Target | null]>([
    ['name', { to: 'field', key: 'name' }],
    [' Name ', { to: 'field', key: 'name' }],
    ['имя', { to: 'field', key: 'name' }],
    ['family_name', { to: 'name-part', key: 'family_name' }],
    ['фамилия', { to: 'name-part', key: 'family_name' }],
    ['patronymic', { to: 'name-part', key: 'patronymic' }],
    ['phone', { to: 'point', kind: 'phone', label: null }],
    ['phone_work', { to: 'point', kind: 'phone', label: 'work' }],
    ['телефон', { to: 'point', kind: 'phone', label: null }],
    ['email', { to: 'point', kind: 'email', label: null }],
    ['пошта', { to: 'point', kind: 'email', label: null }],
    ['telegram', { to: 'point', kind: 'telegram', label: null }],
    ['url', { to: 'point', kind: 'url', label: null }],
    ['website', { to: 'point', kind: 'url', label: null }],
    ['city', { to: 'address', group: 'main', part: 'city' }],
    ['tag', { to: 'field', key: 'tag' }],
    ['tags', { to: 'field', key: 'tag' }],
    ['birthday', { to: 'field', key: 'birthday' }],
    ['anniversary', { to: 'date', occasion: 'anniversary', who: null }],
    ['birth_year', { to: 'birth-part', key: 'year' }],
    ['messenger', { to: 'messenger' }],
    ['size', { to: 'custom', key: 'size', label: 'Размер', type: 'number', choices: [], given: true, currency: null }],
    [
      'Размер',
      { to: 'custom', key: 'size', label: 'Размер', type: 'number', choices: [], given: true, currency: null },
    ],
    [
      'colour',
      {
        to: 'custom',
        key: 'colour',
        label: 'colour',
        type: 'choice',
        choices: ['red', 'blue'],
        given: true,
        currency: null,
      },
    ],
    ['-', { to: 'nothing', why: 'asked' }],
    ['ignore', { to: 'nothing', why: 'asked' }],
    ['', { to: 'nothing', why: 'asked' }],
    ['nope', null],
    ['archived', null],
    ['contacts', null],
    ['id', null],
  ])('%s', (name, target) => expect(targetNamed(name, CUSTOM, 'Column')).toEqual(target))
})

describe('planColumns', () => {
  const targets = (headers: string[], maps = new Map<string, Target>()) =>
    plan(headers, maps, CUSTOM).columns.map(({ target }) => target)

  test('reads headers in three languages', () => {
    expect(targets(['ФИО', 'Телефон', "Ім'я", 'City', ''])).toEqual([
      { to: 'field', key: 'name' },
      { to: 'point', kind: 'phone', label: null },
      { to: 'name-part', key: 'given_name' },
      { to: 'address', group: 'main', part: 'city' },
      { to: 'custom', key: 'column_e', label: 'E', type: 'text', choices: [], given: false, currency: null },
    ])
  })

  test('what nobody knows becomes a custom field, what is known as one keeps its type', () => {
    expect(targets(['Любимый цвет', 'Размер', 'size', 'colour'])).toEqual([
      {
        to: 'custom',
        key: 'любимый_цвет',
        label: 'Любимый цвет',
        type: 'text',
        choices: [],
        given: false,
        currency: null,
      },
      { to: 'custom', key: 'size', label: 'Размер', type: 'number', choices: [], given: true, currency: null },
      { to: 'custom', key: 'size_2', label: 'Размер 2', type: 'number', choices: [], given: true, currency: null },
      {
        to: 'custom',
        key: 'colour',
        label: 'colour',
        type: 'choice',
        choices: ['red', 'blue'],
        given: true,
        currency: null,
      },
    ])
  })

  test('a second column of one field stands beside it, those of many values are joined', () => {
    expect(targets(['Город', 'City', 'Теги', 'Tags', 'Заметка', 'Note', 'Phone', 'Телефон'])).toEqual([
      { to: 'address', group: 'main', part: 'city' },
      { to: 'custom', key: 'city_given', label: 'City', type: 'text', choices: [], given: false, currency: null },
      { to: 'field', key: 'tag' },
      { to: 'field', key: 'tag' },
      { to: 'field', key: 'note' },
      { to: 'field', key: 'note' },
      { to: 'point', kind: 'phone', label: null },
      { to: 'point', kind: 'phone', label: null },
    ])
  })

  test('--map wins over synonyms', () => {
    const maps = new Map<string, Target>([
      ['Телефон', { to: 'nothing', why: 'asked' }],
      ['Цвет', { to: 'field', key: 'note' }],
    ])
    expect(targets(['Телефон', ' Цвет ', 'ФИО'], maps)).toEqual([
      { to: 'nothing', why: 'asked' },
      { to: 'field', key: 'note' },
      { to: 'field', key: 'name' },
    ])
  })

  test('private and technical columns are left out', () => {
    expect(targets(['Паспорт', 'N п/п', 'Modified', 'Photo'])).toEqual([
      { to: 'nothing', why: 'sensitive' },
      { to: 'nothing', why: 'technical' },
      { to: 'nothing', why: 'technical' },
      { to: 'nothing', why: 'technical' },
    ])
  })

  test('line and reason of a file of rejects are left out at the end only', () => {
    expect(targets(['ФИО', 'line', 'reason']).slice(1)).toEqual([
      { to: 'nothing', why: 'technical' },
      { to: 'nothing', why: 'technical' },
    ])
    expect(targets(['reason', 'line', 'ФИО'])[0]).toMatchObject({ to: 'custom', key: 'reason' })
  })

  test("this program's own columns are known only in its own file", () => {
    expect(isOwnHeader(CARD_COLUMNS)).toBe(true)
    expect(isOwnHeader(['id', 'name', 'phones'])).toBe(false)
    const planned = plan([...CARD_COLUMNS, 'custom.size:number', 'custom.a:choice(x|y)', 'custom.b'])
    expect(planned.own).toBe(true)
    const target = (header: string) => planned.columns.find((column) => column.header === header)?.target
    expect(target('id')).toEqual({ to: 'own', key: 'id' })
    expect(target('phones')).toEqual({ to: 'own', key: 'phones' })
    expect(target('tags')).toEqual({ to: 'own', key: 'tags' })
    expect(target('verified_at')).toEqual({ to: 'field', key: 'verified' })
    expect(target('patronymic')).toEqual({ to: 'name-part', key: 'patronymic' })
    expect(target('custom.size:number')).toEqual({
      to: 'custom',
      key: 'size',
      label: 'size',
      type: 'number',
      choices: [],
      given: true,
      currency: null,
    })
    expect(target('custom.a:choice(x|y)')).toEqual({
      to: 'custom',
      key: 'a',
      label: 'a',
      type: 'choice',
      choices: ['x', 'y'],
      given: true,
      currency: null,
    })
    expect(target('custom.b')).toMatchObject({ to: 'custom', key: 'b', type: 'text' })
    expect(plan(['created_at', 'ФИО']).columns[0]?.target).toMatchObject({
      to: 'custom',
      key: 'registered',
      type: 'date',
    })
  })

  test('own columns fill fields, not custom ones', () => {
    const columns = CARD_COLUMNS.filter((header) => header !== 'contacts' && header !== 'last_contact_at')
    const planned = plan(columns)
    expect(planned.own).toBe(true)
    expect(planned.columns.filter(({ target }) => target.to === 'custom' || target.to === 'nothing')).toEqual([])
  })

  test('computed own columns are left out', () => {
    const { columns } = plan(CARD_COLUMNS)
    expect(columns.filter(({ target }) => target.to === 'custom').map(({ header }) => header)).toEqual([])
  })

  test.each([
    [['ФИО'], true],
    [['Имя'], true],
    [['Телефон'], true],
    [['Компания'], true],
    [['Город', 'Теги'], false],
    [[''], false],
    [['Любимый цвет'], false],
  ])('%j names somebody: %s', (headers, answer) => {
    expect(namesSomebody(plan(headers))).toBe(answer)
  })
})
