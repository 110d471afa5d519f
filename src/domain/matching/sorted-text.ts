import { slipsBetween } from './slips.js'

/**
 * Keys with what belongs to each as one text, a line `key:value` for each in the order of their code units: made when the
 * program is built, it is asked by halving, so that nothing has to be read or put up before the first look-up.
 */
export function sortedText(entries: Iterable<readonly [string, string]>): string {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, value]) => `${key}:${value}\n`)
  return `\n${lines.join('')}`
}

export const backwards = (word: string): string => {
  let turned = ''
  for (let index = word.length - 1; index >= 0; index -= 1) turned += word.charAt(index)
  return turned
}

/** The keys turned round, for `oneSlipFrom`. */
export const turnedText = (keys: Iterable<string>): string => sortedText([...keys].map((key) => [backwards(key), '']))

const COLON = 0x3a

/** Is the key of the line that begins at `start` less than `key`? */
function isLess(text: string, start: number, key: string): boolean {
  for (let index = 0; index < key.length; index += 1) {
    const code = text.charCodeAt(start + index)
    if (code === COLON) return true
    const other = key.charCodeAt(index)
    if (code !== other) return code < other
  }
  return false
}

/** Where the first line begins whose key is not less. */
function placeOf(text: string, key: string): number {
  let low = 1
  let high = text.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = text.lastIndexOf('\n', middle - 1) + 1
    if (isLess(text, start, key)) low = text.indexOf('\n', middle) + 1
    else high = start
  }
  return low
}

function valueIn(text: string, key: string): string | undefined {
  const at = placeOf(text, key)
  const end = at + key.length
  if (text.charCodeAt(end) !== COLON || !text.startsWith(key, at)) return undefined
  return text.slice(end + 1, text.indexOf('\n', end))
}

/** From so many look-ups on, putting up a Map pays. */
const MANY = 5_000

/** A text of `sortedText` that is asked for values; `read` makes one of what the line holds. */
export class SortedText<Value> {
  readonly text: string
  #read: (value: string) => Value
  #asked = 0
  #map: Map<string, Value> | null = null

  constructor(text: string, read: (value: string) => Value) {
    this.text = text
    this.#read = read
  }

  get(key: string): Value | undefined {
    if (this.#map !== null) return this.#map.get(key)
    this.#asked += 1
    if (this.#asked > MANY) return this.#putUp().get(key)
    const value = valueIn(this.text, key)
    return value === undefined ? undefined : this.#read(value)
  }

  /** Has it been asked so often that more is worth preparing? */
  get isBusy(): boolean {
    return this.#map !== null
  }

  keys(): IterableIterator<string> {
    return (this.#map ?? this.#putUp()).keys()
  }

  #putUp(): Map<string, Value> {
    const map = new Map<string, Value>()
    const { text } = this
    for (let at = 1; at < text.length; ) {
      const colon = text.indexOf(':', at)
      const end = text.indexOf('\n', colon)
      map.set(text.slice(at, colon), this.#read(text.slice(colon + 1, end)))
      at = end + 1
    }
    this.#map = map
    return map
  }
}

/** Calls `take` with each key that begins so and is at most one letter shorter or longer than `size`. */
function eachBeginning(text: string, beginning: string, size: number, take: (key: string) => void): void {
  for (let at = placeOf(text, beginning); text.startsWith(beginning, at) && at < text.length; ) {
    const colon = text.indexOf(':', at)
    if (colon - at >= size - 1 && colon - at <= size + 1) take(text.slice(at, colon))
    at = text.indexOf('\n', colon) + 1
  }
}

/**
 * The keys of `texts`, of `least` letters and more, that are the word or one slip away from it (`slips.slipsBetween`);
 * `turned` has all of them turned round. One slip leaves one half of the word as it is, or swaps the two letters in the middle.
 */
export function oneSlipFrom(texts: readonly string[], turned: string, word: string, least: number): string[] {
  const found = new Set<string>()
  const half = word.length >> 1
  const take = (key: string): void => {
    if (key.length >= least && slipsBetween(key, word, 1) <= 1) found.add(key)
  }
  for (const text of texts) eachBeginning(text, word.slice(0, half), word.length, take)
  eachBeginning(turned, backwards(word.slice(half)), word.length, (key) => take(backwards(key)))
  const swapped = word.slice(0, half - 1) + word.charAt(half) + word.charAt(half - 1) + word.slice(half + 1)
  if (half > 0 && texts.some((text) => valueIn(text, swapped) !== undefined)) take(swapped)
  return [...found]
}
