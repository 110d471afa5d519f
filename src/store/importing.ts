import { formatAnniversary } from '../domain/anniversary.js'
import type { FieldType } from '../domain/client.js'
import { companyKey } from '../domain/company-name.js'
import type { Additions } from '../domain/completing.js'
import type { CutTexts } from '../domain/cut-texts.js'
import { contactKey, promiseKey } from '../domain/diary.js'
import { VALUE_KEYS, type Values } from '../domain/draft.js'
import { looseText, sortKey } from '../domain/fold.js'
import { dateKey, type Known, pointKey } from '../domain/known.js'
import { noDeals } from '../domain/order-rows/deals.js'
import { tagKeyOf } from '../domain/text.js'
import { readConsents, setConsents } from './consents.js'
import { cutTexts } from './cut-texts.js'
import {
  CONTACT_COLUMNS,
  type Creation,
  contactRow,
  EXPENSE_COLUMNS,
  expenseRow,
  monthDay,
  orderRow,
  PROMISE_COLUMNS,
  promiseRow,
  rowsOf,
  type TableRows,
} from './import-rows.js'
import type { Journal } from './journal.js'
import { bornOn, type Found, findFormer, formerOf, keepCrowd, type LookUp } from './looking-up.js'
import { ORDER_COLUMNS } from './order-rows.js'
import { readDeals, setCares } from './own-dealings.js'
import { anniversaryOf } from './records.js'
import type { Journalled, Row } from './schema.js'
import { type Db, insertText, putSearchText, runBatch, type SearchRow } from './sqlite.js'

/** Rows in SQL, and the ranges of ids they will fill. */
export interface Prepared {
  statements: string[]
  inserted: { table: Journalled; first: number; last: number }[]
}

const ROWS_PER_STATEMENT = 500

const put = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

async function readDiaries(db: Db, ids: number[], found: ReadonlyMap<number, Known>): Promise<void> {
  const contacts = await db
    .selectFrom('contact')
    .select(['client_id', 'at', 'channel', 'direction', 'text'])
    .where('client_id', 'in', ids)
    .execute()
  for (const row of contacts) {
    const diary = found.get(row.client_id)?.diary
    if (!diary) continue
    diary.contacts.add(contactKey(row))
    if (row.at > (diary.last ?? '')) diary.last = row.at
  }
  const promises = await db
    .selectFrom('promise')
    .select(['client_id', 'due', 'kind', 'text'])
    .where('client_id', 'in', ids)
    .execute()
  for (const row of promises) found.get(row.client_id)?.diary?.promises.add(promiseKey(row))
  await readDeals(db, ids, found)
}

