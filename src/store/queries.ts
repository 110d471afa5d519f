import { agendaQueries } from './agenda.js'
import { attentionQueries } from './attention.js'
import { callQueries } from './calls.js'
import { clientQueries } from './clients.js'
import { factQueries } from './day-facts.js'
import { outgoingQueries } from './export-log.js'
import { greetingQueries } from './greetings.js'
import { matchingQueries } from './matching.js'
import { mergingQueries } from './merging.js'
import { newcomerQueries } from './newcomers.js'
import { operationQueries } from './operations.js'
import { orderQueries } from './orders.js'
import { partQueries } from './parts.js'
import { personalQueries } from './personal.js'
import { segmentQueries } from './segments.js'
import type { Db } from './sqlite.js'
import { type Circumstances, standingQueries } from './standing.js'
import { tombstoneQueries } from './tombstones.js'

/** Everything that can be asked of the base, alone or inside a write. */
export interface Queries {
  clients: ReturnType<typeof clientQueries>
  agenda: ReturnType<typeof agendaQueries>
  operations: ReturnType<typeof operationQueries>
  parts: ReturnType<typeof partQueries>
  segments: ReturnType<typeof segmentQueries>
  standing: ReturnType<typeof standingQueries>
  orders: ReturnType<typeof orderQueries>
  merging: ReturnType<typeof mergingQueries>
  matching: ReturnType<typeof matchingQueries>
  newcomers: ReturnType<typeof newcomerQueries>
  greetings: ReturnType<typeof greetingQueries>
  facts: ReturnType<typeof factQueries>
  calls: ReturnType<typeof callQueries>
  attention: ReturnType<typeof attentionQueries>
  tombstones: ReturnType<typeof tombstoneQueries>
  outgoing: ReturnType<typeof outgoingQueries>
  personal: ReturnType<typeof personalQueries>
}

export const queriesOn = (db: Db, circumstances: Circumstances): Queries => ({
  clients: clientQueries(db, circumstances),
  agenda: agendaQueries(db, circumstances),
  operations: operationQueries(db),
  parts: partQueries(db),
  segments: segmentQueries(db, circumstances),
  standing: standingQueries(db, circumstances),
  orders: orderQueries(db, circumstances),
  merging: mergingQueries(db),
  matching: matchingQueries(db),
  newcomers: newcomerQueries(db),
  greetings: greetingQueries(db, circumstances),
  facts: factQueries(db, circumstances),
  calls: callQueries(db, circumstances),
  attention: attentionQueries(db),
  tombstones: tombstoneQueries(db),
  outgoing: outgoingQueries(db),
  personal: personalQueries(db),
})

/** Does this query read what is computed of clients? */
function readsStandings(group: string, query: string, input: readonly unknown[]): boolean {
  switch (group) {
    case 'clients':
      // Records without what is computed are asked for with `whole` false.
      return query === 'records' ? input[1] !== false : ['ids', 'count', 'card', 'cards'].includes(query)
    case 'agenda':
      return input.some((each) => typeof each === 'object' && each !== null && 'is' in each)
    case 'orders':
      return input.some((each) => typeof each === 'object' && each !== null && 'filter' in each && each.filter !== null)
    case 'standing':
    case 'calls':
    case 'facts':
    case 'greetings':
      return true
    case 'segments':
      return query === 'sizes'
    default:
      return false
  }
}

/** Plain reads: their errors are put into words, and those that read standings look from the moment first. */
export function watchedQueries(
  queries: Queries,
  guarded: <T>(work: () => Promise<T>) => Promise<T>,
  lookNow: () => Promise<void>,
): Queries {
  const watch = (group: string, asked: object): object =>
    Object.fromEntries(
      Object.entries(asked).map(([query, ask]) => [
        query,
        typeof ask === 'function'
          ? (...input: unknown[]) =>
              guarded(async () => {
                if (readsStandings(group, query, input)) await lookNow()
                return ask(...input)
              })
          : ask,
      ]),
    )
  return Object.fromEntries(Object.entries(queries).map(([group, asked]) => [group, watch(group, asked)])) as never
}
