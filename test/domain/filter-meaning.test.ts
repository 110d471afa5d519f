import { describe, expect, test } from 'vitest'
import { FIELDS } from '../../src/domain/fields.js'
import { quotedInstead } from '../../src/domain/filter/quoting.js'
import type { FilterProblem } from '../../src/domain/filter/tree.js'
import { FilterError } from '../../src/domain/filter/tree.js'
import { filterFrom } from '../../src/domain/filter/understand.js'
import type { Filter } from '../../src/domain/filter.js'
import { CONTEXT, problemOf } from './filter-context.js'

const meant = (source: string): Filter => filterFrom(source, CONTEXT)
const wrong = (source: string): FilterProblem => problemOf(() => meant(source))

/** A filter in one line: `[` and `]` belong to a range, `(` and `)` do not. */
function shown(filter: Filter): string {
  switch (filter.is) {
    case 'and':
    case 'or':
      return `(${filter.parts.map(shown).join(filter.is === 'and' ? ' & ' : ' | ')})`
    case 'not':
      return `!${shown(filter.part)}`
    case 'words':
      return `'${filter.text}'`
    case 'has':
      return `has ${filter.field.key}`
    case 'text':
      return `${filter.field.key} ${filter.mode === 'whole' ? 'is' : 'has'} '${filter.value}'`
    case 'choice':
    case 'yes-no':
      return `${filter.field.key} ${filter.value}`
    case 'number':
      return `${filter.field.key} ${filter.open ? '(' : '['}${filter.from ?? ''}..${filter.to ?? ''}${filter.open ? ')' : ']'}`
    case 'sum':
    case 'days':
      return `${filter.field.key} [${filter.from ?? ''}..${filter.to ?? ''}]`
    case 'birthday':
      return `in [${filter.from}..${filter.to}]`
    case 'import':
      return `import ${filter.operation}`
    case 'refused-address':
      return `${filter.kinds.join('|')} refused for ${filter.channel}`
  }
}

