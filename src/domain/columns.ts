import type { CustomField, FieldType } from './client.js'
import { FIELDS, fieldNamed, keyFrom } from './fields.js'
import synonyms from './headers.generated.json' with { type: 'json' }
import { HANDLE_KINDS, type PointKind } from './points.js'

/** What a column of a file fills. */
export type Target =
  | { to: 'field'; key: string }
  | { to: 'name-part'; key: 'family_name' | 'given_name' | 'patronymic' }
  | { to: 'point'; kind: PointKind; label: string | null }
  | { to: 'messenger' }
  | { to: 'label'; kind: 'phone' | 'email' }
  | { to: 'birth-part'; key: 'day' | 'month' | 'year' }
  | { to: 'date'; occasion: string }
  | { to: 'custom'; key: string; label: string; type: FieldType; choices: string[] }
  | { to: 'own'; key: string }
  | { to: 'nothing'; why: 'technical' | 'sensitive' | 'empty-header' | 'asked' }

export interface Column {
  index: number
  header: string
  target: Target
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
] as const

const CANONICAL = new Map<string, string>()
for (const [canonical, names] of Object.entries(synonyms.names))
  for (const name of names) if (!CANONICAL.has(name)) CANONICAL.set(name, canonical)

const PATTERNS = synonyms.patterns.map(([pattern, canonical]): [RegExp, string] => [
  new RegExp(pattern ?? '', 'u'),
  canonical ?? '',
])

