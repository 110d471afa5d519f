import { companyKey } from './company-name.js'
import { foldWord, wordsOf } from './fold.js'
import { isGiven } from './given-names.js'

interface NameWord {
  raw: string
  folded: string
}

type Likeness = 'same' | 'typo' | 'other'

/** Letters that fold alike at the beginning of names that are not: Анна and Яна. */
const startsApart = (a: string, b: string): boolean =>
  /^[яю]/u.test(a) !== /^[яю]/u.test(b) && /^[аеиоуяюіэ]/u.test(a) && /^[аеиоуяюіэ]/u.test(b)

/** Two letters of one script are the same only when they are: Q and K sound alike and are not one initial. */
const otherInitials = (a: string, b: string): boolean =>
  a.length === 1 && b.length === 1 && plain(a) !== plain(b) && /[a-z]/.test(a) === /[a-z]/.test(b)

const SPELT_ALIKE: Record<string, string> = { ё: 'е', і: 'и', ї: 'и', ґ: 'г', є: 'е' }
const plain = (letter: string): string => SPELT_ALIKE[letter] ?? letter

function likeness(a: NameWord, b: NameWord): Likeness {
  if (otherInitials(a.raw, b.raw)) return 'other'
  if (a.folded === b.folded) return startsApart(a.raw, b.raw) ? 'other' : 'same'
  if (a.raw.length === 1 || b.raw.length === 1)
    return a.folded[0] === b.folded[0] && !startsApart(a.raw, b.raw) ? 'same' : 'other'
  // A family name and its feminine form belong to two people.
  if (`${a.folded}a` === b.folded || a.folded === `${b.folded}a`) return 'other'
  if (Math.min(a.folded.length, b.folded.length) < 5 || Math.abs(a.folded.length - b.folded.length) > 1) return 'other'
  // Two known given names are two names, however near: Валерий and Валерия.
  if (isGiven(a.raw) && isGiven(b.raw)) return 'other'
  return editDistance(a.folded, b.folded) <= 1 ? 'typo' : 'other'
}

/** Levenshtein distance with two rows; the inputs are single words. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      )
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

interface Comparable {
  kind: string
  name: string
}

/**
 * Can two records with a shared phone, e-mail or outside id be one client? Every word of the shorter name must have a
 * partner in the longer one, equal, an initial of it, or one letter off; so a mother and a daughter on one phone stay two.
 */
export function compatibleNames(a: Comparable, b: Comparable): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'company') return companyKey(a.name) === companyKey(b.name)
  const left = nameWords(a.name)
  const right = nameWords(b.name)
  const [shorter, longer] = left.length <= right.length ? [left, [...right]] : [right, [...left]]
  if (shorter.length === 0) return false
  let typos = 0
  for (const word of shorter) {
    let index = longer.findIndex((other) => likeness(word, other) === 'same')
    if (index < 0) {
      index = longer.findIndex((other) => likeness(word, other) === 'typo')
      typos += 1
    }
    // One slip of a finger is forgiven; with two, a brother becomes his sister.
    if (index < 0 || typos > 1) return false
    longer.splice(index, 1)
  }
  return true
}

const nameWords = (name: string): NameWord[] =>
  wordsOf(name).map((raw) => ({ raw: raw.toLowerCase(), folded: foldWord(raw) }))
