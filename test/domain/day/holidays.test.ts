import { describe, expect, test } from 'vitest'
import { weekday } from '../../../src/domain/calendar.js'
import { countryOf, countryOfPhone } from '../../../src/domain/day/country.js'
import { HOLIDAYS } from '../../../src/domain/day/holiday-list.js'
import {
  type Celebrant,
  chosenHolidays,
  holidayIn,
  holidayMark,
  holidayNear,
  isMeantFor,
  nextHoliday,
  readHolidayMark,
  sexByPatronymic,
} from '../../../src/domain/day/holidays.js'
import { HOLIDAY_NAMES } from '../../../src/words/holidays.js'

const listed = (key: string) => {
  const holiday = HOLIDAYS.find((each) => each.key === key)
  if (!holiday) throw new Error(`no holiday ${key}`)
  return holiday
}
const chosen = (key: string, filter: string | null = null) => {
  const holiday = chosenHolidays([{ key, active: 1, filter, name: null, month_day: null, remind_days: null }]).find(
    (each) => each.key === key,
  )
  if (!holiday) throw new Error(`no holiday ${key}`)
  return holiday
}

/** `MM-DD` of the years 2024 to 2036, as church and civil calendars print them. */
const MOVABLE: [string, string][] = [
  ['easter-orthodox', '05-05 04-20 04-12 05-02 04-16 04-08 04-28 04-13 05-02 04-24 04-09 04-29 04-20'],
  ['easter-western', '03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25 04-13'],
  ['programmer-ru', '09-12 09-13 09-13 09-13 09-12 09-13 09-13 09-13 09-12 09-13 09-13 09-13 09-12'],
  ['builder-ru', '08-11 08-10 08-09 08-08 08-13 08-12 08-11 08-10 08-08 08-14 08-13 08-12 08-10'],
  ['trade-ru', '07-27 07-26 07-25 07-24 07-22 07-28 07-27 07-26 07-24 07-23 07-22 07-28 07-26'],
  ['driver-ru', '10-27 10-26 10-25 10-31 10-29 10-28 10-27 10-26 10-31 10-30 10-29 10-28 10-26'],
  ['medic-ru', '06-16 06-15 06-21 06-20 06-18 06-17 06-16 06-15 06-20 06-19 06-18 06-17 06-15'],
  ['mothers-day-ru', '11-24 11-30 11-29 11-28 11-26 11-25 11-24 11-30 11-28 11-27 11-26 11-25 11-30'],
  ['mothers-day-ua', '05-12 05-11 05-10 05-09 05-14 05-13 05-12 05-11 05-09 05-08 05-14 05-13 05-11'],
  ['vyshyvanka-day', '05-16 05-15 05-21 05-20 05-18 05-17 05-16 05-15 05-20 05-19 05-18 05-17 05-15'],
  ['teacher-ua', '10-06 10-05 10-04 10-03 10-01 10-07 10-06 10-05 10-03 10-02 10-01 10-07 10-05'],
  ['agriculture-ua', '11-17 11-16 11-15 11-21 11-19 11-18 11-17 11-16 11-21 11-20 11-19 11-18 11-16'],
  ['pharmacist-ua', '09-21 09-20 09-19 09-18 09-16 09-15 09-21 09-20 09-18 09-17 09-16 09-15 09-20'],
  ['secretary-ru', '09-20 09-19 09-18 09-17 09-15 09-21 09-20 09-19 09-17 09-16 09-15 09-21 09-19'],
  ['system-administrator', '07-26 07-25 07-31 07-30 07-28 07-27 07-26 07-25 07-30 07-29 07-28 07-27 07-25'],
  ['architect', '10-07 10-06 10-05 10-04 10-02 10-01 10-07 10-06 10-04 10-03 10-02 10-01 10-06'],
]

