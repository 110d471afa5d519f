import { sql } from 'kysely'
import type { Db } from './statements.js'

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
