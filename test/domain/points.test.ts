import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toE164 } from '../../src/domain/phone.js'
import { POINT_KINDS, type PointKind, readPoint, showPhone, splitLabel } from '../../src/domain/points.js'

const readPhone = (typed: string) => toE164(typed, 'RU')
const read = (kind: PointKind, text: string) => readPoint(kind, text, null, readPhone)?.value ?? null

describe('handles', () => {
  test.each<[PointKind, string, string | null]>([
    ['telegram', '@Anna', 'anna'],
    ['telegram', 'anna', 'anna'],
    ['telegram', 't.me/Anna', 'anna'],
    ['telegram', 'https://t.me/Anna', 'anna'],
    ['telegram', 'https://t.me/anna/', 'anna'],
    ['telegram', 'http://telegram.me/anna', 'anna'],
    ['telegram', 't.me/@anna', 'anna'],
    ['telegram', ' @anna ', 'anna'],
    ['telegram', 'https://t.me/+79161234567', '+79161234567'],
    ['telegram', '+7 916 123-45-67', '+79161234567'],
    ['telegram', '8 916 123-45-67', '+79161234567'],
    ['telegram', '@', null],
    ['telegram', '', null],
    ['telegram', 'Анна Петрова', null],
    ['whatsapp', 'https://wa.me/79161234567', '+79161234567'],
    ['whatsapp', '8 (916) 123-45-67', '+79161234567'],
    ['viber', '+380 67 123 45 67', '+380671234567'],
    ['vk', 'https://vk.com/id123', 'id123'],
    ['vk', 'vk.com/Anna.P', 'anna.p'],
    ['instagram', 'https://www.instagram.com/anna.p/', 'anna.p'],
    ['facebook', 'www.facebook.com/anna.p', 'anna.p'],
    ['linkedin', 'https://www.linkedin.com/in/anna-p/', 'anna-p'],
    ['skype', 'live:anna', 'live:anna'],
    ['telegram', 'https://t.me/anna?start=1', 'anna'],
    ['instagram', 'https://www.instagram.com/anna.p/?hl=en', 'anna.p'],
    ['vk', 'https://m.vk.com/id1', 'id1'],
    ['linkedin', 'https://ru.linkedin.com/in/anna', 'anna'],
    ['telegram', 'tg://resolve?domain=Anna', 'anna'],
    ['telegram', 'anna.t.me', 'anna'],
    ['telegram', 'ivan_testov.t.me', 'ivan_testov'],
    ['telegram', '100001', '100001'],
    ['telegram', '5123456789', '5123456789'],
    ['telegram', '9160000001', '+79160000001'],
    ['telegram', '@иван', null],
    ['telegram', 'https://t.me/+AbCdEf123', null],
    ['telegram', 'https://t.me/joinchat/AbCdEf123', null],
    ['telegram', 'https://vk.com/anna', null],
    ['whatsapp', 'https://api.whatsapp.com/send?phone=79160000001&text=1', '+79160000001'],
    ['whatsapp', 'да', null],
    ['viber', 'viber://chat?number=%2B380670000003', '+380670000003'],
    ['skype', 'skype:olena.zrazok?chat', 'olena.zrazok'],
    ['skype', 'anna@example.com', 'anna@example.com'],
    ['signal', 'https://signal.me/#p/+79160000001', '+79160000001'],
    ['vk', '123', '123'],
    ['facebook', 'https://www.facebook.com/profile.php?id=1000123', '1000123'],
    ['facebook', 'https://facebook.com/groups', null],
    ['instagram', 'https://instagram.com/p/Abc1/', null],
    ['url', 'example.com', 'example.com'],
    ['url', 'https://Example.com/A?b=C#d', 'https://Example.com/A?b=C#d'],
    ['url', 'localhost', null],
    ['url', 'два слова.рф', null],
    ['url', '', null],
  ])('%s: %s -> %s', (kind, text, value) => expect(read(kind, text)).toBe(value))
})

