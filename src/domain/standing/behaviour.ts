import { looseText } from '../fold.js'
import { stageClass } from '../stage.js'
import { dayOf } from './days.js'
import type { Dealings, Purchase } from './dealings.js'
import type { BehaviourReason } from './explanation.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import { frequencyOf, type Occasions } from './rhythm.js'
import type { Behaviour } from './standing.js'
import { isTwoWay } from './touch.js'

type Trait = Exclude<Behaviour, 'over-touched' | 'paused'>

/** A behaviour that time alone does not change. */
export type TraitReason = BehaviourReason & { is: Trait }

const reason = (
  is: Trait,
  count: number,
  limit: number | null,
  more: Partial<Pick<BehaviourReason, 'of' | 'percent' | 'what'>> = {},
): TraitReason => ({ is, count, of: null, percent: null, limit, what: null, until: null, since: null, ...more })

const percentOf = (part: number, of: number): number => (part * 100) / of

const things = new Map<string, string>()

/** The same thing in another size, number or spelling is the same thing. */
function thing(what: string): string {
  const known = things.get(what)
  if (known !== undefined) return known
  const key = looseText(what)
    .replace(/\d[\d.,]*\s*\p{L}{0,3}(?!\p{L})/gu, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  if (things.size > 5_000) things.clear()
  things.set(what, key)
  return key
}

/** What was ordered most often, as it was written last; of equally frequent ones the one ordered last. */
function favourite(orders: readonly Purchase[]): { what: string; count: number } | null {
  const counts = new Map<string, { what: string; count: number }>()
  for (const { what } of orders) {
    const key = what === null ? '' : thing(what)
    if (what === null || key === '') continue
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.delete(key)
    counts.set(key, { what, count })
  }
  let most: { what: string; count: number } | null = null
  for (const each of counts.values()) if (most === null || each.count >= most.count) most = each
  return most
}

function byOrders({ orders }: History, occasions: Occasions, model: Model): TraitReason[] {
  const found: TraitReason[] = []
  const { days, gaps, median, spread } = occasions
  const all = orders.length
  const uneven = median === null || spread === null ? 0 : percentOf(spread, median)
  const impulsive = gaps.length >= 3 && uneven >= model.impulse
  if (frequencyOf(occasions, model) === 'regular' && !impulsive)
    found.push(reason('regular', days.length, model.regularOrders, { of: days.length }))
  if (all === 0) return found
  if (impulsive) found.push(reason('impulsive', all, model.impulse, { of: all, percent: Math.floor(uneven) }))
  const promo = orders.filter((order) => order.promo).length
  if (all >= 2 && percentOf(promo, all) >= model.saleShare)
    found.push(reason('sale-only', promo, model.saleShare, { of: all, percent: Math.floor(percentOf(promo, all)) }))
  const most = all >= 3 ? favourite(orders) : null
  if (most && percentOf(most.count, all) >= model.needShare)
    found.push(
      reason('clear-need', most.count, model.needShare, {
        of: all,
        percent: Math.floor(percentOf(most.count, all)),
        what: most.what,
      }),
    )
  return found
}

/** Behaviours of those who never ordered. */
function withoutOrders(dealings: Dealings, { happenings, offers }: History, by: Occasions, model: Model) {
  const found: TraitReason[] = []
  let came = 0
  let inVain = 0
  let answered = 0
  for (const { kind, touch } of happenings) {
    if (touch === null) continue
    if (touch.direction === 'in' && (kind === 'call' || kind === 'message' || kind === 'enquiry')) came += 1
    if (kind === 'unanswered') inVain += 1
    if (isTwoWay(kind)) answered += 1
  }
  if (came >= model.asks && by.days.length === 0) found.push(reason('asks-never-buys', came, model.asks))
  if (inVain >= model.unanswered && answered === 0 && offers.length === 0)
    found.push(reason('never-answers', inVain, model.unanswered))
  if (dealings.referrals.length > 0) found.push(reason('advocate', dealings.referrals.length, null))
  return found
}

/** Behaviours that time alone does not change, each with its numbers. */
export function traitsOf(dealings: Dealings, history: History, occasions: Occasions, model: Model): TraitReason[] {
  const found = byOrders(history, occasions, model)
  return history.orders.length === 0 ? [...found, ...withoutOrders(dealings, history, occasions, model)] : found
}

/**
 * The last day on which a client counts as over-touched, and the first of the contacts that make it so. Work in hand is no
 * pestering: an open order, or one made since, takes it away.
 */
export function overTouched(
  { happenings, orders }: History,
  { overTouched: limit, overTouchedDays }: Model,
): { since: number; until: number } | null {
  let left = limit
  for (let index = happenings.length - 1; index >= 0; index -= 1) {
    const each = happenings[index]
    if (each?.touch?.direction !== 'out' || each.kind === 'note') continue
    left -= 1
    if (left > 0) continue
    const last = orders.at(-1)
    const ordered = last !== undefined && dayOf(last.date) >= each.day
    if (ordered || orders.some(({ stage }) => stageClass(stage) === 'open')) return null
    return { since: each.day, until: each.day + overTouchedDays }
  }
  return null
}
