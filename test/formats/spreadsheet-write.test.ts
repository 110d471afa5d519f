import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, utils, type WorkSheet } from 'xlsx'
import { readWorkbook, type SheetToWrite, writeWorkbook } from '../../src/formats/spreadsheet.js'
import { FormatError } from '../../src/formats/table.js'
import { unpack } from '../../src/formats/zip.js'

const text = (title: string) => ({ title, kind: 'text' as const })
const partOf = (bytes: Uint8Array, name: string): string =>
  unpack(bytes, /\.xml$/)
    .get(name)
    ?.toString() ?? ''
const written = (sheet: Partial<SheetToWrite>): Uint8Array =>
  writeWorkbook([{ name: 'Клиенты', columns: [text('Имя')], rows: [], ...sheet }])
const rowsOf = (bytes: Uint8Array, sheet = 0): string[][] =>
  (readWorkbook(bytes).sheets[sheet]?.rows ?? []).map(({ cells }) => cells)

/** As another program sees it. */
const elsewhere = (bytes: Uint8Array): WorkSheet => read(bytes, { cellNF: true }).Sheets.Клиенты as WorkSheet

describe('what is written reads back the same', () => {
  test.each([
    'Ёлкина',
    "O'Brien-Ñandú",
    '👩‍👩‍👧 Ґалаґан',
    '=1+1',
    '+7 916 000-00-01',
    '-5',
    '@ivan',
    '00123',
    '1e5',
    ' x ',
    'a\nb',
    'a\rb\tc',
    '"a" <b> & \'c\'',
    '_x0041_',
    '_x005F_x0041_',
    'a_x005f_',
    '\u0000\u0007\u001b\ufffe\uffff',
    '\ud83d',
    '\ude00 \ud83d',
    ']]>',
    '&amp;',
    'я'.repeat(300),
    'x'.repeat(32_767),
    '2026-01-02',
    'TRUE',
    '#N/A',
  ])('%j', (value) => {
    const bytes = written({ rows: [[value]] })
    expect(rowsOf(bytes)).toEqual([['Имя'], [value]])
    expect(readWorkbook(bytes).sheets[0]?.errors).toBe(0)
  })

  test('any table', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('=1+1', '_x0041_', '\r\n', '"', '00', '😀', 'я'.repeat(300)),
      fc.string({ minLength: 1 }),
    )
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsOf(written({ columns: Array.from({ length: 5 }, (_, index) => text(`${index}`)), rows }))).toEqual([
          ['0', '1', '2', '3', '4'],
          ...rows.map((row) => row.map((text) => text.replace(/\r\n/g, '\n'))),
        ])
      }),
    )
  })

  test('any day and minute', () => {
    const time = fc.date({
      min: new Date('1900-03-01T00:00Z'),
      max: new Date('9999-12-31T23:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(time, (date) => {
        const [day, minute] = [date.toISOString().slice(0, 10), date.toISOString().slice(0, 16)]
        const columns = [
          { title: 'a', kind: 'date' as const },
          { title: 'b', kind: 'datetime' as const },
        ]
        expect(rowsOf(written({ columns, rows: [[day, minute]] }))[1]).toEqual([day, minute.replace('T00:00', '')])
      }),
    )
  })

  test('any number', () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-5, max: 1e15 }))
    fc.assert(
      fc.property(number, (value) => {
        const [, row] = rowsOf(written({ columns: [{ title: 'a', kind: 'number' }], rows: [[value]] }))
        expect(Number(row?.[0])).toBe(Number.isInteger(value) ? value + 0 : Number(value.toPrecision(15)))
        expect(row?.[0]).toMatch(/^-?\d+(\.\d+)?$/)
      }),
    )
  })
})

