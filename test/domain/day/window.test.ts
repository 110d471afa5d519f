import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekday, type Zone } from '../../../src/domain/calendar.js'
import { readHours, readNoCall } from '../../../src/domain/day/hours.js'
import { availabilityAt, type CallWeek, callWeek, windowAt } from '../../../src/domain/day/window.js'
import { zone } from './zones.js'

const weekOf = (hours: string | null, noCall: string | null = null): CallWeek =>
  callWeek(hours === null ? null : readHours(hours), noCall === null ? null : readNoCall(noCall))

interface Case {
  hours: string | null
  noCall?: string
  /** The user's zone, and the wall clock there. */
  mine: string
  at: string
  theirs?: string
}

/** `open 18:00`, `later 14:00`, `lunch 14:00`, `closed 2026-11-23 09:00`, with the client's clock behind `@` when it is another. */
function told({ hours, noCall, mine, at, theirs }: Case): string {
  const here = zone(mine)
  const [date = '', time = ''] = at.split(' ')
  const instant = /Z$/.test(at) ? new Date(at) : here.toInstant({ date, time })
  const window = windowAt(weekOf(hours, noCall), instant, {
    mine: here,
    theirs: theirs === undefined ? here : zone(theirs),
  })
  const { is, until, from, local_time } = window
  const what =
    is === 'open' ? (until ?? 'on') : from === null ? '' : is === 'closed' ? `${from.date} ${from.time}` : from.time
  return `${is} ${what}`.trim() + (local_time === null ? '' : ` @${local_time}`)
}

const KYIV = 'Europe/Kyiv'
const OFFICE = 'пн-пт 9-18, сб 10:00-14:00'
const LUNCH = '13:00-14:00'

describe('in one zone', () => {
  // 2026-11-22 is a Sunday.
  test.each<[string | null, string | undefined, string, string]>([
    [null, undefined, '2026-11-22 09:30', 'unknown'],
    ['вечером', undefined, '2026-11-22 09:30', 'unknown'],
    ['09:00-17:30', undefined, '2026-11-22 08:59', 'later 09:00'],
    ['09:00-17:30', undefined, '2026-11-22 09:00', 'open 17:30'],
    ['09:00-17:30', undefined, '2026-11-22 17:29', 'open 17:30'],
    ['09:00-17:30', undefined, '2026-11-22 17:30', 'closed 2026-11-23 09:00'],
    ['09:00-17:30', undefined, '2026-11-22 00:00', 'later 09:00'],
    ['09:00-17:30', undefined, '2026-11-22 23:59', 'closed 2026-11-23 09:00'],
    ['00:00-24:00', undefined, '2026-11-22 23:59', 'open on'],
    ['00:00-24:00', LUNCH, '2026-11-22 12:00', 'open 13:00'],
    ['10:00-24:00', undefined, '2026-11-22 12:00', 'open on'],
    ['22:00-02:00', undefined, '2026-11-22 12:00', 'later 22:00'],
    ['22:00-02:00', undefined, '2026-11-22 23:00', 'open on'],
    ['22:00-02:00', undefined, '2026-11-22 01:00', 'open 02:00'],
    ['22:00-02:00', undefined, '2026-11-22 02:00', 'later 22:00'],
    ['пт 22:00-02:00', undefined, '2026-11-21 01:00', 'open 02:00'],
    ['пт 22:00-02:00', undefined, '2026-11-22 01:00', 'closed 2026-11-27 22:00'],
    [OFFICE, undefined, '2026-11-22 12:00', 'closed 2026-11-23 09:00'],
    [OFFICE, undefined, '2026-11-20 18:00', 'closed 2026-11-21 10:00'],
    [OFFICE, undefined, '2026-11-21 09:59', 'later 10:00'],
    [OFFICE, undefined, '2026-11-21 13:59', 'open 14:00'],
    [OFFICE, undefined, '2026-11-21 14:00', 'closed 2026-11-23 09:00'],
    ['вт 10-12', undefined, '2026-11-24 12:00', 'closed 2026-12-01 10:00'],
    ['вт 10-12', undefined, '2026-11-24 11:59', 'open 12:00'],
    ['вс 10-12', undefined, '2026-11-22 13:00', 'closed 2026-11-29 10:00'],
    ['9-18', LUNCH, '2026-11-23 12:00', 'open 13:00'],
    ['9-18', LUNCH, '2026-11-23 13:00', 'lunch 14:00'],
    ['9-18', LUNCH, '2026-11-23 13:59', 'lunch 14:00'],
    ['9-18', LUNCH, '2026-11-23 14:00', 'open 18:00'],
    ['9-18', LUNCH, '2026-11-23 08:00', 'later 09:00'],
    ['9-18', LUNCH, '2026-11-23 18:00', 'closed 2026-11-24 09:00'],
    ['9-13, 14-18', undefined, '2026-11-23 13:30', 'lunch 14:00'],
    ['9-13, 14-18', undefined, '2026-11-23 12:30', 'open 13:00'],
    ['9-12, 15-18', undefined, '2026-11-23 13:30', 'lunch 15:00'],
    ['9-11, 20-21', undefined, '2026-11-23 13:30', 'later 20:00'],
    ['9-18', 'пн 13-14', '2026-11-24 13:30', 'open 18:00'],
    ['9-18', 'до 12', '2026-11-24 10:00', 'later 12:00'],
    ['9-18', '17-19', '2026-11-24 17:30', 'closed 2026-11-25 09:00'],
    ['9-18', 'вт', '2026-11-24 10:00', 'closed 2026-11-25 09:00'],
    ['9-18', '9-18', '2026-11-24 10:00', 'closed'],
    [null, '24/7', '2026-11-24 10:00', 'closed'],
    [null, LUNCH, '2026-11-24 12:00', 'open 13:00'],
    [null, LUNCH, '2026-11-24 13:30', 'lunch 14:00'],
    [null, LUNCH, '2026-11-24 14:30', 'open on'],
    [null, '22:00-09:00', '2026-11-24 08:00', 'later 09:00'],
    [null, '22:00-09:00', '2026-11-24 23:00', 'closed 2026-11-25 09:00'],
    ['9-18', 'когда-нибудь', '2026-11-24 13:30', 'open 18:00'],
    ['09:00-17:30', undefined, '2026-12-31 20:00', 'closed 2027-01-01 09:00'],
    ['09:00-17:30', undefined, '2028-02-28 20:00', 'closed 2028-02-29 09:00'],
  ])('%s without %s on %s: %s', (hours, noCall, at, expected) => {
    expect(told({ hours, mine: KYIV, at, ...(noCall === undefined ? {} : { noCall }) })).toBe(expected)
  })
})

