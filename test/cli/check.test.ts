import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { CHECKS } from '../../src/domain/checking/finding.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { freshFolder } from '../store/base.js'
import { type FakeOptions, runIn } from '../world.js'

interface Answer {
  file: string
  ok: boolean
  problems: string[]
  warnings: string[]
  schema: number | null
  engine: string | null
  clients: number | null
  searched: number | null
  mode: string | null
  bytes: number | null
  mended: number
  checks: { name: string; state: string; detail: string; advice: string | null; commands: string[] }[]
}

const check = async (
  options: FakeOptions,
  ...more: string[]
): Promise<{ code: number; answer: Answer; stderr: string }> => {
  const { code, stdout, stderr } = await runIn(options, 'check', '--json', ...more)
  return { code, answer: JSON.parse(stdout) as Answer, stderr }
}

async function meddle(file: string, ...statements: string[]): Promise<void> {
  const db = await openDatabase(file, { create: false })
  try {
    for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement))
  } finally {
    await db.destroy()
  }
}

/** A folder with a base of one client. */
async function filled(): Promise<{ folder: string; file: string }> {
  const folder = freshFolder()
  await runIn({ folder }, 'add', 'Ґалаґан Ёлкина', '--phone', '+79161234567')
  return { folder, file: join(folder, 'clients.db') }
}

