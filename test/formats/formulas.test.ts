import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from '../../src/formats/csv-writing.js'
import { safeCell, scriptCell, takeBack } from '../../src/formats/formulas.js'

test.each([
  "=cmd|'/c calc'!A0",
  "\n=cmd|'/c calc'!A0",
  "\r\n=cmd|'/c calc'!A0",
  '\t=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u000b+1+1',
  '\u0001=1+1',
  "' =1+1",
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  ' @SUM(1)',
  '\ufeff=1+1',
  '-2+3+cmd|x!A1',
  '+Ёлкина(1)',
  '\u22121+1',
  '﹦1+1',
  '﹣1+1',
  '\u200b=1+1',
  '\u2060+1+1',
  '\u00ad-1+1',
  '\u202e=1+1',
  '\u2066@SUM(1)',
  '\u200b\t=1+1',
  "\ufeff'\u200e =1+1",
])('%j begins no formula', (cell) => {
  expect(safeCell(cell)[0]).toBe("'")
  expect(takeBack(safeCell(cell))).toBe(cell)
})

test.each([
  ["x\n=cmd|'/c calc'!A0", "x\n'=cmd|'/c calc'!A0"],
  ["Ґалаґан;=cmd|'/c calc'!A0", "Ґалаґан;'=cmd|'/c calc'!A0"],
  ["x\t =cmd|'/c calc'!A0", "x\t' =cmd|'/c calc'!A0"],
  ['a,@SUM(1)|b', "a,'@SUM(1)|b"],
  ['💡;+HYPERLINK("http://example.com/?"&A1;"x")', '💡;\'+HYPERLINK("http://example.com/?"&A1;"x")'],
  ['Ґалаґан;=x', "Ґалаґан;'=x"],
  ['a, = b', "a,' = b"],
  ['x\n\u200b=y', "x\n'\u200b=y"],
  ['1;\u2060＝A1', "1;'\u2060＝A1"],
  ["a;'=x", "a;''=x"],
  ['1|\u2212SUM(A1)', "1|'\u2212SUM(A1)"],
  ['a|-1+cmd!B2\r\n＝LOG10(1)', "a|'-1+cmd!B2\r\n'＝LOG10(1)"],
])('%j begins none behind a separator either', (cell, written) => {
  expect(safeCell(cell)).toBe(written)
  expect(takeBack(written)).toBe(cell)
})

test.each([
  'купить:\n- молоко\n- хлеб (белый)',
  'звонить +7 916 000-00-01; +7 (916) 000-00-02',
  'рост 5; -3 %',
  "O'Brien-Ñandú, @obrien",
  '\u2212200,50',
  '2 + 2 = 4; x=5',
  'Спасибо!; - Пожалуйста!',
  '[{"at":"2026-11-22T07:30:00Z","cost":-5}]',
])('%j is text as it is', (cell) => {
  expect(safeCell(cell)).toBe(cell)
  expect(takeBack(cell)).toBe(cell)
})

test.each(['--11-22', '@ivanov', '@весна or tag:vip', '@o.brien_1', '+79160000001'])(
  '%j stays as it is for scripts',
  (cell) => {
    expect(scriptCell(cell)).toBe(cell)
  },
)

test.each(['@SUM(1)', "@весна|'x'!A0", '@x =cmd(1)', '--11-22+cmd(1)', '=1+1', '@', '-2+3', '\t+1'])(
  '%j is stopped for scripts too',
  (cell) => expect(scriptCell(cell)).toBe(`'${cell}`),
)

test('no cell of a file is a formula, by whatever separator it is parted', () => {
  const letter = fc.constantFrom(
    "'",
    '=',
    '+',
    '@',
    '\t',
    '\n',
    '\r',
    ' ',
    ';',
    ',',
    '|',
    '!',
    'A',
    '(',
    '1',
    'ї',
    '"',
    '\u200b',
    '\u2212',
    '＝',
  )
  fc.assert(
    fc.property(fc.array(fc.string({ unit: letter, maxLength: 14 }), { minLength: 1, maxLength: 3 }), (row) => {
      const written = row.map(safeCell)
      expect(written.map(takeBack)).toEqual(row)
      const text = writeCsv([['id', ...row]], ',', { safe: true })
      for (const part of text.split(/[;\t\r\n|]/))
        expect(part).not.toMatch(/^[\s\u200b]*(?:[=＝]|[@\u2212][^,]*?(?:\p{L}\d?\(|![A-Za-z]))/u)
    }),
    { numRuns: 5000 },
  )
})

test('a cell of a megabyte is looked through at once', () => {
  for (const piece of ["';=", '\n\n=', '; ', "''", '=A', '\t', ';=A1'])
    expect(takeBack(safeCell(piece.repeat(400_000)))).toBe(piece.repeat(400_000))
}, 5_000)
