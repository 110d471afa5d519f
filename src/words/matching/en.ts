import type { Field, Lane, Objection } from '../../domain/matching/judging.js'
import { plural } from '../plural.js'

const count = plural('en')

const of = (number: number, one: string, other: string): string => `${number} ${count(number, { one, other })}`
const clients = (number: number): string => of(number, 'client', 'clients')
const groups = (number: number): string => of(number, 'group', 'groups')
const both = (a: string, b: string): string => (a === b ? a : `${a} ~ ${b}`)
const apart = (a: string, b: string): string => `${a} and ${b}`

/** Why two clients may be one: both values as the clients have them; equal values are given twice. */
type Reasons = Record<string, (a: string, b: string) => string>

/** What is said of clients that are held twice, and what is asked of them. */
export const matching = {
  lanes: { certain: 'certain', likely: 'likely', possible: 'possible' } satisfies Record<Lane, string>,

  help: {
    lane: 'only certain, likely or possible ones; certain and likely when left out',
    min: 'only from this score on, 0 to 1',
    limit: 'at most so many groups (a table: 20)',
    clusters: 'every client with the number of its cluster: id,external_id,cluster',
    apply: 'certain: merge the certain groups, as one operation',
    review: 'decide pair by pair on the terminal',
    examples: `Examples:
  clientele dedupe                            who is held twice, and why
  clientele dedupe tag:vip --lane possible    namesakes, families
  clientele dedupe --apply certain -n         what would be merged
  clientele dedupe --review                   decide the others, side by side
  clientele dedupe --clusters --format csv    every client with its cluster`,
  },

  progress: (bar: string, percent: number): string => `Comparing clients  ${bar}  ${percent} %`,
  none: (number: number): string =>
    number === 0 ? 'There are no clients yet.' : `No duplicates among ${clients(number)}.`,
  noneHere: 'No such duplicates here.',

  table: {
    columns: { group: 'Group', lane: 'How sure', score: 'Score' } as Record<string, string>,
    found: (certain: number, likely: number, number: number): string =>
      `${clients(number)} looked through; groups: ${certain} certain, ${likely} likely.`,
    foundPossible: (possible: number, number: number): string =>
      `${clients(number)} looked through; groups: ${possible} possible.`,
    members: clients,
    against: 'against',
    moreMembers: (number: number): string => `… and ${of(number, 'more client', 'more clients')}`,
    moreGroups: (number: number): string => `… and ${of(number, 'more group', 'more groups')}`,
    moreHint: 'see them',
    possible: (number: number): string =>
      `${of(number, 'more group is', 'more groups are')} possible: namesakes, families`,
    steps: {
      apply: 'merge the certain ones at once',
      review: 'decide pair by pair',
      merge: 'make one of two',
      distinct: 'never ask of these two again',
    },
  },

  apply: {
    plan: (all: number, gone: number): string =>
      `${groups(all)} would become one client each; ${clients(gone)} would go into others.`,
    question: (all: number): string => `Merge ${groups(all)}?`,
    nothing: 'Nothing is certain enough to be merged without looking.',
    done: (all: number, gone: number): string =>
      `Merged ${groups(all)}: ${clients(gone)} went into others, with all that belongs to them.`,
    undo: (operation: number): string => `To have them apart again: clientele undo ${operation}`,
    onlyCertain: (typed: string): string => `--apply takes certain, not “${typed}”.`,
    onlyCertainHint: 'Likely ones are for a person to decide: clientele dedupe --review.',
  },

  errors: {
    badMin: (typed: string): string => `--min takes a number from 0 to 1, like 0.9, not “${typed}”.`,
    needsTerminal: '--review asks on a terminal, and there is none on both ends.',
    needsTerminalHint: 'In a script: clientele dedupe --json, then merge or distinct.',
  },

  review: {
    place: (number: number, all: number): string => `${number} of ${all}`,
    nothing: 'Nothing is left to decide.',
    keeps: (id: number, name: string): string => `A merge keeps #${id} ${name}`,
    keys: { merge: 'merge', distinct: 'not the same', later: 'later', undo: 'undo', quit: 'quit' },
    merged: (gone: number, kept: number): string => `Merged: #${gone} is in #${kept} now.`,
    distinct: (a: number, b: number): string => `Kept apart: #${a} and #${b} are not the same.`,
    later: 'Put off: asked again another day.',
    undone: 'Taken back.',
    nothingToUndo: 'Nothing of this review is left to take back.',
    gone: (id: number): string => `#${id} is no longer there.`,
    summary: (merged: number, distinct: number, later: number, left: number): string =>
      `Merged ${merged}, kept apart ${distinct}, put off ${later}; ${left} left.`,
    byForce: (keep: number, gone: number) => `If it is meant so: clientele merge ${keep} ${gone} --force`,
    undoHint: 'Every decision is an operation of its own: clientele history, clientele undo.',
    contacts: (number: number, last: string | null): string =>
      last === null ? `${number}` : `${number}, last ${last}`,
    orders: (number: number, spent: string | null): string => (spent === null ? `${number}` : `${number}, ${spent}`),
  },

  /** A date by numbers, so that a slip in one of them is seen. */
  date: (day: string, month: string, year: string | null): string =>
    year === null ? `--${month}-${day}` : `${year}-${month}-${day}`,

  /** Parts of a name, where they are known of both. */
  parts: {
    family: (a: string, b: string): string => (a === b ? 'same family name' : `family names ${both(a, b)}`),
    given: (a: string, b: string): string => (a === b ? 'same first name' : `first names ${both(a, b)}`),
    father: (a: string, b: string): string => (a === b ? 'same patronymic' : `patronymics ${both(a, b)}`),
  },

  reasons: {
    name: {
      full: (a, b) => (a === b ? 'same full name' : `same full name: ${both(a, b)}`),
      same: (a, b) => (a === b ? 'same name' : `same name: ${both(a, b)}`),
      near: (a, b) => `names differ by a slip: ${both(a, b)}`,
      initial: (a, b) => `names fit as far as they are written: ${both(a, b)}`,
      half: (a, b) => `names agree in part: ${both(a, b)}`,
      given: (a, b) => `only the first name agrees: ${both(a, b)}`,
      conflict: (a, b) => `same family name, different first names: ${apart(a, b)}`,
      other: (a, b) => `different names: ${apart(a, b)}`,
    },
    company: {
      same: (a, b) => (a === b ? 'same company name' : `same company name: ${both(a, b)}`),
      near: (a, b) => `company names differ by a slip: ${both(a, b)}`,
      beginning: (a, b) => `one company name begins like the other: ${both(a, b)}`,
      other: (a, b) => `different company names: ${apart(a, b)}`,
    },
    phone: {
      same: (a, b) => `same phone ${both(a, b)}`,
      near: (a, b) => `phones differ by a slip: ${apart(a, b)}`,
      other: (a, b) => `different phones: ${apart(a, b)}`,
    },
    email: {
      same: (a, b) => `same e-mail ${both(a, b)}`,
      near: (a, b) => `e-mails nearly the same: ${apart(a, b)}`,
      other: (a, b) => `different e-mails: ${apart(a, b)}`,
    },
    handle: {
      same: (a, b) => `same messenger ${both(a, b)}`,
      near: (a, b) => `messengers nearly the same: ${apart(a, b)}`,
      other: (a, b) => `different messengers: ${apart(a, b)}`,
    },
    birthday: {
      same: (a, b) => (a === b ? 'born on the same day' : `born on the same day: ${both(a, b)}`),
      near: (a, b) => `birthdays nearly the same: ${apart(a, b)}`,
      digit: (a, b) => `birthdays differ by one digit: ${apart(a, b)}`,
      swapped: (a, b) => `day and month of birth changed places: ${apart(a, b)}`,
      part: (a, b) => `birthdays agree in part: ${apart(a, b)}`,
      loose: (a, b) => `birthdays differ in two digits: ${apart(a, b)}`,
      day: (a, b) => `same day of birth, a year is unknown: ${both(a, b)}`,
      year: (a, b) => `same year of birth: ${both(a, b)}`,
      other: (a, b) => `different birthdays: ${apart(a, b)}`,
    },
    address: {
      same: (a, b) => (a === b ? 'same address' : `same address: ${both(a, b)}`),
      house: (a, b) => `same house: ${both(a, b)}`,
      street: (a, b) => `same street: ${both(a, b)}`,
      other: (a, b) => `different addresses: ${apart(a, b)}`,
    },
    city: {
      same: (a, b) => (a === b ? 'same city' : `same city: ${both(a, b)}`),
      other: (a, b) => `different cities: ${apart(a, b)}`,
    },
    tax: {
      same: (a, b) => `same tax id ${both(a, b)}`,
      near: (a, b) => `tax ids differ by a slip: ${apart(a, b)}`,
      other: (a, b) => `different tax ids: ${apart(a, b)}`,
    },
    custom: {
      same: (a, b) => `same ${both(a, b)}`,
      near: (a, b) => `nearly the same: ${apart(a, b)}`,
      other: (a, b) => `different: ${apart(a, b)}`,
    },
  } satisfies Record<Field, Reasons> as Record<Field, Reasons>,

  /** What speaks against it; the values are '' where they are not known. */
  objections: {
    given: (a, b) => (a === '' ? 'different first names' : `different first names: ${apart(a, b)}`),
    father: (a, b) => (a === '' ? 'different patronymics' : `different patronymics: ${apart(a, b)}`),
    family: (a, b) => (a === '' ? 'different family names' : `different family names: ${apart(a, b)}`),
    sex: () => "a man's name and a woman's",
    generation: () => 'marked as two of one family, like senior and junior',
    birthday: (a, b) => (a === '' ? 'different birthdays' : `different birthdays: ${apart(a, b)}`),
    tax: (a, b) => (a === '' ? 'different tax ids' : `different tax ids: ${apart(a, b)}`),
    company: (a, b) => (a === '' ? 'different companies' : `different companies: ${apart(a, b)}`),
    namesake: (city: string) =>
      city === '' ? 'nothing but the name agrees' : 'nothing but the name and the city agrees',
    chain: () => 'another client of the group does not fit',
  } satisfies Record<Objection, (a: string, b: string) => string> as Record<
    Objection,
    (a: string, b: string) => string
  >,
}
