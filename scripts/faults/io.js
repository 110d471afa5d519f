// Each single failing write: a library preloaded into the program lets the n-th call that changes a file fail, for every n
// until the command meets no fault any more, once and from then on for good. Whatever fails, the exit code is honest, one
// sentence is said, the base is whole, what was to be done is there whole or not at all, and the next run works.
// FAULTS_ONLY=add,import takes some of the commands, FAULTS_EVERY=5 each fifth fault, FAULTS_NOTES=<file> keeps all that is wrong.
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { commandsIn } from './lib/commands.js'
import { age, beyond, copyFolder, dice, environment, holds, side, start, unclear } from './lib/hurt.js'
import { canPreload, compileShim } from './lib/preload.js'

const EIO = 5
const ENOSPC = 28

/** What a fault is. A write that takes half of its bytes is none: whoever writes has to write the rest. */
const KINDS = [
  { key: 'EIO once', error: EIO, stays: false, always: true },
  { key: 'EIO for good', error: EIO, stays: true },
  { key: 'ENOSPC once', error: ENOSPC, stays: false },
  { key: 'ENOSPC for good', error: ENOSPC, stays: true, always: true },
  { key: 'half a write', error: 0, stays: false, harmless: true },
  { key: 'half a write, then ENOSPC', error: 0, stays: true },
]

/** More calls than these are many. */
const MANY = 120

/** How one run ended; `wrong` is why it may not. */
const ENDS = ['done', 'nothing done', 'done, though failed', 'wrong']

export async function run({ quick, bin, seed, folder, say }) {
  if (!canPreload) return [{ what: 'skipped', figure: 'no C compiler, or not Linux', ok: true }]
  const shim = compileShim(folder)
  const clientele = async (place, args, more = {}) => {
    const env = environment(join(place, 'home'), {
      UV_USE_IO_URING: '0',
      CLIENTELE_DB: join(place, 'base.db'),
      ...more,
    })
    return start([process.execPath, resolve(bin), ...args], { env, cwd: place }).ended
  }
  const only = process.env.FAULTS_ONLY?.split(',')
  const commands = (await commandsIn({ folder, clientele })).filter(
    ({ name, quick: share }) => (!quick || share) && (!only || only.includes(name)),
  )
  const random = dice(seed)
  const results = []
  for (const command of commands) {
    const result = await hurt(command, { clientele, folder, shim, quick, random, say })
    if (!quick) say(`${result.what}: ${result.figure}`)
    results.push(result)
  }
  return results
}

