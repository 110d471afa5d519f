import type { DateOrder } from '../cells/file-date.js'
import type { CustomField, FieldType } from '../client.js'
import { isAddressing } from '../fields/addressing.js'
import { FIELDS } from '../fields.js'
import { settled } from './consent-columns.js'
import { canonicalOf, normaliseHeader } from './headers.js'
import { columnLetter, isRejects } from './layout.js'
import { holdsBankCards } from './sensitive.js'
import { countsFromZero, nameLikeness, pointsByShape } from './shapes.js'
import type { System } from './signatures.js'
import { systemOf } from './systems.js'
import { asCustom, type CustomTarget, customKey, joinedTo, newCustom, type Target, targetOf } from './targets.js'

export interface Column {
  index: number
  /** The name as the file has it; a letter where it has none. */
  header: string
  target: Target
  /** What the decision rests on. */
  by: 'own' | 'map' | 'system' | 'name' | 'cells' | 'nothing'
  /** How days and months stand in its dates, once that is known. */
  order: DateOrder | null
  /** Which sign begins the fraction in its sums, once that is known. */
  decimal: ',' | '.' | null
  /** Of outside ids: 0 is one of them. Else it stands for those the program has no id of. */
  zero?: 'id'
  /** A *yes* is written as a plus in it, so a minus is a *no*. */
  plus?: true
}

/** Columns that only this program's own CSV has; they are read back without loss. */
export const OWN_COLUMNS = [
  'id',
  'phones',
  'phones_typed',
  'emails',
  'handles',
  'dates',
  'archived_at',
  'created_at',
  'updated_at',
  'relations',
  'tags',
  'history',
  'promises',
  'purchases',
  'expenses',
  'care',
  'consents',
  'referred_by_name',
] as const

/** What this program computes and writes for people: it is computed anew, never read. */
const COMPUTED: ReadonlySet<string> = new Set([
  'warmth',
  'frequency',
  'rhythm',
  'behaviour',
  'last_contact_at',
  'last_answer_at',
  'contacts',
  'orders',
  'spent',
  'first_order_on',
  'last_order_on',
  'next_order_on',
  'touch_on',
  'silent',
  'contacts_in',
  'contacts_out',
  'minutes',
  'cost',
  'margin',
  'unpaid',
  'promo_share',
  'gap',
  'cadence',
  'referrals',
  'referred_income',
])

/** A custom field's column in this program's own CSV: `custom.size:number`, `custom.kind:choice(a|b)`. */
const OWN_CUSTOM = /^custom\.([^:]+)(?::(text|number|money|date|choice|yes-no)(?:\((.*)\))?)?$/u

function ownTarget(header: string): Target | null {
  if ((OWN_COLUMNS as readonly string[]).includes(header)) return { to: 'own', key: header }
  const custom = OWN_CUSTOM.exec(header)
  // Before it became a field of the program it was one of the user's own.
  if (custom?.[1] && isAddressing(custom[1])) return { to: 'field', key: custom[1] }
  if (custom?.[1])
    return {
      to: 'custom',
      key: custom[1],
      label: custom[1],
      type: (custom[2] ?? 'text') as FieldType,
      choices: custom[3]?.split('|') ?? [],
      given: true,
      currency: null,
    }
  const field = FIELDS.find(({ key, columns }) => columns !== undefined && key === header)
  if (COMPUTED.has(header)) return { to: 'nothing', why: 'technical' }
  if (header === 'verified_at') return { to: 'field', key: 'verified' }
  if (header === 'family_name' || header === 'given_name' || header === 'patronymic')
    return { to: 'name-part', key: header }
  return field && field.kept !== 'points' ? { to: 'field', key: field.key } : null
}

/** Is this the header of a file that this program wrote? Then ids, links and times are read back too. */
export const isOwnHeader = (headers: readonly string[]): boolean =>
  ['id', 'kind', 'name', 'phones', 'phones_typed', 'created_at'].every((each) => headers.includes(each))

