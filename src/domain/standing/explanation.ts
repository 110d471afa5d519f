import type { CivilDate } from '../calendar.js'
import type { Warmth } from './dealings.js'
import type { Behaviour, Frequency, Rhythm, Sureness } from './standing.js'
import type { TouchKind } from './touch-kinds.js'

/** What decides the computed warmth. */
export const RULES = [
  // hot
  'within-rhythm', // ordered, and not late by its own rhythm
  'fresh-order', // the last order is fresh, and there is no rhythm yet to go by
  'agreed', // said it will buy
  'offer', // an offer is open
  // warm
  'score', // what happened has not faded yet
  'expected', // faded, but the next order or visit is not late
  'late-not-lost', // faded, late, and not given up
  'paused', // paused, or back today
  // cold
  'never-touched', // nothing ever happened
  'never-answered', // contacts, but none in which the client took part
  'refused', // the last thing it said was no
  'lost', // silent for too many of its own gaps
  'faded', // all is too long ago
] as const
export type Rule = (typeof RULES)[number]

/**
 * One line of the bill: something that happened, or several of a kind that were long ago. Points are whole hundredths, so
 * the lines add up to the score to the last digit.
 */
export interface Term {
  /** `refused` takes away. */
  kind: TouchKind
  /** The day of it; of several, the last. */
  on: CivilDate
  /** The day of the first of several, else the same. */
  since: CivilDate
  /** The moment of it, and of the first of several: an instant of a contact, else the same date. */
  at: string
  since_at: string
  /** How many contacts, orders … the line stands for. */
  count: number
  /** `call`, `email`, …; null for orders, offers, referrals and lines of several channels. */
  channel: string | null
  direction: 'in' | 'out' | null
  /** What was bought or offered; the client that was recommended is `#12`. Null for contacts and lines of several. */
  what: string | null
  /** Whole days from `on` to the day of the bill. */
  age_days: number
  /** Hundredths of points when it was fresh, and on the day of the bill; below nought for a refusal. */
  fresh_hundredths: number
  now_hundredths: number
  /** Per cent of the score, whole; they add up to 100 when there is a score. Below nought for a refusal. */
  share_percent: number
}

/** Where the day before which a client should not be touched comes from. */
export const TOUCH_SOURCES = ['hand', 'tag', 'rhythm', 'pause'] as const
export type TouchSource = (typeof TOUCH_SOURCES)[number]

/** A behaviour with the numbers it was told by; `of` is the whole, `limit` the threshold, `percent` a share or spread. */
export interface BehaviourReason {
  is: Behaviour
  /**
   * regular: orders or visits · impulsive: orders · sale-only: orders in promotions · clear-need: orders of the same ·
   * asks-never-buys: times it came · never-answers: contacts in vain · over-touched: outgoing contacts in the window ·
   * advocate: recommended clients · paused: days until it comes back.
   */
  count: number
  /** regular, impulsive, sale-only and clear-need: all orders (or visits); else null. */
  of: number | null
  /** sale-only, clear-need: share of orders; impulsive: spread of the gaps by their median; else null. */
  percent: number | null
  /** The threshold of `percent` where there is one, else that of `count`; null for advocate and paused. */
  limit: number | null
  /** clear-need: of what; paused: the reason. */
  what: string | null
  /** over-touched: the last day it counts; paused: the day it comes back. */
  until: CivilDate | null
  /** over-touched: the first day of its window. */
  since: CivilDate | null
}

/**
 * Why a client stands where it stands on a day: plain data, complete, ready to be printed as JSON. Sums are decimal strings
 * with their currency, days are `YYYY-MM-DD`, points are whole hundredths.
 */
export interface Explanation {
  /** The day it is looked at. */
  on: CivilDate
  warmth: {
    /** As it holds: by hand while that is in force, else computed. */
    now: Warmth
    computed: Warmth
    /** What decided the computed one. */
    rule: Rule
    /** The last day on which it is hot (warm at least) when nothing more happens; null when it is not. */
    hot_until: CivilDate | null
    warm_until: CivilDate | null
    /** The day of a refusal after which the client was not heard of; null when the last thing it said was no refusal. */
    refused_on: CivilDate | null
    by_hand: { warmth: Warmth; until: CivilDate | null; reason: string | null; in_force: boolean } | null
  }
  score: {
    /** Exactly the sum of `now_hundredths` of the terms. */
    hundredths: number
    /** Warm from so many. */
    warm_from_hundredths: number
    half_life_days: number
    /** Per cent that a refusal takes off what contacts before it counted. */
    refusal_percent: number
    /** Given up: only what happened since this day counts, beside recommendations. Null while all counts. */
    counts_from: CivilDate | null
    /** Latest first; what hardly counts any more is put together. */
    terms: Term[]
  }
  frequency: {
    is: Frequency
    /** What was counted: visits only when there was never an order. */
    by: 'orders' | 'visits'
    /** How often; what lies less than `together_days` apart is one occasion. */
    occasions: number
    together_days: number
    /** Days between occasions, oldest first; of more than 24 the last 24. */
    gaps: number[]
    gap_median: number | null
    /** Regular from so many, no further apart than so many days. */
    regular_from: number
    regular_gap: number
  }
  /** Null without a rhythm: fewer than two days of orders or visits. */
  rhythm: {
    is: Rhythm
    by: 'orders' | 'visits'
    last_on: CivilDate
    days_since: number
    gap_median: number
    gap_spread: number
    /** How many days early or late are still in time. */
    tolerance_days: number
    due_from: CivilDate
    expected_on: CivilDate
    late_from: CivilDate
    lost_from: CivilDate
    /** From late_from on: how many days past the expected one; else 0. */
    days_late: number
    sureness: Sureness
    gaps: number
    sure_gaps: number
    lost_gaps: number
    /** The pause by which the days were put off. */
    put_off_to: CivilDate | null
  } | null
  touch: {
    /** Do not touch before this day; null when nothing says so. */
    not_before: CivilDate | null
    source: TouchSource | null
    cadence_days: number | null
    /** Key of the tag that the cadence comes from. */
    tag: string | null
    /** The contact or order that the cadence counts from. */
    counted_from: CivilDate | null
    /** We turned to it last: better to give it time until this day. Null without such a contact, or with a cadence. */
    rests_until: CivilDate | null
    /** True when it may be touched on the day of the bill. */
    now: boolean
  }
  behaviours: BehaviourReason[]
  contacts: {
    all: number
    in: number
    out: number
    answered: number
    minutes: number
    by_channel: Record<string, number>
    last_at: string | null
    last_answer_at: string | null
  }
  money: {
    orders: number
    promo_orders: number
    /** Whole per cent; null without orders. */
    promo_percent: number | null
    spent: string
    cost: string
    /** Spent less cost. */
    margin: string
    unpaid: string
    /** Sums of orders in currencies without a rate, which the others leave out. */
    foreign: string[]
    referrals: number
    referred: string
    first_order_on: CivilDate | null
    last_order_on: CivilDate | null
  }
  /** As it was set by hand, also when it is over. */
  pause: { until: CivilDate; reason: string | null } | null
}
