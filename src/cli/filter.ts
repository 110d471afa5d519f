import { type Filter, FilterError, type FilterProblem, parseFilter, understand } from '../domain/filter.js'
import { typedWrongly } from '../errors.js'
import type { Deps } from '../usecases/deps.js'
import { localNow } from '../usecases/deps.js'
import type { Words } from '../words/en.js'

/** Reads the words of a filter; a mistake is shown with a caret under its place. */
export async function readFilter(deps: Deps, typed: readonly string[]): Promise<Filter> {
  // A whole filter may come as one quoted argument, so spaces inside an argument separate too.
  const source = typed.join(' ').replaceAll('\u2212', '-')
  try {
    const tree = parseFilter(source)
    const custom = /[:=<>]/.test(source) ? await deps.store.clients.customFields() : []
    return understand(tree, source, custom, localNow(deps).date)
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    const { problem } = error
    throw typedWrongly((words) => ({
      text: describe(problem, words),
      details: caret(source, problem),
      hint: words.errors.filterHint,
    }))
  }
}

function describe(problem: FilterProblem, { errors: { filter } }: Words): string {
  switch (problem.is) {
    case 'syntax':
      return filter.syntax
    case 'unclosed':
      return filter.unclosed
    case 'unknown-field':
      return filter.unknownField(problem.name, problem.nearest)
    case 'later-field':
      return filter.laterField(problem.name)
    case 'value':
      return filter.value(problem.field, problem.value, problem.expected, problem.choices)
    case 'segment':
      return filter.segment
    case 'comparison':
      return filter.comparison(problem.field)
  }
}

const caret = (source: string, { place }: FilterProblem): string[] => [
  source,
  `${' '.repeat(place.from)}${'^'.repeat(Math.max(1, place.to - place.from))}`,
]