export interface ColumnPlan {
  columns: Column[]
  own: boolean
  system: System | null
}

export interface PlanContext {
  maps: ReadonlyMap<string, Target>
  custom: readonly CustomField[]
  /** First rows below the header, for columns whose names say nothing. */
  sample: readonly (readonly string[])[]
  /** False when the names are letters given by the program. */
  named: boolean
}

/** Fields of which a card may have several, or whose texts are joined. */
const MANY = new Set(['tag', 'note', 'company'])

/**
 * Decides what every column fills: by `--map`, as this program's own file, by the signature of a known program, by the
 * synonyms, by what the cells look like, else as a custom field.
 */
export function planColumns(headers: readonly string[], { maps, custom, sample, named }: PlanContext): ColumnPlan {
  const own = isOwnHeader(headers)
  const system = own ? null : systemOf(headers)
  const rejects = isRejects(headers)
  const columns = headers.map((header, index): Column => {
    const name = header.trim()
    const column = (by: Column['by'], target: Target): Column => ({
      index,
      header: name === '' ? columnLetter(index) : name,
      target,
      by,
      order: null,
      decimal: null,
    })
    const mapped = maps.get(name === '' ? columnLetter(index) : name)
    if (mapped) return column('map', mapped)
    if (rejects && index >= headers.length - 2) return column('own', { to: 'nothing', why: 'technical' })
    const known = own ? ownTarget(header) : null
    if (known) return column('own', known)
    if (!named || name === '') return byCells(column, cellsOf(sample, index), columnLetter(index))
    if (holdsBankCards(name, cellsOf(sample, index))) return column('name', { to: 'nothing', why: 'sensitive' })
    const mine = custom.find(({ key, label }) => label === name || key === name)
    // A field of one's own that a second column of a file once made does not take the place of a built-in one.
    if (mine && mayBeOwn(targetOf(name, canonicalOf(name))))
      return column('name', joinedTo(mine, newCustom(name, canonicalOf(name))))
    const special = normaliseHeader(name)
    if (system && Object.hasOwn(system.columns, special))
      return column('system', targetOf(name, system.columns[special] ?? null))
    const canonical = settled(canonicalOf(name), cellsOf(sample, index))
    const target = targetOf(name, canonical)
    if (canonical === null && target.to === 'custom') return byCells(column, cellsOf(sample, index), name)
    if (target.to === 'messenger') {
      const kind = pointsByShape(cellsOf(sample, index))
      if (kind !== null) return column('cells', { to: 'point', kind, label: null })
    }
    return column('name', target)
  })
  settleName(columns, sample)
  settleTwins(columns, custom)
  for (const column of columns)
    if (isConsent(column.target) && cellsOf(sample, column.index).some((cell) => cell.trim() === '+'))
      column.plus = true
  for (const column of columns) if (zeroIsId(column, system, sample)) column.zero = 'id'
  return { columns, own, system }
}

const isConsent = (target: Target): boolean =>
  target.to === 'consent' || (target.to === 'field' && target.key === 'consent')

/** A field of one's own may be called «Рассылка»; but what clients refuse is no matter of names. */
const mayBeOwn = (target: Target): boolean => target.to === 'custom' || (target.to === 'consent' && !target.refusal)

const cellsOf = (sample: readonly (readonly string[])[], index: number): string[] =>
  sample.map((cells) => cells[index] ?? '')

function byCells(column: (by: Column['by'], target: Target) => Column, cells: string[], name: string): Column {
  const kind = pointsByShape(cells)
  return kind === null
    ? column('nothing', newCustom(name, name.length <= 2 ? `column_${name}` : null))
    : column('cells', { to: 'point', kind, label: null })
}

function zeroIsId(
  { target, by, index }: Column,
  system: System | null,
  sample: readonly (readonly string[])[],
): boolean {
  if (target.to !== 'field' || target.key !== 'external_id') return false
  return by === 'own' || (system === null && countsFromZero(cellsOf(sample, index), by === 'map'))
}

