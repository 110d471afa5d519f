import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { addDays, type CivilDate } from '../domain/calendar.js'
import type { Field } from '../domain/fields.js'
import type { Filter } from '../domain/filter.js'
import { foldWord, looseText, prefixesOf, wordsOf } from '../domain/fold.js'
import { HANDLE_KINDS } from '../domain/handle.js'
import { tagKeyOf } from '../domain/text.js'
import type { Schema } from './schema.js'
import { looselyMatches, matchingIds } from './sqlite.js'

type Builder = ExpressionBuilder<Schema, 'client'>
type Condition = Expression<SqlBool>

const COLUMN_OF: Record<string, string> = { verified: 'verified_at', created: 'created_at', updated: 'updated_at' }

const column = (field: Field): Expression<unknown> => sql.ref(`client.${COLUMN_OF[field.key] ?? field.key}`)

/** The one translation of a filter to SQL. */
export function conditionOf(eb: Builder, filter: Filter, today: CivilDate): Condition {
  switch (filter.is) {
    case 'and':
      return eb.and(filter.parts.map((part) => conditionOf(eb, part, today)))
    case 'or':
      return eb.or(filter.parts.map((part) => conditionOf(eb, part, today)))
    case 'not':
      return sql<boolean>`not coalesce(${conditionOf(eb, filter.part, today)}, 0)`
    case 'words':
      return wordsCondition(filter.text)
    case 'has':
      return hasCondition(filter.field)
    case 'text':
      return textCondition(filter.field, filter.value, filter.mode)
    case 'choice':
      return filter.field.kept === 'custom'
        ? customCondition(filter.field, (value) => sql<boolean>`${value} = ${filter.value}`)
        : sql<boolean>`${column(filter.field)} = ${filter.value}`
    case 'yes-no':
      if (filter.field.key === 'archived') return eb('client.archived_at', filter.value ? 'is not' : 'is', null)
      if (filter.field.kept === 'custom')
        return customCondition(filter.field, (value) => sql<boolean>`${value} = ${filter.value ? 'yes' : 'no'}`)
      return sql<boolean>`${column(filter.field)} = ${filter.value ? 1 : 0}`
    case 'range':
      return rangeCondition(filter.field, filter.from, filter.to, today)
    case 'import':
      return importCondition(filter.operation)
  }
}

/** Tables whose new rows tell of the client they belong to. */
const OF_CLIENTS = ['contact_point', 'relation', 'anniversary', 'contact', 'promise', 'client_tag', 'custom_value']

function importCondition(operation: number | 'last' | 'any'): Condition {
  const imports = sql`select id from operation where state = 'done' and (command = 'import' or command like 'import %')`
  const wanted =
    operation === 'any'
      ? imports
      : operation === 'last'
        ? sql`select max(id) from (${imports}) as imports`
        : sql`select id from (${imports}) as imports where id = ${operation}`
  const changes = (table: string) =>
    sql`change.operation_id in (${wanted}) and change.action = 'insert' and change.table_name = ${table}`
  const parts = [
    sql`select made.id from change join client as made on made.id between change.first_id and change.last_id where ${changes('client')}`,
    sql`select change.client_id from change where change.operation_id in (${wanted}) and change.client_id is not null`,
    ...OF_CLIENTS.map(
      (table) =>
        sql`select made.client_id from change join ${sql.table(table)} as made on made.id between change.first_id and change.last_id where ${changes(table)}`,
    ),
  ]
  return sql<boolean>`client.id in (${sql.join(parts, sql` union `)})`
}

/** Does the filter say which archived clients it wants? Otherwise they stay out. */
export function speaksOfArchive(filter: Filter): boolean {
  if (filter.is === 'and' || filter.is === 'or') return filter.parts.some(speaksOfArchive)
  if (filter.is === 'not') return speaksOfArchive(filter.part)
  return 'field' in filter && filter.field.key === 'archived'
}

/** Every word begins a word of the name or of other text, or begins a contact point. */
export function wordsCondition(text: string): Condition {
  const pointLike = /[@.\d_]/.test(text) && !/\s/.test(text.trim())
  const words = wordsOf(text)
    .map(prefixesOf)
    .filter((alternatives) => alternatives.length > 0)
  const points = pointsBeginning(text)
  if (words.length === 0) return points === null ? sql<boolean>`0` : sql<boolean>`client.id in (${points})`
  if (points === null || (words.length > 1 && !pointLike))
    return sql<boolean>`client.id in ${matchingIds(words, 'all')}`
  return sql<boolean>`client.id in ${matchingIds(words, 'all', points)}`
}

/** Clients with a phone, e-mail or handle that begins like this; null for what is too short to look for. */
function pointsBeginning(text: string): Expression<unknown> | null {
  const value = looseText(text).replace(/^@/, '')
  const digits = text.replace(/\D/g, '')
  const isNumber = /^[+\d\s().-]+$/.test(text) && digits.length >= 3
  const beginnings = isNumber
    ? [`+${digits}`, digits, `+7${digits}`, `+7${digits.slice(1)}`, `+380${digits}`, `+38${digits}`]
    : [value]
  const usable = beginnings.filter((each) => each.length > 1)
  if (usable.length === 0) return null
  const column_ = sql.ref<string>('contact_point.value')
  const ranges = usable.map((each) => sql<boolean>`(${column_} >= ${each} and ${column_} < ${`${each}\uffff`})`)
  return sql`select client_id from contact_point where ${sql.join(ranges, sql` or `)}`
}

