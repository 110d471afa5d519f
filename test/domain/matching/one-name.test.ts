import { describe, expect, test } from 'vitest'
import { areOneName, areOneWholeName } from '../../../src/domain/matching/one-name.js'

const both = (kind: 'person' | 'company', a: string, b: string): boolean => {
  const answer = areOneName({ kind, name: a }, { kind, name: b })
  expect(areOneName({ kind, name: b }, { kind, name: a })).toBe(answer)
  return answer
}

describe('with a phone in common', () => {
  test.each([
    ['Иванов Пётр', 'Пётр Иванов'],
    ['Иванов Пётр', 'Petr Ivanov'],
    ['Иванов Пётр Сергеевич', 'Пётр Иванов'],
    ['И. Петров', 'Иван Петров'],
    ['Петров И. С.', 'Петров Иван Сергеевич'],
    ['Анна', 'Анна Петрова'],
    ['Шевченко Тарас', 'Шевенко Тарас'],
    ['Саша Иванов', 'Иванов Александр'],
    ['Шура Петрова', 'Петрова Александра'],
    ['Микола Ґалаґан', 'Галаган Николай'],
    ['Юля Ткачук', 'Yuliia Tkachuk'],
    ['Bob Smith', 'Robert Smith'],
    ["Лук'янов Іван", 'Лукʼянов Іван'],
    ['Q', 'Q'],
  ])('%s may be %s', (a, b) => expect(both('person', a, b)).toBe(true))

  test.each([
    ['Иванова Мария', 'Иванова Анна'],
    ['Иванова Мария', 'Иванова Марина'],
    ['Иванова Мария Петровна', 'Иванова Ольга Петровна'],
    ['Иванов Пётр Сергеевич', 'Иванов Пётр Ильич'],
    ['Ковальчук Ольга', 'Коваль Ольга'],
    ['Анна', 'Ольга'],
    ['И. Петров', 'Пётр Петров'],
    ['Петров Иван', 'Сидоров Иван'],
    ['Иванов Александр', 'Иванова Александра'],
    ['Иванов Саша', 'Иванова Саша'],
    ['Валерий Петренко', 'Валерия Петренко'],
    ['Олександр Бондаренко', 'Олександра Бондаренко'],
    ['Петрова Анна', 'Петрова Яна'],
    ['Иванов Е', 'Иванов Э'],
    ['Клиент 1', 'Клиент 2'],
    ['John Smith', 'John Smith Jr.'],
    ['Ёлкина Анна', 'Ёлкина Анна (мама)'],
    ['', 'Анна'],
    ['—', '—'],
    ['', ''],
  ])('%s is not %s', (a, b) => expect(both('person', a, b)).toBe(false))

  test.each([
    ['ООО «Ромашка»', 'Ромашка', true],
    ['ООО «Ромашка»', 'OOO "Romashka"', true],
    ['ООО «Ромашка»', 'Общество с ограниченной ответственностью «Ромашка»', true],
    ['ИП Иванов Пётр', 'Иванов Пётр, ИП', true],
    ['ООО «Ромашка»', 'ООО «Ромашка-2»', false],
    ['ООО «Ромашка»', 'ООО «Ромашко»', false],
    ['ИП Иванов Пётр', 'ИП Иванова Мария', false],
  ])('companies %s and %s: %s', (a, b, answer) => expect(both('company', a, b)).toBe(answer))

  test('a person is never a company', () =>
    expect(areOneName({ kind: 'person', name: 'Ромашка' }, { kind: 'company', name: 'Ромашка' })).toBe(false))
})

describe('with a birthday in common', () => {
  test.each([
    ['Иванов Пётр', 'Петя Иванов', true],
    ['Иванов Пётр Сергеевич', 'Иванов Пётр', true],
    ['Иванов Пётр', 'Иванов П.', false],
    ['Пётр', 'Пётр', false],
    ['Иванов Пётр', 'Иванова Мария', false],
    ['Иванов Пётр Сергеевич', 'Иванов Пётр Ильич', false],
  ])('%s and %s are one: %s', (a, b, answer) =>
    expect(areOneWholeName({ kind: 'person', name: a }, { kind: 'person', name: b })).toBe(answer),
  )
})
