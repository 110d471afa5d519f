import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  emptyDetails,
  exportLogFaults,
  noteOutgoing,
  type Outgoing,
  outgoingQueries,
} from '../../src/store/export-log.js'
import { carryLog } from '../../src/store/export-log-carrying.js'
import { type Db, lastId, openDatabase } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { AT, clientRow, entry, freshFolder, opened } from './base.js'

const taking = (over: Partial<Outgoing> = {}): Outgoing => ({
  at: AT,
  who: 'ольга@desk',
  what: 'export',
  format: 'csv',
  rows: 3,
  fields: ['name', 'phones'],
  encrypted: false,
  details: { filter: 'city:Київ', target: '/tmp/«список».csv', reason: "O'Brien-Ñandú 💡" },
  ...over,
})

const logged = async (count: number): Promise<{ file: string; store: Store }> => {
  const file = join(freshFolder(), 'clients.db')
  const store = await opened(file)
  for (let index = 1; index <= count; index += 1) await store.noteOut(taking({ rows: index }))
  return { file, store }
}

/** Does something to the file behind the program's back. */
async function behind<T>(file: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(file, { create: false })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const faults = (file: string) => behind(file, exportLogFaults)
const run = (file: string, text: string): Promise<unknown> => behind(file, (db) => sql.raw(text).execute(db))
const entries = (file: string) => behind(file, (db) => outgoingQueries(db).list({ limit: 100, offset: 0 }))

describe('an entry', () => {
  test('is committed when it has its number, and is read as it was noted', async () => {
    const { file, store } = await logged(0)
    expect(await store.noteOut(taking())).toBe(1)
    expect(await store.noteOut(taking({ encrypted: true, what: 'client', fields: [] }))).toBe(2)
    const [second, first] = await entries(file)
    expect(first).toMatchObject({ ...taking(), id: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(second).toMatchObject({ id: 2, what: 'client', encrypted: true, fields: [] })
    expect(second?.hash).not.toBe(first?.hash)
    expect(await store.outgoing.head()).toEqual({ id: 2, hash: second?.hash })
    expect(await faults(file)).toEqual([])
  })

  test('is no operation: history does not know it and undo does not reach it', async () => {
    const { file, store } = await logged(0)
    const { operation } = await store.write(entry('add'), ({ insert }) => insert('client', clientRow('Ёлкина')))
    await store.noteOut(taking())
    expect(await store.operations.list({ client: null, limit: 9, offset: 0 })).toHaveLength(1)
    expect(await store.undo(null, entry('undo'))).toMatchObject({ done: { id: operation } })
    expect(await entries(file)).toHaveLength(1)
  })

  test.each(['a\u0000b', '\ud800 alone', '"],["', '\u001b[31m', 'Ґалаґан\nЁлкина'])(
    'of %j fits its own hash',
    async (text) => {
      const { file, store } = await logged(0)
      await store.noteOut(
        taking({ who: text, format: text, fields: [text], details: { filter: text, target: text, reason: text } }),
      )
      expect(await faults(file)).toEqual([])
    },
  )

  test('of two at once each has its place in the chain', async () => {
    const { file, store } = await logged(0)
    const other = await opened(file)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? store : other).noteOut(taking({ rows: index }))),
    )
    expect((await entries(file)).map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index))
    expect(await faults(file)).toEqual([])
  })

  test('counts by what it was, since a moment', async () => {
    const { store } = await logged(2)
    await store.noteOut(taking({ what: 'backup', at: '2026-11-23T00:00:00Z' }))
    expect(await store.outgoing.since(AT)).toEqual({ export: 2, backup: 1 })
    expect(await store.outgoing.since('2026-11-22T23:00:00Z')).toEqual({ backup: 1 })
  })
})

