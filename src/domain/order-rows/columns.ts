import type { HistoryTarget, Single } from '../history/targets.js'
import { normaliseHeader } from '../tables/headers.js'
import { type OrderRole, orderRoleOf } from './headers.js'

/** Names that `--map "Column=field"` takes beside those of the client. */
export const ORDER_FIELDS: Readonly<Record<string, Single>> = {
  date: 'date',
  sum: 'sum',
  amount: 'sum',
  currency: 'currency',
  what: 'what',
  item: 'item',
  quantity: 'quantity',
  price: 'price',
  stage: 'stage',
  cost: 'cost',
  promo: 'promo',
  paid: 'paid',
  due: 'due',
  due_on: 'due',
  order: 'order-id',
  order_id: 'order-id',
  external_id: 'order-id',
  created: 'created',
}

/** The columns of orders as this program writes them: the sheet «orders», and `order list` as JSON. */
export const OWN_ORDERS: Readonly<Record<string, HistoryTarget>> = {
  id: { to: 'own-id' },
  client_id: { to: 'client', by: 'id' },
  client: { to: 'client', by: 'name' },
  date: { to: 'date' },
  sum: { to: 'sum' },
  currency: { to: 'currency' },
  what: { to: 'what' },
  items: { to: 'items' },
  stage: { to: 'stage' },
  cost: { to: 'cost' },
  promo: { to: 'promo' },
  due: { to: 'due' },
  due_on: { to: 'due' },
  paid: { to: 'paid' },
  external_system: { to: 'order-system' },
  external_id: { to: 'order-id' },
  created_at: { to: 'created' },
}

/** In which order columns are taken for the date: when it was ordered, else noted, else closed, else paid. */
const DATES: readonly OrderRole[] = ['ordered', 'created', 'closed', 'paid-at']

/** Roles of which an order has one value, whose further columns are left out. */
const PLACES: Partial<Record<OrderRole, Single>> = {
  sum: 'sum',
  price: 'price',
  quantity: 'quantity',
  currency: 'currency',
  item: 'item',
  'order-id': 'order-id',
  stage: 'stage',
  paid: 'paid',
  cost: 'cost',
  due: 'due',
  'paid-at': 'paid-at',
}

/** In exports of Shopify the column "Name" is the order's number. */
const isShop = (headers: readonly string[]): boolean =>
  headers.some((name) => /^lineitem (name|quantity)$/i.test(name.trim()))

/**
 * Decides what the columns of a list of orders fill where nobody has said so (`given` null): by the names that shops,
 * sales programs and people give them, and by which of them stand side by side.
 */
export function planOrders(headers: readonly string[], given: readonly (HistoryTarget | null)[]): HistoryTarget[] {
  const shop = isShop(headers)
  const roles = headers.map((header, index): OrderRole | null => {
    if (given[index]) return null
    return shop && normaliseHeader(header) === 'name' ? 'order-id' : orderRoleOf(header)
  })
  const taken = new Set<string>(given.flatMap((target) => (target ? [target.to] : [])))
  const has = (role: OrderRole): boolean => roles.includes(role)
  settle(roles, taken)
  const dateRole = taken.has('date') ? undefined : DATES.find(has)
  const dateAt = dateRole === undefined ? -1 : roles.indexOf(dateRole)
  return headers.map((header, index): HistoryTarget => {
    const fixed = given[index]
    if (fixed) return fixed
    if (index === dateAt) return { to: 'date' }
    const role = roles[index] ?? null
    if (role === null) return { to: 'nothing', why: header.trim() === '' ? 'empty-header' : 'unknown' }
    if (role.startsWith('client.')) return { to: 'client', by: role.slice(7) as 'name' }
    if (role === 'technical' || role === 'sensitive') return { to: 'nothing', why: role }
    if (role === 'comment') return { to: 'text', label: null }
    // Several columns tell what it was, and several that it was cheaper.
    if (role === 'what' || role === 'promo') return { to: role }
    const place = PLACES[role]
    if (place === undefined || taken.has(place)) return { to: 'nothing', why: 'unknown' }
    taken.add(place)
    return { to: place }
  })
}

/** Settles the roles that depend on what else is there. */
function settle(roles: (OrderRole | null)[], taken: ReadonlySet<string>): void {
  const has = (role: OrderRole): boolean => roles.includes(role)
  const known = taken.has('client') || roles.some((role) => role?.startsWith('client.'))
  for (const [index, role] of roles.entries()) {
    // An id without a word on whose it is is the order's, unless nothing else says who the client is.
    if (role === 'row-id') roles[index] = known ? (has('order-id') ? 'technical' : 'order-id') : 'client.external_id'
    // «Заказ» is a number beside a column of goods, and else what was ordered.
    if (role === 'order')
      roles[index] =
        (has('what') || has('item') || taken.has('what')) && !has('order-id') ? 'order-id' : has('what') ? null : 'what'
  }
  // Whether it was paid stands for the stage where nothing else does.
  const payment = roles.indexOf('payment')
  if (payment >= 0) roles[payment] = has('stage') || taken.has('stage') ? 'paid' : 'stage'
  const delivery = roles.indexOf('delivery')
  if (delivery >= 0) roles[delivery] = has('stage') || taken.has('stage') ? null : 'stage'
  const subtotal = roles.indexOf('subtotal')
  if (subtotal >= 0) roles[subtotal] = has('sum') || has('price') || taken.has('sum') ? null : 'sum'
  // A list with prices and no sums: a price is what was paid, for each piece when pieces are counted.
  if (!has('sum') && !taken.has('sum') && has('price') && !has('quantity')) roles[roles.indexOf('price')] = 'sum'
  if (has('item') || !has('quantity')) return
  // Pieces are counted: the goods beside them are a line of the order.
  const what = roles.indexOf('what')
  if (what >= 0) roles[what] = 'item'
}
