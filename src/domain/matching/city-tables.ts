import { foldWord, wordsOf } from '../fold.js'
import { RUSSIA } from './places/russia.js'
import { UKRAINE } from './places/ukraine.js'
import { WORLD } from './places/world.js'
import { sortedText, turnedText } from './sorted-text.js'

/** The cities as texts, see `sorted-text`. */
export interface CityTables {
  /** The city that a folded name stands for. */
  cities: string
  /** The names that are long enough to be known in spite of a slip, turned round. */
  turned: string
}

/** Slips are forgiven in names so long that no other place is likely meant. */
export const LEAST_FORGIVEN = 7

export const together = (words: readonly string[]): string => words.map(foldWord).join('')

/** Works the tables out of the lists of places; `scripts/build.js` does so once. */
export function cityTables(): CityTables {
  const map = new Map<string, string>()
  for (const list of [UKRAINE, RUSSIA, WORLD])
    for (const city of list.replaceAll('=\n', '=').split(/[;\n]/)) {
      const names = city.split('=').map((name) => together(wordsOf(name)))
      const first = names[0] ?? ''
      for (const name of names) if (name !== '' && !map.has(name)) map.set(name, map.get(first) ?? first)
    }
  return {
    cities: sortedText(map),
    turned: turnedText([...map.keys()].filter(({ length }) => length >= LEAST_FORGIVEN)),
  }
}
