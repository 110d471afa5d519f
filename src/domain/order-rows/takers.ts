import type { CivilDate } from '../calendar.js'
import type { RowProblem } from '../draft.js'
import type { HistoryColumn } from '../history/columns.js'
import { readDay } from '../history/date.js'
import { readWho } from '../history/who.js'
import { saysPaid } from '../stage.js'
import { currencyOfHeader } from '../tables/headers.js'
import { cleanLine } from '../text.js'
import { readItems, readQuantity } from './items.js'
import { currencyNamed, readSum } from './money.js'
import type { OrderContext, Row } from './rows.js'
import { readPaidWord, readPromo, readYesNo } from './words.js'

/** Puts the text of a cell where it belongs. */
export type Taker = (row: Row, text: string) => void

/** What is done with the cells of a column; null when nothing is. */
export function takerOf({ target, header }: HistoryColumn, context: OrderContext): Taker | null {
  switch (target.to) {
    case 'client':
      return (row, text) => {
        readWho(row.who, target.by, text, header, context.readPhone)
      }
    case 'text':
      return (row, text) => row.texts.push(cleanLine(text))
    case 'date':
      return (row, text) => {
        row.dateText = cleanLine(text)
        row.dateColumn = header
      }
    case 'what':
      return (row, text) => row.names.push(context.own ? text : cleanLine(text))
    case 'item':
      return (row, text) => {
        row.item = cleanLine(text)
      }
    case 'quantity':
      return (row, text) => {
        row.quantity = readQuantity(text)
      }
    case 'currency':
      return (row, text) => {
        const currency = currencyNamed(text)
        if (currency === null) row.problem ??= { code: 'bad-currency', value: cleanLine(text), column: header }
        else row.order.currency = currency
      }
    case 'sum':
    case 'price':
    case 'cost':
    case 'paid':
      return sumTaker(target.to, header, context)
    case 'stage':
      return (row, text) => {
        row.order.stage = cleanLine(text)
        if (saysPaid(row.order.stage)) row.paid ??= 'all'
      }
    case 'paid-at':
      return (row) => {
        row.paid ??= 'all'
      }
    case 'promo':
      return (row, text) => {
        row.order.promo = row.order.promo === true || readPromo(text)
      }
    case 'due':
      return (row, text) => {
        const due = dateOf(cleanLine(text), header, context)
        if (typeof due === 'string') row.order.due_on = due
        else if (due.code !== 'no-date') row.problem ??= due
      }
    default:
      return ownTaker(target.to)
  }
}

/** What only this program's own files have, and the order's number. */
function ownTaker(to: string): Taker | null {
  switch (to) {
    case 'order-id':
      return (row, text) => {
        row.order.external_id = cleanLine(text)
      }
    case 'order-system':
      return (row, text) => {
        row.order.external_system = cleanLine(text)
      }
    case 'items':
      return (row, text) => {
        row.order.items = readItems(text, row.order.currency)
      }
    case 'own-id':
      return (row, text) => {
        if (/^\d{1,15}$/.test(text)) row.order.own = { created_at: null, ...row.order.own, id: Number(text) }
      }
    case 'created':
      return (row, text) => {
        if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text))
          row.order.own = { id: null, ...row.order.own, created_at: text }
      }
    default:
      return null
  }
}

function sumTaker(to: 'sum' | 'price' | 'cost' | 'paid', header: string, context: OrderContext): Taker {
  const ofColumn = currencyOfHeader(header)
  return (row, text) => {
    if (to === 'paid') {
      const said = readYesNo(text) ?? readPaidWord(text)
      if (said !== null && !/^\d/.test(text)) {
        row.paid = said ? 'all' : 'nothing'
        return
      }
      // A way of paying says nothing of whether it was.
      if (!/\d/.test(text)) return
    }
    const read = readSum(text, header, ofColumn ?? row.order.currency, context.decimal)
    if (read === null) return
    if ('code' in read) {
      row.problem ??= read
      return
    }
    const currency = read.currency ?? ofColumn
    if (to === 'sum') {
      if (currency !== null) row.order.currency = currency
      row.order.sum_minor = read.minor
      row.hasSum = true
    } else if (currency !== null && currency !== row.order.currency && row.hasSum)
      row.problem ??= { code: 'bad-currency', value: cleanLine(text), column: header }
    else {
      if (currency !== null) row.order.currency = currency
      if (to === 'price') row.price = read.minor
      else if (to === 'cost') row.order.cost_minor = read.minor
      else row.paid = read.minor
    }
  }
}

/** The day of a cell; a moment is of the day that the user's clock had then. */
export function dateOf(text: string, column: string, context: OrderContext): CivilDate | RowProblem {
  const day = readDay(text, context)
  if (day.is === 'day') return day.date
  if (day.is === 'instant') return context.toLocal(day.at).date
  return day.is === 'none' ? { code: 'no-date' } : { code: day.is, value: text, column }
}
