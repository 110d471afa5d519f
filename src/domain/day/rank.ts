import { daysBetween } from '../calendar.js'
import { minorDigits, moneyText } from '../money.js'
import type { AgendaEntry, CallReason, RankTerm, Reason } from './reason.js'

/** What ranks an entry; docs/today.md gives every number with its reason. */
export interface Rank {
  /** The sum of the terms. */
  score: number
  terms: RankTerm[]
}

/** What is known of the client beside the reasons. */
export interface Weighing {
  /** Money at stake, in minor units of the base currency. */
  stake_minor: number
  /** It was called today, in vain. */
  tried: boolean
}

/** What kind of reason it is. A promise counts for more than everything else together, so that promises come first. */
const POINTS: Readonly<Record<CallReason['code'] | 'promised', number>> = {
  promised: 220,
  waits: 40,
  unpaid: 30,
  slipping: 30,
  'put-off': 25,
  rhythm: 20,
  cadence: 15,
  lead: 10,
}

const MOST_LATE = 20
const AT_A_TIME = 5
const PER_DAY_WAITED = 3
const MOST_WAITED = 15
const DAYS_UNPAID = 14
const MOST_MONEY = 25
const VIP = 10
const TRIED = -30
const AHEAD = -100
const NEAR = { today: 60, belated: 40, ahead: 20 }
const ROUND = 5

/** Points for money at stake: by its magnitude, so that one large order does not outweigh all else. */
export const moneyPoints = (minor: number, currency: string): number =>
  Math.min(MOST_MONEY, Math.round(4 * Math.log10(1 + Math.max(0, minor) / 10 ** minorDigits(currency))))

/** What a client usually orders for. */
export const usualOrder = (spentMinor: number, orders: number): number =>
  orders === 0 ? 0 : Math.round(spentMinor / orders)

/** The most that reasons of the dealings which hold on one day can give together, without the money. */
export function mostPoints(codes: readonly ('waits' | 'slipping' | 'rhythm' | 'cadence')[]): number {
  const late = codes.some((code) => code !== 'waits') ? MOST_LATE : 0
  return codes.reduce((sum, code) => sum + POINTS[code] + (code === 'waits' ? MOST_WAITED : 0), late)
}

/** A stronger kind of reason first, of one kind the one that is longest overdue. */
export const byStrength = (a: Reason, b: Reason): number =>
  pointsOf(b) - pointsOf(a) || a.days - b.days || (markOf(a) < markOf(b) ? -1 : markOf(a) > markOf(b) ? 1 : 0)

const pointsOf = ({ code }: Reason): number =>
  code === 'occasion' || code === 'holiday' || code === 'gift' ? 0 : POINTS[code]

const markOf = (reason: Reason): string => {
  if (reason.code === 'promised') return `${reason.promise}`
  if (reason.code === 'unpaid') return `${reason.order}`
  if (reason.code === 'occasion' || reason.code === 'gift') return `${reason.code} ${reason.date} ${reason.occasion}`
  return reason.code === 'holiday' ? `${reason.code} ${reason.holiday}` : reason.code
}

/** How many of its own periods a reason is late; a payment has fortnights. */
function periodsLate(reason: Reason): number {
  const late = Math.max(0, -reason.days)
  switch (reason.code) {
    case 'rhythm':
    case 'slipping':
      // On the day from which it counts as late it has been expected for some days.
      return reason.gap > 0 ? (late + daysBetween(reason.expected_on, reason.on)) / reason.gap : 0
    case 'cadence':
      return late / reason.every
    case 'unpaid':
      return late / DAYS_UNPAID
    default:
      return 0
  }
}

/**
 * How a call or a task ranks, in whole points: what says so, how late that is, what money hangs on it, who it is. Several reasons
 * add up, several of one kind count once. What lies ahead gives no points yet.
 */
function weighDue(entry: AgendaEntry, { stake_minor, tried }: Weighing, currency: string): RankTerm[] {
  const terms: RankTerm[] = []
  const add = (term: RankTerm['term'], points: number, value: string | null): void => {
    if (points !== 0) terms.push({ term, points, value })
  }
  const due = entry.reasons.filter(({ days }) => days <= 0)
  const seen = new Set<string>()
  for (const reason of due) {
    if (seen.has(reason.code)) continue
    seen.add(reason.code)
    const late = Math.max(0, -reason.days)
    if (reason.code === 'promised') {
      const timed = due.some((each) => each.code === 'promised' && each.time !== null && each.days === 0)
      add('promised', POINTS.promised + Math.min(MOST_LATE, late) + (timed ? AT_A_TIME : 0), String(late))
    } else if (reason.code === 'waits')
      add('waits', POINTS.waits + Math.min(MOST_WAITED, PER_DAY_WAITED * late), String(late))
    else if (reason.code === 'unpaid')
      add('unpaid', POINTS.unpaid, String(due.filter(({ code }) => code === 'unpaid').length))
    else if (reason.code !== 'occasion' && reason.code !== 'holiday' && reason.code !== 'gift')
      add(reason.code, POINTS[reason.code], String(late))
  }
  const periods = due.reduce((most, reason) => Math.max(most, periodsLate(reason)), 0)
  add('late', Math.min(MOST_LATE, Math.round(10 * periods)), `${Math.round(100 * periods)}%`)
  add('money', moneyPoints(stake_minor, currency), moneyText(stake_minor, currency))
  if (entry.vip) add('vip', VIP, null)
  if (tried) add('tried', TRIED, null)
  if (due.length === 0) {
    const days = Math.min(...entry.reasons.map((reason) => reason.days))
    add('near', AHEAD - Math.max(0, days), String(days))
  }
  return terms
}

/** How a greeting or a present ranks: those of today first, then belated ones, then those ahead, the nearest first. */
function weighDay(entry: AgendaEntry): RankTerm[] {
  const days = Math.min(...entry.reasons.map((reason) => Math.abs(reason.days)))
  const nearest = entry.reasons.find((reason) => Math.abs(reason.days) === days)
  const signed = nearest?.days ?? 0
  const near =
    signed === 0 ? NEAR.today : signed < 0 ? NEAR.belated - Math.min(4, days) : NEAR.ahead - Math.min(NEAR.ahead, days)
  const round = entry.reasons.some((reason) => reason.code === 'occasion' && reason.round)
  const terms: RankTerm[] = [{ term: 'near', points: near + (round ? ROUND : 0), value: String(signed) }]
  if (entry.vip) terms.push({ term: 'vip', points: VIP, value: null })
  return terms
}

/** How an entry ranks. `currency` is the base currency. */
export function rankOf(entry: AgendaEntry, weighing: Weighing, currency: string): Rank {
  const isDay = entry.reasons.every(({ code }) => code === 'occasion' || code === 'holiday' || code === 'gift')
  const terms = isDay ? weighDay(entry) : weighDue(entry, weighing, currency)
  return { score: terms.reduce((sum, { points }) => sum + points, 0), terms }
}
