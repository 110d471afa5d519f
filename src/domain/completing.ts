import { formatAnniversary } from './anniversary.js'
import type { Status } from './client.js'
import { companyKey } from './company-name.js'
import { type AddedConsent, consentAdded, consentRemarks } from './consent-added.js'
import { bareContact, contactKey, type Diary, diaryOf, hasDiary, promiseKey } from './diary.js'
import { type Draft, type DraftConsent, type DraftDate, type Remark, VALUE_KEYS, type Values } from './draft.js'
import { dateKey, type Known, pointKey, speaksOfFormer } from './known.js'
import { broughtByMerges } from './matching/survivor-note.js'
import { dealsBeyond, noDeals, noteDeals } from './order-rows/deals.js'
import type { Point } from './points.js'
import { tagKeyOf } from './text.js'

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
  consents: DraftConsent[]
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
  /** What is to be told of answers that were not simply taken. */
  remarks: Remark[]
}

export const nothingAdded = (): Additions => ({
  values: {},
  status: null,
  vip: null,
  points: [],
  tags: [],
  dates: [],
  companies: [],
  custom: [],
  consents: [],
  history: [],
  promises: [],
  purchases: [],
  expenses: [],
  care: null,
  kept: 0,
  differing: [],
  remarks: [],
})

const NAME_PARTS: ReadonlySet<keyof Values> = new Set<keyof Values>(['family_name', 'given_name', 'patronymic'])
/** An answer goes with its origin and its day. */
const ANSWERED: ReadonlySet<keyof Values> = new Set<keyof Values>(['consent', 'consent_origin', 'consent_at'])
/** What a file never puts over what is there. */
const STAYS: ReadonlySet<keyof Values> = new Set<keyof Values>(['external_id', 'external_system'])

/**
 * Compares a row with the client it was matched to: `fill` only completes what is empty, `update` lets the file win. A row of one
 * that went into this client only completes it, whatever the mode: what was chosen at the merge stays.
 */
export function additionsTo(known: Known, draft: Draft, wanted: 'fill' | 'update'): Additions {
  const additions = nothingAdded()
  const isFormer = speaksOfFormer(known, draft)
  const mode = isFormer ? 'fill' : wanted
  // Under another spelling the name stays, so its parts do: «Шура» does not take the place of «Александр».
  const isSameName = known.name === draft.name
  for (const key of VALUE_KEYS) {
    if (ANSWERED.has(key)) continue
    const value =
      key === 'note' && mode === 'update' ? noteOver(known.values.note, draft.values.note) : draft.values[key]
    if (value === null || (isFormer && (NAME_PARTS.has(key) || STAYS.has(key)))) continue
    const current = known.values[key]
    if (current === value) continue
    if (current === null || (mode === 'update' && !STAYS.has(key) && (isSameName || !NAME_PARTS.has(key))))
      additions.values[key] = value as never
    else leave(additions, key, value, current)
  }
  // An outside id belongs with its system: one is not filled in beside another's.
  if (known.values.external_id !== null) {
    delete additions.values.external_system
    delete additions.values.external_id
  }
  answers(additions, consentAdded(known, draft, mode), mode)
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

/** Of a row that is to be skipped: that somebody refused is a matter of their will, and not of which data are better. */
export function refusalsOf(known: Known, draft: Draft): Additions {
  const additions = nothingAdded()
  answers(additions, consentAdded(known, draft, 'refusals'), 'refusals')
  return additions
}

function answers(additions: Additions, added: AddedConsent, wanted: 'fill' | 'update' | 'refusals'): void {
  Object.assign(additions.values, added.values)
  additions.consents = added.consents
  additions.remarks = consentRemarks(added, wanted)
}

/** What a merge has put into a note is in no file, and stays below the note of the file. */
function noteOver(current: string | null, value: string | null): string | null {
  const brought = broughtByMerges(current ?? '')
  return value === null || brought === '' || broughtByMerges(value) !== '' ? value : `${value}\n${brought}`
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
    joined.consents = [...new Map([...joined.consents, ...each.consents].map((one) => [one.channel, one])).values()]
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
  consents,
  history,
  promises,
  purchases,
  expenses,
  care,
}: Additions): boolean =>
  status === null &&
  vip === null &&
  care === null &&
  purchases.length + expenses.length + consents.length === 0 &&
  points.length + tags.length + dates.length + companies.length + custom.length + history.length + promises.length ===
    0 &&
  Object.keys(values).length === 0

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
  for (const consent of additions.consents) {
    draft.consents = [...draft.consents.filter(({ channel }) => channel !== consent.channel), consent]
    known.consents.set(consent.channel, consent)
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
