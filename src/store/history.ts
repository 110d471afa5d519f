import { type RawBuilder, sql } from 'kysely'
import type { ClientKind } from '../domain/client.js'
import { companyKey } from '../domain/company-name.js'
import type { ContactEntry, PromiseEntry } from '../domain/history/reading.js'
import { CONTACT_COLUMNS, PROMISE_COLUMNS, promiseRow } from './import-rows.js'
import type { Journal } from './journal.js'
import { orderRowQueries } from './order-rows.js'
import type { Journalled, Row } from './schema.js'
import { type Db, insertText, literal, runBatch } from './sqlite.js'

/** A client as far as a row of a log must know it. */
export interface Person {
  id: number
  kind: ClientKind
  name: string
  archived: boolean
}

export interface WhoIs {
  ids: Map<number, Person>
  /** Whoever is the only one with a point stands here without a name. */
  byPoint: Map<string, Person[]>
  byExternal: Map<string, Person[]>
  /** By sort key. */
  byName: Map<string, Person[]>
}

/** An entry of a log, and whose it is. */
export interface Belonging<T> {
  client: number
  entry: T
}

const ROWS_PER_STATEMENT = 500

const put = (map: Map<string, Person[]>, key: string, person: Person): void => {
  const list = map.get(key)
  if (!list) map.set(key, [person])
  else if (!list.some(({ id }) => id === person.id)) list.push(person)
}

/** A list of values for `in (…)`: thousands of them, which are written out faster than they are bound. */
const listOf = (values: Iterable<string | number>): RawBuilder<unknown> => sql.raw([...values].map(literal).join(','))

/** Somebody of whom nothing else was asked. */
const onlyKnownById = (id: number): Person => ({ id, kind: 'person', name: '', archived: false })

interface PersonRow {
  id: number
  kind: ClientKind
  name: string
  archived_at: string | null
}

const personOf = ({ id, kind, name, archived_at }: PersonRow): Person => ({
  id,
  kind,
  name,
  archived: archived_at !== null,
})

