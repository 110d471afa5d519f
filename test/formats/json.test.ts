import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, tableOfRecords } from '../../src/formats/json.js'
import { isFormatError } from '../../src/formats/table.js'

const never = (): boolean => false
const hasName = (record: unknown): boolean => typeof record === 'object' && record !== null && 'name' in record

describe('which records a text has', () => {
  test.each<[string, string, 'json' | 'ndjson', unknown[]]>([
    ['a list', '[{"a":1},{"a":2}]', 'json', [{ a: 1 }, { a: 2 }]],
    ['an empty list', '[]', 'json', []],
    ['a list of anything', '[1,"x",null]', 'json', [1, 'x', null]],
    ['one object', '{"a":1}', 'json', [{ a: 1 }]],
    ['a list inside', '{"about":"x","contacts":{"list":[{"a":1}]}}', 'json', [{ a: 1 }]],
    ['the list nearest to the top', '{"deep":{"list":[{"a":1}]},"list":[{"b":2}]}', 'json', [{ b: 2 }]],
    ['no list of objects', '{"tags":["x"],"list":[]}', 'json', [{ tags: ['x'], list: [] }]],
    [
      'an object that is a record',
      '{"name":"Ёлкина","phones":[{"value":"1"}]}',
      'json',
      [{ name: 'Ёлкина', phones: [{ value: '1' }] }],
    ],
    ['lines', '{"a":1}\n{"a":2}\n', 'ndjson', [{ a: 1 }, { a: 2 }]],
    ['lines with blank ones and CRLF', '{"a":1}\r\n\r\n{"a":2}\r\n', 'ndjson', [{ a: 1 }, { a: 2 }]],
    ['one line', '{"a":"💐"}\n', 'json', [{ a: '💐' }]],
    ['nothing', '', 'ndjson', []],
  ])('%s', (_, text, format, records) => {
    const found = readJson(text, hasName)
    expect(found.format).toBe(format)
    expect(found.records.map(({ record }) => record)).toEqual(records)
  })

  test('lines of NDJSON are those of the file, records of a list are counted', () => {
    const lines = (text: string): number[] => readJson(text, never).records.map(({ line }) => line)
    expect(lines('{"a":1}\n\n{"a":2}')).toEqual([1, 3])
    expect(lines('[{"a":1},\n\n{"a":2}]')).toEqual([1, 2])
  })

  test.each([
    ['{"a":1', null],
    ['[{"a":1},', null],
    ['{"a":1}\n{"a":', 2],
    ['{"a":1}\n\nnot json\n', 3],
    ['plainly no json', null],
  ])('%j is broken on line %s', (text, line) => {
    let caught: unknown
    try {
      readJson(text, never)
    } catch (error) {
      caught = error
    }
    expect(isFormatError(caught) && [caught.problem, caught.line]).toEqual(['broken', line])
  })
})

describe('broken lines among others', () => {
  test.each<[string, string, [number, unknown, string | undefined][]]>([
    [
      'of objects',
      '{"a":1}\n{"a":\r\n{"a":2}',
      [
        [1, { a: 1 }, undefined],
        [2, null, '{"a":'],
        [3, { a: 2 }, undefined],
      ],
    ],
    [
      'the first',
      'oops\n{"a":1}\n{"a":2}',
      [
        [1, null, 'oops'],
        [2, { a: 1 }, undefined],
        [3, { a: 2 }, undefined],
      ],
    ],
    ['rejected and mended', '{"text":"{\\"a\\":1}","line":7,"reason":"x"}', [[1, { a: 1 }, undefined]]],
    ['rejected again', '{"text":"{\\"a","line":7,"reason":"x"}', [[1, null, '{"a']]],
  ])('%s', (_, text, expected) => {
    const { format, records } = readJson(text, never)
    expect(format).toBe('ndjson')
    expect(records.map(({ line, record, broken }) => [line, record, broken])).toEqual(expected)
  })

  test.each(['1\n2\noops\n', '[\n{"a":1},\n{"a":2}\n', '{"a":1}\noops\noops'])(
    'too many, or no records: %j',
    (text) => {
      expect(() => readJson(text, never)).toThrow(expect.objectContaining({ problem: 'broken' }))
    },
  )

  test('have no cells, and no column', () => {
    expect(
      tableOfRecords([
        { line: 1, record: { a: 1 } },
        { line: 2, record: null, broken: 'x' },
      ]),
    ).toEqual({
      header: ['a'],
      rows: [
        { line: 1, cells: ['1'] },
        { line: 2, cells: [], broken: 'x' },
      ],
    })
  })
})

describe('records as a table', () => {
  test('what stands under a secret key inside is left out, and its way is a column', () => {
    const record = { user: { login: 'x', pin: '1' }, list: [{ deep: { pin: '2' } }], pin: '3' }
    expect(tableOfRecords([{ line: 1, record }], (key) => key === 'pin')).toEqual({
      header: ['user', 'list', 'pin', 'user.pin', 'list.deep.pin'],
      rows: [{ line: 1, cells: ['{"login":"x"}', '[{"deep":{}}]', '3'] }],
    })
  })

  const table = (...records: unknown[]) => tableOfRecords(records.map((record, index) => ({ line: index + 1, record })))

  test('the header is the union of the keys', () => {
    expect(table({ a: 1, b: 'x' }, { c: null, a: 2 })).toEqual({
      header: ['a', 'b', 'c'],
      rows: [
        { line: 1, cells: ['1', 'x', ''] },
        { line: 2, cells: ['2', '', ''] },
      ],
    })
  })

  test.each<[unknown, string]>([
    [null, ''],
    [true, 'yes'],
    [false, 'no'],
    [0, '0'],
    [79160000001, '79160000001'],
    ['Ґалаґан', 'Ґалаґан'],
    [['a', 'b'], 'a\nb'],
    [[{ value: 'a' }], '[{"value":"a"}]'],
    [{ x: 1 }, '{"x":1}'],
    [[], ''],
  ])('%j as a cell', (value, cell) => {
    expect(table({ a: value }).rows[0]?.cells).toEqual([cell])
  })

  test('what is no object is a row of one cell', () => {
    expect(table('x', [1, 2])).toEqual({
      header: ['value'],
      rows: [
        { line: 1, cells: ['x'] },
        { line: 2, cells: ['1\n2'] },
      ],
    })
  })

  test('keys of the language itself are keys like others', () => {
    expect(table(JSON.parse('{"__proto__":"x","constructor":"y"}')).header).toEqual(['__proto__', 'constructor'])
  })
})

test('any JSON is read, and its plain values are found again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))), {
        minLength: 1,
      }),
      (records) => {
        const { records: found } = readJson(JSON.stringify(records), never)
        const { header, rows } = tableOfRecords(found)
        for (const [index, record] of records.entries())
          for (const [key, value] of Object.entries(record))
            if (typeof value === 'string') expect(rows[index]?.cells[header.indexOf(key)]).toBe(value)
      },
    ),
  )
})

test('text that is no JSON is refused, never thrown otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      try {
        readJson(text, never)
      } catch (error) {
        if (!isFormatError(error)) throw error
      }
    }),
  )
})
