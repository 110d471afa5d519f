import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { runIn } from './world.js'

/*
 * Whole sessions at the terminal, as transcripts: test/sessions/*.txt. In a transcript
 *   # …             is a comment, `$ clientele …` a command, everything below it what was printed
 *   ! …             is a line of standard error, `[exit 3]` the exit code when it is not 0
 *   << …            (below a command) is a line of its standard input; \e \t \n \\ and \uXXXX may be used
 *   > …             (below a command) answers a question; the questions are shown as `? …`; ^C stands for Ctrl-C
 *   @terminal [80]  from here on both ends are a terminal of so many columns; `@pipe` ends that; `@width 120` changes it
 *   @bug what it is  the command below is known to answer otherwise; what stands below it is right, and is kept. Once the
 *                   program answers so, the line must go.
 *   $ NAME=value clientele … sets a variable for one command; $'…' knows the escapes of << lines
 *   $ cat, cp, write, ls, mode, same   are the few file commands a session needs (write takes its content from << lines)
 * A line of output that could be taken for one of these is shown with a leading backslash. Characters that a terminal would
 * act on are shown as <1B>, <U+202E>. Each file runs in a fresh folder, shown as <tmp>, with a copy of fixtures/ in it.
 * `npm run sessions` writes the transcripts anew: read the difference before keeping it.
 */

const HERE = dirname(fileURLToPath(import.meta.url))
const SESSIONS = join(HERE, 'sessions')
const UPDATE = process.env.UPDATE_SESSIONS === '1'

interface Step {
  /** Comments, directives and blank lines above the command, then the command and its << and > lines, as they stand. */
  lines: string[]
  directives: string[]
  command: string
  stdin: string[] | null
  answers: string[]
  expected: string[]
}

const newStep = (): Step => ({ lines: [], directives: [], command: '', stdin: null, answers: [], expected: [] })

function parse(text: string): { steps: Step[]; tail: string[] } {
  const steps: Step[] = []
  let step = newStep()
  let below: Step | null = null
  for (const line of text.split('\n')) {
    if (/^\$ /.test(line)) {
      step.command = line.slice(2)
      step.lines.push(line)
      steps.push(step)
      below = step
      step = newStep()
    } else if (below && step.lines.length === 0 && /^<<( |$)/.test(line)) {
      below.stdin ??= []
      below.stdin.push(line.slice(3))
      below.lines.push(line)
    } else if (below && step.lines.length === 0 && /^>( |$)/.test(line)) {
      below.answers.push(line.slice(2))
      below.lines.push(line)
    } else if (/^#( |$)/.test(line)) step.lines.push(line)
    else if (/^@/.test(line)) {
      step.directives.push(line.slice(1))
      step.lines.push(line)
    } else if (line === '' && step.lines.length > 0) step.lines.push(line)
    else if (step.lines.length === 0) below?.expected.push(line)
  }
  for (const { expected } of steps) while (expected[expected.length - 1] === '') expected.pop()
  return { steps, tail: step.lines }
}

const ESCAPES: Record<string, string> = { e: '\u001b', n: '\n', t: '\t', r: '\r', a: '\u0007', '\\': '\\', "'": "'" }

const withEscapes = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_, wide, narrow, letter) =>
    letter === undefined
      ? String.fromCharCode(Number.parseInt(wide ?? narrow, 16))
      : (ESCAPES[letter] ?? `\\${letter}`),
  )

/** Splits as a shell would: '…', "…", $'…', and a backslash before one character. */
function split(line: string): string[] {
  const words: string[] = []
  let word: string | null = null
  for (let rest = line; rest !== ''; ) {
    const [all = '', dollar, single, double, escaped, space, plain] =
      /^(?:\$'((?:[^'\\]|\\.)*)'|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\s+)|([^\s'"\\$]+|\$))/.exec(rest) ?? []
    if (all === '') throw new Error(`cannot read the command line at: ${rest}`)
    rest = rest.slice(all.length)
    if (space !== undefined) {
      if (word !== null) words.push(word)
      word = null
    } else {
      word =
        (word ?? '') +
        (dollar === undefined
          ? (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '')
          : withEscapes(dollar))
    }
  }
  if (word !== null) words.push(word)
  return words
}

/** Makes visible what a terminal would act on, line breaks and tabs aside. */
const visible = (text: string): string =>
  text
    .replace(/\r(?!\n)/g, '<0D>')
    .replace(/\r\n/g, '<0D>\n')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => {
      if (sign === '\n' || sign === '\t') return sign
      const code = sign.codePointAt(0) ?? 0
      return code < 256
        ? `<${code.toString(16).toUpperCase().padStart(2, '0')}>`
        : `<U+${code.toString(16).toUpperCase()}>`
    })

const MARKS = { stdout: '', stderr: '! ', asker: '? ' }

