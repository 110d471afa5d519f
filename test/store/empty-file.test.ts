import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { describe, expect, test } from 'vitest'
import { APPLICATION_ID } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { clientRow, entry, freshFolder } from './base.js'

const exec = (file: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const tool = new sqlite3.Database(file)
    tool.exec(text, (error) =>
      error ? reject(error) : tool.close((closing) => (closing ? reject(closing) : resolve())),
    )
  })

const EMPTY: [string, string][] = [
  ['a file without a byte', ''],
  ['a file with our sign alone', `pragma page_size = 8192; pragma application_id = ${APPLICATION_ID}`],
  ['a file with our sign and a log', `pragma application_id = ${APPLICATION_ID}; pragma journal_mode = wal`],
]

async function folderWith(text: string): Promise<{ folder: string; file: string }> {
  const folder = freshFolder()
  const file = join(folder, 'clients.db')
  writeFileSync(file, '')
  await exec(file, text)
  return { folder, file }
}

describe.each(EMPTY)('%s that never was a base', (_, text) => {
  test.each([
    [['list'], 0],
    [['list', '--json'], 0],
    [['count'], 0],
    [['today'], 0],
    [['history'], 0],
    [['history', '--exports'], 0],
    [['show', 'Ёлкина'], 3],
    [['show', '1'], 3],
    [['why', '1'], 3],
    [['segment', 'list'], 0],
    [['fields'], 0],
    [['export', '--format', 'csv'], 0],
    [['dedupe'], 0],
    [['undo', '--yes'], 3],
    [['check'], 1],
    [['backup'], 1],
  ])('%j reads, and writes nothing', async (argv, exit) => {
    const { folder, file } = await folderWith(text)
    const before = readFileSync(file)
    const { code, stderr } = await runIn({ folder }, ...argv)
    expect({ code, stderr }).toEqual({ code: exit, stderr: expect.stringContaining(`${file} is an empty file`) })
    expect(stderr.match(/is an empty file/g)).toHaveLength(1)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['clients.db', 'home'])
    expect(existsSync(join(folder, 'home', '.local', 'share', 'clientele', 'backups', 'clients.db'))).toBe(false)
  })

  test('the first thing that is kept makes it a base, and says nothing of it', async () => {
    const { folder, file } = await folderWith(text)
    expect(await runIn({ folder }, 'add', 'Ґалаґан Ёлкина')).toMatchObject({ code: 0, stdout: '1\n', stderr: '' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await runIn({ folder }, 'count')).toMatchObject({ code: 0, stdout: '1\n', stderr: '' })
    expect((await runIn({ folder }, 'check')).code).toBe(0)
  })

  test('an import that is only tried leaves it as it is, and the import itself begins a base', async () => {
    const { folder, file } = await folderWith(text)
    const before = readFileSync(file)
    const rows = join(folder, 'rows.csv')
    writeFileSync(rows, "Name,Phone\nO'Brien-Ñandú,+380671234567\nАнна 🎂,+380671234568\n")
    expect((await runIn({ folder }, 'import', rows, '--dry-run', '--json')).code).toBe(0)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect((await runIn({ folder }, 'import', rows, '--json')).code).toBe(0)
    expect((await runIn({ folder }, 'count')).stdout).toBe('2\n')
  })

  test('a store asks the base from its first write on, by whatever it asks', async () => {
    const { file } = await folderWith(text)
    const store = await openStore(file)
    const { clients } = store
    expect(await clients.total()).toBe(0)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow("O'Brien-Ñandú")))
    expect([await clients.total(), await store.clients.total()]).toEqual([1, 1])
    expect((await store.check()).problems).toEqual([])
    await store.close()
  })

  test('is nothing that could be restored', async () => {
    const { folder, file } = await folderWith(text)
    const source = join(folder, 'copy.db')
    writeFileSync(source, readFileSync(file))
    const base = join(folder, 'other.db')
    await runIn({ folder, env: { CLIENTELE_DB: base } }, 'add', 'Anna')
    const before = readFileSync(base)
    const { code, stderr } = await runIn({ folder, env: { CLIENTELE_DB: base } }, 'restore', source, '--yes')
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('is not a clientele base') })
    expect(readFileSync(base).equals(before)).toBe(true)
  })
})

