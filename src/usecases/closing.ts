import { type CivilDate, isoInstant } from '../domain/calendar.js'
import { type EntryKey, readKey } from '../domain/day/keys.js'
import { PUT_OFF } from '../domain/day/settling.js'
import { cleanLine } from '../domain/text.js'
import { readWhen } from '../domain/when.js'
import { notFound, type Refusal, refused, typedWrongly } from '../errors.js'
import { dayOfInstant } from './closing-calls.js'
import { settlementOf } from './closing-entry.js'
import { type Ending, type Settlement, settle } from './closing-writing.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { isEntryNumber, nameClient } from './naming.js'
import { whenRefusal } from './promises.js'

/** An entry of the day that was closed or put off, as JSON shows it. */
export interface Closed {
  /** `t3`; null when the list of the day was never shown. */
  number: string | null
  client_id: number
  name: string
  entry: EntryKey['is']
  /** What was promised, whose day it is, or the present. */
  text: string | null
  occasion: string | null
  until: CivilDate | null
  /** Ids of the promises among it, and codes of the reasons that nobody wrote down. */
  promises: number[]
  reasons: string[]
}

export type Closing =
  | { is: 'done' }
  | { is: 'skipped'; reason: string | null }
  | { is: 'snoozed'; words: readonly string[] }

/** An entry that is to be closed: by which number, and what it stands for. */
export interface ToClose {
  number: string | null
  name: string
  settlement: Settlement
}

/**
 * Closes or puts off entries of the day's list, all of them or none, in one operation. `keep` false only checks. Throws
 * exit 3 for a number that is not there, exit 5 when nothing of an entry is open any more.
 */
export async function close(
  deps: Deps,
  numbers: readonly string[],
  closing: Closing,
  { keep }: { keep: boolean } = { keep: true },
): Promise<Closed[]> {
  const until = closing.is === 'snoozed' ? readUntil(deps, closing.words) : null
  const why = closing.is === 'skipped' && closing.reason !== null ? cleanLine(closing.reason) || null : null
  const ending = endingOf(deps, { state: closing.is, until, why })
  const found = new Map<string, ToClose>()
  for (const number of numbers) {
    const { key, entry } = await entryToClose(deps, number)
    if (!found.has(key)) found.set(key, entry)
  }
  const { result } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const closed: Closed[] = []
      for (const each of found.values()) {
        if ((await settle(writing, each.settlement, ending)) === 0) throw alreadyClosed(each.number ?? '')
        closed.push(closedOf(each, until))
      }
      return closed
    },
    { keep },
  )
  return result
}

const alreadyClosed = (number: string): Refusal => refused((words) => words.errors.alreadyClosed(number))

async function entryToClose(deps: Deps, typed: string): Promise<{ key: string; entry: ToClose }> {
  if (!isEntryNumber(typed))
    throw typedWrongly((words) => ({ text: words.errors.notAnEntry(typed), hint: words.errors.noEntryHint }))
  const { id, name, entry } = await nameClient(deps, typed, null)
  const key = entry === null ? null : readKey(entry.entry)
  const settlement = key === null ? 'gone' : await settlementOf(deps, key, id)
  if (settlement === 'gone' || entry === null)
    throw notFound((words) => ({ text: words.errors.noEntry(typed), hint: words.errors.noEntryHint }))
  if (settlement === null) throw alreadyClosed(typed)
  return { key: entry.entry, entry: { number: typed, name, settlement } }
}

/** `at` is the instant of a contact that was logged later. */
export function endingOf(
  deps: Deps,
  { at, ...ending }: Pick<Ending, 'state' | 'until' | 'why'> & { at?: string },
): Ending {
  const now = isoInstant(deps.clock.now())
  return { ...ending, now, at: at ?? now, today: localNow(deps).date, dayOf: dayOfInstant(deps) }
}

export const closedOf = ({ number, name, settlement }: ToClose, until: CivilDate | null): Closed => ({
  number,
  client_id: settlement.client_id,
  name,
  entry: settlement.entry,
  text: settlement.text,
  occasion: settlement.occasion,
  until,
  promises: settlement.promises,
  reasons: [...new Set(settlement.marks.map(({ about }) => (about === PUT_OFF.about ? 'put-off' : about)))],
})

function readUntil(deps: Deps, wordsTyped: readonly string[]): CivilDate {
  const typed = wordsTyped.flatMap((word) => word.trim().split(/\s+/))
  const now = localNow(deps)
  const reading = readWhen(typed, now)
  if ('problem' in reading) throw whenRefusal(reading.problem, typed.join(' '))
  if (reading.used < typed.length) throw whenRefusal('unreadable', typed.join(' '))
  if (reading.when.date <= now.date) throw typedWrongly((words) => words.errors.snoozeBack(reading.when.date))
  return reading.when.date
}