async function hurt(command, { clientele, folder, shim, quick, random, say }) {
  const { name, args } = command
  const from = await command.from()
  const place = (worker, what = 'run') => join(folder, `${what}-${worker}`)
  const look = (worker) => join(folder, `look-${worker}.db`)

  // How it goes without any fault, and what the same command does to a place where it has been done.
  const whole = place('clean')
  copyFolder(from, whole)
  const log = join(folder, 'calls')
  rmSync(log, { force: true })
  const broken = command.broken === true
  const before = await holds(whole, look('clean'), { broken })
  const first = await clientele(whole, args, { LD_PRELOAD: shim, FAULT_FOLDER: whole, FAULT_LOG: log })
  const called = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []
  const calls = called.length
  const after = await holds(whole, look('clean'), { broken })
  const again = await clientele(whole, args)
  const afterAgain = await holds(whole, look('clean'), { broken })
  if (after.drafts.length > 0)
    return { what: name, figure: `leaves ${after.drafts.join(', ')} without a fault`, ok: false }
  if (calls === 0) return { what: name, figure: `made no call; exit ${first.code}: ${first.stderr}`, ok: false }

  // What may be whole while the rest is not done: a base that was brought up has been, whatever becomes of the command.
  const halfway = []
  for (const step of command.halfway ?? []) {
    const there = join(folder, 'halfway')
    copyFolder(from, there)
    await clientele(there, step)
    halfway.push((await holds(there, look('clean'))).finals)
  }

  const points = []
  // Of a long row of calls every one fails once and for good, and takes turns with the other ways.
  for (let at = 1; at <= calls + 8; at += 1)
    for (const [index, kind] of KINDS.entries())
      if (calls <= MANY || kind.always || index % 4 === at % 4)
        if (kind.error !== 0 || /^\d+ p?writev? /.test(called[at - 1] ?? '0 write ')) points.push({ at, kind })
  const every = Number(process.env.FAULTS_EVERY ?? 1)
  const reached = points.filter(({ at }) => at <= calls)
  const tried = quick ? pick(reached, command.quick, random) : points.filter((_, index) => index % every === 0)

  const counts = Object.fromEntries(ENDS.map((end) => [end, 0]))
  let met = 0
  let unsaid = 0
  const wrongs = []
  await side(tried, 2, async ({ at, kind }, index, worker) => {
    const here = place(worker)
    copyFolder(from, here)
    const record = join(folder, `calls-${worker}`)
    rmSync(record, { force: true })
    const fault = {
      LD_PRELOAD: shim,
      FAULT_FOLDER: here,
      FAULT_LOG: record,
      FAULT_AT: String(at),
      FAULT_ERROR: String(kind.error),
      FAULT_STAYS: kind.stays ? '1' : '0',
    }
    const outcome = await clientele(here, args, fault)
    const hit = existsSync(record) ? /^\d+! (.*)$/m.exec(readFileSync(record, 'utf8'))?.[1] : undefined
    if (hit === undefined) return
    met += 1
    const found = []
    const wrong = (what) => found.push(what)
    let state = { finals: {}, drafts: [] }
    let end = 'wrong'
    try {
      state = await holds(here, look(worker), { broken })
      if (outcome.hung) wrong('it hung')
      const differing = (other) =>
        [...new Set([...Object.keys(state.finals), ...Object.keys(other.finals)])].filter(
          (file) => state.finals[file] !== other.finals[file],
        )
      const lacking = differing(after)
      if (outcome.code === first.code) {
        if (lacking.length > 0) wrong(`exit ${outcome.code}, but not as it should be: ${lacking.join(', ')}`)
        else end = 'done'
      } else {
        if (kind.harmless) wrong(`exit ${outcome.code} though only half a write was made at first`)
        if (![1, 5, 7].includes(outcome.code)) wrong(`exit ${outcome.code}`)
        const said = unclear(beyond(outcome.stderr, first.stderr))
        if (said !== null) wrong(said)
        const half = lacking.filter(
          (file) =>
            state.finals[file] !== undefined &&
            state.finals[file] !== before.finals[file] &&
            !halfway.some((finals) => finals[file] === state.finals[file]),
        )
        if (half.length > 0) wrong(`half done: ${half.join(', ')}`)
        const lost = Object.keys(before.finals).filter(
          (file) => state.finals[file] === undefined && file in after.finals,
        )
        if (lost.length > 0) wrong(`lost: ${lost.join(', ')}`)
        end = lacking.length === 0 ? 'done, though failed' : 'nothing done'
        if (end === 'done, though failed' && /Nothing of this command/.test(outcome.stderr))
          wrong('says that nothing was written, but it was')
      }
      // The next morning, on a disk that works.
      // After a run without harm it is looked at now and then only.
      if (end !== 'done' || state.drafts.length > 0 || index % 4 === 0) {
        age(here)
        const next = await clientele(here, args)
        const then = await holds(here, look(worker), { broken })
        if (![first.code, again.code].includes(next.code))
          wrong(`the next run: exit ${next.code}: ${next.stderr.trim()}`)
        const same = (other) =>
          Object.keys(other.finals).every((file) => then.finals[file] === other.finals[file]) &&
          Object.keys(then.finals).every((file) => other.finals[file] !== undefined || /before-/.test(file))
        if (!same(after) && !same(afterAgain))
          wrong(`the next run did not end as it should: ${Object.keys(then.finals)}`)
        // A run that is refused at the door tidies nothing up.
        if (then.drafts.length > 0 && next.code === first.code)
          wrong(`left even after the next run: ${then.drafts.join(', ')}`)
        if (index % 5 === 0 && name !== 'config') {
          const checked = await clientele(here, ['check'])
          if (checked.code !== 0) wrong(`check: exit ${checked.code}: ${checked.stdout}${checked.stderr}`)
        }
      }
      if (state.drafts.length > 0) unsaid += 1
    } catch (error) {
      wrong(error instanceof Error ? error.message : String(error))
    }
    if (found.length > 0) {
      end = 'wrong'
      wrongs.push(`${name}, ${kind.key}, call ${at} (${hit.replaceAll(here, '')}): ${found.join('; ')}`)
      if (process.env.FAULTS_NOTES)
        appendFileSync(process.env.FAULTS_NOTES, `${wrongs.at(-1)}\n    exit ${outcome.code} ${outcome.stderr}\n`)
    }
    counts[end] += 1
  })
  for (const line of wrongs.slice(0, 12)) say(line)
  if (wrongs.length > 12) say(`… and ${wrongs.length - 12} more`)
  const figure = `${met} faults in ${quick ? `${tried.length} of ` : ''}${calls} calls: ${ENDS.map((end) => `${counts[end]} ${end}`).join(', ')}${unsaid > 0 ? `; ${unsaid} left a draft for the next run` : ''}`
  return { what: name, figure, ok: wrongs.length === 0 && met > 0 }
}

/** Some of a list, spread over it. */
function pick(points, count, random) {
  const step = points.length / count
  return Array.from({ length: count }, (_, index) => points[Math.floor(index * step + random() * step)])
}
