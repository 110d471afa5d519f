import type { CivilDate } from '../domain/calendar.js'
import { itemsSum, type OrderItem } from '../domain/items.js'
import { decimalOf, inBase, minorOf, moneyText } from '../domain/money.js'
import { cleanLine } from '../domain/text.js'
import { refused, typedWrongly } from '../errors.js'
import type { Row } from '../store/schema.js'
import { type Deps, localNow } from './deps.js'
import { typedCurrency, typedDay, typedItems, typedSum } from './orders-reading.js'

/** What can be typed of an order; an empty text clears a value, what is absent is left alone. */
export interface OrderInput {
  sum?: string
  what?: string
  date?: string
  stage?: string
  cost?: string
  promo?: boolean
  items?: string
  due?: string
  /** True for all of it. */
  paid?: string | true
  currency?: string
  /** Whose order it is to be from now on. */
  client?: number
}

/** What was done as asked, but should be said; money as JSON has it. */
export type OrderWarning =
  | { is: 'items'; items: string; sum: string }
  | { is: 'no-rate'; currency: string; base: string }
  | { is: 'due-before'; due: CivilDate; date: CivilDate }

export interface Keeping {
  dryRun: boolean
  /** More may be paid than the order comes to. */
  force: boolean
}

/** What an order is made of, as its row has it. */
export type OrderValues = Pick<
  Row<'client_order'>,
  | 'client_id'
  | 'date'
  | 'sum_minor'
  | 'currency'
  | 'what'
  | 'stage'
  | 'cost_minor'
  | 'promo'
  | 'due_on'
  | 'paid_minor'
  | 'items'
>

const line = (text: string): string | null => cleanLine(text) || null

/** Without a sum of its own an order comes to what its items come to. */
export function sumOfItems(items: string | undefined, currency: string): string {
  const read = items === undefined ? [] : typedItems(items, currency)
  const { sum_minor, whole } = itemsSum(read)
  if (!whole) throw typedWrongly((words) => words.errors.missingArgument('sum'))
  return decimalOf(sum_minor, currency)
}

/** What an order is to be, from what it was and what was typed. */
export function valuesFrom(deps: Deps, before: OrderValues, input: OrderInput): OrderValues {
  const now = localNow(deps)
  const wanted = input.currency === undefined ? before.currency : typedCurrency(input.currency)
  const sum = input.sum === undefined ? null : typedSum(input.sum, '<sum>', wanted, input.currency !== undefined)
  const currency = sum?.currency ?? wanted
  const carried = (minor: number): number => inCurrency(minor, before.currency, currency)
  const sumAs = (flag: string) => (text: string) => typedSum(text, flag, currency).sum_minor
  const sum_minor = sum?.sum_minor ?? carried(before.sum_minor)
  const { cost, items, due, paid, what, stage, date, promo, client } = input
  return {
    client_id: client ?? before.client_id,
    date: date === undefined ? before.date : typedDay(date, now, 'past'),
    sum_minor,
    currency,
    what: what === undefined ? before.what : line(what),
    stage: stage === undefined ? before.stage : line(stage),
    cost_minor: typed(cost, before.cost_minor === null ? null : carried(before.cost_minor), null, sumAs('--cost')),
    promo: promo === undefined ? before.promo : promo ? 1 : 0,
    due_on: typed(due, before.due_on, null, (text) => typedDay(text, now, 'future')),
    paid_minor: typed(
      paid === true ? undefined : paid,
      paid === true ? sum_minor : carried(before.paid_minor),
      0,
      sumAs('--paid'),
    ),
    items:
      items === undefined
        ? currency === before.currency
          ? before.items
          : carriedItems(before.items, carried)
        : itemsText(typedItems(items, currency)),
  }
}

/** What is absent stays, an empty text clears, the rest is read. */
const typed = <T>(text: string | undefined, before: T, cleared: T, read: (text: string) => T): T =>
  text === undefined ? before : text.trim() === '' ? cleared : read(text)

const itemsText = (items: readonly OrderItem[]): string | null => (items.length === 0 ? null : JSON.stringify(items))

const itemsIn = (text: string | null): OrderItem[] => JSON.parse(text ?? '[]') as OrderItem[]

const carriedItems = (text: string | null, carried: (minor: number) => number): string | null =>
  itemsText(
    itemsIn(text).map((item) => ({ ...item, sum_minor: item.sum_minor === null ? null : carried(item.sum_minor) })),
  )

/** The same figure in another currency: `--currency` mends what was noted wrongly and changes no money. */
function inCurrency(minor: number, from: string, to: string): number {
  if (from === to) return minor
  const decimal = decimalOf(minor, from)
  const same = minorOf(decimal, to)
  if (same === null) throw typedWrongly((words) => words.orders.errors.sum.exact('--currency', decimal, to))
  return same
}

export function refuseOverpaid({ paid_minor, sum_minor, currency }: OrderValues, { force }: Keeping): void {
  if (paid_minor <= sum_minor || force) return
  throw refused((words) => ({
    text: words.orders.errors.overpaid(moneyText(paid_minor, currency), moneyText(sum_minor, currency)),
    hint: words.orders.errors.overpaidHint,
  }))
}

/** What should be said of an order; of one that was changed, only what comes of the change. */
export function warningsOf({ model }: Deps, now: OrderValues, before: OrderValues | null): OrderWarning[] {
  const isNew = (...keys: (keyof OrderValues)[]): boolean =>
    before === null || keys.some((key) => before[key] !== now[key])
  const { sum_minor, currency, items, due_on, date } = now
  const warnings: OrderWarning[] = []
  const parts = itemsSum(itemsIn(items))
  const differs = parts.whole ? parts.sum_minor !== sum_minor : parts.sum_minor > sum_minor
  if (differs && isNew('items', 'sum_minor'))
    warnings.push({ is: 'items', items: moneyText(parts.sum_minor, currency), sum: moneyText(sum_minor, currency) })
  if (due_on !== null && due_on < date && isNew('due_on', 'date'))
    warnings.push({ is: 'due-before', due: due_on, date })
  if (inBase(0, currency, model) === null && isNew('currency'))
    warnings.push({ is: 'no-rate', currency, base: model.currency })
  return warnings
}
