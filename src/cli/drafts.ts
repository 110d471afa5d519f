import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { draftName, removeLeftOvers } from '../durable.js'

/** What SQLite may put beside a file. */
const BESIDE = ['', '-wal', '-shm', '-journal']

/** A file in the making that SQLite is to fill, for its owner alone. */
export interface Draft {
  file: string
  /** Removes it and what lies beside it; does nothing when it has its final name, and never fails. */
  discard(): void
}

/** An empty draft in a folder; what runs that were killed have left there is removed first. */
export function draftIn(folder: string): Draft {
  const file = draftName(folder)
  closeSync(openSync(file, 'wx', 0o600))
  const quietly = (work: () => void): void => {
    try {
      work()
    } catch {
      // What only tidies up must not hide how the work itself ended; the next run tidies up.
    }
  }
  quietly(() => removeLeftOvers(folder, statSync(file).mtimeMs))
  return {
    file,
    discard: () => {
      for (const ending of BESIDE) quietly(() => rmSync(file + ending, { force: true }))
    },
  }
}
