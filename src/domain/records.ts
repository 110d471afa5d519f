import { readAnniversary } from './anniversary.js'
import { type ClientCard, FIELD_TYPES, STATUSES } from './client.js'
import { addConsent } from './consent-added.js'
import { consentsFrom, consentText } from './consent-text.js'
import { diaryFrom } from './diary.js'
import { type Draft, emptyDraft, type RowProblem, VALUE_KEYS } from './draft.js'
import { ADDRESSING_KEYS, isAddressing, readAddressing } from './fields/addressing.js'
import { HANDLE_KINDS } from './handle.js'
import { day, instant, isObject, type Json, objects, text, whole } from './json-values.js'
import { dealingsFrom } from './order-rows/records.js'
import { joinDate, joinItems, joinLabel } from './own-csv.js'
import { type PointKind, readPoint, storedPoint } from './points.js'
import type { ReadContext } from './reading/row.js'
import type { CustomTarget } from './tables/targets.js'
import { cleanLine } from './text.js'

/** Reads a client as `export --format json` writes it. What is missing is left empty; what is of the wrong kind rejects the record. */
export function draftFromRecord(record: unknown, line: number, context: ReadContext): Draft | RowProblem {
  if (!isObject(record)) return { code: 'bad-record' }
  const name = text(record.name)
  if (name === null) return { code: 'no-name' }
  const draft = emptyDraft(line)
  draft.name = cleanLine(name)
  draft.kind = record.kind === 'company' ? 'company' : 'person'
  draft.status = STATUSES.find((status) => status === record.status) ?? null
  draft.vip = typeof record.vip === 'boolean' ? record.vip : null
  for (const key of VALUE_KEYS) draft.values[key] = text(record[key]) as never
  for (const key of ADDRESSING_KEYS) draft.values[key] = readAddressing(key, draft.values[key] ?? '') as never
  readAnswers(draft, record)
  draft.values.verified_at = day(record.verified_at)
  const problem = readPoints(draft, record, context) ?? readDates(draft, record)
  if (problem) return problem
  draft.tags = [...(Array.isArray(record.tags) ? record.tags.flatMap((tag) => text(tag) ?? []) : []), ...context.tags]
  draft.values.source ??= context.source
  if (isObject(record.custom))
    for (const key of Object.keys(record.custom))
      if (text(record.custom[key]) !== null) takeCustom(draft, cleanLine(key), text(record.custom[key]) ?? '')
  draft.companies = objects(record.relations)
    .filter((relation) => relation.relation === 'company' && text(relation.name) !== null)
    .map((relation) => ({ name: cleanLine(text(relation.name) ?? ''), role: text(relation.role) }))
  const company = text(record.company)
  if (draft.companies.length === 0 && company !== null && draft.kind === 'person')
    draft.companies.push({ name: cleanLine(company), role: text(record.role) })
  draft.referredBy = text(record.referred_by) ?? recommenderIn(record.relations)
  draft.own = {
    id: whole(record.id),
    referrer: whole(record.referred_by),
    created_at: instant(record.created_at),
    updated_at: instant(record.updated_at),
    archived_at: instant(record.archived_at),
  }
  const { history, promises } = diaryFrom(objects(record.history).reverse(), objects(record.promises))
  draft.history = history
  draft.promises = promises
  Object.assign(
    draft,
    dealingsFrom(objects(record.purchases).reverse(), objects(record.expenses).reverse(), record.care),
  )
  return draft
}

/** The name of the one who recommended; it stands among the relations. */
function recommenderIn(relations: unknown): string | null {
  const name = text(objects(relations).find(({ relation }) => relation === 'referred_by')?.name)
  return name === null ? null : cleanLine(name)
}

function readAnswers(draft: Draft, record: Json): void {
  const { values } = draft
  values.consent = record.consent === 'yes' || record.consent === 'no' ? record.consent : null
  values.consent_at = values.consent === null ? null : day(record.consent_at)
  if (values.consent === null) values.consent_origin = null
  for (const consent of consentsFrom(objects(record.consents))) addConsent(draft, consent)
}

/** What was a field of the user's own before it became one of the program's is read as such. */
function takeCustom(draft: Draft, key: string, value: string): void {
  if (!isAddressing(key)) draft.custom.push({ key, value })
  else if (readAddressing(key, value) === null) draft.custom.push({ key: `${key}_given`, value })
  else draft.values[key] ??= readAddressing(key, value) as never
}

/** The types that records tell of their custom fields, each once. */
export function customIn(records: Iterable<unknown>): CustomTarget[] {
  const found = new Map<string, CustomTarget>()
  for (const record of records)
    for (const each of isObject(record) ? objects(record.custom_fields) : []) {
      const key = text(each.key)
      const type = FIELD_TYPES.find((known) => known === each.type)
      if (key === null || type === undefined || found.has(key) || isAddressing(key)) continue
      const choices = Array.isArray(each.choices) ? each.choices.flatMap((choice) => text(choice) ?? []) : []
      found.set(key, { to: 'custom', key, label: text(each.label) ?? key, type, choices, given: true, currency: null })
    }
  return [...found.values()]
}

