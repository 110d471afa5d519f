import type { CivilDate } from '../calendar.js'
import type { Warmth } from './dealings.js'
import { BEHAVIOURS, type Behaviour, type Rhythm, type Standing } from './standing.js'

/*
 * What a standing means on a day. The filter says the same in SQL (store/filter); a test holds the two against each other.
 */

export const isPaused = ({ paused_until }: Standing, today: CivilDate): boolean =>
  paused_until !== null && paused_until > today

/** The warmth that follows from what happened, whatever was set by hand. */
export function computedWarmth(standing: Standing, today: CivilDate): Warmth {
  if (standing.hot_until !== null && standing.hot_until >= today && !isPaused(standing, today)) return 'hot'
  return standing.warm_until !== null && standing.warm_until >= today ? 'warm' : 'cold'
}

/** True while a warmth set by hand holds. */
export const isByHand = ({ hand_warmth, hand_until }: Standing, today: CivilDate): boolean =>
  hand_warmth !== null && (hand_until === null || hand_until >= today)

export const warmthOn = (standing: Standing, today: CivilDate): Warmth =>
  isByHand(standing, today) && standing.hand_warmth !== null ? standing.hand_warmth : computedWarmth(standing, today)

export function rhythmOn(standing: Standing, today: CivilDate): Rhythm {
  const { due_from, late_from, lost_from } = standing
  if (isPaused(standing, today)) return 'paused'
  if (due_from === null || late_from === null || lost_from === null) return 'none'
  if (today >= lost_from) return 'lost'
  if (today >= late_from) return 'late'
  return today >= due_from ? 'due' : 'early'
}

export function behavioursOn(standing: Standing, today: CivilDate): Behaviour[] {
  return BEHAVIOURS.filter((each) => {
    if (each === 'paused') return isPaused(standing, today)
    if (each === 'over-touched') return standing.over_touched_until !== null && standing.over_touched_until >= today
    return standing.traits.includes(`,${each},`)
  })
}
