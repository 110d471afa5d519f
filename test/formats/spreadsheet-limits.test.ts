import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CFB, utils, write } from 'xlsx'
import { readWorkbook } from '../../src/formats/spreadsheet.js'
import { FormatError } from '../../src/formats/table.js'
import { unpack } from '../../src/formats/zip.js'
import { odsOf, packed, problemOf, record, shorts, xlsxOf } from './spreadsheet-maker.js'
import { type Packed, stored, zipOf } from './zip-packing.js'

const MEGABYTE = 2 ** 20
const problem = (bytes: Uint8Array): unknown => problemOf(() => readWorkbook(bytes))
const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url)))
const claiming = (size: number): Packed => ({ ...packed('x'), unpacked: size })
/** Another workbook than all others, of each format. */
const book = { SheetNames: ['Клиенты'], Sheets: { Клиенты: utils.aoa_to_sheet([['Ёлкина', 79160000001, true]]) } }
const formats = (['xlsx', 'xlsb', 'ods', 'fods', 'biff8', 'biff5', 'biff2', 'xlml', 'html'] as const).map(
  (bookType) => [bookType, write(book, { type: 'buffer', bookType }) as Buffer] as const,
)

describe('archives that unpack to too much', () => {
  test.each([
    ['a sheet of 700 MB by its own account', { 'xl/worksheets/sheet2.xml': claiming(700 * MEGABYTE) }, '700'],
    [
      'pictures of 600 MB together',
      Object.fromEntries(Array.from({ length: 40 }, (_, name) => [`xl/media/${name}`, claiming(15 * MEGABYTE)])),
      '601',
    ],
  ])('%s', (_, also, megabytes) => {
    expect(() => readWorkbook(xlsxOf({ sheet: '', also }))).toThrow(new FormatError('too-large', null, megabytes))
  })

  test('10 GB by the field for large files', () => {
    const zip = xlsxOf({ sheet: claiming(0xffffffff) })
    expect(problem(zip)).toBe('too-large')
  })

  test('a member that claims less than it holds is unpacked no further', () => {
    const bomb = packed('\0'.repeat(MEGABYTE), 260)
    expect(bomb.parts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(MEGABYTE)
    expect(problem(xlsxOf({ sheet: bomb }))).toBe('too-large')
    expect(problem(xlsxOf({ sheet: { ...bomb, unpacked: 1000 } }))).toBe('broken')
  })

  test('members that share their bytes', () => {
    const zip = zipOf(
      new Map([
        ['a', stored(Buffer.from('x'))],
        ['b', stored(Buffer.from('y'))],
      ]),
    )
    const second = zip.lastIndexOf(Buffer.from('PK\u0001\u0002'))
    zip.writeUInt32LE(0, second + 42)
    expect(problemOf(() => unpack(zip, /./))).toBe('broken')
  })

  test('a member with other bytes than it was packed with', () => {
    const zip = zipOf(new Map([['a', stored(Buffer.from('Anna'))]]))
    zip[zip.indexOf('Anna')] = 0x45
    expect(problemOf(() => unpack(zip, /./))).toBe('broken')
  })
})

describe('sheets that grow when they are read', () => {
  test.each([
    [
      'billions of cells that repeat',
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row>',
    ],
    [
      'spaces by the thousand',
      `<table:table-row><table:table-cell><text:p>${'<text:s text:c="1000"/>'.repeat(100)}</text:p></table:table-cell></table:table-row>`.repeat(
        7000,
      ),
    ],
  ])('%s', (_, rows) => expect(problem(odsOf(rows))).toBe('too-large'))

  test('a cell at the far end of each row', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`)
    const book = xlsxOf({ sheet: `<sheetData>${rows.join('')}</sheetData>` })
    // However much else the machine has to do.
    expect(problemOf(() => readWorkbook(book, () => 60_000))).toBe('too-large')
  })

  test('a row and a column far behind the last', () => {
    const row = '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row><row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'
    expect(readWorkbook(xlsxOf({ sheet: `<sheetData>${row}</sheetData>` })).sheets[0]?.rows).toEqual([])
  })

  test('tables in tables', () => expect(problem(Buffer.from('<table>'.repeat(300_000)))).toBeNull())

  test('entities that name entities', () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>'
    expect(readWorkbook(xlsxOf({ sheet: packed(laughs) })).sheets[0]?.rows[0]?.cells).toEqual(['&c;'])
  })

  test('a page of more than 128 MB', () => {
    const bytes = Buffer.alloc(129 * MEGABYTE, ' ')
    bytes.write('<table>')
    expect(() => readWorkbook(bytes)).toThrow(new FormatError('too-large', null, '129'))
  })

  // Each was slow by the square of its length once, and would run for hours.
  test.each([
    ['quotes that nobody closes', '<table>', '<a "', ''],
    ['declarations', '<table>', '<!doctype>', ''],
    ['declarations with a list that nobody closes', '<table>', '<!doctype [>', ''],
    ['hard spaces', '<table><tr><td>x', '&nbsp;', 'x'],
    ['ampersands', '<table><tr><td>', '&', ''],
    [
      'brackets in a format',
      '<Workbook><Style ss:ID="a"><NumberFormat ss:Format="',
      '[',
      '"/></Style><Worksheet ss:Name="a"></Worksheet></Workbook>',
    ],
  ])('%s by the million', (_, before, middle, after) => {
    expect(problem(Buffer.from(before + middle.repeat(1_000_000) + after))).toBeOneOf([null, 'broken'])
  })
})

/** An .xls of 3.5 KB that the fuzzer below once damaged so that the library read it for four minutes. */
const HANGING = inflateRawSync(
  Buffer.from(
    '7ZfPTxNBFMc/OztrS6FlS8EImqbuRQMRkQoiWqiNJwjRSLyZrBBMSrCQAAe5EX8cTfwDvHj06FEPin+A0ejNg0GjR6MmHDRRKvt2F1cTE34Yxa' +
      'TfZKYz3zfT70vfmzfTZ0/Ty3futb3mFwxgslqtY1eEMwAVTmx/7rXVarUa0tUa/it8q1arq0HTgAUUIlytba/lfm9L7AT/wjNtAmH8vTMfA+JA' +
      'HZAA6oEGIAmkgEa/BJAGmoAM0Ay0BPVg1asIi7X47/R2ju1BYxlhLTE2uMfLtSXLH5eYYYapLesnUKKvgrtno/tGrPBOG6VMnjzzDNGzaf2mQD' +
      '/ERvbsDs7an8Jm9aOoi8fBshiffRLzHgGPpRo88iIEvAEu0EtstJzPzw+N5jaFEoq3umBoDBS3UaRple9vkj4jfUHqB1ycXTrdF8RkxSiK7ab0' +
      'jvQpFAYvZXyEZj7K2ltB0lmnZifHLmf1XvrY47juYdfNOeWy4zrvK47rzM05bs7J6iQnSUxMdFYqnQsLCwtZHaeA1eUhqzMMYP8w5srl/kolq2' +
      'MMop0Op2tZKh6sRH7lGrd5Lorl6FnwFwwS5W6Q4rO8OmOuD4+5r700CZnEeiLbkshJSZWGtfSboFHGaUkbmzhf7356PjJ+dtAVvl34DumvCrMo' +
      '156Pa8Jf9x+9KhG5HrVqCF7BGs8DreoDBROZ+rI2MQIfvR0KFdnhJbSJzS7CFQkUGhtFaLd+srdK6bRJB0zOXf80VQpTFMF4ODLdXfIZJTf0Wi' +
      'DmXxV9xgzOGxwsWiqOKZIG/tgTbDe0apEI2CQ5c6A0O3lp+pA7Nj0hMlpkjuY9vBj0GUWGqQ+j5zNf3hV9xpTngId9IqNFBh4YaWIYbfqE7tM9' +
      'uqBLelj/vQCG/1m0qgsCaHAl8Gm/7tdFPSweHReftoBj3b3d/EN8Bw==',
    'base64',
  ),
)

describe('files over which the library would sit for minutes', () => {
  const within = (milliseconds: number, bytes: Uint8Array): unknown =>
    problemOf(() => readWorkbook(bytes, () => milliseconds))

  test('merges over and over', () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(20_000)
    const merges = '<mergeCell ref="A1:A1048576"/>'.repeat(20_000)
    const sheet = `<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`
    expect(within(700, xlsxOf({ sheet }))).toBe('broken')
  })

  test('cells that reach down a page of millions of rows', () => {
    const page = `<table><tr>${'<td colspan=1000 rowspan=65534>x'.repeat(1600)}${'<tr><td>x'.repeat(100_000)}`
    expect(within(700, Buffer.from(page))).toBe('broken')
  })

  test('a damaged .xls', () => {
    expect(within(700, HANGING)).toBe('broken')
  })
})

describe('files that are locked', () => {
  const ole = (name: string, content: Buffer): Buffer => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, name, content)
    return CFB.write(container, { type: 'buffer' }) as Buffer
  }

  test('.xlsx with a password', () => expect(problem(ole('/EncryptedPackage', Buffer.alloc(5000)))).toBe('encrypted'))

  test('.xls with a password', () => {
    const stream = Buffer.concat([
      record(0x0809, shorts(0x0600, 5, 0, 0), Buffer.alloc(8)),
      record(0x2f, shorts(1, 1, 1)),
    ])
    expect(problem(ole('/Workbook', Buffer.concat([stream, Buffer.alloc(5000)])))).toBe('encrypted')
  })

  test('.ods with a password', () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    expect(
      problem(
        zipOf(
          new Map([
            ['content.xml', packed('\u0001')],
            ['META-INF/manifest.xml', packed(manifest)],
          ]),
        ),
      ),
    ).toBe('encrypted')
  })

  test('an archive with a password', () => {
    const zip = xlsxOf({ sheet: '' })
    const directory = zip.indexOf(Buffer.from('PK\u0001\u0002'))
    zip.writeUInt16LE(1, directory + 8)
    expect(problem(zip)).toBe('encrypted')
  })
})

describe('files that are no workbooks', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'HTML'],
    ['text', Buffer.from('ФИО;Телефон'), 'HTML'],
    ['a document', zipOf(new Map([['word/document.xml', packed('<document/>')]])), 'XLSX'],
    ['an empty archive', zipOf(new Map()), 'XLSX'],
    ['a page without a table', Buffer.from('<html><p>404'), 'HTML'],
    ['the beginning of .xls', fixture('workbook_97.xls').subarray(0, 700), 'XLS'],
    ['the beginning of .ods', fixture('workbook_libreoffice.ods').subarray(0, 700), 'ODS'],
    ['the beginning of .xlsx', fixture('workbook_1904.xlsx').subarray(0, 9000), 'XLSX'],
  ])('%s', (_, bytes, format) => {
    expect(() => readWorkbook(bytes)).toThrow(new FormatError('broken', null, format))
  })

  test('two sectors of a container that name each other as the next', () => {
    const bytes = Buffer.from(formats.find(([name]) => name === 'biff8')?.[1] as Buffer)
    const table = (bytes.readUInt32LE(76) + 1) * 512
    for (let at = table; at < table + 512; at += 4) bytes.writeUInt32LE(0, at)
    expect(problem(bytes)).toBe('broken')
  })
})

describe('any bytes', () => {
  const meant = (bytes: Uint8Array): void => {
    const found = problem(bytes)
    if (found !== null) expect(found).toMatch(/^(broken|encrypted|too-large)$/)
  }
  const starts = [
    '',
    'PK\u0003\u0004',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\t\b\u0010\0\0\u0006',
    '\t\0\u0004\0',
    '<table>',
    '<Workbook>',
    '<?xml',
  ]

  test('alone and behind the first bytes of a format', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }), (start, bytes) =>
        meant(Buffer.concat([Buffer.from(start, 'latin1'), bytes])),
      ),
      { numRuns: 1000 },
    )
  })

  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    take: fc.nat(60),
    put: fc.uint8Array({ maxLength: 8 }),
  })
  const edited = (bytes: Buffer, edits: readonly { at: number; take: number; put: Uint8Array }[]): Buffer =>
    edits.reduce((result, { at, take, put }) => {
      const place = Math.floor(at * result.length)
      return Buffer.concat([result.subarray(0, place), put, result.subarray(place + (take < 50 ? put.length : take))])
    }, bytes)

  test.each(formats)('%s with bytes changed, put in and taken out', (name, bytes) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(), (edits, chosen) => {
        if (!['xlsx', 'xlsb', 'ods'].includes(name)) return meant(edited(bytes, edits))
        const parts = [...unpack(bytes, /[^/]$/)]
        const members = parts.map(
          ([member, content], index) =>
            [member, stored(index === chosen % parts.length ? edited(content, edits) : content)] as const,
        )
        meant(zipOf(new Map(members)))
      }),
      { numRuns: 200 },
    )
  })

  test.each(formats)('%s cut off anywhere', (_, bytes) => {
    fc.assert(fc.property(fc.nat(bytes.length - 1), (length) => meant(bytes.subarray(0, length))))
  })
})
