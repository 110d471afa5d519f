import type { CustomField } from './client.js'
import type { Field } from './fields/field.js'
import { customAsField, FIELDS } from './fields.js'

export interface FormField {
  key: string
  /** What the user calls a field of their own; null for a built-in one. */
  label: string | null
  /** How it is filled in: on a line, on several, as a date, by a tick at one of `choices`. */
  entry: 'line' | 'lines' | 'date' | 'choice' | 'yes-no'
  choices: readonly string[]
  required: boolean
}

export const FORM_PARTS = ['who', 'reach', 'about', 'own', 'office'] as const
export type FormPartKey = (typeof FORM_PARTS)[number]

export interface FormPart {
  key: FormPartKey
  fields: FormField[]
}

/** Where a field stands, and in which order; a new field of the list stands in `about` until it is named here. */
const PLACES: Record<string, FormPartKey> = {
  name: 'who',
  kind: 'who',
  family_name: 'who',
  given_name: 'who',
  patronymic: 'who',
  company: 'who',
  position: 'who',
  role: 'who',
  channel: 'reach',
  hours: 'reach',
  no_call: 'reach',
  zone: 'reach',
  language: 'reach',
  closeness: 'reach',
  status: 'office',
  source: 'office',
  referred_by: 'office',
  tag: 'office',
  owner: 'office',
  vip: 'office',
}

/** Asked for only where they are required: the whole name holds its parts, and the rest comes from programs. */
const RARELY_ASKED = new Set([
  'family_name',
  'given_name',
  'patronymic',
  'role',
  'zone',
  'consent_origin',
  'consent_at',
  'verified',
  'external_id',
  'external_system',
])

const LONG = new Set(['address', 'note'])

/** Fields that a hand can fill in: those that an import can; what is computed is not among them. */
export const isFillable = (field: Field): boolean => field.kept === 'custom' || field.columns !== undefined

/**
 * The blank form: every field that can be filled in by hand, in its part, in the order of the one list of fields; the
 * name always required, others by their keys.
 */
export function formOf(custom: readonly CustomField[], required: readonly string[]): FormPart[] {
  const wanted = new Set(['name', ...required])
  const fields = [
    ...FIELDS.filter((field) => isFillable(field) && (wanted.has(field.key) || !RARELY_ASKED.has(field.key))),
    ...custom.map(customAsField),
  ]
  const labels = new Map(custom.map(({ key, label }) => [key, label ?? key]))
  const partOf = ({ key, kept }: Field): FormPartKey =>
    kept === 'custom' ? 'own' : kept === 'points' ? 'reach' : (PLACES[key] ?? 'about')
  return FORM_PARTS.map((part) => ({
    key: part,
    fields: fields
      .filter((field) => partOf(field) === part)
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map((field) => ({
        key: field.key,
        label: field.kept === 'custom' ? (labels.get(field.key) ?? field.key) : null,
        entry: entryFor(field),
        choices: field.choices ?? [],
        required: wanted.has(field.key),
      })),
  })).filter(({ fields: some }) => some.length > 0)
}

const ORDER = Object.keys(PLACES)

const placeOf = ({ key }: Field): number => ORDER.indexOf(key)

function entryFor({ key, type }: Field): FormField['entry'] {
  if (type === 'choice' || type === 'date' || type === 'yes-no') return type
  return LONG.has(key) ? 'lines' : 'line'
}
