import type { ValueType } from '../fields/field.js'

/** A place in the text of a filter, in characters. */
export interface Place {
  from: number
  to: number
}

export type Comparison = ':' | '=' | '!=' | '>' | '>=' | '<' | '<='

export interface Term {
  is: 'term'
  field: string
  comparison: Comparison
  value: string
  place: Place
  valuePlace: Place
}

/** A filter as it was written. */
export type FilterTree =
  | { is: 'and' | 'or'; parts: FilterTree[] }
  | { is: 'not'; part: FilterTree }
  | { is: 'words'; text: string; place: Place }
  /** `written`: as `segment:name`, which may as well ask for a field of one's own that is called so. */
  | { is: 'segment'; name: string; place: Place; written?: Term }
  | Term

/** What should stand there: a value of a type, a day that lies ahead, the name of a field, or an import. */
export type Expected = ValueType | 'day-ahead' | 'field' | 'import' | 'country'

export type FilterProblem =
  /** `or`, `and` or a closing bracket where a condition should stand. */
  | { is: 'nothing-before'; word: string; place: Place }
  /** The text ends, or a bracket closes, behind a word that joins or negates. */
  | { is: 'nothing-after'; word: string; place: Place }
  | { is: 'empty-brackets' | 'unclosed-bracket' | 'stray-bracket'; place: Place }
  | { is: 'unclosed' | 'after-quote' | 'no-field' | 'no-segment' | 'too-deep' | 'too-long'; place: Place }
  | { is: 'unknown-field'; name: string; nearest: string | null; place: Place }
  | {
      is: 'value'
      field: string
      value: string
      expected: Expected
      choices: readonly string[]
      nearest: string | null
      place: Place
    }
  | { is: 'backwards'; field: string; from: string; to: string; place: Place }
  | { is: 'rate'; currency: string; base: string; place: Place }
  | { is: 'comparison'; field: string; comparison: string; expected: ValueType | 'field'; place: Place }
  | { is: 'unknown-segment'; name: string; nearest: string | null; place: Place }
  | { is: 'circle'; path: readonly string[]; place: Place }

/** Thrown by `parseFilter` and `understand`; carries the place, for a caret under it. */
export class FilterError extends Error {
  constructor(
    readonly problem: FilterProblem,
    readonly source: string,
    /** Names of the segments in whose filter it is, outermost first; the source is then that of the innermost. */
    readonly within: readonly string[] = [],
  ) {
    super(problem.is)
  }
}
