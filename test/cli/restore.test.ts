import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrating.js'
import { MIGRATIONS } from '../../src/store/migrations.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { everything, freshFolder, opened } from '../store/base.js'
import { runIn } from '../world.js'

interface Made {
  folder: string
  file: string
  copy: string
}

/** A base of two clients, a backup of it, and one client more since. */
async function backedUp(): Promise<Made> {
  const folder = freshFolder()
  const [file, copy] = [join(folder, 'clients.db'), join(folder, 'copies', 'copy.db')]
  mkdirSync(join(folder, 'copies'))
  for (const name of ['Анна Ёлкина', "Pat O'Brien-Ñandú 🎉"]) await runIn({ folder }, 'add', name)
  expect((await runIn({ folder }, 'backup', copy)).code).toBe(0)
  await runIn({ folder }, 'add', 'Ґалаґан Олена')
  return { folder, file, copy }
}

const statements = async (file: string, ...texts: string[]): Promise<void> => {
  const db = await openDatabase(file, { create: false })
  for (const text of texts) await db.executeQuery(CompiledQuery.raw(text))
  await db.destroy()
}

const count = async (folder: string, base?: string): Promise<string> =>
  (await runIn({ folder, env: base ? { CLIENTELE_DB: base } : {} }, 'count')).stdout

/** Everything a folder holds, byte for byte, and when it was written. */
const stateOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => {
      const file = join(folder, name)
      return [name, `${statSync(file).mtimeMs} ${readFileSync(file).toString('base64')}`]
    }),
  )

