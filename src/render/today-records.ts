import type { CivilDate } from '../domain/calendar.js'
import { SECTIONS, type Section } from '../domain/day/reason.js'
import type { DayPlan } from '../usecases/day-plan.js'
import type { NumberedEntry } from '../usecases/today.js'
import type { Words } from '../words/en.js'

/** An entry of the day as JSON has it, the same whatever the language; what helps with a call is null elsewhere. */
export const entryRecord = ({
  number,
  client,
  reasons,
  due,
  time,
  score,
  terms,
  key,
  also,
  facts,
}: NumberedEntry): Record<string, unknown> => ({
  number,
  client,
  reasons,
  due,
  time,
  score,
  terms,
  key,
  also,
  reach: facts?.reach ?? null,
  window: facts === null || facts.window.is === 'unknown' ? null : facts.window,
  last_contact: facts?.last_contact ?? null,
  usual: facts?.usual ?? null,
  ask: facts?.ask ?? null,
  minutes: facts?.minutes ?? null,
  tried_at: facts?.tried_at ?? null,
})

interface DayOfEntries {
  date: CivilDate
  entries: readonly NumberedEntry[]
  plan: DayPlan | null
}

/** The day as JSON has it. */
export function dayRecord({ date, entries, plan }: DayOfEntries): Record<string, unknown> {
  const of = (wanted: Section): unknown[] => entries.filter(({ section }) => section === wanted).map(entryRecord)
  return {
    date,
    ...Object.fromEntries(SECTIONS.map((section) => [section, of(section)])),
    ...(plan === null ? {} : { plan: planRecord(plan) }),
  }
}

const planRecord = ({ calls, left, minutes }: DayPlan): Record<string, unknown> => ({
  calls: calls.map(({ entry, date, time, minutes: length }) => ({
    number: entry.number,
    client_id: entry.client_id,
    date,
    time,
    minutes: length,
  })),
  left: left.map(({ number, client_id }) => ({ number, client_id })),
  minutes,
})

const CELLS: Record<string, (entry: NumberedEntry, words: Words) => string> = {
  number: ({ number }) => number,
  section: ({ section }) => section,
  due: ({ due }) => due,
  client: ({ client }) => client.name,
  phone: ({ client }) => client.phones[0]?.value ?? '',
  reason: ({ reasons }, words) => reasons.map(words.today.reason).join('; '),
  client_id: ({ client_id }) => String(client_id),
  time: ({ time }) => time ?? '',
  score: ({ score }) => String(score),
  codes: ({ reasons }) => reasons.map(({ code }) => code).join(','),
  vip: ({ vip }) => (vip ? 'yes' : 'no'),
  channel: ({ facts }) => facts?.reach?.channel ?? '',
  reach: ({ facts }) => facts?.reach?.value ?? '',
  window: ({ facts }) => facts?.window.is ?? '',
  until: ({ facts }) => facts?.window.until ?? '',
  from: ({ facts }) => (facts?.window.from ? `${facts.window.from.date} ${facts.window.from.time}` : ''),
  local_time: ({ facts }) => facts?.window.local_time ?? '',
  minutes: ({ facts }) => (facts === null ? '' : String(facts.minutes)),
}

/** The day as cells under their keys, for scripts; only `reason` is in the user's language. */
export const dayAsCells = (entries: readonly NumberedEntry[], words: Words): string[][] => [
  Object.keys(CELLS),
  ...entries.map((entry) => Object.values(CELLS).map((cell) => cell(entry, words))),
]
