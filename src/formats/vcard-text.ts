import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { FormatError } from './table.js'

/** Text in which every character stands for one byte. */
export type ByteText = string

/** What bytes mean: valid UTF-8 is that, whatever is said; else the charset that is named; else the fallback. */
export type Decode = (bytes: ByteText, charset: string | null) => string

const ASCII = /^[\x00-\x7f]*$/

const decoders = new Map<string, TextDecoder | null>()

function decoderNamed(charset: string): TextDecoder | null {
  let decoder = decoders.get(charset)
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(charset)
    } catch {
      decoder = null
    }
    // Charsets come out of the file; there is no end to what it may name.
    if (decoders.size < 100) decoders.set(charset, decoder)
  }
  return decoder
}

export function decodeWith(fallback: string): Decode {
  const last = decoderNamed(fallback) ?? new TextDecoder('windows-1251')
  return (text, charset) => {
    if (ASCII.test(text)) return text
    const bytes = Buffer.from(text, 'latin1')
    if (isUtf8(bytes)) return bytes.toString('utf8')
    const named = charset === null ? null : decoderNamed(charset)
    return (named === null || named.encoding === 'utf-8' ? last : named).decode(bytes)
  }
}

/** Quoted-printable, as bytes. A sign that begins no pair of digits stays as it is; one at the end was a soft break. */
export function fromQuotedPrintable(text: ByteText): ByteText {
  if (!text.includes('=')) return text
  const bytes = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const pair = code === 0x3d ? hexDigit(text.charCodeAt(index + 1)) * 16 + hexDigit(text.charCodeAt(index + 2)) : -1
    if (pair >= 0) index += 2
    bytes[length] = pair >= 0 ? pair : code
    length += 1
  }
  return bytes.toString('latin1', 0, length).replace(/=[ \t]*$/, '')
}

/** The value of a digit, or a number so small that no pair with it is positive. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code & ~0x20
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1000
}

/** Bytes as UTF-8 or single bytes, without byte order mark: UTF-16 and whatever the user names is brought to UTF-8. */
export function plainBytes(bytes: Uint8Array, encoding: string | undefined): Buffer {
  const [first, second, third] = bytes
  const marked = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes
  const buffer = Buffer.from(marked.buffer, marked.byteOffset, marked.byteLength)
  const name = encoding ?? utf16Of(bytes)
  if (name === null) return buffer
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(name, { fatal: true })
  } catch {
    throw new FormatError('unknown-encoding', null, name)
  }
  if (decoder.encoding === 'utf-8' && isUtf8(buffer)) return buffer
  try {
    return Buffer.from(decoder.decode(bytes), 'utf8')
  } catch {
    throw new FormatError('encoding', null, name)
  }
}

/** UTF-16 by its mark, or by the NUL beside the first letter. */
function utf16Of([first, second]: Uint8Array): string | null {
  if ((first === 0xff && second === 0xfe) || (first !== undefined && first > 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second > 0) ? 'utf-16be' : null
}

/** Splits at separators that have no backslash before them; the parts keep their escapes. */
export function splitEscaped(text: string, separator: ';' | ','): string[] {
  if (!text.includes('\\')) return text.split(separator)
  const parts: string[] = []
  let start = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === separator) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Takes escapes away; `breaks` says whether `\n` is a line break, which it is not in quoted-printable text. */
export function unescaped(text: string, breaks: boolean): string {
  if (!text.includes('\\')) return text
  return text.replace(breaks ? /\\([\\;,:nN])/g : /\\([\\;,:])/g, (_, letter: string) =>
    letter === 'n' || letter === 'N' ? '\n' : letter,
  )
}