describe('what is meant, on Sunday 22 November 2026', () => {
  test.each([
    ['anna', "'anna'"],
    ['has:phone', 'has phone'],
    ['HAS:телефон', 'has phone'],
    ['есть:телефон', 'has phone'],
    ['no:email', '!has email'],
    ['немає:пошта', '!has email'],
    ['no:size', '!has size'],
    ['not not vip:yes', 'vip true'],
    ['not no:email', 'has email'],
    ['has:import', 'import any'],
    ['import:last', 'import last'],
    ['импорт:7', 'import 7'],
    ['name:anna', "name has 'anna'"],
    ['name=anna', "name is 'anna'"],
    ['name!=anna', "!name is 'anna'"],
    ['city:Київ', "city is 'Київ'"],
    ['ГОРОД:Киев', "city is 'Киев'"],
    ['ім’я:Анна', "name has 'Анна'"],
    ['тег:vip', "tag is 'vip'"],
    ['кличка:Рекс', "dog is 'Рекс'"],
    // Choices, by key or in another language.
    ['status:client', 'status client'],
    ['status:CLIENT', 'status client'],
    ['статус:клієнт', 'status client'],
    ['kind!=company', '!kind company'],
    ['colour:синий', 'colour Синий'],
    ['тепло:горячий', 'warmth hot'],
    ['теплота:ТЁПЛЫЕ', 'warmth warm'],
    ['warmth:warm,hot', '(warmth warm | warmth hot)'],
    ['warmth!=warm,горячий', '!(warmth warm | warmth hot)'],
    ['frequency:"one off"', 'frequency one-off'],
    ['frequency:one_off', 'frequency one-off'],
    ['частота:постійний', 'frequency regular'],
    ['частота:нет', 'frequency none'],
    ['ритм:опаздывает', 'rhythm late'],
    ['поведінка:не_відповідає', 'behaviour never-answers'],
    ['поведение:"только акции"', 'behaviour sale-only'],
    ['согласие:да', 'consent yes'],
    ['vip:yes', 'vip true'],
    ['vip:так', 'vip true'],
    ['vip:нет', 'vip false'],
    ['archived=no', 'archived false'],
    // Numbers.
    ['id:5', 'id [5..5]'],
    ['id>=5', 'id [5..]'],
    ['id<=5', 'id [..5]'],
    ['id>5', 'id (5..)'],
    ['id<5', 'id (..5)'],
    ['contacts:3..', 'contacts [3..]'],
    ['contacts:..3', 'contacts [..3]'],
    ['contacts:3..5', 'contacts [3..5]'],
    ['contacts:3…5', 'contacts [3..5]'],
    ['contacts!=3..5', '!contacts [3..5]'],
    ['size:1,5', 'size [1.5..1.5]'],
    ['size:-2..', 'size [-2..]'],
    ['promo_share:80..', 'promo_share [80..]'],
    ['promo_share>=80%', 'promo_share [80..]'],
    // Money, in minor units of the base currency.
    ['spent:50000..', 'spent [5000000..]'],
    ['spent:..1000.5', 'spent [..100050]'],
    ['потратил:"50 000"..', null],
    ['потратил:"50 000.."', 'spent [5000000..]'],
    ['spent>100', 'spent [10001..]'],
    ['spent<100,50', 'spent [..10049]'],
    ['spent:100usd..', 'spent [415000..]'],
    ['spent:..$100', 'spent [..415000]'],
    ['spent:100€..200€', 'spent [450000..900000]'],
    ['spent:50k..', 'spent [5000000..]'],
    ['spent:50 000..1 000 000', 'spent [5000000..100000000]'],
    ['spent:>50 000', 'spent [5000001..]'],
    ['size:1 250,5..', 'size [1250.5..]'],
    ['spent:50тыс..', 'spent [5000000..]'],
    ['margin:..-1', 'margin [..-100]'],
    ['budget:-10..0.5', 'budget [-1000..50]'],
    ['budget>=10usd', 'budget [41500..]'],
    // Durations.
    ['silent:30d..', 'silent [30..]'],
    ['молчит:30д..', 'silent [30..]'],
    ['silent:4w..', 'silent [28..]'],
    ['silent:2m..90d', 'silent [60..90]'],
    ['мовчить:1рік..', 'silent [365..]'],
    ['silent:30', 'silent [30..30]'],
    ['silent>30', 'silent (30..)'],
    ['gap:..2w', 'gap [..14]'],
    ['cadence:90', 'cadence [90..90]'],
    // Days: a period has two ends.
    ['created:2026-01', 'created [2026-01-01..2026-01-31]'],
    ['created:01.2026', 'created [2026-01-01..2026-01-31]'],
    ['created:2024-02', 'created [2024-02-01..2024-02-29]'],
    ['created:2025', 'created [2025-01-01..2025-12-31]'],
    ['created:2025..2026-02', 'created [2025-01-01..2026-02-28]'],
    ['created:2026-01-01..2026-02-01', 'created [2026-01-01..2026-02-01]'],
    ['created:01.02.2026', 'created [2026-02-01..2026-02-01]'],
    ['created:01.02.2026..05.02.2026', 'created [2026-02-01..2026-02-05]'],
    ['created:today', 'created [2026-11-22..2026-11-22]'],
    ['created:сьогодні', 'created [2026-11-22..2026-11-22]'],
    ['created:вчера', 'created [2026-11-21..2026-11-21]'],
    ['created:пт', 'created [2026-11-20..2026-11-20]'],
    ['created:01.12', 'created [2025-12-01..2025-12-01]'],
    ['created>2026-01-31', 'created [2026-02-01..]'],
    ['created<2026-03-01', 'created [..2026-02-28]'],
    ['created>2026-12', 'created [2027-01-01..]'],
    ['created>=2026-12', 'created [2026-12-01..]'],
    ['created<2026', 'created [..2025-12-31]'],
    ['created<=2026', 'created [..2026-12-31]'],
    // A span is past, but for what lies ahead.
    ['created:30d..', 'created [2026-10-23..]'],
    ['created:-2w..', 'created [2026-11-08..]'],
    ['created>=1m', 'created [2026-10-22..]'],
    ['last:30d..', 'last [2026-10-23..]'],
    ['last:..30d', 'last [..2026-10-23]'],
    ['last:30d..10d', 'last [2026-10-23..2026-11-12]'],
    ['последний_контакт:1м..', 'last [2026-10-22..]'],
    ['contract:..+1y', 'contract [..2027-11-22]'],
    ['contract:1y..', 'contract [2025-11-22..]'],
    ['due:..7d', 'due [..2026-11-29]'],
    ['due:today', 'due [2026-11-22..2026-11-22]'],
    ['due:-1d', 'due [2026-11-21..2026-11-21]'],
    ['срок:завтра', 'due [2026-11-23..2026-11-23]'],
    ['due:01.12', 'due [2026-12-01..2026-12-01]'],
    ['touch:..today', 'touch [..2026-11-22]'],
    ['next_order:..14d', 'next_order [..2026-12-06]'],
    // Birthdays: days until they are kept, or the day of birth.
    ['birthday:today', 'in [0..0]'],
    ['birthday:..7d', 'in [0..7]'],
    ['birthday:..2w', 'in [0..14]'],
    ['birthday>7d', 'in [8..366]'],
    ['birthday<3d', 'in [0..2]'],
    ['др:завтра', 'in [1..1]'],
    ['birthday:01.12', 'in [9..9]'],
    ['birthday:12-01', 'in [9..9]'],
    ['birthday:--12-01', 'in [9..9]'],
    ['birthday:21.11', 'in [364..364]'],
    ['birthday:20.12..10.01', 'in [28..49]'],
    ['birthday:10.11..25.11', 'in [353..3]'],
    ['birthday:29.02', 'in [98..98]'],
    ['birthday:1985', 'birthday [1985-01-01..1985-12-31]'],
    ['birthday:1980..1989-06', 'birthday [1980-01-01..1989-06-30]'],
    ['birthday<01.01.2000', 'birthday [..1999-12-31]'],
    // Segments are what they say.
    ['@"весна 26" tag:x', "((city is 'Київ' | city is 'Киев') & tag is 'x')"],
    ['@весна-26', "(city is 'Київ' | city is 'Киев')"],
    ['-@ВЕСНА_26', "!(city is 'Київ' | city is 'Киев')"],
    ['segment!="Весна 26"', "!(city is 'Київ' | city is 'Киев')"],
    ['@cold', 'warmth cold'],
    ['tag:a or -vip:yes', "(tag is 'a' | !vip true)"],
  ] as const)('%s', (source, expected) =>
    expected === null ? expect(wrong(source).is).toBe('after-quote') : expect(shown(meant(source))).toBe(expected),
  )

  test('the example of every field is a value of it', () => {
    for (const { key, example } of FIELDS) meant(`${key}:"${example}"`)
  })

  test('every name of every choice is read', () => {
    for (const { key, choiceNames = {} } of FIELDS)
      for (const [choice, names] of Object.entries(choiceNames))
        for (const name of names) expect(shown(meant(`${key}:${name.toUpperCase()}`))).toBe(`${key} ${choice}`)
  })

  test('every field has names in Russian and in Ukrainian', () => {
    const ukrainian = /[іїєґ]/
    for (const { key, aliases } of FIELDS) {
      const cyrillic = aliases.filter((alias) => /\p{Script=Cyrillic}/u.test(alias))
      expect({ key, cyrillic: cyrillic.length > 0 }).toEqual({ key, cyrillic: true })
      expect(cyrillic.length === 1 || cyrillic.some((alias) => ukrainian.test(alias)) || cyrillic.length >= 2).toBe(
        true,
      )
    }
  })
})

