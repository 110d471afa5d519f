import type { EditPlan } from '../usecases/editing.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf } from './table.js'

/** More lines than these say nothing new: every client has a value of its own. */
const MOST = 12

const SIGNS = { set: '=', added: '+', removed: '\u2212' }

/** What an edit would change, before it is asked about: a sentence with the count, and a line for each change. */
export function drawEditPlan(
  { matched, changed, changes, newFields }: EditPlan,
  { words, style, width }: { words: Words; style: Style; width: number },
): string {
  const { edit } = words.segments
  const titles = changes.map(({ field }) => safe(words.fields[field] ?? field))
  const left = Math.min(20, Math.max(0, ...titles.map(widthOf)))
  const shown = changes.slice(0, MOST)
  const room = Math.max(8, width - left - 24)
  const texts = shown.map(
    ({ change, value }) => `${SIGNS[change]} ${value === null ? edit.emptied : cut(safe(value), room)}`,
  )
  const middle = Math.max(0, ...texts.map(widthOf))
  const lines = shown.map(({ clients }, index) => {
    const title = style.muted(padEnd(cut(titles[index] ?? '', left), left))
    return `  ${title}  ${padEnd(texts[index] ?? '', middle)}  ${style.muted(edit.clients(clients))}`
  })
  if (changes.length > MOST) lines.push(`  ${style.muted(words.card.more(changes.length - MOST))}`)
  for (const key of newFields) lines.push(`  ${style.muted(edit.newField(safe(key)))}`)
  return [edit.plan(changed, matched), ...lines].join('\n')
}
