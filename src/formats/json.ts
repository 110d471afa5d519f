import { isFaithful } from './digits.js'
import { checkWidth, FormatError, type TableRow } from './table.js'

export interface JsonRecord {
  /** Line in NDJSON; else the record's place in its list, counted from 1. */
  line: number
  record: unknown
  /** The text of a line that cannot be read; `record` is null then. */
  broken?: string
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

/** Deeper than any program writes; what is written out again would else overflow the stack. */
const DEEPEST = 200
/** A line or a text longer than this many characters is no record. */
const LONGEST = 16 * 1024 * 1024

const tooLarge = (size: number): FormatError => new FormatError('too-large', null, String(Math.ceil(size / 2 ** 20)))

/** Lists and objects within one another, looked through without a call for each. */
function isDeep(value: unknown): boolean {
  let level: object[] = value !== null && typeof value === 'object' ? [value] : []
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true
    const below: object[] = []
    for (const each of level)
      for (const inner of Array.isArray(each) ? each : Object.values(each))
        if (inner !== null && typeof inner === 'object') below.push(inner)
    level = below
  }
  return false
}

const numbered = (records: readonly unknown[]): JsonRecord[] =>
  records.map((record, index) => ({ line: index + 1, record }))

/**
 * The records of a JSON text: a list, one object, a list inside an object, or one object on each line (NDJSON). `isWhole`
 * tells an object that is a record itself from one that wraps a list. Broken lines of NDJSON come out as they stand when most
 * lines can be read; else throws `FormatError` ('broken'), with the line in NDJSON.
 */
export function readJson(
  text: string,
  isWhole: (record: unknown) => boolean,
): { format: 'json' | 'ndjson'; records: JsonRecord[] } {
  // Records line by line, the first of which is larger than any is: not worth the memory of reading it.
  const end = text.indexOf('\n')
  if (end > LONGEST && text[end + 1] === '{') throw tooLarge(end)
  const whole = parsed(text)
  if (isDeep(whole)) throw new FormatError('broken', null, 'JSON')
  if (whole !== undefined && !isRejected(whole)) {
    if (Array.isArray(whole)) return { format: 'json', records: numbered(whole) }
    const list = isObject(whole) && !isWhole(whole) ? listInside(whole) : null
    return { format: 'json', records: numbered(list ?? [whole]) }
  }
  const records: (JsonRecord & { again?: boolean })[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    records.push(recordOf(line, index + 1))
  }
  // Rejected records that were not mended say nothing about the file.
  const broken = records.filter((record) => record.broken !== undefined && !record.again)
  const isLines = records.some(({ record }) => isObject(record)) && broken.length * 2 < records.length
  if (broken[0] && !isLines) throw new FormatError('broken', broken[0] === records[0] ? null : broken[0].line, 'JSON')
  return { format: 'ndjson', records }
}

/** A broken line as a file of rejected records has it, mended or not. */
const isRejected = (record: unknown): record is { text: string } =>
  isObject(record) &&
  Object.keys(record).join() === 'text,line,reason' &&
  typeof record.text === 'string' &&
  typeof record.line === 'number'

function recordOf(line: string, number: number): JsonRecord & { again?: boolean } {
  const parsedLine = line.length > LONGEST ? undefined : parsed(line)
  const found = isDeep(parsedLine) ? undefined : parsedLine
  if (!isRejected(found))
    return found === undefined ? { line: number, record: null, broken: line.trim() } : { line: number, record: found }
  const mended = parsed(found.text)
  return mended === undefined
    ? { line: number, record: null, broken: found.text, again: true }
    : { line: number, record: mended }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(LONG_NUMBER.test(text) ? withWholeNumbers(text) : text) as unknown
  } catch {
    return undefined
  }
}

/** What may be a number that is not kept whole: sixteen digits, or an exponent. */
const LONG_NUMBER = /\d[\d.]{15}|\d[eE]/
const NUMBER_OR_TEXT = /"|-?\d[\d.eE+-]*/g

/** JSON in which numbers that would be read as other ones, ids and phones of many digits, are texts. */
function withWholeNumbers(text: string): string {
  let whole = ''
  let done = 0
  NUMBER_OR_TEXT.lastIndex = 0
  for (let found = NUMBER_OR_TEXT.exec(text); found; found = NUMBER_OR_TEXT.exec(text)) {
    const [token] = found
    if (token === '"') NUMBER_OR_TEXT.lastIndex = behindText(text, found.index + 1)
    else if (isNumber(token) && !isFaithful(token)) {
      whole += `${text.slice(done, found.index)}"${token}"`
      done = found.index + token.length
    }
  }
  return whole + text.slice(done)
}

const isNumber = (token: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token)

/** The place behind the quotation mark that ends a text. */
function behindText(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text[before] === '\\') before -= 1
    if ((end - before) % 2 === 1) return end + 1
  }
  return text.length
}

/** One cell for a value: lists of plain values on lines of their own, objects as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.every((each) => !isObject(each)) ? value.map(cellOf).join('\n') : JSON.stringify(value)
  if (isObject(value)) return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  if (text.length > LONGEST) throw tooLarge(text.length)
  return text
}

/** Values without what stands under keys that must not be kept; the ways to those are added to `left`. */
function without(value: unknown, way: string, isSecret: (key: string) => boolean, left: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, way, isSecret, left))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const place = `${way}.${key}`
      if (!isSecret(key)) return [[key, without(inner, place, isSecret, left)]]
      left.add(place)
      return []
    }),
  )
}

/**
 * Records as a table whose header is the union of their keys; what is no object becomes a row of one cell. What stands inside a
 * value under a key that `isSecret` is left out, and an empty column of that name (`user.password`) tells of it.
 */
export function tableOfRecords(
  records: readonly JsonRecord[],
  isSecret: (key: string) => boolean = () => false,
): { header: string[]; rows: TableRow[] } {
  const header = new Map<string, number>()
  const left = new Set<string>()
  for (const { record, broken } of records)
    for (const key of broken !== undefined ? [] : isObject(record) ? Object.keys(record) : ['value'])
      if (!header.has(key)) header.set(key, header.size)
  checkWidth(header.size, null)
  const rows = records.map(({ line, record, broken }): TableRow => {
    if (broken !== undefined) return { line, cells: [], broken }
    const cells = new Array<string>(header.size).fill('')
    for (const [key, value] of Object.entries(isObject(record) ? record : { value: record }))
      cells[header.get(key) ?? 0] = cellOf(without(value, key, isSecret, left))
    return { line, cells }
  })
  return { header: [...header.keys(), ...left].map((name) => name.replaceAll('\0', '')), rows }
}
