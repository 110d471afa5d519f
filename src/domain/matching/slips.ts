/** Longest words whose slips are counted; beyond it two texts that differ are simply different. */
const LONGEST = 63
const WIDTH = LONGEST + 1

// Three rows of the table, kept between calls: comparing must not allocate.
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const

/**
 * How many slips (a letter wrong, missing, added, or two neighbours changed places) lead from one text to the other:
 * optimal string alignment, a Damerau–Levenshtein distance in which no part is edited twice. `limit + 1` when there are more.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (a === b) return 0
  const none = limit + 1
  let endA = a.length
  let endB = b.length
  if (endA - endB > limit || endB - endA > limit) return none
  while (endA > 0 && endB > 0 && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1
    endB -= 1
  }
  let start = 0
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  const lengthA = endA - start
  const lengthB = endB - start
  if (lengthA === 0 || lengthB === 0) return lengthA + lengthB
  if (limit === 1) return oneSlip(a, b, start, lengthA, lengthB)
  if (lengthA > LONGEST || lengthB > LONGEST) return none
  return Math.min(table(a, b, start, lengthA, lengthB, limit), none)
}

/** What is left between the common beginning and the common end is one letter each, or two that changed places. */
function oneSlip(a: string, b: string, start: number, lengthA: number, lengthB: number): number {
  if (lengthA !== lengthB) return 2
  if (lengthA === 1) return 1
  const swapped =
    lengthA === 2 && a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start)
  return swapped ? 1 : 2
}

function table(a: string, b: string, start: number, lengthA: number, lengthB: number, limit: number): number {
  let [before, above, row]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]]
  for (let column = 0; column <= lengthB; column += 1) above[column] = column
  for (let line = 1; line <= lengthA; line += 1) {
    const letter = a.charCodeAt(start + line - 1)
    row[0] = line
    let best = line
    for (let column = 1; column <= lengthB; column += 1) {
      const other = b.charCodeAt(start + column - 1)
      let least = (above[column - 1] as number) + (letter === other ? 0 : 1)
      least = Math.min(least, (above[column] as number) + 1, (row[column - 1] as number) + 1)
      if (
        line > 1 &&
        column > 1 &&
        letter === b.charCodeAt(start + column - 2) &&
        a.charCodeAt(start + line - 2) === other
      )
        least = Math.min(least, (before[column - 2] as number) + 1)
      row[column] = least
      if (least < best) best = least
    }
    // Later rows have no less, but for neighbours that changed places, which reach back over one row.
    if (best > limit + 1) return best
    const spare = before
    before = above
    above = row
    row = spare
  }
  return above[lengthB] as number
}
