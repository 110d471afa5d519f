import { safe } from './safe.js'
import { widthOf } from './table.js'

/** How much of a long text is shown before and behind the place. */
const AROUND = 60

/** A line of text and carets under a place in it, by the cells that its letters take; a long line is cut around the place. */
export function caretUnder(source: string, { from, to }: { from: number; to: number }): string[] {
  const shown = (text: string): string => safe(text.replace(/\s/g, ' '))
  const head = from > AROUND * 1.5
  const start = head ? from - AROUND : 0
  const last = Math.min(Math.max(to, from + 1), from + AROUND)
  const end = source.length > last + AROUND * 1.5 ? last + AROUND : source.length
  const before = (head ? '…' : '') + shown(source.slice(start, from))
  const place = shown(source.slice(from, last))
  const behind = shown(source.slice(last, end)) + (end < source.length ? '…' : '')
  return [before + place + behind, `${' '.repeat(widthOf(before))}${'^'.repeat(Math.max(1, widthOf(place)))}`]
}
