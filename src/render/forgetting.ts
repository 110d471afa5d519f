import type { CivilDate } from '../domain/calendar.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import { cut, widthOf, wrap } from './table.js'
import { shortDate } from './when.js'

interface Drawing {
  words: Words
  /** Of the terminal; null where lines are as long as they come. */
  width: number | null
  today: CivilDate
  dayOf: (instant: string) => CivilDate
}

interface PlanView {
  id: number
  name: string
  gone: readonly number[]
  earlier: readonly number[]
  rows: Readonly<Record<string, number>>
  exports: number
}

interface PlaceView {
  table: string
  client: number | null
  field: string
  owner: string | null
  title: string | null
  at: string | null
  /** Every second piece, from the second one on, is what speaks of the person. */
  fragment: readonly string[]
}

interface PlacesView {
  loose: { count: number; shown: readonly PlaceView[] }
  fixed: { count: number; shown: readonly PlaceView[] }
}

/** A sentence in as many lines as it takes, the further ones set in: what is stored looks like no line of the program. */
const told = (text: string, { width }: Pick<Drawing, 'width'>): string =>
  width === null ? text : wrap(text, Math.max(20, width - 4)).join('\n    ')

/** What an erasure will take. */
export function drawForgetPlan(plan: PlanView, drawing: Pick<Drawing, 'words' | 'width'>): string {
  const { words } = drawing
  const said = words.forgetting.plan
  const rows = Object.entries(plan.rows).map(([table, size]) => ({ name: said.tables[table] ?? table, size }))
  const width = Math.max(0, ...rows.map(({ name }) => name.length))
  return [
    told(said.title(plan.id, safe(plan.name)), drawing),
    ...rows.map(({ name, size }) => `  ${name.padEnd(width)}  ${String(size).padStart(4)}`),
    ...(plan.gone.length > 0 ? [told(said.gone(plan.gone), drawing)] : []),
    ...(plan.earlier.length > 0 ? [told(said.earlier(plan.earlier), drawing)] : []),
    ...(plan.exports > 0 ? [told(said.exports(plan.exports), drawing)] : []),
  ].join('\n')
}

/**
 * Texts of others in which the erased one is named; empty when there are none. `fate`: whether mentions stay, will be cut, or
 * have stayed from an erasure before.
 */
export function drawMentions({ loose, fixed }: PlacesView, fate: 'stay' | 'cut' | 'stayed', drawing: Drawing): string {
  const said = drawing.words.forgetting.mentions
  const part = (title: string, { count, shown }: PlacesView['loose']): string[] => {
    if (count === 0) return []
    const more = count - shown.length
    return [
      told(title, drawing),
      ...shown.flatMap((place) => placeLines(place, drawing)),
      ...(more > 0 ? [`  ${said.more(more)}`] : []),
    ]
  }
  return [...part(said[fate](loose.count), loose), ...part(said.fixed(fixed.count), fixed)].join('\n')
}

/** A place and, in the same line if there is room, what stands there. */
function placeLines(view: PlaceView, drawing: Drawing): string[] {
  const { words, width } = drawing
  const pieces = view.fragment.map((piece, index) => {
    const text = safe(piece.replace(/\s+/g, ' '))
    return index % 2 === 1 ? `[${text}]` : text
  })
  const [place, said] = [placeText(view, drawing), words.forgetting.mentions.said(pieces.join('').trim())]
  const line = `  ${place}: ${said}`
  if (width === null || widthOf(line) <= width) return [line]
  return [cut(`  ${place}:`, width), cut(`      ${said}`, width)]
}

function placeText({ table, client, field, owner, title, at }: PlaceView, { words, today, dayOf }: Drawing): string {
  const said = words.forgetting.mentions
  const day = at === null ? null : shortDate(at.length > 10 ? dayOf(at) : at, today, words)
  const place = said.place(`${table}.${field}`, { day, title: title === null ? null : safe(title) })
  return client === null ? place : `#${client} ${safe(owner ?? '')}: ${place}`
}

/** Copies of the base that hold the erased one; empty when there are none. */
export function drawCopies(
  copies: readonly { file: string; encrypted: boolean }[],
  drawing: Pick<Drawing, 'words' | 'width'>,
): string {
  if (copies.length === 0) return ''
  const said = drawing.words.forgetting.copies
  return [
    told(said.title(copies.length), drawing),
    ...copies.map(({ file, encrypted }) => `  ${encrypted ? said.encrypted(safe(file)) : safe(file)}`),
  ].join('\n')
}
