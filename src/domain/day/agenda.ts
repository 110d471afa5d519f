import { addDays, type CivilDate, daysBetween } from '../calendar.js'
import type { PromiseKind, PromiseRecord } from '../client.js'
import { writeKey } from './keys.js'
import { byStrength, type Rank, type Weighing } from './rank.js'
import { type AgendaEntry, type CallReason, type Held, type Promised, SECTIONS, type Section } from './reason.js'

/** How many days ahead and back the day looks. */
export interface Span {
  ahead: number
  belated: number
}

/** An open promise with what the day's order needs of its client. */
export interface PromiseDue extends PromiseRecord {
  shown_on: CivilDate
  vip: boolean
  sort_key: string
  /** Set when its client should not be called: a promised call then stands among the tasks. */
  held: Held | null
}

/** A client whom something else than a promise says to call (or nothing, when only a promise does), with what ranks it. */
export interface CallDue extends Weighing {
  client_id: number
  vip: boolean
  sort_key: string
  reasons: CallReason[]
}

export const sectionOf = (kind: PromiseKind, held: Held | null): Section =>
  kind === 'call' ? (held === null ? 'calls' : 'tasks') : kind === 'task' ? 'tasks' : 'greetings'

/** `days` goes by the day to which a promise was put off while that lies ahead, else by its own. */
export const promisedReason = (promise: PromiseDue, today: CivilDate): Promised => ({
  code: 'promised',
  promise: promise.id,
  kind: promise.kind,
  due: promise.due,
  time: promise.time,
  days: daysBetween(today, promise.shown_on > today ? promise.shown_on : promise.due),
  text: promise.text,
  snoozed: promise.snoozed_until !== null,
  held: promise.held,
})

/** The entry that a promise makes on its own. */
function entryOfPromise(promise: PromiseDue, today: CivilDate): AgendaEntry {
  const section = sectionOf(promise.kind, promise.held)
  return {
    key:
      section === 'calls'
        ? writeKey({ is: 'call', client: promise.client_id })
        : writeKey({ is: 'promise', id: promise.id }),
    section,
    client_id: promise.client_id,
    due: promise.shown_on,
    time: promise.snoozed_until === null ? promise.time : null,
    vip: promise.vip,
    sort_key: promise.sort_key,
    reasons: [promisedReason(promise, today)],
    score: 0,
    terms: [],
    also: [],
  }
}

const NOTHING_AT_STAKE: Weighing = { stake_minor: 0, tried: false }

/** The entry that computed reasons make on their own. */
export const entryOfCall = ({ client_id, vip, sort_key, reasons }: CallDue, today: CivilDate): AgendaEntry => ({
  key: writeKey({ is: 'call', client: client_id }),
  section: 'calls',
  client_id,
  due: reasons.map(({ on }) => on).sort()[0] ?? today,
  time: null,
  vip,
  sort_key,
  reasons: [...reasons],
  score: 0,
  terms: [],
  also: [],
})

/** Takes the reasons of another entry of the same client in; it stands among the calls once. */
function take(known: AgendaEntry, entry: AgendaEntry): void {
  known.reasons.push(...entry.reasons)
  if (entry.due < known.due) known.due = entry.due
  if (entry.time !== null && (known.time === null || entry.time < known.time)) known.time = entry.time
}

/**
 * The day's entries in order: by section, and in a section by rank. A client stands among the calls at most once, with all the
 * reasons for it, the strongest first. What was greeted or bought is not in `greetings` any more; these come as entries of
 * their own. The order in which anything comes in makes no difference.
 */
export function agendaOf(
  {
    promises,
    calls,
    greetings,
  }: { promises: readonly PromiseDue[]; calls: readonly CallDue[]; greetings: readonly AgendaEntry[] },
  today: CivilDate,
  { ahead }: Pick<Span, 'ahead'>,
  rank: (entry: AgendaEntry, weighing: Weighing) => Rank,
): AgendaEntry[] {
  const until = addDays(today, ahead)
  const entries = greetings.map((entry) => ({ ...entry }))
  const byClient = new Map<number, AgendaEntry>()
  const weighings = new Map<number, Weighing>()
  const join = (entry: AgendaEntry): void => {
    const known = entry.section === 'calls' ? byClient.get(entry.client_id) : undefined
    if (known) take(known, entry)
    else {
      entries.push(entry)
      if (entry.section === 'calls') byClient.set(entry.client_id, entry)
    }
  }
  for (const promise of promises) if (promise.shown_on <= until) join(entryOfPromise(promise, today))
  for (const call of calls) {
    weighings.set(call.client_id, call)
    if (call.reasons.length > 0) join(entryOfCall(call, today))
  }
  for (const entry of entries) {
    if (entry.reasons.length > 1) entry.reasons = [...entry.reasons].sort(byStrength)
    // A task or a greeting ranks by itself, whatever else is known of its client: the same with `--only` and without.
    const weighing = entry.section === 'calls' ? weighings.get(entry.client_id) : undefined
    const { score, terms } = rank(entry, weighing ?? NOTHING_AT_STAKE)
    entry.score = score
    entry.terms = terms
  }
  return entries.sort(byRank)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By section, then the higher rank, then by name. */
export const byRank = (a: AgendaEntry, b: AgendaEntry): number =>
  (a.section === b.section ? 0 : SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section)) ||
  b.score - a.score ||
  compare(a.due, b.due) ||
  compare(a.time ?? '99', b.time ?? '99') ||
  compare(a.sort_key, b.sort_key) ||
  compare(a.key, b.key)
