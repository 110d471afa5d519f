import { sql } from 'kysely'
import type { Moment } from '../../domain/calendar.js'
import type { Field } from '../../domain/fields/field.js'
import type { DayRange, NumberRange } from '../../domain/filter.js'
import { type Condition, dateWithin, instantWithin, numberWithin, type Value } from './parts.js'

/*
 * Conditions on what is computed. They stand where `client` is joined with `standing` from the left: a client without
 * dealings has no row, so every count and sum is zero there and everything else unknown.
 */

const kept = (column: string): Value => sql.ref(`standing.${column}`)
const counted = (column: string): Value => sql`coalesce(${kept(column)}, 0)`

/** Numbers by field; null where nothing is known. */
const NUMBERS: Readonly<Record<string, Value>> = {
  contacts: counted('contacts'),
  contacts_in: counted('contacts_in'),
  contacts_out: counted('contacts_out'),
  answered: counted('answered'),
  minutes: counted('minutes'),
  orders: counted('orders'),
  spent: counted('spent_minor'),
  cost: counted('cost_minor'),
  margin: sql`(${counted('spent_minor')} - ${counted('cost_minor')})`,
  unpaid: counted('unpaid_minor'),
  promo_share: sql`(100.0 * ${kept('promo_orders')} / nullif(${kept('orders')}, 0))`,
  gap: kept('gap_median'),
  cadence: kept('cadence_days'),
  referrals: counted('referrals'),
  referred_income: counted('referred_minor'),
}

/** Days by field: dates as they are kept, and instants, which fall on days of the user's zone. */
const DATES: Readonly<Record<string, Value>> = {
  first_order: kept('first_order_on'),
  last_order: kept('last_order_on'),
  next_order: kept('expected_on'),
  touch: kept('touch_on'),
}
const INSTANTS: Readonly<Record<string, Value>> = {
  last: kept('last_contact_at'),
  last_answer: kept('last_answer_at'),
  first_contact: kept('first_contact_at'),
}

const paused = ({ today }: Moment): Condition => sql<boolean>`${kept('paused_until')} > ${today}`

/** domain/standing/state says the same in plain code. */
function warmth(moment: Moment): Value {
  const { today } = moment
  return sql`case
    when standing.hand_warmth is not null and (standing.hand_until is null or standing.hand_until >= ${today}) then standing.hand_warmth
    when standing.hot_until >= ${today} and (${paused(moment)}) is not true then 'hot'
    when standing.warm_until >= ${today} then 'warm' else 'cold' end`
}

function rhythm(moment: Moment): Value {
  const { today } = moment
  return sql`case
    when ${paused(moment)} then 'paused'
    when standing.due_from is null or standing.late_from is null or standing.lost_from is null then 'none'
    when standing.lost_from <= ${today} then 'lost'
    when standing.late_from <= ${today} then 'late'
    when standing.due_from <= ${today} then 'due' else 'early' end`
}

const frequency: Value = sql`coalesce(standing.frequency, 'none')`

function behaves(choice: string, moment: Moment): Condition {
  if (choice === 'paused') return paused(moment)
  if (choice === 'over-touched') return sql<boolean>`standing.over_touched_until >= ${moment.today}`
  return sql<boolean>`standing.traits like ${`%,${choice},%`}`
}

export function standingChoice({ key }: Field, choice: string, moment: Moment): Condition {
  if (key === 'behaviour') return behaves(choice, moment)
  const value = key === 'warmth' ? warmth(moment) : key === 'rhythm' ? rhythm(moment) : frequency
  return sql<boolean>`${value} = ${choice}`
}

export const standingNumber = (range: NumberRange): Condition =>
  numberWithin(NUMBERS[range.field.key] ?? sql`null`, range)

export function standingDays(range: DayRange, moment: Moment): Condition {
  const instant = INSTANTS[range.field.key]
  return instant ? instantWithin(instant, range, moment) : dateWithin(DATES[range.field.key] ?? sql`null`, range)
}

/** Numbers that are not zero, days that are known, choices other than `none`. */
export function hasStanding({ key }: Field, moment: Moment): Condition {
  if (key === 'warmth') return sql<boolean>`true`
  if (key === 'frequency') return sql<boolean>`${frequency} <> 'none'`
  if (key === 'rhythm') return sql<boolean>`${rhythm(moment)} <> 'none'`
  if (key === 'behaviour')
    return sql<boolean>`(standing.traits <> '' or ${behaves('paused', moment)} or ${behaves('over-touched', moment)})`
  // Sums in currencies without a rate are sums too.
  if (key === 'spent') return sql<boolean>`(standing.spent_minor <> 0 or standing.foreign_sums is not null)`
  const number = NUMBERS[key]
  return number ? sql<boolean>`${number} <> 0` : sql<boolean>`${INSTANTS[key] ?? DATES[key] ?? sql`null`} is not null`
}

const ranked = (value: Value, order: readonly string[]): Value =>
  sql`case ${value} ${sql.join(
    order.map((choice, rank) => sql`when ${sql.lit(choice)} then ${sql.lit(rank)}`),
    sql` `,
  )} end`

/** What a list is sorted by; null is unknown and comes last. Choices go from the least to the most. Null: not a computed field. */
export function standingOrder(key: string, moment: Moment): Value | null {
  switch (key) {
    case 'warmth':
      return ranked(warmth(moment), ['cold', 'warm', 'hot'])
    case 'frequency':
      return ranked(frequency, ['none', 'one-off', 'rare', 'regular'])
    case 'rhythm':
      return ranked(rhythm(moment), ['early', 'due', 'late', 'lost', 'paused'])
    case 'behaviour':
      return sql`nullif(standing.traits, '')`
    default:
      return NUMBERS[key] ?? INSTANTS[key] ?? DATES[key] ?? null
  }
}
