import type { CompanyKey } from './company.js'
import { hashText } from './hashing.js'
import type { MailKey } from './identifiers.js'
import type { ClientKeys } from './keys.js'
import { isPublicProvider } from './mail-providers.js'
import type { PersonKey } from './person.js'

/** Numbers that grow: the columns of the roster before it is closed. */
class Growing {
  #data: Uint32Array
  length = 0
  constructor(size: number) {
    this.#data = new Uint32Array(Math.max(size, 16))
  }
  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Uint32Array(this.#data.length * 2)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.length] = value
    this.length += 1
  }
  close(): Uint32Array {
    return this.#data.subarray(0, this.length)
  }
}

/** Lists of numbers of every client, one behind the other: those of client i stand from `start[i]` up to `start[i + 1]`. */
export interface Lists {
  start: Uint32Array
  items: Uint32Array
}

/** Places in a row of `Roster.rows`. */
export const CELL = {
  birthday: 0,
  city: 1,
  street: 2,
  house: 3,
  flat: 4,
  postcode: 5,
  phones: 6,
  phone: 7,
  mails: 8,
  mail: 9,
  taxes: 10,
  tax: 11,
  handles: 12,
  custom: 13,
} as const
/** Numbers in a row: with 16 of four bytes it is one line of the processor's cache. */
export const ROW = 16

/** What all clients are compared by, in columns: of a million clients, objects would take several times the memory. Texts are numbers into `texts`, 0 is none. */
export interface Roster {
  size: number
  ids: Uint32Array
  persons: (PersonKey | null)[]
  companies: (CompanyKey | null)[]
  trader: Uint8Array
  birthday: Uint32Array
  city: Uint32Array
  street: Uint32Array
  house: Uint32Array
  flat: Uint32Array
  postcode: Uint32Array
  phones: Lists
  /** Into `mailKeys`. */
  mails: Lists
  handles: Lists
  /** Into `taxKeys`. */
  tax: Lists
  /** Own fields: number of the field and of the text, in turn. */
  custom: Lists
  /**
   * The same again as rows of `ROW` numbers, for comparing: a pair then costs two reads of memory, not fifty. Of lists, how many there are
   * and the first.
   */
  rows: Uint32Array
  texts: string[]
  mailKeys: MailKey[]
  /**
   * Of each e-mail, by which most are told apart without reading them: number of the provider, length and hash of the name before the
   * @, and whether the domain is one's own.
   */
  mailShapes: { provider: Uint32Array; length: Uint8Array; local: Uint32Array; isOwn: Uint8Array }
  taxKeys: { key: string; valid: boolean }[]
  /** Keys of the own fields, in the order of their numbers. */
  customFields: string[]
}

/** Takes clients one by one and closes into a roster. */
export class RosterBuilder {
  #numbers = new Map<string, number>([['', 0]])
  #texts: string[] = ['']
  #persons: (PersonKey | null)[] = []
  #companies: (CompanyKey | null)[] = []
  #mailNumbers = new Map<string, number>()
  #mailKeys: MailKey[] = []
  #taxNumbers = new Map<string, number>()
  #taxKeys: { key: string; valid: boolean }[] = []
  #fields: string[] = []
  #columns: Record<'ids' | 'trader' | 'birthday' | 'city' | 'street' | 'house' | 'flat' | 'postcode', Growing>
  #lists: Record<'phones' | 'mails' | 'handles' | 'tax' | 'custom', { start: Growing; items: Growing }>

