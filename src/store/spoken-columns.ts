import { sortKey } from '../domain/fold.js'
import type { Mentions } from '../domain/forgetting/mentions.js'
import { foundIn } from './mentioning.js'
import type { Journalled } from './schema.js'
import { NAMES, PLACES, TEXTS } from './texts.js'

type Values = Record<string, unknown>

/**
 * Columns of a journalled row in which somebody is named, with those that say the same. In doubt it counts: what the journal keeps
 * nobody can look at and change by hand.
 */
export function spokenColumns(mentions: Mentions, table: string, rows: readonly Values[]): string[] {
  const { prose = [], fixed = [], same = {} } = TEXTS[table as Journalled] ?? {}
  const speaks = (column: string): boolean =>
    rows.some((row) => {
      const text = row[column]
      return typeof text === 'string' && foundIn(mentions, table, column, text).length > 0
    })
  return [...prose, ...fixed].flatMap((column) => {
    const group = [column, ...(same[column] ?? [])].filter((each) => rows.some((row) => each in row))
    // A namesake's name is their own, and so are its parts.
    const asked = NAMES.has(`${table}.${column}`) && group.includes(column) ? [column] : group
    return asked.some(speaks) ? group : []
  })
}

/** What a removed row keeps in such a column: the text without the mention, or nothing where a text would be none. */
export function leftOf(mentions: Mentions, table: string, column: string, row: Values): string | null {
  const text = row[column]
  if (typeof text !== 'string') return null
  const cut = (each: string): string =>
    mentions.without(each, { all: true, place: PLACES[`${table}.${column}`] ?? 'prose' })
  if (column === 'sort_key') return sortKey(cut(String(row.name ?? '')))
  if (['family_name', 'given_name', 'patronymic', 'items'].includes(column)) return null
  if (table === 'custom_field') {
    if (column === 'choices') return JSON.stringify((JSON.parse(text) as unknown[]).map((each) => cut(String(each))))
    // A key has no room for an ellipsis.
    return column === 'key' ? `field_${String(row.id)}` : cut(text)
  }
  return cut(text)
}
