import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnLetter, findLayout, type Merge, type RawRow, skippedRow } from '../../src/domain/tables/layout.js'

/** Rows of a file, a line of text each, cells parted by `|`; blank lines are rows without cells. */
const rowsOf = (text: string): RawRow[] =>
  text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.trim() === '' ? [] : line.split('|') }))

const layoutOf = (text: string, merges: readonly Merge[] = [], named: readonly string[] = []) =>
  findLayout(rowsOf(text), merges, named)

const merged = (line: number, column: number, columns: number, rows = 1): Merge => ({ line, column, rows, columns })

describe('where the header stands', () => {
  test.each<[string, string, number | null]>([
    ['the first line', 'ФИО|Телефон\nЁлкина Анна|+7 916 000-00-01', 1],
    ['one known word is enough', 'Кто|Телефон|Цвет\nАнна|+7 916 000-00-01|синий', 1],
    ['a title above it', 'База клиентов\nФИО|Телефон|Город\nАнна|+7 916 000-00-01|Тверь', 2],
    ['titles, a period and blank lines', 'Отчёт\nПериод: 2026\n\n\nФИО|Телефон\nАнна|+7 916 000-00-01', 5],
    [
      'a preamble in prose',
      'Notes:\n"When exporting your connection data, you may notice that some addresses are missing."\n\nFirst Name|Last Name|URL|Connected On\nIvan|Testov|https://example.com/in/x|12 Mar 2024',
      4,
    ],
    ['a title that is itself the name of a column', 'Клиенты\nФИО|Телефон\nАнна|+7 916 000-00-01', 2],
    ['the sum of a report above the header', 'Итого клиентов|2\nФИО|Телефон\nАнна|+7 916 000-00-01', 2],
    ['a header alone', 'Name|Phone|Email', 1],
    ['one column', 'Клиент\nИванов Иван\nПетров Пётр', 1],
    ['a header in Ukrainian', "Прізвище|Ім'я|Пошта\nҐалаґан|Їжак|g@example.com", 1],
    ['a group above twins', '|Рабочий|Домашний\nФИО|Телефон|Телефон\nАнна|+7 916 000-00-01|+7 916 000-00-02', 2],
    ['one known name among many', 'Name|a|b|c|d|e|f\nAnna|u|v|w|x|y|z\nBoris|u|v|w|x|y|z', 1],
    ['none: a word in a wide row that comes again', 'Анна|сайт|b|c|d|e|f\nПётр|сайт|v|w|x|y|z', null],
    ['words unknown over data', 'Foo|Bar|Baz\nАнна Ёлкина|+7 916 000-00-01|a@example.com', 1],
    ['numbers of the columns below the header', 'ФИО|Телефон\n1|2\nАнна|+7 916 000-00-01', 1],
    ['none, and the first row is a client', 'Анна Ёлкина|+7 916 000-00-01\nПётр Щукин|+7 916 000-00-02', null],
    ['none, with e-mails', 'Анна|a@example.com\nПётр|p@example.com', null],
    ['none: words over words', 'Анна|Тверь\nПётр|Клин', null],
    ['none: a client called Client', 'Клиент Анна|+7 916 000-00-01|синий\nПётр|+7 916 000-00-02|белый', null],
    [
      'none: one known word among data',
      'Город|+7 916 000-00-01|a@example.com\nПётр|+7 916 000-00-02|p@example.com',
      null,
    ],
    ['none: an empty file', '', null],
  ])('%s', (_, text, line) => {
    expect(layoutOf(text).headerLine).toBe(line)
  })

  test('a row of words that happen to be names of columns does not take the place of a fuller header', () => {
    const found = layoutOf('ФИО|Телефон|Город|Источник\nПочта|+7 916 000-00-01|Город|Сайт\nАнна||Тверь|Сайт')
    expect(found).toMatchObject({ headerLine: 1, skip: 1 })
  })

  test('a name that the user has told is a name of a column', () => {
    const text = 'Кто|Чем живёт\nАнна|пишет\nПётр|рисует'
    expect(layoutOf(text).headerLine).toBeNull()
    expect(layoutOf(text, [], ['кто'])).toMatchObject({ headerLine: 1, names: ['Кто', 'Чем живёт'] })
    expect(layoutOf(text, [], ['Нет такой']).headerLine).toBeNull()
  })

  test('titles are kept, and all above the rows is skipped', () => {
    expect(layoutOf('База\n\nна ноябрь|2026\nФИО|Телефон\nАнна|1')).toMatchObject({
      headerLine: 4,
      skip: 4,
      titles: ['База', '', 'на ноябрь 2026'],
    })
  })

  test('the header is looked for in the first thirty rows only', () => {
    const deep = (blank: number): string => `${'\n'.repeat(blank)}ФИО|Телефон\nАнна|+7 916 000-00-01`
    expect(layoutOf(`x${deep(29)}`).headerLine).toBe(30)
    expect(layoutOf(`x${deep(30)}`).headerLine).not.toBe(31)
  })
})

