import { type SqlBool, sql } from 'kysely'
import type { CivilDate, Moment } from '../domain/calendar.js'
import type { Consent, PromiseKind } from '../domain/client.js'
import type { PromiseDue } from '../domain/day/agenda.js'
import { heldOf } from '../domain/day/untouchable.js'
import type { Filter } from '../domain/filter.js'
import { type Cell, refs } from './call-circumstances.js'
import { consentToCalls } from './consents.js'
import { clientPasses } from './filter.js'
import { collected, type Db } from './sqlite.js'

const COLUMNS = [
  'promise.id',
  'promise.client_id',
  'promise.kind',
  'promise.due',
  'promise.time',
  'promise.text',
  'promise.snoozed_until',
  'promise.shown_on',
  'promise.created_at',
  'client.vip',
  'client.sort_key',
] as const

/** Reads a row in the order of `COLUMNS`, with what forbids a call behind them; of an open promise the rest is known. */
function promiseOf(cells: readonly Cell[], today: CivilDate): PromiseDue {
  const kind = cells[2] as PromiseKind
  return {
    id: cells[0] as number,
    client_id: cells[1] as number,
    kind,
    due: cells[3] as string,
    time: cells[4] as string | null,
    text: cells[5] as string | null,
    state: 'open',
    snoozed_until: cells[6] as string | null,
    shown_on: cells[7] as string,
    created_at: cells[8] as string,
    closed_at: null,
    why: null,
    vip: cells[9] === 1,
    sort_key: cells[10] as string,
    held:
      kind === 'call'
        ? heldOf({ consent: cells[11] as Consent | null, paused_until: cells[12] as string | null }, today)
        : null,
  }
}

/**
 * Open promises that come up until a day, of clients in use: of those who pass a filter, or of one. They come as one text,
 * because thousands of rows would cost the driver more than the database.
 */
export async function promisesUntil(
  db: Db,
  { today, ...moment }: Moment,
  until: CivilDate,
  { filter, client }: { filter: Filter | null; client: number | null },
): Promise<PromiseDue[]> {
  const passing = filter === null ? sql<SqlBool>`true` : clientPasses(filter, { today, ...moment })
  const whose = client === null ? sql<SqlBool>`true` : sql<SqlBool>`client.id = ${client}`
  const { rows } = await sql<{
    list: string
  }>`select ${collected([...refs(COLUMNS), consentToCalls, sql.ref('care.paused_until')])} as list
    from promise join client on client.id = promise.client_id left join care on care.client_id = promise.client_id
    where promise.state = 'open' and promise.shown_on <= ${until} and client.archived_at is null
    and ${whose} and ${passing}`.execute(db)
  return (JSON.parse(rows[0]?.list ?? '[]') as Cell[][])
    .map((cells) => promiseOf(cells, today))
    .sort((a, b) => (a.shown_on < b.shown_on ? -1 : a.shown_on > b.shown_on ? 1 : a.id - b.id))
}
