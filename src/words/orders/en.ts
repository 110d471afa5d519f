import type { StageClass } from '../../domain/stage.js'
import type { Behaviour } from '../../domain/standing/standing.js'
import { plural } from '../plural.js'
import { moneyWriter } from './money.js'

const count = plural('en')
const money = moneyWriter({ thousands: ',', mark: '.', signs: {} })

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const days = (number: number): string => `${number} ${count(number, { one: 'day', other: 'days' })}`
const orderCount = (number: number): string => `${number} ${count(number, { one: 'order', other: 'orders' })}`
const about = (name: string, sum: string, what: string | null): string =>
  [name, money(sum), what].filter((part) => part !== null).join(', ')

/** How often, in whole months where days say nothing: `every 30 days`, `every 6 months`, `once a year`. */
function every(gap: number): string {
  if (gap < 50) return gap <= 1 ? 'every day' : `every ${days(gap)}`
  const months = Math.round(gap / 30.4)
  if (months >= 11 && months <= 13) return 'once a year'
  return months > 18 ? `every ${Math.round(gap / 365)} years` : `every ${months} months`
}

/** What is said of orders. */
export const orders = {
  /** `"1250.00 UAH"` as people write it; kopecks only where there are any, unless `exact`. */
  money,
  /** An order or expense in one line, for lists of what is near. */
  line: (id: number, date: string, client: string, sum: string, what: string | null): string =>
    `${String(id).padStart(6)}  ${date}  ${about(client, sum, what)}`,

  errors: {
    sum: {
      ambiguous: (flag: string, text: string): string =>
        `${flag}: “${text}” can be read two ways; write a thousand as 1000 and a fraction as 1.5.`,
      negative: (flag: string, text: string): string => `${flag} takes a sum of zero or more, not “${text}”.`,
      exact: (flag: string, text: string, currency: string): string =>
        `${flag}: “${text}” has more digits behind the point than ${currency} has.`,
      large: (flag: string, text: string): string => `${flag}: “${text}” is too large.`,
      currency: (flag: string, text: string, _currency: string, wanted: string): string =>
        `${flag}: “${text}” is not in ${wanted}, the currency this is kept in.`,
    },
    torn: (sum: string, next: string): string =>
      `Is the sum ${sum} or ${sum} ${next}? Write it without spaces, or in quotes.`,
    currency: (text: string): string => `“${text}” is not a currency; one looks like UAH, USD, EUR.`,
    items: (text: string): string => `--items: “${text}” cannot be read.`,
    itemsHint: 'Items look like: "logo 2 x 500; business cards = 1200; consultation".',
    overpaid: (paid: string, sum: string): string => `${money(paid)} would be paid of an order of ${money(sum)}.`,
    overpaidHint: 'If that is right, repeat with --force.',
    paidBelow: (id: number, paid: string): string => `Of order ${id} no more than ${money(paid)} is paid.`,
    noOrder: (id: number): string => `There is no order ${id}.`,
    noOrderHint: 'Numbers are those that “clientele order list” shows.',
    noExpense: (id: number): string => `There is no expense ${id}.`,
    noExpenseHint: 'Numbers are those that “clientele expense list” shows.',
    nothingToChange: 'Say what to change, with flags like --sum or --stage.',
    backwards: (from: string, to: string): string => `The period ends before it begins: ${from} to ${to}.`,
  },

  warnings: {
    items: (items: string, sum: string): string =>
      `Note: the items come to ${money(items)}, the order to ${money(sum)}.`,
    noRate: (currency: string, base: string): string =>
      `Note: there is no rate of ${currency}, so it is not added to sums in ${base}. ` +
      `Set one with: clientele config set rates ${currency}=…`,
    dueBefore: (due: string, date: string): string => `Note: due ${due}, before the order itself (${date}).`,
  },

  done: {
    added: (id: number, name: string, sum: string, what: string | null): string =>
      `Order ${id}: ${about(name, sum, what)}.`,
    wouldAdd: (name: string, sum: string, what: string | null): string => `Would add: ${about(name, sum, what)}.`,
    changed: (id: number, name: string, sum: string, what: string | null): string =>
      `Order ${id} is changed: ${about(name, sum, what)}.`,
    wouldChange: (id: number, name: string, sum: string, what: string | null): string =>
      `Would change order ${id}: ${about(name, sum, what)}.`,
    paid: (id: number, name: string, sum: string): string => `Order ${id} is paid: ${name}, ${money(sum)}.`,
    paidPart: (id: number, name: string, paid: string, unpaid: string): string =>
      `Order ${id}, ${name}: ${money(paid)} paid, ${money(unpaid)} to go.`,
    wouldPay: (id: number, name: string, paid: string, unpaid: string): string =>
      `Of order ${id}, ${name}, ${money(paid)} would be paid, ${money(unpaid)} left.`,
    removed: (id: number, name: string, sum: string, what: string | null): string =>
      `Order ${id} is removed: ${about(name, sum, what)}. Take it back with: clientele undo`,
    wouldRemove: (id: number, name: string, sum: string, what: string | null): string =>
      `Would remove order ${id}: ${about(name, sum, what)}.`,
    becameClient: (name: string, was: 'lead' | 'client' | 'former'): string =>
      was === 'lead' ? `${name} is a client now, no longer a lead.` : `${name} is a client again.`,
    expenseAdded: (id: number, name: string, sum: string, what: string | null): string =>
      `Expense ${id}: ${about(name, sum, what)}.`,
    wouldAddExpense: (name: string, sum: string, what: string | null): string =>
      `Would add the expense: ${about(name, sum, what)}.`,
    expenseRemoved: (id: number, name: string, sum: string, what: string | null): string =>
      `Expense ${id} is removed: ${about(name, sum, what)}. Take it back with: clientele undo`,
    wouldRemoveExpense: (id: number, name: string, sum: string, what: string | null): string =>
      `Would remove expense ${id}: ${about(name, sum, what)}.`,
  },

  list: {
    empty: 'No order fits.',
    noExpenses: 'No expense fits.',
    columns: {
      id: 'No.',
      date: 'Date',
      client: 'Client',
      sum: 'Sum',
      what: 'What',
      stage: 'Stage',
      promo: 'Promo',
      unpaid: 'Unpaid',
      due_on: 'Due',
    },
    promo: 'yes',
    total: (number: number, sum: string, unpaid: string | null): string =>
      `${orderCount(number)}, ${money(sum)}${unpaid === null ? '' : `, ${money(unpaid)} unpaid`}`,
    leftOut: (number: number): string =>
      `without ${number} ${count(number, { one: 'offer or cancelled order', other: 'offers and cancelled orders' })}`,
    shown: (number: number): string => `the latest ${number} shown`,
    expenses: (number: number, sum: string): string =>
      `${number} ${count(number, { one: 'expense', other: 'expenses' })}, ${money(sum)}`,
  },

  order: {
    title: (id: number): string => `Order ${id}`,
    client: 'Client',
    date: 'Date',
    sum: 'Sum',
    what: 'What',
    items: 'Items',
    stage: 'Stage',
    cost: 'Cost',
    margin: 'Margin',
    promo: 'Promo',
    inPromo: 'bought in a promotion',
    paid: 'Paid',
    unpaid: 'To be paid',
    due: 'Due',
    classes: { offer: 'offer', open: 'in work', done: 'done', cancelled: 'cancelled' } as Record<StageClass, string>,
  },

  card: {
    sections: { buys: 'What they buy', orders: 'Orders' },
    behaviour: {
      regular: 'orders regularly',
      impulsive: 'buys on impulse',
      'sale-only': 'buys only in promotions',
      'clear-need': 'always buys the same',
      'asks-never-buys': 'asks and never buys',
      'never-answers': 'never answers',
      'over-touched': 'contacted too often',
      advocate: 'recommends, does not order',
      paused: 'paused',
    } as Record<Behaviour, string>,
    /** One line of why, from what is computed. */
    why: {
      byHand: (until: string | null, reason: string | null): string =>
        `set by hand${until === null ? '' : ` until ${until}`}${reason === null ? '' : `: ${reason}`}`,
      paused: (until: string, reason: string | null): string =>
        `paused until ${until}${reason === null ? '' : `: ${reason}`}`,
      noContact: 'no contact yet',
      lastAnswer: (ago: number): string =>
        ago === 0 ? 'in touch today, no order yet' : `last in touch ${days(ago)} ago, no order yet`,
      neverAnswered: (contacts: number): string =>
        `${contacts} ${count(contacts, { one: 'contact', other: 'contacts' })}, none answered`,
      lastOrder: (ago: number): string => (ago === 0 ? 'ordered today' : `last order ${days(ago)} ago`),
      onlyOrder: (ago: number): string =>
        ago === 0 ? 'the only order is of today' : `the only order was ${days(ago)} ago`,
      expected: (gap: number, date: string): string => `orders about ${every(gap)}, the next expected around ${date}`,
      due: (gap: number, date: string): string => `orders about ${every(gap)}, the next is due (around ${date})`,
      late: (gap: number, late: number): string => `orders about ${every(gap)}, now ${days(late)} late`,
      lost: (gap: number, ago: number): string => `ordered about ${every(gap)}, the last time ${days(ago)} ago`,
      offer: (date: string): string => `an offer of ${date} is open`,
      agreed: (date: string): string => `agreed on ${date}`,
      leaveUntil: (date: string): string => `leave in peace until ${date}`,
    },
    spent: 'in all',
    spentIn: (sum: string, number: number, since: string | null): string =>
      `${money(sum)} in ${orderCount(number)}${since === null ? '' : ` since ${since}`}`,
    usual: 'the usual',
    usualThing: (name: string, quantity: string | null, sum: string | null, times: number, of: number): string =>
      `${name}${quantity === null ? '' : ` × ${quantity}`}${sum === null ? '' : `, ${money(sum)}`}` +
      `  (${times} of ${of})`,
    usualSum: 'usual sum',
    about: (sum: string): string => `about ${money(sum)}`,
    season: 'season',
    months: (numbers: readonly number[]): string => numbers.map((number) => MONTHS[number - 1]).join(', '),
    unpaid: 'unpaid',
    unpaidOrder: (id: number, sum: string, what: string | null, due: string | null, late: number): string =>
      `#${id} ${money(sum)}${what === null ? '' : `, ${what}`}` +
      `${due === null ? '' : late > 0 ? ` – was due ${due}, ${days(late)} late` : ` – due ${due}`}`,
    inWork: 'in work',
    offer: 'offer',
    expenses: 'expenses',
    toPay: (sum: string): string => `${money(sum)} unpaid`,
    promo: 'promo',
  },

  help: {
    order: {
      add: 'write an order down',
      list: 'orders of a client, or of all, newest first',
      show: 'one order with its items',
      edit: 'change an order',
      pay: 'note a payment',
      remove: 'remove an order by its number',
    },
    expense: {
      add: 'write down what a client cost',
      list: 'expenses, newest first',
      remove: 'remove an expense by its number',
    },
    args: {
      sum: "1250, 1250.50, '1 250,50', 20usd, '$20'; from the items when left out",
      expenseSum: "1250, 1250.50, '1 250,50', 20usd, '$20'",
      payment: 'how much; all that is left when left out; -500 takes a payment back',
      what: 'what was ordered',
      cost: 'what for',
      number: 'the number that the list shows',
      clientOrFilter: 'a client, or a filter',
    },
    flags: {
      date: 'day of the order; today when left out',
      stage: 'where it is: offer, in work, done, cancelled, or a word of yours',
      cost: 'what it cost you',
      promo: 'bought in a promotion',
      noPromo: 'not bought in a promotion',
      items: 'parts: "logo 2 x 500; business cards = 1200"',
      due: 'when it is to be paid',
      paid: 'what is paid already; all of it when no sum stands behind it',
      currency: 'currency, like UAH or USD; else that of the settings',
      what: 'what was ordered',
      sum: 'the sum',
      client: 'move it to this client',
      force: 'even if more is paid than it comes to',
      unpaid: 'only those not paid in full',
      onlyStage: 'only those at this stage',
      from: 'from this day, month or year on',
      to: 'up to and with this day, month or year',
      period: '2026, 2026-11, 2026-01-15..2026-02-14',
      expenseDate: 'day of the expense; today when left out',
    },
  },
}
