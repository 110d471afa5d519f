import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { draftBegun } from './drafts.js'

/*
 * Files that are there whole or not at all: written under a name of their own beside their place, brought to the disk, and only
 * then given their name. Errors are passed on as the system gave them.
 */

/** What the system calls this error; empty for anything else. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export interface Draft {
  write(data: string | Uint8Array): void
  /** Brings it to the disk and gives it its name, in the place of what is there unless it must be `fresh`: then EEXIST is thrown. */
  settle(how?: { fresh: boolean }): void
  /** Leaves nothing behind where that is possible, and never fails: it is called when something else has. */
  discard(): void
  /** Its name until it is settled. */
  readonly name: string
}

const DRAFT = /^\.clientele-(\d+)\.part-([0-9a-f]{8})[0-9a-f]{8}(?:-wal|-shm|-journal)?$/

/** A draft of which nobody can tell who makes it is left alone for so long, in milliseconds. */
const AN_HOUR = 3_600_000

/** The number of this process, where the system tells; 0 elsewhere. */
function ownNumber(): string {
  try {
    return /^\d+$/.exec(readlinkSync('/proc/self'))?.[0] ?? '0'
  } catch {
    return '0'
  }
}

/**
 * A sign of where the numbers of processes count that this one sees: of this machine since it was started, and of this container.
 * Null where the system does not tell.
 */
function ownPlace(): string | null {
  try {
    const boot = Number.parseInt(readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8), 16)
    const numbers = Number(/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0])
    if (Number.isNaN(boot) || Number.isNaN(numbers)) return null
    return ((boot ^ numbers) >>> 0).toString(16).padStart(8, '0')
  } catch {
    return null
  }
}

/** A name for a draft, which says whose it is. It is short, because that of the file may be as long as names can be. */
export function draftName(folder: string): string {
  const chance = randomBytes(8).toString('hex')
  return join(folder, `.clientele-${ownNumber()}.part-${ownPlace() ?? chance.slice(0, 8)}${chance.slice(8)}`)
}

/**
 * Is this a draft that nobody is making any more? Its process is gone, or, where that cannot be told (another machine's, another
 * user's), nothing was written for an hour. `now` is the time as the disk has it; null to go by processes alone.
 */
export function isLeftOver(folder: string, name: string, now: number | null): boolean {
  const [, maker, place] = DRAFT.exec(name) ?? []
  if (maker === undefined) return false
  try {
    const state = lstatSync(join(folder, name))
    if (!state.isFile()) return false
    if (now !== null && now - state.mtimeMs > AN_HOUR) return true
    // The processes of others may be hidden.
    return (
      maker !== '0' && place === ownPlace() && state.uid === statSync('/proc/self').uid && !existsSync(`/proc/${maker}`)
    )
  } catch {
    return false
  }
}

/** Removes drafts that nobody is making any more. */
export function removeLeftOvers(folder: string, now: number | null): void {
  for (const name of readdirSync(folder))
    if (isLeftOver(folder, name, now)) quietly(() => rmSync(join(folder, name), { force: true }))
}

/** Begins a file beside its place, readable by its owner alone, and takes away what runs that were killed have left there. */
export function beginDraft(file: string): Draft {
  const folder = dirname(file)
  const name = draftName(folder)
  const ended = draftBegun(name)
  let handle: number | null
  try {
    handle = openSync(name, 'wx', 0o600)
  } catch (error) {
    ended()
    throw error
  }
  // An umask may take even its owner's rights away; a disk may know of none.
  const made = handle
  quietly(() => fchmodSync(made, 0o600))
  quietly(() => removeLeftOvers(folder, statSync(name).mtimeMs))
  const close = (): void => {
    const open = handle
    handle = null
    if (open !== null) closeSync(open)
  }
  return {
    name,
    write: (data) => writeAll(handle as number, data),
    settle: ({ fresh } = { fresh: false }) => {
      fsyncSync(handle as number)
      close()
      if (fresh) giveFreshName(name, file)
      else renameSync(name, file)
      ended()
      syncGivenName(folder)
    },
    discard: () => {
      quietly(close)
      quietly(() => rmSync(name, { force: true }))
      ended()
    },
  }
}

/** Makes a folder for its owner alone, and those above it; step by step, because the recursive way never ends where one cannot be made. */
export function makeFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return
    throw Object.assign(new Error(`${folder} is not a folder`), { code: 'ENOTDIR' })
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
    syncFolder(above)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}

/** Writes a whole file. */
export function writeDurably(file: string, data: string | Uint8Array): void {
  const draft = beginDraft(file)
  try {
    draft.write(data)
    draft.settle()
  } catch (error) {
    draft.discard()
    throw error
  }
}

/** One call may write less than it was given, when the disk fills up. */
export function writeAll(handle: number, data: string | Uint8Array): void {
  let bytes: Uint8Array = typeof data === 'string' ? Buffer.from(data) : data
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(handle, bytes))
}

/** Takes the name only if nobody has taken it meanwhile. */
export function giveFreshName(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCode(error))) throw error
    // A disk without links, a memory stick say: the name is taken first, then given to the draft.
    closeSync(openSync(file, 'wx', 0o600))
    try {
      renameSync(draft, file)
      return
    } catch (failure) {
      quietly(() => rmSync(file))
      throw failure
    }
  }
  // The file has its name; a second one that stays is taken away the next time.
  quietly(() => unlinkSync(draft))
}

/** Makes sure that what was written into a file is on the disk. Never for a file this process has open as a database. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes sure that a name given in a folder is on the disk; some systems and disks cannot, and do not need it. */
export function syncFolder(folder: string): void {
  let handle: number
  try {
    handle = openSync(folder, 'r')
  } catch (error) {
    if (['EISDIR', 'EACCES', 'EPERM'].includes(systemCode(error))) return
    throw error
  }
  try {
    fsyncSync(handle)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EBADF', 'EACCES'].includes(systemCode(error))) throw error
  } finally {
    closeSync(handle)
  }
}

/** Brings a name to the disk that a file has already. Why ever it fails, it must not be told as something for which nothing was written. */
export function syncGivenName(folder: string): void {
  try {
    syncFolder(folder)
  } catch (error) {
    throw Object.assign(error as Error, { code: 'EIO' })
  }
}

/** Takes files away that are of no use any more; one that stays is no failure of what was done. */
export function tidyAway(...files: string[]): void {
  for (const file of files) quietly(() => rmSync(file, { force: true }))
}

/** What only tidies up must not hide how the work itself ended. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // The next run tidies up.
  }
}
