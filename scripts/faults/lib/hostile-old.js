// Hostile pages, old workbooks of Excel, and those of OpenDocument.
import { createRequire } from 'node:module'
import { long, odsOf, packed, record, short, zipOf } from './archives.js'

const LIBRARY = createRequire(import.meta.url)('xlsx')
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
  const at = head.length + 13 + 4
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

/** What it is, its file's ending, whether a refusal is a must, and how it is made: bytes, text, or pieces written one by one. */
export const OLD_FILES = [
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
]
