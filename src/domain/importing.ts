import { type Anniversary, formatAnniversary, parseAnniversary, readAnniversary } from './anniversary.js'
import { type CivilDate, exists, isCivilDate } from './calendar.js'
import type { ClientKind, Consent, ContactRecord, FieldType, PromiseRecord, Status } from './client.js'
import type { Column } from './columns.js'
import { readYesNo } from './filter.js'
import { looseText } from './fold.js'
import { companyKey, compatibleNames, joinName, looksLikeCompany, splitName } from './name.js'
import { HANDLE_KINDS, type PhoneReader, type Point, type PointKind, readPoint, splitLabel } from './points.js'

/** Single values of a client, by column of its table. */
export interface Values {
  family_name: string | null
  given_name: string | null
  patronymic: string | null
  position: string | null
  city: string | null
  address: string | null
  source: string | null
  owner: string | null
  channel: string | null
  hours: string | null
  no_call: string | null
  zone: string | null
  note: string | null
  consent: Consent | null
  verified_at: string | null
  external_id: string | null
  external_system: string | null
}

export const VALUE_KEYS = [
  'family_name',
  'given_name',
  'patronymic',
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
  'consent',
  'verified_at',
  'external_id',
  'external_system',
] as const satisfies readonly (keyof Values)[]

export interface DraftDate {
  occasion: string
  who: string | null
  anniversary: Anniversary
  remind_days: number | null
}

/** A row of a file as a client: read, not yet compared with the base. */
export interface Draft {
  line: number
  kind: ClientKind
  name: string
  status: Status | null
  vip: boolean | null
  values: Values
  points: Point[]
  dates: DraftDate[]
  tags: string[]
  companies: { name: string; role: string | null }[]
  custom: { key: string; value: string }[]
  /** Whom the row names as the one who recommended: a name, or an id of the same file. */
  referredBy: string | null
  /** Only in this program's own files. */
  own: { id: number | null; created_at: string | null; updated_at: string | null; archived_at: string | null } | null
  history: Omit<ContactRecord, 'id' | 'client_id'>[]
  promises: Omit<PromiseRecord, 'id' | 'client_id'>[]
}

export type RowProblem =
  | { code: 'no-name' }
  | { code: 'bad-phone' | 'bad-email' | 'bad-handle'; value: string; column: string }
  | { code: 'bad-date' | 'impossible-date' | 'ambiguous-date'; value: string; column: string }
  | { code: 'bad-value'; value: string; column: string; expected: FieldType | 'status' }
  | { code: 'too-many-cells'; count: number }
  | { code: 'external-conflict'; id: number; name: string }
  | { code: 'bad-record' }

export interface ReadContext {
  today: CivilDate
  readPhone: PhoneReader
  /** Marks every row of this import gets. */
  source: string | null
  tags: readonly string[]
  system: string | null
}

/** Thrown inside the reading of a row and caught at its end; never leaves this file. */
class BadCell extends Error {
  constructor(readonly problem: RowProblem) {
    super(problem.code)
  }
}

const STATUS_WORDS: Record<string, Status> = {}
for (const [status, words] of [
  ['lead', 'lead лид лід потенциальный потенційний prospect новый новий'],
  ['client', 'client customer клиент клієнт покупатель покупець активный активний постоянный постійний'],
  ['former', 'former бывший колишній churned ушёл ушел пішов inactive неактивный неактивний'],
] as const) {
  for (const word of words.split(' ')) STATUS_WORDS[word] = status
}

const COMPANY_WORDS =
  /^(company|organi[sz]ation|firm|компания|компанія|организация|організація|фирма|фірма|юр(идическое)?\.?\s*лицо|юрлицо|юр(идична)?\.?\s*особа|юрособа)$/iu
const PERSON_WORDS =
  /^(person|contact|individual|человек|людина|контакт|физ(ическое)?\.?\s*лицо|физлицо|фіз(ична)?\.?\s*особа|фізособа|клиент|клієнт|клиенты)$/iu

