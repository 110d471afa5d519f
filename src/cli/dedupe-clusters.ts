import { safeCell } from '../formats/formulas.js'
import { safe, safeJson } from '../render/safe.js'
import { clustersOf } from '../usecases/dedupe.js'
import { refuseBulk } from './bulk.js'
import type { Context } from './context.js'
import { filterOf, withProgress } from './dedupe-input.js'
import { formatOf } from './output.js'

type Row = Awaited<ReturnType<typeof clustersOf>>[number]

/** So many rows go out at a time: a million lines are written in a hundred strings. */
const PORTION = 10_000

/** Every client with its cluster, as CSV unless another format is asked for. */
export async function writeClusters(context: Context, typed: readonly string[]): Promise<void> {
  const asked = formatOf(context, ['table', 'csv', 'tsv', 'json', 'ndjson'])
  const deps = await context.deps()
  const filter = await filterOf(deps, typed)
  const rows = await withProgress(context, (progress) => clustersOf(deps, filter, progress))
  refuseBulk(context, rows.length)
  const { stdout } = context.world
  const { begin, line, between, end } = FORMS[asked === 'table' ? 'csv' : (asked as keyof typeof FORMS)]
  // On a terminal even data must not act.
  const shown = stdout.isTerminal ? (row: Row) => safeRow(line, row) : line
  context.out(begin)
  for (let from = 0; from < rows.length && stdout.open(); from += PORTION) {
    let text = from === 0 ? '' : between
    const until = Math.min(from + PORTION, rows.length)
    for (let index = from; index < until; index += 1) {
      if (index > from) text += between
      text += shown(rows[index] as Row)
    }
    context.out(text)
  }
  context.out(rows.length === 0 ? end.replace(/^\n(?=\])/, '') : end)
}

const safeRow = (line: Form['line'], row: Row): string =>
  line({ ...row, external_id: row.external_id === null ? null : safe(row.external_id) })

interface Form {
  begin: string
  line: (row: Row) => string
  between: string
  end: string
}

function quoted(text: string): string {
  const cell = safeCell(text)
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
const json = (row: Row): string => safeJson(JSON.stringify(row))

const FORMS: Readonly<Record<'csv' | 'tsv' | 'json' | 'ndjson', Form>> = {
  csv: {
    begin: 'id,external_id,cluster\r\n',
    line: ({ id, external_id, cluster }) => `${id},${external_id === null ? '' : quoted(external_id)},${cluster}\r\n`,
    between: '',
    end: '',
  },
  tsv: {
    begin: 'id\texternal_id\tcluster\n',
    line: ({ id, external_id, cluster }) =>
      `${id}\t${safeCell(external_id?.replace(/[\t\r\n]+/g, ' ') ?? '')}\t${cluster}\n`,
    between: '',
    end: '',
  },
  json: { begin: '[', line: (row) => `\n${json(row)}`, between: ',', end: '\n]\n' },
  ndjson: { begin: '', line: (row) => `${json(row)}\n`, between: '', end: '' },
}
