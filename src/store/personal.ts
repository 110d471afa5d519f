import type { Attention } from '../domain/day/attention.js'
import { OWNED, type Row } from './schema.js'
import type { Db } from './sqlite.js'

/** A change of rows of one client, as the journal has it. */
export interface PersonalChange {
  table: string
  action: 'insert' | 'update' | 'delete'
  /** How many rows of this client it was. */
  rows: number
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  /** What was removed, row by row. */
  removed?: Record<string, unknown>[]
}

/** An operation that touched a client: only what it did to this one. */
export interface PersonalOperation {
  id: number
  at: string
  /** What was typed; only the verb where others were touched too, because it may name them. */
  command: string
  state: 'done' | 'undone'
  changes: PersonalChange[]
}

/** What is kept of a client besides its card. */
export interface PersonalRest {
  greetings: Pick<Row<'greeting'>, 'occurs_on' | 'state' | 'snoozed_until' | 'at' | 'why'>[]
  attention: Attention[]
  /** Who went into this client: these were entries of the same person. */
  merged: (Pick<
    Row<'merging'>,
    'name' | 'external_system' | 'external_id' | 'created_at' | 'kept_name' | 'at' | 'lane'
  > & { id: number; reasons: unknown })[]
  /** That somebody compared this client with another, who is not named, and what they decided. */
  judgements: Pick<Row<'judgement'>, 'verdict' | 'at'>[]
  /** What is computed of the client, sums in minor units; null without dealings. */
  computed: Record<string, unknown> | null
  segments: { segment: string; day: string }[]
  lists: { day: string; number: number; entry: string }[]
  operations: PersonalOperation[]
}

type ChangeRow = Row<'change'>

/** So many ids in one question. */
const IN_ONE = 500

