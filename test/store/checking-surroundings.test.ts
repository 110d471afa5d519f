import { chmodSync, existsSync, linkSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckName, Finding } from '../../src/domain/checking/finding.js'
import { draftName } from '../../src/durable.js'
import { lookAround, type Places } from '../../src/store/surroundings.js'
import { freshFolder, opened } from './base.js'

const INSIDE = { engine: '3.52.0', clients: 100 }
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A base, settings and one backup, all for their owner alone. */
async function made(name = 'clients.db'): Promise<Places> {
  const folder = freshFolder()
  const base = join(folder, 'data', name)
  await (await opened(base)).close()
  const [backups, config] = [join(folder, 'backups'), join(folder, 'config', 'config.json')]
  for (const each of [backups, dirname(config)]) mkdirSync(each, { mode: 0o700 })
  const backup = join(backups, 'clients-abcdef-20261120T101010Z.db')
  writeFileSync(backup, baseHead(), { mode: 0o600 })
  writeFileSync(config, '{}', { mode: 0o600 })
  return { base, backups: { folder: backups, own: [backup] }, config, program: 'clientele' }
}

/** The first bytes of a base. */
function baseHead(): Buffer {
  const head = Buffer.alloc(100)
  head.write('SQLite format 3\u0000', 0, 'latin1')
  head.write('CLNT', 68, 'latin1')
  return head
}

const about = (findings: readonly Finding[], name: CheckName): Finding => {
  const finding = findings.find((each) => each.name === name)
  if (finding === undefined) throw new Error(`nothing was said of ${name}`)
  return finding
}

const look = (places: Places, name: CheckName, now = Date.now(), inside = INSIDE): Finding =>
  about(lookAround(places, inside, now), name)

const aged = (file: string, milliseconds: number): void => {
  const at = (Date.now() - milliseconds) / 1000
  utimesSync(file, at, at)
}

test('of all that there is one thing is said', async () => {
  const places = await made()
  const names = lookAround(places, INSIDE, Date.now()).map(({ name }) => name)
  expect(names).toEqual(['engine', 'permissions', 'owner', 'place', 'sync', 'copies', 'leftovers', 'space', 'backups'])
  expect(lookAround(places, { engine: null, clients: null }, Date.now()).map(({ name }) => name)).not.toContain(
    'engine',
  )
})

test('where there is nothing at all nothing fails', () => {
  const nowhere = join(freshFolder(), 'nowhere')
  const places = {
    base: join(nowhere, 'clients.db'),
    backups: { folder: join(nowhere, 'backups'), own: [] },
    config: join(nowhere, 'config.json'),
    program: 'clientele',
  }
  expect(lookAround(places, INSIDE, Date.now())).toHaveLength(9)
})

describe('permissions', () => {
  test('that are as the program makes them', async () => {
    expect(look(await made(), 'permissions')).toMatchObject({ state: 'ok', facts: { files: 3 } })
  })

  const cases: [string, (places: Places) => string, number][] = [
    ['the base', ({ base }) => base, 0o644],
    ['the base for a group', ({ base }) => base, 0o640],
    ['the base for writing alone', ({ base }) => base, 0o602],
    ['its log', ({ base }) => `${base}-wal`, 0o644],
    ['a copy from before a migration', ({ base }) => `${base}.before-version-5`, 0o604],
    ['a draft', ({ base }) => `${base}.new-abcd1234`, 0o644],
    ['a backup', ({ backups }) => backups.own[0] ?? '', 0o644],
    ['something among the backups', ({ backups }) => join(backups.folder, "O'Brien 🌻.db"), 0o644],
    ['settings', ({ config }) => config, 0o644],
  ]
  test.each(cases)('%s can be got at', async (_, pathOf, mode) => {
    const places = await made()
    const path = pathOf(places)
    writeFileSync(path, '', { flag: 'a' })
    chmodSync(path, mode)
    const { state, is, facts, commands } = look(places, 'permissions')
    expect({ state, is, facts }).toEqual({ state: 'warning', is: 'open', facts: { paths: [path] } })
    expect(commands).toHaveLength(1)
    expect(commands?.[0]).toMatch(/^chmod 600 /)
  })

  test.each([
    [0o777, true],
    [0o757, true],
    [0o755, false],
    [0o700, false],
    [0o1777, false],
  ])('a folder of mode %o: warned of %s', async (mode, warned) => {
    const places = await made()
    const folder = dirname(places.base)
    chmodSync(folder, mode)
    const finding = look(places, 'permissions')
    expect(finding.state).toBe(warned ? 'warning' : 'ok')
    if (warned) expect(finding.commands).toEqual([`chmod go-w ${folder}`])
  })
})

