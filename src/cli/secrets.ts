import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { failed, type Refusal, typedWrongly } from '../errors.js'
import { isAgeError } from '../formats/age-file.js'
import { safe } from '../render/safe.js'
import type { Context } from './context.js'

/** Loaded when something is sealed or opened, and not before. */
const age = () => import('../formats/age.js')

/** Letters of a passphrase. */
const LONGEST = 1_000
/** Larger than any file of keys that people keep. */
const LARGEST_FILE = 1024 * 1024

/** The first line of a file, or of what comes through the pipe, without what ends it. */
export async function passphraseIn(context: Context, file: string): Promise<string> {
  const wrong = typedWrongly(({ sealing: { errors } }) => errors.badPassphraseFile(file))
  const bytes = file === '-' ? await fromPipe(context) : readSecret(context, file)
  const end = bytes.indexOf(0x0a)
  let line: string
  try {
    line = new TextDecoder('utf-8', { fatal: true }).decode(end < 0 ? bytes : bytes.subarray(0, end))
  } catch {
    throw wrong
  }
  const passphrase = line.replace(/\r$/, '')
  if (passphrase === '') throw typedWrongly(({ sealing: { errors } }) => errors.emptyPassphrase)
  if (passphrase.length > LONGEST || /\p{Cc}/u.test(passphrase)) throw wrong
  return passphrase
}

async function fromPipe({ world }: Context): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of world.stdin.bytes()) {
    pieces.push(Uint8Array.from(piece))
    size += piece.length
    if (piece.includes(0x0a) || size > LARGEST_FILE) break
  }
  return Buffer.concat(pieces)
}

/** The beginning of a file, of a named pipe too; a file with secrets that others can read is complained of. */
function readSecret(context: Context, file: string): Buffer {
  const { bytes, open } = readBeginning(file)
  if (open) context.world.stderr.write(`${context.words.sealing.errors.readableSecret(safe(file))}\n`)
  return bytes
}

function readBeginning(file: string): { bytes: Buffer; open: boolean } {
  if (file.includes('\u0000')) throw failed((words) => words.errors.noSuchFile(file))
  const handle = openSync(file, 'r')
  try {
    const state = fstatSync(handle)
    if (state.isDirectory()) throw failed((words) => words.errors.isFolder(file))
    const pieces: Buffer[] = []
    for (let size = 0; size < LARGEST_FILE; ) {
      const piece = Buffer.alloc(65_536)
      const got = readSync(handle, piece, 0, piece.length, null)
      if (got === 0) break
      pieces.push(piece.subarray(0, got))
      size += got
    }
    return { bytes: Buffer.concat(pieces), open: state.isFile() && (state.mode & 0o077) !== 0 }
  } finally {
    closeSync(handle)
  }
}

/** Lines that are neither blank nor a comment, with their numbers. */
const linesIn = (bytes: Buffer): { line: number; text: string }[] =>
  bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))

const isSecretKey = (text: string): boolean => /^AGE-SECRET-KEY-/i.test(text)

/** Who is to be able to open a file: those typed, and those in a file. */
export async function recipientsOf(recipient: readonly string[] = [], recipientsFile?: string): Promise<string[]> {
  const { checkRecipient } = await age()
  const accepted = (text: string, wrong: Refusal['say']): string => {
    try {
      checkRecipient(text)
      return text
    } catch (error) {
      throw isAgeError(error) ? typedWrongly(wrong) : error
    }
  }
  const typed = recipient.map((text) => {
    if (isSecretKey(text.trim()))
      throw typedWrongly(({ sealing: { errors } }) => ({
        text: errors.secretAsRecipient,
        hint: errors.secretAsRecipientHint,
      }))
    return accepted(text.trim(), ({ sealing: { errors } }) => errors.badRecipient(text))
  })
  if (recipientsFile === undefined) return typed
  const listed = linesIn(readBeginning(recipientsFile).bytes).map(({ line, text }) => {
    if (isSecretKey(text))
      throw typedWrongly(({ sealing: { errors } }) => ({
        text: errors.secretInRecipients(recipientsFile),
        hint: errors.secretAsRecipientHint,
      }))
    // What stands there may be a secret of another kind, so it is not repeated.
    return accepted(text, ({ sealing: { errors } }) => errors.badRecipientLine(recipientsFile, line))
  })
  if (listed.length === 0) throw typedWrongly(({ sealing: { errors } }) => errors.noRecipients(recipientsFile))
  return [...typed, ...listed]
}

/** The keys in files, each a line; a key itself is refused, as it is in the history of the shell then. */
export async function identitiesOf(context: Context, files: readonly string[]): Promise<string[]> {
  const { checkIdentity, AGE_BEGINNINGS } = await age()
  return files.flatMap((file) => {
    if (isSecretKey(file)) throw typedWrongly(({ sealing: { errors } }) => errors.secretTyped)
    const bytes = readSecret(context, file)
    if (AGE_BEGINNINGS.some((beginning) => bytes.toString('latin1').trimStart().startsWith(beginning)))
      throw failed(({ sealing: { errors } }) => ({
        text: errors.sealedIdentity(file),
        hint: errors.sealedIdentityHint,
      }))
    const identities = linesIn(bytes).map(({ line, text }) => {
      try {
        checkIdentity(text)
        return text
      } catch (error) {
        throw isAgeError(error) ? failed(({ sealing: { errors } }) => errors.badIdentityLine(file, line)) : error
      }
    })
    if (identities.length === 0) throw failed(({ sealing: { errors } }) => errors.noIdentities(file))
    return identities
  })
}
