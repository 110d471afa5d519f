import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { runIn } from '../world.js'
import { clientRow, entry, everything, freshFolder, opened } from './base.js'

const HOUSEHOLD = fileURLToPath(new URL('../../fixtures/import/household.csv', import.meta.url))

describe('backup and restore', () => {
  test('a backup holds what the base holds, for its owner alone', async () => {
    const folder = freshFolder()
    await runIn({ folder }, 'import', HOUSEHOLD, '-q')
    const copy = join(folder, 'copy.db')
    expect((await runIn({ folder }, 'backup', copy)).stdout).toBe(`${copy}\n`)
    expect(await everything(copy)).toEqual(await everything(join(folder, 'clients.db')))
    expect(statSync(copy).mode & 0o777).toBe(0o600)
  })

  test('it is made while another one writes, and holds no half of that', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await runIn({ folder }, 'add', 'Anna')
    const before = await everything(file)
    const other = await openDatabase(file, { create: false })
    await other.executeQuery(CompiledQuery.raw('begin immediate'))
    await other.executeQuery(CompiledQuery.raw(`update client set name = 'half'`))
    const copy = join(folder, 'copy.db')
    const { code } = await runIn({ folder }, 'backup', copy)
    await other.executeQuery(CompiledQuery.raw('rollback'))
    await other.destroy()
    expect(code).toBe(0)
    expect(await everything(copy)).toEqual(before)
  })

  test('it never replaces a file unless told so', async () => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Anna')
    const copy = join(folder, 'copy.db')
    writeFileSync(copy, 'mine')
    expect((await runIn({ folder }, 'backup', copy)).code).toBe(5)
    expect(readFileSync(copy, 'utf8')).toBe('mine')
    expect((await runIn({ folder }, 'backup', copy, '--force')).code).toBe(0)
    expect((await everything(copy)).client).toHaveLength(1)
  })

  test('restore brings the old state back and keeps the other beside it', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    const copy = join(folder, 'copy.db')
    await runIn({ folder }, 'add', 'Anna')
    const old = await everything(file)
    await runIn({ folder }, 'backup', copy)
    await runIn({ folder }, 'add', 'Boris')
    const recent = await everything(file)
    const { code, stdout } = await runIn({ folder }, 'restore', copy, '--json')
    expect(code).toBe(0)
    expect(await everything(file)).toEqual(old)
    const { aside } = JSON.parse(stdout) as { aside: string }
    expect(await everything(aside)).toEqual(recent)
    expect(statSync(aside).mode & 0o077).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    // The restored base is one to work with: search, ids, undo.
    expect((await runIn({ folder }, 'list', 'anna', '--format', 'ids')).stdout).toBe('1\n')
    expect((await runIn({ folder }, 'undo')).code).toBe(0)
    expect((await runIn({ folder }, 'check')).code).toBe(0)
  })

  test('another program that has the base open sees the restored content', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    const copy = join(folder, 'copy.db')
    await runIn({ folder }, 'add', 'Anna')
    await runIn({ folder }, 'backup', copy)
    const store = await opened(file)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Boris')))
    expect((await runIn({ folder }, 'restore', copy)).code).toBe(0)
    expect(await store.clients.byId(2)).toBeUndefined()
    expect((await store.check()).clients).toBe(1)
  })

  test('a damaged base is moved aside and replaced', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    const copy = join(folder, 'copy.db')
    await runIn({ folder }, 'add', 'Anna')
    await runIn({ folder }, 'backup', copy)
    writeFileSync(file, 'not a database at all, but long enough to look like a file')
    const { code, stdout } = await runIn({ folder }, 'restore', copy, '--json')
    expect(code).toBe(0)
    expect((await everything(file)).client).toHaveLength(1)
    expect(readFileSync((JSON.parse(stdout) as { aside: string }).aside, 'utf8')).toContain('not a database')
  })

  test('what is no backup is refused, and the base stays as it is', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    await runIn({ folder }, 'add', 'Anna')
    const before = await everything(file)
    writeFileSync(join(folder, 'letter.txt'), 'Dear Anna,')
    expect((await runIn({ folder }, 'restore', join(folder, 'letter.txt'))).code).toBe(1)
    expect((await runIn({ folder }, 'restore', join(folder, 'nowhere.db'))).code).toBe(1)
    expect((await runIn({ folder }, 'restore', folder)).code).toBe(1)
    expect((await runIn({ folder }, 'restore', file)).code).toBe(5)
    expect(await everything(file)).toEqual(before)
  })

  test('restore makes the base where there is none', async () => {
    const folder = freshFolder()
    const copy = join(folder, 'copy.db')
    const store = await openStore(copy)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna')))
    await store.close()
    expect((await runIn({ folder }, 'restore', copy)).code).toBe(0)
    expect((await runIn({ folder }, 'count')).stdout).toBe('1\n')
    expect(existsSync(copy)).toBe(true)
  })
})
