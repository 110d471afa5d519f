import type { Anniversary } from '../anniversary.js'
import type { CivilDate } from '../calendar.js'
import type { ClientKind } from '../client.js'
import { type CellProblem, type Draft, emptyDraft, type Remark } from '../draft.js'
import type { PhoneReader } from '../handle.js'
import type { Point } from '../points.js'
import type { AddressPart } from '../tables/targets.js'

export interface ReadContext {
  today: CivilDate
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  now: string
  /** The instant of a local day and time (`HH:MM`), as `YYYY-MM-DDTHH:MM:SSZ`. */
  instantOf: (date: CivilDate, time: string) => string
  readPhone: PhoneReader
  /** Marks every row of this import gets. */
  source: string | null
  tags: readonly string[]
  system: string | null
}

/** Thrown inside the reading of a cell and caught at its end; never leaves `domain`. */
export class BadCell extends Error {
  constructor(readonly problem: CellProblem) {
    super(problem.code)
  }
}

export interface Pair {
  pair: 'im' | 'event' | 'relation' | 'custom'
  header: string
  label: string
  value: string
}

/** A draft in the making, and what its cells say that is settled only when the whole row is read. */
export interface Row {
  draft: Draft
  typedKind: ClientKind | null
  birth: { day: string; month: string; year: string } | null
  labels: { phone: string | null; email: string | null }
  role: string | null
  phonesTyped: string[] | null
  addresses: Map<string, Partial<Record<AddressPart, string>>> | null
  pairs: Map<string, Pair> | null
  next: { due: CivilDate; time: string | null } | null
  nextAction: string | null
  /** How and when the answer to everything was got, where its own column tells it. */
  consent: { origin: string | null; at: CivilDate | null } | null
  /** Cells that reject the row unless an outside id keeps it. */
  badCells: Unread[]
}

/** `text` is the whole cell, the problem may be of a part of it. */
interface Unread {
  column: string
  text: string
  problem: CellProblem
}

export const newRow = (line: number): Row => ({
  draft: emptyDraft(line),
  typedKind: null,
  birth: null,
  labels: { phone: null, email: null },
  role: null,
  phonesTyped: null,
  addresses: null,
  pairs: null,
  next: null,
  nextAction: null,
  consent: null,
  badCells: [],
})

export function addPoint({ draft }: Row, point: Point): void {
  if (!draft.points.some(({ kind, value }) => kind === point.kind && value === point.value)) draft.points.push(point)
}

export function addNote({ draft: { values } }: Pick<Row, 'draft'>, text: string): void {
  values.note = values.note === null ? text : `${values.note}\n${text}`
}

/** What only this program's own files tell of a client. */
export function ownOf(draft: Draft): NonNullable<Draft['own']> {
  draft.own ??= { id: null, created_at: null, updated_at: null, archived_at: null }
  return draft.own
}

export function remark({ draft }: Pick<Row, 'draft'>, said: Remark): void {
  // The empty list is shared by all drafts that have no remarks.
  draft.remarks = [...draft.remarks, said]
}

/** What cannot be read as its column wants it is kept in words, and said. */
export function keepInNote(row: Pick<Row, 'draft'>, column: string, value: string, why?: CellProblem): void {
  addNote(row, `${column}: ${value}`)
  remark(row, { code: 'kept-as-note', value, column, ...(why ? { why } : {}) })
}

export function addDate({ draft }: Row, occasion: string, anniversary: Anniversary, who: string | null = null): void {
  draft.dates.push({ occasion, who, anniversary, remind_days: null, gift: null })
}
