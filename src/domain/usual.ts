import { type CivilDate, parts } from './calendar.js'
import { monthNamed } from './cells/months.js'
import type { OrderRecord } from './client.js'
import { looseText } from './fold.js'
import { moneyText } from './money.js'
import { countsAsOrder, sumOf } from './orders.js'

/** Something a client orders again and again. */
export interface UsualThing {
  name: string
  /** In how many orders it stands. */
  times: number
  /** The quantity it is mostly ordered in; null when that is one, or varies. */
  quantity: string | null
  /** What it usually comes to, money as JSON has it; null when that is not known. */
  sum: string | null
}

/** What a client usually orders: by what, how much and when. */
export interface Usual {
  /** Orders that count: no offers, nothing cancelled. */
  orders: number
  /** Most frequent first; only what was ordered twice at least. */
  things: UsualThing[]
  /** Median of the sums in the currency most orders are in; null with fewer than two. */
  sum: string | null
  /** True when all orders in that currency come to the same. */
  sameSum: boolean
  /** Months (1 to 12) in which the client orders, when it keeps to a few of them. */
  months: number[]
}

const SHOWN_THINGS = 3

/** So many orders, in so few months, each of them in several years: fewer are a rhythm, or chance. */
const SEASON = { orders: 4, years: 2, months: 3 }

/** Per cent of the orders that lie in the months of the season. */
const SEASON_SHARE = 80

export function usualOf(purchases: readonly OrderRecord[], today: CivilDate): Usual {
  const orders = purchases.filter(({ stage, date }) => countsAsOrder(stage) && date <= today)
  const sums = sumsInMainCurrency(orders.map(({ sum }) => sum))
  return {
    orders: orders.length,
    things: thingsOf(orders),
    sum: orders.length < 2 ? null : median(sums),
    sameSum: new Set(sums).size === 1,
    months: seasonOf(orders.map(({ date }) => date)),
  }
}

interface Mention {
  order: number
  name: string
  quantity: string
  sum: string | null
}

function thingsOf(orders: readonly OrderRecord[]): UsualThing[] {
  const mentions = new Map<string, Mention[]>()
  for (const { id, what, items, sum } of orders) {
    const things = items.length > 0 ? items : what === null ? [] : [{ name: what, quantity: '1', sum }]
    for (const thing of things) {
      const key = looseText(withoutDate(thing.name))
      if (key === '') continue
      const known = mentions.get(key)
      if (known) known.push({ order: id, ...thing })
      else mentions.set(key, [{ order: id, ...thing }])
    }
  }
  return [...mentions.values()]
    .map(thingFrom)
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN_THINGS)
}

/** Mentions come newest first, and the newest spelling is kept. */
function thingFrom(mentions: readonly Mention[]): UsualThing {
  const spellings = new Set(mentions.map(({ name }) => looseText(name)))
  const newest = mentions[0]?.name ?? ''
  const quantity = mostFrequent(mentions.map((each) => each.quantity))
  return {
    name: spellings.size === 1 ? newest : withoutDate(newest),
    times: new Set(mentions.map(({ order }) => order)).size,
    quantity: quantity === '1' ? null : quantity,
    sum: median(sumsInMainCurrency(mentions.flatMap(({ sum }) => sum ?? []))),
  }
}

/** «Ведение за октябрь 2026» and «Ведение, ноябрь» are one thing: months, years, dates and issues fall away. */
function withoutDate(name: string): string {
  if (name.length > 500) return name
  const words = name.split(/\s+/)
  const kept = words.filter((word) => {
    const bare = word.replace(/^[(«"]|[)»".,:;]+$/gu, '')
    return !/^([#№]\d+|(19|20)\d\d|\d+([./-]\d+)+)$/.test(bare) && !isMonth(bare)
  })
  const text = kept
    .join(' ')
    .replace(/[\s,.:;–—-]*(?:\s(?:за|на|for|of|in|в|у|к|до))?[\s,.:;–—-]*$/u, '')
    .trim()
  return text === '' ? name : text
}

/** A whole month's name or its usual abbreviation; `мар` alone may begin anything. */
const isMonth = (word: string): boolean => word.length >= 4 && monthNamed(word) !== null

/** The value that stands in more than half of the list, or null. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].find(([, times]) => times * 2 > values.length)?.[0] ?? null
}

/** The sums in the currency that most of them are in. */
function sumsInMainCurrency(sums: readonly string[]): string[] {
  const byCurrency = new Map<string, string[]>()
  for (const sum of sums) {
    const { currency } = sumOf(sum)
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), sum])
  }
  return [...byCurrency.values()].sort((a, b) => b.length - a.length)[0] ?? []
}

/** The middle one of sums in one currency, of two the lower, so that it is a sum that was paid; null of none. */
function median(sums: readonly string[]): string | null {
  const sorted = sums.map(sumOf).sort((a, b) => a.sum_minor - b.sum_minor)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle ? moneyText(middle.sum_minor, middle.currency) : null
}

/** The fewest months that hold nearly all orders, when these are few enough, and come back, to be a season. */
function seasonOf(dates: readonly CivilDate[]): number[] {
  const found = new Map<number, { orders: number; years: Set<number> }>()
  for (const { year, month } of dates.map(parts)) {
    const { orders, years } = found.get(month) ?? { orders: 0, years: new Set<number>() }
    found.set(month, { orders: orders + 1, years: years.add(year) })
  }
  const months: number[] = []
  let held = 0
  for (const [month, { orders, years }] of [...found].sort(
    ([a, one], [b, other]) => other.orders - one.orders || a - b,
  )) {
    if (held * 100 >= SEASON_SHARE * dates.length) break
    if (years.size < SEASON.years) return []
    months.push(month)
    held += orders
  }
  return dates.length >= SEASON.orders && months.length <= SEASON.months ? months.sort((a, b) => a - b) : []
}
