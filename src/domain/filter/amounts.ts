import { readAmount } from '../cells/amount.js'
import type { Field } from '../fields/field.js'
import type { Worth } from '../filter.js'
import { inBase, minorDigits, minorOf } from '../money.js'
import type { Model } from '../standing/model.js'
import { readDuration } from './spans.js'

export type Money = Pick<Model, 'currency' | 'rates'>

/** Minor units of the base currency; the currency when it has no rate; null when it is no sum. */
export function readMoney(text: string, money: Money): number | { currency: string } | null {
  const amount = readAmount(text, { decimal: null })
  if (amount.is !== 'amount') return null
  const currency = amount.currency ?? money.currency
  const minor = minorOf(amount.value, currency)
  if (minor === null) return null
  return inBase(minor, currency, money) ?? { currency }
}

/** What one of each currency with a rate is worth; `''` stands for a sum that names none, which is in the base currency. */
export function worthOf({ currency, rates }: Money): Worth {
  const unit = 10 ** minorDigits(currency)
  const others = Object.entries(rates).map(([code, rate]): [string, number] => [code, Number(rate) * unit])
  return { ...Object.fromEntries(others), [currency]: unit, '': unit }
}

/** A number of a field: of its own kind, and not below zero where there is nothing below. */
export function readNumber(field: Field, text: string): number | null {
  if (field.type === 'duration') return readDuration(text)
  const typed = field.type === 'percent' ? text.replace(/\s?%$/, '') : text
  const plain = /^-?\d{1,3}(?:\s\d{3})+(?!\d)/.test(typed) ? typed.replace(/\s/g, '') : typed
  if (!/^-?\d{1,15}(?:[.,]\d{1,6})?$/.test(plain)) return null
  const number = Number(plain.replace(',', '.'))
  return number < 0 && field.kept !== 'custom' ? null : number
}
