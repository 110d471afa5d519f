import { plainCell, saysNothing } from './text.js'

/** Between whole and parts; one per column of a file. */
export type DecimalMark = ',' | '.'

export type FileAmount =
  /** Decimal digits with a point, two of them at least behind it and six at most: `1234.50`. Currency: ISO 4217. */
  | { is: 'amount'; value: string; currency: string | null }
  | { is: 'none' }
  /** `1.234`: a thousand, or one and a bit. */
  | { is: 'ambiguous' }
  | { is: 'text' }

/** Words and signs, lower case, without a closing point. */
const CURRENCIES: Record<string, string> = {}
for (const [code, names] of [
  ['RUB', '₽ руб рублей рубля рубль рублях р rur'],
  ['UAH', '₴ грн гривень гривня гривні гривен гривна гривны гр'],
  ['USD', '$ us$ дол долл доллар доллара долларов доларів долара'],
  ['EUR', '€ евро євро euro'],
  ['KZT', '₸ тг тенге'],
  ['BYN', 'br byr бел.руб бел.р б.р б.руб'],
  ['PLN', 'zł zl зл злотых злотих'],
  ['GBP', '£ фунтов'],
  ['GEL', '₾ лари ларі'],
  ['TRY', '₺ лир лір'],
  ['AMD', '֏ драм'],
  ['AZN', '₼ манат'],
  ['UZS', 'сум'],
  ['KGS', 'сом'],
  ['MDL', 'лей леев леїв'],
  ['ILS', '₪'],
] as const) {
  CURRENCIES[code.toLowerCase()] = code
  for (const name of names.split(' ')) CURRENCIES[name] = code
}
for (const code of 'CHF CZK CNY JPY AED TJS TMT RON BGN HUF SEK NOK DKK CAD AUD RSD INR'.split(' '))
  CURRENCIES[code.toLowerCase()] = code

/** Powers of ten. */
const MULTIPLES: [RegExp, number][] = [
  [/^(?:тыс|тис|тысяч[аи]?|тисяч[аі]?|k|к|т|thousand)$/u, 3],
  [/^(?:млн|mln|mio|m|миллион(?:а|ов)?|мільйон(?:а|ів)?|million)$/u, 6],
  [/^(?:млрд|mlrd|bn|миллиард(?:а|ов)?|мільярд(?:а|ів)?|billion)$/u, 9],
]

