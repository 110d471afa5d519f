import { tagKeyOf } from '../text.js'
import { TOUCH_KINDS, type TouchKind } from './touch-kinds.js'

/** How the value of a setting is written. */
export type SettingKind = 'days' | 'count' | 'percent' | 'points' | 'currency' | 'rates' | 'cadences' | 'weights'

/** Days between touches: by key of a tag, and by name of a segment as it was written, without `@`. */
export interface Cadences {
  tags: Record<string, number>
  segments: Record<string, number>
}

/** `1.5`, `1,5` without sign or exponent, or null. */
const plainNumber = (text: string): number | null =>
  /^\d{1,9}([.,]\d{1,6})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null

const DAYS_OF_UNIT: Readonly<Record<string, number>> = {
  ...{ d: 1, w: 7, m: 30, y: 365 },
  ...{ д: 1, н: 7, т: 7, м: 30, г: 365, р: 365 },
}

/** Days of `30`, `30d`, `2w`, `3m`, `1y`, `2т`, `1г`; a month counts 30, a year 365. Null when unreadable or none. */
export function readSpanDays(text: string): number | null {
  const match = /^(\d{1,5})\s*([dwmyднтмгр]?)$/iu.exec(text.trim())
  if (!match) return null
  const days = Number(match[1]) * (DAYS_OF_UNIT[(match[2] ?? '').toLowerCase()] ?? 1)
  return days > 0 && days <= 36_500 ? days : null
}

/** `name=value, name=value`, or null when it is not that. */
function pairs(text: string): [string, string][] | null {
  const found: [string, string][] = []
  for (const part of text.split(/[,;](?!\d)/)) {
    if (part.trim() === '') continue
    if (part.length > 200) return null
    const match = /^\s*(.+?)\s*=\s*(\S+)\s*$/u.exec(part)
    if (!match?.[1] || !match[2]) return null
    found.push([match[1], match[2]])
  }
  return found
}

/** The value of a setting as the model takes it; null when it cannot be read. */
export function readSetting(kind: SettingKind, text: string): unknown {
  switch (kind) {
    case 'days':
      return readSpanDays(text)
    case 'count':
      return /^[1-9]\d{0,4}$/.test(text.trim()) ? Number(text) : null
    case 'percent': {
      const number = plainNumber(text.replace(/%$/, ''))
      return number !== null && number <= 1000 ? number : null
    }
    case 'points': {
      const number = plainNumber(text)
      return number !== null && number > 0 ? number : null
    }
    case 'currency':
      return /^[A-Z]{3}$/i.test(text.trim()) ? text.trim().toUpperCase() : null
    case 'rates': {
      const list = pairs(text)
      if (list === null) return null
      const rates: Record<string, string> = {}
      for (const [code, rate] of list) {
        if (!/^[A-Z]{3}$/i.test(code) || !/^\d{1,9}([.,]\d{1,10})?$/.test(rate) || /^0+([.,]0*)?$/.test(rate))
          return null
        rates[code.toUpperCase()] = rate.replace(',', '.')
      }
      return rates
    }
    case 'cadences': {
      const list = pairs(text)
      if (list === null) return null
      const cadences: Cadences = { tags: {}, segments: {} }
      for (const [name, span] of list) {
        const days = readSpanDays(span)
        if (days === null || name === '@') return null
        if (name.startsWith('@')) cadences.segments[name.slice(1).trim()] = days
        else cadences.tags[tagKeyOf(name)] = days
      }
      return cadences
    }
    case 'weights': {
      const list = pairs(text)
      if (list === null) return null
      const points: Partial<Record<TouchKind, number>> = {}
      for (const [name, value] of list) {
        const kind_ = TOUCH_KINDS.find((each) => each === name.toLowerCase())
        const number = plainNumber(value)
        if (kind_ === undefined || number === null) return null
        points[kind_] = number
      }
      return points
    }
  }
}
