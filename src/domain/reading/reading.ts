import { readEmailCell, readHandleCell, readPhoneCell } from '../cells/points.js'
import type { Draft, RowProblem } from '../draft.js'
import type { PointKind } from '../points.js'
import type { Column } from '../tables/columns.js'
import { cleanLine, cleanText } from '../text.js'
import { readConsentColumn } from './consent.js'
import { decodeEntities } from './entities.js'
import { readCustom, readDay, readField } from './fields.js'
import { finishRow } from './finish.js'
import { readOwn } from './own.js'
import { addDate, addNote, addPoint, BadCell, keepInNote, newRow, type ReadContext, type Row, remark } from './row.js'

/**
 * Reads one row; a problem means the whole row is rejected, so that nothing of it is lost. A row with an outside id is a record of
 * another program, whose orders and calls are imported by that id: it is taken, and what cannot be read goes to the note.
 */
export function readRow(
  cells: readonly string[],
  line: number,
  columns: readonly Column[],
  context: ReadContext,
): Draft | RowProblem {
  const row = newRow(line)
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] as Column
    const cell = cells[column.index]
    if (cell !== undefined && cell !== '') readCell(row, column, cell, context)
  }
  if (cells.length > columns.length) readExtraCells(row, cells, columns, context)
  if (columns.length > 2 && cells.filter((cell) => cell.trim() !== '').length === 1) remark(row, { code: 'only-name' })
  return finishRow(row, context)
}

function readCell(row: Row, column: Column, cell: string, context: ReadContext): void {
  const text = column.by === 'own' ? cleanText(cell) : decodeEntities(cleanText(cell))
  if (text === '') return
  try {
    readText(row, column, text, context)
  } catch (error) {
    if (!(error instanceof BadCell)) throw error
    row.badCells.push({ column: column.header, text, problem: error.problem })
  }
}

function readText(row: Row, column: Column, text: string, context: ReadContext): void {
  const { target, header } = column
  switch (target.to) {
    case 'field':
      readField(row, target.key, text, column, context)
      break
    case 'name-part':
      row.draft.values[target.key] = cleanLine(text)
      break
    case 'point':
      readPoints(row, target.kind, text, target.label, header, context)
      break
    case 'messenger':
      readMessenger(row, text, context)
      break
    case 'label':
      row.labels[target.kind] = cleanLine(text).replace(/^\*\s*/, '')
      break
    case 'extension':
      readExtension(row, text, header)
      break
    case 'pair': {
      row.pairs ??= new Map()
      const key = `${target.pair}${target.group}`
      const pair = row.pairs.get(key) ?? { pair: target.pair, header, label: '', value: '' }
      // Two columns that mean one value, "Custom Field 1 - Value" and "Custom 1": the second stands for itself.
      if (target.part === 'value' && pair.value !== '' && pair.value !== text)
        row.pairs.set(`${key} ${header}`, { pair: target.pair, header, label: '', value: text })
      else row.pairs.set(key, { ...pair, [target.part]: text, ...(target.part === 'value' ? { header } : {}) })
      break
    }
    case 'address': {
      row.addresses ??= new Map()
      const address = row.addresses.get(target.group) ?? {}
      const before = address[target.part]
      address[target.part] = before === undefined ? cleanLine(text) : `${before}, ${cleanLine(text)}`
      row.addresses.set(target.group, address)
      break
    }
    case 'birth-part':
      row.birth ??= { day: '', month: '', year: '' }
      row.birth[target.key] = text
      break
    case 'date': {
      const day = readDay(row, text, column, context, true)
      if (day) addDate(row, target.occasion, day.date, target.who)
      break
    }
    case 'last-contact':
      readLastContact(row, text, column, context)
      break
    case 'next-contact':
      readNextContact(row, text, column, context)
      break
    case 'next-action':
      row.nextAction = cleanLine(text)
      break
    case 'consent':
      readConsentColumn(row, target, text, column, context)
      break
    case 'custom':
      readCustom(row, target, text, column, context)
      break
    case 'own':
      readOwn(row, target.key, text, header, context)
      break
    case 'nothing':
      break
  }
}

