import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkIdentity, checkRecipient, type Key, type Lock, lockOf, seal, unseal } from '../../src/formats/age.js'
import { isAgeError, looksSealed } from '../../src/formats/age-file.js'
import { newIdentity } from './age-keys.js'

const folder = mkdtempSync(join(tmpdir(), 'clientele-age-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* cut(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(Uint8Array.from(piece))
  return Buffer.concat(all)
}

const some = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, index) => (index * 7919) % 251))
/** Easy to guess at, and quick: for what is not about the work of a guess. */
const QUICK = { workFactor: 10 }
const sealed = (bytes: Uint8Array, lock: Lock, piece = 1000): Promise<Buffer> =>
  gathered(seal(cut(bytes, piece), lock, QUICK))
const opened = (bytes: Uint8Array, key: Key, piece = 4096): Promise<Buffer> => gathered(unseal(cut(bytes, piece), key))

/** Why a file could not be opened; `opened` when it could. */
async function trouble(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'opened'
  } catch (error) {
    if (!isAgeError(error)) throw error
    return error.problem
  }
}

describe('what is sealed', () => {
  const CHUNK = 65_536
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_001])('comes back, %i bytes of it', async (size) => {
    const { identity, recipient } = await newIdentity()
    const bytes = some(size)
    for (const piece of [1 + (size >> 4), 300_000]) {
      const file = await sealed(bytes, { recipients: [recipient] }, piece)
      expect(looksSealed(file)).toBe(true)
      // One byte stands in any file by chance.
      if (size >= 40) expect(file.includes(bytes.subarray(0, 40))).toBe(false)
      expect((await opened(file, { identities: [identity] }, 1 + (piece >> 1))).equals(bytes)).toBe(true)
    }
  })

  test('is opened by each of several recipients, and by nobody else', async () => {
    const [anna, boris, eve] = [await newIdentity(), await newIdentity(), await newIdentity()]
    const file = await sealed(some(5000), { recipients: [anna.recipient, boris.recipient] })
    expect((await opened(file, { identities: [boris.identity] })).equals(some(5000))).toBe(true)
    expect((await opened(file, { identities: [eve.identity, anna.identity] })).equals(some(5000))).toBe(true)
    expect(await trouble(() => opened(file, { identities: [eve.identity] }))).toBe('wrong-identity')
    expect(await lockOf(cut(file, 100))).toBe('identity')
  })

  test.each(['correct horse', 'пароль «Ґалаґан» 🎉', ' with blanks '])(
    'is opened by its passphrase %j alone',
    async (passphrase) => {
      const file = await sealed(some(70_000), { passphrase })
      expect(await lockOf(cut(file, 10))).toBe('passphrase')
      expect((await opened(file, { passphrase })).equals(some(70_000))).toBe(true)
      for (const wrong of ['', `${passphrase}x`, passphrase.toUpperCase()])
        expect(await trouble(() => opened(file, { passphrase: wrong }))).toBe('wrong-passphrase')
    },
  )

  test('costs whoever guesses a work factor of 18 unless told otherwise', async () => {
    const file = await gathered(seal(cut(some(10), 10), { passphrase: 'correct horse' }))
    expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/)
  })

  test('is never held in memory as a whole', async () => {
    const { identity, recipient } = await newIdentity()
    const PIECES = 400
    let [made, most] = [0, 0]
    async function* long(): AsyncIterable<Uint8Array> {
      for (; made < PIECES; made += 1) yield new Uint8Array(65_536)
    }
    let taken = 0
    for await (const piece of unseal(seal(long(), { recipients: [recipient] }), { identities: [identity] })) {
      taken += piece.length
      most = Math.max(most, made - taken / 65_536)
    }
    expect(taken).toBe(PIECES * 65_536)
    expect(most).toBeLessThan(40)
  })

  test('keeps the trouble of whoever reads and writes', async () => {
    const { identity, recipient } = await newIdentity()
    async function* failing(): AsyncIterable<Uint8Array> {
      yield some(100_000)
      throw Object.assign(new Error('the disk'), { code: 'EIO' })
    }
    await expect(gathered(seal(failing(), { recipients: [recipient] }))).rejects.toThrow('the disk')
    const file = await sealed(some(300_000), { recipients: [recipient] })
    async function* failingLater(): AsyncIterable<Uint8Array> {
      yield file.subarray(0, 70_000)
      throw Object.assign(new Error('the disk'), { code: 'EIO' })
    }
    await expect(gathered(unseal(failingLater(), { identities: [identity] }))).rejects.toThrow('the disk')
  })
})