describe('names of the columns', () => {
  test('without a header they are letters, for as many cells as the longest row has', () => {
    expect(layoutOf('Анна|a@example.com\nПётр|p@example.com|+7 916 000-00-01')).toEqual({
      names: ['A', 'B', 'C'],
      headerLine: null,
      skip: 0,
      titles: [],
    })
  })

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter)
  })

  test('empty names behind the last cell of any row are dropped, those above cells stay', () => {
    expect(layoutOf('ФИО|Телефон|||\nАнна|1|x').names).toEqual(['ФИО', 'Телефон', ''])
  })

  test('merged cells over a second row', () => {
    const found = layoutOf(
      'ФИО|Контакты|||Адрес\n|Телефон|E-mail|Telegram|\nАнна|+7 916 000-00-01|a@example.com|@anna_x|Тверь',
      [merged(1, 1, 3), merged(1, 0, 1, 2), merged(1, 4, 1, 2)],
    )
    expect(found).toMatchObject({ headerLine: 1, skip: 2, names: ['ФИО', 'Телефон', 'E-mail', 'Telegram', 'Адрес'] })
  })

  test('a second row under twins takes the names of the groups', () => {
    const found = layoutOf(
      'ФИО|Телефон||E-mail|\n|Рабочий|Домашний|Рабочий|Личный\nАнна|+7 916 000-00-01|+7 916 000-00-02|a@example.com|b@example.com',
      [merged(1, 1, 2), merged(1, 3, 2)],
    )
    expect(found.skip).toBe(2)
    expect(found.names[0]).toBe('ФИО')
    for (const [index, group, own] of [
      [1, 'Телефон', 'Рабочий'],
      [2, 'Телефон', 'Домашний'],
      [3, 'E-mail', 'Рабочий'],
      [4, 'E-mail', 'Личный'],
    ] as const) {
      expect(found.names[index]).toContain(group)
      expect(found.names[index]).toContain(own)
    }
  })

  test('a first client without a phone is no second row of the header', () => {
    const found = layoutOf('ФИО|Телефон|Город\nАнна||Тверь\nПётр|+7 916 000-00-02|Клин')
    expect(found).toMatchObject({ skip: 1, names: ['ФИО', 'Телефон', 'Город'] })
  })

  test('groups above the header tell twins apart', () => {
    const found = layoutOf(
      'Клиент|Рабочий||Личный|\nФИО|Телефон|E-mail|Телефон|E-mail\nАнна|+7 916 000-00-01|a@example.com|+7 916 000-00-02|b@example.com',
      [merged(1, 1, 2), merged(1, 3, 2)],
    )
    expect(found).toMatchObject({
      headerLine: 2,
      skip: 2,
      names: ['ФИО', 'Телефон (Рабочий)', 'E-mail (Рабочий)', 'Телефон (Личный)', 'E-mail (Личный)'],
    })
  })
})

describe('rows that are no clients', () => {
  const names = ['ФИО', 'Телефон', 'Город']
  test.each<[string, string[], 'blank' | 'total' | 'header-again' | null]>([
    ['no cells', [], 'blank'],
    ['empty cells', ['', ' ', '\t'], 'blank'],
    ['Итого', ['Итого:', '2', ''], 'total'],
    ['Итого behind an empty cell', ['', 'ИТОГО', '2'], 'total'],
    ['Всего', ['Всего клиентов', '', '2'], 'total'],
    ['Разом', ['Разом', '2', ''], 'total'],
    ['Усього', ['Усього: 2', '', ''], 'total'],
    ['Total', ['Total', '12', ''], 'total'],
    ['Grand Total', ['Grand Total', '12', ''], 'total'],
    ['the header again', ['ФИО', 'Телефон', 'Город'], 'header-again'],
    ['a client', ['Ёлкина Анна', '+7 916 000-00-01', ''], null],
    ['a client whose name begins so', ['Итогов Иван', '+7 916 000-00-01', ''], null],
    ['a firm with an address', ['Total Energy', '', 'info@example.com'], null],
    ['only a city', ['', '', 'Город'], null],
  ])('%s', (_, cells, why) => {
    expect(skippedRow(cells, names)).toBe(why)
  })

  test('a client who is called as the only column is', () => {
    expect(skippedRow(['Клиент'], ['Клиент'])).toBeNull()
  })
})

test('any rows give a layout that fits them', () => {
  const cell = fc.oneof(
    fc.constantFrom('ФИО', 'Телефон', 'Email', '', 'Итого', '+7 916 000-00-01', 'a@example.com', '12.03.2026', '🌷'),
    fc.string({ maxLength: 12 }),
  )
  const merge = fc.record({
    line: fc.integer({ min: 1, max: 6 }),
    column: fc.nat(4),
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
      fc.array(merge, { maxLength: 3 }),
      (cells, merges) => {
        const rows = cells.map((each, index) => ({ line: index + 1, cells: each }))
        const found = findLayout(rows, merges, [])
        expect(found.skip).toBeLessThanOrEqual(rows.length)
        expect(found.names.every((name) => typeof name === 'string')).toBe(true)
        const widest = Math.max(0, ...rows.slice(found.skip).map((row) => row.cells.length))
        expect(found.headerLine === null ? found.names.length === widest : true).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
