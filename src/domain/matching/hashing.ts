/** Murmur3's finaliser: every bit of the input changes about half of the output. Public domain, Austin Appleby. */
export function scramble(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Joins a hash and one more number; the order matters. */
export const mix = (hash: number, value: number): number => scramble(Math.imul(hash, 31) + scramble(value))

/** FNV-1a over the code units of a part of a text. */
export function hashText(text: string, from = 0, until = text.length): number {
  let hash = 0x811c9dc5
  for (let index = from; index < until; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

const SKIPPED = new Set([...'aeiou'].map((letter) => letter.charCodeAt(0)))

/** Of the consonants only, by which most slips and spellings of a name still meet. */
export function hashConsonants(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (index === 0 || !SKIPPED.has(code)) hash = Math.imul(hash ^ code, 0x01000193)
  }
  return hash >>> 0
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32), so that the same base always gives the same answer. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
