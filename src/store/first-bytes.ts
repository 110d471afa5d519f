import { closeSync, openSync, readSync, statSync } from 'node:fs'

export interface FoundBackup {
  path: string
  /** When it was written, in milliseconds. */
  at: number
}

/** The first bytes of a file; fewer when there are fewer, none when it cannot be read. */
function headOf(file: string, length: number): string {
  const head = Buffer.alloc(length)
  try {
    const handle = openSync(file, 'r')
    try {
      return head.toString('latin1', 0, readSync(handle, head, 0, length, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    return ''
  }
}

/**
 * Is this file a base of this program, by its first bytes? Not to be asked of a base that is open in this process: closing a
 * file takes away all locks that the process has on it.
 */
export function isOwnBase(file: string): boolean {
  const head = headOf(file, 72)
  return head.startsWith('SQLite format 3\u0000') && head.slice(68) === 'CLNT'
}

const isSealed = (file: string): boolean => /^(?:age-encryption\.org\/|-----BEGIN AGE )/.test(headOf(file, 22))

/** The first of some files that is a backup, plain or sealed; null when none is. */
export function firstBackup(files: readonly string[]): FoundBackup | null {
  for (const path of files) {
    const state = statSync(path, { throwIfNoEntry: false })
    if (state?.isFile() && (isOwnBase(path) || isSealed(path))) return { path, at: state.mtimeMs }
  }
  return null
}
