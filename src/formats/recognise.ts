import { decoderOf } from './code-pages.js'
import { findEncoding } from './encoding.js'

/** What a file is by its content. `html`: a page, often one that calls itself `.xls`; `text`: CSV or the like. */
export type FileKind =
  | 'zip-workbook'
  | 'ole-workbook'
  | 'html'
  | 'xml'
  | 'vcard'
  | 'calendar'
  | 'json'
  | 'ldif'
  | 'text'
  | 'sqlite'
  | 'pdf'
  | 'image'
  | 'archive'
  /** A text or slides: DOCX, ODT, PPTX. */
  | 'document'
  | 'binary'

/** First bytes, as Latin-1, of what is not text. */
const MAGIC: readonly (readonly [RegExp, FileKind])[] = [
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'ole-workbook'],
  // Excel 2 to 4 have no container: a BOF record (MS-XLS 2.4.21) of 4 to 16 bytes begins the file.
  [/^\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00/, 'ole-workbook'],
  [/^SQLite format 3\0/, 'sqlite'],
  [/^(?:\xef\xbb\xbf)?\s*%PDF-/, 'pdf'],
  [/^\x89PNG\r\n/, 'image'],
  [/^\xff\xd8\xff[\xc0-\xfe]/, 'image'],
  [/^GIF8[79]a/, 'image'],
  [/^RIFF.{4}WEBP/s, 'image'],
  [/^BM.{4}\0{4}/s, 'image'],
  [/^(?:II\*\0|MM\0\*)/, 'image'],
  [/^.{4}ftyp(?:heic|heix|mif1|avif)/s, 'image'],
  [/^(?:\x1f\x8b\x08|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd)/, 'archive'],
  [/^.{257}ustar/s, 'archive'],
]

/** Beginnings of text that is more than lines; behind byte order marks, blank lines and comments. */
const BEGINNINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/^BEGIN\s*:\s*VCARD/i, 'vcard'],
  [/^BEGIN\s*:\s*VCALENDAR/i, 'calendar'],
  [/^(?:#[^\r\n]*[\r\n]\s*)*(?:version:\s*\d+\s+(?:#[^\r\n]*[\r\n]\s*)*)?dn::? ?\S/i, 'ldif'],
  [/^version:\s*1\s*$/i, 'ldif'],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|(?:html|head|meta|style|title|body|table|div|font|script|link)[\s>/])/i,
    'html',
  ],
  [/^<\?xml\s/i, 'xml'],
  [/^<(?:ss:)?Workbook\s/, 'xml'],
]

const TOKEN = /\s*(?:([[{])|([\]}])|[,:]|"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/y
const CUT_TOKEN = /\s*(?:"(?:[^"\\]|\\.?)*|[a-z]*|-)$/y
const TOKENS = 40

/** Whether the first tokens are those of JSON, also of a value a line; `[Name],[Phone]` is not. */
function looksLikeJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  let depth = 0
  TOKEN.lastIndex = 0
  for (let tokens = 0; tokens < TOKENS; tokens += 1) {
    const at = TOKEN.lastIndex
    if (depth === 0 && tokens > 0) return /^\s*(?:$|\s[[{])/.test(text.slice(at, at + 200))
    const token = TOKEN.exec(text)
    if (!token) {
      CUT_TOKEN.lastIndex = at
      return CUT_TOKEN.test(text)
    }
    depth += token[1] ? 1 : token[2] ? -1 : 0
  }
  return true
}

function kindOfZip(bytes: string): FileKind {
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(bytes)) return 'zip-workbook'
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.(?:text|presentation|graphics)/.test(bytes)) return 'document'
  if (/(?:^|[^a-z])(?:word|ppt|visio)\//.test(bytes) && !bytes.includes('xl/')) return 'document'
  return /(?:xl\/|\[Content_Types\]\.xml)/.test(bytes) ? 'zip-workbook' : 'archive'
}

/** A text may have a stray control character here and there; every tenth byte of anything else is one. */
function hasFewControls(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes)
    if ((byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27) || byte === 127) controls += 1
  return controls <= 3 + bytes.length / 50
}

/** What a file is, by its first 64 KB and never by its name. */
export function recognise(head: Uint8Array): FileKind {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(bytes)) return kindOfZip(bytes)
  const magic = MAGIC.find(([start]) => start.test(bytes))
  if (magic) return magic[1]
  const { encoding } = findEncoding(head)
  if (!encoding.startsWith('utf-16') && !hasFewControls(head)) return 'binary'
  return kindOfText(lenient(encoding, head).replace(/^[\ufeff\s]+/, ''))
}

/** The end of a head may cut a letter, and damage is not for here to find. */
const lenient = (encoding: string, head: Uint8Array): string =>
  encoding.startsWith('utf') ? new TextDecoder(encoding).decode(head) : decoderOf(encoding).decode(head)

function kindOfText(text: string): FileKind {
  const found = BEGINNINGS.find(([start]) => start.test(text))
  if (found) return found[1]
  return looksLikeJson(text) ? 'json' : 'text'
}
