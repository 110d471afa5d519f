/*
 * Cells that a spreadsheet would run (CWE-1236) get an apostrophe in front, which makes text of them; `takeBack` gives them
 * back. A file of commas may be opened by a program that parts at semicolons (Excel does, where the comma is the decimal
 * sign): then quotes in the middle of its cells count for nothing, and what stands behind a separator or a line break within
 * a cell begins a cell of its own. So what looks like a call or a link to another program is stopped there too.
 */

/** Signs that begin a formula; the wide and small ones in East Asian versions of Excel, U+2212 for whoever takes it for a minus. */
const EQUAL = '=\uff1d\ufe66'
const SIGNS = `${EQUAL}+\\-@\uff0b\uff0d\uff20\ufe62\ufe63\ufe6b\u2212`
/** Nothing is seen of these, and who cleans a file up takes them out: what stands behind them comes first then. */
const UNSEEN = '\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff'

/** What a spreadsheet takes for a formula, behind the apostrophes and blanks that stand there: some programs cut those off. */
const FORMULA = new RegExp(`^(?:['\\s\\u0000-\\u001f${UNSEEN}]*[${SIGNS}]|['${UNSEEN}]*[\\t\\r])`)
/** Before a separator inside a cell and behind it: an equals sign, or another and a call such as `HYPERLINK(` or a place such as `!A0`. */
const GAP = `['\\u0020\\u00a0${UNSEEN}]*`
const INSIDE = `(?=${GAP}(?:[${EQUAL}]|[${SIGNS}][^;,\\t\\r\\n]*?(?:\\p{L}[\\d._]{0,9}\\(|!\\$?[A-Za-z])))`
const SUSPECT = new RegExp(`[;,\\t\\r\\n|]${GAP}[${SIGNS}]`)
const TO_STOP = new RegExp(`([;,\\t\\r\\n|])${INSIDE}`, 'gu')
const STOPPED = new RegExp(`([;,\\t\\r\\n|])'${INSIDE}`, 'gu')

/** `-200.00`, `+5`, `-1 234,50`: computed by a spreadsheet to what they are. */
const NUMBER = /^[+\-\u2212]\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?$/
const EXTENSION = '(?:,? ?(?:ext|доб|вн|дод|x)\\.? ?\\d{1,6})?'
/** With spaces or brackets behind the country's code when it has hyphens: `+7-916-1` is a sum to a spreadsheet. */
const PHONE = new RegExp(`^\\+(?:\\d{5,15}|\\d{1,4}(?: ?\\(\\d{2,5}\\) ?| )\\d+(?:[ -]\\d+)*)${EXTENSION}$`)
/** A phone behind another one, with the label that an export gives it. */
const FURTHER_PHONE = new RegExp(`^(?:[\\p{L}\\p{N} ._-]*:)?\\+?\\d[\\d ()-]{2,24}${EXTENSION}$`, 'u')

/** As the base keeps it. */
const ONE_PHONE = /^\+\d{5,15}$/

const isPhones = (cell: string): boolean =>
  cell.startsWith('+') &&
  (ONE_PHONE.test(cell) ||
    cell.split('; ').every((item, index) => (index === 0 ? PHONE.test(item) : FURTHER_PHONE.test(item))))

const isFormula = (cell: string): boolean => FORMULA.test(cell) && !NUMBER.test(cell) && !isPhones(cell)

/** Digits and letters, Latin or Cyrillic: nearly all cells begin with one, and are no formula. */
const isPlain = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x7a) || (code >= 0x400 && code <= 0x52f)

/** A cell with an apostrophe before what a spreadsheet would run as a formula; phones and plain numbers stay as they are. */
export function safeCell(cell: string): string {
  if (cell === '') return cell
  const stopped = SUSPECT.test(cell) ? cell.replace(TO_STOP, "$1'") : cell
  return !isPlain(cell.charCodeAt(0)) && isFormula(stopped) ? `'${stopped}` : stopped
}

/** A day without a year, a handle, the name of a segment: numbers or errors to a spreadsheet, and nothing that runs. */
const PLAIN = /^(?:--\d{2}-\d{2}|@[\p{L}\p{N}_.-]+(?: [^(|!]*)?)$/u

/** The same for tables that scripts read as they are, and that may be opened in a spreadsheet all the same. */
export const scriptCell = (cell: string): string => (PLAIN.test(cell) ? cell : safeCell(cell))

/** A cell as it was before `safeCell`. */
export function takeBack(cell: string): string {
  const own = cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell
  return SUSPECT.test(own) ? own.replace(STOPPED, '$1') : own
}
