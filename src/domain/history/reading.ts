import { type CivilDate, isoInstant } from '../calendar.js'
import type { Direction, PromiseKind } from '../client.js'
import type { RowProblem } from '../draft.js'
import { cleanLine } from '../text.js'
import { type Cells, type HistoryContext, momentOf, sortCells } from './cells.js'
import type { HistoryColumn } from './columns.js'
import { type DayReading, readDay } from './date.js'
import { finishWho, saysNobody, type Who } from './who.js'
import { kindOfText } from './words.js'

export interface ContactEntry {
  at: string
  /** Of a day without a time: the other moment under which an earlier import may have written it. */
  otherwiseAt: string | null
  channel: string
  direction: Direction
  result: string | null
  purpose: string | null
  minutes: number | null
  cost_minor: number | null
  text: string | null
}

export interface PromiseEntry {
  kind: PromiseKind
  due: CivilDate
  time: string | null
  text: string | null
  state: 'open' | 'done' | 'skipped'
  snoozed_until: CivilDate | null
  created_at: string
  closed_at: string | null
  /** Noted down with a contact: contacts that came later may have kept it. */
  followsContact: boolean
}

/** A row of a log, read, not yet joined to its client. */
export interface HistoryRow {
  who: Who
  contact: ContactEntry | null
  promise: PromiseEntry | null
}

/** True for a row without anything in it, which is no row of a log. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** The channel of rows that do not name it: notes are notes, all else is taken for calls, as `log` does. */
export const usualChannel = (columns: readonly HistoryColumn[]): string =>
  columns.some(({ header }) => /^note body$/i.test(header.trim())) ? 'note' : 'call'

/** Reads one row; a problem means the whole row is rejected. */
export function readHistoryRow(
  cells: readonly string[],
  columns: readonly HistoryColumn[],
  kind: 'contacts' | 'promises',
  usual: string,
  context: HistoryContext,
): HistoryRow | RowProblem {
  const row = sortCells(cells, columns, context)
  if (row.problem) return row.problem
  const who = finishWho(row.who)
  if (saysNobody(who)) return { code: 'no-client' }
  const day = readDay(row.date, context)
  if (day.is === 'none') return { code: 'no-date' }
  if (day.is !== 'day' && day.is !== 'instant') return { code: day.is, value: row.date, column: row.dateColumn }
  if (kind === 'promises') return { who, contact: null, promise: promiseOf(row, day, context) }
  // What a log calls not done is no contact yet.
  if (row.state !== null && row.state !== 'done') return { who, contact: null, promise: promiseOf(row, day, context) }
  const contact = contactOf(row, day, usual, context)
  if (contact === null) return { code: 'future-date', value: row.date, column: row.dateColumn }
  return { who, contact, promise: nextOf(row, contact.at, context) }
}

type Known = Extract<DayReading, { is: 'day' | 'instant' }>

const localDay = (day: Known, { toLocal }: HistoryContext): { date: CivilDate; time: string | null } =>
  day.is === 'day' ? day : toLocal(day.at)

function contactOf(row: Cells, day: Known, usual: string, context: HistoryContext): ContactEntry | null {
  const time = day.is === 'day' ? (day.time ?? row.time) : null
  let at: string
  let otherwiseAt: string | null = null
  if (day.is === 'day' && time === null) {
    const noon = isoInstant(context.toInstant({ date: day.date, time: '12:00' }))
    const midnight = isoInstant(context.toInstant({ date: day.date, time: '00:00' }))
    // Today's noon may lie ahead; either way the same file read later finds the contact again.
    ;[at, otherwiseAt] = noon <= context.now ? [noon, midnight] : [midnight, noon]
  } else if (day.is === 'day') at = isoInstant(context.toInstant({ date: day.date, time: time ?? '' }))
  else at = isoInstant(day.at)
  if (at > context.now) return null
  return {
    at,
    otherwiseAt,
    channel: row.channel ?? usual,
    direction: row.direction ?? 'out',
    result: row.result ?? (row.missed ? 'no-answer' : null),
    purpose: row.purpose,
    minutes: row.minutes,
    cost_minor: row.cost,
    text: [...row.texts, ...row.labelled].join('\n') || null,
  }
}

/** The promise that stands beside a contact: when to get in touch again, and why. */
function nextOf({ next, nextText }: Cells, at: string, context: HistoryContext): PromiseEntry | null {
  if (next === null || (next.is !== 'day' && next.is !== 'instant')) return null
  const { date, time } = localDay(next, context)
  return {
    kind: kindOfText(nextText),
    due: date,
    time,
    text: nextText,
    state: 'open',
    snoozed_until: null,
    created_at: at,
    closed_at: null,
    followsContact: true,
  }
}

const earlier = (one: string, other: string): string => [one, other].sort()[0] as string

function promiseOf(row: Cells, day: Known, context: HistoryContext): PromiseEntry {
  const pieces = [...row.texts, ...row.labelled]
  const text = (context.own ? pieces.join('\n') : pieces.map(cleanLine).join('; ')) || null
  const { date: due, time } = localDay(day, context)
  const state = row.state ?? 'open'
  const dueAt = momentOf(day, context) ?? context.now
  const created = row.created ?? context.now
  return {
    kind: row.kind ?? kindOfText(text),
    due,
    time: time ?? row.time,
    text,
    state,
    snoozed_until: row.snoozed,
    created_at: created,
    closed_at: state === 'open' ? null : (row.closed ?? earlier(dueAt, context.now)),
    followsContact: false,
  }
}
