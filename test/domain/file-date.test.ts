import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAnniversary } from '../../src/domain/anniversary.js'
import { addDays, isCivilDate } from '../../src/domain/calendar.js'
import { type DateOrder, OrderCount, orderEvidence, readFileDate, withYear } from '../../src/domain/cells/file-date.js'

const TODAY = '2026-11-22'

/** `1985-05-17 10:00`, `--05-17`, or what it is instead of a date. */
function read(text: string, order: DateOrder | null = null, past = true): string {
  const reading = readFileDate(text, { today: TODAY, order, past })
  if (reading.is === 'year') return `year ${reading.year}`
  if (reading.is !== 'date') return reading.is
  return formatAnniversary(reading.date) + (reading.time === null ? '' : ` ${reading.time}`)
}

test.each([
  // dotted
  ['17.05.1985', '1985-05-17'],
  [' 17.5.1985 ', '1985-05-17'],
  ['17.5.85г', '1985-05-17'],
  ['17.05.85 г.', '1985-05-17'],
  ['17.05.1985 р.', '1985-05-17'],
  ['17.05.', '--05-17'],
  ['17.05', '--05-17'],
  ['17. 05. 1985', '1985-05-17'],
  ['17.\u00a005.1985', '1985-05-17'],
  ['１７.０５.１９８５', '1985-05-17'],
  ["'17.05.1985", '1985-05-17'],
  ['="17.05.1985"', '1985-05-17'],
  ['17 05 1985', '1985-05-17'],
  // slashes and hyphens that can be read one way only
  ['17/05/85', '1985-05-17'],
  ['5/17/1985', '1985-05-17'],
  ['17-05-1985', '1985-05-17'],
  ['05/05/2024', '2024-05-05'],
  ['17/5', '--05-17'],
  ['5/17', '--05-17'],
  // year first
  ['1985-05-17', '1985-05-17'],
  ['1985/05/17', '1985-05-17'],
  ['1985.5.17', '1985-05-17'],
  ['85-05-17', '1985-05-17'],
  ['19850517', '1985-05-17'],
  ['17051985', '1985-05-17'],
  ['--03-08', '--03-08'],
  ['--0308', '--03-08'],
  // time
  ['2026-02-01T10:00:00+03:00', '2026-02-01 10:00'],
  ['2026-02-01T10:00:00Z', '2026-02-01 10:00'],
  ['2026-02-01T10:00', '2026-02-01 10:00'],
  ['2026-02-01 10:00:00.000', '2026-02-01 10:00'],
  ['20260201T101500Z', '2026-02-01 10:15'],
  ['20260201101500', '2026-02-01 10:15'],
  ['01.02.2026 10:15:00', '2026-02-01 10:15'],
  ['01.02.2026 10:15', '2026-02-01 10:15'],
  ['01.02.2026, 9:15', '2026-02-01 09:15'],
  ['01.02.2026 в 10:15', '2026-02-01 10:15'],
  ['01.02.2026 о 10:15', '2026-02-01 10:15'],
  ['2/13/2026 5:30 PM', '2026-02-13 17:30'],
  ['2/13/2026 12:05:00 AM', '2026-02-13 00:05'],
  ['17 мая 1985 г. 10:15', '1985-05-17 10:15'],
  ['Sat, 12 Mar 2022 10:00:00 +0300', '2022-03-12 10:00'],
  // a bare midnight is how programs write a day
  ['01.02.2026 0:00:00', '2026-02-01'],
  ['2026-02-01T00:00:00', '2026-02-01'],
  ['2026-02-01T00:00:00+03:00', '2026-02-01 00:00'],
  // serial days
  ['31184', '1985-05-17'],
  ['31184,4166666667', '1985-05-17 10:00'],
  ['46054', '2026-02-01'],
  ['46054.75', '2026-02-01 18:00'],
  ['46054.0', '2026-02-01'],
  ['46053.999999', '2026-02-01'],
  // names of months
  ['17 мая 1985 г.', '1985-05-17'],
  ['17 мая, 1985', '1985-05-17'],
  ['17 МАЯ 85', '1985-05-17'],
  ['1 лютого 2026', '2026-02-01'],
  ['12 Mar 2024', '2024-03-12'],
  ['7-Feb-22', '2022-02-07'],
  ['8-мар-85', '1985-03-08'],
  ['March 8, 1985', '1985-03-08'],
  ['Mar 8 1985', '1985-03-08'],
  ['8th of March 1985', '1985-03-08'],
  ['March 8', '--03-08'],
  ['8 березня', '--03-08'],
  ['8 вер. 2020', '2020-09-08'],
  ['1 сент. 2020', '2020-09-01'],
  ['22 листопада 2026', '2026-11-22'],
  ['суббота, 17 мая 2025 г.', '2025-05-17'],
  ["п'ятниця, 16 травня 2025", '2025-05-16'],
  // words
  ['вчера', '2026-11-21'],
  ['Вчора', '2026-11-21'],
  ['yesterday', '2026-11-21'],
  ['позавчера', '2026-11-20'],
  ['сегодня', TODAY],
  ['сьогодні', TODAY],
  ['вчера в 10:15', '2026-11-21 10:15'],
  // no year
  ['1604-03-08', '--03-08'],
  ['08.03.1604', '--03-08'],
  ['08.03.0000', '--03-08'],
  ['29.02.', '--02-29'],
  ['29.02.2000', '2000-02-29'],
  // short years: of the last hundred
  ['23.11.26', '1926-11-23'],
  ['22.11.26', '2026-11-22'],
  ['01.02.26', '2026-02-01'],
  ['01.01.27', '1927-01-01'],
])('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  '',
  ' ',
  '-',
  '—',
  'н/д',
  'Нет',
  'немає',
  'n/a',
  'None',
  'NULL',
  '#N/A',
  '0',
  '00.00.0000',
  '0.0.00',
  '0000-00-00',
  '0000-00-00 00:00:00',
  '01.01.0001',
  '0001-01-01',
  '0001-01-01T00:00:00',
  '01.01.1900',
  '1/1/1900',
  '1/0/1900',
  '1900-01-01 00:00:00',
  '30.12.1899',
  '31.12.1899',
  '1/1/4501',
  '31.12.9999',
])('«%s» means none', (text) => expect(read(text)).toBe('none'))

