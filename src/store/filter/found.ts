import { sql } from 'kysely'
import { addDays, type CivilDate, type Moment } from '../../domain/calendar.js'
import type { DayRange, NumberRange } from '../../domain/filter.js'
import { type Condition, dateWithin, instantWithin, not, numberWithin, type Value } from './parts.js'

/*
 * Conditions on what no standing sums up: promises, silence, birthdays, imports.
 */

const promised = (condition: Condition): Condition =>
  sql<boolean>`client.id in (select client_id from promise where state = 'open' and ${condition})`

const shownOn: Value = sql.ref('promise.shown_on')

/** The earliest open promise comes up within these days. */
export function dueWithin({ from, to }: DayRange): Condition {
  const within = promised(dateWithin(shownOn, { from, to }))
  if (from === null) return within
  return sql<boolean>`(${within} and ${not(promised(sql<boolean>`shown_on < ${from}`))})`
}

export const hasDue: Condition = promised(sql<boolean>`true`)

export const dueOrder: Value = sql`(select min(shown_on) from promise where promise.client_id = client.id and state = 'open')`

/** Since when nobody has spoken with the client: the last contact, or the day it was entered. */
const quietSince: Value = sql`coalesce(standing.last_contact_at, client.created_at)`

/** Days of silence, counted in days of the user's zone; what was entered ahead of now has none. */
export function silentWithin({ from, to, open }: Omit<NumberRange, 'is' | 'field'>, moment: Moment): Condition {
  const least = from === null ? 0 : open ? from + 1 : from
  const most = to === null ? null : open ? to - 1 : to
  if (most !== null && most < Math.max(least, 0)) return sql<boolean>`false`
  const days = {
    from: most === null ? null : addDays(moment.today, -most),
    to: least <= 0 ? null : addDays(moment.today, -least),
  }
  return instantWithin(quietSince, days, moment)
}

/** The longest silence is the most, so the order runs against that of the instants. */
export const silentOrder: Value = quietSince

const ownBirthday = (condition: Condition): Condition =>
  sql<boolean>`client.id in (select client_id from anniversary where occasion = 'birthday' and who is null and ${condition})`

export const hasBirthday: Condition = ownBirthday(sql<boolean>`true`)

/** Born within these days; without a year nobody knows. */
export function bornWithin({ from, to }: DayRange): Condition {
  // 14 March 1985 as 19850314: the year and the day of the year are kept apart.
  const born = sql`(year * 10000 + cast(replace(month_day, '-', '') as integer))`
  const asNumber = (day: CivilDate | null): number | null => (day === null ? null : Number(day.replaceAll('-', '')))
  const range = { from: asNumber(from), to: asNumber(to), open: false }
  return ownBirthday(sql<boolean>`year is not null and ${numberWithin(born, range)}`)
}

/** The birthday is kept in so many days, today being 0; `from` behind `to` runs over the turn of the year. */
export function birthdayWithin({ from, to }: { from: number; to: number }, { today }: Moment): Condition {
  const seen = new Set<string>()
  const wanted: string[] = []
  for (let days = 0; days <= 366; days += 1) {
    const monthDay = addDays(today, days).slice(5)
    // 29 February is kept on the 28th of years that have none.
    const isStandIn = monthDay === '02-28' && addDays(today, days + 1).slice(5) !== '02-29'
    for (const kept of isStandIn ? [monthDay, '02-29'] : [monthDay]) {
      if (seen.has(kept)) continue
      seen.add(kept)
      if (from <= to ? days >= from && days <= to : days >= from || days <= to) wanted.push(kept)
    }
  }
  return wanted.length === 0
    ? sql<boolean>`false`
    : ownBirthday(sql<boolean>`month_day in (${sql.join(wanted.map((each) => sql.lit(each)))})`)
}

/** Tables whose new rows tell of the client they belong to. */
const OF_CLIENTS = [
  'contact_point',
  'relation',
  'anniversary',
  'contact',
  'promise',
  'client_order',
  'client_tag',
  'custom_value',
]

export function importedBy(operation: number | 'last' | 'any'): Condition {
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
