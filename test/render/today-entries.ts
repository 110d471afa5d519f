import type { LocalTime } from '../../src/domain/calendar.js'
import type { ClientRecord } from '../../src/domain/client.js'
import type {
  Cadence,
  Gift,
  Holiday,
  Occasion,
  OffBeat,
  Promised,
  PutOff,
  Reason,
  Unpaid,
  Waits,
} from '../../src/domain/day/reason.js'
import type { DayShown } from '../../src/render/today.js'
import type { CallFacts } from '../../src/usecases/day-facts.js'
import type { NumberedEntry } from '../../src/usecases/today.js'
import type { Words } from '../../src/words/en.js'
import { en } from '../../src/words/en.js'
import { clientCard } from '../domain/client-card.js'

/** A Sunday. */
export const TODAY = '2026-11-22'

export const promised = (more: Partial<Promised> = {}): Promised => ({
  code: 'promised',
  promise: 1,
  kind: 'call',
  due: TODAY,
  time: null,
  days: 0,
  text: null,
  snoozed: false,
  held: null,
  ...more,
})
export const waits = (more: Partial<Waits> = {}): Waits => ({
  code: 'waits',
  on: '2026-11-20',
  days: -2,
  since: '2026-11-20T10:00:00Z',
  channel: 'message',
  text: 'спросил цену',
  ...more,
})
export const unpaid = (more: Partial<Unpaid> = {}): Unpaid => ({
  code: 'unpaid',
  on: '2026-11-10',
  days: -12,
  order: 5,
  sum: '12500.00 RUB',
  what: 'логотип',
  ...more,
})
export const offBeat = (more: Partial<OffBeat> = {}): OffBeat => ({
  code: 'rhythm',
  on: '2026-11-08',
  days: -14,
  expected_on: '2026-11-02',
  gap: 30,
  ...more,
})
export const cadence = (more: Partial<Cadence> = {}): Cadence => ({
  code: 'cadence',
  on: '2026-11-15',
  days: -7,
  every: 14,
  by: 'tag',
  name: 'vip',
  from: '2026-11-01',
  ...more,
})
export const lead = (on = '2026-11-20', days = -2): Reason => ({ code: 'lead', on, days })
export const putOff = (more: Partial<PutOff> = {}): PutOff => ({
  code: 'put-off',
  on: TODAY,
  days: 0,
  since: '2026-11-15',
  reasons: ['waits', 'unpaid'],
  ...more,
})
export const occasion = (more: Partial<Occasion> = {}): Occasion => ({
  code: 'occasion',
  on: TODAY,
  days: 0,
  date: 1,
  occasion: 'birthday',
  who: null,
  years: null,
  round: false,
  ...more,
})
export const holiday = (more: Partial<Holiday> = {}): Holiday => ({
  code: 'holiday',
  on: '2026-11-25',
  days: 3,
  holiday: 'own-1',
  name: 'День студии',
  ...more,
})
export const gift = (more: Partial<Gift> = {}): Gift => ({
  code: 'gift',
  on: '2026-11-27',
  days: 5,
  date: 9,
  occasion: 'birthday',
  who: 'жена Анна',
  years: null,
  gift: 'книга',
  ...more,
})

export const callFacts = (more: Partial<CallFacts> = {}): CallFacts => ({
  window: { is: 'unknown', until: null, from: null, local_time: null },
  reach: null,
  last_contact: null,
  usual: null,
  ask: null,
  minutes: 15,
  tried_at: null,
  ...more,
})

interface Given extends Partial<Omit<NumberedEntry, 'client'>> {
  client?: Partial<ClientRecord>
}

let last = 0

/** An entry with these reasons; a call unless it says otherwise. */
export function entry(reasons: Reason[], { client, ...more }: Given = {}): NumberedEntry {
  last += 1
  const record = clientCard({ id: last, ...client })
  return {
    key: `call:${record.id}`,
    section: 'calls',
    number: `t${last}`,
    client: record,
    client_id: record.id,
    due: TODAY,
    time: null,
    vip: record.vip,
    sort_key: record.name,
    reasons,
    score: 0,
    terms: [],
    also: [],
    facts: (more.section ?? 'calls') === 'calls' ? callFacts() : null,
    ...more,
  }
}

const phone = (value: string, typed = value) => ({ value, typed, label: null })

