import { createReadStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { planColumns } from '../domain/tables/columns.js'
import { readCsv } from '../formats/csv.js'
import type { TableRow } from '../formats/table.js'
import { safe } from '../render/safe.js'
import type { Store } from '../store/store.js'
import { type Diary, fillDiary, fillLedger, type Ledger } from '../usecases/demo.js'
import type { Deps } from '../usecases/deps.js'
import { noCounts, rowsAsDrafts } from '../usecases/drafting.js'
import { importClients } from '../usecases/importing.js'
import type { Context } from './context.js'

/** Where the demo's files are: beside dist/ in the package, beside src/ in a checkout. */
const FIXTURES = fileURLToPath(new URL('../fixtures/demo/', import.meta.url))
const FIXTURES_IN_SOURCE = fileURLToPath(new URL('../../fixtures/demo/', import.meta.url))

export function registerDemo(program: Command, context: Context, showDay: (deps: Deps) => Promise<void>): void {
  const { words } = context
  program
    .command('demo')
    .description(words.help.verbs.demo)
    .option('--fresh', words.help.flags.fresh)
    .action(async (flags: { fresh?: boolean }) => {
      // The demo has a base of its own: never the user's, unless a file was named on the command line.
      const file = context.flags.db ?? join(context.dataFolder, 'demo.db')
      if (flags.fresh && context.flags.db === undefined) dropBase(file)
      const store = await context.openBase(file)
      try {
        const deps: Deps = {
          store,
          clock: context.clock,
          country: 'RU',
          model: context.model,
          command: context.command,
        }
        if ((await isEmpty(store)) && !context.flags.dryRun) await fill(deps)
        context.say(words.demo.intro)
        await showDay(deps)
        context.say(words.demo.ready(safe(file)))
      } finally {
        await store.close()
      }
    })
}

const isEmpty = async (store: Store): Promise<boolean> =>
  (await store.operations.list({ client: null, limit: 1, offset: 0 })).length === 0

async function fill(deps: Deps): Promise<void> {
  const folder = existsSync(FIXTURES) ? FIXTURES : FIXTURES_IN_SOURCE
  const rows: TableRow[] = []
  const file = createReadStream(join(folder, 'clients.csv'))
  for await (const portion of readCsv(file, { encoding: 'utf-8', delimiter: ';' }, () => {})) rows.push(...portion)
  const [header, ...below] = rows
  const plan = { maps: new Map(), custom: [], sample: [], named: true }
  const { columns } = planColumns(header?.cells ?? [], plan)
  async function* all(): AsyncGenerator<TableRow[]> {
    yield below
  }
  const marks = { source: null, tags: [], system: null }
  const drafts = rowsAsDrafts(deps, all(), columns, marks, noCounts(columns.length))
  await importClients({ ...deps, command: 'import clients.csv' }, drafts, columns, {
    onMatch: 'fill',
    dryRun: false,
    onProgress: () => {},
    onReject: () => {},
    onRemark: () => {},
  })
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  await fillDiary(deps, read('diary.json') as Diary)
  await fillLedger(deps, read('orders.json') as Ledger)
}

/** Removes a base and what belongs to it; only ever the demo's own. */
const dropBase = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}
