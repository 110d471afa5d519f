import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoderOf, encodeCp1251 } from '../../src/formats/code-pages.js'
import { type CsvShape, readCsv } from '../../src/formats/csv.js'
import { guessDelimiter } from '../../src/formats/csv-delimiter.js'
import { safeCell, takeBack, writeCsv } from '../../src/formats/csv-writing.js'
import { FormatError, type TableRow } from '../../src/formats/table.js'

async function* stream(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

interface Wanted {
  encoding?: string
  delimiter?: string
  size?: number
  undouble?: boolean
}

async function read(input: string | Uint8Array, { encoding, delimiter, size, undouble }: Wanted = {}) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const rows: TableRow[] = []
  const shapes: CsvShape[] = []
  const wanted = { encoding: encoding ?? 'utf-8', delimiter: delimiter ?? null, undouble: undouble === true }
  for await (const portion of readCsv(stream(bytes, size ?? 65_536), wanted, (shape) => shapes.push(shape)))
    rows.push(...portion)
  expect(shapes).toHaveLength(1)
  return { rows, shape: shapes[0] }
}

const cellsOf = async (input: string | Uint8Array, wanted: Wanted = {}) =>
  (await read(input, wanted)).rows.map(({ cells }) => cells)
const linesOf = async (input: string | Uint8Array, wanted: Wanted = {}) =>
  (await read(input, wanted)).rows.map(({ line }) => line)

async function problemOf(input: string | Uint8Array, wanted: Wanted = {}): Promise<FormatError> {
  try {
    await read(input, wanted)
  } catch (error) {
    if (error instanceof FormatError) return error
    throw error
  }
  throw new Error('no problem')
}

const cp1251 = (text: string): Uint8Array => encodeCp1251(text).bytes
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(little ? bytes : bytes.swap16())
}

const PEOPLE = [
  ['Имя', 'Телефон', 'Город'],
  ['Ёлкина Анна', '+79161234567', 'Київ'],
  ['Їжак', '', ''],
]

