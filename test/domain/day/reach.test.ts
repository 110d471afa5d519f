import { expect, test } from 'vitest'
import type { Asking } from '../../../src/domain/day/asking.js'
import { reachOf } from '../../../src/domain/day/reach.js'

type Points = Parameters<typeof reachOf>[0]

/** Points as `phone:+7…`, `work phone:+7…`, `email:…`, `telegram:…`. */
function client(channel: string | null, points: string, kind: Points['kind'] = 'person'): Points {
  const found: Points = { kind, channel, phones: [], emails: [], handles: [], consent: null, consents: [] }
  for (const point of points.split(' | ').filter((each) => each !== '')) {
    const [, label = null, name = '', value = ''] = /^(?:(\S+) )?(\w+):(.+)$/u.exec(point) ?? []
    if (name === 'phone') found.phones.push({ value, label: label ?? null, typed: value })
    else if (name === 'email') found.emails.push({ value, label: label ?? null })
    else found.handles.push({ kind: name as 'telegram', value, label: label ?? null })
  }
  return found
}

const WORK = '+74950000001'
const MOBILE = '+79160000001'
const KYIV = '+380440000001'
const LIFE = '+380670000001'
const ALL = `phone:${MOBILE} | email:anna@example.com | telegram:anna | viber:${LIFE}`

test.each<[string | null, string, string | null]>([
  [null, ALL, `phone ${MOBILE}`],
  [null, 'email:anna@example.com | telegram:anna', 'telegram anna'],
  [null, 'email:anna@example.com', 'email anna@example.com'],
  [null, '', null],
  [null, 'url:example.com/anna', null],
  ['telegram', ALL, 'telegram anna'],
  ['Телеграм', ALL, 'telegram anna'],
  ['тг', ALL, 'telegram anna'],
  ['вайбер', ALL, `viber ${LIFE}`],
  ['Viber', `phone:${MOBILE}`, `viber ${MOBILE}`],
  ['WhatsApp', ALL, `whatsapp ${MOBILE}`],
  ['ватсап', 'telegram:anna', 'telegram anna'],
  ['telegram', `phone:${MOBILE}`, `phone ${MOBILE}`],
  ['email', ALL, 'email anna@example.com'],
  ['пошта', ALL, 'email anna@example.com'],
  ['письмо', `phone:${MOBILE}`, `phone ${MOBILE}`],
  ['звонок', ALL, `phone ${MOBILE}`],
  ['дзвінок', ALL, `phone ${MOBILE}`],
  ['call', 'telegram:anna', 'telegram anna'],
  ['sms', ALL, `sms ${MOBILE}`],
  ['сообщение', ALL, 'telegram anna'],
  ['месенджер', `email:a@example.com | viber:${LIFE}`, `viber ${LIFE}`],
  ['встреча', ALL, `phone ${MOBILE}`],
  ['голубиная почта 🕊', ALL, `phone ${MOBILE}`],
  ['WhatsApp или телефон', 'telegram:anna | email:a@example.com', 'telegram anna'],
  ['телефон, почта', 'telegram:anna | email:a@example.com', 'email a@example.com'],
  ['skype', 'skype:anna.live | phone:+79160000001', 'skype anna.live'],
  [null, `work phone:${WORK} | mobile phone:${MOBILE}`, `phone ${MOBILE}`],
  [null, `phone:${WORK} | моб phone:${LIFE}`, `phone ${LIFE}`],
  [null, `phone:${KYIV} | phone:${LIFE}`, `phone ${LIFE}`],
  [null, `phone:${KYIV} | рабочий phone:${MOBILE}`, `phone ${KYIV}`],
  [null, `факс phone:${KYIV} | work phone:${WORK}`, `phone ${WORK}`],
  [null, `fax phone:${KYIV}`, null],
])('a person who prefers %s, with %s: %s', (channel, points, expected) => {
  const reach = reachOf(client(channel, points), null)
  expect(reach === null ? null : `${reach.channel} ${reach.value}`).toBe(expected)
})

const person = (phone: string | null) => ({ client_id: 5, name: 'Ґалаґан', role: 'директор', phone })

test.each<[string, Asking | null, string | null]>([
  [`phone:${MOBILE} | work phone:${WORK}`, null, `phone ${WORK}`],
  [`phone:${MOBILE} | phone:${KYIV}`, null, `phone ${MOBILE}`],
  ['', { gatekeeper: null, decider: person(LIFE) }, `phone ${LIFE}`],
  ['', { gatekeeper: person(KYIV), decider: person(null) }, `phone ${KYIV}`],
  ['', { gatekeeper: null, decider: person(null) }, null],
  ['email:office@example.com', { gatekeeper: null, decider: person(LIFE) }, 'email office@example.com'],
  [`phone:${WORK}`, { gatekeeper: null, decider: person(LIFE) }, `phone ${WORK}`],
])('a company with %s and %j: %s', (points, asking, expected) => {
  const reach = reachOf(client(null, points, 'company'), asking)
  expect(reach === null ? null : `${reach.channel} ${reach.value}`).toBe(expected)
})
