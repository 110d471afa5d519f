// The search for duplicates as whole processes, and the look-up of one new client: part of `npm run bench`.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeSet } from './quality-data.js'

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

/** A base of generated clients, every seventh of them a copy; made once. */
function baseOf({ folder, run }, clients) {
  const set = join(folder, `duplicates-${clients}`)
  const base = join(set, 'base.db')
  if (existsSync(base)) return base
  mkdirSync(set, { recursive: true })
  const { clients: table } = writeSet(set, clients, 1)
  run('--db', base, 'import', table, '--on-match', 'create', '--quiet')
  return base
}

/** Seconds and megabytes of one process, by GNU time. */
function measured({ program, env }, args) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %M', process.execPath, program, ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${status}\n${stderr}`)
  const [seconds, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { seconds, megabytes: Math.round(kilobytes / 1024) }
}

const LIMITS = { 10000: null, 100000: [6, 500], 1000000: [60, 1536] }

/** `dedupe --clusters` of bases of several sizes, against a bare node in the same run. */
export function benchDedupe(setting, sizes) {
  const bare = median(Array.from({ length: 5 }, () => setting.timed(process.execPath, ['-e', '0'])))
  for (const clients of sizes) {
    const base = baseOf(setting, clients)
    const rounds = Array.from({ length: clients > 200_000 ? 1 : 3 }, () =>
      measured(setting, ['--db', base, 'dedupe', '--clusters']),
    )
    const seconds = median(rounds.map((each) => each.seconds))
    const megabytes = Math.max(...rounds.map((each) => each.megabytes))
    const limit = LIMITS[clients]
    const within = !limit || (seconds <= limit[0] && megabytes <= limit[1]) ? 'ok  ' : 'OVER'
    console.log(
      `dedupe --clusters, ${clients} clients`.padEnd(40) +
        `${seconds.toFixed(2).padStart(6)} s ${String(megabytes).padStart(5)} MB  ${within}  ` +
        `${((seconds * 1000) / bare).toFixed(0)} × a bare node, ${((seconds * 1e6) / clients).toFixed(0)} µs a client`,
    )
  }
  benchNewcomer(setting, baseOf(setting, sizes.at(-1)), sizes.at(-1))
}

/** Somebody with a phone that the base has, against somebody it has nothing of, on a copy of the base. */
function benchNewcomer({ folder, timed, program, runs, run }, base, clients) {
  const rounds = Math.max(runs, 10)
  const known = JSON.parse(run('--db', base, 'list', 'has:phone', 'kind:person', '--limit', String(rounds), '--json'))
  const copy = join(folder, 'newcomers.db')
  copyFileSync(base, copy)
  const times = { known: [], unknown: [] }
  for (const [round, { phones }] of known.entries()) {
    const add = (phone) =>
      timed(process.execPath, [program, '--db', copy, 'add', `Zinaida Unheard${round}`, '--phone', phone])
    times.unknown.push(add(`+7999${String(round).padStart(7, '0')}`))
    times.known.push(add(phones[0].value))
  }
  rmSync(copy, { force: true })
  const [most, least] = [median(times.known), median(times.unknown)]
  console.log(
    `add, a phone of somebody among ${clients}`.padEnd(40) +
      `${(most - least).toFixed(1).padStart(6)} ms more than a new phone (limit 10)  ${most - least <= 10 ? 'ok' : 'OVER'}`,
  )
}
