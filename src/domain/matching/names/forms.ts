import { looseCyrillic, scriptOf } from './letters.js'
import { plainLatin } from './skeleton.js'

const FIRST = 0x430
const LAST = 0x44f
const SHIFT = 0x3f0

/** а to я as `@` to `_`, which no word in lower case has: tables of one byte a letter are read in half the time. */
function packed(cyrillic: string): string {
  let key = ''
  for (let index = 0; index < cyrillic.length; index += 1) {
    const code = cyrillic.charCodeAt(index)
    key += code >= FIRST && code <= LAST ? String.fromCharCode(code - SHIFT) : cyrillic.charAt(index)
  }
  return key
}

/** A form of a name as it is written, in the letters by which the dictionary knows it: loose Cyrillic, packed, or plain Latin. */
export const writtenKey = (word: string): string =>
  scriptOf(word) === 1 ? packed(looseCyrillic(word)) : plainLatin(word)

/** Bit 0 is a; 0 of what begins with no letter of the skeleton. */
export const bitOf = (skeleton: string): number => {
  const letter = skeleton.charCodeAt(0) - 97
  return letter >= 0 && letter < 26 ? 1 << letter : 0
}

/** In shorter forms one slip makes another name. */
export const SHORTEST_FUZZY = 5
