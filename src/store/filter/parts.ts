import { type Expression, type SqlBool, sql } from 'kysely'
import { addDays, type CivilDate, isCivilDate, type Moment } from '../../domain/calendar.js'

export type Condition = Expression<SqlBool>
export type Value = Expression<unknown>

/** True where a condition does not hold, also where it is unknown: a filter knows no third answer. */
export const not = (condition: Condition): Condition => sql<boolean>`((${condition}) is not true)`

/** All or any of them, halved again and again, because databases limit how deep an expression may be. */
export function combined(is: 'and' | 'or', parts: readonly Condition[]): Condition {
  if (parts.length === 0) return is === 'and' ? sql<boolean>`true` : sql<boolean>`false`
  if (parts.length === 1 && parts[0]) return parts[0]
  const middle = Math.ceil(parts.length / 2)
  const [left, right] = [combined(is, parts.slice(0, middle)), combined(is, parts.slice(middle))]
  return is === 'and' ? sql<boolean>`(${left} and ${right})` : sql<boolean>`(${left} or ${right})`
}

/** A number between two ends, which belong to it unless it is open. */
export function numberWithin(
  value: Value,
  { from, to, open }: { from: number | null; to: number | null; open: boolean },
): Condition {
  const parts: Condition[] = []
  if (from !== null) parts.push(open ? sql<boolean>`${value} > ${from}` : sql<boolean>`${value} >= ${from}`)
  if (to !== null) parts.push(open ? sql<boolean>`${value} < ${to}` : sql<boolean>`${value} <= ${to}`)
  return combined('and', parts)
}

export interface Days {
  from: CivilDate | null
  to: CivilDate | null
}

/** The first day behind a last one; null where the calendar ends. */
const dayAfter = (day: CivilDate | null): CivilDate | null => {
  if (day === null || day === '9999-12-31') return null
  const next = addDays(day, 1)
  return isCivilDate(next) ? next : null
}

function between(value: Value, first: string | null, behind: string | null): Condition {
  const parts: Condition[] = []
  if (first !== null) parts.push(sql<boolean>`${value} >= ${first}`)
  if (behind !== null) parts.push(sql<boolean>`${value} < ${behind}`)
  return parts.length === 0 ? sql<boolean>`${value} is not null` : combined('and', parts)
}

/** A date kept as text on one of these days. */
export const dateWithin = (value: Value, { from, to }: Days): Condition => between(value, from, dayAfter(to))

/** An instant within these days of the user's zone: from the beginning of the first to that of the day behind the last. */
export function instantWithin(value: Value, { from, to }: Days, { startOf }: Moment): Condition {
  const behind = dayAfter(to)
  return between(value, from === null ? null : startOf(from), behind === null ? null : startOf(behind))
}
