// Fifty files that nobody means well with, each made here: every one is refused with a sentence or read, within 20 seconds and
// 300 MB, and one that is refused leaves the base as it was.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OLD_FILES } from './lib/hostile-old.js'
import { TEXT_FILES } from './lib/hostile-text.js'
import { XLSX_FILES } from './lib/hostile-xlsx.js'
import { contentOf, dice, environment, start } from './lib/hurt.js'

const PEAK = fileURLToPath(new URL('./lib/peak.cjs', import.meta.url))
const SECONDS = 20
const MOST_MEMORY = 300

const FILES = [...XLSX_FILES, ...OLD_FILES, ...TEXT_FILES]

const QUICK = [
  'a sheet of 1 GB that claims 1 KB',
  'a billion laughs',
  'names that climb out of the folder',
  'an .xls with changed bytes',
  'an .xls whose strings claim to be 4 billion',
  'an .ods of a billion repeated cells',
  'a CSV in UTF-32 without a mark',
  'JSON of the names of all objects',
  'JSON 100,000 objects deep',
  'an .xlsx that is encrypted',
]

/** What the processes that another has started hold and have worked so far, as Linux tells it. */
function lookAt(pid, known) {
  try {
    for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean)) {
      const megabytes = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'latin1'))?.[1] ?? 0) / 1024
      const fields = readFileSync(`/proc/${child}/stat`, 'latin1').split(') ').at(-1).split(' ')
      const before = known.get(child)?.megabytes ?? 0
      // One that has ended and was not yet asked for has no memory any more.
      known.set(child, { megabytes: Math.max(before, megabytes), cpu: (Number(fields[11]) + Number(fields[12])) / 100 })
    }
  } catch {
    // It has ended meanwhile, or this is no Linux.
  }
}

export async function run({ quick, bin, seed, folder, say, only = null }) {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const peak = join(folder, 'peak')
  const env = environment(home, { FAULTS_PEAK: peak })
  const chosen = FILES.filter(([what]) => (only === null ? !quick || QUICK.includes(what) : what.includes(only)))
  const problems = []
  const most = { seconds: 0, megabytes: 0, refused: 0, read: 0 }
  const imported = async (base, file, name) => {
    rmSync(peak, { force: true })
    const began = performance.now()
    const command = [process.execPath, '-r', PEAK, bin, '--db', base, 'import', file, '--no-input', '--json']
    const { child, ended, outcome } = start([...command, '--rejects', `${file}.rejects`], { env, limit: 180_000 })
    const helpers = new Map()
    const watch = setInterval(() => lookAt(child.pid, helpers), 20)
    await ended
    clearInterval(watch)
    let own = [Number.NaN, Number.NaN]
    try {
      own = readFileSync(peak, 'utf8').split(' ').map(Number)
    } catch {
      // A process that was killed tells nothing, and that is a failure anyway.
    }
    const all = [{ megabytes: own[0], cpu: own[1] }, ...helpers.values()]
    const megabytes = all.reduce((sum, each) => sum + each.megabytes, 0)
    const cpu = all.reduce((sum, each) => sum + each.cpu, 0)
    // A machine that has much else to do is no fault of the program: what it worked counts, if that is less.
    const wall = (performance.now() - began) / 1000
    const seconds = Math.min(wall, Number.isNaN(cpu) ? wall : cpu)
    const { code, stdout, stderr, hung } = outcome
    say(
      `${name}: exit ${code}, ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB: ${(stderr || stdout).trim().split('\n')[0]?.slice(0, 110)}`,
    )
    return { code, stdout, stderr, hung, seconds, megabytes }
  }
  for (const [index, [what, ending, wanted, make]] of chosen.entries()) {
    const roll = dice(seed * 1000 + index)
    const base = join(folder, `${index}.db`)
    const file = join(folder, `hostile-${index}.${ending}`)
    const made = make(roll, file)
    if (made !== undefined) writeFileSync(file, made)
    await start([process.execPath, bin, '--db', base, 'add', 'Before All'], { env }).ended
    const before = await contentOf(base, join(folder, 'look.db'))
    const { code, stderr, hung, seconds, megabytes } = await imported(base, file, what)
    const wrong = []
    if (hung) wrong.push('hung')
    if (![0, 1, 2, 5, 6].includes(code)) wrong.push(`exit ${code}`)
    if (seconds > SECONDS) wrong.push(`${seconds.toFixed(1)} s`)
    if (!(megabytes <= MOST_MEMORY)) wrong.push(`${Math.round(megabytes)} MB`)
    if (/\n\s+at |bug in clientele/.test(stderr)) wrong.push('a stack trace')
    const isRefused = code !== 0 && code !== 6
    if (wanted === 'refused' && !isRefused) wrong.push('was read')
    try {
      const after = await contentOf(base, join(folder, 'look.db'))
      if (isRefused) {
        if (after !== before) wrong.push('the base changed')
        // What is below the first line are names to choose from, and what to do.
        if (!/^\S.*[.?:]$/.test(stderr.split('\n')[0] ?? '')) wrong.push('no sentence')
      }
    } catch (error) {
      wrong.push(`the base is not whole: ${error.message}`)
    }
    if (wrong.length > 0) {
      problems.push(`${what}: ${wrong.join(', ')}`)
      say(`  WRONG: ${wrong.join(', ')}`)
    }
    most.seconds = Math.max(most.seconds, seconds)
    most.megabytes = Math.max(most.megabytes, megabytes || 0)
    most[isRefused ? 'refused' : 'read'] += 1
    for (const each of ['', '-wal', '-shm']) rmSync(base + each, { force: true })
    rmSync(file, { force: true })
    rmSync(`${file}.rejects`, { force: true })
  }
  return [
    {
      what: `${chosen.length} hostile files, refused or read within ${SECONDS} s and ${MOST_MEMORY} MB, the base whole`,
      figure: `${most.refused} refused, ${most.read} read, at most ${most.seconds.toFixed(1)} s and ${Math.round(most.megabytes)} MB${problems.length > 0 ? `; ${problems.join('; ')}` : ''}`,
      ok: problems.length === 0,
    },
  ]
}
