import { addDays, type CivilDate, isoInstant } from '../domain/calendar.js'
import { type CallDue, entryOfCall } from '../domain/day/agenda.js'
import { type Callable, callReasons, type Looking, type Overdue } from '../domain/day/calling.js'
import { rankOf, usualOrder } from '../domain/day/rank.js'
import type { AgendaEntry, Cadence, Reason } from '../domain/day/reason.js'
import type { Filter } from '../domain/filter.js'
import { inBase } from '../domain/money.js'
import type { Touch } from '../domain/standing/dealings.js'
import { cadenceByTag } from '../domain/standing/touching.js'
import { reaches, WAITS_DAYS, wasTaken } from '../domain/standing/waiting.js'
import type { Among, Candidate } from '../store/calls.js'
import { segmentCadences } from './day-segments.js'
import { DEFAULT_CALLING, type Deps, localNow } from './deps.js'

/** Clients to call, and how many more may be, of whom only so much is known that they rank lower. */
export interface CallsDue {
  calls: CallDue[]
  unread: number
}

/** Whose calls are asked for. */
export interface CallsWanted {
  /** How many days ahead is looked. */
  ahead: number
  filter: Filter | null
  /** Only this client. */
  client?: number
  /** Clients to whom a call is promised; they are there in any case, with what ranks them. */
  promised?: readonly number[]
  /** So many of the highest rank are enough; all when absent. */
  enough?: number
}

/**
 * Clients whom their dealings say to call, up to `ahead` days from today. What is told beside the reasons is filled in by
 * `tellCalls`. Where some of the highest rank are enough, not all of thousands are read: a standing knows the most points that
 * its reasons can give.
 */
export async function callsDue(deps: Deps, wanted: CallsWanted): Promise<CallsDue> {
  const { calls } = deps.store
  const today = localNow(deps).date
  const looking: Looking = { today, until: addDays(today, wanted.ahead), dayOf: daysIn(deps) }
  const among: Among = { filter: wanted.filter, client: wanted.client ?? null }
  const around = await aroundCalls(deps, looking, among)
  const named = new Set([...around.named, ...(wanted.promised ?? [])])
  const read = new Map<number, CallDue | null>()
  const take = async (candidates: readonly Candidate[]): Promise<void> => {
    const fresh = candidates.filter(({ client_id }) => !read.has(client_id))
    for (const each of fresh) read.set(each.client_id, null)
    for (const call of await callsOf(deps, fresh, around, looking, named)) read.set(call.client_id, call)
  }
  const found = (): CallDue[] => [...read.values()].filter((call) => call !== null)
  const enough = wanted.filter === null && wanted.client === undefined ? (wanted.enough ?? null) : null
  const size = enough === null ? 0 : await calls.size(looking.until)
  // Who is archived or opted out is among the size, though nobody is left to be read then.
  const readsAll = enough === null || size <= Math.max(FEW, 2 * enough)
  if (readsAll) await take(await calls.candidates(looking.until, among))
  else {
    await take(await calls.vips(looking.until))
    // The lowest rank that is sought is at least that of the last of those that were found.
    const lowest = (): number => {
      const scores = found().map((call) => rankOf(entryOfCall(call, today), call, deps.model.currency).score)
      return scores.sort((a, b) => b - a)[enough - 1] ?? Number.NEGATIVE_INFINITY
    }
    const first = Math.max(FEW, 2 * enough)
    await take(await calls.heaviest(looking.until, first))
    const rest = await calls.size(looking.until, lowest())
    if (rest > first && rest <= MOST) await take(await calls.heavierThan(looking.until, lowest()))
    for (let limit = MOST; rest > MOST && limit < 2 * size; limit *= 2) {
      await take(await calls.heaviest(looking.until, limit))
      if (found().length >= enough) break
    }
  }
  const unread = readsAll ? 0 : Math.max(0, size - read.size)
  await take(
    await calls.these(
      [...named].filter((id) => !read.has(id)),
      among,
    ),
  )
  return { calls: found(), unread }
}

/** Up to so many candidates all are read. */
const FEW = 300

/**
 * Of those who may rank high enough no more are read than those that weigh most: where thousands do, as after an import of a
 * whole call centre's log, which of them are shown first is not worth a second of waiting.
 */
const MOST = 600

/** What brings clients on the list beside their standing, or stands around it. */
interface Around {
  overdue: ReadonlyMap<number, Overdue[]>
  segments: ReadonlyMap<number, { name: string; every: number }>
  fresh: ReadonlySet<number>
  /** All whom any of these names, and who were put off until now. */
  named: ReadonlySet<number>
}

async function aroundCalls(deps: Deps, { until }: Looking, among: Among): Promise<Around> {
  const { calls } = deps.store
  const overdue = await calls.overdue(among.client)
  const segments = await segmentCadences(deps, until, among)
  const fresh = new Set(await freshLeads(deps, among))
  const putOff = await calls.putOff(until)
  return { overdue, segments, fresh, named: new Set([...overdue.keys(), ...segments.keys(), ...fresh, ...putOff]) }
}

