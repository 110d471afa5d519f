import { sql } from 'kysely'
import { formatAnniversary } from '../domain/anniversary.js'
import type { ClientKind } from '../domain/client.js'
import type { MatchInput } from '../domain/matching/keys.js'
import { anniversaryOf } from './records.js'
import { collected, type Db, lastId } from './sqlite.js'

/** So many ids are read at a time. */
const PORTION = 5_000

type Cell = string | number | null
type Whose = { first: number; last: number } | { ids: readonly number[] }

const columns = (...names: readonly string[]) => names.map((each) => sql.ref(each))

const belongs = (column: string, whose: Whose) =>
  'ids' in whose
    ? sql<boolean>`${sql.ref(column)} in (${sql.raw(whose.ids.map((id) => Math.trunc(id)).join(',') || 'null')})`
    : sql<boolean>`${sql.ref(column)} between ${whose.first} and ${whose.last}`

/** All rows of a question as one text: a tenth of the objects that rows would be. */
async function cells(db: Db, names: readonly string[], from: ReturnType<typeof sql>): Promise<Cell[][]> {
  const { rows } = await sql<{ list: string }>`select ${collected(columns(...names))} as list from ${from}`.execute(db)
  return JSON.parse(rows[0]?.list ?? '[]') as Cell[][]
}

const texts = (cell: Cell | undefined): string | null => (typeof cell === 'string' && cell !== '' ? cell : null)

type Changeable = {
  -readonly [K in keyof MatchInput]: MatchInput[K] extends readonly (infer T)[] ? T[] : MatchInput[K]
}

/** Clients as matching reads them; archived ones are left out. */
async function inputs(db: Db, whose: Whose): Promise<MatchInput[]> {
  const clients = await cells(
    db,
    ['id', 'kind', 'name', 'family_name', 'given_name', 'patronymic', 'city', 'address'],
    sql`client where ${belongs('id', whose)} and archived_at is null`,
  )
  const found = new Map<number, Changeable>()
  for (const [id, kind, name, family, given, father, city, address] of clients)
    found.set(Number(id), {
      id: Number(id),
      kind: kind as ClientKind,
      name: String(name),
      family: texts(family),
      given: texts(given),
      father: texts(father),
      phones: [],
      emails: [],
      handles: [],
      birthday: null,
      city: texts(city),
      address: texts(address),
      custom: [],
    })
  const points = await cells(
    db,
    ['client_id', 'kind', 'value'],
    sql`contact_point where ${belongs('client_id', whose)}`,
  )
  for (const [id, kind, value] of points) {
    const client = found.get(Number(id))
    if (!client || kind === 'url') continue
    if (kind === 'phone') client.phones.push(String(value))
    else if (kind === 'email') client.emails.push(String(value))
    else {
      client.handles.push(`${kind}:${value}`)
      // A messenger's number is a phone like any other.
      if (/^\+?\d{9,15}$/.test(String(value))) client.phones.push(String(value))
    }
  }
  const birthdays = await cells(
    db,
    ['client_id', 'year', 'month_day'],
    sql`anniversary where ${belongs('client_id', whose)} and occasion = 'birthday' and who is null`,
  )
  for (const [id, year, month_day] of birthdays) {
    const client = found.get(Number(id))
    if (client)
      client.birthday = formatAnniversary(
        anniversaryOf({ year: year === null ? null : Number(year), month_day: String(month_day) } as never),
      )
  }
  const custom = await cells(
    db,
    ['client_id', 'key', 'value', 'type'],
    sql`custom_value join custom_field on custom_field.id = custom_value.field_id where ${belongs('client_id', whose)}`,
  )
  for (const [id, key, value, type] of custom)
    if (type === 'text' || type === 'number')
      found.get(Number(id))?.custom.push({ key: String(key), value: String(value) })
  return [...found.values()]
}

/** What matching asks of the base. */
export function matchingQueries(db: Db) {
  return {
    /** In how many portions the base is read. */
    portions: async (): Promise<number> => Math.ceil((await lastId(db, 'client')) / PORTION),

    /** The clients in use of one portion, the first being 0. */
    portion: (index: number): Promise<MatchInput[]> =>
      inputs(db, { first: index * PORTION + 1, last: (index + 1) * PORTION }),

    /** These clients. */
    async some(ids: readonly number[]): Promise<Map<number, MatchInput>> {
      const found = new Map<number, MatchInput>()
      for (let from = 0; from < ids.length; from += PORTION)
        for (const each of await inputs(db, { ids: ids.slice(from, from + PORTION) })) found.set(each.id, each)
      return found
    },

    /** Outside ids by client. */
    async externals(): Promise<Map<number, string>> {
      const rows = await cells(db, ['id', 'external_id'], sql`client where external_id is not null`)
      return new Map(rows.map(([id, external]) => [Number(id), String(external)]))
    },

    /** Pairs that a person has judged. */
    judged: (): Promise<{ low_id: number; high_id: number; verdict: 'distinct' | 'later'; at: string }[]> =>
      db.selectFrom('judgement').select(['low_id', 'high_id', 'verdict', 'at']).execute(),

    async model(): Promise<{ made_at: string; clients: number; model: string } | null> {
      return (await db.selectFrom('matching_model').select(['made_at', 'clients', 'model']).executeTakeFirst()) ?? null
    },
  }
}
