import { sql } from 'kysely'
import type { Field } from '../../domain/fields/field.js'
import type { Worth } from '../../domain/filter.js'
import { type Condition, numberWithin, type Value } from './parts.js'

const value: Value = sql.ref('custom_value.value')

/** Clients with a value in a field of one's own that passes a test. */
export const customCondition = ({ key }: Field, test: (value: Value) => Condition): Condition =>
  sql<boolean>`client.id in (select client_id from custom_value
    where field_id = (select id from custom_field where key = ${key}) and ${test(value)})`

export const customNumber = (
  field: Field,
  range: { from: number | null; to: number | null; open: boolean },
): Condition => customCondition(field, (own) => numberWithin(sql`cast(${own} as real)`, range))

/** Sums are kept as `1250.00 UAH`, or without a currency; one of a currency without a rate is worth nobody knows what. */
export function customSum(
  field: Field,
  { from, to, worth }: { from: number | null; to: number | null; worth: Worth },
): Condition {
  const { '': plain = 100, ...others } = worth
  return customCondition(field, (own) => {
    const factors = Object.entries(others).map(([code, factor]) => sql`when ${own} like ${`% ${code}`} then ${factor}`)
    const factor = sql`case ${sql.join(factors, sql` `)} when ${own} like '% ___' then null else ${plain} end`
    return numberWithin(sql`round(cast(${own} as real) * ${factor})`, { from, to, open: false })
  })
}
