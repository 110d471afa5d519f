import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { describe, expect, test } from 'vitest'
import { schemaProblems } from '../../src/store/foreign.js'
import { MIGRATIONS } from '../../src/store/migrations.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { clientRow, entry, freshFolder } from './base.js'

const LATEST = MIGRATIONS[MIGRATIONS.length - 1]?.version ?? 0

/** A sound base with one client, alone in its folder. */
async function sound(): Promise<{ folder: string; file: string }> {
  const folder = freshFolder()
  mkdirSync(join(folder, 'in'))
  const file = join(folder, 'in', 'clients.db')
  const store = await openStore(file)
  await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Ґалаґан')))
  await store.close()
  return { folder, file }
}

/** What another tool does with the file. */
const withTool = (file: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const tool = new sqlite3.Database(file)
    tool.exec(text, (error) =>
      error ? reject(error) : tool.close((closing) => (closing ? reject(closing) : resolve())),
    )
  })

/** Names, bytes and times of everything in the folder of a base. */
const picture = (file: string): unknown =>
  readdirSync(join(file, '..'))
    .sort()
    .map((name) => {
      const path = join(file, '..', name)
      const { mtimeNs, size, mode } = statSync(path, { bigint: true })
      return { name, mtimeNs, size, mode, bytes: readFileSync(path).toString('base64') }
    })

const patch = (file: string, at: number, bytes: readonly number[]): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, Uint8Array.from(bytes), 0, bytes.length, at)
  closeSync(handle)
}

const four = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** What `list` and `add` say, which must be one complaint, and must leave everything as it was. */
async function refusedBy(folder: string, file: string): Promise<string> {
  const before = picture(file)
  const said: string[] = []
  for (const words of [['list'], ['add', 'Boris'], ['history']]) {
    const { code, stdout, stderr } = await runIn({ folder }, '--db', file, ...words)
    expect({ words, code, stdout }).toEqual({ words, code: 1, stdout: '' })
    expect(stderr).not.toMatch(/bug|SQLITE|\n {4}at /)
    said.push(stderr)
  }
  expect(new Set(said).size).toBe(1)
  // `check` has more to say of it, but touches it as little.
  const checked = await runIn({ folder }, '--db', file, 'check')
  expect(checked.code).not.toBe(0)
  expect(checked.stdout + checked.stderr).not.toMatch(/bug|SQLITE|\n {4}at /)
  expect(picture(file)).toEqual(before)
  return said[0] ?? ''
}

