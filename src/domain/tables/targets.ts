import type { CustomField, FieldType } from '../client.js'
import { FIELDS, fieldNamed, keyFrom } from '../fields.js'
import { HANDLE_KINDS } from '../handle.js'
import type { PointKind } from '../points.js'
import { type ConsentTarget, consentTarget } from './consent-columns.js'
import { currencyOfHeader, groupOf, normaliseHeader } from './headers.js'

export type AddressPart = 'street' | 'formatted' | 'city' | 'region' | 'postal_code' | 'country'

/** What a column of a file fills. */
export type Target =
  | { to: 'field'; key: string }
  | { to: 'name-part'; key: 'family_name' | 'given_name' | 'patronymic' }
  | { to: 'point'; kind: PointKind; label: string | null }
  | { to: 'messenger' }
  /** The label of the point in the column that follows. */
  | { to: 'label'; kind: 'phone' | 'email' }
  /** The digits to dial after the phone before it. */
  | { to: 'extension' }
  /** Two columns that say one thing: its name and its value. */
  | { to: 'pair'; pair: 'im' | 'event' | 'relation' | 'custom'; part: 'label' | 'value'; group: number }
  /** A card may have several addresses; the first that is filled in becomes the client's. */
  | { to: 'address'; group: string; part: AddressPart }
  | { to: 'birth-part'; key: 'day' | 'month' | 'year' }
  /** `who`: whose day it is, when not the client's own. */
  | { to: 'date'; occasion: string; who: string | null }
  | { to: 'last-contact' }
  | { to: 'next-contact' }
  | { to: 'next-action' }
  | ConsentTarget
  | CustomTarget
  | { to: 'own'; key: string }
  | { to: 'nothing'; why: 'technical' | 'sensitive' | 'asked' }

export interface CustomTarget {
  to: 'custom'
  key: string
  label: string
  type: FieldType
  choices: string[]
  /** A field the user has made: what does not fit it is rejected. For a new one it goes to the note. */
  given: boolean
  /** Of sums without a sign of their own, when the column's name tells it. */
  currency: string | null
}

export const POINT_LABELS: Record<string, [PointKind, string | null]> = {
  phone: ['phone', null],
  phone_mobile: ['phone', 'mobile'],
  phone_work: ['phone', 'work'],
  phone_home: ['phone', 'home'],
  phone_other: ['phone', 'other'],
  fax: ['phone', 'fax'],
  email: ['email', null],
  email_work: ['email', 'work'],
  email_personal: ['email', 'personal'],
  email_other: ['email', 'other'],
  website: ['url', null],
}

const NAME_PARTS: Record<string, 'family_name' | 'given_name' | 'patronymic'> = {
  last_name: 'family_name',
  first_name: 'given_name',
  middle_name: 'patronymic',
}

const ADDRESS_PARTS: Record<string, AddressPart> = {
  address: 'street',
  city: 'city',
  region: 'region',
  postal_code: 'postal_code',
  country: 'country',
}

const PAIRS: Record<string, { pair: 'im' | 'event' | 'relation' | 'custom'; part: 'label' | 'value' }> = {
  im: { pair: 'im', part: 'value' },
  im_service: { pair: 'im', part: 'label' },
  event: { pair: 'event', part: 'value' },
  event_label: { pair: 'event', part: 'label' },
  relation: { pair: 'relation', part: 'value' },
  relation_label: { pair: 'relation', part: 'label' },
  custom: { pair: 'custom', part: 'value' },
  custom_label: { pair: 'custom', part: 'label' },
}

const FIXED: Record<string, Target> = {
  anniversary: { to: 'date', occasion: 'anniversary', who: null },
  name_day: { to: 'date', occasion: 'name day', who: null },
  phone_ext: { to: 'extension' },
  last_contact: { to: 'last-contact' },
  next_contact: { to: 'next-contact' },
  next_action: { to: 'next-action' },
  interaction_log: { to: 'field', key: 'note' },
  phone_label: { to: 'label', kind: 'phone' },
  email_label: { to: 'label', kind: 'email' },
  birth_day: { to: 'birth-part', key: 'day' },
  birth_month: { to: 'birth-part', key: 'month' },
  birth_year: { to: 'birth-part', key: 'year' },
  _sensitive_ignore: { to: 'nothing', why: 'sensitive' },
}
for (const name of ['messenger', 'social']) FIXED[name] = { to: 'messenger' }
for (const name of ['_ignore', 'row_no', 'updated_at', 'created_by', 'updated_by'])
  FIXED[name] = { to: 'nothing', why: 'technical' }

/** Types of columns whose cells are more than text. */
const TYPES: Record<string, FieldType> = {
  order_amount: 'money',
  orders_total: 'money',
  average_check: 'money',
  balance: 'money',
  order_date: 'date',
  first_order_date: 'date',
  last_order_date: 'date',
  first_contact: 'date',
  created_at: 'date',
  interaction_date: 'date',
}

