import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSound, filesIn, Program, pause, start, works, writeCsv } from './program.js'

/* What surrounds the process: variables, locale, zone, colour, pipes, rights, signals. */

const ESC = '\u001b'
const NOW = ['--now', '2026-11-22T23:30']
const CAN_HAVE_TERMINAL = works('script', '-qec', 'true', '/dev/null')

let program: Program
/** Five thousand clients: their list is larger than a pipe holds. */
let large: string

beforeAll(async () => {
  program = await Program.build()
  large = join(program.work, 'large.db')
  await program.ok(['--db', large, 'import', writeCsv(program.work, 5_000)])
})

afterAll(() => program?.remove())

test('it runs without any environment, as from cron', async () => {
  const { code, stdout, stderr } = await start(['/usr/bin/env', '-i', ...program.command(['--db', 'x', 'today'])], {
    cwd: program.work,
  }).ended
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(statSync(join(program.work, 'x')).mode & 0o777).toBe(0o600)
})

describe('JSON does not depend on the locale and zone of the terminal', () => {
  const LOCALES = ['C', 'ru_RU.UTF-8', 'uk_UA.UTF-8']
  const ZONES = [undefined, 'Asia/Tokyo', 'America/New_York']
  const environments = LOCALES.flatMap((locale) =>
    ZONES.map((zone) => ({ LANG: locale, LC_ALL: locale, ...(zone === undefined ? {} : { TZ: zone }) })),
  )

  const fill = async (base: string, env: Record<string, string>): Promise<void> => {
    const at = ['--db', base, ...NOW]
    await program.ok([...at, 'add', 'Иванов Пётр', '--phone', '+79161234567', '--birthday', '23.11.1980'], { env })
    await program.ok(
      [...at, 'log', '1', 'talked', '--call', '--at', '2026-11-20 14:30', '--next', '2026-11-22 10:00 again'],
      { env },
    )
  }
  const read = async (base: string, env: Record<string, string>): Promise<string[]> => {
    const texts: string[] = []
    for (const args of [
      ['list', '--json'],
      ['show', '1', '--json'],
      ['today', '--json'],
    ])
      texts.push(await program.ok(['--db', base, ...NOW, ...args], { env }))
    return texts
  }

  test('what one base answers is the same to the byte', async () => {
    const base = join(program.work, 'answers.db')
    await fill(base, {})
    const expected = await read(base, {})
    expect(JSON.parse(expected[2] ?? '')).toMatchObject({ date: '2026-11-22', tasks: [{ number: 't1' }] })
    for (const env of environments) expect({ env, texts: await read(base, env) }).toEqual({ env, texts: expected })
  })

  test('what is written from there is the same to the byte', async () => {
    const expected: string[][] = []
    for (const [index, env] of [environments[0], environments[4], environments[8]].entries()) {
      const base = join(program.work, `written-${index}.db`)
      await fill(base, env ?? {})
      expected.push(await read(base, {}))
    }
    expect(expected[1]).toEqual(expected[0])
    expect(expected[2]).toEqual(expected[0])
  })
})

describe('a reader that has seen enough', () => {
  for (const verb of ['list', 'list --json', 'list --format ndjson', 'list --format ids', 'export --format csv'])
    test(`${verb} | head -1 ends quietly`, async () => {
      const { stdout, stderr } = await program.shell(
        `clientele --db "$LARGE" ${verb} | head -1 >/dev/null; echo "\${PIPESTATUS[@]}"`,
        { env: { LARGE: large } },
      )
      expect({ stdout, stderr }).toEqual({ stdout: '0 0\n', stderr: '' })
    })

  test('a reader that never reads is no failure, and an add before it is kept', async () => {
    const base = join(program.work, 'unread.db')
    const { stdout, stderr } = await program.shell('clientele --db unread.db add One | true; echo $PIPESTATUS')
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' })
    expect((await expectSound(base)).clients).toBe(1)
  })
})

