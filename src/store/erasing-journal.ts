import { sql } from 'kysely'
import { isPersonal, neutral } from '../domain/forgetting/command.js'
import type { Mentions } from '../domain/forgetting/mentions.js'
import { listOf } from './bearers.js'
import { belongsToAny, type ErasedRows, noteRemovedRows, type Parted, partedMerges } from './erased-rows.js'
import { changedIn, journalPages, objectOf, type Removed, removedIn } from './journal-reading.js'
import type { Journalled, Row } from './schema.js'
import { leftOf, spokenColumns } from './spoken-columns.js'
import { type Db, insertText, literal, runBatch } from './sqlite.js'
import { TEXTS } from './texts.js'

type Change = Row<'change'>

const CHUNK = 500

/**
 * Takes everything of some clients out of the journal: the changes of their rows, their part of changes of many clients'
 * rows, and what the journal keeps of others' texts that speak of them. What is left can still be taken back.
 */
export async function eraseFromJournal(
  db: Db,
  members: ReadonlySet<number>,
  rows: ErasedRows,
  mentions: Mentions,
): Promise<void> {
  await noteRemovedRows(db, members, rows)
  const parted = await partedMerges(db, members)
  const rewriting = new Rewriting(members, rows, mentions, parted)
  for await (const page of journalPages(db)) {
    for (const change of page) rewriting.take(change)
    await rewriting.write(db)
  }
  await settleOperations(db, rewriting, parted, mentions)
}

/** What is left of a range of ids without some of them. */
function without(first: number, last: number, erased: readonly number[]): { first: number; last: number }[] {
  const left: { first: number; last: number }[] = []
  let from = first
  for (const id of erased) {
    if (id < from || id > last) continue
    if (id > from) left.push({ first: from, last: id - 1 })
    from = id + 1
  }
  if (from <= last) left.push({ first: from, last })
  return left
}

/** Tables of which a removed row can go by itself: no other points at it. */
const LEAVES: ReadonlySet<string> = new Set(['contact_point', 'client_tag', 'custom_value', 'segment', 'holiday'])

/** Columns whose change alone is no change of the client. */
const isNothing = (columns: readonly string[]): boolean => columns.every((column) => column === 'updated_at')

class Rewriting {
  #sorted = new Map<string, number[]>()
  #drop: number[] = []
  #bodies: { id: number; first: number; last: number; body: string | null }[] = []
  #further: unknown[][] = []
  /** How many rows each operation has lost. */
  readonly lost = new Map<number, number>()