let fieldOfCanonical: Map<string, string> | null = null

function fieldFor(canonical: string): string | undefined {
  fieldOfCanonical ??= new Map(
    FIELDS.flatMap(({ key, kept, columns }) =>
      kept === 'points' ? [] : (columns ?? []).map((column): [string, string] => [column, key]),
    ),
  )
  return fieldOfCanonical.get(canonical)
}

/** `home`, `work`, `other`, a number, or `main` for an address that says nothing more of itself. */
function addressGroup(header: string): string {
  const name = normaliseHeader(header)
  if (/дом\.|дома|домаш|\bhome|mozillahome/u.test(name)) return 'home'
  if (/другой|інш|\bother|\balt\b/u.test(name)) return 'other'
  if (/раб\.|рабоч|роб\.|робоч|business|\bwork|mozillawork/u.test(name)) return 'work'
  const group = /^address \d/.test(name) ? groupOf(name) : 1
  return group === 1 ? 'main' : String(group)
}

/** A plain object answers to `constructor` too; a file may have a column of that name. */
export const of = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** A key for a new custom field that no built-in field answers to. */
export function customKey(name: string): string {
  let key = keyFrom(name)
  if (!/^\p{L}/u.test(key)) key = `field_${key}`.replace(/_$/, '')
  return fieldNamed(key) !== null || key === 'constructor' ? `${key}_given` : key
}

/** A field that is there, and what its column tells of it. `wanted`: the field that would be made if it were not. */
export const joinedTo = (own: CustomField, wanted: CustomTarget): CustomTarget => ({
  ...asCustom(own),
  // Sums and days that an import would set aside are set aside again by the next import of the file.
  given: wanted.type === 'text' || wanted.type !== own.type,
  currency: wanted.currency,
})

export const asCustom = (own: CustomField): CustomTarget => ({
  to: 'custom',
  key: own.key,
  label: own.label ?? own.key,
  type: own.type,
  choices: own.choices,
  given: true,
  currency: null,
})

/** A field of one's own for what no built-in field takes; columns of one meaning share a key in every language. */
export function newCustom(header: string, canonical: string | null): CustomTarget {
  const label = header.trim()
  return {
    to: 'custom',
    // When somebody became a client elsewhere; `created_at` is when they came into this base.
    key: canonical === 'created_at' ? 'registered' : customKey(canonical ?? label),
    label,
    type: (canonical === null ? undefined : of(TYPES, canonical)) ?? 'text',
    choices: [],
    given: false,
    currency: currencyOfHeader(label),
  }
}

/** «ДР жены», «День рождения ребёнка», "wife's birthday": a day of somebody near. */
const OTHERS_BIRTHDAY =
  /^(?:др|д\.р\.|день рождения|дата рождения|день народження|дата народження|дн)\s+(\p{L}[\p{L} -]{2,30})$|^(\p{L}{3,20}(?:'s)?) birthday$/iu
const CLIENTS_OWN = /^(клиента|клієнта|client|client's|customer|customer's|контакта|контакту)$/iu

/** What a column of this canonical meaning fills. */
export function targetOf(header: string, canonical: string | null): Target {
  const others = OTHERS_BIRTHDAY.exec(normaliseHeader(header))
  const who = others?.[1] ?? others?.[2] ?? null
  if (who !== null && (canonical === null || canonical === 'birthday'))
    return {
      to: CLIENTS_OWN.test(who) ? 'field' : 'date',
      ...(CLIENTS_OWN.test(who) ? { key: 'birthday' } : { occasion: 'birthday', who }),
    } as Target
  if (canonical === null) return newCustom(header, null)
  const consent = consentTarget(canonical)
  if (consent) return consent
  const point = of(POINT_LABELS, canonical)
  if (point) return { to: 'point', kind: point[0], label: point[1] }
  const part = of(NAME_PARTS, canonical)
  if (part) return { to: 'name-part', key: part }
  if ((HANDLE_KINDS as readonly string[]).includes(canonical))
    return { to: 'point', kind: canonical as PointKind, label: null }
  const pair = of(PAIRS, canonical)
  if (pair) return { to: 'pair', ...pair, group: groupOf(header) }
  const address = of(ADDRESS_PARTS, canonical)
  if (address) {
    const formatted = address === 'street' && /formatted/i.test(header)
    return { to: 'address', group: addressGroup(header), part: formatted ? 'formatted' : address }
  }
  const fixed = of(FIXED, canonical)
  if (fixed) return fixed
  const field = canonical === 'legal_name' ? undefined : fieldFor(canonical)
  return field ? { to: 'field', key: field } : newCustom(header, canonical)
}
