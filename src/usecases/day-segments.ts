import { addDays, type CivilDate } from '../domain/calendar.js'
import { filterFrom } from '../domain/filter/understand.js'
import type { Filter } from '../domain/filter.js'
import { resolverOf } from '../domain/segments.js'
import { type Deps, localNow } from './deps.js'

/**
 * Clients who are under a cadence because of a segment they are in, and due by it until a day: of several segments the
 * one with the shortest cadence. Nothing is asked when the setting names none. A segment
 * that is not there, or whose filter can no longer be read, is left out: the list of the day must not fail for it.
 */
export async function segmentCadences(
  deps: Deps,
  until: CivilDate,
  among: { filter: Filter | null; client: number | null },
): Promise<Map<number, { name: string; every: number }>> {
  const found = new Map<number, { name: string; every: number }>()
  const cadences = Object.entries(deps.model.segmentCadences).sort(
    ([a, daysA], [b, daysB]) => daysA - daysB || (a < b ? -1 : 1),
  )
  if (cadences.length === 0) return found
  const { store, model } = deps
  const reading = {
    custom: await store.clients.customFields(),
    today: localNow(deps).date,
    model,
    segments: resolverOf(await store.segments.all()),
  }
  for (const [name, every] of cadences) {
    const segment = reading.segments.find(name)
    const filter = segment === null ? null : readable(segment.filter, reading)
    if (filter === null) {
      deps.onUnusable?.(`cadence @${name}`)
      continue
    }
    const day = addDays(until, -every)
    for (const id of await store.calls.silentSince(filter, day, addDays(day, 1), among))
      if (!found.has(id)) found.set(id, { name, every })
  }
  return found
}

/** Null for a filter that cannot be read. */
function readable(source: string, reading: Parameters<typeof filterFrom>[1]): Filter | null {
  try {
    return filterFrom(source, reading)
  } catch {
    return null
  }
}