const NUMBER = /^(\D*?)([\d.,' ]*\d(?:[.,](?!\w))?)(?:e([+-]?\d{1,2}))?(\D*)$/u
const COINS = /^(.*\d)\s*((?:руб|р|грн|гр)\p{L}*\.?)\s*(\d{1,2})\s*(?:коп\p{L}*|к)\.?$/u

/**
 * Reads an amount of money as people and programs write it, digit by digit: nothing passes through a binary fraction.
 * A lone mark before three digits is read by the column's `decimal`, and is 'ambiguous' without one.
 */
export function readAmount(text: string, { decimal }: { decimal: DecimalMark | null }): FileAmount {
  if (text.length > 80) return { is: 'text' }
  const clean = withCoins(
    plainCell(text)
      .toLowerCase()
      .replace(/[’ʼ`´]/g, "'"),
  )
  if (saysNothing(clean)) return { is: 'none' }
  const bracketed = /^\((.*)\)$|^(\S{1,4}\s*)?\((.*)\)(\s*\S{1,5})?$/u.exec(clean)
  const inner = bracketed ? `${bracketed[2] ?? ''}${bracketed[1] ?? bracketed[3] ?? ''}${bracketed[4] ?? ''}` : clean
  const match = NUMBER.exec(inner.replace(/(?<=\d)[.,]-+/, ''))
  if (!match) return { is: 'text' }
  const [, before = '', body = '', exponent, after = ''] = match
  const words = readWords(before, after)
  if (words === null || (bracketed && words.negative)) return { is: 'text' }
  const number = digitsOf(body, decimal)
  if (typeof number === 'string') return { is: number }
  const value = written(number, words.power + Number(exponent ?? 0), words.negative || bracketed !== null)
  return value === null ? { is: 'text' } : { is: 'amount', value, currency: words.currency }
}

/** `12 руб. 50 коп.` as `12.50 руб`. */
function withCoins(text: string): string {
  const match = COINS.exec(text)
  return match && !/[.,]/.test(match[1] ?? '') ? `${match[1]}.${(match[3] ?? '').padStart(2, '0')} ${match[2]}` : text
}

interface Words {
  negative: boolean
  power: number
  currency: string | null
}

/** What stands around the digits; null when a word among it is neither a sign, a currency nor a multiple. */
function readWords(before: string, after: string): Words | null {
  const words: Words = { negative: false, power: 0, currency: null }
  for (const part of `${before.replace(/([+-])/g, ' $1 ')} ${after.replace(/([+-])/g, ' $1 ')}`
    .replace(/т\.?\s?р\.?(?=\s|$)/u, 'тыс руб')
    .replace(/\p{Sc}/gu, ' $& ')
    .replace(/us\s+\$/, '$')
    .replace(/бел\.?\s?р/u, 'бел.р')
    .split(/\s+/)) {
    const word = part.replace(/^[.,]+|[.,:]+$/g, '')
    const power = MULTIPLES.find(([pattern]) => pattern.test(word))?.[1]
    const currency = Object.hasOwn(CURRENCIES, word) ? CURRENCIES[word] : undefined
    if (word === '' || word === '+') continue
    if (word === '-') {
      if (words.negative) return null
      words.negative = true
    } else if (power !== undefined && words.power === 0) words.power = power
    else if (currency !== undefined && (words.currency === null || words.currency === currency))
      words.currency = currency
    else return null
  }
  return words
}

interface Digits {
  whole: string
  fraction: string
}

const THOUSANDS = /^\d{1,3}(?:[ ']\d{3})+$/

function digitsOf(body: string, decimal: DecimalMark | null): Digits | 'ambiguous' | 'text' {
  const text = body.trim().replace(/[.,]$/, '')
  const marks = text.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  if (last === undefined) return grouped(text, '', ' ')
  const other = marks[0] === last ? null : (marks[0] ?? null)
  const at = text.lastIndexOf(last)
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)]
  if (!/^\d+$/.test(tail)) return 'text'
  // 1.234.567: the same mark several times can only part thousands.
  if (other === null && marks.length > 1) return grouped(text, '', last)
  if (other !== null) return head.includes(last) ? 'text' : grouped(head, tail, other)
  const meansThousands = tail.length === 3 && /^[1-9]\d{0,2}$/.test(head)
  if (meansThousands && decimal === null) return 'ambiguous'
  return meansThousands && decimal !== last ? { whole: head + tail, fraction: '' } : grouped(head, tail, ' ')
}

/** The whole part without its separators, when they stand before groups of three. */
function grouped(head: string, fraction: string, separator: string): Digits | 'text' {
  const whole = separator === '.' || separator === ',' ? head.replaceAll(separator, ' ') : head
  const hasGroups = /[ ']/.test(whole)
  if (head.includes(' ') && separator !== ' ') return 'text'
  return !hasGroups || THOUSANDS.test(whole) ? { whole: whole.replace(/[ ']/g, ''), fraction } : 'text'
}

/** Shifts the point by a power of ten and writes the digits out; null when there are too many for an amount. */
function written({ whole, fraction }: Digits, power: number, negative: boolean): string | null {
  const digits = whole + fraction
  const point = whole.length + power
  if (power < -6 || power > 15 || !/^\d+$/.test(digits)) return null
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0')
  const place = Math.max(point, 0)
  let units = padded.slice(0, place).replace(/^0+(?=\d)/, '') || '0'
  let parts = padded.slice(place).replace(/0+$/, '')
  if (parts.length > 6) {
    const short = withoutNoise(units, parts)
    if (short === null) return null
    ;[units, parts] = short
  }
  if (units.length > 15) return null
  const isZero = /^0*$/.test(units + parts)
  return `${negative && !isZero ? '-' : ''}${units}.${parts.padEnd(2, '0')}`
}

/**
 * `99.99000000000001` is how a program prints a binary fraction. A spreadsheet holds fifteen digits, so what comes after them is
 * noise; digits that a person could have typed are never cut.
 */
function withoutNoise(units: string, parts: string): [string, string] | null {
  const significant = (units + parts).replace(/^0+/, '')
  const cut = significant.length - 15
  if (cut <= 0) return null
  const digits = units + parts
  const half = 10n ** BigInt(cut) / 2n
  const rounded = String((BigInt(digits) + half) / 10n ** BigInt(cut))
  const places = parts.length - cut
  const padded = rounded.padStart(places + 1, '0')
  const short = padded.slice(padded.length - places).replace(/0+$/, '')
  return places >= 0 && short.length <= 6 ? [padded.slice(0, padded.length - places), short] : null
}

/** Counts what the cells of a column tell of its decimal mark. */
export class DecimalCount {
  #counts = { ',': 0, '.': 0, either: 0 }

  add(text: string): void {
    if (!/[.,]/.test(text)) return
    const [comma, point] = [readAmount(text, { decimal: ',' }), readAmount(text, { decimal: '.' })]
    if (comma.is !== 'amount' || point.is !== 'amount') return
    const mark = decimalMark(plainCell(text), comma.value !== point.value)
    if (mark !== null) this.#counts[mark] += 1
  }

  /** `either`: how many values were seen that only the mark can decide. With a conflict nobody but the user can tell it. */
  decide(): { decimal: DecimalMark | null; either: number; conflict: boolean } {
    const { ',': comma, '.': point, either } = this.#counts
    const conflict = comma > 0 && point > 0
    return { decimal: conflict ? null : comma > 0 ? ',' : point > 0 ? '.' : null, either, conflict }
  }
}

function decimalMark(text: string, differs: boolean): DecimalMark | 'either' | null {
  if (differs) return 'either'
  const marks = (/\d[\d.,' ]*\d/.exec(text)?.[0] ?? '').replace(/[^.,]/g, '')
  const last = marks.at(-1)
  if (last === undefined) return null
  const mark = last === ',' ? ',' : '.'
  // 1.234.567 has points for thousands, so the other mark is the decimal one.
  return marks.length > 1 && marks[0] === last ? (mark === ',' ? '.' : ',') : mark
}
