// Fifty files that nobody means well with, each made here: every one is refused with a sentence or read, within 20 seconds and
// 300 MB, and one that is refused leaves the base as it was.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { long, odsOf, packed, record, short, xlsxOf, zipOf } from './lib/archives.js'
import { contentOf, dice, environment, start } from './lib/hurt.js'

const PEAK = fileURLToPath(new URL('./lib/peak.cjs', import.meta.url))
const MEGABYTE = 2 ** 20
const SECONDS = 20
const MOST_MEMORY = 300
const LIBRARY = createRequire(import.meta.url)('xlsx')

const cell = (ref, text) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const HEAD = `<row r="1">${cell('A1', 'Name')}${cell('B1', 'Phone')}</row>`
const GOOD = `${HEAD}<row r="2">${cell('A2', 'Anna Ivanova')}${cell('B2', '+44 20 7946 0958')}</row>`
const sheet = (rows, more = '') => `<sheetData>${rows}</sheetData>${more}`
/** A file written in pieces, so that it never stands in memory whole. */
function written(file, pieces) {
  const handle = openSync(file, 'w')
  for (const piece of pieces) writeSync(handle, piece)
  closeSync(handle)
}
function* times(piece, count) {
  for (let index = 0; index < count; index += 1) yield piece
}

const zip64 = (unpacked, size) => {
  const field = Buffer.alloc(20)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(16, 2)
  field.writeBigUInt64LE(unpacked, 4)
  field.writeBigUInt64LE(size, 12)
  return field
}

function bomb() {
  let inner = Buffer.alloc(MEGABYTE)
  for (let level = 0; level < 6; level += 1)
    inner = zipOf(Array.from({ length: 10 }, (_, index) => [`${level}-${index}.zip`, packed(inner)]))
  return inner
}

function ole(streams) {
  const container = LIBRARY.CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) LIBRARY.CFB.utils.cfb_add(container, name, content)
  return LIBRARY.CFB.write(container, { type: 'buffer' })
}

const BOF = record(0x0809, short(0x0600), short(5), short(0), short(0), Buffer.alloc(8))
const SHEET_BOF = record(0x0809, short(0x0600), short(0x10), short(0), short(0), Buffer.alloc(8))
const EOF = record(0x0a)
const bound = (at) => record(0x85, long(at), short(0), [1, 0, 0x41])
const xls = (globals, records) => {
  const head = Buffer.concat([BOF, globals])
  const at = head.length + 11 + 4
  return ole({ '/Workbook': Buffer.concat([head, bound(at), EOF, SHEET_BOF, ...records, EOF, Buffer.alloc(4096)]) })
}
const label = (row, column, text) =>
  record(0x0204, short(row), short(column), short(0), short(text.length), [0], Buffer.from(text))

const workbook = (bookType) => {
  const rows = [
    ['Name', 'Phone'],
    ...Array.from({ length: 40 }, (_, index) => [`Anna ${index}`, `+4420794609${10 + index}`]),
  ]
  return LIBRARY.write(
    { SheetNames: ['A'], Sheets: { A: LIBRARY.utils.aoa_to_sheet(rows) } },
    { type: 'buffer', bookType },
  )
}

