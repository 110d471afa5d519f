import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Consent } from '../../src/domain/client.js'
import {
  answerFor,
  CONSENT_CHANNELS,
  consentChannelNamed,
  preferredChannel,
  refusesEveryWay,
} from '../../src/domain/consent.js'
import { consentAdded } from '../../src/domain/consent-added.js'
import { consentsFrom, consentText, readConsentText } from '../../src/domain/consent-text.js'
import type { DraftConsent } from '../../src/domain/draft.js'
import { joinItems, splitItems } from '../../src/domain/own-csv.js'
import { nameOfTarget, targetNamed } from '../../src/domain/tables/target-names.js'
import { draft, read } from './row-reading.js'

/** `yes`, `email:no call:yes`: the answer to everything, and those for channels. */
function answers(text: string): { consent: Consent | null; consents: DraftConsent[] } {
  const consents: DraftConsent[] = []
  let consent: Consent | null = null
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const [channel = '', answer] = word.split(':')
    if (answer === undefined) consent = channel as Consent
    else consents.push({ channel, answer: answer as Consent, origin: null, at: '2026-11-22' })
  }
  return { consent, consents }
}

describe('the answer in force', () => {
  test.each<[string, string, Consent | null]>([
    ['', 'email', null],
    ['yes', 'email', 'yes'],
    ['no', 'email', 'no'],
    ['yes email:no', 'email', 'no'],
    ['yes email:no', 'call', 'yes'],
    ['email:yes', 'email', 'yes'],
    ['email:yes', 'call', null],
    // A no to everything is one to everything, whatever the channels say.
    ['no email:yes', 'email', 'no'],
    ['no email:yes call:yes', 'call', 'no'],
    ['message:no', 'telegram', 'no'],
    ['message:no', 'sms', 'no'],
    ['message:no', 'message', 'no'],
    ['message:no', 'email', null],
    ['message:no telegram:yes', 'telegram', 'no'],
    ['message:yes telegram:no', 'telegram', 'no'],
    ['message:yes telegram:no', 'viber', 'yes'],
    ['message:yes', 'whatsapp', 'yes'],
    ['telegram:no', 'message', null],
    ['yes telegram:no', 'message', 'yes'],
    ['no', 'smoke signals', 'no'],
  ])('of %j for %s: %s', (said, channel, expected) => {
    expect(answerFor(channel, answers(said))).toBe(expected)
  })

  test('one refusal more never allows what was refused before', () => {
    const channel = fc.constantFrom(...CONSENT_CHANNELS)
    const some = fc.uniqueArray(fc.tuple(channel, fc.constantFrom<Consent>('yes', 'no')), {
      selector: ([each]) => each,
    })
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'yes' as const, 'no' as const),
        some,
        channel,
        channel,
        (all, list, more, asked) => {
          const consents = list.map(([each, answer]) => ({ channel: each, answer }))
          const stricter = [
            ...consents.filter((each) => each.channel !== more),
            { channel: more, answer: 'no' as const },
          ]
          if (answerFor(asked, { consent: all, consents }) === 'no')
            expect(answerFor(asked, { consent: all, consents: stricter })).toBe('no')
          expect(answerFor(more, { consent: all, consents: stricter })).toBe('no')
        },
      ),
    )
  })
})

test.each([
  ['email', 'email'],
  ['E-Mail', 'email'],
  ['почта', 'email'],
  ['лист', 'email'],
  ['call', 'call'],
  ['телефон', 'call'],
  ['Дзвінки', 'call'],
  ['sms', 'sms'],
  ['смс', 'sms'],
  ['тг', 'telegram'],
  ['Ватсап', 'whatsapp'],
  ['вайбер', 'viber'],
  ['фейсбук', 'facebook'],
  ['сообщения', 'message'],
  ['месенджер', 'message'],
  ['зустріч', 'meet'],
  ['post', 'post'],
  ['Бумажная почта', 'post'],
  ['url', null],
  ['note', null],
  ['', null],
  ['голубь', null],
  ['constructor', null],
])('%j names the channel %s', (word, channel) => {
  expect(consentChannelNamed(word)).toBe(channel)
})

