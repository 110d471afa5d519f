import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runIn } from '../world.js'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-busy-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const exec = (db: sqlite3.Database, text: string): Promise<void> =>
  new Promise((resolve, reject) => db.exec(text, (error) => (error ? reject(error) : resolve())))

test('a base that stays locked is given up on with exit 7 and one sentence', async () => {
  expect((await runIn({ folder }, 'add', 'Anna')).code).toBe(0)
  const file = join(folder, 'clients.db')
  const other = await new Promise<sqlite3.Database>((resolve, reject) => {
    const db = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(db)))
  })
  await exec(other, 'begin immediate')
  const blocked = await runIn({ folder, env: { CLIENTELE_WAIT: '1' } }, '--db', file, 'add', 'Boris')
  expect(blocked.code).toBe(7)
  expect(blocked.stdout).toBe('')
  expect(blocked.stderr).toContain('Another program is writing')
  // Reading goes on meanwhile.
  expect((await runIn({ folder }, '--db', file, 'count')).stdout).toBe('1\n')
  await exec(other, 'rollback')
  await new Promise((resolve) => other.close(resolve))
  expect((await runIn({ folder }, '--db', file, 'add', 'Boris')).code).toBe(0)
})
