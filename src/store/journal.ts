import { sql } from 'kysely'
import { searchKey } from '../domain/fold.js'
import { belongsTo, type Whose } from './dealings.js'
import { JOURNALLED, type Journalled, type NewRow, type Patch, type Row, type Table } from './schema.js'
import {
  archiveRange,
  type Db,
  dropSearch,
  dropSearchOf,
  insertText,
  lastId,
  putSearch,
  runBatch,
  type SearchRow,
  updateRows,
} from './sqlite.js'
import { dropStandings, dropStandingsOf, StaleClients } from './stale.js'
import type { Judging } from './standing.js'

const CHUNK = 500
/** Clients whose status changes in one statement. */
const CLIENTS_AT_ONCE = 10_000

interface Change {
  table: Journalled
  action: 'insert' | 'update' | 'delete'
  first: number
  last: number
  client: number | null
  body: string | null
}

type AnyRow = Record<string, unknown> & { id: number }

/** Tables whose rows are part of a client's card: changing one changes the client. */
const PART_OF_CARD: ReadonlySet<string> = new Set([
  'contact_point',
  'relation',
  'anniversary',
  'client_tag',
  'custom_value',
])

/** Text of a client that decides its search words. */
const SEARCHED: ReadonlySet<string> = new Set(['name', 'note'])

/**
 * The only way to change rows that belong to the user. It writes down what it does, so that the operation can be taken
 * back: created rows as ranges of ids, changed ones with both values, removed ones whole. The operation itself is
 * written with its first change; nothing changed, nothing written.
 */
export class Journal {
  #operation: number | null = null
  #rows = 0
  #changes: Change[] = []
  #created = new Map<Journalled, { first: number; last: number }[]>()
  #lastIds = new Map<Journalled, number>()
  #touched = new Set<number>()
  #unsearched = new Set<number>()
  #renamed = new Set<number>()

  readonly #stale: StaleClients

  constructor(
    readonly db: Db,
    readonly entry: { at: string; command: string; undoes?: number },
    judging: Judging,
  ) {
    this.#stale = new StaleClients(db, judging)
  }

  /** The operation's number, or null while nothing has changed. */
  get operation(): number | null {
    return this.#operation
  }

  /** Numbers `count` new rows of a table; within a write transaction nobody else takes them. */
  async reserve(table: Journalled, count: number): Promise<number> {
    const known = this.#lastIds.get(table) ?? (await lastId(this.db, table))
    this.#lastIds.set(table, known + count)
    return known + 1
  }

  async insert<T extends Journalled>(table: T, row: NewRow<T>): Promise<number> {
    const id = await this.reserve(table, 1)
    await this.insertMany(table, [{ ...row, id }])
    return id
  }

