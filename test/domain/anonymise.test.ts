import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymiserOf } from '../../src/domain/anonymise/anonymiser.js'
import type { ClientCard, CustomField } from '../../src/domain/client.js'
import { splitName } from '../../src/domain/name-split.js'
import { clientCard } from './client-card.js'

const FIELDS: CustomField[] = [
  { id: 1, key: 'dog', label: null, type: 'text', choices: [] },
  { id: 2, key: 'taxpayer', label: null, type: 'number', choices: [] },
  { id: 3, key: 'price', label: null, type: 'money', choices: [] },
]

const clientOf = (given: Partial<ClientCard> & { name: string }): ClientCard =>
  clientCard({ family_name: null, given_name: null, status: 'client', ...given })

const person = (name: string, given: Partial<ClientCard> = {}): ClientCard => clientOf({ ...splitName(name), ...given })
const firm = (name: string, given: Partial<ClientCard> = {}): ClientCard =>
  clientOf({ name, kind: 'company', ...given })

/** Shows all cards first, then writes them, as an export does. */
function invented(cards: readonly ClientCard[], salt = 'salt'): ClientCard[] {
  const anonymiser = anonymiserOf(salt, FIELDS)
  for (const card of cards) anonymiser.see(card)
  return cards.map(anonymiser.card)
}

const one = (card: ClientCard, salt?: string): ClientCard => invented([card], salt)[0] as ClientCard

const words = (value: unknown): Set<string> =>
  new Set(
    JSON.stringify(value)
      .toLowerCase()
      .match(/[\p{L}\p{M}]{3,}|\d{4,}/gu),
  )

describe('an invented name keeps the shape of the real one', () => {
  test.each([
    ['Ёлкина Анна Сергеевна', /^\p{Lu}[а-яё]+ина \p{Lu}[а-яё]+[аья] \p{Lu}[а-яё]+овна$/u],
    ['Ёлкин Пётр Сергеевич', /^\p{Lu}[а-яё]+ин \p{Lu}[а-яё]+ \p{Lu}[а-яё]+ович$/u],
    ['Пётр Ёлкин', /^\p{Lu}[а-яё]+ \p{Lu}[а-яё]+ин$/u],
    ['ИВАНОВ ПЁТР', /^[А-ЯЁ]+ОВ [А-ЯЁ-]+$/u],
    ['Ґалаґан Олена Петрівна', /^\p{Lu}[а-щьюяєіїґ]+ \p{Lu}[а-щьюяєіїґ]+ \p{Lu}[а-щьюяєіїґ]+івна$/u],
    ['Шевченко Тарас', /^\p{Lu}[а-яєіїґ]+енко \p{Lu}[а-яєіїґ]+$/u],
    ["O'Brien-Ñandú Siobhán", /^[A-Z][a-z]+-[A-Z][a-z]+ [A-Z][a-z]+$/],
    ['тётя Зина', /^[а-яё]+ \p{Lu}[а-яё]+$/u],
    ['Иванов И. И.', /^\p{Lu}[а-яё]+ов [А-Я]\. [А-Я]\.$/u],
    ['🌸', /^\p{Lu}\p{L}+$/u],
    ['+7 916 000-00-01', /^\p{Lu}\p{L}+$/u],
  ])('%s', (name, shape) => {
    for (const salt of ['a', 'b', 'c']) {
      const { name: other } = one(person(name), salt)
      expect(other).toMatch(shape)
      expect([...words(other)].filter((word) => words(name).has(word))).toEqual([])
    }
  })

  test.each([
    ['ООО «Ромашка»', /^ООО «\p{Lu}[а-яё]+»$/u],
    ['ТОВ «Кавовий лан»', /^ТОВ «\p{Lu}[а-щьюяєіїґ]+ [а-щьюяєіїґ]+»$/u],
    ['Holloway & Finch Ltd', /^[A-Z][a-z]+ & [A-Z][a-z]+ Ltd$/],
    ['Northgate, Inc.', /^[A-Z][a-z]+, Inc\.$/],
    ['ФОП Шевченко Олена', /^ФОП \p{Lu}[а-яєіїґ]+енко \p{Lu}[а-яєіїґ]+[ая]$/u],
    ['Студия 54', /^\p{Lu}[а-яё]+ \d\d$/u],
  ])('of a company: %s', (name, shape) => {
    const { name: other } = one(firm(name))
    expect(other).toMatch(shape)
    expect(other).not.toBe(name)
  })

  test('its parts are those of the whole', () => {
    const { name, family_name, given_name, patronymic } = one(person('Ёлкина Анна Сергеевна'))
    expect(name).toBe(`${family_name} ${given_name} ${patronymic}`)
  })
})

