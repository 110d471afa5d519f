import type { ClientRecord } from '../domain/client.js'
import type { DuplicateGroup, Judgement, Lane } from '../domain/matching/judging.js'
import { showReach } from '../domain/points.js'
import type { Words } from '../words/en.js'
import { dateByNumbers, reasonTexts, same } from './duplicate-reasons.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, fitWidths, padEnd, widthOf, wrap } from './table.js'

interface Options {
  words: Words
  style: Style
  /** The terminal's width; null in a pipe, where nothing is cut. */
  width: number | null
}

/** A group with its clients, in the order of `members`. */
export interface ShownGroup extends Omit<DuplicateGroup, 'members'> {
  clients: ClientRecord[]
}

/** What of a client is shown in a group. */
const GROUP_COLUMNS = ['id', 'name', 'phone', 'email', 'birthday', 'city'] as const
type Column = (typeof GROUP_COLUMNS)[number]

/** What gives way on a narrow terminal, and how far, in this order; the reasons below have e-mails whole. */
const GIVING_WAY: readonly [Column, number][] = [
  ['email', 24],
  ['city', 14],
  ['email', 14],
  ['name', 22],
  ['city', 8],
  ['email', 9],
  ['name', 12],
]

const MARGIN = 2
const GAP = 2
const SHOWN_MEMBERS = 8
const SHOWN_PAIRS = 4

/** Stands for what the line above says. */
const DITTO = '″'
const NOTHING = '–'

/**
 * Groups one below the other, their clients in common columns. What is the same as in the line above is a quiet ditto, so
 * that what differs stands out; below them the reasons.
 */
export function drawGroups(groups: readonly ShownGroup[], options: Options): string {
  const { words, width } = options
  const rows = groups.map(({ clients }) =>
    clients.slice(0, SHOWN_MEMBERS).map((client) => cellsOf(client, clients, words)),
  )
  const columns = GROUP_COLUMNS.filter((column) => rows.flat().some((row) => row[column] !== ''))
  const widths = widthsOf(columns, rows.flat(), width)
  const line = (row: Record<Column, string>, above: Record<Column, string> | undefined): string => {
    const cells = columns.map((column, index) =>
      cell(column, row[column], above?.[column], widths[index] ?? 0, options),
    )
    return `${' '.repeat(MARGIN)}${cells.join(' '.repeat(GAP))}`.trimEnd()
  }
  return groups
    .map((group, index) => {
      const members = rows[index] ?? []
      const lines = [
        heading(group, options),
        ...members.map((row, at) => line(row, members[at - 1])),
        ...below(group, { ...options, indent: MARGIN + (widths[0] ?? 0) + GAP }),
      ]
      return `${lines.join('\n')}\n`
    })
    .join('\n')
}

function widthsOf(columns: readonly Column[], rows: readonly Record<Column, string>[], limit: number | null): number[] {
  const widths = columns.map((column) => rows.reduce((most, row) => Math.max(most, widthOf(row[column])), 1))
  if (limit === null) return widths
  const room = limit - MARGIN
  for (const [column, least] of GIVING_WAY) {
    const at = columns.indexOf(column)
    const over = widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1) - room
    if (at >= 0 && over > 0) widths[at] = Math.max(Math.min(least, widths[at] ?? 0), (widths[at] ?? 0) - over)
  }
  const none = columns.map(() => false)
  return fitWidths(widths, none, room)
}

/** A client's cells, safe to print; of several phones and e-mails one that another client of the group has too. */
function cellsOf(client: ClientRecord, group: readonly ClientRecord[], words: Words): Record<Column, string> {
  const others = group.filter(({ id }) => id !== client.id)
  const phone = told(
    client.phones,
    others.flatMap(({ phones }) => phones),
  )
  const email = told(
    client.emails,
    others.flatMap(({ emails }) => emails),
  )
  const more = (all: readonly unknown[]): string => (all.length > 1 ? ` +${all.length - 1}` : '')
  return {
    id: String(client.id),
    name: safe(client.name),
    phone: phone === null ? '' : safe(showReach(phone)) + more(client.phones),
    email: email === null ? '' : safe(email.value) + more(client.emails),
    birthday: client.birthday === null ? '' : dateByNumbers(client.birthday, words),
    city: safe(client.city ?? ''),
  }
}

