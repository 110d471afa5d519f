import type { CivilDate } from '../domain/calendar.js'
import type { ExpenseRecord, OrderRecord } from '../domain/client.js'
import { moneyText } from '../domain/money.js'
import { sumOf } from '../domain/orders.js'
import { stageClass } from '../domain/stage.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { padEnd, type TableColumn, widthOf, wrap } from './table.js'
import { shortDate } from './when.js'

type Order = OrderRecord & { client: string; unpaid: string }
type Expense = ExpenseRecord & { client: string }

const decimal = (money: string | null): string => money?.split(' ')[0] ?? ''
const currencyOf = (money: string): string => money.split(' ')[1] ?? ''

const isZero = (money: string): boolean => sumOf(money).sum_minor === 0
const hasCoins = (money: string): boolean => /\.\d*[1-9]/.test(money)

/** `logo × 2 = 1000.00; cards`, which `--items` reads back. */
const itemsCell = (items: Order['items']): string =>
  items
    .map(({ name, quantity, sum }) =>
      [name, ...(quantity === '1' ? [] : ['×', quantity]), ...(sum === null ? [] : ['=', decimal(sum)])].join(' '),
    )
    .join('; ')

/** One view of the columns feeds CSV and TSV; sums without their currency, which has a column of its own. */
const ENTRY_CELLS: Record<string, (entry: Order | Expense) => string> = {
  id: ({ id }) => String(id),
  date: ({ date }) => date,
  client_id: ({ client_id }) => String(client_id),
  client: ({ client }) => client,
  sum: ({ sum }) => decimal(sum),
  currency: ({ sum }) => currencyOf(sum),
  what: ({ what }) => what ?? '',
}

const ORDER_CELLS: Record<string, (order: Order) => string> = {
  ...ENTRY_CELLS,
  items: ({ items }) => itemsCell(items),
  stage: ({ stage }) => stage ?? '',
  cost: ({ cost }) => decimal(cost),
  promo: ({ promo }) => (promo ? 'yes' : 'no'),
  due_on: ({ due_on }) => due_on ?? '',
  paid: ({ paid }) => decimal(paid),
  unpaid: ({ unpaid }) => decimal(unpaid),
  external_system: ({ external_system }) => external_system ?? '',
  external_id: ({ external_id }) => external_id ?? '',
  created_at: ({ created_at }) => created_at,
}

const EXPENSE_CELLS: Record<string, (expense: Expense) => string> = {
  ...ENTRY_CELLS,
  created_at: ({ created_at }) => created_at,
}

const cellsOf = <T>(cells: Record<string, (record: T) => string>, records: readonly T[]): string[][] => [
  Object.keys(cells),
  ...records.map((record) => Object.values(cells).map((cell) => cell(record))),
]

/** Orders as cells under their keys, for scripts. */
export const ordersAsCells = (orders: readonly Order[]): string[][] => cellsOf(ORDER_CELLS, orders)
export const expensesAsCells = (expenses: readonly Expense[]): string[][] => cellsOf(EXPENSE_CELLS, expenses)

interface View {
  words: Words
  today: CivilDate
  /** All are of one client, so that its name says nothing. */
  ofOne: boolean
  /** Room on the terminal; null where there is no end to it. */
  width: number | null
}

/** What a narrow terminal can do without, first the least. A sum that is cut would be another sum. */
const DISPENSABLE = ['promo', 'stage', 'due_on', 'unpaid'] as const
const LEAST_FLEXIBLE = 9

type Column = TableColumn & { key: keyof Words['orders']['list']['columns'] }

function table<T>(
  { words, ofOne, width }: View,
  records: readonly T[],
  cells: Partial<Record<Column['key'], (record: T) => string>>,
): { columns: Column[]; rows: string[][] } {
  const right = new Set<Column['key']>(['id', 'sum', 'unpaid'])
  const flexible = new Set<Column['key']>(['client', 'what', 'stage'])
  const all = (Object.keys(cells) as Column['key'][])
    .filter((key) => !(ofOne && key === 'client'))
    .map((key) => ({
      key,
      title: words.orders.list.columns[key],
      texts: records.map((record) => cells[key]?.(record) ?? ''),
      ...(right.has(key) ? { align: 'right' as const } : {}),
      ...(flexible.has(key) ? { flexible: true } : {}),
    }))
  // A column in which nothing stands only takes room.
  let kept = all.filter(({ texts }) => texts.some((text) => text !== ''))
  const room = ({ title, texts, flexible: gives }: (typeof all)[number]): number => {
    const natural = Math.max(widthOf(title), ...texts.map((text) => widthOf(safe(text))))
    return 2 + (gives ? Math.min(natural, LEAST_FLEXIBLE) : natural)
  }
  for (const key of DISPENSABLE)
    if (width !== null && kept.reduce((sum, column) => sum + room(column), -2) > width)
      kept = kept.filter((column) => column.key !== key)
  return {
    columns: kept.map(({ texts, ...column }) => column),
    rows: records.map((_, row) => kept.map(({ texts }) => texts[row] ?? '')),
  }
}