/** Bytes changed here and there behind the first `from`. */
function damaged(bytes, roll, changes, from = 512) {
  const copy = Buffer.from(bytes)
  for (let change = 0; change < changes; change += 1)
    copy[from + Math.floor(roll() * (copy.length - from))] = Math.floor(roll() * 256)
  return copy
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
const FILES = [
  ['a sheet of 1 GB of zeros', 'xlsx', 'refused', () => xlsxOf(packed(Buffer.alloc(MEGABYTE), { times: 1024 }))],
  [
    'a sheet of 1 GB that claims 1 KB',
    'xlsx',
    'refused',
    () => xlsxOf(packed(Buffer.alloc(MEGABYTE), { times: 1024, claims: { unpacked: 1000 } })),
  ],
  ['a sheet of 250 MB of spaces', 'xlsx', 'either', () => xlsxOf(packed(Buffer.alloc(MEGABYTE, 32), { times: 250 }))],
  [
    'a sheet of 250 MB of one empty row again and again',
    'xlsx',
    'either',
    () => xlsxOf(packed('<row></row>'.repeat(95_000), { times: 250 })),
  ],
  [
    'strings of 240 MB that nobody uses',
    'xlsx',
    'either',
    () =>
      xlsxOf(sheet(GOOD), {
        parts: { 'xl/sharedStrings.xml': packed(`<si><t>${'x'.repeat(1000)}</t></si>`.repeat(1000), { times: 240 }) },
      }),
  ],
  [
    'styles of 200 MB',
    'xlsx',
    'either',
    () =>
      xlsxOf(sheet(GOOD), {
        parts: { 'xl/styles.xml': packed('<xf numFmtId="1" fillId="1"/>'.repeat(35_000), { times: 200 }) },
      }),
  ],
  ['an archive in an archive, six deep', 'zip', 'refused', bomb],
  [
    'an archive of 65,000 members',
    'xlsx',
    'refused',
    () => zipOf(Array.from({ length: 65_000 }, (_, index) => [`xl/${index}.xml`, packed('x', { raw: true })])),
  ],
  [
    'members that share their bytes',
    'xlsx',
    'refused',
    () =>
      zipOf([
        ['xl/workbook.xml', packed(Buffer.alloc(MEGABYTE), { times: 200 })],
        ...Array.from({ length: 100 }, (_, index) => [
          `xl/${index}.xml`,
          { ...packed(Buffer.alloc(MEGABYTE), { times: 200 }), parts: [], at: 0 },
        ]),
      ]),
  ],
  [
    'a member that claims to be packed to 4 GB',
    'xlsx',
    'refused',
    () => xlsxOf({ ...packed('<worksheet/>'), size: 0xfffffff0 }),
  ],
  [
    'sizes of 2^63 in the fields for large files',
    'xlsx',
    'refused',
    () =>
      xlsxOf({ ...packed('<worksheet/>'), unpacked: 0xffffffff, size: 0xffffffff, extra: zip64(2n ** 63n, 2n ** 63n) }),
  ],
  [
    'more entries than there are',
    'xlsx',
    'refused',
    () => zipOf([['xl/workbook.xml', packed('<workbook/>')]], { entries: 20_000 }),
  ],
  [
    'names that climb out of the folder',
    'xlsx',
    'either',
    () =>
      xlsxOf(sheet(GOOD), {
        parts: {
          '../../../../tmp/clientele-climbed.xml': packed('x'),
          '/etc/clientele-climbed.xml': packed('x'),
          'xl\\..\\..\\x.xml': packed('x'),
        },
      }),
  ],
  ['an archive that is encrypted', 'xlsx', 'refused', () => zipOf([['xl/workbook.xml', { ...packed('x'), flags: 1 }]])],
  [
    'a billion laughs',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        packed(
          `<!DOCTYPE a [${Array.from({ length: 12 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('')}<!ENTITY e0 "ha">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&e12;</v></c></row></sheetData></worksheet>`,
        ),
      ),
  ],
  [
    'one entity of 1 MB, named 100,000 times',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        packed(
          `<!DOCTYPE a [<!ENTITY e "${'x'.repeat(MEGABYTE)}">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'&e;'.repeat(100_000)}</v></c></row></sheetData></worksheet>`,
        ),
      ),
  ],
  [
    'entities from outside',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        packed(
          '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1:9/x">%y;]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Name</v></c></row><row r="2"><c r="A2" t="str"><v>&x;</v></c></row></sheetData></worksheet>',
        ),
      ),
  ],
  [
    'the farthest cell of a sheet',
    'xlsx',
    'either',
    () => xlsxOf(sheet(`${GOOD}<row r="1048576">${cell('XFD1048576', 'x')}</row>`)),
  ],
  [
    'the farthest cell of each of 20,000 rows',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        sheet(
          HEAD +
            Array.from(
              { length: 20_000 },
              (_, index) => `<row r="${index + 2}">${cell(`XFD${index + 2}`, 'x')}</row>`,
            ).join(''),
        ),
      ),
  ],
  [
    'cells beyond the end of a sheet',
    'xlsx',
    'either',
    () => xlsxOf(sheet(`${GOOD}<row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row>`)),
  ],
  [
    'a million merged cells',
    'xlsx',
    'either',
    () => xlsxOf(sheet(GOOD, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1_000_000)}</mergeCells>`)),
  ],
  [
    'rules for whole sheets',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        sheet(
          GOOD,
          `<dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation>'.repeat(50_000)}</dataValidations>${'<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting>'.repeat(50_000)}`,
        ),
      ),
  ],
  [
    'links and columns over whole sheets',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(10_000)}</cols>${sheet(GOOD, `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="a"/>'.repeat(10_000)}</hyperlinks>`)}`,
      ),
  ],
  [
    'one row in a thousand of a million',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        sheet(
          HEAD +
            Array.from(
              { length: 1000 },
              (_, index) => `<row r="${(index + 1) * 1000}">${cell(`A${(index + 1) * 1000}`, `Anna ${index}`)}</row>`,
            ).join(''),
        ),
      ),
  ],
  [
    '100,000 sheets',
    'xlsx',
    'either',
    () =>
      xlsxOf(sheet(GOOD), {
        sheets: Array.from(
          { length: 100_000 },
          (_, index) => `<sheet name="S${index}" sheetId="${index}" r:id="r1"/>`,
        ).join(''),
      }),
  ],
  [
    '10,000 sheets, each a file',
    'xlsx',
    'either',
    () =>
      xlsxOf(sheet(GOOD), {
        sheets: Array.from(
          { length: 10_000 },
          (_, index) => `<sheet name="S${index}" sheetId="${index}" r:id="s${index}"/>`,
        ).join(''),
        parts: {
          'xl/_rels/workbook.xml.rels': packed(
            `<Relationships>${Array.from({ length: 10_000 }, (_, index) => `<Relationship Id="s${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s${index}.xml"/>`).join('')}</Relationships>`,
          ),
          ...Object.fromEntries(
            Array.from({ length: 10_000 }, (_, index) => [
              `xl/worksheets/s${index}.xml`,
              packed(`<worksheet>${sheet(GOOD)}</worksheet>`),
            ]),
          ),
        },
      }),
  ],
  [
    'strings that are not there',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        sheet(
          `${HEAD}<row r="2"><c r="A2" t="s"><v>4000000000</v></c><c r="B2" t="s"><v>-1</v></c><c r="C2" t="s"><v>__proto__</v></c></row>`,
        ),
        {
          parts: {
            'xl/sharedStrings.xml': packed('<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>'),
          },
        },
      ),
  ],
  ['XML a million tags deep', 'xlsx', 'either', () => xlsxOf(sheet('<row>'.repeat(1_000_000)))],
  ['a table of tables, 300,000 deep', 'html', 'either', () => '<table>'.repeat(300_000)],
  [
    'a page of a million cells',
    'html',
    'either',
    () => `<table><tr><td>Name<td>Phone</tr>${'<tr><td>A<td>1'.repeat(500_000)}</table>`,
  ],
  [
    'cells that span a billion',
    'html',
    'either',
    () => `<table><tr><td>Name<td>Phone<tr><td colspan=1000000000 rowspan=1000000000>Anna<td>x</table>`,
  ],
  [
    'a thousand cells that span 65,534 rows each',
    'html',
    'either',
    () => `<table><tr>${'<td colspan=1000 rowspan=65534>x'.repeat(1000)}${'<tr><td>x'.repeat(50_000)}</table>`,
  ],
  ['a page whose quotes are never closed', 'html', 'either', () => `<table>${'<td "'.repeat(1_000_000)}`],
  ['half an .xls', 'xls', 'refused', () => workbook('biff8').subarray(0, 2000)],
  ['an .xls with changed bytes', 'xls', 'either', (roll) => damaged(workbook('biff8'), roll, 60)],
  [
    'an .xls whose strings claim to be 4 billion',
    'xls',
    'either',
    () =>
      xls(record(0xfc, long(0xffffffff), long(0xffffffff), short(0xffff), [0], Buffer.alloc(2000, 65)), [
        label(0, 0, 'Name'),
        label(1, 0, 'Anna'),
      ]),
  ],
  [
    'an .xls with cells at the far end of every row',
    'xls',
    'either',
    () =>
      xls(
        Buffer.alloc(0),
        Array.from({ length: 65_535 }, (_, row) => label(row, 255, 'x')),
      ),
  ],
  [
    'an .xls with merges by the ten thousand',
    'xls',
    'either',
    () =>
      xls(Buffer.alloc(0), [
        label(0, 0, 'Name'),
        ...Array.from({ length: 3000 }, () =>
          record(
            0xe5,
            short(1000),
            Buffer.concat(
              Array.from({ length: 1000 }, () => Buffer.concat([short(0), short(65_535), short(0), short(255)])),
            ),
          ),
        ),
      ]),
  ],
  [
    'an .xls with rows of formulas that name each other',
    'xls',
    'either',
    () =>
      xls(
        Buffer.alloc(0),
        Array.from({ length: 60_000 }, (_, row) =>
          record(
            0x06,
            short(row),
            short(0),
            short(0),
            Buffer.alloc(8, 0xff),
            short(0),
            long(0),
            short(5),
            [0x44, 0, 0, 0, 0],
          ),
        ),
      ),
  ],
  [
    'a container whose sectors go in a circle',
    'xls',
    'either',
    () => {
      const bytes = Buffer.from(workbook('biff8'))
      const table = (bytes.readUInt32LE(76) + 1) * 512
      for (let at = table; at < table + 512; at += 4) bytes.writeUInt32LE(0, at)
      return bytes
    },
  ],
  [
    'a container of a billion sectors',
    'xls',
    'either',
    () => {
      const bytes = Buffer.from(workbook('biff8'))
      bytes.writeUInt32LE(0x3fffffff, 44)
      bytes.writeUInt32LE(0x3fffffff, 72)
      return bytes
    },
  ],
  [
    'an .xls that is encrypted',
    'xls',
    'refused',
    () => ole({ '/Workbook': Buffer.concat([BOF, record(0x2f, short(1), short(1), short(1)), Buffer.alloc(5000)]) }),
  ],
  [
    'an .xlsx that is encrypted',
    'xlsx',
    'refused',
    () => ole({ '/EncryptedPackage': Buffer.alloc(50_000), '/EncryptionInfo': Buffer.alloc(500) }),
  ],
  [
    'an .xlsb with changed bytes',
    'xlsb',
    'either',
    (roll) => {
      const book = LIBRARY.CFB.read(workbook('xlsb'), { type: 'buffer' })
      return zipOf(
        book.FullPaths.flatMap((path, index) => {
          const content = book.FileIndex[index].content
          return path.endsWith('/') || !content
            ? []
            : [
                [
                  path.replace(/^Root Entry\//, ''),
                  packed(/sheet1\.bin$/.test(path) ? damaged(Buffer.from(content), roll, 40, 0) : Buffer.from(content)),
                ],
              ]
        }),
      )
    },
  ],
  [
    'an .xlsb whose records claim 256 MB',
    'xlsb',
    'either',
    () => {
      const book = LIBRARY.CFB.read(workbook('xlsb'), { type: 'buffer' })
      return zipOf(
        book.FullPaths.flatMap((path, index) => {
          const content = book.FileIndex[index].content
          return path.endsWith('/') || !content
            ? []
            : [
                [
                  path.replace(/^Root Entry\//, ''),
                  packed(
                    /(?:sharedStrings|sheet1)\.bin$/.test(path)
                      ? Buffer.concat([
                          Buffer.from(content).subarray(0, 20),
                          Buffer.from([0x9f, 0x01, 0xff, 0xff, 0xff, 0x7f]),
                          Buffer.alloc(2000, 255),
                        ])
                      : Buffer.from(content),
                  ),
                ],
              ]
        }),
      )
    },
  ],
  [
    'an .ods of a billion repeated cells',
    'ods',
    'either',
    () =>
      odsOf(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
  ],
  [
    'an .ods of a million rows of two repeated cells',
    'ods',
    'either',
    () =>
      odsOf(
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
  ],
  [
    'an .ods whose spaces are numbers',
    'ods',
    'either',
    () =>
      odsOf(
        `<table:table-row><table:table-cell><text:p>${'<text:s text:c="99999"/>'.repeat(90)}</text:p></table:table-cell></table:table-row>`.repeat(
          1000,
        ),
      ),
  ],
  [
    'an .ods with changed bytes',
    'ods',
    'either',
    (roll) =>
      odsOf(
        packed(
          damaged(
            Buffer.from(
              LIBRARY.write(
                { SheetNames: ['A'], Sheets: { A: LIBRARY.utils.aoa_to_sheet([['Name'], ['Anna']]) } },
                { type: 'buffer', bookType: 'fods' },
              ),
            ),
            roll,
            30,
            0,
          ),
        ),
      ),
  ],
  [
    'XML of a workbook, a million styles',
    'xml',
    'either',
    () =>
      `<?xml version="1.0"?><Workbook xmlns:ss="x">${'<Style ss:ID="a"><NumberFormat ss:Format="0"/></Style>'.repeat(300_000)}<Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell></Row></Table></Worksheet></Workbook>`,
  ],
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

const QUICK = [
  'a sheet of 1 GB that claims 1 KB',
  'a billion laughs',
  'names that climb out of the folder',
  'an .xls with changed bytes',
  'an .xls whose strings claim to be 4 billion',
  'an .ods of a billion repeated cells',
  'a CSV in UTF-32 without a mark',
  'JSON of the names of all objects',
  'JSON 100,000 objects deep',
  'an .xlsx that is encrypted',
]

/** What the processes that another has started hold and have worked so far, as Linux tells it. */
function lookAt(pid, known) {
  try {
    for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean)) {
      const megabytes = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'latin1'))?.[1] ?? 0) / 1024
      const fields = readFileSync(`/proc/${child}/stat`, 'latin1').split(') ').at(-1).split(' ')
      const before = known.get(child)?.megabytes ?? 0
      // One that has ended and was not yet asked for has no memory any more.
      known.set(child, { megabytes: Math.max(before, megabytes), cpu: (Number(fields[11]) + Number(fields[12])) / 100 })
    }
  } catch {
    // It has ended meanwhile, or this is no Linux.
  }
}

export async function run({ quick, bin, seed, folder, say, only = null }) {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const peak = join(folder, 'peak')
  const env = environment(home, { FAULTS_PEAK: peak })
  const chosen = FILES.filter(([what]) => (only === null ? !quick || QUICK.includes(what) : what.includes(only)))
  const problems = []
  const most = { seconds: 0, megabytes: 0, refused: 0, read: 0 }
  const imported = async (base, file, name) => {
    rmSync(peak, { force: true })
    const began = performance.now()
    const command = [process.execPath, '-r', PEAK, bin, '--db', base, 'import', file, '--no-input', '--json']
    const { child, ended, outcome } = start([...command, '--rejects', `${file}.rejects`], { env, limit: 180_000 })
    const helpers = new Map()
    const watch = setInterval(() => lookAt(child.pid, helpers), 20)
    await ended
    clearInterval(watch)
    let own = [Number.NaN, Number.NaN]
    try {
      own = readFileSync(peak, 'utf8').split(' ').map(Number)
    } catch {
      // A process that was killed tells nothing, and that is a failure anyway.
    }
    const all = [{ megabytes: own[0], cpu: own[1] }, ...helpers.values()]
    const megabytes = all.reduce((sum, each) => sum + each.megabytes, 0)
    const cpu = all.reduce((sum, each) => sum + each.cpu, 0)
    // A machine that has much else to do is no fault of the program: what it worked counts, if that is less.
    const wall = (performance.now() - began) / 1000
    const seconds = Math.min(wall, Number.isNaN(cpu) ? wall : cpu)
    const { code, stdout, stderr, hung } = outcome
    say(
      `${name}: exit ${code}, ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB: ${(stderr || stdout).trim().split('\n')[0]?.slice(0, 110)}`,
    )
    return { code, stdout, stderr, hung, seconds, megabytes }
  }
  for (const [index, [what, ending, wanted, make]] of chosen.entries()) {
    const roll = dice(seed * 1000 + index)
    const base = join(folder, `${index}.db`)
    const file = join(folder, `hostile-${index}.${ending}`)
    const made = make(roll, file)
    if (made !== undefined) writeFileSync(file, made)
    await start([process.execPath, bin, '--db', base, 'add', 'Before All'], { env }).ended
    const before = await contentOf(base, join(folder, 'look.db'))
    const { code, stderr, hung, seconds, megabytes } = await imported(base, file, what)
    const wrong = []
    if (hung) wrong.push('hung')
    if (![0, 1, 2, 5, 6].includes(code)) wrong.push(`exit ${code}`)
    if (seconds > SECONDS) wrong.push(`${seconds.toFixed(1)} s`)
    if (!(megabytes <= MOST_MEMORY)) wrong.push(`${Math.round(megabytes)} MB`)
    if (/\n\s+at |bug in clientele/.test(stderr)) wrong.push('a stack trace')
    const isRefused = code !== 0 && code !== 6
    if (wanted === 'refused' && !isRefused) wrong.push('was read')
    try {
      const after = await contentOf(base, join(folder, 'look.db'))
      if (isRefused) {
        if (after !== before) wrong.push('the base changed')
        // What is below the first line are names to choose from, and what to do.
        if (!/^\S.*[.?:]$/.test(stderr.split('\n')[0] ?? '')) wrong.push('no sentence')
      }
    } catch (error) {
      wrong.push(`the base is not whole: ${error.message}`)
    }
    if (wrong.length > 0) {
      problems.push(`${what}: ${wrong.join(', ')}`)
      say(`  WRONG: ${wrong.join(', ')}`)
    }
    most.seconds = Math.max(most.seconds, seconds)
    most.megabytes = Math.max(most.megabytes, megabytes || 0)
    most[isRefused ? 'refused' : 'read'] += 1
    for (const each of ['', '-wal', '-shm']) rmSync(base + each, { force: true })
    rmSync(file, { force: true })
    rmSync(`${file}.rejects`, { force: true })
  }
  return [
    {
      what: `${chosen.length} hostile files, refused or read within ${SECONDS} s and ${MOST_MEMORY} MB, the base whole`,
      figure: `${most.refused} refused, ${most.read} read, at most ${most.seconds.toFixed(1)} s and ${Math.round(most.megabytes)} MB${problems.length > 0 ? `; ${problems.join('; ')}` : ''}`,
      ok: problems.length === 0,
    },
  ]
}
