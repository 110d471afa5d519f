import { describe, expect, test } from 'vitest'
import { type Around, type DateDue, giftsOf, greetingOf } from '../../../src/domain/day/greeting.js'
import { firstOrderDays, isRound } from '../../../src/domain/day/occasions.js'

let next = 0
const date = (born: string, more: Partial<DateDue> = {}): DateDue => {
  next += 1
  return {
    id: next,
    client_id: next,
    kind: 'person',
    name: 'Ёлкина Анна',
    family_name: 'Ёлкина',
    given_name: 'Анна',
    occasion: 'birthday',
    who: null,
    month_day: born.slice(-5),
    year: born.startsWith('--') ? null : Number(born.slice(0, 4)),
    remind_days: null,
    gift: null,
    vip: false,
    sort_key: 'ёлкина анна',
    opted_out: false,
    wanted: true,
    greetings: [],
    ...more,
  }
}
const around = (today: string, ahead = 0, belated = 3, leapDay: 28 | 1 = 28): Around => ({
  day: today,
  today,
  span: { ahead, belated },
  early: true,
  rules: { leapDay, vipAhead: 3 },
})
/** `day of the occasion, days from today, years`, or null. */
const said = (group: DateDue[], when: Around): string | null => {
  const reason = greetingOf(group, when)?.reasons[0]
  return reason?.code === 'occasion'
    ? `${reason.on} ${reason.days} ${reason.years ?? '?'}${reason.round ? ' round' : ''}`
    : null
}

