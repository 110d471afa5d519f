import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { lettersToDigits, spreadsheetDigits, withoutExtension } from './cells/phone-text.js'
import { LONGEST, plainCell } from './cells/text.js'

/** ISO 3166 alpha-2 codes that have a numbering plan. */
export const isCountry = (code: string): boolean => isSupportedCountry(code as CountryCode)

/** Codes that only Belarus has behind `8 0`; Ukraine has none that begin with 1 or 2. */
const BELARUSIAN = /^(?:15|16|17|21|22|23|25|29)/

/**
 * The country of an old `8 0…` or `0…` number. 33 and 44 are mobile networks of Belarus and cities of Ukraine: 44 is Kyiv unless
 * the user sits in Belarus, 33 (Lutsk, once written 0332) is a mobile when it stands as a group of its own.
 */
function plusOf(subscriber: string, typed: string, country: string): string {
  const shared = /^(?:33|44)/.test(subscriber)
  const grouped = subscriber.startsWith('33') && country !== 'UA' && /^\D*8?\D*033\D/.test(typed)
  return BELARUSIAN.test(subscriber) || (shared && (country === 'BY' || grouped)) ? '+375' : '+380'
}

/**
 * British and North American numbers of people who write them as at home (`07…`, `020…`, `1-…`) or without the plus (`44…`): what
 * no rule of the user's country reads. Null for any other shape.
 */
function abroadByShape(digits: string): string | null {
  if (digits.length === 11 && /^0[1237]/.test(digits)) return `+44${digits.slice(1)}`
  if (digits.length === 11 && /^1[2-9]/.test(digits)) return `+${digits}`
  return digits.length === 12 && /^44[1237]/.test(digits) ? `+${digits}` : null
}

/**
 * National habits that a default country would misread: `8 916 …` and bare `916 …` are Russian, `80 67 …`, `0 67 …` and
 * bare `67 …` with nine digits Ukrainian, `80 29 …` Belarusian, wherever the user sits. The international form, or null.
 */
function byShape(digits: string, typed: string, country: string): string | null {
  const { length } = digits
  if (length === 11) {
    if (/^[78][34789]/.test(digits)) return `+7${digits.slice(1)}`
    if (digits.startsWith('80')) return plusOf(digits.slice(2), typed, country) + digits.slice(2)
  }
  if (length === 12 && (digits.startsWith('380') || /^375(?:15|16|17|2[1-5]|29|33|44)/.test(digits)))
    return `+${digits}`
  if (country !== 'UA' && country !== 'RU' && country !== 'BY') return null
  if (length === 10) {
    if (digits.startsWith('0')) return plusOf(digits.slice(1), typed, country) + digits.slice(1)
    if (digits.startsWith('9') && country !== 'BY') return `+7${digits}`
  }
  // None of the three has numbers of these shapes, though the lengths alone would do for Ukraine and Belarus.
  return abroadByShape(digits)
}

/** The two plans that most numbers belong to have one length each: the shape alone is the number. */
const isKnownPlan = (digits: string): boolean =>
  (digits.length === 11 && /^7[3489]/.test(digits)) || (digits.length === 12 && digits.startsWith('380'))

/** The digits of a text that holds a number and nothing else; null when anything else is in it. */
function bareDigits(text: string): string | null {
  let digits = ''
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) digits += text[index]
    else if (code === 0x2b ? index !== 0 : code !== 0x20 && code !== 0x2d && code !== 0x28 && code !== 0x29) return null
  }
  return digits
}

/**
 * The E.164 form of a number as somebody typed it, or null when it is not a possible number. Words before it, an extension
 * behind it, the marks and notation of spreadsheets and letters typed for digits are seen through.
 */
export function toE164(typed: string, country: string): string | null {
  const bare = bareDigits(typed)
  if (bare !== null) {
    if (typed.charCodeAt(0) !== 0x2b) {
      const international = byShape(bare, typed, country)
      if (international !== null) return international
    } else if (isKnownPlan(bare)) return `+${bare}`
  }
  if (typed.length > LONGEST) return null
  const text = plainCell(typed)
  const counted = spreadsheetDigits(text)
  if (counted === 'lost-digits') return null
  const marked = counted ?? text.replace(/^[^\d+]+/, '').trim()
  const number = numberIn(withoutExtension(marked), country)
  if (number !== null) return number
  const repaired = lettersToDigits(marked)
  return repaired === null ? null : numberIn(repaired, country)
}

function numberIn(clean: string, country: string): string | null {
  const digits = clean.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 17) return null
  const international = clean.startsWith('+')
  if (international && isKnownPlan(digits)) return `+${digits}`
  const known = international ? null : byShape(digits, clean, country)
  if (known !== null) return known
  const dialled = digits.startsWith('00') && !international ? `+${digits.slice(2)}` : clean
  // No code of Russia begins with 89: such a number has lost a digit, and with +7 before it would be somebody else's.
  if (country === 'RU' && /^89\d{8}$/.test(digits)) return null
  const parsed = parsePhoneNumberFromString(dialled, country as CountryCode)
  if (parsed?.isPossible() && (international || !/^\+7[0-256]/.test(parsed.number))) return parsed.number
  return international || dialled !== clean ? null : abroadByShape(digits)
}
