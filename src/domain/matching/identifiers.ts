/** Phones, e-mails and tax ids in the forms in which they are compared. */
import { isPublicProvider, providerOf, withoutLookalikes } from './mail-providers.js'
import { slipsBetween } from './slips.js'

/** Digits behind a number that would be its extension are not read: a number has at most 15 (E.164). */
const MOST_DIGITS = 15
const KEY_DIGITS = 9
/** What is above it falls away when another digit comes. */
const LEADING = 100_000_000

/** All nine digits equal, or each the next one after its neighbour: typed to get past a form that asks for a number. */
function isDummy(number: number): boolean {
  const step = ((number % 10) - (((number / 10) | 0) % 10) + 10) % 10
  // Only such numbers have two last digits that are equal or neighbours; of the others nothing more need be looked at.
  if (step > 1 && step < 9) return false
  if (number % 10_000_000 === 0) return true
  let rest = number | 0
  for (let place = 1; place < KEY_DIGITS; place += 1) {
    const last = rest % 10
    rest = (rest / 10) | 0
    if ((last - (rest % 10) + 10) % 10 !== step) return false
  }
  return true
}

/** A letter, comma, semicolon, slash or # behind a whole number: what follows is an extension or another number. */
const isBehindNumber = (code: number): boolean =>
  code === 0x2c ||
  code === 0x3b ||
  code === 0x2f ||
  code === 0x23 ||
  (code >= 0x41 && code <= 0x7a) ||
  (code >= 0x400 && code <= 0x52f)

/** Last nine digits as a number; null of what cannot be told from other people's numbers (all digits equal, 123456789, too short). */
export function phoneKey(value: string): number | null {
  let count = 0
  let number = 0
  for (let index = 0; index < value.length && count < MOST_DIGITS; index += 1) {
    const code = value.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) {
      number = (number % LEADING) * 10 + (code - 0x30)
      count += 1
    } else if (count >= KEY_DIGITS && isBehindNumber(code)) break
  }
  return count < KEY_DIGITS || isDummy(number) ? null : number
}

export const PHONE_LEVELS = ['other', 'near', 'same'] as const

/** `near`: one digit differs or two neighbours changed places. Index into `PHONE_LEVELS`. */
export function comparePhones(a: number, b: number): number {
  if (a === b) return 2
  let different = 0
  let lastA = -1
  let lastB = -1
  let restA = a | 0
  let restB = b | 0
  while (restA !== restB) {
    const digitA = restA % 10
    const digitB = restB % 10
    if (digitA === digitB) {
      lastA = -1
      lastB = -1
    } else {
      different += 1
      if (different > 2 || (different === 2 && (digitA !== lastB || digitB !== lastA))) return 0
      lastA = digitA
      lastB = digitB
    }
    restA = ((restA - digitA) / 10) | 0
    restB = ((restB - digitB) / 10) | 0
  }
  return 1
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

export interface MailKey {
  /** Name before the @ without +tag, and without points where the provider ignores them. */
  local: string
  /** Canonical provider: googlemail is gmail, ya.ru yandex, a mistyped «gmial.com» gmail.com. */
  domain: string
}

/** What people type who have no mail or do not give it. */
const NOBODY = new Set(
  `no none not na nan null net nety нет нету немає nema nomail no-mail no_mail no.mail noemail no-email no_email noreply no-reply
  donotreply test tests testing example sample asdf asd qwe qwerty qwertyuiop aaa aaaa xxx xxxx abc 123 1234 12345 123456 fake
  unknown undefined anonymous mail email e-mail emailaddress yourname your-email name nobody noone netemail netpochty
  notprovided spam`.split(/\s+/),
)

/** Mailboxes of an office, which say nothing without the firm's domain. */
const ROLES = new Set(
  `info office sales sale zakaz zakazy order orders mail email admin administrator support contact contacts hello help manager
  director buh buhgalter bukhgalter accounting account accounts finance reception secretary sekretar hr job jobs kadry pr
  marketing reklama shop store service servis opt snab tender kontakt post pochta poshta webmaster postmaster team booking
  reservation billing client clients user feedback general main region commerce company firma ofis biuro kontakty 1`.split(
    /\s+/,
  ),
)

/** Is the name before the @ that of an office's mailbox? */
export const isDesk = (local: string): boolean => ROLES.has(local)

const isExampleDomain = (domain: string): boolean =>
  domain.startsWith('example.') || domain.startsWith('test.') || domain === 'domain.com' || domain === 'email.com'

/** `1@1.ru`, `aaa@aaa.com`: one key held down on both sides. */
function isEchoed(local: string, domain: string): boolean {
  return local.length <= 3 && domain.startsWith(local) && domain.charCodeAt(local.length) === 0x2e
}

function isOwn(local: string, domain: string): boolean {
  if (local === '' || NOBODY.has(local)) {
    // A firm's mail@ and email@ are its office; at a provider they are nobody's.
    return ROLES.has(local) && !isPublicProvider(domain) && !isExampleDomain(domain)
  }
  if (isEchoed(local, domain)) return false
  return !(ROLES.has(local) && (isPublicProvider(domain) || isExampleDomain(domain)))
}

/** Name before the @ as its provider reads it. */
function ownLocal(local: string, domain: string): string {
  const plus = local.indexOf('+')
  const name = plus > 0 ? local.slice(0, plus) : local
  if (domain === 'gmail.com') return name.includes('.') ? name.replaceAll('.', '') : name
  return domain === 'yandex.ru' && name.includes('-') ? name.replaceAll('-', '.') : name
}

const AT = 0x40

/** The place of the @ in an address of small Latin letters, digits and `.-_+`, as nearly all are; -1 of any other text. */
function plainAt(text: string): number {
  let at = -1
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === AT && at < 0) at = index
    else if (
      !(
        (code >= 0x61 && code <= 0x7a) ||
        isDigit(code) ||
        code === 0x2e ||
        code === 0x2d ||
        code === 0x5f ||
        code === 0x2b
      )
    )
      return -1
  }
  return at
}

