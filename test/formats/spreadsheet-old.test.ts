import { describe, expect, test } from 'vitest'
import { type BookType, CFB, utils, type WorkBook, write } from 'xlsx'
import { readWorkbook } from '../../src/formats/spreadsheet.js'
import type { Sheet } from '../../src/formats/spreadsheet-sheets.js'
import { record, shorts } from './spreadsheet-maker.js'

const BOOK = 0x05
const SHEET = 0x10
const EOF = record(0x0a)

const begin = (version: number, kind: number): Buffer =>
  record(0x0809, shorts(version, kind, 0, 0), [0, 0, 0, 0, 0, 0, 0, 0])

/** A workbook stream in its container: what concerns the book, and the records of its one sheet. */
function xlsOf(version: 0x0500 | 0x0600, book: Buffer[], cells: Buffer[]): Buffer {
  const name = Buffer.from(version === 0x0600 ? [1, 0, 0x41] : [1, 0x41])
  const place = record(0x85, [0, 0, 0, 0], [0, 0], name)
  const front = Buffer.concat([begin(version, BOOK), place, ...book, EOF])
  front.writeUInt32LE(front.length, begin(version, BOOK).length + 4)
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/Workbook', Buffer.concat([front, begin(version, SHEET), ...cells, EOF]))
  return CFB.write(container, { type: 'buffer' }) as Buffer
}

const sheetOf = (bytes: Buffer): Sheet => readWorkbook(bytes).sheets[0] as Sheet
const cellsOf = (bytes: Buffer): string[] | undefined => sheetOf(bytes).rows[0]?.cells
const cp1251 = (bytes: string): Buffer => Buffer.from(bytes, 'latin1')
/** Ёлкина Анна in windows-1251. */
const ANNA = cp1251('\xa8\xeb\xea\xe8\xed\xe0 \xc0\xed\xed\xe0')
const label = (column: number, text: Buffer): Buffer => record(0x0204, shorts(0, column, 0, text.length), text)
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

describe('.xls before Excel 97', () => {
  test.each([
    ['says windows-1251', 1251, ANNA, 'Ёлкина Анна'],
    ['says it is western and is not', 1252, ANNA, 'Ёлкина Анна'],
    ['is western', 1252, cp1251("O'Brien-\xd1and\xfa cr\xe9\xe9e"), "O'Brien-Ñandú créée"],
    ['is of DOS', 866, cp1251('\x80\xad\xad\xa0'), 'Анна'],
    ['is of the Mac', 10007, cp1251('\x80\xed\xed\xe0'), 'Анна'],
    ['has euro signs', 1252, cp1251('5 \x80'), '5 €'],
    ['is of an unknown page', 4711, Buffer.from('Anna'), 'Anna'],
  ])('a text that %s', (_, page, bytes, expected) => {
    expect(cellsOf(xlsOf(0x0500, [record(0x42, shorts(page))], [label(0, bytes)]))).toEqual([expected])
  })

  test('a text without a code page', () => {
    expect(cellsOf(xlsOf(0x0500, [], [label(0, ANNA)]))).toEqual(['Ёлкина Анна'])
  })

  test.each(['biff2', 'biff3', 'biff4', 'biff5'])('%s', (bookType) => {
    const sheet = utils.aoa_to_sheet([['Anna', 79160000001, 31184.5, true, 0.5, 7]])
    ;(sheet.C1 as { z: string }).z = 'dd.mm.yyyy hh:mm'
    const bytes = write(
      { SheetNames: ['a'], Sheets: { a: sheet } },
      { type: 'buffer', bookType: bookType as BookType },
    ) as Buffer
    expect(cellsOf(bytes)).toEqual(['Anna', '79160000001', '1985-05-17T12:00', 'yes', '0.5', '7'])
  })
})

