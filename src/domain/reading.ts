import { type Anniversary, parseAnniversary, readAnniversary } from './anniversary.js'
import { type CivilDate, isCivilDate } from './calendar.js'
import type { ClientKind, FieldType, Status } from './client.js'
import type { Column } from './columns.js'
import { dateKey } from './completing.js'
import { typedValue } from './custom.js'
import { type Draft, emptyDraft, type RowProblem, type Values } from './draft.js'
import { readYesNo } from './filter.js'
import { companyKey, joinName, looksLikeCompany, splitName } from './name.js'
import { splitItems, splitOwnLabel } from './own-csv.js'
import { HANDLE_KINDS, type PhoneReader, type Point, type PointKind, readPoint, splitLabel } from './points.js'
import { cleanLine, cleanText } from './text.js'

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