describe('an empty file where a base was', () => {
  const emptied = async (keep: (folder: string, file: string) => Promise<string>): Promise<Record<string, string>> => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await runIn({ folder }, 'add', 'Ґалаґан Ёлкина')
    const copy = await keep(folder, file)
    truncateSync(file)
    return { folder, file, copy }
  }

  test.each<[string, (folder: string, file: string) => Promise<string>]>([
    ['a backup', async (folder) => (await runIn({ folder }, 'backup')).stdout.trimEnd()],
    [
      'what a restore kept aside',
      async (folder, file) => {
        const copy = (await runIn({ folder }, 'backup', join(folder, 'copy.db'))).stdout.trimEnd()
        await runIn({ folder }, 'restore', copy, '--yes')
        return join(folder, readdirSync(folder).find((name) => name.startsWith('clients.db.before-restore-')) ?? file)
      },
    ],
    [
      'what a cloud made of two versions',
      async (folder, file) => {
        const copy = join(folder, 'clients.sync-conflict-20261120-101010-ABCDEFG.db')
        writeFileSync(copy, readFileSync(file))
        return copy
      },
    ],
  ])('is told by %s, and nothing is begun in it', async (_, keep) => {
    const { folder = '', file = '', copy = '' } = await emptied(keep)
    for (const argv of [['list'], ['today'], ['check'], ['backup'], ['add', 'Anna'], ['export']]) {
      const { code, stdout, stderr } = await runIn({ folder }, ...argv)
      expect({ argv, code, stdout, stderr }).toEqual({
        argv,
        code: 1,
        stdout: '',
        stderr: `${file} is empty, though a base was here: copies of it are kept.\nPut the newest of them back: clientele restore ${copy}\n`,
      })
    }
    expect(readFileSync(file)).toHaveLength(0)
    expect((await runIn({ folder }, 'restore', copy, '--yes')).code).toBe(0)
    expect((await runIn({ folder }, 'list', '--json')).stdout).toContain('Ґалаґан Ёлкина')
  })

  test('the command to type names the base that was typed', async () => {
    const {
      folder = '',
      file = '',
      copy,
    } = await emptied(async (inside) => (await runIn({ folder: inside }, 'backup')).stdout.trimEnd())
    const { stderr } = await runIn({ folder, env: { CLIENTELE_DB: '/nowhere' } }, 'list', '--db', file)
    expect(stderr).toContain(`clientele --db ${file} restore ${copy}\n`)
  })

  test('files that only look like copies tell nothing', async () => {
    const { folder, file } = await folderWith('')
    writeFileSync(`${file}.before-version-5`, 'Dear Anna,\n')
    mkdirSync(`${file}.before-restore-20261120T101010`)
    expect(await runIn({ folder }, 'add', 'Anna')).toMatchObject({ code: 0, stdout: '1\n' })
  })

  test.each([
    ['-wal', Buffer.alloc(4_096, 7)],
    // The head of a journal: its mark, how many records it has, a chance number, and that the base had three pages.
    ['-journal', Buffer.concat([Buffer.from('d9d505f920a163d70000000100000000', 'hex'), Buffer.from([0, 0, 0, 3])])],
  ])('a %s beside it is left alone by all, and kept by a restore', async (ending, left) => {
    const {
      folder = '',
      file = '',
      copy = '',
    } = await emptied(async (inside) => {
      await runIn({ folder: inside }, 'backup', join(inside, 'copy.db'))
      return join(inside, 'copy.db')
    })
    writeFileSync(file + ending, left)
    for (const argv of [['list'], ['add', 'Anna'], ['check'], ['backup']])
      expect(await runIn({ folder }, ...argv)).toMatchObject({ code: 1 })
    expect(readFileSync(file + ending).equals(left)).toBe(true)
    const { code, stderr } = await runIn({ folder }, 'restore', copy, '--yes')
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const kept = readdirSync(folder).find((name) => name.includes('before-restore') && name.endsWith(ending)) ?? '?'
    expect(readFileSync(join(folder, kept)).equals(left)).toBe(true)
    expect((await runIn({ folder }, 'count')).stdout).toBe('1\n')
  })
})
