import { existsSync } from 'node:fs'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Expression,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
  sql,
  type Transaction,
} from 'kysely'
import sqlite3 from 'sqlite3'
import type { Schema } from './schema.js'

/*
 * Everything that only SQLite can do, and the only import of its driver. A second dialect (PostgreSQL) offers the same
 * exports: `openDatabase`, search, bulk loading, loose text comparison, versions, copies and integrity checks.
 */

export type Db = Kysely<Schema> | Transaction<Schema>

/** "CLNT": marks a file as a base of this program. */
export const APPLICATION_ID = 0x434c4e54

/** How long a command waits for another one's write transaction, in milliseconds. */
export const BUSY_TIMEOUT = 45_000

/** The codes that the rest of the store tells apart; anything else is a fault of ours or of the disk. */
export function errorCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}

/** Marks a text of several statements, which the driver must not stop after the first of. */
const BATCH = '/* batch */'

class Connection implements DatabaseConnection {
  constructor(readonly handle: sqlite3.Database) {}

  executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (text.startsWith(BATCH)) return this.exec(text).then(() => ({ rows: [] }))
    return new Promise((resolve, reject) => {
      if (/^\s*(select|with|pragma)\b|\breturning\b/i.test(text)) {
        this.handle.all(text, parameters as unknown[], (error, rows) =>
          error ? reject(error) : resolve({ rows: rows as R[] }),
        )
        return
      }
      this.handle.run(text, parameters as unknown[], function (error) {
        if (error) reject(error)
        else resolve({ rows: [], insertId: BigInt(this.lastID), numAffectedRows: BigInt(this.changes) })
      })
    })
  }

  exec(text: string): Promise<void> {
    return new Promise((resolve, reject) => this.handle.exec(text, (error) => (error ? reject(error) : resolve())))
  }

  // biome-ignore lint/correctness/useYield: rows are read in pages by id; the driver has no cursor to stream from.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered by this dialect')
  }
}

class SqliteDriver implements Driver {
  #connection: Connection
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => {}

  constructor(handle: sqlite3.Database) {
    this.#connection = new Connection(handle)
  }

  async init(): Promise<void> {}

  /** One connection, lent to one user at a time. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    let release = (): void => {}
    this.#free = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  /** Begun as a writer: a transaction that reads first and writes later fails at once when another has written between. */
  async beginTransaction(): Promise<void> {
    await this.#connection.exec('begin immediate')
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.exec('commit')
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.exec('rollback').catch(() => {})
  }

  destroy(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#connection.handle.close((error) => (error ? reject(error) : resolve())),
    )
  }
}

class SqliteDialect implements Dialect {
  constructor(readonly handle: sqlite3.Database) {}
  createDriver = (): Driver => new SqliteDriver(this.handle)
  createQueryCompiler = (): SqliteQueryCompiler => new SqliteQueryCompiler()
  createAdapter = (): SqliteAdapter => new SqliteAdapter()
  createIntrospector(): never {
    throw new Error('the schema is known; nothing introspects it')
  }
}

const openHandle = (file: string, mode: number): Promise<sqlite3.Database> =>
  new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, mode, (error) => (error ? reject(error) : resolve(handle)))
  })

/** Settings that hold for one connection; none of them writes to the file. */
const CONNECTION_PRAGMAS = `
  pragma foreign_keys = on;
  pragma synchronous = full;
  pragma trusted_schema = off;
  pragma cell_size_check = on;
  pragma temp_store = memory;
  pragma cache_size = -65536;`

/** Opens a base that exists (`create` false) or makes an empty file of the right kind. */
export async function openDatabase(
  file: string,
  { create, wait = BUSY_TIMEOUT }: { create: boolean; wait?: number },
): Promise<Kysely<Schema>> {
  const handle = await openHandle(file, sqlite3.OPEN_READWRITE | (create ? sqlite3.OPEN_CREATE : 0))
  handle.serialize()
  const db = new Kysely<Schema>({ dialect: new SqliteDialect(handle) })
  try {
    await new Connection(handle).exec(`pragma busy_timeout = ${Math.trunc(wait)};${CONNECTION_PRAGMAS}`)
    if (create)
      await new Connection(handle).exec(
        `pragma page_size = 8192; pragma journal_mode = wal; pragma application_id = ${APPLICATION_ID};`,
      )
  } catch (error) {
    // Kysely closes only what it has used.
    await new Promise<void>((resolve) => handle.close(() => resolve()))
    throw error
  }
  return db
}

