/**
 * How the reading of one record ended: `record`, read to its line end; `cut`, the text ends inside it; `open`, the text
 * ends inside a quoted cell; `bare`, a quoted cell goes on behind its closing quote, so its quotes are not RFC 4180's.
 */
export type RecordOutcome = 'record' | 'cut' | 'open' | 'bare'

export const QUOTE = 34
export const BYTE_ORDER_MARK = 0xfeff
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const TAB = 9

export const isLineEnd = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN

/** Line breaks in a text; CRLF is one. */
export function breaksIn(text: string): number {
  let breaks = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) breaks += 1
  }
  return breaks
}

/** Where the next line begins, when a line ends at `at`. */
export const behindLineEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1

/** Behind the spaces and tabs at `at`, none of which is the delimiter. */
export function behindBlanks(text: string, at: number, delimiter: number): number {
  let behind = at
  for (;;) {
    const code = text.charCodeAt(behind)
    if ((code !== SPACE && code !== TAB) || code === delimiter) return behind
    behind += 1
  }
}

/**
 * Reads records by RFC 4180 with any line ends. What was read last stands in its fields, so that a hundred thousand rows
 * cost no objects but their cells.
 */
export class RecordReader {
  cells: string[] = []
  /** Where the next record begins. */
  next = 0
  /** Line breaks in the record, its own end included. */
  breaks = 0
  /** A cell without quotes around it has some inside. */
  looseQuotes = false
  /** A cell begins with spaces and a quote. */
  spacedQuotes = false
  readonly #delimiter: number
  #at = 0

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /** `last`: nothing follows the text. */
  read(text: string, from: number, last: boolean): RecordOutcome {
    this.cells = []
    this.breaks = 0
    this.looseQuotes = false
    this.spacedQuotes = false
    this.#at = from
    for (;;) {
      if (text.charCodeAt(this.#at) === BYTE_ORDER_MARK) this.#at += 1
      if (text.charCodeAt(this.#at) === QUOTE) {
        const trouble = this.#quoted(text, last)
        if (trouble !== null) return trouble
      } else this.#plain(text)
      if (this.#at >= text.length) {
        this.next = text.length
        return last ? 'record' : 'cut'
      }
      if (text.charCodeAt(this.#at) !== this.#delimiter) return this.#end(text, last)
      this.#at += 1
    }
  }

  #plain(text: string): void {
    const start = this.#at
    const delimiter = this.#delimiter
    const { length } = text
    let at = start
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break
      if (code === QUOTE && !this.looseQuotes) {
        this.looseQuotes = true
        this.spacedQuotes ||= text.slice(start, at).trim() === ''
      }
    }
    this.cells.push(text.slice(start, at))
    this.#at = at
  }

  #quoted(text: string, last: boolean): RecordOutcome | null {
    const start = this.#at + 1
    let doubled = false
    let search = start
    for (;;) {
      const quote = text.indexOf('"', search)
      if (quote < 0) return 'open'
      if (text.charCodeAt(quote + 1) === QUOTE) {
        doubled = true
        search = quote + 2
        continue
      }
      const behind = behindBlanks(text, quote + 1, this.#delimiter)
      const code = text.charCodeAt(behind)
      if (behind >= text.length) {
        if (!last) return 'cut'
      } else if (code !== this.#delimiter && !isLineEnd(code)) return 'bare'
      const cell = text.slice(start, quote)
      this.breaks += breaksIn(cell)
      this.cells.push(doubled ? cell.replaceAll('""', '"') : cell)
      this.#at = behind
      return null
    }
  }

  #end(text: string, last: boolean): RecordOutcome {
    const end = this.#at
    if (!last && text.charCodeAt(end) === CARRIAGE_RETURN && end + 1 === text.length) return 'cut'
    this.next = behindLineEnd(text, end)
    this.breaks += 1
    return 'record'
  }
}
