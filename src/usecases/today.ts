import { addDays, type CivilDate } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import { agendaOf, type PromiseDue, type Span } from '../domain/day/agenda.js'
import { rankOf } from '../domain/day/rank.js'
import { type AgendaEntry, SECTIONS, type Section } from '../domain/day/reason.js'
import type { Filter } from '../domain/filter.js'
import type { DayEntry } from '../store/agenda.js'
import { callsDue, tellCalls } from './day-calls.js'
import { type CallFacts, callFacts } from './day-facts.js'
import { greetingsDue } from './day-greetings.js'
import { type Deps, localNow } from './deps.js'

export interface TodayInput extends Span {
  only: readonly Section[]
  limit: number | null
  /** At most so many of each section, so that a crowd of birthdays does not hide the tasks. */
  perSection: number | null
  filter: Filter | null
  /** Are fields of one's own and counts needed, as JSON has them? */
  whole: boolean
  /** The moment for which call windows are told; now when null. */
  at: Date | null
  /** Puts entries into the order in which they are shown and numbered; by rank when null. */
  arrange: ((entries: NumberedEntry[]) => NumberedEntry[]) | null
}

/** An entry of the day as it is shown: numbered, with its client, its reasons, and what helps with a call. */
export interface NumberedEntry extends AgendaEntry {
  number: string
  client: ClientRecord
  facts: CallFacts | null
}

export interface Day {
  date: CivilDate
  entries: NumberedEntry[]
  /** Entries that `limit` left out; of thousands of calls at most so many, since not all were looked at. */
  more: number
}

export const DEFAULT_SPAN = { ahead: 0, belated: 3 }

/** As many entries of a section as one reads in the morning; JSON and the like have all. */
export const SHOWN_TO_PEOPLE = 30

/**
 * What is due, in order of rank; of one client alone when `client` is given, and then with all that is told beside the reasons.
 */
export const agendaFor = async (
  deps: Deps,
  span: Span,
  filter: Filter | null,
  client?: number,
): Promise<AgendaEntry[]> => (await agendaWith(deps, { ...span, filter, client })).entries

interface AgendaWanted {
  filter: Filter | null
  client?: number | undefined
  enough?: number
  only?: readonly Section[]
}

/** The same; of calls no more than `enough` of the highest rank need be there, and `unread` tells how many more may be. */
async function agendaWith(
  deps: Deps,
  { filter, client, enough, only = SECTIONS, ...span }: Span & AgendaWanted,
): Promise<{ entries: AgendaEntry[]; unread: number }> {
  const { date } = localNow(deps)
  const promises = await deps.store.agenda.promisesUntil(addDays(date, span.ahead), filter, client)
  const promised = weighed(promises, enough)
  const whose = { filter, ...(client === undefined ? {} : { client }) }
  const wanted = { ahead: span.ahead, promised, ...whose, ...(enough === undefined ? {} : { enough }) }
  const { calls, unread } = only.includes('calls') ? await callsDue(deps, wanted) : { calls: [], unread: 0 }
  // Presents to be bought stand among the tasks.
  const greetings = only.some((each) => each !== 'calls') ? await greetingsDue(deps, { ...span, ...whose }) : []
  const entries = agendaOf({ promises, calls, greetings }, date, span, (entry, weighing) =>
    rankOf(entry, weighing, deps.model.currency),
  )
  if (client !== undefined) await tellCalls(deps, entries)
  return { entries, unread }
}

/** Of so many promised calls, ten times those that are shown, the rank is looked up in full; the others rank by their promise alone. */
const WEIGHED = 10

/** Clients of the promised calls that may be among so many of the highest rank: the longest late first, as the rank has it. */
function weighed(promises: readonly PromiseDue[], enough: number | undefined): number[] {
  const calls = promises.filter(({ kind, held }) => kind === 'call' && held === null)
  const most = enough === undefined ? calls.length : WEIGHED * enough
  const sooner = (a: PromiseDue, b: PromiseDue): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id)
  const first = calls.length <= most ? calls : [...calls].sort(sooner).slice(0, most)
  return first.map(({ client_id }) => client_id)
}

/** What is due, in order. Numbers are given once and stay with an entry for the whole day. */
export async function today(deps: Deps, input: TodayInput): Promise<Day> {
  const { date } = localNow(deps)
  const enough = input.perSection ?? input.limit ?? undefined
  const { ahead, belated, filter } = input
  const { entries: all, unread } = await agendaWith(deps, {
    ahead,
    belated,
    filter,
    only: input.only,
    ...(enough === undefined ? {} : { enough }),
  })
  const wanted = all.filter(({ section }) => input.only.includes(section))
  const shown = limited(wanted, input)
  await tellCalls(deps, shown)
  const clients = new Map(
    (await deps.store.clients.records([...new Set(shown.map(({ client_id }) => client_id))], input.whole)).map(
      (client) => [client.id, client],
    ),
  )
  const called = new Set(shown.flatMap(({ section, client_id }) => (section === 'calls' ? [client_id] : [])))
  const facts = await callFacts(
    deps,
    [...clients.values()].filter(({ id }) => called.has(id)),
    input.at ?? deps.clock.now(),
  )
  const whole = shown.flatMap((entry): NumberedEntry[] => {
    const client = clients.get(entry.client_id)
    return client
      ? [{ ...entry, number: '', client, facts: entry.section === 'calls' ? (facts.get(client.id) ?? null) : null }]
      : []
  })
  const arranged = input.arrange?.(whole) ?? whole
  const numbers = await numbersFor(deps, date, arranged)
  const entries = arranged.map((entry) => ({ ...entry, number: `t${numbers.get(entry.key)}` }))
  return { date, entries, more: wanted.length - shown.length + unread }
}

function limited(
  entries: readonly AgendaEntry[],
  { limit, perSection }: Pick<TodayInput, 'limit' | 'perSection'>,
): AgendaEntry[] {
  if (perSection === null) return limit === null ? [...entries] : entries.slice(0, limit)
  const counts = new Map<Section, number>()
  return entries.filter(({ section }) => {
    const count = (counts.get(section) ?? 0) + 1
    counts.set(section, count)
    return count <= perSection
  })
}

async function numbersFor(
  { store }: Deps,
  date: CivilDate,
  entries: readonly Pick<AgendaEntry, 'key' | 'client_id'>[],
): Promise<Map<string, number>> {
  const keys = entries.map(({ key }) => key)
  const known = new Map((await store.agenda.numbered(date, keys)).map(({ entry, number }) => [entry, number]))
  if (entries.every(({ key }) => known.has(key))) return known
  const numbered = await store.numberEntries(
    date,
    entries.map(({ key, client_id }) => ({ entry: key, client_id })),
  )
  return new Map(numbered.map(({ entry, number }) => [entry, number]))
}

/** Numbers the day's list without showing it, for a command that names an entry first: what people would be shown. */
export async function numberToday(deps: Deps): Promise<DayEntry[]> {
  const { date } = localNow(deps)
  const { entries } = await agendaWith(deps, { ...DEFAULT_SPAN, filter: null, enough: SHOWN_TO_PEOPLE })
  await numbersFor(deps, date, limited(entries, { limit: null, perSection: SHOWN_TO_PEOPLE }))
  return deps.store.agenda.dayEntries(date)
}
