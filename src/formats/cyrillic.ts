import { RUSSIAN, UKRAINIAN } from './cyrillic-words.js'

const LETTERS = 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'
/** The place of what is no letter: begin and end of a word. */
const EDGE = LETTERS.length
const SIZE = LETTERS.length + 1

/** Costs in nats, as the logarithms of the pairs of letters; found by trial with words that are not in the lists. */
const COST = {
  /** Pseudographics, control characters, letters of other languages. */
  oddity: 9,
  /** «», №, dashes and other signs that people type. */
  sign: 4.5,
  /** A sign where nobody types it, such as `»` before a word. */
  misplaced: 5,
  /** Cyrillic beside Latin. */
  mixture: 7,
  /** `é` beside a Latin letter, and away from one. */
  accent: 3.5,
  loneAccent: 7,
  capitalInside: 6,
  smallAfterCapitals: 3,
  capitals: 1.5,
}
/** How many pairs of letters a letter that was never seen behind another is worth, by how frequent it is. */
const UNSEEN = 15

const SIGNS = '«»„“”‘’–—…№§°€•·©®™\u00a0'
const BEFORE_LETTERS = '«„“‘№\u00a0'
const BEHIND_LETTERS = '»”“’…©®™–—\u00a0'
const ACCENTED = /[À-ÖØ-öø-ÿŒœŠšŽžŸ]/
const APOSTROPHES = "'’ʼ-"

const placeOf = new Map<string, number>()
for (const [place, letter] of [...LETTERS].entries()) {
  placeOf.set(letter, place)
  placeOf.set(letter.toUpperCase(), place)
}

let learned: Float64Array | null = null

/** Costs of the pairs of letters, row by first letter. */
function pairs(): Float64Array {
  if (learned) return learned
  const costs = new Float64Array(SIZE * SIZE)
  const single = new Float64Array(SIZE).fill(1)
  for (const word of `${RUSSIAN} ${UKRAINIAN}`.split(' ')) {
    let before = EDGE
    for (const letter of `${word} `) {
      const place = placeOf.get(letter) ?? EDGE
      costs[before * SIZE + place]! += 1
      single[place]! += 1
      before = place
    }
  }
  const all = sumOf(single)
  for (let row = 0; row < SIZE; row += 1) {
    const counts = costs.subarray(row * SIZE, (row + 1) * SIZE)
    const sum = sumOf(counts) + UNSEEN
    for (const [place, count] of counts.entries())
      counts[place] = -Math.log((count + (UNSEEN * single[place]!) / all) / sum)
  }
  learned = costs
  return costs
}

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, each) => sum + each, 0)

type Kind = 'cyrillic' | 'latin' | 'accented' | 'sign' | 'odd' | 'plain'

function kindOf(letter: string): Kind {
  if (letter < '\u0080') return /[a-zA-Z]/.test(letter) ? 'latin' : 'plain'
  if (placeOf.has(letter)) return 'cyrillic'
  if (SIGNS.includes(letter)) return 'sign'
  return ACCENTED.test(letter) ? 'accented' : 'odd'
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase()

/** Capitals stand at the beginning of a word, or are all of it. */
function costOfCase(word: string): number {
  let cost = 0
  let capitals = 0
  for (let index = 0; index < word.length; index += 1) {
    const capital = isCapital(word[index]!)
    if (capital) capitals += 1
    if (index === 0) continue
    const before = isCapital(word[index - 1]!)
    if (capital && !before) cost += COST.capitalInside
    if (!capital && before && index > 1) cost += COST.smallAfterCapitals
  }
  return cost + (capitals > 1 && capitals === word.length ? COST.capitals : 0)
}

/**
 * How unlike Russian, Ukrainian or Western text the letters beyond ASCII are; less is better. Texts of the same bytes
 * can be compared.
 */
export function strangeness(text: string): number {
  const costs = pairs()
  let cost = 0
  let word = ''
  let beforeKind: Kind = 'plain'
  let before = EDGE
  const letters = `${text} `
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index]!
    const kind = kindOf(letter)
    if (kind === 'cyrillic') {
      const place = placeOf.get(letter)!
      cost += costs[before * SIZE + place]! + (beforeKind === 'latin' ? COST.mixture : 0)
      before = place
      word += letter
    } else {
      if (beforeKind === 'cyrillic') {
        cost += kind === 'latin' ? COST.mixture : APOSTROPHES.includes(letter) ? 0 : costs[before * SIZE + EDGE]!
        cost += costOfCase(word)
        word = ''
      }
      before = EDGE
      cost += costOfOther(kind, beforeKind, kindOf(letters[index + 1] ?? ' '), letter)
    }
    beforeKind = kind
  }
  return cost
}

function costOfOther(kind: Kind, before: Kind, after: Kind, letter: string): number {
  if (kind === 'odd') return COST.oddity + (isLetter(before) || isLetter(after) ? COST.misplaced : 0)
  if (kind === 'accented') return before === 'latin' || after === 'latin' ? COST.accent : COST.loneAccent
  if (kind !== 'sign') return 0
  const misplaced =
    (isLetter(after) && !isLetter(before) && !BEFORE_LETTERS.includes(letter)) ||
    (isLetter(before) && !isLetter(after) && !BEHIND_LETTERS.includes(letter)) ||
    (isLetter(before) && isLetter(after) && !APOSTROPHES.includes(letter))
  return COST.sign + (misplaced || before === 'sign' ? COST.misplaced : 0)
}

const isLetter = (kind: Kind): boolean => kind === 'cyrillic' || kind === 'latin' || kind === 'accented'
