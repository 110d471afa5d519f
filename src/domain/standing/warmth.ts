import { dayOf } from './days.js'
import type { Care } from './dealings.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import type { Beat } from './rhythm.js'
import { lastWarmDay, type Share } from './score.js'

/** Reasons to be hot or warm, each with the last day on which it holds, in the order in which they are told. */
export interface WarmthReasons {
  hot: { rule: 'within-rhythm' | 'fresh-order' | 'agreed' | 'offer'; until: number }[]
  warm: { rule: 'score' | 'expected' | 'late-not-lost' | 'paused'; until: number }[]
}

/** The last time it said yes, or was made an offer, and no refusal came after it. */
function intents({ happenings, offers }: History, { intent }: Model): WarmthReasons['hot'] {
  let refused = -1
  let agreed = -1
  happenings.forEach(({ kind }, index) => {
    if (kind === 'refused') refused = index
    if (kind === 'agreed') agreed = index
  })
  const reasons: WarmthReasons['hot'] = []
  const yes = agreed > refused ? happenings[agreed] : undefined
  if (yes) reasons.push({ rule: 'agreed', until: yes.day + intent })
  const offer = offers.at(-1)
  const refusal = happenings[refused]
  if (offer && (!refusal || dayOf(offer.date) > refusal.day))
    reasons.push({ rule: 'offer', until: dayOf(offer.date) + intent })
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
  const scored = lastWarmDay(shares, model)
  if (scored !== null) warm.push({ rule: 'score', until: scored })
  if (beat !== null) {
    warm.push({ rule: 'expected', until: beat.late - 1 })
    if (beat.sureness !== 'unsure') warm.push({ rule: 'late-not-lost', until: beat.lost - 1 })
  }
  if (care?.paused_until) warm.push({ rule: 'paused', until: dayOf(care.paused_until) })
  return { hot, warm }
}
