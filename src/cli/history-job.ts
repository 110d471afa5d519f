import { type HistoryKind, historyNeeds, historyTargetKey, planHistory } from '../domain/history/columns.js'
import { findLayout } from '../domain/tables/layout.js'
import { systemOf } from '../domain/tables/systems.js'
import { failed, typedWrongly } from '../errors.js'
import { type PlanView, plainView } from '../render/import.js'
import type { Deps } from '../usecases/deps.js'
import { importHistory } from '../usecases/history-importing.js'
import { clientRows, columnNamed, rowsBelow, samplesOf } from '../usecases/import-plan.js'
import { noSummary } from '../usecases/importing.js'
import { chosenTables } from './chosen-tables.js'
import type { ImportJob, ImportWishes } from './import-jobs.js'
import { BROKEN_TEXT } from './rejected-cells.js'
import type { Opened, Table, TableFile } from './tables.js'

/** A log of contacts or promises, as a job; its rows are of clients that are there. */
export function historyJob(
  deps: Deps,
  name: string,
  kind: HistoryKind,
  opened: Opened,
  wishes: ImportWishes,
  createClients: boolean,
): ImportJob {
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
  const rows = clientRows(table.head, layout).map(({ cells }) => cells)
  const view: PlanView = {
    ...plainView(name, opened.file.format),
    system: systemOf(layout.names)?.title ?? null,
    encoding: opened.file.encoding,
    doubled: opened.file.doubled,
    delimiter: opened.file.delimiter,
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
        samples: columns.map(({ index }) => samplesOf(rows, index)),
        filled: null,
        undecided: [],
        hiddenRows: table.hiddenRows,
        errors: table.errors,
        nuls: table.nuls(),
        totalLine: null,
      },
    ],
  }
  return {
    rejects: {
      as: 'csv',
      header: opened.file.broken ? [...layout.names, BROKEN_TEXT] : layout.names,
      delimiter: opened.file.delimiter,
    },
    tables: [],
    plan: () => view,
    async run({ dryRun, onProgress, onReject }) {
      const options = {
        dryRun,
        createClients,
        dateOrder: wishes.order,
        source: wishes.marks.source,
        onProgress,
        onReject,
      }
      return {
        ...noSummary(),
        ...(await importHistory(deps, kind, rowsBelow(table, layout), columns, options)),
      }
    },
  }
}

/** The sheet that was named; else this program's own of that name; else the one of which most columns are needed. */
function tableFor(kind: HistoryKind, file: TableFile, { sheet }: ImportWishes): Table {
  const tables = chosenTables(file, sheet)
  const fits = (table: Table): number =>
    2 - historyNeeds(kind, planHistory(kind, findLayout(table.head, table.merges, []).names, new Map())).length
  const [best] = [...tables].sort((a, b) => fits(b) - fits(a))
  const found = tables.find((table) => table.sheet === kind) ?? best
  if (!found) throw failed((words) => words.errors.import.empty)
  return found
}
