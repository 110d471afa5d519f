// kill -9 at moments of chance: 750 during `add` and 250 during `import` on one base, several in flight; then during merge, undo,
// backup and restore, each on a base of its own. What was printed is there, and nothing is there by halves.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dice, query } from './lib/hurt.js'
import { killVerbs } from './lib/kill-verbs.js'
import { lengthOf, momentsIn, programOn, untilKilled } from './lib/killing.js'

const FULL = { adds: 750, imports: 250, verbs: 40, rows: 200 }
const QUICK = { adds: 12, imports: 4, verbs: 2, rows: 40 }
const AT_ONCE = 4

const nameOf = (number) => `Ґалаґан Ёлка${number}`
const phoneOf = (number) => `+3805${String(10_000_000 + number)}`
const rowName = (batch, row) => `Пакет${batch} O'Brien${row}`

function writeBatch(file, batch, rows) {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${rowName(batch, row)},${phoneOf(10_000_000 + batch * 1000 + row)}`,
  )
  writeFileSync(file, `name,phone\n${lines.join('\n')}\n`)
}

/** Adds and imports beside one another, each killed at its moment; what each has printed. */
async function killWriters({ program, folder, counts, chance, say }) {
  const trials = Array.from(
    { length: AT_ONCE },
    (_, index) => () => program.run('add', nameOf(900_000 + index), '--phone', phoneOf(900_000 + index)),
  )
  const adding = momentsIn(await lengthOf(trials), chance)
  const trial = join(folder, 'trial.csv')
  writeBatch(trial, 9_000, counts.rows)
  const importing = momentsIn(await lengthOf([() => program.run('import', trial, '--json')]), chance)
  say(`an add takes ${adding.told()} with ${AT_ONCE} at once, an import of ${counts.rows} rows ${importing.told()}`)
  const jobs = []
  const noted = (job) => {
    jobs.push(job)
    if (jobs.length % 100 === 0) say(`${jobs.length} runs`)
    return job.killed
  }
  await Promise.all([
    untilKilled(counts.adds, AT_ONCE / 2, async (number) => {
      const words = ['add', nameOf(number), '--phone', phoneOf(number), '--note', `note ${number}`]
      const outcome = await program.killed(adding.next(), ...words)
      adding.met(outcome.stdout !== '')
      return noted({ verb: 'add', number, ...outcome })
    }),
    untilKilled(counts.imports, AT_ONCE / 2, async (number) => {
      const file = join(folder, `batch-${number}.csv`)
      writeBatch(file, number, counts.rows)
      const outcome = await program.killed(importing.next(), 'import', file, '--json')
      importing.met(outcome.stdout !== '')
      rmSync(file)
      return noted({ verb: 'import', number, ...outcome })
    }),
  ])
  return jobs
}

/** The number that an import has printed, or null when it was killed before. */
function printedOperation(stdout) {
  try {
    return JSON.parse(stdout).operation
  } catch {
    return null
  }
}

/** What is in the base against what was printed. */
async function judge(base, jobs, counts) {
  const clients = await query(
    base,
    `select client.id, name, note, (select count(*) from contact_point where client_id = client.id) as phones,
     (select count(*) from client_search where rowid = client.id) as searched from client`,
  )
  const byName = new Map()
  for (const row of clients) byName.set(row.name, [...(byName.get(row.name) ?? []), row])
  const found = { lost: [], halves: [], unasked: [], wrongly: [], inTime: 0, unsaid: 0, never: 0 }
  const known = new Set()
  for (const job of jobs) {
    if (!job.killed && job.code !== 0) found.wrongly.push(`${job.verb} ${job.number}: ${job.code} ${job.stderr}`)
    const printed = job.verb === 'add' ? /^(\d+)\n$/.exec(job.stdout)?.[1] : printedOperation(job.stdout)
    const names =
      job.verb === 'add'
        ? [nameOf(job.number)]
        : Array.from({ length: counts.rows }, (_, row) => rowName(job.number, row))
    for (const name of names) known.add(name)
    const rows = names.flatMap((name) => byName.get(name) ?? [])
    if (rows.length > 0) {
      if (printed == null) found.unsaid += 1
      else found.inTime += 1
    } else found.never += 1
    const label = `${job.verb} ${job.number}`
    if (printed != null && rows.length !== names.length) found.lost.push(label)
    if (job.verb === 'add' && printed != null && rows[0]?.id !== Number(printed))
      found.lost.push(`${label}: ${printed}`)
    if (rows.length !== 0 && rows.length !== names.length)
      found.halves.push(`${label}: ${rows.length} of ${names.length}`)
    if (
      rows.some(
        (row) => row.phones !== 1 || row.searched !== 1 || (job.verb === 'add' && row.note !== `note ${job.number}`),
      )
    )
      found.halves.push(`${label}: not whole`)
    job.there = rows.length > 0
  }
  for (const { name } of clients) if (!known.has(name) && !/9000|90000\d/.test(name)) found.unasked.push(name)
  return found
}

/** The journal names every row that is there and none that is not, so that everything can be taken back. */
async function journalProblems(base) {
  const problems = await query(
    base,
    `select 'no operation has made client ' || id as problem from client where not exists (
       select 1 from change where table_name = 'client' and action = 'insert' and client.id between first_id and last_id)
     union all
     select 'operation ' || operation_id || ' has made clients that are not there' from change
       where table_name = 'client' and action = 'insert'
       and (select count(*) from client where id between first_id and last_id) <> last_id - first_id + 1
     union all
     select 'an operation without changes: ' || id from operation where not exists (select 1 from change where operation_id = operation.id)
     union all
     select 'a change without operation: ' || operation_id from change where not exists (select 1 from operation where id = operation_id)
     limit 20`,
  )
  return problems.map(({ problem }) => problem)
}

/** Takes operations back by the program, and looks whether their clients are gone, and back again after another undo. */
async function undoProblems(program, base, chance, howMany) {
  const problems = []
  const operations = await query(base, `select id from operation where state = 'done' order by id`)
  for (let turn = 0; turn < howMany && operations.length > 0; turn += 1) {
    const [{ id }] = operations.splice(Math.floor(chance() * operations.length), 1)
    const of = `select count(*) as size from client, change where operation_id = ${id} and table_name = 'client'
      and action = 'insert' and client.id between first_id and last_id`
    const [{ size: before }] = await query(base, of)
    const undone = await program.run('undo', String(id))
    const [{ size: after }] = await query(base, of)
    if (undone.code !== 0 || before === 0 || after !== 0)
      problems.push(`undo ${id}: exit ${undone.code}, ${before} → ${after} ${undone.stderr}`)
  }
  return problems
}

/** What the program itself says of the base, and whether it finds what is there. */
async function programProblems(program, jobs, chance, howMany) {
  const problems = []
  const checked = await program.run('check', '--json')
  if (checked.code !== 0) problems.push(`check: exit ${checked.code} ${checked.stdout}${checked.stderr}`)
  else if ((JSON.parse(checked.stdout).mended ?? 0) !== 0) problems.push(`check had to mend: ${checked.stdout}`)
  const there = jobs.filter((job) => job.there && job.verb === 'add').sort(() => chance() - 0.5)
  for (const { number } of there.slice(0, howMany)) {
    const { code, stdout } = await program.run('list', nameOf(number), '--json')
    if (code !== 0 || !JSON.parse(stdout).some(({ name }) => name === nameOf(number)))
      problems.push(`list does not find ${nameOf(number)}`)
  }
  return problems
}

const some = (list) => (list.length === 0 ? '0' : `${list.length}: ${list.slice(0, 3).join('; ')}`)

export async function run({ quick, bin, seed, folder, say }) {
  const counts = quick ? QUICK : FULL
  const chance = dice(seed)
  mkdirSync(folder, { recursive: true })
  const base = join(folder, 'clients.db')
  const program = programOn(bin, folder, base)
  const jobs = await killWriters({ program, folder, counts, chance, say })
  // Looked at as the last kill has left it, log and all, before anything else opens it.
  const left = join(folder, 'left.db')
  for (const ending of ['', '-wal']) {
    try {
      copyFileSync(base + ending, left + ending)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
  const whole = await query(left, 'pragma integrity_check')
  const orphans = await query(left, 'pragma foreign_key_check')
  const found = await judge(left, jobs, counts)
  const journal = await journalProblems(base)
  const said = await programProblems(program, jobs, chance, quick ? 2 : 20)
  const undone = await undoProblems(program, base, chance, quick ? 2 : 20)
  const kills = (verb) => jobs.filter((job) => job.verb === verb && job.killed).length
  return [
    {
      what: 'kills',
      figure: `${kills('add')} adds and ${kills('import')} imports of ${jobs.length} runs: ${found.never} had not written, ${found.unsaid} had written and not yet said, ${found.inTime} had said`,
      // A few kills may all come too early or too late; of a thousand they do not.
      ok:
        kills('add') === counts.adds &&
        kills('import') === counts.imports &&
        (quick || (found.never > 0 && found.unsaid > 0 && found.inTime > 0)),
    },
    { what: 'said and lost', figure: some(found.lost), ok: found.lost.length === 0 },
    { what: 'written by halves', figure: some(found.halves), ok: found.halves.length === 0 },
    { what: 'clients nobody asked for', figure: some(found.unasked), ok: found.unasked.length === 0 },
    { what: 'not killed, and failed', figure: some(found.wrongly), ok: found.wrongly.length === 0 },
    {
      what: 'integrity',
      figure: `${whole[0]?.integrity_check}, ${orphans.length} broken references`,
      ok: whole.length === 1 && whole[0].integrity_check === 'ok' && orphans.length === 0,
    },
    { what: 'journal', figure: some(journal), ok: journal.length === 0 },
    { what: 'check, and search', figure: some(said), ok: said.length === 0 },
    { what: 'undo afterwards', figure: some(undone), ok: undone.length === 0 },
    ...(await killVerbs({ bin, folder: join(folder, 'verbs'), chance, count: counts.verbs, say })),
  ]
}
