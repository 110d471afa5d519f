import { type HistoryKind, historyNeeds, historyTargetKey, planHistory } from '../domain/history/columns.js'
import { tellsOfPayment } from '../domain/order-rows/paying.js'
import { findLayout, isRejects, type RawRow } from '../domain/tables/layout.js'
import { systemOf } from '../domain/tables/systems.js'
import { failed, typedWrongly } from '../errors.js'
import { takeBack } from '../formats/csv-writing.js'
import { type PlanView, plainView } from '../render/import.js'
import type { Deps } from '../usecases/deps.js'
import { type HistorySummary, importHistory } from '../usecases/history-importing.js'
import { clientRows, columnNamed, rowsBelow, samplesOf } from '../usecases/import-plan.js'
import { noSummary } from '../usecases/importing.js'
import { weighOrders } from '../usecases/order-weighing.js'
import { chosenTables } from './chosen-tables.js'
import type { ImportJob, ImportWishes } from './import-jobs.js'
import { BROKEN_TEXT } from './rejected-cells.js'
import type { Opened, Table, TableFile } from './tables.js'

/** A log of contacts, promises or orders, as a job; its rows are of clients that are there. */
export async function historyJob(
  deps: Deps,
  name: string,
  kind: HistoryKind,
  opened: Opened,
  wishes: ImportWishes,
  createClients: boolean,
): Promise<ImportJob> {
  if (opened.is !== 'tables') throw failed((words) => words.errors.import.notTheirs)
  const table = tableFor(kind, opened.file, wishes)
  const wanted = [...wishes.kept, ...wishes.columns]
  const layout = findLayout(
    table.head,
    table.merges,
    wanted.map(([column]) => column),
  )
  const maps = new Map<string, string>()
  for (const [column, field] of wanted) {
    const header = columnNamed(layout.names, column)
    if (header !== null) maps.set(header.trim(), field)
    else if (wishes.columns.some(([typed]) => typed === column))
      throw typedWrongly((words) => words.errors.import.noColumn(column))
  }
  const columns = planHistory(kind, layout.names, maps)
  const needs = historyNeeds(kind, columns)
  if (needs.length > 0)
    throw typedWrongly((words) => ({
      text: needs.map((need) => words.diary.needs[need]).join(' '),
      details: [layout.names.join(' | ')],
      hint: words.diary.needsHint,
    }))
  const sample = clientRows(table.head, layout).map(({ cells }) => cells)
  const system = systemOf(layout.names)
  const weights = kind === 'orders' ? await weighOrders(table, layout, columns, wishes.order) : null
  let totalLine: number | null = null
  const view = (): PlanView => ({
    ...plainView(name, opened.file.format),
    system: system?.title ?? null,
    encoding: opened.file.encoding,
    doubled: opened.file.doubled,
    delimiter: opened.file.delimiter,
    paymentUntold: kind === 'orders' && !tellsOfPayment(columns),
    otherSheets: opened.file.tables.flatMap(({ sheet }) => (sheet === null || sheet === table.sheet ? [] : [sheet])),
    tables: [
      {
        sheet: table.sheet,
        headerLine: layout.headerLine,
        columns: columns.map(({ header, target }) => ({
          header,
          by: 'name' as const,
          target: { to: 'history' as const, key: historyTargetKey(target) },
        })),
        samples: columns.map(({ index }) => samplesOf(sample, index)),
        filled: null,
        undecided: [],
        hiddenRows: table.hiddenRows,
        errors: table.errors,
        nuls: table.nuls(),
        totalLine,
      },
    ],
  })
  return {
    rejects: {
      as: 'csv',
      header: opened.file.broken ? [...layout.names, BROKEN_TEXT] : layout.names,
      delimiter: opened.file.delimiter,
    },
    tables: [],
    plan: view,
    async run({ dryRun, onProgress, onReject }) {
      const rows = isRejects(layout.names) ? unescaped(rowsBelow(table, layout)) : rowsBelow(table, layout)
      const summary = await importHistory(deps, kind, rows, columns, {
        dryRun,
        createClients,
        dateOrder: weights?.dates ?? wishes.order,
        source: wishes.marks.source,
        onProgress,
        onReject,
        orders: {
          onMatch: wishes.onMatch,
          decimal: weights?.decimal ?? null,
          sumsAreOfLines: weights?.sumsAreOfLines ?? false,
          system: wishes.marks.system ?? system?.key ?? null,
          onTotal: (line) => {
            totalLine ??= line
          },
        },
      })
      return { ...noSummary(), ...countsOf(kind, summary) }
    },
  }
}

/** Takes back the sign that a file of rejected rows has before what a spreadsheet would run. */
async function* unescaped(portions: AsyncIterable<readonly RawRow[]>): AsyncGenerator<readonly RawRow[]> {
  for await (const rows of portions) yield rows.map((row) => ({ ...row, cells: row.cells.map(takeBack) }))
}

/** Each kind of log tells of what it can bring. */
function countsOf(
  kind: HistoryKind,
  { promises_created, orders_created, kept, ...summary }: HistorySummary,
): Omit<HistorySummary, 'promises_created' | 'orders_created' | 'kept'> & Partial<HistorySummary> {
  return kind === 'orders' ? { ...summary, kept, orders_created } : { ...summary, promises_created }
}

/** The sheet that was named; else this program's own of that name; else the one of which most columns are needed. */
function tableFor(kind: HistoryKind, file: TableFile, { sheet }: ImportWishes): Table {
  const tables = chosenTables(file, sheet)
  const fits = (table: Table): number =>
    3 - historyNeeds(kind, planHistory(kind, findLayout(table.head, table.merges, []).names, new Map())).length
  const [best] = [...tables].sort((a, b) => fits(b) - fits(a))
  const found = tables.find((table) => table.sheet === kind) ?? best
  if (!found) throw failed((words) => words.errors.import.empty)
  return found
}
