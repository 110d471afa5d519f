import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/sqlite.js'
import { type FakeOptions, type Ran, runIn } from '../world.js'

let folder: string

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-target-')))
  await run('add', 'Ёлкина Анна')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const runWith = (options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran> =>
  runIn({ folder, ...options }, ...argv)
const at = (...names: string[]): string => join(folder, ...names)
const csv = (target: string, ...more: string[]): Promise<Ran> => run('export', '-o', target, '--format', 'csv', ...more)

/** Every way to take a file out. */
const WAYS: string[][] = [
  ['--format', 'csv'],
  ['--form', '--format', 'md'],
  ['--client', '1', '--format', 'json'],
]

describe('an export is never written over', () => {
  const forced = async (target: string): Promise<number[]> => {
    const codes: number[] = []
    for (const way of WAYS) codes.push((await run('export', '-o', target, '--force', ...way)).code)
    return codes
  }

  test.each(['clients.db', 'clients.db-wal', 'clients.db-shm', 'clients.db-journal'])('%s', async (name) => {
    expect(await forced(at(name))).toEqual([5, 5, 5])
    expect(await forced(at('home', '..', name))).toEqual([5, 5, 5])
    symlinkSync(at(name), at('link'))
    expect(await forced(at('link'))).toEqual([5, 5, 5])
    expect((await run('count')).stdout).toBe('1\n')
  })

  test('the log beside a base that is in use', async () => {
    const db = await openDatabase(at('clients.db'), { create: false })
    try {
      await db.selectFrom('client').selectAll().execute()
      expect(await forced(at('clients.db-wal'))).toEqual([5, 5, 5])
    } finally {
      await db.destroy()
    }
  })

  test('a base that is called by a link, or lies behind one', async () => {
    symlinkSync(at('clients.db'), at('base.db'))
    mkdirSync(at('deep'))
    symlinkSync(folder, at('deep', 'up'))
    for (const target of ['clients.db', 'base.db', 'clients.db-wal', 'deep/up/clients.db', 'deep/up/base.db'])
      for (const CLIENTELE_DB of [at('base.db'), at('deep', 'up', 'clients.db')]) {
        const { code } = await runWith(
          { env: { CLIENTELE_DB } },
          ...['export', '-o', at(target), '--force', '--format', 'csv'],
        )
        expect({ target, code }).toEqual({ target, code: 5 })
      }
    expect((await run('count')).stdout).toBe('1\n')
  })

  test('the base that this command would make', async () => {
    const CLIENTELE_DB = at('new', 'clients.db')
    mkdirSync(at('new'))
    for (const ending of ['', '-wal', '-shm']) {
      const { code } = await runWith(
        { env: { CLIENTELE_DB } },
        ...['export', '-o', `${CLIENTELE_DB}${ending}`, '--force', '--format', 'csv'],
      )
      expect(code).toBe(5)
    }
    expect(readdirSync(at('new'))).toEqual([])
  })

  test('the settings, there or not yet', async () => {
    await run('config', 'set', 'lang', 'en')
    const file = readdirSync(at('home'), { recursive: true })
      .map(String)
      .find((name) => /clientele\/config/.test(name))
    const settings = at('home', file ?? '')
    const before = readFileSync(settings, 'utf8')
    expect(await forced(settings)).toEqual([5, 5, 5])
    expect(readFileSync(settings, 'utf8')).toBe(before)
    rmSync(settings)
    expect(await forced(settings)).toEqual([5, 5, 5])
    expect(existsSync(settings)).toBe(false)
  })

  test('a backup, wherever it is', async () => {
    expect((await run('backup', at('copy.sav'))).code).toBe(0)
    const before = statSync(at('copy.sav')).size
    expect(await forced(at('copy.sav'))).toEqual([5, 5, 5])
    expect(statSync(at('copy.sav')).size).toBe(before)
    writeFileSync(at('clients.db.age'), 'age-encryption.org/v1\n')
    expect(await forced(at('clients.db.age'))).toEqual([5, 5, 5])
    linkSync(at('copy.sav'), at('hard'))
    expect(await forced(at('hard'))).toEqual([5, 5, 5])
  })
})

describe('a name', () => {
  test('that is taken is refused without --force', async () => {
    writeFileSync(at('a.csv'), 'precious')
    symlinkSync(at('nowhere.csv'), at('dangling.csv'))
    for (const name of ['a.csv', 'dangling.csv']) expect((await csv(at(name))).code).toBe(5)
    expect(readFileSync(at('a.csv'), 'utf8')).toBe('precious')
    expect(existsSync(at('nowhere.csv'))).toBe(false)
    expect((await csv(at('a.csv'), '--force')).code).toBe(0)
    expect(readFileSync(at('a.csv'), 'utf8')).toContain('Ёлкина')
  })

  test('behind a link is what the link leads to, and the link stays', async () => {
    mkdirSync(at('kept'))
    writeFileSync(at('kept', 'a.csv'), 'old', { mode: 0o644 })
    symlinkSync(at('kept', 'a.csv'), at('link.csv'))
    expect((await csv(at('link.csv'))).code).toBe(5)
    expect((await csv(at('link.csv'), '--force')).code).toBe(0)
    expect(lstatSync(at('link.csv')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('kept', 'a.csv'), 'utf8')).toContain('Ёлкина')
    expect(statSync(at('kept', 'a.csv')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at('kept'))).toEqual(['a.csv'])
  })

  test.each<[string, number]>([
    ['no/such/a.csv', 1],
    ['clients.db/a.csv', 1],
    ['.', 1],
    ['..', 1],
    ['home', 1],
    ['home/../../../../../../../no-such-place/a.csv', 1],
    ['a.csv/', 1],
    [`${'ї'.repeat(200)}.csv`, 1],
    ['loop', 1],
    ['line\nbreak \u001b[2J.csv', 0],
  ])('%j ends with %i and leaves nothing else', async (name, code) => {
    symlinkSync(at('loop'), at('loop'))
    const before = readdirSync(folder)
    const ran = await csv(`${folder}/${name}`)
    expect({ code: ran.code, stack: /\n\s+at /.test(ran.stderr) }).toEqual({ code, stack: false })
    expect(ran.stderr).not.toMatch(/\u001b/)
    expect(readdirSync(folder).length).toBe(before.length + (code === 0 ? 1 : 0))
  })
})

test.each([0o000, 0o022, 0o077, 0o277, 0o777])('with an umask of %o the file is for its owner', async (mask) => {
  for (const [index, way] of WAYS.entries()) {
    const file = at(`out-${index}`)
    const before = process.umask(mask)
    try {
      expect((await run('export', '-o', file, ...way)).code).toBe(0)
    } finally {
      process.umask(before)
    }
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  }
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said to be so', async () => {
  mkdirSync(at('closed'))
  chmodSync(at('closed'), 0o500)
  expect(await csv(at('closed', 'a.csv'))).toMatchObject({ code: 1, stdout: '' })
})
