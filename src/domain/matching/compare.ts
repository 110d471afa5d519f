import { birthdaysContradict, compareBirthdays } from './birthday.js'
import { compareCompanies } from './company.js'
import {
  compareMails,
  comparePhones,
  compareTaxIds,
  isMistypedDomain,
  MAIL_LEVELS,
  type MailKey,
  TAX_LEVELS,
} from './identifiers.js'
import { CUSTOM, FIELD } from './levels.js'
import { AGAINST, comparePersons, type PersonKey } from './person.js'
import { type AddressKey, compareAddresses } from './place.js'
import { CELL, type Lists, ROW, type Roster } from './roster.js'

type TaxKey = Roster['taxKeys'][number]

/** What contradicts, beyond the flags of names (`person.AGAINST`). */
export const CONTRADICTS = { ...AGAINST, birthday: 32, tax: 64, company: 128 } as const

/** A phone or e-mail of more clients than these is nobody's own: a switchboard, a dummy. */
export const MOST_HOLDERS = 30

/** The result of a comparison, used again for every pair. Level -1: nothing to compare on one side. */
export interface Comparison {
  levels: Int8Array
  contradictions: number
  /** What agreed exactly, for its frequency; -1 for nothing. */
  phone: number
  mail: number
  /**
   * Two of one name or one house, perhaps: one is a junior, or has his own name in his patronymic, and the other shows none; a sole trader
   * and a person; a firm and its branch; two women of one first name with nothing but a phone in common.
   */
  kin: boolean
  /** A sole trader and a person, who may be one man and are yet two kinds of clients. */
  mixed: boolean
  /** Two women, as far as the names tell: a family name may change by marriage. */
  women: boolean
  /** The e-mails are alike in that one name before the @ is held with two providers. */
  mailMoved: boolean
}

export const newComparison = (customFields: number): Comparison => ({
  levels: new Int8Array(CUSTOM + customFields),
  contradictions: 0,
  phone: -1,
  mail: -1,
  kin: false,
  mixed: false,
  women: false,
  mailMoved: false,
})

const left: AddressKey = { street: '', house: '', flat: '', postcode: '' }
const right: AddressKey = { street: '', house: '', flat: '', postcode: '' }

function addressInto(target: AddressKey, { rows, texts }: Roster, at: number): void {
  target.street = texts[rows[at + CELL.street] as number] as string
  target.house = texts[rows[at + CELL.house] as number] as string
  target.flat = texts[rows[at + CELL.flat] as number] as string
  target.postcode = texts[rows[at + CELL.postcode] as number] as string
}

const hasAddress = (rows: Uint32Array, at: number): boolean =>
  rows[at + CELL.street] !== 0 || rows[at + CELL.postcode] !== 0

