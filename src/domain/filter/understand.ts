import type { CivilDate } from '../calendar.js'
import type { CustomField } from '../client.js'
import type { Field, ValueType } from '../fields/field.js'
import { fieldNamed, nearestField } from '../fields.js'
import type { Filter } from '../filter.js'
import { type Resolver, segmentKey } from '../segments.js'
import { readYesNo } from '../yes-no.js'
import type { Money } from './amounts.js'
import { nearestChoice, readChoices } from './choices.js'
import { DEEPEST, parseFilter } from './parse.js'
import { type RangeProblem, readDays, readNumbers, readSums } from './ranges.js'
import { type Expected, FilterError, type FilterProblem, type FilterTree, type Place, type Term } from './tree.js'

/** What a filter is read by. */
export interface FilterContext {
  custom: readonly CustomField[]
  /** The user's day. */
  today: CivilDate
  /** The base currency, and what others are worth in it. */
  model: Money
  segments: Resolver
}

/** More conditions than anybody writes, and few enough for one question to the base. */
const MOST = 2_000
/** Longer values than anybody looks for, and short enough for one comparison. */
const LONGEST = 2_000

/** Reads a filter: parses it and turns names and values into fields and typed values; throws `FilterError`. */
export const filterFrom = (source: string, context: FilterContext): Filter =>
  new Understanding(context).of(parseFilter(source), { source, path: [], depth: 0 })

/** The text that is being read: the filter itself, or that of a segment. */
interface Reading {
  source: string
  /** Segments that it stands in, outermost first. */
  path: readonly { key: string; name: string }[]
  depth: number
}

const HAS = new Set(['has', 'есть', 'имеет', 'є', 'має'])
const HAS_NOT = new Set(['no', 'нет', 'без', 'немає', 'нема'])

class Understanding {
  #terms = 0

  constructor(readonly context: FilterContext) {}

  of(tree: FilterTree, reading: Reading): Filter {
    const inside = { ...reading, depth: reading.depth + 1 }
    switch (tree.is) {
      case 'not':
        return negated(this.of(tree.part, inside))
      case 'and':
      case 'or':
        return { is: tree.is, parts: tree.parts.map((part) => this.of(part, inside)) }
      case 'segment':
        if (tree.written && this.#isOwn(tree.written.field)) return this.of(tree.written, reading)
        return this.#segment(tree.name, tree.place, inside)
      case 'words':
        this.#count(tree.place, reading)
        if (tree.text.length > LONGEST) throw problem({ is: 'too-long', place: tree.place }, reading)
        return { is: 'words', text: tree.text }
      case 'term':
        this.#count(tree.place, reading)
        if (tree.value.length > LONGEST) throw problem({ is: 'too-long', place: tree.valuePlace }, reading)
        return this.#term(tree, reading)
    }
  }

  #count(place: Place, reading: Reading): void {
    this.#terms += 1
    if (this.#terms > MOST) throw problem({ is: 'too-long', place }, reading)
  }

  #segment(name: string, place: Place, reading: Reading): Filter {
    const { segments } = this.context
    const segment = segments.find(name)
    if (segment === null)
      throw problem({ is: 'unknown-segment', name, nearest: segments.nearest(name), place }, reading)
    const key = segmentKey(segment.key)
    const path = [...reading.path, { key, name: segment.name }]
    const before = reading.path.findIndex((each) => each.key === key)
    if (before >= 0) throw problem({ is: 'circle', path: path.slice(before).map((each) => each.name), place }, reading)
    const inside = { source: segment.filter, path, depth: reading.depth }
    try {
      if (reading.depth > DEEPEST) throw problem({ is: 'too-deep', place }, reading)
      return this.of(parseFilter(segment.filter), inside)
    } catch (error) {
      if (!(error instanceof FilterError) || error.within.length > 0 || error.source !== segment.filter) throw error
      throw problem(error.problem, inside)
    }
  }