describe('shapes', () => {
  test.each<[string, string | Uint8Array, Wanted, Partial<CsvShape>]>([
    ['comma', 'Имя,Телефон,Город\nЁлкина Анна,+79161234567,Київ\nЇжак,,\n', {}, { encoding: 'utf-8', delimiter: ',' }],
    [
      'semicolon',
      'Имя;Телефон;Город\nЁлкина Анна;+79161234567;Київ\nЇжак;;\n',
      {},
      { encoding: 'utf-8', delimiter: ';' },
    ],
    [
      'tab',
      'Имя\tТелефон\tГород\nЁлкина Анна\t+79161234567\tКиїв\nЇжак\t\t\n',
      {},
      { encoding: 'utf-8', delimiter: '\t' },
    ],
    ['bar', 'Имя|Телефон|Город\nЁлкина Анна|+79161234567|Київ\nЇжак||\n', {}, { encoding: 'utf-8', delimiter: '|' }],
    [
      'no line break at the end',
      'Имя,Телефон,Город\nЁлкина Анна,+79161234567,Київ\nЇжак,,',
      {},
      { encoding: 'utf-8', delimiter: ',' },
    ],
    [
      'byte order mark',
      '\ufeffИмя,Телефон,Город\nЁлкина Анна,+79161234567,Київ\nЇжак,,\n',
      {},
      { encoding: 'utf-8', delimiter: ',' },
    ],
    [
      'CRLF',
      'Имя,Телефон,Город\r\nЁлкина Анна,+79161234567,Київ\r\nЇжак,,\r\n',
      {},
      { encoding: 'utf-8', delimiter: ',' },
    ],
    [
      'CRLF and LF',
      'Имя,Телефон,Город\r\nЁлкина Анна,+79161234567,Київ\nЇжак,,\r\n',
      {},
      { encoding: 'utf-8', delimiter: ',' },
    ],
    ['CR', 'Имя,Телефон,Город\rЁлкина Анна,+79161234567,Київ\rЇжак,,\r', {}, { encoding: 'utf-8', delimiter: ',' }],
    [
      'quoted',
      '"Имя","Телефон","Город"\r\n"Ёлкина Анна","+79161234567","Київ"\r\n"Їжак","",""\r\n',
      {},
      { encoding: 'utf-8', delimiter: ',' },
    ],
    [
      'sep=;',
      'sep=;\r\nИмя;Телефон;Город\r\nЁлкина Анна;+79161234567;Київ\r\nЇжак;;\r\n',
      {},
      { encoding: 'utf-8', delimiter: ';' },
    ],
    [
      'mark and sep=',
      '\ufeffsep=|\nИмя|Телефон|Город\nЁлкина Анна|+79161234567|Київ\nЇжак||\n',
      {},
      { encoding: 'utf-8', delimiter: '|' },
    ],
    [
      'a delimiter that was named',
      'Имя~Телефон~Город\nЁлкина Анна~+79161234567~Київ\nЇжак~~\n',
      { delimiter: '~' },
      { encoding: 'utf-8', delimiter: '~' },
    ],
    [
      'cp1251',
      cp1251('Имя;Телефон;Город\r\nЁлкина Анна;+79161234567;Київ\r\nЇжак;;\r\n'),
      { encoding: 'cp1251' },
      { encoding: 'cp1251', delimiter: ';' },
    ],
    [
      'UTF-16LE with its mark',
      utf16('Имя\tТелефон\tГород\r\nЁлкина Анна\t+79161234567\tКиїв\r\nЇжак\t\t\r\n', true),
      { encoding: 'utf-16le' },
      { encoding: 'utf-16le', delimiter: '\t' },
    ],
    [
      'UTF-16BE with its mark',
      utf16('Имя,Телефон,Город\nЁлкина Анна,+79161234567,Київ\nЇжак,,\n', false),
      { encoding: 'utf-16be' },
      { encoding: 'utf-16be', delimiter: ',' },
    ],
  ])('%s', async (_, input, wanted, shape) => {
    const { rows, shape: found } = await read(input, wanted)
    expect(found).toMatchObject(shape)
    expect(rows.map(({ cells }) => cells)).toEqual(PEOPLE)
  })

  test.each([
    ['', []],
    ['\ufeff', []],
    ['\n\n\n', []],
    ['a\n\nb\n', [['a'], ['b']]],
    [
      'a,b\n,\n\nc,d\n',
      [
        ['a', 'b'],
        ['', ''],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\n"say ""hi""",2\n',
      [
        ['a', 'b'],
        ['say "hi"', '2'],
      ],
    ],
    [
      'a,b\n"x\r\ny",2\r\n',
      [
        ['a', 'b'],
        ['x\r\ny', '2'],
      ],
    ],
    [
      'a,b\n"x,y","z;t"\n',
      [
        ['a', 'b'],
        ['x,y', 'z;t'],
      ],
    ],
    ['a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    [
      'a,b\n 1 , 2 \n',
      [
        ['a', 'b'],
        [' 1 ', ' 2 '],
      ],
    ],
    [
      'a,b\n1,O"Brien\n',
      [
        ['a', 'b'],
        ['1', 'O"Brien'],
      ],
    ],
    [
      'a,b\n"","\n"\n',
      [
        ['a', 'b'],
        ['', '\n'],
      ],
    ],
    ['Имя\nАнна\n', [['Имя'], ['Анна']]],
  ])('%j', async (text, cells) => expect(await cellsOf(text, { delimiter: ',' })).toEqual(cells))
})

describe('the delimiter of a narrow file', () => {
  const rows = (delimiter: string, count: number, end: string) =>
    `имя${delimiter}телефон\n${Array.from({ length: count }, (_, index) => `Анна${delimiter}${index}`).join('\n')}${end}`

  test.each([';', '\t', '|'])('%j, two columns without a line break at the end', async (delimiter) => {
    for (const count of [1, 5, 30]) expect((await read(rows(delimiter, count, ''))).shape?.delimiter).toBe(delimiter)
  })

  test.each([
    [';', 1],
    [';', 5],
    [';', 8],
    ['\t', 5],
    ['|', 5],
  ])('%j, two columns and %i rows that end in a line break', async (delimiter, count) => {
    expect((await read(rows(delimiter, count, '\n'))).shape?.delimiter).toBe(delimiter)
  })
})

describe('line numbers', () => {
  test.each([
    ['plain', 'a,b\n1,2\n3,4\n', [1, 2, 3]],
    ['empty lines counted', 'a,b\n\n\n3,4\n', [1, 4]],
    ['line breaks in quotes', 'a,b\n"1\n\n2",x\n3,4\n"5\n",6\n7,8', [1, 2, 5, 6, 8]],
    ['CRLF in quotes', 'a,b\r\n"1\r\n2","x\r\ny"\r\n3,4\r\n', [1, 2, 5]],
    ['behind sep=', 'sep=;\na;b\n1;2\n', [2, 3]],
    ['CR only', 'a,b\r"1\r2",x\r3,4', [1, 2, 4]],
    ['with a mark', '\ufeffa,b\n1,2\n', [1, 2]],
  ])('%s', async (_, text, lines) => expect(await linesOf(text)).toEqual(lines))

  test('go on across portions', async () => {
    const count = 40_000
    const text = `id,note\n${Array.from({ length: count }, (_, index) => `${index},"two\nlines ${index}"\r\n`).join('')}`
    const { rows } = await read(text, { size: 10_007 })
    expect(rows).toHaveLength(count + 1)
    for (const { line, cells } of rows.slice(1)) {
      expect(line).toBe(2 + 2 * Number(cells[0]))
      expect(cells[1]).toBe(`two\nlines ${cells[0]}`)
    }
  })
})

describe('pieces of any size', () => {
  const SMALL = 'Имя;Заметка\r\n"Ёлкина ""А""";"две\r\nстроки 🎂"\n\nЇжак;–\r\n"";"x;y"'

  test.each([1, 2, 3, 4, 5, 6, 7])('a small file in pieces of %i', async (size) => {
    expect(await read(SMALL, { size })).toEqual(await read(SMALL))
    const marked = `\ufeff${SMALL}`
    expect(await read(marked, { size })).toEqual(await read(SMALL))
    const russian = cp1251('Имя;Город\r\nЁлкина;"Нова\r\nя"\r\n')
    expect(await read(russian, { size, encoding: 'cp1251' })).toEqual(await read(russian, { encoding: 'cp1251' }))
  })

  test.each([1, 2, 3, 5, 7])('UTF-16 in pieces of %i', async (size) => {
    for (const little of [true, false])
      for (const encoding of [little ? 'utf-16le' : 'utf-16be'])
        expect(await read(utf16(SMALL, little), { size, encoding })).toEqual(
          await read(utf16(SMALL, little), { encoding }),
        )
  })

  const LARGE = Array.from({ length: 6000 }, (_, index) =>
    index % 3 === 0
      ? `${index};"Ёл""кина\r\n${index}";x\r\n`
      : index % 3 === 1
        ? `${index};Їжак 🎂;\n`
        : `\n${index};"";"a;b"\r\n`,
  ).join('')

  test.each([1, 2, 3, 5, 7, 1000, 65_536])('a large file in pieces of %i', async (size) => {
    const text = `id;имя;\n${LARGE}${LARGE}`
    expect(text.length).toBeGreaterThan(200_000)
    const whole = await read(text, { size: 10_000_000 })
    expect(whole.rows).toHaveLength(12_001)
    const pieces = await read(text, { size })
    expect(pieces.shape).toEqual(whole.shape)
    expect(pieces.rows).toEqual(whole.rows)
  })
})

describe('problems', () => {
  test.each([
    ['cp1251 read as UTF-8', cp1251('Имя\nЁлкина\n'), {}, 'encoding', 'utf-8'],
    ['a byte that UTF-8 does not have', Uint8Array.from([0x61, 0xff, 0x62]), {}, 'encoding', 'utf-8'],
    ['UTF-8 cut in the middle of a letter', new TextEncoder().encode('Имя').subarray(0, 5), {}, 'encoding', 'utf-8'],
    ['an encoding that nobody knows', 'a,b', { encoding: 'cp9999' }, 'unknown-encoding', 'cp9999'],
    ['no encoding at all', 'a,b', { encoding: '' }, 'unknown-encoding', ''],
  ])('%s', async (_, input, wanted, problem, detail) => {
    const error = await problemOf(input, wanted)
    expect([error.problem, error.detail]).toEqual([problem, detail])
  })

  test('a quote that is not closed for sixteen million characters', async () => {
    const error = await problemOf(`a,b\n1,2\n3,"${'x\n'.repeat(9_000_000)}`, { size: 4_000_000 })
    expect(error.problem).toBe('unclosed-quote')
  })

  test.each(['name,phone\nАнна,1\n"Борис,2\nВера,3\nГалина,4\n', 'name,phone\nАнна,"1\n', 'name,phone\n"'])(
    'a quote that is never closed: %j',
    async (text) => {
      const error = await problemOf(text)
      expect(error.problem).toBe('unclosed-quote')
    },
  )

  test.each([
    ['in its own portion', 1, 4_000_000, 3],
    ['in the portion of other rows', 100, 20_000_000, 102],
  ])('the line of an unclosed quote %s', async (_, rows, size, line) => {
    const error = await problemOf(`a,b\n${'1,2\n'.repeat(rows)}3,"${'x'.repeat(17_000_000)}`, { size })
    expect(error.line).toBe(line)
  })

  test('the line of a byte that cannot be read', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('a,b\n1,2\n3,4\n'), 0xff, 0x0a])
    const error = await problemOf(bytes)
    expect(error.problem).toBe('encoding')
    expect(error.line).toBe(4)
  })
})