describe('refused before anything is opened, and not touched', () => {
  const cases: [string, (file: string) => void | Promise<void>, RegExp][] = [
    ['a text', (file) => writeFileSync(file, 'Dear Anna,\n'), /not a clientele base/],
    ['the magic alone', (file) => writeFileSync(file, 'SQLite format 3\u0000'), /not a clientele base/],
    ['zeroes', (file) => writeFileSync(file, Buffer.alloc(8192)), /not a clientele base/],
    ['another sign', (file) => patch(file, 68, four(0x12345678)), /not a clientele base/],
    ['no sign', (file) => patch(file, 68, four(0)), /not a clientele base/],
    ['a newer version', (file) => patch(file, 60, four(LATEST + 94)), /newer clientele[\s\S]*Update the program/],
    ['a version below nothing', (file) => patch(file, 60, four(0xffffffff)), /not a clientele base/],
    ['pages of an odd size', (file) => patch(file, 16, [0x1f, 0xff]), /is damaged/],
    ['pages of no size', (file) => patch(file, 16, [0, 0]), /is damaged/],
    ['more pages than there are', (file) => patch(file, 28, four(0xffffffff)), /is damaged/],
    ['a file format of the future', (file) => patch(file, 18, [9, 9]), /is damaged/],
    ['a schema format of the future', (file) => patch(file, 44, four(77)), /is damaged/],
    ['another encoding of text', (file) => patch(file, 56, four(2)), /is damaged/],
    ['the header alone', (file) => truncateSync(file, 100), /is damaged/],
    ['half of it', (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), /is damaged/],
    ['all but the last byte', (file) => truncateSync(file, statSync(file).size - 1), /is damaged/],
    [
      'nothing, with a log beside it',
      (file) => {
        writeFileSync(`${file}-wal`, readFileSync(file))
        truncateSync(file, 0)
      },
      /is damaged/,
    ],
  ]
  test.each(cases)('%s', async (_, harm, sentence) => {
    const { folder, file } = await sound()
    await harm(file)
    expect(await refusedBy(folder, file)).toMatch(sentence)
  })

  /** Another program that writes and is killed, so that its log stays. */
  const killedWriting = async (file: string, text: string): Promise<void> => {
    const child = spawn(process.execPath, [
      '-e',
      `const sqlite3 = require(${JSON.stringify(createRequire(import.meta.url).resolve('sqlite3'))})
       const db = new sqlite3.Database(process.argv[1])
       db.exec(process.argv[2], (error) => process.kill(process.pid, error ? 'SIGTERM' : 'SIGKILL'))`,
      file,
      text,
    ])
    expect(await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL')
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  }

  test.each([
    ['a newer version', `pragma user_version = ${LATEST + 94}`, /newer clientele/],
    ['another sign', 'pragma application_id = 77', /not a clientele base/],
    [
      'both, and more',
      `delete from day_entry; insert into client_tag (client_id, tag, tag_key) values (1, 'x', 'x'); pragma user_version = 99; insert into client_tag (client_id, tag, tag_key) values (1, 'y', 'y')`,
      /newer/,
    ],
  ])('%s that is only in the log', async (_, text, sentence) => {
    const { folder, file } = await sound()
    await killedWriting(file, text)
    expect(await refusedBy(folder, file)).toMatch(sentence)
  })

  test('what was not committed to the log is nothing, and the base opens', async () => {
    const { folder, file } = await sound()
    await killedWriting(
      file,
      `insert into client_tag (client_id, tag, tag_key) values (1, 'x', 'x'); pragma cache_size = 4; begin immediate; pragma user_version = 99;
       with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)
       insert into client_tag (client_id, tag, tag_key) select 1, hex(randomblob(500)), i from n`,
    )
    const { code, stdout } = await runIn({ folder }, '--db', file, 'count')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '1\n' })
  })

  test('a base of another program that has not finished, with its log', async () => {
    const { folder } = await sound()
    const other = join(folder, 'in', 'other.db')
    await killedWriting(other, `pragma journal_mode = wal; create table client (name); insert into client values ('x')`)
    expect(readdirSync(join(folder, 'in')).sort()).toEqual(['clients.db', 'other.db', 'other.db-shm', 'other.db-wal'])
    expect(await refusedBy(folder, other)).toContain('is not a clientele base')
  })
})

describe('refused after a look inside, and not touched', () => {
  const cases: [string, string, RegExp][] = [
    [
      'a trigger',
      `create trigger t after insert on client begin delete from contact; end`,
      /act by themselves[\s\S]*\n {2}t\n/,
    ],
    ['a view', `create view everything as select * from client`, /act by themselves[\s\S]*everything/],
    ['a table of a module', `create virtual table spy using fts5 (a)`, /act by themselves[\s\S]*spy/],
    [
      'a trigger that calls itself a table',
      `create trigger t after insert on client begin delete from contact; end;
       pragma writable_schema = on; update sqlite_master set type = 'table' where name = 't'`,
      /act by themselves|is damaged/,
    ],
    [
      'a table that is a view',
      `alter table contact rename to hidden; create view contact as select * from hidden`,
      /act by themselves[\s\S]*contact/,
    ],
    [
      'a malformed schema',
      `pragma writable_schema = on; update sqlite_master set sql = 'create table client (((' where name = 'client'`,
      /is damaged/,
    ],
  ]
  test.each(cases)('%s', async (_, text, sentence) => {
    const { folder, file } = await sound()
    await withTool(file, text)
    expect(await refusedBy(folder, file)).toMatch(sentence)
  })

  test.each([
    ['a missing table', 'drop table client_search; drop table standing'],
    ['a missing column', 'drop index client_by_name; alter table client drop column sort_key'],
  ])('%s is damage, not a bug', async (_, text) => {
    const { folder, file } = await sound()
    await withTool(file, text)
    const { code, stderr } = await runIn({ folder }, '--db', file, 'list', 'anna')
    expect({ code, bug: stderr.includes('bug') }).toEqual({ code: 1, bug: false })
    expect(stderr).toContain('is damaged')
  })

  test('random bytes behind a sound header end in a sentence', async () => {
    let state = 7
    const dice = (): number => {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      return state >> 16
    }
    for (let round = 0; round < 12; round += 1) {
      const { folder, file } = await sound()
      const size = statSync(file).size
      const from = round < 4 ? 100 : 100 + (dice() % (size - 100))
      const length = round < 4 ? size - 100 : Math.min(size - from, 1 + (dice() % 20_000))
      patch(
        file,
        from,
        Array.from({ length }, () => dice() & 255),
      )
      for (const words of [['list'], ['show', '1'], ['check'], ['add', 'Boris'], ['history'], ['today']]) {
        const { code, stderr } = await runIn({ folder }, '--db', file, ...words)
        expect({ round, words, code, bug: /bug|\n {4}at /.test(stderr) ? stderr : '' }).toMatchObject({ bug: '' })
        expect([0, 1, 3, 5]).toContain(code)
      }
    }
  }, 120_000)
})

