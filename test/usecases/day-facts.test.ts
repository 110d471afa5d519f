import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Clock, momentOf } from '../../src/domain/calendar.js'
import type { Promised } from '../../src/domain/day/reason.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import { zones } from '../../src/main.js'
import type { NewRow } from '../../src/store/schema.js'
import { type CallFacts, callFacts } from '../../src/usecases/day-facts.js'
import { arrangement, planOfDay } from '../../src/usecases/day-plan.js'
import { type Calling, DEFAULT_CALLING, type Deps } from '../../src/usecases/deps.js'
import type { NumberedEntry } from '../../src/usecases/today.js'
import { zone } from '../domain/day/zones.js'
import { clientRow, contactRow, entry, freshFolder, opened } from '../store/base.js'

/** A Monday in Kyiv, 09:30. */
const NOW = '2026-11-23T07:30:00Z'
const clock: Clock = { now: () => new Date(NOW), ...zone('Europe/Kyiv'), inZone: zones.inZone }

interface Told {
  clients?: Partial<NewRow<'client'>>[]
  phones?: { client: number; value: string; label?: string }[]
  contacts?: (Partial<NewRow<'contact'>> & { client: number; at: string })[]
  orders?: { client: number; date: string; what: string }[]
  relations?: { person: number; company: number; role: string | null }[]
}

async function base(
  { clients = [{}], phones = [], contacts = [], orders = [], relations = [] }: Told,
  calling?: Calling,
): Promise<Deps> {
  const store = await opened(join(freshFolder(), 'clients.db'), {
    circumstances: { model: DEFAULT_MODEL, moment: momentOf(clock) },
  })
  await store.write(entry('fill'), async (writing) => {
    for (const [index, client] of clients.entries())
      await writing.insert('client', clientRow(`Ґалаґан ${index + 1}`, client))
    for (const { client, value, label } of phones)
      await writing.insert('contact_point', {
        client_id: client,
        kind: 'phone',
        label: label ?? null,
        typed: value,
        value,
      })
    for (const { client, ...more } of contacts)
      await writing.insert('contact', { ...contactRow(client, ''), text: null, ...more })
    for (const { person, company, role } of relations)
      await writing.insert('relation', { client_id: person, company_id: company, role })
    for (const { client, date, what } of orders)
      await writing.insert('client_order', {
        client_id: client,
        date,
        sum_minor: 45_000,
        currency: 'UAH',
        what,
        stage: null,
        cost_minor: null,
        promo: 0,
        due_on: null,
        paid_minor: 0,
        external_system: null,
        external_id: null,
        created_at: NOW,
        items: null,
      })
  })
  return { store, clock, country: 'UA', model: DEFAULT_MODEL, command: 'today', ...(calling ? { calling } : {}) }
}

/** The facts of the first client, or of another. */
async function factsOf(
  told: Told,
  { id = 1, at = NOW, calling }: { id?: number; at?: string; calling?: Calling } = {},
): Promise<CallFacts> {
  const deps = await base(told, calling)
  const clients = await deps.store.clients.records([id], false)
  const facts = (await callFacts(deps, clients, new Date(at))).get(id)
  if (!facts) throw new Error('no facts')
  return facts
}

test('of somebody of whom nothing is known', async () => {
  expect(await factsOf({})).toEqual({
    window: { is: 'unknown', until: null, from: null, local_time: null },
    reach: null,
    last_contact: null,
    usual: null,
    ask: null,
    minutes: 10,
    tried_at: null,
  })
})

test('nobody at all', async () => {
  expect(await callFacts(await base({}), [], new Date(NOW))).toEqual(new Map())
})

