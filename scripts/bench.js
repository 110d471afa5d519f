// Measures whole processes as ratios to something in the same run, on files generated from a seed:
//   npm run bench                     everything at 100,000 clients
//   npm run bench -- --rows 1000000   with the import of a million rows as well
//   npm run bench -- --only import    import, undo | --only verbs | --only filters | --only orders | --only dedupe | --only day
//   npm run bench -- --only dedupe --clients 1000000    the search for duplicates in a million
//   npm run bench -- --only filters --clients 1000000    how it grows
// Needs Debian's sqlite-utils for the comparison of the import; without it that ratio is left out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { fillHistory, writeOrders, writeRows } from './bench-data.js'
import { crowdedBase } from './bench-day.js'
import { benchDedupe } from './bench-dedupe.js'

const require = createRequire(import.meta.url)

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, '.bench')
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const program = option('program', join(root, 'bin', 'clientele.js'))
const runs = Number(option('runs', 10))
const only = option('only', 'all')
const largest = Number(option('rows', 100_000))
const CLIENTS = Number(option('clients', 100_000))
const now = '2026-11-22T09:30:00Z'
const env = { ...process.env, CLIENTELE_NOW: now, CLIENTELE_LANG: 'en', CLIENTELE_TZ: 'Europe/Kyiv', HOME: folder }

