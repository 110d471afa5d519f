import type { ClientKind } from '../client.js'
import { companyKey } from '../company-name.js'
import { foldWord, looseText } from '../fold.js'
import { isGiven } from '../given-names.js'
import { editDistance } from '../name.js'
import { joinName } from '../name-split.js'

/** A name whole and in its parts, as the base keeps it. */
export interface NameParts {
  name: string
  family_name: string | null
  given_name: string | null
  patronymic: string | null
}

interface Named extends NameParts {
  id: number
  kind: ClientKind
  updated_at: string
}

type Part = 'family_name' | 'given_name' | 'patronymic'
type Chosen = NameParts & { from: number | null }

const PARTS: readonly Part[] = ['family_name', 'given_name', 'patronymic']

/** Forms that are longer than the name they come from: «Катенька», «Андрюша». */
const FOND = /(очка|ечка|енька|онька|юша|уша|уля|уня|юня|ушка|юшка|ёк|nny|mmy|bby|ddy|ckie|nnie)$/iu

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word)
const isShouted = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toUpperCase()
const isMuttered = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toLowerCase()
const isIll = (text: string): boolean => isShouted(text) || isMuttered(text)

const scriptOf = (name: string): 'cyrillic' | 'latin' | 'other' => {
  const cyrillic = name.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = name.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic === 0 && latin === 0 ? 'other' : cyrillic >= latin ? 'cyrillic' : 'latin'
}

/**
 * The name of the client that several become.
 * - A **company**: with its legal form before without, since papers need it; not in capitals when it is written otherwise
 *   somewhere; then the longest.
 * - A **person**: in the alphabet of most of the names, at a tie Cyrillic, of which the others are romanisations. Then part by part: a
 *   whole word before an initial, the given name before its diminutives, right case before capitals, the longest; a patronymic stays
 *   whoever had it. A family name that is quite another was changed (by marriage, mostly): then the later one holds.
 * The parts go together again in the spelling of a client that has them all, or else in the usual order; where family and given
 * names are turned round, the fullest name stays whole.
 */
export function bestName(members: readonly Named[], kind: ClientKind): Chosen {
  const own = members.filter((member) => member.kind === kind)
  return kind === 'company' ? bestCompany(own) : bestPerson(own)
}

const chosen = ({ name, family_name, given_name, patronymic, id }: Named): Chosen => ({
  name,
  family_name,
  given_name,
  patronymic,
  from: id,
})

/** The first of the best: `better` is negative when the first one is. */
function best<T>(from: readonly T[], better: (a: T, b: T) => number): T {
  const [first, ...others] = from
  if (first === undefined) throw new Error('none to choose from')
  return others.reduce((winner, each) => (better(each, winner) < 0 ? each : winner), first)
}

const hasForm = (name: string): boolean => companyKey(name) !== words(name).map(foldWord).join(' ')
const words = (name: string): string[] => name.match(/[\p{L}\p{N}]+/gu) ?? []

function bestCompany(members: readonly Named[]): Chosen {
  const spelt = new Set(members.filter(({ name }) => !isIll(name)).map(({ name }) => looseText(name)))
  const isWorse = ({ name }: Named): number => Number(isIll(name) && spelt.has(looseText(name)))
  return chosen(
    best(
      members,
      (a, b) =>
        Number(hasForm(b.name)) - Number(hasForm(a.name)) || isWorse(a) - isWorse(b) || b.name.length - a.name.length,
    ),
  )
}

function bestPerson(members: readonly Named[]): Chosen {
  const pool = inOneScript(members)
  const families = pool.filter(({ family_name: family }) => family !== null && !isInitial(family))
  const family = familyOf(families)
  // What is of an earlier family name may still tell the given name and the patronymic.
  const parts: Record<Part, string | null> = {
    family_name: family ?? anyOf(pool, 'family_name'),
    given_name: bestPart(pool, 'given_name', betterGiven),
    patronymic: bestPart(pool, 'patronymic', betterWord),
  }
  const whole = pool.filter((member) => PARTS.every((part) => member[part] === parts[part]))
  if (whole.length > 0) return chosen(best(whole, betterWhole))
  if (parts.family_name !== null && parts.given_name !== null && !isTurnedRound(pool)) return joined(parts)
  const count = (member: Named): number => PARTS.filter((part) => member[part] !== null).length
  return chosen(best(pool, (a, b) => count(b) - count(a) || betterWhole(a, b)))
}

