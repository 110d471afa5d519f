import { join } from 'node:path'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { Moment } from '../../src/domain/calendar.js'
import type { CustomField } from '../../src/domain/client.js'
import { parseFilter } from '../../src/domain/filter/parse.js'
import type { FilterContext } from '../../src/domain/filter/understand.js'
import { resolverOf } from '../../src/domain/segments.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import { BEHAVIOURS, FREQUENCIES, type Standing } from '../../src/domain/standing/standing.js'
import { clientQueries } from '../../src/store/clients.js'
import { searchRow } from '../../src/store/journal.js'
import type { Schema } from '../../src/store/schema.js'
import { openDatabase, putSearch } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { clientRow, freshFolder } from './base.js'
import type { Plain, Plainly } from './filter-evaluation.js'

export const TODAY = '2026-11-22'
const OFFSET = 2

/** Two hours ahead of UTC, so that a contact at 23:30 UTC is of the next day. */
export const MOMENT: Moment = {
  today: TODAY,
  now: `${TODAY}T07:30:00Z`,
  startOf: (date) => `${new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET * 3_600_000).toISOString().slice(0, 19)}Z`,
}

export const CUSTOM: CustomField[] = [
  { id: 1, key: 'size', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'colour', label: null, type: 'choice', choices: ['red', 'Синий'] },
  { id: 3, key: 'budget', label: null, type: 'money', choices: [] },
  { id: 4, key: 'contract', label: null, type: 'date', choices: [] },
  { id: 5, key: 'newsletter', label: null, type: 'yes-no', choices: [] },
  { id: 6, key: 'dog', label: 'Кличка', type: 'text', choices: [] },
]

const MODEL = { ...DEFAULT_MODEL, currency: 'UAH', rates: { USD: '41.5', EUR: '45' } }

export const SEGMENTS: Record<string, string> = {
  spring: 'city:Київ or warmth:hot',
  'весна 26': '-@spring tag:vip',
  quiet: 'silent:60d.. (orders:1.. or has:email)',
}

export const CONTEXT: FilterContext = {
  custom: CUSTOM,
  today: TODAY,
  model: MODEL,
  segments: resolverOf(
    Object.entries(SEGMENTS).map(([key, filter]) => ({ key: key.replace(' ', '-'), name: key, filter })),
  ),
}

export const PLAINLY: Plainly = {
  today: TODAY,
  offset: OFFSET,
  worth: { UAH: 100, USD: 4150, EUR: 4500 },
  segments: Object.fromEntries(Object.entries(SEGMENTS).map(([name, filter]) => [name, parseFilter(filter)])),
}

const DAY = 86_400_000
const aroundToday = (before: number, after: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: -before, max: after })
    .map((days) => new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10))

/** Moments that like the ends of days, where days of different zones part. */
const moment = (before: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      aroundToday(before, -1),
      fc.constantFrom('00:00:00', '21:59:59', '22:00:00', '22:00:01', '23:30:00', '12:00:00'),
    )
    .map(([day, time]) => `${day}T${time}Z`)

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 })
const small = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 200 }))
const money = fc.oneof(
  fc.constantFrom(0, 1, 99, 100, 10_000, 415_000, 5_000_000),
  fc.integer({ min: 0, max: 10_000_000 }),
)

export const standingArbitrary: fc.Arbitrary<Standing> = fc.record({
  contacts: small,
  contacts_in: small,
  contacts_out: small,
  answered: small,
  channels: fc.constant('{}'),
  minutes: small,
  first_contact_at: maybe(moment(900)),
  last_contact_at: maybe(moment(400)),
  last_answer_at: maybe(moment(400)),
  orders: small,
  promo_orders: fc.integer({ min: 0, max: 4 }),
  spent_minor: money,
  cost_minor: money,
  unpaid_minor: money,
  foreign_sums: fc.option(fc.constant('{"GBP":100}'), { freq: 8 }).map((sums) => sums ?? null),
  first_order_on: maybe(aroundToday(900, 0)),
  last_order_on: maybe(aroundToday(400, 0)),
  gap_median: maybe(fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(30.5, 14.5))),
  gap_spread: maybe(fc.integer({ min: 0, max: 30 })),
  referrals: fc.integer({ min: 0, max: 3 }),
  referred_minor: money,
  frequency: fc.constantFrom(...FREQUENCIES),
  hot_until: maybe(aroundToday(3, 3)),
  warm_until: maybe(aroundToday(3, 3)),
  due_from: maybe(aroundToday(40, 20)),
  expected_on: maybe(aroundToday(40, 60)),
  late_from: maybe(aroundToday(20, 20)),
  lost_from: maybe(aroundToday(5, 20)),
  sureness: fc.constantFrom('unsure', 'fair', 'sure', null),
  touch_on: maybe(aroundToday(30, 30)),
  cadence_days: maybe(fc.constantFrom(7, 14, 30, 90)),
  over_touched_until: maybe(aroundToday(3, 3)),
  traits: fc
    .subarray(BEHAVIOURS.filter((each) => each !== 'paused' && each !== 'over-touched'))
    .map((traits) => (traits.length === 0 ? '' : `,${traits.join(',')},`)),
  hand_warmth: fc.option(fc.constantFrom('cold', 'warm', 'hot'), { freq: 2 }) as fc.Arbitrary<Standing['hand_warmth']>,
  hand_until: maybe(aroundToday(2, 2)),
  paused_until: fc.option(aroundToday(2, 2), { freq: 3 }),
  waits_since: maybe(moment(40)),
  rests_until: maybe(aroundToday(3, 3)),
  call_from: maybe(aroundToday(40, 20)),
  call_until: maybe(aroundToday(20, 40)),
  call_weight: maybe(fc.integer({ min: 0, max: 200 })),
})

