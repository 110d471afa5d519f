import type { Words } from './words/en.js'

/** The exit codes of the surface that an error can end in. */
export type ErrorExit = 1 | 2 | 3 | 4 | 5 | 7 | 130

export interface Complaint {
  /** What happened, in one sentence. */
  text: string
  /** Lines shown below it: candidates, conflicts, a caret under the place. */
  details?: string[]
  /** What to do next. */
  hint?: string
}

/** Something a user can cause and mend. It is said in the user's language where the program ends, in one place. */
export class Refusal extends Error {
  constructor(
    readonly exit: ErrorExit,
    readonly say: (words: Words) => Complaint | string,
  ) {
    super(`refused with exit code ${exit}`)
    this.name = 'Refusal'
  }
}

/** Verbs are bundles of their own with a copy of the class each, so a refusal is known by its name. */
export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Refusal'

export const failed = (say: Refusal['say']): Refusal => new Refusal(1, say)
export const typedWrongly = (say: Refusal['say']): Refusal => new Refusal(2, say)
export const notFound = (say: Refusal['say']): Refusal => new Refusal(3, say)
export const ambiguous = (say: Refusal['say']): Refusal => new Refusal(4, say)
export const refused = (say: Refusal['say']): Refusal => new Refusal(5, say)
export const busy = (say: Refusal['say']): Refusal => new Refusal(7, say)
export const cancelled = (): Refusal => new Refusal(130, (words) => words.errors.cancelled)
