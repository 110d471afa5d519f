import { isFaithful } from './digits.js'

/*
 * The library reads a cell of numbers with parseFloat. Of a text that stands there by mistake it makes nothing, or the number it
 * begins with, and of a number with more digits than fit another one. Such cells are made cells of text before it sees them.
 */

const [LESS, COLON, SLASH] = [0x3c, 0x3a, 0x2f]
/** A tag of a cell is not longer, nor the formula between it and the value. */
const REACH = 2000
const CELL = /<(?:\w+:)?c\b[^<>]*>/g
const TYPE = /\st\s*=\s*(?:"([^"]*)"|'([^']*)')/

/** A few digits, with a point at most: what nearly all cells hold. */
function isShort(content: Buffer, from: number, to: number): boolean {
  if (to - from > 15 || to === from) return to === from
  let points = 0
  for (let at = from; at < to; at += 1) {
    const code = content[at] ?? 0
    if (code === 0x2e) points += 1
    else if ((code < 0x30 || code > 0x39) && (code !== 0x2d || at > from)) return false
  }
  return points < 2
}

/** Does what stands in a cell, and is no number, fit what the cell says of its type? */
function fits(type: string, text: string): boolean {
  if (type === 'b') return /^(?:[01]|true|false)$/i.test(text.trim())
  return type === 'd' ? !Number.isNaN(Date.parse(text)) : type !== 'n'
}

/** A sheet of .xlsx, in which what is no number, no yes or no and no day is text. */
export function withTexts(content: Buffer): Buffer {
  const pieces: Buffer[] = []
  let done = 0
  for (let at = content.indexOf('v>'); at >= 0; at = content.indexOf('v>', at)) {
    const before = content[at - 1]
    const from = at + 2
    at = from
    if (before !== LESS && (before !== COLON || isEnd(content, from - 3))) continue
    const end = content.indexOf(LESS, from)
    if (end < 0) break
    at = end
    if (isShort(content, from, end)) continue
    const text = content.toString('latin1', from, end)
    if (isFaithful(text)) continue
    const cell = cellAround(content, Math.max(done, from - REACH), from)
    if (cell === null || fits(typeOf(cell.tag), text)) continue
    const typed = `${cell.tag.replace(TYPE, '').replace(/\s*>$/, '')} t="str">`
    pieces.push(content.subarray(done, cell.at), Buffer.from(typed, 'latin1'))
    done = cell.at + cell.tag.length
  }
  return pieces.length === 0 ? content : Buffer.concat([...pieces, content.subarray(done)])
}

const typeOf = (tag: string): string => {
  const [, double, single] = TYPE.exec(tag) ?? []
  return double ?? single ?? 'n'
}

/** The tag of the cell whose value begins at `to`. */
function cellAround(content: Buffer, from: number, to: number): { at: number; tag: string } | null {
  // Nearly always it is the tag before.
  const near = content.lastIndexOf('<c ', to)
  const start = Math.max(near, from)
  const found = [...content.toString('latin1', start, to).matchAll(CELL)].at(-1)
  return found ? { at: start + found.index, tag: found[0] } : null
}

/** Whether the tag whose name's prefix ends here is a closing one. */
function isEnd(content: Buffer, colon: number): boolean {
  const less = content.lastIndexOf(LESS, colon)
  return less < 0 || content[less + 1] === SLASH
}

const VALUE = /(\s(?:[^\s<>/:="']*:)?)value\s*=\s*(?:"([^"]*)"|'([^']*)')/
const DOUBTFUL = /[\s:]value\s*=\s*["'](?!-?\d{1,15}(?:\.\d{1,15})?["'])/

/** Cells of OpenDocument (as Latin-1), in which what is no number is text. */
export function withTextCells(content: string): string {
  if (!DOUBTFUL.test(content)) return content
  return content.replace(/<(?:[^\s<>/:]*:)?table-cell\b(?:[^<>"']|"[^"]*"|'[^']*')*>/g, (tag, at: number) => {
    const [, , double, single] = VALUE.exec(tag) ?? []
    const value = double ?? single
    if (value === undefined || isFaithful(value)) return tag
    const told = tag
      .replace(VALUE, (_, prefix: string) => `${prefix}string-value="${value.replaceAll('"', '&quot;')}"`)
      .replace(/(value-type\s*=\s*["'])[\w.-]+/, '$1string')
    // The library passes over a cell in which no text is shown.
    return content.startsWith('</', at + tag.length) ? `${told}<text:p></text:p>` : told
  })
}

/** A workbook in one XML of Excel 2003, in which what is no number is text. */
export const withTextData = (text: string): string =>
  text.replace(
    /(<(?:\w+:)?Data\b[^<>]*?\bType\s*=\s*["'])Number(["'][^<>]*>)([^<]*)(?=<)/g,
    (whole, before: string, behind: string, value: string) =>
      isFaithful(value) ? whole : `${before}String${behind}${value}`,
  )
