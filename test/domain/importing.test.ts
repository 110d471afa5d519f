import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAnniversary } from '../../src/domain/anniversary.js'
import type { ClientCard, CustomField } from '../../src/domain/client.js'
import { additionsTo, addsNothing, extendDraft, nothingAdded } from '../../src/domain/completing.js'
import { typedValue } from '../../src/domain/custom.js'
import type { Draft, RowProblem } from '../../src/domain/draft.js'
import { isSameByName, knownFrom } from '../../src/domain/known.js'
import { joinItems, joinLabel, splitItems } from '../../src/domain/own-csv.js'
import { toE164 } from '../../src/domain/phone.js'
import { splitLabel } from '../../src/domain/points.js'
import { readRow } from '../../src/domain/reading/reading.js'
import type { ReadContext } from '../../src/domain/reading/row.js'
import { CARD_COLUMNS, cardCells, draftFromRecord } from '../../src/domain/records.js'
import { planColumns } from '../../src/domain/tables/columns.js'
import { targetNamed } from '../../src/domain/tables/target-names.js'
import type { Target } from '../../src/domain/tables/targets.js'
import { cleanLine, cleanText } from '../../src/domain/text.js'
import { clientCard } from './client-card.js'

const CONTEXT: ReadContext = {
  today: '2026-11-22',
  now: '2026-11-22T07:30:00Z',
  instantOf: (date, time) => `${date}T${time}:00Z`,
  readPhone: (typed) => toE164(typed, 'RU'),
  source: null,
  tags: [],
  system: null,
}
const CUSTOM: CustomField[] = [
  { id: 1, key: 'size', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'colour', label: null, type: 'choice', choices: ['red', 'Синий'] },
  { id: 3, key: 'expires', label: null, type: 'date', choices: [] },
  { id: 4, key: 'newsletter', label: null, type: 'yes-no', choices: [] },
]

const plan = (headers: readonly string[], maps = new Map<string, Target>(), custom: readonly CustomField[] = []) =>
  planColumns(headers, { maps, custom, sample: [], named: true })

/** Reads one row under some headers. */
function read(row: Record<string, string>, context = CONTEXT, maps: Record<string, string> = {}): Draft | RowProblem {
  const headers = Object.keys(row)
  const targets = new Map<string, Target>()
  for (const [header, field] of Object.entries(maps)) {
    const target = targetNamed(field, CUSTOM, header)
    if (target) targets.set(header, target)
  }
  return readRow(Object.values(row), 2, plan(headers, targets, CUSTOM).columns, context)
}

function draft(row: Record<string, string>, context = CONTEXT, maps: Record<string, string> = {}): Draft {
  const result = read(row, context, maps)
  if ('code' in result) throw new Error(JSON.stringify(result))
  return result
}

const pointsOf = (each: Draft) => each.points.map(({ kind, label, value }) => `${kind}/${label ?? ''}/${value}`)
const datesOf = (each: Draft) =>
  each.dates.map(({ occasion, who, anniversary }) => `${occasion}/${who ?? ''}/${formatAnniversary(anniversary)}`)

describe('who the row is', () => {
  test.each<[Record<string, string>, Partial<Draft>]>([
    [{ ФИО: 'Иванов Пётр Сергеевич' }, { kind: 'person', name: 'Иванов Пётр Сергеевич' }],
    [{ Name: 'John Smith' }, { kind: 'person', name: 'John Smith' }],
    [{ ПІБ: 'Шевченко Тарас' }, { kind: 'person', name: 'Шевченко Тарас' }],
    [
      { Фамилия: 'Иванов', Имя: 'Пётр', Отчество: 'Сергеевич' },
      { kind: 'person', name: 'Иванов Пётр Сергеевич' },
    ],
    [{ Прізвище: 'Шевченко', "Ім'я": 'Тарас' }, { name: 'Шевченко Тарас' }],
    [{ 'First name': 'John', 'Last name': 'Smith' }, { name: 'John Smith' }],
    [{ ФИО: 'ООО «Ромашка»' }, { kind: 'company', name: 'ООО «Ромашка»' }],
    [
      { ФИО: 'Ромашка', Тип: 'компания' },
      { kind: 'company', name: 'Ромашка' },
    ],
    [
      { ФИО: 'Ромашка', Тип: 'юр. лицо' },
      { kind: 'company', name: 'Ромашка' },
    ],
    [{ ФИО: 'ООО «Ромашка»', Тип: 'физлицо' }, { kind: 'person' }],
    [{ Компания: 'Ромашка' }, { kind: 'company', name: 'Ромашка', companies: [] }],
    [
      { ФИО: 'Ёлкина Анна', Компания: 'Ромашка' },
      { kind: 'person', name: 'Ёлкина Анна', companies: [{ name: 'Ромашка', role: null }] },
    ],
    [
      { ФИО: 'ООО «Ромашка»', Компания: 'Ромашка' },
      { kind: 'company', companies: [] },
    ],
    [{ ФИО: '  Ёлкина \n Анна ' }, { name: 'Ёлкина Анна' }],
    [{ ФИО: 'Йосипенко Іван'.normalize('NFD') }, { name: 'Йосипенко Іван' }],
    [{ ФИО: 'Анна\u0000\u0007 Ким' }, { name: 'Анна Ким' }],
  ])('%j', (row, expected) => expect(draft(row)).toMatchObject(expected))

  test('the parts of a name are told apart', () => {
    expect(draft({ ФИО: 'Иванов Пётр Сергеевич' }).values).toMatchObject({
      family_name: 'Иванов',
      given_name: 'Пётр',
      patronymic: 'Сергеевич',
    })
  })
})

