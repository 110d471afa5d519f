import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  linksFor,
  mailtoLink,
  smsLink,
  telegramLink,
  viberLink,
  whatsappLink,
} from '../../../src/domain/greeting/links.js'

const NOBODY = { phones: [], emails: [], handles: [] }

describe('each kind of link', () => {
  test.each([
    ['two lines', 'a\nb', 'a%0D%0Ab'],
    ['lines of Windows', 'a\r\nb', 'a%0D%0Ab'],
    ['signs of an address', '1 & 2 + 3 = 100%?#', '1%20%26%202%20%2B%203%20%3D%20100%25%3F%23'],
    ['quotes', `"it's" (so) *!*`, '%22it%27s%22%20%28so%29%20%2A%21%2A'],
    ['Cyrillic', 'Ґ', '%D2%90'],
    ['emoji', '🎂', '%F0%9F%8E%82'],
    ['half an emoji', '\ud83c!', '%EF%BF%BD%21'],
  ])('mailto: %s', (_, text, encoded) =>
    expect(mailtoLink('anna@example.com', { subject: 'S', text })).toBe(
      `mailto:anna@example.com?subject=S&body=${encoded}`,
    ),
  )

  test('the address is encoded, and the subject is one line', () => {
    const link = mailtoLink("o'brien+vip&co@пример.example.org", { subject: 'a\nb', text: '' })
    expect(link).toMatch(/^mailto:o%27brien%2Bvip%26co@%D0%BF[^@?]*\.example\.org\?subject=a%20b&body=$/)
  })

  test('phones and messengers', () => {
    expect(smsLink('+380670000001', 'Ні & так\nend')).toBe(
      'sms:+380670000001?body=%D0%9D%D1%96%20%26%20%D1%82%D0%B0%D0%BA%0Aend',
    )
    expect(whatsappLink('+380670000001', 'a b')).toBe('https://wa.me/380670000001?text=a%20b')
    expect(telegramLink('@olga_g', 'a+b')).toBe('https://t.me/olga_g?text=a%2Bb')
    expect(telegramLink('+380670000001', 'x')).toBe('https://t.me/+380670000001?text=x')
    expect(viberLink('+380670000001')).toBe('viber://chat?number=%2B380670000001')
  })
})

describe('links of a client', () => {
  const message = { subject: 's', text: 't' }

  test('only those for which there is an address', () => {
    expect(linksFor(NOBODY, message)).toEqual({})
    expect(Object.keys(linksFor({ ...NOBODY, emails: [{ value: 'a@example.com' }] }, message))).toEqual(['mailto'])
    const phones = [{ value: '+79160000001' }]
    expect(Object.keys(linksFor({ ...NOBODY, phones }, message))).toEqual(['sms', 'whatsapp'])
    const handles = [
      { kind: 'telegram', value: 'olga' },
      { kind: 'viber', value: '+380670000002' },
      { kind: 'whatsapp', value: '+380670000003' },
    ]
    expect(linksFor({ ...NOBODY, phones, handles }, message)).toEqual({
      sms: 'sms:+79160000001?body=t',
      telegram: 'https://t.me/olga?text=t',
      whatsapp: 'https://wa.me/380670000003?text=t',
      viber: 'viber://chat?number=%2B380670000002',
    })
  })

  test('a number that could not be read makes no link', () =>
    expect(linksFor({ ...NOBODY, phones: [{ value: 'ask Anna' }] }, message)).toEqual({}))
})

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const link = new URL(whatsappLink('+380670000001', text))
      expect(link.searchParams.get('text')).toBe(text.replace(/\r\n|\r/g, '\n'))
      expect(link.href).not.toMatch(/['"<>\s]/)
    }),
  )
})
