import { describe, expect, test } from 'vitest'
import { learnedFrom } from '../../../src/domain/matching/kept.js'
import type { MatchInput } from '../../../src/domain/matching/keys.js'
import { lookFor, nearest, worthAWeighing } from '../../../src/domain/matching/looking.js'
import { areGenerationsApart, likenesses } from '../../../src/domain/matching/newcomer.js'
import { splitName } from '../../../src/domain/name-split.js'

type Told = Partial<Omit<MatchInput, 'id'>> & { name: string }

const input = (id: number, told: Told): MatchInput => {
  const { family_name, given_name, patronymic } = splitName(told.name)
  return {
    id,
    kind: 'person',
    family: family_name,
    given: given_name,
    father: patronymic,
    phones: [],
    emails: [],
    handles: [],
    birthday: null,
    city: null,
    address: null,
    custom: [],
    ...told,
  }
}

/** What a new client is to the one that is there, in a base of so many. */
function laneOf(newcomer: Told, known: Told, clients = 500): string {
  const [found] = likenesses(input(0, newcomer), [input(7, known)], learnedFrom(null, clients))
  return found?.lane ?? 'none'
}

const PHONE = '+79160000001'
const OTHER = '+79160000002'

describe('a new client is certainly one that is there', () => {
  test.each<[string, Told, Told]>([
    ['a diminutive', { name: 'Саша Иванов', phones: [PHONE] }, { name: 'Иванов Александр', phones: [PHONE] }],
    ['another alphabet', { name: 'Olena Tkachuk', phones: [PHONE] }, { name: 'Ткачук Олена', phones: [PHONE] }],
    ['another language', { name: 'Микола Ґалаґан', phones: [PHONE] }, { name: 'Галаган Николай', phones: [PHONE] }],
    ['an initial', { name: 'Петров И.', phones: [PHONE] }, { name: 'Иван Петров', phones: [PHONE] }],
    ['a given name alone', { name: 'Анна', phones: [PHONE] }, { name: 'Анна Петрова', phones: [PHONE] }],
    [
      'a slip',
      { name: 'Шевчинко Тарас', emails: ['t@example.com'] },
      { name: 'Шевченко Тарас', emails: ['t@example.com'] },
    ],
    ['ё and capitals', { name: 'ЕЛКИНА АННА', phones: [PHONE] }, { name: 'Ёлкина Анна', phones: [PHONE] }],
    ['apostrophes', { name: 'OBrien-Nandu Conor', phones: [PHONE] }, { name: "Conor O'Brien-Ñandú", phones: [PHONE] }],
    ['a messenger', { name: 'Анна Ким', handles: ['telegram:kim'] }, { name: 'Ким Анна', handles: ['telegram:kim'] }],
    [
      'a phone among several',
      { name: 'Иванов Пётр', phones: [OTHER, PHONE] },
      { name: 'Пётр Иванов', phones: [PHONE], birthday: '1980-02-01' },
    ],
    [
      'a slip in the birthday',
      { name: 'Иванов Пётр', phones: [PHONE], birthday: '1980-02-01' },
      { name: 'Иванов Пётр', phones: [PHONE], birthday: '1980-01-02' },
    ],
    [
      'a firm under another form',
      { kind: 'company', name: 'Romashka LLC', phones: [PHONE] },
      { kind: 'company', name: 'ООО «Ромашка»', phones: [PHONE] },
    ],
    ['a name of emoji and letters', { name: '😀 Аня', phones: [PHONE] }, { name: '😀 Аня', phones: [PHONE] }],
  ])('%s', (_, newcomer, known) => {
    for (const clients of [3, 500, 1_000_000]) expect(laneOf(newcomer, known, clients)).toBe('certain')
    expect(laneOf(known, newcomer)).toBe('certain')
  })
})