describe('writeCsv', () => {
  test.each([
    [[], ''],
    [[['a', 'b']], 'a,b\r\n'],
    [[['a,b', 'say "hi"']], '"a,b","say ""hi"""\r\n'],
    [[['x\ny', ' z ']], '"x\ny"," z "\r\n'],
    [[['', '']], ',\r\n'],
    [[['Ёлкина', '№1']], 'Ёлкина,№1\r\n'],
  ])('%j', (rows, text) => expect(writeCsv(rows)).toBe(text))

  test('other delimiters', () => {
    expect(writeCsv([['a\tb', 'c,d']], '\t')).toBe('"a\tb"\tc,d\r\n')
    expect(writeCsv([['a;b', 'c,d']], ';')).toBe('"a;b";c,d\r\n')
  })

  // Lone surrogates have no UTF-8, and NUL is no character of a table.
  const cell = (letters: string) =>
    fc
      .oneof(
        fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 }),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      )
      .map((text) => text.replaceAll('\0', ''))
  const table = (letters: string) =>
    fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell(letters), { minLength: width, maxLength: width }), { maxLength: 8 }))

  test('readCsv gives the rows back', async () => {
    await fc.assert(
      fc.asyncProperty(
        table('ab",;\t|\r\n \'=Ёї🎂\ufeff'),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        async (rows, delimiter, safe, size) => {
          const cells = await cellsOf(writeCsv(rows, delimiter, { safe }), { delimiter, size })
          expect(safe ? cells.map((row) => row.map(takeBack)) : cells).toEqual(rows)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a table with a header and digits is read back with the delimiter found', async () => {
    const body = fc.array(fc.tuple(cell('ab" Ёї'), fc.nat().map(String), cell('x;,|\t\n')), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
        const written = [['имя', 'телефон', 'заметка'], ...rows]
        expect(await cellsOf(writeCsv(written, delimiter))).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })
})

describe('safe cells', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://example.com","y")',
    '@SUM(1)',
    '+1+1',
    '-2+3',
    '\t+1',
    '\r-1+1',
    "'=1",
    ' =1',
    "''@x",
    '-',
    '- ждёт звонка',
    '@olkina',
    '+7-916-000-00-01',
    "+79160000001; cmd|'/c calc'!A0",
    '+Анна',
  ])('%j is written with an apostrophe', (cell) => {
    expect(safeCell(cell)).toBe(`'${cell}`)
    expect(takeBack(`'${cell}`)).toBe(cell)
  })

  test.each([
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['+79160000001; =1', "'+79160000001;' =1"],
  ])('%j is written with one at each place', (cell, written) => {
    expect(safeCell(cell)).toBe(written)
    expect(takeBack(written)).toBe(cell)
    // As earlier versions wrote it.
    expect(takeBack(`'${cell}`)).toBe(cell)
  })

  test.each([
    '',
    'Ёлкина',
    "O'Brien-Ñandú",
    "'",
    "'74950000002",
    'a=b',
    '+79160000001',
    '+7 916 000-00-01',
    '+7 (916) 000-00-01',
    '+7(916)000-00-01',
    '+380 67 000 00 03',
    '+79160000001; +380670000003',
    '+79160000001; mobile:+380670000003; раб:8 (495) 000-00-02',
    '+74950000002 доб. 12',
    '-200.00',
    '-1 234,50',
    '+5',
    '1-2',
  ])('%j stays as it is', (cell) => {
    expect(safeCell(cell)).toBe(cell)
    expect(takeBack(cell)).toBe(cell)
  })

  test('the apostrophe of another program is its own', () => {
    expect(takeBack("'+79160000001")).toBe("'+79160000001")
    expect(safeCell("'+79160000001")).toBe("''+79160000001")
    expect(takeBack("''+79160000001")).toBe("'+79160000001")
  })

  test('are taken back, whatever they hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '7', ' ', ';', 'ї') }),
    )
    fc.assert(
      fc.property(cell, (text) => {
        expect(takeBack(safeCell(text))).toBe(text)
        expect(safeCell(text)).not.toMatch(/^[=@\t\r]/)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('quotes as people type them', () => {
  test.each<[string, string, string[][]]>([
    ['in a cell without quotes', 'A;B\nООО "Ромашка";Москва\n', [['ООО "Ромашка"', 'Москва']]],
    ['not doubled', 'A;B\n"ООО "Василёк"";Київ\n', [['ООО "Василёк"', 'Київ']]],
    ['not doubled at the end of a line', 'A;B\nКиїв;"ООО "Василёк""\n', [['Київ', 'ООО "Василёк"']]],
    ['not doubled at the end of the file', 'A;B\nКиїв;"ООО "Василёк""', [['Київ', 'ООО "Василёк"']]],
    ['in the middle', 'A;B\n"ООО "Ромашка", филиал";x\n', [['ООО "Ромашка", филиал', 'x']]],
    ['with the delimiter behind', 'A,B\n"ООО "Ромашка", филиал",x\n', [['ООО "Ромашка", филиал', 'x']]],
    ['with the delimiter between', 'A,B\nООО "Ромашка, Лютик",x\n', [['ООО "Ромашка, Лютик"', 'x']]],
    ['at the beginning', 'A;B\n"Ромашка" ООО;Москва\n', [['"Ромашка" ООО', 'Москва']]],
    ['at the beginning of the last row', 'A;B\n"Ромашка" ООО;Москва', [['"Ромашка" ООО', 'Москва']]],
    ['doubled without quotes around', 'A;B\n""Ромашка"";x\n', [['"Ромашка"', 'x']]],
    [
      'one too many',
      'A;B\n"Василёк"";Київ\nЛютик;"Львів"\n',
      [
        ['Василёк"', 'Київ'],
        ['Лютик', 'Львів'],
      ],
    ],
    ['inches', 'A;B\nмонитор 24";x\n', [['монитор 24"', 'x']]],
    ['inches in quotes', 'A;B\n"монитор 24" с рамой";x\n', [['монитор 24" с рамой', 'x']]],
    ['behind spaces', 'A, B, C\nИван, "a, b", 5\n', [['Иван', 'a, b', ' 5']]],
    ['before spaces', 'A;B\n"x" ;"y"\t\n', [['x', 'y']]],
    ['over two lines', 'A;B;C\nx;"ул. "Мира"\nдом 2";y\n', [['x', 'ул. "Мира"\nдом 2', 'y']]],
    ['more cells than the header', 'A;B\n"ООО "Ромашка"";Київ;лишнее\n', [['ООО "Ромашка"', 'Київ', 'лишнее']]],
    ['well written and longer than the header', 'A;B\n"1";"2";"3"\n', [['1', '2', '3']]],
    [
      'well written, shorter and over two lines',
      'A;B;C\n"1";"2\n3"\n"4";"5";"6"\n',
      [
        ['1', '2\n3'],
        ['4', '5', '6'],
      ],
    ],
  ])('%s', async (_, text, cells) => expect((await cellsOf(text)).slice(1)).toEqual(cells))

  test('rows behind them keep their lines', async () => {
    expect(await linesOf('A;B;C\nx;"ул. "Мира"\nдом 2";y\n"ООО "Ромашка"";1;2\n3;4;5')).toEqual([1, 2, 4, 5])
  })

  test('a hundred thousand of them are no trouble', async () => {
    const { rows } = await read(`A;B;C\n${'"ООО "Ромашка"";Київ;x\n"Лютик" ООО;Львів;y;z\n'.repeat(50_000)}`)
    expect(rows).toHaveLength(100_001)
    expect(rows.at(-1)).toEqual({ line: 100_001, cells: ['"Лютик" ООО', 'Львів', 'y', 'z'] })
  })

  test('a quote that is never closed has a line also among typed ones', async () => {
    const text = `A;B\n${'"ООО "Ромашка"";x\n'.repeat(20_000)}"Борис;2\n${'"ООО "Лютик"";y\n'.repeat(20_000)}`
    const error = await problemOf(text)
    expect([error.problem, error.line]).toEqual(['unclosed-quote', 20_002])
  })
})

describe('the delimiter', () => {
  test.each<[string, string, string]>([
    ['more semicolons than commas, in quotes', 'Name,Note\nIvan,"a;b;c;d;e;f"\nOlena,"x;y;z;1;2;3"\n', ','],
    ['decimals with a comma', 'Имя;Сумма\nА;1 234,50\nБ;12,00\nВ;7,5\n', ';'],
    ['decimals with a comma and no header', 'А;1234,50\nБ;12,00\nВ;7,5\n', ';'],
    ['names with a comma', 'ФИО;Город\nПетров, Иван;Москва\nЁлкина, Анна;Київ\n', ';'],
    ['names with a comma, one column', 'Клиент\nПетров, Иван\nЁлкина, Анна\n', ','],
    ['one column', 'Клиент\nПетров\nЁлкина\n', ','],
    ['sums in one column', 'Сумма\n1234,50\n99,00\n', ','],
    ['only a header', 'ФИО;Телефон;Город\n', ';'],
    ['only a header with tabs', 'ФИО\tТелефон, моб.\tГород', '\t'],
    ['bars', 'a|b|c\n1, 2|3;4|5\n', '|'],
    ['title lines', 'Отчёт, сводный\nза май, июнь\n\nФИО;Телефон;Город\nА;1;х\nБ;2;у\n', ';'],
    ['a title over two columns', 'Клиенты\nФИО,Телефон\nЁлкина,+79160000001\nЇжак,+380670000003\n', ','],
    ['ragged rows', 'ФИО;Телефон;Город\nА;1\nБ;2;Москва;лишнее\nВ\nГ;4;Київ\n', ';'],
    ['nearly empty rows', 'ФИО;Телефон;Город\nА\nБ\nВ\n', ';'],
    ['quotes everywhere', '"ФИО";"Город, село"\n"Ёлкина, А.";"Київ"\n', ';'],
    ['nothing', '', ','],
  ])('%s', (_, text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter))

  test.each([
    'Клиент\nПетров, Иван\nЁлкина, Анна\n',
    'Адрес\nул. Мира, 5, кв. 3\nул. Лесная, 1\n',
    'Сумма\n1234,50\n99,00\n',
    'Клиент\n"Петров, Иван"\nЁлкина Анна\n',
  ])('one column is not split: %j', async (text) => {
    const { rows, shape } = await read(text)
    expect(shape?.delimiter).toBe(',')
    expect(rows.map(({ cells }) => cells)).toEqual(
      text
        .trim()
        .replaceAll('"', '')
        .split('\n')
        .map((line) => [line]),
    )
  })

  test('a comma that was named splits also one column', async () => {
    expect(await cellsOf('Клиент\nПетров, Иван\n', { delimiter: ',' })).toEqual([['Клиент'], ['Петров', ' Иван']])
  })
})

describe('what stands in files', () => {
  test.each<[string, string, string[][]]>([
    [
      'all line ends in one file',
      'a;b\r\n1;2\n3;4\r5;6\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'delimiters at the end',
      'a;b;\r\n1;2;\r\n',
      [
        ['a', 'b', ''],
        ['1', '2', ''],
      ],
    ],
    [
      'marks in the middle',
      'a;b\n1;2\n\ufeffa;b\n\ufeff"3";4\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['a', 'b'],
        ['3', '4'],
      ],
    ],
    [
      'a bare CR at the end',
      'a;b\n1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a CR in quotes at the end',
      'a;b\n1;"2\r"\r\n',
      [
        ['a', 'b'],
        ['1', '2\r'],
      ],
    ],
    ['an empty cell in quotes', 'a\n""\nb\n', [['a'], [''], ['b']]],
    ['only a header', 'ФИО;Город', [['ФИО', 'Город']]],
    ['a sep line with CR', 'sep=|\ra|b', [['a', 'b']]],
    ['a sep line and no more', 'sep=;', []],
  ])('%s', async (_, text, cells) => expect(await cellsOf(text)).toEqual(cells))

  test('NULs are left out and counted', async () => {
    const { rows, shape } = await read('ФИО;Город\r\nA\0B;X\r\nC;\0\r\n')
    expect(rows.map(({ cells }) => cells).slice(1)).toEqual([
      ['AB', 'X'],
      ['C', ''],
    ])
    expect(shape).toEqual({ encoding: 'utf-8', delimiter: ';', separatorLine: false, nuls: 2 })
  })

  test('cells of 1 MB and rows of 400 cells', async () => {
    const large = 'Ёж"\r\n'.repeat(200_000)
    const wide = Array.from({ length: 400 }, (_, index) => `колонка ${index}`)
    const rows = [wide, wide.map((_, index) => (index === 7 ? large : `${index}`)), wide]
    expect(await cellsOf(writeCsv(rows, ';'), { size: 65_536 })).toEqual(rows)
  })

  test('a line that never ends is no table', async () => {
    const error = await problemOf('x'.repeat(17_000_000), { size: 1_000_000 })
    expect([error.problem, error.line]).toEqual(['broken', 1])
  })

  test('double encoding is taken back in each cell that allows it', async () => {
    const doubled = decoderOf('windows-1251').decode(new TextEncoder().encode('Імʼя;Ґалаґан'))
    const { rows } = await read(`${doubled}\nAnna;Київ 🎂\n`, { undouble: true })
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Імʼя', 'Ґалаґан'],
      ['Anna', 'Київ 🎂'],
    ])
  })

  test('any bytes in any encoding are rows or a FormatError', async () => {
    const encodings = [
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1251',
      'koi8-u',
      'ibm866',
      'x-mac-cyrillic',
      'windows-1252',
      'ascii',
      'nonsense',
    ]
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(...Buffer.from('"";,\r\n\t| aЁ\0')), { maxLength: 200 })
        .map((each) => Uint8Array.from(each)),
    )
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom(...encodings),
        fc.integer({ min: 1, max: 99 }),
        async (input, encoding, size) => {
          try {
            const whole = await read(input, { encoding })
            expect((await read(input, { encoding, size })).rows).toEqual(whole.rows)
          } catch (error) {
            if (!(error instanceof FormatError)) throw error
          }
        },
      ),
      { numRuns: 1500 },
    )
  })
})