test.each([
  ['phone email telegram', '', false],
  ['phone email telegram', 'no', true],
  ['email', 'email:no', true],
  ['email phone', 'email:no', false],
  ['email phone', 'email:no call:no', false],
  ['email phone', 'email:no call:no sms:no', true],
  ['email phone telegram', 'email:no call:no message:no', true],
  // Nobody refused what cannot be.
  ['', 'no', false],
  ['url', 'email:no', false],
])('with %j and the answers %j every way is refused: %s', (points, said, expected) => {
  const has = (kind: string): boolean => points.split(' ').includes(kind)
  const handles = (['telegram', 'url'] as const).filter(has).map((kind) => ({ kind, value: 'x', label: null }))
  expect(
    refusesEveryWay({
      ...answers(said),
      consents: answers(said).consents as never,
      phones: has('phone') ? [{ value: '+79160000001', label: null, typed: '' }] : [],
      emails: has('email') ? [{ value: 'a@example.com', label: null }] : [],
      handles,
    }),
  ).toBe(expected)
})

test.each([
  ['telegram', '', 'telegram'],
  ['телеграм', 'telegram:no', null],
  ['телеграм', 'email:no', 'телеграм'],
  ['голубиная почта', 'email:no', 'голубиная почта'],
  [null, 'no', null],
])('who prefers %j and says %j is proposed %j', (channel, said, expected) => {
  const consents = answers(said).consents as never
  expect(preferredChannel({ ...answers(said), consents, channel })).toBe(expected)
})

describe('an answer in one line', () => {
  test.each<[DraftConsent, string]>([
    [{ channel: 'email', answer: 'no', origin: 'form', at: '2026-03-12' }, 'email:no (form, 2026-03-12)'],
    [{ channel: 'call', answer: 'yes', origin: null, at: '2026-03-12' }, 'call:yes (2026-03-12)'],
    [{ channel: 'call', answer: 'yes', origin: null, at: null }, 'call:yes'],
    [{ channel: 'post', answer: 'no', origin: 'Ґ (2)', at: null }, 'post:no (Ґ (2))'],
  ])('%j is %s, and back', (consent, line) => {
    expect(consentText(consent)).toBe(line)
    expect(readConsentText(line)).toEqual(consent)
  })

  test.each(['', 'email', 'email:maybe', 'pigeon:no', 'email:no form', '__proto__:no'])('%j is none', (line) => {
    expect(readConsentText(line)).toBeNull()
  })

  test('several come back from one cell, whatever their origins hold', () => {
    const origin = fc.option(
      fc
        .string({ unit: fc.constantFrom(...'а(), ;|\\:"2026-01-01Ґё💡\''), minLength: 1, maxLength: 30 })
        .filter((text) => text.trim() === text),
    )
    const consent = fc.record({
      channel: fc.constantFrom(...CONSENT_CHANNELS),
      answer: fc.constantFrom<Consent>('yes', 'no'),
      origin,
      at: fc.constantFrom('2026-03-12', '1999-12-31'),
    })
    fc.assert(
      fc.property(fc.array(consent, { minLength: 1, maxLength: 4 }), (list) => {
        expect(splitItems(joinItems(list.map(consentText))).map(readConsentText)).toEqual(list)
      }),
    )
  })

  test('of JSON nothing is believed that is no answer', () => {
    const good = { channel: 'email', answer: 'no', origin: ' form ', at: '2026-03-12' }
    const bad = [{ channel: 'email' }, { channel: '__proto__', answer: 'no' }, { channel: 7, answer: 'no' }]
    expect(consentsFrom([good, ...bad, { channel: 'call', answer: 'yes', at: '2026-02-30' }])).toEqual([
      { ...good, origin: 'form' },
      { channel: 'call', answer: 'yes', origin: null, at: null },
    ])
  })
})

