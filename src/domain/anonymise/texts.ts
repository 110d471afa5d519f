import { capital, type Names, tongueOf } from './names.js'
import type { Picker } from './picking.js'
import { STOCK, type Tongue } from './words.js'

export interface Texts {
  /** As many words on as many lines, none of them from the original. */
  text(original: string): string
  /** A value of a custom field: a text, or digits where it is a number of something. */
  value(original: string): string
  /** The same shape, every digit another. */
  digits(original: string): string
  address(original: string): string
  /** A text that is kept, without names, addresses and numbers in it. */
  kept(original: string): string
  label(original: string | null): string | null
}

export function textsFrom(picker: Picker, names: Names): Texts {
  const line = (original: string, tongue: Tongue): string => {
    const words = original.split(/\s+/).filter((word) => word !== '')
    const lower = original.toLowerCase()
    const filler = STOCK[tongue].filler.filter((word) => !lower.includes(word))
    const start = picker.number(`text ${original}`, 0x10000)
    const invented = words.map((_, index) => filler[picker.number(`${start} ${index}`, filler.length)] ?? '…').join(' ')
    const begun = /^\p{Lu}/u.test(original.trim()) ? capital(invented) : invented
    return begun + (/[.!?…]$/u.exec(original.trim())?.[0] ?? '')
  }
  const text = (original: string): string => {
    const tongue = tongueOf(original)
    return original
      .split('\n')
      .map((each) => line(each, tongue))
      .join('\n')
  }

  const digits = (original: string): string => {
    let begun = false
    return original.replace(/\d/g, (digit, at: number) => {
      const other = (Number(digit) + 1 + picker.number(`${original} ${at}`, 9)) % 10
      // A leading zero would make it shorter.
      const shown = begun || other !== 0 ? other : digit === '9' ? 8 : 9
      begun = true
      return String(shown)
    })
  }

  const kept = (original: string): string =>
    names.withoutNames(
      original
        .replace(/[^\s@<>,;]+@[^\s@<>,;]+/gu, 'client@example.com')
        .replace(/(?:https?:\/\/|www\.)\S+/giu, 'https://example.com')
        .replace(/(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]+/gu, '@client')
        .replace(/\+?\d[\d\s()-]{4,}\d/g, (number) => number.replace(/\d/g, '0')),
    )

  return {
    text,
    value: (original) => (/\p{L}/u.test(original) ? text(original) : /\d/.test(original) ? digits(original) : '…'),
    digits,
    address: (original) => {
      const { streets, address } = STOCK[tongueOf(original)]
      const lower = original.toLowerCase()
      const free = streets.filter((street) => !lower.includes(street.toLowerCase()))
      const street = free[picker.number(`street ${original}`, free.length)] ?? '…'
      const houses = Array.from({ length: 90 }, (_, index) => index + 10).filter(
        (house) => !lower.includes(String(house)),
      )
      return address(street, houses[picker.number(`house ${original}`, houses.length)] ?? 1)
    },
    kept,
    // "mobile", «рабочий»; what is written as a name may be one.
    label: (original) => (original === null ? null : /^[\p{Ll} -]{1,24}$/u.test(original) ? kept(original) : 'other'),
  }
}