/** Is this a client as this program writes it, and no record of somebody else's? */
export const isOwnRecord = (record: unknown): boolean =>
  isObject(record) &&
  typeof record.name === 'string' &&
  Array.isArray(record.phones) &&
  'kind' in record &&
  'status' in record

function readPoints(draft: Draft, record: Json, context: ReadContext): RowProblem | null {
  const lists: [PointKind | null, Json[], 'bad-phone' | 'bad-email' | 'bad-handle'][] = [
    ['phone', objects(record.phones), 'bad-phone'],
    ['email', objects(record.emails), 'bad-email'],
    [null, objects(record.handles), 'bad-handle'],
  ]
  for (const [fixed, list, code] of lists) {
    for (const each of list) {
      const kind = fixed ?? HANDLE_KINDS.find((handle) => handle === each.kind)
      const value = text(each.value) ?? text(each.typed)
      const label = text(each.label)
      const point =
        kind && value !== null
          ? (readPoint(kind, value, label, context.readPhone) ?? storedPoint(kind, value, label))
          : null
      if (!point) return { code, value: String(each.value), column: fixed ?? 'handles' }
      draft.points.push({
        ...point,
        value: kind === 'phone' && /^\+\d{7,15}$/.test(value ?? '') ? (value ?? '') : point.value,
        typed: text(each.typed) ?? point.typed,
      })
    }
  }
  return null
}

function readDates(draft: Draft, record: Json): RowProblem | null {
  for (const each of objects(record.dates)) {
    const anniversary = typeof each.date === 'string' ? readAnniversary(each.date) : null
    const occasion = text(each.occasion)
    if (!anniversary || occasion === null) return { code: 'bad-date', value: String(each.date), column: 'dates' }
    draft.dates.push({
      occasion,
      who: text(each.who),
      anniversary,
      remind_days: whole(each.remind_days),
      gift: text(each.gift),
    })
  }
  const birthday = text(record.birthday)
  if (birthday !== null && !draft.dates.some(({ occasion, who }) => occasion === 'birthday' && who === null)) {
    const anniversary = readAnniversary(birthday)
    if (!anniversary) return { code: 'bad-date', value: birthday, column: 'birthday' }
    draft.dates.push({ occasion: 'birthday', who: null, anniversary, remind_days: null, gift: null })
  }
  return null
}

/** The columns of this program's own CSV before the custom fields; `import` reads all of them back. */
export const CARD_COLUMNS = [
  'id',
  'kind',
  'name',
  'family_name',
  'given_name',
  'patronymic',
  'company',
  'role',
  'position',
  'status',
  'phones',
  'phones_typed',
  'emails',
  'handles',
  'city',
  'address',
  'birthday',
  'source',
  'tags',
  'owner',
  'vip',
  'channel',
  'hours',
  'no_call',
  'zone',
  'sex',
  'language',
  'closeness',
  'country',
  'note',
  'referred_by',
  'referred_by_name',
  'consent',
  'consent_origin',
  'consent_at',
  'consents',
  'verified_at',
  'external_id',
  'external_system',
  'dates',
  'relations',
  'last_contact_at',
  'contacts',
  'archived_at',
  'created_at',
  'updated_at',
] as const

/** One client as cells under `CARD_COLUMNS`. Further companies and dates other than the birthday stand in `relations` and `dates`. */
export function cardCells(card: ClientCard): string[] {
  const plain = card as unknown as Record<string, string | number | null>
  return CARD_COLUMNS.map((column): string => {
    switch (column) {
      case 'phones':
        return joinItems(card.phones.map(({ label, value }) => joinLabel(label, value)))
      case 'phones_typed':
        return joinItems(card.phones.map(({ typed }) => typed))
      case 'emails':
        return joinItems(card.emails.map(({ label, value }) => joinLabel(label, value)))
      case 'handles':
        return joinItems(
          card.handles.map(
            ({ kind, value, label }) => `${kind}${label === null ? '' : `/${label.replaceAll(':', ' ')}`}:${value}`,
          ),
        )
      case 'tags':
        return joinItems(card.tags)
      case 'vip':
        return card.vip ? 'yes' : ''
      // A number says nothing to another base, where the client that has it may be missing or another.
      case 'referred_by_name':
        return card.relations.find(({ relation }) => relation === 'referred_by')?.name ?? ''
      case 'consents':
        return joinItems(card.consents.map(consentText))
      case 'dates':
        return joinItems(
          card.dates
            .filter(
              ({ occasion, who, remind_days, gift }) =>
                occasion !== 'birthday' || who !== null || remind_days !== null || gift !== null,
            )
            .map(joinDate),
        )
      case 'relations':
        return joinItems(
          card.relations
            .filter(({ relation }) => relation === 'company')
            .slice(1)
            .map(({ name, role }) => JSON.stringify([name, role])),
        )
      default:
        return plain[column] === null || plain[column] === undefined ? '' : String(plain[column])
    }
  })
}
