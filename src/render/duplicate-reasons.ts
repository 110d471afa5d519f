import type { ClientRecord } from '../domain/client.js'
import { foldWord, looseText } from '../domain/fold.js'
import type { Judgement, Objection, Term } from '../domain/matching/judging.js'
import { showPhone } from '../domain/points.js'
import type { Words } from '../words/en.js'

/** What is known of a client's name. */
export type Named = Pick<ClientRecord, 'id' | 'name' | 'family_name' | 'given_name' | 'patronymic'>

export interface ReasonTexts {
  /** What speaks for it, strongest first. */
  reasons: string[]
  /** What stands against it, whatever the score. */
  objections: string[]
  /** What differs, and takes from the score. */
  differing: string[]
}

/** Objections that say what a term of these fields says. */
const COVERED: Partial<Record<Objection, readonly Term['field'][]>> = {
  given: ['name'],
  father: ['name'],
  family: ['name'],
  sex: ['name'],
  generation: ['name'],
  birthday: ['birthday'],
  tax: ['tax'],
  company: ['company'],
}

const PARTS = { family: 'family_name', given: 'given_name', father: 'patronymic' } as const

/** A judgement in words; of clients that are not given, names are said whole. */
export function reasonTexts(
  { a, b, terms, against: objections }: Judgement,
  clients: ReadonlyMap<number, Named>,
  words: Words,
): ReasonTexts {
  const left = clients.get(a)
  const right = clients.get(b)
  const covered = new Set(objections.flatMap((objection) => COVERED[objection] ?? []))
  const reasons: string[] = []
  const differing: string[] = []
  for (const term of terms) {
    const isCovered = covered.has(term.field)
    const speaksAgainst = contradicts(term) || term.bits < 0
    if (!speaksAgainst) reasons.push(...(nameParts(term, [left, right], objections, words) ?? [termText(term, words)]))
    else if (!isCovered) differing.push(otherFamilies(term, [left, right], words) ?? termText(term, words))
  }
  return {
    reasons,
    objections: objections.map((objection) => objectionText(objection, terms, [left, right], words)),
    differing,
  }
}

/** Does something stand against it that is said of this field? */
export const isObjected = ({ against }: Judgement, field: Term['field']): boolean =>
  against.some((objection) => COVERED[objection]?.includes(field) === true)

/** Does a term say that something differs, however few bits that takes? */
export const contradicts = ({ level }: Term): boolean => level === 'other' || level === 'conflict'

function termText({ field, level, a, b, key }: Term, words: Words): string {
  const { matching } = words
  const [left, right] = nearlySame(a, b) ? [a, a] : [a, b]
  const said = (kind: string): string | undefined =>
    matching.reasons[field][kind]?.(shown(field, left, words), shown(field, right, words))
  const text = said(field === 'birthday' && level === 'near' ? slipOf(a, b) : level) ?? `${field}: ${level}`
  return key === undefined ? text : `${key}: ${text}`
}

/** What differs between two dates that are nearly the same. */
function slipOf(a: string, b: string): 'digit' | 'swapped' | 'near' {
  const [left, right] = [a, b].map((date) => /^(\d{4})-(\d{2})-(\d{2})$/.exec(date))
  if (!left || !right) return 'near'
  if (left[1] === right[1] && left[2] === right[3] && left[3] === right[2]) return 'swapped'
  return [...a].filter((digit, index) => digit !== b[index]).length === 1 ? 'digit' : 'near'
}

function shown(field: Term['field'], value: string, words: Words): string {
  if (field === 'phone') return showPhone(value)
  if (field === 'handle') return value.replace(':', ' ')
  return field === 'birthday' ? dateByNumbers(value, words) : value
}

/** `12.03.1990`, as one compares dates; what is no date stays as it is. */
export function dateByNumbers(date: string, { matching }: Words): string {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(date) ?? []
  return month === undefined || day === undefined
    ? date
    : matching.date(day, month, year === '-' ? null : (year ?? null))
}

export const same = (a: string, b: string): boolean => loose(a) === loose(b)

const loose = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** The same but for case, ё and the like. */
const nearlySame = (a: string, b: string): boolean => looseText(a) === looseText(b)

/** Of names with nothing but the given one in common, where both show a family name, that is what differs. */
function otherFamilies(
  { field, level }: Term,
  [left, right]: readonly [Named | undefined, Named | undefined],
  { matching }: Words,
): string | null {
  if (field !== 'name' || level !== 'given' || !left?.family_name || !right?.family_name) return null
  return matching.objections.family(left.family_name, right.family_name)
}

const WITH_PARTS: ReadonlySet<string> = new Set(['full', 'same', 'near', 'half'])

/** Names that meet, part by part; null where the parts are not known or do not stand for each other. */
function nameParts(
  { field, level, a, b }: Term,
  [left, right]: readonly [Named | undefined, Named | undefined],
  objections: readonly Objection[],
  { matching }: Words,
): string[] | null {
  if (field !== 'name' || !WITH_PARTS.has(level) || nearlySame(a, b)) return null
  if (!left || !right || !sameOrder(left, right)) return null
  const texts = (['family', 'given', 'father'] as const).flatMap((part) => {
    const [one, other] = [left[PARTS[part]], right[PARTS[part]]]
    if (one === null || other === null || objections.includes(part)) return []
    if (nearlySame(one, other)) return [matching.parts[part](one, one)]
    // Of names that meet only in part, the other parts are what does not meet.
    return level === 'half' ? [] : [matching.parts[part](one, other)]
  })
  return texts.length === 0 ? null : texts
}

/** Are family and given names where they belong, in both? One that was typed the other way round begins with other letters. */
function sameOrder(left: Named, right: Named): boolean {
  if (!left.family_name || !right.family_name || !left.given_name || !right.given_name) return false
  return foldWord(left.family_name)[0] === foldWord(right.family_name)[0]
}

function objectionText(
  objection: Objection,
  terms: readonly Term[],
  [left, right]: readonly [Named | undefined, Named | undefined],
  words: Words,
): string {
  const say = words.matching.objections[objection]
  if (objection === 'family' || objection === 'given' || objection === 'father') {
    const [one, other] = [left?.[PARTS[objection]], right?.[PARTS[objection]]]
    return one && other && !same(one, other) ? say(one, other) : say('', '')
  }
  if (objection === 'namesake') {
    const city = terms.find(({ field, level }) => field === 'city' && level === 'same')
    return words.matching.objections.namesake(city?.a ?? '', city?.b ?? '')
  }
  const term = terms.find(({ field }) => field === objection)
  return term && !same(term.a, term.b)
    ? say(shown(term.field, term.a, words), shown(term.field, term.b, words))
    : say('', '')
}
