import { statfsSync } from 'node:fs'

/** What a base needs beside it to be opened at all, in bytes: the index of its log, and a page of the log itself. */
const NEEDED = 65_536

/** Is the disk of this folder full? Some systems do not tell. */
export function isFull(folder: string): boolean {
  try {
    const { blocks, bavail, bsize, files, ffree } = statfsSync(folder)
    // A disk that counts neither blocks nor files says nothing by a zero.
    return (blocks > 0 && bavail * bsize < NEEDED) || (files > 0 && ffree === 0)
  } catch {
    return false
  }
}