/** Of candidates those who are to be called, and those named who are there in any case. */
async function callsOf(
  deps: Deps,
  candidates: readonly Candidate[],
  { overdue, segments, fresh }: Around,
  looking: Looking,
  named: ReadonlySet<number>,
): Promise<CallDue[]> {
  const { calls } = deps.store
  const start = isoInstant(deps.clock.toInstant({ date: looking.today, time: '00:00' }))
  const touched = candidates.filter(({ last_contact_at: at }) => at !== null && at >= start)
  const touches = await calls.touchesToday(touched.map(({ client_id }) => client_id))
  const attention = await calls.attention(candidates.map(({ client_id }) => client_id))
  const promised = await calls.promisedSince(waitingNow(candidates, looking))
  return candidates.flatMap((candidate): CallDue[] => {
    const { client_id: id, vip, sort_key } = candidate
    const ours = touches.get(id) ?? []
    const callable: Callable = {
      ...plainly(candidate, ours, looking),
      segment: segments.get(id) ?? null,
      overdue: overdue.get(id) ?? [],
      fresh: fresh.has(id),
      promised_since: promised.has(id),
      attention: attention.get(id) ?? [],
    }
    const reasons = callReasons(callable, looking)
    if (reasons.length === 0 && !named.has(id)) return []
    const tried = callable.reached_at === null && ours.some(isInVain)
    return [{ client_id: id, vip, sort_key, reasons, tried, stake_minor: atStake(candidate, callable.overdue, deps) }]
  })
}

/** Since when those wait who may wait still. */
function waitingNow(candidates: readonly Candidate[], { today }: Looking): Map<number, string> {
  const from = addDays(today, -WAITS_DAYS)
  return new Map(
    candidates.flatMap(({ client_id, waits_since: since }) =>
      since !== null && since.slice(0, 10) >= from ? [[client_id, since]] : [],
    ),
  )
}

/** Days of instants; one zone, and thousands of instants that share few days. */
function daysIn({ clock }: Deps): (instant: string) => CivilDate {
  const known = new Map<string, CivilDate>()
  return (instant) => {
    // Zones differ by whole quarters of an hour.
    const quarter = `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`
    const found = known.get(quarter)
    if (found !== undefined) return found
    const { date } = clock.toLocal(new Date(instant))
    known.set(quarter, date)
    return date
  }
}

/** A call or visit of ours today that came to nothing. */
const isInVain = (touch: Touch): boolean => touch.direction === 'out' && touch.channel !== 'note' && !reaches(touch)

function plainly(
  candidate: Candidate,
  touches: readonly Touch[],
  { dayOf }: Looking,
): Omit<Callable, 'segment' | 'overdue' | 'fresh' | 'promised_since' | 'attention'> {
  const { created_at, waits_since, last_contact_at, last_order_on } = candidate
  const contacted = last_contact_at === null ? null : dayOf(last_contact_at)
  const ours = touches.filter(reaches).map(({ at }) => at)
  return {
    ...candidate,
    entered_on: dayOf(created_at),
    last_touch_on:
      contacted === null || (last_order_on !== null && last_order_on > contacted) ? last_order_on : contacted,
    taken: touches.some((touch) => touch.at === waits_since && touch.direction === 'in' && wasTaken(touch)),
    reached_at: ours.sort().at(-1) ?? null,
  }
}

/** What is owed, and what the client usually orders for, in minor units of the base currency; sums without a rate are left out. */
function atStake({ spent_minor, orders }: Candidate, overdue: readonly Overdue[], { model }: Deps): number {
  const owed = overdue.map(({ left_minor, currency }) => inBase(left_minor, currency, model) ?? 0)
  return owed.reduce((sum, each) => sum + each, usualOrder(spent_minor, orders))
}

/** The leads whose turn it is: so many a day, and those who were called or skipped today are some of them. */
async function freshLeads(deps: Deps, among: Among): Promise<number[]> {
  const { calls } = deps.store
  const perDay = deps.calling?.leads ?? DEFAULT_CALLING.leads
  if (perDay === 0) return []
  const left = among.client === null ? perDay - (await calls.leadsDealtWith()) : 1
  return left > 0 ? calls.freshLeads(left, among) : []
}

/** Fills in what is told beside the reasons of calls: what was said, what was ordered, where a cadence comes from. */
export async function tellCalls(deps: Deps, entries: readonly AgendaEntry[]): Promise<void> {
  const { calls } = deps.store
  const entriesOf = entries.filter(({ section }) => section === 'calls')
  const reasonsOf = <C extends Reason['code']>(code: C): [number, Extract<Reason, { code: C }>][] =>
    entriesOf.flatMap(({ client_id, reasons }) =>
      reasons.flatMap((each) =>
        each.code === code
          ? [[client_id, each as Extract<Reason, { code: C }>] as [number, Extract<Reason, { code: C }>]]
          : [],
      ),
    )
  const waits = reasonsOf('waits')
  const said = await calls.contactsAt(new Map(waits.map(([client, { since }]) => [client, since])))
  for (const [client, reason] of waits) Object.assign(reason, said.get(client))
  const unpaid = reasonsOf('unpaid').map(([, reason]) => reason)
  const ordered = await calls.orderedWhat(unpaid.map(({ order }) => order))
  for (const reason of unpaid) reason.what = ordered.get(reason.order) ?? null
  await tellCadences(
    deps,
    reasonsOf('cadence').filter(([, { by }]) => by !== 'segment'),
  )
}

async function tellCadences({ store, model }: Deps, cadences: readonly [number, Cadence][]): Promise<void> {
  if (Object.keys(model.cadences).length === 0) return
  const { byHand, tags } = await store.calls.cadencesBy(cadences.map(([client]) => client))
  for (const [client, reason] of cadences) {
    if (byHand.has(client)) continue
    const own = tags.get(client) ?? new Map<string, string>()
    const tag = cadenceByTag([...own.keys()], model)?.tag
    if (tag !== undefined) Object.assign(reason, { by: 'tag', name: own.get(tag) ?? tag })
  }
}
