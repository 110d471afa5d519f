import { mayNameSegments } from '../domain/filter/parse.js'
import { FilterError, type FilterProblem } from '../domain/filter/tree.js'
import { filterFrom } from '../domain/filter/understand.js'
import type { Filter } from '../domain/filter.js'
import { resolverOf } from '../domain/segments.js'
import { notFound, type Refusal, typedWrongly } from '../errors.js'
import { caretUnder } from '../render/caret.js'
import type { Deps } from '../usecases/deps.js'
import { localNow } from '../usecases/deps.js'
import type { Words } from '../words/en.js'

/** Reads the words of a filter; a mistake is shown with a caret under its place. */
export async function readFilter(deps: Deps, typed: readonly string[]): Promise<Filter> {
  // A whole filter may come as one quoted argument, so spaces inside an argument separate too.
  const source = typed.join(' ').replaceAll('\u2212', '-')
  const segments = resolverOf(mayNameSegments(source) ? await deps.store.segments.all() : [])
  const isPlain = !/[:=<>@]/.test(source)
  const custom = isPlain ? [] : await deps.store.clients.customFields()
  return explained(async () => filterFrom(source, { custom, today: localNow(deps).date, model: deps.model, segments }))
}

/** The same where an empty filter, of a variable that holds nothing, must not stand for everybody. */
export async function readGivenFilter(deps: Deps, typed: readonly string[]): Promise<Filter> {
  if (typed.every((word) => word.trim() === '')) throw noFilter()
  return readFilter(deps, typed)
}

export const noFilter = (): Refusal =>
  typedWrongly(({ filter }) => ({ text: filter.missing, hint: filter.missingHint }))

/** Does something with filters; a mistake in one is told in the user's words. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof FilterError ? filterRefusal(error) : error
  }
}

/** A mistake in a filter as the user is told of it: exit 3 for a segment that is not there, else 2. */
export function filterRefusal({ problem, source, within }: FilterError): Refusal {
  const refuse = problem.is === 'unknown-segment' ? notFound : typedWrongly
  const segment = within.at(-1)
  return refuse((words) => ({
    text: segment === undefined ? said(problem, words) : words.filter.errors.inSegment(segment, said(problem, words)),
    details: caretUnder(source, problem.place),
    hint: hintOf(problem, words),
  }))
}

function said(problem: FilterProblem, { filter: { errors } }: Words): string {
  switch (problem.is) {
    case 'nothing-before':
      return errors.nothingBefore(problem.word)
    case 'nothing-after':
      return errors.nothingAfter(problem.word)
    case 'empty-brackets':
      return errors.emptyBrackets
    case 'unclosed-bracket':
      return errors.unclosedBracket
    case 'stray-bracket':
      return errors.strayBracket
    case 'unclosed':
      return errors.unclosed
    case 'after-quote':
      return errors.afterQuote
    case 'no-field':
      return errors.noField
    case 'no-segment':
      return errors.noSegment
    case 'too-deep':
      return errors.tooDeep
    case 'too-long':
      return errors.tooLong
    case 'unknown-field':
      return errors.unknownField(problem.name, problem.nearest)
    case 'unknown-segment':
      return errors.unknownSegment(problem.name, problem.nearest)
    case 'circle':
      return errors.circle(problem.path)
    case 'backwards':
      return errors.backwards(problem.field, problem.from, problem.to)
    case 'rate':
      return errors.rate(problem.currency, problem.base)
    case 'comparison':
      return errors.comparison(problem.field, problem.comparison, problem.expected)
    case 'value':
      return valueSaid(problem, errors)
  }
}

function valueSaid(
  { field, value, expected, choices, nearest }: Extract<FilterProblem, { is: 'value' }>,
  errors: Words['filter']['errors'],
): string {
  if (value === '') return expected === 'field' ? errors.needsField(field) : errors.needsValue(field)
  if (expected === 'field') return errors.needsField(field)
  return expected === 'choice'
    ? errors.wrongChoice(field, value, choices, nearest)
    : errors.wrongValue(field, value, expected)
}

function hintOf(problem: FilterProblem, { filter }: Words): string {
  switch (problem.is) {
    case 'unknown-segment':
    case 'no-segment':
    case 'circle':
      return filter.segmentHint
    case 'rate':
      return filter.rateHint(problem.currency)
    case 'no-field':
      return filter.quoteHint
    case 'unknown-field':
      // What cannot be the name of a field was meant as text.
      return /^[\p{L}_][\p{L}\p{M}\p{N}_'’ʼ-]*$/u.test(problem.name) ? filter.hint : filter.quoteHint
    default:
      return filter.hint
  }
}
