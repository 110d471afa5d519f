import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, eachPair } from '../../../src/domain/matching/blocking.js'
import { newComparison } from '../../../src/domain/matching/compare.js'
import { keysOf, type MatchInput } from '../../../src/domain/matching/keys.js'
import { type Roster, RosterBuilder } from '../../../src/domain/matching/roster.js'
import { search } from '../../../src/domain/matching/search.js'

const nobody: MatchInput = {
  id: 0,
  kind: 'person',
  name: '',
  family: null,
  given: null,
  father: null,
  phones: [],
  emails: [],
  handles: [],
  birthday: null,
  city: null,
  address: null,
  custom: [],
}
const client = (input: Partial<MatchInput>): MatchInput => ({ ...nobody, ...input })
const rosterOf = (inputs: readonly MatchInput[]): Roster => {
  const builder = new RosterBuilder()
  inputs.forEach((input, index) => {
    builder.add(input.id || index + 1, keysOf(input))
  })
  return builder.close()
}

/** Clients around whom the pairs stand, so that a base is not made of duplicates alone. */
const CROWD = Array.from({ length: 60 }, (_, index) =>
  client({
    id: 1_000 + index,
    name: `${'Вишневский Гончаров Дубинин Журавлёв Зайцев Колесник'.split(' ')[index % 6]} ${'Пётр Иван Семён Антон Глеб Лев Марк Яков Олег Фёдор'.split(' ')[index % 10]}`,
    phones: [`+7916000${String(1000 + index * 7)}`],
    emails: [`crowd${index}@example.com`],
    birthday: `19${50 + (index % 45)}-${String((index % 12) + 1).padStart(2, '0')}-17`,
  }),
)

/** Are the first two of these one client, in a base with a crowd around? */
function joined(...inputs: Partial<MatchInput>[]): 'certain' | 'likely' | 'apart' {
  const roster = rosterOf([...inputs.map((input, index) => client({ id: index + 1, ...input })), ...CROWD])
  const { certain, clusters } = search(roster)
  if (certain.of[0] === certain.of[1]) return 'certain'
  return clusters.of[0] === clusters.of[1] ? 'likely' : 'apart'
}

const PHONE = '+79160000001'
const MAIL = 'elkina.anna@example.org'