  constructor(expected = 1_000) {
    const column = () => new Growing(expected)
    const list = () => ({ start: new Growing(expected + 1), items: new Growing(expected) })
    this.#columns = {
      ids: column(),
      trader: column(),
      birthday: column(),
      city: column(),
      street: column(),
      house: column(),
      flat: column(),
      postcode: column(),
    }
    this.#lists = { phones: list(), mails: list(), handles: list(), tax: list(), custom: list() }
  }

  #number(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#texts.length
      this.#texts.push(text)
      this.#numbers.set(text, number)
    }
    return number
  }

  #mail(key: MailKey): number {
    const text = `${key.local}@${key.domain}`
    let number = this.#mailNumbers.get(text)
    if (number === undefined) {
      number = this.#mailKeys.length
      this.#mailKeys.push(key)
      this.#mailNumbers.set(text, number)
    }
    return number
  }

  #tax(key: { key: string; valid: boolean }): number {
    let number = this.#taxNumbers.get(key.key)
    if (number === undefined) {
      number = this.#taxKeys.length
      this.#taxKeys.push(key)
      this.#taxNumbers.set(key.key, number)
    }
    return number
  }

  #field(key: string): number {
    const known = this.#fields.indexOf(key)
    return known >= 0 ? known : this.#fields.push(key) - 1
  }

  add(id: number, keys: ClientKeys): void {
    const columns = this.#columns
    columns.ids.push(id)
    columns.trader.push(keys.trader ? 1 : 0)
    columns.birthday.push(keys.birthday)
    columns.city.push(this.#number(keys.city))
    columns.street.push(this.#number(keys.address?.street ?? ''))
    columns.house.push(this.#number(keys.address?.house ?? ''))
    columns.flat.push(this.#number(keys.address?.flat ?? ''))
    columns.postcode.push(this.#number(keys.address?.postcode ?? ''))
    this.#persons.push(keys.person)
    this.#companies.push(keys.company)
    const lists = this.#lists
    for (const list of Object.values(lists)) list.start.push(list.items.length)
    for (const phone of keys.phones) lists.phones.items.push(phone)
    for (const mail of keys.mails) lists.mails.items.push(this.#mail(mail))
    for (const handle of keys.handles) lists.handles.items.push(this.#number(handle))
    for (const tax of keys.tax) lists.tax.items.push(this.#tax(tax))
    for (const { key, value } of keys.custom) {
      lists.custom.items.push(this.#field(key))
      lists.custom.items.push(this.#number(value))
    }
  }

  close(): Roster {
    const closed = ({ start, items }: { start: Growing; items: Growing }): Lists => {
      start.push(items.length)
      return { start: start.close(), items: items.close() }
    }
    const { ids, trader, ...columns } = this.#columns
    const roster: Roster = {
      size: ids.length,
      ids: ids.close(),
      trader: Uint8Array.from(trader.close()),
      persons: this.#persons,
      companies: this.#companies,
      birthday: columns.birthday.close(),
      city: columns.city.close(),
      street: columns.street.close(),
      house: columns.house.close(),
      flat: columns.flat.close(),
      postcode: columns.postcode.close(),
      phones: closed(this.#lists.phones),
      mails: closed(this.#lists.mails),
      handles: closed(this.#lists.handles),
      tax: closed(this.#lists.tax),
      custom: closed(this.#lists.custom),
      rows: new Uint32Array(ids.length * ROW),
      texts: this.#texts,
      mailKeys: this.#mailKeys,
      mailShapes: shapesOf(this.#mailKeys),
      taxKeys: this.#taxKeys,
      customFields: this.#fields,
    }
    fillRows(roster)
    // Nothing is added any more.
    this.#numbers.clear()
    this.#mailNumbers.clear()
    this.#taxNumbers.clear()
    return roster
  }
}

function shapesOf(keys: readonly MailKey[]): Roster['mailShapes'] {
  const providers = new Map<string, number>()
  const provider = Uint32Array.from(keys, ({ domain }) => {
    const known = providers.get(domain)
    if (known !== undefined) return known
    providers.set(domain, providers.size)
    return providers.size - 1
  })
  return {
    provider,
    length: Uint8Array.from(keys, ({ local }) => Math.min(local.length, 255)),
    local: Uint32Array.from(keys, ({ local }) => hashText(local)),
    isOwn: Uint8Array.from(keys, ({ domain }) => (isPublicProvider(domain) ? 0 : 1)),
  }
}

function fillRows({ size, rows, ...roster }: Roster): void {
  const list = ({ start, items }: Lists, record: number, count: number, first: number): void => {
    const from = start[record] as number
    const held = (start[record + 1] as number) - from
    rows[record * ROW + count] = held
    if (held > 0 && first >= 0) rows[record * ROW + first] = items[from] as number
  }
  for (let record = 0; record < size; record += 1) {
    const at = record * ROW
    for (const column of ['birthday', 'city', 'street', 'house', 'flat', 'postcode'] as const)
      rows[at + CELL[column]] = roster[column][record] as number
    list(roster.phones, record, CELL.phones, CELL.phone)
    list(roster.mails, record, CELL.mails, CELL.mail)
    list(roster.tax, record, CELL.taxes, CELL.tax)
    list(roster.handles, record, CELL.handles, -1)
    list(roster.custom, record, CELL.custom, -1)
  }
}