/** Does the family name of one stand where another has the given name? Then their parts must not be mixed. */
function isTurnedRound(members: readonly Named[]): boolean {
  const of = (part: Part) => new Set(members.flatMap((member) => member[part]?.split('-').map(foldWord) ?? []))
  const given = of('given_name')
  return [...of('family_name')].some((family) => given.has(family))
}

/** Beside parts that are written as names are, one in capitals is written so too. */
function joined({ family_name, given_name, patronymic }: Record<Part, string | null>): Chosen {
  const isWritten = [family_name, given_name, patronymic].some((part) => part !== null && /\p{Lu}\p{Ll}/u.test(part))
  const asName = (part: string | null): string | null =>
    part === null || !isWritten || !isIll(part)
      ? part
      : part
          .toLowerCase()
          .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  const parts = { family_name: asName(family_name), given_name: asName(given_name), patronymic: asName(patronymic) }
  return { ...parts, name: joinName(parts.family_name, parts.given_name, parts.patronymic), from: null }
}

const betterWhole = (a: NameParts, b: NameParts): number =>
  Number(isIll(a.name)) - Number(isIll(b.name)) || b.name.length - a.name.length

/** The names in the alphabet of most; at a tie the Cyrillic ones, unless only another has both a family and a given name. */
function inOneScript(members: readonly Named[]): readonly Named[] {
  const of = (script: string) => members.filter(({ name }) => scriptOf(name) === script)
  const [cyrillic, latin] = [of('cyrillic'), of('latin')]
  const isWhole = ({ family_name, given_name }: Named): boolean => family_name !== null && given_name !== null
  if (cyrillic.length === 0 && latin.length === 0) return members
  if (cyrillic.length !== latin.length) return cyrillic.length > latin.length ? cyrillic : latin
  return !cyrillic.some(isWhole) && latin.some(isWhole) ? latin : cyrillic
}

/** Endings by which the family name of a woman and of a man differ. */
const stem = (family: string): string =>
  foldWord(family).replace(/(skaa|ckaa|skai|ska|cka|skii|ski|ckii|cki|aa|ii|oi|a|i)$/, '')

function isChanged(a: string, b: string): boolean {
  const parts = (name: string): string[] => name.split('-').map(stem)
  const [left, right] = [parts(a), parts(b)]
  return !left.some((one) =>
    right.some((other) => one === other || editDistance(one, other) <= (one.length > 6 ? 2 : 1)),
  )
}

function familyOf(members: readonly Named[]): string | null {
  const [first] = members
  if (!first) return null
  const latest = best(members, (a, b) => (a.updated_at > b.updated_at ? -1 : a.updated_at < b.updated_at ? 1 : 0))
  const name = latest.family_name ?? ''
  const alike = members.flatMap(({ family_name: family }) =>
    family !== null && !isChanged(family, name) ? [family] : [],
  )
  const votes = (family: string): number => alike.filter((each) => looseText(each) === looseText(family)).length
  return best(
    alike,
    (a, b) =>
      Number(b.includes('-')) - Number(a.includes('-')) || votes(b) - votes(a) || Number(isIll(a)) - Number(isIll(b)),
  )
}

const anyOf = (members: readonly Named[], part: Part): string | null =>
  members.find((member) => member[part] !== null)?.[part] ?? null

function bestPart(members: readonly Named[], part: Part, better: (a: string, b: string) => number): string | null {
  const found = members.flatMap((member) => member[part] ?? [])
  return found.length === 0 ? null : best(found, better)
}

const betterWord = (a: string, b: string): number =>
  Number(isInitial(a)) - Number(isInitial(b)) || Number(isIll(a)) - Number(isIll(b)) || b.length - a.length

function betterGiven(a: string, b: string): number {
  if (isInitial(a) !== isInitial(b)) return Number(isInitial(a)) - Number(isInitial(b))
  if (looseText(a) === looseText(b)) return Number(isIll(a)) - Number(isIll(b))
  // One letter off: the one that is a name, not the one with a slip.
  if (isGiven(a) !== isGiven(b) && editDistance(foldWord(a), foldWord(b)) <= 1) return isGiven(a) ? -1 : 1
  return Number(FOND.test(a)) - Number(FOND.test(b)) || b.length - a.length || Number(isIll(a)) - Number(isIll(b))
}