  constructor(
    readonly members: ReadonlySet<number>,
    readonly rows: ErasedRows,
    readonly mentions: Mentions,
    readonly parted: Parted,
  ) {
    for (const [table, ids] of rows)
      this.#sorted.set(
        table,
        [...ids].sort((a, b) => a - b),
      )
  }

  take(change: Change): void {
    if (change.action === 'insert') this.#takeInsert(change)
    else if (this.#isWhollyTheirs(change)) this.#gone(change, change.action === 'delete' ? rowsIn(change) : 1)
    else if (change.action === 'update') this.#takeUpdate(change)
    else this.#takeRemoval(change)
  }

  #gone(change: Change, rows: number): void {
    this.#drop.push(change.id)
    this.#lose(change, rows)
  }

  #lose({ operation_id }: Change, rows: number): void {
    this.lost.set(operation_id, (this.lost.get(operation_id) ?? 0) + rows)
  }

  #isWhollyTheirs({ table_name, first_id, last_id, client_id, operation_id }: Change): boolean {
    if (client_id !== null && this.members.has(client_id)) return true
    if (first_id === last_id && this.rows.get(table_name)?.has(first_id)) return true
    return client_id !== null && this.parted.operations.has(operation_id) && this.parted.others.has(client_id)
  }

  #takeInsert(change: Change): void {
    const { table_name, first_id, last_id } = change
    const erased = this.#sorted.get(table_name)
    if (erased === undefined) return
    const left = without(first_id, last_id, erased)
    const rows = left.reduce((sum, range) => sum + range.last - range.first + 1, 0)
    const lost = last_id - first_id + 1 - rows
    if (lost === 0) return
    this.#lose(change, lost)
    const [first, ...others] = left
    if (first === undefined) {
      this.#drop.push(change.id)
      return
    }
    this.#bodies.push({ id: change.id, ...first, body: null })
    for (const range of others)
      this.#further.push([change.operation_id, table_name, 'insert', range.first, range.last, null, null])
  }

  #takeUpdate(change: Change): void {
    const { before, after } = changedIn(change)
    const drops = spokenColumns(this.mentions, change.table_name, [before, after]).filter((column) => column in after)
    // Whoever was recommended by an erased client was recommended by nobody.
    if (change.table_name === 'client' && [before, after].some(({ referred_by: id }) => this.members.has(Number(id))))
      drops.push('referred_by')
    if (drops.length === 0) return
    for (const column of drops) {
      delete before[column]
      delete after[column]
    }
    if (isNothing(Object.keys(after))) this.#gone(change, 1)
    else this.#bodies.push({ ...this.#same(change), body: JSON.stringify({ before, after }) })
  }

  #same = ({ id, first_id, last_id }: Change): { id: number; first: number; last: number } => ({
    id,
    first: first_id,
    last: last_id,
  })

  #takeRemoval(change: Change): void {
    const removed = removedIn(change)
    let isOther = false
    const rows = removed.rows.filter((values) => {
      const left = this.#rowLeft(change.table_name, removed, values)
      if (left !== 'same') isOther = true
      return left !== 'gone'
    })
    if (!isOther) return
    if (rows.length === 0) {
      this.#gone(change, removed.rows.length)
      return
    }
    this.#lose(change, removed.rows.length - rows.length)
    const ids = rows.map((values) => Number(values[removed.columns.indexOf('id')]))
    this.#bodies.push({
      id: change.id,
      first: Math.min(...ids),
      last: Math.max(...ids),
      body: JSON.stringify({ columns: removed.columns, rows }),
    })
  }

  /** Takes out of a removed row what speaks of them. */
  #rowLeft(table: string, removed: Removed, values: unknown[]): 'same' | 'changed' | 'gone' {
    const row = objectOf(removed, values)
    if (belongsToAny(table, row, this.members) || this.rows.get(table)?.has(Number(row.id))) return 'gone'
    const spoken = spokenColumns(this.mentions, table, [row])
    if (
      spoken.length > 0 &&
      LEAVES.has(table) &&
      spoken.some((column) => TEXTS[table as Journalled]?.fixed.includes(column))
    )
      return 'gone'
    let isChanged = false
    const put = (column: string, value: string | null): void => {
      values[removed.columns.indexOf(column)] = value
      isChanged = true
    }
    for (const column of spoken) put(column, leftOf(this.mentions, table, column, row))
    if (table === 'client' && this.members.has(Number(row.referred_by))) put('referred_by', null)
    return isChanged ? 'changed' : 'same'
  }

  async write(db: Db): Promise<void> {
    for (let from = 0; from < this.#drop.length; from += CHUNK)
      await sql`delete from change where id in (${listOf(this.#drop.slice(from, from + CHUNK))})`.execute(db)
    const statements = this.#bodies.map(
      ({ id, first, last, body }) =>
        `update change set first_id = ${first}, last_id = ${last}, body = ${literal(body)} where id = ${id}`,
    )
    const columns = ['operation_id', 'table_name', 'action', 'first_id', 'last_id', 'client_id', 'body']
    for (let from = 0; from < this.#further.length; from += CHUNK)
      statements.push(insertText('change', columns, this.#further.slice(from, from + CHUNK)))
    await runBatch(db, statements)
    this.#drop = []
    this.#bodies = []
    this.#further = []
  }
}

const rowsIn = (change: Change): number => removedIn(change).rows.length

/** Says of operations what is left of them, and takes out of what was typed what speaks of the clients. */
async function settleOperations(db: Db, { lost }: Rewriting, parted: Parted, mentions: Mentions): Promise<void> {
  const operations = await db.selectFrom('operation').select(['id', 'command', 'rows']).execute()
  const statements: string[] = []
  for (const { id, command, rows } of operations) {
    const less = lost.get(id)
    const isTouched = less !== undefined || parted.operations.has(id)
    const said = (isTouched && isPersonal(command)) || mentions.in(command, 'filter') ? neutral(command) : command
    if (said !== command) statements.push(`update operation set command = ${literal(said)} where id = ${id}`)
    if (isTouched) {
      const isOver = parted.operations.has(id) ? '1' : `not exists (select 1 from change where operation_id = ${id})`
      statements.push(
        `update operation set rows = ${Math.max(0, rows - (less ?? 0))}, erased = max(erased, ${isOver}) where id = ${id}`,
      )
    }
  }
  for (let from = 0; from < statements.length; from += CHUNK) await runBatch(db, statements.slice(from, from + CHUNK))
}
