import { Kysely, sql } from 'kysely'
import sqlite3 from 'sqlite3'
import type { Schema } from '../schema.js'
import { BUSY_TIMEOUT, Connection, SqliteDialect } from './driver.js'
import { run } from './statements.js'

/** Bytes of a page of the file. */
export const PAGE_SIZE = 8192

/** "CLNT": marks a file as a base of this program. */
export const APPLICATION_ID = 0x434c4e54

export const openHandle = (file: string, mode: number): Promise<sqlite3.Database> =>
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

/** Before the others, because some of them look into the base. */
const ALONE_PRAGMA = 'pragma locking_mode = exclusive;'

async function connect(
  file: string,
  mode: number,
  wait: number,
  { first = '', more = '' }: { first?: string; more?: string } = {},
): Promise<Kysely<Schema>> {
  const handle = await openHandle(file, mode)
  handle.serialize()
  const connection = new Connection(handle)
  connection.wait = wait
  const db = new Kysely<Schema>({ dialect: new SqliteDialect(connection) })
  connections.set(db, connection)
  try {
    await connection.exec(`${connection.waiting()};${first}${CONNECTION_PRAGMAS}${more}`)
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
    ? connect(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, wait, { more: NEW_FILE_PRAGMAS })
    : connect(file, sqlite3.OPEN_READWRITE, wait)

/**
 * Opens a base for this connection alone, until it is closed. Then the index of the log needs no file beside the base, for which
 * a full disk has no room.
 */
export const openForOne = (file: string, wait = BUSY_TIMEOUT): Promise<Kysely<Schema>> =>
  connect(file, sqlite3.OPEN_READWRITE, wait, { first: ALONE_PRAGMA })

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

/** How long to wait for another's write from now on, in milliseconds. */
export async function waitFor(db: Kysely<Schema>, milliseconds: number): Promise<void> {
  const connection = connections.get(db)
  if (connection !== undefined) connection.wait = milliseconds
  await run(db, `pragma busy_timeout = ${Math.trunc(milliseconds)}`)
}
