// Eight writers at once, a thousand writes each, with a reader and imports beside them: nothing is lost, nobody is told of a lock,
// and nobody waits long. A writer is one process that runs the whole program a thousand times; some are processes of their own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment, query, side, start } from './lib/hurt.js'

const FULL = { writers: 8, writes: 1000, processes: 200, rows: 500, pause: 3000 }
const QUICK = { writers: 4, writes: 6, processes: 4, rows: 60, pause: 200 }
const WRITER = fileURLToPath(new URL('lib/writer.cjs', import.meta.url))
/** What one write may take in 99 of 100 cases, in milliseconds; only the full form is about times. */
const LIMIT = 2_000

/** The file that the started script hands its arguments to. */
function mainOf(bin) {
  const named = /require\('([^']*main\.cjs)'\)/.exec(readFileSync(bin, 'utf8'))?.[1]
  if (named === undefined) throw new Error(`${bin} does not name main.cjs`)
  return resolve(dirname(bin), named)
}

const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: at(1), text: `p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)} ms` }
}

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

function writeRows(file, batch, rows) {
  const lines = Array.from(
    { length: rows },
    (_, row) => `Пакет${batch} O'Brien${row},+3806${10_000_000 + batch * 1000 + row}`,
  )
  writeFileSync(file, `name,phone\n${lines.join('\n')}\n`)
}

export async function run({ quick, bin, folder, say }) {
  const counts = quick ? QUICK : FULL
  mkdirSync(folder, { recursive: true })
  const base = join(folder, 'clients.db')
  const env = environment(folder, { CLIENTELE_DB: base, CLIENTELE_WAIT: undefined, CLIENTELE_LANG: 'en' })
  const main = mainOf(resolve(bin))
  const program = (...args) =>
    start([process.execPath, resolve(bin), ...args], { env, cwd: folder, limit: 600_000 }).ended
  const made = await program('add', 'Anna')
  if (made.code !== 0) throw new Error(made.stderr)

  const worker = (verb, label) => {
    const report = join(folder, `${label}.json`)
    const { ended } = start([process.execPath, WRITER, main, report, verb, label, String(counts.writes)], {
      env,
      cwd: folder,
      limit: 3_000_000,
    })
    return ended.then((outcome) => ({ ...outcome, label, report: JSON.parse(readFileSync(report, 'utf8')) }))
  }
  const began = performance.now()
  const reader = worker('read', 'reader')
  let working = true
  const imports = []
  const importing = (async () => {
    for (let batch = 0; working; batch += 1) {
      const file = join(folder, 'rows.csv')
      writeRows(file, batch, counts.rows)
      const start = performance.now()
      imports.push({ batch, ...(await program('import', file, '--json')), time: performance.now() - start })
      await wait(counts.pause)
    }
  })()
  const single = []
  const [writers] = await Promise.all([
    Promise.all(Array.from({ length: counts.writers }, (_, index) => worker('add', `w${index}`))),
    side(Array.from({ length: counts.processes }), 2, async (_, number) => {
      const start = performance.now()
      single.push({
        name: `Ёлкина p${number}`,
        ...(await program('add', `Ёлкина p${number}`)),
        time: performance.now() - start,
      })
    }),
  ])
  const seconds = (performance.now() - began) / 1000
  working = false
  await importing
  writeFileSync(join(folder, 'reader.json.stop'), '')
  const read = await reader
  say(
    `${counts.writers} × ${counts.writes} writes, ${single.length} processes, ${imports.length} imports and ${read.report.times.length} looks in ${Math.round(seconds)} s`,
  )

  const all = [...writers, read, ...single, ...imports]
  const talk = all.filter(({ stdout, stderr }) =>
    /locked|busy|sqlite|bug|Another program|Process \d/i.test(stdout + stderr),
  )
  const codes = [...writers, read]
    .flatMap(({ report }) => Object.keys(report.codes))
    .concat([...single, ...imports].map(({ code }) => String(code)))
  const rows = await query(base, 'select id, name from client')
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const lost = []
  for (const { label, stdout } of writers) {
    const ids = stdout.trim().split('\n').map(Number)
    if (ids.length !== counts.writes) lost.push(`${label} has printed ${ids.length} numbers`)
    for (const [number, id] of ids.entries())
      if (names.get(id) !== `Ґалаґан ${label} Ёлка${number}`) lost.push(`${label} ${number}: ${id}`)
  }
  for (const { name, stdout } of single) if (names.get(Number(stdout)) !== name) lost.push(`${name}: ${stdout}`)
  for (const { batch } of imports) {
    const there = rows.filter(({ name }) => name.startsWith(`Пакет${batch} `)).length
    if (there !== counts.rows) lost.push(`import ${batch}: ${there} of ${counts.rows}`)
  }
  const expected = 1 + counts.writers * counts.writes + single.length + imports.length * counts.rows
  const writes = spread(writers.flatMap(({ report }) => report.times))
  const alone = spread(single.map(({ time }) => time))
  const looks = spread(read.report.times)
  const whole = await query(base, 'pragma integrity_check')
  const checked = await program('check')
  return [
    {
      what: 'nothing lost',
      figure: `${rows.length} clients of ${expected}, ${lost.length} not as printed${lost.length > 0 ? `: ${lost.slice(0, 3).join('; ')}` : ''}`,
      ok: lost.length === 0 && rows.length === expected,
    },
    {
      what: 'exit codes',
      figure: [...new Set(codes)].join(', '),
      ok: codes.every((code) => code === '0') && [...writers, read].every(({ code }) => code === 0),
    },
    {
      what: 'words of a lock',
      figure: `${talk.length}${talk.length > 0 ? `: ${talk[0].stderr.slice(0, 200)}` : ''}`,
      ok: talk.length === 0,
    },
    { what: `one write of ${counts.writers * counts.writes}`, figure: writes.text, ok: quick || writes.p99 < LIMIT },
    {
      what: `one write as a process of its own, of ${single.length}`,
      figure: alone.text,
      ok: quick || alone.p99 < LIMIT * 2,
    },
    {
      what: `one look of ${read.report.times.length}`,
      figure: looks.text,
      ok: (quick || looks.p99 < LIMIT) && read.report.times.length > 0,
    },
    {
      what: 'imports beside them',
      figure: `${imports.length}, ${spread(imports.map(({ time }) => time)).text}`,
      ok: imports.length > 0,
    },
    {
      what: 'integrity',
      figure: `${whole[0]?.integrity_check}, check exits ${checked.code}`,
      ok: whole.length === 1 && whole[0].integrity_check === 'ok' && checked.code === 0,
    },
  ]
}
