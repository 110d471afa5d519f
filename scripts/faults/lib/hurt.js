// What the parts of the fault suite share: the built program as a process, and what lies on the disk after it.
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'

/** The clock of all runs, so that two runs of one command write the same. */
export const NOW = '2026-11-22T09:30:00'

export const works = (command, ...args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The environment is what is given here and nothing else: no settings or base of the user can be met. */
export function environment(home, more = {}) {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    LANG: 'C',
    CLIENTELE_NOW: NOW,
    CLIENTELE_TZ: 'UTC',
    CLIENTELE_WAIT: '1',
    ...more,
  }
}

/** A started process and how it ended: `code` as a shell tells it, 128 and the number of a signal. */
export function start([file, ...args], { env, cwd, input = '', limit = 60_000, detached = false } = {}) {
  const child = spawn(file, args, { env, cwd, detached, stdio: ['pipe', 'pipe', 'pipe'] })
  const outcome = { code: -1, signal: null, stdout: '', stderr: '', hung: false }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    outcome.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    outcome.stderr += text
  })
  child.stdin.on('error', () => {})
  if (input !== null) child.stdin.end(input)
  const timer = setTimeout(() => {
    outcome.hung = true
    child.kill('SIGKILL')
  }, limit)
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      outcome.signal = signal
      outcome.code = signal === null ? code : 128 + constants.signals[signal]
      resolve(outcome)
    })
  })
  return { child, outcome, ended }
}

export const ENDINGS = ['', '-wal', '-shm']

export function query(file, ...statements) {
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (opening) => {
      if (opening) return reject(opening)
      const last = statements.pop()
      handle.exec(statements.join(';'), (error) => {
        if (error) return handle.close(() => reject(error))
        handle.all(last, (failure, rows) =>
          handle.close((closing) => (failure || closing ? reject(failure ?? closing) : resolve(rows))),
        )
      })
    })
  })
}

/** Tables whose rows hold random bytes, or count tries, or only spare work: two runs need not agree on them. */
const NOT_COMPARED = new Set(['sqlite_sequence', 'matching_model', 'export_log', 'secret', 'day_entry', 'segment_look'])

/**
 * What a base holds, as one text; throws when it is not whole. Looks at a copy, so the program meets the original as the
 * accident left it.
 */
export async function contentOf(file, look) {
  for (const ending of ENDINGS) rmSync(look + ending, { force: true })
  copyFileSync(file, look)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${look}-wal`)
  try {
    const whole = await query(look, 'pragma integrity_check')
    if (whole.length !== 1 || whole[0].integrity_check !== 'ok') throw new Error(`${file}: ${JSON.stringify(whole)}`)
    const orphans = await query(look, 'pragma foreign_key_check')
    if (orphans.length > 0) throw new Error(`${file}: ${JSON.stringify(orphans)}`)
    const tables = await query(
      look,
      "select name from sqlite_master where type = 'table' and name not like 'client_search%' order by name",
    )
    const parts = [JSON.stringify(await query(look, 'pragma user_version'))]
    for (const { name } of tables)
      if (!NOT_COMPARED.has(name)) parts.push(`${name} ${JSON.stringify(await query(look, `select * from "${name}"`))}`)
    parts.push(JSON.stringify(await query(look, 'select rowid from client_search order by rowid')))
    return parts.join('\n')
  } finally {
    for (const ending of ENDINGS) rmSync(look + ending, { force: true })
  }
}

/** All files below a folder, by their names within it. */
export function filesBelow(folder, within = '') {
  const names = []
  for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
    const name = join(within, entry.name)
    if (entry.isDirectory()) names.push(...filesBelow(folder, name))
    else names.push(name)
  }
  return names.sort()
}

/** Names that only a program that was stopped leaves: drafts, and journals of drafts. */
export const isDraft = (name) => /\.part\b|\.part-|\.new-|\.draft|-journal$/.test(name)

/**
 * What a folder holds under final names, and the drafts beside them. Throws when a base or a copy is not whole, unless one
 * that was `broken` before lies there.
 */
export async function holds(folder, look, { broken = false } = {}) {
  const finals = {}
  const drafts = []
  for (const name of filesBelow(folder)) {
    if (isDraft(name)) drafts.push(name)
    else if (!/-(wal|shm)$/.test(name)) {
      const file = join(folder, name)
      const bytes = readFileSync(file)
      const text = bytes.toString('latin1')
      if (!text.startsWith('SQLite format 3')) finals[name] = text
      else finals[name] = await contentOf(file, look).catch((error) => (broken ? text : Promise.reject(error)))
    }
  }
  return { finals, drafts }
}

/** Makes the files of a folder as old as an hour: what a stopped program left, met the next morning. */
export function age(folder) {
  const then = Date.now() / 1000 - 3_600
  for (const name of filesBelow(folder)) utimesSync(join(folder, name), then, then)
}

export function copyFolder(from, to) {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name))
    else if (!entry.name.endsWith('-shm')) copyFileSync(join(from, entry.name), join(to, entry.name))
}

/** What was said beyond what is said when all goes well: a plan, or where a copy is. */
export function beyond(stderr, usual) {
  const known = new Set(usual.split('\n'))
  return stderr
    .split('\n')
    .filter((line) => line === '' || !known.has(line))
    .join('\n')
    .replace(/^.*(?:before-version|can get at|kept beside).*\n/gm, '')
}

/** Why what was said on stderr is not one clear sentence with perhaps a line of what to do; null when it is. */
export function unclear(stderr) {
  const lines = stderr.trimEnd().split('\n')
  if (stderr.trim() === '') return 'nothing was said'
  if (/\n\s+at |node:internal|bug in clientele|undefined|\[object/.test(stderr)) return 'a stack trace'
  if (/SQLITE_|\bsqlite\b/i.test(stderr)) return 'a text of SQLite'
  if (/\b(E[A-Z]{3,}): /.test(stderr)) return 'a text of the system'
  if (lines.length > 3) return `${lines.length} lines`
  const odd = lines.find((line) => !/^\s*\S.*(?:[.?:]|kill \d+)$/.test(line))
  return odd === undefined ? null : `not a sentence: ${odd}`
}

/** A random sequence that is the same for the same seed. */
export function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Works through a list, so many at a time. */
export async function side(list, width, work) {
  const queue = [...list.entries()]
  await Promise.all(
    Array.from({ length: width }, async (_, worker) => {
      for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0], worker)
    }),
  )
}

export const sizeOf = (file) => (existsSync(file) ? statSync(file).size : 0)
