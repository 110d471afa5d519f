import { isObject, type Json, objects } from '../json-values.js'
import { cleanLine } from '../text.js'
import { roundedMinor } from './money.js'

/** A line of an order; the quantity is a decimal string, the sum minor units of the order's currency. */
export interface OrderItem {
  name: string
  quantity: string
  sum_minor: number | null
}

/** A quantity as a decimal string with three digits behind the point at most; null for what is none. */
export function readQuantity(text: string): string | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,3})0*)?(?!\d)/.exec(text.replace(/[\s\u00a0]/g, ''))
  if (!match) return null
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  return `${Number(match[1])}${fraction === '' ? '' : `.${fraction}`}`
}

/** The price of so many pieces, in whole minor units, rounded half up. */
export function timesQuantity(price: number, quantity: string): number {
  const [whole = '0', fraction = ''] = quantity.split('.')
  const thousandths = BigInt(`${whole}${fraction.padEnd(3, '0')}`)
  return Number((BigInt(price) * thousandths + 500n) / 1000n)
}

/** The lines of an order as this program's own JSON has them; sums are `"250.00 UAH"`. */
export function itemsFrom(value: unknown, currency: string): OrderItem[] | null {
  const items = objects(value).flatMap((each): OrderItem[] => itemFrom(each, currency))
  return items.length === 0 ? null : items
}

function itemFrom({ name, quantity, sum }: Json, currency: string): OrderItem[] {
  if (typeof name !== 'string' || cleanLine(name) === '') return []
  const money = typeof sum === 'string' ? /^(\S+)(?: ([A-Z]{3}))?$/.exec(sum) : null
  return [
    {
      name: cleanLine(name),
      quantity:
        typeof quantity === 'string' || typeof quantity === 'number' ? (readQuantity(String(quantity)) ?? '1') : '1',
      sum_minor: money?.[1] ? roundedMinor(money[1], money[2] ?? currency) : null,
    },
  ]
}

/** The same from the text of a cell; what is no JSON is nothing. */
export function readItems(text: string, currency: string): OrderItem[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isObject) ? itemsFrom(value, currency) : null
  } catch {
    return null
  }
}
