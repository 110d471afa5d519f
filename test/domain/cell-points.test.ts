import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmailCell, readHandleCell, readPhoneCell } from '../../src/domain/cells/points.js'
import type { HandleKind } from '../../src/domain/handle.js'
import { toE164 } from '../../src/domain/phone.js'
import type { CellReading } from '../../src/domain/points.js'

const readPhone = (typed: string) => toE164(typed, 'RU')
/** `kind/label/value`, and what was typed where that is not the cell itself. */
const shown = ({ points }: CellReading) => points.map(({ kind, label, value }) => `${kind}/${label ?? ''}/${value}`)
const typed = ({ points }: CellReading) => points.map((point) => point.typed)

const FIRST = 'phone//+79160000001'
const SECOND = 'phone//+79160000002'
const CITY = 'phone//+74950000002'

describe('phones in one cell', () => {
  test.each<[string, string[]]>([
    // one
    ['8 (916) 000-00-01', [FIRST]],
    ['  +7 916 000-00-01 ', [FIRST]],
    ['9160000001', [FIRST]],
    ['8-916-000-00-01-', [FIRST]],
    ['+7(916)000-00-01.', [FIRST]],
    ['8/916/0000001', [FIRST]],
    ['tel:+79160000001', [FIRST]],
    ['☎ 8 916 000-00-01 🙂', [FIRST]],
    ['0079160000001', [FIRST]],
    ['\u202d+7 916 000\u201100\u201101\u202c', [FIRST]],
    ['8-800-000-00-00', ['phone//+78000000000']],
    ['+3 (8093) 000 00 03', ['phone//+380930000003']],
    ['80670000003', ['phone//+380670000003']],
    ['00 380 67 000 00 03', ['phone//+380670000003']],
    ['(044) 000-00-04', ['phone//+380440000004']],
    ['+375 29 000-00-01', ['phone//+375290000001']],
    ['8 029 000 00 01', ['phone//+375290000001']],
    ['+7 701 000 00 01', ['phone//+77010000001']],
    ['+44 20 7946 0000', ['phone//+442079460000']],
    // spreadsheets
    ['7.9160000001E+10', [FIRST]],
    ['7,9160000001E+10; 7.9160000002E+10', [FIRST, SECOND]],
    ['79160000001.0', [FIRST]],
    ["'+79160000001", [FIRST]],
    ['="89160000001"', [FIRST]],
    // numbers that no plan knows
    ['000-00-01', ['phone//0000001']],
    ['12-34-56, 12-34-57', ['phone//123456', 'phone//123457']],
    ['т. 000-00-01 Анна', ['phone/Анна/0000001']],
    ['123', ['phone//123']],
    // several
    ['+7 916 000-00-01 ::: +7 916 000-00-02', [FIRST, SECOND]],
    ['+79160000001, +79160000002', [FIRST, SECOND]],
    ['+79160000001;+79160000002;', [FIRST, SECOND]],
    ['+79160000001\n+79160000002', [FIRST, SECOND]],
    ['89160000001/89160000002', [FIRST, SECOND]],
    ['89160000001 / 89160000002', [FIRST, SECOND]],
    ['89160000001 89160000002', [FIRST, SECOND]],
    ['8 916 000 00 01 8 495 000 00 02', [FIRST, CITY]],
    ['+7 916 000-00-01 +7 916 000-00-02', [FIRST, SECOND]],
    ['8 916 000-00-01 или 8 495 000-00-02', [FIRST, CITY]],
    ['8-495-000-00-02, 8-495-000-00-03', [CITY, 'phone//+74950000003']],
    ['тел.: 89160000001/89160000002', [FIRST, SECOND]],
    ['тел 89160000001 тел 89160000002', [FIRST, SECOND]],
    ['+79160000001, 8 (916) 000-00-01', [FIRST]],
    // words beside
    ['8 916 000 00 01 Анна', ['phone/Анна/+79160000001']],
    ['Ёлкина: 8 916 000 00 01', ['phone/Ёлкина/+79160000001']],
    ['8 916 000-00-01 (Анна), 8 916 000-00-02 (Иван)', ['phone/Анна/+79160000001', 'phone/Иван/+79160000002']],
    ['моб.: 8 916 000-00-01, раб. 8 495 000-00-02', ['phone/моб/+79160000001', 'phone/раб/+74950000002']],
    ['8 916 000-00-01, Анна', ['phone/Анна/+79160000001']],
    ['+7 (916) 000-00-01 тел. раб.', ['phone/раб/+79160000001']],
    ['8 916 000-00-01 после 18:00', ['phone/после 18:00/+79160000001']],
    // messengers
    ['067-000-00-03 (Viber)', ['phone//+380670000003', 'viber//+380670000003']],
    ['whatsapp 89160000001', [FIRST, 'whatsapp//+79160000001']],
    ["What's up 89160000001", ["phone/What's up/+79160000001"]],
    ['Whats App: 89160000001', [FIRST, 'whatsapp//+79160000001']],
    ['89160000001 есть вотсап', [FIRST, 'whatsapp//+79160000001']],
    ['89160000001 ватсап, телеграм', [FIRST, 'whatsapp//+79160000001', 'telegram//+79160000001']],
    ['89160000001 (tg)', [FIRST, 'telegram//+79160000001']],
    ['89160000001 (Viber, WhatsApp)', [FIRST, 'viber//+79160000001', 'whatsapp//+79160000001']],
    ['Viber/WhatsApp 89160000001', [FIRST, 'viber//+79160000001', 'whatsapp//+79160000001']],
    ['+79160000001, @ivan_testov', [FIRST, 'telegram//ivan_testov']],
    ['+79160000001, ivan@example.com', [FIRST, 'email//ivan@example.com']],
    ['https://wa.me/79160000001', ['whatsapp//+79160000001']],
    [
      '+7 916 000 00 01, 8(495)000-00-02 доб.12; whatsapp 89160000003',
      [FIRST, CITY, 'phone//+79160000003', 'whatsapp//+79160000003'],
    ],
    // nothing
    ['нет', []],
    ['немає', []],
    ['-', []],
    ['—', []],
    ['н/д', []],
    ['n/a', []],
    ['0', []],
    ['+7', []],
    ['+7 (___) ___-__-__', []],
    ['', []],
  ])('%s', (text, expected) => {
    const reading = readPhoneCell(text, null, readPhone)
    expect(reading).toMatchObject({ bad: null, remarks: [] })
    expect(shown(reading)).toEqual(expected)
  })

  test.each<[string, string[]]>([
    ['8 (495) 000-00-02 доб. 12', ['8 (495) 000-00-02 доб. 12']],
    ['8 (495) 000-00-02 (доб. 12)', ['8 (495) 000-00-02 (доб. 12)']],
    ['8 495 000-00-02 вн. 5', ['8 495 000-00-02 вн. 5']],
    ['8 495 000-00-02 ext 5', ['8 495 000-00-02 ext 5']],
    ['8 495 000-00-02, доб. 5', ['8 495 000-00-02, доб. 5']],
    ['84950000002,12', ['84950000002,12']],
    ['84950000002;12', ['84950000002;12']],
    ['84950000002p12', ['84950000002p12']],
    ['84950000002w12', ['84950000002w12']],
    ['8 495 000-00-02/03', ['8 495 000-00-02/03']],
    ['раб. 8 495 000-00-02 доб. 12', ['8 495 000-00-02 доб. 12']],
    ['8 495 000-00-02 x12, 8 495 000-00-03 x13', ['8 495 000-00-02 x12', '8 495 000-00-03 x13']],
  ])('the extension of %s is kept', (text, expected) => {
    const reading = readPhoneCell(text, null, readPhone)
    expect(reading.bad).toBeNull()
    expect(typed(reading)).toEqual(expected)
    expect(reading.points[0]?.value).toBe('+74950000002')
  })

  test.each([
    ['7,916E+10', 'lost-digits', '7,916E+10'],
    ['9.16E+09', 'lost-digits', '9.16E+09'],
    ['89160000001; 7,916E+10', 'lost-digits', '7,916E+10'],
    ['891600000012', 'bad-phone', '891600000012'],
    ['89160000001, 8916000000123', 'bad-phone', '8916000000123'],
    ['доб 123456', 'bad-phone', 'доб 123456'],
    ['abc 123456', 'bad-phone', 'abc 123456'],
    ['12', 'bad-phone', '12'],
    ['позвонить', 'bad-phone', 'позвонить'],
    ['17.05.1985 г', 'bad-phone', '17.05.1985 г'],
  ])('%s is %s', (text, code, value) => expect(readPhoneCell(text, null, readPhone).bad).toEqual({ code, value }))

  test('letters typed for digits are mended, and said', () => {
    expect(readPhoneCell('+7 9I6 OOO OO O1', null, readPhone)).toEqual({
      points: [{ kind: 'phone', label: null, typed: '+7 9I6 OOO OO O1', value: '+79160000001' }],
      remarks: [{ value: '+7 9I6 OOO OO O1', became: '+79160000001' }],
      bad: null,
    })
  })

  test("the column's label stands before the cell's", () => {
    expect(shown(readPhoneCell('84950000002 Анна; 84950000003', 'work', readPhone))).toEqual([
      'phone/work, Анна/+74950000002',
      'phone/work/+74950000003',
    ])
  })
})

