import { foldWord, wordsOf } from '../fold.js'

/** A word of a text, as a name is looked for by it. */
export interface WordIn {
  from: number
  to: number
  folded: string
  /** Its letters in lower case, without signs that nobody sees. */
  lower: string
  isCapital: boolean
  /** All capitals: then one of them says nothing. */
  isAllCapitals: boolean
  /** It begins a sentence, a line or the text, so its capital says nothing either. */
  begins: boolean
  /** What stands between the word before and this one. */
  gap: string
}

/** Apostrophes stay in a word, and so do signs that are not seen: a soft hyphen hides no name. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}\p{DI}]|['’ʼ`´ʹ](?=[\p{L}\p{N}]))*/gu
const UNSEEN = /[^\p{L}\p{N}]|\p{DI}/gu

const bare = (word: string): string =>
  /^[\p{L}\p{N}]+$/u.test(word) ? word : word.normalize('NFC').replace(UNSEEN, '')

/** Nothing in it but usual letters and signs. */
const USUAL = /^[\n\x20-\x7e\u0400-\u0481\u048a-\u052f«»–—…№]*$/

/** The words as skeletons alone, quickly: most texts have none that is looked for. */
export const foldedIn = (text: string): string[] =>
  USUAL.test(text) ? wordsOf(text).map(foldWord) : (text.match(WORD) ?? []).map((word) => foldWord(bare(word)))

/** What may stand between the end of a sentence and the first word of the next. */
const OPENING = /[\s\p{Pi}\p{Ps}"'„*•–—-]+$/u

const endsSentence = (gap: string): boolean => {
  if (gap.includes('\n')) return true
  const before = gap.replace(OPENING, '')
  return /[.!?…;]$/u.test(before)
}

export function wordsIn(text: string): WordIn[] {
  const words: WordIn[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const plain = bare(word)
    const lower = plain.toLowerCase()
    const gap = text.slice(end, index)
    words.push({
      from: index,
      to: index + word.length,
      folded: foldWord(plain),
      lower,
      isCapital: plain[0] !== lower[0],
      isAllCapitals: plain.length > 1 && plain !== lower && plain === plain.toUpperCase(),
      begins: words.length === 0 || endsSentence(gap),
      gap,
    })
    end = index + word.length
  }
  return words
}
