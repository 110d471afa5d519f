import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar.js'
import { agendaOf, type CallDue, type PromiseDue } from '../../../src/domain/day/agenda.js'
import { rankOf } from '../../../src/domain/day/rank.js'
import type { AgendaEntry, CallReason } from '../../../src/domain/day/reason.js'

const TODAY = '2026-11-22'
const NAMES = ['ёлкина анна', 'ґалаґан олена', "o'brien-ñandú", 'квіти 🌷']

const promise = (more: Partial<PromiseDue> = {}): PromiseDue => ({
  id: 1,
  client_id: 1,
  kind: 'call',
  due: TODAY,
  time: null,
  text: null,
  state: 'open',
  snoozed_until: null,
  created_at: '2026-11-01T09:00:00Z',
  closed_at: null,
  why: null,
  shown_on: TODAY,
  vip: false,
  sort_key: 'ёлкина',
  held: null,
  ...more,
})

const call = (client_id: number, reasons: CallReason[], more: Partial<CallDue> = {}): CallDue => ({
  client_id,
  vip: false,
  sort_key: NAMES[client_id % NAMES.length] ?? '',
  reasons,
  stake_minor: 0,
  tried: false,
  ...more,
})

const lead = (days: number): CallReason => ({ code: 'lead', on: addDays(TODAY, days), days })
const waits = (days: number): CallReason => ({
  code: 'waits',
  on: addDays(TODAY, days),
  days,
  since: `${addDays(TODAY, days)}T08:00:00Z`,
  channel: '',
  text: null,
})

const agenda = (parts: { promises?: PromiseDue[]; calls?: CallDue[]; greetings?: AgendaEntry[] }, ahead = 0) =>
  agendaOf({ promises: [], calls: [], greetings: [], ...parts }, TODAY, { ahead }, (entry, weighing) =>
    rankOf(entry, weighing, 'UAH'),
  )

describe('the agenda', () => {
  test('has a client among the calls once, the strongest reason first', () => {
    const entries = agenda({
      promises: [
        promise({ id: 4, due: '2026-11-20', shown_on: '2026-11-20', time: '15:00' }),
        promise({ id: 5, time: '10:00' }),
      ],
      calls: [call(1, [lead(-1), waits(-5)])],
    })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ key: 'call:1', section: 'calls', due: '2026-11-17', time: '10:00' })
    expect(entries[0]?.reasons.map(({ code, days }) => `${code} ${days}`)).toEqual([
      'promised -2',
      'promised 0',
      'waits -5',
      'lead -1',
    ])
  })

  test('keeps tasks, presents and promised calls to somebody not to be called as entries of their own', () => {
    const entries = agenda({
      promises: [
        promise({ id: 1, kind: 'task' }),
        promise({ id: 2, kind: 'greet' }),
        promise({ id: 3, held: 'paused' }),
        promise({ id: 4 }),
      ],
    })
    expect(entries.map(({ key, section }) => `${section} ${key}`)).toEqual([
      'calls call:1',
      'greetings promise:2',
      'tasks promise:1',
      'tasks promise:3',
    ])
  })

  test('counts a promise that was put off by the day it comes back, while that lies ahead', () => {
    const snoozed = promise({ due: '2026-11-10', shown_on: '2026-11-24', snoozed_until: '2026-11-24' })
    expect(agenda({ promises: [snoozed] })).toEqual([])
    expect(agenda({ promises: [snoozed] }, 2)[0]).toMatchObject({
      due: '2026-11-24',
      reasons: [{ days: 2, snoozed: true }],
    })
  })

  test('has nothing for a client of whom only the weight is known', () => {
    expect(agenda({ calls: [call(1, [], { stake_minor: 100_000 })] })).toEqual([])
    const weighed = agenda({ promises: [promise()], calls: [call(1, [], { stake_minor: 100_000, tried: true })] })
    expect(weighed[0]?.terms.map(({ term }) => term)).toEqual(['promised', 'money', 'tried'])
  })

  test('a task ranks the same, whatever says to call its client', () => {
    const due = { promises: [promise({ kind: 'task' })], calls: [call(1, [lead(-1)], { stake_minor: 100_000 })] }
    const [task] = agenda(due).filter(({ section }) => section === 'tasks')
    expect(task?.terms.map(({ term }) => term)).toEqual(['promised'])
  })

  test('leaves what it is given as it was', () => {
    const calls = [call(1, [lead(-1), waits(-5)])]
    const before = JSON.stringify(calls)
    agenda({ promises: [promise()], calls })
    expect(JSON.stringify(calls)).toBe(before)
  })
})

const days = fc.integer({ min: -40, max: 3 })
const promises = fc.array(
  fc.record({
    client: fc.integer({ min: 1, max: 8 }),
    days,
    kind: fc.constantFrom('call', 'task', 'greet'),
    held: fc.boolean(),
    time: fc.option(fc.constantFrom('09:00', '14:30'), { nil: null }),
  }),
  { maxLength: 12 },
)
const calls = fc.uniqueArray(
  fc.record({
    client: fc.integer({ min: 1, max: 8 }),
    reasons: fc.uniqueArray(fc.constantFrom('lead', 'waits'), { maxLength: 2 }),
    days,
    stake: fc.integer({ min: 0, max: 9_000_000 }),
    tried: fc.boolean(),
  }),
  { selector: ({ client }) => client, maxLength: 8 },
)

test('the order in which things come in makes no difference, and every score is the sum of its terms', () => {
  fc.assert(
    fc.property(promises, calls, fc.infiniteStream(fc.nat()), (someOf, ofCalls, random) => {
      const given = {
        promises: someOf.map((each, id) =>
          promise({
            id: id + 1,
            client_id: each.client,
            kind: each.kind as PromiseDue['kind'],
            due: addDays(TODAY, each.days),
            shown_on: addDays(TODAY, each.days),
            time: each.time,
            held: each.held ? 'opted-out' : null,
            sort_key: NAMES[each.client % NAMES.length] ?? '',
          }),
        ),
        calls: ofCalls.map(({ client, reasons, days: late, stake, tried }) =>
          call(
            client,
            reasons.map((code) => (code === 'lead' ? lead(late) : waits(late))),
            { stake_minor: stake, tried },
          ),
        ),
      }
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((each) => ({ each, place: random.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each)
      const one = agenda(given, 3)
      expect(agenda({ promises: shuffled(given.promises), calls: shuffled(given.calls) }, 3)).toEqual(one)
      const called = one.filter(({ section }) => section === 'calls').map(({ client_id }) => client_id)
      expect(new Set(called).size).toBe(called.length)
      expect(new Set(one.map(({ key }) => key)).size).toBe(one.length)
      for (const { score, terms } of one) expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    }),
    { seed: 20261122 },
  )
})
