import { type Anniversary, formatAnniversary, parseAnniversary } from '../domain/anniversary.js'
import type { CivilDate } from '../domain/calendar.js'
import {
  type ClientCard,
  type ClientKind,
  type ClientRecord,
  type CustomField,
  STATUSES,
  type Status,
} from '../domain/client.js'
import { companyKey, looksLikeCompany } from '../domain/company-name.js'
import { typedValue } from '../domain/custom.js'
import { fieldNamed, keyFrom } from '../domain/fields.js'
import type { Filter } from '../domain/filter.js'
import { sortKey } from '../domain/fold.js'
import { compatibleNames } from '../domain/name.js'
import { splitName } from '../domain/name-split.js'
import { type Point, type PointKind, readPoint, splitLabel } from '../domain/points.js'
import { cleanLine, cleanText, tagKeyOf } from '../domain/text.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow, phoneReader } from './deps.js'

/** What can be typed about a client; `null` empties a value, what is absent is left alone. */
export interface ClientInput {
  name?: string
  kind?: ClientKind
  points: { kind: PointKind; text: string }[]
  removePoints: { kind: PointKind; text: string }[]
  texts: Partial<Record<TextKey, string | null>>
  company?: string | null
  removeCompanies: string[]
  role?: string | null
  birthday?: string | null
  referredBy?: number | null
  tags: string[]
  removeTags: string[]
  vip?: boolean
  status?: string
  consent?: string | null
  verified?: string | null
  custom: { key: string; value: string | null }[]
  externalId?: string | null
  system?: string | null
}

export const TEXT_KEYS = [
  'position',
  'city',
  'address',
  'source',
  'owner',
  'channel',
  'hours',
  'no_call',
  'zone',
  'note',
  'family_name',
  'given_name',
  'patronymic',
] as const
export type TextKey = (typeof TEXT_KEYS)[number]

export interface Added {
  client: ClientRecord
  operation: number
  /** Custom fields that did not exist and were made as text. */
  newFields: string[]
}

interface Understood {
  points: Point[]
  birthday: Anniversary | null | undefined
  status: Status | undefined
  today: CivilDate
}

const FLAG_OF = (kind: PointKind): string => `--${kind}`

async function understand(deps: Deps, input: ClientInput): Promise<Understood> {
  const today = localNow(deps).date
  const needsPhones = input.points.length > 0
  const readPhone = needsPhones ? await phoneReader(deps.country) : () => null
  const points = input.points.map(({ kind, text }) => {
    const { label, typed } = splitLabel(text)
    const point = readPoint(kind, cleanLine(typed), label, readPhone)
    if (point === null) throw typedWrongly((words) => words.errors.badPoint(FLAG_OF(kind), text))
    return point
  })
  let birthday: Anniversary | null | undefined = input.birthday === null ? null : undefined
  if (typeof input.birthday === 'string') {
    const parsed = parseAnniversary(input.birthday, today)
    if (typeof parsed === 'string')
      throw typedWrongly((words) => ({
        text: words.errors.when[parsed](input.birthday ?? ''),
        hint: words.errors.birthdayHint,
      }))
    birthday = parsed
  }
  const status = input.status === undefined ? undefined : STATUSES.find((each) => each === input.status?.toLowerCase())
  if (input.status !== undefined && status === undefined)
    throw typedWrongly((words) => words.errors.notOneOf('--status', input.status ?? '', STATUSES))
  for (const key of ['hours', 'no_call'] as const) {
    const text = input.texts[key]
    if (typeof text === 'string') checkHours(key, text)
  }
  return { points, birthday, status, today }
}

