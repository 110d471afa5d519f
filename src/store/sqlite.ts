import { existsSync, statSync } from 'node:fs'
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

/** Bytes of a page of the file. */
const PAGE_SIZE = 8192

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

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Who has waited this long for its turn to write asks more often than who has just come. */
const LONG_WAIT = 500

class Connection implements DatabaseConnection {
  /** How long this connection waits for another's write, in milliseconds. */
  wait = BUSY_TIMEOUT

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

  /**
   * Begins as a writer. SQLite's own waiting has fixed steps, so that in a crowd the same ones come too late again and again;
   * here everyone comes back after a time of chance, and the longer one has waited, the sooner.
   */
  async begin(): Promise<void> {
    let [expired, long] = [this.wait <= 0, false]
    const timers = [setTimeout(() => (expired = true), this.wait), setTimeout(() => (long = true), LONG_WAIT)]
    try {
      for (;;) {
        const error = await this.exec(`pragma busy_timeout = 0; begin immediate; ${this.waiting()}`).catch(
          (reason: Error) => reason,
        )
        if (error === undefined) return
        if (errorCode(error) !== 'SQLITE_BUSY' || expired) {
          await this.exec(this.waiting())
          throw Object.assign(error, { waited: true })
        }
        await pause(1 + Math.random() * (long ? 9 : 29))
      }
    } finally {
      for (const timer of timers) clearTimeout(timer)
    }
  }

