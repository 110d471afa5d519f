import { targetOfProperty } from '../domain/cards/cards.js'
import type { DateOrder } from '../domain/cells/file-date.js'
import type { OnMatch } from '../domain/completing.js'
import type { Remark, RowProblem } from '../domain/draft.js'
import { looksLikeOrders } from '../domain/order-rows/headers.js'
import { customIn } from '../domain/records.js'
import { type Column, isOwnHeader } from '../domain/tables/columns.js'
import { isRejects } from '../domain/tables/layout.js'
import type { CustomTarget } from '../domain/tables/targets.js'
import { takeBack } from '../formats/csv-writing.js'
import { type PlanView, plainView } from '../render/import.js'
import type { Deps } from '../usecases/deps.js'
import {
  cardsAsDrafts,
  type Marks,
  noCounts,
  type ReadRow,
  recordsAsDrafts,
  rowsAsDrafts,
  type TableCounts,
} from '../usecases/drafting.js'
import {
  type PlannedTable,
  planTable,
  requireNames,
  rowsBelow,
  type Wish,
  weighColumns,
} from '../usecases/import-plan.js'
import { type ImportSummary, importClients } from '../usecases/importing.js'
import { chosenTables } from './chosen-tables.js'
import { type RejectedCells, rejectedCells } from './rejected-cells.js'
import type { RejectsShape } from './rejects.js'
import type { Opened, Table, TableFile } from './tables.js'

/** What an import is asked to do, whatever it reads. */
export interface ImportWishes {
  onMatch: OnMatch
  marks: Marks
  order: DateOrder | null
  columns: readonly Wish[]
  kept: readonly Wish[]
  sheet: string | null
}

export interface RunOptions {
  dryRun: boolean
  onProgress: (rows: number) => void
  onReject: (row: { line: number; cells: readonly string[]; problem: RowProblem }) => void
  onRemark: (line: number, remark: Remark) => void
}

/** `orders_created`: of an import of orders; one may take several rows. */
export type JobSummary = ImportSummary & { clients_created: number; orders_created?: number }

/** A file that was looked at: what is in it is known, and it can be run, also more than once. */
export interface ImportJob {
  rejects: RejectsShape
  plan(): PlanView
  run(options: RunOptions): Promise<JobSummary>
  /** Tables whose columns the user may put right; empty for cards and records. */
  tables: readonly PlannedTable[]
}

/** What was opened, as a job that makes clients. */
export async function clientJob(deps: Deps, name: string, opened: Opened, wishes: ImportWishes): Promise<ImportJob> {
  if (opened.is === 'records')
    return plainJob(
      deps,
      { ...plainView(name, opened.format), own: true },
      { as: 'ndjson' },
      wishes,
      () => recordsAsDrafts(deps, opened.records, wishes.marks),
      customColumns(customIn(opened.records.map(({ record }) => record))),
    )
  if (opened.is === 'cards') return cardJob(deps, name, opened, wishes)
  const own = opened.file.tables.find(({ sheet, head }) => sheet === 'clients' && isOwnHeader(head[0]?.cells ?? []))
  if (own && wishes.sheet === null) {
    const { ownColumns, ownWorkbook } = await import('./own-workbook.js')
    return plainJob(
      deps,
      { ...plainView(name, opened.file.format), own: true },
      { as: 'ndjson' },
      wishes,
      () => ownWorkbook(deps, opened.file, wishes.marks),
      ownColumns(own),
    )
  }
  return tableJob(deps, name, opened.file, wishes)
}

/** Custom fields that a file tells of by itself, as columns. */
const customColumns = (targets: readonly CustomTarget[]): Column[] =>
  targets.map((target, index) => ({ index, header: target.key, target, by: 'own', order: null, decimal: null }))

function plainJob(
  deps: Deps,
  view: PlanView,
  rejects: RejectsShape,
  { onMatch }: ImportWishes,
  batches: () => AsyncIterable<ReadRow[]>,
  columns: readonly Column[] = [],
): ImportJob {
  return {
    rejects,
    tables: [],
    plan: () => view,
    run: async (options) => ({
      ...(await importClients(deps, batches(), columns, { ...options, onMatch })),
      clients_created: 0,
    }),
  }
}

async function cardJob(
  deps: Deps,
  name: string,
  { bytes, encoding }: Extract<Opened, { is: 'cards' }>,
  wishes: ImportWishes,
): Promise<ImportJob> {
  const { readCards } = await import('../formats/vcard.js')
  const counts = new Map<string, number>()
  for (const { properties } of readCards(bytes, encoding ?? undefined))
    for (const property of properties) counts.set(property.name, (counts.get(property.name) ?? 0) + 1)
  const view: PlanView = {
    ...plainView(name, 'vcard'),
    encoding,
    properties: [...counts].flatMap(([property, count]) => {
      const becomes = targetOfProperty(property)
      return becomes === 'technical' || property === '' ? [] : [{ name: property, becomes, count }]
    }),
  }
  return plainJob(deps, view, { as: 'vcf' }, wishes, () =>
    cardsAsDrafts(deps, readCards(bytes, encoding ?? undefined), wishes.marks),
  )
}

