import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELDS, fieldNamed, keyFrom, nearestField } from '../../src/domain/fields.js'
import { parseFilter } from '../../src/domain/filter/parse.js'
import { FilterError, type FilterProblem, type FilterTree } from '../../src/domain/filter/tree.js'
import { filterFrom } from '../../src/domain/filter/understand.js'
import { readYesNo } from '../../src/domain/yes-no.js'
import { CONTEXT, CUSTOM, problemOf } from './filter-context.js'

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
    case 'segment':
      return `@'${tree.name}'`
    case 'term':
      return `${tree.field}${tree.comparison}'${tree.value}'`
  }
}

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
    ['@anna', "@'anna'"],
    ['@"весна 26" or -@x', "(@'весна 26' | !@'x')"],
    ['segment:весна', "@'весна'"],
    ['сегмент!=«a b»', "!@'a b'"],
    ['"@anna"', "'@anna'"],
    ['a и b', "('a' & 'b')"],
    ['a та b і c', "('a' & 'b' & 'c')"],
    ['+79161234567', "'+79161234567'"],
    ['anna@example.com', "'anna@example.com'"],
    ["O'Brien", "'O'Brien'"],
    ['constructor', "'constructor'"],
    ['Johnson & Johnson', "('Johnson' & 'Johnson')"],
    ['Рога — Копыта - Ко', "('Рога' & 'Копыта' & 'Ко')"],
    ['a - tag:vip', "('a' & '-' & tag:'vip')"],
    ['- tag:vip', "('-' & tag:'vip')"],
    ['a | b || c', "('a' | 'b' | 'c')"],
    ['orders:>5', "orders>'5'"],
    ['spent:<=5 id:>=1', "(spent<='5' & id>='1')"],
    ['+7 916 000-00-01', "'+7 916 000-00-01'"],
    ['8 (916) 000-00-01 tag:vip', "('8 (916) 000-00-01' & tag:'vip')"],
    ['((067) 000 14 04 or anna)', "('(067) 000 14 04' | 'anna')"],
    ['-(067) 000-14-04', "!'(067) 000-14-04'"],
    ['phone:+7 916 000-00-01 anna', "(phone:'+7 916 000-00-01' & 'anna')"],
    ['(2026) anna', "('2026' & 'anna')"],
    ['12 45', "('12' & '45')"],
    ['+79160000001 +380670001404', "('+79160000001' & '+380670001404')"],
    ['spent:50 000.. anna', "(spent:'50 000..' & 'anna')"],
    ['spent:10\u00a0000..1 000 000', "spent:'10\u00a0000..1 000 000'"],
    ['spent>=1 500 000', "spent>='1 500 000'"],
    ['orders:2 +79160000001', "(orders:'2' & '+79160000001')"],
    ['orders:2 916-000-00-01', "(orders:'2' & '916-000-00-01')"],
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

  test.each<[string, FilterProblem['is'], number, number]>([
    ['or a', 'nothing-before', 0, 2],
    ['a or', 'nothing-after', 2, 4],
    ['a and', 'nothing-after', 2, 5],
    ['not', 'nothing-after', 0, 3],
    ['a or or b', 'nothing-after', 2, 4],
    ['a and and b', 'nothing-after', 2, 5],
    ['-)', 'stray-bracket', 1, 2],
    ['()', 'empty-brackets', 0, 2],
    ['a (  )', 'empty-brackets', 2, 6],
    ['a )', 'stray-bracket', 2, 3],
    [')', 'stray-bracket', 0, 1],
    ['(a', 'unclosed-bracket', 0, 1],
    ['(', 'unclosed-bracket', 0, 1],
    ['a (', 'unclosed-bracket', 2, 3],
    ['b (a or c', 'unclosed-bracket', 2, 3],
    ['(a))', 'stray-bracket', 3, 4],
    ['(or a)', 'nothing-before', 1, 3],
    ['(a or)', 'nothing-after', 3, 5],
    ['"a b', 'unclosed', 0, 4],
    ['a «b c', 'unclosed', 2, 6],
    ['name:"a b', 'unclosed', 5, 9],
    ["'", 'unclosed', 0, 1],
    ['"a"b', 'after-quote', 3, 4],
    ['name:"a"b', 'after-quote', 8, 9],
    ['@', 'no-segment', 0, 1],
    ['segment:', 'no-segment', 0, 8],
    ['a :vip', 'no-field', 2, 3],
    ['12:30', 'unknown-field', 0, 2],
    ['!tag:vip', 'unknown-field', 0, 4],
    ['=5', 'no-field', 0, 1],
    [`${'('.repeat(201)}a`, 'too-deep', 200, 201],
  ])('«%s»: %s at %i…%i', (source, is, from, to) => {
    expect(problemOf(() => parseFilter(source))).toMatchObject({ is, place: { from, to } })
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
          filterFrom(source, CONTEXT)
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
