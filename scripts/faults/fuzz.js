// 100,000 random inputs in process and 2,000 as processes: never a stack trace, no exit code but those of the surface, no hang, and
// the base is whole afterwards. What fails is printed with its number; `--seed` and the number make it again.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { inputsFrom } from './lib/fuzz-inputs.js'
import { contentOf, dice, environment, side, start } from './lib/hurt.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WORKER = fileURLToPath(new URL('./lib/fuzzing.js', import.meta.url))
/** One input may take so long, on a machine that has much else to do. */
const LONGEST = 20_000
/** Of so many inputs one is a whole command. */
const EVERY = 10
const CODES = new Set([0, 1, 2, 3, 4, 5, 6, 7, 10, 130])

/** The sources as one file that Node can load, where the driver of the database is found. */
async function bundled() {
  const file = join(ROOT, 'node_modules', '.cache', `clientele-fuzz-${process.pid}.cjs`)
  await build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(new URL('./lib/fuzz-entry.js', import.meta.url))],
    outfile: file,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['sqlite3'],
    define: { __VERSION__: '"fuzz"', 'import.meta.url': '"file:///fuzz.js"' },
    logLevel: 'error',
  })
  return file
}

/** Runs the fuzzing process over inputs, and anew behind one over which it sat or died. */
async function fuzz({ bundle, folder, seed, count, say }) {
  const failures = []
  for (let from = 0; from < count; ) {
    const child = spawn(
      process.execPath,
      [WORKER, bundle, folder, String(seed), String(from), String(count - from), String(EVERY)],
      // What it is told to write without a folder lands there.
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    let errors = ''
    child.stdout.on('data', (data) => {
      output += data
    })
    child.stderr.on('data', (data) => {
      errors += data
    })
    const at = () => (existsSync(join(folder, 'at')) ? Number(readFileSync(join(folder, 'at'), 'utf8')) : from)
    let last = -1
    let since = Date.now()
    let hung = false
    const watch = setInterval(() => {
      const now = at()
      if (now !== last) {
        last = now
        since = Date.now()
      } else if (Date.now() - since > LONGEST) {
        hung = true
        child.kill('SIGKILL')
      }
    }, 250)
    await new Promise((resolve) => child.on('close', resolve))
    clearInterval(watch)
    for (const line of output.split('\n').filter((each) => each.startsWith('{'))) {
      const { index, input, error } = JSON.parse(line)
      failures.push(index)
      say(`input ${index} of seed ${seed}: ${input.slice(0, 600)}\n    ${error.split('\n').slice(0, 5).join('\n    ')}`)
    }
    if (output.includes('"done"')) return failures
    const place = at()
    failures.push(place)
    say(`input ${place} of seed ${seed}: ${hung ? 'it hung' : `the process died: ${errors.slice(0, 800)}`}`)
    from = place + 1
  }
  return failures
}

export async function run({ quick, bin, seed, folder, say }) {
  const [inputs, processes] = quick ? [600, 8] : [100_000, 2_000]
  mkdirSync(join(ROOT, 'node_modules', '.cache'), { recursive: true })
  const bundle = await bundled()
  const place = join(folder, 'in-process')
  mkdirSync(place, { recursive: true })
  let failures
  try {
    failures = await fuzz({ bundle, folder: place, seed, count: inputs, say })
  } finally {
    rmSync(bundle, { force: true })
  }
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const base = join(folder, 'processes.db')
  const env = environment(home, { CLIENTELE_DB: base, CLIENTELE_WAIT: '30' })
  const wrong = []
  const codes = new Map()
  await side(Array.from({ length: processes }), 2, async (_, index) => {
    const { command, stdin, bytes } = inputsFrom(dice(seed * 7_919 + index + 1_000_000_000))
    const argv = command()
    const input = bytes(stdin())
    const { code, stderr, hung } = await start([process.execPath, bin, ...argv], {
      env,
      input,
      cwd: folder,
      limit: 3 * LONGEST,
    }).ended
    codes.set(code, (codes.get(code) ?? 0) + 1)
    if (hung || !CODES.has(code) || /\n\s+at |bug in clientele/.test(stderr)) {
      wrong.push(index)
      say(
        `process ${index} of seed ${seed}: exit ${code}${hung ? ', hung' : ''}: ${JSON.stringify(argv).slice(0, 400)}\n    ${stderr.slice(0, 600)}`,
      )
    }
  })
  const sound = []
  for (const file of [join(place, 'fuzz.db'), base])
    try {
      await contentOf(file, join(folder, 'look.db'))
    } catch (error) {
      sound.push(`${file}: ${error.message}`)
    }
  const check = await start([process.execPath, bin, '--db', base, 'check'], { env }).ended
  const inside = await start([process.execPath, bin, '--db', join(place, 'fuzz.db'), 'check'], { env }).ended
  return [
    {
      what: `${inputs} random inputs in process, seed ${seed}`,
      figure: failures.length === 0 ? 'no stack trace, no hang' : `${failures.length} failed`,
      ok: failures.length === 0,
    },
    {
      what: `${processes} random commands as processes, seed ${seed}`,
      figure: `${wrong.length} failed; exit codes ${[...codes]
        .sort(([a], [b]) => a - b)
        .map(([code, times]) => `${code}: ${times}`)
        .join(', ')}`,
      ok: wrong.length === 0,
    },
    {
      what: 'the bases afterwards',
      figure: sound.length === 0 ? `whole; check: exit ${check.code} and ${inside.code}` : sound.join('; '),
      ok: sound.length === 0 && check.code === 0 && inside.code === 0,
    },
  ]
}