const value = (
  field: string,
  text: string,
  expected: string,
  from: number,
  to: number,
  nearest: string | null = null,
) => expect.objectContaining({ is: 'value', field, value: text, expected, nearest, place: { from, to } })

describe('every problem with its place', () => {
  test.each<[string, unknown]>([
    ['ctty:x', { is: 'unknown-field', name: 'ctty', nearest: 'city', place: { from: 0, to: 4 } }],
    ['a  satus:x', { is: 'unknown-field', name: 'satus', nearest: 'status', place: { from: 3, to: 8 } }],
    ['silnt:30d..', { is: 'unknown-field', name: 'silnt', nearest: 'silent', place: { from: 0, to: 5 } }],
    ['молчыт:30д..', { is: 'unknown-field', name: 'молчыт', nearest: 'молчит', place: { from: 0, to: 6 } }],
    ['has:pone', { is: 'unknown-field', name: 'pone', nearest: 'phone', place: { from: 4, to: 8 } }],
    ['zzzzzzzz:x', { is: 'unknown-field', name: 'zzzzzzzz', nearest: null, place: { from: 0, to: 8 } }],
    ['-sizze:5', { is: 'unknown-field', name: 'sizze', nearest: 'size', place: { from: 1, to: 6 } }],
    ['name>5', { is: 'comparison', field: 'name', comparison: '>', expected: 'text', place: { from: 0, to: 6 } }],
    [
      'a vip>=yes',
      { is: 'comparison', field: 'vip', comparison: '>=', expected: 'yes-no', place: { from: 2, to: 10 } },
    ],
    [
      'warmth<hot',
      { is: 'comparison', field: 'warmth', comparison: '<', expected: 'choice', place: { from: 0, to: 10 } },
    ],
    ['has!=phone', { is: 'comparison', field: 'has', comparison: '!=', expected: 'field', place: { from: 0, to: 10 } }],
    ['segment>a', { is: 'comparison', field: 'segment', comparison: '>', expected: 'text', place: { from: 0, to: 9 } }],
    ['id:abc', value('id', 'abc', 'number', 3, 6)],
    ['id:', value('id', '', 'number', 3, 3)],
    ['has:', value('has', '', 'field', 4, 4)],
    ['name:""', value('name', '', 'text', 5, 7)],
    ['vip:maybe', value('vip', 'maybe', 'yes-no', 4, 9)],
    ['warmth:hott', value('warmth', 'hott', 'choice', 7, 11, 'hot')],
    ['тепло:гарячй', value('warmth', 'гарячй', 'choice', 6, 12, 'гарячий')],
    ['warmth:hot,colt', value('warmth', 'colt', 'choice', 7, 15, 'cold')],
    ['status:x', value('status', 'x', 'choice', 7, 8)],
    ['colour:rad', value('colour', 'rad', 'choice', 7, 10, 'red')],
    ['orders:many', value('orders', 'many', 'number', 7, 11)],
    ['orders:-1', value('orders', '-1', 'number', 7, 9)],
    ['spent:..', value('spent', '..', 'money', 6, 8)],
    ['spent:1.234', value('spent', '1.234', 'money', 6, 11)],
    ['spent:0.001..', value('spent', '0.001..', 'money', 6, 13)],
    ['budget>=много', value('budget', 'много', 'money', 8, 13)],
    ['silent:-3d', value('silent', '-3d', 'duration', 7, 10)],
    ['silent:2q', value('silent', '2q', 'duration', 7, 9)],
    ['spent:5xyz..', value('spent', '5xyz..', 'money', 6, 12)],
    ['spent:5gbp..', { is: 'rate', currency: 'GBP', base: 'UAH', place: { from: 6, to: 12 } }],
    ['spent:200..100', { is: 'backwards', field: 'spent', from: '200', to: '100', place: { from: 6, to: 14 } }],
    ['last:10d..30d', { is: 'backwards', field: 'last', from: '10d', to: '30d', place: { from: 5, to: 13 } }],
    ['birthday:7d..3d', { is: 'backwards', field: 'birthday', from: '7d', to: '3d', place: { from: 9, to: 15 } }],
    ['@vsena', { is: 'unknown-segment', name: 'vsena', nearest: null, place: { from: 0, to: 6 } }],
    ['a @весна-25', { is: 'unknown-segment', name: 'весна-25', nearest: 'весна 26', place: { from: 2, to: 11 } }],
    ['@sleping', { is: 'unknown-segment', name: 'sleping', nearest: 'sleeping', place: { from: 0, to: 8 } }],
    ['@a', { is: 'circle', path: ['a', 'b', 'c', 'a'], place: { from: 0, to: 2 } }],
    ['@b', { is: 'circle', path: ['b', 'c', 'a', 'b'], place: { from: 0, to: 2 } }],
  ])('%s', (source, problem) => expect(wrong(source)).toEqual(problem))

  test.each([
    'created:2026-02-30',
    'created:31.02.2026',
    'created:2026-13',
    'created:0000',
    'created:soon',
    'created:1..2..3',
    'created:..',
    'created>2026..2027',
    'created>9999',
    'created<0001',
    'created:now',
    'contacts:..',
    'contacts:3..x',
    'contacts:1e5',
    'id:1234567890123456',
    'birthday:30.02',
    'birthday:2026-02-30',
    'birthday:yesterday',
    'birthday:400d',
    'birthday:1980..7d',
    'newsletter:2',
    'created>9999y',
    'created:..+9999y',
    'silent:100000',
    'import:x',
    'promo_share:%',
  ])('%s is a wrong value', (source) => expect(wrong(source).is).toBe('value'))

  test.each<[string, string[], string, FilterProblem['is']]>([
    ['@broken', ['broken'], 'tag:x silnt:30d..', 'unknown-field'],
    ['@outer or vip:yes', ['outer', 'broken'], 'tag:x silnt:30d..', 'unknown-field'],
    ['@badly', ['badly'], '(tag:x', 'unclosed-bracket'],
  ])('%s tells in which segment the mistake is', (source, within, text, is) => {
    let error: unknown
    try {
      meant(source)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(FilterError)
    expect(error).toMatchObject({ within, source: text, problem: { is } })
  })

  test.each([
    ['no:5', "no is '5'"],
    ['no>5', null],
    ['no:email', '!has email'],
    ['no:no', '!has no'],
    ['has:no', 'has no'],
    ['есть:щенок', "есть is 'щенок'"],
    ['segment:s1', "segment is 's1'"],
    ['сегмент!=s1', "!segment is 's1'"],
    ['-segment:"s 1"', "!segment is 's 1'"],
    ['@весна-26', "(city is 'Київ' | city is 'Киев')"],
  ])('fields of one’s own may be called like words of the language: %s', (source, expected) => {
    const own = { id: 9, type: 'text' as const, choices: [], label: null }
    const custom = [
      { ...own, key: 'no' },
      { ...own, key: 'есть' },
      { ...own, key: 'segment', label: 'Сегмент' },
    ]
    const read = () => filterFrom(source, { ...CONTEXT, custom })
    if (expected === null) expect(problemOf(read).is).toBe('comparison')
    else expect(shown(read())).toBe(expected)
  })

  test('a filter has an end', () => {
    const many = (count: number): string => Array.from({ length: count }, (_, index) => `id:${index}`).join(' or ')
    expect(meant(many(2_000)).is).toBe('or')
    expect(wrong(many(2_001)).is).toBe('too-long')
  })
})

describe('a shell took the quotes away', () => {
  test.each([
    ['city:New York', 'city:"New York"'],
    ['tag:vip city:Нова Каховка plus tag:x', 'city:"Нова Каховка plus"'],
    ['-(city=Нью Йорк) or tag:vip', 'city="Нью Йорк"'],
    ['dog:Рекс Третий', 'dog:"Рекс Третий"'],
    ['city:"New York" anna', null],
    ['city:New "york"', null],
    ['status:client anna', null],
    ['orders:2 anna', null],
    ['city!=New York', null],
    ['city:Москва tag:vip', null],
    ['city:Москва or anna', null],
    ['tag:vip - city:Москва', null],
    ['anna', null],
    ['', null],
  ])('%s', (source, expected) => expect(quotedInstead(source)).toBe(expected))
})
