/** Chooses what is invented: for the same original the same, within one salt. */
export interface Picker {
  /** A number that depends on the salt and the text; below `limit`. */
  number(text: string, limit: number): number
  /**
   * The first of many candidates that no other original has and that `fits`. `candidate(index)` gives a plain one for an
   * index below the first of `sizes`, and longer ones up to the last.
   */
  pick(
    kind: string,
    original: string,
    sizes: readonly number[],
    candidate: (index: number) => string,
    fits: Fits,
  ): string
}

type Fits = (invented: string) => boolean

/** Random places tried among the plain candidates, then as many among the next longer ones. */
const TRIES = 12

export function pickerOf(salt: string): Picker {
  const chosen = new Map<string, string>()
  const used = new Set<string>()
  const number = (text: string, limit: number): number => hash(`${salt}\u0000${text}`) % limit

  const choose: Picker['pick'] = (kind, key, sizes, candidate, fits) => {
    let last = ''
    for (let attempt = 0; attempt < TRIES * sizes.length; attempt += 1) {
      const size = sizes[Math.floor(attempt / TRIES)] ?? 1
      const invented = candidate(number(`${key}\u0000${attempt}`, size))
      if (!fits(invented)) continue
      last = invented
      if (!used.has(`${kind}\u0000${invented}`)) return invented
    }
    return last === '' ? candidate(0) : last
  }

  return {
    number,
    pick(kind, original, sizes, candidate, fits) {
      const key = `${kind}\u0000${original}`
      let invented = chosen.get(key)
      if (invented === undefined) {
        invented = choose(kind, key, sizes, candidate, fits)
        chosen.set(key, invented)
        used.add(`${kind}\u0000${invented}`)
      }
      return invented
    },
  }
}

/**
 * A number of 32 bits from a text: FNV-1a (Fowler, Noll, Vo) with a finishing mix, so that neighbours fall apart. It need
 * not withstand anybody: the salt is random and forgotten, and only the choice of a word comes out.
 */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0
  state = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0
  return (state ^ (state >>> 16)) >>> 0
}