/** A day with every kind of entry. */
export function fullDay(): NumberedEntry[] {
  last = 0
  return [
    entry([waits(), unpaid()], {
      client: {
        name: 'Ёлкина Анна Сергеевна',
        company: 'ООО «Северный свет»',
        vip: true,
        phones: [phone('+79160000001')],
        handles: [{ kind: 'telegram', value: 'anna_elkina', label: null }],
      },
      facts: callFacts({
        window: { is: 'open', until: '18:00', from: null, local_time: '10:30' },
        reach: { channel: 'telegram', value: 'anna_elkina' },
        last_contact: { at: '2026-11-20T10:00:00Z', channel: 'message', text: 'спросил цену' },
        usual: { name: 'логотип', times: 3, quantity: null, sum: '12500.00 RUB' },
      }),
    }),
    entry([promised({ time: '14:30', text: 'обсудить смету на кухню и сроки' })], {
      time: '14:30',
      client: {
        name: 'ТОВ «Кавовий лан»',
        kind: 'company',
        phones: [phone('+380440001212', '+380 44 000-12-12 доб. 15')],
      },
      facts: callFacts({
        window: { is: 'lunch', until: null, from: { date: TODAY, time: '14:00' }, local_time: null },
        ask: {
          gatekeeper: { client_id: 8, name: 'Оксана', role: 'секретар', phone: '+380440001212' },
          decider: { client_id: 9, name: 'Ґалаґан Олена', role: 'директорка', phone: null },
        },
        last_contact: {
          at: '2026-11-03T10:00:00Z',
          channel: 'call',
          text: 'отправил смету, просили перезвонить после выставки в Одессе',
        },
      }),
    }),
    entry([offBeat({ code: 'slipping', on: '2026-10-20', expected_on: '2026-10-02', days: -33 }), cadence()], {
      client: { name: "O'Brien-Ñandú Máire 🙂", phones: [phone('+447700900145')] },
      facts: callFacts({
        window: { is: 'later', until: null, from: { date: TODAY, time: '14:00' }, local_time: '07:30' },
        tried_at: '2026-11-22T07:10:00Z',
        last_contact: { at: '2026-10-01T10:00:00Z', channel: 'email', text: null },
        usual: { name: 'maintenance', times: 9, quantity: '2', sum: null },
      }),
    }),
    entry([lead()], {
      client: { name: 'Jonathan Harris', phones: [phone('+447700900210')] },
      facts: callFacts({
        window: { is: 'closed', until: null, from: { date: '2026-11-23', time: '09:00' }, local_time: null },
      }),
    }),
    entry([putOff()], {
      client: {
        name: '株式会社さくらデザイン研究所とその仲間たちの長い名前',
        emails: [{ value: 'sakura@example.com', label: null }],
      },
    }),
    entry([occasion({ years: 50, round: true })], {
      section: 'greetings',
      key: 'date:1:2026-11-22',
      client: { name: 'Громов Игорь Павлович', company: 'ООО «Северный свет»', phones: [phone('+79160000002')] },
    }),
    entry([occasion({ date: 9, who: 'жена Анна', on: '2026-11-27', days: 5 })], {
      section: 'greetings',
      key: 'date:9:2026-11-27',
      client: {
        name: '<script>alert("1")</script>',
        handles: [{ kind: 'whatsapp', value: '+79160000003', label: null }],
      },
    }),
    ...['Бондаренко Ірина', 'Ґалаґан Олена', 'Quay Studio'].map((name, index) =>
      entry([holiday()], {
        section: 'greetings',
        key: `holiday:${name}`,
        client: {
          name,
          phones: index === 2 ? [] : [phone(`+38067000000${index}`)],
          emails: [{ value: 'a@example.org', label: null }],
        },
      }),
    ),
    entry([promised({ kind: 'task', promise: 7, text: 'отправить договор', due: '2026-11-20', days: -2 })], {
      section: 'tasks',
      key: 'promise:7',
      due: '2026-11-20',
      client: { name: 'Громов Игорь Павлович', phones: [phone('+74950002210', '+7 495 000-22-10 доб. 105')] },
    }),
    entry([gift()], { section: 'tasks', key: 'gift:9:2026-11-27', client: { name: '<script>alert("1")</script>' } }),
    entry([promised({ promise: 8, text: 'узнать про ремонт', held: 'opted-out' })], {
      section: 'tasks',
      key: 'promise:8',
      client: { name: 'Петренко Пилип' },
    }),
  ]
}

/** Kyiv in winter. */
const toLocal = (instant: string): LocalTime => {
  const local = new Date(Date.parse(instant) + 7_200_000).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

export const dayOf = (entries: readonly NumberedEntry[], words: Words = en): DayShown => ({
  words,
  date: TODAY,
  entries,
  more: 0,
  plan: null,
  toLocal,
})