function readPoints(
  row: Row,
  kind: PointKind,
  text: string,
  label: string | null,
  column: string,
  { readPhone }: ReadContext,
): void {
  const own = kind === 'phone' || kind === 'email' ? row.labels[kind] : null
  if (kind === 'phone' || kind === 'email') row.labels[kind] = null
  const reading =
    kind === 'phone'
      ? readPhoneCell(text, own ?? label, readPhone)
      : kind === 'email'
        ? readEmailCell(text, own ?? label)
        : readHandleCell(text, kind, label, readPhone)
  // A digit or two are no phone and no mistake: a flat, a room, a number inside the house.
  if (reading.bad && /^\d{1,2}$/.test(text)) {
    keepInNote(row, column, text)
    return
  }
  for (const point of reading.points) addPoint(row, point)
  for (const { value, became } of reading.remarks) remark(row, { code: 'repaired', value, became, column })
  if (reading.bad) throw new BadCell({ ...reading.bad, column })
}

/** A column of any ways to reach somebody: links and handles, phones with words beside them, e-mails. */
function readMessenger(row: Row, text: string, { readPhone }: ReadContext): void {
  const handles = readHandleCell(text, null, null, readPhone)
  const reading = handles.bad === null ? handles : readPhoneCell(text, null, readPhone)
  if (reading.bad === null) for (const point of reading.points) addPoint(row, point)
  // What cannot be told apart is kept as it is written.
  else row.draft.custom.push({ key: 'messenger', value: text })
}

function readExtension(row: Row, text: string, column: string): void {
  const phone = row.draft.points.findLast(({ kind }) => kind === 'phone')
  if (phone && /^\D{0,5}\d{1,6}$/.test(text)) phone.typed = `${phone.typed} ext. ${text.replace(/\D/g, '')}`
  else keepInNote(row, column, text)
}

function readLastContact(row: Row, text: string, column: Column, context: ReadContext): void {
  const day = readDay(row, text, column, context, false)
  if (day === null) return
  const { year, month, day: number } = day.date
  if (year === null) throw new BadCell({ code: 'bad-date', value: text, column: column.header })
  const date = isoDay(year, month, number)
  if (date > context.today) throw new BadCell({ code: 'future-date', value: text, column: column.header })
  const at = context.instantOf(date, day.time ?? '12:00')
  // Noon of today may still be ahead.
  row.draft.lastContact = at.localeCompare(context.now) > 0 ? context.now : at
}

const isoDay = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function readNextContact(row: Row, text: string, column: Column, context: ReadContext): void {
  const day = readDay(row, text, column, context, false)
  if (day === null) return
  const { year, month, day: number } = day.date
  // A day without a year is the next such day.
  const here = Number(context.today.slice(0, 4))
  const guess = isoDay(year ?? here, month, number)
  row.next = { due: year === null && guess < context.today ? isoDay(here + 1, month, number) : guess, time: day.time }
}

/** Cells behind the last column: further phones or addresses of a last column of such, else words for the note. */
function readExtraCells(row: Row, cells: readonly string[], columns: readonly Column[], context: ReadContext): void {
  const extra = cells
    .slice(columns.length)
    .map(cleanText)
    .filter((cell) => cell !== '')
  if (extra.length === 0) return
  const last = columns.at(-1)
  const kept = extra.filter((cell) => !isFurtherPoint(row, cell, last, context))
  if (kept.length === 0) return
  addNote(row, kept.join('; '))
  remark(row, { code: 'extra-cells', count: kept.length })
}

function isFurtherPoint(row: Row, cell: string, last: Column | undefined, context: ReadContext): boolean {
  if (last?.target.to !== 'point' || (last.target.kind !== 'phone' && last.target.kind !== 'email')) return false
  const { kind, label } = last.target
  const { points, bad } = kind === 'phone' ? readPhoneCell(cell, label, context.readPhone) : readEmailCell(cell, label)
  if (bad !== null || points.length === 0) return false
  for (const point of points) addPoint(row, point)
  return true
}
