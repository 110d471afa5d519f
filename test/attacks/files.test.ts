import { describe, expect, test } from 'vitest'
import { readCsv } from '../../src/formats/csv.js'
import { readJson, tableOfRecords } from '../../src/formats/json.js'
import { readLdif } from '../../src/formats/ldif.js'
import { recognise } from '../../src/formats/recognise.js'
import { readWorkbook } from '../../src/formats/spreadsheet.js'
import { tidyPage } from '../../src/formats/spreadsheet-markup.js'
import { isFormatError } from '../../src/formats/table.js'
import { readCards } from '../../src/formats/vcard.js'
import {
  type Answer,
  fromBytes,
  listed,
  PackedRows,
  toBytes,
  type Workbook,
} from '../../src/formats/workbook-packing.js'
import { claimedSize } from '../../src/formats/zip.js'
import { packed, xlsxOf } from '../formats/spreadsheet-maker.js'
import { zipOf } from '../formats/zip-packing.js'

/*
 * Files that are too wide, too deep or too large, each of which took minutes or all memory once. scripts/faults/workbooks.js measures
 * them in the built program; here is that they are refused, and what is not.
 */

async function problemOf(read: () => unknown): Promise<unknown> {
  try {
    await read()
    return null
  } catch (error) {
    return isFormatError(error) ? error.problem : error
  }
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

async function csvRows(text: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const portion of readCsv(piecesOf(text), { encoding: 'utf-8', delimiter: ',' }, () => {}))
    rows.push(...portion.map(({ cells }) => cells))
  return rows
}

describe('tables wider than any', () => {
  const wide = (columns: number): string => Array.from({ length: columns }, (_, index) => `c${index}`).join(',')
  const keys = (count: number): string => Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')
  const attributes = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}: x`).join('\n')

  test('CSV', async () => {
    expect((await csvRows(`${wide(16_384)}\n1,2\n`))[0]).toHaveLength(16_384)
    expect(await problemOf(() => csvRows(`${wide(16_385)}\n1,2\n`))).toBe('too-wide')
    expect(await problemOf(() => csvRows(`a,b\n"x""y",1\n${wide(16_385)}\n`))).toBe('too-wide')
    expect(await problemOf(() => csvRows(`a,b\n${wide(16_385)} "x" y\r`))).toBe('too-wide')
  })

  test('JSON', async () => {
    const table = (count: number) => tableOfRecords(readJson(`[{${keys(count)}}]`, () => false).records)
    expect(table(16_384).header).toHaveLength(16_384)
    expect(await problemOf(() => table(16_385))).toBe('too-wide')
  })

  test('LDIF', async () => {
    expect(readLdif(`${attributes(16_384)}\n`).header).toHaveLength(16_384)
    expect(await problemOf(() => readLdif(`${attributes(16_385)}\n`))).toBe('too-wide')
  })
})

describe('records deeper than any', () => {
  const deep = (levels: number): string => `{"name":"A","x":${'['.repeat(levels)}1${']'.repeat(levels)}}`

  test('a whole text', async () => {
    expect(readJson(`[${deep(150)}]`, () => false).records).toHaveLength(1)
    expect(await problemOf(() => readJson(`[${deep(100_000)}]`, () => false))).toBe('broken')
    expect(await problemOf(() => readJson('['.repeat(100_000) + ']'.repeat(100_000), () => false))).toBe('broken')
  })

  test('a line among others is a broken one', () => {
    const { format, records } = readJson(`{"name":"B"}\n${deep(100_000)}\n{"name":"C"}\n{"name":"D"}\n`, () => false)
    expect(format).toBe('ndjson')
    expect(records.map(({ broken }) => broken !== undefined)).toEqual([false, true, false, false])
  })
})

describe('records larger than any', () => {
  test('a line of 17 MB', async () => {
    const long = `{"name":"${'x'.repeat(17 * 2 ** 20)}"}`
    expect(await problemOf(() => readJson(`${long}\n{"name":"B"}\n`, () => false))).toBe('too-large')
    const { records } = readJson(`{"name":"B"}\n${long}\n{"name":"C"}\n`, () => false)
    expect(records.map(({ broken }) => broken !== undefined)).toEqual([false, true, false])
    expect(await problemOf(() => tableOfRecords(readJson(`[${long}]`, () => false).records))).toBe('too-large')
  })

  test('as many values of one attribute as there are', () => {
    const count = 100_000
    const { rows } = readLdif(`cn: A\n${Array.from({ length: count }, (_, index) => `mail: a${index}\n`).join('')}`)
    expect(rows[0]?.cells[1]?.split('\n')).toHaveLength(count)
  })

  test('a line of a card that is folded a million times', () => {
    const [card] = readCards(
      Buffer.from(`BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:x\r\n${' y\r\n'.repeat(1_000_000)}END:VCARD\r\n`),
    )
    expect(card?.properties.at(-1)?.value).toBe(`x${'y'.repeat(1_000_000)}`)
    const [old] = readCards(
      Buffer.from(`BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE:x\r\n${' y\r\n'.repeat(3_000)}END:VCARD\r\n`),
    )
    expect(old?.properties.at(-1)?.value).toBe(`x${' y'.repeat(3_000)}`)
  })

  test('a photo of one line, and of many', () => {
    for (const photo of ['A'.repeat(100_000), `${'A'.repeat(75)}\r\n${` ${'A'.repeat(74)}\r\n`.repeat(1_000)}`]) {
      const [card] = readCards(
        Buffer.from(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nPHOTO;ENCODING=b:${photo}\r\nNOTE:z\r\nEND:VCARD\r\n`),
      )
      expect(card?.properties.map(({ name, value }) => [name, value])).toEqual([
        ['VERSION', '3.0'],
        ['FN', 'Anna'],
        ['PHOTO', ''],
        ['NOTE', 'z'],
      ])
      expect(card?.text).not.toContain('AAAA')
    }
  })
})

