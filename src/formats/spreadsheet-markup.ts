import { decoderOf } from './code-pages.js'
import { findEncoding } from './encoding.js'

const charsetIn = (head: string): string | undefined =>
  /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1] ?? /<meta[^>]*charset=["']?([\w-]+)/i.exec(head)?.[1]

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The text of a page or of XML: what is UTF-8 is UTF-8 whatever it says, then by the charset it names, then by its letters. */
export function markupText(bytes: Uint8Array): string {
  const { encoding } = findEncoding(bytes.subarray(0, 65_536))
  if (encoding.startsWith('utf-16')) return decoded(bytes, encoding) ?? ''
  const named = charsetIn(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))
  return (
    decoded(bytes, 'utf-8') ??
    (named === undefined ? null : decoded(bytes, named)) ??
    decoderOf(encoding.startsWith('utf') ? 'windows-1251' : encoding).decode(bytes)
  )
}

/** Names that exports use for signs and the library does not know; all letters stand in a page as they are. */
const NAMED: Record<string, string> = {
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  deg: '°',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
  shy: '',
}
const MARKUP: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }

const named = (name: string): string | undefined => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined)

/** The letter of a number in markup; what would itself be markup is given its name. */
function letterOf(whole: string, hex: string, decimal: string): string {
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return whole
  const letter = String.fromCodePoint(point)
  return MARKUP[letter] ?? letter
}

const letters = (text: string): string =>
  text
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, letterOf)
    .replace(/&([a-z]+);/gi, (whole, name: string) => named(name.toLowerCase()) ?? whole)

const spansIn = (attributes: string): string =>
  (attributes.match(/\b(?:col|row)span\s*=\s*["']?\d+/gi) ?? [])
    .map((span) => ` ${span.replace(/["'\s]/g, '')}`)
    .join('')

/** A page without what is no part of what it shows. */
export const withoutScripts = (page: string): string =>
  page.replace(/<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')

/**
 * A page without scripts as the library understands it: cells are closed and have no attributes but spans, a paragraph is a line, and letters
 * that were written as numbers stand as they are. `goesOn`: what follows is read by itself.
 */
export function tidyPage(page: string, goesOn = false): string {
  const plain = page
    .replace(/(?=<)(?<=[^\s>]\s*)<(?:p|div|li)\b[^>]*>/gi, '<br>')
    .replace(/<\/(?:p|div|li)\s*>(?!\s*<(?:\/?t[dhr]|\/table)\b)/gi, '<br>')
  let open = false
  const cells = plain.replace(
    /<(\/?)(tr|td|th)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi,
    (_, slash: string, name: string, attributes: string) => {
      const isCell = name.toLowerCase() !== 'tr'
      const before = open && !slash ? '</td>' : ''
      open = isCell && slash === ''
      if (slash) return isCell ? '</td>' : '</tr>'
      return isCell ? `${before}<td${spansIn(attributes)}>` : `${before}<tr>`
    },
  )
  const filled = cells.replace(/(<td[^>]*>)(?:\s|&nbsp;)+(?=<\/?t)/g, '$1')
  // A page that was cut off, or never closed its table, still has one.
  return `${letters(filled)}${open && goesOn ? '</td>' : ''}</table>`
}