describe('the same is the same', () => {
  test('a person and a company keep their names wherever they stand', () => {
    const company = firm('ООО «Ромашка»', {
      relations: [{ client_id: 1, name: 'Ёлкина Анна', kind: 'person', role: null, relation: 'person' }],
    })
    const anna = person('Ёлкина Анна', {
      company: 'ООО «Ромашка»',
      relations: [{ client_id: 2, name: 'ООО «Ромашка»', kind: 'company', role: 'директор', relation: 'company' }],
    })
    const [other, others] = invented([company, anna]) as [ClientCard, ClientCard]
    expect(other.relations[0]?.name).toBe(others.name)
    expect(others.relations[0]).toMatchObject({ name: other.name, role: 'директор' })
    expect(others.company).toBe(other.name)
  })

  test('husband and wife keep one family name', () => {
    const [he, she] = invented([person('Ёлкин Пётр'), person('Ёлкина Анна')]) as [ClientCard, ClientCard]
    expect(she.family_name).toBe(`${he.family_name}а`)
  })

  test('different people stay different', () => {
    const names = Array.from(
      { length: 3000 },
      (_, index) =>
        `Тест${'бвгджзклмн'[index % 10]}${'аеиоу'[(index >> 4) % 5]}${index.toString(36).replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)] ?? '')}ов Пётр`,
    )
    const distinct = new Set(names)
    expect(new Set(invented([...distinct].map((name) => person(name))).map(({ name }) => name)).size).toBe(
      distinct.size,
    )
  })

  test('one salt gives one answer, another another', () => {
    const card = person('Ёлкина Анна Сергеевна', { note: 'Первая строка\nвторая строка' })
    expect(one(card, 'a')).toEqual(one(card, 'a'))
    expect(one(card, 'a').name).not.toBe(one(card, 'b').name)
  })
})

