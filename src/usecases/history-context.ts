import { isoInstant } from '../domain/calendar.js'
import type { DateOrder } from '../domain/cells/file-date.js'
import type { HistoryContext } from '../domain/history/cells.js'
import { type HistoryColumn, type HistoryKind, isOwnHistory } from '../domain/history/columns.js'
import { type Deps, localNow, phoneReader } from './deps.js'

/** What the readers of a log's rows must know of the day, the user and the file. */
export async function historyContext(
  deps: Deps,
  kind: HistoryKind,
  columns: readonly HistoryColumn[],
  order: DateOrder | null,
): Promise<HistoryContext> {
  return {
    today: localNow(deps).date,
    now: isoInstant(deps.clock.now()),
    toInstant: deps.clock.toInstant,
    toLocal: deps.clock.toLocal,
    readPhone: await phoneReader(deps.country),
    order,
    currency: deps.model.currency,
    own: isOwnHistory(
      kind,
      columns.map(({ header }) => header),
    ),
  }
}
