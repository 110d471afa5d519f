import { STATUSES } from '../domain/client.js'
import { filterFrom } from '../domain/filter/understand.js'
import { READY_MADE, resolverOf } from '../domain/segments.js'
import { WARMTHS } from '../domain/standing/dealings.js'
import { FREQUENCIES, RHYTHMS } from '../domain/standing/standing.js'
import { type Deps, localNow } from './deps.js'

/** A part of the base. */
export interface Share {
  key: string
  clients: number
  /** Whole per cent of all clients, adding up to 100; null in an empty base. */
  percent: number | null
}

/** What the base consists of, and how much of it needs care. */
export interface BaseShares {
  clients: number
  warmth: Share[]
  frequency: Share[]
  status: Share[]
  rhythm: Share[]
  /** Ready-made segments that ask for care, by their keys. */
  care: { key: string; clients: number }[]
}

const GROUPS = {
  warmth: [...WARMTHS].reverse(),
  frequency: [...FREQUENCIES].reverse(),
  status: STATUSES,
  rhythm: [...RHYTHMS.filter((each) => each !== 'none'), 'none'],
} as const

const CARE = ['slipping', 'sleeping', 'over-touched', 'never-contacted', 'no-phone', 'no-email', 'unverified']

/** The shares of the base by warmth, frequency, status and rhythm, all in one question. */
export async function baseShares(deps: Deps): Promise<BaseShares> {
  const context = { custom: [], today: localNow(deps).date, model: deps.model, segments: resolverOf([]) }
  const groups = Object.entries(GROUPS) as [keyof typeof GROUPS, readonly string[]][]
  const texts = ['', ...groups.flatMap(([field, keys]) => keys.map((key) => `${field}:${key}`)), ...careFilters()]
  const sizes = await deps.store.segments.sizes(texts.map((text) => filterFrom(text, context)))
  const next = (): number => sizes.shift() ?? 0
  const clients = next()
  const shares = (keys: readonly string[]): Share[] => withPercent(keys.map((key) => ({ key, clients: next() })))
  return {
    clients,
    warmth: shares(GROUPS.warmth),
    frequency: shares(GROUPS.frequency),
    status: shares(GROUPS.status),
    rhythm: shares(GROUPS.rhythm),
    care: CARE.map((key) => ({ key, clients: next() })),
  }
}

const careFilters = (): string[] => CARE.map((key) => READY_MADE.find((each) => each.key === key)?.filter ?? '')

/** Whole per cent that add up to 100: what rounding down leaves goes to the largest remainders. */
export function withPercent(parts: readonly { key: string; clients: number }[]): Share[] {
  const all = parts.reduce((sum, { clients }) => sum + clients, 0)
  if (all === 0) return parts.map((part) => ({ ...part, percent: null }))
  const floors = parts.map(({ clients }) => Math.floor((clients * 100) / all))
  let left = 100 - floors.reduce((sum, each) => sum + each, 0)
  const byRemainder = parts.map(({ clients }, index) => ({ index, rest: (clients * 100) % all }))
  for (const { index, rest } of byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0 || rest === 0) break
    floors[index] = (floors[index] ?? 0) + 1
    left -= 1
  }
  return parts.map((part, index) => ({ ...part, percent: floors[index] ?? 0 }))
}
