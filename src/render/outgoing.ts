import type { OutgoingEntry } from '../store/export-log.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf } from './table.js'

/** So many fields are named; the rest is counted. */
const NAMED = 4
const GAP = '  '
/** Cells that a narrow terminal leaves to who it was. */
const LEAST_WHO = 8

/** The log of what was taken out: an entry is a line, and lines below it of what is known more. */
export function drawOutgoing(
  entries: readonly OutgoingEntry[],
  {
    words,
    style,
    width,
    localTime,
  }: { words: Words; style: Style; width: number | null; localTime: (instant: string) => string },
): string {
  const { log } = words.outgoing
  const heads = entries.map(({ id, at, who, what, format, rows }) => ({
    id: String(id),
    at: safe(localTime(at)),
    who: safe(who),
    what: safe(what === 'restore' ? (log.whats[what] ?? what) : `${log.whats[what] ?? what} ${format}`),
    rows: what === 'export' ? log.rows(rows) : '',
  }))
  const widest = (key: keyof (typeof heads)[number]): number => Math.max(0, ...heads.map((head) => widthOf(head[key])))
  const tail = widest('what') + widest('rows') + 2 * GAP.length
  const front = widest('id') + widest('at') + 2 * GAP.length
  // On a very narrow terminal what it was stands in a line of its own.
  const isNarrow = width !== null && front + LEAST_WHO + tail > width
  const left = width === null ? widest('who') : width - front - (isNarrow ? 0 : tail)
  const who = Math.min(widest('who'), Math.max(LEAST_WHO, left))
  const indent = ' '.repeat(widest('id') + GAP.length)
  const lines = heads.map((head, index) => {
    const entry = entries[index] as OutgoingEntry
    const first = [
      style.muted(head.id.padStart(widest('id'))),
      padEnd(head.at, widest('at')),
      style.strong(padEnd(cut(head.who, who), who)),
      ...(isNarrow ? [] : [padEnd(head.what, widest('what')), padEnd(head.rows, widest('rows'))]),
    ]
      .join(GAP)
      .trimEnd()
    const second = isNarrow ? [`${indent}${head.what}${head.rows === '' ? '' : GAP}${head.rows}`] : []
    const marks = marksOf(entry, words).join(', ')
    const isShort = width === null || widthOf(first) + GAP.length + widthOf(marks) <= width
    const details = [...detailsOf(entry, words), ...(marks === '' || isShort ? [] : [['', marks] as [string, string]])]
    const label = Math.max(0, ...details.map(([name]) => widthOf(name)))
    const room = width === null ? null : Math.max(20, width - indent.length - label - GAP.length)
    return [
      marks === '' || !isShort ? first : `${first}${GAP}${style.muted(marks)}`,
      ...second,
      ...details.flatMap(([name, text]) =>
        folded(safe(text), room).map(
          (part, line) => `${indent}${style.muted(padEnd(line === 0 ? name : '', label))}${GAP}${part}`,
        ),
      ),
    ].join('\n')
  })
  return `${lines.join('\n')}\n`
}

/** What was special about it, in a word each. */
function marksOf({ encrypted, details }: OutgoingEntry, { consent, outgoing: { log } }: Words): string[] {
  const { anonymised, mailing } = details ?? {}
  return [
    encrypted ? log.encrypted : null,
    anonymised === true ? log.anonymised : null,
    mailing === undefined ? null : log.mailing(safe(consent.channel(mailing))),
  ].filter((mark) => mark !== null)
}

/** What there is to say below the line of an entry: a name and a text each. */
function detailsOf({ what, details, fields, format }: OutgoingEntry, { outgoing: { log } }: Words): [string, string][] {
  if (details === null) return [['', log.emptied]]
  if (details.replaced !== undefined) return [['', log.replaced(details.replaced.entries, details.replaced.head)]]
  const isOfClients = what === 'export' && !format.startsWith('form-')
  const lines: [string, string | null][] = [
    [log.filter, details.filter ?? (isOfClients ? log.everybody : null)],
    [log.target, details.target ?? log.output],
    [log.reason, details.reason],
    [log.fields, isOfClients ? shortly(fields, log) : null],
  ]
  return lines.filter((line): line is [string, string] => line[1] !== null)
}

function shortly(fields: readonly string[], log: Words['outgoing']['log']): string {
  if (fields.length === 0) return log.all
  const named = fields.slice(0, NAMED).join(', ')
  return fields.length > NAMED ? `${named} ${log.more(fields.length - NAMED)}` : named
}

/** Lines of so many cells, broken at spaces; a path that is longer goes on in the next line, and nothing is lost. */
function folded(text: string, room: number | null): string[] {
  if (room === null || widthOf(text) <= room) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= room) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (widthOf(line + letter) > room) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return [...lines, line]
}
