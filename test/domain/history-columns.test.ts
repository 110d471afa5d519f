import { describe, expect, test } from 'vitest'
import {
  type HistoryKind,
  type HistoryTarget,
  historyFieldNamed,
  historyNeeds,
  historyTargetKey,
  isOwnHistory,
  planHistory,
} from '../../src/domain/history/columns.js'

const NONE = new Map<string, string>()
const planned = (kind: HistoryKind, headers: string, maps: ReadonlyMap<string, string> = NONE): string[] =>
  planHistory(kind, headers.split('|'), maps).map(({ target }) => historyTargetKey(target))

describe('columns of a log of contacts', () => {
  test.each([
    ['Дата|Клиент|Комментарий', 'date client.name text'],
    ['Дата звонка|Телефон|Итог', 'date client.phone result'],
    ['Дата|Дата звонка|Клиент', 'date promise-date client.name'],
    ['Дата звонка|Дата следующего звонка|ФИО', 'date promise-date client.name'],
    ['Дата и время|Тип звонка|Номер|Длительность, сек', 'date direction client.phone seconds'],
    ['Number|Name|Date|Duration|Type', 'client.phone client.name date seconds channel'],
    ['Номер|Имя|Дата|Длительность|Тип', 'client.phone client.given_name date seconds channel'],
    ['Phone Number|Date|Duration|Type', 'client.phone date seconds channel'],
    ['Телефон|Дата|Тривалість|Тип дзвінка', 'client.phone date seconds direction'],
    ['Number|Date|Duration (min)|Type', 'client.phone date minutes channel'],
    ['Number|Date|Minutes|Type', 'client.phone date minutes channel'],
    ['Телефон|Дата|Длительность|Тип|Комментарий', 'client.phone date minutes channel text'],
    ['Number|Date|Duration', 'client.phone date minutes'],
    ['Client|Date|Duration|Type', 'client.name date minutes channel'],
    ['Дата|Час|Клієнт|Зміст|Напрямок|Тривалість', 'date time client.name text direction minutes'],
    ['Дата контакту|Вид контакту|ПІБ|Мета|Підсумок', 'date channel client.name purpose result'],
    ['When|Who|Type|Direction|Outcome|Notes', 'date client.name channel direction result text'],
    ['Date|Channel|Type|Client', 'date channel direction client.name'],
    ['Call date|Call duration|Call type|Phone', 'date seconds direction client.phone'],
    ['Дата|Фамилия|Имя|Отчество|Фирма', 'date client.family_name client.given_name client.patronymic client.company'],
    ['Дата|Клиент|E-mail|Telegram', 'date client.name client.email client.handle'],
    ['Activity date|Note body|Associated Contact|Associated Company', 'date text client.name client.company'],
    [
      'Activity - Subject|Activity - Type|Activity - Due date|Activity - Due time|Activity - Done|Activity - Note|Activity - Assigned to user|Deal - Title|Person - Name|Person - Email|Organization - Name',
      'text channel date time state text labelled labelled client.name client.email client.company',
    ],
    ['ID|Дата|Клиент', 'nothing.technical date client.name'],
    ['ID|Дата|Комментарий', 'client.external_id date text'],
    ['Код клиента|Дата', 'client.external_id date'],
    ['Дата|Клиент|Задача|Перезвонить', 'date client.name promise-text promise-date'],
    ['Дата|Клиент|Задача', 'date client.name labelled'],
    ['Дата|Клиент|Номер паспорта|', 'date client.name nothing.sensitive nothing.empty-header'],
    ['Дата|Клиент|Погода|line|reason', 'date client.name labelled nothing.technical nothing.technical'],
    ['Создан|Клиент|Текст', 'date client.name text'],
    ['Клиент|Статус|Результат', 'client.name result labelled'],
    ['Дата|Клиент тел.|Ответственный менеджер', 'date client.phone labelled'],
  ])('%s', (headers, expected) => {
    expect(planned('contacts', headers)).toEqual(expected.split(' '))
  })
})

describe('columns of a log of promises', () => {
  test.each([
    ['Срок|Клиент|Что сделать|Выполнено', 'date client.name text state'],
    ['Дата|Клиент|Задача', 'date client.name text'],
    ['Дата|Срок|Клиент|Задача', 'created date client.name text'],
    ['Термін|Час|Клієнт|Ел. пошта|Завдання|Вид|Виконано', 'date time client.name client.email text kind state'],
    ['Due date|Task|Person - Name|Status|Priority', 'date text client.name state labelled'],
    ['Коли передзвонити|Телефон', 'date client.phone'],
  ])('%s', (headers, expected) => {
    expect(planned('promises', headers)).toEqual(expected.split(' '))
  })
})

describe('own sheets', () => {
  const CONTACTS = 'client_id|client|at|at_local|channel|direction|result|purpose|minutes|cost|text'
  const PROMISES = 'client_id|client|kind|due|time|text|state|snoozed_until|created_at|closed_at'

  test('every column of them is known, and the id is one of the base', () => {
    expect(planned('contacts', CONTACTS)).toEqual(
      'client.id client.name date nothing.technical channel direction result purpose minutes cost text'.split(' '),
    )
    expect(planned('promises', PROMISES)).toEqual(
      'client.id client.name kind date time text state snoozed created closed'.split(' '),
    )
  })

  test('elsewhere client_id is an id of another system', () => {
    expect(isOwnHistory('contacts', ['client_id', 'date', 'text'])).toBe(false)
    expect(planned('contacts', 'client_id|date|text')).toEqual(['client.external_id', 'date', 'text'])
  })
})

test('--map goes before everything, and what it takes no other column gets', () => {
  const maps = new Map([
    ['Когда был', 'date'],
    ['Погода', 'ignore'],
  ])
  expect(planned('contacts', 'Дата|Когда был|Погода|Клиент', maps)).toEqual([
    'labelled',
    'date',
    'nothing.asked',
    'client.name',
  ])
})

test.each<[HistoryKind, string, HistoryTarget | null]>([
  ['contacts', 'client', { to: 'client', by: 'name' }],
  ['contacts', ' Phone ', { to: 'client', by: 'phone' }],
  ['contacts', 'text', { to: 'text', label: null }],
  ['contacts', 'next', { to: 'promise-date' }],
  ['contacts', 'next_text', { to: 'promise-text' }],
  ['contacts', 'ignore', { to: 'nothing', why: 'asked' }],
  ['contacts', 'seconds', { to: 'seconds' }],
  ['contacts', 'snoozed', null],
  ['contacts', 'toString', null],
  ['promises', 'kind', { to: 'kind' }],
  ['promises', 'next', { to: 'date' }],
  ['promises', 'next_text', { to: 'text', label: null }],
  ['promises', 'direction', null],
])('--map in %s names %s', (kind, name, expected) => {
  expect(historyFieldNamed(kind, name)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['Дата|Клиент', []],
  ['Клиент|Комментарий', ['date']],
  ['Дата|Комментарий', ['client']],
  ['Погода', ['client', 'date']],
])('%s lacks %j', (headers, missing) => {
  expect(historyNeeds('contacts', planHistory('contacts', headers.split('|'), NONE))).toEqual(missing)
})