describe('what the cells fill', () => {
  test('values', () => {
    const each = draft({
      ФИО: 'Ёлкина Анна',
      Должность: 'директор',
      Город: ' Нова  Каховка ',
      Адрес: 'ул. Ленина, 1',
      'Адрес доставки': 'кв. 2',
      Источник: 'сайт',
      Ответственный: 'Ольга',
      Комментарий: 'первая\nвторая',
      Примечание: 'третья',
      'Часовой пояс': 'Europe/Kyiv',
      Согласие: 'да',
      'Код клиента': 'A-17',
      Рекомендатель: 'Ким Анна',
    })
    expect(each.values).toMatchObject({
      position: 'директор',
      city: 'Нова Каховка',
      address: 'ул. Ленина, 1, кв. 2',
      source: 'сайт',
      owner: 'Ольга',
      note: 'первая\nвторая\nтретья',
      zone: 'Europe/Kyiv',
      consent: 'yes',
      external_id: 'A-17',
      external_system: null,
    })
    expect(each.referredBy).toBe('Ким Анна')
    expect(each.line).toBe(2)
  })

  test.each<[Record<string, string>, string[]]>([
    [{ Телефон: '8 (916) 123-45-67' }, ['phone//+79161234567']],
    [{ Телефон: '89161234567; 89031234567' }, ['phone//+79161234567', 'phone//+79031234567']],
    [{ Телефон: '89161234567, +380671234567' }, ['phone//+79161234567', 'phone//+380671234567']],
    [{ Телефон: '89161234567 / 89031234567' }, ['phone//+79161234567', 'phone//+79031234567']],
    [{ Телефон: '89161234567\n89031234567' }, ['phone//+79161234567', 'phone//+79031234567']],
    [{ Телефон: '89161234567 ::: 89031234567' }, ['phone//+79161234567', 'phone//+79031234567']],
    [{ Телефон: '89161234567', 'Мобильный телефон': '+7 916 123 45 67' }, ['phone//+79161234567']],
    [{ 'Рабочий телефон': '84951234567' }, ['phone/work/+74951234567']],
    [
      { 'Phone 1 - Label': 'Дача', 'Phone 1 - Value': '84951234567', 'Phone 3 - Value': '89161234567' },
      ['phone/Дача/+74951234567', 'phone//+79161234567'],
    ],
    [{ 'Phone 1 - Label': '* Work', 'Phone 1 - Value': '84951234567' }, ['phone/Work/+74951234567']],
    [{ 'E-mail': 'Anna <A@B.c>' }, ['email//a@b.c']],
    [{ Почта: 'a@b.c, d@e.f; g@h.i' }, ['email//a@b.c', 'email//d@e.f', 'email//g@h.i']],
    [{ Telegram: '@Anna' }, ['telegram//anna']],
    [{ Сайт: 'example.com; https://example.org' }, ['url//example.com', 'url//https://example.org']],
    [{ Мессенджер: 'https://t.me/anna' }, ['telegram//anna']],
    [{ Мессенджер: '@anna' }, ['telegram//anna']],
    [{ Мессенджер: 'vk.com/anna' }, ['vk//anna']],
    [{ Телефон: '' }, []],
  ])('%j', (row, points) => {
    expect(pointsOf(draft({ ФИО: 'Ёлкина Анна', ...row }))).toEqual(points)
  })

  test('a messenger that nobody knows is kept beside', () => {
    expect(draft({ ФИО: 'Ёлкина Анна', Мессенджер: 'аська 123' }).custom).toEqual([
      { key: 'messenger', value: 'аська 123' },
    ])
  })

  test.each<[Record<string, string>, string[]]>([
    [{ 'Дата рождения': '12.03.1980' }, ['birthday//1980-03-12']],
    [{ ДР: '12.03' }, ['birthday//--03-12']],
    [{ Birthday: '--03-12' }, ['birthday//--03-12']],
    [{ 'Birth day': '12', 'Birth month': '3', 'Birth year': '1980' }, ['birthday//1980-03-12']],
    [{ 'Birth day': '12', 'Birth month': '3', 'Birth year': '' }, ['birthday//--03-12']],
    [{ 'Birth day': '12', 'Birth month': '3', 'Birth year': '80' }, ['birthday//1980-03-12']],
    [{ 'Birth day': '12', 'Birth month': '' }, []],
    [{ ДР: '12.03.1980', 'Birth day': '1', 'Birth month': '1' }, ['birthday//1980-03-12']],
    [{ Годовщина: '01.06.2010' }, ['anniversary//2010-06-01']],
  ])('%j', (row, dates) => expect(datesOf(draft({ ФИО: 'Ёлкина Анна', ...row }))).toEqual(dates))

  test.each<[Record<string, string>, Partial<Draft>]>([
    [{ Теги: 'a, b; #c\n* d' }, { tags: ['a', 'b', 'c', 'd'] }],
    [{ Теги: 'a ::: b' }, { tags: ['a', 'b'] }],
    [{ Теги: ' , ;' }, { tags: [] }],
    [{ Статус: 'Клиент' }, { status: 'client' }],
    [{ Статус: 'лід' }, { status: 'lead' }],
    [{ Статус: 'бывший' }, { status: 'former' }],
    [{ Статус: 'думает' }, { status: null, custom: [{ key: 'status_text', value: 'думает' }] }],
    [{ VIP: 'да' }, { vip: true }],
    [{ VIP: 'VIP' }, { vip: true }],
    [{ VIP: 'нет' }, { vip: false }],
    [{ VIP: '' }, { vip: null }],
    [{ Размер: '1 234,5' }, { custom: [{ key: 'size', value: '1234.5' }] }],
    [{ colour: 'синий' }, { custom: [{ key: 'colour', value: 'Синий' }] }],
    [{ expires: '1.2.2026' }, { custom: [{ key: 'expires', value: '2026-02-01' }] }],
    [{ newsletter: 'так' }, { custom: [{ key: 'newsletter', value: 'yes' }] }],
    [{ 'Любимый цвет': ' синий ' }, { custom: [{ key: 'любимый_цвет', value: 'синий' }] }],
    [{ Паспорт: '1234 567890' }, { custom: [] }],
  ])('%j', (row, expected) => expect(draft({ ФИО: 'Ёлкина Анна', ...row })).toMatchObject(expected))

  test('marks of the whole import', () => {
    const context = { ...CONTEXT, source: 'выставка', tags: ['новые'], system: 'bitrix' }
    const each = draft({ ФИО: 'Ёлкина Анна', Теги: 'a', 'Код клиента': '7' }, context)
    expect(each.tags).toEqual(['a', 'новые'])
    expect(each.values).toMatchObject({ source: 'выставка', external_id: '7', external_system: 'bitrix' })
    expect(draft({ ФИО: 'Ёлкина Анна', Источник: 'сайт' }, context).values).toMatchObject({
      source: 'сайт',
      external_system: null,
    })
  })

  test('--map', () => {
    const each = draft({ A: 'Ёлкина Анна', B: '89161234567', C: 'x' }, CONTEXT, { A: 'name', B: 'phone_work', C: '-' })
    expect(each.name).toBe('Ёлкина Анна')
    expect(pointsOf(each)).toEqual(['phone/work/+79161234567'])
    expect(each.custom).toEqual([])
  })

  test('short rows and empty further cells are no problem', () => {
    const { columns } = plan(['ФИО', 'Телефон'])
    expect(readRow(['Ёлкина Анна'], 3, columns, CONTEXT)).toMatchObject({ name: 'Ёлкина Анна', line: 3, points: [] })
    expect(readRow(['Ёлкина Анна', '', '', ' '], 3, columns, CONTEXT)).toMatchObject({ name: 'Ёлкина Анна' })
  })
})

