import { foldWord } from '../fold.js'
import { isGiven } from '../given-names.js'

/** Endings of family names in the fold, long enough to be no chance. Patronymics are known by theirs. */
const FAMILY =
  /(?:enko|enka|qenk|quk|quk|nuk|luk|iwin|ova|eva|ov|ev|ina|in|skii?|cki|ska|cka|skii|wvili|an|dze|evic|iq|iqg|uk)$/
const FATHER = /(?:ovi[qc]|evi[qc]|ovna|evna|ivna|iqna|iinna)$/

const isInitial = (word: string): boolean => word.length === 1 && word !== word.toLowerCase()

const isFamily = (word: string): boolean => {
  const folded = foldWord(word)
  return folded.length > 4 && FAMILY.test(folded)
}

const isFather = (word: string): boolean => {
  const folded = foldWord(word)
  return folded.length > 5 && FATHER.test(folded)
}

/**
 * Are these words a person's name, by their shape: a given name, an initial or a patronymic beside a family name, or a family name
 * alone? A name of a firm may be so too («Анна»), hence one word is asked more.
 */
export function looksLikePerson(words: readonly string[]): boolean {
  if (words.length > 4) return false
  if (words.length === 1) return /(?:енко|енка|чук|ський|ська|цький|цька|ский|ская|ова|ева|єва)$/iu.test(words[0] ?? '')
  const families = words.filter((word) => !isGiven(word) && isFamily(word)).length
  const givens = words.filter((word) => isGiven(word) || isInitial(word)).length
  return words.some(isFather) || (families > 0 && givens > 0)
}
