import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HistoryContext } from '../../src/domain/history/cells.js'
import { planHistory } from '../../src/domain/history/columns.js'
import { isBlank, readHistoryRow, usualChannel } from '../../src/domain/history/reading.js'

const CONTEXT: HistoryContext = {
  today: '2026-11-22',
  now: '2026-11-22T07:30:00Z',
  toInstant: ({ date, time }) => new Date(`${date}T${time}:00Z`),
  toLocal: (instant) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
  readPhone: (typed) => (typed.replace(/\D/g, '').length === 11 ? `+7${typed.replace(/\D/g, '').slice(1)}` : null),
  order: null,
  currency: 'UAH',
  own: false,
}

function read(kind: 'contacts' | 'promises', header: string, row: string | readonly string[]) {
  const columns = planHistory(kind, header.split('|'), new Map())
  const cells = typeof row === 'string' ? row.split('|') : row
  return readHistoryRow(cells, columns, kind, usualChannel(columns), CONTEXT)
}

describe('whose the row is', () => {
  test.each([
    ['Клиент', 'Ёлкина Анна', { name: 'Ёлкина Анна', points: [] }],
    ['Клиент', '—', { code: 'no-client' }],
    ['Клиент', 'н/д', { code: 'no-client' }],
    ['Клиент', '8 (916) 000-00-01', { name: null, points: [{ kind: 'phone', value: '+79160000001' }] }],
    ['Клиент', 'anna@example.com', { name: null, points: [{ kind: 'email', value: 'anna@example.com' }] }],
    ['Associated Contact', 'Anna Vane (101)', { name: 'Anna Vane', external: '101' }],
    ['Associated Contact', 'Anna Vane', { name: 'Anna Vane', external: null }],
    ['Клиент', 'Анна (77)', { name: 'Анна (77)', external: null }],
  ])('%s: %s', (header, cell, expected) => {
    const row = read('contacts', `Дата|${header}`, ['12.03.2026', cell])
    expect('code' in row ? row : row.who).toMatchObject(expected)
  })

  test('of several associated contacts the others stay in the text', () => {
    const row = read(
      'contacts',
      'Activity date|Note body|Associated Contact',
      '2026-03-12|Hello|Anna (101); Boris (102)',
    )
    expect(row).toMatchObject({
      who: { name: 'Anna', external: '101' },
      contact: { text: 'Hello\nAssociated Contact: Boris (102)' },
    })
  })
})

describe('cells that their column cannot hold are kept in the text', () => {
  test.each([
    ['Длительность', 'долго'],
    ['Время', 'утром'],
    ['Стоимость звонка', 'бесплатно'],
    ['Направление', 'туда'],
    ['Перезвонить', 'потом'],
  ])('%s: %s', (header, cell) => {
    expect(read('contacts', `Дата|Клиент|${header}`, `12.03.2026|Анна|${cell}`)).toMatchObject({
      contact: { text: `${header}: ${cell}` },
      promise: null,
    })
  })

  test('so are cells beyond the header', () => {
    expect(read('contacts', 'Дата|Клиент', '12.03.2026|Анна|ещё слово')).toMatchObject({
      contact: { text: 'ещё слово' },
    })
  })
})

test.each([
  ['Дата|Клиент|Время', '12.03.2026|Анна|14:30', '2026-03-12T14:30:00Z'],
  ['Дата|Клиент|Время', '12.03.2026 9:05|Анна|14:30', '2026-03-12T09:05:00Z'],
  ['Дата|Клиент|Время', '2026-03-12 00:00:00|Анна|14:30', '2026-03-12T14:30:00Z'],
  ['Дата|Клиент|Время', '12.03.2026|Анна|', '2026-03-12T12:00:00Z'],
])('%s – %s', (header, row, at) => {
  expect(read('contacts', header, row)).toMatchObject({ contact: { at } })
})

test('a missed call came in, and nobody answered it', () => {
  expect(read('contacts', 'Дата|Клиент|Тип звонка', '12.03.2026|Анна|Пропущенный')).toMatchObject({
    contact: { channel: 'call', direction: 'in', result: 'no-answer' },
  })
})

const HEADERS = [
  'Дата|Клиент|Телефон|E-mail|Тип|Направление|Длительность|Стоимость звонка|Итог|Комментарий|Перезвонить|Что сделать|Выполнено|Погода',
  'Activity date|Note body|Associated Contact|Associated Company',
  'client_id|client|kind|due|time|text|state|snoozed_until|created_at|closed_at',
]
const ODD = [
  '29.02.2024',
  '2026-03-12T10:15:00Z',
  '31.12.9999',
  '0:75',
  '7,9E+10',
  'ext:',
  '@',
  '(101)',
  '; ;',
  '\u0000',
  '\ud800',
  "O'Brien-Ñandú",
  '🙂',
]

test('whatever the cells hold, a row is read or rejected with a reason, and no text is lost', () => {
  let accepted = 0
  const likely = fc.constantFrom('12.03.2026', '2026-11-20', 'Ёлкина Анна')
  const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...ODD), likely, likely)
  fc.assert(
    fc.property(
      fc.constantFrom('contacts' as const, 'promises' as const),
      fc.constantFrom(...HEADERS),
      fc.array(cell, { maxLength: 16 }),
      fc.stringMatching(/^[a-zа-я]{5,20}$/u),
      (kind, header, cells, weather) => {
        const row = read(kind, `${header}|Осадки`, [
          ...Array.from({ length: header.split('|').length }, (_, index) => cells[index] ?? ''),
          weather,
        ])
        if ('code' in row) {
          expect(row.code).toMatch(/^[a-z-]+$/)
          return
        }
        accepted += 1
        expect(row.contact ?? row.promise).not.toBeNull()
        expect((row.contact ?? row.promise)?.text).toContain(`Осадки: ${weather}`)
        expect(JSON.stringify(row)).not.toContain('\\u0000')
        if (row.contact) expect(row.contact.at <= CONTEXT.now).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(10)
})

test.each([
  [['', ' ', '\t'], true],
  [['', '0'], false],
])('%j is blank: %s', (cells, blank) => {
  expect(isBlank(cells)).toBe(blank)
})
