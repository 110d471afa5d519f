import { describe, expect, test } from 'vitest'
import type { Attention } from '../../../src/domain/day/attention.js'
import { type Callable, callReasons, type Looking } from '../../../src/domain/day/calling.js'
import { heldOf, type Touchable, tooSoon, untouchable } from '../../../src/domain/day/untouchable.js'

const TODAY = '2026-11-22'
const at = (date: string, time = '09:00:00'): string => `${date}T${time}Z`

/** Two hours ahead of UTC. */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().slice(0, 10)
const looking = (ahead = TODAY): Looking => ({ today: TODAY, until: ahead, dayOf })

const client = (more: Partial<Callable> = {}): Callable => ({
  consent: null,
  archived: false,
  paused_until: null,
  rests_until: null,
  due_from: null,
  reached_at: null,
  entered_on: '2026-01-10',
  waits_since: null,
  taken: false,
  promised_since: false,
  last_answer_at: null,
  last_touch_on: null,
  expected_on: null,
  late_from: null,
  lost_from: null,
  gap_median: null,
  frequency: 'none',
  sureness: null,
  touch_on: null,
  cadence_days: null,
  segment: null,
  overdue: [],
  fresh: false,
  attention: [],
  ...more,
})

/** Expected on 1 November, a gap of 20 days, late from the 7th, slipping from the 21st, lost from 5 January. */
const beat = {
  expected_on: '2026-11-01',
  late_from: '2026-11-07',
  lost_from: '2027-01-05',
  due_from: '2026-10-26',
  gap_median: 20,
  sureness: 'sure',
  frequency: 'rare',
} as const

const row = (more: Partial<Attention>): Attention => ({
  about: 'waits',
  mark: '',
  state: 'done',
  snoozed_until: null,
  why: null,
  at: at('2026-11-20'),
  ...more,
})

const codes = (more: Partial<Callable>, ahead?: string): string[] =>
  callReasons(client(more), looking(ahead)).map(({ code, on }) => `${code} ${on}`)

describe('why to call', () => {
  test.each<[string, Partial<Callable>, string[]]>([
    ['nothing known', {}, []],
    ['a message waits at once', { waits_since: at(TODAY, '06:00:00') }, ['waits 2026-11-22']],
    ['a call that was taken not on its day', { waits_since: at(TODAY, '06:00:00'), taken: true }, []],
    ['but from the next day on', { waits_since: at('2026-11-21'), taken: true }, ['waits 2026-11-21']],
    ['the day is that of the user', { waits_since: at('2026-11-20', '23:30:00') }, ['waits 2026-11-21']],
    ['a promise made since takes care of it', { waits_since: at('2026-11-21'), promised_since: true }, []],
    ['for thirty days', { waits_since: at('2026-10-23') }, ['waits 2026-10-23']],
    ['and no longer', { waits_since: at('2026-10-22') }, []],
    ['late by its rhythm', beat, ['rhythm 2026-11-07']],
    ['late today', { ...beat, late_from: TODAY }, ['rhythm 2026-11-22']],
    ['late tomorrow', { ...beat, late_from: '2026-11-23' }, []],
    ['given up today', { ...beat, lost_from: TODAY }, []],
    ['a rhythm that is unsure', { ...beat, sureness: 'unsure' }, []],
    ['talked since it is late', { ...beat, last_answer_at: at('2026-11-07') }, []],
    ['talked before', { ...beat, last_answer_at: at('2026-11-06') }, ['rhythm 2026-11-07']],
    ['a regular slips after one gap more', { ...beat, frequency: 'regular' }, ['slipping 2026-11-21']],
    [
      'even when both talked meanwhile',
      { ...beat, frequency: 'regular', last_answer_at: at('2026-11-10') },
      ['slipping 2026-11-21'],
    ],
    ['until both talk again', { ...beat, frequency: 'regular', last_answer_at: at('2026-11-21') }, []],
    ['a regular who is late only', { ...beat, frequency: 'regular', gap_median: 40 }, ['rhythm 2026-11-07']],
    ['a cadence', { cadence_days: 30, touch_on: '2026-11-20', last_touch_on: '2026-10-21' }, ['cadence 2026-11-20']],
    ['a cadence that is not due', { cadence_days: 30, touch_on: '2026-11-23', last_touch_on: '2026-10-24' }, []],
    ['a cadence of one never touched counts from its entry', { cadence_days: 30 }, ['cadence 2026-02-09']],
    ['entered lately', { cadence_days: 30, entered_on: '2026-11-01' }, []],
    [
      'a cadence by a segment',
      { segment: { name: 'reg', every: 14 }, last_touch_on: '2026-11-01' },
      ['cadence 2026-11-15'],
    ],
    [
      'not before its time',
      { segment: { name: 'reg', every: 14 }, last_touch_on: '2026-11-01', due_from: '2026-11-23' },
      [],
    ],
    [
      'its own cadence wins',
      { segment: { name: 'reg', every: 1 }, cadence_days: 90, touch_on: '2026-12-01', last_touch_on: '2026-09-02' },
      [],
    ],
    [
      'unpaid',
      { overdue: [{ order: 7, due_on: '2026-11-21', left_minor: 125_050, currency: 'UAH' }] },
      ['unpaid 2026-11-21'],
    ],
    ['to be paid today', { overdue: [{ order: 7, due_on: TODAY, left_minor: 1, currency: 'UAH' }] }, []],
    ['a lead', { fresh: true, entered_on: '2026-11-21' }, ['lead 2026-11-21']],
    ['a lead of today', { fresh: true, entered_on: TODAY }, []],
    [
      'several',
      { ...beat, waits_since: at('2026-10-30'), cadence_days: 5, touch_on: '2026-11-04', last_touch_on: '2026-10-30' },
      ['waits 2026-10-30', 'rhythm 2026-11-07', 'cadence 2026-11-04'],
    ],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected)
  })

  test('ahead, what becomes late in the coming days', () => {
    const late = { ...beat, late_from: '2026-11-25' }
    expect(codes(late, '2026-11-25')).toEqual(['rhythm 2026-11-25'])
    expect(callReasons(client(late), looking('2026-11-29'))[0]).toMatchObject({ days: 3 })
  })

  test('what is left to pay is told with its currency', () => {
    const overdue = [{ order: 7, due_on: '2026-11-08', left_minor: 125_050, currency: 'UAH' }]
    expect(callReasons(client({ overdue }), looking())).toEqual([
      { code: 'unpaid', on: '2026-11-08', days: -14, order: 7, sum: '1250.50 UAH', what: null },
    ])
  })
})