describe('kinds of cells', () => {
  const kinds = (['text', 'date', 'datetime', 'number'] as const).map((kind) => ({ title: kind, kind }))

  test.each([
    ['a date', 1, '1985-05-17', 'n', 31184],
    ['a leap day', 1, '2024-02-29', 'n', 45351],
    ['the first sure day', 1, '1900-03-01', 'n', 61],
    ['a date with time', 2, '2026-11-14T10:30', 'n', 46340.4375],
    ['a date with seconds', 2, '2026-11-14T10:33:36', 's', '2026-11-14T10:33:36'],
    ['a time in a column of dates', 1, '2026-11-14T12:00', 'n', 46340.5],
    ['no such day', 1, '2026-02-29', 's', '2026-02-29'],
    ['no such hour', 2, '2026-02-01T24:00', 's', '2026-02-01T24:00'],
    ['a day before Excel', 1, '1900-02-28', 's', '1900-02-28'],
    ['a day without year', 1, '--03-12', 's', '--03-12'],
    ['a time with a zone', 2, '2026-11-14T10:30:00Z', 's', '2026-11-14T10:30:00Z'],
    ['a date in a column of texts', 0, '1985-05-17', 's', '1985-05-17'],
    ['a number', 3, 12.5, 'n', 12.5],
    ['money', 3, '1234.50', 'n', 1234.5],
    ['minus', 3, '-0.05', 'n', -0.05],
    ['leading zeros', 3, '007', 's', '007'],
    ['more digits than a number has', 3, '12345678901234567', 's', '12345678901234567'],
    ['a number in a column of texts', 0, 7, 's', '7'],
    ['what is no number', 3, Number.NaN, 's', 'NaN'],
  ])('%s', (_, column, value, type, expected) => {
    const row = [null, null, null, null].map((_, index) => (index === column ? value : null))
    const cell = elsewhere(written({ columns: kinds, rows: [row] }))[`${'ABCD'[column]}2`]
    expect(cell).toMatchObject({ t: type, v: expected })
  })

  test('dates are shown as the country of the reader shows them, texts stay texts', () => {
    const sheet = elsewhere(written({ columns: kinds, rows: [['=1+1', '1985-05-17', '2026-11-14T10:30', 5]] }))
    expect([sheet.A2, sheet.B2, sheet.C2, sheet.D2].map(({ z, f }) => [z, f])).toEqual([
      ['@', undefined],
      ['m/d/yy', undefined],
      ['m/d/yy h:mm', undefined],
      ['General', undefined],
    ])
  })
})

describe('the sheet', () => {
  const columns = [text('Имя'), { ...text('Заметка'), width: 12 }, text('Дом'), text('A'.repeat(60))]
  const bytes = written({ columns, rows: [['Ёлкина Анна Петровна', 'x'.repeat(99), 'я'.repeat(500), 'b\nc']] })
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')

  test('the header stays in sight', () => {
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  })

  test('there is a filter, also under the name that Excel looks for', () => {
    expect(elsewhere(bytes)['!autofilter']).toEqual({ ref: 'A1:D2' })
    expect(read(bytes).Workbook?.Names).toEqual([
      { Name: '_xlnm._FilterDatabase', Sheet: 0, Hidden: true, Ref: "'Клиенты'!$A$1:$D$2" },
    ])
  })

  test('widths are given or found, up to 40', () => {
    expect([...xml.matchAll(/ width="([\d.]+)"/g)].map(([, width]) => Math.floor(Number(width)))).toEqual([
      21, 12, 40, 40,
    ])
  })

  test('parts are in the order of the standard', () => {
    const places = ['<sheetViews', '<cols', '<sheetData', '<autoFilter', '<ignoredErrors'].map((part) =>
      xml.indexOf(part),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  test('rows that do not fit go on to the next sheet', () => {
    const rows = Array.from({ length: 7 }, (_, index) => [`${index}`])
    const lists = [
      { name: 'Клиенты', columns: [text('Имя')], rows },
      { name: 'Пусто', columns: [text('Имя')], rows: [] },
    ]
    expect(
      readWorkbook(writeWorkbook(lists, 4)).sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells[0])]),
    ).toEqual([
      ['Клиенты', ['Имя', '0', '1', '2']],
      ['Клиенты 2', ['Имя', '3', '4', '5']],
      ['Клиенты 3', ['Имя', '6']],
      ['Пусто', ['Имя']],
    ])
  })

  test('columns past Z', () => {
    const wide = Array.from({ length: 800 }, (_, index) => text(`${index}`))
    const bytes = written({ columns: wide, rows: [wide.map(({ title }) => title)] })
    expect(rowsOf(bytes)[1]).toEqual(wide.map(({ title }) => title))
    expect(elsewhere(bytes)['!autofilter']).toEqual({ ref: 'A1:ADT2' })
  })

  test('rows are taken one by one', () => {
    function* rows(): Generator<string[]> {
      for (let index = 0; index < 3000; index++) yield [`${index % 7}`, `номер ${index}`]
    }
    const bytes = written({ columns: [text('a'), text('b')], rows: rows() })
    expect(rowsOf(bytes)).toHaveLength(3001)
    expect(utils.sheet_to_json(elsewhere(bytes), { header: 1 })[3000]).toEqual(['3', 'номер 2999'])
  })

  test('a cell that Excel cannot hold is refused, not cut', () => {
    expect(() => written({ rows: [['a'], ['x'.repeat(32_768)]] })).toThrow(
      new FormatError('cell-too-long', null, 'x'.repeat(40)),
    )
  })

  test('the same rows give the same bytes', () => {
    expect(Buffer.compare(written({ rows: [['a']] }), written({ rows: [['a']] }))).toBe(0)
  })
})
