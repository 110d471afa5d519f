import type { ClientKind } from '../client.js'
import { foldWord, wordsOf } from '../fold.js'
import { isStandIn } from '../reading/stand-in.js'
import { birthdayKey } from './birthday.js'
import { type CompanyKey, readCompany } from './company.js'
import { type MailKey, mailKey, phoneKey, taxKey } from './identifiers.js'
import { type PersonKey, readPerson } from './person.js'
import { type AddressKey, addressKey, cityKey } from './place.js'

/** A client as matching reads it from the base: texts as they are kept, lists empty and values null where there is nothing. */
export interface MatchInput {
  id: number
  kind: ClientKind
  name: string
  family: string | null
  given: string | null
  father: string | null
  phones: readonly string[]
  emails: readonly string[]
  /** `telegram:ivanov`, and so on. */
  handles: readonly string[]
  /** The client's own, `YYYY-MM-DD` or `--MM-DD`. */
  birthday: string | null
  city: string | null
  address: string | null
  /** Values of the user's own fields by key. */
  custom: readonly { key: string; value: string }[]
}

/** What is compared of a client, in comparable forms. */
export interface ClientKeys {
  person: PersonKey | null
  company: CompanyKey | null
  /** A sole trader: a company by kind, a person by name. */
  trader: boolean
  phones: number[]
  mails: MailKey[]
  handles: string[]
  birthday: number
  address: AddressKey | null
  city: string
  tax: { key: string; valid: boolean }[]
  /** Other own fields with a telling text, folded. */
  custom: { key: string; value: string }[]
}

/** Own fields that hold a number which the state gives to one person or firm, by their usual keys. */
const TAX_FIELD =
  /^(?:inn|tax_?id|tax_?number|tin|vat(?:_?id|_?number)?|tax|y?edrpou|rnokpp|ipn|unp|bin|iin|ssn|soc_?sec(?:_?id)?|nip|ogrn(?:ip)?|snils|passport|инн|едрпоу|єдрпоу|рнокпп|іпн|ипн|унп|бин|иин|огрн|снилс|паспорт)$/iu

/** Is the own field of this key one of those? */
export const isTaxField = (key: string): boolean => TAX_FIELD.test(key)

const NOBODY = { name: '', family: null, given: null, father: null }
const NO_COMPANY: CompanyKey = { core: '', words: [], form: '' }

/** A few letters, or digits that count something, tell nobody apart. */
const isTelling = (value: string): boolean =>
  value.length >= 3 && value.length <= 80 && !/^[\d.,\s%-]{1,4}$/.test(value)

const unique = <T>(list: readonly T[]): T[] => (list.length < 2 ? [...list] : [...new Set(list)])

function phonesOf(values: readonly string[]): number[] {
  const keys: number[] = []
  for (const value of values) {
    const key = phoneKey(value)
    if (key !== null && !keys.includes(key)) keys.push(key)
  }
  return keys
}

function mailsOf(values: readonly string[]): MailKey[] {
  const keys: MailKey[] = []
  for (const value of values) {
    const key = mailKey(value)
    if (key !== null && !keys.some((each) => each.local === key.local && each.domain === key.domain)) keys.push(key)
  }
  return keys
}

/** What a record without a name was called speaks neither for nor against anybody. */
function namedIn({ kind, name, family, given, father }: MatchInput): Pick<ClientKeys, 'company' | 'person'> {
  if (kind === 'company') return isStandIn(name) ? { company: NO_COMPANY, person: null } : readCompany(name)
  return { company: null, person: readPerson(isStandIn(name) ? NOBODY : { name, family, given, father }) }
}

/** The comparable forms of a client. `ownFields`: which of the user's own fields tell clients apart; null for all. */
export function keysOf(input: MatchInput, ownFields: ReadonlySet<string> | null = null): ClientKeys {
  const read = namedIn(input)
  const tax: ClientKeys['tax'] = []
  const custom: ClientKeys['custom'] = []
  for (const { key, value } of input.custom) {
    if (isTaxField(key)) {
      const found = taxKey(value)
      if (found) tax.push(found)
    } else if ((ownFields === null || ownFields.has(key)) && isTelling(value)) {
      const folded = wordsOf(value).map(foldWord).join(' ')
      if (folded !== '') custom.push({ key, value: folded })
    }
  }
  return {
    person: read.person,
    company: read.company,
    trader: input.kind === 'company' && read.person !== null,
    phones: phonesOf(input.phones),
    mails: mailsOf(input.emails),
    handles: unique(input.handles),
    birthday: birthdayKey(input.birthday),
    address: input.address === null ? null : addressKey(input.address),
    city: input.city === null ? '' : cityKey(input.city),
    tax,
    custom,
  }
}
