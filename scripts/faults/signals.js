// SIGINT, SIGTERM and SIGHUP in the middle of every command: at moments of chance, and exactly at each call that changes a file;
// on a question; and output whose reader has gone, never came, is slow or has no room.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { commandsIn } from './lib/commands.js'
import { age, beyond, copyFolder, dice, environment, holds, side, start, unclear, works } from './lib/hurt.js'
import { canPreload, compileShim } from './lib/preload.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Without `script` there is no terminal on which something could be asked. */
export const canHaveTerminal = works('script', '-qec', 'true', '/dev/null')

export async function run({ quick, bin, seed, folder, say }) {
  const program = resolve(bin)
  const env = (place, more) => environment(join(place, 'home'), { CLIENTELE_DB: join(place, 'base.db'), ...more })
  const begin = (place, args, more = {}) =>
    start([process.execPath, program, ...args], { env: env(place, more), cwd: place })
  const clientele = (place, args, more) => begin(place, args, more).ended
  const random = dice(seed)
  const commands = (await commandsIn({ folder, clientele })).filter(({ broken }) => !broken)
  commands.push({
    ...commands.find(({ name }) => name === 'import'),
    name: 'dry run of an import',
    args: ['import', 'rows.csv', '--dry-run'],
  })
  const world = { quick, folder, say, program, env, begin, clientele, random }
  const results = []
  const chosen = quick ? ['add', 'import', 'export', 'backup'] : commands.map(({ name }) => name)
  for (const command of commands.filter(({ name }) => chosen.includes(name)))
    results.push(await interrupted(world, command))
  return [...results, ...(await questions(world)), ...(await outputs(world))]
}

