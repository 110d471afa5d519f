import type { CivilDate } from '../calendar.js'
import { moneyText } from '../money.js'
import { billOf } from './bill.js'
import { standingFrom } from './compute.js'
import { dateOf, dayOf } from './days.js'
import type { Dealings } from './dealings.js'
import type { BehaviourReason, Explanation, Rule } from './explanation.js'
import type { Happening } from './happenings.js'
import type { Model } from './model.js'
import { type Reading, readingOf } from './reading.js'
import { sharesOnceLost } from './score.js'
import type { Standing } from './standing.js'
import { behavioursOn, computedWarmth, isByHand, isPaused, rhythmOn, warmthOn } from './state.js'
import { isTwoWay } from './touch.js'

/** The last so many gaps are shown. */
const SHOWN_GAPS = 24

/** What a view of one day is made from. */
interface View {
  reading: Reading
  standing: Standing
  dealings: Dealings
  model: Model
  today: CivilDate
}

/** Why a client is as warm, as frequent and as late as it is on a day, of dealings as they were by then (`asOf`). */
export function explain(dealings: Dealings, model: Model, today: CivilDate): Explanation {
  const reading = readingOf(dealings, model)
  const view: View = { reading, standing: standingFrom(reading, dealings, model), dealings, model, today }
  const { care } = dealings
  return {
    on: today,
    warmth: warmth(view),
    score: score(view),
    frequency: frequency(view),
    rhythm: rhythm(view),
    touch: touch(view),
    behaviours: behaviours(view),
    contacts: contacts(view),
    money: money(view),
    pause: care?.paused_until ? { until: care.paused_until, reason: care.paused_reason } : null,
  }
}

/** The last time the client took part, or ordered. */
const lastAnswer = ({ history }: Reading): Happening | undefined =>
  history.happenings.findLast(({ kind }) => isTwoWay(kind))

/** What decided the computed warmth of a day. */
function ruleOf({ reading, standing, today }: View): Rule {
  if (isPaused(standing, today)) return 'paused'
  const { hot, warm } = reading.warmth
  const now = dayOf(today)
  const holds = [...hot, ...warm].find(({ until }) => until >= now)
  if (holds) return holds.rule
  const counted = reading.history.happenings.filter(({ kind }) => kind !== 'note')
  if (counted.length === 0) return 'never-touched'
  const last = lastAnswer(reading)
  if (!last) return 'never-answered'
  if (last.kind === 'refused') return 'refused'
  return rhythmOn(standing, today) === 'lost' ? 'lost' : 'faded'
}

function warmth(view: View): Explanation['warmth'] {
  const { reading, standing, today, dealings } = view
  const last = lastAnswer(reading)
  return {
    now: warmthOn(standing, today),
    computed: computedWarmth(standing, today),
    rule: ruleOf(view),
    hot_until: standing.hot_until,
    warm_until: standing.warm_until,
    refused_on: last?.kind === 'refused' ? dateOf(last.day) : null,
    by_hand:
      standing.hand_warmth === null
        ? null
        : {
            warmth: standing.hand_warmth,
            until: standing.hand_until,
            reason: dealings.care?.warmth_reason ?? null,
            in_force: isByHand(standing, today),
          },
  }
}

function score({ reading, model, today }: View): Explanation['score'] {
  const { history, beat, shares } = reading
  const from = beat?.forgets && dayOf(today) >= beat.lost ? beat.expected : null
  const counted = from === null ? shares : sharesOnceLost(history.happenings, shares, from, model)
  const { total, terms } = billOf(counted, dayOf(today), model)
  return {
    hundredths: total,
    warm_from_hundredths: Math.round(model.warmFrom * 100),
    half_life_days: model.halfLife,
    refusal_percent: model.refusal,
    counts_from: from === null ? null : dateOf(from),
    terms,
  }
}

