import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { draftName } from '../../src/durable.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { everything, freshFolder } from '../store/base.js'
import { type Ran, runIn } from '../world.js'

const NAMES = ['Анна Ёлкина', 'Ґалаґан Олена', "Pat O'Brien-Ñandú 🎉"]

async function withBase(): Promise<{ folder: string; file: string }> {
  const folder = freshFolder()
  for (const name of NAMES) expect((await runIn({ folder }, 'add', name)).code).toBe(0)
  return { folder, file: join(folder, 'clients.db') }
}

const statement = async (file: string, ...texts: string[]): Promise<void> => {
  const db = await openDatabase(file, { create: false })
  for (const text of texts) await db.executeQuery(CompiledQuery.raw(text))
  await db.destroy()
}

/** A backup made so many minutes after nine. */
const at = (folder: string, minute: number, ...argv: string[]): Promise<Ran> =>
  runIn({ folder, env: { CLIENTELE_NOW: `2026-11-22T09:${String(minute).padStart(2, '0')}` } }, 'backup', ...argv)

const modeOf = (file: string): number => statSync(file).mode & 0o777
const allIn = (folder: string): string[] => readdirSync(folder).sort()

describe('where a backup goes', () => {
  test('without a name into the data folder, which only its owner can look into', async () => {
    const { folder, file } = await withBase()
    const { code, stdout } = await runIn({ folder }, 'backup')
    expect(code).toBe(0)
    const made = stdout.trimEnd()
    expect(made).toMatch(/\/home\/\.local\/share\/clientele\/backups\/clients-[0-9a-f]{6}-20261122T073000Z\.db$/)
    expect(await everything(made)).toEqual(await everything(file))
    expect(modeOf(made)).toBe(0o600)
    expect(modeOf(join(made, '..'))).toBe(0o700)
    expect(allIn(join(made, '..'))).toHaveLength(1)
  })

  test('of a base with any signs in its name, which check knows again', async () => {
    const folder = freshFolder()
    for (const name of ['my-base.db', 'a+b (1) [x].db', 'Ёлкина.{2}.db']) {
      const db = join(folder, name)
      expect((await runIn({ folder }, '--db', db, 'add', 'Anna')).code).toBe(0)
      expect((await runIn({ folder }, '--db', db, 'backup', '--keep', '2')).code).toBe(0)
      expect((await runIn({ folder }, '--db', db, 'check')).code).toBe(0)
    }
  })

  test('into a folder that was named, and two of one second get two names', async () => {
    const { folder } = await withBase()
    mkdirSync(join(folder, 'there'))
    const first = (await runIn({ folder }, 'backup', join(folder, 'there'))).stdout.trimEnd()
    const second = (await runIn({ folder }, 'backup', join(folder, 'there'))).stdout.trimEnd()
    expect(second).toBe(first.replace(/\.db$/, '-2.db'))
    const [third, fourth] = await Promise.all([
      runIn({ folder }, 'backup', join(folder, 'there/')),
      runIn({ folder }, 'backup', join(folder, 'there/')),
    ])
    expect([third?.code, fourth?.code]).toEqual([0, 0])
    expect(allIn(join(folder, 'there'))).toHaveLength(4)
    expect(new Set([third?.stdout, fourth?.stdout]).size).toBe(2)
  })

  test.each(['stick/', 'stick/deep/', 'stick/copy.db', 'stick/deep/copy.db'])(
    'never into a folder that is missing, which may be a stick that is not in: %s',
    async (target) => {
      const { folder } = await withBase()
      for (const more of [[], ['-n'], ['--force']]) {
        const { code, stdout, stderr } = await runIn({ folder }, 'backup', join(folder, target), ...more)
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
        expect(stderr).toContain('There is no folder')
        expect(stderr).toContain('mounted')
        expect(existsSync(join(folder, 'stick'))).toBe(false)
      }
    },
  )

  test('mode 0600 whatever the umask, and no old file of that name is changed by two at once', async () => {
    const { folder } = await withBase()
    const before = process.umask(0)
    try {
      const copy = join(folder, 'copy.db')
      const both = await Promise.all([runIn({ folder }, 'backup', copy), runIn({ folder }, 'backup', copy)])
      expect(both.map(({ code }) => code).sort()).toEqual([0, 5])
      expect(modeOf(copy)).toBe(0o600)
      expect((await everything(copy)).client).toHaveLength(3)
    } finally {
      process.umask(before)
    }
  })

  test('the base itself is refused, also by another name and with --force', async () => {
    const { folder, file } = await withBase()
    const other = await openDatabase(file, { create: false })
    symlinkSync(file, join(folder, 'link.db'))
    linkSync(file, join(folder, 'hard.db'))
    mkdirSync(join(folder, 'sub'))
    symlinkSync(folder, join(folder, 'sub', 'up'))
    const before = await everything(file)
    for (const name of [
      file,
      `${file}-wal`,
      `${file}-shm`,
      `${file}-journal`,
      'link.db',
      'hard.db',
      'sub/up/clients.db',
    ])
      for (const force of [[], ['--force']]) {
        const target = name.startsWith('/') ? name : join(folder, name)
        expect({ name, code: (await runIn({ folder }, 'backup', target, ...force)).code }).toEqual({ name, code: 5 })
      }
    await other.destroy()
    expect(await everything(file)).toEqual(before)
    expect(lstatSync(join(folder, 'link.db')).isSymbolicLink()).toBe(true)
  })

  test('a link is followed with --force only, and stays a link', async () => {
    const { folder } = await withBase()
    writeFileSync(join(folder, 'old.db'), 'mine')
    symlinkSync(join(folder, 'old.db'), join(folder, 'to-old'))
    symlinkSync(join(folder, 'nothing.db'), join(folder, 'to-nothing'))
    expect((await runIn({ folder }, 'backup', join(folder, 'to-old'))).code).toBe(5)
    expect((await runIn({ folder }, 'backup', join(folder, 'to-nothing'))).code).toBe(5)
    expect(readFileSync(join(folder, 'old.db'), 'utf8')).toBe('mine')
    for (const [link, behind] of [
      ['to-old', 'old.db'],
      ['to-nothing', 'nothing.db'],
    ] as const) {
      expect((await runIn({ folder }, 'backup', join(folder, link), '--force')).code).toBe(0)
      expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true)
      expect((await everything(join(folder, behind))).client).toHaveLength(3)
    }
  })

  test.each([
    ['-', 2],
    [' ', 2],
    ['/dev/null', 1],
    ['no\u0000thing', 2],
  ])('%j is no place for it', async (target, code) => {
    const { folder } = await withBase()
    const ran = await runIn({ folder }, 'backup', target)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).not.toContain('bug')
  })

  test('a file in the place of a folder', async () => {
    const { folder } = await withBase()
    writeFileSync(join(folder, 'file'), '')
    for (const target of ['file/copy.db', 'file/', 'file/deep/copy.db', 'file//']) {
      const ran = await runIn({ folder }, 'backup', join(folder, target))
      expect({ target, code: ran.code, stdout: ran.stdout }).toEqual({ target, code: 1, stdout: '' })
      expect(ran.stderr).not.toContain('bug')
      if (!target.includes('deep')) expect(ran.stderr).toBe(`${join(folder, 'file')} is a file, not a folder.\n`)
    }
  })

  test('of a base that is not there none is made, and no base either', async () => {
    const folder = freshFolder()
    const { code, stderr } = await runIn({ folder }, 'backup')
    expect(code).toBe(1)
    expect(stderr).toContain('clients.db')
    expect(allIn(folder)).toEqual(['home'])
  })
})

