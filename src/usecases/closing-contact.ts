import type { CivilDate } from '../domain/calendar.js'
import type { Direction } from '../domain/client.js'
import { type EntryKey, readKey, writeKey } from '../domain/day/keys.js'
import type { CallReason, Promised } from '../domain/day/reason.js'
import { readChannel, readPromiseKind } from '../domain/history/words.js'
import { outcomeOf } from '../domain/standing/outcome.js'
import type { ToClose } from './closing.js'
import { dayOfInstant, dueCall, putOffCall } from './closing-calls.js'
import { settlementOf } from './closing-entry.js'
import type { Settlement } from './closing-writing.js'
import { greetingsDue } from './day-greetings.js'
import { type Deps, localNow } from './deps.js'
import type { Named } from './naming.js'
import { DEFAULT_SPAN } from './today.js'

/** A contact as far as the list of the day is concerned; `at` is its instant. */
export interface Happened {
  channel: string
  direction: Direction
  result: string | null
  purpose: string | null
  at: string
}

/** What a contact settles, and whether the entry by which its client was named stays open. */
export interface Settles {
  settled: ToClose[]
  stillOpen: boolean
}

/**
 * What a contact settles of the day's list. The entry by which the client was named, unless it is a task or a present; the
 * calls of the client, when both may have talked; with the purpose of a greeting the occasions that are due. A contact in vain
 * settles nothing, one of an earlier day only what was due then.
 */
export async function settledByContact(deps: Deps, client: Named, contact: Happened): Promise<Settles> {
  const target = client.entry === null ? null : readKey(client.entry.entry)
  const named = target === null ? null : await ofEntry(deps, target, client.id, contact)
  if (outcomeOf(contact.result) === 'not-reached') return { settled: [], stillOpen: named !== null }
  const found = new Map<string, Settlement>()
  const settlesNamed = named !== null && target !== null && (await isSettledByTalk(deps, target))
  if (settlesNamed) found.set(writeKey(target), named)
  const greets = contact.direction === 'out' && speaksOfGreeting(contact.purpose)
  const isGreeting = target !== null && ['date', 'first-order', 'holiday'].includes(target.is)
  if (target?.is !== 'call' && !greets && !isGreeting && (await isTalk(deps, client.id, contact))) {
    const call = await callOn(deps, client.id, contact)
    if (call) found.set(writeKey({ is: 'call', client: client.id }), call)
  }
  if (greets) for (const [key, greeting] of await greetingsOf(deps, client.id)) found.set(key, greeting)
  for (const [key, settlement] of found) {
    const left = exceptOf(settlement, contact)
    if (left === null) found.delete(key)
    else found.set(key, left)
  }
  const numbers = found.size === 0 ? new Map<string, number>() : await numbersShown(deps)
  return {
    settled: [...found].map(([key, settlement]) => {
      const number = client.entry?.entry === key ? client.entry.number : numbers.get(key)
      return { number: number === undefined ? null : `t${number}`, name: client.name, settlement }
    }),
    stillOpen: named !== null && target !== null && !found.has(writeKey(target)),
  }
}

/**
 * The settlement without what began with this very contact: who writes twice in a second, or while the clock is fixed, waits as
 * before. Null when nothing else is in it.
 */
function exceptOf(settlement: Settlement, { direction, at }: Happened): Settlement | null {
  const marks = settlement.marks.filter(({ about, mark }) => direction === 'out' || about !== 'waits' || mark !== at)
  if (marks.length === settlement.marks.length) return settlement
  return marks.length + settlement.promises.length === 0 ? null : { ...settlement, marks }
}

