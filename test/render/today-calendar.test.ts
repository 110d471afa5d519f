import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { writeCalendar } from '../../src/formats/ics.js'
import type { DayShown } from '../../src/render/today.js'
import { dayEvents } from '../../src/render/today-calendar.js'
import { en } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'
import { callFacts, dayOf, entry, fullDay, holiday, lead, occasion, promised, TODAY, unpaid } from './today-entries.js'

/** Kyiv in winter. */
const toInstant = (date: string, time: string): string =>
  `${new Date(Date.parse(`${date}T${time}:00Z`) - 7_200_000).toISOString().slice(0, 19)}Z`

const calendarOf = (day: DayShown): InstanceType<typeof ICAL.Component> =>
  new ICAL.Component(
    ICAL.parse(writeCalendar(dayEvents(day, toInstant), { now: '2026-11-22T07:30:00Z', name: 'день' })) as unknown[],
  )

interface Seen {
  uid: string
  summary: string
  description: string
  start: string
  length: string | null
  alarm: string | null
}

/** The events as a calendar program reads them back. */
const seen = (day: DayShown): Seen[] =>
  calendarOf(day)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const text = (name: string): string => String(component.getFirstPropertyValue(name))
      const alarm = component.getFirstSubcomponent('valarm')
      return {
        uid: text('uid'),
        summary: text('summary'),
        description: text('description'),
        start: text('dtstart'),
        length: component.hasProperty('duration') ? text('duration') : null,
        alarm: alarm ? String(alarm.getFirstPropertyValue('trigger')) : null,
      }
    })

describe('the agenda', () => {
  test('a call with a time stands at it and reminds ten minutes before', () => {
    const client = { phones: [{ value: '+79160000001', typed: '+79160000001', label: null }] }
    const call = entry([promised({ time: '14:30', text: 'смета' })], {
      client: { ...client, id: 12 },
      key: 'call:12',
      number: 't3',
      time: '14:30',
      facts: callFacts({ minutes: 20 }),
    })
    expect(seen(dayOf([call], ru))).toEqual([
      {
        uid: 'day-2026-11-22-call-12@clientele',
        summary: 'Позвонить: Ёлкина Анна – смета',
        description: 'смета – в 14:30\n+7 916 000-00-01\nконтактов ещё не было\nt3 · #12',
        start: '2026-11-22T12:30:00Z',
        length: 'PT20M',
        alarm: '-PT10M',
      },
    ])
  })

  test.each<[string, Parameters<typeof entry>, Partial<Seen>]>([
    ['a call without a time is for the day, and silent', [[lead()]], { start: TODAY, alarm: null, length: null }],
    [
      'a call whose time has gone is for the day',
      [[promised({ due: '2026-11-20', time: '10:00', days: -2 })], { due: '2026-11-20', time: '10:00' }],
      { start: TODAY, alarm: null },
    ],
    [
      'a promised time counts also when something older is due',
      [[promised({ time: '14:30' }), unpaid()], { due: '2026-11-10', time: '14:30' }],
      { start: '2026-11-22T12:30:00Z', alarm: '-PT10M' },
    ],
    [
      'a birthday reminds in the morning',
      [[occasion()], { section: 'greetings', key: 'date:1:2026-11-22' }],
      {
        start: TODAY,
        alarm: 'PT540M',
        uid: 'day-2026-11-22-date-1-2026-11-22@clientele',
        summary: 'Ёлкина Анна: birthday',
      },
    ],
    [
      'one that is ahead stands on its day',
      [[occasion({ on: '2026-11-27', days: 5 })], { section: 'greetings' }],
      { start: '2026-11-27' },
    ],
    [
      'a belated one on this',
      [[occasion({ on: '2026-11-20', days: -2 })], { section: 'greetings', due: '2026-11-20' }],
      { start: TODAY },
    ],
    [
      'a task reminds in the morning',
      [[promised({ kind: 'task', text: 'x' })], { section: 'tasks' }],
      { start: TODAY, alarm: 'PT540M', summary: 'To do: Ёлкина Анна – x' },
    ],
    [
      'a task with a time reminds before it',
      [[promised({ kind: 'task', time: '11:00' })], { section: 'tasks', time: '11:00' }],
      { start: '2026-11-22T09:00:00Z', length: 'PT30M', alarm: '-PT10M' },
    ],
  ])('%s', (_, given, expected) => {
    const [event] = seen(dayOf([entry(...given)]))
    expect(event).toMatchObject(expected)
  })

  test('greetings for one holiday are one event', () => {
    const of = (name: string) => entry([holiday()], { section: 'greetings', client: { name } })
    const [event, ...others] = seen(dayOf([of('Ґалаґан Олена'), of("O'Brien-Ñandú 🙂")]))
    expect(others).toEqual([])
    expect(event).toMatchObject({ start: '2026-11-25', uid: 'day-2026-11-22-holiday-2026-11-25-own-1@clientele' })
    expect(event?.description).toMatch(/Ґалаґан Олена\n.*O'Brien-Ñandú 🙂/)
  })

  test('calls of a plan stand at their times', () => {
    const call = entry([lead()])
    const plan = { calls: [{ entry: call, date: TODAY, time: '10:15', minutes: 25 }], left: [], minutes: 25 }
    expect(seen({ ...dayOf([call]), plan })[0]).toMatchObject({ start: '2026-11-22T08:15:00Z', length: 'PT25M' })
  })

  test.each([en, ru, uk])('a full day is read back, with a UID for each, $language', (words) => {
    const day = dayOf(fullDay(), words)
    const events = seen(day)
    // Three people are greeted for one holiday.
    expect(events).toHaveLength(day.entries.length - 2)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(seen(day).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
    for (const { summary, description } of events) expect(summary + description).not.toMatch(/undefined|null/)
  })
})
