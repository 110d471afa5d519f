// Hostile text: tables, cards, directories and records that are too large, too deep, or of no encoding, and files of other kinds.
import { closeSync, openSync, writeSync } from 'node:fs'
import { deflateRawSync, gzipSync } from 'node:zlib'

const MEGABYTE = 2 ** 20
/** A file written in pieces, so that it never stands in memory whole. */
function written(file, pieces) {
  const handle = openSync(file, 'w')
  for (const piece of pieces) writeSync(handle, piece)
  closeSync(handle)
}
function* times(piece, count) {
  for (let index = 0; index < count; index += 1) yield piece
}

const csv = 'Name,Phone\r\nAnna Ivanova,+44 20 7946 0958\r\n'
const card = (lines) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Ivanova\r\n${lines}END:VCARD\r\n`
const utf32 = (text, order) => {
  const bytes = Buffer.alloc(text.length * 4)
  for (let at = 0; at < text.length; at += 1)
    if (order === 'le') bytes.writeUInt32LE(text.charCodeAt(at), at * 4)
    else bytes.writeUInt32BE(text.charCodeAt(at), at * 4)
  return bytes
}
/** CP037, near enough to be junk: letters where EBCDIC has them. */
const ebcdic = (text) =>
  Buffer.from([...text].map((letter) => (letter === '\n' ? 0x25 : (letter.charCodeAt(0) + 0x80) & 0xff)))

/** What it is, its file's ending, whether a refusal is a must, and how it is made: bytes, text, or pieces written one by one. */
export const TEXT_FILES = [
  ['a CSV of one line of 200 MB', 'csv', 'either', (_, file) => written(file, times(Buffer.alloc(MEGABYTE, 'x'), 200))],
  [
    'a CSV of one line of 200 MB of quotes',
    'csv',
    'either',
    (_, file) => written(file, times(Buffer.alloc(MEGABYTE, '"'), 200)),
  ],
  [
    'a CSV whose quote is closed nowhere, of 100 MB',
    'csv',
    'refused',
    (_, file) =>
      written(file, ['Name,Note\r\nAnna,"', ...times(Buffer.from('a line, and another\r\n'.repeat(50_000)), 100)]),
  ],
  ['a CSV of a million columns', 'csv', 'either', () => `${'a,'.repeat(1_000_000)}\r\n${'1,'.repeat(1_000_000)}\r\n`],
  [
    'a CSV of 100,000 columns, each named',
    'csv',
    'either',
    () =>
      `Name,${Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',')}\r\nAnna,${Array.from({ length: 100_000 }, (_, index) => index).join(',')}\r\n`,
  ],
  [
    'a CSV of ten million empty lines',
    'csv',
    'either',
    (_, file) => written(file, [csv, ...times(Buffer.alloc(MEGABYTE, '\n'), 10), csv]),
  ],
  [
    'a CSV with a new line in the encoding of each',
    'csv',
    'either',
    () =>
      Buffer.concat([
        Buffer.from('Name,City\r\nАнна,Київ\r\n'),
        Buffer.from([0xc0, 0xed, 0xed, 0xe0, 0x2c, 0xff, 0xfe, 0x80, 0x0d, 0x0a]),
        Buffer.from('Яна,Львів\r\n', 'utf16le'),
      ]),
  ],
  ['a CSV in UTF-16 without a mark', 'csv', 'either', () => Buffer.from(csv.repeat(20), 'utf16le')],
  [
    'a CSV in UTF-16, cut inside a letter',
    'csv',
    'either',
    () => Buffer.concat([Buffer.from('\ufeffName\r\nАнна', 'utf16le'), Buffer.from([0x3d])]),
  ],
  [
    'a CSV in UTF-16 with halves of letters',
    'csv',
    'either',
    () => Buffer.from('\ufeffName,Phone\r\nA\ud800nna,+44 20 7946 0958\r\n\udc00B,+44 20 7946 0959\r\n', 'utf16le'),
  ],
  [
    'a CSV in UTF-32 with its mark',
    'csv',
    'either',
    () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32(csv, 'le')]),
  ],
  ['a CSV in UTF-32 without a mark', 'csv', 'either', () => utf32(csv, 'be')],
  [
    'bytes that are no UTF-8',
    'csv',
    'either',
    () =>
      Buffer.concat([
        Buffer.from('\ufeffName,Phone\r\n'),
        Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf8, 0x88, 0x80, 0x80, 0x80, 0xc0, 0x80]),
        Buffer.from(',+44 20 7946 0958\r\n'),
      ]),
  ],
  ['EBCDIC', 'csv', 'either', () => ebcdic(csv.repeat(10))],
  ['zeros, 50 MB of them', 'csv', 'either', (_, file) => written(file, times(Buffer.alloc(MEGABYTE), 50))],
  [
    'random bytes',
    'csv',
    'either',
    (roll) => Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(roll() * 256))),
  ],
  ['a gzip', 'csv', 'refused', () => gzipSync(csv)],
  [
    'a 7z',
    'csv',
    'refused',
    () => Buffer.concat([Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), deflateRawSync(csv)]),
  ],
  [
    'a RAR',
    'csv',
    'refused',
    () => Buffer.concat([Buffer.from('Rar!\u001a\u0007\u0001\0', 'latin1'), Buffer.alloc(100)]),
  ],
  ['a PDF', 'csv', 'refused', () => '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
  [
    'a picture',
    'csv',
    'refused',
    () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(1000)]),
  ],
  ['a card of a million folded lines', 'vcf', 'either', () => card(`NOTE:x\r\n${' y\r\n'.repeat(1_000_000)}`)],
  [
    'a card with a photo of 100 MB',
    'vcf',
    'either',
    (_, file) =>
      written(file, [
        'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Ivanova\r\nPHOTO;ENCODING=b:',
        ...times(Buffer.alloc(MEGABYTE, 'A'), 100),
        '\r\nEND:VCARD\r\n',
      ]),
  ],
  [
    'a card of 200,000 phones',
    'vcf',
    'either',
    () => card(Array.from({ length: 200_000 }, (_, index) => `TEL:+44${2_000_000_000 + index}\r\n`).join('')),
  ],
  ['a card with 100,000 parameters', 'vcf', 'either', () => card(`TEL${';TYPE=x'.repeat(100_000)}:1\r\n`)],
  ['cards that never end', 'vcf', 'either', () => 'BEGIN:VCARD\r\nFN:A\r\n'.repeat(100_000)],
  [
    'an LDIF of a million values',
    'ldif',
    'either',
    () =>
      `dn: cn=x\ncn: Anna Ivanova\n${Array.from({ length: 300_000 }, (_, index) => `mail: a${index}@example.com\n`).join('')}`,
  ],
  [
    'an LDIF of 200,000 attributes',
    'ldif',
    'either',
    () => `dn: cn=x\ncn: Anna Ivanova\n${Array.from({ length: 200_000 }, (_, index) => `a${index}: x\n`).join('')}`,
  ],
  [
    'an LDIF line folded a million times',
    'ldif',
    'either',
    () => `dn: cn=x\ncn: Anna\nnote: x\n${' y\n'.repeat(1_000_000)}`,
  ],
  ['JSON 100,000 lists deep', 'json', 'either', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [
    'JSON 100,000 objects deep',
    'json',
    'either',
    () => `[{"name":"Anna","x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]`,
  ],
  [
    'JSON with 200,000 keys',
    'json',
    'either',
    () => `[{"name":"Anna",${Array.from({ length: 200_000 }, (_, index) => `"k${index}":1`).join(',')}}]`,
  ],
  [
    'JSON of the names of all objects',
    'json',
    'either',
    () =>
      '[{"name":"Anna Ivanova","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x","hasOwnProperty":"y"}]',
  ],
  [
    'NDJSON with a line of 100 MB',
    'ndjson',
    'either',
    (_, file) =>
      written(file, [
        '{"name":"Anna Ivanova","note":"',
        ...times(Buffer.alloc(MEGABYTE, 'x'), 100),
        '"}\n{"name":"Boris"}\n',
      ]),
  ],
  ['NDJSON of 300,000 broken lines', 'ndjson', 'either', () => `{"name":"Anna"}\n${'{"name"\n'.repeat(300_000)}`],
]
