import { parseAnniversary } from '../anniversary.js'
import { readFileDate } from '../cells/file-date.js'
import { readNameCell } from '../cells/name.js'
import { readHandleCell } from '../cells/points.js'
import { companyKey, looksLikeCompany } from '../company-name.js'
import type { Draft, RowProblem } from '../draft.js'
import { countryOf } from '../fields/countries.js'
import { HANDLE_KINDS } from '../handle.js'
import { dateKey } from '../known.js'
import { joinName } from '../name-split.js'
import { type AddressPart, customKey } from '../tables/targets.js'
import { finishConsent } from './consent.js'
import { addDate, addNote, addPoint, keepInNote, type Pair, type ReadContext, type Row } from './row.js'
import { mayBeKnown, takeStandIn } from './stand-in.js'

/**
 * Settles what only the whole row can tell: who it is, which address is the client's, what belongs together. A row that names nobody
 * comes back without a name when it may be a client that is known: lists of opt-outs are often nothing but addresses.
 */
export function finishRow(row: Row, context: ReadContext): Draft | RowProblem {
  const { draft } = row
  if (row.birth) finishBirth(row, context)
  const problem = settleBadCells(row)
  if (problem) return problem
  if (draft.dates.length > 1) draft.dates = oneOfEach(draft)
  if (row.phonesTyped) takeTyped(row)
  if (row.addresses) finishAddresses(row)
  if (row.pairs) for (const pair of row.pairs.values()) finishPair(row, pair, context)
  finishNext(row, context)
  finishConsent(row)
  if (draft.custom.length > 1) draft.custom = toldApart(draft.custom)
  if (!finishName(row) && !mayBeKnown(draft)) return { code: 'no-name' }
  const { values, companies } = draft
  if (row.role !== null && companies[0]) companies[0].role ??= row.role
  values.source ??= context.source
  if (values.external_id !== null) values.external_system ??= context.system
  else values.external_system = null
  if (context.tags.length > 0) draft.tags.push(...context.tags)
  return draft
}

/** The problem that rejects a row without an outside id; a row that has one keeps the words of such cells in its note. */
function settleBadCells(row: Row): RowProblem | null {
  const [first] = row.badCells
  if (first && row.draft.values.external_id === null) return first.problem
  for (const { column, text, problem } of row.badCells) keepInNote(row, column, text, problem)
  return null
}

/** Seen from here no day lies ahead. */
const LAST_DAY = '9000-01-01'

function finishBirth(row: Row, { today }: ReadContext): void {
  const { day, month, year } = row.birth ?? { day: '', month: '', year: '' }
  if (row.draft.dates.some(({ occasion }) => occasion === 'birthday')) return
  if (day === '' || month === '') {
    for (const [part, text] of Object.entries({ day, month, year }))
      if (text !== '') row.draft.custom.push({ key: `birth_${part}`, value: text })
    return
  }
  const text = [day, month, ...(year === '' ? [] : [year])].join('.')
  const anniversary = parseAnniversary(text, today)
  if (typeof anniversary === 'string') {
    const isAhead = typeof parseAnniversary(text, LAST_DAY) !== 'string'
    const code = anniversary === 'unreadable' ? 'bad-date' : isAhead ? 'future-date' : 'impossible-date'
    const column = 'birth day'
    row.badCells.push({ column, text, problem: { code, value: text, column } })
  } else addDate(row, 'birthday', anniversary)
}

/** In this program's own files a birthday with a reminder or a present stands in both of its columns. */
const oneOfEach = ({ dates }: Draft): Draft['dates'] => [
  ...new Map(
    [...dates]
      .sort(
        (a, b) => (a.remind_days ?? -1) - (b.remind_days ?? -1) || Number(a.gift !== null) - Number(b.gift !== null),
      )
      .map((date) => [dateKey(date), date]),
  ).values(),
]

/** Two values under one key, of a column and of a label in a cell, say: the second gets a key of its own. */
function toldApart(custom: Draft['custom']): Draft['custom'] {
  const kept = new Map<string, string>()
  for (const { key, value } of custom) {
    let free = key
    for (let number = 2; kept.has(free) && kept.get(free) !== value; number += 1) free = `${key}_${number}`
    kept.set(free, value)
  }
  return [...kept].map(([key, value]) => ({ key, value }))
}

function takeTyped({ draft, phonesTyped }: Row): void {
  const phones = draft.points.filter(({ kind }) => kind === 'phone')
  phonesTyped?.forEach((typed, index) => {
    const phone = phones[index]
    if (phone) phone.typed = typed
  })
}

