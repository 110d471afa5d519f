import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomField } from '../../src/domain/client.js'
import { FIELDS, fieldNamed, keyFrom, nearestField } from '../../src/domain/fields.js'
import {
  type Filter,
  FilterError,
  type FilterProblem,
  type FilterTree,
  parseFilter,
  readYesNo,
  understand,
} from '../../src/domain/filter.js'

const TODAY = '2026-11-22'
const CUSTOM: CustomField[] = [
  { id: 1, key: 'size', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'colour', label: null, type: 'choice', choices: ['red', 'Синий'] },
  { id: 3, key: 'budget', label: null, type: 'money', choices: [] },
  { id: 4, key: 'contract', label: null, type: 'date', choices: [] },
  { id: 5, key: 'newsletter', label: null, type: 'yes-no', choices: [] },
  { id: 6, key: 'dog', label: 'Кличка', type: 'text', choices: [] },
]

/** A tree as a text with every pair of brackets written. */
function shape(tree: FilterTree): string {
  switch (tree.is) {
    case 'and':
    case 'or':
      return `(${tree.parts.map(shape).join(tree.is === 'and' ? ' & ' : ' | ')})`
    case 'not':
      return `!${shape(tree.part)}`
    case 'words':
      return `'${tree.text}'`
    case 'term':
      return `${tree.field}${tree.comparison}'${tree.value}'`
  }
}

function problemOf(run: () => unknown): FilterProblem {
  try {
    run()
  } catch (error) {
    if (error instanceof FilterError) return error.problem
    throw error
  }
  throw new Error('no problem')
}

const meant = (source: string): Filter => understand(parseFilter(source), source, CUSTOM, TODAY)
const wrong = (source: string): FilterProblem => problemOf(() => meant(source))

