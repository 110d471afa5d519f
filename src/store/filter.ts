import { sql } from 'kysely'
import type { Moment } from '../domain/calendar.js'
import type { Field } from '../domain/fields/field.js'
import type { DayRange, Filter, NumberRange } from '../domain/filter.js'
import { hasInForce, inForce, sharesRefusedAddress } from './filter/consent.js'
import { customCondition, customNumber, customSum } from './filter/custom.js'
import { birthdayWithin, bornWithin, dueWithin, hasBirthday, hasDue, importedBy, silentWithin } from './filter/found.js'
import { type Condition, combined, dateWithin, instantWithin, not, numberWithin, type Value } from './filter/parts.js'
import { hasStanding, standingChoice, standingDays, standingNumber } from './filter/standing.js'
import { textCondition, wordsCondition } from './filter/text.js'
import { looselyMatches } from './sqlite.js'

const COLUMN_OF: Readonly<Record<string, string>> = {
  verified: 'verified_at',
  created: 'created_at',
  updated: 'updated_at',
}

/** Columns that hold instants; all other days are kept as dates. */
const INSTANTS = new Set(['created', 'updated'])

const column = ({ key }: Field): Value =>
  sql.ref(`client.${Object.hasOwn(COLUMN_OF, key) ? (COLUMN_OF[key] ?? key) : key}`)

/**
 * The one translation of a filter to SQL. It stands where `client` is joined from the left with `standing`: one pass over
 * both is quicker than a set of ids for each condition.
 */
export function conditionOf(filter: Filter, moment: Moment): Condition {
  switch (filter.is) {
    case 'and':
    case 'or':
      return combined(
        filter.is,
        filter.parts.map((part) => conditionOf(part, moment)),
      )
    case 'not':
      return not(conditionOf(filter.part, moment))
    case 'words':
      return wordsCondition(filter.text)
    case 'has':
      return hasCondition(filter.field, moment)
    case 'text':
      return filter.field.kept === 'custom'
        ? customCondition(filter.field, (own) => looselyMatches(own, filter.value, filter.mode))
        : textCondition(filter.field, filter.value, filter.mode, column(filter.field))
    case 'choice':
      return choiceCondition(filter.field, filter.value, moment)
    case 'yes-no':
      return yesNoCondition(filter.field, filter.value)
    case 'number':
      return numberCondition(filter, moment)
    case 'sum':
      return customSum(filter.field, filter)
    case 'days':
      return daysCondition(filter, moment)
    case 'birthday':
      return birthdayWithin(filter, moment)
    case 'import':
      return importedBy(filter.operation)
    case 'refused-address':
      return sharesRefusedAddress(filter.channel, filter.kinds)
  }
}

/** The same for a query that has `client` alone. */
export const clientPasses = (filter: Filter, moment: Moment): Condition =>
  sql<boolean>`client.id in (select client.id from client left join standing on standing.client_id = client.id
    where ${conditionOf(filter, moment)})`

/** Does the filter say which archived clients it wants? Otherwise they stay out. */
export function speaksOfArchive(filter: Filter): boolean {
  if (filter.is === 'and' || filter.is === 'or') return filter.parts.some(speaksOfArchive)
  if (filter.is === 'not') return speaksOfArchive(filter.part)
  return 'field' in filter && filter.field.key === 'archived' && filter.field.kept === 'computed'
}

/** Does the filter ask for anything computed, so that the standings must stand beside the clients? */
export function readsStanding(filter: Filter): boolean {
  if (filter.is === 'and' || filter.is === 'or') return filter.parts.some(readsStanding)
  if (filter.is === 'not') return readsStanding(filter.part)
  return 'field' in filter && (filter.field.kept === 'standing' || filter.field.key === 'silent')
}

function choiceCondition(field: Field, choice: string, moment: Moment): Condition {
  if (field.kept === 'custom') return customCondition(field, (own) => sql<boolean>`${own} = ${choice}`)
  if (field.kept === 'computed') return inForce(field.key, choice)
  return field.kept === 'standing' ? standingChoice(field, choice, moment) : sql<boolean>`${column(field)} = ${choice}`
}

function yesNoCondition(field: Field, value: boolean): Condition {
  if (field.kept === 'custom') return customCondition(field, (own) => sql<boolean>`${own} = ${value ? 'yes' : 'no'}`)
  if (field.kept === 'computed')
    return value ? sql<boolean>`client.archived_at is not null` : sql<boolean>`client.archived_at is null`
  return sql<boolean>`${column(field)} = ${value ? 1 : 0}`
}

function numberCondition(range: NumberRange, moment: Moment): Condition {
  const { field } = range
  if (field.kept === 'custom') return customNumber(field, range)
  if (field.kept === 'computed') return silentWithin(range, moment)
  return field.kept === 'standing' ? standingNumber(range) : numberWithin(column(field), range)
}

function daysCondition(range: DayRange, moment: Moment): Condition {
  const { field } = range
  switch (field.kept) {
    case 'custom':
      return customCondition(field, (own) => dateWithin(own, range))
    case 'dates':
      return bornWithin(range)
    case 'computed':
      return dueWithin(range)
    case 'standing':
      return standingDays(range, moment)
    default:
      return INSTANTS.has(field.key) ? instantWithin(column(field), range, moment) : dateWithin(column(field), range)
  }
}

function hasCondition(field: Field, moment: Moment): Condition {
  switch (field.kept) {
    case 'points':
      return sql<boolean>`client.id in (select client_id from contact_point where kind = ${field.key})`
    case 'tags':
      return sql<boolean>`client.id in (select client_id from client_tag)`
    case 'dates':
      return hasBirthday
    case 'relation':
      if (field.key === 'referred_by') return sql<boolean>`client.referred_by is not null`
      return field.key === 'role'
        ? sql<boolean>`client.id in (select client_id from relation where role is not null)`
        : sql<boolean>`client.id in (select client_id from relation)`
    case 'custom':
      return customCondition(field, () => sql<boolean>`true`)
    case 'standing':
      return hasStanding(field, moment)
    case 'computed':
      if (field.key === 'due') return hasDue
      if (field.type === 'choice') return hasInForce(field.key)
      return field.key === 'silent'
        ? silentWithin({ from: 1, to: null, open: false }, moment)
        : sql<boolean>`client.archived_at is not null`
    default:
      return field.type === 'yes-no'
        ? sql<boolean>`${column(field)} = 1`
        : sql<boolean>`(${column(field)} is not null and ${column(field)} <> '')`
  }
}