/** `currency`: the base currency, of costs of contacts. */
export function importQueries(db: Db, journal: Journal, currency: string) {
  /** Numbers the rows of each table and puts them into SQL; tables come parents first. */
  async function prepared(tables: readonly TableRows[], search: readonly SearchRow[]): Promise<Prepared> {
    const statements: string[] = []
    const inserted: Prepared['inserted'] = []
    for (const { table, columns, values } of tables) {
      if (values.length === 0) continue
      const first = table === 'client' ? Number(values[0]?.[0]) : await journal.reserve(table, values.length)
      if (table !== 'client') {
        columns.push('id')
        for (let index = 0; index < values.length; index += 1) values[index]?.push(first + index)
      }
      for (let from = 0; from < values.length; from += ROWS_PER_STATEMENT)
        statements.push(insertText(table, columns, values.slice(from, from + ROWS_PER_STATEMENT)))
      inserted.push({ table, first, last: first + values.length - 1 })
    }
    return { statements: [...statements, putSearchText(search)], inserted }
  }

  return {
    reserveClients: (count: number): Promise<number> => journal.reserve('client', count),

    async find({ points, externals, names, ids, births = [], called, cities, borne }: LookUp): Promise<Found> {
      const found: Found = { byPoint: new Map(), byExternal: new Map(), byName: new Map(), ids: [], born: [] }
      if (points.length > 0) {
        const rows = await db
          .selectFrom('contact_point')
          .innerJoin('client', 'client.id', 'contact_point.client_id')
          .select(['contact_point.kind', 'contact_point.value', 'contact_point.client_id', 'client.sort_key'])
          .where('contact_point.value', 'in', [...points])
          .where('client.archived_at', 'is', null)
          .execute()
        const isMeant = ({ sort_key, value }: (typeof rows)[number]): boolean =>
          called?.has(sort_key) !== false || borne?.has(value) === true
        for (const row of keepCrowd(rows, pointKey, isMeant)) put(found.byPoint, pointKey(row), row.client_id)
      }
      if (externals.length > 0) {
        const rows = await db
          .selectFrom('client')
          .select(['id', 'external_id', 'external_system'])
          .where('external_id', 'in', [...externals])
          .execute()
        for (const row of rows)
          put(found.byExternal, row.external_id ?? '', { id: row.id, system: row.external_system })
      }
      if (names.length > 0) {
        const rows = await db
          .selectFrom('client')
          .select(['id', 'sort_key', 'city'])
          .where('sort_key', 'in', [...new Set(names.map(sortKey))])
          .where('archived_at', 'is', null)
          .execute()
        const isAsked = ({ city }: { city: string | null }) => !cities || (city !== null && cities.has(looseText(city)))
        for (const row of keepCrowd(rows, ({ sort_key }) => sort_key, isAsked)) put(found.byName, row.sort_key, row.id)
      }
      if (ids.length > 0) {
        const rows = await db
          .selectFrom('client')
          .select('id')
          .where('id', 'in', [...ids])
          .execute()
        found.ids = rows.map(({ id }) => id)
      }
      if (births.length > 0) found.born = await bornOn(db, births)
      await findFormer(db, { externals, names, ids }, found)
      return found
    },

    /** Clients as an import looks at them; with their diaries when rows of the file bring something for these. */
    async known(wanted: readonly number[], withDiary: boolean): Promise<Map<number, Known>> {
      const found = new Map<number, Known>()
      if (wanted.length === 0) return found
      const ids = [...wanted]
      for (const row of await db.selectFrom('client').selectAll().where('id', 'in', ids).execute())
        found.set(row.id, {
          id: row.id,
          kind: row.kind,
          name: row.name,
          status: row.status,
          vip: row.vip === 1,
          created_at: row.created_at,
          values: Object.fromEntries(VALUE_KEYS.map((key) => [key, row[key]])) as unknown as Values,
          points: new Set(),
          tags: new Set(),
          dates: new Map(),
          companies: new Set(),
          custom: new Map(),
          consents: new Map(),
          former: [],
          diary: withDiary ? { contacts: new Set(), promises: new Set(), last: null, deals: noDeals() } : null,
        })
      for (const row of await db
        .selectFrom('contact_point')
        .select(['client_id', 'kind', 'value'])
        .where('client_id', 'in', ids)
        .execute())
        found.get(row.client_id)?.points.add(pointKey(row))
      for (const row of await db
        .selectFrom('client_tag')
        .select(['client_id', 'tag_key'])
        .where('client_id', 'in', ids)
        .execute())
        found.get(row.client_id)?.tags.add(row.tag_key)
      for (const row of await db.selectFrom('anniversary').selectAll().where('client_id', 'in', ids).execute())
        found.get(row.client_id)?.dates.set(dateKey(row), formatAnniversary(anniversaryOf(row)))
      const companies = await db
        .selectFrom('relation')
        .innerJoin('client', 'client.id', 'relation.company_id')
        .select(['relation.client_id', 'client.name'])
        .where('relation.client_id', 'in', ids)
        .execute()
      for (const row of companies) found.get(row.client_id)?.companies.add(companyKey(row.name))
      const custom = await db
        .selectFrom('custom_value')
        .innerJoin('custom_field', 'custom_field.id', 'custom_value.field_id')
        .select(['custom_value.client_id', 'custom_field.key', 'custom_value.value'])
        .where('custom_value.client_id', 'in', ids)
        .execute()
      for (const row of custom) found.get(row.client_id)?.custom.set(row.key, row.value)
      await readConsents(db, ids, found)
      for (const [id, former] of await formerOf(db, ids)) {
        const known = found.get(id)
        if (known) known.former = former
      }
      if (withDiary) await readDiaries(db, ids, found)
      return found
    },

    /** Every company by its key: a file's company column is joined to what is there. */
    async companies(): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('client')
        .select(['id', 'name'])
        .where('kind', '=', 'company')
        .where('archived_at', 'is', null)
        .orderBy('id', 'desc')
        .execute()
      const former = await db
        .selectFrom('merging')
        .innerJoin('client', 'client.id', 'merging.kept_id')
        .select(['merging.kept_id as id', 'merging.name'])
        .where('client.kind', '=', 'company')
        .where('client.archived_at', 'is', null)
        .execute()
      return new Map([...former, ...rows].map(({ id, name }) => [companyKey(name), id]))
    },

    async customFieldIds(): Promise<Map<string, number>> {
      const rows = await db.selectFrom('custom_field').select(['id', 'key']).execute()
      return new Map(rows.map(({ id, key }) => [key, id]))
    },

    addCustomField: (field: {
      key: string
      label: string | null
      type: FieldType
      choices: string[]
    }): Promise<number> => journal.insert('custom_field', { ...field, choices: JSON.stringify(field.choices) }),

    /** Runs what was prepared, in one trip, and notes it in the journal. */
    async create({ statements, inserted }: Prepared): Promise<void> {
      for (const { table, first, last } of inserted) await journal.noteInserted(table, first, last)
      await runBatch(db, statements)
    },

    /** Puts new clients into SQL; their ids were reserved in this order. */
    async prepare(
      creations: readonly Creation[],
      now: string,
      fieldIds: ReadonlyMap<string, number>,
    ): Promise<Prepared> {
      if (creations.length === 0) return { statements: [], inserted: [] }
      const { tables, search } = rowsOf(creations, now, fieldIds, currency)
      return prepared(tables, search)
    },

    /** Adds to clients that are there what their rows bring. */
    async extend(
      extensions: readonly { id: number; additions: Additions; companies: { id: number; role: string | null }[] }[],
      fieldIds: ReadonlyMap<string, number>,
    ): Promise<void> {
      await journal.updateMany(
        'client',
        extensions.flatMap(({ id, additions: { values, status, vip } }) => {
          const patch = {
            ...values,
            ...(status === null ? {} : { status }),
            ...(vip === null ? {} : { vip: vip ? 1 : 0 }),
          }
          return Object.keys(patch).length === 0 ? [] : [{ id, patch }]
        }),
      )
      const insertAll = async <T extends Journalled>(table: T, rows: Omit<Row<T>, 'id'>[]): Promise<void> => {
        if (rows.length === 0) return
        const first = await journal.reserve(table, rows.length)
        await journal.insertMany(table, rows.map((row, index) => ({ id: first + index, ...row })) as never)
      }
      await insertAll(
        'contact_point',
        extensions.flatMap(({ id, additions }) =>
          additions.points.map(({ kind, label, typed, value }) => ({ client_id: id, kind, label, typed, value })),
        ),
      )
      await insertAll(
        'client_tag',
        extensions.flatMap(({ id, additions }) =>
          [...new Map(additions.tags.map((tag) => [tagKeyOf(tag), tag]))].map(([tag_key, tag]) => ({
            client_id: id,
            tag,
            tag_key,
          })),
        ),
      )
      await insertAll(
        'relation',
        extensions.flatMap(({ id, companies }) =>
          companies.map((company) => ({ client_id: id, company_id: company.id, role: company.role })),
        ),
      )
      for (const [table, columns, rows] of [
        [
          'contact',
          CONTACT_COLUMNS,
          extensions.flatMap(({ id, additions }) => additions.history.map((each) => contactRow(id, each, currency))),
        ],
        [
          'promise',
          PROMISE_COLUMNS,
          extensions.flatMap(({ id, additions }) => additions.promises.map((each) => promiseRow(id, each))),
        ],
        [
          'client_order',
          ORDER_COLUMNS,
          extensions.flatMap(({ id, additions }) => additions.purchases.map((each) => orderRow(id, each))),
        ],
        [
          'expense',
          EXPENSE_COLUMNS,
          extensions.flatMap(({ id, additions }) => additions.expenses.map((each) => expenseRow(id, each))),
        ],
      ] as const)
        await insertAll(
          table,
          rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))) as never,
        )
      await setCares(db, journal, extensions)
      await setConsents(
        db,
        journal,
        extensions.map(({ id, additions: { consents } }) => ({ id, consents })),
      )
      for (const { id, additions } of extensions) {
        for (const date of additions.dates) {
          const existing = await db
            .selectFrom('anniversary')
            .select(['id', 'who'])
            .where('client_id', '=', id)
            .where('occasion', '=', date.occasion)
            .execute()
          const same = existing.find(({ who }) => who === date.who)
          const value = {
            year: date.anniversary.year,
            month_day: monthDay(date),
            ...(date.gift === null ? {} : { gift: date.gift }),
          }
          if (same) await journal.update('anniversary', same.id, value)
          else
            await journal.insert('anniversary', {
              client_id: id,
              occasion: date.occasion,
              who: date.who,
              remind_days: date.remind_days,
              ...value,
            })
        }
        for (const { key, value } of additions.custom) {
          const field_id = fieldIds.get(key)
          if (field_id === undefined) continue
          const existing = await db
            .selectFrom('custom_value')
            .select('id')
            .where('client_id', '=', id)
            .where('field_id', '=', field_id)
            .executeTakeFirst()
          if (existing) await journal.update('custom_value', existing.id, { value })
          else await journal.insert('custom_value', { client_id: id, field_id, value })
        }
      }
    },

    /** Records out of whose texts somebody may have been cut, by client. */
    cutTexts: (): Promise<Map<number, CutTexts>> => cutTexts(db),

    /** Of these clients, those of whom nobody is known to have recommended them. */
    async withoutReferrer(ids: readonly number[]): Promise<number[]> {
      const open: number[] = []
      for (let from = 0; from < ids.length; from += 1000) {
        const rows = await db
          .selectFrom('client')
          .select('id')
          .where('id', 'in', ids.slice(from, from + 1000))
          .where('referred_by', 'is', null)
          .execute()
        open.push(...rows.map(({ id }) => id))
      }
      return open
    },

    setReferrers: (links: readonly { id: number; referrer: number }[]): Promise<number> =>
      journal.updateMany(
        'client',
        links.map(({ id, referrer }) => ({ id, patch: { referred_by: referrer } })),
      ),
  }
}