describe('names that no base can have', () => {
  const cases: [string, (folder: string) => string, number][] = [
    ['a folder', (folder) => folder, 1],
    ['a device without end', () => '/dev/zero', 1],
    ['the null device', () => '/dev/null', 1],
    ['a full device', () => '/dev/full', 1],
    ['a NUL inside', (folder) => join(folder, 'a\u0000b.db'), 2],
    ['a name too long', (folder) => join(folder, 'a'.repeat(300)), 1],
    ['a name that leaves no room for an ending', (folder) => join(folder, 'a'.repeat(252)), 1],
    ['a path too long', (folder) => join(folder, 'a/'.repeat(3000), 'b'), 1],
    ['a folder that cannot be made', () => '/proc/nowhere/clients.db', 1],
    [
      'a file in the place of a folder',
      (folder) => {
        writeFileSync(join(folder, 'letter.txt'), 'x')
        return join(folder, 'letter.txt', 'clients.db')
      },
      1,
    ],
    [
      'a loop of links',
      (folder) => {
        symlinkSync(join(folder, 'b'), join(folder, 'a'))
        symlinkSync(join(folder, 'a'), join(folder, 'b'))
        return join(folder, 'a')
      },
      1,
    ],
    [
      'a link to nothing',
      (folder) => {
        symlinkSync(join(folder, 'nowhere', 'b'), join(folder, 'a'))
        return join(folder, 'a')
      },
      1,
    ],
    [
      'a pipe that nobody writes to',
      (folder) => {
        expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0)
        return join(folder, 'pipe')
      },
      1,
    ],
  ]
  test.each(cases)('%s', async (_, named, exit) => {
    const folder = freshFolder()
    const file = named(folder)
    for (const words of [['list'], ['add', 'Boris'], ['history']]) {
      const { code, stdout, stderr } = await runIn({ folder }, '--db', file, ...words)
      expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
      expect(stderr).not.toMatch(/bug|SQLITE|\n {4}at /)
      expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
    }
    expect(readdirSync(folder).filter((name) => /clients|-wal|-shm|-journal|\.new-/.test(name))).toEqual([])
  })
})

describe('the schema against what the migrations make', () => {
  const problemsAfter = async (text: string): Promise<string[]> => {
    const { file } = await sound()
    await withTool(file, text)
    const db = await openDatabase(file, { create: false })
    try {
      return await schemaProblems(db)
    } finally {
      await db.destroy()
    }
  }

  test.each([
    ['nothing', 'select 1', []],
    ['statistics of ANALYZE', 'analyze', []],
    ['a compaction', 'vacuum', []],
    ['an index more', 'create index mine on client (city)', ['+ index mine']],
    ['an index less', 'drop index client_by_name', ['- index client_by_name']],
    ['a column more', 'alter table promise add column mine text', ['! table promise']],
    [
      'a table more and a trigger',
      'create table mine (a); create trigger t after insert on mine begin select 1; end',
      ['+ table mine', '+ trigger t'],
    ],
    [
      'other spaces',
      `pragma writable_schema = on; update sqlite_master set sql = replace(sql, ',', ' ,  ') where name = 'promise'`,
      [],
    ],
    [
      'a dropped check',
      `pragma writable_schema = on; update sqlite_master set sql = replace(sql, '<>', '<=') where name = 'client'`,
      ['! table client'],
    ],
  ])('%s', async (_, text, problems) => {
    expect(await problemsAfter(text)).toEqual(problems)
  })

  test.each(MIGRATIONS.map(({ version }) => version))('a base of version %i fits its own version', async (version) => {
    const file = join(freshFolder(), 'clients.db')
    await (await openStore(file, { migrations: MIGRATIONS.filter((step) => step.version <= version) })).close()
    const db = await openDatabase(file, { create: false })
    expect(await schemaProblems(db)).toEqual([])
    await db.destroy()
  })
})
