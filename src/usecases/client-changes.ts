import { type Anniversary, formatAnniversary } from '../domain/anniversary.js'
import type { CustomField } from '../domain/client.js'
import { sortKey } from '../domain/fold.js'
import { splitName } from '../domain/name-split.js'
import type { Point, PointKind } from '../domain/points.js'
import { cleanLine, tagKeyOf } from '../domain/text.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import type { Part } from '../store/parts.js'
import type { NewRow, Patch, Row } from '../store/schema.js'
import { type ClientInput, cleanTexts, type Understood } from './client-input.js'
import { channelChanges, OVERALL_COLUMNS, overallPatch } from './consents.js'

/** What is asked for, read and looked up: the same for every client that is changed. */
export interface Wish {
  input: ClientInput
  understood: Understood
  /** The company to belong to; id 0 stands for one that is yet to be made. */
  company: number | undefined
  /** Companies to leave, null for a name that no company has. */
  leave: readonly { name: string; id: number | null }[]
  /** Custom values, each as it is kept; null empties. A field with id 0 is yet to be made. */
  custom: readonly { field: CustomField; value: string | null }[]
  /** One client was named, so what it does not have cannot be taken from it; of many it is simply not taken. */
  strict: boolean
}

/** A client's rows, as far as the wish concerns them. */
export interface ClientRows {
  client: Pick<Row<'client'>, 'id' | 'kind' | 'status' | 'created_at'> & Partial<Row<'client'>>
  contact_point: Row<'contact_point'>[]
  relation: Row<'relation'>[]
  anniversary: Row<'anniversary'>[]
  client_tag: Row<'client_tag'>[]
  custom_value: Row<'custom_value'>[]
  channel_consent: Row<'channel_consent'>[]
}

type Patched<T extends Part | 'client'> = { id: number; patch: Patch<T> }

/** What is to be written; only what differs from what is there. */
export interface Changes {
  client: Patched<'client'>[]
  insert: { [T in Part]: NewRow<T>[] }
  update: { [T in Part]: Patched<T>[] }
  remove: { [T in Part]: number[] }
  /** Each change in plain data: `field` is a key of `fields` or of a custom field, `value` null where it is emptied. */
  noted: Noted[]
}

export interface Noted {
  field: string
  change: 'set' | 'added' | 'removed'
  value: string | null
}

export const noChanges = (): Changes => ({
  client: [],
  insert: { contact_point: [], relation: [], anniversary: [], client_tag: [], custom_value: [], channel_consent: [] },
  update: { contact_point: [], relation: [], anniversary: [], client_tag: [], custom_value: [], channel_consent: [] },
  remove: { contact_point: [], relation: [], anniversary: [], client_tag: [], custom_value: [], channel_consent: [] },
  noted: [],
})

/** The columns of a client that the wish needs to see. */
export function columnsOf({ input, understood }: Wish): (keyof Row<'client'>)[] {
  const wanted = wantedColumns(input, understood, input.kind ?? 'person')
  const consent = understood.consents.answers.length === 0 ? [] : OVERALL_COLUMNS
  const outside = input.externalId === undefined && input.system === undefined ? [] : ['external_id', 'external_system']
  return [
    ...new Set(['id', 'kind', 'status', 'created_at', ...consent, ...outside, ...Object.keys(wanted)]),
  ] as (keyof Row<'client'>)[]
}

/** Adds to `changes` what the wish changes in one client. */
export function changeClient(rows: ClientRows, wish: Wish, changes: Changes): void {
  ownColumns(rows, wish, changes)
  changeParts(rows, wish, changes)
}

/** Everything of a client that is not a column of its own row. */
export function changeParts(rows: ClientRows, wish: Wish, changes: Changes): void {
  points(rows, wish, changes)
  companies(rows, wish, changes)
  if (wish.understood.birthday !== undefined) birthday(rows, wish.understood.birthday, changes)
  tags(rows, wish, changes)
  customValues(rows, wish, changes)
  consents(rows, wish, changes)
}

/** What follows from something that is told. */
const UNTOLD = new Set(['sort_key', 'consent_at'])

