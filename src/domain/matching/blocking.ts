import { hashConsonants, hashText, mix } from './hashing.js'
import type { PersonKey } from './person.js'
import type { Roster } from './roster.js'

/** Larger blocks are divided by one more trait; what stays larger is left to the other keys. */
const LARGEST_BLOCK = 60
/** A day of birth alone says little: its blocks must be small. */
const LARGEST_WEAK = 16

/** Kinds of keys, so that keys of two kinds never meet. */
const KEY = {
  phone: 1,
  phoneStart: 2,
  phoneEnd: 3,
  mail: 4,
  mailName: 5,
  handle: 6,
  tax: 7,
  birthGiven: 8,
  birthFamily: 9,
  yearFamily: 10,
  dayFamily: 11,
  names: 12,
  skeleton: 13,
  fatherFamily: 14,
  cityFamily: 15,
  address: 16,
  custom: 17,
  givenCity: 18,
  bothWays: 19,
  companyStart: 20,
  companySkeleton: 21,
  companyEnd: 22,
  companyWords: 23,
  mailDomain: 24,
  birth: 25,
  housePlace: 26,
  taxNear: 27,
} as const

const WEAK: ReadonlySet<number> = new Set([KEY.birth, KEY.housePlace, KEY.givenCity])

/** Mail providers where everybody has an address. */
const PUBLIC_MAIL =
  /^(?:gmail|mail|yandex|ukr|bigmir|i|meta|inbox|list|bk|rambler|yahoo|hotmail|outlook|icloud|aol|live|me|proton|protonmail|gmx|web|ya)\./

export interface Entries {
  hashes: Uint32Array
  records: Uint32Array
  size: number
}

class Collector implements Entries {
  hashes = new Uint32Array(1 << 16)
  records = new Uint32Array(1 << 16)
  size = 0
  add(kind: number, hash: number, record: number): void {
    if (this.size === this.hashes.length) {
      const [hashes, records] = [new Uint32Array(this.size * 2), new Uint32Array(this.size * 2)]
      hashes.set(this.hashes)
      records.set(this.records)
      this.hashes = hashes
      this.records = records
    }
    // Weak kinds are told by the lowest bit, so that their blocks can have a limit of their own.
    this.hashes[this.size] = ((mix(kind, hash) << 1) | (WEAK.has(kind) ? 1 : 0)) >>> 0
    this.records[this.size] = record
    this.size += 1
  }
}

const firstOf = (text: string, count: number): number => hashText(text, 0, Math.min(count, text.length))

/** Numbers that stand for the given name: every name it is a form of, or the word itself. */
function eachGiven({ names, given }: PersonKey, visit: (given: number) => void): void {
  if (names.length > 0) for (const name of names) visit(name)
  else if (given.length > 1) visit(hashText(given))
}

function addPerson(keys: Collector, roster: Roster, record: number, person: PersonKey): void {
  const { family, family2, given, father } = person
  const birthday = roster.birthday[record] as number
  const day = birthday & 511
  const year = birthday >>> 9
  const city = roster.city[record] as number
  const start = firstOf(family, 3)
  const initial = given.charCodeAt(0) | 0
  if (family !== '') {
    const whole = hashText(family)
    eachGiven(person, (name) => keys.add(KEY.names, mix(whole, name), record))
    if (family2 !== '') eachGiven(person, (name) => keys.add(KEY.names, mix(hashText(family2), name), record))
    if (given.length > 1) {
      // Whatever stands first: the order may be mistaken.
      const other = hashText(given)
      keys.add(KEY.bothWays, mix(Math.min(whole, other), Math.max(whole, other)), record)
      const skeleton = hashConsonants(family)
      eachGiven(person, (name) => keys.add(KEY.skeleton, mix(skeleton, name), record))
      eachGiven(person, (name) => keys.add(KEY.givenCity, mix(mix(name, city), family.charCodeAt(0)), record))
    }
    if (year !== 0) keys.add(KEY.yearFamily, mix(mix(whole, year), initial), record)
    if (day !== 0) keys.add(KEY.dayFamily, mix(whole, day), record)
    if (city !== 0 && initial !== 0) keys.add(KEY.cityFamily, mix(mix(whole, city), initial), record)
    if (birthday !== 0 && day !== 0) keys.add(KEY.birthFamily, mix(birthday, start), record)
  }
  if (birthday !== 0 && day !== 0) {
    eachGiven(person, (name) => keys.add(KEY.birthGiven, mix(birthday, name), record))
    if (year !== 0) keys.add(KEY.birth, birthday, record)
  }
  if (father.length > 1 && given.length > 1)
    eachGiven(person, (name) =>
      keys.add(KEY.fatherFamily, mix(mix(name, firstOf(father, 4)), firstOf(family, 2)), record),
    )
  const { items, start: from } = roster.phones
  for (let at = from[record] as number; at < (from[record + 1] as number); at += 1)
    addNearPhone(keys, items[at] as number, start, record)
}

