import { isoInstant } from '../domain/calendar.js'
import type { RowProblem } from '../domain/draft.js'
import type { HistoryContext } from '../domain/history/cells.js'
import { type HistoryColumn, type HistoryKind, isOwnHistory } from '../domain/history/columns.js'
import { type HistoryRow, isBlank, readHistoryRow, usualChannel } from '../domain/history/reading.js'
import { isRejects } from '../domain/tables/layout.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow, phoneReader } from './deps.js'
import { brokenRow } from './drafting.js'
import { NewClients } from './history-clients.js'
import { type Fresh, freshOf, type Owned } from './history-fresh.js'
import { HistoryMatcher, UNKNOWN } from './history-matching.js'

/** A row of a table, as any format yields it. */
export interface TableRowLike {
  line: number
  cells: readonly string[]
  /** The text of a line that cannot be read; there are no cells then. */
  broken?: string
}

export interface HistoryOptions {
  dryRun: boolean
  /** Rows of clients that nobody is make a lead of them. */
  createClients: boolean
  dateOrder: 'dmy' | 'mdy' | null
  /** Where clients that are made came from. */
  source: string | null
  onProgress: (rows: number) => void
  onReject: (row: { line: number; cells: readonly string[]; problem: RowProblem }) => void
}

export interface HistorySummary {
  rows: number
  /** Rows that brought a contact or a promise which was not there. */
  created: number
  updated: 0
  unchanged: number
  rejected: number
  operation: number | null
  clients_created: number
  /** Promises among what was created; in a log of contacts, those of its column of next contacts. */
  promises_created: number
}

interface ReadRow extends TableRowLike {
  outcome: HistoryRow | RowProblem
}

interface Run {
  writing: Writing
  summary: HistorySummary
  options: HistoryOptions
  matcher: HistoryMatcher
  clients: NewClients
  /** Ranges of ids of promises that stood beside a contact. */
  followUps: [number, number][]
}

const PORTION = 2_000

/**
 * Imports a log in one transaction and one operation of the journal. While a portion is compared with the base and
 * written on the database's thread, the next one is read. A dry run does the same and takes everything back.
 */
export async function importHistory(
  deps: Deps,
  kind: HistoryKind,
  portions: AsyncIterable<readonly TableRowLike[]>,
  columns: readonly HistoryColumn[],
  options: HistoryOptions,
): Promise<HistorySummary> {
  const summary: HistorySummary = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    operation: null,
    clients_created: 0,
    promises_created: 0,
  }
  const context = await contextOf(deps, kind, columns, options)
  const usual = usualChannel(columns)
  const { operation } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const matcher = new HistoryMatcher(writing, options.createClients)
      const clients = new NewClients(writing, matcher, options.source, context.now)
      const run: Run = { writing, summary, options, matcher, clients, followUps: [] }
      let before: Promise<void> = Promise.resolve()
      try {
        for await (const rows of slices(
          portions,
          isRejects(columns.map(({ header }) => header)) ? columns.length : 0,
        )) {
          const read = rows.map((row) =>
            row.broken === undefined
              ? {
                  line: row.line,
                  cells: row.cells,
                  outcome: readHistoryRow(row.cells, columns, kind, usual, context),
                }
              : brokenRow(row.line, row.broken, columns.length),
          )
          await before
          const fresh = await plan(run, read)
          before = write(run, fresh)
          // Looked at before the next portion; until then nobody must call it unhandled.
          before.catch(() => {})
          options.onProgress(summary.rows)
        }
        await before
      } finally {
        // Whatever ends the import early, nothing may still be writing when the transaction is taken back.
        await before.catch(() => {})
      }
      for (const range of run.followUps) await writing.history.settle(range, context.today)
      summary.clients_created = clients.count
    },
    { keep: !options.dryRun },
  )
  summary.operation = operation
  return summary
}

async function contextOf(
  deps: Deps,
  kind: HistoryKind,
  columns: readonly HistoryColumn[],
  { dateOrder }: HistoryOptions,
): Promise<HistoryContext> {
  return {
    today: localNow(deps).date,
    now: isoInstant(deps.clock.now()),
    toInstant: deps.clock.toInstant,
    toLocal: deps.clock.toLocal,
    readPhone: await phoneReader(deps.country),
    order: dateOrder,
    own: isOwnHistory(
      kind,
      columns.map(({ header }) => header),
    ),
  }
}

/**
 * Portions of one size, whatever sizes the file comes in; rows without anything in them are left out. `rejects`: how many columns
 * a file of rejected rows has, whose last two do not count; else 0.
 */
async function* slices(
  portions: AsyncIterable<readonly TableRowLike[]>,
  rejects: number,
): AsyncGenerator<readonly TableRowLike[]> {
  let waiting: TableRowLike[] = []
  for await (const portion of portions)
    for (const row of portion) {
      const cells = rejects === 0 ? row.cells : row.cells.toSpliced(rejects - 2, 2)
      if (row.broken === undefined && isBlank(cells)) continue
      waiting.push(row)
      if (waiting.length < PORTION) continue
      yield waiting
      waiting = []
    }
  if (waiting.length > 0) yield waiting
}

/** Joins the rows of a portion to their clients, and finds what of them is not there yet. */
async function plan(run: Run, rows: readonly ReadRow[]): Promise<Fresh> {
  const { summary, options, matcher, clients } = run
  await matcher.look(rows.flatMap(({ outcome }) => ('code' in outcome ? [] : [outcome])))
  const owned: Owned[] = []
  for (const { line, cells, outcome } of rows) {
    const client = 'code' in outcome ? outcome : await clientOf(run, outcome)
    if (typeof client === 'number') owned.push({ client, row: outcome as HistoryRow })
    else {
      summary.rejected += 1
      options.onReject({ line, cells, problem: client })
    }
  }
  await clients.write()
  const fresh = await freshOf(run.writing, owned)
  summary.rows += rows.length
  summary.created += fresh.rows
  summary.unchanged += owned.length - fresh.rows
  summary.promises_created += fresh.promises.length
  return fresh
}

async function clientOf({ matcher, clients, options }: Run, { who }: HistoryRow): Promise<number | RowProblem> {
  const found = await matcher.find(who)
  if (found !== UNKNOWN) return found
  const made = options.createClients ? await clients.make(who) : null
  return made ?? matcher.unknown(who)
}

async function write({ writing: { history }, followUps }: Run, { contacts, promises }: Fresh): Promise<void> {
  await history.addContacts(contacts)
  const range = await history.addPromises(promises.filter(({ entry }) => entry.followsContact))
  await history.addPromises(promises.filter(({ entry }) => !entry.followsContact))
  if (range) noteFollowUps(followUps, range)
}

function noteFollowUps(ranges: [number, number][], [first, last]: [number, number]): void {
  const previous = ranges[ranges.length - 1]
  if (previous && previous[1] === first - 1) previous[1] = last
  else ranges.push([first, last])
}
