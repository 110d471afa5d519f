/** Words longer than this are compared by their beginnings; names have no such length. */
const LONGEST = 63
const rows = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)] as const

/**
 * Optimal string alignment distance (insert, delete, replace, swap of neighbours) of two words, or `limit` + 1 when it is
 * greater than `limit`. Allocates nothing.
 */
export function osaWithin(a: string, b: string, limit: number): number {
  if (a === b) return 0
  let endA = Math.min(a.length, LONGEST)
  let endB = Math.min(b.length, LONGEST)
  if (endA - endB > limit || endB - endA > limit) return limit + 1
  let start = 0
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1
    endB -= 1
  }
  if (endA === start || endB === start) {
    const rest = Math.max(endA - start, endB - start)
    return rest > limit ? limit + 1 : rest
  }
  return aligned(a, b, start, endA, endB, limit)
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
