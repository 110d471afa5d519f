import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar.js'
import { rankOf } from '../../../src/domain/day/rank.js'
import type { AgendaEntry, Reason } from '../../../src/domain/day/reason.js'

const TODAY = '2026-11-22'

const entry = (reasons: Reason[], more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  key: 'call:1',
  section: 'calls',
  client_id: 1,
  due: TODAY,
  time: null,
  vip: false,
  sort_key: 'ёлкина',
  reasons,
  score: 0,
  terms: [],
  also: [],
  ...more,
})

const dated = (days: number) => ({ on: addDays(TODAY, days), days })
const promised = (days: number, time: string | null = null): Reason => ({
  code: 'promised',
  promise: 1,
  kind: 'call',
  due: addDays(TODAY, days),
  time,
  days,
  text: null,
  snoozed: false,
  held: null,
})
const waits = (days: number): Reason => ({ code: 'waits', ...dated(days), since: '', channel: 'email', text: null })
const unpaid = (days: number, order = 1): Reason => ({
  code: 'unpaid',
  ...dated(days),
  order,
  sum: '1.00 UAH',
  what: null,
})
/** Late since so many days, six days after it was expected, by a rhythm of twenty. */
const late = (days: number, code: 'rhythm' | 'slipping' = 'rhythm'): Reason => ({
  code,
  ...dated(days),
  expected_on: addDays(TODAY, days - 6),
  gap: 20,
})
const cadence = (days: number): Reason => ({
  code: 'cadence',
  ...dated(days),
  every: 30,
  by: 'hand',
  name: null,
  from: null,
})
const lead: Reason = { code: 'lead', ...dated(-1) }
const back: Reason = { code: 'put-off', ...dated(0), since: '2026-11-01', reasons: ['rhythm'] }
const birthday = (days: number, round = false): Reason => ({
  code: 'occasion',
  date: 1,
  occasion: 'birthday',
  who: null,
  years: 40,
  round,
  ...dated(days),
})

const scoreOf = (reasons: Reason[], more: Partial<AgendaEntry> = {}, stake_minor = 0, tried = false): number =>
  rankOf(entry(reasons, more), { stake_minor, tried }, 'UAH').score
const termsOf = (reasons: Reason[], more: Partial<AgendaEntry> = {}, stake_minor = 0, tried = false): string[] =>
  rankOf(entry(reasons, more), { stake_minor, tried }, 'UAH').terms.map(
    ({ term, points, value }) => `${term} ${points}${value === null ? '' : ` (${value})`}`,
  )

describe('the rank of a call', () => {
  test.each<[string, Reason[], string[]]>([
    ['promised for today', [promised(0)], ['promised 220 (0)']],
    ['promised for a time of today', [promised(0, '14:30')], ['promised 225 (0)']],
    ['a time of yesterday is over', [promised(-1, '14:30')], ['promised 221 (1)']],
    ['long overdue', [promised(-90)], ['promised 240 (90)']],
    ['waits since today', [waits(0)], ['waits 40 (0)']],
    ['since three days', [waits(-3)], ['waits 49 (3)']],
    ['since three weeks', [waits(-21)], ['waits 55 (21)']],
    ['a payment a fortnight late', [unpaid(-14)], ['unpaid 30 (1)', 'late 10 (100%)']],
    ['two payments count once, by the later', [unpaid(-28, 2), unpaid(-7)], ['unpaid 30 (2)', 'late 20 (200%)']],
    ['late by the own rhythm since today', [late(0)], ['rhythm 20 (0)', 'late 3 (30%)']],
    ['slipping', [late(-4, 'slipping')], ['slipping 30 (4)', 'late 5 (50%)']],
    ['a cadence', [cadence(-15)], ['cadence 15 (15)', 'late 5 (50%)']],
    ['a lead', [lead], ['lead 10 (1)']],
    ['put off before', [back], ['put-off 25 (0)']],
    [
      'several add up',
      [waits(-1), late(0), cadence(0)],
      ['waits 43 (1)', 'rhythm 20 (0)', 'cadence 15 (0)', 'late 3 (30%)'],
    ],
    ['what lies ahead gives nothing yet', [waits(-1), late(3)], ['waits 43 (1)']],
    ['all ahead', [late(3)], ['near -103 (3)']],
  ])('%s', (_, reasons, expected) => {
    expect(termsOf(reasons)).toEqual(expected)
  })

  test.each([
    [0, []],
    [100, ['money 1 (1.00 UAH)']],
    [100_000, ['money 12 (1000.00 UAH)']],
    [5_000_000, ['money 19 (50000.00 UAH)']],
    [9e15, ['money 25 (90000000000000.00 UAH)']],
  ])('%d at stake', (stake, money) => {
    expect(termsOf([waits(0)], {}, stake)).toEqual(['waits 40 (0)', ...money])
  })

  test('a VIP ranks higher, who was tried today lower', () => {
    expect(termsOf([waits(0)], { vip: true }, 0, true)).toEqual(['waits 40 (0)', 'vip 10', 'tried -30'])
  })

  test('a promise comes before everything else together', () => {
    const all = [waits(-30), unpaid(-90), late(-30, 'slipping'), cadence(-90), { ...back, on: '2026-10-01', days: -52 }]
    expect(scoreOf([promised(0)])).toBeGreaterThan(scoreOf(all as Reason[], { vip: true }, 9e15))
  })

  test('what is due comes before what lies ahead', () => {
    expect(scoreOf([lead], {}, 0, true)).toBeGreaterThan(scoreOf([promised(1)], { vip: true }, 9e15))
  })
})

test('greetings: those of today, then belated ones, then those ahead; a VIP and a round one before others', () => {
  const score = (days: number, vip = false, round = false): number =>
    scoreOf([birthday(days, round)], { section: 'greetings', vip })
  const inOrder = [
    score(0, true, true),
    score(0, true),
    score(0, false, true),
    score(0),
    score(-1, true, true),
    score(-1),
    score(-3),
    score(1, true, true),
    score(1),
    score(2),
    score(9),
  ]
  expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a))
  expect(new Set(inOrder).size).toBe(inOrder.length)
})
