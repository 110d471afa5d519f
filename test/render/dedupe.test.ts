import { describe, expect, test } from 'vitest'
import { FIELDS, OBJECTIONS } from '../../src/domain/matching/judging.js'
import { CUSTOM_LEVELS, levelsOf } from '../../src/domain/matching/levels.js'
import { drawGroups, links, type ShownGroup, scoreText } from '../../src/render/dedupe.js'
import { reasonTexts } from '../../src/render/duplicate-reasons.js'
import { styleFor } from '../../src/render/style.js'
import { widthOf } from '../../src/render/table.js'
import { LANGUAGES, wordsIn } from '../../src/words/catalogue.js'
import { en } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'
import { card, email, judgement, phone, term } from './duplicates.js'

const anna = card(12, {
  name: 'Ёлкина Анна Петровна',
  phones: [phone('+79160000009'), phone('+79160000001')],
  emails: [email('anna.elkina@example.com')],
  birthday: '1990-03-12',
  city: 'Москва',
})
const anya = card(1057, {
  name: 'Елкина Аня',
  phones: [phone('+79160000001')],
  emails: [email('elkina@example.org')],
  birthday: '1990-08-12',
  city: 'Москва',
})
const pair = judgement(12, 1057, {
  terms: [
    term('phone', 'same', 14, '+79160000001'),
    term('name', 'same', 9, anna.name, anya.name),
    term('birthday', 'near', 5, '1990-03-12', '1990-08-12'),
    term('city', 'same', 1, 'Москва'),
    term('email', 'other', -2, 'anna.elkina@example.com', 'elkina@example.org'),
  ],
})
const group: ShownGroup = { lane: 'likely', score: 0.99836, bits: 9.2, clients: [anna, anya], pairs: [pair] }
const both = new Map([anna, anya].map((client) => [client.id, client]))
const plain = { words: en, style: styleFor(false), width: 100 }

describe('a group', () => {
  test('shows its clients in columns, what is the same as a ditto, and the reasons below', () => {
    expect(drawGroups([group], plain).split('\n')).toEqual([
      'likely  0.998',
      '    12  Ёлкина Анна Петровна  +7 916 000-00-01 +1  anna.elkina@example.com  1990-03-12  Москва',
      '  1057  Елкина Аня            +7 916 000-00-01     elkina@example.org       1990-08-12  ″',
      '        same phone +7 916 000-00-01; same family name; first names Анна ~ Аня; birthdays differ by',
      '        one digit: 1990-03-12 and 1990-08-12; same city',
      '        against: different e-mails: anna.elkina@example.com and elkina@example.org',
      '',
    ])
  })

  test('a value that is missing is a dash, and a ditto speaks only of the line above', () => {
    const clients = [1, 2, 3].map((id) => card(id, { name: `Ґалаґан Ян ${id}`, city: id === 2 ? null : 'Київ' }))
    const lines = drawGroups([{ ...group, clients, pairs: [] }], plain).split('\n')
    expect(lines.slice(1, 4).map((line) => line.split(/ {2,}/).at(-1))).toEqual(['Київ', '–', 'Київ'])
    expect(lines[0]).toContain('3 clients')
  })

  test('of three or more, each line of reasons says whose they are', () => {
    const third = card(77, { name: 'Елкина Анна', emails: [email('elkina@example.org')] })
    const other = judgement(77, 1057, { terms: [term('email', 'same', 14, 'elkina@example.org')] })
    const text = drawGroups([{ ...group, clients: [anna, anya, third], pairs: [pair, other] }], plain)
    expect(text).toContain('12 ~ 1057: same phone')
    expect(text).toContain('77 ~ 1057: same e-mail elkina@example.org')
  })

  test('what a terminal would act on is shown as a sign', () => {
    const evil = card(5, { name: 'Evil\u001b[31m\u202eName', city: 'a\nb' })
    const text = drawGroups(
      [
        {
          ...group,
          clients: [evil, anna],
          pairs: [judgement(5, 12, { terms: [term('city', 'same', 1, '\u001b]0;x')] })],
        },
      ],
      plain,
    )
    expect(text).not.toMatch(/[\u001b\u202e]/)
  })

  test.each(LANGUAGES.flatMap((language) => [60, 80, 120].map((width) => [language, width] as const)))(
    '%s fits into %i columns',
    async (language, width) => {
      const words = await wordsIn(language)
      const long = card(300, {
        name: 'O’Brien-Ñandú Константин-Эммануил Аристархович 🦊',
        emails: [email('a-very-long-address-of-somebody@mail.example.net')],
        phones: [phone('+380670000001')],
        birthday: '--03-12',
        city: 'Переславль-Залесский городской округ',
      })
      const text = drawGroups([{ ...group, clients: [long, anna], pairs: [judgement(12, 300)] }, group], {
        words,
        style: styleFor(false),
        width,
      })
      expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(width)
    },
  )

  test('the score is never rounded up to a whole one', () => {
    expect([1, 0.99999, 0.9699, 0.5, 0].map(scoreText)).toEqual(['0.999', '0.999', '0.969', '0.500', '0.000'])
  })

  test('as many pairs are told as tie the group together, the best ones', () => {
    const pairs = [judgement(1, 2), judgement(3, 4), judgement(1, 4), judgement(2, 3), judgement(1, 3)]
    expect(links(pairs).map(({ a, b }) => `${a}${b}`)).toEqual(['12', '34', '14'])
  })
})

