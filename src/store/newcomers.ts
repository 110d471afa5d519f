import { sql } from 'kysely'
import { sortKey } from '../domain/fold.js'
import type { Look } from '../domain/matching/looking.js'
import { type Db, lastId, namedWith } from './sqlite.js'

/** So many clients are held against a new one for each thing that they share; what more of them share tells nobody apart. */
const MOST = { point: 30, birthday: 60, name: 40, custom: 10 } as const

/** Of a point that more have, say a reception's, those with the same name are looked for among so many. */
const HOLDERS = 2_000

/** Custom values are found by so many characters, see the index. */
const SOUGHT = 40

/** How many others are looked at for each thing that a new client of an import has in common with them. */
const OTHERS = 4

/** What more clients than so many share is no ground for a look. */
const CROWD = 60

/** Is what `rows` finds, by an index alone, shared by no more than a crowd? Reads no further than that. */
const isRare = (rows: ReturnType<typeof sql>) =>
  sql`(select count(*) from (select 1 from ${rows} limit ${CROWD + 1})) <= ${CROWD}`

/** All in all, of each kind: an import of namesakes must not become a search of the whole base. */
const MOST_PAIRS = { point: 8_000, birthday: 4_000, name: 4_000 } as const

/** In larger bases a name alone makes nobody likely, nor with a city: the address must be the same too. */
const NAME_IS_ENOUGH = 3_000

/** Finds the clients whom new ones may be, by indexes alone. */
export function newcomerQueries(db: Db) {
  const pairsOf = async (most: number, found: ReturnType<typeof sql>): Promise<[number, number][]> => {
    const { rows } = await sql<{ id: number; others: string }>`select id, others from (${found})
      where others is not null limit ${most}`.execute(db)
    return rows
      .flatMap(({ id, others }) => others.split(',').map((other): [number, number] => [id, Number(other)]))
      .slice(0, most)
  }

  return {
    /** The highest number that was given to a client: about how many there are. */
    size: (): Promise<number> => lastId(db, 'client'),

    /** Ids of clients that share something with a new one, a few hundred at most. */
    async candidates({ name, points, birthday, names, custom }: Look): Promise<number[]> {
      const parts = [
        ...points.map(
          (value) => sql`select client_id as id from contact_point where value = ${value}
            and (select count(*) from (select 1 from contact_point where value = ${value} limit ${MOST.point + 1})) <= ${MOST.point}
            union select client.id from (select client_id from contact_point where value = ${value} limit ${HOLDERS})
            join client on client.id = client_id where sort_key = ${sortKey(name)}`,
        ),
        ...(birthday === null
          ? []
          : [
              sql`select client_id as id from anniversary where month_day = ${birthday.month_day}
                and year = ${birthday.year} and occasion = 'birthday' and who is null limit ${MOST.birthday}`,
            ]),
        ...names.map(
          (words) => sql`select rowid as id from client_search where ${namedWith(words)} limit ${MOST.name}`,
        ),
        ...custom.map(
          ({ key, value }) => sql`select client_id as id from custom_value
            where field_id = (select id from custom_field where key = ${key})
            and substr(value, 1, 40) = ${value.slice(0, SOUGHT)} limit ${MOST.custom}`,
        ),
      ]
      if (parts.length === 0) return []
      const each = parts.map((part) => sql`select id from (${part})`)
      const { rows } = await sql<{ id: number }>`${sql.join(each, sql` union `)}`.execute(db)
      return rows.map(({ id }) => id)
    },

    /**
     * Pairs of a client made from `first` on and one that shares a phone, an e-mail, a messenger, a full birthday or the name
     * with it, bounded for each client and in all; of two new ones the later comes first.
     */
    async pairsFrom(first: number): Promise<[number, number][]> {
      // Of the others those with a higher number have this one as theirs.
      const points = await pairsOf(
        MOST_PAIRS.point,
        sql`select point.client_id as id, (select group_concat(id) from (
          select same.client_id as id from contact_point as same join client on client.id = same.client_id
          where same.value = point.value and same.client_id < point.client_id and client.archived_at is null
          limit ${OTHERS})) as others
        from contact_point as point where point.client_id >= ${first} and point.kind <> 'url'
        and ${isRare(sql`contact_point as each where each.value = point.value`)}`,
      )
      const isSmall = (await lastId(db, 'client')) <= NAME_IS_ENOUGH
      // Of many, some are born on one day: then a part of the name must be the same too.
      const alike = sql`and (other.family_name = client.family_name or other.given_name = client.given_name
        or other.sort_key = client.sort_key)`
      const born = await pairsOf(
        MOST_PAIRS.birthday,
        sql`select day.client_id as id, (select group_concat(id) from (
          select same.client_id as id from anniversary as same join client as other on other.id = same.client_id
          where same.month_day = day.month_day and same.year = day.year and same.client_id < day.client_id
          and same.occasion = 'birthday' and same.who is null and other.archived_at is null
          ${isSmall ? sql`` : alike} limit ${OTHERS})) as others
        from anniversary as day join client on client.id = day.client_id where day.client_id >= ${first}
        and day.year is not null and day.occasion = 'birthday' and day.who is null
        and ${isRare(sql`anniversary as each where each.month_day = day.month_day and each.year = day.year`)}`,
      )
      const named = await pairsOf(
        MOST_PAIRS.name,
        sql`select client.id as id, (select group_concat(id) from (
          select other.id as id from client as other where other.sort_key = client.sort_key and other.archived_at is null
          and other.id < client.id ${isSmall ? sql`` : sql`and other.address = client.address`}
          limit ${OTHERS})) as others
        from client where client.id >= ${first} and client.archived_at is null
        and (client.kind = 'company' or client.sort_key like '% %')
        and ${isRare(sql`client as each where each.sort_key = client.sort_key and each.archived_at is null`)}
        ${isSmall ? sql`` : sql`and client.address is not null`}`,
      )
      const seen = new Map<string, [number, number]>()
      for (const pair of [...points, ...born, ...named]) seen.set(pair.join(':'), pair)
      return [...seen.values()]
    },
  }
}
