import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { CheckName, Finding } from '../../src/domain/checking/finding.js'
import { unfoundClients } from '../../src/store/checking-search.js'
import { openDatabase } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { AT, clientRow, contactRow, entry, freshFolder, opened } from './base.js'

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))

const LOOK_ONLY = { mend: false, now: AT }
const MEND = { mend: true, now: AT }

/** Another program at the base. */
async function meddle(file: string, ...statements: string[]): Promise<void> {
  const db = await openDatabase(file, { create: false })
  try {
    for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement))
  } finally {
    await db.destroy()
  }
}

async function filled(): Promise<{ store: Store; file: string }> {
  const file = join(freshFolder(), 'clients.db')
  const store = await opened(file)
  await store.write(entry('add'), async (writing) => {
    const anna = await writing.insert('client', clientRow('Анна Ёлкина', { note: "любит 🌻, O'Brien-Ñandú" }))
    await writing.insert('client', clientRow('Ґалаґан'))
    await writing.insert('client', clientRow("O'Brien-Ñandú"))
    await writing.insert('contact', contactRow(anna, 'hello'))
  })
  return { store, file }
}

const by = (findings: readonly Finding[], name: CheckName): Finding | undefined =>
  findings.find((finding) => finding.name === name)

const notFine = (findings: readonly Finding[]): unknown[] => findings.filter(({ state }) => state !== 'ok')

describe('a sound base', () => {
  test('has nothing wrong, and looking changes nothing', async () => {
    const { store, file } = await filled()
    const before = readFileSync(file)
    const { findings, problems, mended } = await store.check(LOOK_ONLY)
    expect({ problems, mended, wrong: notFine(findings) }).toEqual({ problems: [], mended: 0, wrong: [] })
    expect(findings.map(({ name }) => name)).toEqual([
      'file',
      'schema',
      'search',
      'standings',
      'journal',
      'exports',
      'consent',
      'clock',
      'erasure',
    ])
    expect(readFileSync(file)).toEqual(before)
  })

  test.each([
    ['nothing at all', []],
    ['an import and its undo', [['import', fixture('import/household.csv'), '-q'], ['undo']]],
    ['an undo and its undo', [['import', fixture('import/household.csv'), '-q'], ['undo'], ['undo', '2']]],
    [
      'a merge, its undo, and that undone',
      [
        ['add', 'Anna Ёлкина', '--company', 'Василёк'],
        ['add', 'Анна Елкина', '--force', '--tag', 'vip'],
        ['merge', '1', '3', '-y'],
        ['undo'],
        ['undo', '4'],
      ],
    ],
    [
      'edits, dealings, removals',
      [
        ['add', 'Anna', '--phone', '+79161234567', '--company', 'Old Name', '--note', 'ґудзик'],
        ['edit', '2', '--name', 'New Name'],
        ['log', '1', '--call', 'hello', '--next', 'tomorrow call'],
        ['order', 'add', '1', '500', 'flowers'],
        ['date', 'add', '1', '01.12', 'birthday', '--who', 'son'],
        ['remove', '1', '-y'],
        ['undo'],
        ['edit', '1', '--remove-phone', '+79161234567'],
        ['undo'],
      ],
    ],
    ['the demo', [['demo', '--db', 'clients.db']]],
    [
      'a person was erased',
      [
        ['import', fixture('import/household.csv'), '-q'],
        ['log', '1', '--call', 'hello', '--next', 'tomorrow'],
        ['forget', '1', '-y'],
      ],
    ],
  ])('after %s', async (_, commands) => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    for (const command of commands) {
      const typed = command.map((word) => (word === 'clients.db' ? file : word))
      const { code, stderr } = await runIn({ folder }, ...typed)
      expect({ typed, code, stderr: code === 0 ? '' : stderr }).toEqual({ typed, code: 0, stderr: '' })
    }
    const store = await opened(file)
    const { findings } = await store.check({ mend: false, now: '2026-11-22T07:30:00Z' })
    expect(notFine(findings)).toEqual([])
  })
})