describe('columns of other programs', () => {
  const BASE = { Name: 'Anna Vane' }
  const said = (row: Record<string, string>): string => {
    const each = draft({ ...BASE, ...row }, { sample: [Object.values({ ...BASE, ...row })] })
    return [each.values.consent ?? '-', ...each.consents.map(({ channel, answer }) => `${channel}:${answer}`)].join(' ')
  }

  test.each([
    // An opt-out has the opposite sense, and having refused nothing is no consent.
    [{ 'Email Opt Out': 'true' }, '- email:no'],
    [{ 'Email Opt Out': 'false' }, '-'],
    [{ HasOptedOutOfEmail: '1' }, '- email:no'],
    [{ HasOptedOutOfEmail: '0' }, '-'],
    [{ 'Do Not Call': 'Yes' }, '- call:no'],
    [{ DoNotCall: 'x' }, '- call:no'],
    [{ do_not_call: '0' }, '-'],
    [{ Unsubscribed: 'yes' }, '- email:no'],
    [{ 'Unsubscribed from all email': 'true' }, '- email:no'],
    [{ Отписан: 'да' }, '- email:no'],
    [{ Отписан: 'подписан' }, '-'],
    [{ Відписаний: 'так' }, '- email:no'],
    [{ 'Не звонить': '+' }, '- call:no'],
    [{ 'Не дзвонити': '✓' }, '- call:no'],
    [{ 'Не писать': 'да' }, '- email:no message:no'],
    [{ 'Не беспокоить': 'да' }, 'no'],
    [{ 'Do not contact': 'TRUE' }, 'no'],
    [{ 'Do not allow Emails': 'Do Not Allow' }, '- email:no'],
    [{ 'Do not allow Emails': 'Allow' }, '-'],
    [{ 'SMS Opt Out': 'yes' }, '- sms:no'],
    [{ ЧС: 'грубит, не платит' }, '- call:no'],
    [{ ЧС: 'нет' }, '-'],
    [{ ЧС: '☐' }, '-'],
    // Consents say what they say.
    [{ 'Согласие на рассылку': 'да' }, '- email:yes message:yes'],
    [{ 'Согласие на рассылку': 'нет' }, '- email:no message:no'],
    [{ 'Згода на розсилку': 'так' }, '- email:yes message:yes'],
    [{ 'Accepts Email Marketing': 'yes' }, '- email:yes'],
    [{ 'Marketing status': 'unsubscribed' }, '- email:no'],
    [{ 'Marketing status': 'no consent' }, '-'],
    [{ 'Marketing status': '-' }, '-'],
    [{ 'Marketing status': '—' }, '-'],
    [{ 'Согласие на обработку персональных данных': 'получено' }, 'yes'],
    [{ 'Согласие на обработку ПД': 'да' }, 'yes'],
    [{ 'Согласие на обработку ПД': 'нет' }, 'no'],
    [{ 'Згода на обробку ПД': 'ні' }, 'no'],
    [{ 'GDPR consent': 'withdrawn' }, 'no'],
    [{ GDPR: 'yes' }, 'yes'],
    [{ ОПД: 'не указано' }, '-'],
    [{ 'Согласие на обработку ПД': 'да', 'Согласие на рассылку': 'нет' }, 'yes email:no message:no'],
    [{ 'Согласие на обработку ПД': 'нет', Согласие: 'да' }, 'no'],
    [{ Согласие: 'да', 'Согласие на обработку ПД': 'отозвано' }, 'no'],
    [{ Згода: 'ні' }, 'no'],
    [{ Consent: 'не указано' }, '-'],
    // Of two columns about one thing the stricter holds, in whichever order.
    [{ 'Согласие на рассылку': 'да', Отписан: 'да' }, '- email:no message:yes'],
    [{ Отписан: 'да', 'Согласие на рассылку': 'да' }, '- email:no message:yes'],
    [{ Consent: 'yes', 'Do not contact': 'yes' }, 'no'],
    [{ 'Do not contact': 'yes', Consent: 'yes' }, 'no'],
  ])('%j: %s', (row, expected) => {
    expect(said(row as Record<string, string>)).toBe(expected)
  })

  test.each([
    [{ Отписан: '12.03.2024' }, { channel: 'email', answer: 'no', origin: 'Отписан', at: '2024-03-12' }],
    [{ 'Дата отписки': '2024-03-12' }, { channel: 'email', answer: 'no', origin: 'Дата отписки', at: '2024-03-12' }],
    [{ ЧС: 'грубит' }, { channel: 'call', answer: 'no', origin: 'ЧС: грубит', at: null }],
    [
      { 'Email consent': 'yes', 'Consent source': 'fair', 'Consent date': '2025-01-02' },
      { channel: 'email', answer: 'yes', origin: 'fair', at: '2025-01-02' },
    ],
  ])('%j tells how and when', (row, expected) => {
    expect(draft({ ...BASE, ...(row as Record<string, string>) }).consents).toEqual([expected])
  })

  const BOTH = 'email:yes message:yes'
  const NEITHER = 'email:no message:no'
  test.each(
    [
      'Рассылка',
      'Подписка',
      'Согласие на рассылку',
      'Згода на розсилку',
      'Підписка',
      'Subscribed',
      'Newsletter',
    ].flatMap((header) => [
      ...['да', 'Да', '+', '1', 'так', 'ТАК', 'подписан', 'Подписана', 'підписаний', 'yes', 'true', '✓', 'есть'].map(
        (cell): [string, string, string] => [header, cell, `- ${BOTH}`],
      ),
      ...['нет', '0', 'ні', 'отписан', 'Отписалась', 'відписаний', 'unsubscribed', 'no', 'не подписан'].map(
        (cell): [string, string, string] => [header, cell, `- ${NEITHER}`],
      ),
      ...['', '-', '—', 'не указано'].map((cell): [string, string, string] => [header, cell, '-']),
    ]),
  )('%s: %s is %s', (header, cell, expected) => {
    expect(said({ [header]: cell })).toBe(expected)
  })

  test('a subscription that is to something else is kept as a field of one’s own', () => {
    for (const cell of ['Премиум', 'до 12.03.2027', '12.03.2027']) {
      const sample = [
        ['Anna', 'да'],
        ['Boris', cell],
      ]
      const each = draft({ ...BASE, Подписка: cell }, { sample })
      expect([each.values.consent, each.consents]).toEqual([null, []])
      expect(each.custom.map(({ value }) => value)).toEqual([cell])
    }
  })

  test('a minus is a no where others have a plus, and else nothing', () => {
    for (const [other, consent] of [
      ['+', 'no'],
      ['да', null],
    ] as const) {
      const sample = [
        ['Anna', other],
        ['Boris', '-'],
      ]
      expect(draft({ ...BASE, Согласие: '-' }, { sample }).values.consent).toBe(consent)
    }
  })

  test('the answer to everything has its origin and its day', () => {
    const { values } = draft({ ...BASE, 'Согласие на связь': '12.03.2025' })
    expect(values).toMatchObject({ consent: 'yes', consent_origin: 'Согласие на связь', consent_at: '2025-03-12' })
    expect(draft({ ...BASE, Consent: 'yes' }).values).toMatchObject({ consent_origin: null, consent_at: null })
    expect(draft({ ...BASE, 'Consent source': 'fair' }).values).toMatchObject({ consent: null, consent_origin: null })
  })

  test('hours at which not to call are no refusal, and words in a column of consents are kept', () => {
    const each = draft({ ...BASE, 'Не звонить': '13:00-14:00', Рассылка: 'по средам' })
    expect(each).toMatchObject({ values: { no_call: '13:00-14:00', note: 'Рассылка: по средам' }, consents: [] })
    expect(read({ ...BASE, Согласие: 'может быть' })).toMatchObject({ code: 'bad-value', expected: 'yes-no' })
  })

  test('what clients refuse is not taken into a field of one’s own that is called so', () => {
    const own = (key: string) => ({ id: 1, key, label: null, type: 'text' as const, choices: [] })
    const custom = [own('do_not_call'), own('newsletter')]
    const each = draft({ ...BASE, do_not_call: '1', newsletter: 'weekly' }, { custom })
    expect(each.consents).toMatchObject([{ channel: 'call', answer: 'no' }])
    expect(each.custom).toEqual([{ key: 'newsletter', value: 'weekly' }])
  })

  test.each([
    'do_not_call',
    'do_not_email',
    'do_not_contact',
    'do_not_write',
    'consent_sms',
    'consent_mailing',
    'consent',
  ])('--map takes %s, and a profile keeps it', (name) => {
    const target = targetNamed(name, [], 'Some column')
    expect(target?.to).toBe(name === 'consent' ? 'field' : 'consent')
    expect(target && nameOfTarget(target)).toBe(name)
  })
})

