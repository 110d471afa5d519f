import { isUtf8 } from 'node:buffer'
import { FormatError } from './table.js'

/** What is needed of a TextDecoder. */
export interface Decoder {
  /** The name of the WHATWG Encoding Standard. */
  readonly encoding: string
  /** Throws TypeError for bytes that are none of a UTF. */
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

/** Names that people know and the standard does not, without their hyphens. */
const ALSO_CALLED: Record<string, string> = {
  ansi: 'windows-1251',
  win1251: 'windows-1251',
  windows1251: 'windows-1251',
  '1251': 'windows-1251',
  win1252: 'windows-1252',
  windows1252: 'windows-1252',
  '1252': 'windows-1252',
  koi8u: 'koi8-u',
  koi8r: 'koi8-r',
  dos: 'ibm866',
  oem: 'ibm866',
  mac: 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
}

/** 0x80 to 0x9F of windows-1252; Node 20 to 23 decode them as control characters (nodejs/node#56542). */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A decoder by any usual name, strict for the UTFs. Throws `FormatError`. */
export function decoderOf(encoding: string): Decoder {
  const name = encoding.trim().toLowerCase()
  try {
    const plain = name.replace(/[-_ ]/g, '')
    const known = Object.hasOwn(ALSO_CALLED, plain) ? ALSO_CALLED[plain] : name
    const decoder = new TextDecoder(known, { fatal: true })
    return decoder.encoding === 'windows-1252' ? westernDecoder(decoder.encoding) : decoder
  } catch {
    throw new FormatError('unknown-encoding', null, encoding)
  }
}

const westernDecoder = (encoding: string): Decoder => ({
  encoding,
  decode: (bytes = new Uint8Array()) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (control) => WESTERN[control.charCodeAt(0) - 0x80]!),
})

const encoders = new Map<string, Map<string, number>>()

/** Byte by letter, beyond ASCII. */
function encoderOf(encoding: string): Map<string, number> {
  const known = encoders.get(encoding)
  if (known) return known
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index)
  const encoder = new Map([...decoderOf(encoding).decode(bytes)].map((letter, index) => [letter, 128 + index]))
  encoders.set(encoding, encoder)
  return encoder
}

/** The text as windows-1251, with `?` for the letters it does not have; those are listed once each. */
export function encodeCp1251(text: string): { bytes: Uint8Array; lost: string[] } {
  const encoder = encoderOf('windows-1251')
  const lost = new Set<string>()
  const bytes = new Uint8Array(text.length)
  let length = 0
  for (const letter of text) {
    const byte = letter < '\u0080' ? letter.charCodeAt(0) : encoder.get(letter)
    if (byte === undefined) lost.add(letter)
    bytes[length] = byte ?? 63
    length += 1
  }
  return { bytes: bytes.subarray(0, length), lost: [...lost] }
}

/** The bytes that were read as `encoding` once too often; null where a letter is none of it. */
function bytesBefore(text: string, encoding: string): Uint8Array | null {
  const encoder = encoderOf(encoding)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // Control characters stand for the bytes that a code page leaves free.
    const byte = code < 0xa0 ? code : encoder.get(text[index]!)
    if (byte === undefined) return null
    bytes[index] = byte
  }
  return bytes
}

const ONLY_LETTERS = /^[\x00-\x7fА-Яа-яЁёІіЇїЄєҐґ]*$/
const A_LETTER = /[А-Яа-яЁёІіЇїЄєҐґ]/

/**
 * Repairs UTF-8 that was taken for a code page and encoded once more ("РРІР°РЅ", "Ð˜Ð²Ð°Ð½"), when the whole text is so.
 * Short words of plain letters may be UTF-8 by chance («діє», «Лі»): those are repaired only into such letters.
 */
export function undouble(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text
  for (const encoding of ['windows-1251', 'windows-1252']) {
    const bytes = bytesBefore(text, encoding)
    if (!bytes || !isUtf8(bytes)) continue
    const repaired = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    if (!ONLY_LETTERS.test(text) || A_LETTER.test(repaired)) return repaired
  }
  return text
}
