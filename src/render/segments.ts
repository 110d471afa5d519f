import type { CivilDate } from '../domain/calendar.js'
import type { ListedSegment, Member, ShownSegment } from '../usecases/segments.js'
import type { Words } from '../words/en.js'
import { clientColumn, defaultColumns, titled } from './clients.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, drawTable, padEnd, widthOf, wrap } from './table.js'
import { shortDate } from './when.js'

interface Options {
  words: Words
  style: Style
  /** The terminal's width; null in a pipe, where nothing is cut. */
  width: number | null
}

/** Who came and who left, as many of each. */
const MOST_NAMED = 8

/** How a segment is typed in a filter. */
export const typedName = ({ name, key }: { name: string; key: string }): string => (/\s/.test(name) ? key : name)

/** One's own segments with their filters, then the ready-made ones with what they are. */
export function drawSegments(listed: readonly ListedSegment[], { words, style, width }: Options): string {
  const { segments } = words
  const names = listed.map((each) => `@${safe(typedName(each))}`)
  const left = names.reduce((most, name) => Math.max(most, Math.min(32, widthOf(name))), 0)
  const digits = listed.reduce((most, { size }) => Math.max(most, String(size ?? '').length), 0)
  const line = (each: ListedSegment): string => {
    const name = padEnd(cut(`@${safe(typedName(each))}`, left), left)
    const size = each.size === null ? '?' : String(each.size)
    const text =
      each.size === null
        ? style.late(`${segments.broken}: ${safe(each.filter)}`)
        : style.muted(fitted(each.ready_made ? (segments.titles[each.key] ?? '') : safe(each.filter), left + digits))
    return `  ${name}  ${size.padStart(digits)}  ${text}`.trimEnd()
  }
  const fitted = (text: string, used: number): string =>
    width === null ? text : cut(text, Math.max(12, width - used - 6))
  const own = listed.filter(({ ready_made }) => !ready_made)
  return `${[
    style.heading(segments.own),
    ...(own.length === 0 ? [`  ${style.muted(segments.noneOwn)}`] : own.map(line)),
    '',
    style.heading(segments.readyMade),
    ...listed.filter(({ ready_made }) => ready_made).map(line),
  ].join('\n')}\n`
}

/** A segment: its filter, its size, what is different since last time, and its first clients. */
export function drawSegment(
  segment: ShownSegment,
  { words, style, width, today }: Options & { today: CivilDate },
): string {
  const { show, titles } = words.segments
  const about = segment.ready_made ? titles[segment.key] : undefined
  const lines = [
    `${style.title(`@${safe(typedName(segment))}`)}  ${show.size(segment.size)}`,
    ...(about === undefined ? [] : [about]),
    ...wrap(segment.filter, Math.max(40, width ?? 80)).map(style.muted),
    '',
    ...changeLines(segment, { words, style, width, today }),
    '',
  ]
  if (segment.size === 0) return `${[...lines, show.empty].join('\n')}\n`
  if (segment.clients.length === 0) return `${lines.slice(0, -1).join('\n')}\n`
  const rest = segment.size - segment.clients.length
  const more = rest > 0 ? `${style.muted(show.rest(rest, safe(typedName(segment))))}\n` : ''
  return `${lines.join('\n')}\n${clientTable(segment, { words, style, width })}${more}`
}

function clientTable({ clients }: ShownSegment, { words, style, width }: Options): string {
  const columns = defaultColumns(width ?? 120).flatMap((name) => clientColumn(name, []) ?? [])
  const rows = clients.map((client) => columns.map(({ text }) => text(client, words)))
  // A column in which nothing stands only takes room.
  const kept = columns.map((_, index) => rows.some((row) => row[index] !== ''))
  const only = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => kept[index])
  return drawTable(only(columns.map((column) => titled(column, words))), rows.map(only), { width, style })
}

function changeLines(
  { changes }: ShownSegment,
  { words, style, width, today }: Options & { today: CivilDate },
): string[] {
  const { show } = words.segments
  if (changes === null) return [style.muted(show.nobodyBefore)]
  const since = shortDate(changes.since, today, words)
  const { came, left } = changes
  if (came.length + left.length === 0) return [style.muted(show.nothing(since))]
  const counted = [came.length > 0 ? show.came(came.length) : null, left.length > 0 ? show.left(left.length) : null]
  return [
    `${style.heading(show.since(since))}: ${counted.filter((part) => part !== null).join(', ')}`,
    ...members(came, '+', style.good),
    ...members(left, '\u2212', style.late),
  ]

  function members(list: readonly Member[], sign: string, paint: (text: string) => string): string[] {
    const lines = list.slice(0, MOST_NAMED).map(({ id, name }) => {
      const who = name === null ? style.muted(show.gone(id)) : `${nameCut(name)}  ${style.muted(`#${id}`)}`
      return `  ${paint(sign)} ${who}`
    })
    const more = list.length - lines.length
    return more > 0 ? [...lines, `    ${style.muted(show.more(more))}`] : lines
  }

  function nameCut(name: string): string {
    return width === null ? safe(name) : cut(safe(name), Math.max(12, width - 14))
  }
}
