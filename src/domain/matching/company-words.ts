import { foldLatin, LEAST_KNOWN } from './company-word-tables.js'
import { prepared } from './prepared.js'
import { oneSlipFrom, SortedText } from './sorted-text.js'

interface Known {
  spellings: SortedText<{ place: number; word: string }>
  words: SortedText<string>
}

let opened: Known | null = null

function known(): Known {
  opened ??= {
    spellings: new SortedText(prepared.companyWords().spellings, (value) => {
      const space = value.indexOf(' ')
      return { place: Number(value.slice(0, space)), word: value.slice(space + 1) }
    }),
    words: new SortedText(prepared.companyWords().words, String),
  }
  return opened
}

/** The word of which this is a spelling with a slip; of several the first in the list. */
function slipped(plain: string): string | undefined {
  if (plain.length < LEAST_KNOWN - 1) return undefined
  const { spellings, turned } = prepared.companyWords()
  return oneSlipFrom([spellings], turned, plain, LEAST_KNOWN)
    .flatMap((spelling) => known().spellings.get(spelling) ?? [])
    .sort((a, b) => a.place - b.place)[0]?.word
}

const seen = new Map<string, string>()

/** One skeleton for a word of a firm's name in any alphabet; words of trade meet over languages («Сервіс», "Service"). */
export function foldCompanyWord(word: string): string {
  let folded = seen.get(word)
  if (folded === undefined) {
    const plain = foldLatin(word.replace(/['’ʼ`]/g, ''))
    folded = known().spellings.get(plain)?.word ?? slipped(plain) ?? plain
    if (seen.size > 50_000) seen.clear()
    seen.set(word, folded)
  }
  return folded
}

/** Is the folded word one of trade, which stands in many names and is no slip of another? */
export const isBusinessWord = (folded: string): boolean => known().words.get(folded) !== undefined
