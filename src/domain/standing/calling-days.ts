import { mostPoints } from '../day/rank.js'
import { dayOf } from './days.js'
import type { Care } from './dealings.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import { type Beat, frequencyOf, type Occasions } from './rhythm.js'
import { isTwoWay } from './touch.js'
import type { Touching } from './touching.js'
import { WAITS_DAYS, waitingSince } from './waiting.js'

/** A reason and the days on which it may hold, both included. */
interface Span {
  code: 'waits' | 'rhythm' | 'slipping' | 'cadence'
  from: number
  until: number
}

/** On which days there may be a reason, and the most points that those of one day give together. */
export interface CallingDays {
  from: number
  until: number
  points: number
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

/** In zones west of UTC the day of an instant may be the one before. */
const WEST = 1

/** Late by its own rhythm, or slipping, with nobody having talked with it about it. */
function offBeat(history: History, occasions: Occasions, beat: Beat, model: Model): Span[] {
  if (beat.sureness === 'unsure') return []
  const answered = history.happenings.findLast(({ kind, touch }) => touch !== null && isTwoWay(kind))?.day
  const span = (code: Span['code'], from: number): Span[] =>
    from >= beat.lost || (answered !== undefined && answered >= from) ? [] : [{ code, from, until: beat.lost - 1 }]
  const slips = Math.max(beat.late, beat.expected + Math.round(beat.median))
  const slipping = frequencyOf(occasions, model) === 'regular' ? span('slipping', slips) : []
  // From then on it stands there as slipping, not as both.
  return [
    ...span('rhythm', beat.late).map((late) => (slipping.length === 0 ? late : { ...late, until: slips - 1 })),
    ...slipping,
  ]
}

function spansOf({ history, occasions, beat, touching }: Parts, model: Model): Span[] {
  const spans = beat === null ? [] : offBeat(history, occasions, beat, model)
  const waits = waitingSince(history)
  if (waits) spans.push({ code: 'waits', from: dayOf(waits.at) - WEST, until: dayOf(waits.at) + WAITS_DAYS })
  if (touching.cadence !== null) {
    // Without a touch it counts from the day the client was entered, which is not known here; none ends before it is met.
    const from = touching.from === null ? ALWAYS.from : touching.from + touching.cadence
    spans.push({ code: 'cadence', from, until: ALWAYS.until })
  }
  return spans
}

interface Parts {
  history: History
  occasions: Occasions
  beat: Beat | null
  touching: Touching
}

/**
 * The days outside of which nothing in the dealings can be a reason to call (domain/day/calling says on which of them there
 * is one); null when there is none for ever.
 */
export function callingDays(parts: Parts, care: Care | null, model: Model): CallingDays | null {
  const spans = spansOf(parts, model)
  if (spans.length === 0) return null
  const back = care?.paused_until ? dayOf(care.paused_until) : ALWAYS.from
  const from = Math.max(back, Math.min(...spans.map((span) => span.from)))
  const until = Math.max(...spans.map((span) => span.until))
  if (from > until) return null
  // Most hold together on a day on which one of them begins.
  const points = spans.map(({ from: day }) =>
    mostPoints(spans.filter((span) => span.from <= day && day <= span.until).map(({ code }) => code)),
  )
  return { from, until, points: Math.max(...points) }
}