describe('who is one client', () => {
  test.each<[string, 'certain' | 'likely' | 'apart', Partial<MatchInput>, Partial<MatchInput>]>([
    [
      'the same in every way',
      'certain',
      { name: 'Ёлкина Анна', phones: [PHONE] },
      { name: 'Ёлкина Анна', phones: [PHONE] },
    ],
    [
      'a diminutive, the same phone',
      'certain',
      { name: 'Ёлкин Александр', phones: [PHONE] },
      { name: 'Саша Ёлкин', phones: [PHONE] },
    ],
    [
      'Ukrainian and Russian, the same e-mail',
      'certain',
      { name: 'Ґалаґан Микола', emails: [MAIL] },
      { name: 'Галаган Николай', emails: [MAIL] },
    ],
    [
      'Latin and Cyrillic, the same phone',
      'certain',
      { name: 'Yelkina Anna', phones: [PHONE] },
      { name: 'Ёлкина Анна', phones: [PHONE] },
    ],
    [
      'full name and birthday',
      'certain',
      { name: 'Ёлкина Анна Петровна', birthday: '1980-05-12' },
      { name: 'Ёлкина Анна Петровна', birthday: '1980-05-12' },
    ],
    [
      'married: another family name, born on the same day, one e-mail',
      'certain',
      { name: 'Ёлкина Анна Петровна', birthday: '1980-05-12', emails: [MAIL] },
      { name: 'Сосновская Анна Петровна', birthday: '1980-05-12', emails: [MAIL] },
    ],
    [
      'a mother and her daughter on one phone',
      'apart',
      { name: 'Ёлкина Анна', phones: [PHONE] },
      { name: 'Ёлкина Мария', phones: [PHONE] },
    ],
    [
      'husband and wife on one phone and one address',
      'apart',
      { name: 'Ёлкина Анна', phones: [PHONE], address: 'ул. Мира, 5, кв. 7' },
      { name: 'Ёлкин Пётр', phones: [PHONE], address: 'ул. Мира, 5, кв. 7' },
    ],
    [
      'father and son of one name, born 28 years apart',
      'apart',
      { name: 'Ёлкин Пётр', phones: [PHONE], birthday: '1950-05-12' },
      { name: 'Ёлкин Пётр', phones: [PHONE], birthday: '1978-09-01' },
    ],
    [
      'brothers by patronymic, one phone',
      'apart',
      { name: 'Ёлкин Пётр Ильич', phones: [PHONE] },
      { name: 'Ёлкин Павел Ильич', phones: [PHONE] },
    ],
    [
      'one name, two fathers, one phone',
      'apart',
      { name: 'Ёлкин Пётр Ильич', phones: [PHONE] },
      { name: 'Ёлкин Пётр Савельевич', phones: [PHONE] },
    ],
    [
      'twins',
      'apart',
      { name: 'Ёлкина Анна Петровна', birthday: '1980-05-12' },
      { name: 'Ёлкин Олег Петрович', birthday: '1980-05-12' },
    ],
    ['namesakes with a name that everybody has', 'apart', { name: 'Зайцев Иван' }, { name: 'Зайцев Иван' }],
    [
      'a company and its owner on one phone',
      'apart',
      { kind: 'company', name: 'ООО «Ёлка»', phones: [PHONE] },
      { name: 'Ёлкин Пётр', phones: [PHONE] },
    ],
    [
      'a company with and without its form',
      'certain',
      { kind: 'company', name: 'ООО «Ёлка-Сервис»', phones: [PHONE] },
      { kind: 'company', name: 'Ёлка Сервис', phones: [PHONE] },
    ],
    [
      'two companies on one switchboard',
      'apart',
      { kind: 'company', name: 'ООО «Ёлка-Сервис»', phones: [PHONE] },
      { kind: 'company', name: 'ООО «Рассвет»', phones: [PHONE] },
    ],
    [
      'a sole trader and the person, of which a person decides which stays',
      'likely',
      { kind: 'company', name: 'ИП Ёлкин Пётр Ильич', phones: [PHONE] },
      { name: 'Ёлкин Пётр', phones: [PHONE] },
    ],
    [
      'two women of one first name at one phone: married, or colleagues',
      'likely',
      { name: 'Мария Иванова', phones: [PHONE] },
      { name: 'Мария Ёлкина', phones: [PHONE] },
    ],
    [
      'a firm and its branch at one switchboard',
      'likely',
      { kind: 'company', name: 'ООО Ёлка', phones: [PHONE] },
      { kind: 'company', name: 'ООО Ёлка, филиал Орёл', phones: [PHONE] },
    ],
    ['whose phone it is', 'likely', { name: 'Саша', phones: [PHONE] }, { name: 'Мама Саши', phones: [PHONE] }],
    [
      'a couple in one name',
      'likely',
      { name: 'Анна и Олег Ёлкины', phones: [PHONE] },
      { name: 'Анна Ёлкина', phones: [PHONE] },
    ],
    [
      'tax ids that differ',
      'apart',
      { kind: 'company', name: 'ООО «Ёлка»', phones: [PHONE], custom: [{ key: 'inn', value: '7707083893' }] },
      { kind: 'company', name: 'ООО «Ёлка»', phones: [PHONE], custom: [{ key: 'inn', value: '7736050003' }] },
    ],
  ])('%s: %s', (_why, expected, one, other) => {
    expect(joined(one, other)).toBe(expected)
    expect(joined(other, one)).toBe(expected)
  })

  test('a phone that dozens have is nobody’s own', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({ name: `Приймальня ${index}`, phones: [PHONE] }))
    expect(joined({ name: 'Ёлкина Анна', phones: [PHONE] }, { name: 'Анна', phones: [PHONE] }, ...crowd)).toBe('apart')
  })

  test('what was judged distinct stays apart, however alike', () => {
    const roster = rosterOf([
      client({ id: 7, name: 'Ёлкина Анна', phones: [PHONE], emails: [MAIL] }),
      client({ id: 9, name: 'Ёлкина Анна', phones: [PHONE], emails: [MAIL] }),
      ...CROWD,
    ])
    const { clusters, pairs } = search(roster, { distinct: new Set(['7:9']) })
    expect(clusters.of[0]).not.toBe(clusters.of[1])
    expect(pairs.filter(({ a, b }) => a === 0 && b === 1)).toEqual([])
  })
})