function ownColumns({ client }: ClientRows, { input, understood }: Wish, changes: Changes): void {
  if (input.referredBy === client.id) throw refused((words) => words.errors.refersToItself)
  const wanted = {
    ...wantedColumns(input, understood, input.kind ?? client.kind),
    ...overallPatch(client, understood.consents),
  }
  const before = client as unknown as Record<string, unknown>
  const patch = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => value !== before[key]))
  if (Object.keys(patch).length === 0) return
  changes.client.push({ id: client.id, patch })
  for (const [field, value] of Object.entries(patch)) {
    if (UNTOLD.has(field)) continue
    const shown = field === 'vip' ? (value === 1 ? 'yes' : 'no') : value === null ? null : String(value)
    changes.noted.push({ field, change: 'set', value: shown })
  }
}

function wantedColumns(input: ClientInput, { status }: Understood, kind: Row<'client'>['kind']): Patch<'client'> {
  const name = input.name === undefined ? undefined : cleanLine(input.name)
  if (name === '') throw typedWrongly((words) => words.errors.noName)
  return {
    ...(name === undefined ? {} : { ...partsOf(name, kind), sort_key: sortKey(name) }),
    ...(input.kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
    ...(input.vip === undefined ? {} : { vip: input.vip ? 1 : 0 }),
    ...(input.referredBy === undefined ? {} : { referred_by: input.referredBy }),
    ...(input.verified === undefined ? {} : { verified_at: input.verified }),
    ...(input.externalId === undefined ? {} : { external_id: input.externalId }),
    ...(input.system === undefined ? {} : { external_system: input.system }),
    ...cleanTexts(input.texts),
  }
}

const partsOf = (name: string, kind: Row<'client'>['kind']) =>
  kind === 'person' ? splitName(name) : { name, family_name: null, given_name: null, patronymic: null }

function points(rows: ClientRows, { input, understood, strict }: Wish, changes: Changes): void {
  let present = rows.contact_point
  for (const { kind, text } of input.removePoints) {
    const found = findPoint(present, kind, text)
    if (found) {
      changes.remove.contact_point.push(found.id)
      changes.noted.push({ field: kind, change: 'removed', value: text })
      present = present.filter(({ id }) => id !== found.id)
    } else if (strict) throw notFound((words) => words.errors.notThere(`--remove-${kind}`, text))
  }
  const wanted = new Map(understood.points.map((point) => [`${point.kind}:${point.value}`, point]))
  for (const point of wanted.values()) addPoint(rows.client.id, present, point, changes)
}

function addPoint(client_id: number, present: readonly Row<'contact_point'>[], point: Point, changes: Changes): void {
  const same = present.find(({ kind, value }) => kind === point.kind && value === point.value)
  if (!same) {
    changes.insert.contact_point.push({ client_id, ...point })
    changes.noted.push({ field: point.kind, change: 'added', value: point.typed })
  } else if (same.typed !== point.typed || (point.label !== null && point.label !== same.label)) {
    const patch = { typed: point.typed, ...(point.label === null ? {} : { label: point.label }) }
    changes.update.contact_point.push({ id: same.id, patch })
    changes.noted.push({ field: point.kind, change: 'set', value: point.typed })
  }
}

function findPoint(
  present: readonly Row<'contact_point'>[],
  wanted: PointKind,
  text: string,
): Row<'contact_point'> | undefined {
  const own = present.filter(({ kind }) => kind === wanted)
  const direct = own.find(({ typed, value }) => typed === text || value === text.toLowerCase().replace(/^@/, ''))
  if (direct) return direct
  const digits = text.replace(/\D/g, '')
  return wanted === 'phone' && digits.length >= 5
    ? own.find(({ value }) => value.replace(/\D/g, '').endsWith(digits.replace(/^8(?=\d{10}$)/, '')))
    : undefined
}

function companies({ client, relation }: ClientRows, wish: Wish, changes: Changes): void {
  const { input, company, strict } = wish
  let present = relation
  if (input.company === null) {
    changes.remove.relation.push(...present.map(({ id }) => id))
    if (present.length > 0) changes.noted.push({ field: 'company', change: 'set', value: null })
    present = []
  } else if (company !== undefined) {
    const existing = present.find(({ company_id }) => company_id === company)
    if (existing) setRole(existing, input.role, changes)
    else {
      changes.insert.relation.push({ client_id: client.id, company_id: company, role: input.role ?? null })
      changes.noted.push({ field: 'company', change: 'added', value: input.company ?? null })
    }
  } else if (input.role !== undefined) {
    const [first] = present
    if (first) setRole(first, input.role, changes)
    else if (strict) throw typedWrongly((words) => words.errors.roleWithoutCompany)
  }
  for (const { name, id } of wish.leave) {
    const found = present.find(({ company_id }) => company_id === id)
    if (found) {
      changes.remove.relation.push(found.id)
      changes.noted.push({ field: 'company', change: 'removed', value: name })
    } else if (strict) throw notFound((words) => words.errors.notThere('--remove-company', name))
  }
}

function setRole({ id, role: before }: Row<'relation'>, role: string | null | undefined, changes: Changes): void {
  if (role === undefined || role === before) return
  changes.update.relation.push({ id, patch: { role } })
  changes.noted.push({ field: 'role', change: 'set', value: role })
}

function birthday({ client, anniversary }: ClientRows, day: Anniversary | null, changes: Changes): void {
  const own = anniversary.find(({ occasion, who }) => occasion === 'birthday' && who === null)
  if (day === null) {
    if (!own) return
    changes.remove.anniversary.push(own.id)
    changes.noted.push({ field: 'birthday', change: 'set', value: null })
    return
  }
  const value = { year: day.year, month_day: formatAnniversary({ ...day, year: null }).slice(2) }
  if (own?.year === value.year && own.month_day === value.month_day) return
  if (own) changes.update.anniversary.push({ id: own.id, patch: value })
  else
    changes.insert.anniversary.push({
      client_id: client.id,
      occasion: 'birthday',
      who: null,
      remind_days: null,
      ...value,
    })
  changes.noted.push({ field: 'birthday', change: 'set', value: formatAnniversary(day) })
}

function tags({ client, client_tag }: ClientRows, { input, strict }: Wish, changes: Changes): void {
  const keys = new Set(client_tag.map(({ tag_key }) => tag_key))
  for (const tag of input.tags.flatMap((each) => each.split(',')).map((each) => cleanLine(each).replace(/^#/, ''))) {
    const tag_key = tagKeyOf(tag)
    if (tag_key === '' || keys.has(tag_key)) continue
    keys.add(tag_key)
    changes.insert.client_tag.push({ client_id: client.id, tag, tag_key })
    changes.noted.push({ field: 'tag', change: 'added', value: tag })
  }
  for (const tag of new Set(input.removeTags.map(tagKeyOf))) {
    const present = client_tag.find(({ tag_key }) => tag_key === tag)
    if (present) {
      changes.remove.client_tag.push(present.id)
      changes.noted.push({ field: 'tag', change: 'removed', value: present.tag })
    } else if (strict) throw notFound((words) => words.errors.notThere('--remove-tag', tag))
  }
}

function consents({ client, channel_consent: rows }: ClientRows, { understood }: Wish, changes: Changes): void {
  const { insert, update, remove, noted } = channelChanges(client.id, rows, understood.consents)
  changes.insert.channel_consent.push(...insert)
  changes.update.channel_consent.push(...update)
  changes.remove.channel_consent.push(...remove)
  changes.noted.push(...noted.map((each) => ({ field: 'consents', ...each })))
}

function customValues({ client, custom_value }: ClientRows, { custom }: Wish, changes: Changes): void {
  for (const { field, value } of custom) {
    const present = custom_value.find(({ field_id }) => field_id === field.id)
    if ((present?.value ?? null) === value) continue
    if (value === null) changes.remove.custom_value.push(present?.id ?? 0)
    else if (present) changes.update.custom_value.push({ id: present.id, patch: { value } })
    else changes.insert.custom_value.push({ client_id: client.id, field_id: field.id, value })
    changes.noted.push({ field: field.key, change: 'set', value })
  }
}