const run = async (db: Db, text: string): Promise<void> => {
  await db.executeQuery(CompiledQuery.raw(text))
}

export interface Identity {
  application: number
  version: number
  tables: number
}

/** What kind of file this is and which schema it has; reads only. */
export async function identity(db: Db): Promise<Identity> {
  const { rows } = await sql<Identity>`select
    (select application_id from pragma_application_id) as application,
    (select user_version from pragma_user_version) as version,
    (select count(*) from sqlite_master) as tables`.execute(db)
  return rows[0] ?? { application: 0, version: 0, tables: 0 }
}

/** How long to wait for another's write from now on, in milliseconds. */
export const waitFor = (db: Db, milliseconds: number): Promise<void> =>
  run(db, `pragma busy_timeout = ${Math.trunc(milliseconds)}`)

export const setVersion = (db: Db, version: number): Promise<void> =>
  run(db, `pragma user_version = ${Math.trunc(version)}`)

/** Foreign keys are checked at the end of this transaction instead of after each statement. */
export const deferForeignKeys = (db: Db): Promise<void> => run(db, 'pragma defer_foreign_keys = on')

/** A compact copy of the base as of now, while others use it. */
export async function copyTo(db: Kysely<Schema>, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists`)
  await db.executeQuery(CompiledQuery.raw('vacuum into ?', [file]))
}

/** The driver's copying of pages, which its types leave out. */
interface WithBackup {
  backup(
    file: string,
    to: string,
    from: string,
    fileIsTarget: boolean,
    begun: (error: Error | null) => void,
  ): {
    step(pages: number, done: (error: Error | null) => void): void
    finish(done: () => void): void
    completed: boolean
  }
}

/** Moves the log into the file and throws when it cannot all be moved. */
export async function checkpoint(db: Db): Promise<void> {
  const { rows } = await sql<{ busy: number; log: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  if (rows[0]?.busy !== 0)
    throw Object.assign(new Error('the log could not be moved into the base'), { code: 'SQLITE_BUSY' })
}

/** Replaces the whole content of an open base by that of a file, in one transaction that others see whole or not at all. */
export async function replaceBy(target: string, source: string): Promise<void> {
  const handle = await openHandle(target, sqlite3.OPEN_READWRITE)
  try {
    await new Connection(handle).exec(`pragma busy_timeout = ${BUSY_TIMEOUT}; pragma synchronous = full;`)
    await new Promise<void>((resolve, reject) => {
      const backup = (handle as unknown as WithBackup).backup(source, 'main', 'main', false, (error) => {
        if (error) return reject(error)
        backup.step(-1, (stepError) => {
          backup.finish(() =>
            stepError || !backup.completed ? reject(stepError ?? new Error('the copy did not complete')) : resolve(),
          )
        })
      })
    })
  } finally {
    await new Promise<void>((resolve) => handle.close(() => resolve()))
  }
}

/** Problems of the file itself; empty when it is whole. */
export async function integrityProblems(db: Db): Promise<string[]> {
  const checked = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  const orphans = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(db)
  return [
    ...checked.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...orphans.rows.slice(0, 20).map((row) => `${row.table} ${row.rowid} -> ${row.parent}`),
  ]
}

export async function engineVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db)
  return rows[0]?.version ?? ''
}

/* ---- search: words of names, and of everything else that is searched, folded by the domain ---- */

export const SEARCH_STATEMENTS: readonly string[] = [
  `create virtual table client_search using fts5 (name, rest, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii')`,
]

export interface SearchRow {
  id: number
  name: string
  rest: string
}

export function putSearchText(rows: readonly SearchRow[]): string {
  const values = rows.map(({ id, name: words, rest }) => `(${id},${literal(words)},${literal(rest)})`)
  return `insert or replace into client_search (rowid, name, rest) values ${values.join(',')}`
}

export async function putSearch(db: Db, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length > 0) await run(db, putSearchText(rows))
}

