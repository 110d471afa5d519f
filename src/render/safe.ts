/*
 * What is stored is data; what reaches a terminal is only letters. Escape sequences, control characters, line breaks inside
 * a line and direction overrides are shown as visible signs, so a name can neither move the cursor nor fake a row.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function sign(letter: string): string {
  const code = letter.charCodeAt(0)
  if (letter === '\n' || letter === '\r' || letter === '\t') return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code === 0x200b || code === 0x2060 || code === 0xfeff) return ''
  return '\ufffd'
}

/** One line of text, safe to print. */
export const safe = (text: string): string => text.replace(UNSAFE, sign)

/** Text of several lines, each safe to print. */
export const safeLines = (text: string): string[] => text.split(/\r\n|\r|\n/).map(safe)

const UNSAFE_JSON = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffb]/g

/** JSON in which everything a terminal could act on is written as an escape; the value is the same. */
export const safeJson = (json: string): string =>
  json.replace(UNSAFE_JSON, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
