import { compareMails, comparePhones, compareTaxIds, type MailKey, mailKey, phoneKey, taxKey } from './identifiers.js'
import { isTaxField, type MatchInput } from './keys.js'
import { FIELD } from './levels.js'

/** The phone and the e-mail that agreed exactly, in comparable forms: -1 and null for none. */
export interface Agreed {
  phone: number
  mail: MailKey | null
}

/** Of several phones, e-mails and the like the two texts that are as near as `level` says, all of them when none agree; null of other fields. */
export function agreeing(
  field: number,
  level: number,
  [one, other]: readonly [MatchInput, MatchInput],
  agreed: Agreed,
): [string, string] | null {
  const [ones, others] = [listed(one, field), listed(other, field)]
  if (ones === null || others === null) return null
  if (level > 0 && ones.length * others.length > 1)
    for (const text of ones) {
      if (!isAgreed(field, text, agreed)) continue
      const found = others.find((each) => levelOf(field, text, each) === level)
      if (found !== undefined) return [text, found]
    }
  return [texts(ones), texts(others)]
}

/** A number that a messenger has too stands there twice. */
const texts = (list: readonly string[]): string => [...new Set(list)].join(', ')

function listed(input: MatchInput, field: number): readonly string[] | null {
  switch (field) {
    case FIELD.phone:
      return input.phones
    case FIELD.email:
      return input.emails
    case FIELD.handle:
      return input.handles
    case FIELD.tax:
      return input.custom.filter(({ key }) => isTaxField(key)).map(({ value }) => value)
    default:
      return null
  }
}

/** A number that half the base has is the same too, but it is not the one that was found. */
function isAgreed(field: number, text: string, { phone, mail }: Agreed): boolean {
  if (field === FIELD.phone && phone >= 0) return phoneKey(text) === phone
  if (field !== FIELD.email || mail === null) return true
  const key = mailKey(text)
  return key !== null && key.local === mail.local && key.domain === mail.domain
}

/** Index into the levels of the field; -1 of what is not compared. */
function levelOf(field: number, one: string, other: string): number {
  switch (field) {
    case FIELD.phone:
      return compared(phoneKey(one), phoneKey(other), comparePhones)
    case FIELD.email:
      return compared(mailKey(one), mailKey(other), compareMails)
    case FIELD.tax:
      return compared(taxKey(one), taxKey(other), compareTaxIds)
    default:
      return one === other ? 1 : 0
  }
}

const compared = <T>(one: T | null, other: T | null, compare: (one: T, other: T) => number): number =>
  one === null || other === null ? -1 : compare(one, other)
