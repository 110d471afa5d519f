/**
 * What stands around a number in one cell, as text: extensions, the notation of spreadsheets, letters typed for digits.
 * Nothing here knows numbering plans.
 */

const EXTENSION_WORD = String.raw`(?:доб\p{L}*|внутр\p{L}*|вн|extension|extn?|x|х|д|#)\.?[\s:]*`

/** The same, where it begins a text: what follows a number that has been found already. */
export const EXTENSION_AHEAD = new RegExp(
  String.raw`^\s*[(,;]?\s*${EXTENSION_WORD}\d{1,7}(?:\s*\))?|^[pw]\d{1,6}#?`,
  'iu',
)

/** A part of a cell that is nothing but an extension of the number before it. */
export const EXTENSION_ALONE = new RegExp(String.raw`^(?:${EXTENSION_WORD})?\d{1,5}#?$`, 'iu')

/** Behind a number: a word or sign for the extension and its digits, or a pause and its digits (`,12`, `;12`, `p12`). */
const EXTENSION = new RegExp(
  String.raw`^(.*?\d\)?)(?:\s*[(,;]?\s*${EXTENSION_WORD}\d{1,7}\s*\)?|\s*[,;]\s*\d{1,5}#?|[pw]\d{1,6}#?)\s*$`,
  'iu',
)

/** A number and what follows it as its extension; `number` is the whole when there is none. */
export function withoutExtension(text: string): string {
  const match = EXTENSION.exec(text)
  return match?.[1] && match[1].replace(/\D/g, '').length >= 5 ? match[1].trim() : text
}

const SCIENTIFIC = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i

/**
 * A number that a spreadsheet made of a phone, as the digits it was: `7.9160000001E+10`, `79160000001.0`.
 * 'lost-digits' when fewer digits are left than the number had; null when it is not such a number.
 */
export function spreadsheetDigits(text: string): string | 'lost-digits' | null {
  const clean = text.replace(/\s/g, '')
  const whole = /^(\+?\d{7,15})[.,]0{1,2}$/.exec(clean)
  if (whole?.[1]) return whole[1]
  const match = SCIENTIFIC.exec(clean)
  if (!match) return null
  const [, first = '', fraction = '', exponent = ''] = match
  const places = Number(exponent)
  // Missing digits could be zeros; whether they were, nobody can tell any more.
  if (fraction.length < places || /[1-9]/.test(fraction.slice(places))) return 'lost-digits'
  return first + fraction.slice(0, places)
}

const LETTERS: Record<string, string> = { o: '0', о: '0', i: '1', l: '1', і: '1', '|': '1', з: '3' }
const LOOKALIKE = /[oоilі|з]/giu

/** `+7 9I6 OOO OO O1` with the letters that stand for digits; null when other letters, or hardly any digits, are there. */
export function lettersToDigits(text: string): string | null {
  if (!/^[+(\d][\doоilі|з\s().-]*$/iu.test(text) || !/[oоilі|з]/iu.test(text)) return null
  if (text.replace(/\D/g, '').length < 3) return null
  const repaired = text.replace(LOOKALIKE, (letter) => LETTERS[letter.toLowerCase()] ?? letter)
  return repaired.replace(/\D/g, '').length >= 10 ? repaired : null
}
