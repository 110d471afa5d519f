import { readChannel } from '../history/words.js'
import type { Touch } from './dealings.js'
import type { History } from './happenings.js'
import { outcomeOf } from './outcome.js'
import { kindOfTouch } from './touch.js'

/** So many days after its last contact a client no longer waits: by then it has found its answer, or given it up. */
export const WAITS_DAYS = 30

const channelOf = ({ channel }: Pick<Touch, 'channel'>): string => readChannel(channel).channel ?? channel

/** Has this contact of ours come to the client? A call or a meeting in vain has not; a letter has, whether it is answered or not. */
export function reaches(touch: Touch): boolean {
  if (touch.direction !== 'out' || channelOf(touch) === 'note') return false
  return kindOfTouch(touch) !== 'unanswered' || !['call', 'meet'].includes(channelOf(touch))
}

/** A call of the client's that somebody took: it was heard out, and what was promised is done by the next day. */
export const wasTaken = (touch: Pick<Touch, 'channel' | 'result' | 'minutes'>): boolean =>
  channelOf(touch) === 'call' && touch.minutes !== 0 && outcomeOf(touch.result) !== 'not-reached'

/**
 * The contact since which a client waits for an answer: the last one of its own accord, when nothing came after it that
 * answers (a contact of ours that reached it, an order or an offer of a later day) or settles it (a meeting, a yes, a no).
 * Null when it does not wait. Who subscribed asked nothing.
 */
export function waitingSince({ happenings }: History): Touch | null {
  for (let index = happenings.length - 1; index >= 0; index -= 1) {
    const each = happenings[index]
    if (!each || each.kind === 'note' || each.kind === 'referral' || each.kind === 'subscription') continue
    // On one day orders stand before contacts, so this one is of a later day than the contacts that follow here.
    if (each.touch === null) return null
    if (each.touch.direction === 'out') {
      if (reaches(each.touch)) return null
      continue
    }
    return each.kind === 'agreed' || each.kind === 'refused' || each.kind === 'visit' ? null : each.touch
  }
  return null
}