const normalise = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`]/g, "'")
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim()

const NORMALISED = new Map([...CANONICAL].map(([name, canonical]) => [normalise(name), canonical]))

/** The canonical name of a column from the table of synonyms, or null. */
export function canonicalOf(header: string): string | null {
  const name = normalise(header)
  const direct = NORMALISED.get(name) ?? NORMALISED.get(name.replace(/[:*.]+$/, ''))
  if (direct !== undefined) return direct
  for (const [pattern, canonical] of PATTERNS) {
    const match = pattern.exec(name)
    if (!match) continue
    if (!canonical.startsWith('_strip')) return canonical
    const inner = NORMALISED.get((canonical === '_strip_prefix' ? match[2] : match[1]) ?? '')
    if (inner !== undefined) return inner
  }
  return null
}

const POINT_LABELS: Record<string, [PointKind, string | null]> = {
  phone: ['phone', null],
  phone_mobile: ['phone', 'mobile'],
  phone_work: ['phone', 'work'],
  phone_home: ['phone', 'home'],
  phone_other: ['phone', 'other'],
  email: ['email', null],
  email_work: ['email', 'work'],
  email_personal: ['email', 'personal'],
  email_other: ['email', 'other'],
  website: ['url', null],
}

const TO_FIELD: Record<string, string> = {}
for (const { key, kept, columns } of FIELDS)
  if (kept !== 'points') for (const column of columns ?? []) TO_FIELD[column] = key

const NAME_PARTS: Record<string, 'family_name' | 'given_name' | 'patronymic'> = {
  last_name: 'family_name',
  first_name: 'given_name',
  middle_name: 'patronymic',
}

function targetOf(header: string, canonical: string | null): Target {
  const custom = (): Target => ({ to: 'custom', key: keyFrom(header), label: header.trim(), type: 'text', choices: [] })
  if (canonical === null) return custom()
  const point = POINT_LABELS[canonical]
  if (point) return { to: 'point', kind: point[0], label: point[1] }
  const part = NAME_PARTS[canonical]
  if (part) return { to: 'name-part', key: part }
  if ((HANDLE_KINDS as readonly string[]).includes(canonical))
    return { to: 'point', kind: canonical as PointKind, label: null }
  if (canonical === 'messenger' || canonical === 'social' || canonical === 'im') return { to: 'messenger' }
  if (canonical === 'phone_label' || canonical === 'email_label')
    return { to: 'label', kind: canonical === 'phone_label' ? 'phone' : 'email' }
  if (canonical === 'birth_day' || canonical === 'birth_month' || canonical === 'birth_year')
    return { to: 'birth-part', key: canonical.slice(6) as 'day' | 'month' | 'year' }
  if (canonical === 'anniversary') return { to: 'date', occasion: 'anniversary' }
  if (canonical === '_ignore' || canonical === 'row_no') return { to: 'nothing', why: 'technical' }
  if (canonical === '_sensitive_ignore') return { to: 'nothing', why: 'sensitive' }
  if (
    canonical === 'created_at' ||
    canonical === 'updated_at' ||
    canonical === 'created_by' ||
    canonical === 'updated_by'
  )
    return { to: 'nothing', why: 'technical' }
  const field = TO_FIELD[canonical]
  return field ? { to: 'field', key: field } : custom()
}

/** A custom field's column in this program's own CSV: `custom.size:number`, `custom.kind:choice(a|b)`. */
const OWN_CUSTOM = /^custom\.([^:]+)(?::(text|number|money|date|choice|yes-no)(?:\((.*)\))?)?$/u

function ownTarget(header: string): Target | null {
  if ((OWN_COLUMNS as readonly string[]).includes(header)) return { to: 'own', key: header }
  const custom = OWN_CUSTOM.exec(header)
  if (custom?.[1])
    return {
      to: 'custom',
      key: custom[1],
      label: custom[1],
      type: (custom[2] ?? 'text') as FieldType,
      choices: custom[3]?.split('|') ?? [],
    }
  const field = FIELDS.find(({ key, columns }) => columns !== undefined && key === header)
  if (header === 'contacts' || header === 'last_contact_at') return { to: 'nothing', why: 'technical' }
  if (header === 'verified_at') return { to: 'field', key: 'verified' }
  if (header === 'family_name' || header === 'given_name' || header === 'patronymic')
    return { to: 'name-part', key: header }
  return field && field.kept !== 'points' ? { to: 'field', key: field.key } : null
}

/** Is this the header of a file that this program wrote? Then ids, links and times are read back too. */
export const isOwnHeader = (headers: readonly string[]): boolean =>
  ['id', 'kind', 'name', 'phones', 'phones_typed', 'created_at'].every((each) => headers.includes(each))

/** Which field a user names in `--map "Column=field"`; null when there is no such field. */
export function targetNamed(name: string, custom: readonly CustomField[]): Target | null {
  const wanted = name.trim().toLowerCase()
  if (wanted === '' || wanted === '-' || wanted === 'ignore') return { to: 'nothing', why: 'asked' }
  const point = POINT_LABELS[wanted]
  if (point) return { to: 'point', kind: point[0], label: point[1] }
  const field = fieldNamed(wanted, custom)
  if (field?.kept === 'points') return { to: 'point', kind: field.key as PointKind, label: null }
  if (field?.kept === 'custom') {
    const own = custom.find(({ key }) => key === field.key)
    return {
      to: 'custom',
      key: field.key,
      label: own?.label ?? field.key,
      type: field.type,
      choices: own?.choices ?? [],
    }
  }
  if (field?.key === 'family_name' || field?.key === 'given_name' || field?.key === 'patronymic')
    return { to: 'name-part', key: field.key }
  if (field?.columns) return { to: 'field', key: field.key }
  const canonical = targetOf(wanted, wanted)
  return canonical.to === 'custom' || field ? null : canonical
}

export interface ColumnPlan {
  columns: Column[]
  own: boolean
}

/** Decides what every column fills: by `--map`, as this program's own file, by the synonyms, else as a custom field. */
export function planColumns(
  headers: readonly string[],
  maps: ReadonlyMap<string, Target>,
  custom: readonly CustomField[],
): ColumnPlan {
  const own = isOwnHeader(headers)
  const taken = new Set<string>()
  const columns = headers.map((header, index): Column => {
    const mapped = maps.get(header.trim())
    if (mapped) return { index, header, target: mapped }
    if (header.trim() === '') return { index, header, target: { to: 'nothing', why: 'empty-header' } }
    const isReject = index >= headers.length - 2 && (header === 'line' || header === 'reason')
    if (isReject) return { index, header, target: { to: 'nothing', why: 'technical' } }
    const known = own ? ownTarget(header) : null
    if (known) return { index, header, target: known }
    const canonical = canonicalOf(header)
    let target = targetOf(header, canonical)
    const existing =
      target.to === 'custom'
        ? custom.find(({ key, label }) => key === keyFrom(header) || label === header.trim())
        : undefined
    if (existing)
      return {
        index,
        header,
        target: {
          to: 'custom',
          key: existing.key,
          label: existing.label ?? existing.key,
          type: existing.type,
          choices: existing.choices,
        },
      }
    // A second column for a field that holds one value is kept beside it instead of fighting over the place.
    const single = target.to === 'field' && !['tag', 'note', 'address'].includes(target.key) ? target.key : null
    if (single !== null && taken.has(single))
      target = { to: 'custom', key: keyFrom(header), label: header.trim(), type: 'text', choices: [] }
    if (single !== null) taken.add(single)
    return { index, header, target }
  })
  return { columns, own }
}

/** True when at least one column says who the client is. */
export const namesSomebody = ({ columns }: ColumnPlan): boolean =>
  columns.some(
    ({ target }) =>
      target.to === 'name-part' ||
      target.to === 'point' ||
      target.to === 'own' ||
      (target.to === 'field' && (target.key === 'name' || target.key === 'company')),
  )