/** For telling a person everything that is kept of them: the parts that no card shows. */
export function personalQueries(db: Db) {
  return {
    async rest(id: number): Promise<PersonalRest> {
      const merged = await db.selectFrom('merging').selectAll().where('kept_id', '=', id).orderBy('id').execute()
      const standing = await db.selectFrom('standing').selectAll().where('client_id', '=', id).executeTakeFirst()
      return {
        greetings: await db
          .selectFrom('greeting')
          .select(['occurs_on', 'state', 'snoozed_until', 'at', 'why'])
          .where('client_id', '=', id)
          .orderBy('id')
          .execute(),
        attention: await db
          .selectFrom('attention')
          .select(['about', 'mark', 'state', 'snoozed_until', 'why', 'at'])
          .where('client_id', '=', id)
          .orderBy('id')
          .execute(),
        merged: merged.map(
          ({ gone_id, name, external_system, external_id, created_at, kept_name, at, lane, reasons }) => ({
            id: gone_id,
            name,
            external_system,
            external_id,
            created_at,
            kept_name,
            at,
            lane,
            reasons: parsed(reasons),
          }),
        ),
        judgements: await db
          .selectFrom('judgement')
          .select(['verdict', 'at'])
          .where((eb) => eb.or([eb('low_id', '=', id), eb('high_id', '=', id)]))
          .orderBy('id')
          .execute(),
        computed: standing === undefined ? null : computedIn(standing),
        segments: (await db.selectFrom('segment_look').selectAll().orderBy('id').execute())
          .filter(({ members }) => (parsed(members) as number[] | null)?.includes(id) === true)
          .map(({ name_key, day }) => ({ segment: name_key, day })),
        lists: await db
          .selectFrom('day_entry')
          .select(['day', 'number', 'entry'])
          .where('client_id', '=', id)
          .orderBy('id')
          .execute(),
        operations: await operationsOf(db, [id, ...merged.map(({ gone_id }) => gone_id)]),
      }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Columns that hold JSON. */
const AS_JSON: ReadonlySet<string> = new Set(['channels', 'foreign_sums'])

const computedIn = ({ client_id: _, ...standing }: Row<'standing'>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(standing).map(([column, value]) => [
      column,
      AS_JSON.has(column) && typeof value === 'string' ? parsed(value) : value,
    ]),
  )

/** The journal as far as it concerns these numbers, which are all one person's. */
async function operationsOf(db: Db, ids: readonly number[]): Promise<PersonalOperation[]> {
  const found = new Map<number, PersonalChange[]>()
  const put = (operation: number, change: PersonalChange): void => {
    const changes = found.get(operation)
    if (changes) changes.push(change)
    else found.set(operation, [change])
  }
  const own = await db.selectFrom('change').selectAll().where('client_id', 'in', ids).orderBy('id').execute()
  for (const row of own) put(row.operation_id, changeFrom(row, null))
  // Changes of many clients at once have no owner: of an import say. Then the rows tell whose they are.
  const ranges = await db
    .selectFrom('change')
    .selectAll()
    .where('client_id', 'is', null)
    .where('action', 'in', ['insert', 'delete'])
    .where('table_name', 'in', ['client', ...OWNED])
    .orderBy('id')
    .execute()
  const rows = await rowIds(db, ids)
  for (const range of ranges) {
    if (range.action === 'delete') {
      const change = changeFrom(range, ids)
      if (change.rows > 0) put(range.operation_id, change)
      continue
    }
    const theirs = (rows.get(range.table_name) ?? []).filter((id) => id >= range.first_id && id <= range.last_id)
    if (theirs.length > 0) put(range.operation_id, { table: range.table_name, action: 'insert', rows: theirs.length })
  }
  const operations: PersonalOperation[] = []
  const wanted = [...found.keys()].sort((a, b) => a - b)
  for (let from = 0; from < wanted.length; from += IN_ONE) {
    const chunk = wanted.slice(from, from + IN_ONE)
    const shared = await touchingOthers(db, chunk, ids)
    for (const { id, at, command, state } of await db
      .selectFrom('operation')
      .select(['id', 'at', 'command', 'state'])
      .where('id', 'in', chunk)
      .orderBy('id')
      .execute())
      operations.push({
        id,
        at,
        command: shared.has(id) ? (command.split(' ')[0] ?? '') : command,
        state,
        changes: found.get(id) ?? [],
      })
  }
  return operations
}

/** Those among these operations that changed anything but the rows of these clients. */
async function touchingOthers(db: Db, operations: readonly number[], ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('change')
    .select('operation_id')
    .distinct()
    .where('operation_id', 'in', operations)
    .where((eb) => eb.or([eb('client_id', 'is', null), eb('client_id', 'not in', ids)]))
    .execute()
  return new Set(rows.map(({ operation_id }) => operation_id))
}

/** Ids of the rows of these clients, by their table. */
async function rowIds(db: Db, ids: readonly number[]): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>([['client', [...ids]]])
  for (const table of OWNED) {
    const rows = await db
      .selectFrom(table as 'contact')
      .select('id')
      .where('client_id', 'in', ids)
      .execute()
    found.set(
      table,
      rows.map(({ id }) => id),
    )
  }
  return found
}

/** A row of the journal; with `of`, only what it tells of these clients. */
function changeFrom(
  { table_name, action, first_id, last_id, body }: ChangeRow,
  of: readonly number[] | null,
): PersonalChange {
  const kept = body === null ? null : (parsed(body) as Record<string, unknown> | null)
  if (action === 'update' && kept !== null)
    return {
      table: table_name,
      action,
      rows: 1,
      before: (kept.before ?? {}) as Record<string, unknown>,
      after: (kept.after ?? {}) as Record<string, unknown>,
    }
  if (action !== 'delete' || kept === null) return { table: table_name, action, rows: last_id - first_id + 1 }
  const columns = (kept.columns ?? []) as string[]
  const owner = columns.indexOf(table_name === 'client' ? 'id' : 'client_id')
  const removed = ((kept.rows ?? []) as unknown[][]).filter((row) => of === null || of.includes(Number(row[owner])))
  return {
    table: table_name,
    action,
    rows: removed.length,
    removed: removed.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
  }
}