describe('e-mails in one cell', () => {
  test.each<[string, string[]]>([
    ['a@b.co', ['email//a@b.co']],
    [' A@B.Co ', ['email//a@b.co']],
    ['a@b.co; c@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co, c@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co c@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co / c@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co/c@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co\r\nc@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co ::: c@d.co', ['email//a@b.co', 'email//c@d.co']],
    ['a@b.co, A@B.CO', ['email//a@b.co']],
    ['Анна Ёлкина <A@B.co>', ['email//a@b.co']],
    ['"Петрова, Анна" <a@b.co>, Иван <c@d.co>', ['email//a@b.co', 'email//c@d.co']],
    ['<a@b.co>', ['email//a@b.co']],
    ['mailto:a@b.co?subject=x', ['email//a@b.co']],
    ['a@b.co.', ['email//a@b.co']],
    ['a@b.co,', ['email//a@b.co']],
    ['a@b.co;', ['email//a@b.co']],
    ['почта: a@b.co', ['email//a@b.co']],
    ['e-mail a@b.co', ['email//a@b.co']],
    ['раб. a@b.co', ['email/раб/a@b.co']],
    ['a@b.co (личная)', ['email/личная/a@b.co']],
    ['a@b.co (work)', ['email/work/a@b.co']],
    ['личная: a@b.co, рабочая: c@d.co', ['email/личная/a@b.co', 'email/рабочая/c@d.co']],
    ['a@b.co Анна', ['email/Анна/a@b.co']],
    ['почта@пример.рф', ['email//почта@пример.рф']],
    ["o'brien@example.com", ["email//o'brien@example.com"]],
    ['нет', []],
    ['-', []],
    ['N/A', []],
    ['', []],
  ])('%s', (text, expected) => {
    const reading = readEmailCell(text, null)
    expect(reading.bad).toBeNull()
    expect(shown(reading)).toEqual(expected)
  })

  test.each([
    ['a@b', 'a@b'],
    ['anna', 'anna'],
    ['a@b.co, anna', 'anna'],
    ['a b@c.co', 'a b@c.co'],
    ['ivan petrov@example.com', 'ivan petrov@example.com'],
    ['a@@b.co', 'a@@b.co'],
    ['anna @b.co', 'anna @b.co'],
    ['@ivan', '@ivan'],
    ['a@b..co', 'a@b..co'],
  ])('%s: «%s» is none', (text, value) => expect(readEmailCell(text, null).bad).toEqual({ code: 'bad-email', value }))

  test('a name with an address is kept as typed', () => {
    expect(readEmailCell('"Петрова, Анна" <A@b.co>', 'work').points).toEqual([
      { kind: 'email', label: 'work', typed: '"Петрова, Анна" <A@b.co>', value: 'a@b.co' },
    ])
  })
})