describe('parse trees', () => {
  test.each([
    ['', '()'],
    ['   ', '()'],
    ['anna', "'anna'"],
    ['anna petrova', "('anna' & 'petrova')"],
    ['anna and petrova', "('anna' & 'petrova')"],
    ['anna or petrova', "('anna' | 'petrova')"],
    ['anna или petrova', "('anna' | 'petrova')"],
    ['anna або petrova', "('anna' | 'petrova')"],
    ['anna OR petrova', "('anna' | 'petrova')"],
    ['a b or c', "(('a' & 'b') | 'c')"],
    ['a or b c', "('a' | ('b' & 'c'))"],
    ['a or b and c or d', "('a' | ('b' & 'c') | 'd')"],
    ['(a or b) c', "(('a' | 'b') & 'c')"],
    ['a (b or c)', "('a' & ('b' | 'c'))"],
    ['a(b)', "('a' & 'b')"],
    ['((a))', "'a'"],
    ['not a b', "(!'a' & 'b')"],
    ['not (a b)', "!('a' & 'b')"],
    ['не a', "!'a'"],
    ['not not a', "!!'a'"],
    ['-a', "!'a'"],
    ['\u2212a', "!'a'"],
    ['-a or b', "(!'a' | 'b')"],
    ['-(a or b)', "!('a' | 'b')"],
    ['--a', "!!'a'"],
    ['-tag:vip city:Київ', "(!tag:'vip' & city:'Київ')"],
    ['-"a b"', "!'a b'"],
    ['-5', "'-5'"],
    ['- a', "('-' & 'a')"],
    ['a-b', "'a-b'"],
    ['tag:vip', "tag:'vip'"],
    ['tag=vip', "tag='vip'"],
    ['tag!=vip', "tag!='vip'"],
    ['id>5', "id>'5'"],
    ['id>=5', "id>='5'"],
    ['id<5', "id<'5'"],
    ['id<=5', "id<='5'"],
    ['id:', "id:''"],
    ['теги:важный', "теги:'важный'"],
    ["ім'я:Анна", "ім'я:'Анна'"],
    ['день_рождения:..7d', "день_рождения:'..7d'"],
    ['e-mail:a@b.c', "e-mail:'a@b.c'"],
    ['created:2026-01-01..2026-02-01', "created:'2026-01-01..2026-02-01'"],
    ['note:a:b', "note:'a:b'"],
    ['https://example.com', "'https://example.com'"],
    ['@anna', "'@anna'"],
    ['+79161234567', "'+79161234567'"],
    ['anna@example.com', "'anna@example.com'"],
    ["O'Brien", "'O'Brien'"],
    ['constructor', "'constructor'"],
  ])('%s', (source, expected) => expect(shape(parseFilter(source))).toBe(expected))

  test.each([
    ['"anna petrova"', "'anna petrova'"],
    ['«Анна Петрова»', "'Анна Петрова'"],
    ['“a b”', "'a b'"],
    ["'a b'", "'a b'"],
    ['name:"anna petrova"', "name:'anna petrova'"],
    ['company:«Ромашка плюс» id>5', "(company:'Ромашка плюс' & id>'5')"],
    ['name="a (b) or c"', "name='a (b) or c'"],
    ['"or"', "'or'"],
    ['a "or" b', "('a' & 'or' & 'b')"],
    ['"-a"', "'-a'"],
    ['"tag:vip"', "'tag:vip'"],
    ['name:""', "name:''"],
    ['""', "''"],
    ['город:"Нова Каховка" или "x"', "(город:'Нова Каховка' | 'x')"],
  ])('quotes: %s', (source, expected) => expect(shape(parseFilter(source))).toBe(expected))

  test('places are those of the text', () => {
    const source = '  a  tag:"x y" -id>=5'
    const tree = parseFilter(source)
    if (tree.is !== 'and') throw new Error(tree.is)
    const cut = ({ from, to }: { from: number; to: number }) => source.slice(from, to)
    const [word, term, not] = tree.parts
    expect(word?.is === 'words' && cut(word.place)).toBe('a')
    expect(term?.is === 'term' && [cut(term.place), cut(term.valuePlace)]).toEqual(['tag:"x y"', '"x y"'])
    const inner = not?.is === 'not' ? not.part : null
    expect(inner?.is === 'term' && [cut(inner.place), cut(inner.valuePlace)]).toEqual(['id>=5', '5'])
  })

  test.each<[string, string, number, number]>([
    ['or a', 'syntax', 0, 2],
    ['a or', 'syntax', 4, 5],
    ['a and', 'syntax', 5, 6],
    ['not', 'syntax', 3, 4],
    ['a or or b', 'syntax', 5, 7],
    ['a and and b', 'syntax', 6, 9],
    ['()', 'syntax', 1, 2],
    ['a )', 'syntax', 2, 3],
    ['(a', 'syntax', 0, 1],
    ['b (a or c', 'syntax', 2, 3],
    ['(a))', 'syntax', 3, 4],
    ['(or a)', 'syntax', 1, 3],
    ['"a b', 'unclosed', 0, 4],
    ['a «b c', 'unclosed', 2, 6],
    ['name:"a b', 'unclosed', 5, 9],
    ["'", 'unclosed', 0, 1],
  ])('«%s»: %s at %i…%i', (source, is, from, to) => {
    expect(problemOf(() => parseFilter(source))).toEqual({ is, place: { from, to } })
  })

  test('any text is parsed or refused with a place', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'or',
      'and',
      'not',
      '-',
      '"',
      '«',
      '»',
      ' ',
      'a',
      'tag:',
      '=',
      '!=',
      '..',
      '5',
      "'",
      '\u2212',
      'не',
      '\n',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(' ')),
    )
    fc.assert(
      fc.property(text, (source) => {
        try {
          const tree = parseFilter(source)
          understand(tree, source, CUSTOM, TODAY)
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError)
          const { problem, source: about } = error as FilterError
          expect(about).toBe(source)
          expect(problem.place.from).toBeGreaterThanOrEqual(0)
          expect(problem.place.to).toBeGreaterThanOrEqual(problem.place.from)
          expect(problem.place.to).toBeLessThanOrEqual(source.length + 1)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['brackets', '('.repeat(50_000)],
    ['minuses', `${'-'.repeat(50_000)}a`],
  ])('very many %s are parsed or refused', (_, source) => {
    try {
      parseFilter(source)
    } catch (error) {
      expect(error).toBeInstanceOf(FilterError)
    }
  })
})

