import { withTextCells, withTexts } from './spreadsheet-numbers.js'
import { FormatError } from './table.js'
import { unpack, WORKBOOK_PART } from './zip.js'

/** An archive as the library takes it from its own unpacker. */
export interface Archive {
  FullPaths: string[]
  FileIndex: { name: string; type: 2; content: Buffer }[]
}

/** A sheet with more cells than this is no list of clients, and would not fit into memory. */
export const MOST_CELLS = 30_000_000

/** The parts of a workbook, made harmless, and how many bytes they are. Throws as `unpack` does. */
export function openArchive(bytes: Uint8Array): { archive: Archive; size: number } {
  const parts = unpack(bytes, WORKBOOK_PART)
  let size = 0
  const archive: Archive = { FullPaths: [], FileIndex: [] }
  for (const [name, content] of parts) {
    size += content.length
    archive.FullPaths.push(name)
    archive.FileIndex.push({ name, type: 2, content: /\.xml$/i.test(name) ? tamed(name, content) : content })
  }
  return { archive, size }
}

function tamed(name: string, content: Buffer): Buffer {
  if (/manifest\.xml$/i.test(name) && content.includes('encryption-data'))
    throw new FormatError('encrypted', null, 'ODS')
  const harmless = /worksheets\//i.test(name)
    ? withTexts(withoutRanges(content))
    : /^content\.xml$/i.test(name)
      ? tamedContent(content)
      : content
  return harmless.includes('&#') ? withLetters(harmless) : harmless
}

function tamedContent(content: Buffer): Buffer {
  const text = content.toString('latin1')
  refuseRepeats(text)
  const tame = withTextCells(text)
  return tame === text ? content : Buffer.from(tame, 'latin1')
}

/** The library makes an object for each column or cell of a range, and a link may stand on a column of a million cells. */
const withoutRanges = (content: Buffer): Buffer =>
  content.includes('col ') || content.includes('hyperlink ')
    ? Buffer.from(content.toString('latin1').replace(/<(?:\w*:)?(?:col|hyperlink)\b[^<>]*>/g, ''), 'latin1')
    : content

/** The library takes the lower half of a number beyond U+FFFF, and some numbers for bytes of UTF-8. */
const withLetters = (content: Buffer): Buffer =>
  Buffer.from(
    content
      .toString('latin1')
      .replace(/&#(?:x([\da-f]{2,6})|(\d{3,7}));/gi, (whole, hex?: string, decimal?: string) => {
        const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
        if (point < 128 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return whole
        return Buffer.from(String.fromCodePoint(point)).toString('latin1')
      }),
    'latin1',
  )

/** More spaces than this no workbook spells out as a number. */
const MOST_SPACES = 10_000_000

const repeatOf = (tag: string): number => Number(/-repeated\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 1)

/** Cells and rows of OpenDocument may be repeated any number of times; the library makes an object for each that is not empty. */
function refuseRepeats(content: string): void {
  let rows = 1
  let cells = 0
  for (const [tag, name] of content.matchAll(
    /<(?:[^\s<>/:]*:)?(table-row|table-cell|covered-table-cell)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/g,
  )) {
    if (name === 'table-row') rows = repeatOf(tag)
    else if (!tag.endsWith('/>')) cells += rows * repeatOf(tag)
    if (cells > MOST_CELLS) throw new FormatError('too-large', null, String(Math.round(cells / 50_000)))
  }
  let spaces = 0
  for (const [, count] of content.matchAll(/<(?:[^\s<>/:]*:)?s\b[^<>]*?\bc\s*=\s*["'](\d+)/g)) spaces += Number(count)
  if (spaces > MOST_SPACES) throw new FormatError('too-large', null, String(Math.ceil(spaces / 2 ** 20)))
}