describe('handles in one cell', () => {
  test.each<[HandleKind | null, string, string[]]>([
    ['telegram', '@ivan_testov', ['telegram//ivan_testov']],
    ['telegram', 't.me/ivan_testov', ['telegram//ivan_testov']],
    ['telegram', 'https://t.me/ivan_testov?start=1', ['telegram//ivan_testov']],
    ['telegram', 'tg://resolve?domain=ivan_testov', ['telegram//ivan_testov']],
    ['telegram', 'ivan_testov', ['telegram//ivan_testov']],
    ['telegram', 'ivan_testov.t.me', ['telegram//ivan_testov']],
    ['telegram', '+79160000001', ['telegram//+79160000001']],
    ['telegram', '8 916 000-00-01', ['telegram//+79160000001']],
    ['telegram', 'https://t.me/+79160000001', ['telegram//+79160000001']],
    ['telegram', 'https://t.me/+AbCdEf123', ['url//https://t.me/+AbCdEf123']],
    ['telegram', 'https://t.me/joinchat/AbCdEf123', ['url//https://t.me/joinchat/AbCdEf123']],
    ['telegram', '100001', ['telegram//100001']],
    ['telegram', '5123456789', ['telegram//5123456789']],
    ['telegram', '9160000001', ['telegram//+79160000001']],
    ['telegram', '@ivan, @petr', ['telegram//ivan', 'telegram//petr']],
    ['telegram', '@ivan Иван Петров', ['telegram/Иван Петров/ivan']],
    ['telegram', 'tg: ivan', ['telegram//ivan']],
    ['telegram', 'https://vk.com/ivan', ['vk//ivan']],
    ['telegram', 'нет', []],
    ['whatsapp', 'https://wa.me/79160000001', ['whatsapp//+79160000001']],
    ['whatsapp', '8 (916) 000-00-01', ['whatsapp//+79160000001']],
    ['viber', 'viber://chat?number=%2B380670000003', ['viber//+380670000003']],
    ['skype', 'skype:olena.zrazok?chat', ['skype//olena.zrazok']],
    ['skype', 'live:olena', ['skype//live:olena']],
    ['vk', 'id123', ['vk//id123']],
    ['facebook', 'https://www.facebook.com/profile.php?id=1000123', ['facebook//1000123']],
    ['linkedin', 'https://ru.linkedin.com/in/anna-p/', ['linkedin//anna-p']],
    ['instagram', '@anna.p', ['instagram//anna.p']],
    ['instagram', 'https://instagram.com/p/Abc1/', ['url//https://instagram.com/p/Abc1/']],
    ['url', 'http://example.com, https://t.me/ivan_testov', ['url//http://example.com', 'telegram//ivan_testov']],
    [null, '@ivan_testov', ['telegram//ivan_testov']],
    [null, 'skype:olena.zrazok', ['skype//olena.zrazok']],
    [null, 'Telegram: @ivan, WhatsApp +7 916 000-00-01', ['telegram//ivan', 'whatsapp//+79160000001']],
    [null, 'Viber/WhatsApp: +79160000001', ['viber//+79160000001', 'whatsapp//+79160000001']],
    [null, 'Viber, WhatsApp: +79160000001', ['viber//+79160000001', 'whatsapp//+79160000001']],
    [null, '+79160000001 (WhatsApp)', ['whatsapp//+79160000001']],
    [null, 'Skype: olena.zrazok; тг @ivan', ['skype//olena.zrazok', 'telegram//ivan']],
    [null, 'insta @anna.p / tg @anna', ['instagram//anna.p', 'telegram//anna']],
    [null, 'https://www.instagram.com/anna.p/?hl=en', ['instagram//anna.p']],
    [null, 'https://example.com/x', ['url//https://example.com/x']],
    [null, 'ivan@example.com', ['email//ivan@example.com']],
    [null, '-', []],
  ])('%s: %s', (kind, text, expected) => {
    const reading = readHandleCell(text, kind, null, readPhone)
    expect(reading.bad).toBeNull()
    expect(shown(reading)).toEqual(expected)
  })

  test.each<[HandleKind | null, string]>([
    ['telegram', '@иван'],
    ['telegram', 'Анна Петрова'],
    ['telegram', 'ivan petrov'],
    ['telegram', 'ivan@example.com'],
    ['whatsapp', 'да'],
    ['whatsapp', 'ivan'],
    ['instagram', 'анна'],
    ['url', 'localhost'],
    [null, 'ivan_testov'],
    [null, '+79160000001'],
    [null, 'вотсап'],
  ])('%s: %s is none', (kind, text) =>
    expect(readHandleCell(text, kind, null, readPhone)).toMatchObject({
      points: [],
      bad: { code: 'bad-handle', value: text },
    }),
  )
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '8 916 000-00-01',
      '+7',
      'доб.',
      '12',
      'E+10',
      '.',
      ',',
      ';',
      '/',
      '@',
      'a@b.co',
      '<',
      '>',
      '"',
      '(',
      ')',
      'tg',
      't.me/',
      '\n',
      ' ',
      'Анна',
      ':::',
      '000',
      '🙂',
      '_',
      "'",
    ],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('is read or refused', () => {
    fc.assert(
      fc.property(text, (cell) => {
        for (const reading of [
          readPhoneCell(cell, null, readPhone),
          readEmailCell(cell, null),
          readHandleCell(cell, 'telegram', null, readPhone),
          readHandleCell(cell, null, null, readPhone),
        ]) {
          for (const { value, typed } of reading.points) {
            expect(value).not.toBe('')
            expect(typed).not.toBe('')
          }
          if (reading.bad) expect(reading.bad.value).not.toBe('')
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('every number of a cell of whole numbers is found', () => {
    const number = fc.integer({ min: 9_000_000_000, max: 9_999_999_999 })
    const separator = fc.constantFrom(', ', '; ', ' / ', '\n', ' ::: ', ' ', ' и ', ',', ';')
    const spelled = fc.constantFrom<(digits: string) => string>(
      (digits) => `+7${digits}`,
      (digits) => `8${digits}`,
      (digits) => `8 (${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`,
      (digits) => `+7 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`,
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { minLength: 1, maxLength: 4 }),
        separator,
        spelled,
        (numbers, between, spell) => {
          const cell = numbers.map((each) => spell(String(each))).join(between)
          expect(shown(readPhoneCell(cell, null, readPhone))).toEqual(numbers.map((each) => `phone//+7${each}`))
        },
      ),
    )
  })

  // These took minutes, once the cell was long enough, before its length was looked at.
  test.each([' ', ';', '(', '8 ', 'a@', '="', 'tg ', '@a,', '1;(', 'х1'])(
    'a long cell of «%s» is refused at once',
    (unit) => {
      const cell = unit.repeat(300_000)
      for (const reading of [
        readPhoneCell(`x${cell}x`, null, readPhone),
        readEmailCell(`x${cell}x`, null),
        readHandleCell(`x${cell}x`, 'telegram', null, readPhone),
      ])
        expect(reading).toMatchObject({ points: [], bad: { value: expect.stringMatching(/^.{1,81}$/su) } })
    },
  )
})
