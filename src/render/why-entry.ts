import type { WhyEntry } from '../usecases/why-entry.js'
import { safe } from './safe.js'
import { cut, padEnd, widthOf, wrap } from './table.js'
import type { WhyOptions } from './why-texts.js'

/** Why an entry stands on the list of the day: its reasons, and its rank as a sum. */
export function drawWhyEntry(
  { number, reasons, terms, score }: WhyEntry,
  { words, style, width }: Pick<WhyOptions, 'words' | 'style' | 'width'>,
): string {
  const { rank } = words.standing
  const lines = [style.heading(rank.title(number))]
  for (const reason of reasons)
    lines.push(...wrap(safe(words.today.reason(reason)), width - 2).map((line) => `  ${line}`))
  const rows = terms.map((term) => [rank.term(term, words.orders.money), rank.points(term.points)] as const)
  const sum = [rank.sum, rank.points(score)] as const
  const right = Math.max(...[...rows, sum].map(([, points]) => widthOf(points)))
  const left = Math.min(width - right - 4, Math.max(...[...rows, sum].map(([text]) => widthOf(text))))
  const line = ([text, points]: readonly [string, string]): string =>
    `  ${padEnd(cut(text, left), left)}  ${' '.repeat(right - widthOf(points))}${points}`
  lines.push('', style.heading(rank.rank), ...rows.map(line))
  lines.push(style.muted(`  ${'─'.repeat(left + right + 2)}`), style.strong(line(sum)))
  return `${lines.join('\n')}\n`
}
