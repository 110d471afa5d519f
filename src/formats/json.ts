import { FormatError, type TableRow } from './table.js'

export interface JsonRecord {
  /** Line in NDJSON; else the record's place in its list, counted from 1. */
  line: number
  record: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The first list of objects inside, nearest to the top: `{"contacts": {"list": [...]}}`. */
function listInside(value: Record<string, unknown>): unknown[] | null {
  const open: Record<string, unknown>[] = [value]
  for (let at = 0; at < open.length && at < 50; at += 1)
    for (const inner of Object.values(open[at] ?? {})) {
      if (Array.isArray(inner) && inner.length > 0 && inner.every(isObject)) return inner
      if (isObject(inner)) open.push(inner)
    }
  return null
}

const numbered = (records: readonly unknown[]): JsonRecord[] =>
  records.map((record, index) => ({ line: index + 1, record }))

/**
 * The records of a JSON text: a list, one object, a list inside an object, or one object on each line (NDJSON). `isWhole`
 * tells an object that is a record itself from one that wraps a list. Throws `FormatError` ('broken'), with the line in NDJSON.
 */
export function readJson(
  text: string,
  isWhole: (record: unknown) => boolean,
): { format: 'json' | 'ndjson'; records: JsonRecord[] } {
  const whole = parsed(text)
  if (whole !== undefined) {
    if (Array.isArray(whole)) return { format: 'json', records: numbered(whole) }
    const list = isObject(whole) && !isWhole(whole) ? listInside(whole) : null
    return { format: 'json', records: numbered(list ?? [whole]) }
  }
  const records: JsonRecord[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const record = parsed(line)
    if (record === undefined) throw new FormatError('broken', records.length === 0 ? null : index + 1, 'JSON')
    records.push({ line: index + 1, record })
  }
  return { format: 'ndjson', records }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** One cell for a value: lists of plain values on lines of their own, objects as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.every((each) => !isObject(each)) ? value.map(cellOf).join('\n') : JSON.stringify(value)
  if (isObject(value)) return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** Records as a table whose header is the union of their keys; what is no object becomes a row of one cell. */
export function tableOfRecords(records: readonly JsonRecord[]): { header: string[]; rows: TableRow[] } {
  const header = new Map<string, number>()
  for (const { record } of records)
    for (const key of isObject(record) ? Object.keys(record) : ['value'])
      if (!header.has(key)) header.set(key, header.size)
  const rows = records.map(({ line, record }) => {
    const cells = new Array<string>(header.size).fill('')
    for (const [key, value] of Object.entries(isObject(record) ? record : { value: record }))
      cells[header.get(key) ?? 0] = cellOf(value)
    return { line, cells }
  })
  return { header: [...header.keys()], rows }
}