describe('colour', () => {
  const list = (env: Record<string, string>, ...flags: string[]) =>
    program.run(['--db', large, 'list', '--limit', '3', ...flags], { env })

  test('a pipe gets none, unless it is forced; NO_COLOR and --no-color win; data never has any', async () => {
    const coloured = async (env: Record<string, string>, ...flags: string[]): Promise<boolean> => {
      const { code, stdout, stderr } = await list(env, ...flags)
      // Node itself warns on stderr when both variables are set; that must not come through.
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      return stdout.includes(ESC)
    }
    expect(await coloured({})).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true)
    expect(await coloured({ FORCE_COLOR: '0' })).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '' })).toBe(true)
    expect(await coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1' }, '--json')).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1' }, '--format', 'csv')).toBe(false)
  })

  test('a complaint has none in a pipe', async () => {
    const { code, stderr } = await program.run(['no-such-verb'])
    expect(code).toBe(2)
    expect(stderr).not.toContain(ESC)
    expect((await program.run(['no-such-verb'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stderr).not.toContain(
      ESC,
    )
  })

  test.skipIf(!CAN_HAVE_TERMINAL)('a terminal gets it, unless NO_COLOR or TERM=dumb says no', async () => {
    const onTerminal = async (env: Record<string, string>): Promise<boolean> => {
      const { stdout } = await start(
        ['script', '-qec', `"${process.execPath}" "${program.entry}" --db "${large}" list --limit 3`, '/dev/null'],
        { cwd: program.work, env: { ...program.env, TERM: 'xterm-256color', ...env } },
      ).ended
      expect(stdout).toContain('Name0')
      return stdout.includes(`${ESC}[1m`)
    }
    expect(await onTerminal({})).toBe(true)
    expect(await onTerminal({ NO_COLOR: '1' })).toBe(false)
    expect(await onTerminal({ TERM: 'dumb' })).toBe(false)
  })
})

test('the first command makes the base in the XDG data folder, for the user alone', async () => {
  const data = join(program.work, 'xdg', 'data')
  const config = join(program.work, 'xdg', 'config')
  const { code, stdout } = await program.shell('umask 000; clientele add "The First"', {
    env: { XDG_DATA_HOME: data, XDG_CONFIG_HOME: config },
  })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '1\n' })
  expect(filesIn(join(data, 'clientele'))).toEqual(['clientele.db'])
  expect((statSync(join(data, 'clientele')).mode & 0o777).toString(8)).toBe('700')
  expect((statSync(join(data, 'clientele', 'clientele.db')).mode & 0o777).toString(8)).toBe('600')
  expect(existsSync(config)).toBe(false)
})

test('without XDG variables the base is in ~/.local/share; a relative XDG_DATA_HOME does not count', async () => {
  const home = join(program.work, 'home')
  mkdirSync(home)
  await program.ok(['add', 'The First'], { env: { HOME: home, XDG_DATA_HOME: 'relative' } })
  expect(filesIn(join(home, '.local', 'share', 'clientele'))).toEqual(['clientele.db'])
  expect(existsSync(join(program.work, 'relative'))).toBe(false)
})

describe('an import interrupted by Ctrl-C', () => {
  const ROWS = 40_000
  let folder: string
  let table: string

  beforeAll(() => {
    folder = join(program.work, 'interrupted')
    mkdirSync(folder)
    table = writeCsv(folder, ROWS, (index) => (index % 100 === 1 ? '31.02.1990' : '01.02.1990'))
  })

  const drafts = (): string[] => filesIn(folder).filter((name) => name.startsWith('.clientele-'))

  /** Interrupts an import that has begun to write its rejects, so is in the middle of the file. */
  async function interrupt(base: string) {
    await program.ok(['--db', base, 'add', 'Kept Before'])
    const { child, ended } = program.start(['--db', base, 'import', table, '--json'])
    while (child.exitCode === null && drafts().length === 0) await pause(1)
    child.kill('SIGINT')
    return ended
  }

  test('ends with 130 and leaves the base as it was', async () => {
    const base = join(folder, 'base.db')
    const { code, stdout } = await interrupt(base)
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect((await expectSound(base)).clients).toBe(1)
    expect(await program.count(base)).toBe(1)
  })

  test('says so and leaves no draft behind', async () => {
    const base = join(folder, 'draft.db')
    const { stderr } = await interrupt(base)
    expect(stderr).toBe('Cancelled.\n')
    expect(drafts()).toEqual([])
  })
})

test('a code cache that is broken or stale does no harm', async () => {
  const folder = join(program.folder, 'cached')
  for (const each of ['bin', 'dist', 'package.json'])
    cpSync(join(program.folder, each), join(folder, each), { recursive: true })
  const caches = filesIn(join(folder, 'dist')).filter((name) => name.endsWith('.cache'))
  for (const content of [Buffer.alloc(0), Buffer.alloc(5_000, 7)]) {
    for (const name of caches) writeFileSync(join(folder, 'dist', name), content)
    const { code, stdout, stderr } = await start(
      [process.execPath, join(folder, 'bin', 'clientele.js'), '--db', large, 'count'],
      { env: program.env },
    ).ended
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '5000\n', stderr: '' })
  }
})
