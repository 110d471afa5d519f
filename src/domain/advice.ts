import type { CivilDate } from './calendar.js'
import type { Explanation } from './standing/explanation.js'

/** What follows from where a client stands: the first that fits, the more urgent before the less. */
export const ADVICES = [
  'paused',
  'wait',
  'over-touched',
  'refused',
  'intent',
  'late',
  'lost',
  'due',
  'early',
  'thank',
  'first-touch',
  'never-answers',
  'rekindle',
  'keep-warm',
] as const
export type Advice = (typeof ADVICES)[number]

/**
 * One thing to do, and the day it speaks of when it does. What protects a client from being annoyed comes first (a pause, a
 * cadence, too many contacts), then what is about to be sold or lost, then care.
 */
export function adviceOf(explanation: Explanation): { advice: Advice; on: CivilDate | null } {
  const { on, warmth, rhythm, touch, pause, behaviours } = explanation
  const says = (advice: Advice, day: CivilDate | null = null) => ({ advice, on: day })
  const behaves = (is: string): boolean => behaviours.some((each) => each.is === is)
  if (pause && pause.until > on) return says('paused', pause.until)
  if (!touch.now && (touch.source === 'hand' || touch.source === 'tag')) return says('wait', touch.not_before)
  if (behaves('over-touched')) return says('over-touched')
  if (warmth.rule === 'refused') return says('refused')
  if (warmth.rule === 'agreed' || warmth.rule === 'offer') return says('intent')
  if (rhythm?.is === 'late' || rhythm?.is === 'lost' || rhythm?.is === 'due') return says(rhythm.is)
  if (rhythm?.is === 'early') return says('early', touch.not_before ?? rhythm.due_from)
  if (!touch.now) return says('wait', touch.not_before)
  if (behaves('advocate')) return says('thank')
  if (warmth.rule === 'never-touched') return says('first-touch')
  if (warmth.rule === 'never-answered' || behaves('never-answers')) return says('never-answers')
  return says(warmth.now === 'cold' ? 'rekindle' : 'keep-warm')
}