describe('the day of a holiday', () => {
  test.each(MOVABLE)('%s from 2024 to 2036', (key, days) => {
    const { rule } = listed(key)
    expect(
      days
        .split(' ')
        .map((_, index) => holidayIn(rule, 2024 + index).slice(5))
        .join(' '),
    ).toBe(days)
  })

  test.each([
    ['new-year', '01-01'],
    ['christmas', '12-25'],
    ['christmas-7-january', '01-07'],
    ['saint-nicholas-ua', '12-06'],
    ['defenders-day-ua', '10-01'],
    ['statehood-day-ua', '07-15'],
    ['independence-day-ua', '08-24'],
    ['russia-day', '06-12'],
    ['medic-ua', '07-27'],
    ['accountant-ru', '11-21'],
    ['accountant-ua', '07-16'],
    ['lawyer-ru', '12-03'],
    ['lawyer-ua', '10-08'],
    ['railway-ua', '11-04'],
  ])('%s is on %s', (key, monthDay) => {
    for (let year = 2024; year <= 2036; year += 1) expect(holidayIn(listed(key).rule, year)).toBe(`${year}-${monthDay}`)
  })

  test('a weekday of a month falls on it, in its week, in every year', () => {
    for (const { rule } of HOLIDAYS)
      for (let year = 1990; year <= 2090 && rule.is === 'weekday'; year += 1) {
        const on = holidayIn(rule, year)
        expect([weekday(on), Number(on.slice(5, 7))]).toEqual([rule.weekday, rule.month])
        const day = Number(on.slice(8))
        if (rule.nth > 0) expect(Math.ceil(day / 7)).toBe(rule.nth)
        else expect(day).toBeGreaterThan(21)
      }
  })

  test.each([
    ['new-year', '2026-12-30', '2027-01-01'],
    ['new-year', '2027-01-01', '2027-01-01'],
    ['new-year', '2027-01-02', '2028-01-01'],
    ['easter-orthodox', '2026-04-13', '2027-05-02'],
  ])('%s comes next, seen from %s, on %s', (key, day, next) => {
    expect(nextHoliday(listed(key).rule, day)).toBe(next)
  })

  test.each([
    ['new-year', '2026-12-31', 1, 3, ['2027-01-01']],
    ['new-year', '2026-12-31', 0, 3, []],
    ['new-year', '2027-01-04', 0, 3, ['2027-01-01']],
    ['new-year', '2027-01-05', 0, 3, []],
    ['christmas', '2027-01-02', 0, 8, ['2026-12-25']],
    ['new-year', '2026-06-01', 300, 300, ['2026-01-01', '2027-01-01']],
  ])('%s near %s, %i ahead and %i belated', (key, day, ahead, belated, days) => {
    expect(holidayNear(listed(key).rule, day, { ahead, belated }).sort()).toEqual(days)
  })

  test('a day of one’s own on 29 February', () => {
    expect(holidayIn({ is: 'day', monthDay: '02-29' }, 2027)).toBe('2027-02-28')
    expect(holidayIn({ is: 'day', monthDay: '02-29' }, 2027, 1)).toBe('2027-03-01')
    expect(holidayIn({ is: 'day', monthDay: '02-29' }, 2028, 1)).toBe('2028-02-29')
  })
})

describe('the list', () => {
  test('has each key once, and a name for each in three languages', () => {
    const keys = HOLIDAYS.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(Object.keys(HOLIDAY_NAMES).sort()).toEqual([...keys].sort())
    for (const names of Object.values(HOLIDAY_NAMES))
      for (const language of ['en', 'ru', 'uk'] as const) expect(names[language]).toMatch(/\p{L}/u)
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z0-9]+)*$/)
  })

  test('no two holidays of one language are called the same', () => {
    for (const language of ['en', 'ru', 'uk'] as const) {
      const names = Object.values(HOLIDAY_NAMES).map((each) => each[language])
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })

  test('only the New Year is kept unasked', () => {
    expect(
      chosenHolidays([])
        .filter(({ kept }) => kept)
        .map(({ key }) => key),
    ).toEqual(['new-year'])
    const dropped = chosenHolidays([
      { key: 'new-year', active: 0, filter: null, name: null, month_day: null, remind_days: null },
    ])
    expect(dropped.some(({ kept }) => kept)).toBe(false)
  })
})

