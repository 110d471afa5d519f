import type { RowProblem } from '../domain/draft.js'
import type { Who } from '../domain/history/who.js'
import type { Writing } from '../store/store.js'

/** A row of a table, as any format yields it. */
export interface TableRowLike {
  line: number
  cells: readonly string[]
  /** The text of a line that cannot be read; there are no cells then. */
  broken?: string
}

/** Rows of a file that together say one thing, and what they say. */
export interface ReadRows<Row> {
  lines: readonly TableRowLike[]
  outcome: Row | RowProblem
}

/** What rows say, joined to its client. */
export interface Owned<Row> extends ReadRows<Row> {
  client: number
  outcome: Row
}

export interface HistorySummary {
  rows: number
  /** Rows that brought a contact, a promise or an order which was not there. */
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Rows of somebody who was erased and would have become a client again; they are left out. */
  forgotten: number
  operation: number | null
  clients_created: number
  /** Promises among what was created; in a log of contacts, those of its column of next contacts. */
  promises_created: number
  /** Orders among what was created; one may take several rows. */
  orders_created: number
  /** Values of rows that differ from the base and were left out. */
  kept: number
}

/** What the comparison of a portion with the base may count and send back. */
export interface Tally {
  summary: HistorySummary
  reject(rows: ReadRows<unknown>, problem: RowProblem): void
}

/** What one kind of log is made of; the machine around it reads, finds the clients and writes portion by portion. */
export interface Log<Row extends { who: Who }, Fresh> {
  /** Column of the number by which neighbouring rows belong together, which no portion may part; else -1. */
  keptTogether: number
  /** Is this row none of the log: a total, the header once more? */
  isAside(row: TableRowLike): boolean
  read(cells: readonly string[]): Row | RowProblem
  /** Joins rows that say one thing. */
  join(rows: readonly { line: TableRowLike; outcome: Row | RowProblem }[]): ReadRows<Row>[]
  /** Will a client that is made for this row be one, or a lead? */
  makesClient(row: Row): boolean
  /** Finds what of the rows is not there yet. */
  compare(writing: Writing, owned: readonly Owned<Row>[], tally: Tally): Promise<Fresh>
  write(writing: Writing, fresh: Fresh): Promise<void>
  finish(writing: Writing): Promise<void>
}