describe('reasons', () => {
  test('the parts of a name that are written differently are said', () => {
    expect(reasonTexts(pair, both, ru).reasons.slice(0, 4)).toEqual([
      'тот же телефон +7 916 000-00-01',
      'та же фамилия',
      'имена Анна ~ Аня',
      'день рождения отличается одной цифрой: 12.03.1990 и 12.08.1990',
    ])
  })

  test.each([
    ['1990-03-12', '1990-08-12', 'день рождения отличается одной цифрой: 12.03.1990 и 12.08.1990'],
    ['1990-03-12', '1990-12-03', 'в дне рождения переставлены день и месяц: 12.03.1990 и 03.12.1990'],
    ['1990-03-12', '1991-03-21', 'дни рождения почти те же: 12.03.1990 и 21.03.1991'],
    ['1990-03-12', '--03-12', 'дни рождения почти те же: 12.03.1990 и 12.03'],
  ])('birthdays %s and %s', (a, b, text) => {
    const near = judgement(1, 2, { terms: [term('birthday', 'near', 4, a, b)] })
    expect(reasonTexts(near, new Map(), ru).reasons).toEqual([text])
  })

  test('a name typed the other way round is said whole', () => {
    const turned = card(2, { name: 'Саша Петров' })
    const clients = new Map([
      [1, card(1, { name: 'Петров Александр' })],
      [2, turned],
    ])
    const same = judgement(1, 2, { terms: [term('name', 'same', 9, 'Петров Александр', 'Саша Петров')] })
    expect(reasonTexts(same, clients, en).reasons).toEqual(['same name: Петров Александр ~ Саша Петров'])
  })

  test('an objection is said with its values, and what it says is not said twice', () => {
    const clients = new Map([
      [1, card(1, { name: 'Петров Иван Иванович', birthday: '1960-01-02' })],
      [2, card(2, { name: 'Петров Иван Петрович', birthday: '1990-01-03' })],
    ])
    const said = reasonTexts(
      judgement(1, 2, {
        terms: [
          term('phone', 'same', 14, '+79160000003'),
          term('name', 'half', -1, 'Петров Иван Иванович', 'Петров Иван Петрович'),
          term('birthday', 'other', -6, '1960-01-02', '1990-01-03'),
          term('city', 'other', -1, 'Тула', 'Київ'),
        ],
        against: ['father', 'birthday', 'chain'],
      }),
      clients,
      uk,
    )
    expect(said).toEqual({
      reasons: ['той самий телефон +7 916 000-00-03'],
      objections: [
        'різні імена по батькові: Иванович і Петрович',
        'різні дні народження: 02.01.1960 і 03.01.1990',
        'інший клієнт групи не підходить',
      ],
      differing: ['різні міста: Тула і Київ'],
    })
  })

  test('a field of one’s own is named', () => {
    const own = judgement(1, 2, { terms: [{ ...term('custom', 'same', 6, 'A-17'), key: 'card_number' }] })
    expect(reasonTexts(own, new Map(), en).reasons).toEqual(['card_number: same A-17'])
  })

  const levels = FIELDS.map((field, index) => [field, field === 'custom' ? CUSTOM_LEVELS : levelsOf(index)] as const)
  test.each(LANGUAGES)(
    '%s has a sentence for every level of every field, and for every objection',
    async (language) => {
      const { matching } = await wordsIn(language)
      for (const [field, names] of levels)
        for (const level of names)
          expect(matching.reasons[field][level]?.('A-1', 'B-2'), `${field} ${level}`).toMatch(/A-1.*B-2/)
      for (const objection of OBJECTIONS) {
        expect(matching.objections[objection]('', '')).not.toMatch(/undefined|\s$/)
        expect(matching.objections[objection]('', '')).not.toBe('')
      }
    },
  )
})

describe('what is against is true', () => {
  const ivanova = card(1, { name: 'Мария Иванова', family_name: 'Иванова', given_name: 'Мария' })
  const elkina = card(2, { name: 'Мария Ёлкина', family_name: 'Ёлкина', given_name: 'Мария' })
  const named = new Map([ivanova, elkina].map((client) => [client.id, client]))

  test('of two who share a first name alone, the family names differ', () => {
    const terms = [term('phone', 'same', 17, '+79160000001'), term('name', 'given', -1.4, ivanova.name, elkina.name)]
    const { differing } = reasonTexts(judgement(1, 2, { terms }), named, ru)
    expect(differing).toEqual(['разные фамилии: Иванова и Ёлкина'])
  })

  test.each([
    ['with a city', [term('city', 'same', 3, 'Київ')], 'nothing but the name and the city agrees'],
    ['with two cities', [term('city', 'other', -2, 'Київ', 'Одеса')], 'nothing but the name agrees'],
    ['without one', [], 'nothing but the name agrees'],
  ])('namesakes %s', (_, city, said) => {
    const terms = [term('name', 'same', 8, 'Мария'), ...city]
    expect(reasonTexts(judgement(1, 2, { terms, against: ['namesake'] }), named, en).objections).toEqual([said])
  })
})
