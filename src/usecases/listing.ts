import type { ClientRecord } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import type { Deps } from './deps.js'

/** Which clients, in which order; sorted by name when nothing is said. */
export interface ListInput {
  filter: Filter
  sort: readonly { key: string; descending: boolean }[]
  limit: number | null
  offset: number
}

export async function list(deps: Deps, input: ListInput): Promise<ClientRecord[]> {
  return deps.store.clients.records(await listIds(deps, input))
}

export const listIds = (deps: Deps, input: ListInput): Promise<number[]> => deps.store.clients.ids(input)

export const count = (deps: Deps, filter: Filter): Promise<number> => deps.store.clients.count(filter)