describe('what a file is, told quickly', () => {
  test.each([
    ['# '.repeat(32_000), 'text'],
    ['#\n'.repeat(30_000), 'text'],
    [`${'# a comment\n'.repeat(100)}dn: cn=x\n`, 'ldif'],
    [`# a\n\n# b\nversion: 1\n# c\n\ndn: cn=x\n`, 'ldif'],
    ['<!-->'.repeat(13_000), 'text'],
    [`${'<!-- x -->\n'.repeat(500)}<table>`, 'html'],
    ['{"'.repeat(30_000), 'json'],
    [`{"${'\\'.repeat(60_000)}`, 'json'],
  ])('%#', (text, kind) => {
    expect(recognise(Buffer.from(text))).toBe(kind)
  })

  test('spaces and brackets in a page', () => {
    expect(tidyPage(`<table><tr><td>a${' '.repeat(300_000)}</table>`)).toContain('<td>a')
    expect(tidyPage(`<table><tr><td>a${' \n'.repeat(1_000)}<p>b</table>`)).toContain('<br>')
    expect(tidyPage('<table><tr><td>&constructor; &toString; &laquo;x&raquo;</table>')).toContain(
      '&constructor; &toString; «x»',
    )
  })
})

describe('archives, before they are unpacked', () => {
  test('what packs to less than a hundredth is the same again and again', async () => {
    const rows = packed('<row></row>'.repeat(95_000), 30)
    expect(await problemOf(() => claimedSize(xlsxOf({ sheet: rows })))).toBe('too-large')
    // Small parts may be packed as they like, and pictures are never unpacked.
    expect(claimedSize(xlsxOf({ sheet: packed('<row></row>'.repeat(95_000), 10) }))).toBeGreaterThan(10_000_000)
    expect(claimedSize(zipOf(new Map([['xl/media/a.png', packed('\0'.repeat(2 ** 20), 40)]])))).toBe(0)
  })

  test('other files are as large as they are', () => {
    expect(claimedSize(Buffer.from('<table>'))).toBe(7)
    expect(claimedSize(Buffer.from('PK and no archive'))).toBe(17)
  })
})

