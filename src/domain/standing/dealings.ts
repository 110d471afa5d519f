import type { CivilDate } from '../calendar.js'
import type { Direction } from '../client.js'

/** A contact, as far as the standing of a client goes by it. */
export interface Touch {
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  at: string
  channel: string
  direction: Direction
  result: string | null
  purpose: string | null
  minutes: number | null
  /** Minor units of the base currency. */
  cost_minor: number | null
}

/** An order. Sums are minor units of its currency. */
export interface Purchase {
  id: number
  date: CivilDate
  sum_minor: number
  currency: string
  what: string | null
  stage: string | null
  cost_minor: number | null
  promo: boolean
  paid_minor: number
}

/** Money in one currency, in its minor units. */
export interface Sum {
  currency: string
  sum_minor: number
}

/** What a client cost beside contacts and orders. */
export interface Expense extends Sum {
  date: CivilDate
}

/** Somebody whom the client recommended. */
export interface Referral {
  id: number
  /** The day the recommended one became known. */
  on: CivilDate
  /** Their orders that were not cancelled, each with its day. */
  income: readonly (Sum & { date: CivilDate })[]
}

export const WARMTHS = ['cold', 'warm', 'hot'] as const
export type Warmth = (typeof WARMTHS)[number]

/** What a user has set by hand; it is kept apart from what is computed, and wins while it is in force. */
export interface Care {
  warmth: Warmth | null
  /** The last day on which the warmth set by hand holds; null for ever. */
  warmth_until: CivilDate | null
  warmth_reason: string | null
  /** Days between touches. */
  cadence_days: number | null
  /** The day on which a paused client comes back; paused before it. */
  paused_until: CivilDate | null
  paused_reason: string | null
}

/** All that is known of the dealings with one client up to a moment: the whole input of its standing. */
export interface Dealings {
  touches: readonly Touch[]
  purchases: readonly Purchase[]
  expenses: readonly Expense[]
  referrals: readonly Referral[]
  care: Care | null
  /** Keys of the client's tags, for cadences by tag. */
  tags: readonly string[]
}

export const NO_DEALINGS: Dealings = {
  touches: [],
  purchases: [],
  expenses: [],
  referrals: [],
  care: null,
  tags: [],
}
