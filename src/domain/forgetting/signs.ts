import type { ClientKind } from '../client.js'
import { companyKey } from '../company-name.js'
import type { Draft } from '../draft.js'
import { foldWord, looseText, wordsOf } from '../fold.js'
import { birthdayOf, isOnlyNamed } from '../known.js'
import { isDesk, mailKey } from '../matching/identifiers.js'
import { isTaxField } from '../matching/keys.js'
import { readPerson } from '../matching/person.js'
import { taxKey } from '../matching/tax-ids.js'
import { type Bearer, fullDay, type Sign, signKey, type Whose } from './bearer.js'

const folded = (text: string): string[] =>
  wordsOf(text)
    .map(foldWord)
    .filter((word) => word !== '')

/** Family and given name, whatever stands beside them; null when the name does not have both. */
function pairOf(name: string): string | null {
  const { family, given } = readPerson({ name, family: null, given: null, father: null })
  return family !== '' && given.length > 1 ? `${family} ${given}` : null
}

/** The names as they are compared: whole, in any order and alphabet, and of persons the family and the given name alone. */
export function nameKeys(kind: ClientKind, names: readonly string[]): string[] {
  const keys = new Set<string>()
  for (const name of names) {
    const whole = kind === 'company' ? companyKey(name) : folded(name).sort().join(' ')
    if (whole !== '') keys.add(whole)
    const pair = kind === 'person' ? pairOf(name) : null
    if (pair !== null) keys.add(`${pair} +`)
  }
  return [...keys]
}

/** Family name and the first letter of the given one: enough beside a phone, and a husband is not taken for his wife. */
function familyKeys({ kind, names }: Pick<Bearer, 'kind' | 'names'>): string[] {
  if (kind === 'company') return []
  const keys = names.map((name) => {
    const { family, given } = readPerson({ name, family: null, given: null, father: null })
    return family.length > 2 && given !== '' ? `${family} ${given.slice(0, 1)}` : ''
  })
  return [...new Set(keys.filter((key) => key !== ''))]
}

/** Digits of a phone that nobody else can have; shorter ones are extensions and city numbers. */
const WHOLE_PHONE = 9

/** `weak`: many may have it, so it counts only together with the name. */
type Weighed = Sign & { weak: boolean }

/** A contact point as a sign; `weak` when many may have it. Null of a page, which is no address of anybody's. */
function pointSign(owner: ClientKind, { kind, value }: Bearer['points'][number]): Weighed | null {
  if (kind === 'url') return null
  if (kind === 'email') {
    const key = mailKey(value)
    // A desk's address is not that of whoever sits there.
    const weak = key === null || (owner === 'person' && isDesk(key.local))
    return { kind: 'email', value: key === null ? value.toLowerCase() : `${key.local}@${key.domain}`, weak }
  }
  // A messenger that knows people by their phone says the same as the phone.
  if (kind === 'phone' || /^\+\d{7,15}$/.test(value))
    return { kind: 'phone', value, weak: value.replace(/\D/g, '').length < WHOLE_PHONE }
  return { kind: 'handle', value: `${kind}:${value.toLowerCase()}`, weak: false }
}

/** Numbers that the state gives to one person; others may be the employer's. */
const PERSONAL_FIELD = /^(?:snils|passport|ssn|soc_?sec(?:_?id)?|rnokpp|iin|снилс|паспорт|рнокпп|иин)$/iu

function taxSigns({ kind, custom }: Pick<Bearer, 'kind' | 'custom'>): Weighed[] {
  return custom.flatMap(({ key, value }) => {
    const tax = isTaxField(key) ? taxKey(value) : null
    if (tax === null) return []
    const isOwn = kind === 'company' || PERSONAL_FIELD.test(key) || (tax.valid && tax.key.length === 12)
    return [{ kind: 'tax' as const, value: tax.key, weak: !isOwn }]
  })
}

/** A number of an unnamed system is some number in many a file. */
const outsideSigns = ({ externals }: Bearer): Weighed[] =>
  externals.map(({ id, system }) => ({ kind: 'outside', value: `${system ?? ''}\u0000${id}`, weak: system === null }))

/** By what somebody is reached or numbered. */
const ownSigns = (bearer: Bearer): Weighed[] => [
  ...bearer.points.flatMap((point) => pointSign(bearer.kind, point) ?? []),
  ...taxSigns(bearer),
  ...outsideSigns(bearer),
]

/** What others have of the same kind, as `signKey` has it. */
export const signsOfOthers = (others: Pick<Bearer, 'kind' | 'points' | 'custom'>): Set<string> =>
  new Set([...others.points.flatMap((point) => pointSign(others.kind, point) ?? []), ...taxSigns(others)].map(signKey))

const rowSigns = ({ rows }: Bearer): Sign[] =>
  rows.map(({ id, created_at }) => ({ kind: 'row', value: `${id}|${created_at}` }))

const withNames = (keys: readonly string[], { kind, value }: Sign): Sign[] =>
  keys.map((key) => ({ kind: 'named', value: `${kind}|${value}|${key}` }))

const bornSigns = (keys: readonly string[], day: string | null): Sign[] =>
  day === null ? [] : keys.map((key) => ({ kind: 'born', value: `${key}|${day}` }))

