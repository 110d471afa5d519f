import { existsSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isatty } from 'node:tty'
import type { Asker, Output, World } from './cli/context.js'

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
    home: process.env.HOME ?? homedir(),
    now: () => new Date(),
    useZone,
    machineZone,
    toLocal: (instant) => ({ date: isoDate(instant), time: `${two(instant.getHours())}:${two(instant.getMinutes())}` }),
    toInstant: ({ date, time }) =>
      new Date(
        Number(date.slice(0, 4)),
        Number(date.slice(5, 7)) - 1,
        Number(date.slice(8)),
        Number(time.slice(0, 2)),
        Number(time.slice(3)),
      ),
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    stdin: { isTerminal: isatty(0), bytes: () => process.stdin },
    watchInterrupts: () => {
      let came = false
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => {
          came = true
        })
      return () => came
    },
    asker: async (): Promise<Asker> => (await import('./cli/ask.js')).terminalAsker(),
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

const isoDate = (instant: Date): string =>
  `${String(instant.getFullYear()).padStart(4, '0')}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`

const ZONES = '/usr/share/zoneinfo'

/** The process's own zone is set, because a formatter for one zone costs more at the start than everything else together. */
function useZone(zone: string): boolean {
  const plain = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)
  if (!plain) return false
  if (!existsSync(`${ZONES}/${zone}`) || statSync(`${ZONES}/${zone}`).isDirectory()) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
    } catch {
      return false
    }
  }
  process.env.TZ = zone
  return true
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

/** A stream that is opened with the first word written to it: opening all three costs some milliseconds. */
function outputOf(descriptor: number, openStream: () => NodeJS.WriteStream): Output {
  let open = true
  let failure: Error | null = null
  let stream: NodeJS.WriteStream | null = null
  const opened = (): NodeJS.WriteStream => {
    if (stream) return stream
    stream = openStream()
    // Whoever reads may have seen enough (`| head`): that is no error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      open = false
      if (error.code !== 'EPIPE') failure = error
    })
    return stream
  }
  const isTerminal = isatty(descriptor)
  return {
    write: (text) => {
      if (open) opened().write(text)
    },
    isTerminal,
    get columns() {
      return isTerminal ? (opened().columns ?? null) : null
    },
    open: () => open,
    failure: () => failure,
    drained: () => new Promise((done) => (stream === null || !open ? done() : stream.write('', () => done()))),
  }
}
