import { editDistance } from './name.js'

/** The word nearest to a mistyped one, when it is near enough to be meant; else null. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const each of known) {
    // Words of other lengths are at least so far apart.
    if (Math.abs(typed.length - each.length) >= least) continue
    const distance = editDistance(typed.toLowerCase(), each.toLowerCase())
    // A word in which every letter is another was not meant.
    if (distance < least && distance < typed.length) {
      least = distance
      best = each
    }
  }
  return best
}
