import type { Zone } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import { type Asking, askingOf, type Colleague, gateTo } from '../domain/day/asking.js'
import { readHours, readNoCall } from '../domain/day/hours.js'
import { type Reach, reachOf } from '../domain/day/reach.js'
import { type CallWeek, type CallWindow, callWeek, windowAt } from '../domain/day/window.js'
import { readChannel } from '../domain/history/words.js'
import { isTwoWay, kindOfTouch } from '../domain/standing/touch.js'
import { type UsualThing, usualOf } from '../domain/usual.js'
import type { FactContact, FactRows } from '../store/day-facts.js'
import { DEFAULT_CALLING, type Deps, localNow } from './deps.js'

/** What one wants to know before calling. */
export interface CallFacts {
  window: CallWindow
  /** How they like to be reached, and by what: a phone as E.164, a handle without `@`; null when nothing is known. */
  reach: Reach | null
  last_contact: { at: string; channel: string; text: string | null } | null
  usual: UsualThing | null
  ask: Asking | null
  /** How long a call with them usually takes, in minutes. */
  minutes: number
  /** They were called today, in vain, at this instant. */
  tried_at: string | null
}

/** When a client can be called in a week, and the zone in which its clock goes. */
export interface TheirWeek {
  week: CallWeek
  theirs: Zone
}

/** Tells the weeks of clients: by their own hours, else by those of the settings; in their own zone, else in the user's. */
export function weekTeller({
  clock,
  calling = DEFAULT_CALLING,
}: Deps): (client: Pick<ClientRecord, 'hours' | 'no_call' | 'zone'>) => TheirWeek {
  const zones = new Map<string, Zone>()
  const weeks = new Map<string, CallWeek>()
  const zoneOf = (name: string): Zone => {
    const zone = zones.get(name) ?? clock.inZone(name) ?? clock
    zones.set(name, zone)
    return zone
  }
  return ({ hours, no_call, zone }) => {
    const typed = hours?.trim() || calling.hours
    const key = `${typed}\n${no_call ?? ''}`
    const week = weeks.has(key) ? (weeks.get(key) ?? null) : callWeek(read(typed, readHours), read(no_call, readNoCall))
    weeks.set(key, week)
    return { week, theirs: zone === null || zone.trim() === '' ? clock : zoneOf(zone.trim()) }
  }
}

const read = (text: string | null, reader: typeof readHours) =>
  text === null || text.trim() === '' ? null : reader(text)

/** Facts of these clients at an instant, by id. */
export async function callFacts(
  deps: Deps,
  clients: readonly ClientRecord[],
  at: Date,
): Promise<Map<number, CallFacts>> {
  if (clients.length === 0) return new Map()
  const { clock, calling = DEFAULT_CALLING } = deps
  const today = localNow(deps).date
  const rows = await deps.store.facts.of(clients.map(({ id }) => id))
  const orders = byClient(rows.orders)
  const contacts = byClient(rows.contacts)
  const timed = byClient(rows.timed)
  const weekOf = weekTeller(deps)
  const askFor = asker(rows)
  return new Map(
    clients.map((client) => {
      const { week, theirs } = weekOf(client)
      const ask = askFor(client)
      const last = newestFirst(contacts.get(client.id) ?? [])
      return [
        client.id,
        {
          window: windowAt(week, at, { mine: clock, theirs }),
          reach: reachOf(client, ask),
          last_contact: last[0] ? { at: last[0].at, channel: last[0].channel, text: last[0].text } : null,
          usual: usualOf(orders.get(client.id) ?? [], today).things[0] ?? null,
          ask,
          minutes: usualMinutes(timed.get(client.id) ?? []) ?? calling.minutes,
          tried_at: triedAt(last, (instant) => clock.toLocal(new Date(instant)).date === today),
        },
      ]
    }),
  )
}

function byClient<T extends { client_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const row of rows) {
    const list = found.get(row.client_id)
    if (list) list.push(row)
    else found.set(row.client_id, [row])
  }
  return found
}

const newestFirst = (contacts: readonly FactContact[]): FactContact[] =>
  [...contacts].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))

/** Tells whom to ask for, from who is at the companies. */
function asker({ companies, colleagues }: FactRows): (client: Pick<ClientRecord, 'id' | 'kind'>) => Asking | null {
  const employers = new Map(companies.map(({ client_id, company_id }) => [client_id, company_id]))
  const people = new Map<number, Colleague[]>()
  for (const { company_id, ...colleague } of colleagues)
    people.set(company_id, [...(people.get(company_id) ?? []), colleague])
  return ({ id, kind }) => {
    const company = kind === 'company' ? id : employers.get(id)
    const at = company === undefined ? undefined : people.get(company)
    if (at === undefined) return null
    return kind === 'company' ? askingOf(at) : gateTo(id, at)
  }
}

const isCall = ({ channel }: FactContact): boolean => readChannel(channel).channel === 'call'

/** The middle one of the lengths of answered calls, of two the longer: a plan that is too short helps nobody. */
function usualMinutes(contacts: readonly FactContact[]): number | null {
  const lengths = contacts
    .filter((contact) => isCall(contact) && isTwoWay(kindOfTouch(contact)))
    .flatMap(({ minutes }) => minutes ?? [])
    .sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? null
}

/** When they were called today in vain; null when they were reached, or came of their own accord, after that. */
function triedAt(contacts: readonly FactContact[], isToday: (instant: string) => boolean): string | null {
  const last = contacts.find((contact) => kindOfTouch(contact) !== 'note')
  const inVain = last !== undefined && last.direction === 'out' && isCall(last) && kindOfTouch(last) === 'unanswered'
  return inVain && isToday(last.at) ? last.at : null
}
