import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sqlite3 from 'sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  copyBase,
  csvOf,
  endings,
  expectPlain,
  expectSound,
  filesIn,
  Program,
  query,
  works,
  writeCsv,
} from './program.js'

/* No room, no permission, not a base: a plain sentence, and everything stays as it was. */

const ROWS = 5_000
const KEPT = 3

const CAN_MOUNT = works('unshare', '-m', 'bash', '-c', 'mount -t tmpfs -o size=64k none /mnt && touch /mnt/x')
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
// Nobody must also be able to read this checkout, which may stand in a folder of its owner's alone.
const CAN_BE_NOBODY = works(
  AS_NOBODY[0] ?? '',
  ...AS_NOBODY.slice(1),
  process.execPath,
  '--check',
  fileURLToPath(import.meta.url).replace(/test.binary.*$/, 'bin/clientele.js'),
)

let program: Program
let table: string
let prepared: string
/** With the rows of the table in it. */
let large: string

beforeAll(async () => {
  program = await Program.build()
  table = writeCsv(program.work, ROWS)
  prepared = join(program.work, 'prepared.db')
  for (let index = 1; index <= KEPT; index += 1) await program.ok(['--db', prepared, 'add', `Kept Before${index}`])
  large = join(program.work, 'large.db')
  await program.ok(['--db', large, 'import', table])
})

afterAll(() => program?.remove())

const withoutWarning = (stderr: string): string => stderr.replace(/^Warning: .*\n/gm, '')

/** A connection that has written and stays open, so that what it wrote is in the log and not yet in the file. */
function holding(file: string, statement: string): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, (opening) => {
      if (opening) return reject(opening)
      handle.exec(`pragma wal_autocheckpoint = 0; ${statement}`, (error) =>
        error ? reject(error) : resolve({ close: () => new Promise((done) => handle.close(() => done())) }),
      )
    })
  })
}

const UNKEPT = 'The base cannot be written here, so the numbers t1, t2 … of this list are not kept.\n'

/** A command that may write no file larger than so many KiB, which is how a disk without room looks to one process. */
const limited = (kibibytes: number, base: string, command: string) =>
  program.shell(`ulimit -f ${kibibytes}; exec "$NODE" "$ENTRY" --db "$BASE" ${command}`, {
    env: { BASE: base, TABLE: table },
  })

/** A command with a small disk mounted on `tm`, on which it finds or makes a base; `after` then runs in the same place. */
const onSmallDisk = (kibibytes: number, script: string) =>
  program.shell(
    `mkdir -p tm; exec unshare -m bash -c 'clientele() { "$NODE" "$ENTRY" "$@"; }
     mount -t tmpfs -o size=${kibibytes}k none tm && { ${script.replaceAll("'", `'"'"'`)}
     }'`,
    { env: { PREPARED: prepared, LARGE: large, TABLE: table } },
  )

describe('a limit on the size of files', () => {
  test('an import is there whole or not at all', async () => {
    // The base has 408 KiB, the write-ahead log of the import 2,180, and the base after it 2,470.
    for (const limit of [32, 256, 420, 1_600, 2_100, 2_200, 2_300, 2_470, 4_000]) {
      const base = join(program.work, `import-${limit}.db`)
      copyBase(prepared, base)
      const { code, stderr } = await limited(limit, base, 'import "$TABLE"')
      const { clients } = await expectSound(base)
      expect({ limit, clients }).toEqual({ limit, clients: code === 0 ? KEPT + ROWS : KEPT })
      if (code !== 0) {
        expect({ limit, code }).toEqual({ limit, code: 1 })
        expectPlain(stderr)
      }
      expect(filesIn(program.work).filter((name) => /^\.clientele-|\.new-|-journal|rejects/.test(name))).toEqual([])
    }
    await program.ok(['--db', join(program.work, 'import-2300.db'), 'check'])
  })

  test('an add is there or not, as its exit code says', async () => {
    for (const limit of [32, 33, 40, 64, 100, 200, 408, 420, 500]) {
      const base = join(program.work, `add-${limit}.db`)
      copyBase(prepared, base)
      const { code, stdout, stderr } = await limited(limit, base, 'add "One More"')
      const { clients } = await expectSound(base)
      expect({ limit, clients, id: stdout }).toEqual({
        limit,
        clients: code === 0 ? KEPT + 1 : KEPT,
        id: code === 0 ? `${KEPT + 1}\n` : '',
      })
      if (code !== 0) expectPlain(stderr)
    }
  })

  test('not even the shared memory of the log fits', async () => {
    for (const limit of [0, 1, 31]) {
      const base = join(program.work, `tiny-${limit}.db`)
      copyBase(prepared, base)
      const { code, stderr } = await limited(limit, base, 'add "One More"')
      expect((await expectSound(base)).clients).toBe(KEPT)
      expectPlain(stderr)
      expect({ limit, code }).toEqual({ limit, code: 1 })
    }
  })

  test('a first start makes a whole base or none', async () => {
    for (const limit of [1, 16, 64, 256, 400, 407, 408, 412, 416, 420, 430, 600]) {
      const folder = join(program.work, `first-${limit}`)
      const base = join(folder, 'base.db')
      const { code, stderr } = await limited(limit, base, 'add "The First"')
      if (code === 0) expect((await expectSound(base)).clients).toBe(1)
      else {
        expectPlain(stderr)
        if (existsSync(base)) expect((await expectSound(base)).clients).toBe(0)
      }
      expect(filesIn(folder).filter((name) => !/^base\.db(-wal|-shm)?$/.test(name))).toEqual([])
    }
  })
})