/** A number with one wrong digit still has its first or its last five right. */
function addNearPhone(keys: Collector, phone: number, start: number, record: number): void {
  keys.add(KEY.phoneStart, mix(Math.floor(phone / 10_000), start), record)
  keys.add(KEY.phoneEnd, mix(phone % 100_000, start), record)
}

function addCompany(keys: Collector, roster: Roster, record: number, core: string, words: readonly string[]): void {
  if (core === '') return
  keys.add(KEY.companyStart, firstOf(core, 8), record)
  keys.add(KEY.companySkeleton, hashConsonants(core), record)
  if (core.length > 6) keys.add(KEY.companyEnd, hashText(core, core.length - 6), record)
  if (words.length > 1) keys.add(KEY.companyWords, hashText([...words].sort().join(' ')), record)
  const { items, start } = roster.phones
  for (let at = start[record] as number; at < (start[record + 1] as number); at += 1)
    addNearPhone(keys, items[at] as number, firstOf(core, 3), record)
}

function addContacts(keys: Collector, roster: Roster, record: number): void {
  const each = ({ start, items }: Roster['phones'], visit: (item: number, at: number) => void): void => {
    for (let at = start[record] as number; at < (start[record + 1] as number); at += 1) visit(items[at] as number, at)
  }
  each(roster.phones, (phone) => keys.add(KEY.phone, phone, record))
  each(roster.mails, (mail) => {
    keys.add(KEY.mail, mail, record)
    const { local, domain } = roster.mailKeys[mail] as { local: string; domain: string }
    if (local.length > 5) keys.add(KEY.mailName, hashText(local), record)
    if (roster.companies[record] && !PUBLIC_MAIL.test(domain)) keys.add(KEY.mailDomain, hashText(domain), record)
  })
  each(roster.handles, (handle) => keys.add(KEY.handle, handle, record))
  each(roster.tax, (tax) => {
    keys.add(KEY.tax, tax, record)
    const { key } = roster.taxKeys[tax] as { key: string }
    keys.add(KEY.taxNear, hashText(key, 0, key.length >> 1), record)
    keys.add(KEY.taxNear, hashText(key, key.length >> 1), record)
  })
  const { start, items } = roster.custom
  for (let at = start[record] as number; at < (start[record + 1] as number); at += 2)
    keys.add(KEY.custom, mix(items[at] as number, items[at + 1] as number), record)
}

function addPlace(keys: Collector, roster: Roster, record: number): void {
  const street = roster.street[record] as number
  const house = roster.house[record] as number
  if (street === 0 || house === 0) return
  const place = mix(street, house)
  keys.add(KEY.address, mix(place, roster.flat[record] as number), record)
  const person = roster.persons[record]
  if (person) keys.add(KEY.housePlace, mix(place, person.given.charCodeAt(0) | 0), record)
}

/** A stable sort by 32-bit keys, three passes of 11 bits. */
export function sortByHash({ hashes, records, size }: Entries): Entries {
  let from: [Uint32Array, Uint32Array] = [hashes.subarray(0, size), records.subarray(0, size)]
  let to: [Uint32Array, Uint32Array] = [new Uint32Array(size), new Uint32Array(size)]
  for (const shift of [0, 11, 22]) {
    const counts = new Uint32Array(2049)
    const [keys, values] = from
    for (let index = 0; index < size; index += 1) {
      const digit = (((keys[index] as number) >>> shift) & 2047) + 1
      counts[digit] = (counts[digit] as number) + 1
    }
    for (let digit = 1; digit < 2049; digit += 1)
      counts[digit] = (counts[digit] as number) + (counts[digit - 1] as number)
    for (let index = 0; index < size; index += 1) {
      const digit = ((keys[index] as number) >>> shift) & 2047
      const place = counts[digit] as number
      counts[digit] = place + 1
      to[0][place] = keys[index] as number
      to[1][place] = values[index] as number
    }
    ;[from, to] = [to, from]
  }
  return { hashes: from[0], records: from[1], size }
}