/** `09:00-17:30`, several joined by commas, each with weekdays before it if need be: `пн-пт 9:00-18:00`. */
function checkHours(key: 'hours' | 'no_call', text: string): void {
  const times = [...text.matchAll(/(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?/g)]
  const fine =
    times.length > 0 &&
    times.every(
      ([, h1 = '', m1 = '0', h2 = '', m2 = '0']) =>
        Number(h1) < 24 && Number(h2) <= 24 && Number(m1) < 60 && Number(m2) < 60,
    )
  if (!fine) throw typedWrongly((words) => words.errors.badHours(key === 'hours' ? '--hours' : '--no-call', text))
}

/** Rejects a client that is certainly there: same outside id, or same phone or e-mail under a compatible name. */
async function refuseDuplicate(
  writing: Writing,
  name: string,
  kind: ClientKind,
  points: readonly Point[],
  external: { id: string; system: string | null } | null,
): Promise<void> {
  const values = points.filter((point) => point.kind !== 'url').map(({ value }) => value)
  const found = await writing.importing.find({
    points: values,
    externals: external ? [external.id] : [],
    names: [],
    ids: [],
  })
  const byOutside = external
    ? found.byExternal.get(external.id)?.find(({ system }) => system === external.system)
    : undefined
  const ids = points.flatMap((point) => found.byPoint.get(`${point.kind}:${point.value}`) ?? [])
  const known = await writing.importing.known([...new Set(ids)], false)
  const same = byOutside?.id ?? [...known.values()].find((each) => compatibleNames(each, { kind, name }))?.id
  if (same === undefined) return
  const candidate = await writing.clients.byId(same)
  throw refused((words) => ({
    text: words.errors.duplicate(name),
    details: candidate ? [words.candidate(candidate)] : [],
    hint: words.errors.duplicateHint(same),
  }))
}

export async function add(deps: Deps, input: ClientInput & { name: string }, force: boolean): Promise<Added> {
  const typedName = cleanLine(input.name)
  if (typedName === '') throw typedWrongly((words) => words.errors.noName)
  const understood = await understand(deps, input)
  const kind = input.kind ?? (looksLikeCompany(typedName) ? 'company' : 'person')
  const { at } = entryOf(deps)
  const newFields: string[] = []
  const { result, operation } = await deps.store.write(entryOf(deps), async (writing) => {
    const external = input.externalId ? { id: input.externalId, system: input.system ?? null } : null
    // An outside id belongs to one client; --force is for namesakes, not for that.
    await refuseDuplicate(writing, typedName, kind, force ? [] : understood.points, external)
    const person =
      kind === 'person'
        ? splitName(typedName)
        : { name: typedName, family_name: null, given_name: null, patronymic: null }
    const id = await writing.insert('client', {
      kind,
      ...person,
      sort_key: sortKey(person.name),
      status: understood.status ?? 'lead',
      vip: input.vip === true ? 1 : 0,
      referred_by: input.referredBy ?? null,
      consent: consentOf(input.consent) ?? null,
      verified_at: input.verified ?? null,
      external_id: external?.id ?? null,
      external_system: external?.system ?? null,
      ...cleanTexts(input.texts),
      created_at: at,
      updated_at: at,
    })
    await writeParts(writing, id, input, understood, newFields)
    return id
  })
  const [client] = await deps.store.clients.records([result])
  if (!client || operation === null) throw new Error('a client just written is gone')
  return { client, operation, newFields }
}

function consentOf(text: string | null | undefined): 'yes' | 'no' | null | undefined {
  if (text === undefined || text === null) return text
  if (text === 'yes' || text === 'no') return text
  throw typedWrongly((words) => words.errors.notOneOf('--consent', text, ['yes', 'no']))
}

function cleanTexts(texts: ClientInput['texts']): Partial<Record<TextKey, string | null>> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      value === null ? null : key === 'note' ? cleanText(value) : cleanLine(value) || null,
    ]),
  )
}