describe.skipIf(!CAN_MOUNT)('a disk that is full (skipped where a small disk cannot be mounted: unshare -m)', () => {
  test('adds and imports into a base on it succeed or change nothing', async () => {
    for (const size of [760, 900, 2_100, 2_800, 6_100]) {
      const { code, stdout, stderr } = await onSmallDisk(
        size,
        'cp "$PREPARED" tm/base.db; clientele --db tm/base.db import "$TABLE" 2>tm.err; echo $?; clientele --db tm/base.db count; clientele --db tm/base.db check --json',
      )
      const [exit, clients, ...checked] = stdout.split('\n')
      // Where there is no room for the shared memory of the log, even reading is refused, in one sentence.
      if (code !== 0) expectPlain(stderr.split('\n').slice(0, 2).join('\n'))
      else {
        expect({ size, clients }).toEqual({ size, clients: String(exit === '0' ? KEPT + ROWS : KEPT) })
        expect(JSON.parse(checked.join('\n'))).toMatchObject({ ok: true })
      }
      if (exit !== '0') expectPlain(readFileSync(join(program.work, 'tm.err'), 'utf8'))
    }
  })

  test('a first start on it makes a whole base or none', async () => {
    for (const size of [100, 300, 430, 500, 600, 700, 800, 860, 960, 1_100]) {
      const { stdout, stderr } = await onSmallDisk(
        size,
        'clientele --db tm/base.db add "The First" >/dev/null 2>tm.err; echo $?; ls tm; [ ! -e tm/base.db ] || { mv tm/base.db whole.db; clientele --db whole.db check --json; rm whole.db*; }',
      )
      expect({ size, stderr }).toEqual({ size, stderr: expect.not.stringContaining('damaged') })
      if (!stdout.startsWith('0\n')) expectPlain(readFileSync(join(program.work, 'tm.err'), 'utf8'))
    }
  })

  const TOO_LARGE = [
    ['backup tm/copy.db', 'copy.db'],
    ['export --format csv -o tm/all.csv', 'all.csv'],
  ] as const

  test('a backup and an export that do not fit leave nothing behind', async () => {
    for (const [command] of TOO_LARGE) {
      const { stdout, stderr } = await onSmallDisk(4, `clientele --db "$LARGE" ${command}; echo $?; ls -A tm`)
      expect({ command, stdout }).toEqual({ command, stdout: '1\n' })
      expectPlain(stderr)
    }
  })

  for (const [command, file] of TOO_LARGE)
    test(`the sentence names the file that does not fit: ${file}`, async () => {
      const { stderr } = await onSmallDisk(4, `clientele --db "$LARGE" ${command}`)
      expect(stderr).toContain(file)
    })
})

describe('standard output that takes nothing', () => {
  test.skipIf(!existsSync('/dev/full'))('is a failure, in one sentence', async () => {
    for (const command of ['list --json', 'export --format csv', 'count']) {
      const { code, stderr } = await program.shell(`clientele --db prepared.db ${command} > /dev/full`)
      expect({ command, code }).toEqual({ command, code: 1 })
      expectPlain(stderr)
    }
  })
})

