import { inBase } from '../money.js'
import { saysPaid } from '../stage.js'
import type { Dealings, Sum } from './dealings.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import { isTwoWay } from './touch.js'

/** How many contacts, of which kinds, and when. */
export interface ContactCounts {
  contacts: number
  contacts_in: number
  contacts_out: number
  answered: number
  minutes: number
  by_channel: Record<string, number>
  first_contact_at: string | null
  last_contact_at: string | null
  last_answer_at: string | null
}

const byKey = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))

export function contactCounts({ happenings }: History): ContactCounts {
  const channels = new Map<string, number>()
  const counts: ContactCounts = {
    contacts: 0,
    contacts_in: 0,
    contacts_out: 0,
    answered: 0,
    minutes: 0,
    by_channel: {},
    first_contact_at: null,
    last_contact_at: null,
    last_answer_at: null,
  }
  for (const { kind, touch } of happenings) {
    // A note tells what we thought; nobody spoke with anybody.
    if (touch === null || kind === 'note') continue
    counts.contacts += 1
    if (touch.direction === 'in') counts.contacts_in += 1
    else counts.contacts_out += 1
    counts.minutes += touch.minutes ?? 0
    counts.first_contact_at ??= touch.at
    counts.last_contact_at = touch.at
    channels.set(touch.channel, (channels.get(touch.channel) ?? 0) + 1)
    if (!isTwoWay(kind)) continue
    counts.answered += 1
    counts.last_answer_at = touch.at
  }
  if (channels.size > 0) counts.by_channel = byKey(channels)
  return counts
}

/** Sums in minor units of the base currency. */
export interface Sums {
  promo_orders: number
  spent_minor: number
  cost_minor: number
  unpaid_minor: number
  referred_minor: number
  /** Orders in currencies that have no rate, by currency, in its minor units; the other sums leave them out. */
  foreign: Record<string, number>
}

const total = (sums: readonly Sum[], model: Model): number =>
  sums.reduce((sum, { sum_minor, currency }) => sum + (inBase(sum_minor, currency, model) ?? 0), 0)

/** What was spent, owed, and what it cost, over all orders that count. */
export function sumsOf({ touches, expenses, referrals }: Dealings, { orders }: History, model: Model): Sums {
  const foreign = new Map<string, number>()
  const sums: Sums = {
    promo_orders: 0,
    spent_minor: 0,
    cost_minor: total(expenses, model),
    unpaid_minor: 0,
    referred_minor: 0,
    foreign: {},
  }
  for (const { cost_minor } of touches) sums.cost_minor += cost_minor ?? 0
  for (const { income } of referrals) sums.referred_minor += total(income, model)
  for (const { sum_minor, currency, cost_minor, promo, paid_minor, stage } of orders) {
    if (promo) sums.promo_orders += 1
    const spent = inBase(sum_minor, currency, model)
    if (spent === null) foreign.set(currency, (foreign.get(currency) ?? 0) + sum_minor)
    else sums.spent_minor += spent
    if (cost_minor !== null) sums.cost_minor += inBase(cost_minor, currency, model) ?? 0
    // Too much paid for one order does not pay for another.
    const unpaid = saysPaid(stage) ? 0 : Math.max(0, sum_minor - paid_minor)
    sums.unpaid_minor += inBase(unpaid, currency, model) ?? 0
  }
  if (foreign.size > 0) sums.foreign = byKey(foreign)
  return sums
}
