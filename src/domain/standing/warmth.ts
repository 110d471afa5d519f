import { dayOf } from './days.js'
import type { Care } from './dealings.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import type { Beat } from './rhythm.js'
import { lastWarmDay, type Share, sharesAnew } from './score.js'

/** Reasons to be hot or warm, each with the last day on which it holds, in the order in which they are told. */
export interface WarmthReasons {
  hot: { rule: 'within-rhythm' | 'fresh-order' | 'agreed' | 'offer'; until: number }[]
  warm: { rule: 'score' | 'expected' | 'late-not-lost' | 'paused'; until: number }[]
}

/** The last time it said yes, or was made an offer, and neither a refusal nor the order itself came after it. */
function intents({ happenings, orders, offers }: History, { intent }: Model): WarmthReasons['hot'] {
  let refused = -1
  let agreed = -1
  happenings.forEach(({ kind }, index) => {
    if (kind === 'refused') refused = index
    if (kind === 'agreed') agreed = index
  })
  const reasons: WarmthReasons['hot'] = []
  const last = orders.at(-1)
  const ordered = last ? dayOf(last.date) : Number.NEGATIVE_INFINITY
  const yes = agreed > refused ? happenings[agreed] : undefined
  if (yes && yes.day > ordered) reasons.push({ rule: 'agreed', until: yes.day + intent })
  const offer = offers.at(-1)
  const refusal = happenings[refused]
  const offered = offer ? dayOf(offer.date) : ordered
  if (offered > ordered && (!refusal || offered > refusal.day)) reasons.push({ rule: 'offer', until: offered + intent })
  return reasons
}

/**
 * A rhythm keeps hot while the client is not late by it. One that is unsure has no such credit: hot up to the expected
 * day, when the gap is no longer than a regular's.
 */
function rhythmKeepsHotUntil(beat: Beat, { regularGap }: Model): number | null {
  if (beat.by === 'visits') return null
  if (beat.sureness !== 'unsure') return beat.late - 1
  return beat.median <= regularGap ? beat.expected : null
}

/** The last day on which the score keeps warm. Who was given up starts again from nought. */
function scoredUntil(
  { happenings }: History,
  shares: readonly Share[],
  beat: Beat | null,
  model: Model,
): number | null {
  const scored = lastWarmDay(shares, model)
  if (scored === null || beat === null || !beat.forgets || scored < beat.lost) return scored
  return Math.max(beat.lost - 1, lastWarmDay(sharesAnew(happenings, beat.expected, model), model) ?? 0)
}

/** Everything that speaks for hot and for warm. */
export function warmthReasons(
  history: History,
  shares: readonly Share[],
  beat: Beat | null,
  care: Care | null,
  model: Model,
): WarmthReasons {
  const hot: WarmthReasons['hot'] = []
  const warm: WarmthReasons['warm'] = []
  const last = history.orders.at(-1)
  if (last && (beat === null || beat.sureness === 'unsure'))
    hot.push({ rule: 'fresh-order', until: dayOf(last.date) + model.freshOrder })
  const byRhythm = beat === null ? null : rhythmKeepsHotUntil(beat, model)
  if (byRhythm !== null) hot.push({ rule: 'within-rhythm', until: byRhythm })
  if (history.happenings.length > 0) hot.push(...intents(history, model))
  const scored = scoredUntil(history, shares, beat, model)
  if (scored !== null) warm.push({ rule: 'score', until: scored })
  if (beat !== null) {
    warm.push({ rule: 'expected', until: beat.late - 1 })
    if (beat.sureness !== 'unsure') warm.push({ rule: 'late-not-lost', until: beat.lost - 1 })
  }
  if (care?.paused_until) warm.push({ rule: 'paused', until: dayOf(care.paused_until) })
  return { hot, warm }
}
