/** mulberry32 with the throws that a generator needs; the same seed gives the same row of numbers on every machine. */
export function diceOf(seed) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count) => Math.floor(next() * count)
  const between = (low, high) => low + below(high - low + 1)
  const chance = (share) => next() < share
  const of = (list) => list[below(list.length)]
  const digits = (count) => {
    let text = ''
    for (let left = count; left > 0; left -= 1) text += below(10)
    return text
  }
  /** One of `[weight, value]` pairs. */
  const weighted = (pairs) => {
    let left = next() * pairs.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of pairs) {
      left -= weight
      if (left < 0) return value
    }
    return pairs[pairs.length - 1][1]
  }
  const seen = new Set()
  /** Whether a text is new to these dice: what two may not share is thrown until it is. */
  const fresh = (text) => !seen.has(text) && Boolean(seen.add(text))
  return {
    next,
    fresh,
    below,
    between,
    chance,
    of,
    digits,
    weighted,
    frequent: (list, law) => list[rankBelow(next(), list, law)],
  }
}

const sums = new WeakMap()

/** Zipf's law: the n-th entry comes n^-law times as often as the first. A list is always thrown by the same law. */
function rankBelow(share, list, law) {
  let table = sums.get(list)
  if (!table) {
    let sum = 0
    table = Float64Array.from(list, (_, index) => {
      sum += (index + 1) ** -law
      return sum
    })
    sums.set(list, table)
  }
  const wanted = share * table[table.length - 1]
  let low = 0
  let high = table.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (table[middle] > wanted) high = middle
    else low = middle + 1
  }
  return low
}
