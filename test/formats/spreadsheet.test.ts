import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/formats/spreadsheet.js'
import type { Sheet } from '../../src/formats/spreadsheet-sheets.js'
import { odsOf, packed, styled, xlsxOf } from './spreadsheet-maker.js'
import { stored } from './zip-packing.js'

const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url)))
const firstOf = (bytes: Uint8Array): Sheet => readWorkbook(bytes).sheets[0] as Sheet
const linesOf = ({ rows }: Sheet): Record<number, string[]> =>
  Object.fromEntries(rows.map(({ line, cells }) => [line, cells]))
const rowsOf = (sheet: string, more: Omit<Parameters<typeof xlsxOf>[0], 'sheet'> = {}): string[][] =>
  firstOf(xlsxOf({ sheet: `<sheetData>${sheet}</sheetData>`, ...more })).rows.map(({ cells }) => cells)
const cellOf = (cell: string, more: Omit<Parameters<typeof xlsxOf>[0], 'sheet'> = {}): string | undefined =>
  rowsOf(`<row r="1"><c r="A1" ${cell}</c></row>`, more)[0]?.[0]
const page = (body: string): Sheet => firstOf(Buffer.from(`<html><body>${body}</body></html>`))
const opened = (rows: string): Sheet => firstOf(odsOf(rows))
const xml2003 = (table: string, more = ''): Sheet =>
  firstOf(
    Buffer.from(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${more}<Worksheet ss:Name="Лист"><Table>${table}</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`,
    ),
  )

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('fixtures', () => {
  const people = {
    1: ['База клиентов – 2026 год'],
    2: ['обновлено 20.11.2026'],
    4: ['№', 'ФИО', 'Контакты', '', 'Город', 'День рождения', 'Сумма', 'Заметка'],
    5: ['№', 'ФИО', 'Телефон', 'E-mail', 'Город', 'День рождения', 'Сумма', 'Заметка'],
    6: [
      '1',
      'Ёлкина Анна Петровна',
      '79160000001',
      'elkina@example.com',
      'Москва',
      '1985-05-17',
      '12500.5',
      'любит чай\nне звонить 13–14',
    ],
    7: ['2', 'Ґалаґан Олесь', '067 000 00 03', 'halahan@example.org', 'Київ', '1990-05-08', '800', 'скрытая строка'],
    8: ['3', "O'Brien-Ñandú Iker", '+79160000004', 'iker@example.net', 'Bilbao', '2026-11-14T10:30', '', '=1+1'],
    9: ['', 'ИТОГО', '', '', '', '', '13300.5'],
  }

  test.each([
    ['workbook_title_merged.xlsx', 'xlsx', 1],
    ['workbook_1904.xlsx', 'xlsx', 1],
    // The program that wrote it cannot hide rows in this format.
    ['workbook_97.xls', 'xls', 0],
  ])('%s', (name, format, hiddenRows) => {
    const book = readWorkbook(fixture(name))
    expect(book.format).toBe(format)
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Клиенты', false],
      ['Справка', false],
      ['Архив', true],
    ])
    const sheet = book.sheets[0] as Sheet
    expect(linesOf(sheet)).toEqual(people)
    expect(sheet).toMatchObject({ hiddenRows, errors: 1 })
    expect(sheet.merges).toHaveLength(8)
    expect(sheet.merges).toContainEqual({ line: 4, column: 2, rows: 1, columns: 2 })
    expect(sheet.merges).toContainEqual({ line: 4, column: 1, rows: 2, columns: 1 })
  })

  test('workbook_libreoffice.ods', () => {
    const { format, sheets } = readWorkbook(fixture('workbook_libreoffice.ods'))
    expect(format).toBe('ods')
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Клієнти', false],
      ['Архів', false],
    ])
    expect(linesOf(sheets[0] as Sheet)).toEqual({
      1: ['База клієнтів'],
      4: ['Ім’я', 'Телефон', 'День народження', 'Знижка'],
      5: ['Ґалаґан Олесь', '380670000003', '1985-05-17', '0.15'],
      6: ['Ёлкина  Анна\nПетровна', '79160000001', '2026-11-14T10:30'],
    })
    expect(sheets[0]).toMatchObject({ errors: 1, merges: [{ line: 1, column: 0, rows: 1, columns: 4 }] })
  })

  test('table_from_crm.xls is a page in windows-1251 and keeps its digits', () => {
    const { format, sheets } = readWorkbook(fixture('table_from_crm.xls'))
    expect(format).toBe('html')
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet2'])
    expect(linesOf(sheets[1] as Sheet)).toEqual({
      1: ['Имя', 'Связь', '', 'Дата'],
      2: ['Имя', 'Телефон', 'E-mail', 'Дата'],
      3: ['Ёлкина Анна', '+79160000001', 'elkina@example.com', '01.02.2026'],
      4: ['ООО «Пример & Ко»', '0080', 'info@example.com\noffice@example.com', '1,234'],
    })
  })
})

describe('cells of .xlsx', () => {
  test.each([
    ['a phone as a number', '><v>79160000001</v>', '79160000001'],
    ['an exponent', '><v>7.9160000001E10</v>', '79160000001'],
    ['noise', '><v>0.30000000000000004</v>', '0.3'],
    ['a card number of 16 digits', '><v>4276550012345679</v>', '4276550012345679'],
    ['20 digits', '><v>12345678901234567890</v>', '12345678901234567890'],
    ['something small', '><v>1.5E-7</v>', '0.00000015'],
    ['something large', '><v>1e21</v>', '1000000000000000000000'],
    ['minus', '><v>-12.50</v>', '-12.5'],
    ['minus nought', '><v>-0</v>', '0'],
    ['yes', 't="b"><v>1</v>', 'yes'],
    ['no', 't="b"><v>0</v>', 'no'],
    ['a formula', '><f>SUM(B1)</f><v>5</v>', '5'],
    ['a formula of text', 't="str"><f>A2</f><v>Ґалаґан &amp; Ко</v>', 'Ґалаґан & Ко'],
    ['spaces around', 't="inlineStr"><is><t xml:space="preserve">  x  </t></is>', '  x  '],
    [
      'rich text without its sound',
      't="inlineStr"><is><r><rPr><b/></rPr><t>Ёлк</t></r><r><t>ина</t></r><rPh sb="0"><t>ZZ</t></rPh></is>',
      'Ёлкина',
    ],
    ['escapes', 't="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is>', 'a\rb_x0041_'],
    ['an emoji as a number', 't="str"><v>&#128512;&#x1F600;</v>', '😀😀'],
    ['unknown entities', 't="str"><v>&nbsp;&lol;</v>', '&nbsp;&lol;'],
    ['CDATA', 't="str"><v><![CDATA[<b>]]></v>', '<b>'],
  ])('%s', (_, cell, expected) => expect(cellOf(cell)).toBe(expected))

  test.each([
    ['dd.mm.yyyy', '31184', '1985-05-17'],
    ['dd.mm.yyyy', '1', '1900-01-01'],
    ['dd.mm.yyyy', '59', '1900-02-28'],
    ['dd.mm.yyyy', '60', '1900-02-29'],
    ['dd.mm.yyyy', '61', '1900-03-01'],
    ['dd.mm.yyyy', '2958465', '9999-12-31'],
    ['dd.mm.yyyy', '2958466', '2958466'],
    ['dd.mm.yyyy', '-1', '1899-12-30'],
    ['dd.mm.yyyy', '-1000000', '-1000000'],
    ['dd.mm.yyyy', '0', undefined],
    ['dd.mm.yyyy', '46340.4375', '2026-11-14T10:30'],
    ['dd.mm.yyyy', '46340.99999999', '2026-11-15'],
    ['[$-419]d mmm yyyy "г.";@', '31184', '1985-05-17'],
    ['mmmm', '31184', '1985-05-17'],
    ['h:mm AM/PM', '0.75', '18:00'],
    ['h:mm', '0.43749999999', '10:30'],
    ['dd.mm.yyyy h:mm', '0', undefined],
    ['h:mm', '0', '00:00'],
    ['h:mm', '46340.4375', '2026-11-14T10:30'],
    ['[h]:mm', '1.25', '30:00'],
    ['General', '31184', '31184'],
    ['0.00', '1.005', '1.005'],
    ['0%', '0.15', '0.15'],
    ['0.00E+00', '79160000001', '79160000001'],
    ['# ##0 [$₽-419]', '1234.5', '1234.5'],
    ['0 "дней"', '3', '3'],
    ['_-* #,##0.00_-;-* #,##0.00_-', '3', '3'],
    ['[Red]0;[Blue]-0', '3', '3'],
    ['00000', '123', '00123'],
    ['00000', '1234567', '1234567'],
    ['00000', '12.5', '12.5'],
    ['00000', '-12', '-12'],
    ['"+"0', '79160000001', '+79160000001'],
    ['\\+0\\ (000)\\ 000\\-00\\-00', '79160000001', '+7 (916) 000-00-01'],
    ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '79160000001', '79160000001'],
  ])('format %s shows %s as %s', (format, value, expected) =>
    expect(cellOf(`s="1"><v>${value}</v>`, { styles: styled(format) })).toBe(expected),
  )

  test.each([
    [14, '31184', '1985-05-17'],
    [20, '0.5', '12:00'],
    [22, '31184.5', '1985-05-17T12:00'],
    [46, '1.5', '36:00'],
    [11, '31184', '31184'],
    [49, '31184', '31184'],
  ])('built-in format %i', (id, value, expected) => {
    const styles = `<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`
    expect(cellOf(`s="1"><v>${value}</v>`, { styles })).toBe(expected)
  })

  test.each([
    ['dd.mm.yyyy', '29722', '1985-05-17'],
    ['dd.mm.yyyy', '0.5', '1904-01-01T12:00'],
    ['h:mm', '0.5', '12:00'],
    ['dd.mm.yyyy', '1', '1904-01-02'],
    ['dd.mm.yyyy', '2957004', '2957004'],
  ])('since 1904: format %s shows %s as %s', (format, value, expected) => {
    const book = '<workbookPr date1904="1"/>'
    expect(cellOf(`s="1"><v>${value}</v>`, { styles: styled(format), book })).toBe(expected)
  })

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Moscow', 'Africa/Monrovia'])(
    'no day moves in %s',
    (name) => {
      process.env.TZ = name
      expect(firstOf(fixture('workbook_97.xls')).rows[4]?.cells[5]).toBe('1985-05-17')
      expect(firstOf(fixture('workbook_libreoffice.ods')).rows[2]?.cells[2]).toBe('1985-05-17')
      expect(cellOf('t="d" s="1"><v>1985-05-17</v>', { styles: styled('dd.mm.yyyy') })).toBe('1985-05-17')
      expect(cellOf('s="1"><v>15000.5</v>', { styles: styled('d.m.yy h:mm') })).toBe('1941-01-24T12:00')
      expect(
        xml2003('<Row><Cell><Data ss:Type="DateTime">1985-05-17T00:00:00.000</Data></Cell></Row>').rows[0]?.cells,
      ).toEqual(['1985-05-17'])
    },
  )

  test('errors are counted and read as nothing', () => {
    const sheet = firstOf(
      xlsxOf({
        sheet: '<sheetData><row><c t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c><c><v>1</v></c></row></sheetData>',
      }),
    )
    expect(sheet).toMatchObject({ errors: 2, rows: [{ line: 1, cells: ['', '', '1'] }] })
  })

  test('an error in a row of nothing else', () => {
    expect(firstOf(xlsxOf({ sheet: '<sheetData><row><c t="e"><v>#N/A</v></c></row></sheetData>' }))).toMatchObject({
      errors: 1,
      rows: [],
    })
  })
})

describe('sheets of .xlsx', () => {
  test('shared texts, also rich ones and ones with prefixes', () => {
    const strings =
      '<si><t>Ёлкина</t></si><si><r><t>O\'Brien</t></r><r><t xml:space="preserve">-Ñandú </t></r></si><x:si><x:t>😀</x:t></x:si>'
    expect(rowsOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>', { strings })).toEqual([
      ['Ёлкина', "O'Brien-Ñandú ", '😀'],
    ])
  })

  test('rows and cells that do not say where they are, and prefixes', () => {
    expect(
      rowsOf(
        '<x:row><x:c><x:v>1</x:v></x:c><x:c r="D1"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>4</x:v></x:c></x:row>',
      ),
    ).toEqual([['1', '', '', '2', '3'], ['4']])
  })

  test('rows in the wrong order', () => {
    const sheet = firstOf(
      xlsxOf({
        sheet:
          '<sheetData><row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row><row r="3"><c r="B3"><v>4</v></c></row></sheetData>',
      }),
    )
    expect(linesOf(sheet)).toEqual({ 1: ['', '1'], 3: ['3', '4'] })
  })

  test('a dimension and formatted cells far away cost nothing', () => {
    const sheet = firstOf(
      xlsxOf({
        sheet:
          '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" s="1"/></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
      }),
    )
    expect(sheet).toMatchObject({ rows: [{ line: 1, cells: ['1'] }], hiddenRows: 0 })
  })

  test('what is merged downwards is repeated in rows with cells of their own', () => {
    const sheet = firstOf(
      xlsxOf({
        sheet:
          '<sheetData><row r="1"><c r="A1"><v>7</v></c><c r="C1"><v>8</v></c></row><row r="2"><c r="D2"><v>9</v></c></row><row r="4"><c r="B4"><v>5</v></c></row></sheetData>' +
          '<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="C1:C1048576"/><mergeCell ref="E9"/></mergeCells>',
      }),
    )
    expect(linesOf(sheet)).toEqual({ 1: ['7', '', '8'], 2: ['7', '', '8', '9'], 4: ['', '5', '8'] })
    expect(sheet.merges).toEqual([
      { line: 1, column: 0, rows: 3, columns: 2 },
      { line: 1, column: 2, rows: 1048576, columns: 1 },
    ])
  })

  test('what is macro-enabled', () => {
    expect(readWorkbook(xlsxOf({ sheet: '<sheetData/>', also: { 'xl/vbaProject.bin': packed('x') } })).format).toBe(
      'xlsm',
    )
  })

  test('parts in UTF-16', () => {
    const text = Buffer.from(
      '\ufeff<worksheet><sheetData><row><c t="str"><v>Ёлкина</v></c></row></sheetData></worksheet>',
      'utf16le',
    )
    const bytes = xlsxOf({ sheet: stored(text) })
    expect(firstOf(bytes).rows[0]?.cells).toEqual(['Ёлкина'])
  })

  test('a long sheet', () => {
    const rows = rowsOf('<row><c t="str"><v>Ґалаґан</v></c></row>'.repeat(100_000))
    expect(rows).toHaveLength(100_000)
    expect(rows.every(([text]) => text === 'Ґалаґан')).toBe(true)
  })

  test('links and widths of whole columns cost nothing', () => {
    const sheet = firstOf(
      xlsxOf({
        sheet:
          '<cols><col min="1" max="2000000000" width="9"/></cols><sheetData><row><c t="str"><v>почта</v></c></row></sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>',
      }),
    )
    expect(sheet.rows).toEqual([{ line: 1, cells: ['почта'] }])
  })

  test('letters written as numbers', () => {
    const strings = '<si><t>&#1071; &#x1F600; &#55357;&#56832; &#38;lt;</t></si>'
    expect(rowsOf('<row><c t="s"><v>0</v></c><c t="str"><v>&#1071;</v></c></row>', { strings })).toEqual([
      ['Я 😀 😀 &lt;', 'Я'],
    ])
  })
})

describe('pages that call themselves .xls', () => {
  test.each([
    ['UTF-8 with BOM', Buffer.from('\ufeff<table><tr><td>Ґалаґан')],
    ['UTF-16 with BOM', Buffer.from('\ufeff<table><tr><td>Ґалаґан', 'utf16le')],
    ['UTF-16 without', Buffer.from('<table><tr><td>Ґалаґан', 'utf16le')],
    ['UTF-8 that says it were western', Buffer.from('<meta charset="iso-8859-1"><table><tr><td>Ґалаґан')],
    ['windows-1251 that says nothing', Buffer.from('<table><tr><td>\xa5\xe0\xeb\xe0\xb4\xe0\xed', 'latin1')],
    ['koi8-u', Buffer.from('<meta charset=koi8-u><table><tr><td>\xbd\xc1\xcc\xc1\xad\xc1\xce', 'latin1')],
  ])('%s', (_, bytes) => expect(firstOf(bytes).rows).toEqual([{ line: 1, cells: ['Ґалаґан'] }]))

  test('cells without ends, spans, breaks and comments', () => {
    const sheet = page(
      '<!-- <table><tr><td>no</td></tr></table> --><script>"<table><td>no"</script><TABLE>' +
        '<TR><TD colspan=2>a &lt;b&gt;<TD rowspan="3">c<TR style=\'display:none\'><td title="1 > 0">d<td>  e\n f<br>g<p>h</p>' +
        '<tr><td>&nbsp;<td>i</table>',
    )
    expect(linesOf(sheet)).toEqual({ 1: ['a <b>', '', 'c'], 2: ['d', 'e f\ng\nh', 'c'], 3: ['', 'i', 'c'] })
    expect(sheet).toMatchObject({
      name: '',
      merges: [
        { line: 1, column: 0, rows: 1, columns: 2 },
        { line: 1, column: 2, rows: 3, columns: 1 },
      ],
    })
  })

  test('two tables are two sheets', () => {
    const { sheets } = readWorkbook(Buffer.from('<table><tr><td>a</table><table><tr><th>b</th></tr>'))
    expect(sheets.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([[['a']], [['b']]])
  })

  test.each([
    ['&#128512;&#x1f600;', '😀😀'],
    ['&#1025;&#235;', 'Ёë'],
    ['&laquo;A&raquo; &mdash; O&#39;Brien', "«A» — O'Brien"],
    ['&#60;b&#62; &amp;lt;', '<b> &lt;'],
    ['a&shy;b &unknown;', 'ab &unknown;'],
  ])('%s', (text, expected) =>
    expect(page(`<table><tr><td>${text}</td></tr></table>`).rows[0]?.cells).toEqual([expected]),
  )

  test.each(['00123', '+79160000001', '1,234', '01.02.2026', '7.916E+10', '=1+1', 'TRUE'])('%s stays text', (text) =>
    expect(page(`<table><tr><td>${text}</td></tr></table>`).rows[0]?.cells).toEqual([text]),
  )
})

describe('XML of Excel 2003', () => {
  test('places, kinds, merges and hidden things', () => {
    const sheet = xml2003(
      '<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Ёлкина &#10;Анна</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">79160000001</Data></Cell></Row>' +
        '<Row ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="DateTime">2026-11-14T10:30:00.000</Data><Comment><ss:Data ss:Type="String">no</ss:Data></Comment></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>' +
        '<Row><Cell><Data ss:Type="DateTime">1899-12-31T09:15:00.000</Data></Cell></Row>',
      '<Styles><Style ss:ID="p"><NumberFormat ss:Format="&quot;+&quot;0"/></Style></Styles>',
    )
    expect(linesOf(sheet)).toEqual({
      2: ['Ёлкина \nАнна', '', '+79160000001'],
      3: ['', '2026-11-14T10:30', 'yes'],
      4: ['09:15'],
    })
    expect(sheet).toMatchObject({ name: 'Лист', hidden: true, hiddenRows: 1, errors: 1 })
    expect(sheet.merges).toEqual([{ line: 2, column: 0, rows: 1, columns: 2 }])
  })
})

describe('OpenDocument', () => {
  test('kinds of cells', () => {
    const cell = (attributes: string, text = ''): string =>
      `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
    const sheet = opened(
      `<table:table-row>${[
        cell('office:value-type="float" office:value="79160000001"', '79160000001'),
        cell('office:value-type="currency" office:value="1234.5"', '1 234,50 ₽'),
        cell('office:value-type="date" office:date-value="1890-01-15"', '15.01.1890'),
        cell('office:value-type="time" office:time-value="PT09H05M00S"', '09:05'),
        cell('office:value-type="boolean" office:boolean-value="true"', 'ИСТИНА'),
        cell('office:value-type="string" office:string-value="так"', 'не так'),
        `<table:table-cell><office:annotation><text:p>no</text:p></office:annotation><text:p>a<text:tab/>b<text:line-break/>c <text:span>d</text:span></text:p></table:table-cell>`,
      ].join('')}</table:table-row>`,
    )
    expect(sheet.rows[0]?.cells).toEqual(['79160000001', '1234.5', '1890-01-15', '09:05', 'yes', 'так', 'a\tb\nc d'])
  })

  test('what is repeated and merged', () => {
    const sheet = opened(
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>' +
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
        '<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>y</text:p></table:table-cell></table:table-row>' +
        '<table:table-row><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell><table:table-cell><text:p>z</text:p></table:table-cell></table:table-row>',
    )
    expect(linesOf(sheet)).toEqual({ 1: ['x', 'x'], 2: ['x', 'x'], 1000003: ['y'], 1000004: ['y', 'z'] })
  })
})

