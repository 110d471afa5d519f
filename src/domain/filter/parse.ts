import { isQuoted, type Token, tokensOf, unquote } from './tokens.js'
import { type Comparison, FilterError, type FilterProblem, type FilterTree, type Term } from './tree.js'

/** Deeper nesting than any hand types; it keeps the parser's own stack small. */
export const DEEPEST = 200

const TERM = /^([\p{L}_][\p{L}\p{M}\p{N}_'’ʼ-]*)(!=|:?[<>]=?|[:=])(.*)$/su
const SEGMENT_FIELDS = new Set(['segment', 'сегмент'])

/** Parses a filter; throws `FilterError` with the place of the first problem. Empty text is an empty `and`. */
export function parseFilter(source: string): FilterTree {
  const list = tokensOf(source)
  return list.length === 0 ? { is: 'and', parts: [] } : new Reader(source, list).read()
}

class Reader {
  #at = 0
  #depth = 0

  constructor(
    readonly source: string,
    readonly list: readonly Token[],
  ) {}

  read(): FilterTree {
    const tree = this.#alternatives()
    const left = this.list[this.#at]
    if (left) throw this.#error({ is: 'stray-bracket', place: left.place })
    return tree
  }

  #error = (problem: FilterProblem): FilterError => new FilterError(problem, this.source)

  #next = (): Token | undefined => this.list[this.#at]

  #alternatives(): FilterTree {
    const parts = [this.#conditions()]
    while (this.#next()?.is === 'or') {
      this.#at += 1
      parts.push(this.#conditions())
    }
    return joined('or', parts)
  }

  #conditions(): FilterTree {
    const parts = [this.#condition()]
    for (let token = this.#next(); token && token.is !== 'or' && token.is !== ')'; token = this.#next()) {
      if (token.is === 'and') this.#at += 1
      parts.push(this.#condition())
    }
    return joined('and', withoutSigns(parts, this.source))
  }

  #condition(): FilterTree {
    const token = this.#next()
    if (token === undefined || token.is === ')' || token.is === 'or' || token.is === 'and') throw this.#missing(token)
    this.#at += 1
    if (token.is === 'piece') return readPiece(token, this.source)
    this.#depth += 1
    if (this.#depth > DEEPEST) throw this.#error({ is: 'too-deep', place: token.place })
    const tree: FilterTree = token.is === 'not' ? { is: 'not', part: this.#condition() } : this.#brackets(token)
    this.#depth -= 1
    return tree
  }

  #brackets(opening: Token): FilterTree {
    if (this.#next()?.is === ')')
      throw this.#error({ is: 'empty-brackets', place: { from: opening.place.from, to: this.#next()?.place.to ?? 0 } })
    const inner = this.#alternatives()
    if (this.#next()?.is !== ')') throw this.#error({ is: 'unclosed-bracket', place: opening.place })
    this.#at += 1
    return inner
  }

  /** Nothing stands where a condition should: the word before it, or the one in its place, is to blame. */
  #missing(found: Token | undefined): FilterError {
    const before = this.list[this.#at - 1]
    if (before && before.is !== '(' && before.is !== 'piece' && before.is !== ')')
      return this.#error({ is: 'nothing-after', word: before.text, place: before.place })
    if (found === undefined)
      return before
        ? this.#error({ is: 'unclosed-bracket', place: before.place })
        : this.#error({ is: 'nothing-after', word: '', place: { from: 0, to: 1 } })
    return found.is === ')'
      ? this.#error({ is: 'stray-bracket', place: found.place })
      : this.#error({ is: 'nothing-before', word: found.text, place: found.place })
  }
}

/**
 * The sign between the words of «Johnson & Johnson» or «Рога — Копыта» is nothing to search for. Elsewhere it stays: who
 * writes `- tag:vip` must not get the opposite.
 */
function withoutSigns(parts: FilterTree[], source: string): FilterTree[] {
  const isSign = (part: FilterTree): boolean =>
    part.is === 'words' && /^[\p{Pd}&+/·•\u2212]+$/u.test(source.slice(part.place.from, part.place.to))
  const isWords = (part: FilterTree | undefined): boolean => part?.is === 'words'
  return parts.filter((part, at) => !isSign(part) || !isWords(parts[at - 1]) || !isWords(parts[at + 1]))
}

const joined = (is: 'and' | 'or', parts: FilterTree[]): FilterTree =>
  parts.length === 1 && parts[0] ? parts[0] : { is, parts }

function readPiece({ text, place }: Token, source: string): FilterTree {
  if (isQuoted(text)) return { is: 'words', text: unquote(text), place }
  if (text.startsWith('@')) {
    const name = unquote(text.slice(1))
    if (name.trim() === '') throw new FilterError({ is: 'no-segment', place }, source)
    return { is: 'segment', name, place }
  }
  const match = TERM.exec(text)
  // Addresses are searched for; a name that is no field must be said, not searched for.
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return { is: 'words', text, place }
  if (!match) {
    const sign = text.search(/[:=<>]/)
    if (sign < 0) return { is: 'words', text, place }
    const at = place.from + (text[sign - 1] === '!' && text[sign] === '=' ? sign - 1 : sign)
    if (at === place.from) throw new FilterError({ is: 'no-field', place: { from: at, to: at + 1 } }, source)
    const name = source.slice(place.from, at)
    throw new FilterError({ is: 'unknown-field', name, nearest: null, place: { from: place.from, to: at } }, source)
  }
  const [, field = '', comparison = ':', value = ''] = match
  const valuePlace = { from: place.from + field.length + comparison.length, to: place.to }
  if (SEGMENT_FIELDS.has(field.toLowerCase())) return readSegment(field, comparison, value, place, valuePlace, source)
  // `field:>5` is how it is said elsewhere.
  const sign = comparison.replace(/^:(?=.)/, '') as Comparison
  return { is: 'term', field, comparison: sign, value: unquote(value), place, valuePlace }
}

function readSegment(
  field: string,
  comparison: string,
  value: string,
  place: Token['place'],
  valuePlace: Token['place'],
  source: string,
): FilterTree {
  if (!/^(?:!?=|:)$/.test(comparison))
    throw new FilterError({ is: 'comparison', field: field.toLowerCase(), comparison, expected: 'text', place }, source)
  const name = unquote(value).replace(/^@/, '')
  if (name.trim() === '') throw new FilterError({ is: 'no-segment', place }, source)
  const written: Term = { is: 'term', field, comparison: ':', value: unquote(value), place, valuePlace }
  const segment: FilterTree = { is: 'segment', name, place: valuePlace, written }
  return comparison === '!=' ? { is: 'not', part: segment } : segment
}

/** Does a filter's text name segments? Quick, and sometimes yes when it does not. */
export const mayNameSegments = (source: string): boolean => /@|segment|сегмент/i.test(source)