describe('what is left beside it', () => {
  test('drafts of runs that were killed go, those of running ones and other files stay', async () => {
    const { folder } = await withBase()
    const mine = draftName(folder)
    const dead = draftName(folder).replace(/\d+(?=\.part)/, '99999999')
    const old = join(folder, '.clientele-0.part-0123456789abcdef')
    const foreign = join(folder, '.clientele-99999999.part-0123456789abcdef.txt')
    for (const name of [mine, dead, `${dead}-journal`, old, foreign]) writeFileSync(name, 'x')
    utimesSync(old, 0, 0)
    expect((await runIn({ folder }, 'backup', join(folder, 'copy.db'))).code).toBe(0)
    expect([mine, dead, `${dead}-journal`, old, foreign].map((name) => existsSync(name))).toEqual([
      true,
      !existsSync('/proc/self'),
      !existsSync('/proc/self'),
      false,
      true,
    ])
  })

  test('Ctrl-C leaves nothing', async () => {
    const { folder } = await withBase()
    mkdirSync(join(folder, 'out'))
    for (const after of [0, 1, 2]) {
      let asked = 0
      const interrupted = (): boolean => asked++ >= after
      const { code } = await runIn({ folder, interrupted }, 'backup', join(folder, 'out', 'copy.db'))
      expect(code).toBe(130)
      expect(allIn(join(folder, 'out'))).toEqual([])
    }
  })

  test('a base without a single free moment is copied all the same', async () => {
    const { folder, file } = await withBase()
    let writing = true
    const writer = (async () => {
      const other = await openDatabase(file, { create: false })
      let number = 0
      for (; writing; number += 1)
        await other.executeQuery(
          CompiledQuery.raw(`insert into secret (purpose, value) values ('test ${number}', 'x')`),
        )
      await other.destroy()
      return number
    })()
    const { code } = await runIn({ folder }, 'backup', join(folder, 'copy.db'))
    writing = false
    expect(await writer).toBeGreaterThan(3)
    expect(code).toBe(0)
    expect((await everything(join(folder, 'copy.db'))).client).toHaveLength(3)
  })
})

