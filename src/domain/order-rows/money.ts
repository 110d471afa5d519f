import { type DecimalMark, readAmount } from '../cells/amount.js'
import type { RowProblem } from '../draft.js'
import { minorDigits, minorOf } from '../money.js'
import { currencyNamed as currencyOfCode } from '../orders.js'
import { cleanLine } from '../text.js'

/** A sum in minor units of its currency; the currency is null when the cell does not name one. */
export interface CellSum {
  minor: number
  currency: string | null
}

/** The ISO 4217 code of a currency by its sign, its code or a word for it; null for what is none of these. */
export function currencyNamed(text: string): string | null {
  const word = text.replace(/[.,:\s]+$/, '')
  const read = /\d/.test(word) ? null : readAmount(`1 ${word}`, { decimal: '.' })
  return (read?.is === 'amount' ? read.currency : null) ?? currencyOfCode(word)
}

const PLAIN = /^(\d{1,12})(?:[.,](\d{2}))?$/

/** A decimal string in minor units, rounded half away from zero: a cost of a third has no end. */
export function roundedMinor(decimal: string, currency: string): number | null {
  const exact = minorOf(decimal, currency)
  if (exact !== null) return exact
  const match = /^(-?)(\d{1,13})\.(\d+)$/.exec(decimal)
  if (!match) return null
  const digits = minorDigits(currency)
  const fraction = match[3] ?? ''
  const kept = minorOf(`${match[2]}.${fraction.slice(0, digits)}`.replace(/\.$/, ''), currency)
  if (kept === null) return null
  const minor = kept + (Number(fraction[digits] ?? 0) >= 5 ? 1 : 0)
  return match[1] === '-' ? -minor : minor
}

/**
 * Reads the cell of a sum; `usual` is the currency of sums that do not name theirs. Null for a cell that says it is empty. A sum
 * below nothing is a problem: it is money given back, and no order.
 */
export function readSum(
  text: string,
  column: string,
  usual: string,
  decimal: DecimalMark | null,
): CellSum | RowProblem | null {
  const plain = PLAIN.exec(text)
  if (plain && minorDigits(usual) === 2)
    return { minor: Number(plain[1]) * 100 + Number(plain[2] ?? 0), currency: null }
  const read = readAmount(text, { decimal })
  if (read.is === 'none') return null
  const value = cleanLine(text)
  if (read.is === 'ambiguous') return { code: 'ambiguous-sum', value, column }
  if (read.is === 'text') return readForeign(value, column, decimal)
  const minor = roundedMinor(read.value, read.currency ?? usual)
  if (minor === null) return { code: 'bad-sum', value, column }
  return minor < 0 ? { code: 'negative-sum', value, column } : { minor, currency: read.currency }
}

/** A number with a code of a currency that the words do not have ("120 SGD"), or with a word that is none. */
function readForeign(value: string, column: string, decimal: DecimalMark | null): CellSum | RowProblem {
  const word = /^(\p{L}{2,12})\.?\s*([\d.,' ]+)$|^([\d.,' ]+)\s*(\p{L}{2,12})\.?$/u.exec(value)
  if (!word) return { code: 'bad-sum', value, column }
  const read = readAmount(word[2] ?? word[3] ?? '', { decimal })
  if (read.is !== 'amount') return { code: read.is === 'ambiguous' ? 'ambiguous-sum' : 'bad-sum', value, column }
  const currency = currencyNamed(word[1] ?? word[4] ?? '')
  const minor = currency === null ? null : roundedMinor(read.value, currency)
  return minor === null ? { code: 'bad-currency', value, column } : { minor, currency }
}