describe('.xls of Excel 97 to 2003', () => {
  const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

  test('numbers in all their packings', () => {
    const packed = (value: number): Buffer => Buffer.from(Int32Array.of(value).buffer)
    const cells = cellsOf(
      xlsOf(
        0x0600,
        [record(0xe0, shorts(0, 0), Buffer.alloc(16)), record(0xe0, shorts(0, 14), Buffer.alloc(16))],
        [
          record(0x027e, shorts(0, 0, 0), packed((1250 << 2) | 3)),
          record(0xbd, shorts(0, 1, 1), packed((31184 << 2) | 2), shorts(0), packed(0x40590000), shorts(2)),
          record(0x0203, shorts(0, 3, 0), double(79160000001)),
        ],
      ),
    )
    expect(cells).toEqual(['12.5', '1985-05-17', '100', '79160000001'])
  })

  test('formulas: number, text, truth, error, nothing', () => {
    const formula = (column: number, value: number[] | Buffer): Buffer =>
      record(0x06, shorts(0, column, 0), value, Buffer.alloc(8))
    const sheet = sheetOf(
      xlsOf(
        0x0600,
        [],
        [
          formula(0, double(1.5)),
          formula(1, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
          record(0x0207, shorts(6), [1], wide('Ёлкина')),
          formula(2, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
          formula(3, [2, 0, 0x2a, 0, 0, 0, 0xff, 0xff]),
          formula(4, [3, 0, 0, 0, 0, 0, 0xff, 0xff]),
          record(0x0205, shorts(0, 5, 0), [0, 0]),
        ],
      ),
    )
    expect(sheet).toMatchObject({ rows: [{ line: 1, cells: ['1.5', 'Ёлкина', 'yes', '', '', 'no'] }], errors: 1 })
  })

  test('shared texts that go on in the next record, in other letters, with fonts and sounds behind them', () => {
    const book = [
      record(0xfc, [4, 0, 0, 0, 4, 0, 0, 0], shorts(6), [0], Buffer.from('Ann')),
      record(0x3c, [1], wide('аБв'), shorts(2), [0x0d], shorts(1), [3, 0, 0, 0], wide('Ґа'), shorts(0, 0), [9, 9]),
      record(0x3c, [9], shorts(3), [1]),
      record(0x3c, [1], wide('😀!'), shorts(1), [0], Buffer.from('\xd1', 'latin1')),
    ]
    const shared = (column: number): Buffer => record(0xfd, shorts(0, column, 0, column, 0))
    expect(cellsOf(xlsOf(0x0600, book, [0, 1, 2, 3].map(shared)))).toEqual(['AnnаБв', 'Ґа', '😀!', 'Ñ'])
  })

  test('hidden rows, merged cells, formats, the epoch of 1904 and a chart inside the sheet', () => {
    const cell = (line: number, column: number, value: number): Buffer =>
      record(0x0203, shorts(line, column, 1), double(value))
    const sheet = sheetOf(
      xlsOf(
        0x0600,
        [
          record(0x22, shorts(1)),
          record(0x041e, shorts(164, 10), [0], Buffer.from('dd.mm.yyyy')),
          record(0xe0, shorts(0, 0), Buffer.alloc(16)),
          record(0xe0, shorts(0, 164), Buffer.alloc(16)),
        ],
        [
          record(0x0208, shorts(1, 0, 2, 255, 0, 0, 0x20, 0)),
          begin(0x0600, 0x20),
          cell(0, 7, 1),
          EOF,
          cell(0, 0, 29722),
          cell(1, 1, 0),
          record(0xe5, shorts(1, 0, 1, 0, 0)),
        ],
      ),
    )
    expect(sheet).toMatchObject({
      rows: [
        { line: 1, cells: ['1985-05-17'] },
        { line: 2, cells: ['1985-05-17', '1904-01-01'] },
      ],
      hiddenRows: 1,
      merges: [{ line: 1, column: 0, rows: 2, columns: 1 }],
    })
  })

  test('a file of thousands of sectors', () => {
    const rows = Array.from({ length: 4000 }, (_, index) => [`Ґалаґан ${index}`, 79160000000 + index])
    const book: WorkBook = { SheetNames: ['Клиенты'], Sheets: { Клиенты: utils.aoa_to_sheet(rows) } }
    const read = sheetOf(write(book, { type: 'buffer', bookType: 'biff8', bookSST: true }) as Buffer).rows
    expect(read.map(({ cells }) => cells)).toEqual(rows.map(([name, phone]) => [name, String(phone)]))
  })
})

describe('.xlsb', () => {
  test.each([false, true])('since 1904: %s', (date1904) => {
    const sheet = utils.aoa_to_sheet([
      ['База'],
      ['Ёлкина 😀', 79160000001, 31184 - (date1904 ? 1462 : 0), true, 0.25, -3, null],
      ['x'],
    ])
    Object.assign(sheet.C2 as object, { z: 'dd.mm.yyyy' })
    sheet.G2 = { t: 'e', v: 0x2a }
    sheet['!ref'] = 'A1:G3'
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 6 } }]
    sheet['!rows'] = [{}, {}, { hidden: true }]
    const book: WorkBook = {
      SheetNames: ['Клиенты', 'Архив'],
      Sheets: { Клиенты: sheet, Архив: utils.aoa_to_sheet([['y']]) },
      Workbook: { WBProps: { date1904 }, Sheets: [{}, { Hidden: 1 }] },
    }
    for (const bookSST of [false, true]) {
      const { format, sheets } = readWorkbook(write(book, { type: 'buffer', bookType: 'xlsb', bookSST }) as Buffer)
      expect(format).toBe('xlsb')
      expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
        ['Клиенты', false],
        ['Архив', true],
      ])
      expect(sheets[0]).toMatchObject({
        rows: [
          { line: 1, cells: ['База'] },
          { line: 2, cells: ['Ёлкина 😀', '79160000001', '1985-05-17', 'yes', '0.25', '-3'] },
          { line: 3, cells: ['x'] },
        ],
        hiddenRows: 1,
        errors: 1,
        merges: [{ line: 1, column: 0, rows: 1, columns: 7 }],
      })
    }
  })
})
