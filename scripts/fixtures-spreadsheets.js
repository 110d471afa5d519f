// Writes the spreadsheets of fixtures/import. All people are invented. SheetJS makes Excel's formats, so that what we read was
// not written by ourselves; the .ods is spelt out as LibreOffice would, and the page as a CRM would.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { utils, write } from 'xlsx'

const folder = fileURLToPath(new URL('../fixtures/import/', import.meta.url))
const save = (name, bytes) => writeFileSync(join(folder, name), bytes)

const HEADER = [
  ['№', 'ФИО', 'Контакты', null, 'Город', 'День рождения', 'Сумма', 'Заметка'],
  [null, null, 'Телефон', 'E-mail', null, null, null, null],
]
const PEOPLE = [
  [
    1,
    'Ёлкина Анна Петровна',
    79160000001,
    'elkina@example.com',
    'Москва',
    31184,
    12500.5,
    'любит чай\nне звонить 13–14',
  ],
  [2, 'Ґалаґан Олесь', '067 000 00 03', 'halahan@example.org', 'Київ', 33001, 800, 'скрытая строка'],
  [3, "O'Brien-Ñandú Iker", 79160000004, 'iker@example.net', 'Bilbao', 46340.4375, null, '=1+1'],
]
const TOTAL = [null, 'ИТОГО', null, null, null, null, 13300.5, null]
const ROWS = [['База клиентов – 2026 год'], ['обновлено 20.11.2026'], [], ...HEADER, ...PEOPLE, TOTAL]

/** Columns that the second row of the header does not divide. */
const UNDIVIDED = [0, 1, 4, 5, 6, 7]

function book(is1904) {
  const shift = is1904 ? 1462 : 0
  const rows = ROWS.map((row) =>
    row.map((cell, column) => (column === 5 && typeof cell === 'number' ? cell - shift : cell)),
  )
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 7 } },
    { s: { r: 3, c: 2 }, e: { r: 3, c: 3 } },
    ...UNDIVIDED.map((column) => ({ s: { r: 3, c: column }, e: { r: 4, c: column } })),
  ]
  sheet['!rows'] = Array.from({ length: 7 }, (_, row) => (row === 6 ? { hidden: true } : {}))
  for (const [line, format] of [
    [6, 'dd.mm.yyyy'],
    [7, 'm/d/yy'],
    [8, 'dd.mm.yyyy hh:mm'],
  ])
    sheet[`F${line}`].z = format
  sheet.C8.z = '"+"0'
  sheet.G8 = { t: 'e', v: 0x2a }
  const help = utils.aoa_to_sheet([['Как заполнять'], ['Одна строка – один клиент']])
  return {
    SheetNames: ['Клиенты', 'Справка', 'Архив'],
    Sheets: { Клиенты: sheet, Справка: help, Архив: utils.aoa_to_sheet([['пусто']]) },
    Workbook: { WBProps: { date1904: is1904 }, Sheets: [{}, {}, { Hidden: 1 }] },
  }
}

const cell = (text, type = '') =>
  `<table:table-cell office:value-type="string"${type}><text:p>${text}</text:p></table:table-cell>`
const typed = (type, value, shown, more = '') =>
  `<table:table-cell office:value-type="${type}" office:${type === 'date' ? 'date-value' : 'value'}="${value}"${more}><text:p>${shown}</text:p></table:table-cell>`
const row = (cells, more = '') => `<table:table-row${more}>${cells.join('')}</table:table-row>`
const NAMESPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

const CONTENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMESPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">
<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Клієнти" table:style-name="ta1">
${row([cell('База клієнтів', ' table:number-columns-spanned="4"'), '<table:covered-table-cell table:number-columns-repeated="3"/>'])}
${row(['<table:table-cell table:number-columns-repeated="1024"/>'], ' table:number-rows-repeated="2"')}
${row([cell('Ім’я'), cell('Телефон'), cell('День народження'), cell('Знижка')])}
${row([cell('Ґалаґан Олесь'), typed('float', '380670000003', '+380670000003'), typed('date', '1985-05-17', '17.05.1985'), typed('percentage', '0.15', '15 %')])}
${row([cell('Ёлкина<text:s text:c="2"/>Анна</text:p><text:p>Петровна'), typed('float', '79160000001', '79160000001'), typed('date', '2026-11-14T10:30:00', '14.11.26 10:30'), cell('#N/A', ' calcext:value-type="error" table:formula="of:=NA()"')], ' table:visibility="collapse"')}
${row(['<table:table-cell table:number-columns-repeated="1024"/>'], ' table:number-rows-repeated="1048570"')}
</table:table><table:table table:name="Архів" table:style-name="ta2">${row([cell('x')])}</table:table>
</office:spreadsheet></office:body></office:document-content>`

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

const STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>`

/** An archive of members that are not packed, in their order: the type of an OpenDocument has to stand first and bare. */
function archive(members) {
  const [front, directory] = [[], []]
  let offset = 0
  for (const [path, text] of members) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    front.push(Buffer.from('PK\x03\x04'), common, name, content)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, place, name)
    offset += 30 + name.length + content.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...front, ...directory, end])
}

const PAGE = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Контакты</title></head><body>
<table><tr><td>Выгрузка</td></tr></table>
<table border=1>
<tr><th rowspan="2">Имя</th><th colspan="2">Связь</th><th rowspan="2">Дата</th></tr>
<tr><th>Телефон</th><th>E-mail</th></tr>
<tr><td>Ёлкина&nbsp;Анна</td><td>+79160000001</td><td><a href="mailto:elkina@example.com">elkina@example.com</a></td><td>01.02.2026</td></tr>
<tr><td>ООО &laquo;Пример &amp; Ко&raquo;</td><td>0080</td><td>info@example.com<br>office@example.com</td><td>1,234</td></tr>
</table></body></html>`

/** Letters of windows-1251 that PAGE needs. */
function cp1251(text) {
  const decoder = new TextDecoder('windows-1251')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (letter) => bytes.get(letter))
}

save('workbook_title_merged.xlsx', write(book(false), { type: 'buffer', bookType: 'xlsx', compression: true }))
save('workbook_1904.xlsx', write(book(true), { type: 'buffer', bookType: 'xlsx', compression: true }))
save('workbook_97.xls', write(book(false), { type: 'buffer', bookType: 'biff8', bookSST: true }))
save(
  'workbook_libreoffice.ods',
  archive([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['content.xml', CONTENT],
    ['styles.xml', STYLES],
    ['META-INF/manifest.xml', MANIFEST],
  ]),
)
save('table_from_crm.xls', cp1251(PAGE))