describe('a damaged base', () => {
  test('gets no backup, and the sentence says what to do', async () => {
    const { folder, file } = await withBase()
    mkdirSync(join(folder, 'out'))
    await statement(
      file,
      'pragma foreign_keys = off',
      `insert into contact (client_id, at, channel, direction) values (99, '2026-11-22T07:30:00Z', 'call', 'out')`,
    )
    const out = join(folder, 'out')
    const { code, stdout, stderr } = await runIn({ folder }, 'backup', `${out}/`, '--keep', '1')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('clients.db is damaged')
    expect(stderr).toContain('contact 1 -> client')
    expect(stderr).toContain('clientele export')
    expect(allIn(out)).toEqual([])
  })

  test('does not get one either when SQLite cannot read it', async () => {
    const { folder, file } = await withBase()
    for (let number = 0; number < 200; number += 1)
      if (number % 50 === 0) await runIn({ folder }, 'add', `Client ${number}`)
    await statement(file, 'pragma wal_checkpoint(truncate)')
    const bytes = readFileSync(file)
    // The inside of one page in the middle.
    bytes.fill(0x5a, 8192 * 6, 8192 * 7)
    writeFileSync(file, bytes)
    const { code, stderr } = await runIn({ folder }, 'backup', join(folder, 'copy.db'))
    expect(code).toBe(1)
    expect(stderr).toContain('clients.db is damaged')
    expect(stderr).not.toContain('bug')
    expect(existsSync(join(folder, 'copy.db'))).toBe(false)
  })
})

describe('--keep', () => {
  test('keeps the newest backups of this base, and no other file goes', async () => {
    const { folder } = await withBase()
    mkdirSync(join(folder, 'out'))
    const out = join(folder, 'out')
    for (const minute of [1, 2, 3]) await at(folder, minute, `${out}/`)
    const [first = '', second = '', third = ''] = allIn(out)
    const others = [
      first.replace(/-[0-9a-f]{6}-/, '-ffffff-'),
      first.replace('clients', 'client'),
      first.replace('.db', '.db.bak'),
      first.replace('.db', '.dbx'),
      'clients.db',
      'letter.txt',
    ]
    for (const name of others) writeFileSync(join(out, name), 'x')
    symlinkSync(join(out, 'letter.txt'), join(out, first.replace('T0701', 'T0000')))
    mkdirSync(join(out, first.replace('T0701', 'T0002')))
    const { code, stdout } = await at(folder, 4, out, '--keep', '2', '--json')
    expect(code).toBe(0)
    const { file, removed, encrypted, bytes } = JSON.parse(stdout) as {
      file: string
      removed: string[]
      encrypted: boolean
      bytes: number
    }
    expect(removed.sort()).toEqual([join(out, first), join(out, second)])
    expect({ encrypted, bytes }).toEqual({ encrypted: false, bytes: statSync(file).size })
    const left = allIn(out)
    for (const name of [third, ...others, first.replace('T0701', 'T0000'), first.replace('T0701', 'T0002')])
      expect(left).toContain(name)
    expect(left).toHaveLength(3 + others.length + 1)
  })

  test('never removes the one just made, nor one of a later moment: the clock was set back', async () => {
    const { folder } = await withBase()
    const out = join(folder, 'out')
    mkdirSync(out)
    for (const minute of [21, 22, 23]) await at(folder, minute, `${out}/`)
    const ahead = allIn(out)
    const back = await at(folder, 10, `${out}/`, '--keep', '2')
    expect(back.code).toBe(0)
    expect(back.stderr).toContain('3 backups have a later moment than this one and stay')
    expect(back.stderr).not.toContain('removed')
    expect(allIn(out)).toHaveLength(4)
    const plan = JSON.parse((await at(folder, 11, out, '-n', '--keep', '1', '--json')).stdout)
    expect(plan).toMatchObject({
      removed: [back.stdout.trimEnd()],
      later: ahead.map((name) => join(out, name)).reverse(),
    })
    await at(folder, 11, out)
    const again = await at(folder, 12, out, '--keep', '2')
    expect(again.stderr).toContain('1 older backup was removed')
    expect(allIn(out)).toHaveLength(5)
    // When the clock is right again, all of them are older, and counted.
    const right = await at(folder, 40, out, '--keep', '2', '--json')
    expect(allIn(out)).toEqual([ahead[2], JSON.parse(right.stdout).file.slice(out.length + 1)])
    expect(JSON.parse(right.stdout)).toMatchObject({ later: [] })
  })

  test('counts two of one second in their order, and encrypted ones too', async () => {
    const { folder } = await withBase()
    mkdirSync(join(folder, 'out'))
    const out = join(folder, 'out')
    for (let number = 0; number < 11; number += 1) await at(folder, 1, `${out}/`)
    const name = allIn(out).find((each) => each.endsWith('-11.db')) ?? ''
    writeFileSync(join(out, `${name.replace('-11.db', '-12.db')}.age`), 'sealed')
    await at(folder, 2, `${out}/`, '--keep', '3')
    expect(allIn(out)).toEqual(
      [name, `${name.replace('-11.db', '-12.db')}.age`, name.replace('0100Z-11', '0200Z')].sort(),
    )
  })

  test('does nothing when the backup fails', async () => {
    const { folder, file } = await withBase()
    mkdirSync(join(folder, 'out'))
    const out = join(folder, 'out')
    await at(folder, 1, `${out}/`)
    await at(folder, 2, `${out}/`)
    await statement(file, 'pragma foreign_keys = off', `update client set referred_by = 77 where id = 1`)
    expect((await at(folder, 3, out, '--keep', '1')).code).toBe(1)
    expect(allIn(out)).toHaveLength(2)
  })

  test.each(['0', '-1', '1.5', 'all', '', '99999999', '١'])(
    'takes a whole number of one or more, not %j',
    async (keep) => {
      const { folder } = await withBase()
      expect((await runIn({ folder }, 'backup', `--keep=${keep}`)).code).toBe(2)
      expect(existsSync(join(folder, 'home', '.local'))).toBe(false)
    },
  )

  test('is for folders', async () => {
    const { folder } = await withBase()
    expect((await runIn({ folder }, 'backup', join(folder, 'copy.db'), '--keep', '3')).code).toBe(2)
    expect(existsSync(join(folder, 'copy.db'))).toBe(false)
  })
})