export const dropSearch = (db: Db, first: number, last: number): Promise<void> =>
  run(db, `delete from client_search where rowid between ${Math.trunc(first)} and ${Math.trunc(last)}`)

export const dropSearchOf = (db: Db, ids: readonly number[]): Promise<void> =>
  run(db, `delete from client_search where rowid in (${ids.map((id) => Math.trunc(id)).join(',')})`)

export async function searchSize(db: Db): Promise<number> {
  const { rows } = await sql<{ size: number }>`select count(*) as size from client_search`.execute(db)
  return rows[0]?.size ?? 0
}

/**
 * Ids of the clients in whose name (or in whose name or other text) every word begins some word.
 * Each word comes as its alternative foldings, of letters and digits only. `or` is a further select of ids.
 */
export function matchingIds(
  words: readonly (readonly string[])[],
  scope: 'name' | 'all',
  or?: Expression<unknown>,
): Expression<number> {
  const terms = words.map(
    (alternatives) => `(${alternatives.map((each) => `"${each.replaceAll('"', '')}"*`).join(' OR ')})`,
  )
  const expression = terms.join(' AND ')
  const query = scope === 'name' ? `name : (${expression})` : expression
  const ids = sql<number>`select rowid as id from client_search where client_search match ${query}`
  return or === undefined ? sql<number>`(${ids})` : sql<number>`(select id from (${ids}) union ${or})`
}

/** Rows of `client_search` in whose name all these folded words stand. */
export const namedWith = (words: readonly string[]): Expression<boolean> =>
  sql<boolean>`client_search match ${`name : (${words.map((word) => `"${word.replaceAll('"', '')}"`).join(' AND ')})`}`

/* ---- text without case: SQLite folds ASCII only, so the letters' variants are spelled out in a pattern ---- */

const SAME: string[][] = [
  ['е', 'ё'],
  ['и', 'і'],
  ['г', 'ґ'],
  ["'", '’', 'ʼ', '`'],
]

function letterClass(letter: string): string {
  const variants = new Set<string>()
  const group = SAME.find((each) => each.includes(letter.toLowerCase())) ?? [letter]
  for (const each of group)
    for (const form of [each, each.toLowerCase(), each.toUpperCase()]) if ([...form].length === 1) variants.add(form)
  // Inside brackets only ] at the front and ^ elsewhere stand for themselves.
  const ordered = [...variants].sort(
    (a, b) => Number(b === ']') - Number(a === ']') || Number(a === '^') - Number(b === '^'),
  )
  if (ordered.length === 1 && /[\p{L}\p{N} ]/u.test(ordered[0] ?? '')) return ordered[0] ?? ''
  return ordered.length === 1 && ordered[0] === '^' ? '^' : `[${ordered.join('')}]`
}

