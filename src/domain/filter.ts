import { addDays, addMonths, type CivilDate, isCivilDate } from './calendar.js'
import type { CustomField } from './client.js'
import { type Field, fieldNamed, LATER_FIELDS, nearestField } from './fields.js'

/** A place in the text of a filter, in characters. */
export interface Place {
  from: number
  to: number
}

export type Comparison = ':' | '=' | '!=' | '>' | '>=' | '<' | '<='

/** A filter as it was written. */
export type FilterTree =
  | { is: 'and' | 'or'; parts: FilterTree[] }
  | { is: 'not'; part: FilterTree }
  | { is: 'words'; text: string; place: Place }
  | { is: 'term'; field: string; comparison: Comparison; value: string; place: Place; valuePlace: Place }

/** A filter that has been understood: every field known, every value of its type. */
export type Filter =
  | { is: 'and' | 'or'; parts: Filter[] }
  | { is: 'not'; part: Filter }
  | { is: 'words'; text: string }
  | { is: 'has'; field: Field }
  | { is: 'text'; field: Field; value: string; mode: 'whole' | 'words' }
  | { is: 'choice'; field: Field; value: string }
  | { is: 'yes-no'; field: Field; value: boolean }
  | { is: 'range'; field: Field; from: string | number | null; to: string | number | null }
  /** Made or completed by an import: the last one, one of them, or any. */
  | { is: 'import'; operation: number | 'last' | 'any' }

export type FilterProblem =
  | { is: 'syntax'; place: Place }
  | { is: 'unclosed'; place: Place }
  | { is: 'unknown-field'; name: string; nearest: string | null; place: Place }
  | { is: 'later-field'; name: string; place: Place }
  | { is: 'value'; field: string; value: string; expected: Field['type']; choices: readonly string[]; place: Place }
  | { is: 'comparison'; field: string; place: Place }
  | { is: 'segment'; name: string; place: Place }

/** Thrown by `parseFilter` and `understand`; carries the place, for a caret under it. */
export class FilterError extends Error {
  constructor(
    readonly problem: FilterProblem,
    readonly source: string,
  ) {
    super(problem.is)
  }
}

interface Token {
  is: '(' | ')' | 'or' | 'and' | 'not' | 'piece'
  text: string
  place: Place
  /** Characters that were quoted, so that `or` in quotes is a word. */
  quoted: boolean
}

const KEYWORDS: Record<string, Token['is']> = { or: 'or', или: 'or', або: 'or', and: 'and', not: 'not', не: 'not' }
const CLOSING: Record<string, string> = { '"': '"', "'": "'", '«': '»', '“': '”' }

function tokens(source: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (at < source.length) {
    const letter = source[at] ?? ''
    if (/\s/.test(letter)) {
      at += 1
    } else if (letter === '(' || letter === ')') {
      found.push({ is: letter, text: letter, place: { from: at, to: at + 1 }, quoted: false })
      at += 1
    } else if (
      (letter === '-' || letter === '\u2212') &&
      /[^\s)]/.test(source[at + 1] ?? '') &&
      !/\d/.test(source[at + 1] ?? '')
    ) {
      found.push({ is: 'not', text: letter, place: { from: at, to: at + 1 }, quoted: false })
      at += 1
    } else {
      const from = at
      let quoted = false
      while (at < source.length && !/[\s()]/.test(source[at] ?? '')) {
        const closing = at === from || /[:=<>]/.test(source[at - 1] ?? '') ? CLOSING[source[at] ?? ''] : undefined
        if (closing === undefined) {
          at += 1
          continue
        }
        const end = source.indexOf(closing, at + 1)
        if (end < 0) throw new FilterError({ is: 'unclosed', place: { from: at, to: source.length } }, source)
        quoted = true
        at = end + 1
      }
      const text = source.slice(from, at)
      const keyword = quoted
        ? undefined
        : Object.hasOwn(KEYWORDS, text.toLowerCase())
          ? KEYWORDS[text.toLowerCase()]
          : undefined
      found.push({ is: keyword ?? 'piece', text, place: { from, to: at }, quoted })
    }
  }
  return found
}

const unquote = (text: string): string => {
  const closing = CLOSING[text[0] ?? '']
  return closing !== undefined && text.length > 1 && text.endsWith(closing) ? text.slice(1, -1) : text
}