/** A command that a signal meets, at so many moments. */
async function interrupted(world, command) {
  const { quick, folder, say, begin, clientele, random } = world
  const { name, args } = command
  const from = await command.from()
  const whole = join(folder, 'clean')
  const look = (worker) => join(folder, `look-${worker}.db`)
  copyFolder(from, whole)
  const before = await holds(whole, look('clean'))
  const log = join(folder, 'calls')
  rmSync(log, { force: true })
  const shim = canPreload ? compileShim(folder) : null
  const began = performance.now()
  const watched = shim ? { LD_PRELOAD: shim, FAULT_FOLDER: whole, FAULT_LOG: log, UV_USE_IO_URING: '0' } : {}
  const first = await clientele(whole, args, watched)
  const usual = performance.now() - began
  const calls = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').length : 0
  const after = await holds(whole, look('clean'))
  const again = await clientele(whole, args)
  const afterAgain = await holds(whole, look('clean'))
  const halfway = []
  for (const step of command.halfway ?? []) {
    const there = join(folder, 'halfway')
    copyFolder(from, there)
    await clientele(there, step)
    halfway.push((await holds(there, look('clean'))).finals)
  }

  const moments = []
  for (let index = 0; index < (quick ? 2 : 30); index += 1) moments.push({ after: usual * 1.2 * random() })
  if (shim) {
    // In the full form every call of a short row, and some of a long one.
    const step = quick ? calls / 2 : Math.max(1, calls / 90)
    for (let at = quick ? random() * step : 1; at <= calls; at += step)
      moments.push({ at: Math.max(1, Math.floor(at)) })
  }
  const counts = { done: 0, 'nothing done': 0, 'done, though ended': 0 }
  let drafts = 0
  const wrongs = []
  await side(moments, 2, async (moment, index, worker) => {
    const place = join(folder, `signalled-${worker}`)
    copyFolder(from, place)
    const signal = SIGNALS[index % SIGNALS.length]
    const more =
      moment.at === undefined
        ? {}
        : {
            LD_PRELOAD: shim,
            FAULT_FOLDER: place,
            FAULT_AT: String(moment.at),
            FAULT_SIGNAL: String(constants.signals[signal]),
            UV_USE_IO_URING: '0',
          }
    const { child, ended } = begin(place, args, more)
    if (moment.after !== undefined) setTimeout(() => child.kill(signal), moment.after)
    const outcome = await ended
    const found = []
    try {
      const state = await holds(place, look(worker))
      if (outcome.hung) found.push('it hung')
      const differs = (other) =>
        [...new Set([...Object.keys(state.finals), ...Object.keys(other.finals)])].filter(
          (file) => state.finals[file] !== other.finals[file],
        )
      const lacking = differs(after)
      if (outcome.code === first.code) {
        if (lacking.length > 0) found.push(`exit ${outcome.code}, but not done: ${lacking}`)
        counts.done += 1
      } else {
        if (![130, 128 + constants.signals[signal]].includes(outcome.code)) found.push(`exit ${outcome.code}`)
        // Where the base lies is said as well.
        const said = beyond(outcome.stderr.replaceAll(place, whole), first.stderr)
        if (said !== '' && unclear(said) !== null) found.push(`${unclear(said)}: ${said}`)
        const half = lacking.filter(
          (file) =>
            state.finals[file] !== undefined &&
            state.finals[file] !== before.finals[file] &&
            !halfway.some((finals) => finals[file] === state.finals[file]),
        )
        if (half.length > 0) found.push(`half done: ${half}`)
        const lost = Object.keys(before.finals).filter(
          (file) => state.finals[file] === undefined && file in after.finals,
        )
        if (lost.length > 0) found.push(`lost: ${lost}`)
        counts[lacking.length === 0 ? 'done, though ended' : 'nothing done'] += 1
        if (/^\d+\n$/.test(outcome.stdout) && lacking.includes('base.db'))
          found.push('an id was printed, and is not there')
      }
      if (state.drafts.length > 0) drafts += 1
      age(place)
      const next = await clientele(place, args)
      const then = await holds(place, look(worker))
      if (![first.code, again.code].includes(next.code)) found.push(`the next run: exit ${next.code}: ${next.stderr}`)
      const same = (other) =>
        Object.keys(other.finals).every((file) => then.finals[file] === other.finals[file]) &&
        Object.keys(then.finals).every((file) => other.finals[file] !== undefined || /before-/.test(file))
      if (!same(after) && !same(afterAgain))
        found.push(`the next run did not end as it should: ${Object.keys(then.finals)}`)
      if (then.drafts.length > 0 && next.code === first.code) found.push(`left even after the next run: ${then.drafts}`)
    } catch (error) {
      found.push(String(error))
    }
    if (found.length > 0)
      wrongs.push(
        `${name}, ${signal} ${moment.at === undefined ? `after ${Math.round(moment.after)} ms` : `at call ${moment.at}`}: ${found.join('; ')}`,
      )
  })
  for (const line of wrongs.slice(0, 8)) say(line)
  const figure = `${moments.length} signals: ${Object.entries(counts)
    .map(([end, times]) => `${times} ${end}`)
    .join(', ')}, ${wrongs.length} wrong${drafts > 0 ? `; ${drafts} left a draft for the next run` : ''}`
  if (!quick) say(`${name}: ${figure}`)
  return { what: name, figure, ok: wrongs.length === 0 }
}

/** Signals, and keys, while something is asked. */
async function questions({ quick, folder, program, env, say, clientele }) {
  if (!canHaveTerminal) return [{ what: 'questions', figure: 'skipped: no terminal can be had', ok: true }]
  const place = join(folder, 'asked')
  const wrongs = []
  let asked = 0
  const ask = async (args, end, expected) => {
    asked += 1
    const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(' ')
    const { child, outcome, ended } = start(
      ['script', '-qefc', `echo $$ >&2; exec ${command}`, join(folder, 'typescript')],
      {
        env: env(place, { TERM: 'xterm', SHELL: '/bin/sh' }),
        cwd: place,
        input: null,
        limit: 20_000,
      },
    )
    const until = Date.now() + 15_000
    while (!/\?/.test(outcome.stdout) && Date.now() < until && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 20))
    await new Promise((done) => setTimeout(done, 100))
    if (end.key !== undefined) child.stdin.write(end.key)
    else process.kill(Number(/\d+/.exec(outcome.stdout)?.[0]), end.signal)
    const { code, hung } = await ended
    if (hung || !expected.includes(code))
      wrongs.push(`${args[0]}, ${end.key ? 'Ctrl-C' : end.signal}: ${hung ? 'hung' : code} ${outcome.stdout}`)
    const left = await clientele(place, ['count'])
    if (left.stdout !== '2\n') wrongs.push(`${args[0]}: ${left.stdout} clients`)
  }
  mkdirSync(place, { recursive: true })
  for (const name of ['Anna First', 'Anna Second']) await clientele(place, ['add', name])
  await ask(['merge', '1', '2'], { key: '\u0003' }, [130])
  if (!quick) {
    await ask(['show', 'anna'], { key: '\u0003' }, [130])
    for (const signal of SIGNALS) await ask(['merge', '1', '2'], { signal }, [130, 128 + constants.signals[signal]])
  }
  for (const line of wrongs) say(line)
  return [
    { what: 'signals on a question', figure: `${asked} questions, ${wrongs.length} wrong`, ok: wrongs.length === 0 },
  ]
}