  /** Rows must carry ids that were reserved, ascending and without gaps, and must all have the same columns. */
  async insertMany<T extends Journalled>(table: T, rows: readonly (NewRow<T> & { id: number })[]): Promise<void> {
    const statements: string[] = []
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK) as unknown as AnyRow[]
      const columns = Object.keys(chunk[0] ?? {})
      statements.push(
        insertText(
          table,
          columns,
          chunk.map((row) => columns.map((column) => row[column])),
        ),
      )
    }
    const first = rows[0]?.id
    const last = rows[rows.length - 1]?.id
    if (first === undefined || last === undefined) return
    await runBatch(this.db, statements)
    await this.#noteCreated(table, first, last, rows.length === 1 ? (rows[0] as unknown as AnyRow) : null)
    for (const row of rows) this.#stale.row(table, row as unknown as AnyRow)
    for (const row of rows) this.#called(table, row as unknown as AnyRow)
    if (PART_OF_CARD.has(table))
      for (const row of rows) this.#touch((row as unknown as { client_id: number }).client_id, table)
    if (table === 'client') for (const { id } of rows) this.#unsearched.add(id)
  }

  /** For the bulk loader, which writes the rows and their search words itself. */
  async noteInserted(table: Journalled, first: number, last: number): Promise<void> {
    this.#stale.range(table, first, last)
    await this.#noteCreated(table, first, last, null)
  }

  async #noteCreated(table: Journalled, first: number, last: number, single: AnyRow | null): Promise<void> {
    await this.#begin()
    const ranges = this.#created.get(table) ?? []
    this.#created.set(table, ranges)
    this.#rows += last - first + 1
    const previous = ranges[ranges.length - 1]
    if (previous && previous.last === first - 1 && single === null && (previous as Change).client === null) {
      previous.last = last
      return
    }
    const client = single === null ? null : ownerOf(table, single)
    const range = { table, action: 'insert' as const, first, last, client, body: null }
    ranges.push(range)
    this.#changes.push(range)
  }

  update<T extends Journalled>(table: T, id: number, patch: Patch<T>): Promise<number> {
    return this.updateMany(table, [{ id, patch }])
  }

  /** Changes what differs and returns how many rows did. */
  async updateMany<T extends Journalled>(
    table: T,
    patches: readonly { id: number; patch: Patch<T> }[],
  ): Promise<number> {
    let changed = 0
    for (let from = 0; from < patches.length; from += CHUNK) {
      const chunk = new Map(
        patches.slice(from, from + CHUNK).map(({ id, patch }) => [id, patch as Record<string, unknown>]),
      )
      const groups = new Map<string, { columns: string[]; rows: unknown[][] }>()
      for (const row of await this.rowsOf(table, [...chunk.keys()], columnsFor(table, [...chunk.values()]))) {
        const patch = chunk.get(row.id) ?? {}
        const columns = Object.keys(patch).filter(
          (column) => patch[column] !== undefined && patch[column] !== row[column],
        )
        if (columns.length === 0) continue
        changed += 1
        const group = groups.get(columns.join()) ?? { columns, rows: [] }
        groups.set(columns.join(), group)
        group.rows.push([row.id, ...columns.map((column) => patch[column])])
        this.#noteUpdate(table, row, columns, patch)
      }
      for (const { columns, rows } of groups.values()) await updateRows(this.db, table, columns, rows)
      if (groups.size > 0) await this.#begin()
      if (this.#changes.length > 2_000) await this.#flush()
    }
    return changed
  }

  #noteUpdate(table: Journalled, row: AnyRow, columns: string[], patch: Record<string, unknown>): void {
    const pick = (from: Record<string, unknown>): Record<string, unknown> =>
      Object.fromEntries(columns.map((column) => [column, from[column]]))
    const client = ownerOf(table, row)
    this.#stale.change(table, row, patch)
    this.#called(table, row)
    this.#called(table, patch)
    this.#rows += 1
    this.#changes.push({
      table,
      action: 'update',
      first: row.id,
      last: row.id,
      client,
      body: JSON.stringify({ before: pick(row), after: pick(patch) }),
    })
    if (table === 'client') {
      if (!columns.includes('updated_at')) this.#touched.add(row.id)
      if (columns.some((column) => SEARCHED.has(column))) this.#unsearched.add(row.id)
      if (columns.includes('name')) this.#renamed.add(row.id)
    } else if (PART_OF_CARD.has(table) && client !== null) {
      this.#touch(client, table)
      if (typeof patch.client_id === 'number') this.#touch(patch.client_id, table)
    }
  }

  /** Makes clients of those among these who were of another status, by SQL alone, for an import that does it to thousands. */
  async makeClients(ids: readonly number[], was: 'lead' | 'former'): Promise<void> {
    const sorted = [...ids].sort((a, b) => a - b).map((id) => Math.trunc(id))
    for (let from = 0; from < sorted.length; from += CLIENTS_AT_ONCE) {
      const where = sql`id in (${sql.raw(sorted.slice(from, from + CLIENTS_AT_ONCE).join(','))}) and status = ${was}`
      const { rows } = await sql<{ id: number }>`select id from client where ${where} limit 1`.execute(this.db)
      if (rows.length === 0) continue
      await this.#begin()
      const noted = await sql`insert into change (operation_id, table_name, action, first_id, last_id, client_id, body)
        select ${this.#operation}, 'client', 'update', id, id, id, json_object(
          'before', json_object('status', status, 'updated_at', updated_at),
          'after', json_object('status', 'client', 'updated_at', ${this.entry.at})) from client where ${where}`.execute(
        this.db,
      )
      this.#rows += Number(noted.numAffectedRows ?? 0)
      await sql`update client set status = 'client', updated_at = ${this.entry.at} where ${where}`.execute(this.db)
    }
  }

  async remove(table: Journalled, ids: readonly number[]): Promise<number> {
    let removed = 0
    const sorted = [...ids].sort((a, b) => a - b)
    for (let from = 0; from < sorted.length; from += CHUNK) {
      const rows = await this.rowsOf(table, sorted.slice(from, from + CHUNK))
      for (const row of rows) {
        const columns = Object.keys(row)
        const client = ownerOf(table, row)
        const body = JSON.stringify({ columns, rows: [columns.map((column) => row[column])] })
        await this.#begin()
        this.#changes.push({ table, action: 'delete', first: row.id, last: row.id, client, body })
        this.#rows += 1
        removed += 1
        this.#stale.row(table, row)
        this.#called(table, row)
        if (PART_OF_CARD.has(table) && client !== null) this.#touch(client, table)
      }
      const gone = rows.map(({ id }) => id)
      if (table === 'client' && gone.length > 0) await this.#forget(gone)
      if (gone.length > 0)
        await this.db
          .deleteFrom(table as 'client')
          .where('id', 'in', gone)
          .execute()
      if (this.#changes.length > 2_000) await this.#flush()
    }
    return removed
  }

  /** Takes out what is kept of clients that go, beside their rows. */
  async #forget(ids: readonly number[]): Promise<void> {
    await dropStandingsOf(this.db, ids)
    await dropSearchOf(this.db, ids)
    for (const id of ids) {
      this.#unsearched.delete(id)
      this.#touched.delete(id)
    }
  }

  /** Takes a whole range of rows out, keeping them in the journal. For undo, on ranges that one operation created. */
  async removeRange(table: Journalled, first: number, last: number): Promise<void> {
    await this.#begin()
    await this.#flush()
    const columns = await this.#columnsOf(table)
    await this.#stale.removing(table, first, last)
    if (table === 'merging') for (const row of await this.#rowsBetween(table, first, last)) this.#called(table, row)
    if (table === 'client') await dropStandings(this.db, first, last)
    const step = 2_000
    for (let from = first; from <= last; from += step) {
      const until = Math.min(last, from + step - 1)
      this.#rows += await archiveRange(this.db, {
        table,
        columns,
        first: from,
        last: until,
        operation: this.#operation ?? 0,
      })
    }
    if (table === 'client') {
      await dropSearch(this.db, first, last)
      for (const id of this.#unsearched) if (id >= first && id <= last) this.#unsearched.delete(id)
      for (const id of this.#touched) if (id >= first && id <= last) this.#touched.delete(id)
    }
  }

  /** Puts removed rows back under their own ids. */
  async restoreRows(
    table: Journalled,
    columns: readonly string[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void> {
    const at = columns.indexOf('id')
    const ids = rows.map((row) => Number(row[at]))
    await runBatch(this.db, [insertText(table, columns, rows)])
    // Ranges in the journal must hold nothing else, or taking this back would take too much.
    let start = 0
    for (let index = 1; index <= ids.length; index += 1) {
      if (index < ids.length && ids[index] === (ids[index - 1] ?? 0) + 1) continue
      const single =
        index - start === 1
          ? Object.fromEntries(columns.map((column, position) => [column, rows[start]?.[position]]))
          : null
      await this.#noteCreated(table, ids[start] ?? 0, ids[index - 1] ?? 0, single as AnyRow | null)
      this.#stale.range(table, ids[start] ?? 0, ids[index - 1] ?? 0)
      start = index
    }
    const owner = columns.indexOf('client_id')
    if (table === 'client') for (const id of ids) this.#unsearched.add(id)
    else if (table === 'relation') for (const row of rows) this.#unsearched.add(Number(row[owner]))
    else if (table === 'merging') for (const row of rows) this.#unsearched.add(Number(row[columns.indexOf('kept_id')]))
  }

  /** Whole rows, or only some columns of them. */
  rowsOf(table: Journalled, ids: readonly number[], columns: readonly string[] | null = null): Promise<AnyRow[]> {
    const query = this.db.selectFrom(table as 'client')
    return (columns === null ? query.selectAll() : query.select([...columns] as 'id'[]))
      .where('id', 'in', [...ids])
      .orderBy('id')
      .execute() as unknown as Promise<AnyRow[]>
  }

  #rowsBetween(table: Journalled, first: number, last: number): Promise<AnyRow[]> {
    const query = this.db.selectFrom(table as 'client').selectAll()
    return query.where('id', '>=', first).where('id', '<=', last).execute() as unknown as Promise<AnyRow[]>
  }

  async #columnsOf(table: Table): Promise<string[]> {
    const row = await this.db
      .selectFrom(table as 'client')
      .selectAll()
      .limit(1)
      .executeTakeFirst()
    return Object.keys(row ?? {})
  }

  /** Whoever others went into is found by their names too. */
  #called(table: Journalled, row: Readonly<Record<string, unknown>>): void {
    if (table === 'merging' && typeof row.kept_id === 'number') this.#unsearched.add(row.kept_id)
  }

  #touch(client: number, table: string): void {
    this.#touched.add(client)
    if (table === 'relation') this.#unsearched.add(client)
  }

  async #begin(): Promise<void> {
    if (this.#operation !== null) return
    const { at, command, undoes } = this.entry
    const { insertId } = await this.db
      .insertInto('operation')
      .values({ at, command, rows: 0, state: 'done', undoes: undoes ?? null, undone_by: null })
      .executeTakeFirstOrThrow()
    this.#operation = Number(insertId)
  }

  /** Created ranges stay open while they may still grow; everything else is written. */
  async #flush(final = false): Promise<void> {
    const open = new Set<Change>()
    if (!final)
      for (const ranges of this.#created.values()) for (const range of ranges.slice(-1)) open.add(range as Change)
    const ready = this.#changes.filter((change) => !open.has(change))
    this.#changes = this.#changes.filter((change) => open.has(change))
    const columns = ['operation_id', 'table_name', 'action', 'first_id', 'last_id', 'client_id', 'body']
    for (let from = 0; from < ready.length; from += CHUNK) {
      const rows = ready
        .slice(from, from + CHUNK)
        .map(({ table, action, first, last, client, body }) => [
          this.#operation,
          table,
          action,
          first,
          last,
          client,
          body,
        ])
      await runBatch(this.db, [insertText('change', columns, rows)])
    }
  }

  /** Writes what is left: search words, change times, the journal's own rows. Called once, before the commit. */
  async finish(): Promise<void> {
    if (this.#operation === null) return
    const born = this.#created.get('client') ?? []
    const touched = [...this.#touched].filter((id) => !born.some(({ first, last }) => id >= first && id <= last))
    if (touched.length > 0 && this.entry.undoes === undefined) await this.#stampAll(touched)
    await this.#noteStaffOf([...this.#renamed])
    await this.reindex([...this.#unsearched])
    await this.#stale.settle()
    await this.#flush(true)
    await this.db.updateTable('operation').set({ rows: this.#rows }).where('id', '=', this.#operation).execute()
  }

  /** Whoever belongs to a company is found by its name. */
  async #noteStaffOf(companies: readonly number[]): Promise<void> {
    for (let from = 0; from < companies.length; from += CHUNK) {
      const { rows } = await sql<{ client_id: number }>`select client_id from relation
        where ${belongsTo('company_id', { ids: companies.slice(from, from + CHUNK) })}`.execute(this.db)
      for (const { client_id } of rows) this.#unsearched.add(client_id)
    }
  }

  /** Writes down when these clients were changed, by SQL alone: there may be as many as there are clients. */
  async #stampAll(ids: readonly number[]): Promise<void> {
    const { at } = this.entry
    for (let from = 0; from < ids.length; from += CHUNK) {
      const chunk = ids.slice(from, from + CHUNK).map((id) => Math.trunc(id))
      const where = sql`id in (${sql.raw(chunk.join(','))}) and updated_at <> ${at}`
      const noted = await sql`insert into change (operation_id, table_name, action, first_id, last_id, client_id, body)
        select ${this.#operation}, 'client', 'update', id, id, id, json_object('before', json_object('updated_at', updated_at),
          'after', json_object('updated_at', ${at})) from client where ${where} order by id`.execute(this.db)
      this.#rows += Number(noted.numAffectedRows ?? 0)
      await sql`update client set updated_at = ${at} where ${where}`.execute(this.db)
    }
  }

  /** Writes the search words of these clients anew from their rows. */
  async reindex(ids: readonly number[]): Promise<void> {
    for (let from = 0; from < ids.length; from += CHUNK) {
      await putSearch(this.db, await searchRowsOf(this.db, { ids: ids.slice(from, from + CHUNK) }))
    }
  }
}

/** What the search index is to hold of these clients, worked out of their rows. */
export async function searchRowsOf(db: Db, whose: Whose): Promise<SearchRow[]> {
  const rows = await db
    .selectFrom('client')
    .select(['id', 'name', 'note'])
    .select((eb) =>
      eb
        .selectFrom('relation')
        .innerJoin('client as company', 'company.id', 'relation.company_id')
        .whereRef('relation.client_id', '=', 'client.id')
        .select(sql<string>`group_concat(company.name, ' ')`.as('names'))
        .as('companies'),
    )
    .select((eb) =>
      eb
        .selectFrom('merging')
        .whereRef('merging.kept_id', '=', 'client.id')
        .select(sql<string>`group_concat(merging.name || ' ' || coalesce(merging.kept_name, ''), ' ')`.as('names'))
        .as('gone'),
    )
    .where(belongsTo('client.id', whose))
    .execute()
  return rows.map(searchRow)
}

/** Columns that a change of a row needs to see; clients are wide, and of many all would take several times as long. */
const columnsFor = (table: Journalled, patches: readonly Record<string, unknown>[]): string[] | null =>
  table === 'client' ? [...new Set(['id', 'referred_by', ...patches.flatMap(Object.keys)])] : null

/** Whose history a row is part of. */
const ownerOf = (table: Journalled, row: AnyRow): number | null =>
  table === 'client' ? row.id : (((table === 'merging' ? row.kept_id : row.client_id) as number | undefined) ?? null)

/**
 * The search words of a client: its name (`gone`: and the names of those who went into it), and everything else that bare
 * words find it by.
 */
export function searchRow(
  row: Pick<Row<'client'>, 'id' | 'name' | 'note'> & { companies: string | null; gone?: string | null },
): SearchRow {
  const rest = [row.companies, row.note].filter((part) => part !== null && part !== '').join(' ')
  return {
    id: row.id,
    name: searchKey(row.gone ? `${row.name} ${row.gone}` : row.name),
    rest: rest === '' ? '' : searchKey(rest),
  }
}

export const isJournalled = (table: string): table is Journalled => (JOURNALLED as readonly string[]).includes(table)
