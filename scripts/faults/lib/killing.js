// Ends runs of the program at a moment of chance, as a machine that loses its power does, only oftener.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { environment, start } from './hurt.js'

/** The program on one base: how it is started, and how it is started to be killed. */
export function programOn(bin, folder, base, more = {}) {
  mkdirSync(folder, { recursive: true })
  const env = environment(folder, { CLIENTELE_DB: base, CLIENTELE_WAIT: '45', CLIENTELE_LANG: 'en', ...more })
  const begin = (args) => start([process.execPath, resolve(bin), ...args], { env, cwd: folder, limit: 120_000 })
  return {
    run: (...args) => begin(args).ended,
    /** Kills it after so many milliseconds; `killed` is false when it was done before. */
    async killed(after, ...args) {
      const { child, ended } = begin(args)
      const timer = setTimeout(() => child.kill('SIGKILL'), after)
      const outcome = await ended
      clearTimeout(timer)
      return { ...outcome, killed: outcome.signal === 'SIGKILL' && !outcome.hung }
    },
  }
}

/** How long a run takes now, in milliseconds: the longest of some, as many at once as there will be later. */
export async function lengthOf(runs) {
  const times = await Promise.all(
    runs.map(async (run) => {
      const began = performance.now()
      const { code, stderr } = await run()
      if (code !== 0) throw new Error(`a run that nobody disturbed ended with ${code}: ${stderr}`)
      return performance.now() - began
    }),
  )
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]
}

/**
 * Moments in a run: any, from before the first line of the program to a little behind the end; one in three in the second half, where it
 * writes. How long a run takes changes with what else the machine does, so the moments move with what the last ones have met.
 */
export function momentsIn(length, chance) {
  return {
    next: () => (chance() < 1 / 3 ? length * (0.5 + chance() * 0.6) : length * chance() * 1.1),
    met(isDone) {
      length *= isDone ? 0.97 : 1.02
    },
    told: () => `${Math.round(length)} ms`,
  }
}

/** Tries, some at once, until so many runs were killed; those that were done before their moment do not count. */
export async function untilKilled(wanted, width, attempt) {
  let [begun, left] = [0, wanted]
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (left > 0) {
        left -= 1
        begun += 1
        if (!(await attempt(begun - 1))) left += 1
      }
    }),
  )
}