describe.skipIf(!CAN_BE_NOBODY)('a folder that cannot be written (skipped where nobody else can be: setpriv)', () => {
  const asNobody = (command: string) =>
    program.shell(`exec ${AS_NOBODY.join(' ')} "$NODE" "$ENTRY" ${command}`, {
      env: { HOME: '/nonexistent', TABLE: table },
    })

  test('what only reads works, what writes says so, and both leave it alone', async () => {
    const folder = join(program.work, 'closed')
    mkdirSync(folder, { mode: 0o755 })
    chmodSync(folder, 0o755)
    copyFileSync(prepared, join(folder, 'base.db'))
    chmodSync(join(folder, 'base.db'), 0o644)
    const before = readFileSync(prepared)
    const refused = async (base: string, verb: string): Promise<void> => {
      const { code, stdout, stderr } = await asNobody(`--db ${join(folder, base)} ${verb}`)
      expect({ base, verb, code, stdout }).toEqual({ base, verb, code: 1, stdout: '' })
      const said = withoutWarning(stderr)
      expectPlain(said)
      expect(said).toContain(join(folder, base))
    }
    for (const verb of ['add "One More"', 'import "$TABLE"', 'undo --yes']) await refused('base.db', verb)
    for (const verb of ['add "One More"', 'today', 'import "$TABLE"']) await refused('new.db', verb)
    for (const [verb, seen] of [
      ['list', 'Kept Before1'],
      ['today --json', '"calls": []'],
      ['count', '3'],
      ['check', 'sound'],
    ]) {
      const { code, stdout, stderr } = await asNobody(`--db ${join(folder, 'base.db')} ${verb}`)
      expect({ verb, code }).toEqual({ verb, code: 0 })
      expect(stdout + stderr).toContain(seen)
    }
    expect(filesIn(folder)).toEqual(['base.db'])
    expect(readFileSync(join(folder, 'base.db')).equals(before)).toBe(true)
  })

  test('rows that are rejected there stop an import before it is kept', async () => {
    const folder = join(program.work, 'closed-table')
    const own = join(program.work, 'own')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    mkdirSync(own)
    chownSync(own, 65534, 65534)
    writeFileSync(
      join(folder, 'some.csv'),
      csvOf(4, (index) => (index === 2 ? '31.02.1990' : '01.02.1990')),
    )
    chmodSync(join(folder, 'some.csv'), 0o644)
    const { code, stderr } = await asNobody(`--db ${join(own, 'base.db')} import ${join(folder, 'some.csv')}`)
    expect(code).toBe(1)
    expectPlain(stderr)
    expect((await expectSound(join(own, 'base.db'))).clients).toBe(0)
  })

  test('a backup into it names the file that cannot be written', async () => {
    const folder = join(program.work, 'closed-backups')
    const own = join(program.work, 'own-backed')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    mkdirSync(own)
    chownSync(own, 65534, 65534)
    const { code, stderr } = await asNobody(`--db ${join(own, 'base.db')} backup ${join(folder, 'copy.db')}`)
    expect(code).toBe(1)
    expect(stderr).toContain(join(folder, 'copy.db'))
  })
})

test.skipIf(!CAN_MOUNT)('a base on a disk that is mounted for reading only is read, and not written', async () => {
  mkdirSync(join(program.work, 'mounted'))
  copyFileSync(prepared, join(program.work, 'mounted', 'base.db'))
  await program.ok(['--db', join(program.work, 'mounted', 'base.db'), 'next', '1', 'today', 'ask'])
  const there = (verb: string) =>
    program.shell(
      `exec unshare -m bash -c 'mount --bind mounted mounted && mount -o remount,bind,ro mounted && exec "$NODE" "$ENTRY" --db mounted/base.db ${verb}'`,
    )
  for (const verb of ['add One', 'done t1', 'undo --yes']) {
    const { code, stdout, stderr } = await there(verb)
    expect({ verb, code, stdout }).toEqual({ verb, code: 1, stdout: '' })
    const said = stderr.replace(UNKEPT, '')
    expectPlain(said)
    expect(said).toContain('cannot be written')
  }
  const shown = await there('today')
  expect(shown.code).toBe(0)
  expect(shown.stdout).toContain('t1  Kept Before1')
  // The numbers hold for this look alone, and that is said.
  expect(shown.stderr).toBe(UNKEPT)
  expect(JSON.parse((await there('list --json')).stdout)).toHaveLength(KEPT)
  expect(filesIn(join(program.work, 'mounted'))).toEqual(['base.db'])
})

