/** Longest words whose slips are counted; beyond it two texts that differ are simply different. */
const LONGEST = 63
const WIDTH = LONGEST + 2

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
  return aligned(a, b, start, endA, endB, limit)
}

/** What is left between the common beginning and the common end is one letter each, or two that changed places. */
function oneSlip(a: string, b: string, start: number, lengthA: number, lengthB: number): number {
  if (lengthA !== lengthB) return 2
  if (lengthA === 1) return 1
  const swapped =
    lengthA === 2 && a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start)
  return swapped ? 1 : 2
}

/** The table by rows, only the cells whose distance from the diagonal is within the limit. */
function aligned(a: string, b: string, start: number, endA: number, endB: number, limit: number): number {
  const width = endB - start
  const far = limit + 1
  let [before, previous, current] = rows as readonly Uint8Array[] as [Uint8Array, Uint8Array, Uint8Array]
  for (let column = 0; column <= width; column += 1) previous[column] = column
  let lastLetter = 0
  for (let row = 1; row <= endA - start; row += 1) {
    const letter = a.charCodeAt(start + row - 1)
    const from = row > limit ? row - limit : 1
    const to = Math.min(row + limit, width)
    current[from - 1] = from === 1 ? row : far
    let least = from === 1 ? row : far
    let lastOther = from > 1 ? b.charCodeAt(start + from - 2) : 0
    for (let column = from; column <= to; column += 1) {
      const other = b.charCodeAt(start + column - 1)
      let cost = previous[column - 1]! + (letter === other ? 0 : 1)
      if (previous[column]! + 1 < cost) cost = previous[column]! + 1
      if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1
      if (row > 1 && column > 1 && letter === lastOther && lastLetter === other && before[column - 2]! + 1 < cost)
        cost = before[column - 2]! + 1
      current[column] = cost
      if (cost < least) least = cost
      lastOther = other
    }
    if (to < width) current[to + 1] = far
    if (least > limit) return far
    lastLetter = letter
    const spare = before
    before = previous
    previous = current
    current = spare
  }
  const distance = previous[width]!
  return distance > limit ? far : distance
}
