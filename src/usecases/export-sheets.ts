import type { Clock } from '../domain/calendar.js'
import type { ClientCard, CustomField, FieldType } from '../domain/client.js'
import { CARD_COLUMNS, cardCells } from '../domain/records.js'
import type { Deps } from './deps.js'
import { customCells, customTitle } from './exporting.js'

type Cell = string | number | null
type CellKind = 'text' | 'date' | 'datetime' | 'number'

export interface SheetColumn {
  title: string
  /** `date` cells are `YYYY-MM-DD`, `datetime` cells `YYYY-MM-DDTHH:MM` by the user's clock; what does not fit stays text. */
  kind: CellKind
}

export interface Sheet {
  name: string
  columns: SheetColumn[]
  rows: Cell[][]
}

/** Letters that a cell takes. Source: Microsoft, "Excel specifications and limits". */
const LONGEST_CELL = 32_767

const CARD_KINDS: Partial<Record<(typeof CARD_COLUMNS)[number], CellKind>> = {
  id: 'number',
  birthday: 'date',
  referred_by: 'number',
  consent_at: 'date',
  verified_at: 'date',
  contacts: 'number',
}

const CUSTOM_KINDS: Partial<Record<FieldType, CellKind>> = { number: 'number', money: 'number', date: 'date' }

const columnsOf = (keys: readonly string[], kinds: Record<string, CellKind>): SheetColumn[] =>
  keys.map((title) => ({ title, kind: kinds[title] ?? 'text' }))

const CONTACTS = columnsOf(
  'client_id client at at_local channel direction result purpose minutes cost text'.split(' '),
  { client_id: 'number', at_local: 'datetime', minutes: 'number', cost: 'number' },
)
const PROMISES = columnsOf(
  'client_id client kind due time text state snoozed_until created_at closed_at why'.split(' '),
  {
    client_id: 'number',
    due: 'date',
    snoozed_until: 'date',
  },
)
/** Sums are numbers, so that a spreadsheet can add them up, with their currency beside them. */
const ORDERS = columnsOf(
  'client_id client date sum currency what stage cost promo due paid items external_system external_id created_at'.split(
    ' ',
  ),
  { client_id: 'number', date: 'date', sum: 'number', cost: 'number', due: 'date', paid: 'number' },
)
const EXPENSES = columnsOf('client_id client date sum currency what created_at'.split(' '), {
  client_id: 'number',
  date: 'date',
  sum: 'number',
})
const CARE_KEYS = [
  'warmth',
  'warmth_until',
  'warmth_reason',
  'cadence_days',
  'paused_until',
  'paused_reason',
  'set_at',
] as const
const CARE = columnsOf(['client_id', 'client', ...CARE_KEYS], {
  client_id: 'number',
  warmth_until: 'date',
  cadence_days: 'number',
  paused_until: 'date',
})
const DATES = columnsOf('client_id client occasion who date remind_days gift'.split(' '), {
  client_id: 'number',
  date: 'date',
  remind_days: 'number',
})

type SheetName = 'clients' | 'companies' | 'contacts' | 'promises' | 'orders' | 'expenses' | 'care' | 'dates'

/** `1250.00 UAH` as the number and the currency. */
const moneyParts = (sum: string): [string, string] => {
  const [amount = '', currency = ''] = sum.split(' ')
  return [amount, currency]
}

export interface Workbook {
  add(cards: readonly ClientCard[]): void
  sheets(): Sheet[]
  /** How many cells were longer than a cell may be, and were cut. */
  cut(): number
}

/** The sheets of an exported workbook, filled in portions. Titles are the keys that `import` knows. */
export async function workbookOf(deps: Deps): Promise<Workbook> {
  return newWorkbook(await deps.store.clients.customFields(), deps.clock.toLocal)
}

export function newWorkbook(fields: readonly CustomField[], toLocal: Clock['toLocal']): Workbook {
  const columns = [
    ...columnsOf(CARD_COLUMNS, CARD_KINDS),
    ...fields.map((field): SheetColumn => ({ title: customTitle(field), kind: CUSTOM_KINDS[field.type] ?? 'text' })),
  ]
  const rows: Record<SheetName, Cell[][]> = {
    clients: [],
    companies: [],
    contacts: [],
    promises: [],
    orders: [],
    expenses: [],
    care: [],
    dates: [],
  }
  let cut = 0
  const fitting = (cell: Cell): Cell => {
    if (typeof cell !== 'string' || cell.length <= LONGEST_CELL) return cell
    cut += 1
    // Never through the middle of a letter that takes two places.
    return cell.slice(0, LONGEST_CELL).replace(/[\ud800-\udbff]$/, '')
  }
  const put = (list: Cell[][], cells: Cell[]): void => {
    list.push(cells.map(fitting))
  }
  const localTime = (at: string): string => {
    const { date, time } = toLocal(new Date(at))
    return `${date}T${time}`
  }
  const add = (card: ClientCard): void => {
    const { id, name } = card
    put(card.kind === 'company' ? rows.companies : rows.clients, [...cardCells(card), ...customCells(fields, card)])
    for (const { at, channel, direction, result, purpose, minutes, cost, text } of card.history)
      put(rows.contacts, [id, name, at, localTime(at), channel, direction, result, purpose, minutes, cost, text])
    for (const { kind, due, time, text, state, snoozed_until, created_at, closed_at, why } of card.promises)
      put(rows.promises, [id, name, kind, due, time, text, state, snoozed_until, created_at, closed_at, why])
    for (const order of card.purchases) {
      const { date, what, stage, promo, due_on, items, external_system, external_id, created_at } = order
      const [sum, currency] = moneyParts(order.sum)
      const [cost, paid] = [order.cost === null ? null : moneyParts(order.cost)[0], moneyParts(order.paid)[0]]
      const lines = items.length === 0 ? null : JSON.stringify(items)
      const told = [lines, external_system, external_id, created_at]
      put(rows.orders, [id, name, date, sum, currency, what, stage, cost, promo ? 'yes' : null, due_on, paid, ...told])
    }
    for (const { date, sum, what, created_at } of card.expenses)
      put(rows.expenses, [id, name, date, ...moneyParts(sum), what, created_at])
    if (card.care !== null) {
      const { care } = card
      put(rows.care, [id, name, ...CARE_KEYS.map((key) => care[key])])
    }
    for (const { occasion, who, date, remind_days, gift } of card.dates)
      put(rows.dates, [id, name, occasion, who, date, remind_days, gift])
  }
  return {
    add: (cards) => cards.forEach(add),
    sheets: () => [
      { name: 'clients', columns, rows: rows.clients },
      { name: 'companies', columns, rows: rows.companies },
      { name: 'contacts', columns: CONTACTS, rows: rows.contacts },
      { name: 'promises', columns: PROMISES, rows: rows.promises },
      { name: 'orders', columns: ORDERS, rows: rows.orders },
      { name: 'expenses', columns: EXPENSES, rows: rows.expenses },
      { name: 'care', columns: CARE, rows: rows.care },
      { name: 'dates', columns: DATES, rows: rows.dates },
    ],
    cut: () => cut,
  }
}