/** Orders as people read them. */
export function orderTable(orders: readonly Order[], view: View): ReturnType<typeof table> {
  const { words, today } = view
  const exact = orders.some(({ sum, unpaid }) => hasCoins(sum) || hasCoins(unpaid))
  const money = (text: string): string => words.orders.money(text, exact)
  return table(view, orders, {
    id: ({ id }) => String(id),
    date: ({ date }) => shortDate(date, today, words),
    client: ({ client }) => client,
    sum: ({ sum }) => money(sum),
    what: ({ what, items }) => what ?? items.map(({ name }) => name).join(', '),
    stage: ({ stage }) => stage ?? '',
    promo: ({ promo }) => (promo ? words.orders.list.promo : ''),
    unpaid: ({ unpaid }) => (isZero(unpaid) ? '' : money(unpaid)),
    due_on: ({ due_on, unpaid }) => (due_on === null || isZero(unpaid) ? '' : shortDate(due_on, today, words)),
  })
}

export function expenseTable(expenses: readonly Expense[], view: View): ReturnType<typeof table> {
  const { words, today } = view
  const exact = expenses.some(({ sum }) => hasCoins(sum))
  return table(view, expenses, {
    id: ({ id }) => String(id),
    date: ({ date }) => shortDate(date, today, words),
    client: ({ client }) => client,
    sum: ({ sum }) => words.orders.money(sum, exact),
    what: ({ what }) => what ?? '',
  })
}

/** One order with all that is known of it. */
export function drawOrder(
  order: Order,
  { words, style, width, today }: { words: Words; style: Style; width: number; today: CivilDate },
): string {
  const { order: titles, money } = words.orders
  const cost = order.cost === null ? null : sumOf(order.cost)
  const margin = cost === null ? null : moneyText(sumOf(order.sum).sum_minor - cost.sum_minor, cost.currency)
  const rows: [string, string | null][] = [
    [titles.client, `${order.client}  #${order.client_id}`],
    [titles.date, shortDate(order.date, today, words)],
    [titles.sum, money(order.sum)],
    [titles.what, order.what],
    [titles.items, itemLines(order.items, words)],
    [titles.stage, stageText(order.stage, words)],
    [titles.cost, order.cost === null ? null : money(order.cost)],
    [titles.margin, margin === null ? null : money(margin)],
    [titles.promo, order.promo ? titles.inPromo : null],
    [titles.paid, isZero(order.paid) ? null : money(order.paid)],
    [titles.unpaid, isZero(order.unpaid) ? null : money(order.unpaid)],
    [titles.due, order.due_on === null ? null : shortDate(order.due_on, today, words)],
  ]
  const shown = rows.filter((row): row is [string, string] => row[1] !== null && row[1] !== '')
  const left = Math.max(...shown.map(([label]) => widthOf(label)))
  const lines = shown.flatMap(([label, value]) =>
    wrap(value, Math.max(20, width - left - 4)).map((line, index) =>
      `  ${style.muted(padEnd(index === 0 ? label : '', left))}  ${line}`.trimEnd(),
    ),
  )
  return `${[style.title(titles.title(order.id)), ...lines].join('\n')}\n`
}

const itemLines = (items: Order['items'], { orders }: Words): string =>
  items
    .map(
      ({ name, quantity, sum }) =>
        `${name}${quantity === '1' ? '' : ` × ${quantity}`}${sum === null ? '' : ` = ${orders.money(sum)}`}`,
    )
    .join('\n')

/** A stage by the user's own word, and by what it counts as when that says more. */
export function stageText(stage: string | null, { orders }: Words): string {
  const known = orders.order.classes[stageClass(stage)]
  if (stage === null) return ''
  return stage.toLowerCase() === known || stage === stageClass(stage) ? known : safe(stage)
}
