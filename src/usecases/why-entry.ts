import { daysBetween } from '../domain/calendar.js'
import type { EntryKey } from '../domain/day/keys.js'
import { readKey } from '../domain/day/keys.js'
import type { AgendaEntry } from '../domain/day/reason.js'
import { type Deps, localNow } from './deps.js'
import type { Named } from './naming.js'
import { agendaFor, DEFAULT_SPAN } from './today.js'

/** Why an entry stands on the list of the day, and what ranks it; JSON as it is. */
export interface WhyEntry extends Pick<AgendaEntry, 'section' | 'reasons' | 'score' | 'terms'> {
  number: string
}

/** As far ahead as anybody looks for what a longer list has shown, in days. */
const AHEAD = 31

/** The entry by which a client was named; null when it was not named so, or nothing of the entry is due any more. */
export async function whyEntry(deps: Deps, { id, entry }: Named): Promise<WhyEntry | null> {
  const key = entry === null ? null : readKey(entry.entry)
  if (entry === null || key === null) return null
  for (const ahead of [DEFAULT_SPAN.ahead, AHEAD]) {
    const due = await agendaFor(deps, { ahead, belated: belatedFor(deps, key) }, null, id)
    const found = due.find(({ key: each }) => each === entry.entry)
    if (found) {
      const { section, reasons, score, terms } = found
      return { number: `t${entry.number}`, section, reasons, score, terms }
    }
  }
  return null
}

const belatedFor = (deps: Deps, key: EntryKey): number =>
  'occursOn' in key
    ? Math.max(DEFAULT_SPAN.belated, daysBetween(key.occursOn, localNow(deps).date))
    : DEFAULT_SPAN.belated