  /** The pragma by which single statements wait as long as a beginning transaction does. */
  waiting(): string {
    return `pragma busy_timeout = ${Math.trunc(this.wait)}`
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

  constructor(connection: Connection) {
    this.#connection = connection
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
  beginTransaction(): Promise<void> {
    return this.#connection.begin()
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
  constructor(readonly connection: Connection) {}
  createDriver = (): Driver => new SqliteDriver(this.connection)
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

const connections = new WeakMap<Kysely<Schema>, Connection>()

async function connect(file: string, mode: number, wait: number, more = ''): Promise<Kysely<Schema>> {
  const handle = await openHandle(file, mode)
  handle.serialize()
  const connection = new Connection(handle)
  connection.wait = wait
  const db = new Kysely<Schema>({ dialect: new SqliteDialect(connection) })
  connections.set(db, connection)
  try {
    await connection.exec(`${connection.waiting()};${CONNECTION_PRAGMAS}${more}`)
  } catch (error) {
    // Kysely closes only what it has used.
    await new Promise<void>((resolve) => handle.close(() => resolve()))
    throw error
  }
  return db
}

/**
 * A new file says whose it is before its log begins: so the file itself tells it from the first page on, also when the
 * start that makes it is killed, and needs no look into the log.
 */
const NEW_FILE_PRAGMAS = `
  pragma page_size = ${PAGE_SIZE};
  pragma application_id = ${APPLICATION_ID};
  pragma journal_mode = wal;`

/** Opens a base that exists (`create` false) or makes an empty file of the right kind. */
export const openDatabase = (
  file: string,
  { create, wait = BUSY_TIMEOUT }: { create: boolean; wait?: number },
): Promise<Kysely<Schema>> =>
  create
    ? connect(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, wait, NEW_FILE_PRAGMAS)
    : connect(file, sqlite3.OPEN_READWRITE, wait)

/**
 * Opens a file only to look at it. When nothing lies beside it that belongs to it (`alone`), it is taken to stand still: no
 * lock, no log, nothing is written, wherever it is.
 */
export function openToLook(file: string, alone: boolean): Promise<Kysely<Schema>> {
  if (!alone) return connect(file, sqlite3.OPEN_READONLY, BUSY_TIMEOUT)
  const address = `file:${encodeURI(file).replaceAll('?', '%3f').replaceAll('#', '%23')}?mode=ro&immutable=1`
  return connect(address, sqlite3.OPEN_READONLY | sqlite3.OPEN_URI, BUSY_TIMEOUT)
}

/** Turns a base that another tool has left without a log into one with it; true when it is one now. */
export async function useLog(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode = wal`.execute(db)
  return rows[0]?.journal_mode === 'wal'
}

const run = async (db: Db, text: string): Promise<void> => {
  await db.executeQuery(CompiledQuery.raw(text))
}

export interface Identity {
  application: number
  version: number
  tables: number
  /** How many triggers, views and other tables of a module's making there are; a base of ours has none. */
  strangers: number
}

/**
 * What is neither a plain table nor an index, nor our search table. The text decides, not the column that says what kind of
 * thing it is: SQLite runs the text.
 */
const strange = sql`sql is not null and sql not like 'create table %' and sql not like 'create index %'
  and sql not like 'create unique index %' and not (name = 'client_search' and sql like 'create virtual table client_search using fts5%')`

/** What kind of file this is and which schema it has; reads only. */
export async function identity(db: Db): Promise<Identity> {
  const { rows } = await sql<Identity>`select
    (select application_id from pragma_application_id) as application,
    (select user_version from pragma_user_version) as version,
    count(*) as tables, coalesce(sum(${strange}), 0) as strangers from sqlite_master`.execute(db)
  return rows[0] ?? { application: 0, version: 0, tables: 0, strangers: 0 }
}

/** The names of what `identity` has counted as strangers. */
export async function strangers(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where ${strange} limit 20`.execute(db)
  return rows.map((row) => String(row.name))
}

export interface SchemaPart {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

/** All that the schema consists of, as texts. */
export async function schemaParts(db: Db): Promise<SchemaPart[]> {
  const { rows } = await sql<SchemaPart>`select type, name, tbl_name, sql from sqlite_master`.execute(db)
  return rows
}

/** How long to wait for another's write from now on, in milliseconds. */
export async function waitFor(db: Kysely<Schema>, milliseconds: number): Promise<void> {
  const connection = connections.get(db)
  if (connection !== undefined) connection.wait = milliseconds
  await run(db, `pragma busy_timeout = ${Math.trunc(milliseconds)}`)
}

export const setVersion = (db: Db, version: number): Promise<void> =>
  run(db, `pragma user_version = ${Math.trunc(version)}`)

/** Foreign keys are checked at the end of this transaction instead of after each statement. */
export const deferForeignKeys = (db: Db): Promise<void> => run(db, 'pragma defer_foreign_keys = on')

/** A compact copy of the base as of now, while others use it; an empty file may be there for it, with the rights it shall have. */
export async function copyTo(db: Kysely<Schema>, file: string): Promise<void> {
  if (existsSync(file) && statSync(file).size > 0) throw new Error(`${file} exists`)
  await db.executeQuery(CompiledQuery.raw('vacuum into ?', [file]))
}

/** What a base looked like at one moment: a number that every write of others changes, and how many rows each table has. */
export interface Counted {
  mark: number
  rows: ReadonlyMap<string, number>
}

/** Rows of every table, those inside the search index too, all counted in one moment. */
export const countRows = (db: Kysely<Schema>): Promise<Counted> =>
  inSnapshot(db, async (snapshot) => {
    const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master
      where type = 'table' and sql not like 'create virtual table %' order by name`.execute(snapshot)
    const rows = new Map<string, number>()
    for (const { name: table } of tables) {
      const counted = await sql<{ size: number }>`select count(*) as size from ${sql.table(table)}`.execute(snapshot)
      rows.set(table, counted.rows[0]?.size ?? 0)
    }
    return { mark: await changeMark(snapshot), rows }
  })

/** The number in `Counted.mark` as it is now. */
export async function changeMark(db: Db): Promise<number> {
  const { rows } = await sql<{ mark: number }>`select data_version as mark from pragma_data_version`.execute(db)
  return rows[0]?.mark ?? -1
}

/** A number that changes when the whole content is replaced, as by a restore, and never by ordinary writing. */
export async function contentMark(db: Db): Promise<number> {
  const { rows } = await sql<{ mark: number }>`select schema_version as mark from pragma_schema_version`.execute(db)
  return rows[0]?.mark ?? -1
}

/**
 * Rewrites a file that nobody else uses when its pages are not of the size that a base of ours has: a base with a log takes over
 * only content with pages of its own size.
 */
export async function repage(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ size: number }>`select page_size as size from pragma_page_size`.execute(db)
  if (rows[0]?.size === PAGE_SIZE) return
  await run(db, 'pragma journal_mode = delete')
  await run(db, `pragma page_size = ${PAGE_SIZE}`)
  await run(db, 'vacuum')
}

/** The driver's copying of pages, which its types leave out. */
interface PageCopying {
  step(pages: number, done: (error: Error | null) => void): void
  finish(done: () => void): void
  completed: boolean
}
interface WithBackup {
  backup(
    file: string,
    to: string,
    from: string,
    fileIsTarget: boolean,
    begun: (error: Error | null) => void,
  ): PageCopying
}

/** Moves the log into the file and throws when it cannot all be moved. */
export async function checkpoint(db: Db): Promise<void> {
  const { rows } = await sql<{ busy: number; log: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  if (rows[0]?.busy !== 0)
    throw Object.assign(new Error('the log could not be moved into the base'), { code: 'SQLITE_BUSY' })
}

const PLAIN_CODES: Record<number, string> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
}

/** Copying pages answers with codes that tell more (which write failed), and the driver has no name for these. */
const withCode = (error: Error & { errno?: number; code?: string }): Error =>
  Object.assign(error, { code: PLAIN_CODES[(error.errno ?? 0) & 0xff] ?? error.code })

/**
 * Replaces the whole content of a base by that of a file, in one transaction that others see whole or not at all. `before` runs
 * when the lock is held and nobody else can write any more: what it reads of the base is the last that was in it. What
 * it throws ends the matter, and the base stays as it was. A base without a log cannot be read while it is locked; there
 * `before` comes first.
 */
export async function replaceBy(
  target: string,
  source: string,
  { wait = BUSY_TIMEOUT, hasLog, before }: { wait?: number; hasLog: boolean; before: () => Promise<void> },
): Promise<void> {
  if (!hasLog) await before()
  const handle = await openHandle(target, sqlite3.OPEN_READWRITE)
  try {
    await new Connection(handle).exec(`pragma busy_timeout = ${Math.trunc(wait)}; pragma synchronous = full;`)
    const copying = await new Promise<PageCopying>((resolve, reject) => {
      const begun: PageCopying = (handle as unknown as WithBackup).backup(source, 'main', 'main', false, (error) =>
        error ? reject(error) : resolve(begun),
      )
    })
    const step = (pages: number): Promise<void> =>
      new Promise((resolve, reject) => copying.step(pages, (error) => (error ? reject(withCode(error)) : resolve())))
    try {
      // No page yet, but the lock.
      await step(0)
      if (hasLog) await before()
      await step(-1)
      if (!copying.completed) throw new Error('the copy did not complete')
    } finally {
      await new Promise<void>((resolve) => copying.finish(resolve))
    }
  } finally {
    await new Promise<void>((resolve) => handle.close(() => resolve()))
  }
}

/** Problems of the file itself; empty when it is whole. */
export async function integrityProblems(db: Db): Promise<string[]> {
  const pages = await searchPageProblems(db)
  if (pages.length > 0) return pages
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

/**
 * Writes the search index anew without the words of rows that went: a row that is taken out is only marked so, and its words
 * stay until a merge of the index's parts happens to meet them.
 */
export const compactSearch = (db: Db): Promise<void> =>
  run(db, `insert into client_search (client_search) values ('optimize')`)

/** From now on whatever this connection removes is overwritten with zeros, or is not any more. */
export const overwriteRemoved = (db: Db, on: boolean): Promise<void> =>
  run(db, `pragma secure_delete = ${on ? 'on' : 'off'}`)

/** Writes the whole file anew, so that nothing of earlier content is left between what is there. Not inside a transaction. */
export const rewrite = (db: Db): Promise<void> => run(db, 'vacuum')

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

/* ---- for `check` ---- */

/** Runs questions of which all answers are of one moment, whatever others write meanwhile; it hinders nobody. */
export const inSnapshot = <T>(db: Kysely<Schema>, work: (snapshot: Db) => Promise<T>): Promise<T> =>
  db.connection().execute(async (one) => {
    await run(one, 'begin')
    try {
      return await work(one)
    } finally {
      await run(one, 'rollback')
    }
  })

/**
 * Pages of the search index whose own lengths cannot be, which SQLite before 3.53.2 follows out of its memory (CVE-2026-11824).
 * So they are looked at as plain rows, before anything reads them as an index.
 */
async function searchPageProblems(db: Db): Promise<string[]> {
  const { rows: tables } =
    await sql`select 1 from sqlite_master where type = 'table' and name = 'client_search_data'`.execute(db)
  if (tables.length === 0) return []
  // A leaf has its segment's number above 37 bits, and no height; bytes 2 and 3 tell where its text ends.
  const { rows } = await sql<{ id: number }>`select cast(id as text) as id from client_search_data
    where typeof(block) <> 'blob' or (id >= (1 << 37) and id < (1 << 53) and ((id >> 31) & 63) = 0
      and (length(block) < 4 or hex(substr(block, 3, 2)) < '0004' or hex(substr(block, 3, 2)) > printf('%04X', length(block))))
    limit 20`.execute(db)
  return rows.map(({ id }) => `client_search_data ${id}: not a page of a search index`)
}

/** Does a problem of the file concern nothing but the search index, which can be made anew? */
export const isOfSearchAlone = (problem: string): boolean =>
  /^(?:malformed|unable to validate the) inverted index for FTS5 table main\.client_search(?:$|:)/.test(problem) ||
  /^fts5: corruption .* table "client_search"$/.test(problem)

/** Which clients a word of the search index stands for, and in which of the two columns: `12:name,40:rest`. */
export interface IndexedWord {
  term: string
  places: string
}

/** The words of the search index in portions, in their own order, behind `after`. */
export async function indexedWords(db: Db, after: string, limit: number): Promise<IndexedWord[]> {
  await run(db, 'create virtual table if not exists temp.search_word using fts5vocab(main, client_search, instance)')
  const { rows } = await sql<IndexedWord>`select term, group_concat(doc || ':' || col) as places from temp.search_word
    where term > ${after} group by term order by term limit ${limit}`.execute(db)
  return rows
}

/** Ids of clients that the search index does not know, and of those it knows though they are no clients. */
export async function unsearchedAndGone(db: Db): Promise<{ unsearched: number[]; gone: number[] }> {
  const { rows: unsearched } = await sql<{ id: number }>`select id from client
    where id not in (select rowid from client_search)`.execute(db)
  const { rows: gone } = await sql<{ id: number }>`select rowid as id from client_search
    where rowid not in (select id from client)`.execute(db)
  return { unsearched: unsearched.map(({ id }) => id), gone: gone.map(({ id }) => id) }
}

/** Takes all out of the search index, whatever state it is in. */
export const emptySearch = (db: Db): Promise<void> =>
  run(db, `insert into client_search (client_search) values ('delete-all')`)