describe('the search index', () => {
  const cases: [string, string, number][] = [
    ['lacks a client', 'delete from client_search where rowid = 2', 1],
    ['holds another name', `insert or replace into client_search (rowid, name, rest) values (2, 'boris', '')`, 1],
    [
      'has the words in the wrong column',
      `insert or replace into client_search (rowid, name, rest) values (2, '', 'galagan')`,
      1,
    ],
    ['holds one word more', `insert or replace into client_search (rowid, name, rest) values (2, 'galagan', 'x')`, 1],
    ['holds somebody who is no client', `insert into client_search (rowid, name, rest) values (77, 'ghost', '')`, 1],
    ['is empty', `insert into client_search (client_search) values ('delete-all')`, 3],
  ]
  test.each(cases)('%s', async (_, statement, wrong) => {
    const { store, file } = await filled()
    await meddle(file, statement)
    const looked = await store.check(LOOK_ONLY)
    expect(by(looked.findings, 'search')).toMatchObject({ state: 'problem', facts: { clients: wrong } })
    expect(looked.problems).toHaveLength(1)
    // Looking has changed nothing.
    expect(by((await store.check(LOOK_ONLY)).findings, 'search')?.state).toBe('problem')
    const mended = await store.check(MEND)
    expect(by(mended.findings, 'search')).toMatchObject({
      state: 'warning',
      is: 'searchMended',
      facts: { clients: wrong },
    })
    expect(mended).toMatchObject({ problems: [], clients: 3, searched: 3 })
    expect(notFine((await store.check(MEND)).findings)).toEqual([])
    expect((await store.clients.byName('Ґалаґан')).map(({ id }) => id)).toEqual([2])
  })

  test('that is broken inside is made anew, and only looked at with -n', async () => {
    const { store, file } = await filled()
    await meddle(file, 'delete from client_search_idx', 'delete from client_search_data where id > 10')
    expect(by((await store.check(LOOK_ONLY)).findings, 'search')).toMatchObject({
      state: 'problem',
      is: 'searchBroken',
    })
    expect(by((await store.check(MEND)).findings, 'search')).toMatchObject({ state: 'warning', facts: { clients: 3 } })
    expect(notFine((await store.check(LOOK_ONLY)).findings)).toEqual([])
    expect((await store.clients.byName('елкина')).map(({ id }) => id)).toEqual([1])
  })

  test.each([
    ['a length below the smallest', `x'00000003'`],
    ['a length beyond the page', `x'0000ffff00'`],
    ['no bytes at all', `x''`],
    ['text', `'hello'`],
  ])('with a page that was made to do harm is never read: %s', async (_, block) => {
    const { store, file } = await filled()
    await meddle(
      file,
      `update client_search_data set block = ${block} where id = (select max(id) from client_search_data)`,
    )
    const { findings, problems } = await store.check(MEND)
    expect(by(findings, 'file')).toMatchObject({ state: 'problem', is: 'damaged' })
    expect(problems.join()).toMatch(/not a page of a search index/)
  })

  test('words longer than what it keeps, and words that are only signs, are no false alarm', async () => {
    const { store, file } = await filled()
    await store.write(entry('add'), (writing) =>
      writing.insert('client', clientRow(`${'ж'.repeat(20_000)} ${'x'.repeat(40_000)}`, { note: '--- 🌻' })),
    )
    const db = await openDatabase(file, { create: false })
    try {
      expect(await unfoundClients(db)).toEqual([])
    } finally {
      await db.destroy()
    }
  })
})

describe('computed values', () => {
  test('are only told of, or computed anew', async () => {
    const { store, file } = await filled()
    await meddle(file, 'update standing set contacts = 99')
    expect(by((await store.check(LOOK_ONLY)).findings, 'standings')).toMatchObject({
      state: 'problem',
      facts: { clients: 1 },
    })
    expect(await store.check(MEND)).toMatchObject({ problems: [], mended: 1 })
    expect(notFine((await store.check(LOOK_ONLY)).findings)).toEqual([])
  })
})

