import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import sqlite3 from 'sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { draftName } from '../../src/durable.js'
import { holderOf } from '../../src/store/holders.js'
import { MIGRATIONS, type Migration } from '../../src/store/migrations.js'
import { APPLICATION_ID, identity, openDatabase, waitFor } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { clientRow, entry, everything, freshFolder, opened } from './base.js'

const LATEST = MIGRATIONS[MIGRATIONS.length - 1]?.version ?? 0
const listsLocks = existsSync('/proc/locks')
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
})

/** Another process, called as the program would be, that holds a transaction until it is ended. */
async function holding(folder: string, file: string, begin: string): Promise<number> {
  const script = join(folder, 'clientele.js')
  writeFileSync(
    script,
    `const sqlite3 = require(${JSON.stringify(createRequire(import.meta.url).resolve('sqlite3'))})
     const db = new sqlite3.Database(process.argv.at(-1))
     db.exec(${JSON.stringify(begin)}, (error) => { console.log(error ?? 'ready'); setInterval(() => db, 1000) })`,
  )
  const child = spawn(process.execPath, [script, 'import', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  expect(String(await new Promise((resolve) => child.stdout?.once('data', resolve)))).toBe('ready\n')
  return child.pid ?? 0
}

describe('who holds the base', () => {
  test.skipIf(!listsLocks).each([
    ['a writer', 'begin immediate'],
    ['who holds it alone', 'pragma locking_mode = exclusive; begin exclusive'],
    ['a writer of a base without log', 'pragma journal_mode = delete; begin exclusive'],
  ])('%s is named', async (_, begin) => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    expect((await runIn({ folder }, 'add', 'Anna')).code).toBe(0)
    expect(holderOf(file)).toBeNull()
    const pid = await holding(folder, file, begin)
    expect(holderOf(file)).toEqual({ pid, command: 'clientele import …' })
    const { code, stderr } = await runIn({ folder, env: { CLIENTELE_WAIT: '1' } }, 'add', 'Boris')
    expect(code).toBe(7)
    expect(stderr).toContain(`Process ${pid} (clientele import …) is writing to ${file}`)
    expect(stderr).not.toMatch(/locked|SQLITE/i)
  })

  test('nobody is named whom the system does not know', () => {
    expect(holderOf(join(freshFolder(), 'clients.db'))).toBeNull()
  })
})

describe('waiting for a turn', () => {
  test('a crowd of writers and a long one lose nothing', async () => {
    const file = join(freshFolder(), 'clients.db')
    const stores = await Promise.all(Array.from({ length: 6 }, () => opened(file)))
    const long = stores[0]?.write(entry('import'), async (writing) => {
      for (let number = 0; number < 40; number += 1) {
        await writing.insert('client', clientRow(`Row ${number}`))
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    await Promise.all([
      long,
      ...stores.slice(1).map(async (store, writer) => {
        for (let number = 0; number < 15; number += 1)
          await store.write(entry('add'), (writing) =>
            writing.insert('client', clientRow(`Ёлкина ${writer} ${number}`)),
          )
      }),
    ])
    const { client } = (await everything(file)) as { client: { name: string }[] }
    expect(client).toHaveLength(40 + 5 * 15)
    // The long one is one transaction: its rows stand together.
    const rows = client.map(({ name }, index) => ({ name, index })).filter(({ name }) => name.startsWith('Row'))
    expect((rows[39]?.index ?? 0) - (rows[0]?.index ?? 0)).toBe(39)
  })

  test('what is only nice to have waits shortly, and the long wait is back afterwards', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    expect(await store.keepModel({ at: '2026-11-22T07:30:00Z', clients: 1, model: '{}' })).toBe(false)
    setTimeout(() => other.executeQuery(CompiledQuery.raw('rollback')), 400)
    const { result } = await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna')))
    expect(result).toBe(1)
    await other.destroy()
  })

  test('what has begun is not done a second time when it meets a lock: an import has read its file only once', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file, { wait: 0 })
    let runs = 0
    const write = store.write(entry('import'), async (writing) => {
      runs += 1
      if (runs === 1) {
        await writing.insert('client', clientRow('Anna'))
        throw Object.assign(new Error('the disk is busy'), { code: 'SQLITE_BUSY' })
      }
    })
    await expect(write).rejects.toMatchObject({ name: 'Refusal', exit: 7 })
    expect(runs).toBe(1)
    expect((await everything(file)).client).toEqual([])
  })

  test('single statements wait as long as was said, also after a transaction had to wait', async () => {
    const file = join(freshFolder(), 'clients.db')
    await (await openStore(file)).close()
    const db = await openDatabase(file, { create: false, wait: 1234 })
    const timeout = async (): Promise<unknown> => (await sql`pragma busy_timeout`.execute(db)).rows
    await db.transaction().execute((inside) => identity(inside))
    expect(await timeout()).toEqual([{ timeout: 1234 }])
    await waitFor(db, 60)
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    await expect(db.transaction().execute((inside) => identity(inside))).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    await other.destroy()
    expect(await timeout()).toEqual([{ timeout: 60 }])
    await db.destroy()
  })
})

describe('starts that were killed', () => {
  const exec = (file: string, text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const tool = new sqlite3.Database(file)
      tool.exec(text, (error) =>
        error ? reject(error) : tool.close((closing) => (closing ? reject(closing) : resolve())),
      )
    })

  test.each([
    ['an empty file', ''],
    ['the sign alone', `pragma page_size = 8192; pragma application_id = ${APPLICATION_ID}`],
    ['the sign and the log', `pragma application_id = ${APPLICATION_ID}; pragma journal_mode = wal`],
  ])('%s becomes a base', async (_, text) => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    writeFileSync(file, '')
    await exec(file, text)
    expect((await runIn({ folder }, 'add', 'Anna')).stdout).toBe('1\n')
    expect(readFileSync(file).subarray(68, 72).toString('latin1')).toBe('CLNT')
    expect(readFileSync(file)[18]).toBe(2)
    expect(readdirSync(folder).sort()).toEqual(['clients.db', 'home'])
  })

  test('a base that another tool has left without a log gets one', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await runIn({ folder }, 'add', 'Anna')
    await exec(file, 'pragma journal_mode = delete')
    expect(readFileSync(file)[18]).toBe(1)
    expect((await runIn({ folder }, 'list', '--format', 'ids')).stdout).toBe('1\n')
    expect(readFileSync(file)[18]).toBe(2)
  })

  test('a second name that a killed start has left is taken away, drafts of others are not', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await runIn({ folder }, 'add', 'Anna')
    linkSync(file, `${file}.new-abcdefgh`)
    writeFileSync(`${file}.new-ijklmnop`, 'in the making')
    expect((await runIn({ folder }, 'count')).stdout).toBe('1\n')
    expect(readdirSync(folder).sort()).toEqual(['clients.db', 'clients.db.new-ijklmnop', 'home'])
  })

  test.runIf(existsSync('/proc/self/ns/pid'))(
    'drafts they have left go with the next write, and not before',
    async () => {
      const folder = freshFolder()
      await runIn({ folder }, 'add', 'Anna')
      const running = draftName(folder)
      const gone = draftName(folder).replace(/\d+(?=\.part)/, '4194305')
      for (const file of [running, gone, `${gone}-journal`]) writeFileSync(file, 'half')
      expect((await runIn({ folder }, 'count')).stdout).toBe('1\n')
      expect([running, gone, `${gone}-journal`].map((file) => existsSync(file))).toEqual([true, true, true])
      expect((await runIn({ folder }, 'add', 'Boris')).stdout).toBe('2\n')
      expect([running, gone, `${gone}-journal`].map((file) => existsSync(file))).toEqual([true, false, false])
    },
  )

  test('our sign with tables that are not ours is no base', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await exec(file, `pragma application_id = ${APPLICATION_ID}; create table other (a)`)
    const { code, stderr } = await runIn({ folder }, 'add', 'Anna')
    expect(code).toBe(1)
    expect(stderr).toContain('is not a clientele base')
  })
})