describe('what is meant', () => {
  const field = (name: string) => expect.objectContaining({ key: name })

  test.each<[string, unknown]>([
    ['anna', { is: 'words', text: 'anna' }],
    ['has:phone', { is: 'has', field: field('phone') }],
    ['HAS:телефон', { is: 'has', field: field('phone') }],
    ['no:email', { is: 'not', part: { is: 'has', field: field('email') } }],
    ['no:size', { is: 'not', part: { is: 'has', field: field('size') } }],
    ['name:anna', { is: 'text', field: field('name'), value: 'anna', mode: 'words' }],
    ['name=anna', { is: 'text', field: field('name'), value: 'anna', mode: 'whole' }],
    ['name!=anna', { is: 'not', part: { is: 'text', field: field('name'), value: 'anna', mode: 'whole' } }],
    ['city:Київ', { is: 'text', field: field('city'), value: 'Київ', mode: 'whole' }],
    ['ГОРОД:Киев', { is: 'text', field: field('city'), value: 'Киев', mode: 'whole' }],
    ['тег:vip', { is: 'text', field: field('tag'), value: 'vip', mode: 'whole' }],
    ['кличка:Рекс', { is: 'text', field: field('dog'), value: 'Рекс', mode: 'whole' }],
    ['status:client', { is: 'choice', field: field('status'), value: 'client' }],
    ['status:CLIENT', { is: 'choice', field: field('status'), value: 'client' }],
    ['kind!=company', { is: 'not', part: { is: 'choice', field: field('kind'), value: 'company' } }],
    ['colour:синий', { is: 'choice', field: field('colour'), value: 'Синий' }],
    ['vip:yes', { is: 'yes-no', field: field('vip'), value: true }],
    ['vip:так', { is: 'yes-no', field: field('vip'), value: true }],
    ['vip:нет', { is: 'yes-no', field: field('vip'), value: false }],
    ['archived=no', { is: 'yes-no', field: field('archived'), value: false }],
    ['id:5', { is: 'range', field: field('id'), from: 5, to: 5 }],
    ['id>=5', { is: 'range', field: field('id'), from: 5, to: null }],
    ['id<=5', { is: 'range', field: field('id'), from: null, to: 5 }],
    ['contacts:3..', { is: 'range', field: field('contacts'), from: 3, to: null }],
    ['contacts:..3', { is: 'range', field: field('contacts'), from: null, to: 3 }],
    ['contacts:3..5', { is: 'range', field: field('contacts'), from: 3, to: 5 }],
    ['contacts!=3..5', { is: 'not', part: { is: 'range', field: field('contacts'), from: 3, to: 5 } }],
    ['size:1,5', { is: 'range', field: field('size'), from: 1.5, to: 1.5 }],
    ['budget:-10..0.5', { is: 'range', field: field('budget'), from: -10, to: 0.5 }],
    ['created:2026-01', { is: 'range', field: field('created'), from: '2026-01', to: '2026-01' }],
    ['created:2025', { is: 'range', field: field('created'), from: '2025', to: '2025' }],
    ['created:2026-01-01..2026-02-01', { is: 'range', field: field('created'), from: '2026-01-01', to: '2026-02-01' }],
    ['created:01.02.2026', { is: 'range', field: field('created'), from: '2026-02-01', to: '2026-02-01' }],
    ['created:today', { is: 'range', field: field('created'), from: TODAY, to: TODAY }],
    ['created:сьогодні', { is: 'range', field: field('created'), from: TODAY, to: TODAY }],
    ['created:вчера', { is: 'range', field: field('created'), from: '2026-11-21', to: '2026-11-21' }],
    ['created>2026-01-31', { is: 'range', field: field('created'), from: '2026-02-01', to: null }],
    ['created<2026-03-01', { is: 'range', field: field('created'), from: null, to: '2026-02-28' }],
    ['created>2026-12', { is: 'range', field: field('created'), from: '2027-01', to: null }],
    ['created<2026', { is: 'range', field: field('created'), from: null, to: '2025' }],
    ['created:30d..', { is: 'range', field: field('created'), from: '2026-10-23', to: null }],
    ['created:-2w..', { is: 'range', field: field('created'), from: '2026-11-08', to: null }],
    ['created>=1m', { is: 'range', field: field('created'), from: '2026-10-22', to: null }],
    ['contract:..+1y', { is: 'range', field: field('contract'), from: null, to: '2027-11-22' }],
    ['birthday:today', { is: 'range', field: field('birthday'), from: 0, to: 0 }],
    ['birthday:..7d', { is: 'range', field: field('birthday'), from: null, to: 7 }],
    ['birthday:..2w', { is: 'range', field: field('birthday'), from: null, to: 14 }],
    ['др:завтра', { is: 'range', field: field('birthday'), from: 1, to: 1 }],
    ['birthday:01.12', { is: 'range', field: field('birthday'), from: 9, to: 9 }],
    ['birthday:12-01', { is: 'range', field: field('birthday'), from: 9, to: 9 }],
    ['birthday:--12-01', { is: 'range', field: field('birthday'), from: 9, to: 9 }],
    ['birthday:21.11', { is: 'range', field: field('birthday'), from: 364, to: 364 }],
    [
      'tag:a or -vip:yes',
      {
        is: 'or',
        parts: [
          { is: 'text', field: field('tag'), value: 'a', mode: 'whole' },
          { is: 'not', part: { is: 'yes-no', field: field('vip'), value: true } },
        ],
      },
    ],
  ])('%s', (source, expected) => expect(meant(source)).toEqual(expected))

  test.each([
    ['id>5', 5, 6, false],
    ['id<5', 5, 4, true],
  ])('%s leaves 5 out, but not what is next to it', (source, five, next, below) => {
    const filter = meant(source)
    if (filter.is !== 'range') throw new Error(filter.is)
    const within = (value: number) =>
      (filter.from === null || value >= Number(filter.from)) && (filter.to === null || value <= Number(filter.to))
    expect(within(five)).toBe(false)
    expect(within(next)).toBe(true)
    expect(below ? within(4.99) : within(5.01)).toBe(true)
  })
})

