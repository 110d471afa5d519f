import { sql } from 'kysely'
import type { Bearer } from '../domain/forgetting/bearer.js'
import type { Mentioned, Mentions } from '../domain/forgetting/mentions.js'
import { listOf } from './bearers.js'
import type { Journalled } from './schema.js'
import { type Db, matchingIds } from './sqlite.js'
import { OWNED, TEXTS } from './texts.js'

/** A text that speaks of an erased person and is not its own: whose it is, and where. */
export interface Mention {
  table: Journalled
  id: number
  /** Null of what belongs to nobody, as a segment. */
  client: number | null
  field: string
}

/** The words by which texts are searched for somebody; what others are known by too says nothing. */
export async function mentionsOf(db: Db, bearers: readonly Bearer[], members: ReadonlySet<number>): Promise<Mentions> {
  const { isTaxField, loneWords, Mentions: Speaking } = await import('../domain/forgetting/knowing.js')
  const [first] = bearers
  const kind = first?.kind ?? 'person'
  const names = [...new Set(bearers.flatMap((bearer) => bearer.names))]
  const points = bearers.flatMap((bearer) => bearer.points)
  const others = listOf(members)
  const { rows } = await sql<{ value: string }>`select value from contact_point
    where value in (${listOf(points.map(({ value }) => value))}) and client_id not in (${others})`.execute(db)
  const shared = new Set(rows.map(({ value }) => value))
  const alone: string[] = []
  for (const word of new Set(names.flatMap((name) => loneWords(kind, name)))) {
    // A husband's family name begins as the wife's does.
    const stem = word.slice(0, Math.max(3, word.length - 2))
    const { rows: bearing } = await sql<{ id: number }>`select id from client
      where id in ${matchingIds([[stem]], 'name')} and id not in (${others}) limit 1`.execute(db)
    if (bearing.length === 0) alone.push(word)
  }
  const mentioned: Mentioned = {
    kind,
    names,
    points: points.filter(({ value }) => !shared.has(value)),
    numbers: bearers.flatMap(({ custom }) => custom.filter(({ key }) => isTaxField(key)).map(({ value }) => value)),
  }
  return new Speaking(mentioned, alone)
}

const columnsOf = (table: Journalled): readonly string[] => [
  ...(TEXTS[table]?.prose ?? []),
  ...(TEXTS[table]?.fixed ?? []),
]

/** Texts are read so many rows at a time. */
const PAGE = 5_000

/** Texts of others that speak of somebody. */
export async function mentionsLeft(
  db: Db,
  mentions: Mentions,
  members: ReadonlySet<number>,
  bearers: readonly Bearer[],
): Promise<Mention[]> {
  const found: Mention[] = []
  for (const table of Object.keys(TEXTS) as Journalled[]) {
    const columns = columnsOf(table)
    const owner = table === 'client' ? 'id' : (OWNED as readonly string[]).includes(table) ? 'client_id' : null
    for await (const row of rowsWithText(db, table, columns, owner)) {
      if (row.client !== null && members.has(row.client)) continue
      columns.forEach((field, index) => {
        const text = row.texts[index]
        if (typeof text === 'string' && mentions.in(text)) found.push({ table, id: row.id, client: row.client, field })
      })
    }
  }
  return [...(await namedAlike(db, mentions, members, bearers)), ...found]
}

/**
 * Cuts out of others' texts what speaks of somebody, where a text can be cut; not journalled, or the journal would keep it.
 * Answers with how many texts were changed, and whose search words are to be written anew.
 */
export async function cutMentions(
  db: Db,
  mentions: Mentions,
  left: readonly Mention[],
): Promise<{ cut: number; unsearched: number[] }> {
  const unsearched: number[] = []
  let cut = 0
  for (const { table, id, field } of left) {
    if (!TEXTS[table]?.prose.includes(field)) continue
    const [column, from] = [sql.ref(field), sql.table(table)]
    const { rows } = await sql<{ text: string }>`select ${column} as text from ${from} where id = ${id}`.execute(db)
    await sql`update ${from} set ${column} = ${mentions.without(rows[0]?.text ?? '')} where id = ${id}`.execute(db)
    cut += 1
    if (table === 'client' && field === 'note') unsearched.push(id)
  }
  return { cut, unsearched }
}

interface TextRow {
  id: number
  client: number | null
  texts: (string | null)[]
}

async function* rowsWithText(
  db: Db,
  table: Journalled,
  columns: readonly string[],
  owner: string | null,
): AsyncGenerator<TextRow> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const owned = owner === null ? sql`null` : sql.ref(owner)
  for (let after = 0; ; ) {
    // One JSON text instead of thousands of objects that would have to pass from the driver.
    const { rows } = await sql<{
      page: string
    }>`select json_group_array(json_array(id, ${owned}, ${list})) as page from (
      select * from ${sql.table(table)} where id > ${after}
        and coalesce(${list}${sql.raw(columns.length === 1 ? ', null' : '')}) is not null order by id limit ${PAGE})`.execute(
      db,
    )
    const page = JSON.parse(rows[0]?.page ?? '[]') as [number, number | null, ...(string | null)[]][]
    for (const [id, client, ...texts] of page) yield { id, client, texts }
    const last = page[page.length - 1]
    if (last === undefined || page.length < PAGE) return
    after = last[0]
  }
}

/** Companies and others whose own names hold the person's: «ФОП Ёлкина М.». A namesake is not one of them. */
async function namedAlike(
  db: Db,
  mentions: Mentions,
  members: ReadonlySet<number>,
  bearers: readonly Bearer[],
): Promise<Mention[]> {
  const { loneWords, nameKeys } = await import('../domain/forgetting/knowing.js')
  const kind = bearers[0]?.kind ?? 'person'
  const words = new Set(bearers.flatMap(({ names }) => names.flatMap((name) => loneWords(kind, name))))
  const own = new Set(
    nameKeys(
      kind,
      bearers.flatMap(({ names }) => names),
    ),
  )
  const found: Mention[] = []
  for (const word of words) {
    const { rows } = await sql<{ id: number; kind: Bearer['kind']; name: string }>`select id, kind, name from client
      where id in ${matchingIds([[word.slice(0, Math.max(3, word.length - 2))]], 'name')}
      and id not in (${listOf(members)}) order by id limit 500`.execute(db)
    for (const { id, kind: of, name } of rows)
      if (mentions.in(name) && !(of === kind && nameKeys(of, [name]).some((key) => own.has(key))))
        if (!found.some((each) => each.id === id)) found.push({ table: 'client', id, client: id, field: 'name' })
  }
  return found
}
