import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AGAINST,
  comparePersons,
  PERSON_LEVELS,
  type PersonKey,
  readPerson,
} from '../../../src/domain/matching/person.js'
import { PAIRS } from './person-pairs.js'

const read = (name: string): PersonKey => readPerson({ name, family: null, given: null, father: null })

const likeness = (one: PersonKey, other: PersonKey): string => {
  const found = comparePersons(one, other)
  const against = Object.entries(AGAINST).filter(([, flag]) => ((found >> 4) & flag) !== 0)
  return [PERSON_LEVELS[found & 15], ...against.map(([name]) => name)].join('+')
}

const cases = PAIRS.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string])

describe('two names', () => {
  test.each(cases)('%s · %s: %s %s (%s)', (one, other, level, against) => {
    const expected = against === '' ? level : `${level}+${against}`
    expect(likeness(read(one), read(other))).toBe(expected)
    expect(likeness(read(other), read(one))).toBe(expected)
  })

  test('the table has 300 of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300)
  })
})

const alphabets = fc.constantFrom(
  ..."Анна Ёлкина Ґалаґан Сергеевич Миколаївна Саша Петрова Иван А. Б. оглы van der John Smith-Jones Jr. O'Brien-Ñandú 💅 (Лис) , г-н Bdfyjd".split(
    ' ',
  ),
)
const anyName = fc.oneof(
  fc.array(alphabets, { maxLength: 6 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const anyWritten = fc.record({
  name: anyName,
  family: fc.option(anyName),
  given: fc.option(anyName),
  father: fc.option(anyName),
})

describe('any two names', () => {
  test('compare alike in both directions', () => {
    fc.assert(
      fc.property(anyWritten, anyWritten, (one, other) => {
        const [a, b] = [readPerson(one), readPerson(other)]
        expect(comparePersons(a, b)).toBe(comparePersons(b, a))
      }),
      { numRuns: 2000 },
    )
  })

  test('have a level and known flags', () => {
    fc.assert(
      fc.property(anyWritten, anyWritten, (one, other) => {
        const found = comparePersons(readPerson(one), readPerson(other))
        expect(found & 15).toBeLessThanOrEqual(7)
        expect(found >> 4).toBeLessThanOrEqual(31)
      }),
    )
  })

  test('do not contradict themselves', () => {
    fc.assert(
      fc.property(anyWritten, (written) => {
        expect(comparePersons(readPerson(written), readPerson(written)) >> 4).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })
})

const wholeNames = fc
  .tuple(
    fc.constantFrom('Ёлкина', 'Ґалаґан', 'Шевченко', 'Соловьёв', 'Мостовий', "O'Brien"),
    fc.constantFrom('Пётр', 'Алёна', 'Ілля', 'Саша', 'Дарʼя', 'Мария', 'John', 'Zyqora'),
    fc.constantFrom('', 'Семёнович', 'Миколаївна', 'П.'),
  )
  .map((words) => words.join(' ').trim())

describe('a name is read alike', () => {
  test.each<[string, (name: string) => string]>([
    ['in capitals', (name) => name.toUpperCase()],
    ['with е for ё', (name) => name.replaceAll('ё', 'е').replaceAll('Ё', 'Е')],
    ['with г for ґ', (name) => name.replaceAll('ґ', 'г').replaceAll('Ґ', 'Г')],
    ['with more spaces', (name) => `  ${name.replaceAll(' ', '   ')} `],
    ['decomposed', (name) => name.normalize('NFD')],
    ['with another apostrophe', (name) => name.replace(/['ʼ]/g, '’')],
    ['with emoji', (name) => `${name} 🎂`],
  ])('%s', (_, change) => {
    fc.assert(
      fc.property(wholeNames, (name) => {
        expect(read(change(name))).toEqual(read(name))
      }),
    )
  })
})

const parts = (family: string, given: string) => readPerson({ name: `${given} ${family}`, family, given, father: null })

describe('the parts that the base keeps', () => {
  test('tell the order where the words do not', () => {
    expect(parts('Zyqora', 'Marlune')).toMatchObject({ given: 'marlune', sure: false })
    expect(readPerson({ name: 'Zyqora Marlune', family: 'Zyqora', given: 'Marlune', father: null })).toMatchObject({
      given: 'marlune',
      sure: false,
    })
  })

  test('do not stand against a known given name', () => {
    expect(parts('Anna', 'Zyqora')).toMatchObject({ given: 'ana', family: 'zikora', sure: true })
  })
})

test('a text that is no name is read and meets nobody', () => {
  expect(read('')).toMatchObject({ family: '', given: '' })
  expect(read('+380 67 000-00-01 💅')).toMatchObject({ family: '', given: '' })
})
