import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sqlite3 from 'sqlite3'
import { describe, expect, test } from 'vitest'
import { bugsOf, isWithdrawn } from '../src/domain/checking/engine.js'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const text = readFileSync(at('SECURITY.md'), 'utf8')

const bundledVersion = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(':memory:')
    handle.get<{ version: string }>('select sqlite_version() as version', (error, row) =>
      handle.close(() => (error ? reject(error) : resolve(row.version))),
    )
  })

describe('SECURITY.md', () => {
  test('stays short', () => expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(90))

  test('names every part of the fault suite, and no other', () => {
    const rows = text.split('\n').filter((line) => /^\| `/.test(line))
    const named = rows.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, part]) => part))
    const parts = readdirSync(at('scripts/faults')).flatMap((name) => /^(\w+)\.js$/.exec(name)?.[1] ?? [])
    expect(named.sort()).toEqual(parts.sort())
  })

  test('says which SQLite is inside, and which of its known bugs it has', async () => {
    const version = await bundledVersion()
    expect(text).toContain(`SQLite ${version} is inside`)
    const bugs = bugsOf(version)
    expect(bugs.filter(({ harm }) => harm !== 'crafted')).toEqual([])
    for (const { id } of bugs) expect(text).toContain(id)
    expect(isWithdrawn(version)).toBe(version === '3.52.0')
  })
})