function frequency({ reading: { occasions }, standing, model }: View): Explanation['frequency'] {
  return {
    is: standing.frequency,
    by: occasions.by,
    occasions: occasions.days.length,
    together_days: model.together,
    gaps: occasions.gaps.slice(-SHOWN_GAPS),
    gap_median: occasions.median,
    regular_from: model.regularOrders,
    regular_gap: model.regularGap,
  }
}

function rhythm({ reading: { beat, occasions }, standing, dealings, model, today }: View): Explanation['rhythm'] {
  if (beat === null) return null
  const now = dayOf(today)
  return {
    is: rhythmOn(standing, today),
    by: beat.by,
    last_on: dateOf(beat.last),
    days_since: Math.max(0, now - beat.last),
    gap_median: beat.median,
    gap_spread: Math.round(beat.spread * 10) / 10,
    tolerance_days: beat.tolerance,
    due_from: dateOf(beat.due),
    expected_on: dateOf(beat.expected),
    late_from: dateOf(beat.late),
    lost_from: dateOf(beat.lost),
    days_late: now >= beat.late ? now - beat.expected : 0,
    sureness: beat.sureness,
    gaps: occasions.gaps.length,
    sure_gaps: model.sureGaps,
    lost_gaps: model.lostGaps,
    put_off_to: beat.putOff ? (dealings.care?.paused_until ?? null) : null,
  }
}

function touch({ reading: { touching }, standing, today }: View): Explanation['touch'] {
  return {
    not_before: standing.touch_on,
    source: touching.source,
    cadence_days: touching.cadence,
    tag: touching.tag,
    counted_from: touching.from === null ? null : dateOf(touching.from),
    rests_until: touching.rests === null ? null : dateOf(touching.rests),
    now: standing.touch_on === null || standing.touch_on <= today,
  }
}

function behaviours({ reading, standing, dealings, model, today }: View): BehaviourReason[] {
  const now = dayOf(today)
  return behavioursOn(standing, today).map((is): BehaviourReason => {
    const trait = reading.traits.find((each) => each.is === is)
    if (trait) return trait
    const plain = { is, of: null, percent: null, limit: null, what: null, since: null }
    if (is === 'paused' && standing.paused_until !== null)
      return {
        ...plain,
        count: dayOf(standing.paused_until) - now,
        what: dealings.care?.paused_reason ?? null,
        until: standing.paused_until,
      }
    // Left of the behaviours is over-touched: contacts since the last order within the window that ends today.
    const lastOrder = reading.history.orders.at(-1)
    const from = Math.max(now - model.overTouchedDays, lastOrder ? dayOf(lastOrder.date) + 1 : 0)
    const out = reading.history.happenings.filter(
      ({ kind, day, touch: each }) => each?.direction === 'out' && kind !== 'note' && day >= from,
    )
    return {
      ...plain,
      count: out.length,
      limit: model.overTouched,
      since: out[0] ? dateOf(out[0].day) : null,
      until: standing.over_touched_until,
    }
  })
}

function contacts({ reading: { contacts: counts } }: View): Explanation['contacts'] {
  return {
    all: counts.contacts,
    in: counts.contacts_in,
    out: counts.contacts_out,
    answered: counts.answered,
    minutes: counts.minutes,
    by_channel: counts.by_channel,
    last_at: counts.last_contact_at,
    last_answer_at: counts.last_answer_at,
  }
}

function money({ reading: { sums }, standing, model: { currency } }: View): Explanation['money'] {
  const { orders, promo_orders, spent_minor, cost_minor } = standing
  return {
    orders,
    promo_orders,
    promo_percent: orders === 0 ? null : Math.floor((promo_orders * 100) / orders),
    spent: moneyText(spent_minor, currency),
    cost: moneyText(cost_minor, currency),
    margin: moneyText(spent_minor - cost_minor, currency),
    unpaid: moneyText(standing.unpaid_minor, currency),
    foreign: Object.entries(sums.foreign).map(([code, minor]) => moneyText(minor, code)),
    referrals: standing.referrals,
    referred: moneyText(standing.referred_minor, currency),
    first_order_on: standing.first_order_on,
    last_order_on: standing.last_order_on,
  }
}
