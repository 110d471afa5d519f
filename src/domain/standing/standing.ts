import type { CivilDate } from '../calendar.js'
import type { Warmth } from './dealings.js'

export const FREQUENCIES = ['none', 'one-off', 'rare', 'regular'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Where a client stands in its own rhythm of orders; `none` with no rhythm to go by. */
export const RHYTHMS = ['none', 'early', 'due', 'late', 'lost', 'paused'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** How sure a rhythm is: few gaps, or gaps all over the place, are unsure. */
export const SURENESSES = ['unsure', 'fair', 'sure'] as const
export type Sureness = (typeof SURENESSES)[number]

export const BEHAVIOURS = [
  'regular',
  'impulsive',
  'sale-only',
  'clear-need',
  'asks-never-buys',
  'never-answers',
  'over-touched',
  'advocate',
  'paused',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/**
 * Everything that is computed of a client from its dealings, as it is kept in the base: columns of the table `standing`.
 * Nothing here depends on the day it is looked at: what changes by time alone is kept as the day on which it changes, so
 * that a filter compares dates. A client without any dealings has no row; `EMPTY_STANDING` is what it then stands at.
 */
export interface Standing {
  contacts: number
  contacts_in: number
  contacts_out: number
  /** Contacts in which both sides took part, or the client came of its own accord. */
  answered: number
  /** JSON object: how many contacts by channel. */
  channels: string
  minutes: number
  first_contact_at: string | null
  last_contact_at: string | null
  last_answer_at: string | null
  /** Orders that were neither cancelled nor mere offers. */
  orders: number
  promo_orders: number
  /** Minor units of the base currency, as are all sums here; orders in currencies without a rate stand in `foreign_sums`. */
  spent_minor: number
  /** Costs of orders and contacts, and expenses. */
  cost_minor: number
  unpaid_minor: number
  /** JSON object of sums by currency that has no rate, in its minor units; null when there are none. */
  foreign_sums: string | null
  first_order_on: CivilDate | null
  last_order_on: CivilDate | null
  /** Median of the days between occasions of orders (or visits), and the spread around it (1.4826 × median absolute deviation). */
  gap_median: number | null
  gap_spread: number | null
  /** How many clients this one recommended, and what they have spent. */
  referrals: number
  referred_minor: number
  frequency: Frequency
  /** The last day on which it is hot (warm at least), by what is known now; null when it is not at all. */
  hot_until: CivilDate | null
  warm_until: CivilDate | null
  /** Days from which an order is due, expected, late, and given up; null without a rhythm. */
  due_from: CivilDate | null
  expected_on: CivilDate | null
  late_from: CivilDate | null
  lost_from: CivilDate | null
  sureness: Sureness | null
  /** Do not touch before this day: by a cadence of its own or of a tag, else by its rhythm; null when nothing says so. */
  touch_on: CivilDate | null
  cadence_days: number | null
  /** The last day on which it counts as over-touched when nothing more happens. */
  over_touched_until: CivilDate | null
  /** Behaviours that time alone does not change, each between commas: `,sale-only,advocate,`; empty without any. */
  traits: string
  hand_warmth: Warmth | null
  hand_until: CivilDate | null
  paused_until: CivilDate | null
  /** Since when the client waits for an answer: its last contact, when nothing of ours came after it; null when it does not. */
  waits_since: string | null
  /** We turned to it last: better to give it time until this day. */
  rests_until: CivilDate | null
  /** Between these days there may be a reason to call that follows from the dealings (domain/day/calling.ts says which); null when there is none. */
  call_from: CivilDate | null
  call_until: CivilDate | null
  /** The most points that these reasons can ever give it among the calls of a day (domain/day/rank), were it no VIP; null without any. */
  call_weight: number | null
}

/** The columns of the table, in order. */
export const STANDING_KEYS = [
  'contacts',
  'contacts_in',
  'contacts_out',
  'answered',
  'channels',
  'minutes',
  'first_contact_at',
  'last_contact_at',
  'last_answer_at',
  'orders',
  'promo_orders',
  'spent_minor',
  'cost_minor',
  'unpaid_minor',
  'foreign_sums',
  'first_order_on',
  'last_order_on',
  'gap_median',
  'gap_spread',
  'referrals',
  'referred_minor',
  'frequency',
  'hot_until',
  'warm_until',
  'due_from',
  'expected_on',
  'late_from',
  'lost_from',
  'sureness',
  'touch_on',
  'cadence_days',
  'over_touched_until',
  'traits',
  'hand_warmth',
  'hand_until',
  'paused_until',
  'waits_since',
  'rests_until',
  'call_from',
  'call_until',
  'call_weight',
] as const satisfies readonly (keyof Standing)[]

export const EMPTY_STANDING: Standing = {
  contacts: 0,
  contacts_in: 0,
  contacts_out: 0,
  answered: 0,
  channels: '{}',
  minutes: 0,
  first_contact_at: null,
  last_contact_at: null,
  last_answer_at: null,
  orders: 0,
  promo_orders: 0,
  spent_minor: 0,
  cost_minor: 0,
  unpaid_minor: 0,
  foreign_sums: null,
  first_order_on: null,
  last_order_on: null,
  gap_median: null,
  gap_spread: null,
  referrals: 0,
  referred_minor: 0,
  frequency: 'none',
  hot_until: null,
  warm_until: null,
  due_from: null,
  expected_on: null,
  late_from: null,
  lost_from: null,
  sureness: null,
  touch_on: null,
  cadence_days: null,
  over_touched_until: null,
  traits: '',
  hand_warmth: null,
  hand_until: null,
  paused_until: null,
  waits_since: null,
  rests_until: null,
  call_from: null,
  call_until: null,
  call_weight: null,
}
