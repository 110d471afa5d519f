import type { Row } from './schema.js'
import { type Db, lastId } from './sqlite.js'

/** What may name people, and is emptied when one of them is erased. */
export interface OutgoingDetails {
  /** As it was typed; null for everybody. */
  filter: string | null
  /** The file; null for standard output. */
  target: string | null
  reason: string | null
  /** Names, contacts and texts were replaced by invented ones. */
  anonymised?: boolean
  /** The channel of a mailing, from which those were left out who do not want it. */
  mailing?: string
  /** Of a restore that put another base in this one's place: the log that went with it. */
  replaced?: { entries: number; head: string }
}

/** What is written down before anything is taken out of the base. */
export interface Outgoing {
  /** ISO instant. */
  at: string
  /** Who runs the program: `anna@desk`. */
  who: string
  what: 'export' | 'backup' | 'client' | 'restore'
  format: string
  rows: number
  /** Keys of the fields that are taken out; empty for all. */
  fields: readonly string[]
  encrypted: boolean
  details: OutgoingDetails
}

/** An entry as it was written down. */
export interface OutgoingEntry extends Omit<Outgoing, 'what' | 'details' | 'fields'> {
  id: number
  what: string
  fields: string[]
  /** Null when it was emptied because it named somebody who was erased. */
  details: OutgoingDetails | null
  hash: string
}

/** What is wrong with the chain, and where; `until` is the last of several entries. */
export interface LogFault {
  is: 'changed' | 'unlinked' | 'missing' | 'details'
  id: number
  until: number
}

type LogRow = Row<'export_log'>

const PAGE = 2_000

/** Loaded when the log is written or read through: it costs milliseconds, and every command loads this file. */
const crypto = () => import('node:crypto')

type Sha256 = (text: string) => string

async function sha256Of(): Promise<Sha256> {
  const { createHash } = await crypto()
  return (text) => createHash('sha256').update(text).digest('hex')
}

/** A JSON array, in which no value can pass for a part of its neighbour. */
const hashOf = (row: Omit<LogRow, 'hash' | 'details' | 'salt'>, sha256: Sha256): string => {
  const { previous, id, at, who, what, format, rows, fields, encrypted, details_hash } = row
  return sha256(JSON.stringify([previous, id, at, who, what, format, rows, fields, encrypted, details_hash]))
}

/** NUL and halves of letters would come back from the base as something else, and the hash would not fit any more. */
const kept = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

/** Adds an entry to the chain; runs inside a write transaction. Answers with its number. */
export async function noteOutgoing(db: Db, entry: Outgoing): Promise<number> {
  const last = await db.selectFrom('export_log').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const sha256 = await sha256Of()
  const salt = (await crypto()).randomBytes(16).toString('hex')
  const details = kept(JSON.stringify(entry.details))
  const row = {
    // A number that was given out once is passed over, so entries cut off at the end stay missed.
    id: (await lastId(db, 'export_log')) + 1,
    at: kept(entry.at),
    who: kept(entry.who),
    what: entry.what,
    format: kept(entry.format),
    rows: entry.rows,
    fields: kept(JSON.stringify(entry.fields)),
    encrypted: entry.encrypted ? 1 : 0,
    details_hash: sha256(salt + details),
    previous: last?.hash ?? '',
  }
  await db
    .insertInto('export_log')
    .values({ ...row, salt, details, hash: hashOf(row, sha256) })
    .execute()
  return row.id
}

const read = (row: LogRow): OutgoingEntry => ({
  id: row.id,
  at: row.at,
  who: row.who,
  what: row.what,
  format: row.format,
  rows: row.rows,
  fields: textsIn(row.fields),
  encrypted: row.encrypted === 1,
  details: detailsIn(row.details),
  hash: row.hash,
})

/** Somebody may have changed the base by hand; the log is shown all the same. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textsIn(text: string): string[] {
  const value = parsed(text)
  return Array.isArray(value) ? value.map(String) : []
}

function detailsIn(text: string | null): OutgoingDetails | null {
  const value = text === null ? null : parsed(text)
  if (value === null || typeof value !== 'object') return null
  const { filter, target, reason, anonymised, mailing, replaced } = value as Record<string, unknown>
  const textOr = (each: unknown): string | null => (typeof each === 'string' ? each : null)
  const { entries, head } = (replaced ?? {}) as Record<string, unknown>
  return {
    filter: textOr(filter),
    target: textOr(target),
    reason: textOr(reason),
    ...(anonymised === true ? { anonymised } : {}),
    ...(typeof mailing === 'string' ? { mailing } : {}),
    ...(typeof head === 'string' ? { replaced: { entries: Number(entries), head } } : {}),
  }
}

/** What can be asked of the log. */
export function outgoingQueries(db: Db) {
  return {
    /** Entries, latest first. */
    async list({ limit, offset }: { limit: number; offset: number }): Promise<OutgoingEntry[]> {
      const rows = await db
        .selectFrom('export_log')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      return rows.map(read)
    },

    /** The hash of the latest entry, which stands for all before it, and its number. */
    async head(): Promise<{ id: number; hash: string } | null> {
      const row = await db.selectFrom('export_log').select(['id', 'hash']).orderBy('id', 'desc').limit(1).execute()
      return row[0] ?? null
    },

    /** How often something was taken out since a moment, by what it was. */
    async since(at: string): Promise<Record<string, number>> {
      const rows = await db.selectFrom('export_log').select('what').where('at', '>=', at).execute()
      const counts: Record<string, number> = {}
      for (const { what } of rows) counts[what] = (counts[what] ?? 0) + 1
      return counts
    },
  }
}

/** All rows in the order of their numbers, a page at a time. */
export async function* pages(db: Db): AsyncGenerator<LogRow[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('export_log')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) return
    yield rows
    after = rows[rows.length - 1]?.id ?? after
  }
}

/** Reads the chain through: entries that were changed, taken out, put in, cut off at the end. */
export async function exportLogFaults(db: Db): Promise<LogFault[]> {
  const faults: LogFault[] = []
  const fault = (is: LogFault['is'], id: number, until = id): void => {
    faults.push({ is, id, until })
  }
  const sha256 = await sha256Of()
  let last = 0
  let head = ''
  for await (const rows of pages(db))
    for (const row of rows) {
      if (row.id > last + 1) fault('missing', last + 1, row.id - 1)
      if (row.previous !== head) fault('unlinked', row.id)
      if (row.hash !== hashOf(row, sha256)) fault('changed', row.id)
      const emptied = row.details === null && row.salt === null
      if (!emptied && row.details_hash !== sha256(`${row.salt}${row.details}`)) fault('details', row.id)
      last = row.id
      head = row.hash
    }
  const given = await lastId(db, 'export_log')
  if (given > last) fault('missing', last + 1, given)
  return faults
}

/** Empties the details of entries that name somebody who is erased; the chain stays whole. */
export async function emptyDetails(db: Db, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 500)
    await db
      .updateTable('export_log')
      .set({ details: null, salt: null })
      .where('id', 'in', ids.slice(from, from + 500))
      .execute()
}
