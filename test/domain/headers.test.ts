import { describe, expect, test } from 'vitest'
import { canonicalOf, currencyOfHeader, groupOf, normaliseHeader } from '../../src/domain/tables/headers.js'
import { fills } from './column-words.js'

describe('names as they are compared', () => {
  test.each([
    ['  Ёмкость_сети  ', 'емкость сети'],
    ['Ім’я', "ім'я"],
    ['E-MAIL\u00a0ADDRESS', 'e-mail address'],
    ['Ｐｈｏｎｅ', 'phone'],
    ['Город\n(адрес)', 'город (адрес)'],
    ['', ''],
  ])('%j is %j', (header, name) => {
    expect(normaliseHeader(header)).toBe(name)
  })
})

describe('what a name means', () => {
  test.each([
    ['Телефон:', 'phone'],
    ['Телефон *', 'phone'],
    ['Сумма, руб.', 'order_amount'],
    ['Бюджет ₸', 'order_amount'],
    ['Город  (другой адрес)', 'city'],
    ['Relation 3 - Label', 'relation_label'],
    ['Organization 2 - Department', 'department'],
    ['Organization 2 - Title', 'position'],
    ['Address 2 - PO Box', 'po_box'],
    ['Website 2 - Label', '_ignore'],
    ['Почтовый ящик (раб. адрес)', 'po_box'],
    ['Личный код', '_sensitive_ignore'],
    ['Паспорт', '_sensitive_ignore'],
    ['Пароль', '_sensitive_ignore'],
    ['Улица 3 (дом. адрес)', 'address'],
    ['utm_content', 'utm_content'],
    ['Цвет глаз', null],
    ['', null],
    ['🌷', null],
    ['constructor', null],
    ['__proto__', null],
  ])('%j is %j', (header, canonical) => {
    expect(canonicalOf(header)).toBe(canonical)
  })

  test.each([
    ['E-mail 2 - Value', 2],
    ['Custom Field 12 - Label', 12],
    ['Телефон', 1],
    ['mozillaCustom4', 1],
  ])('%s is of group %i', (header, group) => {
    expect(groupOf(header)).toBe(group)
  })
})

describe('the currency that a name tells', () => {
  test.each([
    ['Бюджет ₸', 'KZT'],
    ['Сумма, руб.', 'RUB'],
    ['Сумма (руб)', 'RUB'],
    ['Сумма, бел. руб.', 'BYN'],
    ['Сума, грн', 'UAH'],
    ['Сума (₴)', 'UAH'],
    ['Total, USD', 'USD'],
    ['Оплата в евро', 'EUR'],
    ['Сумма', null],
    ['ОГРН', null],
    ['Грубый итог', null],
    ['Europe', null],
  ])('%s: %s', (header, currency) => {
    expect(currencyOfHeader(header)).toBe(currency)
  })
})

test.each<[string, string[], string[]]>([
  ['a full name and its parts', ['ФИО', 'Имя'], ['name', 'given_name']],
  ['contacts of every kind', ['Name', 'Telegram', 'WhatsApp', 'Viber'], ['name', 'telegram', 'whatsapp', 'viber']],
  ['sums by their header', ['ФИО', 'Сумма заказов, грн'], ['name', 'custom orders_total money UAH']],
  ['nothing known', ['ФИО', 'Рост', 'Любимый цвет'], ['name', 'custom рост', 'custom любимый_цвет']],
  ['passwords are left out', ['Name', 'Password', 'Паспорт'], ['name', '- sensitive', '- sensitive']],
  [
    'addresses by what they are for',
    ['Name', 'Home City', 'Work City', 'City'],
    ['name', 'address home.city', 'address work.city', 'address main.city'],
  ],
  ['a name alone is the whole of it', ['Имя', 'Телефон', 'Компания'], ['name', 'phone', 'company']],
  ['a name and a patronymic', ["Ім'я", 'По батькові'], ['given_name', 'patronymic']],
  ['one name twice', ['Name', 'Name'], ['name', 'custom name_given']],
])('%s', (_, header, expected) => {
  expect(fills(header)).toEqual(expected)
})
