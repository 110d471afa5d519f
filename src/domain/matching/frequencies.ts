import { hashText, mix } from './hashing.js'
import type { Lists, Roster } from './roster.js'

/** How often a value stands in the base: a rare family name that two clients share says more than a frequent one. */
export interface Frequencies {
  /** Clients in the base. */
  clients: number
  /** Persons with a name; companies with a name. */
  persons: number
  companies: number
  family(text: string): number
  /** Of a given name by its number, see `PersonKey.names`. */
  name(number: number): number
  given(text: string): number
  company(core: string): number
  phone(key: number): number
  /** By text (`local@domain`). */
  mail(key: { local: string; domain: string }): number
  city(text: string): number
  birthday(key: number): number
  custom(field: string, text: string): number
  /** Shares of pairs of clients that agree by chance, Σ (n/N)² over the values: what a value of middling frequency is held against. */
  chance: { family: number; given: number; company: number; city: number; custom: Record<string, number> }
}

/** Counts of the values of a roster (numbers that stand once left out), and how many clients have one. */
export interface Counted {
  counts: Map<number | string, number>
  filled: number
}

const counted = (): Counted => ({ counts: new Map(), filled: 0 })

function count(into: Counted, value: number | string): void {
  into.counts.set(value, (into.counts.get(value) ?? 0) + 1)
}

/** Share of pairs of different clients that have the value in common. */
export function chanceOf({ counts, filled }: Counted): number {
  if (filled < 2) return 0
  let pairs = 0
  for (const number of counts.values()) pairs += number * (number - 1)
  return pairs / (filled * (filled - 1))
}

/**
 * Counts numbers by sorting them; of a million values that mostly stand once, a map of all would take forty times the memory. Values
 * that stand once are not in the counts, and make no pairs.
 */
function countNumbers(values: Uint32Array, filled: number): Counted {
  const sorted = values.sort()
  const counts = new Map<number, number>()
  for (let from = 0; from < sorted.length; ) {
    let until = from + 1
    while (until < sorted.length && sorted[until] === sorted[from]) until += 1
    if (until - from > 1) counts.set(sorted[from] as number, until - from)
    from = until
  }
  return { counts, filled }
}

function countLists({ start, items }: Lists, size: number): Counted {
  let filled = 0
  for (let record = 0; record < size; record += 1) if (start[record] !== start[record + 1]) filled += 1
  return countNumbers(items.slice(), filled)
}

function countColumn(column: Uint32Array, wanted: (value: number) => boolean = (value) => value !== 0): Counted {
  const values = column.filter(wanted)
  return countNumbers(values, values.length)
}

/** Everything that is counted of a roster in one walk. */
export interface Counts {
  /** Persons. */
  named: number
  family: Counted
  given: Counted
  names: Counted
  company: Counted
  /** Whole names, with and without the father's, as hashes. */
  person: Counted
  full: Counted
  phone: Counted
  mail: Counted
  handle: Counted
  tax: Counted
  city: Counted
  birthday: Counted
  address: Counted
  custom: Counted[]
}

export function countRoster(roster: Roster): Counts {
  const [family, given, names, company] = [counted(), counted(), counted(), counted()] as const
  const [persons, fulls] = [new Uint32Array(roster.size), new Uint32Array(roster.size)]
  let named = 0
  let whole = 0
  let full = 0
  for (const key of roster.persons) {
    if (!key) continue
    named += 1
    if (key.family !== '') {
      family.filled += 1
      count(family, key.family)
    }
    if (key.given.length > 1) {
      given.filled += 1
      count(given, key.given)
      names.filled += 1
      for (const name of key.names) count(names, name)
      if (key.family === '') continue
      const name = mix(hashText(key.family), key.names[0] ?? hashText(key.given))
      persons[whole] = name
      whole += 1
      if (key.father.length > 1) {
        fulls[full] = mix(name, key.fathers[0] ?? hashText(key.father))
        full += 1
      }
    }
  }
  for (const key of roster.companies)
    if (key && key.core !== '') {
      company.filled += 1
      count(company, key.core)
    }
  const places = new Uint32Array(roster.size)
  let placed = 0
  for (let record = 0; record < roster.size; record += 1)
    if (roster.street[record] !== 0 && roster.house[record] !== 0) {
      const place = mix(
        mix(roster.street[record] as number, roster.house[record] as number),
        roster.flat[record] as number,
      )
      places[placed] = mix(place, roster.city[record] as number)
      placed += 1
    }
  return {
    named,
    family,
    given,
    names,
    company,
    person: countNumbers(persons.subarray(0, whole), whole),
    full: countNumbers(fulls.subarray(0, full), full),
    phone: countLists(roster.phones, roster.size),
    mail: countLists(roster.mails, roster.size),
    handle: countLists(roster.handles, roster.size),
    tax: countLists(roster.tax, roster.size),
    city: countColumn(roster.city),
    birthday: countColumn(roster.birthday, (value) => value >>> 9 !== 0 && (value & 511) !== 0),
    address: countNumbers(places.subarray(0, placed), placed),
    custom: countCustom(roster),
  }
}

function countCustom({ custom: { start, items }, customFields, size }: Roster): Counted[] {
  const fields = customFields.map(counted)
  for (let record = 0; record < size; record += 1)
    for (let at = start[record] as number; at < (start[record + 1] as number); at += 2) {
      const field = fields[items[at] as number] as Counted
      field.filled += 1
      count(field, items[at + 1] as number)
    }
  return fields
}

/** The frequencies that a full search works with, from its own counts. */
export function frequenciesOf(roster: Roster, counts: Counts): Frequencies {
  // By text, as those who look one client up have no numbers; what stands once need not be kept.
  const byText = ({ counts: of }: Counted): Map<string, number> =>
    new Map(
      [...of].filter(([, count]) => count > 1).map(([value, count]) => [roster.texts[value as number] ?? '', count]),
    )
  const cities = byText(counts.city)
  const custom = new Map(roster.customFields.map((key, field) => [key, byText(counts.custom[field] as Counted)]))
  const mails = new Map([...counts.mail.counts].map(([number, count]) => [roster.mailKeys[number as number], count]))
  const at = ({ counts: of }: Counted, value: number | string): number => of.get(value) ?? 1
  return {
    clients: roster.size,
    persons: counts.family.filled,
    companies: counts.company.filled,
    family: (text) => at(counts.family, text),
    name: (number) => at(counts.names, number),
    given: (text) => at(counts.given, text),
    company: (core) => at(counts.company, core),
    phone: (key) => at(counts.phone, key),
    mail: (key) => mails.get(key) ?? 1,
    city: (text) => cities.get(text) ?? 1,
    birthday: (key) => at(counts.birthday, key),
    custom: (field, text) => custom.get(field)?.get(text) ?? 1,
    chance: {
      family: chanceOf(counts.family),
      given: Math.max(chanceOf(counts.given), chanceOf(counts.names)),
      company: chanceOf(counts.company),
      city: chanceOf(counts.city),
      custom: Object.fromEntries(
        roster.customFields.map((key, field) => [key, chanceOf(counts.custom[field] as Counted)]),
      ),
    },
  }
}
