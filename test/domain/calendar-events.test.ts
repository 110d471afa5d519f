import { describe, expect, test } from 'vitest'
import { type CalendarEventLike, type CalendarWords, eventsOf } from '../../src/domain/calendar-events.js'
import type { ClientCard, DateRecord, PromiseRecord } from '../../src/domain/client.js'
import { writeCalendar } from '../../src/formats/ics.js'
import { clientCard } from './client-card.js'

const WORDS: CalendarWords = {
  birthday: (name, who) => `birthday ${name} ${who ?? '-'}`,
  occasion: (occasion, name, who) => `${occasion} ${name} ${who ?? '-'}`,
  promise: (kind, name, text) => `${kind} ${name} ${text ?? '-'}`,
  dates: 'Dates',
  promises: 'Promises',
}
const eventsFor = (card: ClientCard): CalendarEventLike[] =>
  eventsOf(card, WORDS, (date, time) => `${date}T${time}:00Z`)
const only = (card: ClientCard): CalendarEventLike | undefined => eventsFor(card)[0]

const date = (more: Partial<DateRecord>): DateRecord => ({
  id: 7,
  client_id: 12,
  occasion: 'birthday',
  who: null,
  date: '1985-05-17',
  remind_days: null,
  gift: null,
  ...more,
})
const promise = (more: Partial<PromiseRecord>): PromiseRecord => ({
  id: 9,
  client_id: 12,
  kind: 'call',
  due: '2026-12-01',
  time: null,
  text: 'договор',
  state: 'open',
  snoozed_until: null,
  created_at: '2026-11-20T08:00:00Z',
  closed_at: null,
  why: null,
  ...more,
})

describe('dates', () => {
  test.each<[Partial<DateRecord>, Partial<CalendarEventLike>]>([
    [{}, { date: '1985-05-17', yearly: { month: 5, day: 17 }, summary: 'birthday Ёлкина Анна -' }],
    [{ date: '--05-17' }, { date: '1972-05-17', yearly: { month: 5, day: 17 } }],
    [{ date: '1984-02-29' }, { date: '1984-02-29', yearly: { month: 2, day: -1 } }],
    [{ date: '--02-29' }, { date: '1972-02-29', yearly: { month: 2, day: -1 } }],
    [{ date: '1985-02-28' }, { yearly: { month: 2, day: 28 } }],
    [{ who: 'сын Пётр' }, { summary: 'birthday Ёлкина Анна сын Пётр' }],
    [{ occasion: 'anniversary' }, { summary: 'anniversary Ёлкина Анна -', categories: ['Dates'] }],
  ])('%j', (more, expected) => {
    expect(only(clientCard({ dates: [date(more)] }))).toMatchObject({ instant: null, minutes: null, ...expected })
  })
})

describe('promises', () => {
  test.each<[Partial<PromiseRecord>, Partial<CalendarEventLike>]>([
    [
      {},
      {
        date: '2026-12-01',
        instant: null,
        yearly: null,
        summary: 'call Ёлкина Анна договор',
        categories: ['Promises'],
      },
    ],
    [{ time: '14:30' }, { date: null, instant: '2026-12-01T14:30:00Z', minutes: 30 }],
    [{ snoozed_until: '2026-12-05' }, { date: '2026-12-05', instant: null }],
    [
      { time: '14:30', snoozed_until: '2026-12-05' },
      { date: '2026-12-05', instant: null, minutes: null },
    ],
    [
      { text: null, kind: 'gift' },
      { summary: 'gift Ёлкина Анна -', created: '2026-11-20T08:00:00Z' },
    ],
  ])('%j', (more, expected) => {
    expect(only(clientCard({ promises: [promise(more)] }))).toMatchObject(expected)
  })

  test.each(['done', 'skipped'] as const)('%s ones are left out', (state) => {
    expect(eventsFor(clientCard({ promises: [promise({ state })] }))).toEqual([])
  })
})

test('identifiers stay the same and differ between bases', () => {
  const card = clientCard({ dates: [date({})], promises: [promise({})] })
  expect(eventsFor(card).map(({ uid }) => uid)).toEqual([
    'date-7-20260102030405@clientele',
    'promise-9-20260102030405@clientele',
  ])
  const later = { ...card, name: 'Ёлкина-Новая Анна', updated_at: '2027-01-01T00:00:00Z' }
  expect(eventsFor(later).map(({ uid }) => uid)).toEqual(eventsFor(card).map(({ uid }) => uid))
  expect(only({ ...card, created_at: '2026-01-02T03:04:06Z' })?.uid).not.toBe(only(card)?.uid)
})

test('the description says how to reach the client', () => {
  const card = clientCard({
    dates: [date({})],
    phones: [{ value: '+79160000001', label: null, typed: '8 916 000 00 01' }],
    emails: [{ value: 'anna@example.com', label: null }],
    handles: [
      { kind: 'telegram', value: 'anna_elkina', label: null },
      { kind: 'skype', value: 'anna', label: null },
      { kind: 'url', value: 'https://example.com', label: null },
    ],
  })
  expect(only(card)?.description.split('\n')).toEqual([
    '+7 916 000-00-01',
    'anna@example.com',
    'https://t.me/anna_elkina',
    'https://example.com',
  ])
})

test('the calendar format takes the events', () => {
  const events = eventsFor(clientCard({ dates: [date({})], promises: [promise({ time: '14:30' })] }))
  const written = writeCalendar(events, { now: '2026-11-22T10:00:00Z', name: 'x' })
  expect(written.match(/BEGIN:VEVENT/g)).toHaveLength(2)
})