/** Everything of a client that is not a column of its own row. */
async function writeParts(
  writing: Writing,
  id: number,
  input: ClientInput,
  understood: Understood,
  newFields: string[],
): Promise<void> {
  const present = await writing.clients.points(id)
  for (const point of understood.points) {
    const same = present.find(({ kind, value }) => kind === point.kind && value === point.value)
    if (same)
      await writing.update('contact_point', same.id, {
        typed: point.typed,
        ...(point.label === null ? {} : { label: point.label }),
      })
    else await writing.insert('contact_point', { client_id: id, ...point })
  }
  if (input.company !== undefined || input.role !== undefined) await writeCompany(writing, id, input)
  for (const name of input.removeCompanies) {
    const company = await writing.clients.companyNamed(name, companyKey)
    const relation = (await writing.clients.relations(id)).find(({ company_id }) => company_id === company)
    if (!relation) throw notFound((words) => words.errors.notThere('--remove-company', name))
    await writing.remove('relation', [relation.id])
  }
  if (understood.birthday !== undefined) await writeBirthday(writing, id, understood.birthday)
  const tags = await writing.clients.tags(id)
  const keys = new Set(tags.map(({ tag_key }) => tag_key))
  for (const tag of input.tags.flatMap((each) => each.split(',')).map((each) => cleanLine(each).replace(/^#/, ''))) {
    const tag_key = tagKeyOf(tag)
    if (tag_key === '' || keys.has(tag_key)) continue
    keys.add(tag_key)
    await writing.insert('client_tag', { client_id: id, tag, tag_key })
  }
  for (const tag of input.removeTags) {
    const present = tags.find(({ tag_key }) => tag_key === tagKeyOf(tag))
    if (!present) throw notFound((words) => words.errors.notThere('--remove-tag', tag))
    await writing.remove('client_tag', [present.id])
  }
  for (const { key, value } of input.custom) await writeCustom(writing, id, key, value, understood.today, newFields)
}

async function writeCompany(writing: Writing, id: number, input: ClientInput): Promise<void> {
  const relations = await writing.clients.relations(id)
  if (input.company === null) {
    await writing.remove(
      'relation',
      relations.map((relation) => relation.id),
    )
    return
  }
  if (input.company === undefined) {
    const [first] = relations
    if (!first) throw typedWrongly((words) => words.errors.roleWithoutCompany)
    await writing.update('relation', first.id, { role: input.role ?? null })
    return
  }
  const name = cleanLine(input.company)
  const company = (await writing.clients.companyNamed(name, companyKey)) ?? (await makeCompany(writing, name, id))
  const existing = relations.find(({ company_id }) => company_id === company)
  if (existing) await writing.update('relation', existing.id, input.role === undefined ? {} : { role: input.role })
  else await writing.insert('relation', { client_id: id, company_id: company, role: input.role ?? null })
}

async function makeCompany(writing: Writing, name: string, person: number): Promise<number> {
  const row = await writing.clients.row(person)
  const at = row?.updated_at ?? row?.created_at ?? ''
  return writing.insert('client', {
    kind: 'company',
    name,
    sort_key: sortKey(name),
    status: row?.status ?? 'lead',
    vip: 0,
    created_at: at,
    updated_at: at,
  })
}

async function writeBirthday(writing: Writing, id: number, birthday: Anniversary | null): Promise<void> {
  const own = (await writing.clients.anniversaries(id)).find(
    ({ occasion, who }) => occasion === 'birthday' && who === null,
  )
  if (birthday === null) {
    if (own) {
      await writing.remove(
        'greeting',
        (await writing.agenda.greetingsOf(own.id)).map((greeting) => greeting.id),
      )
      await writing.remove('anniversary', [own.id])
    }
    return
  }
  const value = { year: birthday.year, month_day: formatAnniversary({ ...birthday, year: null }).slice(2) }
  if (own) await writing.update('anniversary', own.id, value)
  else
    await writing.insert('anniversary', { client_id: id, occasion: 'birthday', who: null, remind_days: null, ...value })
}

async function writeCustom(
  writing: Writing,
  id: number,
  key: string,
  value: string | null,
  today: CivilDate,
  newFields: string[],
): Promise<void> {
  const field = await customField(writing, key, newFields)
  const present = (await writing.clients.customValues(id)).find(({ field_id }) => field_id === field.id)
  if (value === null || value.trim() === '') {
    if (present) await writing.remove('custom_value', [present.id])
    return
  }
  const typed = typedValue(value, field.type, field.choices, today)
  if (typed === null) throw typedWrongly((words) => words.errors.badCustom(field.key, value, field.type, field.choices))
  if (present) await writing.update('custom_value', present.id, { value: typed })
  else await writing.insert('custom_value', { client_id: id, field_id: field.id, value: typed })
}

/** A custom field by key or label; one that nobody has defined yet is made as text. */
async function customField(writing: Writing, name: string, newFields: string[]): Promise<CustomField> {
  const fields = await writing.clients.customFields()
  const key = keyFrom(name)
  const present = fields.find((field) => field.key === key || field.label === name)
  if (present) return present
  if (key === '' || key === '__proto__') throw typedWrongly((words) => words.errors.badFieldKey(name))
  if (fieldNamed(key)) throw typedWrongly((words) => words.errors.builtInField(key))
  const id = await writing.importing.addCustomField({
    key,
    label: key === name ? null : name,
    type: 'text',
    choices: [],
  })
  newFields.push(key)
  return { id, key, label: null, type: 'text', choices: [] }
}

/** Changes one client; returns whether anything was different. */
export async function edit(
  deps: Deps,
  ids: readonly number[],
  input: ClientInput,
): Promise<{ changed: number; operation: number | null; newFields: string[] }> {
  const understood = await understand(deps, input)
  const newFields: string[] = []
  const { operation } = await deps.store.write(entryOf(deps), async (writing) => {
    for (const id of ids) await editOne(writing, id, input, understood, newFields)
  })
  return { changed: ids.length, operation, newFields }
}

async function editOne(
  writing: Writing,
  id: number,
  input: ClientInput,
  understood: Understood,
  newFields: string[],
): Promise<void> {
  const row = await writing.clients.row(id)
  if (!row) throw notFound((words) => words.errors.noClient(String(id)))
  const kind = input.kind ?? row.kind
  const name = input.name === undefined ? undefined : cleanLine(input.name)
  if (name === '') throw typedWrongly((words) => words.errors.noName)
  if (input.referredBy === id) throw refused((words) => words.errors.refersToItself)
  const parts =
    name === undefined
      ? {}
      : kind === 'person'
        ? splitName(name)
        : { name, family_name: null, given_name: null, patronymic: null }
  const consent = consentOf(input.consent)
  await writing.update('client', id, {
    ...parts,
    ...(name === undefined ? {} : { sort_key: sortKey(name) }),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(understood.status === undefined ? {} : { status: understood.status }),
    ...(input.vip === undefined ? {} : { vip: input.vip ? 1 : 0 }),
    ...(input.referredBy === undefined ? {} : { referred_by: input.referredBy }),
    ...(consent === undefined ? {} : { consent }),
    ...(input.verified === undefined ? {} : { verified_at: input.verified }),
    ...(input.externalId === undefined ? {} : { external_id: input.externalId }),
    ...(input.system === undefined ? {} : { external_system: input.system }),
    ...cleanTexts(input.texts),
  })
  const present = await writing.clients.points(id)
  for (const { kind: pointKind, text } of input.removePoints) {
    const found = await findPoint(present, pointKind, text)
    if (!found) throw notFound((words) => words.errors.notThere(`--remove-${pointKind}`, text))
    await writing.remove('contact_point', [found.id])
  }
  await writeParts(writing, id, input, understood, newFields)
}

async function findPoint<P extends { kind: PointKind; typed: string; value: string; id: number }>(
  points: readonly P[],
  kind: PointKind,
  text: string,
): Promise<P | undefined> {
  const own = points.filter((point) => point.kind === kind)
  const direct = own.find(({ typed, value }) => typed === text || value === text.toLowerCase().replace(/^@/, ''))
  if (direct) return direct
  const digits = text.replace(/\D/g, '')
  return kind === 'phone' && digits.length >= 5
    ? own.find(({ value }) => value.replace(/\D/g, '').endsWith(digits.replace(/^8(?=\d{10}$)/, '')))
    : undefined
}

export async function archive(deps: Deps, id: number): Promise<number | null> {
  const { at } = entryOf(deps)
  const { operation } = await deps.store.write(entryOf(deps), async (writing) => {
    const row = await writing.clients.row(id)
    if (row?.archived_at) throw refused((words) => words.errors.alreadyArchived(row.name))
    return writing.update('client', id, { archived_at: at })
  })
  return operation
}

export async function show(deps: Deps, id: number): Promise<ClientCard> {
  const card = await deps.store.clients.card(id)
  if (!card) throw notFound((words) => words.errors.noClient(String(id)))
  return card
}

export interface ListInput {
  filter: Filter
  sort: readonly { key: string; descending: boolean }[]
  limit: number | null
  offset: number
}

export async function list(deps: Deps, input: ListInput): Promise<ClientRecord[]> {
  return deps.store.clients.records(await listIds(deps, input))
}

export const listIds = (deps: Deps, input: ListInput): Promise<number[]> =>
  deps.store.clients.ids({ ...input, today: localNow(deps).date })

export const count = (deps: Deps, filter: Filter): Promise<number> =>
  deps.store.clients.count(filter, localNow(deps).date)
