// Measures the search for duplicates against a truth, with the real program on a base of its own:
//   npm run quality                                    20,000 generated clients
//   npm run quality -- --clients 100000 --seed 7       others
//   npm run quality -- --floor 0.96                    exits with 1 below this F1
//   npm run quality -- --errors 20                     with pairs that were missed or wrongly joined, side by side
//   npm run quality -- --set a.csv --truth t.csv [--lookalikes l.csv] [--copies c.csv] [--map "Column=field"]…
// A table of one's own has a column that becomes the outside id, the truth is `id,cluster`. Flags for the import may also
// stand in an import.txt beside the table, one a line. --keep <folder> leaves set, base and answers there; --program
// <file> takes another build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { writeSet } from './quality-data.js'
import { clustersOfGroups, falsePairs, measureClusters, measureLookalikes, missedPairs } from './quality-measure.js'
import { readRows, sayBreakdown, sayErrors, sayLookalikes, sayRates } from './quality-report.js'

const scripts = dirname(fileURLToPath(import.meta.url))
const options = (name) =>
  process.argv.flatMap((argument, at) => (argument === `--${name}` ? [process.argv[at + 1]] : []))
const option = (name, fallback) => options(name).at(-1) ?? fallback
const program = option('program', join(scripts, '..', 'bin', 'clientele.js'))
const kept = option('keep', null)
const folder = kept ?? mkdtempSync(join(tmpdir(), 'clientele-quality-'))
mkdirSync(folder, { recursive: true })
const base = join(folder, 'quality.db')
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  CLIENTELE_LANG: 'en',
  CLIENTELE_NOW: '2026-11-22T09:30:00Z',
  CLIENTELE_TZ: 'Europe/Kyiv',
  QUALITY_PEAK: join(folder, 'peak.txt'),
}

/** Runs the program; `rejected` rows (exit 6) are no failure. */
function run(...args) {
  rmSync(env.QUALITY_PEAK, { force: true })
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', join(scripts, 'quality-peak.cjs'), program, '--db', base, ...args],
    { env, encoding: 'utf8', maxBuffer: 1 << 30 },
  )
  const seconds = (performance.now() - began) / 1000
  if (status !== 0 && status !== 6) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr.slice(-2000)}`)
  const peaks = readFileSync(env.QUALITY_PEAK, 'utf8').trim().split('\n').map(Number)
  return { stdout, seconds, megabytes: Math.round(Math.max(...peaks) / 1024) }
}

function chosenSet() {
  const table = option('set', null)
  if (table === null) return writeSet(folder, Number(option('clients', 20_000)), Number(option('seed', 1)))
  const beside = (name) => option(name, join(dirname(table), `${name}.csv`))
  return { clients: table, truth: beside('truth'), lookalikes: beside('lookalikes'), copies: beside('copies') }
}

function importFlags(table) {
  const list = join(dirname(table), 'import.txt')
  const written = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : []
  return [...written, ...options('map').flatMap((pair) => ['--map', pair])]
}

function importSet(table) {
  for (const ending of ['', '-wal', '-shm']) rmSync(base + ending, { force: true })
  const rejects = join(folder, 'rejects.csv')
  rmSync(rejects, { force: true })
  const flags = ['--on-match', 'create', '--rejects', rejects, '--json', '--quiet', ...importFlags(table)]
  const summary = JSON.parse(run('import', table, ...flags).stdout)
  const reasons = new Map()
  if (existsSync(rejects))
    for (const { reason = '' } of readRows(rejects)) {
      const kind = reason.replace(/[:“"].*/s, '').trim()
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
    }
  console.log(`import       ${summary.created} of ${summary.rows} rows, ${summary.rejected} rejected`)
  for (const [reason, count] of reasons) console.log(`             ${count} × ${reason}`)
}

/** Clusters by the outside id, and those of the lane *certain* alone. */
function askProgram() {
  const answer = run('dedupe', '--clusters', '--format', 'csv')
  const rows = readRows(null, answer.stdout)
  if (rows.length === 0) throw new Error('dedupe --clusters gave no rows')
  const outside = new Map(rows.map(({ id, external_id }) => [Number(id), external_id]))
  const found = new Map(rows.map(({ external_id, cluster }) => [external_id, cluster]))
  console.log(`dedupe       ${answer.seconds.toFixed(1)} s, ${answer.megabytes} MB`)
  const groups = JSON.parse(run('dedupe', '--lane', 'certain', '--json').stdout)
  const idOf = (member) => outside.get(typeof member === 'number' ? member : member.id)
  return { found, certain: clustersOfGroups(groups.map((group) => (group.members ?? group.clients).map(idOf))) }
}

const list = (file, ...columns) =>
  existsSync(file) ? readRows(file).map((row) => columns.map((column) => row[column])) : []

function measure() {
  const set = chosenSet()
  const truth = new Map(list(set.truth, 'id', 'cluster'))
  const lookalikes = list(set.lookalikes, 'id_a', 'id_b', 'tag')
  importSet(set.clients)
  const { found, certain } = askProgram()
  const all = measureClusters(truth, found)
  console.log(`truth        ${truth.size} clients, ${all.real} pairs`)
  sayRates('clusters', all)
  const entered = new Map([...truth].filter(([id]) => found.has(id)))
  if (entered.size < truth.size) sayRates('…without the rejected', measureClusters(entered, found))
  sayRates('certain', measureClusters(truth, certain))
  sayLookalikes(measureLookalikes(lookalikes, found))
  const missed = missedPairs(truth, found, list(set.copies, 'id_a', 'id_b', 'tags'))
  const wrong = falsePairs(truth, found, lookalikes)
  sayBreakdown(missed, wrong)
  sayErrors(set.clients, missed.missed, wrong.wrong, Number(option('errors', 0)))
  return all.f1
}

try {
  const f1 = measure()
  const floor = Number(option('floor', 0))
  if (f1 < floor) {
    console.log(`F1 ${f1.toFixed(4)} is below the floor of ${floor}`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(`quality: ${error.message}`)
  process.exitCode = 2
} finally {
  if (kept === null) rmSync(folder, { recursive: true, force: true })
}