describe('what was done about it', () => {
  const waits = at('2026-11-20', '08:00:00')
  test.each<[string, Partial<Callable>, Attention[], string[]]>([
    ['done', { waits_since: waits }, [row({ mark: waits })], []],
    ['another message since', { waits_since: at('2026-11-21') }, [row({ mark: waits })], ['waits 2026-11-21']],
    ['skipped for good', beat, [row({ about: 'rhythm', mark: '2026-11-01', state: 'skipped' })], []],
    ['the next time', beat, [row({ about: 'rhythm', mark: '2026-10-10' })], ['rhythm 2026-11-07']],
    [
      'late was done, and now it slips',
      { ...beat, frequency: 'regular' },
      [row({ about: 'rhythm', mark: '2026-11-01' })],
      ['slipping 2026-11-21'],
    ],
    [
      'a cadence starts anew',
      { cadence_days: 3, touch_on: '2026-11-10', last_touch_on: '2026-11-07' },
      [row({ about: 'cadence', mark: '2026-11-10' })],
      [],
    ],
    [
      'and falls due again',
      { cadence_days: 2, touch_on: '2026-11-10', last_touch_on: '2026-11-08' },
      [row({ about: 'cadence', mark: '2026-11-10' })],
      ['cadence 2026-11-22'],
    ],
    ['a lead', { fresh: true }, [row({ about: 'lead' })], []],
    [
      'asked for money lately',
      { overdue: [{ order: 7, due_on: '2026-10-01', left_minor: 1, currency: 'UAH' }] },
      [row({ about: 'unpaid', mark: '7' })],
      [],
    ],
    [
      'long ago',
      { overdue: [{ order: 7, due_on: '2026-10-01', left_minor: 1, currency: 'UAH' }] },
      [row({ about: 'unpaid', mark: '7', at: at('2026-10-23') })],
      ['unpaid 2026-10-01'],
    ],
  ])('%s', (_, more, attention, expected) => {
    expect(codes({ ...more, attention })).toEqual(expected)
  })

  const put = (until: string, since = '2026-11-20'): Attention[] => [
    row({ about: 'call', state: 'snoozed', snoozed_until: until, why: '["rhythm"]', at: at(since) }),
  ]
  test.each<[string, Partial<Callable>, string[]]>([
    ['put off', { ...beat, attention: put('2026-11-23') }, []],
    [
      'a message since',
      { ...beat, waits_since: at('2026-11-21'), attention: put('2026-11-23'), last_answer_at: at('2026-11-03') },
      ['waits 2026-11-21'],
    ],
    ['back on its day', { ...beat, attention: put(TODAY) }, ['rhythm 2026-11-07', 'put-off 2026-11-22']],
    ['back though nothing holds any more', { attention: put('2026-11-21') }, ['put-off 2026-11-21']],
    ['talked since: it is over', { attention: put('2026-11-21'), last_answer_at: at('2026-11-21') }, []],
    [
      'talked since, before its day',
      { waits_since: at('2026-11-15'), attention: put('2026-11-29'), last_answer_at: at('2026-11-21') },
      ['waits 2026-11-15'],
    ],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected)
  })
})