describe('every problem with its place', () => {
  test.each<[string, FilterProblem]>([
    ['ctty:x', { is: 'unknown-field', name: 'ctty', nearest: 'city', place: { from: 0, to: 4 } }],
    ['a  satus:x', { is: 'unknown-field', name: 'satus', nearest: 'status', place: { from: 3, to: 8 } }],
    ['has:pone', { is: 'unknown-field', name: 'pone', nearest: 'phone', place: { from: 4, to: 8 } }],
    ['zzzzzzzz:x', { is: 'unknown-field', name: 'zzzzzzzz', nearest: null, place: { from: 0, to: 8 } }],
    ['-sizze:5', { is: 'unknown-field', name: 'sizze', nearest: 'size', place: { from: 1, to: 6 } }],
    ['warmth:5', { is: 'later-field', name: 'warmth', place: { from: 0, to: 6 } }],
    ['has:orders', { is: 'later-field', name: 'orders', place: { from: 4, to: 10 } }],
    ['name>5', { is: 'comparison', field: 'name', place: { from: 0, to: 6 } }],
    ['a vip>=yes', { is: 'comparison', field: 'vip', place: { from: 2, to: 10 } }],
    ['status<client', { is: 'comparison', field: 'status', place: { from: 0, to: 13 } }],
    ['id:abc', { is: 'value', field: 'id', value: 'abc', expected: 'number', choices: [], place: { from: 3, to: 6 } }],
    ['id:', { is: 'value', field: 'id', value: '', expected: 'number', choices: [], place: { from: 3, to: 3 } }],
    ['name:""', { is: 'value', field: 'name', value: '', expected: 'text', choices: [], place: { from: 5, to: 7 } }],
    [
      'vip:maybe',
      { is: 'value', field: 'vip', value: 'maybe', expected: 'yes-no', choices: [], place: { from: 4, to: 9 } },
    ],
    [
      'status:x',
      {
        is: 'value',
        field: 'status',
        value: 'x',
        expected: 'choice',
        choices: ['lead', 'client', 'former'],
        place: { from: 7, to: 8 },
      },
    ],
    [
      'colour:x',
      {
        is: 'value',
        field: 'colour',
        value: 'x',
        expected: 'choice',
        choices: ['red', 'Синий'],
        place: { from: 7, to: 8 },
      },
    ],
    [
      'budget>=много',
      { is: 'value', field: 'budget', value: 'много', expected: 'money', choices: [], place: { from: 8, to: 13 } },
    ],
  ])('%s', (source, problem) => expect(wrong(source)).toEqual(problem))

  test.each([
    'created:2026-02-30',
    'created:31.02.2026',
    'created:2026-13',
    'created:soon',
    'created:1..2..3',
    'created:..',
    'created>2026..2027',
    'contacts:..',
    'contacts:3..x',
    'contacts:1e5',
    'id:1234567890123456',
    'birthday:30.02',
    'newsletter:2',
  ])('%s is a wrong value', (source) => expect(wrong(source).is).toBe('value'))

  test('Warmth:5 is a later field too', () => expect(wrong('Warmth:5').is).toBe('later-field'))

  test.each(['has!=phone', 'has>phone', 'no<=email'])('%s is not has: or no:', (source) => {
    expect(problemOf(() => meant(source)).is).toBe('comparison')
  })

  test.each(['created>9999y', 'created:..+9999y'])('%s is a wrong value', (source) =>
    expect(wrong(source).is).toBe('value'),
  )

  test('the example of every field is a value of it', () => {
    for (const { key, example } of FIELDS) meant(`${key}:"${example}"`)
  })
})