/** By what a block that is too large is divided: year of birth, city, patronymic, beginning of the family name. */
const TRAITS: readonly ((roster: Roster, record: number) => number)[] = [
  (roster, record) => (roster.birthday[record] as number) >>> 9,
  (roster, record) => roster.city[record] as number,
  (roster, record) => hashText(roster.persons[record]?.father ?? '', 0, 4) ^ 0x811c9dc5,
  (roster, record) => (roster.street[record] as number) | 0,
]

/** Blocks as runs in `records`: block b is `records[starts[b]] …` up to `starts[b + 1]`. */
export interface Blocks {
  records: Uint32Array
  starts: Uint32Array
}

/** Sorts entries into blocks; those that are too large are divided by every trait, each giving blocks of its own. */
function intoBlocks(roster: Roster, first: Entries): Blocks[] {
  const done: Blocks[] = []
  let waiting: { entries: Entries; trait: number }[] = [{ entries: first, trait: 0 }]
  while (waiting.length > 0) {
    const next: typeof waiting = []
    for (const { entries, trait } of waiting) {
      const sorted = sortByHash(entries)
      const { hashes, records, size } = sorted
      const kept = new Uint32Array(size)
      const starts: number[] = []
      let length = 0
      const large = new Collector()
      for (let from = 0; from < size; ) {
        let until = from + 1
        const hash = hashes[from] as number
        while (until < size && hashes[until] === hash) until += 1
        const count = until - from
        if (count > 1 && count <= ((hash & 1) === 1 ? LARGEST_WEAK : LARGEST_BLOCK)) {
          starts.push(length)
          kept.set(records.subarray(from, until), length)
          length += count
        } else if (count > 1 && (hash & 1) === 0) divide(roster, large, hash, records.subarray(from, until), trait)
        from = until
      }
      starts.push(length)
      done.push({ records: kept.slice(0, length), starts: Uint32Array.from(starts) })
      if (large.size > 0) next.push({ entries: large, trait: trait + 1 })
    }
    waiting = next.filter(({ trait }) => trait <= 2)
  }
  return done
}

function divide(roster: Roster, into: Collector, hash: number, records: Uint32Array, depth: number): void {
  for (const record of records)
    for (let trait = depth === 0 ? 0 : depth; trait < TRAITS.length; trait += 1) {
      const value = (TRAITS[trait] as (typeof TRAITS)[number])(roster, record)
      if (value !== 0) into.add(200 + trait, mix(hash, value), record)
    }
}

/** All blocks of clients that may be one: those that share at least one key. */
export function blocksOf(roster: Roster): Blocks[] {
  const keys = new Collector()
  for (let record = 0; record < roster.size; record += 1) {
    const person = roster.persons[record]
    const company = roster.companies[record]
    if (person) addPerson(keys, roster, record, person)
    if (company) addCompany(keys, roster, record, company.core, company.words)
    addContacts(keys, roster, record)
    addPlace(keys, roster, record)
  }
  return intoBlocks(roster, keys)
}

/** Calls `visit` once for every pair of clients that share a block, the lower index first. */
export function eachPair(
  roster: Roster,
  blocks: readonly Blocks[],
  visit: (a: number, b: number) => void,
  progress: (share: number) => void,
): void {
  // Of every record, where it stands in the blocks: the ones behind it there are its candidates.
  const counts = new Uint32Array(roster.size + 1)
  for (const { records } of blocks)
    for (const record of records) counts[record + 1] = (counts[record + 1] as number) + 1
  for (let record = 0; record < roster.size; record += 1)
    counts[record + 1] = (counts[record + 1] as number) + (counts[record] as number)
  const places = new Uint32Array(counts[roster.size] as number)
  const ends = new Uint32Array(places.length)
  const cursor = counts.slice(0, roster.size)
  const all = new Uint32Array(places.length)
  let base = 0
  for (const { records, starts } of blocks) {
    all.set(records, base)
    for (let block = 0; block + 1 < starts.length; block += 1)
      for (let at = starts[block] as number; at < (starts[block + 1] as number); at += 1) {
        const record = records[at] as number
        const place = cursor[record] as number
        cursor[record] = place + 1
        places[place] = base + at + 1
        ends[place] = base + (starts[block + 1] as number)
      }
    base += records.length
  }
  const stamp = new Int32Array(roster.size).fill(-1)
  for (let record = 0; record < roster.size; record += 1) {
    for (let place = counts[record] as number; place < (counts[record + 1] as number); place += 1)
      for (let at = places[place] as number; at < (ends[place] as number); at += 1) {
        const other = all[at] as number
        if (stamp[other] === record) continue
        stamp[other] = record
        if (other > record) visit(record, other)
      }
    if ((record & 8191) === 0) progress(record / roster.size)
  }
}
