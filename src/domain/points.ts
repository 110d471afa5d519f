/** Ways to reach a client. A phone's value is E.164, an e-mail's lower case, a messenger's a bare handle. */
export const HANDLE_KINDS = [
  'telegram',
  'whatsapp',
  'viber',
  'skype',
  'signal',
  'vk',
  'instagram',
  'facebook',
  'linkedin',
  'url',
] as const
export type HandleKind = (typeof HANDLE_KINDS)[number]
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

export type PhoneReader = (typed: string) => string | null

const LINK =
  /^(?:https?:\/\/)?(?:[a-z]{1,3}\.|www\.)?(?:t\.me|telegram\.me|wa\.me|vk\.com|instagram\.com|facebook\.com|linkedin\.com\/in)\/(?:@)?([^/?#\s]+)\/?(?:[?#].*)?$/i

const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/u

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
  const typed = text.normalize('NFC').trim()
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
  const handle = (LINK.exec(typed)?.[1] ?? typed).replace(/^@/, '')
  if (/^\+?[\d\s()-]{7,}$/.test(handle)) return phoneValue(handle, readPhone)
  return handle === '' || /\s/.test(handle) ? null : handle.toLowerCase()
}

/** A number that no plan knows (an extension, an old city number) is still kept and found by its digits. */
function phoneValue(typed: string, readPhone: PhoneReader): string | null {
  const number = readPhone(typed)
  if (number !== null) return number
  const digits = typed.replace(/\D/g, '')
  return digits.length >= 3 && digits.length <= 17 && !/\p{L}{3,}/u.test(typed) && !/\de[+-]?\d/i.test(typed)
    ? digits
    : null
}

/** +79161234567 as +7 916 123-45-67, the two plans that most users have; others as they are. */
export function showPhone(value: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(value)
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`
  const ukrainian = /^\+380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(value)
  if (ukrainian) return `+380 ${ukrainian[1]} ${ukrainian[2]}-${ukrainian[3]}-${ukrainian[4]}`
  return value
}
