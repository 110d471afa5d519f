import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { errorCode } from './sqlite.js'

/*
 * What the log beside a base says of its first page, or the journal of its size, read as bytes: opening and closing through SQLite would move the log
 * into the base, also into one that is refused because a newer program has written it.
 */

const LOG_HEADER = 32
const FRAME_HEADER = 24
/** SQLite moves the log into the base about every thousand pages; a longer one is of a write in progress, and left to it. */
const MOST_FRAMES = 2_000

/** The newest committed first page in the log of a base, as far as `length` bytes; null when there is none. */
export function firstPageInLog(file: string, length: number): Buffer | null {
  return readBeside(`${file}-wal`, (log, size) => newestFirstPage(log, size, length))
}

/** What is read of a file that may not be there; null when it is not. */
function readBeside<T>(file: string, read: (handle: number, size: number) => T): T | null {
  let handle: number
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (['ENOENT', 'ENAMETOOLONG'].includes(errorCode(error))) return null
    throw error
  }
  try {
    const state = fstatSync(handle)
    return state.isFile() ? read(handle, state.size) : null
  } finally {
    closeSync(handle)
  }
}

function newestFirstPage(log: number, size: number, length: number): Buffer | null {
  const header = Buffer.alloc(LOG_HEADER)
  if (readSync(log, header, 0, LOG_HEADER, 0) < LOG_HEADER || header.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1)
    return null
  const pageSize = header.readUInt32BE(8)
  if (pageSize < 512 || pageSize > 65_536) return null
  const step = FRAME_HEADER + pageSize
  const frames = Math.floor((size - LOG_HEADER) / step)
  if (frames > MOST_FRAMES) return null
  const frame = Buffer.alloc(FRAME_HEADER)
  let [written, committed] = [-1, -1]
  for (let index = 0; index < frames; index += 1) {
    const at = LOG_HEADER + index * step
    if (readSync(log, frame, 0, FRAME_HEADER, at) < FRAME_HEADER) break
    // What was written before the log began anew carries other marks.
    if (frame.compare(header, 16, 24, 8, 16) !== 0) break
    if (frame.readUInt32BE(0) === 1) written = at + FRAME_HEADER
    if (frame.readUInt32BE(4) !== 0) committed = written
  }
  if (committed < 0) return null
  const page = Buffer.alloc(length)
  return readSync(log, page, 0, length, committed) === length ? page : null
}

const JOURNAL_MAGIC = 'd9d505f920a163d7'

/**
 * How many pages a base had when the write began whose journal lies beside it; none for that of a start which makes a base in an
 * empty file.
 */
export function pagesInJournal(file: string): number {
  const pages = readBeside(`${file}-journal`, (journal) => {
    const header = Buffer.alloc(20)
    const whole = readSync(journal, header, 0, 20, 0) === 20 && header.toString('hex', 0, 8) === JOURNAL_MAGIC
    return whole ? header.readUInt32BE(16) : 0
  })
  return pages ?? 0
}
