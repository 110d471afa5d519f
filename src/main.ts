import { existsSync, fstatSync, realpathSync, statSync, unlinkSync, writeSync } from 'node:fs'
import type { Asker, Output, World } from './cli/context.js'
import type { LocalTime, Zone } from './domain/calendar.js'
import { watchDrafts } from './drafts.js'

/** Runs one command line in the real world, or in the one a test hands in, and answers with the exit code. */
export async function main(argv: readonly string[], given?: World): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    const world = given ?? realWorld()
    world.stdout.write(`${__VERSION__}\n`)
    return 0
  }
  const { run } = await import('./run.js')
  return run(argv, given ?? realWorld())
}

function realWorld(): World {
  // A base and all that is written beside it belong to the user alone.
  process.umask(0o077)
  return {
    env: process.env,
    user: () => {
      const { hostname, userInfo } = process.getBuiltinModule('node:os') as typeof import('node:os')
      return `${nameOf(userInfo)}@${hostname()}`
    },
    home: process.env.HOME ?? (process.getBuiltinModule('node:os') as typeof import('node:os')).homedir(),
    now: () => new Date(),
    ...zones,
    machineZone,
    program: { node: process.execPath, script: process.argv[1] ?? '' },
    stdout: outputOf(1),
    stderr: outputOf(2),
    stdin: { isTerminal: isTerminalAt(0), bytes: () => process.stdin },
    watchInterrupts: signals(),
    asker: async (): Promise<Asker> => (await import('./cli/ask.js')).terminalAsker(),
    keys: async () => (await import('./cli/keys.js')).terminalKeys(process.stdin),
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * A signal ends the program at once, as it always does, except that drafts which are in the making are taken away first. Long
 * work that ends itself has the first signal only noted. While neither is going on there is no listener, since a listener
 * waits for JavaScript to pause.
 */
function signals(): NonNullable<World['watchInterrupts']> {
  const drafts = new Set<string>()
  let [listening, watched, came] = [false, false, false]
  const end = (signal: NodeJS.Signals): void => {
    if (watched && !came) {
      came = true
      return
    }
    for (const file of drafts) {
      try {
        unlinkSync(file)
      } catch {
        // Not begun, or finished a moment ago.
      }
    }
    listen(false)
    process.kill(process.pid, signal)
  }
  const listen = (wanted: boolean): void => {
    if (wanted === listening) return
    listening = wanted
    for (const each of SIGNALS) process[wanted ? 'on' : 'removeListener'](each, end)
  }
  watchDrafts({
    begun: (file) => {
      drafts.add(file)
      listen(true)
    },
    ended: (file) => {
      drafts.delete(file)
      listen(watched || drafts.size > 0)
    },
  })
  return () => {
    watched = true
    listen(true)
    return () => came
  }
}

/** The name that goes with the process's number, not what the environment says; of a number without a name, the number. */
function nameOf(userInfo: typeof import('node:os').userInfo): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '?')
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

const isoDate = (instant: Date): string =>
  `${String(instant.getFullYear()).padStart(4, '0')}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`

const toLocal = (instant: Date): LocalTime => ({
  date: isoDate(instant),
  time: `${two(instant.getHours())}:${two(instant.getMinutes())}`,
})

const toInstant = ({ date, time }: LocalTime): Date =>
  new Date(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8)),
    Number(time.slice(0, 2)),
    Number(time.slice(3)),
  )

const ZONES = '/usr/share/zoneinfo'

/** The name by which a zone is set, or null when there is no such zone. */
function zoneNamed(name: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return null
  // Beside the regions the folder has files that are no zones, or none that Node knows: `leapseconds`, `Factory`, `right/…`.
  const isPlace = name === 'UTC' || /^(?!posix\/|right\/).+\//.test(name)
  if (isPlace && existsSync(`${ZONES}/${name}`) && !statSync(`${ZONES}/${name}`).isDirectory()) return name
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** The process's own zone is set, because a formatter for one zone costs more at the start than everything else together. */
function useZone(name: string): boolean {
  const zone = zoneNamed(name)
  if (zone === null) return false
  process.env.TZ = zone
  return true
}

/** Another zone: the process goes there for the moment that a question takes, and comes back. */
function inZone(name: string): Zone | null {
  const zone = zoneNamed(name)
  if (zone === null) return null
  const there = <T>(ask: () => T): T => {
    const here = process.env.TZ
    if (here === zone) return ask()
    process.env.TZ = zone
    try {
      return ask()
    } finally {
      if (here === undefined) delete process.env.TZ
      else process.env.TZ = here
    }
  }
  return { toLocal: (instant) => there(() => toLocal(instant)), toInstant: (local) => there(() => toInstant(local)) }
}

/** The zones of the real world, which tests use as well. */
export const zones: Pick<World, 'useZone' | 'toLocal' | 'toInstant' | 'inZone'> = {
  useZone,
  toLocal,
  toInstant,
  inZone,
}

/** TZ is the terminal's business: a mail from cron and a look at the terminal must agree on what day it is. */
function machineZone(): string {
  try {
    const zone = /zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(realpathSync('/etc/localtime'))?.[1]
    if (zone) return zone
  } catch {
    // No such file: another kind of system, or a container without zones.
  }
  return process.env.TZ ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The null device of Linux, which is a character device as a terminal is. */
const NULL_DEVICE = 0x103

/** Is this a terminal? Node's own answer loads its network modules, so it is asked only where it may be yes. */
function isTerminalAt(descriptor: number): boolean {
  try {
    const { rdev, isCharacterDevice } = withKind(descriptor)
    if (!isCharacterDevice || rdev === NULL_DEVICE) return false
  } catch {
    return false
  }
  return (process.getBuiltinModule('node:tty') as typeof import('node:tty')).isatty(descriptor)
}

function withKind(descriptor: number): { rdev: number; isCharacterDevice: boolean } {
  const stats = fstatSync(descriptor)
  return { rdev: stats.rdev, isCharacterDevice: stats.isCharacterDevice() }
}

/**
 * Writes straight to a descriptor: what was written is out when the call returns, a full disk is known at once, and
 * the stream that Node would open for it, with all its network modules, stays unloaded.
 */
function outputOf(descriptor: 1 | 2): Output {
  let open = true
  let failure: Error | null = null
  const isTerminal = isTerminalAt(descriptor)
  return {
    write: (text) => {
      let bytes: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text
      while (open && bytes.length > 0) {
        try {
          bytes = bytes.subarray(writeSync(descriptor, bytes))
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException
          // A pipe that does not block, and is full: wait a little for its reader.
          if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
          else {
            open = false
            // Whoever reads may have seen enough (`| head`): that is no error.
            if (code !== 'EPIPE') failure = error as Error
          }
        }
      }
    },
    isTerminal,
    get columns() {
      return isTerminal ? ((descriptor === 1 ? process.stdout : process.stderr).columns ?? null) : null
    },
    open: () => open,
    failure: () => failure,
  }
}