describe('copies before a migration', () => {
  const later = (...statements: string[]): Migration[] => [
    ...MIGRATIONS,
    { version: LATEST + 1, name: 'a step of the future', statements },
  ]
  const base = async (): Promise<{ folder: string; file: string }> => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'in'))
    const file = join(folder, 'in', 'clients.db')
    const store = await openStore(file)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow("O'Brien-Ñandú 🎂")))
    await store.close()
    return { folder: join(folder, 'in'), file }
  }

  test('a step that fails leaves no copy behind', async () => {
    const { folder, file } = await base()
    await expect(openStore(file, { migrations: later('insert into nowhere values (1)') })).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['clients.db'])
  })

  test('an earlier copy is kept, and a draft of a killed start is cleared away', async () => {
    const { folder, file } = await base()
    writeFileSync(`${file}.before-version-${LATEST + 1}`, 'of another base')
    writeFileSync(`${file}.before-version-${LATEST + 1}.part-abcdefgh`, 'half')
    const copies: string[] = []
    await opened(file, { migrations: later('create table extra (id integer)'), onCopy: (copy) => copies.push(copy) })
    expect(copies).toEqual([`${file}.before-version-${LATEST + 1}.2`])
    expect((await everything(copies[0] ?? '')).client).toMatchObject([{ name: "O'Brien-Ñandú 🎂" }])
    expect(readFileSync(`${file}.before-version-${LATEST + 1}`, 'utf8')).toBe('of another base')
    expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([])
  })

  test('several that bring a base up at once make one copy, of the old version', async () => {
    const { folder, file } = await base()
    const copies: string[] = []
    const migrations = later('create table extra (id integer)')
    await Promise.all([1, 2, 3, 4].map(() => opened(file, { migrations, onCopy: (copy) => copies.push(copy) })))
    expect(copies).toEqual([`${file}.before-version-${LATEST + 1}`])
    expect(readdirSync(folder).filter((name) => name.includes('.before-'))).toHaveLength(1)
    const copy = await openDatabase(copies[0] ?? '', { create: false })
    expect((await identity(copy)).version).toBe(LATEST)
    await copy.destroy()
  })
})
