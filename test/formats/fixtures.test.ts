import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CsvShape, readCsv } from '../../src/formats/csv.js'
import { findEncoding } from '../../src/formats/encoding.js'
import { recognise } from '../../src/formats/recognise.js'
import type { TableRow } from '../../src/formats/table.js'

async function read(name: string) {
  const bytes = readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url))
  const { encoding, doubled } = findEncoding(bytes)
  const rows: TableRow[] = []
  const shapes: CsvShape[] = []
  async function* source() {
    yield bytes
  }
  const wanted = { encoding, delimiter: null, undouble: doubled }
  for await (const portion of readCsv(source(), wanted, (shape) => shapes.push(shape))) rows.push(...portion)
  return { kind: recognise(bytes), doubled, shape: shapes[0], rows }
}

const PEOPLE = [
  ['ФИО', 'Телефон', 'Город', 'Заметка'],
  ['Ёлкина Анна', '+7 916 000-00-01', 'Москва', 'просила перезвонить'],
  ['Ґалаґан Олеся', '+380 67 000 00 03', 'Київ', ''],
]

describe('from bytes to rows', () => {
  test.each<[string, string, string, string[][]]>([
    ['koi8u.csv', 'koi8-u', ';', PEOPLE],
    ['mac_cyrillic.csv', 'x-mac-cyrillic', ';', PEOPLE],
    ['utf16le_no_mark.tsv', 'utf-16le', '\t', PEOPLE],
    ['doubled.csv', 'utf-8', ';', PEOPLE],
    [
      'cp866.csv',
      'ibm866',
      ';',
      [
        ['ФИО', 'ТЕЛЕФОН', 'ГОРОД'],
        ['ЁЛКИНА АННА', '+7 916 000-00-01', 'МОСКВА'],
        ['Юдин Эдуард', '+7 916 000-00-02', 'Щёлково'],
      ],
    ],
    [
      'cp1252.csv',
      'windows-1252',
      ',',
      [
        ['First Name', 'Last Name', 'Mobile Phone'],
        ['Miguel', 'O’Brien-Ñandú', '+44 7700 900001'],
        ['Zoë', 'Müller', '+44 7700 900002'],
      ],
    ],
    [
      'typed_quotes.csv',
      'utf-8',
      ';',
      [
        ['Компания', 'Город', 'Заметка'],
        ['ООО "Незабудка"', 'Москва', 'монитор 24"'],
        ['ООО "Василёк"', 'Київ', ''],
        ['"Лютик" ООО', 'Львів', 'как "Незабудка", но меньше'],
        ['ФОП "Їжак", склад', 'Одеса', 'вхід з "двору",\r\nдругий поверх'],
      ],
    ],
    [
      'title_lines.csv',
      'utf-8',
      ';',
      [
        ['Клиенты, общий список'],
        ['Период: 01.01.2026–31.01.2026'],
        ['ФИО', 'Телефон', 'Город'],
        ['Ёлкина Анна', '+7 916 000-00-01', 'Москва'],
        ['Їжак Іван', '+380 67 000 00 03', ''],
      ],
    ],
    ['one_column.csv', 'utf-8', ',', [['Клиент'], ['Петров, Иван'], ['Ёлкина, Анна'], ['Ґалаґан Олеся']]],
  ])('%s', async (name, encoding, delimiter, cells) => {
    const { kind, doubled, shape, rows } = await read(name)
    expect(kind).toBe('text')
    expect(doubled).toBe(name === 'doubled.csv')
    expect(shape).toEqual({ encoding, delimiter, separatorLine: false, nuls: 0 })
    expect(rows.map((row) => row.cells)).toEqual(cells)
  })

  test('title lines and blank lines count', async () => {
    expect((await read('title_lines.csv')).rows.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6])
  })
})
