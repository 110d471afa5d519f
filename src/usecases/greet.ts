import { type CivilDate, daysBetween } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import { refusesEveryWay } from '../domain/consent.js'
import { byRank, type Span } from '../domain/day/agenda.js'
import { readKey } from '../domain/day/keys.js'
import type { AgendaEntry, Reason } from '../domain/day/reason.js'
import type { Filter } from '../domain/filter.js'
import { type Occasion, occasionOf } from '../domain/greeting/occasions.js'
import { typedWrongly } from '../errors.js'
import { greetingsDue } from './day-greetings.js'
import { type Deps, localNow } from './deps.js'
import { entryNumbered } from './naming.js'
import { agendaFor, numberToday } from './today.js'

export interface GreetInput extends Span {
  /** A number of the day's list, `t5`: this one alone. */
  entry: string | null
  /** Another day than today. */
  date: CivilDate | null
  /** The key or a name of a holiday, kept or not: all whom it is meant for. */
  holiday: string | null
  filter: Filter | null
  limit: number | null
}

/** Somebody to be greeted, and for what. */
export interface Greeting {
  /** `t5` where it stands on the list of today; else null. */
  number: string | null
  entry: AgendaEntry
  reason: Reason
  occasion: Occasion
  client: ClientRecord
}

export interface Greetings {
  date: CivilDate
  greetings: Greeting[]
  /** How many `limit` left out. */
  more: number
  /** Left out because they have refused every way in which they could be greeted. */
  refused: ClientRecord[]
}

/** Whom to greet: those whom `today` lists for greeting, without the presents to be bought. */
export async function greet(deps: Deps, input: GreetInput): Promise<Greetings> {
  const today = localNow(deps).date
  const due = await dueFor(deps, input, today)
  const shown = input.limit === null ? due : due.slice(0, input.limit)
  const records = await deps.store.clients.records([...new Set(shown.map(({ client_id }) => client_id))], false)
  const clients = new Map(records.map((client) => [client.id, client]))
  const numbers = await numbersFor(deps, today, shown, isTodays(input))
  const greetings = shown.flatMap((entry): Greeting[] => {
    const client = clients.get(entry.client_id)
    if (!client) return []
    for (const reason of entry.reasons) {
      const occasion = occasionOf(reason, client.kind)
      if (occasion) return [{ number: numbers.get(entry.key) ?? null, entry, reason, occasion, client }]
    }
    return []
  })
  const refused = greetings.filter(({ client }) => refusesEveryWay(client))
  return {
    date: input.date ?? today,
    greetings: greetings.filter((each) => !refused.includes(each)),
    more: due.length - shown.length,
    refused: [...new Set(refused.map(({ client }) => client))],
  }
}

const isTodays = ({ date, holiday }: GreetInput): boolean => date === null && holiday === null

const isGreeting = ({ section, reasons }: AgendaEntry): boolean =>
  section === 'greetings' && !reasons.some((reason) => reason.code === 'promised' && reason.kind === 'gift')

async function dueFor(deps: Deps, input: GreetInput, today: CivilDate): Promise<AgendaEntry[]> {
  const { entry, date, holiday, filter, ahead, belated } = input
  if (entry !== null) return one(deps, entry, today)
  if (isTodays(input)) return (await agendaFor(deps, { ahead, belated }, filter)).filter(isGreeting)
  const due = await greetingsDue(deps, {
    ahead,
    belated,
    filter,
    ...(date === null ? {} : { date }),
    ...(holiday === null ? {} : { holiday }),
  })
  return due.filter(isGreeting).sort(byRank)
}

/** The entry of a number, as long as it is a greeting that has not been said. */
async function one(deps: Deps, number: string, today: CivilDate): Promise<AgendaEntry[]> {
  const { entry, client_id } = await entryNumbered(deps, number)
  const key = readKey(entry)
  const days = key !== null && 'occursOn' in key ? daysBetween(today, key.occursOn) : 0
  const span = { ahead: Math.max(days, 0), belated: Math.max(-days, 0) }
  const due = await agendaFor(deps, span, null, client_id)
  const found = due.find((each) => each.key === entry)
  if (found && isGreeting(found)) return [found]
  if (found || key?.is === 'call' || key?.is === 'gift')
    throw typedWrongly((words) => words.greeting.errors.noGreeting(number))
  return []
}

/** The list of today gives its numbers; what it has not numbered yet is numbered as `today` would. */
async function numbersFor(
  deps: Deps,
  today: CivilDate,
  entries: readonly AgendaEntry[],
  isOfToday: boolean,
): Promise<Map<string, string>> {
  let known = await deps.store.agenda.dayEntries(today)
  const isKnown = (): boolean => {
    const keys = new Set(known.map(({ entry }) => entry))
    return entries.every(({ key }) => keys.has(key))
  }
  if (isOfToday && entries.length > 0 && !isKnown()) {
    if (known.length === 0) known = await numberToday(deps)
    if (!isKnown())
      known = await deps.store.numberEntries(
        today,
        entries.map(({ key, client_id }) => ({ entry: key, client_id })),
      )
  }
  return new Map(known.map(({ entry, number }) => [entry, `t${number}`]))
}