function pointExists(field: Field): Expression<unknown> {
  return sql`(select 1 from contact_point where contact_point.client_id = client.id and contact_point.kind = ${field.key})`
}

function hasCondition(field: Field): Condition {
  switch (field.kept) {
    case 'points':
      return sql<boolean>`exists ${pointExists(field)}`
    case 'tags':
      return sql<boolean>`exists (select 1 from client_tag where client_tag.client_id = client.id)`
    case 'dates':
      return sql<boolean>`exists (select 1 from anniversary where anniversary.client_id = client.id and occasion = 'birthday' and who is null)`
    case 'relation':
      if (field.key === 'referred_by') return sql<boolean>`client.referred_by is not null`
      return field.key === 'role'
        ? sql<boolean>`exists (select 1 from relation where relation.client_id = client.id and role is not null)`
        : sql<boolean>`exists (select 1 from relation where relation.client_id = client.id)`
    case 'custom':
      return customCondition(field, () => sql<boolean>`1`)
    case 'computed':
      return field.key === 'archived'
        ? sql<boolean>`client.archived_at is not null`
        : sql<boolean>`exists (select 1 from contact where contact.client_id = client.id)`
    default:
      return field.type === 'yes-no'
        ? sql<boolean>`${column(field)} = 1`
        : sql<boolean>`(${column(field)} is not null and ${column(field)} <> '')`
  }
}

function textCondition(field: Field, value: string, mode: 'whole' | 'words'): Condition {
  if (field.key === 'name' && mode === 'words') {
    const words = wordsOf(value).map(prefixesOf)
    return words.length === 0 ? sql<boolean>`0` : sql<boolean>`client.id in ${matchingIds(words, 'name')}`
  }
  switch (field.kept) {
    case 'points': {
      const handle = looseText(value).replace(/^@/, '')
      const digits = value.replace(/\D/g, '')
      const wanted =
        field.key === 'phone' || (HANDLE_KINDS as readonly string[]).includes(field.key)
          ? [handle, `+${digits}`, digits, `+7${digits.slice(1)}`, `+38${digits}`, value]
          : [handle, value]
      return sql<boolean>`client.id in (select client_id from contact_point where kind = ${field.key} and value in (${sql.join(wanted)}))`
    }
    case 'tags':
      return sql<boolean>`client.id in (select client_id from client_tag where tag_key = ${tagKeyOf(value)})`
    case 'relation': {
      if (field.key === 'role')
        return sql<boolean>`client.id in (select client_id from relation where ${looselyMatches(sql.ref('relation.role'), value, mode)})`
      const words = wordsOf(value).map((word) => [foldWord(word)])
      const ids = words.length === 0 ? sql`(select 0)` : matchingIds(words, 'name')
      if (field.key === 'referred_by') return sql<boolean>`client.referred_by in ${ids}`
      return sql<boolean>`client.id in (select client_id from relation where company_id in ${ids})`
    }
    case 'custom':
      return customCondition(field, (own) => looselyMatches(own, value, mode))
    default:
      return looselyMatches(column(field), value, mode)
  }
}

function customCondition(field: Field, test: (value: Expression<unknown>) => Condition): Condition {
  return sql<boolean>`exists (select 1 from custom_value join custom_field on custom_field.id = custom_value.field_id
    where custom_value.client_id = client.id and custom_field.key = ${field.key} and ${test(sql.ref('custom_value.value'))})`
}

type Bound = string | number | null

function between(value: Expression<unknown>, from: Bound, to: Bound): Condition {
  // A day or month as upper bound takes in everything that begins with it.
  const upper = typeof to === 'string' ? `${to}\uffff` : to
  const parts = [
    ...(from === null ? [] : [sql<boolean>`${value} >= ${from}`]),
    ...(upper === null ? [] : [sql<boolean>`${value} <= ${upper}`]),
  ]
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** `1985-03-14` as 19850314. */
const dayNumber = (bound: Bound): number | null =>
  typeof bound === 'string' ? Number(bound.replaceAll('-', '')) : null

function rangeCondition(field: Field, from: Bound, to: Bound, today: CivilDate): Condition {
  if (field.key === 'birthday' && (typeof from === 'string' || typeof to === 'string')) {
    const born = between(
      sql`year * 10000 + cast(replace(month_day, '-', '') as integer)`,
      dayNumber(from),
      dayNumber(to),
    )
    return sql<boolean>`client.id in (select client_id from anniversary where occasion = 'birthday' and who is null and year is not null and ${born})`
  }
  if (field.key === 'birthday') {
    const first = Math.max(0, Number(from ?? 0))
    const last = Math.min(366, Number(to ?? 366))
    const days: string[] = []
    for (let offset = Math.round(first); offset <= last; offset += 1) {
      const date = addDays(today, offset)
      days.push(date.slice(5))
      if (date.slice(5) === '02-28') days.push('02-29')
    }
    if (days.length === 0) return sql<boolean>`0`
    return sql<boolean>`client.id in (select client_id from anniversary where occasion = 'birthday' and who is null and month_day in (${sql.join(days)}))`
  }
  if (field.key === 'contacts')
    return between(sql`(select count(*) from contact where contact.client_id = client.id)`, from, to)
  if (field.key === 'last')
    return between(sql`(select max(at) from contact where contact.client_id = client.id)`, from, to)
  if (field.kept === 'custom')
    return customCondition(field, (value) =>
      between(field.type === 'date' ? value : sql`cast(${value} as real)`, from, to),
    )
  return between(column(field), from, to)
}
