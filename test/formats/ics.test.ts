import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, writeCalendar } from '../../src/formats/ics.js'

const NOW = '2026-11-22T10:00:00Z'
const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'date-1-20260101000000@clientele',
  summary: 'Ёлкина Анна',
  description: '',
  date: '1985-05-17',
  instant: null,
  minutes: null,
  yearly: null,
  categories: [],
  created: '2026-01-01T00:00:00Z',
  ...more,
})
const write = (...events: CalendarEvent[]): string => writeCalendar(events, { now: NOW, name: 'Клиенты, все' })
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

interface Parsed {
  calendar: [string, string[][], [string, [string, Record<string, string>, string, unknown][]][]]
  /** Value of a property in every event. */
  all(name: string): unknown[]
}
function parse(text: string): Parsed {
  const calendar = ICAL.parse(text) as Parsed['calendar']
  return { calendar, all: (name) => calendar[2].map(([, list]) => list.find(([each]) => each === name)?.slice(3)) }
}

describe('writeCalendar', () => {
  test('a birthday, line by line', () => {
    const written = write(
      event({
        yearly: { month: 5, day: 17 },
        description: '+7 916 000-00-01\nhttps://t.me/anna',
        categories: ['Дни, рождения', 'b'],
      }),
    )
    expect(linesOf(written)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//clientele//clientele//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Клиенты\\, все',
      'BEGIN:VEVENT',
      'UID:date-1-20260101000000@clientele',
      'DTSTAMP:20261122T100000Z',
      'CREATED:20260101T000000Z',
      'DTSTART;VALUE=DATE:19850517',
      'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17',
      'SUMMARY:Ёлкина Анна',
      'DESCRIPTION:+7 916 000-00-01\\nhttps://t.me/anna',
      'CATEGORIES:Дни\\, рождения,b',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test.each<[string, Partial<CalendarEvent>, string[], string[]]>([
    [
      'a day',
      { date: '2026-12-01' },
      ['DTSTART;VALUE=DATE:20261201'],
      ['RRULE', 'DURATION', 'DESCRIPTION', 'CATEGORIES'],
    ],
    [
      'a time',
      { date: null, instant: '2026-12-01T11:30:00Z', minutes: 30 },
      ['DTSTART:20261201T113000Z', 'DURATION:PT30M', 'TRANSP:OPAQUE'],
      ['RRULE'],
    ],
    ['a moment', { date: null, instant: '2026-12-01T11:30:00Z' }, ['DTSTART:20261201T113000Z'], ['DURATION']],
    [
      'the last day',
      { date: '1972-02-29', yearly: { month: 2, day: -1 } },
      ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
      [],
    ],
  ])('%s', (_, more, there, absent) => {
    const lines = linesOf(write(event(more)))
    expect(lines).toEqual(expect.arrayContaining(there))
    for (const name of absent) expect(lines.filter((line) => line.startsWith(name))).toEqual([])
  })

  test('29 February comes in common years too', () => {
    const written = write(event({ date: '1972-02-29', yearly: { month: 2, day: -1 } }))
    const found = new ICAL.Component(ICAL.parse(written)).getFirstSubcomponent('vevent')
    const days = new ICAL.Event(found ?? undefined).iterator()
    expect([days.next(), days.next(), days.next(), days.next(), days.next()].map(String)).toEqual([
      '1972-02-29',
      '1973-02-28',
      '1974-02-28',
      '1975-02-28',
      '1976-02-29',
    ])
  })

  test('a calendar without events is one', () => {
    expect(parse(write()).calendar.slice(0, 1)).toEqual(['vcalendar'])
  })

  test('any text comes back, in lines of at most 75 octets', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('\\n', 'Ґ🌻'.repeat(60), 'a\r\nb;c,d\\'),
    )
    const clean = (each: string): string =>
      each.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const written = write(
          ...texts.map((each, index) => event({ uid: String(index), summary: each, description: `x${each}` })),
        )
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const { all } = parse(written)
        expect(all('summary')).toEqual(texts.map((each) => [clean(each)]))
        expect(all('description')).toEqual(texts.map((each) => [clean(`x${each}`)]))
        expect(new Set(all('uid').map(String)).size).toBe(texts.length)
        expect(all('dtstamp')).toEqual(texts.map(() => [NOW]))
      }),
    )
  })
})
