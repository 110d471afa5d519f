/*
 * What is stored is data; what reaches a terminal is only letters. Escape sequences, control characters, line breaks inside
 * a line and direction overrides are shown as visible signs, so a name can neither move the cursor nor fake a row.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function sign(letter: string): string {
  const code = letter.charCodeAt(0)
  if (letter === '\n' || letter === '\r' || letter === '\t') return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code === 0x200b || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff) return ''
  return '\ufffd'
}

/** Letters that are only tags of other letters, and are never seen; the flags of England and the like are written with them. */
const TAGS = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,12}\u{e007f}|[\u{e0000}-\u{e007f}]/gu

/** More marks above and below one letter than any script has run over the lines around it. */
const FLOOD = /(\p{M}{8})\p{M}+/gu
/** No letter of these has marks: most text is told at once. */
const MARKLESS = /^[\u0000-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u20cf\u2100-\u3029]*$/

function withoutFloods(text: string): string {
  if (MARKLESS.test(text)) return text
  const seen = text.includes('\udb40') ? text.replace(TAGS, (found) => (found.length > 2 ? found : '')) : text
  return seen.replace(FLOOD, '$1\ufffd')
}

/** One line of text, safe to print. */
export const safe = (text: string): string => withoutFloods(text.replace(UNSAFE, sign))

/** Text of several lines, each safe to print. */
export const safeLines = (text: string): string[] => text.split(/\r\n|\r|\n/).map(safe)

/** What is echoed of a text that is too long to be read: its beginning and its end. */
const LONGEST_ECHO = 1_200
const HEAD = 800
const TAIL = 200

/** A sentence of an error, safe to print, and short whatever was typed. */
export const safeSentence = (text: string): string =>
  safe(text.length <= LONGEST_ECHO ? text : `${text.slice(0, HEAD)} … ${text.slice(-TAIL)}`)

const UNSAFE_JSON =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g

/** JSON in which everything a terminal could act on is written as an escape; the value is the same. */
export const safeJson = (json: string): string =>
  json.replace(UNSAFE_JSON, (found) =>
    [...Array(found.length).keys()].map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
