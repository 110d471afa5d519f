import type { Remark, RowProblem } from '../domain/draft.js'
import type { HistoryTargetKey } from '../domain/history/columns.js'
import type { Column } from '../domain/tables/columns.js'
import type { Target } from '../domain/tables/targets.js'
import type { Words } from '../words/en.js'
import { type LikenessView, likenessReasons } from './likeness.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, drawTable, wrap } from './table.js'

/** What was recognised in a file, before anything is compared with the base. */
export interface PlanView {
  name: string
  /** csv, xlsx, vcard … */
  format: string
  /** This program wrote the file. */
  own: boolean
  /** The program the file comes from, when its columns tell. */
  system: string | null
  encoding: string | null
  doubled: boolean
  delimiter: string | null
  tables: TableView[]
  /** Sheets that are there and not read. */
  otherSheets: string[]
  /** Read as clients, it looks like a list of orders. */
  perhapsOrders: boolean
  /** A list of orders, none of whose columns tells what was paid. */
  paymentUntold: boolean
  /** What a vCard's properties become: `TEL` → phones. */
  properties: { name: string; becomes: string; count: number }[]
}

/** The plan of a file of which only this much is known. */
export const plainView = (name: string, format: string): PlanView => ({
  name,
  format,
  own: false,
  system: null,
  encoding: null,
  doubled: false,
  delimiter: null,
  tables: [],
  otherSheets: [],
  perhapsOrders: false,
  paymentUntold: false,
  properties: [],
})

export interface TableView {
  sheet: string | null
  headerLine: number | null
  columns: readonly ColumnView[]
  samples: readonly (readonly string[])[]
  /** By column, null before the rows were read. */
  filled: readonly number[] | null
  undecided: readonly ColumnView[]
  hiddenRows: number
  errors: number
  /** NUL characters that were left out. */
  nuls: number
  /** Line of a total row that was passed over. */
  totalLine: number | null
}

export interface ColumnView {
  header: string
  target: Target | { to: 'history'; key: HistoryTargetKey }
  by: Column['by']
}

export interface SummaryView {
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  forgotten: number
  forgotten_companies?: number
  companies: number
  kept: number
  new_fields: readonly string[]
  /** New clients who are likely another client, and the strongest of them. */
  likely_count: number
  likely: readonly LikelyView[]
  remarks: number
  /** Clients made for rows of a log. */
  clients_created: number
  /** Of a list of orders, in which one may take several rows. */
  orders_created?: number
  problems: readonly { line: number; problem: RowProblem }[]
  remarked: readonly { line: number; remark: Remark }[]
  /** Some of the values that were left as the base has them. */
  differing: readonly { line: number; remark: Remark }[]
}

/** A row that made a client and is likely another; `otherRow`: of the file, when the base did not have that one. */
export interface LikelyView extends LikenessView {
  row: number
  otherRow: number | null
}

/** So many of the likely ones are shown. */
const SHOWN_LIKELY = 10

interface Drawing {
  words: Words
  style: Style
  width: number | null
}

/** The name of a field that a column fills, in the user's words. */
export function targetText(target: ColumnView['target'], words: Words): string {
  const named = (key: string): string => words.fields[key] ?? key
  const { fills } = words.import
  switch (target.to) {
    case 'field':
    case 'own':
    case 'name-part':
      return named(target.key)
    case 'point':
      return target.label === null
        ? named(target.kind)
        : `${named(target.kind)} (${words.card.labels[target.label] ?? target.label})`
    case 'messenger':
      return named('handles')
    case 'label':
      return `${named(target.kind)}: ${fills.label}`
    case 'extension':
      return fills.extension
    case 'pair':
      return target.part === 'label' ? fills.label : fills[target.pair]
    case 'address':
      return target.part === 'city' && target.group === 'main' ? named('city') : named('address')
    case 'birth-part':
      return named('birthday')
    case 'date':
      return target.occasion === 'anniversary' || target.occasion === 'name day'
        ? fills[target.occasion]
        : [target.occasion === 'birthday' ? named('birthday') : target.occasion, target.who]
            .filter((part) => part !== null)
            .join(': ')
    case 'last-contact':
    case 'next-contact':
    case 'next-action':
      return fills[target.to]
    case 'history':
      return words.diary.targets[target.key]
    case 'consent':
      return words.consent.column(target.channels, target.refusal)
    case 'custom':
      return words.import.customField(target.key)
    case 'nothing':
      return words.import.ignored[target.why]
  }
}

const SAMPLE_WIDTH = 24

function columnLines(table: TableView, { words, style, width }: Drawing): string[] {
  const rows: string[][] = []
  let empty = 0
  const nothing = table.filled?.every((cells) => cells === 0) === true
  table.columns.forEach((column, index) => {
    if (!nothing && table.filled?.[index] === 0 && column.by !== 'map') {
      empty += 1
      return
    }
    const samples = (table.samples[index] ?? []).map((sample) => cut(safe(sample.replace(/\s+/g, ' ')), SAMPLE_WIDTH))
    const open = table.undecided.includes(column) ? ` ${words.import.undecided}` : ''
    rows.push([
      safe(column.header.replace(/\s+/g, ' ')),
      `${safe(targetText(column.target, words))}${open}`,
      samples.join(' · '),
    ])
  })
  const titles = [words.import.column, words.import.becomes, words.import.samples]
  const table_ = drawTable(
    titles.map((title, index) => ({ title, flexible: index !== 1 })),
    rows,
    { width: width === null ? null : width - 2, style },
  )
  return [
    ...table_
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    ...(empty === 0 ? [] : [style.muted(`  ${words.import.emptyColumns(empty)}`)]),
  ]
}