describe('the window', () => {
  const DEFAULTS = { ...DEFAULT_CALLING, hours: 'пн-пт 10-18' }
  test.each<[string, Partial<NewRow<'client'>>, Calling | undefined, string, string | null]>([
    ['own hours', { hours: '9-18' }, undefined, 'open', null],
    ['lunch', { hours: '8-18', no_call: '9:00-10:00' }, undefined, 'lunch', null],
    ['hours of the settings', {}, DEFAULTS, 'later', null],
    ['own hours before those of the settings', { hours: '9-18' }, DEFAULTS, 'open', null],
    ['what cannot be understood is not replaced', { hours: 'вечером' }, DEFAULTS, 'unknown', null],
    ['its zone', { hours: '9-16', zone: 'Asia/Vladivostok' }, undefined, 'closed', '17:30'],
    ['hours of the settings by its own clock', { zone: 'Asia/Vladivostok' }, DEFAULTS, 'open', '17:30'],
    ['a zone that does not exist', { hours: '9-18', zone: 'Europe/Nowhere' }, undefined, 'open', null],
    ['blanks', { hours: ' ', no_call: ' ', zone: ' ' }, undefined, 'unknown', null],
  ])('%s', async (_, client, calling, is, local_time) => {
    const { window } = await factsOf({ clients: [client] }, calling ? { calling } : {})
    expect([window.is, window.local_time]).toEqual([is, local_time])
  })

  test('as of the moment that was asked for', async () => {
    const { window } = await factsOf({ clients: [{ hours: '9-18' }] }, { at: '2026-11-23T17:00:00Z' })
    expect(window).toMatchObject({ is: 'closed', from: { date: '2026-11-24', time: '09:00' } })
  })
})

test('the last contact, not one that lies ahead', async () => {
  const { last_contact } = await factsOf({
    contacts: [
      { client: 1, at: '2026-11-20T08:00:00Z', text: 'обещала "подумать" 🎄' },
      { client: 1, at: '2026-11-10T08:00:00Z', text: 'раньше' },
      { client: 1, at: '2026-11-23T08:00:00Z', text: 'позже' },
    ],
  })
  expect(last_contact).toEqual({ at: '2026-11-20T08:00:00Z', channel: 'call', text: 'обещала "подумать" 🎄' })
})

test('what they usually buy, of orders up to today', async () => {
  const order = (date: string, what: string) => ({ client: 1, date, what })
  const { usual } = await factsOf({
    orders: [
      order('2026-09-01', 'Торт'),
      order('2026-10-01', 'Торт'),
      order('2026-10-05', 'Эклеры'),
      order('2026-11-24', 'Эклеры'),
    ],
  })
  expect(usual).toEqual({ name: 'Торт', times: 2, quantity: null, sum: '450.00 UAH' })
})

describe('how long a call takes', () => {
  const call = (day: number, minutes: number | null, more: Partial<NewRow<'contact'>> = {}) => ({
    client: 1,
    at: `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`,
    minutes,
    ...more,
  })
  test.each<[string, NonNullable<Told['contacts']>, number]>([
    ['without calls as the settings say', [], 25],
    ['the middle one', [call(1, 5), call(2, 90), call(3, 12)], 12],
    ['of two the longer', [call(1, 5), call(2, 9)], 9],
    ['only answered ones', [call(1, 40), call(2, 1, { result: 'no-answer' }), call(3, 2, { result: 'недозвон' })], 40],
    [
      'only calls',
      [call(1, 40), call(2, 120, { channel: 'meet' }), call(3, 90, { channel: 'email', direction: 'in' })],
      40,
    ],
    ['calls in other words', [call(1, 7, { channel: 'Исходящий звонок' })], 7],
    ['only those with a length', [call(1, null), call(2, 0), call(3, 15)], 15],
    ['not one that lies ahead', [call(1, 15), call(24, 60)], 15],
    [
      'the newest twenty',
      Array.from({ length: 20 }, (_, index) => call(index + 1, index < 3 ? 99 : 6)).concat([call(22, 6)]),
      6,
    ],
  ])('%s', async (_, contacts, expected) => {
    expect((await factsOf({ contacts }, { calling: { ...DEFAULT_CALLING, minutes: 25 } })).minutes).toBe(expected)
  })
})

