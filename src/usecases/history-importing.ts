import type { RowProblem } from '../domain/draft.js'
import type { HistoryColumn, HistoryKind } from '../domain/history/columns.js'
import { isBlank } from '../domain/history/reading.js'
import type { Who } from '../domain/history/who.js'
import { isRejects } from '../domain/tables/layout.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf } from './deps.js'
import { brokenRow } from './drafting.js'
import { FORGOTTEN, NewClients } from './history-clients.js'
import { historyContext } from './history-context.js'
import { diaryLog } from './history-diary.js'
import type { HistorySummary, Log, Owned, ReadRows, TableRowLike, Tally } from './history-log.js'
import { HistoryMatcher, UNKNOWN } from './history-matching.js'
import { type OrderWishes, orderLog, USUAL_WISHES } from './order-importing.js'

export type { HistorySummary, TableRowLike } from './history-log.js'

export interface HistoryOptions {
  dryRun: boolean
  /** Rows of clients that nobody is make a client of them. */
  createClients: boolean
  dateOrder: 'dmy' | 'mdy' | null
  /** Where clients that are made came from. */
  source: string | null
  /** Only of a list of orders. */
  orders?: OrderWishes
  onProgress: (rows: number) => void
  onReject: (row: { line: number; cells: readonly string[]; problem: RowProblem }) => void
}

interface Run<Row extends { who: Who }, Fresh> {
  log: Log<Row, Fresh>
  writing: Writing
  options: HistoryOptions
  matcher: HistoryMatcher
  clients: NewClients
  tally: Tally
}

const PORTION = 2_000

/**
 * Imports a log of contacts, promises or orders in one transaction and one operation of the journal. While a portion is compared
 * with the base and written on the database's thread, the next one is read. A dry run does the same and takes everything back.
 */
export async function importHistory(
  deps: Deps,
  kind: HistoryKind,
  portions: AsyncIterable<readonly TableRowLike[]>,
  columns: readonly HistoryColumn[],
  options: HistoryOptions,
): Promise<HistorySummary> {
  const context = await historyContext(deps, kind, columns, options.dateOrder)
  return kind === 'orders'
    ? importLog(deps, orderLog(columns, context, options.orders ?? USUAL_WISHES), portions, columns, options)
    : importLog(deps, diaryLog(kind, columns, context), portions, columns, options)
}

async function importLog<Row extends { who: Who }, Fresh>(
  deps: Deps,
  log: Log<Row, Fresh>,
  portions: AsyncIterable<readonly TableRowLike[]>,
  columns: readonly HistoryColumn[],
  options: HistoryOptions,
): Promise<HistorySummary> {
  const summary = noHistory()
  const tally: Tally = {
    summary,
    reject: ({ lines }, problem) => {
      summary.rejected += lines.length
      for (const { line, cells } of lines) options.onReject({ line, cells, problem })
    },
  }
  const entry = entryOf(deps)
  const { operation } = await deps.store.write(
    entry,
    async (writing) => {
      const matcher = new HistoryMatcher(writing, options.createClients)
      const graves = await writing.tombstones.graves()
      const clients = new NewClients(writing, matcher, { source: options.source, now: entry.at, graves })
      const run: Run<Row, Fresh> = { log, writing, options, matcher, clients, tally }
      let before: Promise<void> = Promise.resolve()
      try {
        for await (const rows of slices(portions, columns, log)) {
          const read = log.join(rows.map((row) => readLine(log, row, columns.length)))
          await before
          const fresh = await plan(run, read)
          before = log.write(writing, fresh)
          // Looked at before the next portion; until then nobody must call it unhandled.
          before.catch(() => {})
          options.onProgress(summary.rows)
        }
        await before
      } finally {
        // Whatever ends the import early, nothing may still be writing when the transaction is taken back.
        await before.catch(() => {})
      }
      await log.finish(writing)
      summary.clients_created = clients.count
    },
    { keep: !options.dryRun },
  )
  summary.operation = operation
  return summary
}

const noHistory = (): HistorySummary => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  forgotten: 0,
  operation: null,
  clients_created: 0,
  promises_created: 0,
  orders_created: 0,
  kept: 0,
})

function readLine<Row extends { who: Who }>(
  log: Log<Row, unknown>,
  row: TableRowLike,
  columns: number,
): { line: TableRowLike; outcome: Row | RowProblem } {
  if (row.broken === undefined) return { line: row, outcome: log.read(row.cells) }
  const { line, cells, outcome } = brokenRow(row.line, row.broken, columns)
  return { line: { line, cells }, outcome }
}

/**
 * Portions of one size, whatever sizes the file comes in; rows without anything in them are left out, and rows that belong together
 * are not parted. The last two columns of a file of rejected rows do not count.
 */
async function* slices(
  portions: AsyncIterable<readonly TableRowLike[]>,
  columns: readonly HistoryColumn[],
  { keptTogether, isAside }: Pick<Log<never, unknown>, 'keptTogether' | 'isAside'>,
): AsyncGenerator<readonly TableRowLike[]> {
  const rejects = isRejects(columns.map(({ header }) => header)) ? columns.length : 0
  let waiting: TableRowLike[] = []
  for await (const portion of portions)
    for (const row of portion) {
      const cells = rejects === 0 ? row.cells : row.cells.toSpliced(rejects - 2, 2)
      if (row.broken === undefined && (isBlank(cells) || isAside(row))) continue
      if (waiting.length >= PORTION && !belongs(waiting[waiting.length - 1], row, keptTogether)) {
        yield waiting
        waiting = []
      }
      waiting.push(row)
    }
  if (waiting.length > 0) yield waiting
}

const belongs = (before: TableRowLike | undefined, row: TableRowLike, column: number): boolean =>
  column >= 0 && (row.cells[column] ?? '') !== '' && row.cells[column] === before?.cells[column]

/** Joins the rows of a portion to their clients, and finds what of them is not there yet. */
async function plan<Row extends { who: Who }, Fresh>(
  run: Run<Row, Fresh>,
  read: readonly ReadRows<Row>[],
): Promise<Fresh> {
  const { log, writing, matcher, clients, tally } = run
  await matcher.look(read.flatMap(({ outcome }) => ('code' in outcome ? [] : [outcome])))
  const owned: Owned<Row>[] = []
  for (const rows of read) {
    const { outcome, lines } = rows
    const client = 'code' in outcome ? outcome : (matcher.findAtOnce(outcome.who) ?? (await clientOf(run, outcome)))
    if (typeof client === 'number') owned.push({ client, outcome: outcome as Row, lines })
    else if (client === FORGOTTEN) tally.summary.forgotten += lines.length
    else tally.reject(rows, client)
    tally.summary.rows += lines.length
  }
  await clients.write()
  return log.compare(writing, owned, tally)
}

async function clientOf<Row extends { who: Who }>(
  { log, matcher, clients, options }: Run<Row, unknown>,
  row: Row,
): Promise<number | RowProblem | typeof FORGOTTEN> {
  const found = await matcher.find(row.who)
  if (found !== UNKNOWN) return found
  const made = options.createClients ? await clients.make(row.who, log.makesClient(row)) : null
  return made ?? matcher.unknown(row.who)
}
