import type { Model } from './standing/model.js'

/** ISO 4217 currencies whose minor unit is not a hundredth; checked against the list of the year 2024. */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
}

/** How many decimal digits the minor unit of a currency has. */
export const minorDigits = (currency: string): number => DIGITS[currency] ?? 2

/** `1250.00`: minor units as a decimal string. */
export function decimalOf(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  // A number beyond 21 digits would be written as a power of ten.
  const text = BigInt(Math.abs(minor))
    .toString()
    .padStart(digits + 1, '0')
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return minor < 0 ? `-${whole}` : whole
}

/** `1250.00 UAH`: money as JSON has it. */
export const moneyText = (minor: number, currency: string): string => `${decimalOf(minor, currency)} ${currency}`

/** Minor units of a plain decimal string (`1234.5`); null when it has more digits than the currency or is no number that can be kept. */
export function minorOf(decimal: string, currency: string): number | null {
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(decimal)
  if (!match) return null
  const digits = minorDigits(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return null
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? (match[1] === '-' ? -minor : minor) : null
}

/**
 * A sum in the base currency, in its minor units, by the fixed rates of the model; rounded half away from zero, in whole
 * numbers only. Null when the currency has no rate.
 */
export function inBase(
  minor: number,
  currency: string,
  { currency: base, rates }: Pick<Model, 'currency' | 'rates'>,
): number | null {
  if (currency === base) return minor
  const rate = rates[currency]
  if (rate === undefined) return null
  const [whole = '0', fraction = ''] = rate.split('.')
  const numerator = BigInt(Math.abs(minor)) * BigInt(whole + fraction) * 10n ** BigInt(minorDigits(base))
  const denominator = 10n ** BigInt(fraction.length + minorDigits(currency))
  const rounded = Number((numerator * 2n + denominator) / (denominator * 2n))
  return minor < 0 ? -rounded : rounded
}
