import { sql } from 'kysely'
import { type Bearer, fullDay } from '../domain/forgetting/bearer.js'
import type { PointKind } from '../domain/points.js'
import type { Row } from './schema.js'
import { type Db, literal } from './sqlite.js'

/** A client as far as it is known by signs; lists grow while it is read together. */
export interface MutableBearer extends Bearer {
  names: string[]
  points: { kind: PointKind; value: string }[]
  externals: { id: string; system: string | null }[]
  custom: { key: string; value: string }[]
  rows: { id: number; created_at: string }[]
}

type Own = Pick<Row<'client'>, 'id' | 'kind' | 'name' | 'city' | 'external_id' | 'external_system' | 'created_at'>

/** What the row of a client itself tells. */
export const bearerOf = (client: Own): MutableBearer => ({
  kind: client.kind,
  names: [client.name],
  points: [],
  city: client.city,
  birthday: null,
  externals: client.external_id === null ? [] : [{ id: client.external_id, system: client.external_system }],
  custom: [],
  rows: [{ id: client.id, created_at: client.created_at }],
})

export const listOf = (values: Iterable<string | number>) => sql.raw([...values].map(literal).join(','))

/** These clients by their signs, with those who went into them. */
export async function bearersOf(db: Db, ids: readonly number[]): Promise<Map<number, MutableBearer>> {
  const found = new Map<number, MutableBearer>()
  if (ids.length === 0) return found
  const list = listOf(ids)
  const { rows: clients } = await sql<Own>`select id, kind, name, city, external_id, external_system, created_at
    from client where id in (${list}) order by id`.execute(db)
  for (const client of clients) found.set(client.id, bearerOf(client))
  const { rows: points } = await sql<{ client_id: number; kind: PointKind; value: string }>`
    select client_id, kind, value from contact_point where client_id in (${list}) order by id`.execute(db)
  for (const { client_id, kind, value } of points) found.get(client_id)?.points.push({ kind, value })
  const { rows: days } = await sql<{ client_id: number; day: string }>`
    select client_id, printf('%04d-%s', year, month_day) as day from anniversary
    where client_id in (${list}) and occasion = 'birthday' and who is null and year is not null`.execute(db)
  for (const { client_id, day } of days) {
    const bearer = found.get(client_id)
    if (bearer) bearer.birthday = fullDay(day)
  }
  const { rows: custom } = await sql<{ client_id: number; key: string; value: string }>`
    select client_id, key, value from custom_value join custom_field on custom_field.id = field_id
    where client_id in (${list})`.execute(db)
  for (const { client_id, key, value } of custom) found.get(client_id)?.custom.push({ key, value })
  const { rows: gone } = await sql<
    Row<'merging'>
  >`select * from merging where kept_id in (${list}) order by id`.execute(db)
  for (const { kept_id, gone_id, name, kept_name, external_id, external_system, created_at } of gone) {
    const bearer = found.get(kept_id)
    bearer?.names.push(name, ...(kept_name === null ? [] : [kept_name]))
    bearer?.rows.push({ id: gone_id, created_at })
    if (external_id !== null) bearer?.externals.push({ id: external_id, system: external_system })
  }
  return found
}
