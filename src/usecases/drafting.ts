import { isoInstant } from '../domain/calendar.js'
import { type CardLike, draftFromCard } from '../domain/cards/cards.js'
import type { Draft, RowProblem } from '../domain/draft.js'
import { hasBrokenEscapes, hasBrokenSigns, tooLong } from '../domain/limits.js'
import { readRow } from '../domain/reading/reading.js'
import type { ReadContext } from '../domain/reading/row.js'
import { draftFromRecord } from '../domain/records.js'
import type { Column } from '../domain/tables/columns.js'
import { type RawRow, type Skipped, skippedRow } from '../domain/tables/layout.js'
import { type Deps, localNow, phoneReader } from './deps.js'

/** A row as it was read, with what a rejects file needs to show it again. */
export interface ReadRow {
  line: number
  cells: readonly string[]
  outcome: Draft | RowProblem
}

export const isProblem = (outcome: Draft | RowProblem): outcome is RowProblem => 'code' in outcome

/** Marks that every client of an import gets. */
export interface Marks {
  source: string | null
  tags: readonly string[]
  system: string | null
}

/** What is seen of a table while its rows are read. */
export interface TableCounts {
  /** By column: how many cells have something in them. */
  filled: number[]
  skipped: Record<Skipped, number>
  /** Line of the first total row. */
  totalLine: number | null
}

export const noCounts = (columns: number): TableCounts => ({
  filled: new Array<number>(columns).fill(0),
  skipped: { blank: 0, total: 0, 'header-again': 0 },
  totalLine: null,
})

const BATCH = 1_000

/** A line that cannot be read, with its text behind the cells that it does not have. */
export const brokenRow = (
  line: number,
  text: string,
  columns: number,
): { line: number; cells: string[]; outcome: RowProblem } => ({
  line,
  cells: [...new Array<string>(columns).fill(''), text],
  outcome: { code: 'broken-line' },
})

/** A row, with what no client may hold refused, whatever it was read from. */
const bounded = (row: ReadRow): ReadRow => {
  const problem = isProblem(row.outcome) ? null : tooLong(row.outcome)
  return problem === null ? row : { ...row, outcome: problem }
}

const brokenSigns: RowProblem = { code: 'broken-signs' }

export async function readContext(deps: Deps, marks: Marks): Promise<ReadContext> {
  return {
    ...marks,
    today: localNow(deps).date,
    now: isoInstant(deps.clock.now()),
    instantOf: (date, time) => isoInstant(deps.clock.toInstant({ date, time })),
    readPhone: await phoneReader(deps.country),
  }
}

/** Rows of a table below its header, under columns that were decided, in batches. */
export async function* rowsAsDrafts(
  deps: Deps,
  portions: AsyncIterable<readonly RawRow[]>,
  columns: readonly Column[],
  marks: Marks,
  counts: TableCounts,
): AsyncGenerator<ReadRow[]> {
  const context = await readContext(deps, marks)
  const names = columns.map(({ header }) => header)
  let batch: ReadRow[] = []
  for await (const portion of portions)
    for (const { line, cells, broken } of portion) {
      if (broken !== undefined) {
        batch.push(brokenRow(line, broken, columns.length))
        continue
      }
      const why = skippedRow(cells, names)
      if (why !== null) {
        counts.skipped[why] += 1
        if (why === 'total') counts.totalLine ??= line
        continue
      }
      for (let index = 0; index < columns.length; index += 1)
        if (cells[index] !== undefined && cells[index] !== '') counts.filled[index] = (counts.filled[index] ?? 0) + 1
      const outcome = cells.some(hasBrokenSigns) ? brokenSigns : readRow(cells, line, columns, context)
      batch.push(bounded({ line, cells, outcome }))
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  if (batch.length > 0) yield batch
}

async function* inBatches<T>(items: Iterable<T>, read: (item: T, index: number) => ReadRow): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = []
  let index = 0
  for (const item of items) {
    batch.push(bounded(read(item, index)))
    index += 1
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Clients of this program's own JSON export. */
export async function* recordsAsDrafts(
  deps: Deps,
  records: Iterable<{ line: number; record: unknown; broken?: string }>,
  marks: Marks,
): AsyncGenerator<ReadRow[]> {
  const context = await readContext(deps, marks)
  yield* inBatches(records, ({ line, record, broken }) => {
    const json = JSON.stringify(broken === undefined ? record : { text: broken })
    const read = (): Draft | RowProblem =>
      hasBrokenEscapes(json) ? brokenSigns : draftFromRecord(record, line, context)
    return { line, cells: [json], outcome: broken === undefined ? read() : { code: 'broken-line' } }
  })
}

/** vCards; `text` is the card as it stands in the file. */
export async function* cardsAsDrafts(
  deps: Deps,
  cards: Iterable<CardLike & { line: number; text: string }>,
  marks: Marks,
): AsyncGenerator<ReadRow[]> {
  const context = await readContext(deps, marks)
  yield* inBatches(cards, (card) => ({ line: card.line, cells: [card.text], outcome: draftFromCard(card, context) }))
}