describe('a new client is likely one that is there', () => {
  test.each<[string, Told, Told]>([
    [
      'whole name and day of birth',
      { name: 'Иванов Пётр Сергеевич', birthday: '1980-02-01' },
      { name: 'Пётр Иванов', birthday: '1980-02-01', phones: [PHONE] },
    ],
    [
      'father and son on one phone',
      { name: 'Иванов Иван', phones: [PHONE], birthday: '1960-02-03' },
      { name: 'Иванов Иван', phones: [PHONE], birthday: '1991-07-28' },
    ],
  ])('%s', (_, newcomer, known) => {
    for (const clients of [3, 500, 1_000_000]) expect(laneOf(newcomer, known, clients)).not.toBe('none')
  })

  test('a namesake is worth a word in a small base, and none among a million', () => {
    const [newcomer, known] = [{ name: 'Ґалаґан Микола' }, { name: 'Николай Галаган', phones: [PHONE] }]
    expect(laneOf(newcomer, known, 50)).toBe('likely')
    expect(laneOf(newcomer, known, 1_000_000)).toBe('none')
  })

  test('without a phone, mail, birthday or tax id nobody is certain', () => {
    const known = { name: 'Ґалаґан Микола Іванович', city: 'Київ', address: 'вул. Садова, 5, кв. 7' }
    expect(laneOf(known, known, 50)).toBe('likely')
  })

  test.each<[string, Told, Told]>([
    ['a junior', { name: 'John Smith', phones: [PHONE] }, { name: 'John Smith Jr.', phones: [PHONE] }],
    ['a word of kin', { name: 'Ґалаґан Олесь', phones: [PHONE] }, { name: 'Ґалаґан Олесь (син)', phones: [PHONE] }],
    [
      'a branch',
      { kind: 'company', name: 'ООО Ёлка', phones: [PHONE] },
      { kind: 'company', name: 'ООО Ёлка, филиал Орёл', phones: [PHONE] },
    ],
  ])('%s is asked about, not refused', (_, newcomer, known) => {
    expect(laneOf(newcomer, known)).toBe('likely')
    expect(laneOf(known, newcomer)).toBe('likely')
  })

  test('father and son', () => {
    const known = { name: 'Иванов Иван', phones: [PHONE], birthday: '1960-02-03' }
    expect(laneOf({ ...known, birthday: '1991-07-28' }, known)).toBe('likely')
  })
})

describe('families are several people', () => {
  test.each<[string, Told, Told]>([
    ['mother and daughter', { name: 'Иванова Мария', phones: [PHONE] }, { name: 'Иванова Анна', phones: [PHONE] }],
    [
      'husband and wife',
      { name: 'Иванов Александр', phones: [PHONE] },
      { name: 'Иванова Александра', phones: [PHONE] },
    ],
    ['with one short name', { name: 'Иванов Саша', phones: [PHONE] }, { name: 'Иванова Саша', phones: [PHONE] }],
    [
      'sisters',
      { name: 'Иванова Мария Петровна', phones: [PHONE], emails: ['dom@example.com'] },
      { name: 'Иванова Ольга Петровна', phones: [PHONE], emails: ['dom@example.com'] },
    ],
    [
      'twins',
      { name: 'Иванова Мария', phones: [PHONE], birthday: '2001-05-06' },
      { name: 'Иванова Дарья', phones: [PHONE], birthday: '2001-05-06' },
    ],
    [
      'sons of two fathers',
      { name: 'Иванов Пётр Сергеевич', phones: [PHONE] },
      { name: 'Иванов Пётр Ильич', phones: [PHONE] },
    ],
    [
      'colleagues',
      { name: 'Сидоров Олег', emails: ['info@example.com'] },
      { name: 'Ким Анна', emails: ['info@example.com'] },
    ],
    [
      'a person and a firm',
      { name: 'Ромашка', phones: [PHONE] },
      { kind: 'company', name: 'Ромашка', phones: [PHONE] },
    ],
    [
      'two firms of one office',
      { kind: 'company', name: 'ООО «Ромашка»', phones: [PHONE] },
      { kind: 'company', name: 'ООО «Колос»', phones: [PHONE] },
    ],
  ])('%s', (_, newcomer, known) => {
    for (const clients of [3, 500, 1_000_000]) expect(laneOf(newcomer, known, clients)).toBe('none')
    expect(laneOf(known, newcomer)).toBe('none')
  })
})

test('certain ones come first, then by the evidence', () => {
  const newcomer = input(0, { name: 'Иванов Пётр', phones: [PHONE], birthday: '1980-02-01' })
  const others = [
    input(1, { name: 'Иванов Пётр', birthday: '1980-02-01' }),
    input(2, { name: 'Петя Иванов', phones: [PHONE] }),
    input(3, { name: 'Анна Ким' }),
  ]
  const found = likenesses(newcomer, others, learnedFrom(null, 1_000_000))
  expect(found.map(({ a, b, lane }) => [a, b, lane])).toEqual([
    [0, 2, 'certain'],
    [0, 1, 'likely'],
  ])
  expect(found[0]?.terms.filter(({ bits }) => bits > 0).map(({ field }) => field)).toEqual(['phone', 'name'])
})

