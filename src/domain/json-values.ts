import { isCivilDate } from './calendar.js'
import { cleanText } from './text.js'

/** Values of JSON that nobody vouches for: what is of another kind is null, or left out. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
export const text = (value: unknown): string | null =>
  typeof value === 'string' && cleanText(value) !== '' ? cleanText(value) : null
export const instant = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) ? value : null
export const day = (value: unknown): string | null => (typeof value === 'string' && isCivilDate(value) ? value : null)
export const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null
