import type { HistoryTargetKey } from '../../domain/history/columns.js'
import { plural } from '../plural.js'

const count = plural('en')

const targets: Record<HistoryTargetKey, string> = {
  'client.id': 'client (number in the base)',
  'client.external_id': 'client (outside id)',
  'client.phone': 'client (phone)',
  'client.email': 'client (e-mail)',
  'client.handle': 'client (messenger)',
  'client.name': 'client (name)',
  'client.family_name': 'client (family name)',
  'client.given_name': 'client (given name)',
  'client.patronymic': 'client (patronymic)',
  'client.company': 'client (company)',
  date: 'date',
  time: 'time',
  text: 'text',
  labelled: 'text, behind the column’s name',
  channel: 'channel',
  direction: 'in or out',
  result: 'result',
  purpose: 'purpose',
  minutes: 'minutes',
  seconds: 'how long (in seconds)',
  cost: 'cost',
  kind: 'kind of promise',
  state: 'done or not',
  'promise-date': 'next contact (a promise)',
  'promise-text': 'what was promised',
  snoozed: 'put off until',
  created: 'when it was noted',
  closed: 'when it was closed',
  'nothing.technical': 'left out (technical)',
  'nothing.sensitive': 'left out (too private to keep)',
  'nothing.empty-header': 'left out (no name)',
  'nothing.asked': 'left out (--map)',
  sum: 'sum',
  currency: 'currency',
  what: 'what was ordered',
  item: 'line of the order',
  quantity: 'quantity',
  price: 'price of one piece',
  items: 'lines of the order',
  stage: 'stage',
  promo: 'sold on offer or not',
  paid: 'paid',
  'paid-at': 'the day it was paid',
  due: 'to be paid by',
  'order-id': 'number of the order',
  'order-system': 'where the number comes from',
  'own-id': 'number of the order in the base',
  'nothing.unknown': 'left out (no place in an order)',
}

/** What the import of contacts, promises and orders says. */
export const history = {
  targets,
  needs: {
    client: 'None of the columns says whose the rows are.',
    date: 'None of the columns says when it was.',
    sum: 'None of the columns says for how much.',
  },
  needsHint: 'Name the columns yourself: --map "Column=client" --map "Other=date", for orders --map "Third=sum".',
  clientsMade: (number: number): string =>
    `${number} ${count(number, { one: 'client is', other: 'clients are' })} new: rows of clients that the base did not have (--create-clients)`,
  ordersMade: (number: number): string =>
    `${number} ${count(number, { one: 'order', other: 'orders' })}: some have several rows, a line of the order each`,
  perhapsOrders: 'This looks like a list of orders; they are read with --as orders.',
  paymentUntold: 'No column tells what was paid: orders count as paid, those still open as unpaid.',
  promisesMade: (number: number): string =>
    `${number} ${count(number, { one: 'promise', other: 'promises' })} among them`,
}

export type HistoryWords = typeof history