const family = fc.constantFrom('Ёлкин', 'Ёлкина', 'Yelkin', 'Ґалаґан', 'Galagan', "O'Brien-Ñandú", 'Коваль', '')
const given = fc.constantFrom('Анна', 'Аня', 'Олександр', 'Саша', 'Alex', 'Пётр', 'П.', '🌸')
const anybody = fc.record({
  name: fc.tuple(family, given).map((parts) => parts.join(' ').trim()),
  phones: fc.array(fc.constantFrom('+79160000001', '+79160000002', '+380670000003'), { maxLength: 2 }),
  emails: fc.array(fc.constantFrom(MAIL, 'sasha@example.com'), { maxLength: 1 }),
  birthday: fc.constantFrom(null, '1980-05-12', '1980-12-05', '--05-12', '2004-02-29'),
  city: fc.constantFrom(null, 'Київ', 'Kyiv', 'Москва'),
})

describe('whatever the base', () => {
  test('the order of the records does not change the clusters, and scores are symmetric', () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 2, maxLength: 25 }), fc.infiniteStream(fc.nat()), (drawn, random) => {
        const inputs = drawn.map((each, index) => client({ ...each, id: index + 1 }))
        const order = inputs.map((input) => ({ input, key: random.next().value as number }))
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ input }) => input)
        expect(partition(shuffled)).toEqual(partition(inputs))
        const { weigher, comparer, model } = search(rosterOf(inputs))
        const [there, back] = [newComparison(model.custom.length), newComparison(model.custom.length)]
        for (let a = 0; a < inputs.length; a += 1)
          for (let b = a + 1; b < inputs.length; b += 1) {
            comparer.compare(a, b, there)
            comparer.compare(b, a, back)
            expect(back).toEqual(there)
            expect(weigher.weigh(b, a, back)).toBe(weigher.weigh(a, b, there))
          }
      }),
      { numRuns: 60 },
    )
  })

  test('each pair of a block is met once', () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 2, maxLength: 40 }), (drawn) => {
        const roster = rosterOf(drawn.map((each, index) => client({ ...each, id: index + 1 })))
        const met: string[] = []
        eachPair(
          roster,
          blocksOf(roster),
          (a, b) => met.push(`${a}:${b}`),
          () => {},
        )
        expect(new Set(met).size).toBe(met.length)
        for (const pair of met) expect(Number(pair.split(':')[0])).toBeLessThan(Number(pair.split(':')[1]))
      }),
      { numRuns: 60 },
    )
  })
})

/** The clusters as sets of ids, of records that say the same as sets of what they say. */
function partition(inputs: readonly MatchInput[]): string[] {
  const roster = rosterOf(inputs)
  const { clusters } = search(roster)
  const sets = new Map<number, string[]>()
  clusters.of.forEach((root, record) => {
    const { id: _, ...said } = inputs[record] as MatchInput
    sets.set(root, [...(sets.get(root) ?? []), JSON.stringify(said)])
  })
  return [...sets.values()].map((set) => set.sort().join('\n')).sort()
}
