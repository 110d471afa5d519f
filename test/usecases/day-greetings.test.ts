import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Clock, momentOf } from '../../src/domain/calendar.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import type { NewRow } from '../../src/store/schema.js'
import type { Store } from '../../src/store/store.js'
import { type GreetingsWanted, greetingsDue, sameOccasions } from '../../src/usecases/day-greetings.js'
import type { Deps } from '../../src/usecases/deps.js'
import { clientRow, entry, freshFolder, opened } from '../store/base.js'

/** A clock of Kyiv in winter, two hours before UTC. */
const kyiv = (now: string): Clock => {
  const zone = (instant: Date) => new Date(instant.getTime() + 7_200_000).toISOString()
  const toLocal = (instant: Date) => ({ date: zone(instant).slice(0, 10), time: zone(instant).slice(11, 16) })
  return {
    now: () => new Date(`${now}+02:00`),
    toLocal,
    toInstant: ({ date, time }) => new Date(`${date}T${time}:00+02:00`),
    inZone: () => null,
  }
}

interface Base {
  due(now: string, wanted?: Partial<GreetingsWanted>): ReturnType<typeof greetingsDue>
  keys(now: string, wanted?: Partial<GreetingsWanted>): Promise<string[]>
  served(now: string, key: string): ReturnType<typeof sameOccasions>
  store: Store
}

/** `clients` in order get the numbers 1, 2, 3 …, dates likewise. */
async function baseOf(rows: {
  clients: NewRow<'client'>[]
  dates?: Partial<NewRow<'anniversary'>>[]
  points?: [number, string][]
  works?: [number, number][]
  greetings?: NewRow<'greeting'>[]
  attention?: NewRow<'attention'>[]
  holidays?: Partial<NewRow<'holiday'>>[]
  orders?: [number, string][]
}): Promise<Base> {
  const file = join(freshFolder(), 'clients.db')
  const store = await opened(file)
  await store.write(entry('fill'), async (writing) => {
    for (const client of rows.clients) await writing.insert('client', client)
    for (const [client_id, value] of rows.points ?? [])
      await writing.insert('contact_point', { client_id, kind: 'phone', label: null, typed: value, value })
    for (const [client_id, company_id] of rows.works ?? [])
      await writing.insert('relation', { client_id, company_id, role: null })
    for (const date of rows.dates ?? [])
      await writing.insert('anniversary', {
        client_id: 1,
        occasion: 'birthday',
        who: null,
        year: null,
        month_day: '03-12',
        remind_days: null,
        gift: null,
        ...date,
      })
    for (const greeting of rows.greetings ?? []) await writing.insert('greeting', greeting)
    for (const each of rows.attention ?? []) await writing.insert('attention', each)
    for (const holiday of rows.holidays ?? [])
      await writing.insert('holiday', {
        key: 'new-year',
        active: 1,
        filter: null,
        name: null,
        month_day: null,
        remind_days: null,
        ...holiday,
      })
    for (const [client_id, date] of rows.orders ?? [])
      await writing.insert('client_order', {
        client_id,
        date,
        sum_minor: 100_000,
        currency: 'RUB',
        what: null,
        stage: null,
        cost_minor: null,
        promo: 0,
        due_on: null,
        paid_minor: 100_000,
        external_system: null,
        external_id: null,
        created_at: '2020-01-01T00:00:00Z',
        items: null,
      })
  })
  await store.close()
  const depsAt = async (now: string): Promise<Deps> => {
    const clock = kyiv(now)
    const circumstances = { model: DEFAULT_MODEL, moment: momentOf(clock) }
    return {
      store: await opened(file, { circumstances }),
      clock,
      country: 'RU',
      model: DEFAULT_MODEL,
      command: 'today',
    }
  }
  const due = async (now: string, wanted: Partial<GreetingsWanted> = {}) =>
    greetingsDue(await depsAt(now), { ahead: 0, belated: 3, filter: null, ...wanted })
  return {
    due,
    keys: async (now, wanted) => (await due(now, wanted)).map(({ key }) => key).sort(),
    served: async (now, key) => sameOccasions(await depsAt(now), key),
    store,
  }
}

