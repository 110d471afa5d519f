const DIRECTION_MARKS = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g

/** No value longer than this is anything but prose; looking for one in it could take minutes. */
export const LONGEST = 1000

/** Text in which nothing below can need a repair: printable ASCII without the signs of a spreadsheet, and Cyrillic. */
const PLAIN = /^[^='\u00a0\u00ad\u2000-\uffff]*$/

/**
 * A cell without what programs put around a value: `="…"` and a leading apostrophe by which spreadsheets are told
 * that digits are text, invisible marks, and the typographic kinds of space and hyphen. For reading, never for keeping.
 */
export function plainCell(text: string): string {
  const trimmed = text.trim()
  if (PLAIN.test(trimmed)) return trimmed
  return withoutArmour(trimmed.replace(DIRECTION_MARKS, ''))
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .normalize('NFKC')
    .trim()
}

/** A value without the signs that keep a spreadsheet from reckoning with it: `="8916"` and `'+7916`. */
export function withoutArmour(text: string): string {
  if (text.length > LONGEST) return text
  const formula = /^\s*=\s*"(.*)"\s*$/su.exec(text)
  if (formula?.[1] !== undefined) return formula[1].replaceAll('""', '"')
  return /^\s*'[=+\-@\d(]/.test(text) ? text.replace(/^\s*'/, '').replace(/'\s*$/, '') : text
}

/** A cell as it was written, without invisible marks and spreadsheet signs: what may be kept. */
export function writtenCell(text: string): string {
  const trimmed = text.trim()
  return PLAIN.test(trimmed) ? trimmed : withoutArmour(trimmed.replace(DIRECTION_MARKS, '')).trim()
}

const NOTHING =
  /^(?:[-_.?*/\\]*|нет|немає|нема|не имеет(?:ся)?|отсутству[ею]т|відсутн(?:ій|я|є|і)|не ?указан[аоы]?|не ?вказан[аоий]+|неизвестн[аоы]|невідом[аоий]+|н\/?[дз]|n\.?\/?a\.?|none|null|nil|nan|undefined|no|empty|unknown|#n\/a|#н\/д)$/u

/** True for a cell that says in words that it is empty: `нет`, `н/д`, `n/a`, `—`. */
export function saysNothing(text: string): boolean {
  const first = text.charCodeAt(0)
  // A digit or a plus sign begins a value, which is by far the usual case.
  if (first === 0x2b || (first >= 0x30 && first <= 0x39)) return false
  return text.length < 20 && NOTHING.test(plainCell(text).toLowerCase())
}