describe('--dry-run', () => {
  test('says what would be done and does nothing', async () => {
    const { folder } = await withBase()
    mkdirSync(join(folder, 'out'))
    const out = join(folder, 'out')
    await at(folder, 1, `${out}/`)
    const [old = ''] = allIn(out)
    const { code, stdout, stderr } = await at(folder, 2, out, '-n', '--keep', '1')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toContain(join(out, old.replace('0100Z', '0200Z')))
    expect(stderr).toContain(join(out, old))
    const json = JSON.parse((await at(folder, 2, out, '-n', '--keep', '1', '--json', '--encrypt')).stdout)
    expect(json).toEqual({
      file: `${join(out, old.replace('0100Z', '0200Z'))}.age`,
      encrypted: true,
      removed: [join(out, old)],
      later: [],
      dry_run: true,
    })
    expect(allIn(out)).toEqual([old])
    expect((await runIn({ folder }, 'backup', '-n')).code).toBe(0)
    expect(existsSync(join(folder, 'home', '.local'))).toBe(false)
  })
})

describe('the log of exports', () => {
  const entries = async (folder: string): Promise<Record<string, unknown>[]> =>
    JSON.parse((await runIn({ folder }, 'history', '--exports', '--json')).stdout) as Record<string, unknown>[]

  test('knows of a backup before it is made, and the backup holds its own entry', async () => {
    const { folder } = await withBase()
    await runIn({ folder }, 'backup', join(folder, 'copy.db'))
    const target = join(realpathSync(folder), 'copy.db')
    expect(await entries(folder)).toMatchObject([
      { what: 'backup', who: 'olha@desk', rows: 3, encrypted: false, target },
    ])
    const copied = await runIn(
      { folder, env: { CLIENTELE_DB: join(folder, 'copy.db') } },
      'history',
      '--exports',
      '--json',
    )
    expect(JSON.parse(copied.stdout)).toMatchObject([{ what: 'backup', target }])
  })

  test('a base that is busy gets its backup, and what could not be logged is said', async () => {
    const { folder, file } = await withBase()
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    const { code, stdout, stderr } = await runIn(
      { folder, env: { CLIENTELE_WAIT: '0' } },
      'backup',
      join(folder, 'copy.db'),
    )
    await other.executeQuery(CompiledQuery.raw('rollback'))
    await other.destroy()
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(folder, 'copy.db')}\n` })
    expect(stderr).toContain('could not be written into the log')
    expect(await entries(folder)).toEqual([])
  })
})

test('others who can read a passphrase file are complained of, not those who cannot', async () => {
  const { folder } = await withBase()
  const secret = join(folder, 'secret')
  writeFileSync(secret, 'short\n')
  chmodSync(secret, 0o644)
  const open = await runIn({ folder }, 'backup', '--passphrase-file', secret)
  expect(open.code).toBe(2)
  expect(open.stderr).toContain('Others can read')
  chmodSync(secret, 0o600)
  expect((await runIn({ folder }, 'backup', '--passphrase-file', secret)).stderr).not.toContain('Others can read')
  rmSync(secret)
})
