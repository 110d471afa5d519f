import { expect, test } from 'vitest'
import { letterLanguage } from '../../../src/domain/greeting/language.js'

test.each([
  ['Ґалаґан Олесь', null, 'ru', 'uk'],
  ['Шевченко Тарас Григорович', null, 'uk', 'uk'],
  ['Шевченко Тарас Григорович', null, 'ru', 'ru'],
  ['Ёлкина Анна', null, 'uk', 'ru'],
  ['Громов Игорь Павлович', null, 'uk', 'ru'],
  ['Соколов Павел', null, 'uk', 'ru'],
  ['Белова Ксения', null, 'uk', 'ru'],
  ['Громова Анна Сергеевна', null, 'uk', 'ru'],
  ['Соловей Тарас', null, 'uk', 'uk'],
  ['Білий Сергій Андрійович', null, 'ru', 'uk'],
  ['Павленко Оксана', null, 'uk', 'uk'],
  ['Петренко Олександр', null, 'uk', 'uk'],
  ['Громов Игорь', 'uk', 'ru', 'uk'],
  ['Громов Игорь', 'ua', 'ru', 'uk'],
  ["O'Brien-Ñandú Máire", null, 'uk', 'en'],
  ['🙂', null, 'ru', 'en'],
] as const)('%s (%s entered, program in %s) is greeted in %s', (name, entered, own, expected) => {
  expect(letterLanguage(entered, name, own)).toBe(expected)
})
