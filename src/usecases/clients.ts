import type { ClientCard, ClientKind, ClientRecord } from '../domain/client.js'
import { looksLikeCompany } from '../domain/company-name.js'
import { sortKey } from '../domain/fold.js'
import { compatibleNames } from '../domain/name.js'
import { splitName } from '../domain/name-split.js'
import type { Point } from '../domain/points.js'
import { cleanLine } from '../domain/text.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import type { Writing } from '../store/store.js'
import { type ClientInput, cleanTexts, consentOf, understand } from './client-input.js'
import { type Deps, entryOf } from './deps.js'
import { writeParts } from './editing.js'

export interface Added {
  client: ClientRecord
  operation: number
  /** Custom fields that did not exist and were made as text. */
  newFields: string[]
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
