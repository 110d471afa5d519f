import type { CivilDate } from '../calendar.js'
import type { DecimalMark } from '../cells/amount.js'
import type { RowProblem } from '../draft.js'
import type { HistoryContext } from '../history/cells.js'
import { newWho, type Who, type WhoDraft } from '../history/who.js'
import type { OrderItem } from './items.js'

/** An order as a row says it; null where it says nothing. Sums are minor units of the currency. */
export interface OrderEntry {
  date: CivilDate
  sum_minor: number
  currency: string
  what: string | null
  items: OrderItem[] | null
  stage: string | null
  cost_minor: number | null
  promo: boolean | null
  due_on: CivilDate | null
  paid_minor: number | null
  /** Some column of the file tells what was paid, or until when it is to be. */
  paymentTold: boolean
  external_id: string | null
  external_system: string | null
  /** Only in this program's own files. */
  own: { id: number | null; created_at: string | null } | null
}

/** A row of a list of orders, read, not yet joined to its client or to other lines of the same order. */
export interface OrderRow {
  who: Who
  order: OrderEntry
  /** The sum that was paid, or by a word that all of it or nothing was. */
  paid: number | 'all' | 'nothing' | null
  hasSum: boolean
  /** What it lacks to be an order of its own; it may still be a further line of the order before. */
  missing: RowProblem | null
}

export interface OrderContext extends HistoryContext {
  /** Which sign begins the fraction in the sums, once that is known. */
  decimal: DecimalMark | null
  /** Where the orders' numbers come from. */
  system: string | null
  /** Rows of one number are lines, whose sums make up the order's; else each has the order's whole sum. */
  sumsAreOfLines: boolean
}

/** A row while its cells are read. */
export interface Row extends OrderRow {
  who: WhoDraft
  texts: string[]
  names: string[]
  item: string | null
  quantity: string | null
  price: number | null
  dateText: string
  dateColumn: string
  problem: RowProblem | null
}

export function newRow({ currency, system }: OrderContext, paymentTold: boolean): Row {
  return {
    who: newWho(),
    order: {
      date: '',
      sum_minor: 0,
      currency,
      what: null,
      items: null,
      stage: null,
      cost_minor: null,
      promo: null,
      due_on: null,
      paid_minor: null,
      paymentTold,
      external_id: null,
      external_system: system,
      own: null,
    },
    paid: null,
    hasSum: false,
    missing: null,
    texts: [],
    names: [],
    item: null,
    quantity: null,
    price: null,
    dateText: '',
    dateColumn: '',
    problem: null,
  }
}
