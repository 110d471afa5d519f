import type { CivilDate } from './calendar.js'
import type { Explanation } from './standing/explanation.js'

/** What follows from where a client stands; the first that fits is told. */
export const ADVICES = [
  'paused',
  'wait',
  'refused',
  'rest',
  'intent',
  'over-touched',
  'late',
  'lost',
  'due',
  'early',
  'thank',
  'first-touch',
  'never-answers',
  'ask-why',
  'rekindle',
  'keep-warm',
] as const
export type Advice = (typeof ADVICES)[number]

export interface Advised {
  advice: Advice
  /** The day that the advice speaks of. */
  on: CivilDate | null
}

const says = (advice: Advice, on: CivilDate | null = null): Advised => ({ advice, on })

/**
 * One thing to do, and the day it speaks of when it does. What protects a client from being annoyed comes first (a pause, a
 * cadence, a refusal, a contact a moment ago, too many contacts), then what is about to be sold or lost, then care.
 */
export function adviceOf(explanation: Explanation): Advised {
  return patience(explanation) ?? opportunity(explanation) ?? care(explanation)
}

const behaves = ({ behaviours }: Explanation, is: string): boolean => behaviours.some((each) => each.is === is)

function patience(explanation: Explanation): Advised | null {
  const { on, touch, pause } = explanation
  if (pause && pause.until > on) return says('paused', pause.until)
  if (!touch.now && (touch.source === 'hand' || touch.source === 'tag')) return says('wait', touch.not_before)
  if (saidNo(explanation) && !isSetTo(explanation, 'hot')) return says('refused')
  return isResting(explanation) ? says('rest', touch.rests_until) : null
}

/** We turned to the client a moment ago, and may do so again, but better not yet. */
export const isResting = ({ touch, on }: Pick<Explanation, 'touch' | 'on'>): boolean =>
  touch.now && touch.rests_until !== null && touch.rests_until > on

function opportunity(explanation: Explanation): Advised | null {
  const { warmth, rhythm, touch, on } = explanation
  if (isSetTo(explanation, 'hot')) return says('intent')
  if ((warmth.rule === 'agreed' || warmth.rule === 'offer') && !isSetTo(explanation, 'cold')) return says('intent')
  if (behaves(explanation, 'over-touched')) return says('over-touched')
  if (rhythm === null || rhythm.is === 'none' || rhythm.is === 'paused') return null
  if (rhythm.is === 'early') return says('early', touch.not_before ?? rhythm.due_from)
  // An unsure rhythm forbids at most; it does not tell of a client that it is late, or due before the day itself.
  if (rhythm.sureness === 'unsure' && (rhythm.is !== 'due' || on < rhythm.expected_on)) return null
  return rhythm.is === 'lost' && warmth.now !== 'cold' ? null : says(rhythm.is)
}

function care(explanation: Explanation): Advised {
  const { warmth, touch } = explanation
  if (!touch.now) return says('wait', touch.not_before)
  if (behaves(explanation, 'advocate')) return says('thank')
  if (warmth.rule === 'never-touched') return says('first-touch')
  if (warmth.rule === 'never-answered' || behaves(explanation, 'never-answers')) return says('never-answers')
  if (behaves(explanation, 'asks-never-buys')) return says('ask-why')
  if (warmth.rule === 'lost') return says('lost')
  return says(warmth.now === 'cold' ? 'rekindle' : 'keep-warm')
}

const isSetTo = ({ warmth: { by_hand } }: Explanation, warmth: 'hot' | 'cold'): boolean =>
  by_hand?.in_force === true && by_hand.warmth === warmth

/** The last thing the client said was no, and that was not before the next order became due: no need for another order then. */
const saidNo = ({ warmth: { refused_on }, rhythm }: Explanation): boolean =>
  refused_on !== null && (rhythm === null || rhythm.is === 'lost' || refused_on >= rhythm.due_from)
