import { foldCompanyWord, isBusinessWord } from './company-words.js'
import { formAt, isTraderForm, mayBeTraderForm } from './legal-forms.js'
import { type PersonKey, readPerson } from './person.js'
import { looksLikePerson } from './person-shape.js'
import { slipsBetween } from './slips.js'

/** A company's name in the form in which names are compared. */
export interface CompanyKey {
  /** The name without legal form, quotes and spaces, folded: «ООО "Восход-Тех"» is `vosgodteg`. */
  core: string
  /** Its words, folded, in their order. */
  words: readonly string[]
  /** The legal form in a canonical spelling (`ооо`, `фоп`, `ltd`), '' when none is written. */
  form: string
}

export const COMPANY_LEVELS = ['other', 'beginning', 'near', 'same'] as const

const DOTTED = /(?<![\p{L}\d])(?:\p{L}\.\s?){2,}(?:\p{L}(?!\p{L}))?/gu
const SPOLKA = /(?<!\p{L})sp\.?\s?z\s?o\.?\s?o\.?(?!\p{L})/giu
const WORDS = /[\p{L}\p{N}]+(?:['’ʼ`][\p{L}]+)*/gu
/** Text in which `PLAIN_WORDS` finds the same words: V8 takes milliseconds for patterns with letters of all alphabets. */
const PLAIN = /^[\x20-\x26\x28-\x5f\x61-\x7e\u0400-\u0481\u048a-\u052f«»„“”—–№]*$/
const PLAIN_WORDS = /[0-9A-Za-z\u0400-\u0481\u048a-\u052f]+/g
const QUOTED = /[«"“„]/
const AND: ReadonlySet<string> = new Set(['and', 'и', 'й', 'і', 'та', 'und', 'et'])

/** «О.О.О.» and "S.r.l." are one word, «А+» has a plus, «М&М» an and. */
function prepared(name: string): string {
  let text = name
  if (/sp\.?\s?z/i.test(text)) text = text.replace(SPOLKA, ' spzoo ')
  if (text.includes('.'))
    text = text.replace(DOTTED, (dotted) => {
      const letters = dotted.replace(/[.\s]/g, '')
      // «А.О.» are initials as a rule, "S.A." is a form.
      const isForm =
        letters.length > 2 ? formAt([letters], [letters.toLowerCase()], 0, true) : /^(?:SA|AG|BV|NV)$/.test(letters)
      return isForm ? ` ${letters} ` : dotted
    })
  if (text.includes('+')) text = text.replaceAll('+', ' плюс ')
  return text
}

const LOOKALIKES: Record<string, string> = { a: 'а', o: 'о', t: 'т', p: 'р', c: 'с', i: 'і', b: 'в' }

/** In small letters, without apostrophes; a short word of two alphabets («OОО») in Cyrillic. */
function lowerOf(word: string): string {
  const lower = word.toLowerCase().replace(/['’ʼ`]/g, '')
  const isMixed = lower.length <= 4 && /[a-z]/.test(lower) && /[а-яіїєґ]/.test(lower)
  return isMixed ? lower.replace(/[aotpcib]/g, (letter) => LOOKALIKES[letter] ?? letter) : lower
}

/** The words of a name without its legal forms; `form` is the first of them, `rest` the words as they were written. */
function withoutForms(name: string): { form: string; rest: string[] } {
  const text = prepared(name)
  const words = text.match(PLAIN.test(text) ? PLAIN_WORDS : WORDS) ?? []
  const lower = words.map(lowerOf)
  const rest: string[] = []
  let form = ''
  for (let at = 0; at < words.length; ) {
    const found = formAt(words, lower, at, rest.length === 0)
    if (!found) {
      rest.push(words[at] as string)
      at += 1
      continue
    }
    if (form === '') form = found.form
    at += found.length
  }
  return rest.length > 0 ? { form, rest } : { form: '', rest: words }
}

/** `and` between two words says nothing; at the beginning or end it is part of the name. */
const isJoint = (words: readonly string[], at: number): boolean =>
  at > 0 && at < words.length - 1 && AND.has((words[at] as string).toLowerCase())

function keyOf(name: string, form: string, rest: readonly string[]): CompanyKey {
  const words: string[] = []
  for (let at = 0; at < rest.length; at += 1) {
    const folded = isJoint(rest, at) ? '' : foldCompanyWord(rest[at] as string)
    if (folded !== '') words.push(folded)
  }
  // A name of signs alone, say «👍», is compared as it stands.
  if (words.length === 0) words.push(name.trim().toLowerCase())
  return { core: words.join(''), words, form }
}

/** Of a form that a person may have and a quoted name of a firm, the name decides. */
function isTrader(form: string, name: string, rest: readonly string[]): boolean {
  if (rest.length === 0 || rest.length > 5) return false
  const isQuoted = QUOTED.test(name)
  if (isTraderForm(form)) return (!isQuoted && !/^ip\b/i.test(name)) || looksLikePerson(rest)
  if (mayBeTraderForm(form)) return !isQuoted && looksLikePerson(rest)
  return form === '' && !isQuoted && rest.length > 1 && !rest.some((word) => AND.has(word)) && looksLikePerson(rest)
}

/** A sole trader («ИП Глазев А. М.», «ФОП …») is compared as the person; everything else as a company. */
export function readCompany(
  name: string,
): { company: CompanyKey; person: null } | { company: null; person: PersonKey } {
  const { form, rest } = withoutForms(name)
  if (isTrader(form, name, rest))
    return { company: null, person: readPerson({ name: rest.join(' '), family: null, given: null, father: null }) }
  return { company: keyOf(name, form, rest), person: null }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** The next place from `at` where a digit stands, or the length. */
function nextDigit(text: string, at: number): number {
  let index = at
  while (index < text.length && !isDigit(text.charCodeAt(index))) index += 1
  return index
}

/** Do two names have the same digits in the same order: «Школа 5» and «Школа 6» are two schools, however near. */
function haveSameDigits(a: string, b: string): boolean {
  let placeA = nextDigit(a, 0)
  let placeB = nextDigit(b, 0)
  while (placeA < a.length && placeB < b.length) {
    if (a.charCodeAt(placeA) !== b.charCodeAt(placeB)) return false
    placeA = nextDigit(a, placeA + 1)
    placeB = nextDigit(b, placeB + 1)
  }
  return placeA >= a.length && placeB >= b.length
}

const limitOf = (length: number): number => (length > 7 ? 2 : length > 4 ? 1 : 0)

/** Are the slips those of a hand: two words of trade that differ («Авто», «Агро») are two words. */
function areSlips(a: CompanyKey, b: CompanyKey): boolean {
  const limit = limitOf(Math.min(a.core.length, b.core.length))
  if (limit === 0) return false
  // Beside a space that was lost or added, one slip is enough.
  if (a.words.length !== b.words.length) return slipsBetween(a.core, b.core, 1) <= 1
  let slips = 0
  for (let index = 0; index < a.words.length; index += 1) {
    const wordA = a.words[index] as string
    const wordB = b.words[index] as string
    if (wordA === wordB) continue
    const isTrade = isBusinessWord(wordA)
    if (isTrade && isBusinessWord(wordB)) return false
    const shorter = Math.min(wordA.length, wordB.length)
    // A slip in "Energy" is one more away from the «энергия» by which the word is known.
    const ofWord = shorter > 7 || (shorter > 4 && (isTrade || isBusinessWord(wordB))) ? 2 : 1
    const found = slipsBetween(wordA, wordB, ofWord)
    slips += found
    if (found > ofWord || slips > limit) return false
  }
  return true
}

/** The same words in another order; of two or more, none twice. */
function areReordered(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false
  for (const word of a) if (!b.includes(word)) return false
  for (const word of b) if (!a.includes(word)) return false
  return true
}

/** «РЖД» of «Российские железные дороги». */
function isAbbreviation(short: CompanyKey, long: CompanyKey): boolean {
  if (short.words.length !== 1 || long.words.length < 3 || short.core.length !== long.words.length) return false
  for (let index = 0; index < long.words.length; index += 1)
    if ((long.words[index] as string).charCodeAt(0) !== short.core.charCodeAt(index)) return false
  return true
}

const LEAST_SHARED = 4

/** Do the words of one stand one behind the other among the words of the other? */
function hasWords(long: CompanyKey, short: CompanyKey): boolean {
  const count = short.words.length
  for (let from = 0; from + count <= long.words.length; from += 1) {
    let same = 0
    while (same < count && long.words[from + same] === short.words[same]) same += 1
    if (same === count) return short.core.length >= LEAST_SHARED
  }
  return false
}

const begins = (short: string, long: string): boolean => short.length > LEAST_SHARED && long.startsWith(short)

/** Index into `COMPANY_LEVELS`; -1 when one has no name. Symmetric. */
export function compareCompanies(a: CompanyKey, b: CompanyKey): number {
  if (a.core === '' || b.core === '') return -1
  if (a.core === b.core) return 3
  if (!haveSameDigits(a.core, b.core)) return 0
  // One more word is no slip, however short: «Консалт» and «Консалт-М».
  if (a.words.length !== b.words.length && (hasWords(a, b) || hasWords(b, a))) return 1
  if (areSlips(a, b) || areReordered(a.words, b.words) || isAbbreviation(a, b) || isAbbreviation(b, a)) return 2
  // Of two names of several words each, the words were compared already.
  if (a.words.length > 1 && a.words.length === b.words.length) return 0
  return begins(a.core, b.core) || begins(b.core, a.core) ? 1 : 0
}
