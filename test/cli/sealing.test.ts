import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/sqlite.js'
import { newIdentity } from '../formats/age-keys.js'
import { everything, freshFolder } from '../store/base.js'
import { CTRL_C, runIn } from '../world.js'

const PASSPHRASE = 'вірний кінь батарея'
const SHORT = 'sieben7'

interface Place {
  folder: string
  file: string
  key: string
  recipient: string
  identity: string
}

async function withBase(): Promise<Place> {
  const folder = freshFolder()
  const { identity, recipient } = await newIdentity()
  const key = join(folder, 'key.txt')
  writeFileSync(key, `# created: today\n# public key: ${recipient}\n\n${identity}\n`, { mode: 0o600 })
  for (const name of ['Анна Ёлкина', 'Ґалаґан Олена 🎉']) await runIn({ folder }, 'add', name)
  return { folder, file: join(folder, 'clients.db'), key, recipient, identity }
}

const written = (folder: string, name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text, { mode: 0o600 })
  return join(folder, name)
}

/** No passphrase and no key stands in anything said, nor in any file that is not its own. */
function expectNoSecret(folder: string, said: string, secrets: readonly string[], own: readonly string[]): void {
  for (const secret of secrets) {
    expect(said).not.toContain(secret)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (!own.includes(name) && statSync(join(folder, name)).isFile())
        expect(readFileSync(join(folder, name)).includes(secret)).toBe(false)
  }
}

