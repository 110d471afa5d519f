import type { Direction } from '../../../src/domain/client.js'
import { asOf } from '../../../src/domain/standing/as-of.js'
import {
  type Care,
  type Dealings,
  NO_DEALINGS,
  type Purchase,
  type Touch,
} from '../../../src/domain/standing/dealings.js'
import { explain } from '../../../src/domain/standing/explain.js'
import type { Explanation } from '../../../src/domain/standing/explanation.js'
import { type Model, modelFrom } from '../../../src/domain/standing/model.js'

/** The words in which a life is told: what happened on a day, and how it looks on other days. */

export type Part = Partial<{
  touches: Touch[]
  purchases: Omit<Purchase, 'id'>[]
  expenses: Dealings['expenses']
  referrals: Dealings['referrals']
  care: Partial<Care>
  tags: string[]
}>

export interface Story {
  name: string
  life: Part[]
  /** Settings that differ from the defaults. */
  settings?: Record<string, string>
  /**
   * By day: warmth ‹ the rule that decided · frequency · rhythm (how sure) · behaviours. A warmth set by hand is followed by
   * `by hand`.
   */
  looks: Record<string, string>
  /** What else `why` says, by day. */
  says?: Record<string, object>
}

const touch =
  (channel: string, direction: Direction) =>
  (date: string, result?: string, purpose?: string): Part => ({
    touches: [
      {
        at: date.length > 10 ? date : `${date}T10:00:00Z`,
        channel,
        direction,
        result: result ?? null,
        purpose: purpose ?? null,
        minutes: null,
        cost_minor: null,
      },
    ],
  })

export const weCalled = touch('call', 'out')
export const weWrote = touch('email', 'out')
export const weMet = touch('meet', 'out')
export const noted = touch('note', 'out')
export const theyWrote = touch('message', 'in')
export const theyCalled = touch('call', 'in')
export const theyCame = touch('visit', 'in')
export const theyAsked = (date: string, purpose = 'price'): Part => touch('email', 'in')(date, undefined, purpose)

export const bought = (date: string, what: string | null, more: Partial<Purchase> = {}): Part => ({
  purchases: [
    {
      date,
      sum_minor: 100_00,
      currency: 'RUB',
      what,
      stage: null,
      cost_minor: null,
      promo: false,
      paid_minor: 100_00,
      ...more,
    },
  ],
})
export const offered = (date: string, what: string): Part => bought(date, what, { stage: 'offer', paid_minor: 0 })
export const recommended = (id: number, on: string, ...income: [string, number][]): Part => ({
  referrals: [{ id, on, income: income.map(([date, sum_minor]) => ({ date, sum_minor, currency: 'RUB' })) }],
})
export const spentOn = (date: string, sum_minor: number): Part => ({
  expenses: [{ date, sum_minor, currency: 'RUB' }],
})
export const byHand = (care: Partial<Care>): Part => ({ care })
export const tagged = (...tags: string[]): Part => ({ tags })

const NOTHING_BY_HAND: Care = {
  warmth: null,
  warmth_until: null,
  warmth_reason: null,
  cadence_days: null,
  paused_until: null,
  paused_reason: null,
}

/** All parts of a life as dealings. */
export const dealingsOf = (life: readonly Part[]): Dealings => ({
  ...NO_DEALINGS,
  touches: life.flatMap(({ touches }) => touches ?? []),
  purchases: life.flatMap(({ purchases }) => purchases ?? []).map((each, index) => ({ ...each, id: index + 1 })),
  expenses: life.flatMap(({ expenses }) => expenses ?? []),
  referrals: life.flatMap(({ referrals }) => referrals ?? []),
  care: life.some(({ care }) => care) ? Object.assign({}, NOTHING_BY_HAND, ...life.map(({ care }) => care)) : null,
  tags: life.flatMap(({ tags }) => tags ?? []),
})

export const modelOf = ({ settings = {} }: Pick<Story, 'settings'>): Model => modelFrom(settings, 'RU')

export const onDay = (story: Pick<Story, 'life' | 'settings'>, today: string): Explanation =>
  explain(asOf(dealingsOf(story.life), { now: `${today}T21:00:00Z`, today }), modelOf(story), today)

/** A day of a life in a line. */
export function lineOf({ warmth, frequency, rhythm, behaviours }: Explanation): string {
  return [
    `${warmth.now} ‹ ${warmth.by_hand?.in_force ? 'by hand' : warmth.rule}`,
    frequency.is,
    rhythm ? `${rhythm.is} (${rhythm.sureness})` : 'none',
    behaviours.map(({ is }) => is).join(', ') || '–',
  ].join(' · ')
}
