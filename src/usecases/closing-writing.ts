import type { CivilDate } from '../domain/calendar.js'
import type { EntryKey } from '../domain/day/keys.js'
import { isInForce, PUT_OFF, type Settles, writePutOff } from '../domain/day/settling.js'
import type { Writing } from '../store/store.js'

/** The rows that closing an entry of the day writes. */
export interface Settlement {
  client_id: number
  entry: EntryKey['is']
  /** What was promised, or whose day it is. */
  text: string | null
  occasion: string | null
  promises: number[]
  greetings: { client_id: number; date: number; occursOn: CivilDate }[]
  /** Reasons that no row of their own stands for. */
  marks: (Settles & { client_id: number })[]
}

export const noSettlement = (client_id: number, entry: EntryKey['is']): Settlement => ({
  client_id,
  entry,
  text: null,
  occasion: null,
  promises: [],
  greetings: [],
  marks: [],
})

/** How a settlement ends: for good, or put off. */
export interface Ending {
  state: 'done' | 'skipped' | 'snoozed'
  until: CivilDate | null
  why: string | null
  /** Instant of the command, and of what was done: a contact may be logged later. */
  now: string
  at: string
  today: CivilDate
  dayOf: (instant: string) => CivilDate
}

/** Writes what is still open of a settlement; how many rows that were. */
export async function settle(writing: Writing, settlement: Settlement, ending: Ending): Promise<number> {
  let written = 0
  for (const id of settlement.promises) written += await settlePromise(writing, id, ending)
  for (const greeting of settlement.greetings) written += await settleGreeting(writing, greeting, ending)
  if (settlement.entry === 'call' && ending.state === 'snoozed') written += await putOff(writing, settlement, ending)
  else for (const mark of settlement.marks) written += await settleMark(writing, mark, ending)
  return written
}

async function settlePromise(writing: Writing, id: number, { state, until, why, now }: Ending): Promise<number> {
  if ((await writing.agenda.promise(id))?.state !== 'open') return 0
  await writing.update(
    'promise',
    id,
    state === 'snoozed'
      ? { snoozed_until: until, ...(until === null ? {} : { shown_on: until }) }
      : { state, closed_at: now, why },
  )
  return 1
}

async function settleGreeting(
  writing: Writing,
  { client_id, date, occursOn }: Settlement['greetings'][number],
  { state, until, why, at }: Ending,
): Promise<number> {
  const known = await writing.agenda.greeting(date, occursOn)
  if (known && known.state !== 'snoozed') return 0
  const row = { state, snoozed_until: until, why, at }
  if (known) await writing.update('greeting', known.id, row)
  else await writing.insert('greeting', { client_id, anniversary_id: date, occurs_on: occursOn, ...row })
  return 1
}

async function settleMark(
  writing: Writing,
  { client_id, about, mark }: Settlement['marks'][number],
  { state, until, why, at, today, dayOf }: Ending,
): Promise<number> {
  const known = await writing.attention.one(client_id, { about, mark })
  if (about === PUT_OFF.about) {
    if (known?.state !== 'snoozed') return 0
    // Of the row of a client who was put off, `why` keeps for what.
    await writing.update('attention', known.id, { state, at })
    return 1
  }
  if (known && isInForce(known, today, dayOf)) return 0
  const row = { state, snoozed_until: until, why, at }
  if (known) await writing.update('attention', known.id, row)
  else await writing.insert('attention', { client_id, about, mark, ...row })
  return 1
}

/** Puts a client off altogether; without a reason that was computed its promises alone are put off. */
async function putOff(writing: Writing, { client_id, marks }: Settlement, { until, at }: Ending): Promise<number> {
  if (marks.length === 0) return 0
  const known = await writing.attention.one(client_id, PUT_OFF)
  const reasons = marks.filter(({ about }) => about !== PUT_OFF.about)
  // Who came back only because it had been put off keeps the reasons of the first time.
  const why = reasons.length === 0 && known ? known.why : writePutOff(reasons)
  const row = { state: 'snoozed' as const, snoozed_until: until, why, at }
  if (known) await writing.update('attention', known.id, row)
  else await writing.insert('attention', { client_id, ...PUT_OFF, ...row })
  return 1
}