// Control characters end no line of a card and NUL would end the text in the database; tab and line breaks are kept in notes.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as it may be kept: composed, trimmed, without control characters and broken pairs. */
export function cleanText(text: string): string {
  const trimmed = text.trim()
  if (/^[\x20-\x7e\u0400-\u04ff]*$/.test(trimmed)) return trimmed
  return trimmed.normalize('NFC').replace(CONTROLS, '').replace(LONE_SURROGATE, '\ufffd').trim()
}

/** Text of one line: line breaks become spaces. */
export const cleanLine = (text: string): string => {
  const clean = cleanText(text)
  return /\s\s|[\n\r\t\u00a0]/.test(clean) ? clean.replace(/\s+/g, ' ') : clean
}

const emptyValues = (): Values => ({
  family_name: null,
  given_name: null,
  patronymic: null,
  position: null,
  city: null,
  address: null,
  source: null,
  owner: null,
  channel: null,
  hours: null,
  no_call: null,
  zone: null,
  note: null,
  consent: null,
  verified_at: null,
  external_id: null,
  external_system: null,
})

/** Shared by all drafts that have none: only this program's own JSON brings any. */
const NONE: never[] = []

export const emptyDraft = (line: number): Draft => ({
  line,
  kind: 'person',
  name: '',
  status: null,
  vip: null,
  values: emptyValues(),
  points: [],
  dates: [],
  tags: [],
  companies: [],
  custom: [],
  referredBy: null,
  own: null,
  history: NONE,
  promises: NONE,
})

/** A draft in the making, and what its cells say that is settled only when the whole row is read. */
interface Row {
  draft: Draft
  typedKind: ClientKind | null
  birth: { day: string; month: string; year: string } | null
  labels: { phone: string | null; email: string | null }
  role: string | null
  phonesTyped: string[] | null
}

/** Reads one row; a problem means the whole row is rejected, so that nothing of it is lost. */
export function readRow(
  cells: readonly string[],
  line: number,
  columns: readonly Column[],
  context: ReadContext,
): Draft | RowProblem {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return { code: 'too-many-cells', count: cells.length }
  const row: Row = {
    draft: emptyDraft(line),
    typedKind: null,
    birth: null,
    labels: { phone: null, email: null },
    role: null,
    phonesTyped: null,
  }
  try {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as Column
      const cell = cells[column.index]
      if (cell !== undefined && cell !== '') readCell(row, column, cell, context)
    }
    return finishRow(row, context)
  } catch (error) {
    if (error instanceof BadCell) return error.problem
    throw error
  }
}

function readCell(row: Row, column: Column, cell: string, context: ReadContext): void {
  const { target } = column
  const text = cleanText(cell)
  if (text === '') return
  switch (target.to) {
    case 'field':
      readField(row, target.key, text, column.header, context)
      break
    case 'name-part':
      row.draft.values[target.key] = cleanLine(text)
      break
    case 'point':
      readPoints(row, target.kind, text, target.label, column.header, context.readPhone)
      break
    case 'messenger':
      readMessenger(row, text, column.header, context.readPhone)
      break
    case 'label':
      row.labels[target.kind] = cleanLine(text).replace(/^\*\s*/, '')
      break
    case 'birth-part':
      row.birth ??= { day: '', month: '', year: '' }
      row.birth[target.key] = text
      break
    case 'date':
      row.draft.dates.push({
        occasion: target.occasion,
        who: null,
        anniversary: readDate(text, column.header, context.today),
        remind_days: null,
      })
      break
    case 'custom':
      row.draft.custom.push({
        key: target.key,
        value: readTyped(text, target.type, target.choices, column.header, context.today),
      })
      break
    case 'own':
      readOwn(row, target.key, text, column.header, context)
      break
    case 'nothing':
      break
  }
}