/** Fills `into` with the levels of two clients. `busy`: phones and mails that are nobody's own. */
export class Comparer {
  #roster: Roster
  #busyPhones: ReadonlySet<number>
  #busyMails: ReadonlySet<number>
  /** Places of the own fields in the array of levels, by their numbers; 0 for those left out. */
  #places: Uint8Array
  // Functions that are made once and not for every pair.
  #current: Comparison = newComparison(0)
  #compareMail = (x: number, y: number): number => {
    if (x === y) return MAIL_LEVELS.length - 1
    if (!this.#mayBeNear(x, y)) return 0
    return this.#mails(this.#roster.mailKeys[x] as MailKey, this.#roster.mailKeys[y] as MailKey, this.#current)
  }
  #sameMail = (x: number, y: number): boolean => x === y || this.#mayBeNear(x, y)
  #compareTax = (x: number, y: number): number =>
    x === y
      ? TAX_LEVELS.length - 1
      : compareTaxIds(this.#roster.taxKeys[x] as TaxKey, this.#roster.taxKeys[y] as TaxKey)

  constructor(
    roster: Roster,
    busy: { phones: ReadonlySet<number>; mails: ReadonlySet<number> },
    customFields: readonly string[],
  ) {
    this.#roster = roster
    this.#busyPhones = busy.phones
    this.#busyMails = busy.mails
    this.#places = Uint8Array.from(roster.customFields, (key) => {
      const place = customFields.indexOf(key)
      return place < 0 ? 0 : CUSTOM + place
    })
  }

  /** Two kinds of clients are never compared. */
  comparable(a: number, b: number): boolean {
    const { persons, companies } = this.#roster
    return (persons[a] !== null && persons[b] !== null) || (companies[a] !== null && companies[b] !== null)
  }

  compare(a: number, b: number, into: Comparison): void {
    const roster = this.#roster
    const { levels } = into
    levels.fill(-1)
    into.contradictions = 0
    into.kin = false
    into.mixed = roster.trader[a] !== roster.trader[b]
    into.women = false
    into.mailMoved = false
    const [person, other] = [roster.persons[a], roster.persons[b]]
    const [company, otherCompany] = [roster.companies[a], roster.companies[b]]
    if (person && other) {
      const result = comparePersons(person, other)
      levels[FIELD.name] = result & 15
      into.contradictions = result >> 4
      into.kin =
        person.generation !== other.generation ||
        roster.trader[a] !== roster.trader[b] ||
        isOfOwnName(person, other) ||
        isOfOwnName(other, person)
      into.women = person.sex !== 'male' && other.sex !== 'male' && (person.sex ?? other.sex) !== null
    } else if (company && otherCompany && company.core !== '' && otherCompany.core !== '') {
      const level = compareCompanies(company, otherCompany)
      levels[FIELD.company] = level
      if (level === 0) into.contradictions |= CONTRADICTS.company
      into.kin = level === 1
    }
    const { rows } = roster
    const [at, otherAt] = [a * ROW, b * ROW]
    this.#identifiers(a, b, into)
    if ((into.contradictions & CONTRADICTS.family) !== 0 && levels[FIELD.email] !== 2) into.kin = true
    const [birthday, otherBirthday] = [rows[at + CELL.birthday] as number, rows[otherAt + CELL.birthday] as number]
    if (birthday !== 0 && otherBirthday !== 0) {
      levels[FIELD.birthday] = compareBirthdays(birthday, otherBirthday)
      if (birthdaysContradict(birthday, otherBirthday)) into.contradictions |= CONTRADICTS.birthday
    }
    if (hasAddress(rows, at) && hasAddress(rows, otherAt)) {
      addressInto(left, roster, at)
      addressInto(right, roster, otherAt)
      levels[FIELD.address] = compareAddresses(left, right)
    }
    const [city, otherCity] = [rows[at + CELL.city], rows[otherAt + CELL.city]]
    if (city !== 0 && otherCity !== 0) levels[FIELD.city] = city === otherCity ? 1 : 0
    if (rows[at + CELL.custom] !== 0 && rows[otherAt + CELL.custom] !== 0) this.#custom(a, b, levels)
  }

  #identifiers(a: number, b: number, into: Comparison): void {
    const roster = this.#roster
    const { rows } = roster
    const [at, other] = [a * ROW, b * ROW]
    const { levels } = into
    into.phone = -1
    if (rows[at + CELL.phones] !== 0 && rows[other + CELL.phones] !== 0) this.#phones(a, b, into)
    into.mail = -1
    if (rows[at + CELL.mails] !== 0 && rows[other + CELL.mails] !== 0) this.#allMails(a, b, into)
    if (rows[at + CELL.handles] !== 0 && rows[other + CELL.handles] !== 0)
      best(roster.handles, a, b, null, sameOrOther, levels, FIELD.handle)
    if (rows[at + CELL.taxes] === 0 || rows[other + CELL.taxes] === 0) return
    best(roster.tax, a, b, null, this.#compareTax, levels, FIELD.tax)
    // A number without check digits may be a slip; two that hold are two.
    if (levels[FIELD.tax] === 0 && this.#hasValidTax(a) && this.#hasValidTax(b)) into.contradictions |= CONTRADICTS.tax
  }

  #phones(a: number, b: number, into: Comparison): void {
    const { rows, phones } = this.#roster
    if (rows[a * ROW + CELL.phones] !== 1 || rows[b * ROW + CELL.phones] !== 1) {
      into.phone = best(phones, a, b, this.#busyPhones, comparePhones, into.levels, FIELD.phone)
      return
    }
    const [one, other] = [rows[a * ROW + CELL.phone] as number, rows[b * ROW + CELL.phone] as number]
    if (this.#busyPhones.size > 0 && (this.#busyPhones.has(one) || this.#busyPhones.has(other))) return
    into.levels[FIELD.phone] = comparePhones(one, other)
    if (one === other) into.phone = one
  }

  #allMails(a: number, b: number, into: Comparison): void {
    this.#current = into
    into.mail = best(this.#roster.mails, a, b, this.#busyMails, this.#compareMail, into.levels, FIELD.email)
  }

  /** By their shapes alone: one name with two providers, or names of nearly one length with one or with domains of their own. */
  #mayBeNear(x: number, y: number): boolean {
    const { provider, length, local, isOwn } = this.#roster.mailShapes
    if (provider[x] !== provider[y] && !(isOwn[x] === 1 && isOwn[y] === 1)) return local[x] === local[y]
    return (
      Math.abs((length[x] as number) - (length[y] as number)) <= 2 ||
      ((length[x] as number) < 8 && (length[y] as number) < 8)
    )
  }

  /**
   * Does anything but names, city and custom fields agree, or nearly? A look at the rows alone: of a million clients most pairs of a block
   * are namesakes, and the names need not be read to know that there is nothing else.
   */
  mayAgree(a: number, b: number): boolean {
    const { rows, phones, mails } = this.#roster
    const [at, other] = [a * ROW, b * ROW]
    const birthday = rows[at + CELL.birthday] as number
    const otherBirthday = rows[other + CELL.birthday] as number
    if (birthday !== 0 && otherBirthday !== 0 && compareBirthdays(birthday, otherBirthday) > 0) return true
    if (rows[at + CELL.street] !== 0 && rows[at + CELL.street] === rows[other + CELL.street]) return true
    if (rows[at + CELL.taxes] !== 0 && rows[other + CELL.taxes] !== 0) return true
    if (rows[at + CELL.handles] !== 0 && rows[other + CELL.handles] !== 0) return true
    if (anyOf(phones, a, b, nearPhones)) return true
    return anyOf(mails, a, b, this.#sameMail)
  }

  #hasValidTax(record: number): boolean {
    const { tax, taxKeys } = this.#roster
    for (let at = tax.start[record] as number; at < (tax.start[record + 1] as number); at += 1)
      if (taxKeys[tax.items[at] as number]?.valid) return true
    return false
  }

  /** Two namesakes both take their name for an address: what is made of the name alone says nothing beside the name. */
  #mails(one: MailKey, other: MailKey, into: Comparison): number {
    const level = compareMails(one, other)
    if (level !== 1) return level
    const named = (into.levels[FIELD.name] as number) >= 4
    if (one.local !== other.local) return named && lettersOf(one.local) === lettersOf(other.local) ? -1 : level
    if (isMistypedDomain(one.domain, other.domain)) return level
    into.mailMoved = true
    return named && !/\d/.test(one.local) ? -1 : level
  }

  #custom(a: number, b: number, levels: Int8Array): void {
    const { start, items } = this.#roster.custom
    for (let at = start[a] as number; at < (start[a + 1] as number); at += 2) {
      const place = this.#places[items[at] as number] as number
      if (place === 0) continue
      for (let other = start[b] as number; other < (start[b + 1] as number); other += 2)
        if (items[other] === items[at]) levels[place] = items[other + 1] === items[at + 1] ? 1 : 0
    }
  }
}