describe('where a new client is looked for', () => {
  test('by points, birthday, name and own fields', () => {
    const look = lookFor(
      input(0, {
        name: 'Шевченко Тарас',
        phones: [PHONE],
        emails: ['ta.ras@googlemail.com'],
        handles: ['telegram:taras'],
        birthday: '1980-02-01',
        custom: [
          { key: 'inn', value: '7707083893' },
          { key: 'size', value: 'M' },
        ],
      }),
    )
    expect(look).toEqual({
      name: 'Шевченко Тарас',
      points: [PHONE, 'ta.ras@googlemail.com', 'taras', 'taras@gmail.com'],
      birthday: { year: 1980, month_day: '02-01' },
      names: [['wevqenko', 'taras'], ['wevqenko']],
      custom: [{ key: 'inn', value: '7707083893' }],
    })
  })

  test.each([[null], ['--02-01'], ['1980-01-01'], ['1980']])('a birthday of %s is no key', (birthday) =>
    expect(lookFor(input(0, { name: 'Анна', birthday })).birthday).toBeNull(),
  )

  test.each([['—'], ['😀']])('a name of %s has no words', (name) =>
    expect(lookFor(input(0, { name })).names).toEqual([]),
  )

  test('a firm by its words without the form, folded once', () => {
    expect(lookFor(input(0, { kind: 'company', name: 'ООО «Шоколад»', family: null })).names).toEqual([['wokolad']])
  })

  test('in a large base a name alone is not worth a weighing', () => {
    const others = [input(1, { name: 'Иванов Пётр', city: 'Київ' }), input(2, { name: 'Иванов Пётр', phones: [PHONE] })]
    const ids = (told: Told, clients: number) => worthAWeighing(input(0, told), others, clients).map(({ id }) => id)
    expect(ids({ name: 'Иванов Пётр' }, 100)).toEqual([1, 2])
    expect(ids({ name: 'Иванов Пётр' }, 100_000)).toEqual([])
    expect(ids({ name: 'Иванов Пётр', city: 'Kyiv' }, 100_000)).toEqual([1])
    expect(ids({ name: 'Иванов Пётр', phones: [PHONE] }, 100_000)).toEqual([2])
  })
})

test.each([
  ['1960-02-03', '1991-07-28', true],
  ['1960-02-03', '1970-07-28', false],
  ['1960-02-03', '1991-02-03', false],
  ['1960-02-03', null, false],
  ['--02-03', '1991-07-28', false],
])('%s and %s are generations apart: %s', (a, b, apart) => {
  expect(areGenerationsApart(a, b)).toBe(apart)
  expect(areGenerationsApart(b, a)).toBe(apart)
})

describe('of many candidates the nearest are weighed', () => {
  const LARGE = 100_000
  const ids = (newcomer: Told, others: Told[], clients = LARGE) =>
    nearest(
      input(0, newcomer),
      others.map((told, index) => input(index + 1, told)),
      clients,
    ).map(({ id }) => id)

  test.each<[string, Told, Told[], number[]]>([
    ['a phone', { name: 'Саша', phones: [PHONE] }, [{ name: 'Олена', phones: [PHONE] }], [1]],
    [
      'name and birthday before name and city',
      { name: 'Ґалаґан Микола', birthday: '1980-02-01', city: 'Київ' },
      [
        { name: 'Галаган Микола', city: 'Київ' },
        { name: 'Микола Галаган', birthday: '1980-02-01' },
      ],
      [2, 1],
    ],
    [
      'born elsewhen and living elsewhere',
      { name: 'Mary Smith', birthday: '1967-05-11', city: 'London' },
      [{ name: 'Mary Smith', birthday: '1990-10-30', city: 'Leeds' }],
      [],
    ],
    [
      'born on one day and called otherwise',
      { name: 'Mary Smith', birthday: '1967-05-11' },
      [{ name: 'Анна Ким', birthday: '1967-05-11' }],
      [],
    ],
    [
      'a slip in the birthday',
      { name: 'Mary Smith', birthday: '1967-05-11' },
      [{ name: 'Mary Smith', birthday: '1967-05-17' }],
      [1],
    ],
    [
      'an own field',
      { name: 'Anna', custom: [{ key: 'inn', value: '7707083893' }] },
      [{ name: 'Ким', custom: [{ key: 'inn', value: '7707083893' }] }],
      [1],
    ],
  ])('%s', (_, newcomer, others, expected) => expect(ids(newcomer, others)).toEqual(expected))

  test('eight of them, and in a small base whoever is there', () => {
    const namesakes = Array.from({ length: 30 }, (): Told => ({ name: 'Mary Smith', phones: [PHONE] }))
    expect(ids({ name: 'Mary Smith' }, namesakes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(ids({ name: 'Mary Smith' }, [{ name: 'Анна' }], 100)).toEqual([1])
  })
})
