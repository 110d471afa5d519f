import { type Expression, sql } from 'kysely'

/* Text without case: SQLite folds ASCII only, so the letters' variants are spelled out in a pattern. */

const SAME: string[][] = [
  ['е', 'ё'],
  ['и', 'і'],
  ['г', 'ґ'],
  ["'", '’', 'ʼ', '`'],
]

function letterClass(letter: string): string {
  const variants = new Set<string>()
  const group = SAME.find((each) => each.includes(letter.toLowerCase())) ?? [letter]
  for (const each of group)
    for (const form of [each, each.toLowerCase(), each.toUpperCase()]) if ([...form].length === 1) variants.add(form)
  // Inside brackets only ] at the front and ^ elsewhere stand for themselves.
  const ordered = [...variants].sort(
    (a, b) => Number(b === ']') - Number(a === ']') || Number(a === '^') - Number(b === '^'),
  )
  if (ordered.length === 1 && /[\p{L}\p{N} ]/u.test(ordered[0] ?? '')) return ordered[0] ?? ''
  return ordered.length === 1 && ordered[0] === '^' ? '^' : `[${ordered.join('')}]`
}

/** `column` holds this text (whole), or has it at the beginning of a word (words); case, ё/е, і/и and ґ/г set aside. */
export function looselyMatches(
  column: Expression<unknown>,
  text: string,
  mode: 'whole' | 'words',
): Expression<boolean> {
  const pattern = [...text.normalize('NFC').trim()].map(letterClass).join('')
  if (mode === 'whole') return sql<boolean>`${column} glob ${pattern}`
  // A word begins behind anything that is neither a letter, a digit nor an apostrophe.
  return sql<boolean>`(${column} glob ${`${pattern}*`} or ${column} glob ${`*[^0-9A-Za-z_'’ʼ\u00c0-\u052f]${pattern}*`})`
}

/** The same value, of which no index is used: for a question where reading the table through is quicker. */
export const unindexed = <T>(value: Expression<T>): Expression<T> => sql<T>`+${value}`
