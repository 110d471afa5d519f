import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Bearer } from '../domain/forgetting/bearer.js'

/** A copy that the program made and that holds a person, or, being encrypted, may hold it. */
export interface HoldingCopy {
  file: string
  encrypted: boolean
}

const CHUNK = 4 * 1024 * 1024

/** The first bytes of what age writes, as bytes and as text. */
const ENCRYPTED = [Buffer.from('age-encryption.org/'), Buffer.from('-----BEGIN AGE ENCRYPTED')]

/** Copies beside the base, files in the folders where backups are put, and further files, which hold the person somewhere in their bytes. */
export async function holding(
  base: string,
  { folders, files }: { folders: readonly string[]; files: readonly string[] },
  bearers: readonly Bearer[],
): Promise<HoldingCopy[]> {
  const needles = needlesOf(bearers)
  const found: HoldingCopy[] = []
  for (const file of [...new Set([...copiesOf(base, folders), ...files.filter(isThere)])]) {
    try {
      const encrypted = isEncrypted(file)
      if (encrypted || holds(file, needles)) found.push({ file, encrypted })
    } catch {
      // A copy that cannot be read cannot be looked into either.
      found.push({ file, encrypted: true })
    }
  }
  return found
}

function copiesOf(base: string, folders: readonly string[]): string[] {
  const name = basename(base)
  const isKept = (each: string): boolean => /^\.before-(?:version|restore)-/.test(each.slice(name.length))
  const beside = filesIn(dirname(base)).filter((file) => basename(file).startsWith(name) && isKept(basename(file)))
  const all = [...beside, ...folders.flatMap(filesIn)]
  return [...new Set(all)].filter((file) => file !== base && !/-(?:wal|shm|journal)$|\.part-\w+$/.test(file))
}

const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isThere)
}

/** Names as they were typed and points as they are compared: each stands in a base as it is. */
function needlesOf(bearers: readonly Bearer[]): Buffer[] {
  const texts = bearers.flatMap(({ names, points }) => [...names, ...points.map(({ value }) => value)])
  return [...new Set(texts)].filter((text) => text.length > 3).map((text) => Buffer.from(text))
}

function isEncrypted(file: string): boolean {
  const head = Buffer.alloc(64)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  return ENCRYPTED.some((sign) => head.subarray(0, sign.length).equals(sign))
}

/** Reads a file through, its log too, in pieces that overlap by the longest text looked for. */
function holds(file: string, needles: readonly Buffer[]): boolean {
  const longest = Math.max(1, ...needles.map(({ length }) => length))
  const buffer = Buffer.alloc(CHUNK + longest)
  for (const each of [file, `${file}-wal`].filter((part) => existsSync(part))) {
    const handle = openSync(each, 'r')
    try {
      let kept = 0
      for (;;) {
        const read = readSync(handle, buffer, kept, CHUNK, null)
        if (read === 0) break
        const filled = buffer.subarray(0, kept + read)
        if (needles.some((needle) => filled.includes(needle))) return true
        kept = Math.min(longest - 1, filled.length)
        filled.copy(buffer, 0, filled.length - kept)
      }
    } finally {
      closeSync(handle)
    }
  }
  return false
}
