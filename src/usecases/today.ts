import { type AgendaEntry, agendaOf, type Section } from '../domain/agenda.js'
import { addDays, type CivilDate } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import type { DayEntry } from '../store/agenda.js'
import { type Deps, localNow } from './deps.js'

export interface TodayInput {
  ahead: number
  belated: number
  only: readonly Section[]
  limit: number | null
  /** At most so many of each section, so that a crowd of birthdays does not hide the tasks. */
  perSection: number | null
  filter: Filter | null
  /** Are fields of one's own and counts needed, as JSON has them? */
  whole: boolean
}

/** An entry of the day as it is shown: numbered, with its client and its reasons. */
export interface NumberedEntry extends AgendaEntry {
  number: string
  client: ClientRecord
}

export interface Day {
  date: CivilDate
  entries: NumberedEntry[]
  /** Entries that `limit` left out. */
  more: number
}

const agenda = async (
  { store }: Deps,
  date: CivilDate,
  { ahead, belated, filter }: Pick<TodayInput, 'ahead' | 'belated' | 'filter'>,
): Promise<AgendaEntry[]> =>
  agendaOf(
    await store.agenda.promisesUntil(addDays(date, ahead), filter),
    await store.agenda.anniversariesNear(date, { ahead, belated }, filter),
    date,
    { ahead, belated },
  )

export const DEFAULT_SPAN = { ahead: 0, belated: 3 }

/** What is due, in order. Numbers are given once and stay with an entry for the whole day. */
export async function today(deps: Deps, input: TodayInput): Promise<Day> {
  const { date } = localNow(deps)
  const all = await agenda(deps, date, input)
  const wanted = all.filter(({ section }) => input.only.includes(section))
  const shown = limited(wanted, input)
  const numbers = await numbersFor(deps, date, shown)
  const clients = new Map(
    (await deps.store.clients.records([...new Set(shown.map(({ client_id }) => client_id))], input.whole)).map(
      (client) => [client.id, client],
    ),
  )
  const entries = shown.flatMap((entry): NumberedEntry[] => {
    const client = clients.get(entry.client_id)
    const number = numbers.get(entry.key)
    return client && number !== undefined ? [{ ...entry, number: `t${number}`, client }] : []
  })
  return { date, entries, more: wanted.length - shown.length }
}

function limited(entries: readonly AgendaEntry[], { limit, perSection }: TodayInput): AgendaEntry[] {
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
  entries: readonly AgendaEntry[],
): Promise<Map<string, number>> {
  const known = new Map((await store.agenda.dayEntries(date)).map(({ entry, number }) => [entry, number]))
  if (entries.every(({ key }) => known.has(key))) return known
  const numbered = await store.numberEntries(
    date,
    entries.map(({ key, client_id }) => ({ entry: key, client_id })),
  )
  return new Map(numbered.map(({ entry, number }) => [entry, number]))
}

/** Numbers the day's list without showing it, for a command that names an entry first. */
export async function numberToday(deps: Deps): Promise<DayEntry[]> {
  const { date } = localNow(deps)
  const entries = await agenda(deps, date, { ...DEFAULT_SPAN, filter: null })
  await numbersFor(deps, date, entries)
  return deps.store.agenda.dayEntries(date)
}
