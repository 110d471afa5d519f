import { isAscii, isUtf8 } from 'node:buffer'
import { decoderOf, undouble } from './code-pages.js'
import { strangeness } from './cyrillic.js'

export interface EncodingFound {
  /** The name of the WHATWG Encoding Standard. */
  encoding: string
  /** The file begins with a byte order mark. */
  bom: boolean
  /** False when another encoding gives nearly as good a text, or the bytes are none of the UTF that they seem to be. */
  certain: boolean
  /** The text is UTF-8 that was encoded once more; `undouble` repairs it. */
  doubled: boolean
}

/** By how many nats a code page is less usual than the first; of several with the same text, the first. */
const CODE_PAGES = [
  ['windows-1251', 0],
  ['koi8-u', 0.5],
  ['ibm866', 1],
  ['windows-1252', 0],
  ['x-mac-cyrillic', 2],
] as const
/** By how many nats the best code page must be better than the next one. */
const CLEARLY = 5
const HEAD = 65_536
/** Bytes of lines with letters beyond ASCII that are kept to tell the code page, and how many of one chunk. */
const SAMPLE = 32_768
const OF_CHUNK = 4_096
const NEWLINE = 10

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/**
 * UTF-16 without its mark: nearly every second byte is the 00 of Latin or the 04 of Cyrillic, and neither is a byte of a text.
 */
function withoutMark(bytes: Uint8Array): string | null {
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let fitting = 0
    let strange = 0
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const above = bytes[at + high]!
      const below = bytes[at + 1 - high]!
      if (above === 4 || (above === 0 && (below >= 32 || (below >= 9 && below <= 13)))) fitting += 1
      else if (!isOtherPage(above)) strange += 1
    }
    if (fitting > 0 && fitting >= 20 * strange && 4 * fitting >= bytes.length) return encoding
  }
  return null
}

/** Latin letters with marks, dashes and quotes, №, ₽, halves of emoji. */
const isOtherPage = (above: number): boolean =>
  (above >= 1 && above <= 3) || above === 0x20 || above === 0x21 || (above >= 0xd8 && above <= 0xdf)

/** Bytes of a letter at the end that is not whole. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte >> 6 === 2) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

/** Letters of several bytes outnumber the bytes that are none by far: UTF-8 with damage, and not a code page. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.split('\ufffd').length - 1
  const good = text.replace(/[\x00-\x7f\ufffd]+/g, '').length
  return good >= 4 && good >= 4 * bad
}

function codePageOf(bytes: Uint8Array): { encoding: string; certain: boolean } {
  const readings = CODE_PAGES.map(([encoding, rarity]) => {
    const text = decoderOf(encoding).decode(bytes)
    return { encoding, text, cost: rarity + strangeness(text) }
  })
  const best = readings.reduce((left, right) => (right.cost < left.cost ? right : left))
  const others = readings.filter(({ text }) => text !== best.text)
  return { encoding: best.encoding, certain: others.every(({ cost }) => cost > best.cost + CLEARLY) }
}

/** Small letters of cp866 that happen to be UTF-8 of far alphabets, as in «там». */
function looksLikeCp866(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const beyond = text.replace(/[\x00-\x7f]+/g, '')
  return beyond !== '' && /^(?:[\xe0-\xef][\xa0-\xaf]{2})+(?:[\xe0-\xef][\xa0-\xaf]?)?$/.test(beyond)
}

/** Four lines of five that are not plain ASCII can be repaired. */
function isDoubled(bytes: Uint8Array): boolean {
  const lines = new TextDecoder('utf-8')
    .decode(bytes)
    .split(/[\r\n]+/)
    .filter((line) => /[^\x00-\x7f]/.test(line))
  const repaired = lines.filter((line) => undouble(line) !== line).length
  return repaired > 0 && repaired >= 0.8 * lines.length
}

/** Finds the encoding of a whole file that comes in chunks, in little memory. */
export class EncodingScan {
  #head: Uint8Array = new Uint8Array()
  /** Lines with letters beyond ASCII. */
  #sample: Uint8Array[] = []
  #sampled = 0
  /** Bytes of a letter that is not whole. */
  #rest: Uint8Array = new Uint8Array()
  #valid = true
  #pending: Uint8Array[] = []
  #pendingLength = 0

  add(chunk: Uint8Array): void {
    this.#pending.push(chunk)
    this.#pendingLength += chunk.length
    if (this.#pendingLength >= HEAD) this.#flush()
  }

  #flush(): void {
    const bytes = joined(...this.#pending)
    this.#pending = []
    this.#pendingLength = 0
    this.#look(bytes)
  }

  #look(chunk: Uint8Array): void {
    if (this.#head.length < HEAD) this.#head = joined(this.#head, chunk.subarray(0, HEAD - this.#head.length))
    if (this.#rest.length === 0 && isAscii(chunk)) return
    if (this.#sampled < SAMPLE) this.#takeSample(chunk)
    if (!this.#valid) return
    const bytes = this.#rest.length === 0 ? chunk : joined(this.#rest, chunk)
    const end = bytes.length - unfinished(bytes)
    this.#valid = isUtf8(bytes.subarray(0, end))
    this.#rest = bytes.slice(end)
  }

  /** The encoding of what was added; a letter cut off at its end is no error when `isSample`. */
  result(isSample = false): EncodingFound {
    this.#flush()
    const mark = markOf(this.#head)
    const utf16 = mark === null ? withoutMark(this.#head) : mark.startsWith('utf-16') ? mark : null
    if (utf16 !== null) return { encoding: utf16, bom: mark !== null, certain: true, doubled: false }
    const bom = mark !== null
    const sample = joined(...this.#sample)
    // One cut letter is no evidence: without others it may as well be the single letter of a code page.
    const seen = this.#sampled > this.#rest.length && !isAscii(sample.subarray(0, sample.length - this.#rest.length))
    const valid = this.#valid && (this.#rest.length === 0 || (isSample && seen))
    if (valid && !bom && looksLikeCp866(sample)) return { encoding: 'ibm866', bom, certain: false, doubled: false }
    if (valid) return { encoding: 'utf-8', bom, certain: true, doubled: isDoubled(sample) }
    if (bom || isDamagedUtf8(sample)) return { encoding: 'utf-8', bom, certain: false, doubled: false }
    return { ...codePageOf(sample), bom: false, doubled: false }
  }

  /** From the line of the first letter beyond ASCII. */
  #takeSample(chunk: Uint8Array): void {
    const first = chunk.findIndex((byte) => byte > 127)
    if (first < 0) return
    const begin = Math.max(chunk.lastIndexOf(NEWLINE, first) + 1, first - OF_CHUNK / 4)
    const cut = begin + OF_CHUNK < chunk.length
    const found = chunk.slice(begin, begin + OF_CHUNK)
    const taken = cut ? found.subarray(0, found.length - unfinished(found)) : found
    this.#sample.push(taken)
    this.#sampled += taken.length
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

/** The encoding of a file, or of a sample from its beginning. */
export function findEncoding(bytes: Uint8Array): EncodingFound {
  const scan = new EncodingScan()
  for (let at = 0; at < bytes.length; at += HEAD) scan.add(bytes.subarray(at, at + HEAD))
  return scan.result(true)
}
