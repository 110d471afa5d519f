import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  looksLikeData,
  nameLikeness,
  pointsByShape,
  type Shape,
  shapeOf,
  shareOf,
} from '../../src/domain/tables/shapes.js'

describe('what one cell looks like', () => {
  test.each<[string, Shape]>([
    ['', 'empty'],
    [' \t', 'empty'],
    ['anna@example.com', 'email'],
    ['anna@example.com; b@example.com', 'email'],
    ['anna@example', 'text'],
    ['+7 916 000-00-01', 'phone'],
    ['8 (916) 000-00-01', 'phone'],
    ['89160000001', 'phone'],
    ['0670000003', 'phone'],
    ['380670000003', 'phone'],
    ["'+79160000001", 'phone'],
    ['+7 916 000-00-01, +7 916 000-00-02', 'phone'],
    ['12.03.2026', 'date'],
    ['2026-03-12T10:00:00', 'date'],
    ['12 марта 2026', 'date'],
    ['3/12/26', 'date'],
    ['1 234,50', 'number'],
    ['1 234 ₽', 'number'],
    ['(1 234)', 'number'],
    ['42', 'number'],
    ['7707083893', 'number'],
    ['https://example.com/a', 'link'],
    ['www.example.com', 'link'],
    ['Ёлкина Анна', 'words'],
    ["O'Brien-Ñandú", 'words'],
    ['Ґалаґан Їжак Є.', 'words'],
    ['ООО «Ромашка»', 'words'],
    ['ул. Примерная, 1', 'text'],
    ['любит жёлтые цветы и приходит только по вторникам', 'text'],
    ['🌷', 'text'],
  ])('%j: %s', (cell, shape) => {
    expect(shapeOf(cell)).toBe(shape)
  })

  test('a heading is never data', () => {
    for (const header of ['Телефон', 'E-mail', 'Phone 1', 'ФИО', 'Дата рождения', 'Адрес 2 эл. почты'])
      expect(looksLikeData(header)).toBe(false)
  })
})

describe('what a column looks like', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `a${index}@example.com`)
  test.each<[string, string[], ReturnType<typeof pointsByShape>]>([
    ['e-mails', ['a@example.com', 'b@example.org'], 'email'],
    ['phones', ['+7 916 000-00-01', '', '067 000 00 03'], 'phone'],
    ['nine e-mails and a note', [...nine, 'нет'], 'email'],
    ['eight e-mails and two notes', [...nine.slice(1), 'нет', 'нет'], null],
    ['pages', ['https://example.com', 'www.example.org'], 'url'],
    ['Telegram', ['https://t.me/anna_x', 'https://t.me/boris_x'], 'telegram'],
    ['pages of several kinds', ['https://t.me/anna_x', 'https://example.com'], 'url'],
    ['numbers', ['1', '2'], null],
    ['nothing', ['', ''], null],
    ['no rows', [], null],
  ])('%s', (_, cells, kind) => {
    expect(pointsByShape(cells)).toBe(kind)
  })

  test('names are told from cities by their shape only as far as that goes', () => {
    expect(nameLikeness(['Ёлкина Анна', 'Щукин Пётр', 'ООО «Ромашка»'])).toBe(1)
    expect(nameLikeness(['12.03.2026', '42'])).toBe(0)
    expect(nameLikeness([])).toBe(0)
    expect(nameLikeness(['Ёлкина Анна', '42'])).toBe(0.5)
  })

  test('shares are between nothing and all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), (cells) => {
        const shapes: Shape[] = ['phone', 'email', 'link', 'date', 'number', 'words', 'text']
        const shares = shapes.map((shape) => shareOf(cells, shape).share)
        const sum = shares.reduce((all, each) => all + each, 0)
        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true)
      }),
    )
  })
})
