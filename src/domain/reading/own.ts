import { readAnniversary } from '../anniversary.js'
import { diaryFrom } from '../diary.js'
import { HANDLE_KINDS } from '../handle.js'
import { isObject } from '../json-values.js'
import { dealingsFrom } from '../order-rows/records.js'
import { splitItems, splitOwnLabel } from '../own-csv.js'
import { readPoint, storedPoint } from '../points.js'
import { cleanLine } from '../text.js'
import { readOwnConsents } from './consent.js'
import { addPoint, BadCell, ownOf, type ReadContext, type Row } from './row.js'

/** Reads a cell of a column that only this program's own files have. */
export function readOwn(row: Row, key: string, text: string, header: string, context: ReadContext): void {
  const own = ownOf(row.draft)
  switch (key) {
    case 'id':
      own.id = /^\d{1,15}$/.test(text) ? Number(text) : null
      break
    case 'created_at':
    case 'updated_at':
    case 'archived_at':
      if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) own[key] = text
      break
    case 'referred_by_name':
      row.draft.referredBy = cleanLine(text)
      break
    case 'phones':
      readPhones(row, text, header, context)
      break
    case 'phones_typed':
      row.phonesTyped = splitItems(text)
      break
    case 'tags':
      for (const item of splitItems(text)) if (item.trim() !== '') row.draft.tags.push(item.trim())
      break
    case 'emails':
      readEmails(row, text, header, context)
      break
    case 'handles':
      readHandles(row, text, header, context)
      break
    case 'dates':
      readDates(row, text, header)
      break
    case 'history':
      row.draft.history = [...row.draft.history, ...diaryFrom(parseObjects(text).reverse(), []).history]
      break
    case 'promises':
      row.draft.promises = [...row.draft.promises, ...diaryFrom([], parseObjects(text)).promises]
      break
    case 'purchases':
      row.draft.purchases = dealingsFrom(parseObjects(text).reverse(), [], null).purchases
      break
    case 'expenses':
      row.draft.expenses = dealingsFrom([], parseObjects(text).reverse(), null).expenses
      break
    case 'care':
      row.draft.care = dealingsFrom([], [], parseJson(`[${text}]`)[0]).care
      break
    case 'consents':
      readOwnConsents(row, text, header)
      break
    case 'relations':
      for (const item of splitItems(text)) {
        const [name, role] = parseJson(item) as [string, string | null]
        if (typeof name === 'string') row.draft.companies.push({ name, role: typeof role === 'string' ? role : null })
      }
      break
  }
}

function readPhones(row: Row, text: string, header: string, { readPhone }: ReadContext): void {
  for (const item of splitItems(text)) {
    const { label, typed } = splitOwnLabel(item)
    const point = readPoint('phone', typed, label, readPhone) ?? storedPoint('phone', typed, label)
    if (point === null) throw new BadCell({ code: 'bad-phone', value: item, column: header })
    row.draft.points.push(/^\+\d{7,15}$/.test(typed) ? { ...point, value: typed } : point)
  }
}

function readEmails(row: Row, text: string, header: string, { readPhone }: ReadContext): void {
  for (const item of splitItems(text)) {
    const { label, typed } = splitOwnLabel(item)
    const point = readPoint('email', typed, label, readPhone)
    if (point === null) throw new BadCell({ code: 'bad-email', value: item, column: header })
    addPoint(row, point)
  }
}

function readHandles(row: Row, text: string, header: string, { readPhone }: ReadContext): void {
  for (const item of splitItems(text)) {
    const match = /^([a-z]+)(?:\/([^:]*))?:(.+)$/su.exec(item)
    const kind = HANDLE_KINDS.find((each) => each === match?.[1])
    const [typed, label] = [match?.[3] ?? '', match?.[2] || null]
    const point = kind ? (readPoint(kind, typed, label, readPhone) ?? storedPoint(kind, typed, label)) : null
    if (point === null) throw new BadCell({ code: 'bad-handle', value: item, column: header })
    addPoint(row, point)
  }
}

function readDates(row: Row, text: string, header: string): void {
  for (const item of splitItems(text)) {
    const [occasion, date, who, remind, gift] = parseJson(item) as [string, string, ...unknown[]]
    const anniversary = typeof date === 'string' ? readAnniversary(date) : null
    if (anniversary === null || typeof occasion !== 'string')
      throw new BadCell({ code: 'bad-date', value: item, column: header })
    row.draft.dates.push({
      occasion,
      who: typeof who === 'string' ? who : null,
      anniversary,
      remind_days: typeof remind === 'number' ? remind : null,
      gift: typeof gift === 'string' ? gift : null,
    })
  }
}

const parseObjects = (text: string) => parseJson(text).filter(isObject)

function parseJson(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
