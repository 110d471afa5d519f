import { expect, test } from 'vitest'
import { planColumns } from '../../src/domain/tables/columns.js'
import { canonicalOf } from '../../src/domain/tables/headers.js'
import { holdsBankCards } from '../../src/domain/tables/sensitive.js'

test.each([
  'Пароль',
  'логин/пароль',
  'Пароль от кабинета',
  'пароль від кабінету',
  'Password hash',
  'user_password',
  'userPassword',
  'passwd',
  'PWD',
  'ПИН-код',
  'пін-код',
  'ПИН',
  'PIN',
  'card_pin',
  'CVV',
  'CVC2',
  'CVV/CVC',
  'Загранпаспорт',
  'Серия и номер паспорта',
  'Паспорт: серия',
  'Passport No.',
  'passport_number',
  'СНИЛС клиента',
  'SSN',
  'Social Security Number',
])('«%s» is left out', (header) => {
  expect(canonicalOf(header)).toBe('_sensitive_ignore')
  const { columns } = planColumns(['Name', header], { maps: new Map(), custom: [], sample: [], named: true })
  expect(columns[1]?.target).toEqual({ to: 'nothing', why: 'sensitive' })
})

test.each([
  'Pinterest',
  'Спина',
  'Пинск',
  'Опин',
  'Pink',
  'Class N',
  'Pass',
  'Пропуск',
  'Shipping',
  'Контроль',
  'Pinned',
])('«%s» is not', (header) => expect(canonicalOf(header)).not.toBe('_sensitive_ignore'))

test.each<[string, string[], boolean]>([
  ['Номер карты', ['4111 1111 1111 1111', ''], true],
  ['Номер картки', ['5555-5555-5555-4444', '-'], true],
  ['card number', ['4111111111111111'], true],
  ['Номер карты', ['4111111111111112'], false],
  ['Номер карты', ['1234567', '7654321'], false],
  ['Номер карты', [], false],
  ['Заказ', ['4111111111111111'], false],
])('%s with %j: %s', (header, cells, holds) => {
  expect(holdsBankCards(header, cells)).toBe(holds)
})