/** Queries of the import of logs: whose the rows are, which of them are there, and bulk writing. */
export function historyQueries(db: Db, journal: Journal) {
  async function insert(table: Journalled, columns: readonly string[], rows: unknown[][]): Promise<[number, number]> {
    const first = await journal.reserve(table, rows.length)
    rows.forEach((row, index) => {
      row.push(first + index)
    })
    const last = first + rows.length - 1
    const statements: string[] = []
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
      statements.push(insertText(table, [...columns, 'id'], rows.slice(from, from + ROWS_PER_STATEMENT)))
    await journal.noteInserted(table, first, last)
    await runBatch(db, statements)
    return [first, last]
  }

  /** The clients into which those went who were known by these. */
  async function intoWhom(
    column: 'gone_id' | 'external_id' | 'sort_key',
    values: ReadonlySet<string | number>,
  ): Promise<(PersonRow & { gone: string | number })[]> {
    const { rows } = await sql<PersonRow & { gone: string | number }>`select ${sql.ref(`merging.${column}`)} as gone,
        client.id, client.kind, client.name, client.archived_at
      from merging join client on client.id = merging.kept_id
      where ${sql.ref(`merging.${column}`)} in (${listOf(values)})`.execute(db)
    return rows
  }

  /** Whoever has a sign alone is known by it; of those who share one, the name must tell. */
  async function nameSharers(byPoint: Map<string, Person[]>): Promise<void> {
    const shared = [...byPoint.values()].filter(({ length }) => length > 1)
    if (shared.length === 0) return
    const ids = new Set(shared.flatMap((people) => people.map(({ id }) => id)))
    const { rows } = await sql<PersonRow>`select id, kind, name, archived_at from client
      where id in (${listOf(ids)})`.execute(db)
    const people = new Map(rows.map((row) => [row.id, personOf(row)]))
    for (const list of shared) list.splice(0, list.length, ...list.map((person) => people.get(person.id) ?? person))
  }

  return {
    ...orderRowQueries(db, journal),

    /** Clients by what a portion of rows says of them; of archived ones, those that no living one shares a sign with. */
    async whoIs(wanted: {
      ids: ReadonlySet<number>
      points: ReadonlySet<string>
      externals: ReadonlySet<string>
      names: ReadonlySet<string>
    }): Promise<WhoIs> {
      const found: WhoIs = { ids: new Map(), byPoint: new Map(), byExternal: new Map(), byName: new Map() }
      if (wanted.ids.size > 0) {
        const { rows } = await sql<PersonRow>`select id, kind, name, archived_at from client
          where id in (${listOf(wanted.ids)})`.execute(db)
        for (const row of rows) found.ids.set(row.id, personOf(row))
        for (const { gone, ...row } of await intoWhom('gone_id', wanted.ids)) found.ids.set(Number(gone), personOf(row))
      }
      if (wanted.points.size > 0) {
        const { rows } = await sql<{ value: string; id: number }>`select value, client_id as id from contact_point
          where value in (${listOf(wanted.points)}) and kind <> 'url'`.execute(db)
        for (const { value, id } of rows) put(found.byPoint, value, onlyKnownById(id))
        await nameSharers(found.byPoint)
      }
      if (wanted.externals.size > 0) {
        const { rows } = await sql<PersonRow & { external_id: string }>`
          select external_id, id, kind, name, archived_at from client
          where external_id in (${listOf(wanted.externals)})`.execute(db)
        for (const row of rows) put(found.byExternal, row.external_id, personOf(row))
        for (const { gone, ...row } of await intoWhom('external_id', wanted.externals))
          if (!found.byExternal.has(String(gone))) put(found.byExternal, String(gone), personOf(row))
      }
      if (wanted.names.size > 0) {
        const { rows } = await sql<PersonRow & { sort_key: string }>`
          select sort_key, id, kind, name, archived_at from client
          where sort_key in (${listOf(wanted.names)}) and archived_at is null`.execute(db)
        for (const row of rows) put(found.byName, row.sort_key, personOf(row))
        for (const { gone, ...row } of await intoWhom('sort_key', wanted.names))
          if (row.archived_at === null) put(found.byName, String(gone), personOf(row))
      }
      for (const map of [found.byPoint, found.byExternal])
        for (const [key, list] of map)
          if (list.length > 1 && list.some(({ archived }) => !archived))
            map.set(
              key,
              list.filter(({ archived }) => !archived),
            )
      return found
    },

    /** The keys of the companies that these clients belong to. */
    async companiesOf(ids: readonly number[]): Promise<Map<number, Set<string>>> {
      const rows = await db
        .selectFrom('relation')
        .innerJoin('client', 'client.id', 'relation.company_id')
        .select(['relation.client_id', 'client.name'])
        .where('relation.client_id', 'in', [...ids])
        .execute()
      const found = new Map<number, Set<string>>()
      for (const { client_id, name } of rows) {
        const keys = found.get(client_id) ?? new Set()
        found.set(client_id, keys.add(companyKey(name)))
      }
      return found
    },

    /** By what these clients can be known: kinds of contact points, and `external_id`. */
    async signsOf(ids: readonly number[]): Promise<Map<number, Set<string>>> {
      const { rows } = await sql<{ id: number; sign: string }>`
        select client_id as id, kind as sign from contact_point where client_id in (${listOf(ids)})
        union all select id, 'external_id' from client where id in (${listOf(ids)}) and external_id is not null`.execute(
        db,
      )
      const found = new Map<number, Set<string>>()
      for (const { id, sign } of rows) found.set(id, (found.get(id) ?? new Set()).add(sign))
      return found
    },

    /** Contacts of a client within a minute (`YYYY-MM-DDTHH:MM`), for many at a time. */
    async contactsAt(
      moments: readonly { client: number; when: string }[],
    ): Promise<Pick<Row<'contact'>, 'client_id' | 'at' | 'channel' | 'direction' | 'text'>[]> {
      if (moments.length === 0) return []
      const values = moments.map(({ client, when }) => `(${literal(client)},${literal(when)})`)
      // `cross join` keeps SQLite to this order: a look into the index for each moment.
      const { rows } = await sql<Pick<Row<'contact'>, 'client_id' | 'at' | 'channel' | 'direction' | 'text'>>`
        select c.client_id, c.at, c.channel, c.direction, c.text from (values ${sql.raw(values.join(','))}) as v
        cross join contact c on c.client_id = v.column1 and c.at >= v.column2 and c.at < v.column2 || ':a'`.execute(db)
      return rows
    },

    /** Promises to a client for a day, for many at a time. */
    async promisesOn(
      days: readonly { client: number; when: string }[],
    ): Promise<Pick<Row<'promise'>, 'client_id' | 'due' | 'kind' | 'text'>[]> {
      if (days.length === 0) return []
      const values = days.map(({ client, when }) => `(${literal(client)},${literal(when)})`)
      const { rows } = await sql<Pick<Row<'promise'>, 'client_id' | 'due' | 'kind' | 'text'>>`
        select p.client_id, p.due, p.kind, p.text from (values ${sql.raw(values.join(','))}) as v
        cross join promise p on p.client_id = v.column1 and p.due = v.column2`.execute(db)
      return rows
    },

    async addContacts(entries: readonly Belonging<ContactEntry>[]): Promise<void> {
      if (entries.length === 0) return
      await insert(
        'contact',
        CONTACT_COLUMNS,
        entries.map(({ client, entry }) => [
          client,
          entry.at,
          entry.channel,
          entry.direction,
          entry.result,
          entry.purpose,
          entry.minutes,
          entry.cost_minor,
          entry.text,
        ]),
      )
    },

    /** Returns the first and last id, or null when there was nothing to write. */
    async addPromises(entries: readonly Belonging<PromiseEntry>[]): Promise<[number, number] | null> {
      if (entries.length === 0) return null
      return insert(
        'promise',
        PROMISE_COLUMNS,
        entries.map(({ client, entry }) => promiseRow(client, { ...entry, why: null })),
      )
    },

    /**
     * Closes promises of a past day after which there was a contact. Only for rows that this very operation has written:
     * taking it back takes them out whole, so the journal need not know their first state.
     */
    async settle([first, last]: readonly [number, number], today: string): Promise<void> {
      await sql`update promise set state = 'done', closed_at =
          (select min(at) from contact where contact.client_id = promise.client_id and contact.at >= promise.due)
        where id between ${first} and ${last} and state = 'open' and due < ${today}
          and exists (select 1 from contact where contact.client_id = promise.client_id and contact.at >= promise.due)`.execute(
        db,
      )
    },
  }
}