describe('owner', () => {
  test('is the one who looks', async () => expect(look(await made(), 'owner').state).toBe('ok'))

  test.skipIf(process.getuid?.() !== 0)('is another user', async () => {
    const { chownSync } = await import('node:fs')
    const places = await made()
    chownSync(places.base, 12_345, 12_345)
    expect(look(places, 'owner')).toMatchObject({ state: 'warning', facts: { paths: [places.base] } })
  })
})

describe('copies beside it', () => {
  test('are told of by names that cannot mean anything else, and otherwise by their first bytes', async () => {
    const places = await made()
    const beside = (name: string): string => join(dirname(places.base), name)
    writeFileSync(beside('clients (conflicted copy 2026-11-20).db'), 'cut off')
    writeFileSync(beside('clients (1).db'), baseHead())
    writeFileSync(beside('clients (2).db'), 'some letter')
    writeFileSync(beside('clients-DESKTOP-1.db'), baseHead())
    writeFileSync(beside('clients-HOLIDAYS.db'), '')
    mkdirSync(beside('clients 2.db'))
    const { state, facts, commands } = look(places, 'copies')
    expect({ state, facts }).toEqual({
      state: 'warning',
      facts: { names: ['clients (1).db', 'clients (conflicted copy 2026-11-20).db', 'clients-DESKTOP-1.db'] },
    })
    expect(commands?.[0]).toBe(`clientele --db '${beside('clients (1).db')}' history`)
  })

  test('are none when they are the base itself by another name', async () => {
    const places = await made()
    linkSync(places.base, join(dirname(places.base), 'clients (1).db'))
    symlinkSync(places.base, join(dirname(places.base), 'clients (2).db'))
    expect(look(places, 'copies').state).toBe('ok')
  })
})

describe('folders that are kept in step', () => {
  test('are seen through a link', async () => {
    const folder = freshFolder()
    const shared = join(folder, 'Dropbox')
    mkdirSync(shared)
    const base = join(shared, 'clients.db')
    await (await opened(base)).close()
    symlinkSync(base, join(folder, 'clients.db'))
    const places = { ...(await made()), base: join(folder, 'clients.db') }
    expect(look(places, 'sync')).toMatchObject({ state: 'warning', facts: { by: 'Dropbox', folder: shared } })
    expect(look(await made(), 'sync').state).toBe('ok')
  })
})