/** What the entry by which the client was named stands for; null when nothing of it is open. */
async function ofEntry(deps: Deps, key: EntryKey, client: number, contact: Happened): Promise<Settlement | null> {
  const isPast = dayOfInstant(deps)(contact.at) < localNow(deps).date
  const settlement =
    key.is === 'call' && isPast ? await callOn(deps, client, contact) : await settlementOf(deps, key, client)
  if (settlement === null || settlement === 'gone') return null
  if (key.is === 'promise') return (await deps.store.agenda.promise(key.id))?.state === 'open' ? settlement : null
  if (key.is === 'date') {
    const greeted = await deps.store.agenda.greeting(key.id, key.occursOn)
    return greeted && greeted.state !== 'snoozed' ? null : settlement
  }
  if (key.is === 'call') return settlement
  const rows = (await deps.store.attention.of([settlement.client_id])).get(settlement.client_id) ?? []
  const [mark] = settlement.marks
  const isOver = rows.some((row) => row.about === mark?.about && row.mark === mark.mark && row.state !== 'snoozed')
  return isOver ? null : settlement
}

async function isSettledByTalk(deps: Deps, key: EntryKey): Promise<boolean> {
  if (key.is === 'gift') return false
  if (key.is !== 'promise') return true
  const kind = (await deps.store.agenda.promise(key.id))?.kind
  return kind === 'call' || kind === 'greet'
}

/** Everything of the calls that was due on the day of the contact. */
async function callOn(deps: Deps, client: number, { at }: Happened): Promise<Settlement | null> {
  const day = dayOfInstant(deps)(at)
  const due = await dueCall(deps, client, (reason) => isDueOn(reason, day, at))
  const off = await putOffCall(deps, client)
  if (off === null || off.since > at) return due
  return due === null ? off : { ...due, marks: [...due.marks, ...off.marks] }
}

function isDueOn(reason: Promised | CallReason, day: CivilDate, at: string): boolean {
  if (reason.code === 'promised') return reason.due <= day
  if (reason.code === 'waits') return reason.since <= at
  return (reason.code === 'put-off' ? reason.since : reason.on) <= day
}

/** Is it a call or a meeting, by the channel that the client prefers, or did it come from the client? */
async function isTalk(deps: Deps, client: number, { channel, direction }: Happened): Promise<boolean> {
  const used = readChannel(channel).channel ?? channel
  if (direction === 'in' || used === 'call' || used === 'meet') return true
  const preferred = (await deps.store.clients.records([client], false))[0]?.channel ?? null
  if (preferred === null) return false
  const likes = readChannel(preferred).channel ?? preferred
  return likes === used || (used === 'message' && !['call', 'email', 'meet', 'note'].includes(likes))
}

/** «Поздравление с юбилеем», "greeting", «привітання». */
const speaksOfGreeting = (purpose: string | null): boolean =>
  purpose !== null && readPromiseKind(purpose.trim().split(/[\s,:;]+/)[0] ?? '') === 'greet'

/** The greetings due of a client, by their keys. */
async function greetingsOf(deps: Deps, client: number): Promise<Map<string, Settlement>> {
  const found = new Map<string, Settlement>()
  const due = await greetingsDue(deps, { ...DEFAULT_SPAN, filter: null, client })
  const promised = await deps.store.agenda.promisesUntil(localNow(deps).date, null, client)
  const keys = [
    ...due.map(({ key }) => readKey(key)),
    ...promised.flatMap(({ id, kind }) => (kind === 'greet' ? [{ is: 'promise' as const, id }] : [])),
  ]
  for (const key of keys) {
    if (key === null || key.is === 'gift') continue
    const settlement = await settlementOf(deps, key, client)
    if (settlement !== null && settlement !== 'gone') found.set(writeKey(key), settlement)
  }
  return found
}

/** Numbers of the list that was shown last, by the keys of its entries. */
async function numbersShown(deps: Deps): Promise<Map<string, number>> {
  const { agenda } = deps.store
  const shown = await agenda.lastNumberedDay(localNow(deps).date)
  const entries = shown === null ? [] : await agenda.dayEntries(shown)
  return new Map(entries.map(({ entry, number }) => [entry, number]))
}