describe('ways to reach', () => {
  const phone = (value: string) => one(person('Анна', { phones: [{ value, label: null, typed: value }] })).phones[0]

  test.each([
    ['+79161234567', /^\+79\d\d000\d{4}$/],
    ['+74951234567', /^\+79\d\d000\d{4}$/],
    ['+380671234567', /^\+380\d\d000\d{4}$/],
    ['+77011234567', /^\+77\d\d000\d{4}$/],
    ['+447700900601', /^\+440{6}\d{4}$/],
    ['+12125550162', /^\+10{6}\d{4}$/],
    ['+375291234567', /^\+3750{5}\d{4}$/],
    ['1234', /^\d{4}$/],
  ])('%s keeps its country', (value, shape) => {
    expect(phone(value)?.value).toMatch(shape)
    expect(phone(value)?.value).not.toBe(value)
    expect(phone(value)?.typed.replace(/[^\d+]/g, '')).toBe(phone(value)?.value)
  })

  test('one phone of two people stays one, and no invented phone is a real one', () => {
    const real = Array.from({ length: 300 }, (_, index) => `+7916000${String(index).padStart(4, '0')}`)
    const cards = real.map((value, id) => person('Анна', { id, phones: [{ value, label: null, typed: value }] }))
    const again = person('Яна', { id: 999, phones: [{ value: '+79160000007', label: 'work', typed: '8916' }] })
    const phones = invented([...cards, again]).map((card) => card.phones[0]?.value)
    expect(phones[300]).toBe(phones[7])
    expect(phones.filter((value) => real.includes(value ?? ''))).toEqual([])
    expect(new Set(phones).size).toBe(300)
  })

  test('mails, handles, links and outside ids', () => {
    const card = one(
      person('Анна', {
        emails: [{ value: 'anna@example.org', label: 'work' }],
        handles: [
          { kind: 'telegram', value: 'anna_real', label: null },
          { kind: 'whatsapp', value: '+79161234567', label: 'Анна' },
          { kind: 'url', value: 'https://anna.example.org', label: null },
        ],
        external_id: 'A-17',
      }),
    )
    expect(card.emails).toEqual([{ value: 'client1@example.com', label: 'work' }])
    expect(card.handles).toEqual([
      { kind: 'telegram', value: 'client_1', label: null },
      { kind: 'whatsapp', value: expect.stringMatching(/^\+7916000\d{4}$/), label: 'other' },
      { kind: 'url', value: 'https://example.com/1', label: null },
    ])
    expect(card.external_id).toBe('X-1')
  })
})

describe('texts, days and values', () => {
  test('a note keeps its lines and the number of its words', () => {
    const { note } = one(person('Анна', { note: 'Любит кофе и собак.\n\nНе звонить утром!' }))
    expect(note?.split('\n').map((line) => line.split(/\s+/).filter(Boolean).length)).toEqual([4, 0, 3])
    expect(note).toMatch(/^\p{Lu}.*\.\n\n\p{Lu}.*!$/u)
  })

  test('a birthday stays in its month and its year, on another day, and says the same twice', () => {
    for (const birthday of ['1980-02-29', '--02-29', '1990-12-31', '--01-01', '2001-02-28']) {
      const card = one(
        person('Анна', {
          birthday,
          dates: [
            { id: 1, client_id: 1, occasion: 'birthday', who: null, date: birthday, remind_days: null, gift: null },
          ],
        }),
      )
      expect(card.birthday?.slice(0, -2)).toBe(birthday.slice(0, -2))
      expect(card.birthday).not.toBe(birthday)
      expect(card.dates[0]?.date).toBe(card.birthday)
    }
  })

  test('whose day it is keeps the kinship', () => {
    const dates = ['wife Anna', 'дочь Ёлка', 'дружина'].map((who, id) => ({
      ...{ id, client_id: 1, occasion: 'birthday', who, date: '--12-01', remind_days: 7, gift: 'perfume for Anna' },
    }))
    const [wife, daughter, nobody] = one(person('Иванов Пётр', { dates })).dates.map(({ who }) => who)
    expect(wife).toMatch(/^wife [A-Z](?!nna)[a-z]+$/)
    expect(daughter).toMatch(/^дочь \p{Lu}(?!лка)[а-яё]+$/u)
    expect(nobody).toBe('дружина')
  })

  test('what describes a client and names nobody is kept', () => {
    const card = person('Ёлкина Анна', {
      city: 'Київ',
      tags: ['vip', 'кухня'],
      status: 'former',
      source: 'сайт',
      position: 'директор',
      hours: '09:00-17:30',
      custom: { price: '1250.50' },
      spent: '1250.00 UAH',
      verified_at: '2026-01-02',
    })
    expect(one(card)).toMatchObject({
      ...card,
      created_at: '2026-01-02T00:00:00Z',
      updated_at: expect.stringMatching(/T00:00:00Z$/),
      name: expect.anything(),
      family_name: expect.anything(),
      given_name: expect.anything(),
    })
  })

  test('names and numbers are taken out of what is kept', () => {
    const card = one(
      person('Ёлкина Анна', { source: 'от Ёлкиной, anna@example.org, 8 (916) 123-45-67', tags: ['друзья Ёлкина'] }),
    )
    expect(JSON.stringify(card)).not.toMatch(/Ёлкин|anna|123-45/)
    expect(card.source).toMatch(/^от /)
  })

  test('custom texts and long numbers are replaced, in the same shape', () => {
    const { custom } = one(person('Анна', { custom: { dog: 'Боня', taxpayer: '770123456789', unknown: '12-34 567' } }))
    expect(custom.dog).not.toBe('Боня')
    expect(custom.taxpayer).toMatch(/^[1-9]\d{11}$/)
    expect(custom.unknown).toMatch(/^\d\d-\d\d \d{3}$/)
    expect(custom).not.toMatchObject({ taxpayer: '770123456789' })
  })
})

