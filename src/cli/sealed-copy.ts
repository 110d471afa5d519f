import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs'
import { writeAll } from '../durable.js'
import { failed } from '../errors.js'
import { looksSealed } from '../formats/age-file.js'
import type { Seal } from './sealing.js'

const PIECE = 256 * 1024

/** The bytes of an open file from its beginning, a piece at a time. `look` is called between pieces and may throw. */
export async function* bytesOf(handle: number, look: () => void = () => {}): AsyncIterable<Uint8Array> {
  for (let at = 0; ; ) {
    look()
    const piece = Buffer.allocUnsafe(PIECE)
    const got = readSync(handle, piece, 0, PIECE, at)
    if (got === 0) return
    yield piece.subarray(0, got)
    at += got
  }
}

async function digestOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

async function* hashed(
  pieces: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

/**
 * Encrypts one file into another and reads it back: with the passphrase it is opened and compared with what went in; for keys
 * that others have, what is on the disk is compared with what was written. Answers with its size.
 */
export async function sealFile(
  from: string,
  into: string,
  { seal, named, look }: { seal: Seal; named: string; look: () => void },
): Promise<number> {
  const [source, target] = [openSync(from, 'r'), openSync(into, 'r+')]
  try {
    const [plain, sealed] = [createHash('sha256'), createHash('sha256')]
    let bytes = 0
    for await (const piece of seal.seal(hashed(bytesOf(source, look), plain))) {
      sealed.update(piece)
      writeAll(target, piece)
      bytes += piece.length
    }
    fsyncSync(target)
    const same =
      seal.open === null
        ? (await digestOf(bytesOf(target, look))) === sealed.digest('hex')
        : (await digestOf(seal.open(bytesOf(target, look)))) === plain.digest('hex')
    if (!same || !looksSealed(headOf(target))) throw failed((words) => words.sealing.errors.sealedDiffers(named))
    return bytes
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

function headOf(handle: number): Uint8Array {
  const head = Buffer.alloc(64)
  return head.subarray(0, readSync(handle, head, 0, head.length, 0))
}