/** The one that the others have too, else the first. */
export function told<T extends { value: string }>(own: readonly T[], others: readonly { value: string }[]): T | null {
  return own.find(({ value }) => others.some((other) => other.value === value)) ?? own[0] ?? null
}

function cell(column: Column, text: string, above: string | undefined, width: number, { style }: Options): string {
  if (column === 'id') return style.number(text.padStart(width))
  if (text === '') return style.muted(padEnd(NOTHING, width))
  if (above !== undefined && above !== '' && same(text, above)) return style.muted(padEnd(DITTO, width))
  return padEnd(cut(text, width), width)
}

/** Never rounded up, and never a whole one: no comparison of texts is that sure. */
export const scoreText = (score: number): string => Math.min(0.999, Math.floor(score * 1000) / 1000).toFixed(3)

export function laneText(lane: Lane, { words, style }: Pick<Options, 'words' | 'style'>): string {
  const text = words.matching.lanes[lane]
  return lane === 'certain' ? style.good(text) : lane === 'likely' ? style.strong(text) : style.muted(text)
}

function heading({ lane, score, clients }: ShownGroup, options: Options): string {
  const { words, style } = options
  const size = clients.length > 2 ? `  ${style.muted(words.matching.table.members(clients.length))}` : ''
  return `${laneText(lane, options)}  ${style.muted(scoreText(score))}${size}`
}

function below({ clients, pairs }: ShownGroup, options: Options & { indent: number }): string[] {
  const { words, style, width, indent } = options
  const byId = new Map(clients.map((client) => [client.id, client]))
  const left = clients.length - SHOWN_MEMBERS
  const more = left > 0 ? [`${' '.repeat(indent)}${style.muted(words.matching.table.moreMembers(left))}`] : []
  const told = links(pairs).slice(0, SHOWN_PAIRS)
  return [
    ...more,
    ...told.flatMap((pair) => {
      const lead = clients.length > 2 ? `${pair.a} ~ ${pair.b}: ` : ''
      return pairLines(pair, byId, { words, style, width: width === null ? null : width - indent }, lead).map(
        (text) => ' '.repeat(indent) + text,
      )
    }),
  ]
}

/** The reasons for and against a pair, wrapped; each text begins with the lead. */
export function pairLines(
  pair: Judgement,
  clients: ReadonlyMap<number, ClientRecord>,
  { words, style, width }: Options,
  lead = '',
): string[] {
  const { reasons, objections, differing } = reasonTexts(pair, clients, words)
  const wrapped = (text: string): string[] => (width === null ? [safe(text)] : wrap(text, Math.max(20, width)))
  const against = [...objections, ...differing]
  const said = reasons.join('; ')
  const objected = `${words.matching.table.against}: ${against.join('; ')}`
  return [
    ...(said === '' ? [] : wrapped(`${lead}${said}`)),
    ...(against.length === 0
      ? []
      : wrapped(said === '' ? `${lead}${objected}` : objected).map(objections.length > 0 ? style.late : style.muted)),
  ]
}

/** Of the pairs, best first, those that each tie a client to the others: as few as hold the group together. */
export function links(pairs: readonly Judgement[]): Judgement[] {
  const parts = new Map<number, Set<number>>()
  return pairs.filter(({ a, b }) => {
    const one = parts.get(a) ?? new Set([a])
    if (one.has(b)) return false
    const joined = new Set([...one, ...(parts.get(b) ?? [b])])
    for (const id of joined) parts.set(id, joined)
    return true
  })
}