describe('called today in vain', () => {
  const at = (time: string, more: Partial<NewRow<'contact'>> = {}) => ({
    client: 1,
    at: `2026-11-23T${time}:00Z`,
    ...more,
  })
  const vain = (time: string) => at(time, { result: 'no-answer' })
  test.each<[string, NonNullable<Told['contacts']>, string | null]>([
    ['not called', [], null],
    ['in vain', [vain('06:00')], '2026-11-23T06:00:00Z'],
    ['twice in vain', [vain('06:00'), vain('07:00')], '2026-11-23T07:00:00Z'],
    ['reached', [at('06:00')], null],
    ['reached later', [vain('06:00'), at('07:00')], null],
    ['they called back', [vain('06:00'), at('07:00', { direction: 'in' })], null],
    ['they wrote', [vain('06:00'), at('07:00', { direction: 'in', channel: 'telegram' })], null],
    ['a note about it', [vain('06:00'), at('07:00', { channel: 'note' })], '2026-11-23T06:00:00Z'],
    ['a letter in vain is no call', [at('06:00', { channel: 'email' })], null],
    ['yesterday', [{ client: 1, at: '2026-11-22T12:00:00Z', result: 'no-answer' }], null],
    [
      'just after midnight here',
      [{ client: 1, at: '2026-11-22T22:05:00Z', result: 'no-answer' }],
      '2026-11-22T22:05:00Z',
    ],
    ['it lies ahead', [vain('08:00')], null],
  ])('%s', async (_, contacts, expected) => {
    expect((await factsOf({ contacts })).tried_at).toBe(expected)
  })
})

describe('who to ask for', () => {
  const told: Told = {
    clients: [
      { kind: 'company', name: 'ООО «Ёлка»' },
      { name: "O'Brien-Ñandú" },
      { name: 'Ёлкина', position: 'секретарь' },
      { name: 'Ґалаґан' },
      { name: 'Ушедший директор', archived_at: NOW },
    ],
    phones: [
      { client: 2, value: '+380670000001' },
      { client: 2, value: '+380670000009' },
    ],
    relations: [
      { person: 5, company: 1, role: 'владелец' },
      { person: 2, company: 1, role: 'директор' },
      { person: 3, company: 1, role: null },
      { person: 4, company: 1, role: 'дизайнер' },
    ],
  }
  const secretary = { client_id: 3, name: 'Ёлкина', role: 'секретарь', phone: null }

  test('at a company, and its phone when the company has none', async () => {
    const { ask, reach } = await factsOf(told)
    expect(ask).toEqual({
      gatekeeper: secretary,
      decider: { client_id: 2, name: "O'Brien-Ñandú", role: 'директор', phone: '+380670000001' },
    })
    expect(reach).toEqual({ channel: 'phone', value: '+380670000001' })
  })

  test('to reach somebody who works there', async () => {
    expect((await factsOf(told, { id: 4 })).ask).toEqual({ gatekeeper: secretary, decider: null })
    expect((await factsOf(told, { id: 3 })).ask).toBeNull()
  })
})

test('each has its own facts', async () => {
  const deps = await base({
    clients: [{ hours: '9-18' }, { hours: '10-18' }],
    contacts: [
      { client: 1, at: '2026-11-20T08:00:00Z', text: 'one', minutes: 5 },
      { client: 2, at: '2026-11-21T08:00:00Z', text: 'two', minutes: 7 },
    ],
  })
  const facts = await callFacts(deps, await deps.store.clients.records([1, 2], false), new Date(NOW))
  expect(
    [...facts].map(([id, { window, last_contact, minutes }]) => [id, window.is, last_contact?.text, minutes]),
  ).toEqual([
    [1, 'open', 'one', 5],
    [2, 'later', 'two', 7],
  ])
})

