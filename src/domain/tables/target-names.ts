import type { CustomField } from '../client.js'
import { FIELDS, fieldNamed } from '../fields.js'
import { nearestWord } from '../nearest.js'
import type { PointKind } from '../points.js'
import { canonicalOf, currencyOfHeader, normaliseHeader } from './headers.js'
import { asCustom, newCustom, of, POINT_LABELS, type Target, targetOf } from './targets.js'

/** Which field a user names in `--map "Column=field"`; null when there is no such field. */
export function targetNamed(name: string, custom: readonly CustomField[], header: string): Target | null {
  const wanted = name.trim().toLowerCase()
  if (wanted === '' || wanted === '-' || wanted === 'ignore') return { to: 'nothing', why: 'asked' }
  if (wanted === 'custom' || wanted === 'own') return newCustom(header, null)
  const point = of(POINT_LABELS, wanted)
  if (point) return { to: 'point', kind: point[0], label: point[1] }
  const field = fieldNamed(wanted, custom)
  if (field?.kept === 'points') return { to: 'point', kind: field.key as PointKind, label: null }
  if (field?.kept === 'custom') {
    const own = custom.find(({ key }) => key === field.key)
    return own ? { ...asCustom(own), currency: currencyOfHeader(header) } : null
  }
  if (field?.key === 'family_name' || field?.key === 'given_name' || field?.key === 'patronymic')
    return { to: 'name-part', key: field.key }
  if (field?.key === 'city' || field?.key === 'address' || field?.key === 'country')
    return targetOf(field.key, field.key)
  if (field?.columns) return { to: 'field', key: field.key }
  if (field) return null
  const canonical = targetOf(wanted, wanted.replace(/[\s-]+/g, '_'))
  return canonical.to === 'custom' && canonical.type === 'text' ? targetTitled(wanted, header) : canonical
}

/** Words that `--map` takes though no column is known by them, or what is so called is left out unless it is asked for. */
const ASKED: Record<string, string> = {
  ssn: 'inn',
  'social security number': 'inn',
  tin: 'inn',
  rnokpp: 'inn',
  рнокпп: 'inn',
  suburb: 'city',
}

/** What a column of this title would fill; null when nobody knows the title. */
function targetTitled(title: string, header: string): Target | null {
  const canonical = of(ASKED, normaliseHeader(title)) ?? canonicalOf(title)
  if (canonical === null) return null
  const target = targetOf(title, canonical)
  // What is too private to keep is no field; a field of one's own is labelled by the column, not by the word for it.
  if (target.to === 'nothing') return null
  return target.to === 'custom' ? newCustom(header, canonical) : target
}

/** Names that `--map` takes and that look like a mistyped one, the nearest first; few, often none. */
export function nearestTargets(name: string, custom: readonly CustomField[]): string[] {
  const known = [
    ...FIELDS.flatMap(({ key, columns, kept }) => (columns || kept === 'points' ? [key] : [])),
    ...Object.keys(POINT_LABELS),
    ...OTHER_NAMES,
    ...custom.map(({ key }) => key),
  ]
  const found: string[] = []
  for (let near = nearestWord(name, known); near !== null && found.length < 3; ) {
    found.push(near)
    near = nearestWord(
      name,
      known.filter((each) => !found.includes(each)),
    )
  }
  return found
}

const OTHER_NAMES = [
  'first_name',
  'last_name',
  'middle_name',
  'surname',
  'dob',
  'mobile',
  'street',
  'region',
  'postcode',
  'country',
  'tax_id',
  'inn',
  'last_contact',
  'next_contact',
  'next_action',
  'messenger',
  'anniversary',
  'do_not_call',
  'do_not_email',
  'do_not_contact',
  'consent_email',
  'consent_mailing',
  'custom',
  'ignore',
]

/** The name under which `--map` and a profile know a target again; the inverse of `targetNamed`. */
export function nameOfTarget(target: Target): string | null {
  switch (target.to) {
    case 'field':
    case 'name-part':
    case 'custom':
    case 'consent':
      return target.key
    case 'point':
      return (
        Object.entries(POINT_LABELS).find(([, [kind, label]]) => kind === target.kind && label === target.label)?.[0] ??
        target.kind
      )
    case 'messenger':
      return 'messenger'
    case 'address':
      return target.part === 'street' || target.part === 'formatted' ? 'address' : target.part
    case 'birth-part':
      return `birth_${target.key}`
    case 'date':
      return target.occasion === 'name day' ? 'name_day' : target.occasion
    case 'last-contact':
    case 'next-contact':
    case 'next-action':
      return target.to.replace('-', '_')
    case 'extension':
      return 'phone_ext'
    case 'nothing':
      return 'ignore'
    default:
      return null
  }
}