describe('the chain shows', () => {
  test.each([
    ['another number of rows', 'update export_log set rows = 1 where id = 3', [['changed', 3, 3]]],
    ['another who', `update export_log set who = 'nobody' where id = 2`, [['changed', 2, 2]]],
    ['another moment', `update export_log set at = '2020-01-01T00:00:00Z' where id = 5`, [['changed', 5, 5]]],
    ['other fields', `update export_log set fields = '[]' where id = 1`, [['changed', 1, 1]]],
    ['another format', `update export_log set format = 'form-text' where id = 1`, [['changed', 1, 1]]],
    ['another kind', `update export_log set what = 'backup' where id = 1`, [['changed', 1, 1]]],
    ['encrypted, which it was not', 'update export_log set encrypted = 1 where id = 4', [['changed', 4, 4]]],
    ['other details', `update export_log set details = '{}' where id = 4`, [['details', 4, 4]]],
    ['details without their salt', 'update export_log set salt = null where id = 4', [['details', 4, 4]]],
    ['a salt without details', 'update export_log set details = null where id = 4', [['details', 4, 4]]],
    [
      'an entry taken out',
      'delete from export_log where id = 3',
      [
        ['missing', 3, 3],
        ['unlinked', 4, 4],
      ],
    ],
    ['the last ones cut off', 'delete from export_log where id > 3', [['missing', 4, 5]]],
    ['all of them gone', 'delete from export_log', [['missing', 1, 5]]],
    [
      'two put in each other’s place',
      `update export_log set id = -1 where id = 2; update export_log set id = 2 where id = 3; update export_log set id = 3 where id = -1`,
      [
        ['unlinked', 2, 2],
        ['changed', 2, 2],
        ['unlinked', 3, 3],
        ['changed', 3, 3],
        ['unlinked', 4, 4],
      ],
    ],
    [
      'a hash made to fit',
      `update export_log set rows = 1, hash = '${'0'.repeat(64)}' where id = 3`,
      [
        ['changed', 3, 3],
        ['unlinked', 4, 4],
      ],
    ],
    [
      'a first that was copied in',
      `insert into export_log select 6, at, who, what, format, rows, fields, encrypted, details, salt, details_hash, previous, hash from export_log where id = 1`,
      [
        ['unlinked', 6, 6],
        ['changed', 6, 6],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    const { file, store } = await logged(5)
    await store.close()
    for (const statement of text.split('; ')) await run(file, statement)
    expect((await faults(file)).map(({ is, id, until }) => [is, id, until])).toEqual(expected)
  })

  test('what was cut off for good: later entries do not take its place', async () => {
    const { file, store } = await logged(5)
    await run(file, 'delete from export_log where id > 3')
    expect(await store.noteOut(taking())).toBe(6)
    expect(await faults(file)).toEqual([{ is: 'missing', id: 4, until: 5 }])
  })

  test('but not what whoever can write the file writes anew', async () => {
    const { file, store } = await logged(3)
    const head = await store.outgoing.head()
    await store.close()
    await run(file, 'delete from export_log where id > 1')
    await run(file, `update sqlite_sequence set seq = 1 where name = 'export_log'`)
    expect(await faults(file)).toEqual([])
    // Only the hash that was noted elsewhere tells.
    expect((await entries(file)).map(({ hash }) => hash)).not.toContain(head?.hash)
  })

  test('is whole with thousands of entries', async () => {
    const { file } = await logged(0)
    await behind(file, async (db) => {
      await (db as Exclude<Db, { isTransaction: true }>).transaction().execute(async (inside) => {
        for (let index = 0; index < 2_100; index += 1) await noteOutgoing(inside, taking({ rows: index }))
      })
    })
    expect(await faults(file)).toEqual([])
    await run(file, 'update export_log set rows = 0 where id in (2000, 2001, 2100)')
    expect((await faults(file)).map(({ id }) => id)).toEqual([2000, 2001, 2100])
  })
})

test('emptied details leave the chain whole and nothing of what they said', async () => {
  const { file, store } = await logged(3)
  await store.close()
  await behind(file, (db) => emptyDetails(db, [2]))
  expect(await faults(file)).toEqual([])
  expect((await entries(file)).map(({ details }) => details?.filter ?? null)).toEqual(['city:Київ', null, 'city:Київ'])
})

describe('a base that is restored', () => {
  const BY = { at: '2026-12-01T10:00:00Z', who: 'olha@desk' }
  const carried = (from: string, into: string): Promise<void> =>
    behind(from, (current) => behind(into, (copy) => carryLog(current, copy, BY)))

  /** A copy of a base as it is now. */
  async function copyOf(store: Store, name: string): Promise<string> {
    const copy = join(freshFolder(), name)
    await behind(store.file, (db) => sql.raw(`vacuum into '${copy}'`).execute(db))
    return copy
  }

  test('keeps the log of what was taken out since', async () => {
    const { file, store } = await logged(2)
    const copy = await copyOf(store, 'early.db')
    await store.noteOut(taking({ rows: 3 }))
    await store.noteOut(taking({ rows: 4 }))
    await carried(file, copy)
    expect(await entries(copy)).toEqual(await entries(file))
    expect(await faults(copy)).toEqual([])
    await behind(copy, (db) => noteOutgoing(db, taking()))
    expect((await entries(copy))[0]?.id).toBe(5)
    expect(await faults(copy)).toEqual([])
  })

  test('a copy that knows nothing of a log gets the whole of it', async () => {
    const { file } = await logged(3)
    const { file: empty } = await logged(0)
    await carried(file, empty)
    expect(await entries(empty)).toEqual(await entries(file))
  })

  test('what was cut off stays missed', async () => {
    const { file, store } = await logged(5)
    const copy = await copyOf(store, 'early.db')
    await run(copy, 'delete from export_log where id > 2')
    await run(copy, `update sqlite_sequence set seq = 2 where name = 'export_log'`)
    await run(file, 'delete from export_log where id > 3')
    await carried(file, copy)
    expect(await faults(copy)).toEqual([{ is: 'missing', id: 4, until: 5 }])
    expect(await behind(copy, (db) => lastId(db, 'export_log'))).toBe(5)
  })

  test('a later copy keeps its own log, and nothing needs to be said', async () => {
    const { file, store } = await logged(2)
    const later = await copyOf(store, 'later.db')
    await behind(later, (db) => noteOutgoing(db, taking({ rows: 99 })))
    await carried(file, later)
    expect((await entries(later)).map(({ rows }) => rows)).toEqual([99, 2, 1])
    expect(await faults(later)).toEqual([])
  })

  test('another base keeps its own log, and an entry tells of the one that went', async () => {
    const { file, store } = await logged(3)
    const { file: other } = await logged(2)
    const head = await store.outgoing.head()
    await carried(file, other)
    const [note, ...rest] = await entries(other)
    expect(note).toMatchObject({
      id: 3,
      ...BY,
      what: 'restore',
      rows: 0,
      details: { filter: null, target: null, reason: null, replaced: { entries: 3, head: head?.hash } },
    })
    expect(rest).toHaveLength(2)
    expect(await faults(other)).toEqual([])
  })

  test('details that were emptied stay so', async () => {
    const { file, store } = await logged(2)
    const [early, later, other] = [
      await copyOf(store, 'a.db'),
      await copyOf(store, 'b.db'),
      await copyOf(store, 'c.db'),
    ]
    for (const copy of [later, other]) await behind(copy, (db) => noteOutgoing(db, taking({ rows: 50 })))
    await behind(file, (db) => emptyDetails(db, [1]))
    await carried(file, early)
    await carried(file, later)
    await store.noteOut(taking({ rows: 60 }))
    await carried(file, other)
    for (const copy of [early, later, other]) {
      expect((await entries(copy)).at(-1)).toMatchObject({ id: 1, details: null })
      expect(await faults(copy)).toEqual([])
    }
  })
})
