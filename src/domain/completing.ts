import { formatAnniversary } from './anniversary.js'
import type { ClientKind, Status } from './client.js'
import { companyKey } from './company-name.js'
import { bareContact, contactKey, type Diary, diaryOf, hasDiary, promiseKey } from './diary.js'
import { type Draft, type DraftDate, VALUE_KEYS, type Values } from './draft.js'
import { looseText } from './fold.js'
import { compatibleNames } from './name.js'
import { dealsBeyond, noDeals, noteDeals } from './order-rows/deals.js'
import type { Point } from './points.js'
import { tagKeyOf } from './text.js'

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
  /** What is in the diary already; null unless rows of the file bring something for it. */
  diary: Diary | null
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
  history: Draft['history']
  promises: Draft['promises']
  purchases: Draft['purchases']
  expenses: Draft['expenses']
  /** Takes the place of what is there. */
  care: Draft['care']
  /** How many values of the row differ from the base and were left out. */
  kept: number
  /** Which of them are single values. */
  differing: { column: string; value: string; base: string }[]
}

export const pointKey = ({ kind, value }: { kind: string; value: string }): string => `${kind}:${value}`
export const dateKey = ({ occasion, who }: { occasion: string; who: string | null }): string =>
  `${occasion}|${who ?? ''}`

export const nothingAdded = (): Additions => ({
  values: {},
  status: null,
  vip: null,
  points: [],
  tags: [],
  dates: [],
  companies: [],
  custom: [],
  history: [],
  promises: [],
  purchases: [],
  expenses: [],
  care: null,
  kept: 0,
  differing: [],
})

/** Compares a row with the client it was matched to: `fill` only completes what is empty, `update` lets the file win. */
export function additionsTo(known: Known, draft: Draft, mode: 'fill' | 'update'): Additions {
  const additions = nothingAdded()
  for (const key of VALUE_KEYS) {
    const value = draft.values[key]
    if (value === null) continue
    const current = known.values[key]
    if (current === value) continue
    if (current === null || (mode === 'update' && key !== 'external_id' && key !== 'external_system'))
      additions.values[key] = value as never
    else leave(additions, key, value, current)
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
      else leave(additions, date.occasion, value, current)
    }
  }
  if (draft.kind === 'person')
    additions.companies = draft.companies.filter(({ name }) => !known.companies.has(companyKey(name)))
  for (const each of draft.custom) {
    const current = known.custom.get(each.key)
    if (current === each.value) continue
    if (current === undefined || mode === 'update') additions.custom.push(each)
    else leave(additions, each.key, each.value, current)
  }
  if (hasDiary(draft)) {
    addToDiary(additions, known.diary, draft)
    Object.assign(additions, dealsBeyond(known.diary?.deals ?? noDeals(), draft, mode))
  }
  return additions
}

function leave(additions: Additions, column: string, value: string, base: string): void {
  additions.kept += 1
  additions.differing.push({ column, value, base })
}

function addToDiary(additions: Additions, diary: Diary | null, draft: Draft): void {
  additions.history = draft.history.filter((each) => !diary?.contacts.has(contactKey(each)))
  additions.promises = draft.promises.filter((each) => !diary?.promises.has(promiseKey(each)))
  if (draft.lastContact !== null && draft.lastContact > (diary?.last ?? ''))
    additions.history.push(bareContact(draft.lastContact))
}

/** What several rows of one client add together; a later row has the last word, as it had when it was compared. */
export function joinAdditions(list: readonly Additions[]): Additions {
  const joined = nothingAdded()
  for (const each of list) {
    Object.assign(joined.values, each.values)
    joined.status = each.status ?? joined.status
    joined.vip = each.vip ?? joined.vip
    joined.care = each.care ?? joined.care
    for (const key of ['points', 'tags', 'companies', 'history', 'promises', 'purchases', 'expenses'] as const)
      joined[key].push(...(each[key] as never[]))
    joined.dates = [...new Map([...joined.dates, ...each.dates].map((date) => [dateKey(date), date])).values()]
    joined.custom = [...new Map([...joined.custom, ...each.custom].map((field) => [field.key, field])).values()]
    joined.kept += each.kept
  }
  return joined
}

export const addsNothing = ({
  values,
  status,
  vip,
  points,
  tags,
  dates,
  companies,
  custom,
  history,
  promises,
  purchases,
  expenses,
  care,
}: Additions): boolean =>
  status === null &&
  vip === null &&
  care === null &&
  purchases.length + expenses.length === 0 &&
  points.length + tags.length + dates.length + companies.length + custom.length + history.length + promises.length ===
    0 &&
  Object.keys(values).length === 0

/** Is the row certainly this client, which shares an identifier with it? */
export function isCertain(known: { kind: ClientKind; name: string }, draft: Draft): boolean {
  return compatibleNames(known, draft)
}

/**
 * Is a row of this program's own file, with the id, the name and the time of making of a client, that client? An id means
 * nothing in another base, and an import makes many clients in one second: something must not speak against it.
 */
export function isSameOwn(known: Known, draft: Draft): boolean {
  const points = draft.points.filter(({ kind }) => kind !== 'url')
  const both = points.length > 0 && known.points.size > 0
  if (both && !points.some((point) => known.points.has(pointKey(point)))) return false
  return isSameByName(known, draft)
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
  diary: diaryOf(draft),
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
  extendDiary(draft, known, additions)
}

function extendDiary(draft: Draft, known: Known, additions: Additions): void {
  const { history, promises, purchases, expenses, care } = additions
  if (history.length + promises.length + purchases.length + expenses.length === 0 && care === null) return
  known.diary ??= diaryOf(draft)
  noteDeals(known.diary.deals, additions)
  draft.purchases = [...draft.purchases, ...purchases]
  draft.expenses = [...draft.expenses, ...expenses]
  draft.care = care ?? draft.care
  for (const contact of history) {
    known.diary.contacts.add(contactKey(contact))
    if (contact.at > (known.diary.last ?? '')) known.diary.last = contact.at
  }
  for (const promise of promises) known.diary.promises.add(promiseKey(promise))
  draft.history = [...draft.history, ...history]
  draft.promises = [...draft.promises, ...promises]
}