/** Only the whole name: of the family and given name alone too many are namesakes. */
const wholeNames = (keys: readonly string[]): string[] => keys.filter((key) => !key.endsWith(' +'))

/**
 * What is kept of somebody who is erased. What another client has too (`shared`, by `signKey`) counts only together with the
 * name, and so does what the person had `once` and gave up.
 */
export function signsToKeep(
  bearer: Bearer,
  { shared, once }: { shared: ReadonlySet<string>; once: Bearer['points'] },
): Sign[] {
  const keys = nameKeys(bearer.kind, bearer.names)
  const own = ownSigns(bearer)
  const kept: Sign[] = [...rowSigns(bearer), ...bornSigns(keys, bearer.birthday), ...sidesOf(bearer)]
  for (const { weak, ...sign } of own) {
    kept.push(...withNames(keys, sign))
    if (!weak && !shared.has(signKey(sign))) kept.push(sign)
  }
  for (const point of once) {
    const sign = pointSign(bearer.kind, point)
    if (sign !== null) kept.push(...withNames(keys, sign))
  }
  if (bearer.kind === 'company') kept.push(...keys.map((value): Sign => ({ kind: 'company', value })))
  else if (own.length === 0 && bearer.birthday === null)
    for (const key of wholeNames(keys))
      kept.push(...placesOf(bearer.city).map((city): Sign => ({ kind: 'name', value: `${key}|${city}` })))
  return distinct(kept)
}

/** Under which cities an erased person who had only a name is found: its own, and by a row that tells none. */
const placesOf = (city: string | null): string[] => (city === null ? [''] : [looseText(city), '?'])

/** Any of these, met in what is kept, means the person itself. */
function tellingSigns(bearer: Bearer): Sign[] {
  const keys = nameKeys(bearer.kind, bearer.names)
  const own = ownSigns(bearer)
  const asked: Sign[] = [...rowSigns(bearer), ...bornSigns(keys, bearer.birthday)]
  for (const { weak, ...sign } of own) {
    asked.push(...withNames(keys, sign))
    if (!weak) asked.push(sign)
  }
  if (bearer.kind === 'company') asked.push(...keys.map((value): Sign => ({ kind: 'company', value })))
  else if (own.length === 0)
    for (const key of wholeNames(keys))
      for (const city of bearer.city === null ? ['', '?'] : ['', looseText(bearer.city)])
        asked.push({ kind: 'name', value: `${key}|${city}` })
  return distinct(asked)
}

/** What stands beside a sign that somebody else may have got since, and says whether it is still the same person. */
export const sidesOf = (bearer: Pick<Bearer, 'kind' | 'names'>): Sign[] => [
  ...nameKeys(bearer.kind, bearer.names).map((value) => ({ kind: 'called' as const, value })),
  ...familyKeys(bearer).map((value) => ({ kind: 'family' as const, value })),
]

/** Signs that somebody else may have got since: a phone, an address, a name in a messenger. */
const mayChangeHands = ({ kind }: Sign): boolean => kind === 'phone' || kind === 'email' || kind === 'handle'

/**
 * The erased person that this is. A row of a file is only left out, so any sign will do; a client of an older base is erased,
 * so there (`surely`) a phone or an address that may have been another's counts only beside the name.
 */
export const erasedAs = (bearer: Bearer, whose: Whose, how: 'surely' | 'by any sign'): number | null =>
  allErasedAs(bearer, whose, how)[0] ?? null

/** All of them: somebody may have been erased more than once. */
export function allErasedAs(bearer: Bearer, whose: Whose, how: 'surely' | 'by any sign'): number[] {
  const called = how === 'surely' ? new Set(sidesOf(bearer).flatMap((sign) => whose(sign))) : null
  const found = tellingSigns(bearer).flatMap((sign) =>
    whose(sign).filter((person) => called === null || !mayChangeHands(sign) || called.has(person)),
  )
  return [...new Set(found)]
}

/** By what is said of somebody who was erased, a name, a phone, they are looked for: nothing else is known of them any more. */
export const signsSaid = ({ kind, names, points }: Pick<Bearer, 'kind' | 'names' | 'points'>): Sign[] => [
  ...nameKeys(kind, names).map((value): Sign => ({ kind: 'called', value })),
  ...points.flatMap((point) => pointSign(kind, point) ?? []).map(({ kind: of, value }): Sign => ({ kind: of, value })),
]

const distinct = (signs: readonly Sign[]): Sign[] => [...new Map(signs.map((sign) => [signKey(sign), sign])).values()]

/** A row of a file that would become a client. */
export const bearerOfDraft = (draft: Draft): Bearer => ({
  kind: draft.kind,
  names: [draft.name],
  points: isOnlyNamed(draft) ? [] : draft.points,
  city: draft.values.city,
  birthday: fullDay(birthdayOf(draft)),
  externals:
    draft.values.external_id === null ? [] : [{ id: draft.values.external_id, system: draft.values.external_system }],
  custom: draft.custom,
  rows:
    draft.own?.id == null || draft.own.created_at === null
      ? []
      : [{ id: draft.own.id, created_at: draft.own.created_at }],
})
