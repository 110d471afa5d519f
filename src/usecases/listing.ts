import type { ClientRecord } from '../domain/client.js'
import type { ValueType } from '../domain/fields/field.js'
import type { Filter } from '../domain/filter.js'
import type { Deps } from './deps.js'

/** Which clients, in which order; sorted by name when nothing is said. */
export interface ListInput {
  filter: Filter
  /** `own`: the type of a field of one's own with this key. */
  sort: readonly { key: string; descending: boolean; own?: ValueType }[]
  limit: number | null
  offset: number
}

export async function list(deps: Deps, input: ListInput): Promise<ClientRecord[]> {
  return deps.store.clients.records(await listIds(deps, input))
}

export const listIds = (deps: Deps, input: ListInput): Promise<number[]> => deps.store.clients.ids(input)

export const count = (deps: Deps, filter: Filter): Promise<number> => deps.store.clients.count(filter)
