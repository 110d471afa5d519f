import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCp1251 } from '../../src/formats/code-pages.js'
import { type FileKind, recognise } from '../../src/formats/recognise.js'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
/** The beginning of a zip file whose first entries have these names. */
const zip = (...names: string[]): Uint8Array =>
  Buffer.concat(
    names.map((name) =>
      latin1(
        `PK\x03\x04\x14\0\0\0\x08\0\0\0!\0abcd\x10\0\0\0\x10\0\0\0${String.fromCharCode(name.length)}\0\0\0${name}\x01\x02\x03`,
      ),
    ),
  )

describe('recognise', () => {
  test.each<[FileKind, string, Uint8Array]>([
    ['zip-workbook', 'xlsx', zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
    ['zip-workbook', 'xlsx with its sheet first', zip('xl/worksheets/sheet1.xml')],
    ['zip-workbook', 'ods', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'content.xml')],
    ['document', 'docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['document', 'odt', zip('mimetypeapplication/vnd.oasis.opendocument.text', 'content.xml')],
    ['archive', 'zip of something', zip('clients.csv')],
    ['archive', 'gzip', gzipSync('name,phone\n')],
    ['archive', 'rar', latin1('Rar!\x1a\x07\x01\0')],
    ['archive', '7z', latin1('7z\xbc\xaf\x27\x1c\0\x04')],
    ['ole-workbook', 'xls', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
    ['ole-workbook', 'an xls of Excel 4', latin1('\x09\x04\x06\0\0\0\x10\0')],
    ['sqlite', 'a base', latin1('SQLite format 3\0\x10\0')],
    ['pdf', 'PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
    ['image', 'PNG', latin1('\x89PNG\r\n\x1a\n')],
    ['image', 'JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['image', 'GIF', latin1('GIF89a\x01\0')],
    ['binary', 'a program', latin1('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0\x01\0\0\0')],
    ['html', 'a page', Buffer.from('<!DOCTYPE html>\n<html>')],
    ['html', 'capitals', Buffer.from('<HTML><BODY>')],
    ['html', 'a table', Buffer.from('\ufeff\n<table border=1><tr><td>ФИО')],
    [
      'html',
      'meta of Excel',
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
    ],
    ['html', 'behind a comment', Buffer.from('<!-- 1C --> <style>td{}</style>')],
    ['html', 'XHTML', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">')],
    ['html', 'in UTF-16', utf16('\ufeff<html><table>')],
    ['xml', 'Excel 2003', Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook')],
    ['vcard', '3.0', Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\n')],
    ['vcard', 'small letters behind blank lines', Buffer.from('\ufeff\r\n\r\nbegin:vcard\n')],
    ['vcard', 'UTF-16 without mark', utf16('BEGIN:VCARD\nFN:Ёлкина\n')],
    ['vcard', 'UTF-16BE', utf16('\ufeffBEGIN:VCARD\nFN:Ёлкина\n', true)],
    ['json', 'an array', Buffer.from(' [ {"name": "Ёлкина"} ]')],
    ['json', 'an object', Buffer.from('{"about": "x", "contacts": {"list": [')],
    ['json', 'a value on each line', Buffer.from('{"id":1}\n{"id":2}\n')],
    ['json', 'empty', Buffer.from('[]')],
    ['json', 'cut in a text', Buffer.from('{"name": "Ёлк')],
    ['json', 'UTF-16', utf16('[{"name": "Ґалаґан"}]')],
    ['text', 'brackets in a header', Buffer.from('[Имя],[Телефон]\nЁлкина,1\n')],
    ['text', 'numbers in brackets', Buffer.from('[1],[2]\n')],
    ['text', 'braces in a header', Buffer.from('{name},{phone}\n')],
    ['ldif', 'dn', Buffer.from('dn: cn=Anna\ncn: Anna\n')],
    ['ldif', 'dn in base64', Buffer.from('dn:: Y249QW5uYQ==\n')],
    ['ldif', 'version and comments', Buffer.from('# book\nversion: 1\n\n# Anna\ndn: cn=Anna\n')],
    ['text', 'CSV', Buffer.from('ФИО;Телефон\nЁлкина;1\n')],
    ['text', 'cp1251', encodeCp1251('ФИО;Телефон\r\nЁлкина;1\r\n').bytes],
    ['text', 'UTF-16', utf16('\ufeffФИО\tТелефон\n')],
    ['text', 'UTF-16 without mark', utf16('ФИО\tТелефон\n')],
    ['text', 'UTF-16BE without mark', utf16('Ґалаґан;Їжак\n', true)],
    ['text', 'NULs', Buffer.from('ФИО;Город\r\nA\0B;X\r\nC;\0\r\n')],
    ['text', 'dn as a column', Buffer.from('dn;sn\na;b\n')],
    ['text', 'nothing', new Uint8Array()],
    ['text', 'a column of angles', Buffer.from('<ФИО>;<Телефон>\n')],
    ['text', 'BMW', Buffer.from('BMW;синий\nGIF;1\n')],
  ])('%s: %s', (kind, _, bytes) => expect(recognise(bytes)).toBe(kind))

  test('a head that ends inside a letter', () => {
    const head = Buffer.from('Ёлкина 🎂'.repeat(10_000)).subarray(0, 65_535)
    expect(recognise(head)).toBe('text')
  })

  test('noise is no text', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 2_654_435_761) >>> 24)
    expect(recognise(noise)).toBe('binary')
  })

  test('any bytes are something', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(recognise(bytes)).toMatch(/^[a-z-]+$/)
      }),
      { numRuns: 2000 },
    )
  })
})
