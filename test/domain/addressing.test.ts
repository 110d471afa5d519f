import { describe, expect, test } from 'vitest'
import { type AddressingKey, readAddressing } from '../../src/domain/fields/addressing.js'
import { fieldNamed } from '../../src/domain/fields.js'
import { canonicalOf } from '../../src/domain/tables/headers.js'
import { targetOf } from '../../src/domain/tables/targets.js'
import { draft } from './row-reading.js'

const said = (key: AddressingKey, value: string | null, words: string): [AddressingKey, string, string | null][] =>
  words.split(' ').map((word) => [key, word.replaceAll('+', ' '), value])

describe('what people write', () => {
  test.each([
    ...said('sex', 'female', 'f F female ж Ж жен жен. женский Женщина жіноча жінка woman'),
    ...said('sex', 'male', 'm M male м муж. мужской мужчина чол. чоловіча чоловік'),
    ...said('sex', null, 'x дитина 1 фж company'),
    ...said('language', 'ru', 'ru RU русский Російська rus ru-RU ru_UA'),
    ...said('language', 'uk', 'uk ua UKR українська украинский uk-UA'),
    ...said('language', 'en', 'en English английский англійська en-GB en_US.UTF-8'),
    ...said('language', null, 'de Deutsch суржик русский+и+английский'),
    ...said('closeness', 'close', 'close ты ти tu на+ты на-ти informal'),
    ...said('closeness', 'formal', 'formal вы Ви vous на+вы'),
    ...said('closeness', null, 'friend по+имени'),
    ...said('country', 'UA', 'UA ua Україна украина Ukraine UKR'),
    ...said('country', 'RU', 'RU Россия росія РФ Russian+Federation'),
    ...said('country', 'BY', 'BY Белоруссия Білорусь Belarus'),
    ...said('country', 'US', 'US USA U.S.A. США United+States'),
    ...said('country', 'GB', 'UK Великобритания велика+британія'),
    ...said('country', 'KE', 'KE ke'),
    ...said('country', 'KZ', 'Казахстан Республика+Казахстан'),
    ...said('country', null, 'XX ZZ Мордор Київ'),
  ])('%s %j is %j', (key, text, value) => {
    expect(readAddressing(key, text)).toBe(value)
  })
})

test.each([
  ['пол', 'sex'],
  ['gender', 'sex'],
  ['стать', 'sex'],
  ['мова', 'language'],
  ['язык', 'language'],
  ['страна', 'country'],
  ['Країна', 'country'],
])('the field %s is %s', (name, key) => {
  expect(fieldNamed(name)?.key).toBe(key)
})

test('a field of one’s own that had the name before still answers to it', () => {
  const own = { id: 1, key: 'gender', label: 'Пол', type: 'text' as const, choices: [] }
  expect(fieldNamed('gender', [own])).toMatchObject({ key: 'gender', kept: 'custom' })
  expect(fieldNamed('sex', [own])).toMatchObject({ key: 'sex', kept: 'column' })
})

describe('columns of a file', () => {
  test.each([
    ['Пол', 'sex'],
    ['Стать', 'sex'],
    ['Gender', 'sex'],
    ['Sex', 'sex'],
    ['Язык', 'language'],
    ['Мова спілкування', 'language'],
    ['Preferred language', 'language'],
    ['Ты/вы', 'closeness'],
    ['Ти чи ви', 'closeness'],
    ['Closeness', 'closeness'],
  ])('%s fills %s', (header, key) => {
    expect(targetOf(header, canonicalOf(header))).toEqual({ to: 'field', key })
  })

  test('are read', () => {
    const read = draft({ ФИО: 'Ґалаґан Юрій', Стать: 'ч', Мова: 'українська', Країна: 'Україна', 'Ти чи ви': 'Ти' })
    expect(read.values).toMatchObject({ language: 'uk', closeness: 'close', country: 'UA', note: 'Стать: ч' })
    expect(read.custom).toEqual([])
  })

  test('what cannot be read goes to the note, what says nothing is left out', () => {
    const read = draft({ Name: "O'Brien-Ñandú", Gender: 'Unspecified', Language: 'Deutsch', Country: 'Ruritania' })
    expect(read.values).toMatchObject({ sex: null, language: null, country: null })
    expect(read.values.note?.split('\n').toSorted()).toEqual(['Language: Deutsch', 'country: Ruritania'])
    expect(read.remarks).toHaveLength(2)
    expect(read.custom).toEqual([])
  })

  test('a country beside an address is no part of it', () => {
    const read = draft({ Name: 'Anna', City: 'Київ', Address: 'Сумська, 1', Country: 'Ukraine' })
    expect(read.values).toMatchObject({ city: 'Київ', address: 'Сумська, 1', country: 'UA' })
  })
})