describe('what a row adds to the answers of a client', () => {
  const known = (text: string) => {
    const { consent, consents } = answers(text)
    const values = { ...draft({ Name: 'A' }).values, consent }
    return { values, consents: new Map(consents.map((each) => [each.channel, each])) }
  }
  const row = (text: string) => {
    const each = draft({ Name: 'A' })
    const { consent, consents } = answers(text)
    return { ...each, values: { ...each.values, consent }, consents }
  }

  test.each([
    ['fill', '', 'yes email:no', 'yes email:no', []],
    ['fill', 'yes', 'no', 'no', []],
    ['update', 'yes email:yes', 'no email:no', 'no email:no', []],
    ['fill', 'no email:no', 'yes email:yes', '', [null, 'email']],
    ['update', 'no email:no', 'yes email:yes', '', [null, 'email']],
    ['update', 'no', '', '', []],
    ['update', 'email:no', 'call:no', 'call:no', []],
    ['refusals', '', 'yes email:no call:yes', 'email:no', []],
    ['refusals', 'yes', 'no', 'no', []],
    ['refusals', 'no email:no', 'no email:no', '', []],
    ['refusals', 'no', 'yes', '', []],
  ] as const)('%s: %j and a row with %j: %j', (wanted, before, brought, added, kept) => {
    const found = consentAdded(known(before), row(brought), wanted)
    const shown = [found.values.consent ?? [], ...found.consents.map(({ channel, answer }) => `${channel}:${answer}`)]
    expect({ added: shown.flat().join(' '), kept: found.kept }).toEqual({ added, kept })
  })
})