describe('when a birthday is due', () => {
  test.each<[string, string, number, number, string | null]>([
    // Born, today, ahead, belated.
    ['1980-03-12', '2026-03-12', 0, 3, '2026-03-12 0 46'],
    ['1980-03-12', '2026-03-11', 0, 3, null],
    ['1980-03-12', '2026-03-11', 1, 3, '2026-03-12 1 46'],
    ['1980-03-12', '2026-03-13', 0, 3, '2026-03-12 -1 46'],
    ['1980-03-12', '2026-03-15', 0, 3, '2026-03-12 -3 46'],
    ['1980-03-12', '2026-03-16', 0, 3, null],
    ['1980-03-12', '2026-03-13', 0, 0, null],
    ['--03-12', '2026-03-12', 0, 3, '2026-03-12 0 ?'],
    ['--03-12', '2026-03-14', 0, 3, '2026-03-12 -2 ?'],
    ['--03-12', '2026-03-05', 7, 0, '2026-03-12 7 ?'],
    ['--03-12', '2026-03-04', 7, 0, null],
    ['1976-03-12', '2026-03-12', 0, 0, '2026-03-12 0 50 round'],
    ['2008-03-12', '2026-03-12', 0, 0, '2026-03-12 0 18 round'],
    ['2025-03-12', '2026-03-12', 0, 0, '2026-03-12 0 1 round'],
    ['2024-03-12', '2026-03-12', 0, 0, '2026-03-12 0 2'],
    ['2026-03-12', '2026-03-12', 0, 0, null],
    ['2026-03-12', '2026-03-10', 5, 0, null],
    ['2027-03-12', '2026-03-12', 0, 0, null],
    // The turn of the year.
    ['1980-12-31', '2027-01-01', 0, 3, '2026-12-31 -1 46'],
    ['1980-12-31', '2027-01-03', 0, 3, '2026-12-31 -3 46'],
    ['1980-12-31', '2027-01-04', 0, 3, null],
    ['1980-01-01', '2026-12-31', 1, 3, '2027-01-01 1 47'],
    ['1980-01-01', '2026-12-25', 7, 3, '2027-01-01 7 47'],
    ['--01-01', '2026-12-24', 7, 3, null],
    ['1980-01-02', '2026-12-31', 2, 3, '2027-01-02 2 47'],
    // So wide a span that last and next year are in it: the nearer one.
    ['1980-03-12', '2026-08-12', 366, 366, '2026-03-12 -153 46'],
    ['1980-03-12', '2026-10-12', 366, 366, '2027-03-12 151 47'],
  ])('born %s, today %s, ahead %i, belated %i', (born, today, ahead, belated, expected) => {
    expect(said([date(born)], around(today, ahead, belated))).toBe(expected)
  })

  test.each<[string, string, string | null, string | null]>([
    // Born, today; kept on the 28th, kept on 1 March.
    ['1988-02-29', '2027-02-27', null, null],
    ['1988-02-29', '2027-02-28', '2027-02-28 0 39', null],
    ['1988-02-29', '2027-03-01', '2027-02-28 -1 39', '2027-03-01 0 39'],
    ['1988-02-29', '2027-03-03', '2027-02-28 -3 39', '2027-03-01 -2 39'],
    ['1988-02-29', '2027-03-04', null, '2027-03-01 -3 39'],
    ['1988-02-29', '2027-03-05', null, null],
    ['1988-02-29', '2028-02-28', null, null],
    ['1988-02-29', '2028-02-29', '2028-02-29 0 40 round', '2028-02-29 0 40 round'],
    ['1988-02-29', '2028-03-01', '2028-02-29 -1 40 round', '2028-02-29 -1 40 round'],
    ['--02-29', '2027-02-28', '2027-02-28 0 ?', null],
    ['--02-29', '2027-03-01', '2027-02-28 -1 ?', '2027-03-01 0 ?'],
    ['--02-29', '2028-02-29', '2028-02-29 0 ?', '2028-02-29 0 ?'],
    ['1988-02-29', '2100-02-28', '2100-02-28 0 112', null],
    ['1988-02-29', '2100-03-01', '2100-02-28 -1 112', '2100-03-01 0 112'],
    ['1988-02-29', '2000-02-29', '2000-02-29 0 12', '2000-02-29 0 12'],
    ['1988-02-28', '2027-02-28', '2027-02-28 0 39', '2027-02-28 0 39'],
    ['1988-03-01', '2027-03-01', '2027-03-01 0 39', '2027-03-01 0 39'],
    ['1988-03-01', '2028-03-01', '2028-03-01 0 40 round', '2028-03-01 0 40 round'],
  ])('born %s, today %s', (born, today, on28, on1) => {
    expect(said([date(born)], around(today))).toBe(on28)
    expect(said([date(born)], around(today, 0, 3, 1))).toBe(on1)
  })

  test.each<[string, Partial<DateDue>, string, string | null]>([
    ['reminded a week ahead', { remind_days: 7 }, '2026-03-05', '2026-03-12 7 46'],
    ['not before', { remind_days: 7 }, '2026-03-04', null],
    ['a VIP three days ahead', { vip: true }, '2026-03-09', '2026-03-12 3 46'],
    ['a VIP not before', { vip: true }, '2026-03-08', null],
    ['what the date says goes before', { vip: true, remind_days: 1 }, '2026-03-10', null],
    ['a VIP reminded longer ahead', { vip: true, remind_days: 10 }, '2026-03-03', '2026-03-12 9 46'],
    ['said no', { opted_out: true }, '2026-03-12', null],
    ['not asked for', { wanted: false }, '2026-03-12', null],
  ])('%s', (_, more, today, expected) => {
    expect(said([date('1980-03-12', more)], around(today))).toBe(expected)
  })

  const done = (occurs_on: string) => ({ occurs_on, state: 'done' as const, snoozed_until: null })
  const putOff = (occurs_on: string, until: string) => ({ occurs_on, state: 'snoozed' as const, snoozed_until: until })
  test.each<[string, DateDue['greetings'], string, string | null]>([
    ['greeted', [done('2026-03-12')], '2026-03-12', null],
    ['greeted last year', [done('2025-03-12')], '2026-03-12', '2026-03-12 0 46'],
    ['greeted on another day of this year, put right since', [done('2026-03-09')], '2026-03-12', null],
    ['greeted 184 days before', [done('2025-09-09')], '2026-03-12', '2026-03-12 0 46'],
    ['greeted 183 days before', [done('2025-09-10')], '2026-03-12', null],
    ['put off', [putOff('2026-03-12', '2026-03-20')], '2026-03-13', null],
    ['put off and back, though long belated', [putOff('2026-03-12', '2026-03-20')], '2026-03-20', '2026-03-12 -8 46'],
    ['back and not yet looked at', [putOff('2026-03-12', '2026-03-20')], '2026-04-20', '2026-03-12 -39 46'],
    ['forgotten after half a year', [putOff('2026-03-12', '2026-03-20')], '2026-10-01', null],
    ['gives way to the next', [putOff('2025-12-20', '2025-12-25')], '2026-03-12', '2026-03-12 0 46'],
  ])('%s', (_, greetings, today, expected) => {
    expect(said([date('1980-03-12', { greetings })], around(today))).toBe(expected)
  })

  test('another day than today counts from today and announces nothing', () => {
    const asked: Around = { ...around('2026-03-12', 0, 0), today: '2026-03-01', early: false }
    expect(said([date('1980-03-12')], asked)).toBe('2026-03-12 11 46')
    expect(said([date('1980-03-13', { vip: true, remind_days: 7 })], asked)).toBeNull()
  })
})

