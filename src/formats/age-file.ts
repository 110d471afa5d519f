/** How a file that age has encrypted begins, and one of them in letters (armor). */
export const AGE_BEGINNINGS = ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----'] as const

/** What the name of an encrypted file ends in. */
export const AGE_ENDING = '.age'

/** Whether the first bytes are those of a file that age has encrypted; the library is not needed for this. */
export function looksSealed(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 2048)).toString('latin1')
  return AGE_BEGINNINGS.some((beginning) => (beginning.startsWith('-') ? text.trimStart() : text).startsWith(beginning))
}

export type AgeProblem =
  | 'not-age'
  /** Cut off, changed, or with a header that is none. */
  | 'damaged'
  | 'wrong-passphrase'
  | 'wrong-identity'
  /** Opening it would take more memory and time than any honest file asks for. */
  | 'too-hard'
  | 'bad-recipient'
  | 'bad-identity'

const NAME = 'AgeError'

/** Says why something could not be sealed or opened, and never with what. */
export class AgeError extends Error {
  override readonly name = NAME

  constructor(readonly problem: AgeProblem) {
    super(problem)
  }
}

/** The format is a part of its own with a copy of the class, so the class is known by its name. */
export const isAgeError = (error: unknown): error is AgeError => error instanceof Error && error.name === NAME
