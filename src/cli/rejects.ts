import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { extname } from 'node:path'
import { failed } from '../errors.js'
import { writeCsv } from '../formats/csv.js'

/** How rejected records look: rows of a table, JSON records, or vCards; each can be mended and imported itself. */
export type RejectsShape = { as: 'csv'; header: readonly string[] } | { as: 'ndjson' } | { as: 'vcf' }

export interface Rejects {
  readonly file: string
  write(cells: readonly string[], line: number, reason: string): void
  /** The file appears under its name only now, and only when something was rejected. */
  finish(rejected: number): void
  discard(): void
}

/** The file is mended in a spreadsheet, which must not run what stands in its cells; an import takes the signs back. */
const SAFE = { safe: true }

/** This name, or with a number the first that no file has yet: what is there may have been mended by hand. */
export function freeName(name: string): string {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${stem}-${number}${ending}`
    if (!existsSync(free) || !statSync(free).isFile()) return free
  }
}

const OURS = /,line,reason\r\n|X-CLIENTELE-REASON:|,"line":\d+,"reason":"/

/** The name that was asked for, when nothing is there or what is there came of an earlier import; else a free one beside it. */
export function namedOrFree(name: string): string {
  if (!existsSync(name) || !statSync(name).isFile() || statSync(name).size === 0) return name
  const handle = openSync(name, 'r')
  try {
    const head = Buffer.alloc(65_536)
    const length = readSync(handle, head, 0, head.length, 0)
    return OURS.test(head.toString('utf8', 0, length)) ? name : freeName(name)
  } finally {
    closeSync(handle)
  }
}

/**
 * Rejected rows, written as they are found. With `active` false (a dry run) nothing is written. Throws a refusal when the
 * file cannot be written.
 */
export function openRejects(file: string, shape: RejectsShape, active: boolean): Rejects {
  if (existsSync(file) && statSync(file).isDirectory()) throw failed((words) => words.errors.isFolder(file))
  // A device such as /dev/null is written to and stays what it is.
  const draft = existsSync(file) && !statSync(file).isFile() ? file : `${file}.part`
  let handle: number | null = null
  const begin = (): number => {
    const opened = openedForWriting(draft, file)
    if (shape.as === 'csv') writeSync(opened, `\ufeff${writeCsv([[...shape.header, 'line', 'reason']], ',', SAFE)}`)
    return opened
  }
  const close = (): void => {
    if (handle !== null) closeSync(handle)
    handle = null
  }
  return {
    file,
    write(cells, line, reason) {
      if (!active) return
      handle ??= begin()
      writeSync(handle, rejected(shape, cells, line, reason))
    },
    finish(count) {
      if (handle === null) return
      close()
      if (draft === file) return
      if (count > 0) renameSync(draft, file)
      else rmSync(draft, { force: true })
    },
    discard() {
      if (handle === null) return
      close()
      if (draft !== file) rmSync(draft, { force: true })
    },
  }
}

function openedForWriting(draft: string, file: string): number {
  try {
    return openSync(draft, 'w', 0o600)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw failed((words) => words.errors.inputOutput(file, reason))
  }
}

function rejected(shape: RejectsShape, cells: readonly string[], line: number, reason: string): string {
  const [text = ''] = cells
  if (shape.as === 'ndjson') return `${JSON.stringify({ ...asObject(text), line, reason })}\n`
  if (shape.as === 'vcf') {
    const said = `X-CLIENTELE-LINE:${line}\r\nX-CLIENTELE-REASON:${reason.replace(/[\r\n]+/g, ' ')}\r\n`
    return /END:VCARD\s*$/i.test(text)
      ? `${text.replace(/END:VCARD\s*$/i, '')}${said}END:VCARD\r\n`
      : `BEGIN:VCARD\r\nVERSION:3.0\r\n${said}END:VCARD\r\n`
  }
  const { header } = shape
  const padded = header.map((_, index) => cells[index] ?? '')
  const extra = cells.slice(header.length).filter((cell) => cell !== '')
  if (extra.length > 0 && padded.length > 0) padded[padded.length - 1] = [padded.at(-1), ...extra].join(' ')
  return writeCsv([[...padded, String(line), reason]], ',', SAFE)
}

function asObject(text: string): object {
  const record: unknown = JSON.parse(text)
  return record !== null && typeof record === 'object' && !Array.isArray(record) ? record : { value: record }
}