describe('every problem of a row', () => {
  test.each<[Record<string, string>, RowProblem]>([
    [{ ФИО: ' ', Город: 'Тверь' }, { code: 'no-name' }],
    [{ ФИО: ' ', Телефон: ' ' }, { code: 'no-name' }],
    [
      { ФИО: 'А', Телефон: 'завтра' },
      { code: 'bad-phone', value: 'завтра', column: 'Телефон' },
    ],
    [
      { ФИО: 'А', Телефон: '89161234567; 12345678901234567890' },
      { code: 'bad-phone', value: '12345678901234567890', column: 'Телефон' },
    ],
    [
      { ФИО: 'А', Телефон: '7.91612E+10' },
      { code: 'lost-digits', value: '7.91612E+10', column: 'Телефон' },
    ],
    [
      { ФИО: 'А', Телефон: '7,91612E+10' },
      { code: 'lost-digits', value: '7,91612E+10', column: 'Телефон' },
    ],
    [
      { ФИО: 'А', Почта: 'a@b' },
      { code: 'bad-email', value: 'a@b', column: 'Почта' },
    ],
    [
      { ФИО: 'А', Telegram: 'два слова' },
      { code: 'bad-handle', value: 'два слова', column: 'Telegram' },
    ],
    [
      { ФИО: 'А', ДР: 'весной' },
      { code: 'bad-date', value: 'весной', column: 'ДР' },
    ],
    [
      { ФИО: 'А', ДР: '31.02.1980' },
      { code: 'impossible-date', value: '31.02.1980', column: 'ДР' },
    ],
    [
      { ФИО: 'А', ДР: '01.01.2030' },
      { code: 'future-date', value: '01.01.2030', column: 'ДР' },
    ],
    [
      { ФИО: 'А', ДР: '05/04/1980' },
      { code: 'ambiguous-date', value: '05/04/1980', column: 'ДР' },
    ],
    [
      { ФИО: 'А', Годовщина: '31.04' },
      { code: 'impossible-date', value: '31.04', column: 'Годовщина' },
    ],
    [
      { ФИО: 'А', 'Birth day': '31', 'Birth month': '2' },
      { code: 'impossible-date', value: '31.2', column: 'birth day' },
    ],
    [
      { ФИО: 'А', 'Birth day': '12', 'Birth month': '3', 'Birth year': '2090' },
      { code: 'future-date', value: '12.3.2090', column: 'birth day' },
    ],
    [
      { ФИО: 'А', VIP: 'может быть' },
      { code: 'bad-value', value: 'может быть', column: 'VIP', expected: 'yes-no' },
    ],
    [
      { ФИО: 'А', Согласие: 'может быть' },
      { code: 'bad-value', value: 'может быть', column: 'Согласие', expected: 'yes-no' },
    ],
    [
      { ФИО: 'А', Размер: 'большой' },
      { code: 'bad-value', value: 'большой', column: 'Размер', expected: 'number' },
    ],
    [
      { ФИО: 'А', colour: 'green' },
      { code: 'bad-value', value: 'green', column: 'colour', expected: 'choice' },
    ],
    [
      { ФИО: 'А', expires: '31.02.2026' },
      { code: 'bad-value', value: '31.02.2026', column: 'expires', expected: 'date' },
    ],
    [
      { ФИО: 'А', newsletter: '?' },
      { code: 'bad-value', value: '?', column: 'newsletter', expected: 'yes-no' },
    ],
  ])('%j', (row, problem) => expect(read(row)).toEqual(problem))

  test('cells behind the last column are kept in the note and said', () => {
    const { columns } = plan(['ФИО', 'Город'])
    expect(readRow(['Анна', 'Київ', 'x', '', 'y'], 2, columns, CONTEXT)).toMatchObject({
      values: { note: 'x; y' },
      remarks: [{ code: 'extra-cells', count: 2 }],
    })
  })

  test('phones behind a last column of phones are phones', () => {
    const { columns } = plan(['ФИО', 'Телефон'])
    expect(readRow(['Анна', '79160000001', '79160000002'], 2, columns, CONTEXT)).toMatchObject({
      points: [{ value: '+79160000001' }, { value: '+79160000002' }],
      values: { note: null },
      remarks: [],
    })
  })

  test.each([null, 5, 'x', [], undefined])('a record that is %j', (record) => {
    expect(draftFromRecord(record, 1, CONTEXT)).toEqual({ code: 'bad-record' })
  })

  test.each<[unknown, string]>([
    [{}, 'no-name'],
    [{ name: ' ' }, 'no-name'],
    [{ name: 5 }, 'no-name'],
    [{ name: 'А', phones: [{ value: 'нет' }] }, 'bad-phone'],
    [{ name: 'А', emails: [{ value: 'a@b' }] }, 'bad-email'],
    [{ name: 'А', handles: [{ kind: 'icq', value: '1' }] }, 'bad-handle'],
    [{ name: 'А', dates: [{ occasion: 'birthday', date: '1980-02-31' }] }, 'bad-date'],
    [{ name: 'А', birthday: 'весной' }, 'bad-date'],
  ])('record %j: %s', (record, code) => expect(draftFromRecord(record, 1, CONTEXT)).toMatchObject({ code }))

  test('random cells are read or rejected, never thrown', () => {
    const headers = [
      'ФИО',
      'Телефон',
      'Почта',
      'ДР',
      'VIP',
      'Теги',
      'Мессенджер',
      'Размер',
      'Сайт',
      'Birth day',
      'Birth month',
      'Имя',
    ]
    const { columns } = plan(headers, new Map(), CUSTOM)
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: headers.length + 2 }), (cells) => {
        const result = readRow(cells, 2, columns, CONTEXT)
        if ('code' in result) expect(result.code).not.toBe('')
        else expect(result.name).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  test("the base's own field keeps its type though its name is among the synonyms", () => {
    const own: CustomField[] = [{ id: 1, key: 'discount', label: 'Скидка', type: 'number', choices: [] }]
    for (const header of ['discount', 'Скидка']) {
      const { columns } = plan(['ФИО', header], new Map(), own)
      expect(readRow(['А', 'большая'], 2, columns, CONTEXT)).toMatchObject({ code: 'bad-value', expected: 'number' })
    }
  })

  test.each(['123-45-67 / 765-43-21', '2-34-56 / 2-34-57'])('%s are two numbers', (text) =>
    expect(draft({ ФИО: 'А', Телефон: text }).points).toHaveLength(2),
  )
})

describe('lists in one cell', () => {
  test.each([
    [['a'], 'a'],
    [['a', 'b'], 'a; b'],
    [['a;b', 'c|d', 'e\\f'], 'a\\;b; c\\|d; e\\\\f'],
    [['a', ' b'], 'a;  b'],
    [['', ''], '; '],
    [['\\'], '\\\\'],
    [['a; b'], 'a\\; b'],
  ])('%j is %s', (items, cell) => {
    expect(joinItems(items)).toBe(cell)
    expect(splitItems(cell)).toEqual(items)
  })

  test('splitItems takes back what joinItems wrote', () => {
    const item = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', ';', '|', '\\', ' ', 'б', '"') }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        expect(splitItems(joinItems(items))).toEqual(items)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['work', '+79161234567', 'work:+79161234567'],
    [null, '+79161234567', '+79161234567'],
    [null, 'https://example.com', ':https://example.com'],
    [null, 'live:anna', ':live:anna'],
    [null, ':x', '::x'],
    ['a:b', 'x', 'a b:x'],
  ])('%s and %s are %s', (label, value, item) => expect(joinLabel(label, value)).toBe(item))

  test('a plain label comes back', () => {
    const label = fc
      .string({ unit: fc.constantFrom(...'abcабвїє12 _-'), maxLength: 29 })
      .map((text) => `w${text}`.trim())
    fc.assert(
      fc.property(label, fc.constantFrom('+79161234567', 'a@b.c', '123'), (each, value) => {
        expect(splitLabel(joinLabel(each, value))).toEqual({ label: each, typed: value })
      }),
    )
  })
})

describe("this program's own CSV", () => {
  const CARD: ClientCard = clientCard({
    id: 7,
    kind: 'person',
    name: 'Ёлкина Анна Петровна',
    family_name: 'Ёлкина',
    given_name: 'Анна',
    patronymic: 'Петровна',
    company: 'ООО «Ромашка»',
    position: 'директор; владелец',
    role: 'decision',
    status: 'client',
    phones: [
      { value: '+79161234567', label: 'work', typed: '8 (916) 123-45-67; доб. 1' },
      { value: '12345', label: null, typed: '1-23-45' },
    ],
    emails: [{ value: 'anna@example.com', label: 'личная' }],
    handles: [
      { kind: 'telegram', value: 'anna', label: null },
      { kind: 'url', value: 'https://example.com/a;b|c', label: null },
    ],
    city: 'Київ',
    address: 'вул. Сумська, 1',
    birthday: '--02-29',
    source: 'сайт',
    tags: ['a', 'б в'],
    owner: 'Ольга',
    vip: true,
    channel: 'telegram',
    hours: '09:00-17:30',
    no_call: '13:00-14:00',
    zone: 'Europe/Kyiv',
    sex: 'male',
    language: 'uk',
    closeness: 'formal',
    country: 'UA',
    note: 'первая\nвторая "строка"',
    referred_by: 3,
    consent: 'yes',
    consent_origin: 'анкета; "Ґ", 2020-01-01',
    consent_at: '2026-01-02',
    consents: [
      { channel: 'email', answer: 'no', origin: 'сказала: «не (надо)»; | \\', at: '2026-02-03' },
      { channel: 'call', answer: 'yes', origin: null, at: '2026-02-03' },
    ],
    verified_at: '2026-01-02',
    external_id: 'A-17',
    external_system: 'bitrix',
    custom: {},
    archived_at: '2026-02-03T04:05:06Z',
    created_at: '2025-02-03T04:05:06Z',
    updated_at: '2026-02-03T04:05:06Z',
    dates: [
      { id: 1, client_id: 7, occasion: 'birthday', who: null, date: '--02-29', remind_days: 3, gift: null },
      {
        id: 2,
        client_id: 7,
        occasion: 'birthday',
        who: 'жена; Анна',
        date: '1981-05-06',
        remind_days: 14,
        gift: 'кольцо; "Ґ"',
      },
    ],
    history: [],
    promises: [],
    relations: [
      { client_id: 8, name: 'ООО «Ромашка»', kind: 'company', role: 'decision', relation: 'company' },
      { client_id: 9, name: 'Астра; "и Ко"', kind: 'company', role: null, relation: 'company' },
      { client_id: 3, name: 'Жуков; "И"', kind: 'person', role: null, relation: 'referred_by' },
    ],
    purchases: [],
    expenses: [],
    care: null,
  })

  const back = (card: ClientCard): Draft => {
    const result = readRow(cardCells(card), 2, plan(CARD_COLUMNS).columns, CONTEXT)
    if ('code' in result) throw new Error(JSON.stringify(result))
    return result
  }

  test('comes back whole', () => {
    const each = back(CARD)
    expect(each).toMatchObject({
      kind: 'person',
      name: CARD.name,
      status: 'client',
      vip: true,
      tags: ['a', 'б в'],
      referredBy: 'Жуков; "И"',
      own: {
        referrer: 3,
        id: 7,
        created_at: CARD.created_at,
        updated_at: CARD.updated_at,
        archived_at: CARD.archived_at,
      },
      companies: [
        { name: 'ООО «Ромашка»', role: 'decision' },
        { name: 'Астра; "и Ко"', role: null },
      ],
    })
    expect(each.points).toEqual([
      { kind: 'phone', label: 'work', typed: '8 (916) 123-45-67; доб. 1', value: '+79161234567' },
      { kind: 'phone', label: null, typed: '1-23-45', value: '12345' },
      { kind: 'email', label: 'личная', typed: 'anna@example.com', value: 'anna@example.com' },
      { kind: 'telegram', label: null, typed: 'anna', value: 'anna' },
      { kind: 'url', label: null, typed: 'https://example.com/a;b|c', value: 'https://example.com/a;b|c' },
    ])
    expect(datesOf(each).toSorted()).toEqual(['birthday//--02-29', 'birthday/жена; Анна/1981-05-06'])
    expect(each.dates.find(({ who }) => who !== null)?.remind_days).toBe(14)
    expect(each.dates.find(({ who }) => who !== null)?.gift).toBe('кольцо; "Ґ"')
    expect(each.consents).toEqual(CARD.consents)
    expect(each.values).toEqual({
      family_name: CARD.family_name,
      given_name: CARD.given_name,
      patronymic: CARD.patronymic,
      position: CARD.position,
      city: CARD.city,
      address: CARD.address,
      source: CARD.source,
      owner: CARD.owner,
      channel: CARD.channel,
      hours: CARD.hours,
      no_call: CARD.no_call,
      zone: CARD.zone,
      sex: CARD.sex,
      language: CARD.language,
      closeness: CARD.closeness,
      country: CARD.country,
      note: CARD.note,
      consent: CARD.consent,
      consent_origin: CARD.consent_origin,
      consent_at: CARD.consent_at,
      verified_at: CARD.verified_at,
      external_id: CARD.external_id,
      external_system: CARD.external_system,
    })
  })

  test('JSON comes back whole', () => {
    const each = draftFromRecord(JSON.parse(JSON.stringify(CARD)), 1, CONTEXT)
    if ('code' in each) throw new Error(each.code)
    const { points: _p, dates, custom: _c, ...rest } = each
    const { points: _q, dates: _d, custom: _e, ...other } = back(CARD)
    expect({ ...rest, line: 2 }).toEqual(other)
    expect(dates.map(({ remind_days }) => remind_days)).toEqual([3, 14])
  })

  test.each(['моб.', 'раб. (до 18)', '2nd', 'личная/рабочая', 'a'.repeat(32)])('the label %s comes back', (label) => {
    const each = back({ ...CARD, phones: [], emails: [{ value: 'anna@example.com', label }] })
    expect(each.points.filter(({ kind }) => kind === 'email')).toEqual([
      { kind: 'email', label, typed: 'anna@example.com', value: 'anna@example.com' },
    ])
  })

  test('the reminder of the birthday comes back', () => {
    expect(back(CARD).dates.find(({ who }) => who === null)?.remind_days).toBe(3)
  })

  test.each(['красный, синий', 'a;b'])('the tag «%s» comes back', (tag) =>
    expect(back({ ...CARD, tags: [tag] }).tags).toEqual([tag]),
  )
})

describe('additionsTo', () => {
  const FULL = {
    ФИО: 'Ёлкина Анна',
    Город: 'Київ',
    Телефон: '89161234567',
    Теги: 'vip',
    ДР: '12.03',
    Компания: 'Ромашка',
    colour: 'red',
    Статус: 'лид',
  }
  const known = (row: Record<string, string> = FULL) => knownFrom(1, draft(row), '2026-01-01T00:00:00Z')
  const NOTHING = nothingAdded()

  test.each(['fill', 'update'] as const)('the same row adds nothing, by %s', (mode) => {
    const additions = additionsTo(known(), draft(FULL), mode)
    expect(additions).toEqual(NOTHING)
    expect(addsNothing(additions)).toBe(true)
  })

  test.each(['fill', 'update'] as const)('other spellings of the same add nothing, by %s', (mode) => {
    const row = { ФИО: 'Ёлкина Анна', Телефон: '+7 916 123-45-67', Теги: '#VIP', Компания: 'ООО «Ромашка»' }
    expect(addsNothing(additionsTo(known(), draft(row), mode))).toBe(true)
  })

  test.each(['fill', 'update'] as const)('what is empty is filled, by %s', (mode) => {
    const row = {
      ...FULL,
      Должность: 'директор',
      Телефон: '89031234567',
      Теги: 'новый',
      Годовщина: '01.06',
      Компания: 'Астра',
      Размер: '5',
      VIP: 'да',
    }
    const additions = additionsTo(known(), draft(row), mode)
    expect(additions).toMatchObject({
      values: { position: 'директор' },
      vip: true,
      points: [{ value: '+79031234567' }],
      tags: ['новый'],
      dates: [{ occasion: 'anniversary' }],
      companies: [{ name: 'Астра' }],
      custom: [{ key: 'size', value: '5' }],
      kept: 0,
    })
    expect(addsNothing(additions)).toBe(false)
  })

  test('what differs stays, by fill, and is counted', () => {
    const row = { ...FULL, Город: 'Львів', ДР: '13.04.1980', colour: 'синий', Статус: 'клиент' }
    expect(additionsTo(known(), draft(row), 'fill')).toEqual({
      ...NOTHING,
      kept: 3,
      differing: [
        { column: 'city', value: 'Львів', base: 'Київ' },
        { column: 'birthday', value: '1980-04-13', base: '--03-12' },
        { column: 'colour', value: 'Синий', base: 'red' },
      ],
    })
  })

  test('what differs is taken from the file, by update', () => {
    const row = { ...FULL, Город: 'Львів', ДР: '13.04.1980', colour: 'синий', Статус: 'клиент' }
    expect(additionsTo(known(), draft(row), 'update')).toMatchObject({
      values: { city: 'Львів' },
      status: 'client',
      custom: [{ key: 'colour', value: 'Синий' }],
      dates: [{ occasion: 'birthday', anniversary: { year: 1980, month: 4, day: 13 } }],
      kept: 0,
    })
  })

  test('a birthday without a year gains it, and one with a year does not lose it', () => {
    expect(additionsTo(known(), draft({ ...FULL, ДР: '12.03.1980' }), 'fill')).toMatchObject({
      dates: [{ anniversary: { year: 1980 } }],
      kept: 0,
    })
    expect(additionsTo(known({ ...FULL, ДР: '12.03.1980' }), draft(FULL), 'fill').dates).toEqual([])
  })

  test.each([
    ['fill', 'нет', 'да', undefined],
    ['update', 'нет', 'да', undefined],
    // A refusal is the client's will, and not one of two values of which one might be better.
    ['fill', 'да', 'нет', 'no'],
    ['update', 'да', 'нет', 'no'],
    ['fill', '', 'да', 'yes'],
    ['update', '', 'да', 'yes'],
    ['fill', '', 'нет', 'no'],
    ['update', 'нет', '', undefined],
  ] as const)('consent, by %s: %s in the base, %s in the file', (mode, before, after, expected) => {
    const additions = additionsTo(known({ ...FULL, Согласие: before }), draft({ ...FULL, Согласие: after }), mode)
    expect(additions.values.consent).toBe(expected)
  })

  test('a refusal that stays is told, and not as a value that the file might win', () => {
    const additions = additionsTo(known({ ...FULL, Согласие: 'нет' }), draft({ ...FULL, Согласие: 'да' }), 'update')
    expect(additions).toMatchObject({ kept: 0, remarks: [{ code: 'refusal-kept', channel: null }] })
  })

  test.each(['fill', 'update'] as const)('an outside id is never replaced, by %s', (mode) => {
    const bitrix = { ...CONTEXT, system: 'bitrix' }
    const base = knownFrom(1, draft({ ...FULL, 'Код клиента': '1' }, bitrix), '')
    const additions = additionsTo(base, draft({ ...FULL, 'Код клиента': '2' }, { ...CONTEXT, system: 'amo' }), mode)
    expect(additions.values).toEqual({})
    const none = additionsTo(known(), draft({ ...FULL, 'Код клиента': '2' }, bitrix), mode)
    expect(none.values).toEqual({ external_id: '2', external_system: 'bitrix' })
  })

  test('vip is taken away by update only', () => {
    const vip = { ...FULL, VIP: 'да' }
    const plain = { ...FULL, VIP: 'нет' }
    expect(additionsTo(known(vip), draft(plain), 'fill').vip).toBeNull()
    expect(additionsTo(known(vip), draft(plain), 'update').vip).toBe(false)
    expect(additionsTo(known(vip), draft(FULL), 'update').vip).toBeNull()
  })

  test('once taken in, the same row adds nothing more', () => {
    const first = draft(FULL)
    const base = knownFrom(1, first, '')
    const second = draft({
      ...FULL,
      Город: 'Львів',
      Телефон: '89031234567',
      ДР: '12.03.1980',
      Теги: 'b',
      colour: 'синий',
      VIP: 'да',
      Статус: 'клиент',
      Компания: 'Астра',
    })
    extendDraft(first, base, additionsTo(base, second, 'update'))
    expect(addsNothing(additionsTo(base, second, 'update'))).toBe(true)
    expect(first.values.city).toBe('Львів')
    expect(first.points).toHaveLength(2)
    expect(datesOf(first)).toEqual(['birthday//1980-03-12'])
    expect(first).toMatchObject({
      vip: true,
      status: 'client',
      tags: ['vip', 'b'],
      custom: [{ key: 'colour', value: 'Синий' }],
    })
  })

  test('a yearless birthday never takes the year away', () => {
    expect(additionsTo(known({ ...FULL, ДР: '12.03.1980' }), draft(FULL), 'update').dates).toEqual([])
  })

  test.each<[Record<string, string>, boolean]>([
    [{ ФИО: 'Ёлкина Анна' }, true],
    [{ ФИО: 'Ёлкина Анна', Город: 'КИЇВ' }, true],
    [{ ФИО: 'Ёлкина Анна', Город: 'Львів' }, false],
    [{ ФИО: 'Ёлкина Анна', ДР: '12.03' }, true],
    [{ ФИО: 'Ёлкина Анна', ДР: '13.03' }, false],
    [{ ФИО: 'Ёлкина Анна', Тип: 'компания' }, false],
    [{ ФИО: 'Елкина Анна' }, false],
  ])('is %j the same by name: %s', (row, same) => expect(isSameByName(known(), draft(row))).toBe(same))
})

describe('values', () => {
  test.each([
    ['1 234,50', 'money', '1234.50'],
    ['1\u00a0234', 'number', '1234'],
    ['-5', 'number', '-5'],
    ['1.2.3', 'number', null],
    ['1e5', 'number', null],
    ['', 'number', null],
    ['2026-02-28', 'date', '2026-02-28'],
    ['28.2.2026', 'date', '2026-02-28'],
    ['29.02.2026', 'date', null],
    ['Да', 'yes-no', 'yes'],
    ['ні', 'yes-no', 'no'],
    ['?', 'yes-no', null],
    ['RED', 'choice', 'red'],
    ['green', 'choice', null],
    [' x ', 'text', 'x'],
    ['', 'text', null],
  ] as const)('%s as %s: %s', (text, type, value) => expect(typedValue(text, type, ['red'], '2026-11-22')).toBe(value))

  test.each([
    ['  a  b ', 'a  b', 'a b'],
    ['a\nb', 'a\nb', 'a b'],
    ['a\r\nb\rc\r\u0001\nd', 'a\nb\nc\nd', 'a b c d'],
    ['a\u0000b\u001b[31m', 'ab[31m', 'ab[31m'],
    ['\ud800x', '\ufffdx', '\ufffdx'],
    ['😀', '😀', '😀'],
    ['и\u0306', 'й', 'й'],
  ])('%j is cleaned', (text, clean, line) => {
    expect(cleanText(text)).toBe(clean)
    expect(cleanLine(text)).toBe(line)
  })

  test('cleaning once is enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
        expect(cleanLine(text)).not.toMatch(/[\n\r\t\u0000]/)
      }),
      { numRuns: 2000 },
    )
  })
})
