import { TextDecoder } from 'node:util'
import Papa from 'papaparse'

export interface CsvRow {
  /** Line of the file on which the row begins, counted from 1. */
  line: number
  cells: string[]
}

export interface CsvShape {
  encoding: string
  delimiter: string
}

export type CsvProblem = 'encoding' | 'unknown-encoding' | 'unclosed-quote'

/** Thrown for a file that cannot be read as it claims to be; `line` is where the trouble began, when known. */
export class CsvError extends Error {
  constructor(
    readonly problem: CsvProblem,
    readonly line: number | null,
    readonly detail: string,
  ) {
    super(problem)
  }
}

/** A record longer than this is a quote that was never closed. */
const LONGEST_RECORD = 16 * 1024 * 1024

function decoderFor(encoding: string | null, start: Uint8Array): { decoder: TextDecoder; name: string } {
  const bom =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null
  const name = encoding ?? bom ?? 'utf-8'
  try {
    return { decoder: new TextDecoder(name, { fatal: true }), name }
  } catch {
    throw new CsvError('unknown-encoding', null, name)
  }
}

function guessDelimiter(sample: string): string {
  const { meta } = Papa.parse(sample, { preview: 20, skipEmptyLines: true, delimitersToGuess: [',', ';', '\t', '|'] })
  return meta.delimiter === '' ? ',' : meta.delimiter
}

function guessNewline(sample: string): '\n' | '\r' {
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
}

interface ParsedPortion {
  data: string[][]
  meta: { cursor: number }
  errors: { code: string; row?: number }[]
}

const linesIn = (cells: readonly string[], newline: string): number => {
  let lines = 1
  for (const cell of cells) if (cell.includes(newline)) lines += cell.split(newline).length - 1
  return lines
}

/**
 * Reads CSV in portions of rows, whatever the size of the file: quoted line breaks, CRLF and LF mixed, a byte order mark,
 * a `sep=;` line. The delimiter is found from the first lines unless it is given. Throws `CsvError`.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  wanted: { encoding: string | null; delimiter: string | null },
  onShape: (shape: CsvShape) => void,
): AsyncGenerator<CsvRow[]> {
  let state: { decoder: TextDecoder; parser: InstanceType<typeof Papa.Parser>; newline: string } | null = null
  let decoder: { decoder: TextDecoder; name: string } | null = null
  let text = ''
  let line = 1

  const take = function* (last: boolean): Generator<CsvRow[]> {
    if (state === null) {
      const separator = /^sep=(.)\r?\n/.exec(text)
      if (separator) {
        text = text.slice(separator[0].length)
        line += 1
      }
      const sample = text.slice(0, 65_536)
      const delimiter = wanted.delimiter ?? separator?.[1] ?? guessDelimiter(sample)
      const newline = guessNewline(sample)
      state = {
        decoder: decoder?.decoder ?? new TextDecoder(),
        newline,
        parser: new Papa.Parser({ delimiter, newline }),
      }
      onShape({ encoding: decoder?.name ?? 'utf-8', delimiter })
    }
    const { data, meta, errors } = state.parser.parse(text, 0, !last) as ParsedPortion
    text = last ? '' : text.slice(meta.cursor)
    const unclosed = last ? errors.find(({ code }) => code === 'MissingQuotes') : undefined
    const rows: CsvRow[] = []
    for (const [index, cells] of data.entries()) {
      if (unclosed && index === (unclosed.row ?? data.length - 1)) throw new CsvError('unclosed-quote', line, '')
      const start = line
      line += linesIn(cells, state.newline)
      const end = cells.length - 1
      if (state.newline === '\n' && cells[end]?.endsWith('\r')) cells[end] = cells[end].slice(0, -1)
      if (cells.length === 1 && cells[0] === '') continue
      rows.push({ line: start, cells })
    }
    if (text.length > LONGEST_RECORD) throw new CsvError('unclosed-quote', line, '')
    if (rows.length > 0) yield rows
  }

  try {
    let begun: Uint8Array = new Uint8Array(0)
    for await (const piece of source) {
      let bytes: Uint8Array = piece
      if (decoder === null) {
        // A byte order mark may come in pieces.
        begun = Buffer.concat([begun, piece])
        if (begun.length < 2) continue
        bytes = begun
        decoder = decoderFor(wanted.encoding, begun)
      }
      text += decoder.decoder.decode(bytes, { stream: true })
      if (text.length > 200_000) yield* take(false)
    }
    decoder ??= decoderFor(wanted.encoding, begun)
    if (begun.length < 2) text += decoder.decoder.decode(begun, { stream: true })
    text += decoder.decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new CsvError('encoding', null, decoder?.name ?? 'utf-8')
    throw error
  }
  if (text !== '') yield* take(true)
}

/** Rows as CSV text, quoted where they must be, lines ended by CRLF as RFC 4180 has it. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter = ','): string {
  return rows.length === 0
    ? ''
    : `${Papa.unparse(rows as string[][], { delimiter, newline: '\r\n', quotes: (value: string) => /^\s|\s$/.test(value) })}\r\n`
}
