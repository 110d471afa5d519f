import type { HistoryColumn } from '../history/columns.js'
import { stageClass } from '../stage.js'
import { orderRoleOf } from './headers.js'
import type { OrderEntry } from './rows.js'

const PAYMENT: ReadonlySet<string> = new Set(['paid', 'paid-at', 'due'])

/** Does any column tell what was paid, or until when it is to be paid? */
export const tellsOfPayment = (columns: readonly Pick<HistoryColumn, 'header' | 'target'>[]): boolean =>
  columns.some(
    // «Статус оплаты» stands for the stage where nothing else does.
    ({ header, target: { to } }) => PAYMENT.has(to) || (to === 'stage' && orderRoleOf(header) === 'payment'),
  )

/** What was paid of a new order. A file that never speaks of payment lists no debts: what is done in it is paid. */
export const paidOfNew = ({ paid_minor, paymentTold, stage, sum_minor }: OrderEntry): number =>
  paid_minor ?? (!paymentTold && stageClass(stage) === 'done' ? sum_minor : 0)

interface Paid {
  sum_minor: number
  paid_minor: number
  stage: string | null
  due_on: string | null
}

/**
 * What a newer file makes of the payment of an order that is there; null when it leaves that alone. One that never speaks of
 * payment makes paid what it has brought to its end, and lets what was paid in full follow the sum; what a user noted stays.
 */
export function paidOfKnown(there: Paid, entry: OrderEntry): number | null {
  if (entry.paymentTold || entry.paid_minor !== null) return entry.paid_minor
  if (there.due_on !== null || stageClass(entry.stage ?? there.stage) !== 'done') return null
  const wasDone = stageClass(there.stage) === 'done'
  const follows = wasDone ? there.paid_minor === there.sum_minor : there.paid_minor === 0
  return follows ? entry.sum_minor : null
}