function shown(pieces: readonly { to: keyof typeof MARKS; text: string }[], folder: string): string[] {
  const joined: { to: keyof typeof MARKS; text: string }[] = []
  for (const { to, text } of pieces) {
    const last = joined[joined.length - 1]
    if (last?.to === to) last.text += text
    else if (text !== '') joined.push({ to, text })
  }
  return joined.flatMap(({ to, text }) => {
    const lines = visible(text).replaceAll(folder, '<tmp>').split('\n')
    const whole = lines[lines.length - 1] === ''
    if (whole) lines.pop()
    else lines[lines.length - 1] += '<no line break>'
    return lines.map((line) => {
      const marked = `${MARKS[to]}${line}`.replace(/^([!?]) $/, '$1')
      return to === 'stdout' && /^(# |#$|\$ |! |\? |> |<<|@|\\|\[exit )/.test(marked) ? `\\${marked}` : marked
    })
  })
}

const withoutInnerIds = (file: string): string =>
  readFileSync(file, 'utf8').replace(/"id":\d+,"client_id":/g, '"client_id":')

class Session {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-session-')))
  #terminal = false
  #columns = 80

  constructor() {
    cpSync(join(HERE, '..', 'fixtures'), join(this.folder, 'fixtures'), { recursive: true })
  }

  async play({ steps, tail }: ReturnType<typeof parse>): Promise<string> {
    const lines: string[] = []
    for (const step of steps) {
      const bug = step.directives.some((directive) => directive.startsWith('bug '))
      for (const directive of step.directives) this.#obey(directive)
      const got = await this.#run(step)
      if (!bug) lines.push(...step.lines, ...got, '')
      else if (isDeepStrictEqual(got, step.expected))
        lines.push(...step.lines.filter((line) => !line.startsWith('@bug ')), ...got, '')
      else lines.push(...step.lines, ...step.expected, '')
    }
    return [...lines, ...tail].join('\n').replace(/\n*$/, '\n')
  }

  #obey(directive: string): void {
    if (directive.startsWith('bug ')) return
    const [, name, columns] = /^(terminal|width|pipe)(?: (\d+))?$/.exec(directive) ?? []
    if (!name) throw new Error(`no such directive: @${directive}`)
    if (name !== 'width') this.#terminal = name === 'terminal'
    if (columns) this.#columns = Number(columns)
  }

  async #run({ command, stdin, answers }: Step): Promise<string[]> {
    const words = split(command.replaceAll('<tmp>', this.folder))
    const env: Record<string, string> = {}
    for (;;) {
      const [, name, value] = /^([A-Z_]+)=(.*)$/s.exec(words[0] ?? '') ?? []
      if (name === undefined) break
      env[name] = value ?? ''
      words.shift()
    }
    const [program = '', ...args] = words
    const given = stdin === null ? null : stdin.map((line) => `${withEscapes(line)}\n`).join('')
    if (program !== 'clientele') return this.#file(program, args, given)
    const { code, world } = await runIn(
      {
        folder: this.folder,
        env: { CLIENTELE_DB: 'clients.db', ...env },
        terminal: this.#terminal,
        columns: this.#columns,
        answers,
        ...(given === null ? {} : { stdin: given }),
      },
      ...args,
    )
    const lines = shown(world.written, this.folder)
    for (const answer of world.unanswered()) lines.push(`[nobody asked for: ${answer}]`)
    return code === 0 ? lines : [...lines, `[exit ${code}]`]
  }

  #file(program: string, args: readonly string[], given: string | null): string[] {
    const [first = '', second = ''] = args.map((arg) => join(this.folder, arg.replace(this.folder, '')))
    switch (program) {
      case 'cat':
        return shown([{ to: 'stdout', text: readFileSync(first, 'utf8') }], this.folder)
      case 'cp':
        cpSync(first, second)
        return []
      case 'write':
        mkdirSync(dirname(first), { recursive: true })
        writeFileSync(first, given ?? '')
        return []
      case 'same':
        // The numbers of dates, contacts and promises are each base's own.
        return [withoutInnerIds(first) === withoutInnerIds(second) ? 'the same' : 'different']
      case 'ls':
        return readdirSync(first).sort()
      case 'mode':
        return [(statSync(first).mode & 0o777).toString(8)]
      default:
        throw new Error(`a session knows no command ${program}`)
    }
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

describe('sessions', () => {
  for (const file of readdirSync(SESSIONS)
    .filter((name) => name.endsWith('.txt'))
    .sort())
    test(file, async () => {
      const path = join(SESSIONS, file)
      const expected = readFileSync(path, 'utf8')
      const session = new Session()
      const cwd = process.cwd()
      try {
        process.chdir(session.folder)
        const got = await session.play(parse(expected))
        if (UPDATE) {
          if (got !== expected) writeFileSync(path, got)
          // Read back, what was written must say the same commands again.
          expect(parse(got).steps.map(({ command }) => command)).toEqual(
            parse(expected).steps.map(({ command }) => command),
          )
        } else expect(got.split('\n')).toEqual(expected.split('\n'))
      } finally {
        process.chdir(cwd)
        session.end()
      }
    })
})
