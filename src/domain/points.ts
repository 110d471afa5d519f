import { spreadsheetDigits } from './cells/phone-text.js'
import { LONGEST, plainCell, withoutArmour } from './cells/text.js'
import { HANDLE_KINDS, handleValue, type PhoneReader, readProfileLink } from './handle.js'

/** Ways to reach a client. A phone's value is E.164, an e-mail's lower case, a messenger's a bare handle. */
export const POINT_KINDS = ['phone', 'email', ...HANDLE_KINDS] as const
export type PointKind = (typeof POINT_KINDS)[number]

export interface Point {
  kind: PointKind
  label: string | null
  /** As it was written. */
  typed: string
  /** As it is compared; equal values are the same point. */
  value: string
}

/** What one cell says of how to reach somebody. */
export interface CellReading {
  points: Point[]
  /** Values that were mended while they were read, and what became of them. */
  remarks: { value: string; became: string }[]
  /** The first part that could not be read. */
  bad: { code: 'bad-phone' | 'bad-email' | 'bad-handle' | 'lost-digits'; value: string } | null
}

/** An address: one `@`, a domain of at least two parts, in any alphabet. */
export const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/u

const LABEL = /^([\p{L}][\p{L}\p{N} _-]{0,30}):(?!\/\/)\s*(\S.*)$/u

/** Schemes of links, which are no labels. */
const SCHEMES = /^(mailto|tel|sms|https?|viber|skype|tg)$/i

/** Splits `label:value`; a colon that belongs to the value (`https://…`) is left alone. */
export function splitLabel(text: string): { label: string | null; typed: string } {
  const match = LABEL.exec(text.trim())
  return match?.[1] && match[2] && !SCHEMES.test(match[1])
    ? { label: match[1].trim(), typed: match[2].trim() }
    : { label: null, typed: text.trim() }
}

/** Reads a contact point; null when the text cannot be one of its kind. */
export function readPoint(kind: PointKind, text: string, label: string | null, readPhone: PhoneReader): Point | null {
  if (text.length > LONGEST) return null
  const typed = withoutArmour(text.normalize('NFC').trim())
  const value = comparedValue(kind, typed, readPhone)
  return value === null ? null : { kind, label, typed, value }
}

function comparedValue(kind: PointKind, typed: string, readPhone: PhoneReader): string | null {
  if (kind === 'phone') return phoneValue(typed, readPhone)
  if (kind === 'email') {
    const address = /<([^<>]+)>\s*$/.exec(typed)?.[1] ?? typed.replace(/^mailto:/i, '')
    return EMAIL.test(address) ? address.toLowerCase() : null
  }
  if (kind === 'url') return /^\S+\.\S+$/.test(typed) ? typed : null
  const text = plainCell(typed)
  const link = readProfileLink(text)
  // A link to another network is not a name in this one.
  if (link === 'page' || (link !== null && link.kind !== kind)) return null
  return handleValue(kind, link?.value ?? text, (number) => phoneValue(number, readPhone))
}

/** A birthday that strayed into a column of phones. */
const DATE = /^\D*(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|(?:19|20)\d{2}-[01]\d-[0-3]\d)(?!\d)/

/**
 * The compared form of a phone: E.164. A number that no plan knows (an extension, an old city number) is kept and found by its
 * digits as long as it could be a local one: more than ten digits are a number with an error in it, which nobody could call.
 */
export function phoneValue(typed: string, readPhone: PhoneReader): string | null {
  const number = readPhone(typed)
  if (number !== null) return number
  const digits = DATE.test(typed) ? '' : typed.replace(/\D/g, '')
  return digits.length >= 3 && digits.length <= 10 && !/\p{L}{3,}/u.test(typed) && spreadsheetDigits(typed) === null
    ? digits
    : null
}

/** What is to be dialled behind a number, as somebody wrote it: «доб. 12», "ext 5", ",12". */
const DIALLED_AFTER = /[,;]?\s*(?:\p{L}{1,12}\.?\s*)?(?:#|,|;)?\s*\d{1,6}\s*\)?$/u
const LONGEST_TAIL = 60
const EXTENSION_WORD = /^[,;(\s]*(?:доб|вн|внутр|дод|ext|extension|x|#|,|;)/iu

/** A phone for people, with its extension when the typed form has one. */
export function showReach({ value, typed }: { value: string; typed: string }): string {
  const tail = DIALLED_AFTER.exec(typed.slice(-LONGEST_TAIL))?.[0] ?? ''
  return EXTENSION_WORD.test(tail)
    ? `${showPhone(value)} ${tail.replace(/^[\s;(]+|\)$/g, '').trim()}`
    : showPhone(value)
}

/** +79161234567 as +7 916 123-45-67, the two plans that most users have; others as they are. */
export function showPhone(value: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(value)
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`
  const ukrainian = /^\+380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(value)
  if (ukrainian) return `+380 ${ukrainian[1]} ${ukrainian[2]}-${ukrainian[3]}-${ukrainian[4]}`
  return value
}

/** What an earlier version took in is taken back as it stands, though it would not be taken today. */
export function storedPoint(kind: PointKind, value: string, label: string | null): Point | null {
  const fits = kind === 'phone' ? /^\+?\d{3,17}$/ : /^\S+$/
  return kind !== 'email' && fits.test(value) ? { kind, label, typed: value, value } : null
}
