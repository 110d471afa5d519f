import type { Moment } from '../calendar.js'
import type { Dealings, Referral } from './dealings.js'

const upTo = <T>(rows: readonly T[], isThere: (row: T) => boolean): readonly T[] =>
  rows.every(isThere) ? rows : rows.filter(isThere)

/**
 * The dealings as they were known at a moment: contacts up to the instant, orders, expenses and what others spent up to the
 * day. Nothing after it has happened yet. What was set by hand and the tags have no history and stay.
 */
export function asOf(dealings: Dealings, { now, today }: Pick<Moment, 'now' | 'today'>): Dealings {
  const { touches, purchases, expenses, referrals } = dealings
  const referralsThere = upTo(referrals, ({ on, income }) => on <= today && income.every(({ date }) => date <= today))
  return {
    ...dealings,
    touches: upTo(touches, ({ at }) => at <= now),
    purchases: upTo(purchases, ({ date }) => date <= today),
    expenses: upTo(expenses, ({ date }) => date <= today),
    referrals:
      referralsThere === referrals
        ? referrals
        : referrals
            .filter(({ on }) => on <= today)
            .map((each): Referral => ({ ...each, income: each.income.filter(({ date }) => date <= today) })),
  }
}
