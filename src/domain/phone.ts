import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** ISO 3166 alpha-2 codes that have a numbering plan. */
export const isCountry = (code: string): boolean => isSupportedCountry(code as CountryCode)

const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * National habits that a default country would misread: `8 916 …` and bare `916 …` are Russian, `80 67 …`, `0 67 …` and
 * bare `67 …` with nine digits Ukrainian, wherever the user sits. Returns the number in international form, or null.
 */
function byShape(digits: string, country: string): string | null {
  if (/^8[3489]\d{9}$/.test(digits)) return `+7${digits.slice(1)}`
  if (/^7[3489]\d{9}$/.test(digits)) return `+${digits}`
  if (/^380\d{9}$/.test(digits)) return `+${digits}`
  if (/^80\d{9}$/.test(digits)) return `+3${digits}`
  if (/^0\d{9}$/.test(digits) && (country === 'UA' || country === 'RU')) return `+38${digits}`
  if (/^9\d{9}$/.test(digits) && (country === 'UA' || country === 'RU')) return `+7${digits}`
  return null
}

/** The E.164 form of a number as somebody typed it, or null when it is not a possible number. */
export function toE164(typed: string, country: string): string | null {
  const marked = typed
    .replace(MARKS, '')
    .replace(/^[^\d+]+/, '')
    .trim()
  // An extension is what follows a marker, behind a number that is one without it.
  const extension = /^(.*?)[(,;]?\s*(?:доб\p{L}*|внутр\p{L}*|вн|extension|ext|x|д|#)\.?\s*\d+\s*\)?\s*$/iu.exec(marked)
  const clean = extension?.[1] && extension[1].replace(/\D/g, '').length >= 5 ? extension[1].trim() : marked
  const digits = clean.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 17) return null
  // The two plans that most numbers belong to have one length each: the shape alone is the number.
  const known = clean.startsWith('+') ? /^(7[3489]\d{9}|380\d{9})$/.test(digits) : null
  if (known === true) return `+${digits}`
  const international = known === null ? byShape(digits, country) : null
  if (international !== null) return international
  const dialled = digits.startsWith('00') && known === null ? `+${digits.slice(2)}` : clean
  const parsed = parsePhoneNumberFromString(dialled, country as CountryCode)
  return parsed?.isPossible() ? parsed.number : null
}