describe('backup --encrypt', () => {
  test('for a recipient: the file ends in .age, is for its owner alone, and comes back', async () => {
    const { folder, file, key, recipient, identity } = await withBase()
    const out = join(folder, 'out')
    mkdirSync(out)
    const { code, stdout, stderr } = await runIn({ folder }, 'backup', `${out}/`, '--recipient', recipient, '--json')
    expect(code).toBe(0)
    const made = JSON.parse(stdout) as { file: string; bytes: number; encrypted: boolean }
    expect(made.file).toMatch(/\/out\/clients-[0-9a-f]{6}-20261122T073000Z\.db\.age$/)
    expect(made).toMatchObject({ encrypted: true, bytes: statSync(made.file).size })
    expect(statSync(made.file).mode & 0o777).toBe(0o600)
    const bytes = readFileSync(made.file)
    expect(bytes.toString('latin1').startsWith('age-encryption.org/v1\n')).toBe(true)
    for (const plain of ['SQLite format', 'Анна', 'CLNT']) expect(bytes.includes(plain)).toBe(false)
    expect(readdirSync(out)).toHaveLength(1)
    expectNoSecret(folder, stdout + stderr, [identity], ['key.txt'])
    const before = (await everything(file)).client
    await runIn({ folder }, 'edit', '1', '--city', 'Київ')
    expect((await runIn({ folder }, 'restore', made.file, '--identity', key)).code).toBe(0)
    expect((await everything(file)).client).toEqual(before)
    expect(readFileSync(made.file).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('with a passphrase from a file or the pipe, and back with one that is asked for', {
    timeout: 60_000,
  }, async () => {
    const { folder } = await withBase()
    const secret = written(folder, 'secret', `${PASSPHRASE}\r\nthe rest of the file is not read\n`)
    const [first, second] = [join(folder, 'first.db.age'), join(folder, 'second.db.age')]
    const one = await runIn({ folder }, 'backup', first, '--encrypt', '--passphrase-file', secret)
    expect(one.code).toBe(0)
    const two = await runIn({ folder, stdin: `${PASSPHRASE}\n` }, 'backup', second, '--passphrase-file', '-')
    expect(two.code).toBe(0)
    expect(readFileSync(first, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/)
    const asked = await runIn({ folder, terminal: true, answers: [PASSPHRASE, 'y'] }, 'restore', first)
    expect(asked.code).toBe(0)
    expect(asked.world.unanswered()).toEqual([])
    expect((await runIn({ folder }, 'restore', second, '--passphrase-file', secret)).code).toBe(0)
    const said = [one, two, asked].map(({ stdout, stderr }) => stdout + stderr).join('')
    expectNoSecret(folder, said, [PASSPHRASE], ['secret'])
    const log = (await runIn({ folder }, 'history', '--exports', '--json')).stdout
    expect(JSON.parse(log)).toMatchObject([{ encrypted: true }, { encrypted: true }])
  })

  test('with a passphrase that is typed twice, and asked for again when the two differ', {
    timeout: 60_000,
  }, async () => {
    const { folder } = await withBase()
    const copy = join(folder, 'copy.db.age')
    const again = ['', 'another one', 'another two', PASSPHRASE, PASSPHRASE]
    const { code, stderr } = await runIn({ folder, terminal: true, answers: again }, 'backup', copy, '--encrypt')
    expect(code).toBe(0)
    expect(stderr).toContain('not the same')
    const wrong = await runIn({ folder, terminal: true, answers: ['another one'] }, 'restore', copy)
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 1, stdout: '' })
    expect(wrong.stderr).toContain('The passphrase does not open')
    const stopped = await runIn({ folder, terminal: true, answers: [CTRL_C] }, 'restore', copy)
    expect(stopped.code).toBe(130)
  })

  test.each([
    [['', SHORT, 'seven7!'], 'too short'],
    [['one one one', 'two two two', 'one one one', '2', 'one one one', '3'], 'were not the same'],
  ])('three tries at a new passphrase are enough', async (answers, said) => {
    const { folder } = await withBase()
    const { code, stderr } = await runIn({ folder, terminal: true, answers }, 'backup', '--encrypt')
    expect(code).toBe(2)
    expect(stderr).toContain(said)
    expect(existsSync(join(folder, 'home', '.local'))).toBe(false)
  })

  test('is not verified by looking away: what the disk changes is noticed', async () => {
    const { sealFile } = await import('../../src/cli/sealed-copy.js')
    const { seal } = await import('../../src/formats/age.js')
    const { folder, recipient } = await withBase()
    const [from, into] = [written(folder, 'from', 'x'.repeat(300_000)), written(folder, 'into', '')]
    const wanted = { named: 'copy.db.age', look: () => {} }
    async function* cutShort(pieces: AsyncIterable<Uint8Array | string>): AsyncIterable<Uint8Array> {
      for await (const piece of seal(pieces, { recipients: [recipient] })) yield piece
      // As if somebody had written over the file meanwhile.
      writeFileSync(into, 'age-encryption.org/v1\nnot what was written', { flag: 'r+' })
    }
    const others = { ending: '.age', seal: cutShort, open: null }
    await expect(sealFile(from, into, { ...wanted, seal: others })).rejects.toMatchObject({ exit: 1 })
    const own = {
      ending: '.age',
      seal: (pieces: AsyncIterable<Uint8Array | string>) => seal(pieces, { recipients: [recipient] }),
      open: async function* () {
        yield Buffer.from('x'.repeat(299_999))
      },
    }
    await expect(sealFile(from, into, { ...wanted, seal: own })).rejects.toMatchObject({ exit: 1 })
    expect(await sealFile(from, into, { ...wanted, seal: { ...own, open: null } })).toBe(statSync(into).size)
  })

  test('the draft that is not encrypted never lies in the folder of backups', async () => {
    const { folder, recipient } = await withBase()
    const out = join(folder, 'out')
    mkdirSync(out)
    const seen = new Set<string>()
    const interrupted = (): boolean => {
      for (const name of readdirSync(out)) {
        const head = readFileSync(join(out, name)).subarray(0, 15).toString('latin1')
        seen.add(head)
      }
      return false
    }
    expect((await runIn({ folder, interrupted }, 'backup', `${out}/`, '--recipient', recipient)).code).toBe(0)
    expect([...seen].sort()).toEqual(['', 'age-encryption.'])
  })

  test('is kept and counted with --keep like any other', async () => {
    const { folder, recipient } = await withBase()
    const out = join(folder, 'out')
    mkdirSync(out)
    const minute = (number: number): { folder: string; env: Record<string, string> } => ({
      folder,
      env: { CLIENTELE_NOW: `2026-11-22T09:0${number}` },
    })
    await runIn(minute(1), 'backup', `${out}/`, '--recipient', recipient)
    await runIn(minute(2), 'backup', `${out}/`)
    const { stdout } = await runIn(minute(3), 'backup', out, '--recipient', recipient, '--keep', '2', '--json')
    const { removed } = JSON.parse(stdout) as { removed: string[] }
    expect(removed).toHaveLength(1)
    expect(removed[0]).toMatch(/0100Z\.db\.age$/)
  })
})

describe('what cannot be sealed with', () => {
  test('is refused with exit 2 or 1, nothing is written, and no secret is repeated', async () => {
    const { folder, key, recipient, identity } = await withBase()
    const file = (name: string, text: string | Uint8Array): string => written(folder, name, text)
    const cases: [string[], number, string][] = [
      [['--encrypt'], 2, 'passphrase or a recipient'],
      [['--recipient', recipient, '--passphrase-file', key], 2, 'exclude each other'],
      [['--recipients-file', key, '--passphrase-file', key], 2, 'exclude each other'],
      [['--recipient', 'age1qqqq'], 2, '“age1qqqq” is not a whole age recipient'],
      [['--recipient', `${recipient}x`], 2, 'is not a whole age recipient'],
      [['--recipient', 'ssh-ed25519 AAAAC3'], 2, 'is not a whole age recipient'],
      [['--recipient', ''], 2, 'is not a whole age recipient'],
      [['--recipient', identity], 2, 'secret key'],
      [['--recipient', identity.toLowerCase()], 2, 'secret key'],
      [['--recipients-file', key], 2, 'holds a secret key'],
      [['--recipients-file', file('none', '# nobody\n\n')], 2, 'names no recipient'],
      [['--recipients-file', file('bad', `# one\n${recipient}\nhunter2hunter2\n`)], 2, 'Line 3'],
      [['--recipients-file', join(folder, 'nowhere')], 1, 'There is no file'],
      [['--recipients-file', folder], 1, 'is a folder'],
      [['--passphrase-file', join(folder, 'nowhere')], 1, 'There is no file'],
      [['--passphrase-file', 'no\u0000where'], 1, 'There is no file'],
      [['--passphrase-file', folder], 1, 'is a folder'],
      [['--passphrase-file', file('empty', '')], 2, 'empty'],
      [['--passphrase-file', file('blank', '\nhunter2hunter2\n')], 2, 'empty'],
      [['--passphrase-file', file('short', `${SHORT}\n`)], 2, 'too short'],
      [['--passphrase-file', file('long', 'hunter2'.repeat(200))], 2, 'holds no passphrase'],
      [['--passphrase-file', file('bytes', Buffer.from([0xff, 0xfe, 0x31, 0, 0x32, 0]))], 2, 'holds no passphrase'],
      [['--passphrase-file', file('control', 'hunter2\u0007hunter2')], 2, 'holds no passphrase'],
    ]
    const copy = join(folder, 'copy.db.age')
    for (const [flags, code, said] of cases) {
      const ran = await runIn({ folder }, 'backup', copy, ...flags)
      expect({ flags, code: ran.code, stdout: ran.stdout }).toEqual({ flags, code, stdout: '' })
      expect(ran.stderr).toContain(said)
      for (const secret of [identity, identity.toLowerCase(), 'hunter2', SHORT])
        expect(ran.stderr).not.toContain(secret)
      expect(existsSync(copy)).toBe(false)
    }
    expect(JSON.parse((await runIn({ folder }, 'history', '--exports', '--json')).stdout)).toEqual([])
    const listed = file('listed', `\ufeff# us\r\n${recipient}\r\n\r\n`)
    expect((await runIn({ folder }, 'backup', copy, '--recipients-file', listed)).code).toBe(0)
  })
})

describe('what cannot be opened', () => {
  test('is one sentence and exit 1, and nothing is written', async () => {
    const { folder, file, key, recipient, identity } = await withBase()
    const copy = join(folder, 'copy.db.age')
    await runIn({ folder }, 'backup', copy, '--recipient', recipient)
    const bytes = readFileSync(copy)
    const put = (name: string, text: string | Uint8Array): string => written(folder, name, text)
    const eve = put('eve', (await newIdentity()).identity)
    const turned = (place: number): Buffer => {
      const other = Buffer.from(bytes)
      other[place] = (other[place] ?? 0) ^ 1
      return other
    }
    const scrypt = put('hard.age', 'age-encryption.org/v1\n-> scrypt 0123456789012345678901 40\nAAAA\n--- abc\n')
    const asked = put('asked.age', 'age-encryption.org/v1\n-> scrypt 0123456789012345678901 10\nAAAA\n--- abc\n')
    const secret = put('secret', `${PASSPHRASE}\n`)
    const cases: [string[], number, string][] = [
      [[copy], 1, '--identity'],
      [[copy, '--passphrase-file', secret], 1, '--identity'],
      [[copy, '--identity', eve], 1, 'for another key'],
      [[copy, '--identity', key, '--passphrase-file', secret], 2, 'exclude each other'],
      [[copy, '--identity', join(folder, 'nowhere')], 1, 'There is no file'],
      [[copy, '--identity', identity], 2, 'not typed on the command line'],
      [[copy, '--identity', secret], 1, 'Line 1'],
      [[copy, '--identity', put('comments', '# none\n')], 1, 'holds no age key'],
      [[copy, '--identity', copy], 1, 'is itself encrypted'],
      [[put('cut.age', bytes.subarray(0, bytes.length - 5000)), '--identity', key], 1, 'is damaged'],
      [[put('head.age', bytes.subarray(0, 100)), '--identity', key], 1, 'is damaged'],
      [[put('turned.age', turned(bytes.length - 70_000)), '--identity', key], 1, 'is damaged'],
      [[put('end.age', turned(bytes.length - 1)), '--identity', key], 1, 'is damaged'],
      [[scrypt, '--passphrase-file', secret], 1, 'more memory'],
      [[asked], 1, 'encrypted with a passphrase'],
      [[asked, '--identity', key], 1, 'encrypted with a passphrase'],
    ]
    const [before, names] = [await everything(file), readdirSync(folder).sort()]
    for (const [argv, code, said] of cases) {
      const ran = await runIn({ folder }, 'restore', ...argv)
      expect({ argv, code: ran.code, stdout: ran.stdout }).toEqual({ argv, code, stdout: '' })
      expect(ran.stderr).toContain(said)
      expect(ran.stderr).not.toMatch(/\.clientele-|bug/)
      for (const each of [identity, PASSPHRASE]) expect(ran.stderr).not.toContain(each)
    }
    expect(await everything(file)).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(names)
  })

  test('what is inside is looked through like any other backup, and called by its own name', async () => {
    const { seal } = await import('../../src/formats/age.js')
    const { folder, key, recipient } = await withBase()
    const foreign = join(folder, 'foreign.db')
    const db = await openDatabase(foreign, { create: true })
    await db.executeQuery(CompiledQuery.raw('create table notes (text)'))
    await db.destroy()
    const sealed = async (name: string, bytes: Uint8Array): Promise<string> => {
      const pieces: Uint8Array[] = []
      async function* whole(): AsyncIterable<Uint8Array> {
        yield bytes
      }
      for await (const piece of seal(whole(), { recipients: [recipient] })) pieces.push(piece)
      return written(folder, name, Buffer.concat(pieces))
    }
    const letter = await sealed('letter.age', Buffer.from('Dear Anna,'))
    const other = await sealed('other.age', readFileSync(foreign))
    const nothing = await sealed('nothing.age', new Uint8Array())
    for (const file of [letter, other, nothing]) {
      const { code, stderr } = await runIn({ folder }, 'restore', file, '--identity', key)
      expect(code).toBe(1)
      expect(stderr).toContain(`${file} is not a clientele base`)
      expect(stderr).not.toContain('.clientele-')
    }
  })

  test('a key that others can read is complained of', async () => {
    const { folder, key, recipient } = await withBase()
    const copy = join(folder, 'copy.db.age')
    await runIn({ folder }, 'backup', copy, '--recipient', recipient)
    chmodSync(key, 0o640)
    const { code, stderr } = await runIn({ folder }, 'restore', copy, '--identity', key)
    expect(code).toBe(0)
    expect(stderr).toContain(`Others can read ${key}`)
  })
})

describe.skipIf(spawnSync('age', ['--version']).status !== 0)('the age program', () => {
  test('opens our backups, and we restore what it has encrypted, in letters too', async () => {
    const { folder, file, key, recipient } = await withBase()
    const copy = join(folder, 'copy.db.age')
    await runIn({ folder }, 'backup', copy, '--recipient', recipient)
    const plain = join(folder, 'plain.db')
    execFileSync('age', ['-d', '-i', key, '-o', plain, copy])
    expect((await everything(plain)).client).toEqual((await everything(file)).client)
    for (const armor of [[], ['-a']]) {
      const theirs = join(folder, `theirs${armor.length}.age`)
      execFileSync('age', [...armor, '-r', recipient, '-o', theirs, plain])
      await runIn({ folder }, 'add', 'Later')
      expect((await runIn({ folder }, 'restore', theirs, '--identity', key)).code).toBe(0)
      expect((await runIn({ folder }, 'count')).stdout).toBe('2\n')
    }
  })
})

describe('a name that was given', () => {
  test.each([
    ['backup', 'copy.db', true],
    ['backup', 'copy.db.age', false],
    ['backup', 'copy.AGE', false],
    ['export', 'clients.csv', true],
    ['export', 'clients.csv.age', false],
    ['export --client 1', 'Ёлкина.json', true],
    ['export --form', 'form.txt.age', false],
  ])('%s to %s is kept, and it is said what the file is: a hint %s', async (line, name, hint) => {
    const { folder, recipient } = await withBase()
    const file = join(folder, name)
    const place = line === 'backup' ? [file] : ['-o', file]
    const { code, stderr } = await runIn({ folder }, ...line.split(' '), ...place, '--recipient', recipient)
    expect(code).toBe(0)
    expect(readFileSync(file, 'latin1').startsWith('age-encryption.org/v1')).toBe(true)
    expect(existsSync(`${file}.age`)).toBe(false)
    expect(stderr).toContain(line === 'backup' ? 'encrypted and verified' : `${file} is encrypted (age).`)
    expect(stderr.includes('does not end in .age')).toBe(hint)
  })

  test('through a pipe it is said too', async () => {
    const { folder, recipient } = await withBase()
    const { code, stderr } = await runIn({ folder }, 'export', '--recipient', recipient)
    expect(code).toBe(0)
    expect(stderr).toContain('What was written is encrypted (age).')
    expect(stderr).not.toContain('.age,')
  })
})

describe('import', () => {
  test('reads an encrypted table, from a file and from the pipe, and refuses one it cannot open', async () => {
    const { seal } = await import('../../src/formats/age.js')
    const { folder, key, recipient } = await withBase()
    async function* table(): AsyncIterable<string> {
      yield 'Name,Phone\n'
      yield 'Ґалаґан Петро,+380671234567\nЁлкина Мария,+79161234567\n'
    }
    const pieces: Uint8Array[] = []
    for await (const piece of seal(table(), { recipients: [recipient] })) pieces.push(piece)
    const sealed = Buffer.concat(pieces)
    const file = written(folder, 'clients.csv.age', sealed)
    const refused = await runIn({ folder }, 'import', file)
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('--identity')
    const cut = written(folder, 'cut.csv.age', sealed.subarray(0, sealed.length - 3))
    expect((await runIn({ folder }, 'import', cut, '--identity', key)).code).toBe(1)
    const { code, stdout } = await runIn({ folder }, 'import', file, '--identity', key, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ rows: 2, created: 2 })
    const piped = await runIn({ folder, stdin: new Uint8Array(sealed) }, 'import', '-', '--identity', key, '--json')
    expect(JSON.parse(piped.stdout)).toMatchObject({ rows: 2, unchanged: 2 })
    expect((await runIn({ folder }, 'count')).stdout).toBe('4\n')
  })
})
