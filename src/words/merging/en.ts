import { plural } from '../plural.js'

const count = plural('en')

/** Rows that move, in words: only those that there are. */
const MOVING = {
  contacts: (n: number): string => `${n} ${count(n, { one: 'contact', other: 'contacts' })}`,
  orders: (n: number): string => `${n} ${count(n, { one: 'order', other: 'orders' })}`,
  expenses: (n: number): string => `${n} ${count(n, { one: 'expense', other: 'expenses' })}`,
  promises: (n: number): string => `${n} ${count(n, { one: 'promise', other: 'promises' })}`,
  dates: (n: number): string => `${n} ${count(n, { one: 'date', other: 'dates' })}`,
  tags: (n: number): string => `${n} ${count(n, { one: 'tag', other: 'tags' })}`,
  points: (n: number): string => `${n} ${count(n, { one: 'phone or address', other: 'phones and addresses' })}`,
}

/** What is said of merging clients and of keeping them apart. */
export const merging = {
  help: {
    keep: 'client that stays',
    others: 'clients that go into it',
    choice: 'field=client: whose value of a field stays (repeatable)',
    force: 'also a person with a company, clients judged distinct, or a laxer consent',
    one: 'one of the two',
    other: 'the other one',
    remove: 'take the verdict back',
  },

  /** The plan, before anything is done. */
  plan: {
    title: (keep: string, gone: readonly string[]): string =>
      `One client: ${keep}. ${gone.length === 1 ? 'Goes' : 'Go'} into it: ${gone.join('; ')}.`,
    of: (id: number): string => `of ${id}`,
    ofSeveral: 'of several',
    note: 'the notes of all, and what no field holds',
    moves: 'Moves',
    moving: MOVING,
    nothingMoves: 'nothing',
    sure: 'Merge?',
  },

  /** How a note says where a piece of it comes from. */
  note: {
    from: (id: number, name: string, day: string): string => `— from client ${id} «${name}», merged ${day}:`,
  },

  card: { merged: 'Merged from', entry: (id: number, name: string): string => `${name}  #${id}` },

  done: {
    merged: (names: readonly string[], name: string): string => `${names.join(', ')} → ${name}: one client now.`,
    undo: (operation: number): string => `Take it back with: clientele undo ${operation}`,
    isNow: (typed: string, id: number, name: string): string => `${typed} is now ${id} (${name}).`,
    distinct: (a: string, b: string): string => `${a} and ${b} are two clients; this is remembered.`,
    distinctKnown: (a: string, b: string): string => `It is known already that ${a} and ${b} are two clients.`,
    taken: (a: string, b: string): string => `The verdict on ${a} and ${b} is taken back.`,
    noVerdict: (a: string, b: string): string => `There is no verdict on ${a} and ${b}.`,
    wouldRemember: (a: string, b: string): string => `Would remember that ${a} and ${b} are two clients.`,
    wouldTake: (a: string, b: string): string => `Would take the verdict on ${a} and ${b} back.`,
    keepApart: (a: number, b: number): string => `To keep them apart: clientele distinct ${a} ${b}`,
  },

  errors: {
    nobodyElse: 'Name the client that stays and at least one that goes into it.',
    itself: (name: string): string => `“${name}” cannot be merged with itself.`,
    archived: (name: string): string => `“${name}” is in the archive and cannot be the client that stays.`,
    archivedHint: 'Keep one that is in use, and let the archived one go into it.',
    twoKinds: (person: string, company: string): string => `“${person}” is a person and “${company}” a company.`,
    judgedDistinct: (a: string, b: string): string => `${a} and ${b} were judged to be two clients.`,
    distinctHint: (a: number, b: number): string =>
      `Take the verdict back with: clientele distinct ${a} ${b} --remove; or merge with --force.`,
    forceHint: 'If it is meant so: --force.',
    laxer: 'That would turn a “no” into a “yes”.',
    badChoice: (text: string): string => `“${text}” is not of the form field=client.`,
    badField: (field: string): string => `There is no field “${field}” to choose; there are:`,
    notOfThese: (field: string, id: number, ids: readonly number[]): string =>
      `--keep ${field}: client ${id} is none of those that are merged (${ids.join(', ')}).`,
    chosenTwice: (field: string, a: number, b: number): string => `--keep ${field} stands twice: of ${a} and of ${b}.`,
    hasNone: (name: string, field: string): string => `“${name}” has nothing in the field “${field}”.`,
    sameClient: (name: string): string => `That is one and the same client: “${name}”.`,
  },
}
