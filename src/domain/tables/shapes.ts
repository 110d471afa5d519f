import { looksLikeCompany } from '../company-name.js'
import { HANDLE_KINDS } from '../handle.js'
import { splitName } from '../name-split.js'
import type { PointKind } from '../points.js'

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/u
const SEPARATED = /[;,\n]|\s:::\s|\s\/\s/
/** Numbers that can hardly be anything but a phone: with a plus, with brackets or groups, or of a national shape. */
const PHONE =
  /^'?\+\d[\d\s().-]{8,20}$|^\(?\d{1,4}\)?[\s.-]+\(?\d{2,5}\)?[\s.-]*[\d\s.-]{5,11}$|^[78][3489]\d{9}$|^380\d{9}$|^80\d{9}$|^0\d{9}$/
const LINK = /^(https?:\/\/|www\.)\S+$/i
const DATE = /^\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})(\s|$)|^\d{4}-\d{2}-\d{2}(\D|$)|^\d{1,2}\s+\p{L}{3,10}\.?\s+\d{4}/u
const NUMBER = /^[-+(]?[\d\s\u00a0\u202f.,']+\)?\s*(\p{Sc}|\p{L}{1,4}\.?)?$/u

export type Shape = 'phone' | 'email' | 'link' | 'date' | 'number' | 'words' | 'text' | 'empty'

/** What one cell looks like, whatever its column is called. */
export function shapeOf(cell: string): Shape {
  // The beginning of a long text says what it is; patterns over all of it could take minutes.
  const text = cell.trim().slice(0, 500)
  if (text === '') return 'empty'
  const first = text.split(SEPARATED)[0]?.trim() ?? text
  if (EMAIL.test(first)) return 'email'
  if (/\d/.test(first)) {
    if (DATE.test(text)) return 'date'
    const digits = first.replace(/\D/g, '').length
    if (PHONE.test(first) && digits >= 9 && digits <= 15) return 'phone'
    if (NUMBER.test(text)) return 'number'
  }
  if (LINK.test(first)) return 'link'
  return /^[\p{L}\p{M}'’ʼ.«»"“”()\s-]+$/u.test(text) && text.split(/\s+/).length <= 6 ? 'words' : 'text'
}

/** Does a cell hold what no column would be called? */
export const looksLikeData = (cell: string): boolean =>
  ['phone', 'email', 'link', 'date', 'number'].includes(shapeOf(cell))

/** Share of the filled cells that have this shape, and how many are filled. */
export function shareOf(cells: readonly string[], shape: Shape): { share: number; filled: number } {
  let filled = 0
  let like = 0
  for (const cell of cells) {
    const is = shapeOf(cell)
    if (is === 'empty') continue
    filled += 1
    if (is === shape) like += 1
  }
  return { share: filled === 0 ? 0 : like / filled, filled }
}

/** From which share on a column is what its cells look like; one stray cell in ten is somebody's note. */
const SURE = 0.9

/** A few different cells that do not look like most of their column: what a wrong choice of its field would spoil. */
export function oddCells(cells: readonly string[], most: number): string[] {
  const shapes = new Map<Shape, Set<string>>()
  const counts = new Map<Shape, number>()
  for (const cell of cells) {
    const shape = shapeOf(cell)
    if (shape === 'empty') continue
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
    const known = shapes.get(shape) ?? new Set()
    if (known.size < most) known.add(cell.trim())
    shapes.set(shape, known)
  }
  const rarest = [...counts].sort((a, b) => a[1] - b[1]).map(([shape]) => shape)
  // The last one is what the column looks like.
  return rarest
    .slice(0, -1)
    .flatMap((shape) => [...(shapes.get(shape) ?? [])])
    .slice(0, most)
}

/** The contact points that a column without a telling name holds, or null. */
export function pointsByShape(cells: readonly string[]): PointKind | null {
  for (const [shape, kind] of [
    ['email', 'email'],
    ['phone', 'phone'],
  ] as const) {
    const { share, filled } = shareOf(cells, shape)
    if (filled > 0 && share >= SURE) return kind
  }
  const links = cells.filter((cell) => LINK.test(cell.trim()))
  const filled = cells.filter((cell) => cell.trim() !== '').length
  if (filled === 0 || links.length / filled < SURE) return null
  const kind = HANDLE_KINDS.find((each) =>
    links.every((link) => link.toLowerCase().includes(each === 'telegram' ? 't.me/' : `${each}.com/`)),
  )
  return kind ?? 'url'
}

/** How much a column reads like names of people and firms, 0 to 1. */
export function nameLikeness(cells: readonly string[]): number {
  let filled = 0
  let like = 0
  for (const cell of cells) {
    const shape = shapeOf(cell)
    if (shape === 'empty') continue
    filled += 1
    if (shape !== 'words') continue
    const { family_name, given_name } = splitName(cell)
    if (family_name !== null || given_name !== null || looksLikeCompany(cell)) like += 1
  }
  return filled === 0 ? 0 : like / filled
}

/**
 * Is 0 one of these outside ids? Tables that count from 0 have it once, and 1 as well. Programs, and people who copy from them, write it
 * for those they have no id of: then it comes again, or stands among numbers that nobody counted. `asked`: the user calls it an id.
 */
export function countsFromZero(cells: readonly string[], asked: boolean): boolean {
  const ids = cells.map((cell) => cell.trim())
  return ids.filter((id) => id === '0').length <= 1 && (asked || ids.includes('1'))
}
