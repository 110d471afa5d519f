import type { CivilDate } from './calendar.js'
import type { Field } from './fields/field.js'

/*
 * A filter goes through three forms: the text, the tree of what was written (filter/parse), and what is meant by it, here
 * (filter/understand). The store translates the last one; a test evaluates it in plain code and compares.
 */

/** A filter that has been understood: every field known, every value of its type, segments replaced by what they say. */
export type Filter =
  /** Without parts, `and` is everybody and `or` nobody. */
  | { is: 'and' | 'or'; parts: Filter[] }
  | { is: 'not'; part: Filter }
  /** Bare words: each begins a word of the name, of the note or of a company's name, or it begins a contact point. */
  | { is: 'words'; text: string }
  /** Something is there; of a computed number: it is not zero; of a choice: it is not `none`. */
  | { is: 'has'; field: Field }
  | { is: 'text'; field: Field; value: string; mode: 'whole' | 'words' }
  | { is: 'choice'; field: Field; value: string }
  | { is: 'yes-no'; field: Field; value: boolean }
  | NumberRange
  | DayRange
  /** Days until the birthday comes round, today being 0; with `from` behind `to` it runs over the turn of the year. */
  | { is: 'birthday'; from: number; to: number }
  /** Sums of a field of one's own, each in a currency of its own, compared in minor units of the base currency. */
  | { is: 'sum'; field: Field; from: number | null; to: number | null; worth: Worth }
  /** An address of these kinds is also that of a client, be it in the archive, who refuses the channel; nobody can write this. */
  | { is: 'refused-address'; channel: string; kinds: readonly string[] }
  /** Made or completed by an import: the last one, one of them, or any. */
  | { is: 'import'; operation: number | 'last' | 'any' }

/** Both ends belong to it unless it is `open`. Money is in minor units of the base currency, durations in days. */
export interface NumberRange {
  is: 'number'
  field: Field
  from: number | null
  to: number | null
  open: boolean
}

/** Whole days of the user's zone; both ends belong to it. */
export interface DayRange {
  is: 'days'
  field: Field
  from: CivilDate | null
  to: CivilDate | null
}

/** Minor units of the base currency that one of a currency is worth, by its code. */
export type Worth = Readonly<Record<string, number>>
