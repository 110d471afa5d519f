import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import sqlite3 from 'sqlite3'
import { expect } from 'vitest'

/*
 * What the tests of the built program share: a private build, since dist/ may be rebuilt while they run, and the program
 * run as a process of its own.
 */

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** Higher numbers everywhere, for a long run. */
export const STRESS = process.env.CLIENTELE_STRESS === '1'

export interface Outcome {
  /** As a shell tells it: 128 and the number of the signal when one ended the process. */
  code: number
  stdout: string
  stderr: string
}

export interface RunOptions {
  env?: Record<string, string>
  input?: string
  cwd?: string
}

const running = new Set<ChildProcess>()

/** A started process, and how it ended. Its environment is what is given and nothing else. */
export function start(command: readonly string[], { env = {}, input, cwd }: RunOptions = {}) {
  const [file = '', ...args] = command
  const child = spawn(file, args, { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  running.add(child)
  const outcome: Outcome = { code: -1, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    outcome.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    outcome.stderr += text
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      outcome.code = signal === null ? (code ?? -1) : 128 + constants.signals[signal]
      resolve(outcome)
    })
  })
  return { child, outcome, ended }
}

/** The program built into a folder of its own inside the repository, so that it finds the repository's node_modules. */
export class Program {
  readonly entry: string
  /** A folder for bases, and the program's home. */
  readonly work: string

  private constructor(readonly folder: string) {
    this.entry = join(folder, 'bin', 'clientele.js')
    this.work = mkdtempSync(join(tmpdir(), 'clientele-binary-'))
    // Some tests run as another user, who must be able to come this far.
    chmodSync(this.work, 0o755)
  }

  static async build(): Promise<Program> {
    mkdirSync(join(REPOSITORY, '.bench'), { recursive: true })
    const folder = mkdtempSync(join(REPOSITORY, '.bench', `binary-${process.pid}-`))
    chmodSync(folder, 0o755)
    for (const each of [
      'package.json',
      'tsconfig.json',
      'LICENSE',
      'README.md',
      'bin',
      'src',
      'scripts',
      'fixtures/demo',
    ])
      if (existsSync(join(REPOSITORY, each))) cpSync(join(REPOSITORY, each), join(folder, each), { recursive: true })
    await promisify(execFile)(process.execPath, ['scripts/build.js'], { cwd: folder })
    return new Program(folder)
  }

  remove(): void {
    for (const child of running) child.kill('SIGKILL')
    for (const each of [this.folder, this.work]) rmSync(each, { recursive: true, force: true })
  }

  get env(): Record<string, string> {
    return { PATH: process.env.PATH ?? '', HOME: this.work, LANG: 'C' }
  }

  command(args: readonly string[]): string[] {
    return [process.execPath, this.entry, ...args]
  }

  start(args: readonly string[], options: RunOptions = {}) {
    return start(this.command(args), { cwd: this.work, ...options, env: { ...this.env, ...options.env } })
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    return this.start(args, options).ended
  }

  /** Runs and expects success; answers with standard output. */
  async ok(args: readonly string[], options: RunOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, options)
    expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' })
    return stdout
  }

  /** A bash script in which `clientele` is the program. */
  shell(script: string, options: RunOptions = {}): Promise<Outcome> {
    const text = `clientele() { "$NODE" "$ENTRY" "$@"; }\n${script}`
    return start(['bash', '-c', text], {
      cwd: this.work,
      ...options,
      env: { ...this.env, NODE: process.execPath, ENTRY: this.entry, ...options.env },
    }).ended
  }

  count = async (base: string): Promise<number> => Number(await this.ok(['--db', base, 'count']))
}

/** Rows of a table that are all different from one another and valid. */
export function csvOf(rows: number, tail: (index: number) => string = () => '01.02.1990'): string {
  const lines = ['Name,Phone,Email,City,Note,Birthday']
  for (let index = 0; index < rows; index += 1)
    lines.push(
      `Name${index} Family${index},+7916${String(index).padStart(7, '0')},c${index}@example.com,Город ${index % 30},"note ${index}, a few words",${tail(index)}`,
    )
  return `${lines.join('\n')}\n`
}

export function writeCsv(folder: string, rows: number, tail?: (index: number) => string): string {
  const file = join(folder, `rows-${rows}.csv`)
  writeFileSync(file, csvOf(rows, tail))
  return file
}

export const endings = ['', '-wal', '-shm'] as const

/** A base with what belongs to it, as it lies on the disk at this moment. */
export function copyBase(from: string, to: string): void {
  for (const ending of endings) {
    rmSync(to + ending, { force: true })
    if (existsSync(from + ending) && ending !== '-shm') copyFileSync(from + ending, to + ending)
  }
}

/** SQLite's own answer, without the program. */
export function query<T = Record<string, unknown>>(file: string, ...statements: string[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (opening) => {
      if (opening) return reject(opening)
      const last = statements.pop() ?? ''
      handle.exec(statements.join(';'), (error) => {
        if (error) return handle.close(() => reject(error))
        handle.all<T>(last, (failure, rows) =>
          handle.close((closing) => (failure || closing ? reject(failure ?? closing) : resolve(rows))),
        )
      })
    })
  })
}

/** Checks what lies on the disk, on a copy, so that the program meets the original as the accident left it. */
export async function expectSound(file: string): Promise<{ clients: number; names: Map<number, string> }> {
  const copy = `${file}.looked-at`
  copyBase(file, copy)
  try {
    const checked = await query<{ integrity_check: string }>(copy, 'pragma integrity_check')
    expect(checked).toEqual([{ integrity_check: 'ok' }])
    expect(await query(copy, 'pragma foreign_key_check')).toEqual([])
    const clients = await query<{ id: number; name: string }>(copy, 'select id, name from client')
    const [searched] = await query<{ size: number }>(copy, 'select count(*) as size from client_search')
    expect(searched?.size).toBe(clients.length)
    return { clients: clients.length, names: new Map(clients.map(({ id, name }) => [id, name])) }
  } finally {
    for (const ending of endings) rmSync(copy + ending, { force: true })
  }
}

/** One sentence and perhaps one line of what to do next; never a stack. */
export function expectPlain(stderr: string): void {
  const lines = stderr.trimEnd().split('\n')
  expect(stderr).not.toBe('')
  expect(lines.length, stderr).toBeLessThanOrEqual(2)
  for (const line of lines) expect(line).toMatch(/^\S.*[.?]$/)
  expect(stderr).not.toMatch(/\n\s+at |node:internal|bug in clientele|undefined|\[object/)
}

export const filesIn = (folder: string): string[] => readdirSync(folder).sort()

/** Whether a shell line works here, asked once while the tests are collected. */
export function works(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
