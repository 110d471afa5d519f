import { type Anniversary, occurrenceNear, yearsOn } from './anniversary.js'
import { addDays, type CivilDate, daysBetween, parts } from './calendar.js'
import type { PromiseKind, PromiseRecord } from './client.js'

/** An open promise with what the day's order needs of its client. */
export interface PromiseDue extends PromiseRecord {
  shown_on: CivilDate
  vip: boolean
  sort_key: string
}

/** A day that comes back, and what was done about its occurrences. */
export interface AnniversaryDue {
  id: number
  client_id: number
  occasion: string
  who: string | null
  anniversary: Anniversary
  remind_days: number | null
  vip: boolean
  sort_key: string
  greetings: { occurs_on: CivilDate; state: 'done' | 'skipped' | 'snoozed'; snoozed_until: CivilDate | null }[]
}

export type Section = 'calls' | 'greetings' | 'tasks'
export const SECTIONS: readonly Section[] = ['calls', 'greetings', 'tasks']

/** Why an entry stands on the list: a code and its figures, so that each language can say it and scripts can test it. */
export type Reason =
  | {
      code: 'promised'
      promise: number
      kind: PromiseKind
      due: CivilDate
      time: string | null
      days: number
      text: string | null
      snoozed: boolean
    }
  | {
      code: 'occasion'
      date: number
      occasion: string
      who: string | null
      on: CivilDate
      days: number
      years: number | null
    }

export interface AgendaEntry {
  /** Names what is due, the same through the whole day: `promise:12`, `date:5:2026-11-22`. */
  key: string
  section: Section
  client_id: number
  due: CivilDate
  time: string | null
  vip: boolean
  sort_key: string
  reasons: Reason[]
}

export const sectionOf = (kind: PromiseKind): Section =>
  kind === 'call' ? 'calls' : kind === 'task' ? 'tasks' : 'greetings'

export const promiseKey = (id: number): string => `promise:${id}`
export const occasionKey = (id: number, occursOn: CivilDate): string => `date:${id}:${occursOn}`

export type EntryKey = { is: 'promise'; id: number } | { is: 'date'; id: number; occursOn: CivilDate }

export function readKey(key: string): EntryKey | null {
  const promise = /^promise:(\d+)$/.exec(key)
  if (promise) return { is: 'promise', id: Number(promise[1]) }
  const date = /^date:(\d+):(\d{4}-\d{2}-\d{2})$/.exec(key)
  return date?.[2] ? { is: 'date', id: Number(date[1]), occursOn: date[2] } : null
}

const fromPromise = (promise: PromiseDue, today: CivilDate): AgendaEntry => ({
  key: promiseKey(promise.id),
  section: sectionOf(promise.kind),
  client_id: promise.client_id,
  due: promise.shown_on,
  time: promise.snoozed_until === null ? promise.time : null,
  vip: promise.vip,
  sort_key: promise.sort_key,
  reasons: [
    {
      code: 'promised',
      promise: promise.id,
      kind: promise.kind,
      due: promise.due,
      time: promise.time,
      days: daysBetween(today, promise.due),
      text: promise.text,
      snoozed: promise.snoozed_until !== null,
    },
  ],
})

function fromAnniversary(
  date: AnniversaryDue,
  today: CivilDate,
  span: { ahead: number; belated: number },
): AgendaEntry | null {
  const ahead = Math.max(span.ahead, date.remind_days ?? 0)
  const postponed = date.greetings.find(
    ({ state, snoozed_until }) => state === 'snoozed' && snoozed_until !== null && snoozed_until <= today,
  )
  const near = occurrenceNear(date.anniversary, today, { ahead, belated: span.belated })
  // What was put off and then forgotten gives way to the next occurrence.
  const stillMeant =
    postponed && daysBetween(postponed.occurs_on, today) < 180 && (near === null || near <= postponed.occurs_on)
  const on = stillMeant ? postponed.occurs_on : near
  if (on === null) return null
  // The year in which it began is not its first return.
  if (date.anniversary.year !== null && parts(on).year <= date.anniversary.year) return null
  const kept = date.greetings.find(({ occurs_on }) => occurs_on === on)
  if (kept && !(kept.state === 'snoozed' && (kept.snoozed_until ?? today) <= today)) return null
  return {
    key: occasionKey(date.id, on),
    section: 'greetings',
    client_id: date.client_id,
    due: kept?.snoozed_until ?? on,
    time: null,
    vip: date.vip,
    sort_key: date.sort_key,
    reasons: [
      {
        code: 'occasion',
        date: date.id,
        occasion: date.occasion,
        who: date.who,
        on,
        days: daysBetween(today, on),
        years: yearsOn(date.anniversary, on),
      },
    ],
  }
}

const SECTION_ORDER: Record<Section, number> = { calls: 0, greetings: 1, tasks: 2 }

/**
 * The day's entries in order. Until ranking is built: by section, then what is due first, then by the hour, VIPs before
 * others, then by name.
 */
export function agendaOf(
  promises: readonly PromiseDue[],
  anniversaries: readonly AnniversaryDue[],
  today: CivilDate,
  span: { ahead: number; belated: number },
): AgendaEntry[] {
  const until = addDays(today, span.ahead)
  const entries = promises.filter(({ shown_on }) => shown_on <= until).map((promise) => fromPromise(promise, today))
  for (const date of anniversaries) {
    const entry = fromAnniversary(date, today, span)
    if (entry) entries.push(entry)
  }
  return entries.sort(
    (a, b) =>
      SECTION_ORDER[a.section] - SECTION_ORDER[b.section] ||
      compare(a.due, b.due) ||
      compare(a.time ?? '99', b.time ?? '99') ||
      Number(b.vip) - Number(a.vip) ||
      compare(a.sort_key, b.sort_key) ||
      compare(a.key, b.key),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
