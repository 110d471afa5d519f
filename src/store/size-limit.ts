import { readFileSync, statSync } from 'node:fs'

/*
 * A limit on the size of files (`ulimit -f`) reaches SQLite as a disk that fails. Whoever has set it is helped only when told so.
 */

/** What a write may come to beyond the files as they are, in bytes: the index of the log, some pages of an import. */
const TO_SPARE = 1_048_576

/** The limit that holds for this process, in bytes; null when there is none, or when the system does not tell. */
function limitOf(limits: string): number | null {
  const [, bytes] = /^Max file size\s+(\d+)/m.exec(limits) ?? []
  return bytes === undefined ? null : Number(bytes)
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Is there a limit so low that a write which was to grow one of these files may have met it? */
export function nearSizeLimit(files: readonly string[]): boolean {
  try {
    const limit = limitOf(readFileSync('/proc/self/limits', 'latin1'))
    if (limit === null) return false
    const whole = files.flatMap((file) => [file, `${file}-wal`]).reduce((sum, file) => sum + sizeOf(file), 0)
    return limit <= whole + TO_SPARE
  } catch {
    return false
  }
}
