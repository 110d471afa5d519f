import { readChannel } from '../history/words.js'
import type { Touch } from './dealings.js'
import { outcomeOf, speaksOfEnquiry, speaksOfSubscription } from './outcome.js'
import type { TouchKind } from './touch-kinds.js'

const known = new Map<string, TouchKind>()

/**
 * What a contact was, by channel, direction and outcome. Whoever comes of its own accord was in touch, whatever came of
 * it; when we call or meet somebody and no result is written down, we talked; a letter of ours without a result is one-way.
 */
export function kindOfTouch({ channel, direction, result, purpose, minutes }: Touch): TouchKind {
  const silent = minutes === 0
  const key = `${channel}\n${direction}${silent ? 0 : ''}\n${result ?? ''}\n${purpose ?? ''}`
  const found = known.get(key)
  if (found) return found
  const kind = classify(readChannel(channel).channel ?? channel, direction, result, purpose, silent)
  if (known.size > 5_000) known.clear()
  known.set(key, kind)
  return kind
}

function classify(
  channel: string,
  direction: Touch['direction'],
  result: string | null,
  purpose: string | null,
  silent: boolean,
): TouchKind {
  if (channel === 'note') return 'note'
  const outcome = outcomeOf(result)
  if (outcome === 'refused' || outcome === 'agreed') return outcome
  if (outcome === 'subscribed') return 'subscription'
  if (direction === 'in') {
    if (channel === 'meet') return 'visit'
    if (speaksOfSubscription(purpose) || speaksOfSubscription(channel)) return 'subscription'
    if (speaksOfEnquiry(purpose) || speaksOfEnquiry(channel)) return 'enquiry'
    return channel === 'call' ? 'call' : 'message'
  }
  if (outcome === 'not-reached') return 'unanswered'
  if (channel === 'meet') return 'visit'
  if (channel === 'call') return outcome === null && silent ? 'unanswered' : 'call'
  return outcome === 'said' ? 'message' : 'unanswered'
}

/** Did both sides take part, or did the client come of its own accord? */
export const isTwoWay = (kind: TouchKind): boolean => kind !== 'unanswered' && kind !== 'note'
