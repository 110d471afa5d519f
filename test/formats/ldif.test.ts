import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLdif } from '../../src/formats/ldif.js'
import { recognise } from '../../src/formats/recognise.js'
import { FormatError } from '../../src/formats/table.js'

const FIXTURE = new URL('../../fixtures/import/thunderbird.ldif', import.meta.url)

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('an address book of Thunderbird', () => {
  const { header, rows } = readLdif(readFileSync(FIXTURE, 'utf8'))
  const cell = (row: number, name: string): string | undefined => rows[row]?.cells[header.indexOf(name)]

  test('is recognised', () => expect(recognise(readFileSync(FIXTURE))).toBe('ldif'))

  test('has every attribute once, in order', () => {
    expect(header.slice(0, 5)).toEqual(['dn', 'objectclass', 'givenName', 'sn', 'cn'])
    expect(new Set(header.map((name) => name.toLowerCase())).size).toBe(header.length)
    for (const { cells } of rows) expect(cells).toHaveLength(header.length)
  })

  test.each([
    [0, 'givenName', 'Анна'],
    [0, 'sn', 'Ёлкина'],
    [0, 'o', 'ООО «Ромашка»'],
    [0, 'mozillaSecondEmail', 'yolkina@example.org'],
    [0, 'birthmonth', '5'],
    [0, 'objectclass', 'top\nperson\norganizationalPerson\ninetOrgPerson\nmozillaAbPersonAlpha'],
    [0, 'description', 'Звонить после обеда\nНе писать'],
    [0, 'jpegPhoto', ''],
    [1, 'dn', 'cn=Olesia Galagan'],
    [1, 'givenName', 'Олеся'],
    [1, 'sn', 'Ґалаґан'],
    [1, 'mobile', '+380 67 000 00 03'],
    [1, 'jpegPhoto', ''],
    [2, 'cn', "Miguel O'Brien"],
    [2, 'givenName', ''],
    [2, 'mail', 'miguel@example.com\nobrien@example.org'],
  ])('row %i, %s: %j', (row, name, value) => expect(cell(row, name)).toBe(value))

  test('rows know their lines', () => expect(rows.map(({ line }) => line)).toEqual([4, 29, 42]))
})

describe('LDIF', () => {
  test.each<[string, string, string[], [number, string[]][]]>([
    ['nothing', '', [], []],
    ['only comments', '# a\n  b\n\nversion: 1\n', [], []],
    ['CRLF and a mark', '\ufeffdn: a\r\nsn: Їжак\r\n', ['dn', 'sn'], [[1, ['a', 'Їжак']]]],
    [
      'several blank lines',
      'dn: a\n\n\n \ndn: b\n',
      ['dn'],
      [
        [1, ['a']],
        [5, ['b']],
      ],
    ],
    ['a comment that goes on', 'dn: a\n# x\n y: z\nsn: b\n', ['dn', 'sn'], [[1, ['a', 'b']]]],
    ['no space behind the colon', 'dn:a\nsn:\n', ['dn', 'sn'], [[1, ['a', '']]]],
    ['options of attributes', 'dn: a\ncn;lang-uk: x\n', ['dn', 'cn;lang-uk'], [[1, ['a', 'x']]]],
    [
      'an address is not opened',
      'dn: a\nphoto:< file:///etc/passwd\n',
      ['dn', 'photo'],
      [[1, ['a', 'file:///etc/passwd']]],
    ],
    [
      'colons in the value',
      'dn: a\nurl: https://example.org/:x\n',
      ['dn', 'url'],
      [[1, ['a', 'https://example.org/:x']]],
    ],
    [
      'base64 over two lines',
      `dn: a\nsn:: ${base64('Ёлк').slice(0, 3)}\n ${base64('Ёлк').slice(3)}`,
      ['dn', 'sn'],
      [[1, ['a', 'Ёлк']]],
    ],
    [
      'an attribute that only the second has',
      'dn: a\n\ndn: b\nsn: x\n',
      ['dn', 'sn'],
      [
        [1, ['a', '']],
        [3, ['b', 'x']],
      ],
    ],
    ['version as an attribute', 'dn: a\nversion: 3\n', ['dn', 'version'], [[1, ['a', '3']]]],
  ])('%s', (_, text, header, rows) => {
    expect(readLdif(text)).toEqual({ header, rows: rows.map(([line, cells]) => ({ line, cells })) })
  })

  test('a line that is no attribute has its number', () => {
    expect(() => readLdif('dn: a\n\nлишнее\n')).toThrow(new FormatError('broken', 3, 'LDIF'))
  })

  test('any text is rows or a FormatError', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('dn', ':', ' ', '\n', '#', '-', 'Ё', 'a=', '\r') }),
    )
    fc.assert(
      fc.property(text, (each) => {
        try {
          const { header, rows } = readLdif(each)
          for (const { cells } of rows) expect(cells).toHaveLength(header.length)
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { numRuns: 1000 },
    )
  })
})