/** Output that nobody takes, that is taken slowly, or that has no room. */
async function outputs({ quick, folder, program, env, clientele, say }) {
  const place = join(folder, 'long')
  mkdirSync(place, { recursive: true })
  const rows = quick ? 800 : 4_000
  writeFileSync(
    join(place, 'rows.csv'),
    `Name,Phone,Note\n${Array.from({ length: rows }, (_, index) => `Ёлка ${index},+7916${String(index).padStart(7, '0')},"${'ж'.repeat(60)}"\n`).join('')}`,
  )
  const imported = await clientele(place, ['import', 'rows.csv'])
  const wrongs = imported.code === 0 ? [] : [imported.stderr]
  const shell = (script) =>
    start(['bash', '-c', `c() { "$NODE" "$PROGRAM" "$@"; }\n${script}`], {
      env: { ...env(place), NODE: process.execPath, PROGRAM: program },
      cwd: place,
    }).ended
  const verbs = quick
    ? ['list --json', 'export']
    : ['list', 'list --json', 'list --format csv', 'export', 'export --format vcf', 'history', 'dedupe --clusters']
  let tried = 0
  const expect = async (what, script, fits) => {
    tried += 1
    const outcome = await shell(script)
    const wrong = fits(outcome)
    if (wrong)
      wrongs.push(
        `${what}: ${wrong === true ? '' : wrong} exit ${outcome.code}, ${outcome.stdout.slice(0, 200)}${outcome.stderr.slice(0, 300)}`,
      )
  }
  for (const verb of verbs) {
    await expect(
      `${verb} | head`,
      `c ${verb} | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
      ({ stdout, stderr }) => stdout !== '0\n' || stderr !== '',
    )
    await expect(
      `${verb} | true`,
      `set -o pipefail; c ${verb} | true`,
      ({ code, stderr }) => code !== 0 || stderr !== '',
    )
    await expect(`${verb} > /dev/full`, `c ${verb} > /dev/full`, ({ code, stderr }) => code !== 1 || unclear(stderr))
    // Neither may a file of the program's own come to stand where standard output was, and be written into.
    await expect(
      `${verb} >&-`,
      `c ${verb} >&-; code=$?; c check >/dev/null || code=99; exit $code`,
      ({ code }) => ![0, 1].includes(code),
    )
    await expect(
      `${verb} 2>&-`,
      `c ${verb} 2>&- | wc -l; c check >/dev/null || exit 99`,
      ({ code, stdout }) => code !== 0 || Number(stdout) < 1,
    )
    await expect(
      `${verb} into a slow pipe`,
      `c ${verb} > whole; c ${verb} | (sleep 0.4; while IFS= read -r -n 20000 -d '' part || [ -n "$part" ]; do printf '%s' "$part"; done) > slow; cmp whole slow`,
      ({ code, stderr }) => code !== 0 || stderr !== '',
    )
  }
  await expect(
    'add >&- 2>&- <&-',
    'c add "Nobody Hears" >&- 2>&- <&-; code=$?; c check > /dev/null || code=99; c list "Nobody Hears" --json | grep -q "Nobody Hears" || code=98; exit $code',
    ({ code }) => ![0, 1].includes(code),
  )
  await expect('an error that nobody hears', 'c show nobody-there 2>/dev/full >/dev/full', ({ code }) => code !== 3)
  await expect('a mistake without a stderr', 'c no-such-verb 2>&-', ({ code }) => code !== 2)
  for (const line of wrongs.slice(0, 8)) say(line)
  return [
    { what: 'output that nobody takes', figure: `${tried} ways, ${wrongs.length} wrong`, ok: wrongs.length === 0 },
  ]
}
