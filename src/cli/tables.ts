import { isOwnRecord } from '../domain/records.js'
import type { Merge } from '../domain/tables/layout.js'
import { isSensitiveName } from '../domain/tables/sensitive.js'
import { failed, typedWrongly } from '../errors.js'
import { decoderOf, undouble } from '../formats/code-pages.js'
import { type CsvShape, readCsv } from '../formats/csv.js'
import { type EncodingFound, EncodingScan } from '../formats/encoding.js'
import { type JsonRecord, readJson, tableOfRecords } from '../formats/json.js'
import { readLdif } from '../formats/ldif.js'
import { type FileKind, recognise } from '../formats/recognise.js'
import { FormatError, isFormatError, type TableRow } from '../formats/table.js'
import type { Rows } from '../formats/workbook-packing.js'
import type { Source } from './source.js'

/** One table of a file: the file itself, or a sheet of it. */
export interface Table {
  sheet: string | null
  merges: readonly Merge[]
  hiddenRows: number
  /** Cells that hold an error instead of a value. */
  errors: number
  /** NUL characters that were left out of its text so far. */
  nuls(): number
  /** The first rows, titles and header among them. */
  head: readonly TableRow[]
  /** How many rows there are, when that is known before they are read. */
  length: number | null
  portions(): AsyncIterable<readonly TableRow[]>
}

export interface TableFile {
  /** What the file is: csv, xlsx, xls, ods, html, ldif, json, ndjson … */
  format: string
  encoding: string | null
  /** True when text encoded twice was found and is read as it was meant. */
  doubled: boolean
  delimiter: string | null
  /** True when lines of it cannot be read; such rows have no cells. */
  broken?: boolean
  tables: Table[]
}

/** What a file turned out to be: tables, this program's own records, or cards. */
export type Opened =
  | { is: 'tables'; file: TableFile }
  | { is: 'records'; format: 'json' | 'ndjson'; records: JsonRecord[] }
  | { is: 'cards'; encoding: string | null; bytes: Uint8Array }

export interface OpenWishes {
  /** As typed with --format; null lets the content tell. */
  format: string | null
  encoding: string | null
  delimiter: string | null
}

/** How many rows are looked at before the columns are decided. */
const HEAD_ROWS = 400
const HEAD_PORTION = 2_000

const FORMATS: Record<string, FileKind> = {
  csv: 'text',
  tsv: 'text',
  json: 'json',
  ndjson: 'json',
  vcf: 'vcard',
  vcard: 'vcard',
  ldif: 'ldif',
  html: 'html',
  xlsx: 'zip-workbook',
  ods: 'zip-workbook',
  xls: 'ole-workbook',
}

/** Is this file something else than the JSON that --format named? Then the word was meant for the summary. */
export const meansSummary = (format: string | undefined, { head }: Source): boolean =>
  format === 'json' && recognise(head) !== 'json'

/** Looks at what a file is, by its content; `--format` overrules. */
export async function openFile(source: Source, wishes: OpenWishes): Promise<Opened> {
  if (source.size === 0) throw failed((words) => words.errors.import.empty)
  const kind = kindOf(source, wishes.format)
  switch (kind) {
    case 'zip-workbook':
    case 'ole-workbook':
    case 'html':
      return { is: 'tables', file: await openWorkbook(source) }
    case 'xml':
      try {
        return { is: 'tables', file: await openWorkbook(source) }
      } catch (error) {
        if (!isFormatError(error) || error.problem !== 'broken') throw error
        throw failed((words) => words.errors.import.notATable(source.name, kind))
      }
    case 'vcard':
      return { is: 'cards', encoding: wishes.encoding, bytes: source.whole() }
    case 'json':
      return openJson(source, wishes)
    case 'ldif': {
      const { text, encoding } = wholeText(source, wishes)
      const { header, rows } = readLdif(text)
      return { is: 'tables', file: { ...noFile('ldif'), encoding, tables: [madeTable(header, rows)] } }
    }
    case 'text':
      return { is: 'tables', file: await openCsv(source, wishes) }
    default:
      throw failed((words) => words.errors.import.notATable(source.name, kind))
  }
}

