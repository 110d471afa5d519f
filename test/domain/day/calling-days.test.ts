import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar.js'
import { entryOfCall } from '../../../src/domain/day/agenda.js'
import { callReasons } from '../../../src/domain/day/calling.js'
import { rankOf, usualOrder } from '../../../src/domain/day/rank.js'
import { standingOf } from '../../../src/domain/standing/compute.js'
import { type Dealings, NO_DEALINGS } from '../../../src/domain/standing/dealings.js'
import { historyOf } from '../../../src/domain/standing/happenings.js'
import { DEFAULT_MODEL } from '../../../src/domain/standing/model.js'
import { waitingSince } from '../../../src/domain/standing/waiting.js'

const FIRST = '2026-01-01'
const MODEL = { ...DEFAULT_MODEL, currency: 'UAH', cadences: { vip: 20 } }

const touch = (
  at: string,
  direction: 'in' | 'out',
  channel = 'email',
  result: string | null = null,
  minutes: number | null = null,
) => ({
  at,
  channel,
  direction,
  result,
  purpose: null,
  minutes,
  cost_minor: null,
})
const order = (id: number, date: string) => ({
  id,
  date,
  sum_minor: 100_000,
  currency: 'UAH',
  what: null,
  stage: null,
  cost_minor: null,
  promo: false,
  paid_minor: 100_000,
})

const IN = touch('2026-11-10T09:00:00Z', 'in')
test.each<[string, Partial<Dealings>, string | null]>([
  ['a message', { touches: [IN] }, IN.at],
  ['their call', { touches: [{ ...IN, channel: 'call' }] }, IN.at],
  ['an enquiry', { touches: [{ ...IN, purpose: 'price' }] }, IN.at],
  ['then a letter of ours', { touches: [IN, touch('2026-11-11T09:00:00Z', 'out')] }, null],
  ['then a call of ours in vain', { touches: [IN, touch('2026-11-11T09:00:00Z', 'out', 'call', 'no-answer')] }, IN.at],
  ['then a call of no minutes', { touches: [IN, touch('2026-11-11T09:00:00Z', 'out', 'дзвінок', null, 0)] }, IN.at],
  ['then a talk', { touches: [IN, touch('2026-11-11T09:00:00Z', 'out', 'call')] }, null],
  ['a letter before', { touches: [touch('2026-11-09T09:00:00Z', 'out'), IN] }, IN.at],
  ['then a note', { touches: [IN, touch('2026-11-11T09:00:00Z', 'out', 'note')] }, IN.at],
  ['then another message', { touches: [IN, touch('2026-11-12T09:00:00Z', 'in')] }, '2026-11-12T09:00:00Z'],
  ['a visit of theirs', { touches: [touch('2026-11-12T09:00:00Z', 'in', 'meet')] }, null],
  ['they agreed', { touches: [{ ...IN, result: 'agreed' }] }, null],
  ['they refused', { touches: [{ ...IN, result: 'отказ' }] }, null],
  ['a subscription asks nothing', { touches: [{ ...IN, purpose: 'newsletter' }] }, null],
  [
    'nor does it take back a question',
    { touches: [IN, { ...IN, at: '2026-11-12T09:00:00Z', purpose: 'newsletter' }] },
    IN.at,
  ],
  ['then an order', { touches: [IN], purchases: [order(1, '2026-11-11')] }, null],
  ['then an offer', { touches: [IN], purchases: [{ ...order(1, '2026-11-11'), stage: 'offer' }] }, null],
  ['then a cancelled order', { touches: [IN], purchases: [{ ...order(1, '2026-11-11'), stage: 'cancelled' }] }, IN.at],
  ['an order of the same day', { touches: [IN], purchases: [order(1, '2026-11-10')] }, IN.at],
])('who waits for an answer: %s', (_, dealings, since) => {
  expect(waitingSince(historyOf({ ...NO_DEALINGS, ...dealings }))?.at ?? null).toBe(since)
})

const day = fc.integer({ min: 0, max: 220 }).map((days) => addDays(FIRST, days))
const dealings: fc.Arbitrary<Dealings> = fc.record({
  touches: fc.array(
    fc
      .tuple(
        day,
        fc.constantFrom('in', 'out'),
        fc.constantFrom('call', 'email', 'meet', 'note'),
        fc.constantFrom(null, 'no-answer', 'agreed'),
        fc.constantFrom('00:30', '12:00', '23:30'),
      )
      .map(([on, direction, channel, result, time]) => touch(`${on}T${time}:00Z`, direction as 'in', channel, result)),
    { maxLength: 6 },
  ),
  purchases: fc
    .tuple(day, fc.integer({ min: 6, max: 45 }), fc.integer({ min: 0, max: 6 }))
    .map(([first, gap, count]) =>
      Array.from({ length: count }, (_, index) => order(index + 1, addDays(first, gap * index))),
    ),
  expenses: fc.constant([]),
  referrals: fc.constant([]),
  care: fc.option(
    fc.record({
      warmth: fc.constant(null),
      warmth_until: fc.constant(null),
      warmth_reason: fc.constant(null),
      cadence_days: fc.constantFrom(null, 10, 60),
      paused_until: fc.option(day, { nil: null, freq: 2 }),
      paused_reason: fc.constant(null),
    }),
    { nil: null },
  ),
  tags: fc.constantFrom([], ['vip']),
})

test('whoever has a reason on a day has it between the days that its standing keeps, and no more points than it tells', () => {
  fc.assert(
    fc.property(dealings, fc.constantFrom(-11, 0, 13), (all, zone) => {
      const standing = standingOf(all, MODEL)
      const dayOf = (instant: string): string =>
        new Date(Date.parse(instant) + zone * 3_600_000).toISOString().slice(0, 10)
      const last = all.touches.filter(({ channel }) => channel !== 'note').map(({ at }) => dayOf(at))
      const bought = standing.last_order_on === null ? [] : [standing.last_order_on]
      for (let ahead = 0; ahead < 420; ahead += 3) {
        const today = addDays(FIRST, ahead)
        // Nothing that happens after the day is known on it.
        if (last.some((date) => date > today) || bought.some((date) => date > today)) continue
        const reasons = callReasons(
          {
            ...standing,
            consent: null,
            archived: false,
            reached_at: null,
            promised_since: false,
            entered_on: FIRST,
            taken: false,
            last_touch_on: [...last, ...bought].sort().at(-1) ?? null,
            segment: null,
            overdue: [],
            fresh: false,
            attention: [],
          },
          { today, until: today, dayOf },
        )
        if (reasons.length === 0) continue
        const call = {
          client_id: 1,
          vip: false,
          sort_key: '',
          reasons,
          tried: false,
          stake_minor: usualOrder(standing.spent_minor, standing.orders),
        }
        const { score } = rankOf(entryOfCall(call, today), call, 'UAH')
        const { call_from, call_until, call_weight } = standing
        const inside = call_from !== null && call_from <= today && call_until !== null && today <= call_until
        expect({ today, inside, heavy: (call_weight ?? 0) >= score, reasons, standing }).toMatchObject({
          inside: true,
          heavy: true,
        })
      }
    }),
    { seed: 20261122, numRuns: 120 },
  )
})
