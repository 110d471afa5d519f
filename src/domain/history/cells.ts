import { type CivilDate, isoInstant, type LocalTime } from '../calendar.js'
import type { Direction, PromiseKind } from '../client.js'
import type { RowProblem } from '../draft.js'
import type { PhoneReader } from '../handle.js'
import { decodeEntities } from '../reading/entities.js'
import { cleanLine, cleanText } from '../text.js'
import type { HistoryColumn } from './columns.js'
import { type DayContext, type DayReading, readDay } from './date.js'
import { newWho, readWho, type WhoDraft } from './who.js'
import { readChannel, readCost, readDuration, readPromiseKind, readState, readTimeOfDay } from './words.js'

export interface HistoryContext extends DayContext {
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  now: string
  toInstant: (local: LocalTime) => Date
  toLocal: (instant: Date) => LocalTime
  readPhone: PhoneReader
  /** The base currency: of costs, which are kept in no other, and of sums that name none. */
  currency: string
  /** The file is one that this program wrote: its words are taken as they stand. */
  own: boolean
}

/** The cells of one row, sorted by what they fill. */
export interface Cells {
  who: WhoDraft
  date: string
  dateColumn: string
  time: string | null
  channel: string | null
  direction: Direction | null
  missed: boolean
  result: string | null
  purpose: string | null
  minutes: number | null
  cost: number | null
  kind: PromiseKind | null
  state: 'open' | 'done' | 'skipped' | null
  closed: string | null
  created: string | null
  snoozed: CivilDate | null
  next: DayReading | null
  nextText: string | null
  texts: string[]
  labelled: string[]
  problem: RowProblem | null
}

/** A cell that is crossed out. */
const NOTHING = /^[-\u2010-\u2015]+$/u

/** Reads every cell of a row into its place. */
export function sortCells(cells: readonly string[], columns: readonly HistoryColumn[], context: HistoryContext): Cells {
  const row: Cells = {
    who: newWho(),
    date: '',
    dateColumn: columns.find(({ target }) => target.to === 'date')?.header ?? '',
    time: null,
    channel: null,
    direction: null,
    missed: false,
    result: null,
    purpose: null,
    minutes: null,
    cost: null,
    kind: null,
    state: null,
    closed: null,
    created: null,
    snoozed: null,
    next: null,
    nextText: null,
    texts: [],
    labelled: [],
    problem: null,
  }
  for (const column of columns) {
    const cell = cells[column.index]
    const clean = cell === undefined || cell === '' ? '' : cleanText(cell)
    const text = context.own ? clean : decodeEntities(clean)
    if (text === '' || (NOTHING.test(text) && !context.own && column.target.to !== 'state')) continue
    const left = take(row, column, text, context)
    if (left !== '') row.labelled.push(`${cleanLine(column.header)}: ${cleanLine(left)}`)
  }
  // Cells beyond the header have no name to be kept under.
  for (const cell of cells.slice(columns.length)) if (cell.trim() !== '') row.labelled.push(cleanLine(cell))
  return row
}

/** Takes one cell in; what it cannot make use of it gives back, to be kept in the row's text. */
function take(row: Cells, { target, header }: HistoryColumn, text: string, context: HistoryContext): string {
  switch (target.to) {
    case 'nothing':
      return ''
    case 'client':
      return readWho(row.who, target.by, text, header, context.readPhone)
    case 'text':
      if (target.label !== null) return text
      row.texts.push(text)
      return ''
    case 'date':
      row.date = cleanLine(text)
      return ''
    case 'time':
      row.time = timeOf(text, context)
      return row.time === null ? text : ''
    case 'channel':
    case 'direction':
      if (!context.own || target.to === 'direction') return takeChannel(row, target.to, text)
      row.channel = cleanLine(text)
      return ''
    case 'result':
    case 'purpose':
      row[target.to] = cleanLine(text)
      return ''
    case 'minutes':
    case 'seconds':
      row.minutes = readDuration(text, target.to)
      return row.minutes === null ? text : ''
    case 'cost':
      row.cost = readCost(text, context.currency, context.own ? '.' : null)
      return row.cost === null ? text : ''
    case 'kind':
      row.kind = readPromiseKind(text)
      return row.kind === null ? text : ''
    case 'state':
      return takeState(row, header, text, context)
    case 'promise-date':
      return takeNext(row, header, text, context)
    case 'promise-text':
      row.nextText = cleanLine(text)
      return ''
    case 'snoozed':
    case 'created':
    case 'closed':
      return takeMoment(row, target.to, text, context)
    default:
      return ''
  }
}

/** A spreadsheet may put a day before the time. */
function timeOf(text: string, context: HistoryContext): string | null {
  const time = readTimeOfDay(text)
  if (time !== null) return time
  const day = readDay(text, context)
  return day.is === 'day' ? day.time : null
}

function takeChannel(row: Cells, to: 'channel' | 'direction', text: string): string {
  const { channel, direction, missed } = readChannel(text)
  row.direction ??= direction
  row.missed ||= missed
  if (to === 'channel' || direction !== null) {
    row.channel ??= channel
    return ''
  }
  return text
}

function takeState(row: Cells, header: string, text: string, context: HistoryContext): string {
  row.state = readState(text)
  if (row.state !== null) return ''
  // «Выполнено: 12.03.2026» says when.
  const closed = momentOf(readDay(text, context), context)
  if (closed === null) row.problem ??= { code: 'bad-value', value: text, column: header, expected: 'yes-no' }
  else row.state = 'done'
  row.closed ??= closed
  return ''
}

function takeNext(row: Cells, header: string, text: string, context: HistoryContext): string {
  const day = readDay(cleanLine(text), context)
  if (day.is === 'none') return ''
  // A word that is no date, such as «потом», promises no day; a date that cannot be is an error worth mending.
  if (day.is === 'bad-date') return text
  if (day.is === 'impossible-date' || day.is === 'ambiguous-date')
    row.problem ??= { code: day.is, value: text, column: header }
  else row.next = day
  return ''
}

function takeMoment(row: Cells, to: 'snoozed' | 'created' | 'closed', text: string, context: HistoryContext): string {
  const day = readDay(cleanLine(text), context)
  if (to === 'snoozed') row.snoozed = day.is === 'day' ? day.date : null
  else row[to] = momentOf(day, context)
  return row[to] === null ? text : ''
}

/** The moment of a day without a time is its noon. Null for what is no day. */
export function momentOf(day: DayReading, { toInstant }: HistoryContext): string | null {
  if (day.is === 'instant') return isoInstant(day.at)
  return day.is === 'day' ? isoInstant(toInstant({ date: day.date, time: day.time ?? '12:00' })) : null
}