describe('e-mail', () => {
  test.each([
    ['anna@example.com', 'anna@example.com'],
    ['Anna@Example.COM', 'anna@example.com'],
    [' anna@example.com ', 'anna@example.com'],
    ['Анна Петрова <A@B.c>', 'a@b.c'],
    ['"Петрова, Анна" <a@b.c>', 'a@b.c'],
    ['<a@b.c>', 'a@b.c'],
    ['mailto:A@b.c', 'a@b.c'],
    ['a.b+c@ex-ample.co.uk', 'a.b+c@ex-ample.co.uk'],
    ['почта@пример.рф', 'почта@пример.рф'],
    ['a@b', null],
    ['a@b..c', null],
    ['a@b.c.', null],
    ['@b.c', null],
    ['a b@c.d', null],
    ['a@b.c, d@e.f', null],
    ['a@b.c;', null],
    ['a@@b.c', null],
    ['anna', null],
    ['', null],
  ])('%s -> %s', (text, value) => expect(read('email', text)).toBe(value))

  test('is kept as it was typed', () => {
    expect(readPoint('email', ' Anna <A@B.c> ', 'work', readPhone)).toEqual({
      kind: 'email',
      label: 'work',
      typed: 'Anna <A@B.c>',
      value: 'a@b.c',
    })
  })
})

describe('phones', () => {
  test.each([
    ['8 (916) 123-45-67', '+79161234567'],
    ['123', '123'],
    ['12-34-56', '123456'],
    ['доб 123456', null],
    ['12', null],
    ['нет', null],
    ['abc 123456', null],
    ['1.5e10', null],
    ['7,91612E+10', null],
    ['123456789012345678', null],
    // An error in a whole number is not an old city number.
    ['891600000012', null],
    ['7,916E+10', null],
    ['000-00-01', '0000001'],
    ['', null],
  ])('%s -> %s', (text, value) => expect(read('phone', text)).toBe(value))

  test.each([
    ["'+79160000001", '+79160000001'],
    ['="8916 0000001"', '8916 0000001'],
    ['8 (495) 000-00-02 доб. 12', '8 (495) 000-00-02 доб. 12'],
  ])('%s is kept as %s', (text, typed) => expect(readPoint('phone', text, null, readPhone)?.typed).toBe(typed))

  test.each([
    ['+79161234567', '+7 916 123-45-67'],
    ['+380671234567', '+380 67 123-45-67'],
    ['+442079460958', '+442079460958'],
    ['123456', '123456'],
  ])('%s is shown as %s', (value, shown) => expect(showPhone(value)).toBe(shown))

  test('what is shown is read as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }), (number) => {
        expect(toE164(showPhone(`+7${number}`), 'GB')).toBe(`+7${number}`)
      }),
    )
  })
})

describe('splitLabel', () => {
  test.each([
    ['work:+79161234567', 'work', '+79161234567'],
    ['work: +79161234567', 'work', '+79161234567'],
    ['рабочий: 8 916 123-45-67', 'рабочий', '8 916 123-45-67'],
    ['Work phone 2: 5', 'Work phone 2', '5'],
    ['мама: anna@example.com', 'мама', 'anna@example.com'],
    ['site:https://example.com', 'site', 'https://example.com'],
    ['https://example.com', null, 'https://example.com'],
    ['http://example.com:8080/a:b', null, 'http://example.com:8080/a:b'],
    ['mailto:a@b.c', null, 'mailto:a@b.c'],
    ['tel:+79161234567', null, 'tel:+79161234567'],
    ['example.com:8080', null, 'example.com:8080'],
    ['+79161234567', null, '+79161234567'],
    ['anna@example.com', null, 'anna@example.com'],
    ['12:30', null, '12:30'],
    ['work:', null, 'work:'],
    [':5', null, ':5'],
    ['', null, ''],
  ])('%s', (text, label, typed) => expect(splitLabel(text)).toEqual({ label, typed }))
})

test('any text of any kind is read or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...POINT_KINDS), fc.string({ unit: 'binary' }), (kind, text) => {
      const point = readPoint(kind, text, null, readPhone)
      if (point === null) return
      expect(point.value).not.toBe('')
      expect(readPoint(kind, point.value, null, readPhone)?.value).toBe(point.value)
    }),
    { numRuns: 2000 },
  )
})