interface PlannedPart {
  table: Table
  plan: PlannedTable
  counts: TableCounts
}

async function tableJob(deps: Deps, name: string, file: TableFile, wishes: ImportWishes): Promise<ImportJob> {
  const custom = await deps.store.clients.customFields()
  const planned = chosenTables(file, wishes.sheet).map((table): PlannedPart => {
    const plan = planTable(table, custom, wishes.columns, wishes.kept)
    return { table, plan, counts: noCounts(plan.columns.length) }
  })
  const parts = wishes.sheet === null ? bestOf(planned) : withNames(planned)
  for (const { table, plan } of parts) await weighColumns(table, plan, wishes.order)
  const rejected = rejectedCells(
    parts.map(({ plan }) => plan.columns.map(({ header }) => header)),
    file.broken,
  )
  let ran = false
  const columns = (): Column[] => parts.flatMap(({ plan }) => plan.columns)
  return {
    rejects: { as: 'csv', header: rejected.header, delimiter: file.delimiter },
    tables: parts.map(({ plan }) => plan),
    plan: () => viewOf(name, file, parts, ran),
    async run(options) {
      ran = true
      for (const part of parts) part.counts = noCounts(part.plan.columns.length)
      const summary = await importClients(deps, allRows(deps, file, parts, wishes.marks, rejected), columns(), {
        ...options,
        onMatch: wishes.onMatch,
      })
      return { ...summary, clients_created: 0 }
    },
  }
}

async function* allRows(
  deps: Deps,
  file: TableFile,
  parts: readonly PlannedPart[],
  marks: Marks,
  { placed }: RejectedCells,
): AsyncGenerator<ReadRow[]> {
  for (const [index, { table, plan, counts }] of parts.entries()) {
    const rows = rowsBelow(table, plan.layout)
    const ours = plan.own || isRejects(plan.layout.names)
    const system = marks.system ?? plan.system?.key ?? null
    const batches = rowsAsDrafts(
      deps,
      ours && (file.format === 'csv' || file.format === 'tsv') ? unescaped(rows) : rows,
      plan.columns,
      { ...marks, system },
      counts,
    )
    const place = placed[index]
    if (!place) yield* batches
    else for await (const batch of batches) yield batch.map((row) => ({ ...row, cells: place(row.cells) }))
  }
}

type Portions = ReturnType<typeof rowsBelow>

/** Takes back the sign that an export puts before what a spreadsheet would run. */
async function* unescaped(portions: Portions): Portions {
  for await (const rows of portions) yield rows.map(({ line, cells }) => ({ line, cells: cells.map(takeBack) }))
}

/** How much a table looks like clients: columns that are known, and something to call them by. */
const worth = ({ plan }: PlannedPart): number =>
  plan.columns.filter(({ by }) => by !== 'nothing').length +
  (plan.columns.some(({ target }) => target.to === 'point') ? 5 : 0)

function bestOf(parts: PlannedPart[]): PlannedPart[] {
  const [best] = [...parts].sort((a, b) => worth(b) - worth(a))
  if (best) requireNames(best.plan)
  return best ? [best] : []
}

/** Of all sheets those that name clients; at least one must. */
function withNames(parts: PlannedPart[]): PlannedPart[] {
  const named = parts.filter(({ plan }) => {
    try {
      requireNames(plan)
      return true
    } catch {
      return false
    }
  })
  if (named.length === 0 && parts[0]) requireNames(parts[0].plan)
  return named
}

function viewOf(name: string, file: TableFile, parts: readonly PlannedPart[], ran: boolean): PlanView {
  const read = new Set(parts.map(({ table }) => table.sheet))
  return {
    ...plainView(name, file.format),
    own: parts.every(({ plan }) => plan.own),
    system: parts.find(({ plan }) => plan.system !== null)?.plan.system?.title ?? null,
    encoding: file.encoding,
    doubled: file.doubled,
    delimiter: file.delimiter,
    otherSheets: file.tables.flatMap(({ sheet, head }) =>
      sheet === null || head.length === 0 || read.has(sheet) ? [] : [sheet],
    ),
    perhapsOrders: parts.some(({ plan }) => !plan.own && looksLikeOrders(plan.layout.names)),
    tables: parts.map(({ table, plan, counts }) => ({
      sheet: table.sheet,
      headerLine: plan.layout.headerLine,
      columns: plan.columns,
      samples: plan.samples,
      filled: ran ? counts.filled : null,
      undecided: plan.undecided,
      hiddenRows: table.hiddenRows,
      errors: table.errors,
      nuls: table.nuls(),
      totalLine: counts.totalLine,
    })),
  }
}
