import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { withoutArmor } from './age-armor.js'
import { AGE_BEGINNINGS, AgeError } from './age-file.js'

export { AGE_BEGINNINGS } from './age-file.js'

/** With what a file is sealed: everybody who has one of the keys opens it, or whoever knows the passphrase. */
export type Lock = { passphrase: string } | { recipients: readonly string[] }

/** With what a file is opened. */
export type Key = { passphrase: string } | { identities: readonly string[] }

/** How a sealed file is to be opened. */
export type LockKind = 'passphrase' | 'identity'

/** A guess costs whoever guesses a second and 256 MB: 2 to the power of this, what `age` itself uses. */
const WORK = 18
/** Above this the library wants more than a gigabyte of memory. */
const HARDEST = 20
/** A header has a few hundred bytes a recipient; a hostile one without an end must not fill the memory. */
const LONGEST_HEADER = 256 * 1024
/** The format encrypts so much at once; smaller pieces are joined. */
const PORTION = 64 * 1024

/** Refuses what is no recipient that the library can encrypt to. */
export function checkRecipient(recipient: string): void {
  try {
    new Encrypter().addRecipient(recipient)
  } catch {
    throw new AgeError('bad-recipient')
  }
}

/** Refuses what is no identity that the library can open files with. */
export function checkIdentity(identity: string): void {
  try {
    new Decrypter().addIdentity(identity)
  } catch {
    throw new AgeError('bad-identity')
  }
}

/** What is read, encrypted; a portion of it is in memory at a time. */
export async function* seal(
  pieces: AsyncIterable<Uint8Array | string>,
  lock: Lock,
  { workFactor = WORK }: { workFactor?: number } = {},
): AsyncIterable<Uint8Array> {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase)
    encrypter.setScryptWorkFactor(workFactor)
  } else
    for (const recipient of lock.recipients) {
      checkRecipient(recipient)
      encrypter.addRecipient(recipient)
    }
  yield* (await encrypter.encrypt(streamOf(inPortions(pieces)))) as unknown as AsyncIterable<Uint8Array>
}

/**
 * What is behind the encryption. Each portion that comes is as it was sealed; whether the whole is complete is known at
 * the end only, where a file that was cut off is refused.
 */
export async function* unseal(bytes: AsyncIterable<Uint8Array>, key: Key): AsyncIterable<Uint8Array> {
  const { header, rest } = await headerOf(await binary(bytes))
  checkHeader(header)
  const decrypter = new Decrypter()
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase)
  else
    for (const identity of key.identities) {
      checkIdentity(identity)
      decrypter.addIdentity(identity)
    }
  const source = noticing(rest)
  try {
    yield* (await decrypter.decrypt(streamOf(source.pieces()))) as unknown as AsyncIterable<Uint8Array>
  } catch (error) {
    const failure = source.failure()
    if (failure !== null) throw failure.error
    if (!(error instanceof Error) || !/no identity matched/.test(error.message)) throw new AgeError('damaged')
    throw new AgeError('passphrase' in key ? 'wrong-passphrase' : 'wrong-identity')
  }
}

/** What a sealed file asks for; refuses what is no such file. */
export async function lockOf(bytes: AsyncIterable<Uint8Array>): Promise<LockKind> {
  const { header } = await headerOf(await binary(bytes))
  return checkHeader(header)
}

function checkHeader(header: string): LockKind {
  const scrypt = /^-> scrypt \S+ (\d+)$/m.exec(header)
  if (scrypt && Number(scrypt[1]) > HARDEST) throw new AgeError('too-hard')
  return /^-> scrypt( |$)/m.test(header) ? 'passphrase' : 'identity'
}

/** The text up to its seal, and all bytes from the beginning once more. */
async function headerOf(
  bytes: AsyncIterator<Uint8Array>,
): Promise<{ header: string; rest: AsyncIterable<Uint8Array> }> {
  let head = Buffer.alloc(0)
  for (;;) {
    const text = head.toString('latin1')
    const end = /\n--- [^\n]*\n/.exec(text)
    const [beginning] = AGE_BEGINNINGS
    if (!beginning.startsWith(text.slice(0, beginning.length))) throw new AgeError('not-age')
    if (end) return { header: text.slice(0, end.index + 1), rest: andThen(head, bytes) }
    if (head.length > LONGEST_HEADER) throw new AgeError('damaged')
    const { done, value } = await bytes.next()
    if (done) throw new AgeError(head.length < beginning.length ? 'not-age' : 'damaged')
    head = Buffer.concat([head, value])
  }
}

async function* andThen(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield head
    for (;;) {
      const { done, value } = await rest.next()
      if (done) return
      yield value
    }
  } finally {
    await rest.return?.()
  }
}

/** The bytes of the file, of which `age -a` writes letters. */
async function binary(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterator<Uint8Array>> {
  const reader = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  // A pipe may begin with a few bytes only.
  while (head.toString('latin1').trimStart().length < AGE_BEGINNINGS[1].length && head.length < 2048) {
    const { done, value } = await reader.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  const whole = andThen(head, reader)
  const inLetters = head.toString('latin1').trimStart().startsWith(AGE_BEGINNINGS[1])
  return (inLetters ? withoutArmor(whole) : whole)[Symbol.asyncIterator]()
}

async function* inPortions(pieces: AsyncIterable<Uint8Array | string>): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    waiting.push(bytes)
    size += bytes.length
    if (size < PORTION) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/** A disk that fails while a file is read is told apart from a file that is not what it was. */
function noticing(bytes: AsyncIterable<Uint8Array>): {
  pieces(): AsyncIterable<Uint8Array>
  failure(): { error: unknown } | null
} {
  let failure: { error: unknown } | null = null
  return {
    async *pieces() {
      try {
        yield* bytes
      } catch (error) {
        failure = { error }
        throw error
      }
    },
    failure: () => failure,
  }
}

// The types of the web's streams and of Node's differ in name only.
const streamOf = (pieces: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> =>
  ReadableStream.from(pieces) as unknown as globalThis.ReadableStream<Uint8Array>
