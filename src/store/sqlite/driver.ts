import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely'
import type sqlite3 from 'sqlite3'

/* How kysely speaks with the driver: one connection, lent to one user at a time, and writers that wait for their turn. */

/** How long a command waits for another one's write transaction, in milliseconds. */
export const BUSY_TIMEOUT = 45_000

/** The codes that the rest of the store tells apart; anything else is a fault of ours or of the disk. */
export function errorCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}

/** Marks a text of several statements, which the driver must not stop after the first of. */
export const BATCH = '/* batch */'

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Who has waited this long for its turn to write asks more often than who has just come. */
const LONG_WAIT = 500

export class Connection implements DatabaseConnection {
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

export class SqliteDialect implements Dialect {
  constructor(readonly connection: Connection) {}
  createDriver = (): Driver => new SqliteDriver(this.connection)
  createQueryCompiler = (): SqliteQueryCompiler => new SqliteQueryCompiler()
  createAdapter = (): SqliteAdapter => new SqliteAdapter()
  createIntrospector(): never {
    throw new Error('the schema is known; nothing introspects it')
  }
}
