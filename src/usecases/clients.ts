import { formatAnniversary } from '../domain/anniversary.js'
import type { ClientCard, ClientKind, ClientRecord } from '../domain/client.js'
import { looksLikeCompany } from '../domain/company-name.js'
import { sortKey } from '../domain/fold.js'
import { type Bearer, fullDay } from '../domain/forgetting/bearer.js'
import type { MatchInput } from '../domain/matching/keys.js'
import { type PersonName, splitName } from '../domain/name-split.js'
import type { Point } from '../domain/points.js'
import { cleanLine } from '../domain/text.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import type { Candidate } from '../store/clients.js'
import type { Writing } from '../store/store.js'
import type { Words } from '../words/en.js'
import { type ClientInput, cleanTexts, type Understood, understand } from './client-input.js'
import { overallPatch } from './consents.js'
import { type Deps, entryOf } from './deps.js'
import { writeParts } from './editing.js'
import { buriedAs } from './erased-companies.js'
import { whoItMayBe } from './looking.js'
import type { Likeness } from './newcomers.js'

export interface Added {
  client: ClientRecord
  operation: number
  /** Custom fields that did not exist and were made as text. */
  newFields: string[]
  /** The client of the base that it probably is; null when it is like nobody, or was forced. */
  likely: Likeness | null
}

/** Puts into words why two clients are one. */
export type TellReasons = (likeness: Likeness, words: Words) => string[]

const isThere = (name: string, id: number, known: Candidate | undefined, reasons: (words: Words) => string[]) =>
  refused((words) => ({
    text: words.errors.duplicate(name),
    details: [...(known ? [words.candidate(known)] : []), ...reasons(words)],
    hint: words.errors.duplicateHint(id),
  }))

/** An outside id belongs to one client, also when that one has gone into another. */
async function refuseOutsideId(
  writing: Writing,
  name: string,
  external: { id: string; system: string | null },
): Promise<void> {
  const found = await writing.importing.find({ points: [], externals: [external.id], names: [], ids: [] })
  const same = found.byExternal.get(external.id)?.find(({ system }) => system === external.system)
  if (same) throw isThere(name, same.id, await writing.clients.byId(same.id), () => [])
}

const isPhoneNumber = (value: string): boolean => /^\+?\d{9,15}$/.test(value)

const handlesOf = (points: readonly Point[]): Point[] =>
  points.filter(({ kind }) => kind !== 'phone' && kind !== 'email' && kind !== 'url')

/** What was typed, as matching looks at it; no client has the number 0. */
function newcomerOf(
  kind: ClientKind,
  { name, family_name, given_name, patronymic }: PersonName,
  input: ClientInput,
  { points, birthday }: Understood,
): MatchInput {
  const { city, address } = cleanTexts(input.texts)
  const valuesOf = (of: Point['kind']): string[] =>
    points.filter((point) => point.kind === of).map(({ value }) => value)
  const handles = handlesOf(points)
  return {
    id: 0,
    kind,
    name,
    family: family_name,
    given: given_name,
    father: patronymic,
    phones: [...valuesOf('phone'), ...handles.map(({ value }) => value).filter(isPhoneNumber)],
    emails: valuesOf('email'),
    handles: handles.map((point) => `${point.kind}:${point.value}`),
    birthday: birthday ? formatAnniversary(birthday) : null,
    city: city ?? null,
    address: address ?? null,
    custom: input.custom.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }])),
  }
}

/** Refuses a client who is certainly there; gives the one it probably is. */
async function refuseDuplicate(writing: Writing, newcomer: MatchInput, tell: TellReasons): Promise<Likeness | null> {
  const others = await whoItMayBe(writing, newcomer)
  if (others.length === 0) return null
  const { resembled } = await import('./newcomers.js')
  const [nearest] = await resembled(writing, newcomer, others)
  if (nearest === undefined || nearest.judgement.lane !== 'certain') return nearest ?? null
  const { id } = nearest.other
  throw isThere(newcomer.name, id, await writing.clients.byId(id), (words) => tell(nearest, words))
}

/** What was typed, as somebody may be known by it who was erased. */
const erasableOf = (kind: ClientKind, name: string, input: ClientInput, { points, birthday }: Understood): Bearer => ({
  kind,
  names: [name],
  points,
  city: cleanTexts(input.texts).city ?? null,
  birthday: birthday ? fullDay(formatAnniversary(birthday)) : null,
  externals: input.externalId ? [{ id: input.externalId, system: input.system ?? null }] : [],
  custom: input.custom.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }])),
  rows: [],
})

/** `force`: even one who is certainly there is added again; it is for namesakes, so an outside id is still refused. */
/** Writes a new client; with `keep` false all is tried, refusals included, and nothing stays. */
async function putClient(
  deps: Deps,
  input: ClientInput & { name: string },
  { force, tell, keep }: { force: boolean; tell: TellReasons; keep: boolean },
): Promise<{ id: number; operation: number | null; newFields: string[]; likely: Likeness | null }> {
  const typedName = cleanLine(input.name)
  if (typedName === '') throw typedWrongly((words) => words.errors.noName)
  const understood = await understand(deps, input)
  const kind = input.kind ?? (looksLikeCompany(typedName) ? 'company' : 'person')
  const { at } = entryOf(deps)
  const newFields: string[] = []
  let likely: Likeness | null = null
  const work = async (writing: Writing): Promise<number> => {
    const external = input.externalId ? { id: input.externalId, system: input.system ?? null } : null
    if (external) await refuseOutsideId(writing, typedName, external)
    const person =
      kind === 'person'
        ? splitName(typedName)
        : { name: typedName, family_name: null, given_name: null, patronymic: null }
    if (!force) likely = await refuseDuplicate(writing, newcomerOf(kind, person, input, understood), tell)
    const buried = await buriedAs(deps, writing, erasableOf(kind, person.name, input, understood), force)
    const id = await writing.insert('client', {
      kind,
      ...person,
      sort_key: sortKey(person.name),
      status: understood.status ?? 'lead',
      vip: input.vip === true ? 1 : 0,
      referred_by: input.referredBy ?? null,
      ...overallPatch({}, understood.consents),
      verified_at: input.verified ?? null,
      external_id: external?.id ?? null,
      external_system: external?.system ?? null,
      ...cleanTexts(input.texts),
      created_at: at,
      updated_at: at,
    })
    if (buried.length > 0) await writing.tombstones.takeIn(buried, { id, created_at: at }, at)
    await writeParts(deps, writing, { id, input, understood, newFields, force })
    return id
  }
  const { result, operation } = await deps.store.write(entryOf(deps), work, { keep })
  return { id: result, operation, newFields, likely }
}

export async function add(
  deps: Deps,
  input: ClientInput & { name: string },
  force: boolean,
  tell: TellReasons = () => [],
): Promise<Added> {
  const { id, operation, ...rest } = await putClient(deps, input, { force, tell, keep: true })
  const [client] = await deps.store.clients.records([id])
  if (!client || operation === null) throw new Error('a client just written is gone')
  return { client, operation, ...rest }
}

/** What `add` would refuse is refused, and nothing is written. */
export async function tryAdding(
  deps: Deps,
  input: ClientInput & { name: string },
  force: boolean,
  tell: TellReasons,
): Promise<void> {
  await putClient(deps, input, { force, tell, keep: false })
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