const person = (name: string, more: Partial<NewRow<'client'>> = {}) => {
  const [family_name = null, given_name = null] = name.split(' ')
  return clientRow(name, { family_name, given_name, ...more })
}
const company = (name: string) => clientRow(name, { kind: 'company' })

describe('birthdays', () => {
  test.each([
    ['2027-03-11T23:59:00', []],
    ['2027-03-12T00:01:00', ['date:1:2027-03-12']],
    ['2027-03-12T23:59:00', ['date:1:2027-03-12']],
    ['2027-03-15T23:59:00', ['date:1:2027-03-12']],
    ['2027-03-16T00:01:00', []],
  ])('at %s of the user’s zone', async (now, keys) => {
    const base = await baseOf({ clients: [person('Ґалаґан Олена')], dates: [{}] })
    expect(await base.keys(now)).toEqual(keys)
  })

  test('former clients too; not who is archived or said no; the filter and one client alone', async () => {
    const base = await baseOf({
      clients: [
        person('Ёлкина Анна', { status: 'former' }),
        person('Громов Игорь', { consent: 'no' }),
        person('Ким Олег', { archived_at: '2026-01-01T00:00:00Z' }),
        person("O'Brien-Ñandú Máire", { city: 'London' }),
      ],
      dates: [{ client_id: 1 }, { client_id: 2 }, { client_id: 3 }, { client_id: 4 }],
    })
    expect(await base.keys('2027-03-12T09:00:00')).toEqual(['date:1:2027-03-12', 'date:4:2027-03-12'])
    const filter = { is: 'words', text: 'máire' } as const
    expect(await base.keys('2027-03-12T09:00:00', { filter })).toEqual(['date:4:2027-03-12'])
    expect(await base.keys('2027-03-12T09:00:00', { client: 1 })).toEqual(['date:1:2027-03-12'])
    expect(await base.keys('2027-03-12T09:00:00', { client: 2 })).toEqual([])
  })

  test('one person on two records, at two firms and on the card of the husband is greeted once', async () => {
    const base = await baseOf({
      clients: [
        company('ООО «Север»'),
        person('Громова Анна'),
        person('Громова А.'),
        person('Громов Игорь'),
        company('ТОВ «Лан»'),
      ],
      points: [
        [2, '+79160000001'],
        [3, '+79160000001'],
      ],
      works: [
        [2, 1],
        [2, 5],
      ],
      dates: [
        { client_id: 1, who: 'директор Анна', year: 1985 },
        { client_id: 2, year: 1985 },
        { client_id: 3 },
        { client_id: 4, who: 'жена Анна', remind_days: 7 },
        { client_id: 5, who: 'Анна' },
      ],
    })
    const [entry, ...others] = await base.due('2027-03-12T09:00:00')
    expect(others).toEqual([])
    expect(entry).toMatchObject({ key: 'date:2:2027-03-12', client_id: 2, also: [3, 4, 1, 5] })
    // Reminded of by the husband's card, days before the others would say anything.
    expect(await base.keys('2027-03-06T09:00:00')).toEqual(['date:2:2027-03-12'])
    expect(await base.keys('2027-03-06T09:00:00', { client: 4 })).toEqual(['date:2:2027-03-12'])
    const served = await base.served('2027-03-12T09:00:00', 'date:2:2027-03-12')
    expect(served[0]).toEqual({ date: 2, client_id: 2 })
    expect(served.map(({ date }) => date).sort()).toEqual([1, 2, 3, 4, 5])
  })

  test('namesakes of one day are two', async () => {
    const base = await baseOf({
      clients: [person('Иванов Иван'), person('Иванов Иван')],
      dates: [
        { client_id: 1, year: 1960 },
        { client_id: 2, year: 1990 },
      ],
    })
    expect(await base.keys('2027-03-12T09:00:00')).toHaveLength(2)
  })

  test('put off beyond the belated days it comes back on its day and stays', async () => {
    const greeting = { client_id: 1, anniversary_id: 1, occurs_on: '2027-03-12', at: '2027-03-12T09:00:00Z', why: null }
    const base = await baseOf({
      clients: [person('Ёлкина Анна')],
      dates: [{}],
      greetings: [{ ...greeting, state: 'snoozed', snoozed_until: '2027-03-25' }],
    })
    expect(await base.keys('2027-03-13T09:00:00')).toEqual([])
    expect(await base.keys('2027-03-24T09:00:00')).toEqual([])
    expect(await base.keys('2027-03-25T09:00:00')).toEqual(['date:1:2027-03-12'])
    expect(await base.keys('2027-04-25T09:00:00')).toEqual(['date:1:2027-03-12'])
  })

  test('VIPs and presents ahead', async () => {
    const base = await baseOf({
      clients: [person('Ёлкина Анна', { vip: 1 }), person('Ким Олег')],
      dates: [{ client_id: 1 }, { client_id: 2, gift: 'книга 📚' }],
    })
    expect(await base.keys('2027-03-05T09:00:00')).toEqual(['gift:2:2027-03-12'])
    expect(await base.keys('2027-03-09T09:00:00')).toEqual(['date:1:2027-03-12', 'gift:2:2027-03-12'])
    expect(await base.keys('2027-03-01T09:00:00', { date: '2027-03-12' })).toHaveLength(2)
  })
})