describe('what other programs did', () => {
  const cases: [string, string[], CheckName, unknown][] = [
    [
      'a row that nobody removed',
      ['delete from contact', 'delete from standing'],
      'journal',
      { faults: [{ is: 'rows-missing', table: 'contact', rows: 1 }] },
    ],
    [
      'an operation without its changes',
      [
        'delete from change',
        'delete from contact',
        'delete from standing',
        'delete from client',
        'delete from client_search',
      ],
      'journal',
      { faults: [{ is: 'empty', operations: [1], many: 1 }] },
    ],
    [
      'a change of an unknown table',
      [`insert into change (operation_id, table_name, action, first_id, last_id) values (1, 'ghosts', 'insert', 1, 1)`],
      'journal',
      { faults: [{ is: 'unknown-table', tables: ['ghosts'] }] },
    ],
    [
      'a change that cannot be read',
      [
        `insert into change (operation_id, table_name, action, first_id, last_id, body) values (1, 'client', 'update', 1, 1, '{')`,
      ],
      'journal',
      { faults: [{ is: 'unreadable', operations: [1], many: 1 }] },
    ],
    [
      'an undo that nothing undid',
      [`update operation set state = 'undone'`],
      'journal',
      { faults: [{ is: 'unlinked', operations: [1], many: 1 }] },
    ],
    ['a table more', ['create table ghosts (id integer)'], 'schema', { lines: ['+ table ghosts'] }],
    ['an index less', ['drop index contact_client'], 'schema', { lines: ['- index contact_client'] }],
  ]
  test.each(cases)('%s', async (_, statements, name, facts) => {
    const { store, file } = await filled()
    await meddle(file, ...statements)
    const { findings, problems } = await store.check(LOOK_ONLY)
    expect(by(findings, name)).toMatchObject({ state: 'problem', facts })
    expect(problems).toHaveLength(1)
  })

  test('a row that nobody made is no loss', async () => {
    const { store, file } = await filled()
    await meddle(file, `insert into client_tag (client_id, tag, tag_key) values (1, 'vip', 'vip')`)
    const { findings, problems } = await store.check(LOOK_ONLY)
    expect(by(findings, 'journal')).toMatchObject({
      state: 'warning',
      facts: { faults: [{ is: 'rows-unaccounted', table: 'client_tag', rows: 1 }] },
    })
    expect(problems).toEqual([])
  })

  test.each([
    [
      'an answer for no channel',
      `insert into channel_consent (client_id, channel, answer, at) values (1, 'pigeon', 'yes', '2026-01-01')`,
    ],
    ['a day without an answer', `update client set consent_at = '2026-01-01' where id = 2`],
    ['an answer that is none', `update client set consent = 'maybe' where id = 2`],
  ])('%s is no consent', async (_, statement) => {
    const { store, file } = await filled()
    await meddle(file, statement)
    expect(by((await store.check(LOOK_ONLY)).findings, 'consent')).toMatchObject({
      state: 'warning',
      facts: { clients: 1 },
    })
  })

  test('something written tomorrow', async () => {
    const { store } = await filled()
    const clock = (now: string) => store.check({ mend: false, now }).then(({ findings }) => by(findings, 'clock'))
    expect(await clock('2026-11-22T07:25:00Z')).toMatchObject({ state: 'ok' })
    expect(await clock('2026-11-21T07:30:00Z')).toMatchObject({ state: 'warning', facts: { latest: AT } })
  })
})

describe('a damaged file', () => {
  test('is told of, and nothing is written into it', async () => {
    const { store, file } = await filled()
    await store.close()
    const db = await openDatabase(file, { create: false })
    const { rows } = await db.executeQuery<{ rootpage: number }>(
      CompiledQuery.raw(`select rootpage from sqlite_master where name = 'client_by_name'`),
    )
    await db.destroy()
    const bytes = readFileSync(file)
    const page = bytes.readUInt16BE(16)
    const at = (rows[0]?.rootpage ?? 0) * page
    // The text of the index's last entries.
    bytes.fill(0x7a, at - 12, at)
    const broken = join(freshFolder(), 'broken.db')
    writeFileSync(broken, bytes, { mode: 0o600 })
    const other = await opened(broken)
    const { findings, problems } = await other.check(MEND)
    expect(by(findings, 'file')).toMatchObject({ state: 'problem', is: 'damaged' })
    expect(findings).toHaveLength(1)
    expect(problems.length).toBeGreaterThan(0)
    await other.close()
    expect(readFileSync(broken)).toEqual(bytes)
  })
})

describe('an erasure that was not finished', () => {
  test('is told of with -n, and finished without', async () => {
    const { store, file } = await filled()
    await meddle(file, `insert into secret (purpose, value) values ('sweep-due', '[7]')`)
    expect(by((await store.check(LOOK_ONLY)).findings, 'erasure')).toMatchObject({ state: 'warning', is: 'sweepDue' })
    expect(by((await store.check(MEND)).findings, 'erasure')).toMatchObject({ state: 'ok', is: 'sweptNow' })
    expect(by((await store.check(LOOK_ONLY)).findings, 'erasure')).toMatchObject({ is: 'erasuresSwept' })
  })
})

describe('the log of exports', () => {
  test.each([
    ['an entry changed', `update export_log set rows = 99 where id = 1`, { is: 'changed', id: 1, until: 1 }],
    ['an entry taken out', `delete from export_log where id = 3`, { is: 'missing', id: 3, until: 3 }],
  ])('%s', async (_, statement, fault) => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await runIn({ folder }, 'add', 'Ґалаґан')
    for (const name of ['a', 'b', 'c']) {
      const { code, stderr } = await runIn({ folder }, 'export', '-o', join(folder, `${name}.csv`))
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    }
    const store = await opened(file)
    expect(by((await store.check(LOOK_ONLY)).findings, 'exports')).toMatchObject({ state: 'ok', facts: { entries: 3 } })
    await meddle(file, statement)
    expect(by((await store.check(LOOK_ONLY)).findings, 'exports')).toMatchObject({
      state: 'problem',
      facts: { faults: [fault] },
    })
  })
})