const isName = ({ target }: Column): boolean =>
  target.to === 'name-part' || (target.to === 'field' && (target.key === 'name' || target.key === 'company'))

/** Without a column of names, the one whose cells read like names takes the place. */
function settleName(columns: Column[], sample: readonly (readonly string[])[]): void {
  const parts = columns.filter(
    ({ target }) => target.to === 'name-part' || (target.to === 'field' && target.key === 'name'),
  )
  const [only] = parts
  // «Имя» with no surname beside it holds whatever a client is called by.
  if (
    only &&
    parts.length === 1 &&
    only.by === 'name' &&
    only.target.to === 'name-part' &&
    only.target.key === 'given_name'
  )
    only.target = { to: 'field', key: 'name' }
  const legal = columns.find(({ target }) => target.to === 'custom' && target.key === 'legal_name')
  if (columns.some(isName) || columns.some(({ by }) => by === 'own')) return
  if (legal) {
    legal.target = { to: 'field', key: 'name' }
    return
  }
  const [best] = columns
    .filter(({ target, by }) => by === 'nothing' && target.to === 'custom')
    .map((column) => ({ column, likeness: nameLikeness(cellsOf(sample, column.index)) }))
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness || a.column.index - b.column.index)
  if (best) {
    best.column.target = { to: 'field', key: 'name' }
    best.column.by = 'cells'
  }
}

/** What a target fills of which a client has only one; null when several may fill it together. */
function placeOf(target: Target): string | null {
  switch (target.to) {
    case 'field':
      return MANY.has(target.key) ? null : target.key
    case 'name-part':
    case 'birth-part':
      return `${target.to} ${target.key}`
    case 'address':
      return target.part === 'street' || target.part === 'formatted' ? null : `${target.group} ${target.part}`
    case 'date':
      return `date ${target.occasion}`
    case 'last-contact':
    case 'next-contact':
    case 'next-action':
      return target.to
    default:
      return null
  }
}

/** Several columns may tell of consent, and the stricter answer holds; of other values the second is a field of its own. */
const besides = ({ header, by }: Column, place: string): Target =>
  place === 'consent' && by !== 'own'
    ? { to: 'consent', key: 'consent', channels: [], refusal: false }
    : newCustom(header, null)

/** A second column for a field that holds one value is kept beside it instead of fighting over the place. */
function settleTwins(columns: Column[], custom: readonly CustomField[]): void {
  // What the user has said comes before what names tell, wherever the column stands.
  const single = new Set(columns.filter(({ by }) => by === 'map').map(({ target }) => placeOf(target)))
  const keys = new Map<string, CustomTarget>()
  for (const column of columns) {
    const place = placeOf(column.target)
    if (place !== null && column.by !== 'map') {
      if (single.has(place)) column.target = besides(column, place)
      single.add(place)
    }
    if (column.target.to !== 'custom') continue
    const wanted = column.target
    const mine = custom.find(({ key }) => key === wanted.key)
    const base = mine && column.by !== 'own' && !wanted.given ? joinedTo(mine, wanted) : mine ? asCustom(mine) : wanted
    let { key } = base
    for (let number = 2; keys.has(key); number += 1) key = `${customKey(base.key)}_${number}`
    column.target =
      key === base.key ? base : { ...base, key, label: `${base.label} ${key.slice(key.lastIndexOf('_') + 1)}` }
    keys.set(key, column.target)
  }
}

/** True when at least one column says who the client is. */
export const namesSomebody = ({ columns }: ColumnPlan): boolean =>
  columns.some((column) => isName(column) || column.target.to === 'point' || column.target.to === 'own') ||
  (columns.some(isOutsideId) && columns.some(({ target }) => target.to === 'consent'))

const isOutsideId = ({ target }: Column): boolean => target.to === 'field' && target.key === 'external_id'