describe('presents and first orders that were put off', () => {
  const row = { client_id: 1, state: 'snoozed', why: null, at: '2027-03-10T09:00:00Z' } as const
  test('come back behind the day', async () => {
    const base = await baseOf({
      clients: [person('Ёлкина Анна')],
      dates: [{ gift: 'книга' }],
      orders: [[1, '2022-03-11']],
      attention: [
        { ...row, about: 'gift', mark: '1:2027-03-12', snoozed_until: '2027-03-20' },
        { ...row, about: 'first-order', mark: '2027-03-11', snoozed_until: '2027-03-20' },
      ],
    })
    expect(await base.keys('2027-03-11T09:00:00')).toEqual([])
    expect(await base.keys('2027-03-20T09:00:00')).toEqual(['first-order:1:2027-03-11', 'gift:1:2027-03-12'])
  })

  test.each([
    ['2023-03-10', ['first-order:1:2023-03-10']],
    ['2024-03-10', []],
    ['2027-03-12', ['first-order:1:2027-03-10']],
    ['2032-03-09', []],
    ['2032-03-10', ['first-order:1:2032-03-10']],
  ])('a first order of 10 March 2022, seen on %s', async (day, keys) => {
    const base = await baseOf({ clients: [person('Ёлкина Анна')], orders: [[1, '2022-03-10']] })
    expect(await base.keys(`${day}T09:00:00`)).toEqual(keys)
  })
})

