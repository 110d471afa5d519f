import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import sqlite3 from 'sqlite3'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/errors.js'
import { MIGRATIONS, type Migration } from '../../src/store/migrations.js'
import { identity, openDatabase } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { clientRow, entry, everything, freshFolder, opened } from './base.js'

const LATEST = MIGRATIONS[MIGRATIONS.length - 1]?.version ?? 0
const later = (...statements: string[]): Migration[] => [
  ...MIGRATIONS,
  { version: LATEST + 1, name: 'a step of the future', statements },
]

const versionOf = async (file: string): Promise<number> => {
  const db = await openDatabase(file, { create: false })
  try {
    return (await identity(db)).version
  } finally {
    await db.destroy()
  }
}

const exitOf = (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof Refusal ? error.exit : error),
  )

async function baseWithAnna(folder: string): Promise<string> {
  const file = join(folder, 'clients.db')
  const store = await openStore(file)
  await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna')))
  await store.close()
  return file
}

describe('migrations', () => {
  test('a base is brought to the new version, and a copy of the old one is kept', async () => {
    const folder = freshFolder()
    const file = await baseWithAnna(folder)
    const before = await everything(file)
    const copies: string[] = []
    // As the program does before anything else.
    const umask = process.umask(0o077)
    const store = await opened(file, {
      migrations: later('alter table client add column shoe_size text'),
      onCopy: (copy) => copies.push(copy),
    }).finally(() => process.umask(umask))
    expect((await store.check()).problems).toEqual([])
    await store.close()
    expect(await versionOf(file)).toBe(LATEST + 1)
    expect((await everything(file)).client).toMatchObject([{ name: 'Anna', shoe_size: null }])
    expect(copies).toEqual([`${file}.before-version-${LATEST + 1}`])
    expect(await versionOf(copies[0] ?? '')).toBe(LATEST)
    expect(await everything(copies[0] ?? '')).toEqual(before)
    expect(statSync(copies[0] ?? '').mode & 0o077).toBe(0)
  })

  test('a field of one’s own that a new one of the program would hide gets another key', async () => {
    const file = join(freshFolder(), 'clients.db')
    await (await openStore(file, { migrations: MIGRATIONS.slice(0, 4) })).close()
    const db = await openDatabase(file, { create: false })
    for (const key of ['consents', 'refuses', 'refuses_given', 'dog'])
      await db.insertInto('custom_field').values({ key, label: null, type: 'text', choices: '[]' }).execute()
    await db.destroy()
    const store = await opened(file, { onCopy: () => {} })
    expect((await store.clients.customFields()).map(({ key }) => key)).toEqual([
      'consents_given',
      'refuses',
      'refuses_given',
      'dog',
    ])
  })

  test('a second opening migrates nothing and copies nothing', async () => {
    const file = await baseWithAnna(freshFolder())
    const migrations = later('alter table client add column shoe_size text')
    await (await openStore(file, { migrations })).close()
    const copies: string[] = []
    await (await openStore(file, { migrations, onCopy: (copy) => copies.push(copy) })).close()
    expect(copies).toEqual([])
  })

  test('a step that fails leaves the base as it was', async () => {
    const file = await baseWithAnna(freshFolder())
    const before = await everything(file)
    await expect(
      openStore(file, {
        migrations: later('create table extra (id integer primary key)', 'insert into nowhere values (1)'),
      }),
    ).rejects.toThrow()
    expect(await versionOf(file)).toBe(LATEST)
    expect(await everything(file)).toEqual(before)
    const db = await openDatabase(file, { create: false })
    const { rows } = await sql`select name from sqlite_master where name = 'extra'`.execute(db)
    await db.destroy()
    expect(rows).toEqual([])
    // The program of today goes on working with it.
    await (await openStore(file)).close()
  })

  test('a step that breaks a reference is refused by the check after it', async () => {
    const file = await baseWithAnna(freshFolder())
    expect(
      await exitOf(
        openStore(file, {
          migrations: later(
            'pragma defer_foreign_keys = on',
            `insert into contact (client_id, at, channel, direction) values (77, '2026-01-01T00:00:00Z', 'call', 'out')`,
          ),
        }),
      ),
    ).toBe(1)
    expect(await versionOf(file)).toBe(LATEST)
    expect((await everything(file)).contact).toEqual([])
  })

  test('a base of a newer program is refused and not touched', async () => {
    const folder = freshFolder()
    const file = await baseWithAnna(folder)
    await (await openStore(file, { migrations: later('alter table client add column shoe_size text') })).close()
    const bytes = readFileSync(file)
    expect(await exitOf(openStore(file))).toBe(1)
    const { code, stderr } = await runIn({ folder }, 'list')
    expect(code).toBe(1)
    expect(stderr).toContain('newer clientele')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})

describe('what is not a base', () => {
  test('a new base is for its owner alone and leaves nothing beside it', async () => {
    const folder = freshFolder()
    const file = join(folder, 'deep', 'er', 'clients.db')
    await (await openStore(file)).close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['clients.db'])
    expect(await versionOf(file)).toBe(LATEST)
  })

  test('several that make it at once get the same base', async () => {
    const file = join(freshFolder(), 'clients.db')
    const stores = await Promise.all([1, 2, 3, 4].map(() => opened(file)))
    await Promise.all(
      stores.map((store, index) =>
        store.write(entry('add'), (writing) => writing.insert('client', clientRow(`Client ${index}`))),
      ),
    )
    expect((await everything(file)).client).toHaveLength(4)
  })

  test('an empty file becomes a base', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'clients.db'), '')
    expect((await runIn({ folder }, 'add', 'Anna')).stdout).toBe('1\n')
  })

  test('a text is refused and stays as it is', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    writeFileSync(file, 'Dear Anna,\n')
    expect(await exitOf(openStore(file))).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe('Dear Anna,\n')
    expect(readdirSync(folder)).toEqual(['clients.db'])
  })

  test('a folder is refused', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'clients.db'))
    expect(await exitOf(openStore(join(folder, 'clients.db')))).toBe(1)
  })

  test('a database of another program is refused and stays as it is, byte for byte', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await new Promise<void>((resolve, reject) => {
      const other = new sqlite3.Database(file)
      other.exec(
        'create table client (id integer primary key, name text); insert into client values (1, "x")',
        (error) => (error ? reject(error) : other.close((closing) => (closing ? reject(closing) : resolve()))),
      )
    })
    const bytes = readFileSync(file)
    expect(await exitOf(openStore(file))).toBe(1)
    expect((await runIn({ folder }, 'add', 'Anna')).code).toBe(1)
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['clients.db', 'home'])
  })

  test('what must exist is not made', async () => {
    const file = join(freshFolder(), 'clients.db')
    expect(await exitOf(openStore(file, { mustExist: true }))).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  test('a damaged base says so', async () => {
    const folder = freshFolder()
    const file = await baseWithAnna(folder)
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 100, 8192)
    writeFileSync(file, bytes)
    const { code, stderr } = await runIn({ folder }, 'list')
    expect(code).toBe(1)
    expect(stderr).not.toContain('bug')
  })
})

describe('another program is writing', () => {
  test('a write waits for it and then succeeds', async () => {
    const folder = freshFolder()
    const file = await baseWithAnna(folder)
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    const began = Date.now()
    const released = new Promise<void>((resolve) =>
      setTimeout(() => other.executeQuery(CompiledQuery.raw('rollback')).then(() => resolve()), 300),
    )
    const { code, stdout } = await runIn({ folder }, 'add', 'Boris')
    expect(Date.now() - began).toBeGreaterThanOrEqual(280)
    await released
    await other.destroy()
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2\n' })
  })

  test('reading does not wait', async () => {
    const folder = freshFolder()
    const file = await baseWithAnna(folder)
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    try {
      expect((await runIn({ folder }, 'count')).stdout).toBe('1\n')
      expect((await runIn({ folder }, 'show', 'anna')).code).toBe(0)
    } finally {
      await other.executeQuery(CompiledQuery.raw('rollback'))
      await other.destroy()
    }
  })
})