describe('in the zone of the client, told in the zone of the user', () => {
  test.each<[string | null, string, string, string, string]>([
    ['9-18', KYIV, '2026-11-22 09:30', 'Asia/Vladivostok', 'open 10:00 @17:30'],
    ['9-18', KYIV, '2026-11-22 10:00', 'Asia/Vladivostok', 'closed 2026-11-23 01:00 @18:00'],
    ['9-18', KYIV, '2026-11-22 00:30', 'Asia/Vladivostok', 'later 01:00 @08:30'],
    ['пн-пт 9-18', KYIV, '2026-11-22 23:00', 'Asia/Vladivostok', 'closed 2026-11-23 01:00 @07:00'],
    ['пн-пт 9-18', KYIV, '2026-11-20 12:00', 'Asia/Vladivostok', 'closed 2026-11-23 01:00 @20:00'],
    // It is Monday there already.
    ['пн 0-9', KYIV, '2026-11-22 20:00', 'Asia/Vladivostok', 'open on @04:00'],
    ['пн 0-5', KYIV, '2026-11-22 20:00', 'Asia/Vladivostok', 'open 21:00 @04:00'],
    ['вс 9-18', KYIV, '2026-11-22 17:00', 'Asia/Vladivostok', 'closed 2026-11-29 01:00 @01:00'],
    ['9-17', KYIV, '2026-11-23 09:30', 'America/New_York', 'later 16:00 @02:30'],
    ['9-17', KYIV, '2026-11-23 16:00', 'America/New_York', 'open on @09:00'],
    ['9-16', KYIV, '2026-11-23 16:00', 'America/New_York', 'open 23:00 @09:00'],
    ['Mon-Fri 9-17', KYIV, '2026-11-28 00:30', 'America/New_York', 'closed 2026-11-30 16:00 @17:30'],
    ['Mon-Fri 9-18', KYIV, '2026-11-28 00:30', 'America/New_York', 'open 01:00 @17:30'],
    ['9-13, 14-18', KYIV, '2026-11-23 20:30', 'America/New_York', 'lunch 21:00 @13:30'],
    ['9-18', KYIV, '2026-11-23 09:30', 'Europe/Berlin', 'later 10:00 @08:30'],
    ['9-18', KYIV, '2026-11-23 18:30', 'Europe/Berlin', 'open 19:00 @17:30'],
    ['9-18', 'Europe/Berlin', '2026-11-23 08:30', KYIV, 'open 17:00 @09:30'],
    ['9-18', KYIV, '2026-11-23 09:30', 'Europe/Helsinki', 'open 18:00'],
    [null, KYIV, '2026-11-23 09:30', 'Asia/Tokyo', 'unknown @16:30'],
    ['9-18', KYIV, '2026-11-23 06:00', 'Asia/Kolkata', 'open 14:30 @09:30'],
    ['9-18', KYIV, '2026-11-23 12:15', 'Asia/Kathmandu', 'open 14:15 @16:00'],
    ['9-18', KYIV, '2026-11-23 05:00', 'Australia/Lord_Howe', 'open 09:00 @14:00'],
    ['9-18', 'Pacific/Kiritimati', '2026-11-23 10:00', 'Pacific/Niue', 'open 19:00 @09:00'],
    ['9-18', 'Pacific/Niue', '2026-11-22 23:30', 'Pacific/Kiritimati', 'closed 2026-11-23 08:00 @00:30'],
  ])('%s, %s %s, client in %s: %s', (hours, mine, at, theirs, expected) => {
    expect(told({ hours, mine, at, theirs })).toBe(expected)
  })
})