describe('a workbook from one process to another', () => {
  const sheet = (rows: { line: number; cells: string[] }[]): Workbook['sheets'][number] => ({
    name: 'Лист «A»',
    hidden: false,
    rows,
    hiddenRows: 1,
    merges: [{ line: 1, column: 0, rows: 2, columns: 1 }],
    errors: 2,
  })
  const book: Workbook = {
    format: 'xlsx',
    sheets: [
      sheet([
        { line: 1, cells: ['Имя', '', 'Ёлкина', '\ud800 half'] },
        { line: 7, cells: ['🎂'] },
        { line: 9, cells: ['', '', 'x\ny'] },
      ]),
      sheet([]),
    ],
  }

  const bytesOf = (answer: Answer): Buffer => Buffer.concat([...toBytes(answer)])
  const arrived = (workbook: Workbook): Workbook | null => {
    const answer = fromBytes(bytesOf({ workbook }))
    return answer !== null && 'workbook' in answer ? listed(answer.workbook) : null
  }

  test('is the same there', () => {
    expect(arrived(book)).toEqual(book)
  })

  test('loses nothing but NUL', () => {
    const rows = [{ line: 1, cells: ['a\0b', '\0', 'c'] }]
    expect(arrived({ format: 'xls', sheets: [sheet(rows)] })?.sheets[0]?.rows).toEqual([
      { line: 1, cells: ['ab', '', 'c'] },
    ])
  })

  test('gives its rows in any portions', () => {
    const rows = Array.from({ length: 2345 }, (_, index) => ({ line: index * 2 + 1, cells: [`Ґалаґан ${index}`, ''] }))
    const packed = new PackedRows()
    for (const row of rows) packed.add(row)
    const answer = fromBytes(
      bytesOf({ workbook: { format: 'xls', sheets: [sheet([]), { ...sheet([]), rows: packed }] } }),
    )
    const there = answer !== null && 'workbook' in answer ? answer.workbook.sheets[1]?.rows : null
    for (const each of [packed, there])
      for (const [from, to] of [
        [0, 400],
        [990, 1010],
        [999, 2000],
        [2000, 4000],
        [2345, 3000],
        [0, 2345],
      ] as const)
        expect(each?.slice(from, to)).toEqual(rows.slice(from, to))
    expect(there).toHaveLength(2345)
  })

  test('is none when it was cut off', () => {
    const whole = bytesOf({ workbook: book })
    for (const length of [0, 4, 12, whole.length - 1]) expect(fromBytes(whole.subarray(0, length))).toBeNull()
  })

  test('brings a problem along', () => {
    const problem = { problem: 'encrypted', detail: 'XLSX' } as const
    expect(fromBytes(bytesOf(problem))).toEqual(problem)
  })
})

describe('a long page, which is read in pieces', () => {
  const page = (rows: number, row: (index: number) => string): string =>
    `<html><table><caption>x</caption>${Array.from({ length: rows }, (_, index) => `<tr>${row(index)}</tr>`).join('\n')}</table>`
  const read = (text: string) => readWorkbook(Buffer.from(text), () => 60_000).sheets

  test('has the rows of a short one', () => {
    const row = (index: number): string =>
      index % 7 === 3 ? '' : `<td>Анна ${index}<td colspan=2>a&amp;b<td>${index % 5 === 0 ? '' : '+44'}</td>`
    const [sheet] = read(page(25_003, row))
    expect(sheet?.rows).toHaveLength(25_003 - Math.ceil((25_003 - 3) / 7))
    const [short] = read(page(9_000, row))
    const [open] = read(page(25_003, row).replaceAll(/<\/t[dr]>/g, ''))
    expect(open?.rows).toEqual(sheet?.rows)
    expect(sheet?.rows.slice(0, 5_000)).toEqual(short?.rows.slice(0, 5_000))
    expect(sheet?.rows.at(-1)).toEqual({ line: 25_003, cells: ['Анна 25002', 'a&b', '', '+44'] })
    expect(sheet?.merges.at(-1)).toEqual({ line: 25_003, column: 1, rows: 1, columns: 2 })
  })

  test('is read whole when cells reach down, or tables stand in it', () => {
    const [spanned] = read(page(10_002, (index) => (index === 9_999 ? '<td rowspan=2>x<td>y' : '<td>a<td>b')))
    expect(spanned?.rows.slice(9_999, 10_001).map(({ cells }) => cells)).toEqual([
      ['x', 'y'],
      ['x', 'a', 'b'],
    ])
    expect(read(`${page(6_000, () => '<td>a')}${page(6_000, () => '<td>b')}`)).toHaveLength(2)
  })
})
