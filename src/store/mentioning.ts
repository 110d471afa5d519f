import { sql } from 'kysely'
import { sortKey } from '../domain/fold.js'
import type { Bearer } from '../domain/forgetting/bearer.js'
import type { Found, Mentioned, Mentions } from '../domain/forgetting/mentions.js'
import { listOf } from './bearers.js'
import type { Journalled } from './schema.js'
import { OWNED } from './schema.js'
import { type Db, matchingIds } from './sqlite.js'
import { NAMES, PLACES, TEXTS } from './texts.js'

/** A text that speaks of an erased person and is not its own: whose it is, and where. */
export interface Mention {
  table: Journalled
  id: number
  /** Null of what belongs to nobody, as a segment. */
  client: number | null
  field: string
  /** Can it be cut out there? Not out of a filter or a name, and not where it may be an ordinary word. */
  cuttable: boolean
}

/** A mention with the words around it: only for people to look at, as it names the person. */
export interface Quoted extends Mention {
  fragment: Fragment
}

/** A part of a text; every second piece, from the second one on, is what speaks of the person. */
export type Fragment = readonly string[]

/** The words by which texts are searched for somebody; what others are known by too says nothing. */
export async function mentionsOf(db: Db, bearers: readonly Bearer[], members: ReadonlySet<number>): Promise<Mentions> {
  const { besideOthers, isTaxField, Mentions: Speaking, stemsToAsk } = await import('../domain/forgetting/knowing.js')
  const [first] = bearers
  const kind = first?.kind ?? 'person'
  const names = [...new Set(bearers.flatMap((bearer) => bearer.names))]
  const points = bearers.flatMap((bearer) => bearer.points)
  const others = listOf(members)
  const { rows } = await sql<{ value: string }>`select value from contact_point
    where value in (${listOf(points.map(({ value }) => value))}) and client_id not in (${others})`.execute(db)
  const shared = new Set(rows.map(({ value }) => value))
  const { lone, pairs } = stemsToAsk(kind, names)
  const bearing: { kind: Bearer['kind']; name: string }[] = []
  for (const words of [...lone.map((stem) => [stem]), ...pairs]) {
    const asked = matchingIds(
      words.map((stem) => [stem]),
      'name',
    )
    const found = await sql<{ kind: Bearer['kind']; name: string }>`select distinct kind, name from client
      where id in ${asked} and id not in (${others})`.execute(db)
    bearing.push(...found.rows)
  }
  const mentioned: Mentioned = {
    kind,
    names,
    points: points.filter(({ value }) => !shared.has(value)),
    numbers: bearers.flatMap(({ custom }) => custom.filter(({ key }) => isTaxField(key)).map(({ value }) => value)),
  }
  return new Speaking(mentioned, besideOthers(kind, names, bearing))
}

/** What in a column speaks of somebody. */
export function foundIn(mentions: Mentions, table: string, column: string, text: string): Found[] {
  const place = `${table}.${column}`
  if (NAMES.has(place) && !mentions.inName(text)) return []
  return mentions.find(text, PLACES[place])
}

/** Texts are read so many rows at a time. */
const PAGE = 5_000

/** Texts of others that speak of somebody. */
export async function mentionsLeft(db: Db, mentions: Mentions, members: ReadonlySet<number>): Promise<Quoted[]> {
  const quoted: Quoted[] = []
  for (const table of Object.keys(TEXTS) as Journalled[]) {
    const { prose = [], fixed = [], same = {} } = TEXTS[table] ?? {}
    const columns = [...prose, ...fixed, ...Object.values(same).flat()]
    const owner = OWNER[table] ?? ((OWNED as readonly string[]).includes(table) ? 'client_id' : null)
    for await (const row of rowsWithText(db, table, columns, owner)) {
      if (row.client !== null && members.has(row.client)) continue
      // Nearly no row has one: all of a row is looked through at once, in the way that finds most.
      if (!mentions.in(row.values.filter((value) => value !== null).join('\n'), 'filter')) continue
      const texts = Object.fromEntries(columns.map((column, index) => [column, row.values[index] ?? null]))
      for (const field of [...prose, ...fixed]) {
        const spoken = spokenIn(mentions, table, texts, [field, ...(same[field] ?? [])])
        if (spoken === null) continue
        const cuttable = prose.includes(field) && spoken.found.some(({ sure }) => sure)
        quoted.push({ table, id: row.id, client: row.client, field, cuttable, fragment: around(spoken) })
      }
    }
  }
  return quoted
}

/** Which column tells whose row it is, where it is another than `client_id`. */
const OWNER: Partial<Record<Journalled, string>> = { client: 'id', merging: 'kept_id' }