describe('for whom', () => {
  const client = (more: Partial<Celebrant> = {}): Celebrant => ({
    id: 1,
    kind: 'person',
    vip: false,
    sort_key: 'ёлкина анна',
    sex: null,
    patronymic: null,
    country: null,
    phone: null,
    ...more,
  })
  const company = { kind: 'company' } as const
  test.each<[string, string, string | null, Partial<Celebrant>, string, boolean]>([
    ['New Year for everybody', 'new-year', null, {}, 'RU', true],
    ['New Year for a company', 'new-year', null, company, 'RU', true],
    ['8 March for a woman', 'womens-day', null, { sex: 'female' }, 'RU', true],
    ['8 March by the patronymic', 'womens-day', null, { patronymic: 'Сергеевна' }, 'RU', true],
    ['8 March not for a man', 'womens-day', null, { patronymic: 'Сергеевич' }, 'RU', false],
    ['what was entered goes before', 'womens-day', null, { sex: 'male', patronymic: 'Сергеевна' }, 'RU', false],
    ['8 March not for whom nobody knows', 'womens-day', null, {}, 'RU', false],
    ['8 March not for whom nobody knows, with a filter', 'womens-day', 'tag:vip', {}, 'RU', false],
    ['8 March not for a company', 'womens-day', null, { ...company, sex: 'female' }, 'RU', false],
    ['23 February for a man of Russia', 'defenders-day', null, { sex: 'male', phone: '+79160000001' }, 'UA', true],
    [
      '23 February not for a man of Ukraine',
      'defenders-day',
      null,
      { sex: 'male', phone: '+380670000001' },
      'RU',
      false,
    ],
    ['23 February for a man of Belarus', 'defenders-day', null, { sex: 'male', country: 'BY' }, 'RU', true],
    [
      'the country that was entered goes before the phone',
      'defenders-day',
      null,
      { sex: 'male', country: 'UA', phone: '+79160000001' },
      'RU',
      false,
    ],
    ['by the user’s country', 'russia-day', null, {}, 'RU', true],
    ['by the user’s other country', 'russia-day', null, {}, 'UA', false],
    ['Kazakhstan is not Russia', 'russia-day', null, { phone: '+77010000001' }, 'RU', false],
    ['Independence Day for Ukraine', 'independence-day-ua', null, { phone: '+380670000001' }, 'RU', true],
    ['Independence Day not for Russia', 'independence-day-ua', null, { phone: '+79160000001' }, 'UA', false],
    ['7 January not for Ukraine', 'christmas-7-january', null, { phone: '+380670000001' }, 'RU', false],
    ['7 January for those chosen', 'christmas-7-january', 'tag:orthodox', { phone: '+380670000001' }, 'RU', true],
    ['25 December for Ukraine', 'christmas', null, { phone: '+380670000001' }, 'RU', true],
    ['25 December not for Russia', 'christmas', null, { phone: '+79160000001' }, 'RU', false],
    [
      'a state day keeps its country whatever is chosen',
      'russia-day',
      'tag:vip',
      { phone: '+380670000001' },
      'RU',
      false,
    ],
    ['a trade for nobody', 'accountant-ru', null, {}, 'RU', false],
    ['a trade for those chosen', 'accountant-ru', 'position:бухгалтер', {}, 'RU', true],
    ['a trade of the neighbours', 'accountant-ru', 'position:бухгалтер', { phone: '+380670000001' }, 'RU', false],
    ['a foreign phone', 'russia-day', null, { phone: '+818012345678' }, 'RU', false],
  ])('%s', (_, key, filter, more, own, expected) => {
    expect(isMeantFor(chosen(key, filter), client(more), own)).toBe(expected)
  })

  test.each([
    ['Сергеевна', 'female'],
    ['Ильинична', 'female'],
    ['Андріївна', 'female'],
    ['Іллівна', 'female'],
    ['Sergeevna', 'female'],
    ['Гасан кызы', 'female'],
    ['Сергеевич', 'male'],
    ['Ильич', 'male'],
    ['Андрійович', 'male'],
    ['ПЕТРОВИЧ', 'male'],
    ['Гасан оглы', 'male'],
    ['С.', null],
    ['', null],
    [null, null],
  ])('%s', (patronymic, sex) => {
    expect(sexByPatronymic(patronymic)).toBe(sex)
  })

  test.each([
    ['+380670000001', 'UA'],
    ['+375290000001', 'BY'],
    ['+79160000001', 'RU'],
    ['+77010000001', 'KZ'],
    ['+76010000001', 'KZ'],
    ['+998900000001', 'UZ'],
    ['+447700900145', 'GB'],
    ['+48500000001', 'PL'],
    ['+818012345678', null],
    ['12', null],
  ])('%s is of %s', (phone, country) => {
    expect(countryOfPhone(phone)).toBe(country)
    expect(countryOf({ country: null, phone }, 'RU')).toBe(country)
  })

  test('a mark is read as it was written', () => {
    expect(readHolidayMark(holidayMark('own-день:фирмы', '2027-01-01'))).toEqual({
      key: 'own-день:фирмы',
      on: '2027-01-01',
    })
  })
})
