import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { beginDraft, type Draft, systemCode, writeAll } from '../durable.js'
import { failed } from '../errors.js'
import { writeCsv } from '../formats/csv-writing.js'

/** How rejected records look: rows of a table, JSON records, or vCards; each can be mended and imported itself. */
export type RejectsShape =
  /** `delimiter`: what separates the cells of the file that is read, if anything does. */
  { as: 'csv'; header: readonly string[]; delimiter: string | null } | { as: 'ndjson' } | { as: 'vcf' }

export interface Rejects {
  /** The name it has, once finished: that of an earlier file with the very same rows, when there is one. */
  readonly file: string
  write(cells: readonly string[], line: number, reason: string): void
  /** The file appears under its name only now, and only when something was rejected. */
  finish(rejected: number): void
  discard(): void
}

/** The file is mended in a spreadsheet, which must not run what stands in its cells; an import takes the signs back. */
const SAFE = { safe: true }

/** This name, or with a number the first that no file has yet: what is there may have been mended by hand. */
export function freeName(name: string): RejectsName {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  const earlier: string[] = []
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? name : `${stem}-${number}${ending}`
    if (!existsSync(file) || !statSync(file).isFile()) return { file, earlier }
    earlier.push(file)
  }
}

/** A name for rejected rows, and those before it that are taken. */
export interface RejectsName {
  file: string
  earlier: readonly string[]
}

/** Separators by which an import knows a table again. */
const KNOWN_DELIMITERS = [',', ';', '\t', '|']

/** What separates the cells of rejected rows: the same as in their file, so that they open in the same program. */
const delimiterOf = ({ delimiter }: { delimiter: string | null }): string =>
  delimiter !== null && KNOWN_DELIMITERS.includes(delimiter) ? delimiter : ','

/** How the name of a file of rejected rows ends. */
export const endingOf = (shape: RejectsShape): string =>
  shape.as === 'csv' && delimiterOf(shape) === '\t' ? 'tsv' : shape.as

const OURS = /[,;\t|]line[,;\t|]reason\r\n|X-CLIENTELE-REASON:|,"line":\d+,"reason":"/

/** The name that was asked for, when nothing is there or what is there came of an earlier import; else a free one beside it. */
export function namedOrFree(name: string): RejectsName {
  if (!existsSync(name) || !statSync(name).isFile() || statSync(name).size === 0) return { file: name, earlier: [] }
  const handle = openSync(name, 'r')
  try {
    const head = Buffer.alloc(65_536)
    const length = readSync(handle, head, 0, head.length, 0)
    return OURS.test(head.toString('utf8', 0, length)) ? { file: name, earlier: [] } : freeName(name)
  } finally {
    closeSync(handle)
  }
}

/** Said before a base is made for an import whose rejects have no place. */
export function refuseFolder(file: string | undefined): void {
  if (file !== undefined && existsSync(file) && statSync(file).isDirectory())
    throw failed((words) => words.errors.isFolder(file))
}

/**
 * Rejected rows, written as they are found. With `active` false (a dry run) nothing is written. Throws a refusal when the
 * file cannot be written.
 */
export function openRejects({ file, earlier }: RejectsName, shape: RejectsShape, active: boolean): Rejects {
  let draft: Draft | null = null
  let kept = file
  const begin = (): Draft => {
    const begun = begunAt(file)
    if (shape.as === 'csv')
      begun.write(`\ufeff${writeCsv([[...shape.header, 'line', 'reason']], delimiterOf(shape), SAFE)}`)
    return begun
  }
  return {
    get file() {
      return kept
    },
    write(cells, line, reason) {
      if (!active) return
      try {
        draft ??= begin()
        draft.write(rejected(shape, cells, line, reason))
      } catch (error) {
        throw explained(error, file)
      }
    },
    finish(count) {
      if (draft === null) return
      const { name } = draft
      try {
        const same = count > 0 && name !== file ? earlier.find((other) => haveSameBytes(other, name)) : undefined
        kept = same ?? file
        if (count > 0 && same === undefined) draft.settle()
        else draft.discard()
      } catch (error) {
        // The import itself is committed by now.
        throw systemCode(error) === ''
          ? error
          : failed((words) => ({
              text: words.faults.rejectsLost(file, words.faults.reason(systemCode(error))),
              hint: words.faults.rejectsLostHint,
            }))
      }
    },
    discard() {
      draft?.discard()
    },
  }
}

/** Behind a link the file it leads to is replaced, not the link. */
function begunAt(file: string): Draft {
  if (!existsSync(file)) return beginDraft(file)
  return statSync(file).isFile() ? beginDraft(realpathSync(file)) : deviceDraft(file)
}

/** A device such as /dev/null is written to and stays what it is. */
function deviceDraft(file: string): Draft {
  const handle = openSync(file, 'w')
  return {
    name: file,
    write: (data) => writeAll(handle, data),
    settle: () => closeSync(handle),
    discard: () => closeSync(handle),
  }
}

const haveSameBytes = (one: string, other: string): boolean =>
  statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other))

/** What the system said, as a sentence about the file of rejected rows; the import goes back with it. */
function explained(error: unknown, file: string): unknown {
  const code = systemCode(error)
  if (code === '') return error
  if (!existsSync(dirname(file))) return failed((words) => words.errors.import.noRejectsFolder(file))
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return failed((words) => ({ text: words.errors.diskFull(file), hint: words.errors.nothingWritten }))
  return failed((words) => ({ text: words.errors.inputOutput(file, code), hint: words.errors.nothingWritten }))
}

function rejected(shape: RejectsShape, cells: readonly string[], line: number, reason: string): string {
  const [text = ''] = cells
  if (shape.as === 'ndjson') return `${JSON.stringify({ ...asObject(text), line, reason })}\n`
  if (shape.as === 'vcf') {
    const said = `X-CLIENTELE-LINE:${line}\r\nX-CLIENTELE-REASON:${reason.replace(/[\r\n]+/g, ' ')}\r\n`
    return `${openCard(text)}${said}END:VCARD\r\n`
  }
  const { header } = shape
  const padded = header.map((_, index) => cells[index] ?? '')
  const extra = cells.slice(header.length).filter((cell) => cell !== '')
  if (extra.length > 0 && padded.length > 0) padded[padded.length - 1] = [padded.at(-1), ...extra].join(' ')
  return writeCsv([[...padded, String(line), reason]], delimiterOf(shape), SAFE)
}

/** What there is of a card, as one that lacks only its end: with BEGIN and VERSION, without a misspelt line for either end. */
function openCard(text: string): string {
  const lines = text
    .replace(/(?:^|\r\n)\s*(?:END\b[^\r\n]*|EN?)\s*$/i, '\r\n')
    // Where the text was cut, the next line must not become part of this one.
    .replace(/^([^:\r\n]*QUOTED-PRINTABLE[^\r\n]*)=[ \t]*(?:\r\n)?$(?![\s\S])/im, '$1\r\n')
    .replace(/^\s*BEGIN\b[^\r\n]*(?:\r\n|$)/i, '')
    .replace(/^\r\n/, '')
  return `BEGIN:VCARD\r\n${/^VERSION\s*:/im.test(lines) ? '' : 'VERSION:3.0\r\n'}${lines}`
}

function asObject(text: string): object {
  const record: unknown = JSON.parse(text)
  return record !== null && typeof record === 'object' && !Array.isArray(record) ? record : { value: record }
}