describe('whom not to touch', () => {
  const everything: Partial<Callable> = {
    ...beat,
    waits_since: at('2026-11-20'),
    cadence_days: 3,
    touch_on: '2026-11-10',
    last_touch_on: '2026-11-07',
    overdue: [{ order: 7, due_on: '2026-10-01', left_minor: 1, currency: 'UAH' }],
    attention: [row({ about: 'call', state: 'snoozed', snoozed_until: '2026-11-01', at: at('2026-10-20') })],
  }
  test.each<[string, Partial<Callable>, string[]]>([
    ['nobody says so', {}, ['waits', 'unpaid', 'rhythm', 'cadence', 'put-off']],
    ['opted out', { consent: 'no' }, []],
    ['archived', { archived: true }, []],
    ['paused until tomorrow', { paused_until: '2026-11-23' }, []],
    ['back today', { paused_until: TODAY }, ['waits', 'unpaid', 'rhythm', 'cadence', 'put-off']],
    ['called today', { reached_at: at(TODAY, '06:00:00') }, []],
    [
      'called today, and they wrote again',
      { reached_at: at(TODAY, '06:00:00'), waits_since: at(TODAY, '07:00:00') },
      ['waits'],
    ],
    ['resting', { rests_until: '2026-11-23' }, ['waits', 'unpaid', 'cadence', 'put-off']],
    ['rested', { rests_until: TODAY }, ['waits', 'unpaid', 'rhythm', 'cadence', 'put-off']],
  ])('%s', (_, more, expected) => {
    expect(callReasons(client({ ...everything, ...more }), looking()).map(({ code }) => code)).toEqual(expected)
  })

  const touchable: Touchable = {
    consent: 'yes',
    archived: false,
    paused_until: null,
    rests_until: null,
    due_from: null,
    reached_at: null,
  }
  test.each<[Partial<Touchable>, string | null]>([
    [{}, null],
    [{ consent: null }, null],
    [{ consent: 'no', reached_at: at(TODAY) }, 'opted-out'],
    [{ paused_until: '2027-01-01' }, 'paused'],
    [{ paused_until: TODAY }, null],
    [{ reached_at: at(TODAY) }, 'called-today'],
    [{ archived: true, consent: 'no' }, 'archived'],
  ])('%j: %s', (more, expected) => {
    const both = { ...touchable, ...more }
    expect(untouchable(both, TODAY)).toBe(expected)
    expect(heldOf(both, TODAY)).toBe(both.consent === 'no' ? 'opted-out' : expected === 'paused' ? 'paused' : null)
  })

  test.each([
    [{ code: 'rhythm' }, 'resting'],
    [{ code: 'slipping' }, 'resting'],
    [{ code: 'lead' }, 'resting'],
    [{ code: 'waits' }, null],
    [{ code: 'unpaid' }, null],
    [{ code: 'cadence', by: 'hand' }, null],
    [{ code: 'cadence', by: 'tag' }, null],
    [{ code: 'cadence', by: 'segment' }, 'early'],
  ] as const)('%j of one who rests and is early: %s', (reason, expected) => {
    expect(tooSoon(reason, { rests_until: '2026-11-23', due_from: '2026-11-23' }, TODAY)).toBe(expected)
    expect(tooSoon(reason, { rests_until: TODAY, due_from: TODAY }, TODAY)).toBeNull()
  })
})
