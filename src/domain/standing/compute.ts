import { moneyPoints, usualOrder } from '../day/rank.js'
import { callingDays } from './calling-days.js'
import { dateOf } from './days.js'
import type { Dealings } from './dealings.js'
import type { Model } from './model.js'
import { type Reading, readingOf } from './reading.js'
import { frequencyOf } from './rhythm.js'
import { BEHAVIOURS, type Standing } from './standing.js'
import { waitingSince } from './waiting.js'

const latest = (reasons: readonly { until: number }[], atLeast: number | null): number | null =>
  reasons.reduce<number | null>((day, { until }) => (day === null || until > day ? until : day), atLeast)

const dateOrNull = (day: number | null): string | null => (day === null ? null : dateOf(day))

/** What a client stands at, computed from all its dealings. The same dealings and model always give the same standing. */
export const standingOf = (dealings: Dealings, model: Model): Standing =>
  standingFrom(readingOf(dealings, model), dealings, model)

/** The columns that are kept, of what was read. */
export function standingFrom(reading: Reading, { care, referrals }: Dealings, model: Model): Standing {
  const { history, occasions, beat, warmth, touching, traits, contacts, sums } = reading
  const hot = latest(warmth.hot, null)
  const calling = callingDays(reading, care, model)
  const foreign = Object.keys(sums.foreign).length === 0 ? null : JSON.stringify(sums.foreign)
  // Spelled out: an object of so many keys put together by spreading costs ten times as much, and an import makes 100,000.
  return {
    contacts: contacts.contacts,
    contacts_in: contacts.contacts_in,
    contacts_out: contacts.contacts_out,
    answered: contacts.answered,
    channels: JSON.stringify(contacts.by_channel),
    minutes: contacts.minutes,
    first_contact_at: contacts.first_contact_at,
    last_contact_at: contacts.last_contact_at,
    last_answer_at: contacts.last_answer_at,
    orders: history.orders.length,
    promo_orders: sums.promo_orders,
    spent_minor: sums.spent_minor,
    cost_minor: sums.cost_minor,
    unpaid_minor: sums.unpaid_minor,
    foreign_sums: foreign,
    first_order_on: history.orders[0]?.date ?? null,
    last_order_on: history.orders.at(-1)?.date ?? null,
    gap_median: occasions.median,
    gap_spread: occasions.spread,
    referrals: referrals.length,
    referred_minor: sums.referred_minor,
    frequency: frequencyOf(occasions, model),
    hot_until: dateOrNull(hot),
    warm_until: dateOrNull(latest(warmth.warm, hot)),
    due_from: dateOrNull(beat?.due ?? null),
    expected_on: dateOrNull(beat?.expected ?? null),
    late_from: dateOrNull(beat?.late ?? null),
    lost_from: dateOrNull(beat?.lost ?? null),
    sureness: beat?.sureness ?? null,
    touch_on: dateOrNull(touching.day),
    cadence_days: touching.cadence,
    over_touched_until: dateOrNull(reading.overTouched?.until ?? null),
    traits: traitsText(traits),
    hand_warmth: care?.warmth ?? null,
    hand_until: care?.warmth ? care.warmth_until : null,
    paused_until: care?.paused_until ?? null,
    waits_since: waitingSince(history)?.at ?? null,
    rests_until: dateOrNull(touching.rests),
    call_from: dateOrNull(calling?.from ?? null),
    call_until: dateOrNull(calling?.until ?? null),
    call_weight:
      calling === null
        ? null
        : calling.points + moneyPoints(usualOrder(sums.spent_minor, history.orders.length), model.currency),
  }
}

/** `,sale-only,advocate,` in the order of the list of behaviours. */
function traitsText(traits: Reading['traits']): string {
  if (traits.length === 0) return ''
  const names = BEHAVIOURS.filter((each) => traits.some(({ is }) => is === each))
  return `,${names.join(',')},`
}
