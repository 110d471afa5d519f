import { overTouched, type TraitReason, traitsOf } from './behaviour.js'
import type { Dealings } from './dealings.js'
import { type History, historyOf } from './happenings.js'
import type { Model } from './model.js'
import { type Beat, beatOf, type Occasions, occasionsOf } from './rhythm.js'
import { type Share, sharesOf } from './score.js'
import { type ContactCounts, contactCounts, type Sums, sumsOf } from './sums.js'
import { type Touching, touchingOf } from './touching.js'
import { type WarmthReasons, warmthReasons } from './warmth.js'

/** All that is read from dealings before anybody asks on which day: the standing and its explanation are both made of it. */
export interface Reading {
  history: History
  shares: Share[]
  occasions: Occasions
  beat: Beat | null
  warmth: WarmthReasons
  touching: Touching
  traits: TraitReason[]
  overTouched: { since: number; until: number } | null
  contacts: ContactCounts
  sums: Sums
}

export function readingOf(dealings: Dealings, model: Model): Reading {
  const history = historyOf(dealings)
  const shares = sharesOf(history.happenings, model)
  const occasions = occasionsOf(history, model)
  const beat = beatOf(occasions, dealings.care, model)
  return {
    history,
    shares,
    occasions,
    beat,
    warmth: warmthReasons(history, shares, beat, dealings.care, model),
    touching: touchingOf(dealings, history, beat, model),
    traits: traitsOf(dealings, history, occasions, model),
    overTouched: overTouched(history, model),
    contacts: contactCounts(history),
    sums: sumsOf(dealings, history, model),
  }
}
