import { fieldNamed } from '../domain/fields.js'
import {
  CARE_COLUMNS,
  CHOOSABLE,
  type Choices,
  type DecidedField,
  type Member,
} from '../domain/matching/survivor-member.js'
import { type NoteWording, PLAIN_WORDING } from '../domain/matching/survivor-note.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import type { Queries } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { type MovedCounts, noRowChanges } from './merging-joining.js'
import { fieldKeys, type Having, havingsOf, memberOf } from './merging-rows.js'
import { type Circumstance, outcomeOf, type Union, writeUnions } from './merging-writing.js'

/** What a merge would make of one field: `value` stays, `others` are what the clients had that differs; `from` is whose it is. */
export type MergedField = DecidedField

export interface MergePlan {
  keep: number
  gone: number[]
  /** Name of the client that stays, before and after; of those that go. */
  names: { before: string; after: string; gone: { id: number; name: string }[] }
  fields: MergedField[]
  /** How many rows move to the client that stays. */
  moved: MovedCounts
}

/** `field=id` decides whose value of a field is kept. */
export interface MergeInput {
  keep: number
  others: readonly number[]
  choices: readonly { field: string; id: number }[]
  force: boolean
  /** How the note says where its pieces come from. */
  wording?: NoteWording
}

/** What a merge would do; nothing is written. Refuses what a merge would refuse. */
export async function planMerge(deps: Deps, input: MergeInput): Promise<MergePlan> {
  return (await prepared(deps.store, deps, input)).plan
}

/** Makes one client of several, in one operation that can be taken back. */
export async function merge(deps: Deps, input: MergeInput): Promise<{ plan: MergePlan; operation: number | null }> {
  const { result, operation } = await deps.store.write(entryOf(deps), async (writing) => {
    const { plan, union } = await prepared(writing, deps, input)
    await writeUnions(writing, [union], circumstanceOf(deps, input.wording))
    return plan
  })
  return { plan: result, operation }
}

const circumstanceOf = (deps: Deps, wording: NoteWording = PLAIN_WORDING): Circumstance => ({
  at: entryOf(deps).at,
  today: localNow(deps).date,
  wording,
})

async function prepared(queries: Queries, deps: Deps, input: MergeInput): Promise<{ plan: MergePlan; union: Union }> {
  const gone = [...new Set(input.others)]
  const ids = [input.keep, ...gone]
  const havings = await havingsOf(queries, ids)
  const group = ids.map((id) => {
    const having = havings.get(id)
    if (!having) throw notFound((words) => words.errors.noClient(String(id)))
    return having
  })
  const [kept] = group
  if (!kept || gone.length === 0) throw typedWrongly((words) => words.merging.errors.nobodyElse)
  if (gone.includes(input.keep)) throw refused((words) => words.merging.errors.itself(kept.client.name))
  if (kept.client.archived_at !== null)
    throw refused((words) => ({
      text: words.merging.errors.archived(kept.client.name),
      hint: words.merging.errors.archivedHint,
    }))
  if (!input.force) {
    refuseTwoKinds(group)
    await refuseDistinct(queries, group)
  }
  const keys = await fieldKeys(queries)
  const members = group.map((having) => memberOf(having, keys))
  const choices = await choicesOf(queries, input, members)
  const union: Union = { keep: input.keep, gone, choices, lane: null, bits: null, reasons: '[]' }
  const { fields, moved, patch } = outcomeOf(group, union, keys, circumstanceOf(deps, input.wording), noRowChanges())
  const names = {
    before: kept.client.name,
    after: patch.name ?? kept.client.name,
    gone: group.slice(1).map(({ client: { id, name } }) => ({ id, name })),
  }
  return { plan: { keep: input.keep, gone, names, fields, moved }, union }
}

function refuseTwoKinds(group: readonly Having[]): void {
  const person = group.find(({ client }) => client.kind === 'person')
  const company = group.find(({ client }) => client.kind === 'company')
  if (person && company)
    throw refused((words) => ({
      text: words.merging.errors.twoKinds(person.client.name, company.client.name),
      hint: words.merging.errors.forceHint,
    }))
}

async function refuseDistinct({ merging }: Queries, group: readonly Having[]): Promise<void> {
  const names = new Map(group.map(({ client }) => [client.id, client.name]))
  const judged = (await merging.judgements([...names.keys()])).find(
    ({ low_id, high_id, verdict }) => verdict === 'distinct' && names.has(low_id) && names.has(high_id),
  )
  if (judged)
    throw refused((words) => ({
      text: words.merging.errors.judgedDistinct(
        `${judged.low_id} «${names.get(judged.low_id)}»`,
        `${judged.high_id} «${names.get(judged.high_id)}»`,
      ),
      hint: words.merging.errors.distinctHint(judged.low_id, judged.high_id),
    }))
}

/** Less is allowed without consent than with it, and least of all to somebody who refused. */
const ALLOWED = { no: 0, unknown: 1, yes: 2 }

async function choicesOf(queries: Queries, input: MergeInput, members: readonly Member[]): Promise<Choices> {
  if (input.choices.length === 0) return new Map()
  const custom = await queries.clients.customFields()
  const choosable: string[] = [...CHOOSABLE, ...custom.map(({ key }) => key)]
  const choices = new Map<string, number>()
  for (const { field: typed, id } of input.choices) {
    const field = fieldNamed(typed, custom)?.key ?? typed
    if (!choosable.includes(field))
      throw typedWrongly((words) => ({
        text: words.merging.errors.badField(typed),
        details: [choosable.join(', ')],
      }))
    const member = members.find((each) => each.id === id)
    if (!member)
      throw typedWrongly((words) =>
        words.merging.errors.notOfThese(
          field,
          id,
          members.map((each) => each.id),
        ),
      )
    if ((choices.get(field) ?? id) !== id)
      throw typedWrongly((words) => words.merging.errors.chosenTwice(field, choices.get(field) ?? id, id))
    if (valueIn(member, field) === null)
      throw typedWrongly((words) => words.merging.errors.hasNone(member.name, words.fields[field] ?? field))
    if (field === 'consent' && !input.force) refuseLaxer(member, members)
    choices.set(field, id)
  }
  return choices
}

function valueIn(member: Member, field: string): unknown {
  if (field === 'birthday') return member.birthdays[0] ?? null
  if (field in CARE_COLUMNS) return member.care?.[CARE_COLUMNS[field as keyof typeof CARE_COLUMNS]] ?? null
  const own = Object.hasOwn(member, field) ? (member as never)[field] : null
  return own ?? (Object.hasOwn(member.custom, field) ? member.custom[field] : null) ?? null
}

function refuseLaxer(chosen: Member, members: readonly Member[]): void {
  const strictest = Math.min(...members.flatMap(({ consent }) => (consent === null ? [] : [ALLOWED[consent]])))
  if (ALLOWED[chosen.consent ?? 'unknown'] > strictest)
    throw refused((words) => ({ text: words.merging.errors.laxer, hint: words.merging.errors.forceHint }))
}

export { judge } from './judging.js'
export { mergeGroups } from './merging-groups.js'
