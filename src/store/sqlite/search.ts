import { type Expression, sql } from 'kysely'
import { type Db, literal, run } from './statements.js'

/* Search, in an FTS5 table: words of names, and of everything else that is searched, folded by the domain. */

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

export async function searchSize(db: Db): Promise<number> {
  const { rows } = await sql<{ size: number }>`select count(*) as size from client_search`.execute(db)
  return rows[0]?.size ?? 0
}

/**
 * Ids of the clients in whose name (or in whose name or other text) every word begins some word.
 * Each word comes as its alternative foldings, of letters and digits only; one that ends in a space is a whole word. `or` is a further select of ids.
 */
export function matchingIds(
  words: readonly (readonly string[])[],
  scope: 'name' | 'all',
  or?: Expression<unknown>,
): Expression<number> {
  const terms = words.map(
    (alternatives) =>
      `(${alternatives.map((each) => `"${each.replaceAll('"', '').trimEnd()}"${each.endsWith(' ') ? '' : '*'}`).join(' OR ')})`,
  )
  const expression = terms.join(' AND ')
  const query = scope === 'name' ? `name : (${expression})` : expression
  const ids = sql<number>`select rowid as id from client_search where client_search match ${query}`
  return or === undefined ? sql<number>`(${ids})` : sql<number>`(select id from (${ids}) union ${or})`
}

/** Rows of `client_search` in whose name all these folded words stand. */
export const namedWith = (words: readonly string[]): Expression<boolean> =>
  sql<boolean>`client_search match ${`name : (${words.map((word) => `"${word.replaceAll('"', '')}"`).join(' AND ')})`}`

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
