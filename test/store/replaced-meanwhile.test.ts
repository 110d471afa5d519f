import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { clientRow, entry, everything, freshFolder, opened } from './base.js'

/** A base with two clients, a backup of it, and then a third client. */
async function backedUp(): Promise<{ folder: string; file: string; copy: string }> {
  const folder = freshFolder()
  for (const name of ['Анна Ёлкина', "Pat O'Brien-Ñandú"]) await runIn({ folder }, 'add', name)
  const copy = join(folder, 'copy.db')
  expect((await runIn({ folder }, 'backup', copy)).code).toBe(0)
  await runIn({ folder }, 'add', 'Ґалаґан 🎂')
  return { folder, file: join(folder, 'clients.db'), copy }
}

const namesIn = async (file: string): Promise<unknown[]> =>
  ((await everything(file)).client as { name: string }[]).map(({ name }) => name)

const adding = (store: Store, name: string): Promise<unknown> =>
  store.write(entry('add'), (writing) => writing.insert('client', clientRow(name)))

const REFUSED = { name: 'Refusal', exit: 7 }

describe('what was read of a base is not written into another one', () => {
  test('a restore between reading and writing', async () => {
    const { folder, file, copy } = await backedUp()
    const store = await opened(file)
    expect(await store.clients.total()).toBe(3)
    expect((await runIn({ folder }, 'restore', copy, '--yes')).code).toBe(0)
    await expect(adding(store, 'Somebody')).rejects.toMatchObject(REFUSED)
    await expect(store.undo(null, entry('undo'))).rejects.toMatchObject(REFUSED)
    await expect(store.numberEntries('2026-11-22', [{ entry: 'call:3', client_id: 3 }])).rejects.toMatchObject(REFUSED)
    expect(await namesIn(file)).toEqual(['Анна Ёлкина', "Pat O'Brien-Ñandú"])
    // Whoever comes anew writes as ever.
    expect(await runIn({ folder }, 'add', 'Somebody')).toMatchObject({ code: 0 })
  })

  test('the same backup restored a second time is another content again', async () => {
    const { folder, file, copy } = await backedUp()
    await runIn({ folder }, 'restore', copy, '--yes')
    const store = await opened(file)
    await runIn({ folder }, 'restore', copy, '--yes')
    await expect(adding(store, 'Somebody')).rejects.toMatchObject(REFUSED)
  })

  test('neither what others add nor an erasure, which rewrites the file, is another content', async () => {
    const { folder, file } = await backedUp()
    const store = await opened(file)
    expect((await runIn({ folder }, 'add', 'Boris')).code).toBe(0)
    expect((await runIn({ folder }, 'forget', '1', '--yes')).code).toBe(0)
    await adding(store, 'Somebody')
    expect((await namesIn(file)).slice(-2)).toEqual(['Boris', 'Somebody'])
    await store.close()
  })

  test('a restore while a write has begun comes after it, and keeps it aside', async () => {
    const { folder, file, copy } = await backedUp()
    const store = await opened(file)
    let restored: Promise<unknown> | null = null
    await store.write(entry('add'), async (writing) => {
      restored = runIn({ folder }, 'restore', copy, '--yes', '--json')
      await new Promise((resolve) => setTimeout(resolve, 300))
      return writing.insert('client', clientRow('Acknowledged'))
    })
    const { code, stdout } = (await restored) as unknown as { code: number; stdout: string }
    expect(code).toBe(0)
    const { aside } = JSON.parse(stdout) as { aside: string }
    expect(await namesIn(aside)).toContain('Acknowledged')
    expect(await namesIn(file)).toHaveLength(2)
  })

  test('a file that a program for synchronising has put in the place: refused at the beginning, and at the end', async () => {
    const { file, copy } = await backedUp()
    const store = await opened(file)
    await store.clients.total()
    const swap = (): void => {
      copyFileSync(copy, `${file}.incoming`)
      renameSync(`${file}.incoming`, file)
    }
    await expect(
      store.write(entry('add'), async (writing) => {
        const id = await writing.insert('client', clientRow('Somebody'))
        swap()
        return id
      }),
    ).rejects.toMatchObject(REFUSED)
    await expect(adding(store, 'Somebody Else')).rejects.toMatchObject(REFUSED)
  })

  test('a base whose name was taken away takes nothing more', async () => {
    const { file } = await backedUp()
    const store = await opened(file)
    renameSync(file, `${file}.moved`)
    expect(await store.clients.total()).toBe(3)
    await expect(adding(store, 'Somebody')).rejects.toMatchObject({ name: 'Refusal', exit: 1 })
    renameSync(`${file}.moved`, file)
    await adding(store, 'Somebody')
    expect(await namesIn(file)).toContain('Somebody')
  })

  test('what begins in an empty file never goes into a base that was restored there meanwhile', async () => {
    const { folder, copy } = await backedUp()
    const file = join(folder, 'empty.db')
    writeFileSync(file, '')
    const store = await opened(file)
    expect(await store.clients.total()).toBe(0)
    expect((await runIn({ folder, env: { CLIENTELE_DB: file } }, 'restore', copy, '--yes')).code).toBe(0)
    await expect(adding(store, 'Somebody')).rejects.toMatchObject(REFUSED)
    expect(await namesIn(file)).toHaveLength(2)
  })
})

