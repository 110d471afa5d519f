import { SECTIONS } from '../domain/day/reason.js'
import type { DayPlan } from '../usecases/day-plan.js'
import type { NumberedEntry } from '../usecases/today.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf, wrap } from './table.js'
import { type DayWords, type EntryView, grouped, viewOf } from './today-view.js'
import { longDate } from './when.js'

/** The day with what is drawn of it. */
export interface DayShown extends DayWords {
  entries: readonly NumberedEntry[]
  more: number
  plan: DayPlan | null
}

interface Frame {
  words: Words
  style: Style
  width: number
  numberWidth: number
}

const REASON_LINES = 3
const FACT_LINES = 2

/** Where a way to somebody leaves less than this for the name, it goes below it. */
const LEAST_NAME = 18

/**
 * The day as text: the date, then calls, greetings and tasks, each with its number, whom it is about, how to reach them, and below it why,
 * and what helps. No line is wider than `width`.
 */
export function drawDay(day: DayShown, { style, width }: { style: Style; width: number }): string {
  const { words, date, entries, more, plan } = day
  const numberWidth = Math.max(3, ...entries.map(({ number }) => number.length))
  const frame: Frame = { words, style, width, numberWidth }
  const lines = [style.title(longDate(date, words))]
  if (plan !== null) lines.push('', ...planLines(plan, frame))
  for (const section of SECTIONS) {
    const own = entries.filter((entry) => entry.section === section).map((entry) => viewOf(entry, entries, day))
    if (own.length === 0) continue
    lines.push('', style.heading(words.today.sections[section]))
    const { alone, holidays } = grouped(own, words)
    for (const view of alone) lines.push(...entryLines(view, frame))
    for (const { title, people, entries: greeted } of holidays) {
      lines.push(`  ${cut(`${title} · ${people}`, width - 2)}`)
      for (const view of greeted) lines.push(...headLines(view, frame))
    }
  }
  if (more > 0) lines.push('', style.muted(words.today.more(more)))
  return `${lines.join('\n')}\n`
}

const indentOf = ({ numberWidth }: Frame): string => ' '.repeat(numberWidth + 4)

function entryLines(view: EntryView, frame: Frame): string[] {
  const { style, width } = frame
  const indent = indentOf(frame)
  const room = width - indent.length
  const reasons = view.reasons.flatMap(({ text, late }) => wrap(text, room).map((line) => ({ line, late })))
  const shown = reasons.slice(0, REASON_LINES).map(({ line, late }, index) => {
    const text = index === REASON_LINES - 1 && reasons.length > REASON_LINES ? cut(`${line} …`, room) : line
    return indent + (late ? style.late(text) : text)
  })
  return [...headLines(view, frame), ...shown, ...factLines(view, frame)]
}

/** `t1  Ёлкина Анна · ООО «Север» ★ VIP      +7 916 000-12-01` */
function headLines({ number, who, vip, first }: EntryView, frame: Frame): string[] {
  const { words, style, width, numberWidth } = frame
  const indent = indentOf(frame)
  const mark = vip ? ` ★ ${words.card.vip}` : ''
  const reach = cut(safe(first?.text ?? ''), width - indent.length)
  const beside = width - indent.length - widthOf(reach) - 2
  const below = reach !== '' && beside < LEAST_NAME + mark.length
  const room = reach === '' || below ? width - indent.length : beside
  const name = `${cut(who, room - mark.length)}${mark}`
  const head = `  ${style.number(number.padStart(numberWidth))}  ${padEnd(name, room)}`
  if (below) return [head.trimEnd(), indent + style.strong(reach)]
  return [`${head}${reach === '' ? '' : `  ${style.strong(reach)}`}`.trimEnd()]
}

const DOT = ' · '

/** What helps, muted, in as few lines as it takes; what does not fit into two is left out. */
function factLines({ window, facts }: EntryView, frame: Frame): string[] {
  const { style, width } = frame
  const indent = indentOf(frame)
  const room = width - indent.length
  const lines: string[][] = []
  for (const part of [...(window === null ? [] : [window.text]), ...facts]) {
    const last = lines.at(-1)
    if (last && widthOf([...last, part].join(DOT)) <= room) last.push(part)
    else if (lines.length < FACT_LINES) lines.push([cut(part, room)])
  }
  return lines.map((parts, row) =>
    indent.concat(
      parts
        .map((part, index) => (row + index === 0 && window?.open === true ? style.good(part) : style.muted(part)))
        .join(style.muted(DOT)),
    ),
  )
}

/** When to call whom: the time, the number, the name, and how long it takes. */
function planLines({ calls, left, minutes }: DayPlan, { words, style, width, numberWidth }: Frame): string[] {
  const { plan } = words.today
  const lines = [style.heading(plan.title)]
  for (const { time, entry, minutes: length } of calls) {
    const long = plan.duration(length)
    const room = width - numberWidth - 13 - widthOf(long)
    lines.push(
      `  ${style.strong(time)}  ${style.number(entry.number.padStart(numberWidth))}  ${padEnd(cut(safe(entry.client.name), room), room)}  ${style.muted(long)}`,
    )
  }
  lines.push(`  ${style.muted(plan.total(calls.length, minutes))}`)
  if (left.length > 0)
    for (const line of wrap(plan.left(left.map(({ number }) => number).join(', ')), width - 2))
      lines.push(`  ${style.muted(line)}`)
  return lines
}
