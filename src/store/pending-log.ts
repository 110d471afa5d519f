import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { errorCode } from './sqlite.js'

/*
 * What the log beside a base says of its first page, read as bytes: opening and closing through SQLite would move the log
 * into the base, also into one that is refused because a newer program has written it.
 */

const LOG_HEADER = 32
const FRAME_HEADER = 24
/** SQLite moves the log into the base about every thousand pages; a longer one is of a write in progress, and left to it. */
const MOST_FRAMES = 2_000

/** The newest committed first page in the log of a base, as far as `length` bytes; null when there is none. */
export function firstPageInLog(file: string, length: number): Buffer | null {
  let log: number
  try {
    log = openSync(`${file}-wal`, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (['ENOENT', 'ENAMETOOLONG'].includes(errorCode(error))) return null
    throw error
  }
  try {
    const state = fstatSync(log)
    return state.isFile() ? newestFirstPage(log, state.size, length) : null
  } finally {
    closeSync(log)
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
