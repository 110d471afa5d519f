import { filterFrom } from '../domain/filter/understand.js'
import type { Filter } from '../domain/filter.js'
import { resolverOf } from '../domain/segments.js'
import { type Deps, localNow } from './deps.js'

/** Reads a filter as of now, with the fields and segments of the base; throws `FilterError`. */
export async function readFilter(deps: Deps, source: string): Promise<Filter> {
  const [custom, stored] = [await deps.store.clients.customFields(), await deps.store.segments.all()]
  return filterFrom(source, { custom, today: localNow(deps).date, model: deps.model, segments: resolverOf(stored) })
}
