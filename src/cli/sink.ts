import { closeSync, lstatSync, openSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { beginDraft, systemCode, writeAll } from '../durable.js'
import { failed, type Refusal, refused } from '../errors.js'
import type { Context } from './context.js'

/** Where output goes: standard output, or a file that appears under its name only when it is whole. */
export interface Sink {
  write(data: string | Uint8Array): void
  /** False once nobody reads any more. */
  open(): boolean
  /** Gives the file its name. Until then there is nothing under it, or what was there before. */
  finish(): void
  /** Leaves nothing behind; does nothing after `finish`. */
  discard(): void
}

export const standardSink = ({ world: { stdout } }: Context): Sink => ({
  write: (data) => stdout.write(data),
  open: () => stdout.open(),
  finish: () => {},
  discard: () => {},
})

interface Place {
  /** The file that will be made or replaced; behind a link, the file it leads to. */
  file: string
  /** A device or a pipe: it holds nothing that could be lost, and must not be replaced by a file. */
  stream: boolean
}

const stateOf = (look: () => Stats): Stats | null => {
  try {
    return look()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Looks where a file would be written, changing nothing. Refuses with exit 5 what is there already unless `force`; fails
 * for a folder, for a folder that is missing and for what may not be looked at.
 */
export function placeOf(target: string, force: boolean): Place {
  try {
    const itself = stateOf(() => lstatSync(target))
    if (itself === null) return { file: withFolder(target, target), stream: false }
    const state = stateOf(() => statSync(target))
    if (state?.isDirectory()) throw failed((words) => words.errors.isFolder(target))
    if (state !== null && !state.isFile()) return { file: target, stream: true }
    if (!force) throw exists(target)
    if (!itself.isSymbolicLink()) return { file: target, stream: false }
    const behind = state === null ? resolve(dirname(target), readlinkSync(target)) : realpathSync(target)
    return { file: withFolder(behind, target), stream: false }
  } catch (error) {
    throw explained(error, target)
  }
}

function withFolder(file: string, target: string): string {
  const folder = dirname(file)
  if (file.endsWith('/')) throw failed((words) => words.export.noFolder(target))
  if (stateOf(() => statSync(folder))?.isDirectory() !== true) throw failed((words) => words.export.noFolder(folder))
  return file
}

/** A file under a name of its own beside the target, mode 0600, that takes the target's name when it is whole. */
export function fileSink(target: string, force: boolean): Sink {
  const { file, stream } = placeOf(target, force)
  if (stream) return streamSink(target)
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw !force && systemCode(error) === 'EEXIST' ? exists(target) : explained(error, target)
    }
  }
  const draft = guarded(() => beginDraft(file))
  return {
    write: (data) => guarded(() => draft.write(data)),
    open: () => true,
    finish: () => guarded(() => draft.settle({ fresh: !force })),
    discard: draft.discard,
  }
}

function streamSink(target: string): Sink {
  let handle: number | null = null
  let open = true
  return {
    write: (data) => {
      try {
        handle ??= openSync(target, 'w')
        if (open) writeAll(handle, data)
      } catch (error) {
        // The reader of a pipe may have seen enough.
        if (systemCode(error) !== 'EPIPE') throw explained(error, target)
        open = false
      }
    },
    open: () => open,
    finish: () => {
      if (handle !== null) closeSync(handle)
      handle = null
    },
    discard: () => {
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}

const exists = (target: string): Refusal =>
  refused((words) => ({ text: words.errors.fileExists(target), hint: words.errors.fileExistsHint }))

/** What the system said, as a sentence about the file that was asked for. */
export function explained(error: unknown, target: string): unknown {
  if (systemCode(error) === '') return error
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failed((words) => words.export.noFolder(dirname(target)))
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed((words) => ({ text: words.export.notWritable(target), hint: words.export.notWritableHint }))
    case 'EFBIG':
      return failed((words) => ({ text: words.faults.tooLarge(target), hint: words.faults.tooLargeHint }))
    case 'ENOSPC':
    case 'EDQUOT':
      return failed((words) => ({ text: words.errors.diskFull(target), hint: words.errors.nothingWritten }))
    case 'ENAMETOOLONG':
      return failed((words) => words.export.longName(basename(target).slice(0, 60)))
    default:
      return failed((words) => words.errors.inputOutput(target, systemCode(error)))
  }
}

/** Standard output for no file and for `-`. */
export const sinkFor = (context: Context, target: string | undefined, force: boolean): Sink =>
  target === undefined ? standardSink(context) : fileSink(target, force)
