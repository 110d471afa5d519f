import { closeSync, createReadStream, fstatSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { systemCode, writeAll } from '../durable.js'
import { failed } from '../errors.js'
import { looksSealed } from '../formats/age-file.js'
import type { Context } from './context.js'
import { type OpenFlags, openerFor } from './sealing.js'

/** A file to be imported, or what came through the pipe; it can be read more than once. */
export interface Source {
  /** As it is shown: the file's name, `-` for the pipe. */
  name: string
  size: number
  /** The first bytes, enough to tell what it is. */
  head: Uint8Array
  bytes(): AsyncIterable<Uint8Array>
  /** All of it in memory. */
  whole(): Uint8Array
  close(): void
}

const HEAD = 65_536
const PIECE = 262_144
/** What comes through a pipe is kept in memory up to this size, beyond it in a file that nobody else can open. */
const IN_MEMORY = 16 * 1024 * 1024

export async function openSource(context: Context, file: string): Promise<Source> {
  if (file === '-') return fromPipe(context)
  let handle: number
  try {
    if (statSync(file).isDirectory()) throw failed((words) => words.errors.isFolder(file))
    handle = openSync(file, 'r')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw failed((words) =>
      error.code === 'ENOENT' ? words.errors.noSuchFile(file) : words.errors.inputOutput(file, systemCode(error)),
    )
  }
  // A named pipe or a device can be read only once.
  if (!fstatSync(handle).isFile()) {
    const stream = createReadStream('', { fd: handle, highWaterMark: PIECE })
    return { ...(await spooled(stream)), name: basename(file) }
  }
  return { ...fromFile(handle), name: basename(file) }
}

/** What is behind the encryption, when a file is encrypted: in memory, or in a file without a name when it is long. */
export async function unsealed(context: Context, source: Source, flags: OpenFlags): Promise<Source> {
  if (!looksSealed(source.head)) return source
  try {
    const open = await openerFor(context, flags, source)
    return { ...(await spooled(open(source.bytes()))), name: source.name.replace(/\.age$/i, '') }
  } finally {
    source.close()
  }
}

function fromFile(handle: number): Omit<Source, 'name'> {
  const { size } = fstatSync(handle)
  return {
    size,
    head: readAt(handle, 0, Math.min(HEAD, size)),
    async *bytes() {
      for (let at = 0; at < size; at += PIECE) {
        const piece = readAt(handle, at, Math.min(PIECE, size - at))
        if (piece.length === 0) return
        yield piece
      }
    },
    whole: () => readAt(handle, 0, size),
    close: () => closeSync(handle),
  }
}

function readAt(handle: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let read = 0
  while (read < length) {
    const got = readSync(handle, bytes, read, length - read, at + read)
    if (got === 0) break
    read += got
  }
  return bytes.subarray(0, read)
}

const fromPipe = async ({ world }: Context): Promise<Source> => ({
  ...(await spooled(world.stdin.bytes())),
  name: '-',
})

async function spooled(bytes: AsyncIterable<Uint8Array>): Promise<Omit<Source, 'name'>> {
  const pieces: Uint8Array[] = []
  let size = 0
  let handle: number | null = null
  for await (const piece of bytes) {
    size += piece.length
    if (handle === null && size <= IN_MEMORY) {
      // The stream may use its buffer again.
      pieces.push(Uint8Array.from(piece))
      continue
    }
    if (handle === null) {
      handle = unnamedFile()
      for (const kept of pieces.splice(0)) writeAll(handle, kept)
    }
    writeAll(handle, piece)
  }
  if (handle !== null) return fromFile(handle)
  const whole = Buffer.concat(pieces)
  return {
    size,
    head: whole.subarray(0, HEAD),
    async *bytes() {
      for (let at = 0; at < size; at += PIECE) yield whole.subarray(at, at + PIECE)
    },
    whole: () => whole,
    close: () => {},
  }
}

/** A file without a name: it is gone when it is closed, however the program ends. */
function unnamedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-'))
  const handle = openSync(join(folder, 'input'), 'wx+', 0o600)
  rmSync(folder, { recursive: true })
  return handle
}