function kindOf({ head }: Source, format: string | null): FileKind {
  const found = recognise(head)
  const wanted = format !== null && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (format !== null && format !== 'table' && wanted === undefined)
    throw typedWrongly((words) => words.errors.formatNotHere(format, Object.keys(FORMATS)))
  if (wanted === undefined) return found
  // `--format json` may also ask for the summary as JSON; a file of another kind is read as what it is.
  if (wanted === 'json' && found !== 'json') return found
  // Spreadsheets tell their kind themselves, whatever they are called.
  const isBook = (kind: FileKind): boolean => ['zip-workbook', 'ole-workbook', 'html', 'xml'].includes(kind)
  return isBook(wanted) && isBook(found) ? found : wanted
}

const noFile = (format: string): Omit<TableFile, 'tables'> => ({
  format,
  encoding: null,
  doubled: false,
  delimiter: null,
})

/** A table that is in memory already; its header stands before the first line of the file. */
function madeTable(header: readonly string[], rows: readonly TableRow[]): Table {
  return plainTable(null, [{ line: 0, cells: [...header] }, ...rows])
}

function plainTable(sheet: string | null, rows: Rows): Table {
  return {
    sheet,
    merges: [],
    hiddenRows: 0,
    errors: 0,
    nuls: () => 0,
    head: rows.slice(0, HEAD_ROWS),
    length: rows.length,
    async *portions() {
      for (let from = 0; from < rows.length; from += HEAD_PORTION) yield rows.slice(from, from + HEAD_PORTION)
    },
  }
}

async function openWorkbook(source: Source): Promise<TableFile> {
  const { readWorkbookApart } = await import('../formats/workbook-apart.js')
  const { format, sheets } = await readWorkbookApart(source.whole())
  return {
    ...noFile(format),
    tables: sheets.map(({ name, rows, merges, hiddenRows, errors }) => ({
      // A page may have one table without a name.
      ...plainTable(name === '' ? null : name, rows),
      merges,
      hiddenRows,
      errors,
    })),
  }
}

function wholeEncoding(bytes: Uint8Array): EncodingFound {
  const scan = new EncodingScan()
  scan.add(bytes)
  return scan.result()
}

function wholeText(source: Source, wishes: OpenWishes): { text: string; encoding: string; doubled: boolean } {
  const bytes = source.whole()
  const found = wholeEncoding(bytes)
  const encoding = wishes.encoding ?? found.encoding
  const doubled = found.doubled && wishes.encoding === null
  try {
    const text = decoderOf(encoding)
      .decode(bytes)
      .replace(/^\ufeff/, '')
    return { text: doubled ? undouble(text) : text, encoding, doubled }
  } catch (error) {
    if (error instanceof TypeError) throw new FormatError('encoding', null, encoding)
    throw error
  }
}

/** Records of this program, also one client alone as `show --json` prints it; anything else becomes a table. */
function openJson(source: Source, wishes: OpenWishes): Opened {
  const { text, encoding, doubled } = wholeText(source, wishes)
  const { format, records } = readJson(text, isOwnRecord)
  if (records.length > 0 && records.every(({ record, broken }) => broken !== undefined || isOwnRecord(record)))
    return { is: 'records', format, records }
  const broken = records.some((record) => record.broken !== undefined)
  const { header, rows } = tableOfRecords(records, isSensitiveName)
  if (header.length === 0) throw failed((words) => words.errors.import.empty)
  return { is: 'tables', file: { ...noFile(format), encoding, doubled, broken, tables: [madeTable(header, rows)] } }
}

async function openCsv(source: Source, wishes: OpenWishes): Promise<TableFile> {
  const scan = new EncodingScan()
  for await (const piece of source.bytes()) scan.add(piece)
  const found = scan.result()
  const wanted = {
    encoding: wishes.encoding ?? found.encoding,
    delimiter: wishes.delimiter ?? (wishes.format === 'tsv' ? '\t' : null),
    undouble: found.doubled && wishes.encoding === null,
  }
  let seen: CsvShape | null = null as CsvShape | null
  const portions = (): AsyncGenerator<TableRow[]> =>
    readCsv(source.bytes(), wanted, (shape) => {
      seen = shape
    })
  const head: TableRow[] = []
  for await (const portion of portions()) {
    head.push(...portion.slice(0, HEAD_ROWS))
    if (head.length >= HEAD_ROWS) break
  }
  const nuls = (): number => seen?.nuls ?? 0
  const table: Table = { sheet: null, merges: [], hiddenRows: 0, errors: 0, nuls, head, length: null, portions }
  const delimiter = seen?.delimiter ?? null
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: wanted.encoding,
    doubled: wanted.undouble,
    delimiter,
    tables: [table],
  }
}