function readPiece({ text, place }: Token): FilterTree {
  const match = /^([\p{L}_@][\p{L}\p{N}_'’-]*)(!=|>=|<=|[:=<>])(.*)$/su.exec(text)
  if (
    !match ||
    CLOSING[text[0] ?? ''] !== undefined ||
    text.startsWith('@') ||
    /^:\/\//.test(text.slice(match[1]?.length))
  )
    return { is: 'words', text: unquote(text), place }
  const [, field = '', comparison = ':', value = ''] = match
  return {
    is: 'term',
    field,
    comparison: comparison as Comparison,
    value: unquote(value),
    place,
    valuePlace: { from: place.from + field.length + comparison.length, to: place.to },
  }
}

/** Deeper nesting than any hand types; it keeps the parser's own stack small. */
const DEEPEST = 200

/** Parses a filter; throws `FilterError` with the place of the first problem. Empty text is an empty `and`. */
export function parseFilter(source: string): FilterTree {
  const list = tokens(source)
  let at = 0
  const problem = (token: Token | undefined): FilterError =>
    new FilterError({ is: 'syntax', place: token?.place ?? { from: source.length, to: source.length + 1 } }, source)

  let depth = 0
  const readUnary = (): FilterTree => {
    depth += 1
    const tree = readUnaryInside()
    depth -= 1
    return tree
  }
  const readUnaryInside = (): FilterTree => {
    const token = list[at]
    if (depth > DEEPEST) throw problem(token)
    if (token === undefined || token.is === ')' || token.is === 'or' || token.is === 'and') throw problem(token)
    at += 1
    if (token.is === 'not') return { is: 'not', part: readUnary() }
    if (token.is === 'piece') return readPiece(token)
    const inner = readOr()
    if (list[at]?.is !== ')') throw problem(list[at] ?? token)
    at += 1
    return inner
  }
  const readAnd = (): FilterTree => {
    const parts = [readUnary()]
    while (list[at] !== undefined && list[at]?.is !== 'or' && list[at]?.is !== ')') {
      if (list[at]?.is === 'and') at += 1
      parts.push(readUnary())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'and', parts }
  }
  const readOr = (): FilterTree => {
    const parts = [readAnd()]
    while (list[at]?.is === 'or') {
      at += 1
      parts.push(readAnd())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'or', parts }
  }
  if (list.length === 0) return { is: 'and', parts: [] }
  const tree = readOr()
  if (at < list.length) throw problem(list[at])
  return tree
}

const YES = new Set(['yes', 'y', 'true', '1', 'да', 'так', '+'])
const NO = new Set(['no', 'n', 'false', '0', 'нет', 'ні', '-'])

/** Yes or no in three languages, or null. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** Turns names and values into fields and typed values; throws `FilterError` for what is not known or not of its type. */
export function understand(tree: FilterTree, source: string, custom: readonly CustomField[], today: CivilDate): Filter {
  if (tree.is === 'not') return { is: 'not', part: understand(tree.part, source, custom, today) }
  if (tree.is === 'words') {
    if (/^@[\p{L}_]/u.test(tree.text) && tree.place.to - tree.place.from === tree.text.length)
      throw new FilterError({ is: 'segment', name: tree.text, place: tree.place }, source)
    return { is: 'words', text: tree.text }
  }
  if (tree.is !== 'term')
    return { is: tree.is, parts: tree.parts.map((part) => understand(part, source, custom, today)) }

  const known = (name: string, place: Place): Field => {
    const field = fieldNamed(name, custom)
    if (field) return field
    if (LATER_FIELDS.includes(name.toLowerCase())) throw new FilterError({ is: 'later-field', name, place }, source)
    throw new FilterError({ is: 'unknown-field', name, nearest: nearestField(name, custom), place }, source)
  }
  const wordField = tree.field.toLowerCase()
  if (wordField === 'has' || wordField === 'no') {
    if (tree.comparison !== ':' && tree.comparison !== '=')
      throw new FilterError({ is: 'comparison', field: wordField, place: tree.place }, source)
    const field = known(tree.value, tree.valuePlace)
    const has: Filter = field.key === 'import' ? { is: 'import', operation: 'any' } : { is: 'has', field }
    return wordField === 'has' ? has : { is: 'not', part: has }
  }
  const field = known(tree.field, { from: tree.place.from, to: tree.place.from + tree.field.length })
  const positive = typed(tree, field, source, today)
  return tree.comparison === '!=' ? { is: 'not', part: positive } : positive
}

type Term = Extract<FilterTree, { is: 'term' }>

function typed(term: Term, field: Field, source: string, today: CivilDate): Filter {
  const { comparison, value } = term
  const wrong = (): FilterError =>
    new FilterError(
      {
        is: 'value',
        field: field.key,
        value,
        expected: field.type,
        choices: field.choices ?? [],
        place: term.valuePlace,
      },
      source,
    )
  if (value === '') throw wrong()
  if (field.type === 'number' || field.type === 'money' || field.type === 'date') {
    const range = readRange(field, comparison, value, today)
    if (range === null) throw wrong()
    return { is: 'range', field, ...range }
  }
  if (comparison !== ':' && comparison !== '=' && comparison !== '!=')
    throw new FilterError({ is: 'comparison', field: field.key, place: term.place }, source)
  if (field.type === 'yes-no') {
    const answer = readYesNo(value)
    if (answer === null) throw wrong()
    return { is: 'yes-no', field, value: answer }
  }
  if (field.type === 'choice') {
    const choice = field.choices?.find((each) => each.toLowerCase() === value.toLowerCase())
    if (choice === undefined) throw wrong()
    return { is: 'choice', field, value: choice }
  }
  if (field.key === 'import') {
    const operation = readImport(value)
    if (operation === null) throw wrong()
    return { is: 'import', operation }
  }
  return { is: 'text', field, value, mode: comparison === ':' ? (field.match ?? 'whole') : 'whole' }
}

/** `last`, or the number of an operation. */
function readImport(value: string): number | 'last' | null {
  if (/^(last|последний|останній)$/i.test(value)) return 'last'
  return /^\d{1,15}$/.test(value) ? Number(value) : null
}

type Bound = string | number

/** Steps of a bound: the value itself, and the value after which nothing equal comes. */
function readBound(field: Field, text: string, today: CivilDate): Bound | null {
  if (field.type !== 'date') return /^-?\d{1,15}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
  if (field.key === 'birthday') return readBirthdayBound(text, today)
  if (isCivilDate(text)) return text
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) || /^\d{4}$/.test(text)) return text
  const dotted = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  if (dotted) {
    const iso = `${dotted[3]}-${dotted[2]}-${dotted[1]}`
    return isCivilDate(iso) ? iso : null
  }
  if (/^(today|сегодня|сьогодні)$/i.test(text)) return today
  if (/^(yesterday|вчера|вчора)$/i.test(text)) return addDays(today, -1)
  const span = /^([+-]?)(\d{1,4})([dwmy])$/.exec(text)
  if (!span) return null
  const amount = Number(span[2]) * (span[1] === '+' ? 1 : -1)
  if (Math.abs(amount) > (span[3] === 'y' ? 900 : 9_999)) return null
  const bound =
    span[3] === 'd' || span[3] === 'w'
      ? addDays(today, amount * (span[3] === 'w' ? 7 : 1))
      : addMonths(today, amount * (span[3] === 'y' ? 12 : 1))
  return isCivilDate(bound) ? bound : null
}