describe('when clocks are changed', () => {
  test.each<[string, string, string, string | undefined, string]>([
    // Kyiv: 2026-03-29 03:00 becomes 04:00; 2026-10-25 04:00 becomes 03:00.
    ['9-18', KYIV, '2026-03-28 20:00', undefined, 'closed 2026-03-29 09:00'],
    ['9-18', KYIV, '2026-03-29 02:59', undefined, 'later 09:00'],
    ['3-4', KYIV, '2026-03-29 02:00', undefined, 'closed 2026-03-30 03:00'],
    ['03:30-06:00', KYIV, '2026-03-29 02:00', undefined, 'later 04:00'],
    ['02:00-03:30', KYIV, '2026-03-29 02:00', undefined, 'open 04:00'],
    ['9-18', KYIV, '2026-10-24 20:00', undefined, 'closed 2026-10-25 09:00'],
    ['03:00-03:30', KYIV, '2026-10-25 02:00', undefined, 'later 03:00'],
    ['03:00-03:30', KYIV, '2026-10-25T00:45:00Z', undefined, 'later 03:00'],
    ['03:00-03:30', KYIV, '2026-10-25T01:10:00Z', undefined, 'open 03:30'],
    ['03:00-03:30', KYIV, '2026-10-25T01:40:00Z', undefined, 'closed 2026-10-26 03:00'],
    ['02:00-05:00', KYIV, '2026-10-25T00:30:00Z', undefined, 'open 05:00'],
    // New York goes to summer time three weeks before Kyiv (2026-03-08), and back a week after it (2026-11-01).
    ['9-17', KYIV, '2026-03-06 12:00', 'America/New_York', 'later 16:00 @05:00'],
    ['9-17', KYIV, '2026-03-09 12:00', 'America/New_York', 'later 15:00 @06:00'],
    ['Mon-Fri 9-17', KYIV, '2026-03-07 12:00', 'America/New_York', 'closed 2026-03-09 15:00 @05:00'],
    ['9-17', KYIV, '2026-03-30 12:00', 'America/New_York', 'later 16:00 @05:00'],
    ['9-17', KYIV, '2026-10-26 12:00', 'America/New_York', 'later 15:00 @06:00'],
    ['9-17', KYIV, '2026-11-02 12:00', 'America/New_York', 'later 16:00 @05:00'],
    ['Mon-Fri 9-17', KYIV, '2026-10-24 12:00', 'America/New_York', 'closed 2026-10-26 15:00 @05:00'],
    // Berlin and Kyiv change in the same instant.
    ['9-18', KYIV, '2026-03-28 23:00', 'Europe/Berlin', 'closed 2026-03-29 10:00 @22:00'],
    ['9-18', KYIV, '2026-10-24 23:00', 'Europe/Berlin', 'closed 2026-10-25 10:00 @22:00'],
    ['02:00-03:00', 'Europe/Berlin', '2026-03-29 01:00', undefined, 'closed 2026-03-30 02:00'],
    // Moscow and Vladivostok have no summer time: seen from Kyiv they come nearer in March.
    ['9-18', KYIV, '2026-03-27 07:00', 'Europe/Moscow', 'later 08:00 @08:00'],
    ['9-18', KYIV, '2026-03-30 07:00', 'Europe/Moscow', 'later 09:00'],
    ['пн 9-18', KYIV, '2026-03-28 12:00', 'Europe/Moscow', 'closed 2026-03-30 09:00 @13:00'],
    // Lord Howe moves by half an hour: 2026-10-04 02:00 becomes 02:30, 2026-04-05 02:00 becomes 01:30.
    ['9-18', KYIV, '2026-10-03 05:00', 'Australia/Lord_Howe', 'open 10:30 @12:30'],
    ['9-18', KYIV, '2026-10-03 12:00', 'Australia/Lord_Howe', 'closed 2026-10-04 01:00 @19:30'],
    ['02:00-02:20', 'Australia/Lord_Howe', '2026-10-04 01:00', undefined, 'closed 2026-10-05 02:00'],
    ['02:10-04:00', 'Australia/Lord_Howe', '2026-10-04 01:00', undefined, 'later 02:30'],
    ['01:30-01:45', 'Australia/Lord_Howe', '2026-04-04T14:50:00Z', undefined, 'later 01:30'],
    // Samoa had no 30 December 2011.
    ['9-18', 'Pacific/Apia', '2011-12-29 20:00', undefined, 'closed 2011-12-31 09:00'],
  ])('%s, %s %s, client in %s: %s', (hours, mine, at, theirs, expected) => {
    expect(told({ hours, mine, at, ...(theirs === undefined ? {} : { theirs }) })).toBe(expected)
  })
})

