import { type DecimalMark, readAmount } from './cells/amount.js'
import { looseText } from './fold.js'
import { minorDigits, minorOf } from './money.js'
import { saysPaid, stageClass } from './stage.js'
import type { Sum } from './standing/dealings.js'

/** Currencies in use by ISO 4217, as of 2024; funds, metals and test codes left out. */
const CURRENCIES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
    'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
    'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
    'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES ' +
    'VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
)

/** The code in capitals when it is a currency in use, or null. */
export function currencyNamed(text: string): string | null {
  const code = text.trim().toUpperCase()
  return CURRENCIES.has(code) ? code : null
}

/**
 * Why a sum is refused. `ambiguous`: `1.250` may be a thousand or one and a bit; `exact`: more digits than the currency has;
 * `currency`: a currency other than the only one possible here.
 */
export type SumProblem = 'unreadable' | 'ambiguous' | 'negative' | 'exact' | 'large' | 'currency'

export type SumReading = Sum | { problem: SumProblem; currency: string }

/** A code before or behind the digits; signs and words are known to `readAmount`. */
const WITH_CODE = /^([a-z]{3})\s*(?=[-+\d(.,])(.+)$|^(.*[\d.)])\s*([a-z]{3})$/iu

/**
 * Reads a sum as people type it: `1250`, `1 250,50`, `1'250`, `$20`, `20usd`, `5000₴`, `12к`. Digits only, nothing passes
 * through a binary fraction. `fixed`: no other currency than this one may be named.
 */
export function readSum(text: string, { currency, fixed }: { currency: string; fixed: boolean }): SumReading {
  const problem = (is: SumProblem, code = currency): SumReading => ({ problem: is, currency: code })
  const match = WITH_CODE.exec(text.trim())
  const code = match ? currencyNamed(match[1] ?? match[4] ?? '') : null
  const digits = code === null ? text : (match?.[2] ?? match?.[3] ?? '')
  // Three digits behind a mark are no thousands where the currency has three of them.
  const mark = minorDigits(code ?? currency) === 3 ? (/[.,](?=\d+\D*$)/.exec(digits)?.[0] as DecimalMark) : undefined
  const amount = readAmount(digits, { decimal: mark ?? null })
  if (amount.is === 'ambiguous') return problem('ambiguous')
  if (amount.is !== 'amount') return problem('unreadable')
  if (code !== null && amount.currency !== null && amount.currency !== code) return problem('unreadable')
  const named = code ?? amount.currency ?? currency
  if (fixed && named !== currency) return problem('currency', named)
  if (amount.value.startsWith('-')) return problem('negative', named)
  const minor = minorOf(amount.value, named)
  if (minor !== null) return { currency: named, sum_minor: minor }
  const fraction = (amount.value.split('.')[1] ?? '').replace(/0+$/, '')
  return problem(fraction.length > minorDigits(named) ? 'exact' : 'large', named)
}

/** Codes that nobody takes for a word when they stand in small letters; `try` and `all` are words. */
const PLAIN_CODES = new Set('usd eur gbp uah rub pln kzt byn'.split(' '))

/** A sign, a word or a multiple of a currency that stands apart from its digits: `грн`, `тыс`, `₴`, `USD`. */
function belongsToSum(word: string): boolean {
  if (/^[a-z]{3}$/i.test(word)) return PLAIN_CODES.has(word) || (/^[A-Z]+$/.test(word) && currencyNamed(word) !== null)
  // One letter may be a multiple, a metre or the beginning of a name.
  if (/^\p{L}?$|\d/u.test(word)) return false
  return readAmount(`1 ${word}`, { decimal: ',' }).is === 'amount'
}

/**
 * How many of the words behind a sum belong to it: two of `5 тыс руб логотип`, typed without quotes. Null when the sum was
 * probably torn apart at its spaces (`5 000 логотип`), of which nobody can be sure.
 */
export function wordsOfSum(sum: string, words: readonly string[]): number | null {
  const [first = '', second = ''] = words
  if (/(^|[^\d.,])\d{1,3}$/.test(sum) && /^\d{3}([.,]\d{1,2})?$/.test(first)) return null
  if (!belongsToSum(first)) return 0
  return belongsToSum(second) ? 2 : 1
}

/** How many words name the client in `иванов пётр 5000 логотип`, typed without quotes: all before the sum, when none has a digit. */
export function wordsOfName(words: readonly string[]): number {
  const isSum = (word: string): boolean => {
    const reading = readSum(word, { currency: 'USD', fixed: false })
    return !('problem' in reading) || reading.problem !== 'unreadable'
  }
  const at = words.findIndex((word, index) => index > 0 && /\d/.test(word))
  return at > 1 && isSum(words[at] ?? '') ? at : 1
}

/** What is still to be paid of an order, in its minor units. */
export function unpaidOf({
  sum_minor,
  paid_minor,
  stage,
}: {
  sum_minor: number
  paid_minor: number
  stage: string | null
}): number {
  return mayBeUnpaid(stage) ? Math.max(0, sum_minor - paid_minor) : 0
}

/** False for offers and for what was cancelled: nobody bought anything. */
export const countsAsOrder = (stage: string | null): boolean => !['offer', 'cancelled'].includes(stageClass(stage))

/** False for stages in which nothing is to be paid, whatever sums were noted. */
export const mayBeUnpaid = (stage: string | null): boolean => countsAsOrder(stage) && !saysPaid(stage)

/** True for a stage that is spelt the same, or belongs to the class that is asked for. */
export const stageFits = (stage: string | null, wanted: string): boolean =>
  stageClass(stage) === wanted.trim().toLowerCase() || (stage !== null && looseText(stage) === looseText(wanted))

/** Money as JSON has it (`"1250.00 UAH"`), taken apart. */
export function sumOf(money: string): Sum {
  const [decimal = '', currency = ''] = money.split(' ')
  return { currency, sum_minor: minorOf(decimal, currency) ?? 0 }
}
