import { decoderOf } from './code-pages.js'
import { findEncoding } from './encoding.js'
import type { Sheet } from './spreadsheet-sheets.js'

/** By Microsoft's numbers; all others of Windows are `windows-` and their number. */
const PAGES: Record<number, string> = {
  866: 'ibm866',
  1200: 'utf-16le',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'windows-1252',
  65001: 'utf-8',
}

const nameOf = (page: number): string | null => PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : null)

/** Old .xls files keep text in the code page of their Windows; the library asks for it here. */
export const codePages = {
  utils: {
    hascp: (page: number): boolean => nameOf(page) !== null,
    decode: (page: number, bytes: Uint8Array | number[]): string =>
      new TextDecoder(nameOf(page) ?? 'windows-1252').decode(Uint8Array.from(bytes)),
    encode: (_page: number, text: string): Buffer => Buffer.from(text, 'latin1'),
  },
}

/** A BOF record of Excel 97, from which on text is Unicode (MS-XLS 2.4.21). */
const UNICODE_BOF = Buffer.from('0908100000060500', 'hex')
const SAMPLE = 32_768

/**
 * Sheets of a file that names no code page, or the western one, which is also what programs of other lands wrote into it: their
 * bytes came through as they are, and the page is told by the letters.
 */
export function inTheirPage(sheets: Sheet[], file: Buffer): Sheet[] {
  if (file.includes(UNICODE_BOF)) return sheets
  const texts = sheets.flatMap(({ name, rows }) => [name, ...rows.flatMap(({ cells }) => cells)])
  const foreign = texts.filter((text) => /[^\x00-\x7f]/.test(text))
  if (foreign.length === 0 || foreign.some((text) => /[^\x00-\xff]/.test(text))) return sheets
  const { encoding } = findEncoding(Buffer.from(foreign.join('\n').slice(0, SAMPLE), 'latin1'))
  if (encoding.startsWith('utf')) return sheets
  const decoder = decoderOf(encoding)
  const repaired = (text: string): string => decoder.decode(Buffer.from(text, 'latin1'))
  return sheets.map((sheet) => ({
    ...sheet,
    name: repaired(sheet.name),
    rows: sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map(repaired) })),
  }))
}