const NAMES = [
  'Ёлкина Анна',
  'Ґалаґан Олена',
  "O'Brien-Ñandú Máire",
  'Иванов Пётр Сергеевич',
  'Квіти 🌷 Подільські',
  '100%_скидка',
  "Дем'яненко Соломія",
  'Петров Анна',
]
const CITIES = ['Київ', 'КИЕВ', 'Киев', 'Харків', 'Нова Каховка', "Кам'янець", 'A*B', 'a?b', '[x]', '50%', 'Ёлкино']
const NOTES = [
  'любит собак',
  'две собаки\nи Кот',
  '(кот) важно',
  'телефон/почта',
  'подсобака',
  'стиль «Лофт»',
  '',
  '🌷',
]
const birthdays = fc.oneof(
  fc.constantFrom('1980-11-22', '1985-02-28', '1984-02-29', '--02-29', '--11-21', '--11-23', '1990-12-31', '--01-01'),
  aroundToday(20_000, -8_000),
)

export const plainArbitrary: fc.Arbitrary<Omit<Plain, 'id'>> = fc.record({
  kind: fc.constantFrom('person', 'company'),
  name: fc.constantFrom(...NAMES),
  status: fc.constantFrom('lead', 'client', 'former'),
  city: maybe(fc.constantFrom(...CITIES)),
  note: maybe(fc.constantFrom(...NOTES)),
  position: maybe(fc.constantFrom('Директор', 'зам. директора', 'Бухгалтер')),
  vip: fc.boolean(),
  consent: maybe(fc.constantFrom('yes', 'no')),
  consents: fc.uniqueArray(
    fc.record({
      channel: fc.constantFrom('email', 'call', 'message', 'telegram', 'sms'),
      answer: fc.constantFrom<'yes' | 'no'>('yes', 'no'),
    }),
    { maxLength: 3, selector: ({ channel }) => channel },
  ),
  verified_at: maybe(aroundToday(600, 0)),
  external_id: fc.constant(null),
  archived: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  created_at: moment(600),
  updated_at: moment(60),
  phones: fc.uniqueArray(fc.constantFrom('+79160000001', '+79160000002', '+380441234567'), { maxLength: 2 }),
  emails: fc.subarray(['anna@example.com', 'ivan@example.org']),
  telegrams: fc.subarray(['zq_77', 'zebra']),
  tags: fc.subarray(['vip', 'Кухня', 'ёлка']),
  companies: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('Ромашка', 'Білий парус'),
      role: maybe(fc.constantFrom('директор', 'gatekeeper')),
    }),
    { maxLength: 2, selector: ({ name }) => name },
  ),
  referredBy: fc.option(fc.constant('Рекомендатель Игорь'), { freq: 2 }),
  birthday: maybe(birthdays),
  custom: fc.record(
    {
      size: fc.constantFrom('1', '1.5', '42', '-3', '100'),
      colour: fc.constantFrom('red', 'Синий'),
      budget: fc.constantFrom('100', '100.50 UAH', '10 USD', '2.5 EUR', '7 GBP', '-5'),
      contract: aroundToday(400, 400),
      newsletter: fc.constantFrom('yes', 'no'),
      dog: fc.constantFrom('Рекс', 'рекс', 'Ёлка', '*'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>,
  promises: fc.array(aroundToday(10, 40), { maxLength: 3 }),
  standing: fc.option(standingArbitrary, { freq: 4 }),
})

/** A base of its own with these clients, and three more that they belong to or were recommended by. */
export async function baseOf(people: readonly Omit<Plain, 'id'>[]) {
  const file = join(freshFolder(), 'filter.db')
  await (await openStore(file)).close()
  const db = await openDatabase(file, { create: false })
  const nobody = { ...blank, kind: 'company' }
  const clients: Plain[] = [
    { ...nobody, id: 1, name: 'Ромашка' },
    { ...nobody, id: 2, name: 'Білий парус' },
    { ...blank, id: 3, name: 'Рекомендатель Игорь' },
    ...people.map((person, index) => ({ ...person, id: index + 4 })),
  ]
  await write(db, clients)
  return { clients, queries: clientQueries(db, { model: MODEL, moment: MOMENT }), close: () => db.destroy() }
}

const blank: Omit<Plain, 'id' | 'name'> = {
  kind: 'person',
  status: 'lead',
  city: null,
  note: null,
  position: null,
  vip: false,
  consent: null,
  consents: [],
  verified_at: null,
  external_id: null,
  archived: false,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  phones: [],
  emails: [],
  telegrams: [],
  tags: [],
  companies: [],
  referredBy: null,
  birthday: null,
  custom: {},
  promises: [],
  standing: null,
}

async function write(db: Kysely<Schema>, clients: readonly Plain[]): Promise<void> {
  const idOf = new Map(clients.slice(0, 3).map(({ id, name }) => [name, id]))
  const insert = async <T extends keyof Schema>(table: T, rows: readonly object[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += 100)
      await db
        .insertInto(table)
        .values(rows.slice(from, from + 100) as never)
        .execute()
  }
  await insert(
    'custom_field',
    CUSTOM.map((field) => ({ ...field, choices: JSON.stringify(field.choices) })),
  )
  await insert(
    'client',
    clients.map(({ id, name, ...client }) => ({
      ...clientRow(name, {
        kind: client.kind as 'person',
        status: client.status as 'lead',
        city: client.city,
        note: client.note,
        position: client.position,
        vip: client.vip ? 1 : 0,
        consent: client.consent as 'yes' | null,
        verified_at: client.verified_at,
        archived_at: client.archived ? '2026-11-01T00:00:00Z' : null,
        created_at: client.created_at,
        updated_at: client.updated_at,
        referred_by: client.referredBy === null ? null : (idOf.get(client.referredBy) ?? null),
      }),
      id,
    })),
  )
  const each = <T>(rows: (client: Plain) => T[]): T[] => clients.flatMap(rows)
  await insert(
    'contact_point',
    each(({ id, phones, emails, telegrams }) => [
      ...phones.map((value) => ({ client_id: id, kind: 'phone', label: null, typed: value, value })),
      ...emails.map((value) => ({ client_id: id, kind: 'email', label: null, typed: value, value })),
      ...telegrams.map((value) => ({ client_id: id, kind: 'telegram', label: null, typed: value, value })),
    ]),
  )
  await insert(
    'channel_consent',
    each(({ id, consents }) => consents.map((own) => ({ client_id: id, ...own, origin: null, at: TODAY }))),
  )
  await insert(
    'client_tag',
    each(({ id, tags }) => tags.map((tag) => ({ client_id: id, tag, tag_key: tag.toLowerCase().replace('ё', 'е') }))),
  )
  await insert(
    'relation',
    each(({ id, companies }) =>
      companies.map(({ name, role }) => ({ client_id: id, company_id: idOf.get(name) ?? 0, role })),
    ),
  )
  await insert(
    'anniversary',
    each(({ id, birthday }) =>
      birthday === null
        ? []
        : [
            {
              client_id: id,
              occasion: 'birthday',
              who: null,
              year: birthday.startsWith('--') ? null : Number(birthday.slice(0, 4)),
              month_day: birthday.slice(-5),
              remind_days: null,
            },
          ],
    ),
  )
  await insert(
    'custom_value',
    each(({ id, custom }) =>
      Object.entries(custom).map(([key, value]) => ({
        client_id: id,
        field_id: CUSTOM.find((field) => field.key === key)?.id ?? 0,
        value,
      })),
    ),
  )
  const promise = { kind: 'call', time: null, text: null, snoozed_until: null, created_at: MOMENT.now, closed_at: null }
  await insert(
    'promise',
    each(({ id, promises }) => [
      ...promises.map((on) => ({ ...promise, client_id: id, due: on, shown_on: on, state: 'open' })),
      { ...promise, client_id: id, due: '2026-11-01', shown_on: '2026-11-01', state: 'done' },
    ]),
  )
  await insert(
    'standing',
    each(({ id, standing }) => (standing ? [{ ...standing, client_id: id }] : [])),
  )
  await putSearch(
    db,
    clients.map(({ id, name, note, companies }) =>
      searchRow({ id, name, note, companies: companies.map((company) => company.name).join(' ') }),
    ),
  )
}
