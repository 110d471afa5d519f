import { asLatinKeys, asRussianKeys, asUkrainianKeys, scriptOf } from './letters.js'
import { type Word, wordOf } from './word.js'

const isName = (word: Word): boolean => word.given === 4 && word.skeleton.length > 2

/** Consonants in a row that no name has: "Nhtnmzrjd". */
const VOWELS = /[aeiouy]/g

/** Letters alone; a pattern with those of all alphabets takes V8 a millisecond. */
const PLAIN = /^[A-Za-z\u0400-\u0481\u048a-\u052f]*$/

/** A chunk between spaces may hold signs that are letters on the other layout: `Ljk;tyrj`. */
function reading(chunks: readonly string[], keys: (chunk: string) => string): string | null {
  const words = chunks.map((chunk) => keys(chunk))
  const read = words.map((word) => wordOf(PLAIN.test(word) ? word : word.replace(/[^\p{L}]/gu, '')))
  const isSound =
    read.some((word) => isName(word) || word.patronymic === 2) ||
    (read.every((word) => word.family === 3) &&
      chunks.every((chunk) => (chunk.match(VOWELS)?.length ?? 0) * 4 < chunk.length))
  return isSound ? words.join(' ') : null
}

/**
 * The name that was meant when the keyboard was on the wrong layout («Bdfyjd Gtnh» is «Иванов Петр», «Ощрт Ыьшер» is "John
 * Smith"); null when the text is no such thing. Ask only for text without a known given name.
 */
export function relaid(text: string): string | null {
  const chunks = text.trim().split(/\s+/)
  const script = scriptOf(text)
  if (script === 2) return reading(chunks, asRussianKeys) ?? reading(chunks, asUkrainianKeys)
  return script === 1 ? reading(chunks, asLatinKeys) : null
}