  #term(term: Term, reading: Reading): Filter {
    const name = term.field.toLowerCase()
    if ((HAS.has(name) || HAS_NOT.has(name)) && !this.#asksOwn(term)) {
      if (term.comparison !== ':' && term.comparison !== '=')
        throw problem(wrongComparison(name, term, 'field'), reading)
      if (term.value === '') throw problem(wrongValue(name, term, 'field'), reading)
      const field = this.#field(term.value, term.valuePlace, reading)
      const has: Filter = field.key === 'import' ? { is: 'import', operation: 'any' } : { is: 'has', field }
      return HAS.has(name) ? has : negated(has)
    }
    const field = this.#field(term.field, { from: term.place.from, to: term.place.from + term.field.length }, reading)
    const meant = this.#meant(term, field, reading)
    return term.comparison === '!=' ? negated(meant) : meant
  }

  #isOwn = (name: string): boolean => fieldNamed(name, this.context.custom)?.kept === 'custom'

  /** Tables have columns «No» and «Есть», too: `no:5` asks for the field of one's own, `no:email` for what is missing. */
  #asksOwn({ field, comparison, value }: Term): boolean {
    const asksForField = /^[:=]$/.test(comparison) && fieldNamed(value, this.context.custom) !== null
    return this.#isOwn(field) && !asksForField
  }

  #field(name: string, place: Place, reading: Reading): Field {
    const { custom } = this.context
    const field = fieldNamed(name, custom)
    if (field) return field
    throw problem({ is: 'unknown-field', name, nearest: nearestField(name, custom), place }, reading)
  }

  #meant(term: Term, field: Field, reading: Reading): Filter {
    const { comparison, value } = term
    const wrong = (part = value): FilterError =>
      problem(wrongValue(field.key, term, expectedOf(field), field, part), reading)
    if (value === '') throw wrong()
    const range = this.#range(field, term)
    if (range !== null) {
      if (range === 'unreadable') throw wrong()
      if ('is' in range) return range
      if ('currency' in range)
        throw problem(
          { is: 'rate', currency: range.currency, base: this.context.model.currency, place: term.valuePlace },
          reading,
        )
      const [from, to] = range.backwards
      throw problem({ is: 'backwards', field: term.field, from, to, place: term.valuePlace }, reading)
    }
    if (/[<>]/.test(comparison)) throw problem(wrongComparison(field.key, term, field.type), reading)
    if (field.type === 'yes-no') {
      const answer = readYesNo(value)
      if (answer === null) throw wrong()
      return { is: 'yes-no', field, value: answer }
    }
    if (field.type === 'choice' || field.read) {
      const read = readChoices(field, value)
      if ('wrong' in read) throw wrong(read.wrong)
      const parts = read.choices.map((choice): Filter => ({ is: 'choice', field, value: choice }))
      return parts.length === 1 && parts[0] ? parts[0] : { is: 'or', parts }
    }
    if (field.key === 'import' && field.kept === 'computed') {
      const operation = readImport(value)
      if (operation === null) throw wrong()
      return { is: 'import', operation }
    }
    return { is: 'text', field, value, mode: comparison === ':' ? (field.match ?? 'whole') : 'whole' }
  }

  /** Null for fields that have no order. */
  #range(field: Field, { comparison, value }: Term): Filter | RangeProblem | null {
    switch (field.type) {
      case 'number':
      case 'percent':
      case 'duration':
        return readNumbers(field, comparison, value)
      case 'money':
        return readSums(field, comparison, value, this.context.model)
      case 'date':
        return readDays(field, comparison, value, this.context.today)
      default:
        return null
    }
  }
}

/** Twice not is as if it were not said. */
const negated = (filter: Filter): Filter => (filter.is === 'not' ? filter.part : { is: 'not', part: filter })

const problem = (found: FilterProblem, { source, path }: Reading): FilterError =>
  new FilterError(
    found,
    source,
    path.map(({ name }) => name),
  )

function expectedOf({ key, kept, type, ahead }: Field): Expected {
  if (key === 'import' && kept === 'computed') return 'import'
  if (key === 'country' && kept === 'column') return 'country'
  return type === 'date' && ahead ? 'day-ahead' : type
}

const wrongValue = (
  name: string,
  { value, valuePlace }: Term,
  expected: Expected,
  field: Field | null = null,
  part = value,
): FilterProblem => ({
  is: 'value',
  field: name,
  value: part,
  expected,
  choices: field?.choices ?? [],
  nearest: field === null || part === '' ? null : nearestChoice(field, part),
  place: valuePlace,
})

const wrongComparison = (field: string, { comparison, place }: Term, expected: ValueType | 'field'): FilterProblem => ({
  is: 'comparison',
  field,
  comparison,
  expected,
  place,
})

/** `last`, or the number of an operation. */
function readImport(value: string): number | 'last' | null {
  if (/^(last|последний|останній)$/i.test(value)) return 'last'
  return /^\d{1,15}$/.test(value) ? Number(value) : null
}
