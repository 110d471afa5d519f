import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesIn, Program, start, works } from './program.js'

/* What `schedule` prints is run as cron and systemd would run it: with no environment but its own, from paths that need quoting. */

const CAN_VERIFY = works('systemd-analyze', '--version')
/** Stands in the name of what is skipped. */
const NEEDS = CAN_VERIFY ? '' : ' (skipped: systemd-analyze is not installed here)'

let program: Program
/** The program and a base in folders whose names mean something to a shell, to cron and to systemd. */
let odd: string
let base: string
let entry: string

beforeAll(async () => {
  program = await Program.build()
  odd = join(program.folder, `it's 100% "o$HOME"`)
  entry = join(odd, 'bin', 'clientele.js')
  for (const each of ['bin', 'dist', 'package.json'])
    cpSync(join(program.folder, each), join(odd, each), { recursive: true })
  mkdirSync(join(program.work, 'бази 50% $x'))
  base = join(program.work, 'бази 50% $x', 'Ґалаґан.db')
  await program.ok(['--db', base, 'add', 'Ёлкина Анна', '--phone', '+7 916 000-00-01'])
  await program.ok(['--db', base, 'next', '1', 'today', 'позвонить про смету'])
})

afterAll(() => program?.remove())

const schedule = (...args: string[]) =>
  start([process.execPath, entry, '--db', base, '--lang', 'ru', 'schedule', ...args], {
    cwd: program.work,
    env: program.env,
  }).ended

/** What cron hands to the shell: the line behind its five fields, with per cent signs no longer escaped. */
const commandIn = (line: string): string => line.split(' ').slice(5).join(' ').replaceAll('\\%', '%')

const asCron = (command: string) => start(['/usr/bin/env', '-i', '/bin/sh', '-c', command], { cwd: '/', env: {} }).ended

async function lastLine(...args: string[]): Promise<string> {
  const { code, stdout } = await schedule('cron', ...args)
  expect(code).toBe(0)
  return stdout.trimEnd().split('\n').at(-1) ?? ''
}

describe('cron', () => {
  test('the line prints the day, in the language of the one who asked for it', async () => {
    const { code, stdout, stderr } = await asCron(commandIn(await lastLine()))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Ёлкина Анна')
    expect(stdout).toContain('позвонить про смету')
  })

  test('as HTML it is a page', async () => {
    const { code, stdout } = await asCron(commandIn(await lastLine('--format', 'html')))
    expect(code).toBe(0)
    expect(stdout).toMatch(/^<!doctype html>/i)
  })

  test('of two lines for two parts of the year one speaks at a time, and only at its hour', async () => {
    const { stdout } = await schedule('cron', '--tz', 'Europe/Kyiv', '--at', '08:30', '--json')
    const lines = (JSON.parse(stdout) as { lines: string[] }).lines.filter((line) => /^\d/.test(line))
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['30 5', '30 6'])
    const [line = ''] = lines
    const asked = /\[ .*? \] && /.exec(commandIn(line))?.[0] ?? ''
    const hour = async (wanted: string): Promise<string> =>
      (await asCron(`${asked.replace('= 08 ]', `= ${wanted} ]`)} echo now`)).stdout
    const now = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Kyiv', hour: '2-digit' }).format(new Date())
    expect(await hour(now)).toBe('now\n')
    expect(await hour(String((Number(now) + 1) % 24).padStart(2, '0'))).toBe('')
  })

  test('a day with nothing on it is silent, so nothing is mailed', async () => {
    const empty = join(program.work, 'empty.db')
    const { stdout } = await start([process.execPath, entry, '--db', empty, 'schedule', 'cron'], {
      env: program.env,
    }).ended
    const said = await asCron(commandIn(stdout.trimEnd().split('\n').at(-1) ?? ''))
    expect(said).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('systemd', () => {
  const write = async (name: string, ...args: string[]): Promise<string> => {
    const folder = join(program.work, name, 'user')
    const { code, stderr } = await schedule('systemd', '--write', folder, ...args)
    expect({ code, stderr }).toMatchObject({ code: 0 })
    expect(filesIn(folder)).toEqual(['clientele-today.service', 'clientele-today.timer'])
    return folder
  }

  /** What systemd has to say of units that are its own, in no other folder than this. */
  const verify = (folder: string) =>
    start(['systemd-analyze', '--user', 'verify', ...filesIn(folder).map((name) => join(folder, name))], {
      env: { ...program.env, XDG_RUNTIME_DIR: program.work, SYSTEMD_UNIT_PATH: `${folder}:` },
    }).ended

  test.skipIf(!CAN_VERIFY).each([
    ['as they are', []],
    ['for working days, in another zone', ['--days', 'mon-fri', '--at', '23:30', '--tz', 'America/New_York']],
    ['with a mail', ['--mail', 'anna@example.com', '--format', 'html']],
  ])(`accepts the units %s${NEEDS}`, async (name, args) => {
    const { code, stdout, stderr } = await verify(await write(`units ${name}`, ...args))
    const said = stderr
      .split('\n')
      // The machine that runs the tests may have no mail program, and units of its own that are amiss.
      .filter((line) => line.includes('clientele') && !/sendmail/.test(line))
    expect({ code, stdout, said }).toEqual({ code: 0, stdout: '', said: [] })
  })

  test.skipIf(!CAN_VERIFY)(`finds a unit that is wrong, so the test above can fail${NEEDS}`, async () => {
    const folder = await write('units that are wrong')
    const timer = join(folder, 'clientele-today.timer')
    writeFileSync(timer, readFileSync(timer, 'utf8').replace(/OnCalendar=.*/, 'OnCalendar=*-*-* 25:00:00 Mars/Olympus'))
    const { stderr } = await verify(folder)
    expect(stderr).toMatch(/clientele-today\.timer/)
  })

  test.skipIf(!works('systemd-analyze', 'calendar', '08:00 Europe/Kyiv'))('knows the hour', async () => {
    const timer = readFileSync(join(await write('hour', '--tz', 'Europe/Kyiv'), 'clientele-today.timer'), 'utf8')
    const calendar = /OnCalendar=(.*)/.exec(timer)?.[1] ?? ''
    const { code, stdout } = await start(
      ['systemd-analyze', 'calendar', '--base-time=2026-11-22 12:00:00 UTC', calendar],
      { env: { ...program.env, TZ: 'UTC' } },
    ).ended
    expect(code).toBe(0)
    expect(stdout).toMatch(/2026-11-23 06:00:00 UTC/)
  })

  test('units that are there are not written over without a word', async () => {
    const folder = await write('twice')
    const before = readFileSync(join(folder, 'clientele-today.timer'), 'utf8')
    const { code, stderr } = await schedule('systemd', '--write', folder, '--at', '09:00')
    expect(code).toBe(5)
    expect(stderr).toContain('--yes')
    expect(readFileSync(join(folder, 'clientele-today.timer'), 'utf8')).toBe(before)
    expect((await schedule('systemd', '--write', folder, '--at', '09:00', '--yes')).code).toBe(0)
    expect(readFileSync(join(folder, 'clientele-today.timer'), 'utf8')).toContain('09:00:00')
    expect((await schedule('systemd', '--write', join(program.work, 'tried'), '-n')).code).toBe(0)
    expect(existsSync(join(program.work, 'tried'))).toBe(false)
  })
})