const AROUND = /^(?:mailto:|e-?mail:)|[<>"'\s]+/g

/** An address as it would be typed with care: small letters, nothing around it, Latin letters for those that only look so. */
function tidied(value: string): string {
  const text = value.toLowerCase().replace(AROUND, '')
  const at = text.lastIndexOf('@')
  return at <= 0 || NOBODY.has(text.slice(0, at)) ? text : withoutLookalikes(text)
}

/** Null of what is nobody's own: no@…, test@…, none@, info@ a public provider, no @. */
export function mailKey(value: string): MailKey | null {
  const plain = plainAt(value)
  const text = plain < 0 ? tidied(value) : value
  const at = plain < 0 ? text.lastIndexOf('@') : plain
  if (at <= 0 || at > text.length - 3) return null
  const domain = providerOf(text.slice(at + 1))
  const point = domain.indexOf('.')
  if (point <= 0 || point > domain.length - 3) return null
  const local = ownLocal(text.slice(0, at), domain)
  return hasLetter(local) && isOwn(local, domain) ? { local, domain } : null
}

/** Is there anything but signs in it? */
function hasLetter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isDigit(code) || (code >= 0x61 && code <= 0x7a) || code > 0x7f) return true
  }
  return false
}

export const MAIL_LEVELS = ['other', 'near', 'same'] as const

function digitsIn(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) if (isDigit(text.charCodeAt(index))) count += 1
  return count
}

/** Is the name before the @ one that hardly two people chose? */
const isTelling = (local: string): boolean =>
  (local.length > 5 || (local.length > 4 && digitsIn(local) > 0)) && !ROLES.has(local)

/** Do the two differ by one digit for another: ivanov77 and ivanov78, who are two people unless more digits agree? */
function isOtherDigit(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let index = 0
  while (a.charCodeAt(index) === b.charCodeAt(index)) index += 1
  return isDigit(a.charCodeAt(index)) && isDigit(b.charCodeAt(index)) && digitsIn(a) < 4
}

/** A domain of one's own is typed out, and mistyped; shorter ones are too near to one another to be slips. */
const LEAST_MISTYPED = 7

/** Is one the other with a slip or two? Providers that everybody uses are told apart as they are. */
export function isMistypedDomain(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LEAST_MISTYPED || Math.abs(a.length - b.length) > 2) return false
  // orion1.example and orion2.example are two firms.
  if (isPublicProvider(a) || isPublicProvider(b) || isOtherDigit(a, b)) return false
  return slipsBetween(a, b, 2) <= 2
}

function areSlips(a: string, b: string, isFirm: boolean): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < (isFirm ? 3 : 5)) return false
  const limit = shorter > 8 ? 2 : 1
  return slipsBetween(a, b, limit) <= limit && !isOtherDigit(a, b)
}

/**
 * `near`: same telling name before the @ with another provider, at most two slips there and two in a domain of one's own, or two offices
 * of one firm. Index into `MAIL_LEVELS`.
 */
export function compareMails(a: MailKey, b: MailKey): number {
  if (a.domain !== b.domain) {
    if (a.local === b.local && isTelling(a.local)) return 1
    if (ROLES.has(a.local) || ROLES.has(b.local) || !isMistypedDomain(a.domain, b.domain)) return 0
    return a.local === b.local || areSlips(a.local, b.local, true) ? 1 : 0
  }
  if (a.local === b.local) return 2
  const isFirm = !isPublicProvider(a.domain)
  if (isFirm && ROLES.has(a.local) && ROLES.has(b.local)) return 1
  return areSlips(a.local, b.local, isFirm) ? 1 : 0
}

export { compareTaxIds, TAX_LEVELS, taxKey } from './tax-ids.js'
