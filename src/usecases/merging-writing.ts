import type { CivilDate } from '../domain/calendar.js'
import { looseText, sortKey } from '../domain/fold.js'
import { survivorOf } from '../domain/matching/survivor.js'
import type { Choices, DecidedField } from '../domain/matching/survivor-member.js'
import { joinedNote, type NoteWording } from '../domain/matching/survivor-note.js'
import type { Joined, Moved } from '../store/merging.js'
import type { NewRow, Patch } from '../store/schema.js'
import type { Writing } from '../store/store.js'
import { joinRows, type MovedCounts, noRowChanges, type RowChanges } from './merging-joining.js'
import { type Into, tieAnew } from './merging-links.js'
import { type FieldKeys, fieldKeys, type Having, havingsOf, memberOf } from './merging-rows.js'

/** Clients of which one is to be made. */
export interface Union {
  keep: number
  gone: readonly number[]
  choices: Choices
  /** How they were found; null when a user named them. */
  lane: string | null
  bits: number | null
  /** JSON array. */
  reasons: string
}

/** When it is done and in whose words. */
export interface Circumstance {
  at: string
  today: CivilDate
  wording: NoteWording
}

/** What becomes of clients, in plain data: what is shown, and what is to be written. */
export interface Outcome {
  fields: DecidedField[]
  moved: MovedCounts
  patch: Patch<'client'>
  merging: NewRow<'merging'>[]
}

/** Clients that are read and written together. */
const PORTION = 1_000

/** What one client becomes of a group, the kept one first; rows that hang on them are added to `changes`. */
export function outcomeOf(
  group: readonly Having[],
  union: Union,
  keys: FieldKeys,
  { at, today, wording }: Circumstance,
  changes: RowChanges,
): Outcome {
  const members = group.map((having) => memberOf(having, keys))
  const survivor = survivorOf(members, union.choices)
  const moved = joinRows(group, survivor, keys, changes)
  const { birthday: _b, fields, dropped, care: _c, custom: _o, vip, ...columns } = survivor
  const note = joinedNote(members, dropped, today, wording)
  const [kept, ...gone] = group.map(({ client }) => client)
  const wasCalled = kept && looseText(kept.name) !== looseText(survivor.name) ? kept.name : null
  const others = gone.flatMap(({ id, note: text }) => (text === null ? [] : [{ id, value: text }]))
  if (note !== kept?.note) fields.push({ field: 'note', value: note, from: null, others })
  return {
    fields,
    moved,
    patch: { ...columns, note, vip: vip ? 1 : 0, sort_key: sortKey(survivor.name), updated_at: at },
    merging: gone.map((client) => ({
      kept_id: union.keep,
      gone_id: client.id,
      kind: client.kind,
      name: client.name,
      sort_key: client.sort_key,
      external_system: client.external_system,
      external_id: client.external_id,
      created_at: client.created_at,
      kept_name: wasCalled,
      at,
      lane: union.lane,
      bits: union.bits,
      reasons: union.reasons,
    })),
  }
}

/** Makes one client of each group, thousands of groups in a handful of queries; whose clients are all there is the caller's word. */
export async function writeUnions(writing: Writing, unions: readonly Union[], how: Circumstance): Promise<void> {
  if (unions.length === 0) return
  const into: Into = new Map(unions.flatMap(({ keep, gone }) => gone.map((id) => [id, keep] as const)))
  const keys = await fieldKeys(writing)
  await writing.merging.deferReferences()
  await tieAnew(writing, into)
  const merging: NewRow<'merging'>[] = []
  for (const portion of portionsOf(unions)) {
    const havings = await havingsOf(
      writing,
      portion.flatMap(({ keep, gone }) => [keep, ...gone]),
    )
    const changes = noRowChanges()
    const patches: { id: number; patch: Patch<'client'> }[] = []
    for (const union of portion) {
      const group = [union.keep, ...union.gone].flatMap((id) => havings.get(id) ?? [])
      const { patch, merging: rows } = outcomeOf(group, union, keys, how, changes)
      const referrer = patch.referred_by ?? null
      patches.push({
        id: union.keep,
        patch: { ...patch, referred_by: referrer === null ? null : (into.get(referrer) ?? referrer) },
      })
      merging.push(...rows)
    }
    await writeRows(writing, changes)
    // They go before the kept ones change: an outside id, which only one client may have, may change hands.
    await writing.remove(
      'client',
      portion.flatMap(({ gone }) => gone),
    )
    await writing.updateMany('client', patches)
  }
  await writing.insertMany('merging', merging)
}

function* portionsOf(unions: readonly Union[]): Generator<Union[]> {
  let portion: Union[] = []
  let clients = 0
  for (const union of unions) {
    if (clients > 0 && clients + union.gone.length + 1 > PORTION) {
      yield portion
      portion = []
      clients = 0
    }
    portion.push(union)
    clients += union.gone.length + 1
  }
  if (portion.length > 0) yield portion
}

/** What goes before what takes its place. */
async function writeRows(writing: Writing, { update, remove }: RowChanges): Promise<void> {
  for (const table of Object.keys(remove) as Joined[])
    if (table !== 'anniversary') await writing.remove(table, remove[table])
  for (const table of Object.keys(update) as (Joined | Moved)[]) await writing.updateMany(table, update[table] as never)
  // What was kept of a day has been hung on another by now.
  await writing.remove('anniversary', remove.anniversary)
}