test.each([
  '29.02.2001',
  '29.02.1900',
  '31.11.2026',
  '2026-02-30',
  '32.01.2020',
  '13/13/2024',
  '0/5/2024',
  '05.17.1985',
  '17.05.0785',
  '17.05.3085',
  '01.02.2026 25:00',
  '01.02.2026 10:75',
  '1/13/2026 13:00 PM',
  // not yet
  '24.11.2026',
  '17.05.2085',
  'завтра',
])('%s is impossible', (text) => expect(read(text)).toBe('impossible'))

test.each([
  'март',
  'май 1985',
  'Feb-22',
  '05.1985',
  '2026-02',
  '12:30',
  '99',
  '9999',
  '99999',
  '12',
  '1.2.3',
  'скоро',
  'до 17.05.1985',
  '17.05.1985 - 18.05.1985',
  '🙂',
])('%s is unreadable', (text) => expect(read(text)).toBe('unreadable'))

test.each([
  ['1985', 'year 1985'],
  ['1985 г.', 'year 1985'],
  ['1985 год', 'year 1985'],
  ['1985 року', 'year 1985'],
])('%s is a year', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['05/06/2024', '2024-06-05', '2024-05-06'],
  ['5-6-24', '2024-06-05', '2024-05-06'],
  ['5/6', '--06-05', '--05-06'],
  ['2/1/2026 5:30 PM', '2026-01-02 17:30', '2026-02-01 17:30'],
  ['05061985', '1985-06-05', '1985-05-06'],
])('%s is ambiguous, %s or %s', (text, dmy, mdy) => {
  expect(read(text)).toBe('ambiguous')
  expect(read(text, 'dmy')).toBe(dmy)
  expect(read(text, 'mdy')).toBe(mdy)
})

