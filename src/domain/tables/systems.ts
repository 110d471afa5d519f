import { normaliseHeader } from './headers.js'
import { SIGNATURES, type System } from './signatures.js'

/** The program that a header tells of, or null. */
export function systemOf(headers: readonly string[]): System | null {
  const names = new Set(headers.map(normaliseHeader))
  return (
    SIGNATURES.find(
      ({ needs, lacks }) => needs.every((name) => names.has(name)) && !lacks?.some((name) => names.has(name)),
    ) ?? null
  )
}
