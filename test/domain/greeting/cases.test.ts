import { describe, expect, test } from 'vitest'
import { nameInCase } from '../../../src/domain/greeting/name-cases.js'
import * as russian from '../../../src/domain/greeting/russian-cases.js'
import * as ukrainian from '../../../src/domain/greeting/ukrainian-cases.js'

type Sex = 'male' | 'female' | null
const CASES = ['genitive', 'dative', 'accusative'] as const

describe('Russian given names', () => {
  test.each<[string, Sex, string]>([
    ['Лев', 'male', 'Льва Льву Льва'],
    ['Любовь', 'female', 'Любови Любови Любовь'],
    ['Никита', 'male', 'Никиты Никите Никиту'],
    ['Илья', 'male', 'Ильи Илье Илью'],
    ['Ия', 'female', 'Ии Ии Ию'],
    ['Пётр', 'male', 'Петра Петру Петра'],
    ['Павел', 'male', 'Павла Павлу Павла'],
    ['Игорь', 'male', 'Игоря Игорю Игоря'],
    ['Юрий', 'male', 'Юрия Юрию Юрия'],
    ['Андрей', 'male', 'Андрея Андрею Андрея'],
    ['Анна', 'female', 'Анны Анне Анну'],
    ['Ольга', 'female', 'Ольги Ольге Ольгу'],
    ['Мария', 'female', 'Марии Марии Марию'],
    ['Зоя', 'female', 'Зои Зое Зою'],
    ['Лёша', 'male', 'Лёши Лёше Лёшу'],
    ['Саша', null, 'Саши Саше Сашу'],
    ['Женя', null, 'Жени Жене Женю'],
    ['Нинель', 'female', 'Нинели Нинели Нинель'],
    ['Айгуль', 'female', 'Айгуль Айгуль Айгуль'],
    ['Кармен', 'female', 'Кармен Кармен Кармен'],
    ['Рашид', 'male', 'Рашида Рашиду Рашида'],
    ['Отто', 'male', 'Отто Отто Отто'],
    ['Анна-Мария', 'female', 'Анны-Марии Анне-Марии Анну-Марию'],
    ['Жан-Поль', 'male', 'Жана-Поля Жану-Полю Жана-Поля'],
  ])('%s, %s', (name, sex, forms) =>
    expect(CASES.map((each) => russian.givenInCase(name, each, sex)).join(' ')).toBe(forms),
  )

  test.each<[string, Sex]>([
    ['Peter', 'male'],
    ['Ілля', 'male'],
    ["O'Brien", 'male'],
    ['Рашид', null],
    ['🎂', null],
  ])('%s, %s is not declined', (name, sex) => expect(russian.givenInCase(name, 'genitive', sex)).toBeNull())
})

describe('Russian family names and patronymics', () => {
  test.each<[string, Sex, string]>([
    ['Черных', 'male', 'Черных'],
    ['Живаго', 'male', 'Живаго'],
    ['Шевченко', null, 'Шевченко'],
    ['Дюма', 'male', 'Дюма'],
    ['Ёлкина', 'female', 'Ёлкиной'],
    ['Иванов', 'male', 'Иванова'],
    ['Ким', 'male', 'Кима'],
    ['Ким', 'female', 'Ким'],
    ['Коваль', 'female', 'Коваль'],
    ['Бок', 'male', 'Бока'],
    ['Толстой', 'male', 'Толстого'],
    ['Салтыков-Щедрин', 'male', 'Салтыкова-Щедрина'],
  ])('%s, %s', (name, sex, genitive) => expect(russian.familyInCase(name, 'genitive', sex)).toBe(genitive))

  test('nothing is guessed where the sex decides and is not known', () => {
    expect(russian.familyInCase('Ким', 'genitive', null)).toBeNull()
    expect(russian.patronymicInCase('Ильинична', 'genitive', 'male')).toBeNull()
    expect(russian.patronymicInCase('оглы', 'genitive', 'male')).toBeNull()
    expect(russian.patronymicInCase('Ильинична', 'dative', null)).toBe('Ильиничне')
  })
})

describe('Ukrainian names', () => {
  test.each<[string, Sex, string]>([
    ['Ольга', 'female', 'Ольги Ользі Ольгу'],
    ['Одарка', 'female', 'Одарки Одарці Одарку'],
    ['Марія', 'female', 'Марії Марії Марію'],
    ['Наталя', 'female', 'Наталі Наталі Наталю'],
    ['Саша', null, 'Саші Саші Сашу'],
    ['Любов', 'female', 'Любові Любові Любов'],
    ['Нінель', 'female', 'Нінелі Нінелі Нінель'],
    ['Іван', 'male', 'Івана Івану Івана'],
    ['Андрій', 'male', 'Андрія Андрію Андрія'],
    ['Петро', 'male', 'Петра Петру Петра'],
    ['Ігор', 'male', 'Ігоря Ігорю Ігоря'],
    ['Лев', 'male', 'Лева Леву Лева'],
    ['Федір', 'male', 'Федора Федору Федора'],
    ['Ілля', 'male', 'Іллі Іллі Іллю'],
    ['Микола', 'male', 'Миколи Миколі Миколу'],
  ])('%s', (name, sex, forms) =>
    expect(CASES.map((each) => ukrainian.givenInCase(name, each, sex)).join(' ')).toBe(forms),
  )

  test('what the rules do not reach is not declined', () => {
    for (const name of ['Peter', 'Пётр', 'Луї']) expect(ukrainian.givenInCase(name, 'genitive', 'male')).toBeNull()
    expect(ukrainian.givenInCase('Саллі', 'genitive', 'female')).toBeNull()
    expect(ukrainian.patronymicInCase('Іванівна', 'dative')).toBe('Іванівні')
  })
})

test('a whole name takes the patronymic, or the family name where there is none', () => {
  const person = { name: '', family_name: 'Ёлкин', given_name: 'Лев', patronymic: 'Ильич', sex: null }
  const grammar = { language: 'ru' as const, sex: 'male' as const }
  expect(nameInCase(person, 'genitive', grammar)).toBe('Льва Ильича')
  expect(nameInCase({ ...person, patronymic: null }, 'genitive', grammar)).toBe('Льва Ёлкина')
  expect(nameInCase({ ...person, given_name: null }, 'genitive', grammar)).toBeNull()
  expect(nameInCase({ ...person, given_name: 'Leo' }, 'genitive', grammar)).toBeNull()
})