/** `column` holds this text (whole), or has it at the beginning of a word (words); case, ё/е, і/и and ґ/г set aside. */
export function looselyMatches(
  column: Expression<unknown>,
  text: string,
  mode: 'whole' | 'words',
): Expression<boolean> {
  const pattern = [...text.normalize('NFC').trim()].map(letterClass).join('')
  if (mode === 'whole') return sql<boolean>`${column} glob ${pattern}`
  // A word begins behind anything that is neither a letter, a digit nor an apostrophe.
  return sql<boolean>`(${column} glob ${`${pattern}*`} or ${column} glob ${`*[^0-9A-Za-z_'’ʼ\u00c0-\u052f]${pattern}*`})`
}

/** The same value, of which no index is used: for a question where reading the table through is quicker. */
export const unindexed = <T>(value: Expression<T>): Expression<T> => sql<T>`+${value}`

/* ---- bulk loading ---- */

/**
 * A value as SQL text. Binding through N-API costs half a microsecond a value, five times what parsing costs SQLite, and
 * it costs it on the one JavaScript thread; so bulk loading, and only it, writes literals. Text is quoted by doubling
 * quotes, and NUL, which would end the statement early, never comes this far: the domain takes it out of all input.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('only finite numbers are kept')
    return String(value)
  }
  const text = String(value)
  if (text.includes('\u0000')) throw new Error('text with NUL is not kept')
  return text.includes("'") ? `'${text.replaceAll("'", "''")}'` : `'${text}'`
}

const name = (identifier: string): string => {
  if (!/^[a-z_]+$/.test(identifier)) throw new Error(`not a name of the schema: ${identifier}`)
  return `"${identifier}"`
}

/**
 * One statement for many rows. Columns that are the same in all of them are said once, beside the rows, which spares
 * SQLite a third of the parsing.
 */
export function insertText(table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const first = rows[0] ?? []
  const varies = columns.map((_, index) => rows.some((row) => row[index] !== first[index]))
  const varying: number[] = []
  const selected = columns.map((_, index) => {
    if (rows.length < 2 || varies[index]) {
      varying.push(index)
      return `column${varying.length}`
    }
    return literal(first[index])
  })
  const lines: string[] = []
  for (const row of rows) {
    let line = ''
    for (const index of varying) line += line === '' ? literal(row[index]) : `,${literal(row[index])}`
    lines.push(line)
  }
  const into = `insert into ${name(table)} (${columns.map(name).join(',')})`
  if (varying.length === columns.length) return `${into} values (${lines.join('),(')})`
  return `${into} select ${selected.join(',')} from (values (${lines.join('),(')}))`
}

/** Sets the same columns of many rows, each to its own values; a row is its id followed by the values. */
export async function updateRows(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const sets = columns.map((column, index) => `${name(column)} = v.column${index + 2}`)
  const values = rows.map((row) => `(${row.map(literal).join(',')})`)
  await run(
    db,
    `update ${name(table)} set ${sets.join(',')} from (values ${values.join(',')}) as v where ${name(table)}.id = v.column1`,
  )
}

/** Runs ready statements one after another in one trip to the database's thread. */
export async function runBatch(db: Db, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await run(db, BATCH + statements.join(';'))
}

/** Several columns of each row of a group as one JSON array of arrays: far fewer objects than a row each. */
export const collected = (columns: readonly Expression<unknown>[]): Expression<string> =>
  sql<string>`json_group_array(json_array(${sql.join([...columns])}))`

/** Puts a table of this connection alone before one of the base, without the rows of these clients. */
export async function shadow(db: Db, table: string, without: readonly number[]): Promise<void> {
  const ids = without.map((id) => Math.trunc(id)).join(',')
  await run(db, `create temp table ${name(table)} as select * from main.${name(table)} where client_id not in (${ids})`)
  await run(db, `create unique index temp.shadow_client on ${name(table)} (client_id)`)
}

export const unshadow = (db: Db, table: string): Promise<void> => run(db, `drop table if exists temp.${name(table)}`)

/** The highest id a table has ever given out; ids are never given twice. */
export async function lastId(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(db)
  return rows[0]?.seq ?? 0
}

/** Copies the rows of an id range into the journal as `{columns, rows}` and removes them; returns how many there were. */
export async function archiveRange(
  db: Db,
  {
    table,
    columns,
    first,
    last,
    operation,
  }: { table: string; columns: readonly string[]; first: number; last: number; operation: number },
): Promise<number> {
  const where = `from ${name(table)} where id between ${Math.trunc(first)} and ${Math.trunc(last)}`
  const { rows } = await db.executeQuery<{ size: number }>(CompiledQuery.raw(`select count(*) as size ${where}`))
  const size = rows[0]?.size ?? 0
  if (size === 0) return 0
  const client = table === 'client' ? 'id' : columns.includes('client_id') ? 'client_id' : 'null'
  await run(
    db,
    `insert into change (operation_id, table_name, action, first_id, last_id, client_id, body)
     select ${Math.trunc(operation)}, ${literal(table)}, 'delete', min(id), max(id),
       case when min(${client}) = max(${client}) then min(${client}) end,
       json_object('columns', json(${literal(JSON.stringify(columns))}), 'rows', json_group_array(json_array(${columns.map(name).join(',')}))) ${where}`,
  )
  await run(db, `delete ${where}`)
  return size
}
