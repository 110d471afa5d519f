import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Asker, Output, World } from '../src/cli/context.js'
import { yesOrNo } from '../src/cli/insisting.js'
import type { Keys } from '../src/cli/keys.js'
import { cancelled } from '../src/errors.js'
import { main, zones } from '../src/main.js'

/** The moment at which the clock of a test stands unless it says otherwise: a Sunday in Kyiv. */
export const NOW = '2026-11-22T09:30:00'
export const ZONE = 'Europe/Kyiv'

/** An answer that stands for Ctrl-C. */
export const CTRL_C = '^C'

export interface FakeOptions {
  /** Where HOME is made; the test removes it. */
  folder: string
  env?: Record<string, string | undefined>
  now?: Date
  /** Both ends are a terminal. */
  terminal?: boolean
  columns?: number
  stdin?: string | Uint8Array
  /** What is answered, in order: text; for a choice its number or a part of it; `y` or `n`; `^C`. */
  answers?: readonly string[]
  /** Standard output cannot take what is written: the disk is full, say. */
  outputFails?: Error
  /** Asked by long work: has the user pressed Ctrl-C? */
  interrupted?: () => boolean
}

export interface FakeWorld extends World {
  /** Everything written, in order, so that a transcript can show both streams as a terminal would. */
  written: { to: 'stdout' | 'stderr' | 'asker'; text: string }[]
  output(): string
  errors(): string
  unanswered(): string[]
}

export function fakeWorld(options: FakeOptions): FakeWorld {
  const home = join(options.folder, 'home')
  mkdirSync(home, { recursive: true })
  const written: FakeWorld['written'] = []
  const answers = [...(options.answers ?? [])]
  const terminal = options.terminal === true
  const stream = (to: 'stdout' | 'stderr'): Output => {
    const decoder = new TextDecoder()
    return {
      write: (text) => {
        written.push({ to, text: typeof text === 'string' ? text : decoder.decode(text, { stream: true }) })
      },
      isTerminal: terminal,
      columns: terminal ? (options.columns ?? 80) : null,
      open: () => true,
      failure: () => (to === 'stdout' ? (options.outputFails ?? null) : null),
    }
  }
  const all = (to: string): string =>
    written
      .filter((each) => each.to === to)
      .map(({ text }) => text)
      .join('')
  return {
    env: {
      HOME: home,
      PATH: '/usr/bin:/bin',
      LANG: 'C',
      NO_COLOR: '1',
      CLIENTELE_DB: join(options.folder, 'clients.db'),
      CLIENTELE_NOW: NOW,
      CLIENTELE_TZ: ZONE,
      ...options.env,
    },
    home,
    user: () => 'olha@desk',
    now: () => options.now ?? new Date('2026-11-22T07:30:00Z'),
    ...zones,
    machineZone: () => 'UTC',
    program: { node: '/usr/bin/node', script: '/opt/clientele/bin/clientele.js' },
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: {
      isTerminal: terminal && options.stdin === undefined,
      async *bytes() {
        const given = options.stdin ?? ''
        yield typeof given === 'string' ? new TextEncoder().encode(given) : given
      },
    },
    watchInterrupts: () => options.interrupted ?? (() => false),
    asker: async () => scripted(answers, (text) => written.push({ to: 'asker', text })),
    keys: async () => scriptedKeys(answers, (text) => written.push({ to: 'asker', text })),
    written,
    output: () => all('stdout'),
    errors: () => all('stderr'),
    unanswered: () => answers,
  }
}

/** Answers what is asked from a list, and writes down the questions. */
function scripted(answers: string[], note: (text: string) => void): Asker {
  const take = (message: string): string => {
    note(`${message}\n`)
    const answer = answers.shift()
    if (answer === undefined) throw new Error(`the test has no answer to: ${message}`)
    if (answer === CTRL_C) throw cancelled()
    return answer
  }
  const choose = (choices: readonly { name: string; value: string }[], answer: string): string => {
    for (const [index, { name }] of choices.entries()) note(`  ${index + 1}) ${name}\n`)
    const chosen = /^\d+$/.test(answer)
      ? choices[Number(answer) - 1]
      : choices.find(({ name }) => name.includes(answer))
    if (!chosen) throw new Error(`no choice fits ${answer}`)
    return chosen.value
  }
  return {
    input: async (message, { check } = {}) => {
      for (;;) {
        const answer = take(message)
        const verdict = check?.(answer) ?? true
        if (verdict === true) return answer
        note(`${verdict}\n`)
      }
    },
    select: async (message, choices) => {
      note('')
      return choose(choices, take(message))
    },
    confirm: async (message, { words }) => {
      for (;;) {
        const said = yesOrNo(take(message))
        if (said !== null) return said
        note(`${words.again}\n`)
      }
    },
    password: async (message) => take(message),
    search: async (message, find) => {
      const [text = '', pick = '1'] = take(message).split(' / ')
      return choose(await find(text), pick)
    },
  }
}

/** Presses keys from the same list: a letter, the name of a key such as `left`, `^C`; the terminal closes behind the last one. */
function scriptedKeys(answers: string[], note: (text: string) => void): Keys {
  return {
    next: async () => {
      const key = answers.shift()
      if (key === undefined) return null
      note(`[${key}]\n`)
      const ctrl = key === CTRL_C
      return { text: key.length === 1 ? key : '', name: ctrl ? 'c' : key.toLowerCase(), ctrl }
    },
    close: () => {},
  }
}

export interface Ran {
  code: number
  stdout: string
  stderr: string
  world: FakeWorld
}

/** Runs one command line in a world of its own; the zone of the test's process is put back afterwards. */
export async function runIn(options: FakeOptions, ...argv: string[]): Promise<Ran> {
  const world = fakeWorld(options)
  const zone = process.env.TZ
  try {
    const code = await main(argv, world)
    return { code, stdout: world.output(), stderr: world.errors(), world }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}