const ADDRESS_ORDER = ['main', 'work', 'home', 'other']
const rank = (group: string): number => {
  const at = ADDRESS_ORDER.indexOf(group)
  return at < 0 ? ADDRESS_ORDER.length : at
}

/** The text of an address: as it was formatted, with the parts that the formatted text does not have. */
function addressText(address: Partial<Record<AddressPart, string>>, parts: readonly AddressPart[]): string {
  const pieces: string[] = []
  for (const part of parts) {
    const text = address[part]
    if (text !== undefined && !pieces.some((piece) => piece.includes(text))) pieces.push(text)
  }
  return pieces.join(', ')
}

function finishAddresses(row: Row): void {
  const { draft, addresses } = row
  const groups = [...(addresses ?? [])].sort(([a], [b]) => rank(a) - rank(b))
  groups.forEach(([group, address], index) => {
    if (index > 0) {
      const text = addressText(address, ['postal_code', 'country', 'region', 'city', 'formatted', 'street'])
      draft.custom.push({ key: `${/^\d/.test(group) ? `address_${group}` : `${group}_address`}`, value: text })
      return
    }
    draft.values.address = addressText(address, ['formatted', 'street']) || null
    draft.values.city = address.city ?? null
    if (address.country !== undefined) takeCountry(row, address.country)
    for (const part of ['region', 'postal_code'] as const) {
      const text = address[part]
      if (text !== undefined && !(address.formatted ?? '').includes(text)) draft.custom.push({ key: part, value: text })
    }
  })
}

function takeCountry(row: Row, text: string): void {
  const country = countryOf(text)
  if (country !== null) row.draft.values.country = country
  else keepInNote(row, 'country', text)
}

function finishPair(row: Row, { pair, header, label, value }: Pair, { readPhone, today }: ReadContext): void {
  if (value === '') return
  const name = label.replace(/^\*\s*/, '').trim()
  if (pair === 'im') {
    const kind = HANDLE_KINDS.find((each) => each === name.toLowerCase()) ?? null
    const { points, bad } = readHandleCell(value, kind, null, readPhone)
    if (bad === null && points.length > 0) for (const point of points) addPoint(row, point)
    else row.draft.custom.push({ key: customKey(name || 'messenger'), value })
  } else if (pair === 'event') {
    const date = readFileDate(value, { today, order: null, past: true })
    if (date.is === 'date') addDate(row, name.toLowerCase() || 'anniversary', date.date)
    else if (date.is !== 'none') keepInNote(row, name || header, value)
  } else row.draft.custom.push({ key: customKey(name || header), value })
}

function finishNext({ draft, next, nextAction }: Row, { now }: ReadContext): void {
  if (next)
    draft.promises = [
      ...draft.promises,
      {
        kind: 'call',
        due: next.due,
        time: next.time,
        text: nextAction,
        state: 'open',
        snoozed_until: null,
        created_at: now,
        closed_at: null,
        why: null,
      },
    ]
  else if (nextAction !== null) draft.custom.push({ key: 'next_action', value: nextAction })
}

/** False when nothing names the client. */
function finishName(row: Row): boolean {
  const { draft } = row
  const { values } = draft
  const hasParts = values.family_name !== null || values.given_name !== null
  if (draft.name === '') draft.name = joinName(values.family_name, values.given_name, values.patronymic)
  const [company] = draft.companies
  if (draft.name === '' && company) {
    draft.name = company.name
    row.typedKind = 'company'
  }
  if (draft.name === '') return takeStandIn(row)
  draft.kind = row.typedKind ?? (!hasParts && looksLikeCompany(draft.name) ? 'company' : 'person')
  if (!hasParts && draft.own === null && row.typedKind !== 'company') readWholeName(row)
  const own = draft.kind === 'company' ? companyKey(draft.name) : null
  if (draft.companies.length > (own === null ? 1 : 0)) {
    const seen = new Set<string | null>([own])
    draft.companies = draft.companies.filter(({ name }) => !seen.has(companyKey(name)) && seen.add(companyKey(name)))
  }
  return true
}

/** One cell may hold a person, a firm, or a person of a firm. */
function readWholeName(row: Row): void {
  const { draft } = row
  const { values } = draft
  const cell = readNameCell(draft.name)
  if (row.typedKind === null && cell.kind !== null) draft.kind = cell.kind
  if (draft.kind === 'company') return
  draft.name = cell.name
  values.family_name = cell.family_name
  values.given_name = cell.given_name
  values.patronymic ??= cell.patronymic
  if (cell.company !== null) draft.companies.push({ name: cell.company, role: null })
  if (cell.note !== null) addNote(row, cell.note)
}
