import { isLineEnd, RecordReader } from './csv-record.js'

/** In the order of preference: a comma is often part of a text, a bar never. */
const DELIMITERS = [';', '\t', '|', ','] as const

/** Records of the sample that are looked at. */
const LOOKED_AT = 300
/** From this many columns on, a single cell above them is a title and not the header of one column. */
const SURELY_TABLE = 4
const DIGITS = /[\d@]/
/** Commas as prose and decimals have them. */
const TYPED_COMMA = /,(?= )|(?<=\d),(?=\d{1,2}(?!\d))/g

/** Cells of a record; null where its quotes do not fit. */
type Sampled = string[] | null

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** The records of a sample that are not blank. */
function recordsOf(sample: string, delimiter: string, cut: boolean): Sampled[] {
  const reader = new RecordReader(delimiter)
  const records: Sampled[] = []
  for (let at = 0; at < sample.length && records.length < LOOKED_AT; ) {
    const outcome = reader.read(sample, at, true)
    if (outcome === 'record') {
      if (!isBlank(reader.cells)) records.push(reader.cells.some(hasOddQuotes) ? null : reader.cells)
      at = reader.next
    } else {
      if (outcome === 'open' && cut) break
      records.push(null)
      while (at < sample.length && !isLineEnd(sample.charCodeAt(at))) at += 1
      at += 1
    }
  }
  return records
}

const hasOddQuotes = (cell: string): boolean => cell.includes('"') && cell.split('"').length % 2 === 0

/** The number of cells that most records have; of several equally frequent the first, a single cell last. */
function usualWidth(records: readonly Sampled[]): { width: number; share: number } {
  const counts = new Map<number, number>()
  for (const cells of records) if (cells) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let width = 1
  let most = 0
  for (const [each, count] of counts)
    if (count > most || (count === most && width === 1)) {
      width = each
      most = count
    }
  return { width, share: records.length === 0 ? 0 : most / records.length }
}

/** A title above a table of two or three columns has a header under it: words above cells with digits. */
function hasHeaderBelow(records: readonly Sampled[], width: number): boolean {
  const table = records.filter((cells): cells is string[] => cells?.length === width)
  const [header, ...body] = table
  if (!header || header.some((cell) => DIGITS.test(cell))) return false
  return header.some((_, index) => body.filter((cells) => DIGITS.test(cells[index] ?? '')).length * 2 > body.length)
}

function scoreOf(sample: string, delimiter: string, cut: boolean): number {
  const records = recordsOf(sample, delimiter, cut)
  const { width, share } = usualWidth(records)
  if (width < 2) return 0
  const score = share * (1 - 1 / (width + 1))
  const spoken = delimiter === ',' ? spokenCommas(sample) : 0
  if (records[0]?.length === 1) {
    if (spoken > 0.9) return 0
    if (width < SURELY_TABLE && !hasHeaderBelow(records, width)) return 0
  }
  return score * (1 - spoken / 2)
}

function spokenCommas(sample: string): number {
  const commas = sample.split(',').length - 1
  return commas === 0 ? 0 : (sample.match(TYPED_COMMA)?.length ?? 0) / commas
}

/** The last line of a sample is left out when another stands before it: it may have been cut. */
function wholeLines(sample: string, cut: boolean): string {
  if (!cut) return sample
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'))
  return end < 1 ? sample : sample.slice(0, end + 1)
}

/**
 * The delimiter by which most records of a sample have the same number of cells, quotes respected; null for a single column.
 * `cut`: the file goes on behind the sample.
 */
export function findDelimiter(sample: string, cut = false): string | null {
  const lines = wholeLines(sample, cut)
  let found: string | null = null
  let best = 0
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(lines, delimiter, cut)
    if (score > best) {
      best = score
      found = delimiter
    }
  }
  return found ?? delimiterOfHeader(lines)
}

/** Rows that are nearly empty say nothing, but a header says how many columns there are. */
function delimiterOfHeader(lines: string): string | null {
  let found: string | null = null
  let most = 1
  for (const delimiter of DELIMITERS) {
    const first = recordsOf(lines, delimiter, false)[0]
    if (!first || first.length <= most || (delimiter === ',' && spokenCommas(first.join(',')) > 0.9)) continue
    most = first.length
    found = delimiter
  }
  return found
}

/** As `findDelimiter`, with `,` for a single column. */
export const guessDelimiter = (sample: string, cut = false): string => findDelimiter(sample, cut) ?? ','

/** How many cells the records of a sample have as a rule; null where none is whole. */
export function guessWidth(sample: string, delimiter: string, cut = false): number | null {
  const { width, share } = usualWidth(recordsOf(wholeLines(sample, cut), delimiter, cut))
  return share === 0 ? null : width
}