describe('fields', () => {
  test('names and aliases are not used twice', () => {
    const names = FIELDS.flatMap(({ key, aliases }) => [key, ...aliases])
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })

  test.each([
    ['City', 'city'],
    ['город', 'city'],
    ['изменен', 'updated'],
    ['ИЗМЕНЁН', 'updated'],
    ['ext', 'external_id'],
    ['size', 'size'],
    ['размер', 'size'],
    ['nope', undefined],
    ['', undefined],
  ])('%s is %s', (name, key) => expect(fieldNamed(name, CUSTOM)?.key).toBe(key))

  test.each([
    ['phon', 'phone'],
    ['birhday', 'birthday'],
    ['budgt', 'budget'],
  ])('%s may be %s', (name, near) => expect(nearestField(name, CUSTOM)).toBe(near))

  test.each([
    ['Размер обуви', 'размер_обуви'],
    ['  A/B (c) ', 'a_b_c'],
    ['№', ''],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('the key of «%s»', (label, key) => expect(keyFrom(label)).toBe(key))
})

test.each([
  ['yes', true],
  ['Да', true],
  [' ТАК ', true],
  ['1', true],
  ['+', true],
  ['no', false],
  ['нет', false],
  ['ні', false],
  ['-', false],
  ['0', false],
  ['maybe', null],
  ['', null],
])('readYesNo(%s): %s', (text, answer) => expect(readYesNo(text)).toBe(answer))