test.each([
  ['17/05/1985', 'mdy', '1985-05-17'],
  ['5/17/1985', 'dmy', '1985-05-17'],
  ['05.06.2024', 'mdy', '2024-06-05'],
  ['2024-06-05', 'mdy', '2024-06-05'],
] as const)('%s has one reading, also in a column of %s', (text, order, expected) =>
  expect(read(text, order)).toBe(expected),
)

test.each([
  ['24.11.2026', '2026-11-24'],
  ['завтра', '2026-11-23'],
  ['01.01.27', '2027-01-01'],
  ['01.01.45', '2045-01-01'],
  ['01.01.46', '1946-01-01'],
  ['01.01.99', '1999-01-01'],
])('%s may lie ahead: %s', (text, expected) => expect(read(text, null, false)).toBe(expected))

test.each([
  ['05.03', true, '2026-03-05'],
  ['22.11', true, TODAY],
  ['23.11', true, '2025-11-23'],
  ['21.11', false, '2027-11-21'],
  ['22.11', false, TODAY],
  ['29.02', true, '2024-02-29'],
  ['29.02', false, '2028-02-29'],
])('%s without a year, past %s, is %s', (text, past, expected) => {
  const reading = readFileDate(text, { today: TODAY, order: null, past })
  expect(reading.is === 'date' ? withYear(reading.date, TODAY, past) : null).toBe(expected)
})

describe('the order of a column', () => {
  test.each([
    ['12/25/2024', 'mdy'],
    ['25/12/2024', 'dmy'],
    ['25-12-24', 'dmy'],
    ['05/06/2024', 'either'],
    ['05/06/2024 10:15', 'either'],
    ['5/6', 'either'],
    ['05/05/2024', null],
    ['05.06.2024', 'dotted'],
    ['05.06.', 'dotted'],
    ['2024-05-06', null],
    ['45054', null],
    ['5 мая 2024', null],
    ['13/13/2024', null],
    ['0/5/2024', null],
    ['нет', null],
    ['', null],
  ])('%s: %s', (text, evidence) => expect(orderEvidence(text)).toBe(evidence))

  test.each<[string[], DateOrder | null, number, boolean]>([
    [['05/06/2024', '25/12/2024'], 'dmy', 1, false],
    [['05/06/2024', '12/25/2024'], 'mdy', 1, false],
    [['05/06/2024', '05.06.2024'], 'dmy', 1, false],
    [['05.06.2024', '12/25/2024'], 'mdy', 0, false],
    [['05/06/2024', '12/25/2024', '25/12/2024', '01.02.2024'], null, 1, true],
    [['05/06/2024', '06/07/2024'], null, 2, false],
    [['2024-05-06', ''], null, 0, false],
  ])('%j', (texts, order, either, conflict) => {
    const count = new OrderCount()
    for (const text of texts) count.add(text)
    expect(count.decide()).toEqual({ order, either, conflict })
  })
})

describe('properties', () => {
  test('any text is read or refused, and a date that is read exists', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789./-: мая') }))
    fc.assert(
      fc.property(text, fc.constantFrom('dmy', 'mdy', null), fc.boolean(), (cell, order, past) => {
        const reading = readFileDate(cell, { today: TODAY, order, past })
        orderEvidence(cell)
        if (reading.is !== 'date') return
        expect(isCivilDate(formatAnniversary({ ...reading.date, year: reading.date.year ?? 2000 }))).toBe(true)
        if (reading.time !== null) expect(reading.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
      { numRuns: 3000 },
    )
  })

  test('every day is read back in every style', () => {
    const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1928-01-01', days))
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', number = ''] = date.split('-')
        const serial = (Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000
        for (const text of [date, `${number}.${month}.${year}`, `${year}${month}${number}`, `${serial}`])
          expect(read(text)).toBe(date)
        expect(read(`${number}/${month}/${year}`, 'dmy')).toBe(date)
        expect(read(`${Number(month)}/${Number(number)}/${year}`, Number(number) > 12 ? 'dmy' : 'mdy')).toBe(date)
      }),
    )
  })
})