describe('known limits', () => {
  test('a date by its ISO name in a cell without a format of dates is a number of days', () => {
    expect(cellOf('t="d"><v>1985-05-17T00:00:00</v>')).toBe('31184')
  })

  test('markup in the text of a formula is decoded twice', () => {
    expect(cellOf('t="str"><v>&amp;lt; _x005F_x0041_</v>')).toBe('< A')
  })

  test('a link does not speak for an empty cell', () => {
    const links = '</sheetData><hyperlinks><hyperlink ref="B1" r:id="r1"/></hyperlinks><sheetData>'
    const relations =
      '<Relationship Id="r1" Type="x/hyperlink" Target="mailto:elkina@example.com" TargetMode="External"/>'
    expect(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>${links}`, { relations })).toEqual([['1']])
  })

  test('rows hidden in a page or in OpenDocument are read and not counted, and sheets hidden there are not said to be', () => {
    const hidden = opened(
      '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
    )
    for (const sheet of [hidden, page('<table><tr style="display:none"><td>x</table>')])
      expect(sheet).toMatchObject({ hiddenRows: 0, rows: [{ line: 1, cells: ['x'] }] })
  })

  test('zeros before a number in OpenDocument are only shown', () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="123"><text:p>00123</text:p></table:table-cell>'
    expect(opened(`<table:table-row>${cell}</table:table-row>`).rows[0]?.cells).toEqual(['123'])
  })

  test('a table inside another ends it', () => {
    const sheet = page('<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>')
    expect(sheet.rows.map(({ cells }) => cells)).toEqual([['a'], ['b']])
  })
})
