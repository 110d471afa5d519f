import type { ClientKind } from '../client.js'
import { isFormAlone, isWrittenForm, looksLikeCompany } from '../company-name.js'
import { hasNameShape, splitName } from '../name-split.js'

/** Who one cell names. Every word of the cell stands in `name`, `company` or `note`. */
export interface NameCell {
  /** null when nothing tells. */
  kind: ClientKind | null
  /** As written, words in brackets included; only a firm that goes to `company` is cut out, with what goes to `note`. */
  name: string
  family_name: string | null
  given_name: string | null
  patronymic: string | null
  /** The firm of a person, when the cell names both. */
  company: string | null
  /** What stood beside the firm and the person: «директор». */
  note: string | null
}

const QUOTED = `(?:«[^»]*»|"[^"]*"|“[^”]*”|„[^“”]*[“”])`
/** What commas, dashes and bars part; not what stands in brackets or quotation marks. */
const PARTED = new RegExp(String.raw`(?:${QUOTED}|\([^()]*\)|(?!\s[-–—/|]\s|[,;|]\s|\s*[;|]\s*).)+`, 'gu')
/** Letters and what stands between them in most names: told several times faster than by SPECIAL. */
const PLAIN = /^[A-Za-zА-яЁёІіЇїЄєҐґ. -]*$/
const SPECIAL = /[(),;|/«»"“”„–—]|\s-\s|[^\p{L}\p{M}\s.'’ʼ-]/u

/**
 * Reads a cell that holds anything: a person in any order, with initials, with a note in brackets; a firm; a person and their
 * firm. What is not sure stays a whole name without parts.
 */
export function readNameCell(text: string): NameCell {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length > 200) return whole(null, name)
  const isSpecial = (!PLAIN.test(name) || name.includes(' - ')) && SPECIAL.test(name)
  if (looksLikeCompany(name) || (isSpecial && partsOf(name).some(isFirm)))
    return withBrackets(name) ?? (isSpecial ? withSeparator(name) : null) ?? beside(name) ?? whole('company', name)
  return isSpecial ? decorated(name) : person(name)
}

const whole = (kind: ClientKind | null, name: string): NameCell => ({
  kind,
  name,
  family_name: null,
  given_name: null,
  patronymic: null,
  company: null,
  note: null,
})

function person(name: string): NameCell {
  const split = splitName(name)
  const isKnown = split.family_name !== null || split.given_name !== null
  return { ...whole(isKnown ? 'person' : null, split.name), ...split }
}

/** What separators part; the form of "Example, Inc." stays with what stands before its comma. */
function partsOf(name: string): string[] {
  const parts: string[] = []
  for (const match of name.match(PARTED) ?? []) {
    const part = match.replace(/^[\s,;|/–—-]+|[\s,;|/–—-]+$/g, '')
    if (parts.length > 0 && isFormAlone(part)) parts.push(`${parts.pop()}, ${part}`)
    else if (part !== '') parts.push(part)
  }
  return parts
}

const isFirm = (text: string): boolean => looksLikeCompany(text) && !isFormAlone(text)

/** Certainly a person, beside a firm: «Нижний Новгород» and "New York" are split like names too. */
function isPerson(text: string): boolean {
  if (/\d/.test(text) || looksLikeCompany(text) || text.split(' ').length > 4 || !hasNameShape(text)) return false
  const { family_name, given_name } = splitName(text)
  return family_name !== null || given_name !== null
}

const personOf = (name: string, company: string, note: string | null): NameCell => ({
  ...person(name),
  kind: 'person',
  company,
  note,
})

/** «Иванов Иван (ООО Ромашка)», «ООО Ромашка (Иванов Иван)». */
function withBrackets(name: string): NameCell | null {
  const match = /^([^()]+?)\s*\(([^()]+)\)$/.exec(name)
  if (!match?.[1] || !match[2]) return null
  const [, outside, inside] = match
  if (isFirm(inside) && isPerson(outside)) return personOf(outside, inside, null)
  return isFirm(outside) && isPerson(inside) ? personOf(inside, outside, null) : null
}

/** «ООО «Ромашка», Иванов Иван», "Acme Ltd. - John Smith". */
function withSeparator(name: string): NameCell | null {
  const parts = partsOf(name)
  const firms = parts.filter(isFirm)
  const people = parts.filter(isPerson)
  const [company, owner] = [firms[0], people[0]]
  if (company === undefined || owner === undefined || firms.length > 1 || people.length > 1) return null
  const rest = parts.filter((part) => part !== company && part !== owner)
  return personOf(owner, company, rest.join(', ') || null)
}

/** «ООО «Ромашка» Иванов Иван», «Иванов Иван ООО Ромашка». */
function beside(name: string): NameCell | null {
  const quoted = new RegExp(String.raw`^(\p{Lu}{2,5}\s*${QUOTED})\s+(.+)$`, 'u').exec(name)
  if (quoted?.[1] && quoted[2] && isFirm(quoted[1]) && isPerson(quoted[2]) && quoted[2].includes(' '))
    return personOf(quoted[2], quoted[1], null)
  const words = name.split(' ')
  const at = words.findIndex((word) => isWrittenForm(/^[^«"“„]*/.exec(word)?.[0] ?? ''))
  if (at < 2 || at > 4) return null
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
  return isPerson(before) && isFirm(after) ? personOf(before, after, null) : null
}

/** A person among other things: notes in brackets, signs, numbers, what stands behind a comma or a dash. */
function decorated(name: string): NameCell {
  const split = name.includes(',') ? person(name) : null
  // «Петров, Иван» is in order when its comma is gone.
  if (split !== null && split.name !== name) return split
  // Signs that only change how the one before them is drawn count as marks of a letter.
  const bare = name.replace(/\([^()]*\)|[\ufe0e\ufe0f\u200d]/g, ' ')
  const parts = partsOf(bare)
    .map((part) =>
      part
        .replace(/[^\p{L}\p{M}\p{N}\s.'’ʼ-]/gu, ' ')
        .replace(/\S*\d\S*/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part))
  const people = parts.filter(isPerson)
  // «Анна / Ольга» are two, «Смирнов / Клиника» may be either.
  const isPlain = parts.length === 1 || (people.length === 1 && people[0] === parts[0])
  const found = isPlain ? person(parts[0] ?? '') : null
  return found?.kind ? { ...found, name } : whole(null, name)
}