describe('what is shown is of one base', () => {
  test('a restore between two questions is told at the end, unless what was read was written', async () => {
    const { folder, file, copy } = await backedUp()
    const [reading, writing] = [await opened(file), await opened(file)]
    for (const store of [reading, writing]) expect(await store.clients.total()).toBe(3)
    await adding(writing, 'Acknowledged')
    expect((await runIn({ folder }, 'restore', copy, '--yes')).code).toBe(0)
    expect(await reading.clients.total()).toBe(2)
    await expect(reading.close()).rejects.toMatchObject(REFUSED)
    await expect(writing.close()).resolves.toBeUndefined()
  })

  test('what is read still stays as it was, whatever others do, and nothing can be written by it', async () => {
    const { folder, file, copy } = await backedUp()
    const store = await opened(file)
    const release = await store.still()
    expect(await store.clients.total()).toBe(3)
    expect((await runIn({ folder }, 'restore', copy, '--yes')).code).toBe(0)
    expect((await runIn({ folder }, 'add', 'Later')).code).toBe(0)
    expect(await store.clients.total()).toBe(3)
    await release()
    expect(await store.clients.total()).toBe(3)
    await store.close()
  })

  test('what was replaced before it was held still is refused', async () => {
    const { folder, file, copy } = await backedUp()
    const store = await opened(file)
    await store.clients.total()
    await runIn({ folder }, 'restore', copy, '--yes')
    await expect(store.still()).rejects.toMatchObject(REFUSED)
    expect(await store.clients.total()).toBe(2)
  })
})

describe('a restore over what is no sound base', () => {
  const asides = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('.before-restore-'))

  /** Breaks the root of a table, which nobody meets who only adds. */
  const breakInside = async (file: string): Promise<void> => {
    const db = await openDatabase(file, { create: false })
    const { rows } = await db.executeQuery<{ rootpage: number }>(
      CompiledQuery.raw("select rootpage from sqlite_master where name = 'matching_model'"),
    )
    await db.destroy()
    const bytes = readFileSync(file)
    const at = ((rows[0]?.rootpage ?? 0) - 1) * 8192
    bytes.fill(0x5a, at, at + 8192)
    writeFileSync(file, bytes)
  }

  test('who has it open writes into what bears the name afterwards, or not at all', async () => {
    const { folder, file, copy } = await backedUp()
    await breakInside(file)
    const before = readFileSync(file)
    const store = await opened(file)
    await adding(store, 'Still Takes')
    const { code } = await runIn({ folder }, 'restore', copy, '--yes')
    expect(code).toBe(0)
    await expect(adding(store, 'Somebody')).rejects.toMatchObject(REFUSED)
    await store.close()
    expect(await namesIn(file)).toHaveLength(2)
    expect((await runIn({ folder }, 'check')).code).toBe(0)
    const [aside = '', log] = asides(folder)
    expect(log).toBe(`${aside}-wal`)
    expect(readFileSync(join(folder, aside)).length).toBeGreaterThanOrEqual(before.length)
    // The bytes with their log are the broken base with the last that was added to it.
    const db = await openDatabase(join(folder, aside), { create: false })
    expect((await db.selectFrom('client').select('name').execute()).map(({ name }) => name)).toContain('Still Takes')
    await db.destroy()
  })

  test('who writes to it is waited for, and the restore is refused when that takes too long', async () => {
    const { folder, file, copy } = await backedUp()
    await breakInside(file)
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    const { code } = await runIn({ folder, env: { CLIENTELE_WAIT: '0' } }, 'restore', copy, '--yes')
    expect(code).toBe(7)
    expect(asides(folder)).toEqual([])
    await other.executeQuery(CompiledQuery.raw('rollback'))
    await other.destroy()
    expect((await runIn({ folder }, 'restore', copy, '--yes')).code).toBe(0)
    expect(await namesIn(file)).toHaveLength(2)
  })

  test('an empty file is filled where it stands, and keeps its place', async () => {
    const { folder, file, copy } = await backedUp()
    truncateSync(file)
    const other = await openDatabase(file, { create: false })
    expect((await runIn({ folder }, 'restore', copy, '--yes')).code).toBe(0)
    // Who had it open sees what came in.
    expect(await other.selectFrom('client').selectAll().execute()).toHaveLength(2)
    await other.destroy()
    expect(asides(folder)).toEqual([])
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect((await runIn({ folder }, 'check')).code).toBe(0)
  })

  test('a base without a log to which somebody adds while it is copied loses nothing', async () => {
    const { folder, file, copy } = await backedUp()
    // A lock for reading keeps the base from getting a log, and only that.
    const reader = await openDatabase(file, { create: false })
    await reader.executeQuery(CompiledQuery.raw('pragma journal_mode = delete'))
    await reader.executeQuery(CompiledQuery.raw('begin'))
    await reader.executeQuery(CompiledQuery.raw('select * from client'))
    const restored = runIn({ folder, env: { CLIENTELE_WAIT: '4' } }, 'restore', copy, '--yes', '--json')
    const until = Date.now() + 10_000
    while (asides(folder).length === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5))
    await reader.executeQuery(CompiledQuery.raw('rollback'))
    await reader.executeQuery(CompiledQuery.raw("update client set note = 'acknowledged' where id = 1"))
    await reader.destroy()
    const { code, stdout } = await restored
    expect(code).toBe(0)
    const { aside } = JSON.parse(stdout) as { aside: string }
    const kept = (await everything(aside)).client as { note: string | null }[]
    const now = (await everything(file)).client as { note: string | null }[]
    expect([kept[0]?.note, now[0]?.note]).toContain('acknowledged')
    expect(asides(folder)).toHaveLength(1)
  })
})