describe('the order of the list', () => {
  const promised = (time: string | null): Promised => ({
    code: 'promised',
    promise: 1,
    kind: 'call',
    due: '2026-11-23',
    time,
    days: 0,
    text: null,
    snoozed: false,
    held: null,
  })

  /** Clients with these hours, by rank: the first has the highest score. A task and a greeting stand behind. */
  async function list(
    hours: (string | null)[],
    times: (string | null)[] = [],
  ): Promise<{ deps: Deps; entries: NumberedEntry[] }> {
    const deps = await base({ clients: hours.map((each) => ({ hours: each })) })
    const clients = await deps.store.clients.records(
      hours.map((_, index) => index + 1),
      false,
    )
    const facts = await callFacts(deps, clients, new Date(NOW))
    const entries = clients.map(
      (client, index): NumberedEntry => ({
        key: `call:${client.id}`,
        section: 'calls',
        client_id: client.id,
        due: '2026-11-23',
        time: times[index] ?? null,
        vip: false,
        sort_key: client.name,
        reasons: [promised(times[index] ?? null)],
        score: 100 - index,
        terms: [],
        also: [],
        number: '',
        client,
        facts: facts.get(client.id) ?? null,
      }),
    )
    const [first] = entries
    if (first)
      entries.push(
        { ...first, key: 'date:1:2026-11-23', section: 'greetings', facts: null },
        { ...first, key: 'promise:1', section: 'tasks', facts: null },
      )
    return { deps, entries }
  }
  const REST = ['date:1:2026-11-23', 'promise:1']

  test('those who can be called now, then later today, then the closed ones', async () => {
    const { deps, entries } = await list([
      'вт 9-18',
      '14-18',
      '9-10',
      '10-18',
      null,
      'ср 9-18',
      '8-9',
      '8:00-9:15, 9:45-12',
    ])
    const keys = arrangement(deps, new Date(NOW), null)(entries).map(({ key }) => key)
    expect(keys).toEqual([...[3, 5, 8, 4, 2, 7, 1, 6].map((id) => `call:${id}`), ...REST])
  })

  test('a promised time is later today, until it comes', async () => {
    const { deps, entries } = await list([null, '9-18', '15-18', 'вт 9-18'], ['14:30', '09:00', '14:30', '14:30'])
    const keys = arrangement(deps, new Date(NOW), null)(entries).map(({ key }) => key)
    expect(keys).toEqual([...[2, 1, 3, 4].map((id) => `call:${id}`), ...REST])
  })

  test('a promised time counts also for whom something older is due', async () => {
    const { deps, entries } = await list([null, null], ['14:30'])
    const older = entries.map((entry) => ({ ...entry, due: '2026-11-20' }))
    const plan = planOfDay(deps, older, new Date(NOW), 30)
    expect(plan.calls.map(({ entry: { key }, time }) => `${key} ${time}`)).toEqual(['call:2 09:30', 'call:1 14:30'])
  })

  test('with a budget those of the plan, in its order', async () => {
    const { deps, entries } = await list(['14-18', '9-18', 'вт 9-18', null], [null, '16:00'])
    const at = new Date(NOW)
    const keys = arrangement(deps, at, 30)(entries).map(({ key }) => key)
    expect(keys).toEqual([...[4, 1, 2, 3].map((id) => `call:${id}`), ...REST])
    const plan = planOfDay(deps, [...entries].reverse(), at, 30)
    expect(plan.calls.map(({ entry: { key }, date, time, minutes }) => [key, date, time, minutes])).toEqual([
      ['call:4', '2026-11-23', '09:30', 10],
      ['call:1', '2026-11-23', '14:00', 10],
      ['call:2', '2026-11-23', '16:00', 10],
    ])
    expect([plan.minutes, plan.left.map(({ key }) => key)]).toEqual([30, ['call:3']])
  })

  test('a plan of nothing', async () => {
    const { deps } = await list([])
    expect(planOfDay(deps, [], new Date(NOW), 90)).toEqual({ calls: [], left: [], minutes: 0 })
    expect(arrangement(deps, new Date(NOW), 90)([])).toEqual([])
  })
})