function timed(command, args, { quiet = true } = {}) {
  const began = performance.now()
  const { status, stderr, stdout } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const elapsed = performance.now() - began
  if (status !== 0 && status !== 6) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stderr}`)
  if (!quiet) process.stdout.write(stdout)
  return elapsed
}

/** Peak memory of the children so far is not told apart by process, so a process is asked for its own. */
function peakMegabytes(args) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', 'peak=%M', process.execPath, program, ...args], {
    env,
    encoding: 'utf8',
  })
  const peak = /peak=(\d+)/.exec(stderr ?? '')?.[1]
  return peak ? Math.round(Number(peak) / 1024) : null
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const clean = (file) => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}
const row = (name, ratio, limit, detail) =>
  console.log(
    `${name.padEnd(34)} ${ratio.toFixed(2).padStart(6)} ×  (limit ${String(limit).padStart(4)})  ${ratio <= limit ? 'ok  ' : 'OVER'}  ${detail}`,
  )

mkdirSync(folder, { recursive: true })
const csv = join(folder, `rows-${CLIENTS}.csv`)
if (!existsSync(csv)) writeRows(csv, CLIENTS)
const hasShell = spawnSync('sqlite3', ['--version']).status === 0
const hasUtils = spawnSync('sqlite-utils', ['--version']).status === 0

/** The same rows as a workbook, against the same rows as CSV. */
function benchWorkbook(file) {
  const book = join(folder, 'rows.xlsx')
  const base = join(folder, 'import.db')
  if (!existsSync(book)) {
    const [header, ...rows] = readFileSync(file, 'utf8')
      .trim()
      .split('\r\n')
      .map((line) => Papa.parse(line).data[0])
    const { writeWorkbook } = require(join(root, 'dist', 'loader.cjs'))('spreadsheet.cjs')
    const columns = header.map((title) => ({ title, kind: 'text' }))
    writeFileSync(book, writeWorkbook([{ name: 'clients', columns, rows }]))
  }
  const times = { csv: [], xlsx: [] }
  for (let round = 0; round < Math.min(5, runs); round += 1)
    for (const [key, source] of [
      ['csv', file],
      ['xlsx', book],
    ]) {
      clean(base)
      timed(process.execPath, [program, '--db', base, 'count'])
      times[key].push(timed(process.execPath, [program, '--db', base, 'import', source, '-q']))
    }
  row('the same rows as XLSX', median(times.xlsx) / median(times.csv), 3, `${(median(times.xlsx) / 1000).toFixed(2)} s`)
  clean(base)
}

function benchImport(file, rows, limit) {
  const base = join(folder, 'import.db')
  const other = join(folder, 'utils.db')
  const ours = []
  const theirs = []
  const undos = []
  const rounds = rows > 200_000 ? 1 : Math.min(5, runs)
  for (let round = 0; round < rounds; round += 1) {
    clean(base)
    timed(process.execPath, [program, '--db', base, 'count'])
    ours.push(timed(process.execPath, [program, '--db', base, 'import', file, '-q']))
    undos.push(timed(process.execPath, [program, '--db', base, 'undo', '-q']))
    if (hasUtils) {
      rmSync(other, { force: true })
      theirs.push(timed('sqlite-utils', ['insert', other, 't', csv, '--csv']))
    }
  }
  const seconds = (list) => `${(median(list) / 1000).toFixed(2)} s`
  if (hasUtils)
    row(
      `import of ${rows} rows`,
      median(ours) / median(theirs),
      limit,
      `${seconds(ours)} against ${seconds(theirs)} of sqlite-utils for ${CLIENTS} rows`,
    )
  else console.log(`import of ${rows} rows: ${seconds(ours)} (sqlite-utils is not installed)`)
  row(`undo of ${rows} rows`, median(undos) / median(ours), 1, seconds(undos))
  clean(base)
  timed(process.execPath, [program, '--db', base, 'count'])
  const peak = peakMegabytes(['--db', base, 'import', file, '-q'])
  if (peak !== null) row(`memory of that import, MB`, peak, 400, `${(statSync(file).size / 1e6).toFixed(0)} MB of CSV`)
  clean(base)
}

/** A base with ten contacts and three orders a client. */
async function fullBase() {
  const base = join(folder, `base-${CLIENTS}.db`)
  if (!existsSync(base)) {
    timed(process.execPath, [program, '--db', base, 'import', csv, '-q'])
    await fillHistory(base, CLIENTS, now)
  }
  const anew = timed(process.execPath, [program, '--db', base, 'count', 'warmth:hot'])
  if (anew > 2_000) console.log(`computing ${CLIENTS} standings anew: ${(anew / 1000).toFixed(1)} s`)
  return base
}

/** Each command is paired with a bare node in turn, so that a drift of the machine meets both. */
function compare(base, cases) {
  for (const [label, limit, args] of cases) {
    const ours = []
    const bare = []
    for (let round = 0; round < runs + 1; round += 1) {
      const node = timed(process.execPath, ['-e', '0'])
      const typed = args()
      const own = timed(process.execPath, [program, ...(typed[0] === '--version' ? [] : ['--db', base]), ...typed])
      if (round > 0) {
        bare.push(node)
        ours.push(own)
      }
    }
    row(
      label,
      median(ours) / median(bare),
      limit,
      `${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms of node -e 0`,
    )
  }
}

async function benchVerbs() {
  const base = await fullBase()
  const phone = readFileSync(csv, 'utf8').split('\r\n')[5000].split(',')[3]
  timed(process.execPath, [program, '--db', base, 'today'])
  // Other clients than an earlier run has added.
  let name = Math.floor(performance.timeOrigin / 1000) % 9_000_000
  const newClient = () => {
    name += 1
    return ['add', `Новый Клиент${name}`, '--phone', `+7916${String(name).padStart(7, '0')}`]
  }
  compare(base, [
    ['--version', 1.2, () => ['--version']],
    ['today', 1.6, () => ['today']],
    ['show <phone>', 1.6, () => ['show', phone]],
    ['list --limit 20', 1.6, () => ['list', '--limit', '20']],
    ['list <word> --limit 20', 1.6, () => ['list', 'елкин', '--limit', '20']],
    ['list <rare word> --limit 20', 1.6, () => ['list', 'user7777', '--limit', '20']],
    ['add', 1.8, newClient],
    ['log', 1.8, () => ['log', '500', '--call', 'agreed', '--next', 'fri send it']],
    ['order add', 1.8, () => ['order', 'add', '500', '1250', 'логотип']],
    ['why', 1.7, () => ['why', '700']],
  ])
}

/** The list of the day: as it is, with 5,000 calls more due, and on New Year's Day, when everybody is greeted. */
async function benchDay() {
  const base = await fullBase()
  const crowded = await crowdedBase(folder, base, CLIENTS, 5_000)
  for (const file of [base, crowded]) timed(process.execPath, [program, '--db', file, 'today'])
  compare(base, [['today', 1.6, () => ['today']]])
  compare(crowded, [
    ['today, 5000 calls promised', 2.5, () => ['today']],
    ['today --json, the same', 12, () => ['today', '--json']],
  ])
  compare(base, [["today on New Year's Day", 8, () => ['today', '--now', '2027-01-01T10:00']]])
}

const FILTERS = [
  'warmth:hot',
  'warmth:cold',
  'warmth:warm silent:60d..',
  'silent:30d..',
  'orders:0',
  'spent:50000..',
  'frequency:regular or frequency:rare',
  'rhythm:late -status:former',
  'behaviour:sale-only',
  'last:2026-10-01..2026-11-01',
  'city:Киев -tag:vip',
  'birthday:..7d',
  'has:email no:birthday',
  'position:директор',
  'note:99',
  'due:..7d',
  'next_order:..14d',
  'company:бар',
  'иванов warmth:warm',
]

async function benchFilters() {
  const base = await fullBase()
  compare(
    base,
    FILTERS.flatMap((filter) => [
      [`count '${filter}'`, 2.5, () => ['count', filter]],
      [`list '${filter}' --limit 20`, 2.5, () => ['list', filter, '--limit', '20']],
    ]),
  )
  compare(base, [
    ['list --sort -spent --limit 20', 2.5, () => ['list', '--sort', '-spent', '--limit', '20']],
    ['segment list', 6, () => ['segment', 'list']],
    ['why', 1.7, () => ['why', '700']],
  ])
}

/** Orders by the mail of their clients, against the shell's `.import` of the same file into one table of text. */
function benchOrders() {
  const file = join(folder, `orders-${CLIENTS}.csv`)
  if (!existsSync(file)) writeOrders(file, 100_000, CLIENTS)
  const base = join(folder, 'orders.db')
  const other = join(folder, 'shell.db')
  const times = { ours: [], shell: [], undo: [] }
  for (let round = 0; round < Math.min(5, runs); round += 1) {
    clean(base)
    clean(other)
    timed(process.execPath, [program, '--db', base, 'import', csv, '-q'])
    times.ours.push(timed(process.execPath, [program, '--db', base, 'import', file, '--as', 'orders', '-q']))
    times.undo.push(timed(process.execPath, [program, '--db', base, 'undo', '-q']))
    if (hasShell) times.shell.push(timed('sqlite3', [other, '.separator ;', `.import ${file} t`]))
  }
  const seconds = (list) => `${(median(list) / 1000).toFixed(2)} s`
  const detail = `${seconds(times.ours)}, undo ${seconds(times.undo)}`
  if (hasShell)
    row(
      'import of 100000 orders',
      median(times.ours) / median(times.shell),
      3,
      `${detail}, against ${seconds(times.shell)} of sqlite3 .import`,
    )
  else console.log(`import of 100000 orders: ${detail} (sqlite3 is not installed)`)
  clean(base)
  clean(other)
}

if (only === 'all' || only === 'verbs') await benchVerbs()
if (only === 'all' || only === 'day') await benchDay()
if (only === 'all' || only === 'filters') await benchFilters()
if (only === 'all' || only === 'orders') benchOrders()
if (only === 'all' || only === 'dedupe') {
  const run = (...args) =>
    spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
  benchDedupe({ folder, program, env, runs, timed, run }, [...new Set([10_000, Math.max(CLIENTS, 10_000)])])
}
if (only === 'all' || only === 'import') {
  benchImport(csv, CLIENTS, 1)
  benchWorkbook(csv)
  if (largest > CLIENTS) {
    const large = join(folder, `rows-${largest}.csv`)
    if (!existsSync(large)) writeRows(large, largest)
    benchImport(large, largest, (11 * largest) / 1_000_000)
  }
}
