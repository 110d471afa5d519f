import { type Expression, sql } from 'kysely'
import type { Field } from '../../domain/fields/field.js'
import { foldWord, looseText, prefixesOf, wordsOf } from '../../domain/fold.js'
import { HANDLE_KINDS } from '../../domain/handle.js'
import { tagKeyOf } from '../../domain/text.js'
import { looselyMatches, matchingIds } from '../sqlite.js'
import type { Condition, Value } from './parts.js'

/** Every word begins a word of the name or of other text, or begins a contact point. */
export function wordsCondition(text: string): Condition {
  const words = searched(text)
  // Several words are a contact point only where they are a number, written with spaces.
  const isOne = isNumber(text) || !/\s/.test(text.trim())
  const points = isOne ? pointsBeginning(text) : null
  if (words.length === 0) return points === null ? sql<boolean>`false` : sql<boolean>`client.id in (${points})`
  return points === null
    ? sql<boolean>`client.id in ${matchingIds(words, 'all')}`
    : sql<boolean>`client.id in ${matchingIds(words, 'all', points)}`
}

const isNumber = (text: string): boolean => /^[+\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 3

/** The beginnings that the words of a text are searched by. */
const searched = (text: string): string[][] =>
  wordsOf(text)
    .map(prefixesOf)
    .filter((alternatives) => alternatives.length > 0)

/** Clients with a phone, e-mail or handle that begins like this; null for what is too short to look for. */
function pointsBeginning(text: string): Expression<unknown> | null {
  const value = looseText(text).replace(/^@/, '')
  const digits = text.replace(/\D/g, '')
  const beginnings = isNumber(text)
    ? [`+${digits}`, digits, `+7${digits}`, `+7${digits.slice(1)}`, `+380${digits}`, `+38${digits}`]
    : [value]
  const usable = beginnings.filter((each) => each.length > 1)
  if (usable.length === 0) return null
  const column = sql.ref<string>('contact_point.value')
  const ranges = usable.map((each) => sql<boolean>`(${column} >= ${each} and ${column} < ${`${each}\uffff`})`)
  return sql`select client_id from contact_point where ${sql.join(ranges, sql` or `)}`
}

/** Clients in whose name every word begins a word; none when there is no word in it. */
function named(text: string): Expression<unknown> {
  const words = searched(text)
  return words.length === 0 ? sql`(select id from client where false)` : matchingIds(words, 'name')
}

/** A text that a field holds, whole or at the beginning of a word; case, ё/е and the like set aside. */
export function textCondition(field: Field, value: string, mode: 'whole' | 'words', column: Value): Condition {
  if (field.key === 'name' && mode === 'words') return sql<boolean>`client.id in ${named(value)}`
  switch (field.kept) {
    case 'points':
      return sql<boolean>`client.id in (select client_id from contact_point where kind = ${field.key} and value in (${sql.join(pointValues(field, value))}))`
    case 'tags':
      return sql<boolean>`client.id in (select client_id from client_tag where tag_key = ${tagKeyOf(value)})`
    case 'relation':
      return relationCondition(field, value, mode)
    default:
      return searchedFirst(field, value, mode, looselyMatches(column, value, mode))
  }
}

/**
 * Names and notes are in the search, which finds the few that can hold a text at all far sooner than comparing them one by
 * one would; what it finds too much is left to the comparison.
 */
function searchedFirst({ key }: Field, value: string, mode: 'whole' | 'words', exact: Condition): Condition {
  if (key !== 'name' && key !== 'note') return exact
  const words = wordsOf(value)
  const stems = words.map((word, index) =>
    foldWord(mode === 'words' && index === words.length - 1 ? certainPart(word) : word),
  )
  const usable = stems.filter((stem) => stem.length > 1)
  return usable.length === 0
    ? exact
    : sql<boolean>`(client.id in ${matchingIds(
        usable.map((stem) => [stem]),
        key === 'name' ? 'name' : 'all',
      )} and ${exact})`
}

/** The beginning of a word without the letters that the ones behind them may change the folding of: `s` before `h`, «и» before «я». */
export const certainPart = (word: string): string => word.slice(0, 100).replace(/[sctzkpyjiиіїйыьъ]+$/iu, '')

/** The values under which a phone, an address or a handle may be kept that was typed like this. */
function pointValues({ key }: Field, typed: string): string[] {
  const value = looseText(typed).replace(/^@/, '')
  if (key !== 'phone' && !(HANDLE_KINDS as readonly string[]).includes(key)) return [value, typed]
  const digits = typed.replace(/\D/g, '')
  return [value, typed, `+${digits}`, digits, `+7${digits.slice(1)}`, `+38${digits}`]
}

function relationCondition({ key }: Field, value: string, mode: 'whole' | 'words'): Condition {
  if (key === 'role')
    return sql<boolean>`client.id in (select client_id from relation where ${looselyMatches(sql.ref('relation.role'), value, mode)})`
  const whole = sql`(select id from client where ${looselyMatches(sql.ref('client.name'), value, 'whole')})`
  const others = mode === 'words' ? named(value) : whole
  if (key === 'referred_by') return sql<boolean>`client.referred_by in ${others}`
  return sql<boolean>`client.id in (select client_id from relation where company_id in ${others})`
}