describe('what is restored', () => {
  test('the backup itself is not touched, nothing is written beside it, and what was there is kept aside', async () => {
    const { folder, file, copy } = await backedUp()
    utimesSync(copy, 1e9, 1e9)
    const [before, old] = [stateOf(join(copy, '..')), await everything(file)]
    const { code, stdout } = await runIn({ folder }, 'restore', copy, '--json')
    expect(code).toBe(0)
    const said = JSON.parse(stdout) as { aside: string }
    expect(said).toMatchObject({ restored: copy, clients: 2, left_out: 0 })
    expect(said.aside).toMatch(/clients\.db\.before-restore-20261122T073000$/)
    expect(stateOf(join(copy, '..'))).toEqual(before)
    expect(await everything(said.aside)).toEqual(old)
    expect(statSync(said.aside).mode & 0o777).toBe(0o600)
    expect(await everything(file)).toEqual(await everything(copy))
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('what was kept aside earlier in the same second stays', async () => {
    const { folder, copy } = await backedUp()
    const asides: string[] = []
    for (let number = 0; number < 3; number += 1) {
      asides.push((JSON.parse((await runIn({ folder }, 'restore', copy, '--json')).stdout) as { aside: string }).aside)
      await runIn({ folder }, 'add', `Later ${number}`)
    }
    expect(new Set(asides).size).toBe(3)
    expect(asides[2]).toBe(`${asides[0]}-3`)
    expect(await count(folder, asides[0])).toBe('3\n')
    expect(await count(folder, asides[1])).toBe('3\n')
  })

  test('a log of changes that was copied along is restored with it, and stays as it is', async () => {
    const { folder, file } = await backedUp()
    const store = await opened(file)
    await store.clients.total()
    await runIn({ folder }, 'add', 'In the log')
    const raw = join(folder, 'raw')
    mkdirSync(raw)
    for (const ending of ['', '-wal']) copyFileSync(file + ending, join(raw, `old.db${ending}`))
    await store.close()
    expect(statSync(join(raw, 'old.db-wal')).size).toBeGreaterThan(0)
    const before = stateOf(raw)
    await runIn({ folder }, 'add', 'Later')
    expect((await runIn({ folder }, 'restore', join(raw, 'old.db'))).code).toBe(0)
    expect(await count(folder)).toBe('4\n')
    expect(stateOf(raw)).toEqual(before)
  })

  test.each([1, 2, 3, 4])('a backup of schema %i is brought up in a copy', async (version) => {
    const { folder, file } = await backedUp()
    const old = join(folder, 'copies', 'old.db')
    const db = await openDatabase(old, { create: true })
    await migrate(
      db,
      MIGRATIONS.filter((step) => step.version <= version),
    )
    await sql`insert into client (kind, name, sort_key, status, created_at, updated_at)
      values ('person', 'Стара Клієнтка', 'стара', 'lead', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z')`.execute(db)
    await db.destroy()
    utimesSync(old, 1e9, 1e9)
    const before = stateOf(join(old, '..'))
    expect((await runIn({ folder }, 'restore', old)).code).toBe(0)
    expect(stateOf(join(old, '..'))).toEqual(before)
    expect(await count(folder)).toBe('1\n')
    expect((await runIn({ folder }, 'add', 'After')).code).toBe(0)
    expect((await everything(file)).client).toHaveLength(2)
    expect(readdirSync(folder).filter((name) => name.includes('before-version'))).toEqual([])
  })

  test('pages of another size and no log are no obstacle', async () => {
    const { folder, copy } = await backedUp()
    await statements(copy, 'pragma journal_mode = delete', 'pragma page_size = 1024', 'vacuum')
    expect((await runIn({ folder }, 'restore', copy)).code).toBe(0)
    expect(await count(folder)).toBe('2\n')
  })

  test('a base that another tool has left without a log is replaced too', async () => {
    const { folder, file, copy } = await backedUp()
    await statements(file, 'pragma journal_mode = delete')
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('select count(*) from client'))
    expect((await runIn({ folder, env: { CLIENTELE_WAIT: '1' } }, 'restore', copy)).code).toBe(0)
    await other.destroy()
    expect(await count(folder)).toBe('2\n')
  })

  test('where there is no base it becomes one, also through a link, and a stray log does not spoil it', async () => {
    const { folder, copy } = await backedUp()
    const place = join(folder, 'new', 'deep', 'base.db')
    const env = { CLIENTELE_DB: place }
    expect((await runIn({ folder, env }, 'restore', copy)).code).toBe(0)
    expect(statSync(place).mode & 0o777).toBe(0o600)
    expect(statSync(join(place, '..')).mode & 0o777).toBe(0o700)
    expect(await count(folder, place)).toBe('2\n')
    // The log of a base that was removed.
    const store = await opened(place)
    await store.clients.total()
    await runIn({ folder, env }, 'add', 'Gone')
    copyFileSync(`${place}-wal`, join(folder, 'wal'))
    await store.close()
    expect(statSync(join(folder, 'wal')).size).toBeGreaterThan(0)
    rmSync(place)
    copyFileSync(join(folder, 'wal'), `${place}-wal`)
    expect((await runIn({ folder, env }, 'restore', copy)).code).toBe(0)
    expect(await count(folder, place)).toBe('2\n')
    const link = join(folder, 'link.db')
    symlinkSync(place, link)
    await runIn({ folder, env }, 'add', 'More')
    expect((await runIn({ folder, env: { CLIENTELE_DB: link } }, 'restore', copy)).code).toBe(0)
    expect(await count(folder, place)).toBe('2\n')
    expect(readdirSync(join(place, '..')).some((name) => name.startsWith('base.db.before-restore-'))).toBe(true)
  })
})

describe('what is refused', () => {
  /** Nothing of the base, of the backup and of what is beside them has changed. */
  async function untouched({ folder, file, copy }: Made, argv: string[], code: number, said: string): Promise<void> {
    const [base, beside, names] = [await everything(file), stateOf(join(copy, '..')), readdirSync(folder).sort()]
    const ran = await runIn({ folder }, 'restore', ...argv)
    expect({ argv, code: ran.code, stdout: ran.stdout }).toEqual({ argv, code, stdout: '' })
    expect(ran.stderr).toContain(said)
    expect(ran.stderr).not.toMatch(/\.clientele-|bug/)
    expect(await everything(file)).toEqual(base)
    expect(stateOf(join(copy, '..'))).toEqual(beside)
    expect(readdirSync(folder).sort()).toEqual(names)
  }

  test('what is no file of ours', async () => {
    const made = await backedUp()
    const { folder, file, copy } = made
    const at = (name: string): string => join(copy, '..', name)
    writeFileSync(at('letter.txt'), 'Dear Anna,')
    writeFileSync(at('empty.db'), '')
    writeFileSync(at('only-head.db'), 'SQLite format 3\0')
    const foreign = await openDatabase(at('foreign.db'), { create: true })
    await foreign.executeQuery(CompiledQuery.raw('pragma application_id = 7'))
    await foreign.executeQuery(CompiledQuery.raw('create table notes (text)'))
    await foreign.destroy()
    for (const name of ['letter.txt', 'empty.db', 'only-head.db', 'foreign.db'])
      await untouched(made, [at(name)], 1, `${name} is not a clientele base`)
    await untouched(made, [at('nowhere.db')], 1, 'There is no file')
    await untouched(made, ['no\0where'], 1, 'There is no file')
    await untouched(made, [folder], 1, 'is a folder')
    await untouched(made, ['/dev/null'], 1, 'is not a clientele base')
    await untouched(made, [file], 5, 'is the base itself')
    symlinkSync(file, join(folder, 'same.db'))
    await untouched(made, [join(folder, 'same.db')], 5, 'is the base itself')
    await untouched(made, [copy, '--identity', at('letter.txt')], 2, 'is not encrypted')
  })

  test('damaged ones, newer ones, and ones with parts of their own', async () => {
    const made = await backedUp()
    const { copy } = made
    const spoilt = async (name: string, spoil: (file: string) => void | Promise<void>, said: string): Promise<void> => {
      const file = join(copy, '..', name)
      copyFileSync(copy, file)
      await spoil(file)
      await untouched(made, [file], 1, said)
    }
    const sqlite =
      (...texts: string[]) =>
      (file: string) =>
        statements(file, ...texts)
    await spoilt('cut.db', (file) => truncateSync(file, statSync(file).size - 8192 * 3), 'cut.db is damaged')
    await spoilt(
      'torn.db',
      (file) => {
        const bytes = readFileSync(file)
        bytes.fill(0x5a, 8192 * 5, 8192 * 6)
        writeFileSync(file, bytes)
      },
      'torn.db',
    )
    await spoilt(
      'orphan.db',
      sqlite('pragma foreign_keys = off', `insert into client_tag (client_id, tag, tag_key) values (99, 'a', 'a')`),
      'orphan.db is damaged',
    )
    await spoilt('newer.db', sqlite('pragma user_version = 99'), '99')
    await spoilt(
      'trigger.db',
      sqlite(`create trigger evil after insert on client begin update client set name = 'evil'; end`),
      'evil',
    )
    await spoilt('view.db', sqlite('create view evil as select 1'), 'evil')
    await spoilt('table.db', sqlite('create table evil (id)'), 'table evil')
    await spoilt('column.db', sqlite('alter table client add column evil text'), 'table client')
    await spoilt('index.db', sqlite('drop index client_in_use'), 'index client_in_use')
  })

  test('the base of another program in the place of ours', async () => {
    const { folder, copy } = await backedUp()
    const place = join(folder, 'browser.db')
    const foreign = await openDatabase(place, { create: true })
    await foreign.executeQuery(CompiledQuery.raw('pragma application_id = 0'))
    await foreign.executeQuery(CompiledQuery.raw(`create table notes as select 'mine' as text`))
    await foreign.destroy()
    const before = readFileSync(place)
    const { code, stderr } = await runIn({ folder, env: { CLIENTELE_DB: place } }, 'restore', copy)
    expect(code).toBe(1)
    expect(stderr).toContain('browser.db is not a clientele base')
    expect(readFileSync(place).equals(before)).toBe(true)
    mkdirSync(join(folder, 'folder.db'))
    expect((await runIn({ folder, env: { CLIENTELE_DB: join(folder, 'folder.db') } }, 'restore', copy)).code).toBe(1)
  })

  test('a base that somebody writes to for ever: exit 7, and nothing is left of the try', async () => {
    const made = await backedUp()
    const { folder, file, copy } = made
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    const { code, stderr } = await runIn({ folder, env: { CLIENTELE_WAIT: '0' } }, 'restore', copy)
    await other.executeQuery(CompiledQuery.raw('rollback'))
    await other.destroy()
    expect(code).toBe(7)
    expect(stderr).toContain('clients.db')
    expect(await count(folder)).toBe('3\n')
    expect(readdirSync(folder).filter((name) => /before-restore|\.part/.test(name))).toEqual([])
  })
})

describe('a broken base', () => {
  test('is kept with its log, and what it still remembers goes on', async () => {
    const { folder, file, copy } = await backedUp()
    await runIn({ folder }, 'backup', join(folder, 'second.db'))
    await statements(file, 'pragma foreign_keys = off', 'update client set referred_by = 99 where id = 1')
    const before = readFileSync(file)
    const { code, stdout, stderr } = await runIn({ folder }, 'restore', copy, '--json')
    expect(code).toBe(0)
    const { aside } = JSON.parse(stdout) as { aside: string }
    expect(readFileSync(aside).equals(before)).toBe(true)
    expect(statSync(aside).mode & 0o777).toBe(0o600)
    expect(stderr).not.toContain('could not be read')
    expect(await count(folder)).toBe('2\n')
    const log = JSON.parse((await runIn({ folder }, 'history', '--exports', '--json')).stdout) as unknown[]
    expect(log).toHaveLength(2)
  })

  test('of which nothing can be read says so', async () => {
    const { folder, file, copy } = await backedUp()
    writeFileSync(file, 'x'.repeat(50_000))
    chmodSync(file, 0o644)
    const { code, stderr } = await runIn({ folder }, 'restore', copy)
    expect(code).toBe(0)
    expect(stderr).toContain('could not be read')
    expect(await count(folder)).toBe('2\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const aside = readdirSync(folder).find((name) => name.includes('before-restore')) ?? ''
    expect(statSync(join(folder, aside)).mode & 0o777).toBe(0o600)
  })

  test('that is empty is no loss', async () => {
    const { folder, file, copy } = await backedUp()
    writeFileSync(file, '')
    const { code, stdout } = await runIn({ folder }, 'restore', copy, '--json')
    expect({ code, aside: (JSON.parse(stdout) as { aside: null }).aside }).toEqual({ code: 0, aside: null })
    expect(await count(folder)).toBe('2\n')
  })
})

describe('what a restore must not undo', () => {
  test('whoever was erased stays erased, and the sentence says how many', async () => {
    const { folder, copy } = await backedUp()
    expect((await runIn({ folder }, 'forget', '1', '--yes')).code).toBe(0)
    const { code, stdout, stderr } = await runIn({ folder }, 'restore', copy, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ left_out: 1 })
    expect(stderr).toContain('1 person who had been erased')
    expect((await runIn({ folder }, 'list', '--format', 'ids')).stdout).toBe('2\n')
    expect((await runIn({ folder }, 'check')).code).toBe(0)
  })

  test('the log of exports goes on', async () => {
    const { folder, copy } = await backedUp()
    await runIn({ folder }, 'export', '-o', join(folder, 'all.csv'))
    const log = async (): Promise<unknown[]> =>
      JSON.parse((await runIn({ folder }, 'history', '--exports', '--json')).stdout) as unknown[]
    const before = await log()
    expect(before).toHaveLength(2)
    await runIn({ folder }, 'restore', copy)
    expect(await log()).toEqual(before)
    expect((await runIn({ folder }, 'check')).code).toBe(0)
  })
})

describe('asking', () => {
  test('on a terminal it asks, and no is the end of it', async () => {
    const { folder, copy } = await backedUp()
    const no = await runIn({ folder, terminal: true, answers: ['n'] }, 'restore', copy)
    expect(no.code).toBe(130)
    expect(await count(folder)).toBe('3\n')
    expect(readdirSync(folder).filter((name) => /before-restore|\.part/.test(name))).toEqual([])
    const yes = await runIn({ folder, terminal: true, answers: ['y'] }, 'restore', copy)
    expect(yes.code).toBe(0)
    expect(await count(folder)).toBe('2\n')
    expect((await runIn({ folder, terminal: true, answers: [] }, 'restore', copy, '--yes')).code).toBe(0)
  })

  test('--dry-run looks through the backup and says what would be there', async () => {
    const { folder, copy } = await backedUp()
    const { code, stderr } = await runIn({ folder }, 'restore', copy, '-n')
    expect(code).toBe(0)
    expect(stderr).toContain('would hold 2 clients')
    expect(JSON.parse((await runIn({ folder }, 'restore', copy, '-n', '--json')).stdout)).toEqual({
      would_restore: copy,
      clients: 2,
      dry_run: true,
    })
    expect(await count(folder)).toBe('3\n')
    truncateSync(copy, 20_000)
    expect((await runIn({ folder }, 'restore', copy, '-n')).code).toBe(1)
    expect(readdirSync(folder).filter((name) => /before-restore|\.part/.test(name))).toEqual([])
  })

  test('Ctrl-C before the replacing leaves everything as it was', async () => {
    const { folder, copy } = await backedUp()
    for (const after of [0, 1, 2, 3]) {
      let asked = 0
      const { code } = await runIn({ folder, interrupted: () => asked++ >= after }, 'restore', copy)
      expect(code).toBe(130)
      expect(await count(folder)).toBe('3\n')
      expect(readdirSync(folder).filter((name) => /before-restore|\.part/.test(name))).toEqual([])
    }
  })
})

test('whoever writes while a base is replaced is in the new one or in what was kept aside', async () => {
  const { folder, file, copy } = await backedUp()
  let going = true
  const said: string[] = []
  const writer = (async () => {
    const other = await openDatabase(file, { create: false })
    for (let number = 0; going; number += 1) {
      const purpose = `purpose ${number}`
      await other
        .transaction()
        .execute((inside) => inside.insertInto('secret').values({ purpose, value: 'x' }).execute())
      said.push(purpose)
    }
    await other.destroy()
  })()
  const { code, stdout } = await runIn({ folder }, 'restore', copy, '--json')
  going = false
  await writer
  expect(code).toBe(0)
  const { aside } = JSON.parse(stdout) as { aside: string }
  const found = new Set<string>()
  for (const each of [file, aside]) {
    const db = await openDatabase(each, { create: false })
    for (const { purpose } of await db.selectFrom('secret').select('purpose').execute()) found.add(purpose)
    await db.destroy()
  }
  expect(said.length).toBeGreaterThan(3)
  expect(said.filter((purpose) => !found.has(purpose))).toEqual([])
  expect(existsSync(copy)).toBe(true)
})

test('a day that is being put together while the base is replaced is of the old one or of the new one', async () => {
  const { folder, file, copy } = await backedUp()
  const store = await opened(file)
  const names = async (): Promise<string[]> =>
    (await store.clients.records([1, 2, 3])).map(({ name }) => name).filter((name) => name !== '')
  // What a `today` does: it reads who is due, and then who they are; the restore comes between the two.
  let times = 0
  const seen = await store.steadily(async () => {
    times += 1
    const before = await store.clients.total()
    if (times === 1) expect((await runIn({ folder }, 'restore', copy)).code).toBe(0)
    return { before, names: await names() }
  })
  expect(times).toBe(2)
  expect(seen.before).toBe(2)
  expect(seen.names).toHaveLength(2)
  // What fails because the ground went away is tried again, and what fails by itself is not.
  times = 0
  await expect(
    store.steadily(async () => {
      times += 1
      throw new Error('by itself')
    }),
  ).rejects.toThrow('by itself')
  expect(times).toBe(1)
  await runIn({ folder }, 'add', 'Somebody')
  times = 0
  await store.steadily(async () => {
    times += 1
    if (times === 1) await runIn({ folder }, 'add', 'Somebody Else')
  })
  expect(times).toBe(1)
})
