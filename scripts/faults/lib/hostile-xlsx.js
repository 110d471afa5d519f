// Workbooks of Excel that nobody means well with: archives that lie, XML that grows, cells at the end of the world.
import { packed, xlsxOf, zipOf } from './archives.js'

const MEGABYTE = 2 ** 20
const cell = (ref, text) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const HEAD = `<row r="1">${cell('A1', 'Name')}${cell('B1', 'Phone')}</row>`
const GOOD = `${HEAD}<row r="2">${cell('A2', 'Anna Ivanova')}${cell('B2', '+44 20 7946 0958')}</row>`
const sheet = (rows, more = '') => `<sheetData>${rows}</sheetData>${more}`
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

/** What it is, its file's ending, whether a refusal is a must, and how it is made: bytes, text, or pieces written one by one. */
export const XLSX_FILES = [
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
  [
    '100,000 cells of numbers that hold none',
    'xlsx',
    'either',
    () =>
      xlsxOf(
        sheet(
          HEAD +
            Array.from(
              { length: 100_000 },
              (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1e999</v></c></row>`,
            ).join(''),
        ),
      ),
  ],
  ['XML a million tags deep', 'xlsx', 'either', () => xlsxOf(sheet('<row>'.repeat(1_000_000)))],
]