/** Spoils the middle of the base, and leaves its beginning as it is. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, bytes.readUInt16BE(16) + 8)
  writeFileSync(file, bytes)
}

describe('a sound base', () => {
  test('as data', async () => {
    const { folder, file } = await filled()
    const { code, answer } = await check({ folder })
    const { checks, engine, bytes, warnings, ...rest } = answer
    expect({ code, ...rest }).toEqual({
      code: 0,
      file,
      ok: true,
      problems: [],
      schema: 5,
      clients: 1,
      searched: 1,
      mode: '0600',
      mended: 0,
    })
    expect(engine).toMatch(/^3\.\d+\.\d+$/)
    expect(bytes).toBeGreaterThan(4096)
    // In which folder the test itself runs, nobody can know.
    expect(warnings.filter((text) => !/^(?:place|sync|space|owner)/.test(text))).toEqual([])
    expect(checks.map(({ name }) => name)).toEqual([...CHECKS])
    for (const each of checks) expect(each.detail).not.toMatch(/undefined|\[object|NaN/)
  })

  test('data is the same in every language', async () => {
    const { folder } = await filled()
    const [en, ru, uk] = [
      await check({ folder }, '--lang', 'en'),
      await check({ folder }, '--lang', 'ru'),
      await check({ folder }, '--lang', 'uk'),
    ]
    // Free space is another from moment to moment.
    const same = ({ answer }: { answer: Answer }): unknown => ({
      ...answer,
      checks: answer.checks.filter(({ name }) => name !== 'space'),
    })
    expect(same(ru)).toEqual(same(en))
    expect(same(uk)).toEqual(same(en))
  })

  test.each([
    [40, 'en'],
    [80, 'en'],
    [80, 'ru'],
    [80, 'uk'],
    [120, 'ru'],
  ])('fits a terminal of %i columns in %s', async (columns, language) => {
    const { folder } = await filled()
    const { code, stdout } = await runIn({ folder, terminal: true, columns }, 'check', '--lang', language)
    expect(code).toBe(0)
    const lines = stdout.split('\n').slice(1)
    for (const line of lines.filter((each) => !/[/\\]/.test(each) && columns > 40))
      expect([...line].length).toBeLessThanOrEqual(columns)
    expect(stdout).not.toMatch(/undefined|\[object|NaN/)
    expect(lines.length).toBeGreaterThanOrEqual(CHECKS.length)
  })

  test('says so, and is silent with --quiet', async () => {
    const { folder } = await filled()
    expect((await runIn({ folder }, 'check')).stderr).toMatch(/^The base is sound/)
    expect((await runIn({ folder }, 'check', '-q')).stderr).toBe('')
  })
})

describe('what is computed and wrong', () => {
  test('is told of with -n, and put right without it', async () => {
    const { folder, file } = await filled()
    await runIn({ folder }, 'log', '1', '--call', 'hello')
    await meddle(file, 'delete from client_search', 'update standing set contacts = 7')
    const looked = await check({ folder }, '-n')
    expect(looked.code).toBe(1)
    expect(looked.answer.problems).toHaveLength(2)
    expect(looked.answer).toMatchObject({ ok: false, searched: 0, mended: 0 })
    const mended = await check({ folder })
    expect(mended.code).toBe(0)
    expect(mended.answer).toMatchObject({ ok: true, problems: [], searched: 1, mended: 1 })
    expect(mended.answer.warnings.filter((text) => /^(?:search|standings)/.test(text))).toHaveLength(2)
    expect((await runIn({ folder }, 'list', 'елкина', '--format', 'ids')).stdout).toBe('1\n')
    expect((await check({ folder }, '-n')).code).toBe(0)
  })

  test('whoever works at a company is found by the name it has now', async () => {
    const { folder } = await filled()
    await runIn({ folder }, 'add', 'Anna', '--company', 'Old Name')
    const company = (await runIn({ folder }, 'list', 'old', 'name', '--format', 'ids')).stdout.trim().split('\n')
    await runIn({ folder }, 'edit', company.find((id) => id !== '2') ?? '', '--name', 'Василёк')
    expect((await runIn({ folder }, 'list', 'василек', '--format', 'ids')).stdout.trim().split('\n').sort()).toEqual([
      '2',
      '3',
    ])
    expect((await runIn({ folder }, 'list', 'old', '--format', 'ids')).stdout).toBe('')
    expect((await check({ folder }, '-n')).code).toBe(0)
    await runIn({ folder }, 'undo')
    expect((await runIn({ folder }, 'list', 'old', '--format', 'ids')).stdout.trim().split('\n').sort()).toEqual([
      '2',
      '3',
    ])
    expect((await check({ folder }, '-n')).code).toBe(0)
  })
})

describe('what cannot be put right', () => {
  test('ends with exit code 1, one sentence and what to do', async () => {
    const { folder, file } = await filled()
    await meddle(file, 'create table ghosts (id integer)')
    const { code, stdout, stderr } = await runIn({ folder }, 'check')
    expect(code).toBe(1)
    expect(stdout).toMatch(/problem {2}schema/)
    expect(stdout).toMatch(/· \+ table ghosts/)
    expect(stderr).toBe('The base has 1 problem.\n')
  })

  test('names from the base cannot act on the terminal', async () => {
    const { folder, file } = await filled()
    await meddle(file, `create table "gh\u001b[31most\u202e" (id integer)`)
    const { stdout } = await runIn({ folder, terminal: true }, 'check')
    expect(stdout).toContain('gh␛[31most�')
  })

  test('a damaged base: what is around it, and the newest backup', async () => {
    const { folder, file } = await filled()
    const backup = (await runIn({ folder }, 'backup')).stdout.trim()
    damage(file)
    const before = readFileSync(file)
    const { code, stdout, stderr } = await runIn({ folder }, 'check')
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ problem {2}file +damaged/)
    expect(stdout).toMatch(/permissions/)
    expect(stderr).toContain(`clientele restore ${backup}`)
    const { answer } = await check({ folder })
    expect(answer).toMatchObject({ ok: false })
    expect(answer.problems).toHaveLength(1)
    // A backup of it would be refused.
    expect(answer.checks.flatMap(({ commands }) => commands)).toEqual([`clientele restore ${backup}`])
    expect(readFileSync(file)).toEqual(before)
    // The advice is one that can be followed.
    expect((await runIn({ folder }, 'restore', backup, '-y')).code).toBe(0)
    expect((await check({ folder })).code).toBe(0)
  })

  test('without a backup nothing is invented', async () => {
    const { folder, file } = await filled()
    damage(file)
    const { code, stderr } = await runIn({ folder }, 'check')
    expect(code).toBe(1)
    expect(stderr).toContain('clientele restore <file>')
    const { answer } = await check({ folder })
    expect(answer.checks.flatMap(({ commands }) => commands)).toEqual([])
  })

  test.each(['en', 'ru', 'uk'])('one that was cut off is not to be backed up, in %s', async (lang) => {
    const { folder, file } = await filled()
    truncateSync(file, 100_000)
    const { code, stdout } = await runIn({ folder }, 'check', '--lang', lang)
    expect(code).toBe(1)
    expect(stdout).toContain('clientele restore <')
    expect(stdout).not.toContain('clientele backup')
    expect((await runIn({ folder }, 'backup')).code).toBe(1)
  })
})

describe('what is no base', () => {
  test('nothing there: nothing is made', async () => {
    const folder = freshFolder()
    const { code, stdout, stderr } = await runIn({ folder }, 'check')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/There is no file .*clients\.db\.\nThere is nothing to check yet/)
    expect(existsSync(join(folder, 'clients.db'))).toBe(false)
  })

  test.each([
    ['a letter', (file: string) => writeFileSync(file, 'Dear Anna, this is a letter and no base at all.'.repeat(9))],
    ['a folder', (file: string) => mkdirSync(file)],
  ])('%s is refused and left alone', async (_, make) => {
    const folder = freshFolder()
    make(join(folder, 'clients.db'))
    const { code, stdout } = await runIn({ folder }, 'check')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(readdirSync(folder).sort()).toEqual(['clients.db', 'home'])
  })

  test('a base of a newer program', async () => {
    const { folder, file } = await filled()
    await meddle(file, 'pragma user_version = 99')
    const { code, stdout, stderr } = await runIn({ folder }, 'check')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/newer clientele/)
  })

  test('a format that it has not', async () => {
    const { folder } = await filled()
    expect((await runIn({ folder }, 'check', '--format', 'xlsx')).code).toBe(2)
  })
})

test('a base in use is looked at all the same; what needs writing waits, and then says so', async () => {
  const { folder, file } = await filled()
  const other = await openDatabase(file, { create: false })
  await other.executeQuery(CompiledQuery.raw('begin immediate'))
  try {
    const env = { CLIENTELE_WAIT: '0' }
    expect((await check({ folder, env })).code).toBe(0)
    await other.executeQuery(CompiledQuery.raw('delete from client_search'))
    await other.executeQuery(CompiledQuery.raw('commit'))
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    expect((await runIn({ folder, env }, 'check')).code).toBe(7)
    expect((await check({ folder, env }, '-n')).code).toBe(1)
  } finally {
    await other.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
    await other.destroy()
  }
})

describe('the warning of every command', () => {
  test.each([
    ['list', ['list']],
    ['quiet', ['count', '-q']],
    ['as data', ['show', '1', '--json']],
  ])('%s: others can read the base', async (_, command) => {
    const { folder, file } = await filled()
    chmodSync(file, 0o644)
    const { code, stderr } = await runIn({ folder }, ...command)
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `Warning: other users of this machine can get at ${file}. Close it with: chmod 600 ${file}\n`,
    })
  })

  test('others can put another base in its place', async () => {
    const { folder } = await filled()
    chmodSync(folder, 0o757)
    const { stderr } = await runIn({ folder }, 'count', '-q')
    expect(stderr).toContain(`chmod o-w ${folder}`)
    chmodSync(folder, 0o1777)
    expect((await runIn({ folder }, 'count', '-q')).stderr).toBe('')
    chmodSync(folder, 0o755)
    expect((await runIn({ folder }, 'count', '-q')).stderr).toBe('')
  })

  test('a name of a base cannot act on the terminal, and the command can be typed as it stands', async () => {
    const folder = freshFolder()
    const file = join(folder, "O'Brien $(x).db")
    await runIn({ folder }, '--db', file, 'add', 'Anna')
    chmodSync(file, 0o644)
    const { stderr } = await runIn({ folder }, '--db', file, 'count')
    expect(stderr).toContain(`chmod 600 '${folder}/O'\\''Brien $(x).db'\n`)
    const odd = join(folder, 'a\u001b[31mb.db')
    await runIn({ folder }, '--db', odd, 'add', 'Anna')
    chmodSync(odd, 0o644)
    expect((await runIn({ folder }, '--db', odd, 'count')).stderr).not.toContain('\u001b')
  })
})