test.skipIf(!CAN_BE_NOBODY)(
  'what the owner has only in the log is read by others, or said to be out of reach',
  async () => {
    const folder = join(program.work, 'owned')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    const base = join(folder, 'base.db')
    copyFileSync(prepared, base)
    chmodSync(base, 0o644)
    const asNobody = (verb: string) =>
      program.shell(`exec ${AS_NOBODY.join(' ')} "$NODE" "$ENTRY" --db ${base} ${verb}`, {
        env: { HOME: '/nonexistent' },
      })
    const owner = await holding(base, "update client set name = 'Only In The Log' where id = 2")
    try {
      const { code, stdout } = await asNobody('show 2')
      expect({ code, seen: stdout.includes('Only In The Log') }).toEqual({ code: 0, seen: true })
      // The log alone, as a copy of two of the three files has it.
      copyFileSync(base, join(folder, 'half.db'))
      copyFileSync(`${base}-wal`, join(folder, 'half.db-wal'))
      for (const ending of ['', '-wal']) chmodSync(join(folder, `half.db${ending}`), 0o644)
      const half = await program.shell(
        `exec ${AS_NOBODY.join(' ')} "$NODE" "$ENTRY" --db ${join(folder, 'half.db')} show 2`,
        { env: { HOME: '/nonexistent' } },
      )
      expect({ code: half.code, stdout: half.stdout }).toEqual({ code: 1, stdout: '' })
      expectPlain(half.stderr)
      expect(half.stderr).toContain('another program has not finished with it')
    } finally {
      await owner.close()
    }
  },
)

test('a rejects file that cannot be made stops an import before it is kept', async () => {
  const folder = join(program.work, 'rejects')
  mkdirSync(join(folder, 'taken'), { recursive: true })
  writeFileSync(
    join(folder, 'some.csv'),
    csvOf(4, (index) => (index === 2 ? '31.02.1990' : '01.02.1990')),
  )
  const base = join(folder, 'base.db')
  const { code } = await program.run(['--db', base, 'import', 'some.csv', '--rejects', 'taken'], { cwd: folder })
  expect(code).toBe(1)
  expect(filesIn(folder)).toEqual(['some.csv', 'taken'])
})

describe('a file that is not a base', () => {
  const VERBS = ['count', 'add One', 'import "$TABLE"', 'check']

  async function expectUntouched(file: string, verbs: readonly string[]): Promise<string> {
    const before = readFileSync(file)
    const around = filesIn(program.work)
    let said = ''
    for (const verb of verbs) {
      const { code, stdout, stderr } = await program.shell(`exec "$NODE" "$ENTRY" --db ${file} ${verb}`, {
        env: { TABLE: table },
      })
      expect({ verb, code, stdout }).toEqual({ verb, code: 1, stdout: '' })
      expectPlain(stderr)
      expect(stderr).toContain(file)
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(filesIn(program.work)).toEqual(around)
      said = stderr
    }
    return said
  }

  test('a text, random bytes, and what only begins like a base stay as they are', async () => {
    const random = Buffer.from(Array.from({ length: 20_000 }, () => Math.floor(Math.random() * 256)))
    const contents: Record<string, string | Buffer> = {
      'text.db': 'name,phone\nIvan,+79161234567\n',
      'one-byte.db': 'x',
      'random.db': random,
      'head.db': Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), random]),
      'only-head.db': Buffer.from('SQLite format 3\0', 'latin1'),
    }
    for (const [name, content] of Object.entries(contents)) {
      const file = join(program.work, name)
      writeFileSync(file, content)
      expect(await expectUntouched(file, name === 'random.db' ? VERBS : ['add One'])).toContain('not a clientele base')
      rmSync(file)
    }
  })

  test('the base of another program stays as it is, whatever its journal', async () => {
    for (const mode of ['delete', 'wal']) {
      const file = join(program.work, `foreign-${mode}.db`)
      writeFileSync(file, '')
      await query(
        file,
        `pragma journal_mode = ${mode}`,
        'create table notes (text)',
        "insert into notes values ('mine')",
        'select 1',
      )
      expect(await expectUntouched(file, mode === 'wal' ? VERBS : ['add One'])).toContain('not a clientele base')
      expect(await query(file, 'select text from notes')).toEqual([{ text: 'mine' }])
    }
  })

  test('a base of a newer program stays as it is', async () => {
    const file = join(program.work, 'newer.db')
    copyBase(prepared, file)
    await query(file, 'pragma user_version = 99', 'select 1')
    const said = await expectUntouched(file, [...VERBS, 'today', 'undo', 'export', `backup ${file}.copy`])
    expect(said).toContain('99')
  })

  test('a damaged base is called so and stays as it is', async () => {
    const file = join(program.work, 'damaged.db')
    writeFileSync(file, readFileSync(prepared).subarray(0, 100_000))
    chmodSync(file, 0o600)
    const before = readFileSync(file)
    expect(
      await expectUntouched(
        file,
        VERBS.filter((verb) => verb !== 'check'),
      ),
    ).toContain('damaged')
    // `check` is there to tell of it, and does so as it tells everything.
    const { code, stdout } = await program.run(['--db', file, 'check'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/problem +file +damaged/)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(endings.slice(1).filter((ending) => existsSync(file + ending))).toEqual([])
  })
})
