import { type Expression, sql } from 'kysely'
import type { Journalled } from './schema.js'
import type { Db } from './sqlite.js'
import { isOfModel, type Judging, recompute, recomputeAll } from './standing.js'

/** Tables from whose rows the standing of their client is computed. */
const DEALINGS: ReadonlySet<string> = new Set(['contact', 'client_order', 'expense', 'care'])

type Row = Readonly<Record<string, unknown>>

/** Takes standings out with their clients. */
export async function dropStandings(db: Db, first: number, last: number): Promise<void> {
  await db.deleteFrom('standing').where('client_id', '>=', first).where('client_id', '<=', last).execute()
}

export async function dropStandingsOf(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .deleteFrom('standing')
    .where('client_id', 'in', [...ids])
    .execute()
}

/**
 * The clients whose standing a write has made out of date; at the end of the write they are computed anew, each from all
 * its dealings, so that nothing ever drifts from the history.
 */
export class StaleClients {
  #ids = new Set<number>()
  /** Clients of changed orders: what they spent is income by whoever recommended them. */
  #buyers = new Set<number>()
  #ranges: { table: Journalled; first: number; last: number }[] = []

  constructor(
    readonly db: Db,
    readonly judging: Judging,
  ) {}

  /** A row was made or is to go. */
  row(table: Journalled, row: Row): void {
    if (table === 'client') this.#add(row.referred_by)
    else if (this.#counts(table)) {
      this.#add(row.client_id)
      if (table === 'client_order') this.#buyers.add(Number(row.client_id))
    }
  }

  change(table: Journalled, row: Row, patch: Row): void {
    if (table === 'client' && patch.referred_by === undefined && patch.created_at === undefined) return
    this.row(table, row)
    this.row(table, { ...row, ...patch })
  }

  /** Rows that were written past the journal, or are to be; whose they are is asked at the end. */
  range(table: Journalled, first: number, last: number): void {
    if (table !== 'client' && !this.#counts(table)) return
    const previous = this.#ranges[this.#ranges.length - 1]
    if (previous?.table === table && previous.last === first - 1) previous.last = last
    else this.#ranges.push({ table, first, last })
  }

  /** Rows that are about to go. */
  async removing(table: Journalled, first: number, last: number): Promise<void> {
    if (table === 'client') {
      for (const id of this.#ids) if (id >= first && id <= last) this.#ids.delete(id)
    } else if (!this.#counts(table)) return
    await this.#ask(table, first, last)
  }

  /** Cadences by tag make tags matter. */
  #counts(table: Journalled): boolean {
    return DEALINGS.has(table) || (table === 'client_tag' && Object.keys(this.judging.model.cadences).length > 0)
  }

  #add(id: unknown): void {
    if (typeof id === 'number') this.#ids.add(id)
  }

  async #ask(table: Journalled, first: number, last: number): Promise<void> {
    const owner: Expression<number> = sql.ref(table === 'client' ? 'referred_by' : 'client_id')
    const { rows } = await sql<{ id: number }>`select distinct ${owner} as id from ${sql.table(table)}
      where id between ${first} and ${last} and ${owner} is not null`.execute(this.db)
    for (const { id } of rows) {
      this.#ids.add(id)
      if (table === 'client_order') this.#buyers.add(id)
    }
  }

  /** Brings the standings up to date; called once, before the commit. */
  async settle(): Promise<void> {
    const { model } = this.judging
    if (!(await isOfModel(this.db, model))) return recomputeAll(this.db, this.judging)
    for (const { table, first, last } of this.#ranges) await this.#ask(table, first, last)
    const buyers = [...this.#buyers]
    for (let from = 0; from < buyers.length; from += 1_000) {
      const rows = await this.db
        .selectFrom('client')
        .select('referred_by')
        .where('id', 'in', buyers.slice(from, from + 1_000))
        .where('referred_by', 'is not', null)
        .execute()
      for (const { referred_by } of rows) this.#add(referred_by)
    }
    if (this.#ids.size > 0)
      await recompute(
        this.db,
        [...this.#ids].sort((a, b) => a - b),
        model,
      )
  }
}
