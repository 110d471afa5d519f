import { readKey } from '../domain/day/keys.js'
import { HANDLE_KINDS } from '../domain/handle.js'
import { ambiguous, notFound } from '../errors.js'
import type { DayEntry } from '../store/agenda.js'
import type { Candidate } from '../store/clients.js'
import type { Gone } from '../store/merging.js'
import { type Deps, localNow, phoneReader } from './deps.js'
import { numberToday } from './today.js'

/** How a picker asks which of several is meant; null when nobody can be asked. */
export type Pick = ((candidates: readonly Candidate[]) => Promise<Candidate>) | null

export interface Named {
  id: number
  name: string
  /** The entry of the day's list by which the client was named (`t3`). */
  entry: DayEntry | null
}

export const isEntryNumber = (text: string): boolean => /^[tт]\d{1,6}$/iu.test(text)

/**
 * An entry of the day's list by its number. Numbers are those of the list shown last: today's, or, just after midnight,
 * yesterday's; where none was shown yet, the list is made now.
 */
export async function entryNumbered(deps: Deps, text: string): Promise<DayEntry> {
  const number = Number(text.slice(1))
  const today = localNow(deps).date
  const shown = await deps.store.agenda.lastNumberedDay(today)
  let entries = shown === null ? [] : await deps.store.agenda.dayEntries(shown)
  if (shown !== today && !entries.some((entry) => entry.number === number)) entries = await numberToday(deps)
  const entry = entries.find((each) => each.number === number)
  if (!entry) throw notFound((words) => ({ text: words.errors.noEntry(text), hint: words.errors.noEntryHint }))
  return entry
}

/** Finds the client that a word or a few name; refuses with exit 3 when nobody fits and 4 when several do. */
export async function nameClient(deps: Deps, text: string, pick: Pick): Promise<Named> {
  const wanted = text.trim()
  if (isEntryNumber(wanted)) {
    const entry = await entryNumbered(deps, wanted)
    const client =
      (await deps.store.clients.byId(entry.client_id)) ??
      (await keptOf(deps, wanted, await deps.store.merging.gone([entry.client_id])))[0]
    if (!client || readKey(entry.entry) === null)
      throw notFound((words) => ({ text: words.errors.noEntry(wanted), hint: words.errors.noEntryHint }))
    return { id: client.id, name: client.name, entry }
  }
  const candidates = await candidatesFor(deps, wanted)
  const [only] = candidates
  if (only && candidates.length === 1) return { id: only.id, name: only.name, entry: null }
  if (!only) {
    const near = await deps.store.clients.nearest(wanted)
    throw notFound((words) => ({
      text: words.errors.noClient(wanted),
      details: near.map(words.candidate),
      ...(near.length > 0 ? { hint: words.errors.nearestHint } : { hint: words.errors.noClientHint }),
    }))
  }
  if (pick) {
    const chosen = await pick(candidates)
    return { id: chosen.id, name: chosen.name, entry: null }
  }
  throw ambiguous((words) => ({
    text: words.errors.severalClients(wanted, candidates.length),
    details: candidates.map(words.candidate),
    hint: words.errors.severalHint,
  }))
}

/** The clients into which those went that are no more; the user is told. */
async function keptOf({ store, onGone }: Deps, typed: string, gone: readonly Gone[]): Promise<Candidate[]> {
  const kept: Candidate[] = []
  for (const id of new Set(gone.map(({ kept_id }) => kept_id))) {
    const client = await store.clients.byId(id)
    if (client) kept.push(client)
  }
  const [only] = kept
  if (only && kept.length === 1) onGone?.(typed, only.id, only.name)
  return kept
}

async function candidatesFor(deps: Deps, wanted: string): Promise<Candidate[]> {
  const { clients, merging } = deps.store
  const { country } = deps
  const outside = /^ext:(.+)$/i.exec(wanted)?.[1]?.trim()
  if (outside) {
    const found = await clients.byExternal(outside)
    return found.length > 0 ? found : keptOf(deps, wanted, await merging.goneOutside(outside))
  }
  if (/^\d{1,15}$/.test(wanted) && Number.isSafeInteger(Number(wanted))) {
    const byId = await clients.byId(Number(wanted))
    if (byId) return [byId]
    const kept = await keptOf(deps, wanted, await merging.gone([Number(wanted)]))
    if (kept.length > 0) return kept
  }
  if (wanted.startsWith('@')) return clients.byPoint([wanted.slice(1).toLowerCase()], HANDLE_KINDS)
  if (/^\S+@\S+$/.test(wanted)) return clients.byPoint([wanted.toLowerCase()], ['email'])
  if (/^[+\d][\d\s().-]{4,}$/.test(wanted)) {
    const digits = wanted.replace(/\D/g, '')
    const direct = await clients.byPoint([`+${digits}`, digits], ['phone', 'whatsapp', 'viber', 'telegram', 'signal'])
    if (direct.length > 0) return direct
    const number = (await phoneReader(country))(wanted)
    return number === null ? [] : clients.byPoint([number], ['phone', 'whatsapp', 'viber', 'telegram', 'signal'])
  }
  return clients.byName(wanted)
}
