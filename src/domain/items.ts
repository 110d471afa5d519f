import { readSum } from './orders.js'

/** A part of an order, as it is kept. */
export interface OrderItem {
  name: string
  /** As it was typed, with its unit: `2`, `1,5 кг`. */
  quantity: string
  /** Minor units of the order's currency, of the whole quantity; null when nothing was said of it. */
  sum_minor: number | null
}

export type ItemsReading = { items: OrderItem[] } | { problem: string }

const QUANTITY = String.raw`(\d{1,7}(?:[.,]\d{1,4})?)(?:\s*(\p{L}{1,6}\.?))?`
const TIMES = '[x×х*]'
/** `logo 2 x 500`, the price being that of one. */
const PRICED = new RegExp(String.raw`^(.*?\S)\s+${QUANTITY}\s*${TIMES}\s*(\S.*)$`, 'iu')
/** `logo x 2` */
const COUNTED = new RegExp(String.raw`^(.*\S)\s+${TIMES}\s*${QUANTITY}$`, 'iu')
/** `2 x logo` */
const COUNT_FIRST = new RegExp(String.raw`^${QUANTITY}\s*${TIMES}\s+(\D.*)$`, 'iu')

/**
 * Reads the items of an order, separated by semicolons or line breaks: `logo 2 x 500; business cards = 1200; кофе`. A number
 * that stands in a name without a sign around it stays in the name. `problem` is the part that cannot be read.
 */
export function readItems(text: string, currency: string): ItemsReading {
  const items: OrderItem[] = []
  for (const piece of text.split(/[;\n]/).map((each) => each.trim())) {
    if (piece === '') continue
    const item = readItem(piece, currency)
    if (item === null) return { problem: piece }
    items.push(item)
  }
  return { items }
}

function readItem(piece: string, currency: string): OrderItem | null {
  const equals = piece.lastIndexOf('=')
  const said = equals < 0 ? null : sumOrNull(piece.slice(equals + 1), currency)
  if (equals >= 0 && said === null) return null
  const head = (equals < 0 ? piece : piece.slice(0, equals)).trim()
  const priced = PRICED.exec(head)
  if (priced) {
    const [, name = '', number = '', unit, price = ''] = priced
    const one = sumOrNull(price, currency)
    const sum_minor = one === null ? null : times(one, number)
    return sum_minor === null ? null : itemOf(name, number, unit, said ?? sum_minor)
  }
  const counted = COUNTED.exec(head)
  if (counted) return itemOf(counted[1], counted[2] ?? '', counted[3], said)
  const first = COUNT_FIRST.exec(head)
  if (first) return itemOf(first[3], first[1] ?? '', first[2], said)
  return itemOf(head, '1', undefined, said)
}

function itemOf(
  name: string | undefined,
  number: string,
  unit: string | undefined,
  sum_minor: number | null,
): OrderItem | null {
  const clean = (name ?? '').replace(/\s+/g, ' ').trim()
  // A name of signs and digits alone is a sum or a quantity that went astray.
  if (!/\p{L}|\p{Extended_Pictographic}/u.test(clean) || /^0+([.,]0+)?$/.test(number)) return null
  return { name: clean, quantity: unit === undefined ? number : `${number} ${unit}`, sum_minor }
}

function sumOrNull(text: string, currency: string): number | null {
  const reading = readSum(text, { currency, fixed: true })
  return 'problem' in reading ? null : reading.sum_minor
}

/** A price times a quantity, rounded half up to a minor unit. */
function times(minor: number, quantity: string): number | null {
  const [whole = '0', fraction = ''] = quantity.replace(',', '.').split('.')
  const scale = 10n ** BigInt(fraction.length)
  const sum = Number((BigInt(minor) * BigInt(whole + fraction) * 2n + scale) / (scale * 2n))
  return Number.isSafeInteger(sum) ? sum : null
}

/** What the items come to together; `whole` false when of some nothing was said. */
export function itemsSum(items: readonly OrderItem[]): { sum_minor: number; whole: boolean } {
  return {
    sum_minor: items.reduce((sum, { sum_minor }) => sum + (sum_minor ?? 0), 0),
    whole: items.length > 0 && items.every(({ sum_minor }) => sum_minor !== null),
  }
}
