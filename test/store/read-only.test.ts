import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFull } from '../../src/room.js'
import { MIGRATIONS } from '../../src/store/migrations.js'
import { newNumbers, openReadOnly, openWithoutRoom, readingStore } from '../../src/store/read-only.js'
import { openDatabase, openForOne } from '../../src/store/sqlite.js'
import { clientRow, freshFolder, opened } from './base.js'

/* Places that cannot be written need another user or a mount: test/binary/disk.test.ts. */

test('a base that can be written, or is not there, is not opened for reading only', async () => {
  const file = join(freshFolder(), 'base.db')
  expect(await openReadOnly(file, MIGRATIONS)).toBeNull()
  await opened(file)
  expect(await openReadOnly(file, MIGRATIONS)).toBeNull()
})

test('opened for one connection alone a base is read and written without an index of its log beside it', async () => {
  const file = join(freshFolder(), 'base.db')
  await (await opened(file)).close()
  const db = await openForOne(file)
  await db.insertInto('client').values(clientRow('Ёлкина')).execute()
  expect(await db.selectFrom('client').select('name').execute()).toEqual([{ name: 'Ёлкина' }])
  expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([true, false])
  await expect(openDatabase(file, { create: false, wait: 0 })).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  await db.destroy()
  await (await openDatabase(file, { create: false, wait: 0 })).destroy()
})

test('a base that could not be opened for another reason than room is not opened another way', async () => {
  const file = join(freshFolder(), 'base.db')
  await (await opened(file)).close()
  for (const code of ['SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_CORRUPT'])
    expect(await openWithoutRoom(file, MIGRATIONS, { error: { code }, wait: 0 })).toBeNull()
  expect(isFull(freshFolder())).toBe(false)
  expect(isFull('/nowhere')).toBe(false)
})

test('entries without a number get those behind the last', () => {
  const known = [
    { entry: 'call:1', number: 1, client_id: 1 },
    { entry: 'call:2', number: 4, client_id: 2 },
  ]
  const entries = ['call:2', 'call:3', 'task:9'].map((entry, index) => ({ entry, client_id: index + 2 }))
  expect(newNumbers(known, entries)).toEqual([
    { entry: 'call:3', number: 5, client_id: 3 },
    { entry: 'task:9', number: 6, client_id: 4 },
  ])
  expect(newNumbers([], [])).toEqual([])
})

test('a store that only reads numbers the day for one command, says so once, and tells when the file was changed', async () => {
  const store = await opened(join(freshFolder(), 'base.db'))
  let told = 0
  const refusal = Object.assign(new Error('changed'), { name: 'Refusal' }) as never
  const reading = readingStore(store, { db: null as never, disturbed: () => refusal }, () => {
    told += 1
  })
  const entries = [{ entry: 'call:1', client_id: 1 }]
  expect(await reading.numberEntries('2026-11-22', entries)).toEqual([{ entry: 'call:1', number: 1, client_id: 1 }])
  expect(await reading.numberEntries('2026-11-22', [...entries, { entry: 'call:2', client_id: 2 }])).toHaveLength(2)
  expect((await reading.agenda.dayEntries('2026-11-22')).map(({ number }) => number)).toEqual([1, 2])
  expect(told).toBe(1)
  expect(await store.agenda.dayEntries('2026-11-22')).toEqual([])
  await expect(reading.close()).rejects.toBe(refusal)
})
