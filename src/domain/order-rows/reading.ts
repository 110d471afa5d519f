import type { CivilDate } from '../calendar.js'
import type { RowProblem } from '../draft.js'
import type { HistoryColumn } from '../history/columns.js'
import { finishWho, saysNobody } from '../history/who.js'
import { decodeEntities } from '../reading/entities.js'
import { cleanText } from '../text.js'
import { timesQuantity } from './items.js'
import { tellsOfPayment } from './paying.js'
import { newRow, type OrderContext, type OrderRow, type Row } from './rows.js'
import { dateOf, type Taker, takerOf } from './takers.js'

/** A cell that is crossed out. */
const NOTHING = /^[-\u2010-\u2015]+$/u

/** Makes the reader of a file's rows, once for all of them; what it gives is a row, or why the row is none. */
export function orderReader(
  columns: readonly HistoryColumn[],
  context: OrderContext,
): (cells: readonly string[]) => OrderRow | RowProblem {
  // Sums wait for the currency, which a column behind them may name.
  const passes = [takersFor(columns, context, isNotSum), takersFor(columns, context, isSum)]
  const dates = new Map<string, CivilDate | RowProblem>()
  const paymentTold = context.own || tellsOfPayment(columns)
  return (cells) => {
    const row = newRow(context, paymentTold)
    for (const takers of passes)
      for (const { index, take } of takers) {
        const cell = cells[index]
        if (cell === undefined || cell === '') continue
        const clean = cleanText(cell)
        const text = context.own ? clean : decodeEntities(clean)
        if (text !== '' && (context.own || !NOTHING.test(text))) take(row, text)
      }
    if (row.problem) return row.problem
    let date = dates.get(row.dateText)
    if (date === undefined) {
      date = dateOf(row.dateText, row.dateColumn, context)
      if (dates.size > 5_000) dates.clear()
      dates.set(row.dateText, date)
    }
    return finished(row, date, context)
  }
}

const isSum = ({ target: { to } }: HistoryColumn): boolean =>
  to === 'sum' || to === 'cost' || to === 'paid' || to === 'price'
const isNotSum = (column: HistoryColumn): boolean => !isSum(column)

const takersFor = (
  columns: readonly HistoryColumn[],
  context: OrderContext,
  wanted: (column: HistoryColumn) => boolean,
): { index: number; take: Taker }[] =>
  columns.filter(wanted).flatMap((column) => {
    const take = takerOf(column, context)
    return take === null ? [] : [{ index: column.index, take }]
  })

const joined = (names: readonly string[], texts: readonly string[]): string | null =>
  [...new Set([...names, ...texts])].join('; ') || null

/** The row is read: what its cells say together. */
function finished(row: Row, date: CivilDate | RowProblem, { sumsAreOfLines }: OrderContext): OrderRow | RowProblem {
  const { order, names, texts, item, quantity, price } = row
  const who = finishWho(row.who)
  if (typeof date === 'string') order.date = date
  else if (date.code !== 'no-date') return date
  const ofLine = price === null ? null : timesQuantity(price, quantity ?? '1')
  if (!row.hasSum && ofLine !== null && (order.external_id === null || sumsAreOfLines)) {
    order.sum_minor = ofLine
    row.hasSum = true
  }
  if (item !== null && (quantity !== null || price !== null || names.length > 0))
    order.items = [
      {
        name: item,
        quantity: quantity ?? '1',
        sum_minor: ofLine ?? (sumsAreOfLines && row.hasSum ? order.sum_minor : null),
      },
    ]
  if (names.length === 0 && item !== null) names.push(item)
  order.what = names.length + texts.length === 1 ? (names[0] ?? texts[0] ?? null) : joined(names, texts)
  if (order.external_id === null && order.own === null) order.external_system = null
  const missing: RowProblem | null = saysNobody(who)
    ? { code: 'no-client' }
    : order.date === ''
      ? { code: 'no-date' }
      : row.hasSum
        ? null
        : { code: 'no-sum' }
  return { who, order, paid: row.paid, hasSum: row.hasSum, missing }
}
