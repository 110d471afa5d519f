import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toE164 } from '../../src/domain/phone.js'
import { readRow } from '../../src/domain/reading/reading.js'
import type { ReadContext } from '../../src/domain/reading/row.js'
import { planned } from './column-words.js'
import { EXPORTS } from './export-headers.js'

const CONTEXT: ReadContext = {
  today: '2026-11-22',
  now: '2026-11-22T07:30:00Z',
  instantOf: (date, time) => `${date}T${time}:00Z`,
  readPhone: (typed) => toE164(typed, 'UA'),
  source: null,
  tags: [],
  system: null,
}

const NAMES = [...new Set(EXPORTS.flatMap(({ header }) => header.split(' | ')))]
const MORE =
  'Клиент|ПІБ|Вид|VIP|Согласие|Роль|Рекомендатель|Часовой пояс|Канал связи|Часы|Последний контакт|Следующий контакт|Следующее действие|Мессенджер|Соцсети|Добавочный|Сумма, руб.|Баланс|Дата заказа|Годовщина|Именины|constructor|warmth|Сайт'.split(
    '|',
  )

const WORDS = fc.oneof(
  fc.constantFrom(
    'Ёлкина Анна',
    'Ґалаґан',
    "O'Brien-Ñandú",
    '💐 Цветы у дома',
    'ООО «Ромашка»',
    'ФОП Їжак',
    'Иванов И.И.',
  ),
  fc.string({ unit: fc.constantFrom(...'абвгёїґqwzñ '), minLength: 5, maxLength: 24 }),
)
const CELLS = fc.oneof(
  { weight: 5, arbitrary: WORDS },
  fc.constantFrom(
    '',
    '',
    '+380 67 000 00 03',
    'a@example.com',
    '12.03.1990',
    '03/04/1990',
    '1 234,50 грн',
    '@anna_vane',
    'да',
    '42',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

const TABLE = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...MORE)), { minLength: 1, maxLength: 12 })
  .chain((header) =>
    fc.record({ header: fc.constant(header), cells: fc.array(CELLS, { maxLength: header.length + 2 }) }),
  )

/** Letters only: what marks, spaces and case a reader may change. */
const letters = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

test('any cells under known headers are read or rejected', () => {
  fc.assert(
    fc.property(TABLE, ({ header, cells }) => {
      const result = readRow(cells, 2, planned(header).columns, CONTEXT)
      if ('code' in result) expect(result.code).toMatch(/^[a-z-]+$/)
      // Who is not named has an address by which they may be known.
      else expect(result.name.trim() !== '' || result.points.length > 0 || result.consents.length > 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('no words of a row are lost', () => {
  const row = TABLE.chain(({ header }) =>
    fc.record({
      header: fc.constant(header),
      cells: fc.array(WORDS, { minLength: header.length, maxLength: header.length + 2 }),
    }),
  )
  fc.assert(
    fc.property(row, ({ header, cells }) => {
      const { columns } = planned(header)
      const result = readRow(cells, 2, columns, CONTEXT)
      // The rejects file has the row as it stands.
      if ('code' in result) return
      const kept = letters(JSON.stringify(result))
      for (const [index, cell] of cells.entries()) {
        const target = columns[index]?.target
        const isLabel = target?.to === 'label' || (target?.to === 'pair' && target.part === 'label')
        if (target?.to === 'nothing' || isLabel) continue
        for (const word of cell.split(/[^\p{L}]+/u))
          expect([header[index], word, kept.includes(letters(word))]).toEqual([header[index], word, true])
      }
    }),
    { numRuns: 3000 },
  )
})

test('two columns that mean one value both stay', () => {
  const { columns } = planned(['Custom Field 1 - Value', 'Name', 'Custom 1'])
  const result = readRow(['размер 38', 'Ёлкина Анна', 'любит пионы'], 2, columns, CONTEXT)
  const values = 'code' in result ? [] : result.custom.map(({ value }) => value)
  expect(values.sort()).toEqual(['любит пионы', 'размер 38'])
})
