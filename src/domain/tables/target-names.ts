import type { CustomField } from '../client.js'
import { fieldNamed } from '../fields.js'
import type { PointKind } from '../points.js'
import { currencyOfHeader } from './headers.js'
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
  if (field?.key === 'city' || field?.key === 'address') return targetOf(field.key, field.key)
  if (field?.columns) return { to: 'field', key: field.key }
  if (field) return null
  const canonical = targetOf(wanted, wanted.replace(/[\s-]+/g, '_'))
  return canonical.to === 'custom' && canonical.type === 'text' ? null : canonical
}

/** The name under which `--map` and a profile know a target again; the inverse of `targetNamed`. */
export function nameOfTarget(target: Target): string | null {
  switch (target.to) {
    case 'field':
    case 'name-part':
    case 'custom':
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
