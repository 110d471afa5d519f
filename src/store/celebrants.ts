import { sql } from 'kysely'
import type { Moment } from '../domain/calendar.js'
import type { Celebrant } from '../domain/day/holidays.js'
import type { Known } from '../domain/day/same-person.js'
import type { Filter } from '../domain/filter.js'
import { consentToGreetings } from './consents.js'
import { clientPasses } from './filter.js'
import { clientsInUse, clientsToGreet, portions } from './greeting-parts.js'
import type { Row } from './schema.js'
import { collected, type Db } from './sqlite.js'

/** Holidays, and everybody they may be for. */
export function celebrantQueries(db: Db, { moment }: { moment: Moment }) {
  return {
    holidays: (): Promise<Row<'holiday'>[]> => db.selectFrom('holiday').selectAll().orderBy('id').execute(),

    /** Everybody who may be greeted; what tells of sex and country only when it is asked for. */
    async celebrants(
      filters: readonly Filter[],
      { clients, detailed }: { clients?: readonly number[] | undefined; detailed: boolean },
    ): Promise<Celebrant[]> {
      let query = clientsToGreet(db)
      for (const filter of filters) query = query.where(() => clientPasses(filter, moment) as never)
      if (clients !== undefined) query = query.where('client.id', 'in', [...clients])
      const plain = [sql.ref('client.id'), sql.ref('client.kind'), sql.ref('client.vip'), sql.ref('client.sort_key')]
      const first = sql`(select value from contact_point where client_id = client.id and kind = 'phone' order by id limit 1)`
      const details = ['client.sex', 'client.patronymic', 'client.country'].map((column) => sql.ref(column))
      const columns = detailed ? [...plain, ...details, first] : plain
      const { rows } = await query.select(sql<string>`${collected(columns)}`.as('rows')).executeTakeFirstOrThrow()
      type Values = [number, Celebrant['kind'], number, string, Celebrant['sex']?, string?, string?, string?]
      return (JSON.parse(rows) as Values[]).map(
        ([id, kind, vip, sort_key, sex = null, patronymic = null, country = null, phone = null]) => ({
          id,
          kind,
          vip: vip === 1,
          sort_key,
          sex,
          patronymic,
          country,
          phone,
        }),
      )
    },

    /** Persons and their companies; of one company alone when it is given. */
    async employment(company?: number): Promise<{ client_id: number; company_id: number }[]> {
      const query = db.selectFrom('relation').select(['client_id', 'company_id'])
      return (company === undefined ? query : query.where('company_id', '=', company)).execute()
    },

    /**
     * Clients who may be the same: a contact in common, or the whole birthday and the name as it is written; all of them, or those
     * who may be this one. Groups of ids.
     */
    async alike(client?: number): Promise<number[][]> {
      const { rows } =
        client === undefined
          ? await sql<{ ids: string }>`
              select json_group_array(distinct client_id) as ids from contact_point
                group by value having count(distinct client_id) > 1
              union all
              select json_group_array(client.id) from anniversary join client on client.id = anniversary.client_id
                where occasion = 'birthday' and who is null and year is not null
                group by month_day, year, client.sort_key having count(*) > 1`.execute(db)
          : await sql<{ ids: string }>`
              select json_group_array(id) as ids from (
                select other.client_id as id from contact_point as own join contact_point as other on other.value = own.value
                  where own.client_id = ${client}
                union
                select other.client_id from anniversary as own
                  join anniversary as other on other.month_day = own.month_day and other.year = own.year
                  where own.client_id = ${client} and own.occasion = 'birthday' and own.who is null
                    and other.occasion = 'birthday' and other.who is null)`.execute(db)
      return rows.map(({ ids }) => JSON.parse(ids) as number[]).filter(({ length }) => length > 1)
    },

    /** Who these clients are, as far as it tells whether they are the same; archived ones left out. */
    async known(clients: readonly number[]): Promise<(Known & { opted_out: boolean })[]> {
      const found: (Known & { opted_out: boolean })[] = []
      for (const ids of portions(clients)) {
        const rows = await clientsInUse(db)
          .leftJoin('anniversary', (join) =>
            join.onRef('anniversary.client_id', '=', 'client.id').on('occasion', '=', 'birthday').on('who', 'is', null),
          )
          .select(['client.id', 'kind', 'name', 'family_name', 'given_name', 'month_day', 'year'])
          .select(consentToGreetings.as('consent'))
          .where('client.id', 'in', ids)
          .execute()
        for (const { id, consent, ...rest } of rows) found.push({ client_id: id, ...rest, opted_out: consent === 'no' })
      }
      return found
    },
  }
}
