import { type CivilDate, daysBetween } from '../domain/calendar.js'
import type { ClientCard, OrderRecord } from '../domain/client.js'
import { moneyText } from '../domain/money.js'
import { sumOf, unpaidOf } from '../domain/orders.js'
import { stageClass } from '../domain/stage.js'
import { usualOf } from '../domain/usual.js'
import type { Words } from '../words/en.js'
import { stageText } from './orders.js'
import { shortDate } from './when.js'

interface View {
  words: Words
  today: CivilDate
}

const SHOWN_UNPAID = 4

const unpaidMinor = ({ sum, paid, stage }: OrderRecord): number =>
  unpaidOf({ sum_minor: sumOf(sum).sum_minor, paid_minor: sumOf(paid).sum_minor, stage })

const unpaidSum = (order: OrderRecord): string => moneyText(unpaidMinor(order), sumOf(order.sum).currency)

const nameOf = ({ what, items }: OrderRecord): string | null =>
  what ?? (items.length === 0 ? null : items.map(({ name }) => name).join(', '))

/** What a client usually buys, what it came to, and what is not paid: rows of the card. */
export function buyingRows(card: ClientCard, { words, today }: View): [string, string][] {
  const said = words.orders.card
  const day = (date: CivilDate): string => shortDate(date, today, words)
  const rows: [string, string][] = []
  if (card.orders > 0 && card.spent !== null)
    rows.push([
      said.spent,
      said.spentIn(card.spent, card.orders, card.first_order_on === null ? null : day(card.first_order_on)),
    ])
  const usual = usualOf(card.purchases, today)
  usual.things.forEach(({ name, quantity, sum, times }, index) => {
    rows.push([index === 0 ? said.usual : '', said.usualThing(name, quantity, sum, times, usual.orders)])
  })
  if (usual.sum !== null && usual.things.length === 0)
    rows.push([said.usualSum, usual.sameSum ? words.orders.money(usual.sum) : said.about(usual.sum)])
  if (usual.months.length > 0) rows.push([said.season, said.months(usual.months)])
  const unpaid = card.purchases.filter((order) => unpaidMinor(order) > 0).sort(byDue)
  unpaid.slice(0, SHOWN_UNPAID).forEach((order, index) => {
    const late = order.due_on === null ? 0 : daysBetween(order.due_on, today)
    const due = order.due_on === null ? null : day(order.due_on)
    rows.push([index === 0 ? said.unpaid : '', said.unpaidOrder(order.id, unpaidSum(order), nameOf(order), due, late)])
  })
  if (unpaid.length > SHOWN_UNPAID) rows.push(['', words.card.more(unpaid.length - SHOWN_UNPAID)])
  if (card.expenses.length > 0)
    rows.push([
      said.expenses,
      sumText(
        card.expenses.map(({ sum }) => sum),
        words,
      ),
    ])
  return rows
}

/** What is to be paid first comes first, what has no day last. */
const byDue = (a: OrderRecord, b: OrderRecord): number =>
  (a.due_on ?? '9999') < (b.due_on ?? '9999') ? -1 : a.due_on === b.due_on ? a.id - b.id : 1

function sumText(sums: readonly string[], { orders }: Words): string {
  const totals = new Map<string, number>()
  for (const { currency, sum_minor } of sums.map(sumOf)) totals.set(currency, (totals.get(currency) ?? 0) + sum_minor)
  return orders.money([...totals].map(([currency, minor]) => moneyText(minor, currency)).join(' + '))
}

/** The latest orders, newest first: the day, and what is worth knowing of each. */
export function orderRows(orders: readonly OrderRecord[], { words, today }: View): [string, string][] {
  return orders.map((order) => {
    const { stage } = order
    const facts = [
      nameOf(order),
      stageClass(stage) === 'done' ? null : stageText(stage, words),
      order.promo ? words.orders.card.promo : null,
    ].filter((part) => part !== null && part !== '')
    const sum = `#${order.id} ${words.orders.money(order.sum)}`
    return [shortDate(order.date, today, words), facts.length === 0 ? sum : `${sum}  ${facts.join(' · ')}`]
  })
}
