import { dayOf } from './days.js'
import type { Dealings } from './dealings.js'
import type { TouchSource } from './explanation.js'
import type { History } from './happenings.js'
import type { Model } from './model.js'
import type { Beat } from './rhythm.js'

/** From which day a client may be touched, and what says so. */
export interface Touching {
  /** Null when nothing says so. */
  day: number | null
  source: TouchSource | null
  cadence: number | null
  tag: string | null
  /** The day of the contact or order that the cadence counts from. */
  from: number | null
  /** The day on which the rest after our last contact is over; null without one, and where a cadence says when. */
  rests: number | null
}

/** The shortest cadence of a tag; of equal ones the first by its key. */
export function cadenceByTag(
  tags: readonly string[],
  { cadences }: Pick<Model, 'cadences'>,
): { tag: string; days: number } | null {
  let shortest: { tag: string; days: number } | null = null
  for (const tag of tags) {
    const days = Object.hasOwn(cadences, tag) ? cadences[tag] : undefined
    if (days === undefined) continue
    if (shortest === null || days < shortest.days || (days === shortest.days && tag < shortest.tag))
      shortest = { tag, days }
  }
  return shortest
}

/** The last day on which anything passed between us, in vain or not. */
function lastTouched({ happenings }: History): number | null {
  for (let index = happenings.length - 1; index >= 0; index -= 1) {
    const each = happenings[index]
    if (each && each.kind !== 'note' && each.kind !== 'referral') return each.day
  }
  return null
}

/**
 * The day on which we turned to the client, when that was the last of all and nothing came of it yet: whoever came of its
 * own accord waits for an answer, and whoever agreed for the next step.
 */
function lastTurned({ happenings }: History): number | null {
  const last = happenings.findLast(({ kind, touch }) => touch !== null && kind !== 'note')
  return last?.touch?.direction === 'out' && last.kind !== 'agreed' ? last.day : null
}

/** A cadence set by hand wins, then one of a tag, then the own rhythm; a pause puts all off. */
export function touchingOf(
  { care, tags }: Pick<Dealings, 'care' | 'tags'>,
  history: History,
  beat: Beat | null,
  model: Model,
): Touching {
  const byTag = tags.length === 0 || care?.cadence_days ? null : cadenceByTag(tags, model)
  const cadence = care?.cadence_days ?? byTag?.days ?? null
  const from = cadence === null ? null : lastTouched(history)
  const day = cadence === null ? (beat?.due ?? null) : from === null ? null : from + cadence
  const source = cadence === null ? (beat === null ? null : 'rhythm') : byTag === null ? 'hand' : 'tag'
  const turned = cadence === null ? lastTurned(history) : null
  const rests = turned === null ? null : turned + model.rest
  const touching: Touching = { day, source, cadence, tag: byTag?.tag ?? null, from, rests }
  const back = care?.paused_until ? dayOf(care.paused_until) : null
  return back !== null && (day === null || back > day) ? { ...touching, day: back, source: 'pause' } : touching
}
