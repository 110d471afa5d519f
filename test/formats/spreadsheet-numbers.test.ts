import { describe, expect, test } from 'vitest'
import { isFaithful } from '../../src/formats/digits.js'
import { readWorkbook } from '../../src/formats/spreadsheet.js'
import { odsOf, problemOf, xlsxOf } from './spreadsheet-maker.js'

/** What stands in a cell of numbers, and what is read of it. */
const VALUES: [string, string][] = [
  ['1e999', '1e999'],
  ['-1E400', '-1E400'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['Ёлкина', 'Ёлкина'],
  ['12abc', '12abc'],
  ['1.2.3', '1.2.3'],
  ['1,5', '1,5'],
  ['0x10', '0x10'],
  ['--5', '--5'],
  ["O'Brien-Ñandú &amp; Ко", "O'Brien-Ñandú & Ко"],
  ['380501234567890123', '380501234567890123'],
  ['12345678901234567890', '12345678901234567890'],
  ['79160000001', '79160000001'],
  ['7.9160000001E10', '79160000001'],
  ['0.30000000000000004', '0.3'],
  ['-12.50', '-12.5'],
  ['4276550012345679', '4276550012345679'],
]

const cellsOf = (bytes: Uint8Array): (string | undefined)[] =>
  readWorkbook(bytes).sheets[0]?.rows.map(({ cells }) => cells[0]) ?? []
const expected = VALUES.map(([, text]) => text)

describe('what is no number in a cell of numbers stays as text', () => {
  test.each([
    ['', (value: string, at: number) => `<c r="A${at}"><v>${value}</v></c>`],
    [' of a type', (value: string, at: number) => `<c r="A${at}" t="n" s="0"><v>${value}</v></c>`],
    [' of another quote', (value: string, at: number) => `<c t='n' r='A${at}'><v>${value}</v></c>`],
    [' behind a formula', (value: string, at: number) => `<c r="A${at}"><f>IF(C1&lt;5,1,2)</f><v>${value}</v></c>`],
    [' with a prefix', (value: string, at: number) => `<x:c r="A${at}"><x:f>B1</x:f><x:v>${value}</x:v></x:c>`],
  ])('in .xlsx%s', (_, cell) => {
    const rows = VALUES.map(([value], index) => `<row r="${index + 1}">${cell(value, index + 1)}</row>`)
    expect(cellsOf(xlsxOf({ sheet: `<sheetData>${rows.join('')}</sheetData>` }))).toEqual(expected)
  })

  test.each([
    ['float', (value: string) => `<text:p>${value}</text:p>`],
    ['currency', (value: string) => `<text:p>${value}</text:p>`],
    ['percentage', () => ''],
  ])('in .ods, %s', (type, shown) => {
    const rows = VALUES.map(
      ([value]) =>
        `<table:table-row><table:table-cell office:value-type="${type}" office:value="${value}">${shown(value)}</table:table-cell></table:table-row>`,
    )
    expect(cellsOf(odsOf(rows.join('')))).toEqual(expected)
  })

  test('in XML of Excel 2003', () => {
    const rows = VALUES.map(([value]) => `<Row><Cell><Data ss:Type="Number">${value}</Data></Cell></Row>`)
    const page = `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${rows.join('')}</Table></Worksheet></Workbook>`
    expect(cellsOf(Buffer.from(page))).toEqual(expected)
  })
})

test.each([
  ['b', 'maybe'],
  ['d', '2026-13-45'],
  ['d', 'later'],
])('what is none of its type (%s) is text: %s', (type, value) => {
  const sheet = `<sheetData><row r="1"><c r="A1" t="${type}"><v>${value}</v></c></row></sheetData>`
  expect(cellsOf(xlsxOf({ sheet }))).toEqual([value])
})

test.each(['99', '-1', '4000000000', '__proto__'])(
  'a sheet that names the text %s, which is not there, is refused',
  (index) => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>${index}</v></c></row></sheetData>`
    expect(problemOf(() => readWorkbook(xlsxOf({ sheet, strings: '<si><t>Anna</t></si>' })))).toBe('broken')
  },
)

test.each([
  ['1', true],
  ['-0.5', true],
  [' 7 ', true],
  ['1e21', true],
  ['9007199254740992', true],
  ['9007199254740993', false],
  ['1e309', false],
  ['', false],
  ['.', false],
  [`1${'0'.repeat(400)}`, false],
])('%s is kept whole by a number: %s', (text, kept) => expect(isFaithful(text)).toBe(kept))
