import { isFormatError } from '../../src/formats/table.js'
import { type Packed, packer, stored, zipOf } from './zip-packing.js'

/** A part, packed; `times` repeats a text without holding it. */
export function packed(text: string, times = 1): Packed {
  const { add, end } = packer()
  for (let time = 0; time < times; time++) add(text)
  return end()
}

interface Workbook {
  sheet: string | Packed
  strings?: string
  styles?: string
  /** Inside <workbook>, before the sheets. */
  book?: string
  /** Inside the sheet's relations. */
  relations?: string
  also?: Record<string, Packed>
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** The least that is an .xlsx: one sheet from the XML inside <worksheet>. */
export function xlsxOf({ sheet, strings = '', styles = '', book = '', relations, also = {} }: Workbook): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${kind}.${type}+xml"/>`
  const types =
    part('workbook.xml', 'sheet.main') +
    part('worksheets/sheet1.xml', 'worksheet') +
    part('styles.xml', 'styles') +
    part('sharedStrings.xml', 'sharedStrings')
  return zipOf(
    new Map<string, Packed>([
      [
        '[Content_Types].xml',
        packed(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`),
      ],
      ['_rels/.rels', packed(`<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`)],
      [
        'xl/workbook.xml',
        packed(`<workbook ${MAIN}>${book}<sheets><sheet name="Лист" r:id="r1"/></sheets></workbook>`),
      ],
      [
        'xl/_rels/workbook.xml.rels',
        packed(
          `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
        ),
      ],
      ['xl/worksheets/sheet1.xml', typeof sheet === 'string' ? packed(`<worksheet>${sheet}</worksheet>`) : sheet],
      ['xl/sharedStrings.xml', packed(`<sst>${strings}</sst>`)],
      ['xl/styles.xml', packed(`<styleSheet>${styles}</styleSheet>`)],
      ...(relations === undefined
        ? []
        : ([['xl/worksheets/_rels/sheet1.xml.rels', packed(`<Relationships>${relations}</Relationships>`)]] as const)),
      ...Object.entries(also),
    ]),
  )
}

const MANIFEST =
  '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'

/** An .ods of one sheet with these rows; `styles` stand before them. */
export const odsOf = (rows: string | Packed, styles = ''): Buffer =>
  zipOf(
    new Map<string, Packed>([
      ['mimetype', stored(Buffer.from('application/vnd.oasis.opendocument.spreadsheet'))],
      [
        'content.xml',
        typeof rows === 'string'
          ? packed(
              `<office:document-content>${styles}<office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
            )
          : rows,
      ],
      ['styles.xml', packed('<office:document-styles/>')],
      ['META-INF/manifest.xml', packed(MANIFEST)],
    ]),
  )

/** Styles whose cell format 1 has this number format. */
export const styled = (format: string): string =>
  `<numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/></numFmts>` +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'

/** One record of Excel's old format. */
export function record(type: number, ...parts: (number[] | Buffer)[]): Buffer {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

/** Little-endian shorts. */
export const shorts = (...numbers: number[]): Buffer => Buffer.from(Uint16Array.from(numbers).buffer)

/** How the reading failed: the problem, or the error itself if it is not one that was meant. */
export function problemOf(read: () => unknown): unknown {
  try {
    read()
    return null
  } catch (error) {
    return isFormatError(error) ? error.problem : error
  }
}
