// Archives that lie, and the least that is a workbook: what scripts/faults/workbooks.js makes its files of.
import { constants, crc32, deflateRawSync } from 'node:zlib'

/** One member: `claims` overrules what the headers say of it. */
export function packed(content, { times = 1, claims = {}, raw = false } = {}) {
  const bytes = Buffer.from(content)
  if (raw) return { method: 0, checksum: crc32(bytes), unpacked: bytes.length, parts: [bytes], ...claims }
  let checksum = 0
  const parts = []
  const piece = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  for (let time = 0; time < times; time += 1) {
    checksum = crc32(bytes, checksum)
    parts.push(piece)
  }
  parts.push(deflateRawSync(''))
  return { method: 8, checksum, unpacked: bytes.length * times, parts, ...claims }
}

const short = (number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(number & 0xffff)
  return bytes
}
const long = (number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number >>> 0)
  return bytes
}

/** `members`: pairs of name and member, so that a name may come twice; `at` puts a member's bytes where another's are. */
export function zipOf(members, { entries = members.length } = {}) {
  const parts = []
  const directory = []
  const places = []
  let offset = 0
  for (const [
    index,
    [name, { method, checksum, unpacked, parts: content, at, size, extra = Buffer.alloc(0), flags = 0x800 }],
  ] of members.entries()) {
    const path = Buffer.from(name)
    const length = size ?? content.reduce((sum, part) => sum + part.length, 0)
    const common = Buffer.concat([
      short(20),
      short(flags),
      short(method),
      short(0),
      short(0x21),
      long(checksum),
      long(length),
      long(unpacked),
      short(path.length),
    ])
    places[index] = at === undefined ? offset : places[at]
    const local = [Buffer.from('PK\u0003\u0004', 'latin1'), common, short(0), path, ...content]
    if (at === undefined) {
      parts.push(...local)
      offset += local.reduce((sum, part) => sum + part.length, 0)
    }
    directory.push(
      Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'),
      common,
      short(extra.length),
      Buffer.alloc(10),
      long(places[index]),
      path,
      extra,
    )
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([
    ...parts,
    ...directory,
    Buffer.from('PK\u0005\u0006\0\0\0\0', 'latin1'),
    short(entries),
    short(entries),
    long(length),
    long(offset),
    short(0),
  ])
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An .xlsx of one sheet from the XML inside <worksheet>; `parts` are put in place of its own, or beside them. */
export function xlsxOf(
  sheet,
  { strings = '', styles = '', sheets = '<sheet name="A" sheetId="1" r:id="r1"/>', parts = {} } = {},
) {
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const override = (path, type) => `<Override PartName="/xl/${path}" ContentType="${KIND}.${type}+xml"/>`
  const members = {
    '[Content_Types].xml': packed(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override('workbook.xml', 'sheet.main')}${override('worksheets/sheet1.xml', 'worksheet')}${override('styles.xml', 'styles')}${override('sharedStrings.xml', 'sharedStrings')}</Types>`,
    ),
    '_rels/.rels': packed(`<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': packed(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>${sheets}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': packed(
      `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? packed(`<worksheet>${sheet}</worksheet>`) : sheet,
    'xl/sharedStrings.xml': packed(`<sst>${strings}</sst>`),
    'xl/styles.xml': packed(`<styleSheet>${styles}</styleSheet>`),
    ...parts,
  }
  return zipOf(Object.entries(members))
}

/** An .ods of one table. */
export const odsOf = (content) =>
  zipOf([
    ['mimetype', packed('application/vnd.oasis.opendocument.spreadsheet', { raw: true })],
    [
      'content.xml',
      typeof content === 'string'
        ? packed(
            `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${content}</table:table></office:spreadsheet></office:body></office:document-content>`,
          )
        : content,
    ],
    ['META-INF/manifest.xml', packed('<manifest:manifest/>')],
  ])

/** One record of Excel's old format. */
export const record = (type, ...parts) => {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)))
  return Buffer.concat([short(type), short(data.length), data])
}
export { long, short }