/** Birthdays are compared by days from today, so that `birthday:..7d` is "within a week"; with a year, as dates. */
function readBirthdayBound(text: string, today: CivilDate): Bound | null {
  if (isCivilDate(text)) return text
  const full = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  if (full) return isCivilDate(`${full[3]}-${full[2]}-${full[1]}`) ? `${full[3]}-${full[2]}-${full[1]}` : null
  if (/^(today|сегодня|сьогодні)$/i.test(text)) return 0
  if (/^(tomorrow|завтра)$/i.test(text)) return 1
  const span = /^(\d{1,3})([dwm])$/.exec(text)
  if (span) return Number(span[1]) * (span[2] === 'w' ? 7 : span[2] === 'm' ? 30 : 1)
  const yearless =
    /^(?:--)?(\d{2})-(\d{2})$/.exec(text) ??
    (/^(\d{2})\.(\d{2})$/.test(text) ? [text, text.slice(3), text.slice(0, 2)] : null)
  if (!yearless) return null
  const year = Number(today.slice(0, 4))
  for (let candidate = year; candidate <= year + 8; candidate += 1) {
    const date = `${candidate}-${yearless[1]}-${yearless[2]}`
    if (isCivilDate(date) && date >= today) return Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  }
  return null
}

function readRange(
  field: Field,
  comparison: Comparison,
  value: string,
  today: CivilDate,
): { from: Bound | null; to: Bound | null } | null {
  const ends = value.split('..')
  if (ends.length > 2) return null
  if (ends.length === 2) {
    if (comparison !== ':' && comparison !== '=' && comparison !== '!=') return null
    const [first = '', second = ''] = ends
    const from = first === '' ? null : readBound(field, first, today)
    const to = second === '' ? null : readBound(field, second, today)
    // Days from today and dates with a year do not make one range.
    if (field.key === 'birthday' && from !== null && to !== null && typeof from !== typeof to) return null
    if ((first !== '' && from === null) || (second !== '' && to === null) || (first === '' && second === ''))
      return null
    return { from, to }
  }
  const bound = readBound(field, value, today)
  if (bound === null) return null
  // `created:2026-01` is that month: text bounds are compared by their beginning.
  const after =
    typeof bound === 'number' ? bound + Number.EPSILON * Math.max(1, Math.abs(bound)) * 2 : addDaysTo(bound, 1)
  const before =
    typeof bound === 'number' ? bound - Number.EPSILON * Math.max(1, Math.abs(bound)) * 2 : addDaysTo(bound, -1)
  switch (comparison) {
    case '>':
      return { from: after, to: null }
    case '>=':
      return { from: bound, to: null }
    case '<':
      return { from: null, to: before }
    case '<=':
      return { from: null, to: bound }
    default:
      return { from: bound, to: bound }
  }
}

const addDaysTo = (bound: string, days: number): string => {
  if (isCivilDate(bound)) return addDays(bound, days)
  if (bound.length === 4) return String(Number(bound) + days).padStart(4, '0')
  return addMonths(`${bound}-01`, days).slice(0, 7)
}