describe('a file that is not what it was', () => {
  test('is refused wherever a bit has turned', async () => {
    const { identity, recipient } = await newIdentity()
    const file = await sealed(some(140_000), { recipients: [recipient] })
    const header = file.indexOf('\n---') + 1
    const places = [
      ...Array.from({ length: 40 }, (_, index) => Math.floor((index * (header + 60)) / 40)),
      header + 70,
      70_000,
      file.length - 20,
      file.length - 1,
    ]
    for (const place of places)
      for (const bit of [1, 64]) {
        const turned = Buffer.from(file)
        turned[place] = (turned[place] ?? 0) ^ bit
        const said = await trouble(() => opened(turned, { identities: [identity] }))
        expect({ place, said }).toEqual({ place, said: expect.stringMatching(/damaged|wrong-identity|not-age/) })
      }
  })

  test('is refused wherever it is cut off, and when something is added', async () => {
    const { identity, recipient } = await newIdentity()
    const bytes = some(3 * 65_536)
    const file = await sealed(bytes, { recipients: [recipient] })
    const body = file.length - 3 * (65_536 + 16)
    // The ends of the chunks too, where what is there is in itself as it was.
    for (const length of [
      0,
      10,
      21,
      22,
      60,
      body - 16,
      body - 1,
      body,
      body + 65_552,
      body + 2 * 65_552,
      file.length - 1,
    ])
      expect({
        length,
        said: await trouble(() => opened(file.subarray(0, length), { identities: [identity] })),
      }).toEqual({
        length,
        said: length < 22 ? 'not-age' : 'damaged',
      })
    for (const more of ['\n', 'x'.repeat(70_000)])
      expect(await trouble(() => opened(Buffer.concat([file, Buffer.from(more)]), { identities: [identity] }))).toBe(
        'damaged',
      )
    const swapped = Buffer.concat([
      file.subarray(0, body),
      file.subarray(body + 65_552, body + 2 * 65_552),
      file.subarray(body, body + 65_552),
      file.subarray(body + 2 * 65_552),
    ])
    expect(await trouble(() => opened(swapped, { identities: [identity] }))).toBe('damaged')
  })

  test.each([
    ['a letter', 'Dear Anna,\n', 'not-age'],
    ['a base', 'SQLite format 3\0 and so on', 'not-age'],
    ['a later version', 'age-encryption.org/v2\n-> X25519 a\n', 'not-age'],
    ['half a mark', 'age-encryp', 'not-age'],
    ['a header without an end', `age-encryption.org/v1\n${'-> X25519 abc\nAAAA\n'.repeat(40_000)}`, 'damaged'],
    ['a line without an end', `age-encryption.org/v1\n${'x'.repeat(600_000)}`, 'damaged'],
    ['no line that is one', 'age-encryption.org/v1\nПривет\n--- abc\n', 'damaged'],
    ['too much work', 'age-encryption.org/v1\n-> scrypt 0123456789012345678901 30\nAAAA\n--- abc\n', 'too-hard'],
    [
      'endless work',
      `age-encryption.org/v1\n-> scrypt 0123456789012345678901 ${'9'.repeat(400)}\nA\n--- abc\n`,
      'too-hard',
    ],
    ['armor without an end', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3Yx\n', 'damaged'],
    ['armor of nothing', '-----BEGIN AGE ENCRYPTED FILE-----\n-----END AGE ENCRYPTED FILE-----\n', 'not-age'],
    ['armor of something else', `-----BEGIN AGE ENCRYPTED FILE-----\n${'x'.repeat(70_000)}`, 'damaged'],
  ])('%s is refused', async (_, text, problem) => {
    const { identity } = await newIdentity()
    for (const key of [{ passphrase: 'correct horse' }, { identities: [identity] }])
      expect(await trouble(() => opened(Buffer.from(text), key))).toBe(problem)
  })

  test.each(['', 'age1', 'age1qqqq', 'AGE-SECRET-KEY-1QQQ', 'ssh-ed25519 AAAA', 'ёлка', 'age1yubikey1qqqq'])(
    '%j is neither recipient nor key',
    async (text) => {
      expect(await trouble(async () => checkRecipient(text))).toBe('bad-recipient')
      expect(await trouble(async () => checkIdentity(text))).toBe('bad-identity')
    },
  )
})

const AGE = spawnSync('age', ['--version']).status === 0 && spawnSync('age-keygen', ['--version']).error === undefined
const PTY = AGE && spawnSync('script', ['--version']).status === 0

/** Runs a command on a terminal of its own and types lines, each a moment after the one before. */
function typing(command: string, lines: readonly string[]): void {
  const typed = lines.map((line) => `sleep 0.6; printf '%s\\n' '${line}'; `).join('')
  execFileSync('bash', ['-c', `(${typed} sleep 4) | timeout 30 script -qec "${command}" /dev/null`], { cwd: folder })
}

describe.skipIf(!AGE)('the age program', () => {
  const key = join(folder, 'key.txt')
  const recipientOf = (): string => {
    rmSync(key, { force: true })
    execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' })
    return execFileSync('age-keygen', ['-y', key], { encoding: 'utf8' }).trim()
  }
  const secret = (): string =>
    readFileSync(key, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('AGE-')) ?? ''

  test('opens what we seal', async () => {
    const recipient = recipientOf()
    for (const size of [0, 65_536, 200_000]) {
      writeFileSync(join(folder, 'ours.age'), await sealed(some(size), { recipients: [recipient] }))
      const back = execFileSync('age', ['-d', '-i', key, join(folder, 'ours.age')], { maxBuffer: 1e8 })
      expect(back.equals(some(size))).toBe(true)
    }
  })

  test('seals what we open, in bytes and in letters', async () => {
    const recipient = recipientOf()
    for (const size of [0, 47, 48, 49, 65_536, 200_000])
      for (const armor of [[], ['-a']]) {
        const theirs = execFileSync('age', ['-r', recipient, ...armor], { input: some(size), maxBuffer: 1e8 })
        expect((await opened(theirs, { identities: [secret()] }, 1000)).equals(some(size))).toBe(true)
        if (armor.length === 0) continue
        const windows = Buffer.from(`\r\n${theirs.toString('latin1').replaceAll('\n', '\r\n')}\r\n`)
        expect((await opened(windows, { identities: [secret()] }, 7)).equals(some(size))).toBe(true)
        const lines = theirs.toString('latin1').split('\n')
        lines[1] = `${lines[1]?.slice(0, -1)}!`
        expect(await trouble(() => opened(Buffer.from(lines.join('\n')), { identities: [secret()] }))).toBe('damaged')
      }
  })

  test.skipIf(!PTY)('opens what we seal with a passphrase, and the other way round', { timeout: 60_000 }, async () => {
    writeFileSync(join(folder, 'plain'), some(100_000))
    writeFileSync(
      join(folder, 'ours.age'),
      await gathered(seal(cut(some(100_000), 999), { passphrase: 'correct horse' })),
    )
    typing('age -d -o back ours.age', ['correct horse'])
    expect(readFileSync(join(folder, 'back')).equals(some(100_000))).toBe(true)
    typing('age -p -o theirs.age plain', ['correct horse', 'correct horse'])
    expect(
      (await opened(readFileSync(join(folder, 'theirs.age')), { passphrase: 'correct horse' })).equals(some(100_000)),
    ).toBe(true)
  })
})
