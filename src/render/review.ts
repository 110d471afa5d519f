import type { ClientCard } from '../domain/client.js'
import type { Judgement } from '../domain/matching/judging.js'
import { laneText, pairLines, scoreText } from './dedupe.js'
import { type PairRow, pairRows, type ReviewOptions } from './review-rows.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf, wrap } from './table.js'

export interface PairView {
  pair: Judgement
  a: ClientCard
  b: ClientCard
  /** The how-manieth pair it is, of how many. */
  number: number
  all: number
  /** The client that a merge would keep. */
  keep: number
}

const MOST_LABEL = 16
/** A value takes no more lines than these; the whole of it is on the card. */
const MOST_LINES = 3
const MARK = 3

/** Two clients side by side, with what speaks for and against their being one, who would stay, and the keys. */
export function drawPair(view: PairView, options: ReviewOptions): string {
  const { pair, a, b, number, all } = view
  const { words, style, width } = options
  const { review } = words.matching
  const clients = new Map([a, b].map((client) => [client.id, client]))
  const place = `${style.title(review.place(number, all))}  ${laneText(pair.lane, options)}  ${style.muted(scoreText(pair.score))}`
  const used = widthOf(review.place(number, all)) + widthOf(words.matching.lanes[pair.lane]) + 5 + 4 + 2
  const kept = view.keep === a.id ? a : b
  return `${[
    `${place}  ${style.muted('─'.repeat(Math.max(0, width - used)))}`,
    ...pairLines(pair, clients, { words, style, width }),
    '',
    ...columns(pairRows(view, options), [a.id, b.id], options),
    '',
    style.muted(cut(safe(review.keeps(kept.id, kept.name)), width)),
    keyLine(options),
  ].join('\n')}\n`
}

function columns(rows: readonly PairRow[], ids: readonly [number, number], { style, width }: ReviewOptions): string[] {
  const label = Math.min(MOST_LABEL, Math.max(...rows.map((row) => widthOf(safe(row.label)))))
  const room = Math.max(8, Math.floor((width - label - 2 - MARK) / 2))
  const head = `${' '.repeat(label + 2)}${style.strong(padEnd(`#${ids[0]}`, room + MARK))}${style.strong(`#${ids[1]}`)}`
  return [head, ...rows.flatMap((row) => rowLines(row, label, room, style))]
}

const QUIET: ReadonlySet<PairRow['mark']> = new Set(['='])

/** A row of the two columns; what is equal is quiet, and a mark says how the two stand to each other without any colour. */
function rowLines({ label, left, right, mark }: PairRow, labelWidth: number, room: number, style: Style): string[] {
  const sides = [left, right].map((text) => folded(text, room))
  const height = Math.max(...sides.map(({ length }) => length))
  return Array.from({ length: height }, (_, at) => {
    const first = at === 0
    const paint = QUIET.has(mark) ? style.muted : (text: string) => text
    const [one = '', other = ''] = sides.map((lines) => lines[at] ?? '')
    const value = (side: string, text: string): string => (text === '' ? style.muted(side) : paint(side))
    const sign = first ? (mark === '≠' ? style.late(mark) : style.muted(mark)) : ' '
    return [
      style.muted(padEnd(cut(safe(first ? label : ''), labelWidth), labelWidth)),
      '  ',
      value(padEnd(one, room), left),
      ` ${sign} `,
      value(other, right),
    ]
      .join('')
      .trimEnd()
  })
}

/** Lines of a value that fit into a column; missing values are a dash. */
function folded(text: string, room: number): string[] {
  if (text === '') return ['–']
  const lines = wrap(text, room)
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), cut(`${lines.slice(MOST_LINES - 1).join(' ')}…`, room)]
}

/** The keys with what they do: the Latin letter, and the Cyrillic one of the same key where that is what the user types. */
function keyLine({ words, style }: ReviewOptions): string {
  const { keys } = words.matching.review
  const cyrillic = words.language !== 'en'
  const key = (latin: string, other: string, does: string, arrow = ''): string =>
    `${style.number(`${latin}${cyrillic ? `/${other}` : ''}${arrow}`)} ${does}`
  return [
    key('m', 'ь', keys.merge),
    key('n', 'т', keys.distinct),
    key('l', 'д', keys.later, '/→'),
    key('u', 'г', keys.undo, '/←'),
    key('q', 'й', keys.quit),
  ].join('   ')
}