describe('holidays', () => {
  const clients = [
    company('ООО «Север»'),
    person('Ёлкина Анна', { patronymic: 'Сергеевна' }),
    person('Громов Игорь', { sex: 'male' }),
    person('Ґалаґан Олена', { sex: 'female' }),
    company('ТОВ «Лан»'),
    person('Ким Саша', { consent: 'no' }),
  ]
  const points: [number, string][] = [[4, '+380670000001']]

  test('the New Year for everybody, for the people of a firm instead of the firm', async () => {
    const base = await baseOf({ clients, points, works: [[2, 1]] })
    const ids = async (now: string) => (await base.due(now)).map(({ client_id }) => client_id)
    expect(await ids('2026-12-31T23:59:00')).toEqual([])
    expect(await ids('2027-01-01T00:01:00')).toEqual([2, 3, 4, 5])
    expect(await ids('2027-01-05T09:00:00')).toEqual([])
    expect(await base.keys('2027-01-01T09:00:00', { client: 1 })).toEqual([])
    expect(await base.keys('2027-01-01T09:00:00', { client: 5 })).toEqual(['holiday:5:2027-01-01:new-year'])
    expect(await base.keys('2027-01-01T09:00:00', { client: 2 })).toEqual(['holiday:2:2027-01-01:new-year'])
  })

  test('two records of one person are one greeting, and done on one is done', async () => {
    const base = await baseOf({
      clients: [person('Ёлкина Анна'), person('Елкина Анна'), person('Ёлкин Пётр')],
      points: [1, 2, 3].map((id): [number, string] => [id, '+79160000001']),
    })
    const due = await base.due('2027-01-01T09:00:00')
    expect(due.map(({ client_id, also }) => [client_id, also])).toEqual([
      [1, [2]],
      [3, []],
    ])
    expect(await base.served('2027-01-01T09:00:00', 'holiday:1:2027-01-01:new-year')).toEqual([
      { date: null, client_id: 1 },
      { date: null, client_id: 2 },
    ])
  })

  test('done, skipped, put off and back', async () => {
    const row = { about: 'holiday', mark: 'new-year:2027-01-01', why: null, at: '2027-01-01T09:00:00Z' }
    const base = await baseOf({
      clients: [person('Ёлкина Анна'), person('Громов Игорь'), person('Ким Олег'), person('Ґалаґан Олена')],
      attention: [
        { ...row, client_id: 1, state: 'done', snoozed_until: null },
        { ...row, client_id: 2, state: 'skipped', snoozed_until: null },
        { ...row, client_id: 3, state: 'snoozed', snoozed_until: '2027-01-10' },
      ],
    })
    expect(await base.keys('2027-01-02T09:00:00')).toEqual(['holiday:4:2027-01-01:new-year'])
    expect(await base.keys('2027-01-09T09:00:00')).toEqual([])
    expect(await base.keys('2027-01-10T09:00:00')).toEqual(['holiday:3:2027-01-01:new-year'])
    expect(await base.keys('2028-01-01T09:00:00')).toHaveLength(4)
  })

  test('those that are kept, for whom they are meant, ahead as they say', async () => {
    const base = await baseOf({
      clients,
      points,
      holidays: [
        { key: 'womens-day', remind_days: 2 },
        { key: 'independence-day-ua' },
        { key: 'new-year', active: 0 },
        { key: 'own-firm', name: 'День фирмы', month_day: '06-12', filter: 'igor' },
        { key: 'accountant-ru' },
        { key: 'programmer-ru', filter: 'no-such-field:1' },
      ],
    })
    const ids = async (now: string) => (await base.due(now)).map(({ client_id }) => client_id)
    expect(await ids('2027-03-05T09:00:00')).toEqual([])
    expect(await ids('2027-03-06T09:00:00')).toEqual([2, 4])
    expect(await ids('2027-08-24T09:00:00')).toEqual([4])
    expect(await ids('2027-01-01T09:00:00')).toEqual([])
    expect(await ids('2027-06-12T09:00:00')).toEqual([3])
    expect(await ids('2027-11-21T09:00:00')).toEqual([])
    expect(await ids('2027-09-13T09:00:00')).toEqual([])
  })

  test('one holiday for everybody it is meant for, kept or not', async () => {
    const base = await baseOf({ clients, points })
    const wanted = { holiday: 'independence-day-ua' }
    expect(await base.keys('2027-03-01T09:00:00', wanted)).toEqual(['holiday:4:2027-08-24:independence-day-ua'])
    const filter = { is: 'words', text: 'igor' } as const
    expect(await base.keys('2027-03-01T09:00:00', { holiday: 'accountant-ru' })).toEqual([])
    expect(await base.keys('2027-03-01T09:00:00', { holiday: 'accountant-ru', filter })).toHaveLength(1)
  })
})