/* Words of a language that nobody speaks: what of them is found in the output was not replaced. */
const secret = fc
  .tuple(
    fc.constantFrom('ж', 'щ', 'Ж', 'Щ', 'q', 'Q', 'ґ', 'Ñ'),
    fc.array(fc.constantFrom('ъы', 'фщ', 'йю', 'qz', 'xk', 'ґї', 'ъэ'), { minLength: 2, maxLength: 4 }),
  )
  .map(([first, rest]) => first + rest.join(''))
const few = fc.array(secret, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '))
const digits = fc.stringMatching(/^[1-9]\d{9}$/)

const anybody = fc
  .record({
    kind: fc.constantFrom('person' as const, 'company' as const),
    name: few,
    company: fc.option(few, { nil: null }),
    owner: fc.option(few, { nil: null }),
    note: fc.option(
      fc.array(few, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
      { nil: null },
    ),
    address: fc.option(few, { nil: null }),
    external_id: fc.option(secret, { nil: null }),
    phones: fc.array(
      digits.map((number) => ({
        value: `+7${number}`,
        label: null,
        typed: `8 (${number.slice(0, 3)}) ${number.slice(3)}`,
      })),
    ),
    emails: fc.array(secret.map((word) => ({ value: `${word.toLowerCase()}@example.org`, label: null }))),
    handles: fc.array(secret.map((value) => ({ kind: 'telegram' as const, value, label: null }))),
    custom: secret.map((value): Record<string, string> => ({ dog: value })),
    history: fc.array(
      fc.record({
        id: fc.nat(99),
        client_id: fc.constant(1),
        at: fc.constant('2026-01-02T03:04:05Z'),
        channel: fc.constant('call'),
        direction: fc.constant('in' as const),
        result: fc.constant(null),
        purpose: few,
        minutes: fc.constant(5),
        cost: fc.constant('1.50'),
        text: few,
      }),
      { maxLength: 2 },
    ),
    relations: fc.array(
      few.map((name) => ({ client_id: 3, name, kind: 'person' as const, role: null, relation: 'person' as const })),
      { maxLength: 2 },
    ),
  })
  .map((given) =>
    clientOf({ ...given, family_name: given.kind === 'person' ? (given.name.split(' ')[0] ?? null) : null }),
  )

test('nothing of the original stands in what is written', () => {
  fc.assert(
    fc.property(fc.array(anybody, { minLength: 1, maxLength: 6 }), fc.string(), (cards, salt) => {
      const PRIVATE = [
        'name',
        'company',
        'owner',
        'note',
        'address',
        'external_id',
        'phones',
        'emails',
        'handles',
        'custom',
        'history',
        'relations',
      ] as const
      const secrets = new Set<string>()
      for (const card of cards)
        for (const key of PRIVATE)
          for (const word of words(card[key])) if (/[ъыэфщйюqzxkґїжñ]{4}|\d{6}/u.test(word)) secrets.add(word)
      const written = words(invented(cards, salt))
      expect([...written].filter((word) => secrets.has(word))).toEqual([])
      expect(secrets.size).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})