describe('what commands that were killed left', () => {
  test.each([
    ['base.new-abcd1234', (places: Places) => `${places.base}.new-abcd1234`],
    ['its log', (places: Places) => `${places.base}.new-abcd1234-wal`],
    ['a copy half made', (places: Places) => `${places.base}.before-version-5.part-abcd1234`],
    ['an export', (places: Places) => join(dirname(places.base), '.clientele-123.part-0123456789abcdef')],
    ['a backup', (places: Places) => join(places.backups.folder, '.clientele-123.part-0123456789abcdef-journal')],
  ])('%s: after an hour', async (_, pathOf) => {
    const places = await made()
    const path = pathOf(places)
    writeFileSync(path, 'draft', { mode: 0o600 })
    aged(path, HOUR / 2)
    expect(look(places, 'leftovers').state).toBe('ok')
    aged(path, 2 * HOUR)
    expect(look(places, 'leftovers')).toMatchObject({
      state: 'warning',
      facts: { items: [{ path, bytes: 5 }] },
      commands: [`rm ${path}`],
    })
  })

  test.runIf(existsSync('/proc/self/ns/pid'))('a draft whose process is gone: at once', async () => {
    const places = await made()
    const running = draftName(dirname(places.base))
    writeFileSync(running, 'draft', { mode: 0o600 })
    expect(look(places, 'leftovers').state).toBe('ok')
    // Nobody has this number: it is above what Linux gives.
    const gone = running.replace(/\d+(?=\.part)/, '4194305')
    writeFileSync(gone, 'draft', { mode: 0o600 })
    expect(look(places, 'leftovers')).toMatchObject({ state: 'warning', commands: [`rm ${gone}`] })
  })

  test('a journal, which nobody is told to remove', async () => {
    const places = await made()
    writeFileSync(`${places.base}-journal`, 'hot')
    const { state, commands } = look(places, 'leftovers')
    expect({ state, commands }).toEqual({ state: 'warning', commands: undefined })
  })

  test('copies that are kept on purpose are only counted', async () => {
    const places = await made()
    writeFileSync(`${places.base}.before-version-5`, '12345')
    writeFileSync(`${places.base}.before-restore-20261120T101010Z`, '123')
    expect(look(places, 'leftovers')).toMatchObject({ state: 'ok', facts: { copies: 2, bytes: 8 } })
  })
})

describe('backups', () => {
  test.each([
    ['of today', 0, 100, 'ok', 'backupFresh'],
    ['of a month ago', 30, 100, 'ok', 'backupFresh'],
    ['older than a month', 31, 100, 'warning', 'backupOld'],
    ['older than a month, of a handful of clients', 31, 3, 'ok', 'backupFresh'],
  ])('%s', async (_, days, clients, state, is) => {
    const places = await made()
    aged(places.backups.own[0] ?? '', days * DAY + HOUR)
    const finding = look(places, 'backups', Date.now(), { ...INSIDE, clients })
    expect(finding).toMatchObject({ state, is, facts: { days } })
    expect(finding.commands).toEqual(state === 'warning' ? ['clientele backup'] : undefined)
  })

  test('that are none: nothing, a torn file, one that is gone', async () => {
    const places = await made()
    const none = (own: readonly string[], clients = 100): string =>
      look({ ...places, backups: { ...places.backups, own } }, 'backups', Date.now(), { ...INSIDE, clients }).is
    const torn = join(places.backups.folder, 'torn.db')
    writeFileSync(torn, 'SQLite format 3')
    expect([none([]), none([torn]), none([`${torn}.gone`]), none([], 3)]).toEqual([
      'backupNone',
      'backupNone',
      'backupNone',
      'backupNotYet',
    ])
  })

  test('that are sealed count', async () => {
    const places = await made()
    const sealed = join(places.backups.folder, 'sealed.db.age')
    writeFileSync(sealed, 'age-encryption.org/v1\n-> scrypt')
    expect(look({ ...places, backups: { ...places.backups, own: [sealed] } }, 'backups')).toMatchObject({
      is: 'backupFresh',
      facts: { path: sealed },
    })
  })
})

describe('SQLite', () => {
  test.each([
    ['3.51.2', 'warning', 'engineBugs'],
    ['3.52.0', 'ok', 'engineFine'],
    ['3.53.4', 'ok', 'engineFine'],
  ])('%s', async (engine, state, is) => {
    expect(look(await made(), 'engine', Date.now(), { engine, clients: 1 })).toMatchObject({ state, is })
  })
})

test('looking changes nothing', async () => {
  const places = await made()
  const before = statSync(places.base)
  lookAround(places, INSIDE, Date.now())
  const { mtimeMs, size, ino } = statSync(places.base)
  expect({ mtimeMs, size, ino }).toEqual({ mtimeMs: before.mtimeMs, size: before.size, ino: before.ino })
})
