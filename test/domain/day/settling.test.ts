import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Attention } from '../../../src/domain/day/attention.js'
import type { CallReason } from '../../../src/domain/day/reason.js'
import {
  cadenceCountsFrom,
  isPutOff,
  isSettled,
  putOffReason,
  readPutOff,
  settledBy,
  writePutOff,
} from '../../../src/domain/day/settling.js'

const TODAY = '2026-11-22'
const dayOf = (instant: string): string => instant.slice(0, 10)
const row = (about: string, mark: string, more: Partial<Attention> = {}): Attention => ({
  about,
  mark,
  state: 'done',
  snoozed_until: null,
  why: null,
  at: '2026-11-20T10:00:00Z',
  ...more,
})

const on = '2026-11-20'
const waits: CallReason = {
  code: 'waits',
  on,
  days: -2,
  since: '2026-11-20T08:00:00Z',
  channel: 'message',
  text: null,
}
const unpaid: CallReason = { code: 'unpaid', on, days: -2, order: 7, sum: '1250.00 UAH', what: null }
const late = (code: 'rhythm' | 'slipping'): CallReason => ({ code, on, days: -2, expected_on: '2026-11-10', gap: 20 })
const cadence: CallReason = { code: 'cadence', on, days: -2, every: 30, by: 'hand', name: null, from: null }
const lead: CallReason = { code: 'lead', on, days: -2 }

describe('a reason is settled by its own mark alone', () => {
  const cases: [CallReason, string, string][] = [
    [waits, 'waits', '2026-11-20T08:00:00Z'],
    [unpaid, 'unpaid', '7'],
    [late('rhythm'), 'rhythm', '2026-11-10'],
    [late('slipping'), 'slipping', '2026-11-10'],
    [cadence, 'cadence', '2026-11-20'],
    [lead, 'lead', ''],
  ]
  test.each(cases)('$code', (reason, about, mark) => {
    expect(settledBy(reason)).toEqual({ about, mark })
    expect(isSettled(reason, [], TODAY, dayOf)).toBe(false)
    for (const state of ['done', 'skipped'] as const)
      expect(isSettled(reason, [row(about, mark, { state })], TODAY, dayOf)).toBe(true)
    expect(isSettled(reason, [row(about, mark, { state: 'snoozed', snoozed_until: '2026-12-01' })], TODAY, dayOf)).toBe(
      false,
    )
    expect(isSettled(reason, [row(about, `${mark}0`), row('gift', mark)], TODAY, dayOf)).toBe(false)
  })
})

test.each([
  ['2026-10-22T10:00:00Z', false],
  ['2026-10-23T10:00:00Z', false],
  ['2026-10-24T10:00:00Z', true],
  ['2026-11-22T10:00:00Z', true],
  // A clock that was set back.
  ['2026-12-05T10:00:00Z', true],
])('a payment that was asked for at %s is settled: %j', (at, settled) =>
  expect(isSettled(unpaid, [row('unpaid', '7', { at })], TODAY, dayOf)).toBe(settled),
)

test('a cadence counts from the last time it was done or skipped', () => {
  expect(cadenceCountsFrom([], dayOf)).toBeNull()
  expect(
    cadenceCountsFrom(
      [
        row('cadence', '2026-09-01', { at: '2026-09-03T10:00:00Z' }),
        row('cadence', '2026-11-01', { at: '2026-11-02T10:00:00Z', state: 'skipped' }),
        row('cadence', '2026-10-01', { at: '2026-10-02T10:00:00Z' }),
        row('lead', ''),
      ],
      dayOf,
    ),
  ).toBe('2026-11-02')
})

describe('a client who is put off', () => {
  const off = row('call', '', { state: 'snoozed', snoozed_until: '2026-11-25', why: '["rhythm:2026-11-10","lead"]' })

  test.each([
    ['2026-11-22', true],
    ['2026-11-24', true],
    ['2026-11-25', false],
    ['2026-11-26', false],
  ])('is hidden on %s: %j', (today, hidden) => expect(isPutOff(late('rhythm'), [off], today)).toBe(hidden))

  test('is not hidden when it writes again, nor when that is over', () => {
    expect(isPutOff(waits, [off], TODAY)).toBe(true)
    expect(isPutOff({ ...waits, since: '2026-11-20T10:00:01Z' } as CallReason, [off], TODAY)).toBe(false)
    expect(isPutOff(cadence, [{ ...off, state: 'done' }], TODAY)).toBe(false)
  })

  test.each([
    [null, true],
    ['2026-11-19T10:00:00Z', true],
    ['2026-11-20T10:00:01Z', false],
  ])('comes back when both last talked at %j: %j', (answered, back) => {
    const reason = putOffReason([off], answered, '2026-11-27', dayOf)
    expect(reason).toEqual(
      back ? { code: 'put-off', on: '2026-11-25', days: -2, since: '2026-11-20', reasons: ['rhythm', 'lead'] } : null,
    )
  })

  test('does not come back once it is settled', () =>
    expect(putOffReason([{ ...off, state: 'skipped' }], null, '2026-11-27', dayOf)).toBeNull())
})

test('the reasons of then are kept whole', () => {
  const settles = fc.record({
    about: fc.constantFrom('waits', 'unpaid', 'rhythm', 'slipping', 'cadence', 'lead'),
    mark: fc.oneof(fc.constant(''), fc.constant('2026-11-20T08:00:00Z'), fc.string()),
  })
  fc.assert(
    fc.property(fc.array(settles), (all) => {
      expect(readPutOff(writePutOff(all))).toEqual(all)
    }),
  )
  expect(readPutOff(null)).toEqual([])
  expect(readPutOff('["lead"]')).toEqual([{ about: 'lead', mark: '' }])
})
