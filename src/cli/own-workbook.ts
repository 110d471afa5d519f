import { diaryFrom } from '../domain/diary.js'
import { dealingsFrom } from '../domain/order-rows/records.js'
import { type Column, planColumns } from '../domain/tables/columns.js'
import { findLayout } from '../domain/tables/layout.js'
import type { Deps } from '../usecases/deps.js'
import { isProblem, type Marks, noCounts, type ReadRow, rowsAsDrafts } from '../usecases/drafting.js'
import { rowsBelow } from '../usecases/import-plan.js'
import type { Table, TableFile } from './tables.js'

type Cells = Record<string, string>

async function recordsOf(table: Table | undefined): Promise<Map<string, Cells[]>> {
  const byClient = new Map<string, Cells[]>()
  if (!table) return byClient
  const header = table.head[0]?.cells ?? []
  let first = true
  for await (const portion of table.portions())
    for (const { cells } of portion) {
      if (first) {
        first = false
        continue
      }
      const record: Cells = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))
      const client = record.client_id ?? ''
      const records = byClient.get(client)
      if (records) records.push(record)
      else byClient.set(client, [record])
    }
  return byClient
}

/** What the columns of one of its sheets fill; they tell the types of the fields of one's own. */
export const ownColumns = ({ head }: Table): Column[] =>
  planColumns(head[0]?.cells ?? [], { maps: new Map(), custom: [], sample: [], named: true }).columns

/** Clients of a workbook that this program wrote: companies first, each with what the other sheets have of it. */
export async function* ownWorkbook(deps: Deps, { tables }: TableFile, marks: Marks): AsyncGenerator<ReadRow[]> {
  const named = (sheet: string): Table | undefined => tables.find((table) => table.sheet === sheet)
  const contacts = await recordsOf(named('contacts'))
  const promises = await recordsOf(named('promises'))
  const orders = await recordsOf(named('orders'))
  const expenses = await recordsOf(named('expenses'))
  const cares = await recordsOf(named('care'))
  for (const table of [named('companies'), named('clients')]) {
    if (!table || table.head.length === 0) continue
    const layout = findLayout(table.head, table.merges, [])
    const columns = ownColumns(table)
    const batches = rowsAsDrafts(deps, rowsBelow(table, layout), columns, marks, noCounts(columns.length))
    for await (const batch of batches) {
      for (const row of batch) {
        if (isProblem(row.outcome)) continue
        const id = String(row.outcome.own?.id ?? '')
        const diary = diaryFrom(contacts.get(id) ?? [], promises.get(id) ?? [])
        const inOrder = (list: Map<string, Cells[]>): Cells[] => [...(list.get(id) ?? [])].reverse()
        Object.assign(row.outcome, diary, dealingsFrom(inOrder(orders), inOrder(expenses), cares.get(id)?.[0]))
      }
      yield batch.map((row) => ({
        ...row,
        cells: [JSON.stringify(Object.fromEntries(layout.names.map((name, index) => [name, row.cells[index] ?? ''])))],
      }))
    }
  }
}
