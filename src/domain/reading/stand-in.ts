import { type Draft, VALUE_KEYS } from '../draft.js'
import { EMAIL } from '../points.js'
import { type Row, remark } from './row.js'

/**
 * Names a record of another program that has no name: by its e-mail, its phone, else `#<outside id>`, and says so. False when it has
 * no outside id, or nothing at all besides.
 */
export function takeStandIn(row: Pick<Row, 'draft' | 'typedKind'>): boolean {
  const { draft, typedKind } = row
  const { external_id } = draft.values
  if (external_id === null || !saysMore(draft)) return false
  const reached = (['email', 'phone'] as const).flatMap(
    (wanted) => draft.points.find(({ kind }) => kind === wanted)?.value ?? [],
  )
  draft.name = reached[0] ?? `#${external_id}`
  draft.kind = typedKind ?? 'person'
  remark(row, { code: 'named-by', value: draft.name })
  return true
}

/** Is this what `takeStandIn` calls somebody, and no name that could speak for or against anything? */
export const isStandIn = (name: string): boolean =>
  /^#\S/.test(name) || /^\+\d{7,15}$/.test(name) || (name.includes('@') && EMAIL.test(name))

/** May a row that names nobody be a client who is known: does it have an address, or an answer to an id? */
export const mayBeKnown = ({ own, points, values, consents }: Draft): boolean =>
  own === null && (points.some(({ kind }) => kind !== 'url') || (values.external_id !== null && consents.length > 0))

/** Does the row itself not say how the client is called? */
export const isUnnamed = ({ name, remarks }: Pick<Draft, 'name' | 'remarks'>): boolean =>
  name === '' || remarks.some(({ code }) => code === 'named-by')

const SAYS_NOTHING: ReadonlySet<string> = new Set(['external_id', 'external_system'])

function saysMore({ values, points, dates, tags, custom, history, promises, purchases, ...rest }: Draft): boolean {
  const lists: readonly (readonly unknown[])[] = [points, dates, tags, custom, history, promises, purchases]
  const { status, vip, referredBy, lastContact } = rest
  return (
    lists.some(({ length }) => length > 0) ||
    [status, vip, referredBy, lastContact].some((each) => each !== null) ||
    VALUE_KEYS.some((key) => values[key] !== null && !SAYS_NOTHING.has(key))
  )
}