describe('one greeting for one person', () => {
  const own = (more: Partial<DateDue> = {}) => date('--03-12', { client_id: 7, ...more })
  const atFirm = (more: Partial<DateDue> = {}) =>
    date('1980-03-12', { client_id: 3, kind: 'company', who: 'director', ...more })

  test('it is that of the person, and tells of the other cards and their year', () => {
    const entry = greetingOf([atFirm(), own(), atFirm({ client_id: 4, vip: true })], around('2026-03-12'))
    expect(entry).toMatchObject({ client_id: 7, also: [3, 4], vip: true })
    expect(entry?.reasons[0]).toMatchObject({ who: null, years: 46 })
  })

  test('done on one card is done', () => {
    const greetings = [{ occurs_on: '2026-03-12', state: 'skipped' as const, snoozed_until: null }]
    expect(greetingOf([own(), atFirm({ greetings })], around('2026-03-12'))).toBeNull()
  })

  test('who said no is not greeted through the firm, and a firm that did not want it does not speak for its people', () => {
    expect(greetingOf([own({ opted_out: true }), atFirm()], around('2026-03-12'))).toBeNull()
    expect(greetingOf([own(), atFirm({ opted_out: true })], around('2026-03-12'))).toMatchObject({ also: [] })
  })
})

describe('presents', () => {
  const none = () => undefined
  const bought = (state: 'done' | 'snoozed', until: string | null) => (_: DateDue, mark: string) => ({
    about: 'gift',
    mark,
    state,
    snoozed_until: until,
    why: null,
    at: '2026-03-06T09:00:00Z',
  })
  test.each<[string, Partial<DateDue>, string, Parameters<typeof giftsOf>[2], number | null]>([
    ['a week ahead', {}, '2026-03-05', none, 7],
    ['not before', {}, '2026-03-04', none, null],
    ['on the day', {}, '2026-03-12', none, 0],
    ['not behind it', {}, '2026-03-13', none, null],
    ['as long ahead as the date says', { remind_days: 14 }, '2026-02-26', none, 14],
    ['bought', {}, '2026-03-06', bought('done', null), null],
    ['put off', {}, '2026-03-07', bought('snoozed', '2026-03-10'), null],
    ['put off and back', {}, '2026-03-10', bought('snoozed', '2026-03-10'), 2],
    ['put off behind the day', {}, '2026-03-15', bought('snoozed', '2026-03-14'), -3],
    [
      'greeted already',
      { greetings: [{ occurs_on: '2026-03-12', state: 'done', snoozed_until: null }] },
      '2026-03-10',
      none,
      null,
    ],
    ['said no', { opted_out: true }, '2026-03-10', none, null],
    ['no present', { gift: null }, '2026-03-10', none, null],
  ])('%s', (_, more, today, kept, days) => {
    const [entry] = giftsOf([date('1980-03-12', { gift: 'book 📚', ...more })], around(today), kept)
    expect(entry?.reasons[0]?.code === 'gift' ? entry.reasons[0].days : null).toBe(days)
    if (entry) expect(entry.section).toBe('tasks')
  })
})

describe('first orders', () => {
  test.each([
    ['2026-03-12', 28, ['2025-03-12', '2021-03-12', '2016-03-12']],
    ['2028-02-29', 28, ['2008-02-29', '1988-02-29']],
    ['2029-02-28', 28, ['2028-02-28', '2028-02-29', '2024-02-28', '2024-02-29']],
    ['2029-03-01', 1, ['2028-03-01', '2028-02-29', '2024-03-01', '2024-02-29']],
    ['2029-03-01', 28, ['2028-03-01', '2024-03-01']],
  ] as const)('on %s, leap day on %i', (today, leapDay, expected) => {
    const found = firstOrderDays(today, { ahead: 0, belated: 0 }, leapDay)
    expect(found.map(({ first }) => first).slice(0, expected.length)).toEqual(expected)
    expect(found.every(({ on }) => on === today)).toBe(true)
  })

  test.each([
    [1, 'contract', true],
    [18, 'contract', false],
    [18, 'birthday', true],
    [15, 'contract', true],
    [16, 'birthday', false],
    [null, 'birthday', false],
  ])('%s years of a %s: round %s', (years, occasion, round) => {
    expect(isRound(years, occasion)).toBe(round)
  })
})