describe('held against looking at the clock minute by minute', () => {
  const ZONES = ['Europe/Kyiv', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Vladivostok', 'Asia/Kathmandu'].map(
    zone,
  )
  const HOURS = [
    '9-18',
    OFFICE,
    '22:00-02:00',
    'вс 1-4',
    '01:30-02:15, 2:30-3:30',
    'сб 23-2',
    'вт 0-24',
    '9-18, обед 12:30-13:15',
  ]
  const AROUND = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2026-07-01']

  const isOpen = (week: NonNullable<CallWeek>, at: Date, there: Zone): boolean => {
    const { date, time } = there.toLocal(at)
    const minute = (weekday(date) - 1) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    return week.some(({ from, to }) => from <= minute && minute < to)
  }

  test('open or not, and the minute in which that changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...HOURS),
        fc.constantFrom(...AROUND),
        fc.integer({ min: -1440, max: 2880 }),
        (there, hours, day, minutes) => {
          const week = weekOf(hours) ?? []
          const start = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)
          const { is, changes } = availabilityAt(week, start, there)
          const open = isOpen(week, start, there)
          expect(is === 'open').toBe(open)
          // Half a day is looked through minute by minute: beyond it lies nothing that is not met in another run.
          for (let ahead = 1; ahead <= 720; ahead += 1) {
            const at = new Date(start.getTime() + ahead * 60_000)
            if (changes !== null && at.getTime() === changes.getTime()) {
              expect(isOpen(week, at, there)).toBe(!open)
              return
            }
            expect(isOpen(week, at, there)).toBe(open)
          }
        },
      ),
      { numRuns: 100, seed: 20261122 },
    )
  }, 60_000)
})

describe('zones', () => {
  test.each(['Europe/Kyev', 'nowhere', '', '../etc/passwd', 'Europe', 'Europe/', 'MSK+3:00'])('%j is none', (name) => {
    expect(() => zone(name)).toThrow()
  })

  test('asking in another zone leaves the own one as it was', () => {
    const before = process.env.TZ
    zone('Asia/Tokyo').toLocal(new Date())
    expect(process.env.TZ).toBe(before)
  })

  test.each([
    ['Europe/Kyiv', '2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Kyiv', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Asia/Vladivostok', '2026-11-22', '09:00', '2026-11-21T23:00:00.000Z'],
  ])('%s %s %s is %s', (name, date, time, instant) => {
    expect(zone(name).toInstant({ date, time }).toISOString()).toBe(instant)
  })
})