function readField(row: Row, key: string, text: string, header: string, context: ReadContext): void {
  switch (key) {
    case 'name':
      row.draft.name = cleanLine(text)
      break
    case 'kind':
      if (COMPANY_WORDS.test(text)) row.typedKind = 'company'
      else if (PERSON_WORDS.test(text)) row.typedKind = 'person'
      break
    case 'company':
      row.draft.companies.push({ name: cleanLine(text), role: null })
      break
    case 'role':
      row.role = cleanLine(text)
      break
    case 'status': {
      const status = STATUS_WORDS[text.toLowerCase()]
      if (status) row.draft.status = status
      else row.draft.custom.push({ key: 'status_text', value: text })
      break
    }
    case 'vip': {
      const answer = readYesNo(text) ?? (text.toLowerCase() === 'vip' ? true : null)
      if (answer === null) throw new BadCell({ code: 'bad-value', value: text, column: header, expected: 'yes-no' })
      row.draft.vip = answer
      break
    }
    case 'consent': {
      const answer = readYesNo(text)
      if (answer === null) throw new BadCell({ code: 'bad-value', value: text, column: header, expected: 'yes-no' })
      row.draft.values.consent = answer ? 'yes' : 'no'
      break
    }
    case 'verified':
      if (!isCivilDate(text.slice(0, 10))) throw new BadCell({ code: 'bad-date', value: text, column: header })
      row.draft.values.verified_at = text.slice(0, 10)
      break
    case 'birthday':
      row.draft.dates.push({
        occasion: 'birthday',
        who: null,
        anniversary: readDate(text, header, context.today),
        remind_days: null,
      })
      break
    case 'tag':
      for (const tag of text.split(/[,;\n]|\s:::\s/))
        if (tag.trim() !== '') row.draft.tags.push(tag.trim().replace(/^[#*]\s*/, ''))
      break
    case 'note':
      row.draft.values.note = row.draft.values.note === null ? text : `${row.draft.values.note}\n${text}`
      break
    case 'address':
      row.draft.values.address =
        row.draft.values.address === null ? cleanLine(text) : `${row.draft.values.address}, ${cleanLine(text)}`
      break
    case 'referred_by':
      row.draft.referredBy = cleanLine(text)
      break
    default:
      row.draft.values[key as keyof Values] = cleanLine(text) as never
  }
}

function addPoint(row: Row, point: Point): void {
  if (!row.draft.points.some(({ kind, value }) => kind === point.kind && value === point.value))
    row.draft.points.push(point)
}

const BAD_POINT = { phone: 'bad-phone', email: 'bad-email' } as const

function readPoints(
  row: Row,
  kind: PointKind,
  text: string,
  label: string | null,
  header: string,
  readPhone: PhoneReader,
): void {
  const own = kind === 'phone' || kind === 'email' ? row.labels[kind] : null
  const whole = readPoint(kind, cleanLine(text), own ?? label, readPhone)
  if (whole && !/[;\n]|,\s*[+\d@\w]|\s\/\s/u.test(text)) addPoint(row, whole)
  else {
    for (const part of text.split(kind === 'url' ? /[;\n]|\s+/ : /[;,\n]|\s:::\s|\s\/\s/)) {
      if (part.trim() === '') continue
      const point = readPoint(kind, cleanLine(part), own ?? label, readPhone)
      if (point === null)
        throw new BadCell({
          code: kind === 'phone' || kind === 'email' ? BAD_POINT[kind] : 'bad-handle',
          value: /[;\n]/.test(text) ? part.trim() : text,
          column: header,
        })
      addPoint(row, point)
    }
  }
  if (kind === 'phone' || kind === 'email') row.labels[kind] = null
}

const LINKED: [RegExp, PointKind][] = [
  [/t(elegram)?\.me\//i, 'telegram'],
  [/wa\.me\/|whatsapp/i, 'whatsapp'],
  [/vk\.com\//i, 'vk'],
  [/instagram\.com\//i, 'instagram'],
  [/facebook\.com\//i, 'facebook'],
  [/linkedin\.com\//i, 'linkedin'],
  [/viber/i, 'viber'],
  [/skype/i, 'skype'],
]

function readMessenger(row: Row, text: string, header: string, readPhone: PhoneReader): void {
  const kind = LINKED.find(([pattern]) => pattern.test(text))?.[1] ?? (/^@\w+$/.test(text) ? 'telegram' : null)
  const point = kind === null ? null : readPoint(kind, splitLabel(text).typed, null, readPhone)
  if (point) addPoint(row, point)
  // What cannot be told apart is kept as it is written.
  else row.draft.custom.push({ key: 'messenger', value: text })
  void header
}

function readDate(text: string, header: string, today: CivilDate): Anniversary {
  const date = parseAnniversary(text, today)
  if (typeof date !== 'string') return date
  const code = date === 'impossible' ? 'impossible-date' : date === 'ambiguous' ? 'ambiguous-date' : 'bad-date'
  throw new BadCell({ code, value: text, column: header })
}

/** Checks a custom value against its type and brings it to one form; throws through `BadCell`. */
function readTyped(
  text: string,
  type: FieldType,
  choices: readonly string[],
  column: string,
  today: CivilDate,
): string {
  const value = typedValue(text, type, choices, today)
  if (value === null) throw new BadCell({ code: 'bad-value', value: text, column, expected: type })
  return value
}

/** A custom field's value in the form it is kept in, or null when it is not of the type. Dates: ISO; numbers: with a point; yes-no: yes, no. */
export function typedValue(text: string, type: FieldType, choices: readonly string[], today: CivilDate): string | null {
  const clean = cleanText(text)
  switch (type) {
    case 'number':
    case 'money': {
      const number = clean.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? number : null
    }
    case 'date': {
      if (isCivilDate(clean)) return clean
      const date = /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(clean) ? clean.split('.').map(Number) : null
      if (date && exists(date[2] ?? 0, date[1] ?? 0, date[0] ?? 0))
        return `${date[2]}-${String(date[1]).padStart(2, '0')}-${String(date[0]).padStart(2, '0')}`
      void today
      return null
    }
    case 'yes-no': {
      const answer = readYesNo(clean)
      return answer === null ? null : answer ? 'yes' : 'no'
    }
    case 'choice':
      return choices.find((choice) => looseText(choice) === looseText(clean)) ?? null
    default:
      return clean === '' ? null : clean
  }
}

/* ---- this program's own CSV ---- */

const ITEM_ESCAPE = /[\\;|]/g

/** Several values in one cell: joined by `; `, with `;`, `|` and `\` escaped inside. */
export const joinItems = (items: readonly string[]): string =>
  items.map((item) => item.replace(ITEM_ESCAPE, (letter) => `\\${letter}`)).join('; ')

export function splitItems(cell: string, separator: ';' | '|' = ';'): string[] {
  const items = ['']
  for (let index = 0; index < cell.length; index += 1) {
    const letter = cell[index] ?? ''
    if (letter === '\\' && separator === ';') {
      items[items.length - 1] += cell[index + 1] ?? ''
      index += 1
    } else if (letter === separator) {
      items.push('')
      if (cell[index + 1] === ' ') index += 1
    } else items[items.length - 1] += letter
  }
  return items
}

/** `label:value`; a value without label stands alone, unless it has a colon itself: then `:value`. */
export const joinLabel = (label: string | null, value: string): string =>
  label !== null || value.includes(':') ? `${(label ?? '').replaceAll(':', ' ')}:${value}` : value

function splitOwnLabel(item: string): { label: string | null; typed: string } {
  const at = item.indexOf(':')
  if (at < 0) return { label: null, typed: item }
  return { label: item.slice(0, at).trim() || null, typed: item.slice(at + 1) }
}

export interface OwnDate {
  occasion: string
  who: string | null
  date: string
  remind_days: number | null
}

export const joinDate = ({ occasion, who, date, remind_days }: OwnDate): string =>
  JSON.stringify([occasion, date, who, remind_days])

function readOwn(row: Row, key: string, text: string, header: string, context: ReadContext): void {
  row.draft.own ??= { id: null, created_at: null, updated_at: null, archived_at: null }
  switch (key) {
    case 'id':
      row.draft.own.id = /^\d{1,15}$/.test(text) ? Number(text) : null
      break
    case 'created_at':
    case 'updated_at':
    case 'archived_at':
      if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) row.draft.own[key] = text
      break
    case 'phones':
      for (const item of splitItems(text)) {
        const { label, typed } = splitOwnLabel(item)
        const point = readPoint('phone', typed, label, context.readPhone)
        if (point === null) throw new BadCell({ code: 'bad-phone', value: item, column: header })
        row.draft.points.push(/^\+\d{7,15}$/.test(typed) ? { ...point, value: typed } : point)
      }
      break
    case 'phones_typed':
      row.phonesTyped = splitItems(text)
      break
    case 'tags':
      for (const item of splitItems(text)) if (item.trim() !== '') row.draft.tags.push(item.trim())
      break
    case 'emails':
      for (const item of splitItems(text)) {
        const { label, typed } = splitOwnLabel(item)
        const point = readPoint('email', typed, label, context.readPhone)
        if (point === null) throw new BadCell({ code: 'bad-email', value: item, column: header })
        addPoint(row, point)
      }
      break
    case 'handles':
      for (const item of splitItems(text)) {
        const match = /^([a-z]+)(?:\/([^:]*))?:(.+)$/su.exec(item)
        const kind = HANDLE_KINDS.find((each) => each === match?.[1])
        const point = kind && match?.[3] ? readPoint(kind, match[3], match[2] || null, context.readPhone) : null
        if (point === null) throw new BadCell({ code: 'bad-handle', value: item, column: header })
        addPoint(row, point)
      }
      break
    case 'dates':
      for (const item of splitItems(text)) {
        const [occasion, date, who, remind] = parseJson(item) as [string, string, string | null, number | null]
        const anniversary = typeof date === 'string' ? readAnniversary(date) : null
        if (anniversary === null || typeof occasion !== 'string')
          throw new BadCell({ code: 'bad-date', value: item, column: header })
        row.draft.dates.push({
          occasion,
          who: typeof who === 'string' ? who : null,
          anniversary,
          remind_days: typeof remind === 'number' ? remind : null,
        })
      }
      break
    case 'relations':
      for (const item of splitItems(text)) {
        const [name, role] = parseJson(item) as [string, string | null]
        if (typeof name === 'string') row.draft.companies.push({ name, role: typeof role === 'string' ? role : null })
      }
      break
  }
}

function parseJson(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function finishRow(row: Row, context: ReadContext): Draft | RowProblem {
  const { draft, birth } = row
  const { values } = draft
  if (birth && birth.day !== '' && birth.month !== '' && !draft.dates.some(({ occasion }) => occasion === 'birthday')) {
    const { day, month, year } = birth
    const text = [day, month, ...(year === '' ? [] : [year])].join('.')
    const anniversary = parseAnniversary(text, context.today)
    if (typeof anniversary === 'string')
      return { code: anniversary === 'unreadable' ? 'bad-date' : 'impossible-date', value: text, column: 'birth day' }
    draft.dates.push({ occasion: 'birthday', who: null, anniversary, remind_days: null })
  }
  // In this program's own files a birthday with a reminder stands in both of its columns.
  if (draft.dates.length > 1)
    draft.dates = [
      ...new Map(
        [...draft.dates]
          .sort((a, b) => (a.remind_days ?? -1) - (b.remind_days ?? -1))
          .map((date) => [dateKey(date), date]),
      ).values(),
    ]
  if (row.phonesTyped) {
    const phones = draft.points.filter(({ kind }) => kind === 'phone')
    row.phonesTyped.forEach((typed, index) => {
      const phone = phones[index]
      if (phone) phone.typed = typed
    })
  }
  if (draft.name === '') draft.name = joinName(values.family_name, values.given_name, values.patronymic)
  const [company] = draft.companies
  if (draft.name === '' && company) {
    draft.name = company.name
    row.typedKind = 'company'
  }
  if (draft.name === '') return { code: 'no-name' }
  const hasParts = values.family_name !== null || values.given_name !== null
  draft.kind = row.typedKind ?? (!hasParts && looksLikeCompany(draft.name) ? 'company' : 'person')
  if (draft.kind === 'company')
    draft.companies = draft.companies.filter(({ name }) => companyKey(name) !== companyKey(draft.name))
  else if (draft.companies.length > 1) {
    const seen = new Set<string>()
    draft.companies = draft.companies.filter(({ name }) => !seen.has(companyKey(name)) && seen.add(companyKey(name)))
  }
  if (draft.kind === 'person' && !hasParts && draft.own === null) {
    const split = splitName(draft.name)
    draft.name = split.name
    values.family_name = split.family_name
    values.given_name = split.given_name
    values.patronymic ??= split.patronymic
  }
  if (row.role !== null && draft.companies[0]) draft.companies[0].role ??= row.role
  values.source ??= context.source
  if (values.external_id !== null) values.external_system ??= context.system
  else values.external_system = null
  if (context.tags.length > 0) draft.tags.push(...context.tags)
  return draft
}

/* ---- the plan ---- */

/** A client of the base as far as an import looks at it. */
export interface Known {
  id: number
  kind: ClientKind
  name: string
  status: Status
  vip: boolean
  created_at: string
  values: Values
  points: Set<string>
  tags: Set<string>
  /** `occasion|who` of each date. */
  dates: Map<string, string>
  companies: Set<string>
  custom: Map<string, string>
}

export type OnMatch = 'skip' | 'fill' | 'update' | 'create'

/** What a row adds to a client that is there already. Empty parts mean there is nothing to do. */
export interface Additions {
  values: Partial<Values>
  status: Status | null
  vip: boolean | null
  points: Point[]
  tags: string[]
  dates: DraftDate[]
  companies: { name: string; role: string | null }[]
  custom: { key: string; value: string }[]
  /** How many values of the row differ from the base and were left out. */
  kept: number
}

export const pointKey = ({ kind, value }: { kind: string; value: string }): string => `${kind}:${value}`
export const dateKey = ({ occasion, who }: { occasion: string; who: string | null }): string =>
  `${occasion}|${who ?? ''}`

/** Compares a row with the client it was matched to: `fill` only completes what is empty, `update` lets the file win. */
export function additionsTo(known: Known, draft: Draft, mode: 'fill' | 'update'): Additions {
  const additions: Additions = {
    values: {},
    status: null,
    vip: null,
    points: [],
    tags: [],
    dates: [],
    companies: [],
    custom: [],
    kept: 0,
  }
  for (const key of VALUE_KEYS) {
    const value = draft.values[key]
    if (value === null) continue
    const current = known.values[key]
    if (current === value) continue
    if (current === null || (mode === 'update' && key !== 'external_id' && key !== 'external_system'))
      additions.values[key] = value as never
    else additions.kept += 1
  }
  // An outside id belongs with its system: one is not filled in beside another's.
  if (known.values.external_id !== null) {
    delete additions.values.external_system
    delete additions.values.external_id
  }
  // Consent is never turned from "no" to "yes" by a file.
  if (known.values.consent === 'no' && additions.values.consent === 'yes') {
    delete additions.values.consent
    additions.kept += 1
  }
  if (mode === 'update' && draft.status !== null && draft.status !== known.status) additions.status = draft.status
  if (draft.vip !== null && draft.vip !== known.vip && (mode === 'update' || draft.vip)) additions.vip = draft.vip
  additions.points = draft.points.filter((point) => !known.points.has(pointKey(point)))
  additions.tags = draft.tags.filter((tag) => !known.tags.has(tagKeyOf(tag)))
  for (const date of draft.dates) {
    const current = known.dates.get(dateKey(date))
    const value = formatAnniversary(date.anniversary)
    if (current === undefined) additions.dates.push(date)
    else if (current !== value) {
      // A birthday without a year gains it; otherwise the base's date stays.
      const gainsYear = current.startsWith('--') && value.endsWith(current.slice(1))
      const losesYear = value.startsWith('--') && current.endsWith(value.slice(1))
      if (losesYear) continue
      if (mode === 'update' || gainsYear) additions.dates.push(date)
      else additions.kept += 1
    }
  }
  if (draft.kind === 'person')
    additions.companies = draft.companies.filter(({ name }) => !known.companies.has(companyKey(name)))
  for (const each of draft.custom) {
    const current = known.custom.get(each.key)
    if (current === each.value) continue
    if (current === undefined || mode === 'update') additions.custom.push(each)
    else additions.kept += 1
  }
  return additions
}

export const addsNothing = ({ values, status, vip, points, tags, dates, companies, custom }: Additions): boolean =>
  status === null &&
  vip === null &&
  points.length + tags.length + dates.length + companies.length + custom.length === 0 &&
  Object.keys(values).length === 0

export const tagKeyOf = (tag: string): string => looseText(tag).replace(/^#/, '')

/** Is the row certainly this client, which shares an identifier with it? */
export function isCertain(known: { kind: ClientKind; name: string }, draft: Draft): boolean {
  return compatibleNames(known, draft)
}

/** A row without phone, e-mail and outside id is known again only by its exact name, with nothing that speaks against. */
export function isSameByName(known: Known, draft: Draft): boolean {
  if (known.kind !== draft.kind || known.name !== draft.name) return false
  if (
    draft.values.city !== null &&
    known.values.city !== null &&
    looseText(draft.values.city) !== looseText(known.values.city)
  )
    return false
  return draft.dates.every((date) => {
    const current = known.dates.get(dateKey(date))
    return current === undefined || current === formatAnniversary(date.anniversary)
  })
}

/** What a client will look like to the rest of the file once this row has made it. */
export const knownFrom = (id: number, draft: Draft, createdAt: string): Known => ({
  id,
  kind: draft.kind,
  name: draft.name,
  status: draft.status ?? 'lead',
  vip: draft.vip ?? false,
  created_at: createdAt,
  values: { ...draft.values },
  points: new Set(draft.points.map(pointKey)),
  tags: new Set(draft.tags.map(tagKeyOf)),
  dates: new Map(draft.dates.map((date) => [dateKey(date), formatAnniversary(date.anniversary)])),
  companies: new Set(draft.companies.map(({ name }) => companyKey(name))),
  custom: new Map(draft.custom.map(({ key, value }) => [key, value])),
})

/** Takes a row's additions into a draft that is not written yet, so that two rows of one client make one client. */
export function extendDraft(draft: Draft, known: Known, additions: Additions): void {
  Object.assign(draft.values, additions.values)
  Object.assign(known.values, additions.values)
  if (additions.vip !== null) draft.vip = known.vip = additions.vip
  if (additions.status !== null) draft.status = known.status = additions.status
  for (const point of additions.points) {
    draft.points.push(point)
    known.points.add(pointKey(point))
  }
  for (const tag of additions.tags) {
    draft.tags.push(tag)
    known.tags.add(tagKeyOf(tag))
  }
  for (const date of additions.dates) {
    const index = draft.dates.findIndex((each) => dateKey(each) === dateKey(date))
    if (index >= 0) draft.dates[index] = date
    else draft.dates.push(date)
    known.dates.set(dateKey(date), formatAnniversary(date.anniversary))
  }
  for (const company of additions.companies) {
    draft.companies.push(company)
    known.companies.add(companyKey(company.name))
  }
  for (const { key, value } of additions.custom) {
    const existing = draft.custom.find((each) => each.key === key)
    if (existing) existing.value = value
    else draft.custom.push({ key, value })
    known.custom.set(key, value)
  }
}
