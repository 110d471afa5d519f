import type { Draft, RowProblem } from './draft.js'

/** How many letters a value may have at most, whichever way it comes in. Nothing that anybody typed by hand comes near. */
export const LIMITS = {
  /** Values of one line: names, towns, numbers, labels, tags. */
  line: 1_000,
  /** Texts: notes, values of fields of one's own, what was said. */
  text: 1_000_000,
} as const

/** Fields that hold texts; all others are lines. */
const TEXTS: ReadonlySet<string> = new Set(['note'])

export const limitOf = (field: string): number => (TEXTS.has(field) ? LIMITS.text : LIMITS.line)

/** NUL and half a letter: the database would keep other text than it was given. */
export const hasBrokenSigns = (text: string): boolean => /[\0\ud800-\udfff]/u.test(text)

/** The same of JSON, in which such signs are written out. */
export const hasBrokenEscapes = (json: string): boolean =>
  json.includes('\\u') && /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/.test(json)

/** What in a client that was read is longer than it may be; null for nothing. */
export function tooLong({ name, values, points, tags, companies, custom, dates }: Draft): RowProblem | null {
  if (name.length > LIMITS.line) return problem('name', name)
  for (const key in values) {
    const value = values[key as keyof typeof values]
    if (value !== null && value.length > LIMITS.line && value.length > limitOf(key)) return problem(key, value)
  }
  for (const { kind, typed, label } of points)
    if (typed.length > LIMITS.line || (label?.length ?? 0) > LIMITS.line) return problem(kind, typed)
  for (const tag of tags) if (tag.length > LIMITS.line) return problem('tag', tag)
  for (const { name: company, role } of companies) {
    if (company.length > LIMITS.line) return problem('company', company)
    if ((role?.length ?? 0) > LIMITS.line) return problem('role', role ?? '')
  }
  for (const { occasion, who } of dates)
    if (occasion.length > LIMITS.line || (who?.length ?? 0) > LIMITS.line) return problem('date', who ?? occasion)
  for (const { key, value } of custom) {
    if (key.length > LIMITS.line) return problem('custom', key)
    if (value.length > LIMITS.text) return problem(key, value, LIMITS.text)
  }
  return null
}

const problem = (field: string, value: string, most = limitOf(field)): RowProblem => ({
  code: 'too-long',
  field,
  length: value.length,
  most,
})