interface Spoken {
  text: string
  found: Found[]
}

/** The first of these columns that speaks of the person; of a name its parts say nothing that the whole does not. */
function spokenIn(mentions: Mentions, table: string, texts: Texts, columns: readonly string[]): Spoken | null {
  for (const column of NAMES.has(`${table}.${columns[0]}`) ? columns.slice(0, 1) : columns) {
    const text = texts[column]
    const found = typeof text === 'string' ? foundIn(mentions, table, column, text) : []
    if (typeof text === 'string' && found.length > 0) return { text, found }
  }
  return null
}

/** So many letters before and behind. */
const AROUND = 24
const LONGEST = 120

function around({ text, found }: Spoken): Fragment {
  const [first] = found
  if (first === undefined) return []
  const from = first.from > AROUND + 8 ? wordEdge(text, first.from - AROUND) : 0
  const shown = found.filter(({ to }) => to - from <= LONGEST)
  const within = shown.length === 0 ? [{ ...first, to: Math.min(first.to, from + LONGEST) }] : shown
  const pieces: string[] = []
  let end = from
  for (const part of within) {
    const last = pieces.length - 1
    // Words of one name side by side are one piece.
    if (last > 0 && /^\s+$/.test(text.slice(end, part.from))) pieces[last] += text.slice(end, part.to)
    else pieces.push(text.slice(end, part.from), text.slice(part.from, part.to))
    end = part.to
  }
  const isAll = end + AROUND >= text.length
  const rest = isAll ? text.slice(end) : text.slice(end, end + AROUND).replace(/(?<=\s)\S*$/, '')
  if (from > 0) pieces[0] = `…${pieces[0] ?? ''}`
  return [...pieces, isAll ? rest : `${rest.trimEnd()}…`]
}

/** The beginning of the word in which this place is, or of the next one. */
function wordEdge(text: string, at: number): number {
  const space = text.slice(at, at + AROUND).search(/\s/)
  return space < 0 ? at : at + space + 1
}

/**
 * Cuts out of others' texts what speaks of somebody, where it can be cut; not journalled, or the journal would keep it.
 * Answers with how many texts were changed, and whose search words are to be written anew.
 */
export async function cutMentions(
  db: Db,
  mentions: Mentions,
  left: readonly Mention[],
): Promise<{ cut: number; unsearched: number[] }> {
  const unsearched: number[] = []
  let cut = 0
  for (const { table, id, client, field, cuttable } of left) {
    if (!cuttable) continue
    const [column, from] = [sql.ref(field), sql.table(table)]
    const { rows } = await sql<{ text: string }>`select ${column} as text from ${from} where id = ${id}`.execute(db)
    const text = mentions.without(rows[0]?.text ?? '')
    await sql`update ${from} set ${column} = ${text} where id = ${id}`.execute(db)
    if (table === 'merging' && field === 'name')
      await sql`update merging set sort_key = ${sortKey(text)} where id = ${id}`.execute(db)
    cut += 1
    if (client !== null && (table === 'merging' || field === 'note')) unsearched.push(client)
  }
  return { cut, unsearched }
}

interface TextRow {
  id: number
  client: number | null
  /** Of the columns asked for, in their order. */
  values: (string | null)[]
}

type Texts = Record<string, string | null>

/** Numbers as they are dialled name nobody; of most clients these are all the points there are. */
const SPEAKING: Partial<Record<Journalled, string>> = {
  contact_point: `(label is not null or value glob '*[^0-9+]*' or typed glob '*[^0-9+() .-]*')`,
}

async function* rowsWithText(
  db: Db,
  table: Journalled,
  columns: readonly string[],
  owner: string | null,
): AsyncGenerator<TextRow> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const owned = owner === null ? sql`null` : sql.ref(owner)
  const speaking = sql.raw(SPEAKING[table] ?? '1')
  for (let after = 0; ; ) {
    // One JSON text instead of thousands of objects that would have to pass from the driver.
    const { rows } = await sql<{
      page: string
    }>`select json_group_array(json_array(id, ${owned}, ${list})) as page from (
      select * from ${sql.table(table)} where id > ${after} and ${speaking}
        and coalesce(${list}${sql.raw(columns.length === 1 ? ', null' : '')}) is not null order by id limit ${PAGE})`.execute(
      db,
    )
    const page = JSON.parse(rows[0]?.page ?? '[]') as [number, number | null, ...(string | null)[]][]
    for (const [id, client, ...values] of page) yield { id, client, values }
    const last = page[page.length - 1]
    if (last === undefined || page.length < PAGE) return
    after = last[0]
  }
}