function tableNotes(table: TableView, { words, style, width }: Drawing): string[] {
  const { import: said } = words
  const notes: string[] = []
  if (table.headerLine === null) notes.push(said.noHeader)
  if (table.hiddenRows > 0) notes.push(said.hiddenRows(table.hiddenRows))
  if (table.nuls > 0) notes.push(said.nuls(table.nuls))
  if (table.errors > 0) notes.push(said.errorCells(table.errors))
  if (table.totalLine !== null) notes.push(said.totalRow(table.totalLine))
  const secret = table.columns.filter(({ target }) => target.to === 'nothing' && target.why === 'sensitive')
  if (secret.length > 0) notes.push(said.sensitive(secret.map(({ header }) => safe(header)).join(', ')))
  for (const { header } of table.undecided) notes.push(said.orderUnknown(safe(header)))
  return notes.flatMap((note) =>
    (width === null ? [note] : wrap(note, width - 2)).map((line) => style.late(`  ${line}`)),
  )
}

/** What was recognised, as lines for people. */
export function drawPlan(view: PlanView, drawing: Drawing): string[] {
  const { words, style } = drawing
  const { import: said } = words
  const seen = [
    said.formats[view.format] ?? view.format.toUpperCase(),
    ...(view.encoding === null ? [] : [view.encoding]),
    ...(view.delimiter === null || view.tables.every(({ columns }) => columns.length === 1)
      ? []
      : [said.delimiter(view.delimiter)]),
    ...(view.system === null ? [] : [view.system]),
  ]
  const lines = [style.title(said.plan(safe(view.name))), style.muted(seen.join(' · '))]
  if (view.own) return [...lines, said.ownFile]
  if (view.doubled) lines.push(style.late(said.doubled))
  for (const table of view.tables) {
    const place = [
      ...(table.sheet === null ? [] : [said.sheet(safe(table.sheet))]),
      ...(table.headerLine === null || (table.headerLine <= 1 && table.sheet === null)
        ? []
        : [said.headerOn(table.headerLine)]),
    ]
    if (place.length > 0) lines.push(style.muted(place.join(' · ')))
    lines.push(...columnLines(table, drawing), ...tableNotes(table, drawing))
  }
  if (view.properties.length > 0)
    lines.push(
      ...drawTable(
        [{ title: said.column }, { title: said.becomes }, { title: said.cards, align: 'right' }],
        view.properties.map(({ name, becomes, count }) => [
          safe(name),
          said.cardFills[becomes] ?? becomes,
          String(count),
        ]),
        { width: drawing.width, style },
      )
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    )
  if (view.paymentUntold) lines.push(style.muted(words.diary.paymentUntold))
  if (view.perhapsOrders) lines.push(style.late(words.diary.perhapsOrders))
  if (view.otherSheets.length > 0) lines.push(style.muted(said.otherSheets(view.otherSheets.map(safe).join(', '))))
  return lines
}

/** «row 7: Саша Иванов → #12 Иванов Александр: same phone …» */
function likelyText(likely: LikelyView, words: Words): string {
  const { likely: said, line } = words.import
  const { row, otherRow, newcomer, other } = likely
  const [name, otherName] = [safe(newcomer.name), safe(other.name)]
  const who = otherRow === null ? said.known(name, other.id, otherName) : said.ofFile(name, otherRow, otherName)
  return line(row, said.because(who, likenessReasons(likely, words)))
}

/** What came of the rows, or would come of them. */
export function drawSummary(view: SummaryView, { words, style, width }: Drawing): string[] {
  const { import: said } = words
  const { counts } = said
  const lines: string[] = []
  const say = (text: string, indent = '', draw: (line: string) => string = (line) => line): void => {
    for (const line of width === null ? [text] : wrap(text, width - indent.length)) lines.push(indent + draw(line))
  }
  const remarks = (list: SummaryView['remarked']): void => {
    for (const { line, remark } of list) say(safe(said.line(line, words.remark(remark))), '  ', style.muted)
  }
  say(
    `${counts.rows(view.rows)}: ${counts.created} ${view.created} · ${counts.updated} ${view.updated} · ${counts.unchanged} ${view.unchanged} · ${counts.rejected} ${view.rejected}`,
  )
  if (view.forgotten > 0) say(words.forgetting.import.leftOut(view.forgotten, view.forgotten_companies ?? 0))
  if (view.companies > 0) say(said.companies(view.companies))
  if (view.clients_created > 0) say(words.diary.clientsMade(view.clients_created))
  if (view.orders_created !== undefined && view.orders_created < view.created)
    say(words.diary.ordersMade(view.orders_created))
  if (view.kept > 0) say(said.kept(view.kept))
  remarks(view.differing)
  if (view.new_fields.length > 0) say(said.newFields(view.new_fields.map(safe).join(', ')))
  if (view.likely_count > 0) say(said.likely.found(view.likely_count), '', style.late)
  for (const likely of view.likely.slice(0, SHOWN_LIKELY)) say(likelyText(likely, words), '  ', style.muted)
  if (view.likely_count > SHOWN_LIKELY) say(said.likely.more(view.likely_count - SHOWN_LIKELY), '  ', style.muted)
  for (const { line, problem } of view.problems) say(safe(said.line(line, words.problem(problem))), '  ', style.late)
  if (view.rejected > view.problems.length) say(said.moreProblems(view.rejected - view.problems.length), '  ')
  remarks(view.remarked)
  if (view.remarks > view.remarked.length) say(said.moreRemarks(view.remarks - view.remarked.length), '  ')
  return lines
}