const lettersOf = (local: string): string => local.replace(/[^\p{L}]/gu, '')

/** Иван Иванович, beside an Иван whose father is not known. */
function isOfOwnName({ names, fathers }: PersonKey, other: PersonKey): boolean {
  if (other.father !== '' || fathers.length === 0) return false
  for (const name of names) if (fathers.includes(name)) return true
  return false
}

const nearPhones = (x: number, y: number): boolean => comparePhones(x, y) > 0

/** Is there a pair of items, one of each list, of which this holds? */
function anyOf({ start, items }: Lists, a: number, b: number, holds: (x: number, y: number) => boolean): boolean {
  const until = start[a + 1] as number
  const otherUntil = start[b + 1] as number
  for (let at = start[a] as number; at < until; at += 1)
    for (let other = start[b] as number; other < otherUntil; other += 1)
      if (holds(items[at] as number, items[other] as number)) return true
  return false
}

const sameOrOther = (x: number, y: number): number => (x === y ? 1 : 0)

/** The best level among all pairs of two lists; answers the item that agreed exactly, or -1. */
function best(
  { start, items }: Lists,
  a: number,
  b: number,
  busy: ReadonlySet<number> | null,
  compare: (x: number, y: number) => number,
  levels: Int8Array,
  field: number,
): number {
  const until = start[a + 1] as number
  const otherUntil = start[b + 1] as number
  let same = -1
  for (let at = start[a] as number; at < until; at += 1) {
    const item = items[at] as number
    if (busy?.has(item)) continue
    for (let other = start[b] as number; other < otherUntil; other += 1) {
      const otherItem = items[other] as number
      if (busy?.has(otherItem)) continue
      const level = compare(item, otherItem)
      if (level > (levels[field] as number)) levels[field] = level
      if (item === otherItem && item > same) same = item
    }
  }
  return same
}
