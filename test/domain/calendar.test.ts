import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  civil,
  daysBetween,
  daysInMonth,
  exists,
  isCivilDate,
  isLeapYear,
  isoInstant,
  parts,
  weekday,
} from '../../src/domain/calendar.js'

const date = (from: string, to: string) =>
  fc
    .integer({ min: daysBetween('2000-01-01', from), max: daysBetween('2000-01-01', to) })
    .map((days) => addDays('2000-01-01', days))
const anyDate = date('1800-01-01', '2200-12-31')

describe('leap years', () => {
  test.each([
    [1600, true],
    [1700, false],
    [1900, false],
    [1996, true],
    [2000, true],
    [2024, true],
    [2026, false],
    [2028, true],
    [2100, false],
    [2400, true],
  ])('%i: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap)
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28)
    expect(exists(year, 2, 29)).toBe(leap)
    expect(isCivilDate(`${year}-02-29`)).toBe(leap)
  })

  test('months have their lengths', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ])
  })
})

describe('what is a date', () => {
  test.each([
    ['2026-11-22', true],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['0000-01-01', false],
    ['2026-00-10', false],
    ['2026-13-10', false],
    ['2026-11-00', false],
    ['2026-11-31', false],
    ['2026-1-5', false],
    ['22.11.2026', false],
    ['2026-11-22T00:00', false],
    ['12026-01-01', false],
    ['', false],
  ])('%s: %s', (text, answer) => expect(isCivilDate(text)).toBe(answer))

  test('parts and civil are inverse', () => {
    fc.assert(
      fc.property(anyDate, (each) => {
        const { year, month, day } = parts(each)
        expect(civil(year, month, day)).toBe(each)
        expect(isCivilDate(each)).toBe(true)
      }),
    )
  })
})

describe('addMonths', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', 1, '2026-12-22'],
    ['2026-11-22', 2, '2027-01-22'],
  ])('%s %i -> %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))

  test('never leaves the month it was sent to', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1000, max: 1000 }), (from, months) => {
        const moved = addMonths(from, months)
        expect(isCivilDate(moved)).toBe(true)
        const index = (each: string) => parts(each).year * 12 + parts(each).month
        expect(index(moved) - index(from)).toBe(months)
        expect(parts(moved).day).toBeLessThanOrEqual(parts(from).day)
      }),
    )
  })
})

describe('addDays and daysBetween', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    // Days on which clocks are moved in Kyiv: still one day each.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['1969-12-31', 1, '1970-01-01'],
    ['2026-11-22', 365, '2027-11-22'],
  ])('%s %i -> %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  test('are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
        const moved = addDays(from, days)
        expect(addDays(moved, -days)).toBe(from)
        expect(daysBetween(from, moved)).toBe(days)
        expect(daysBetween(moved, from)).toBe(days === 0 ? 0 : -days)
      }),
    )
  })

  test('keep the order of dates as text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1)
      }),
    )
  })
})

describe('weekday', () => {
  test.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['2026-11-27', 5],
    ['2024-02-29', 4],
    ['2000-01-01', 6],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1969-12-29', 1],
  ])('%s is %i', (each, number) => expect(weekday(each)).toBe(number))

  test('cycles through the week, since 1970', () => {
    fc.assert(
      fc.property(date('1970-01-01', '2200-12-31'), fc.integer({ min: 0, max: 500 }), (each, weeks) => {
        expect(weekday(addDays(each, 7 * weeks))).toBe(weekday(each))
        expect(weekday(addDays(each, 1))).toBe((weekday(each) % 7) + 1)
        expect(weekday(each)).toBeGreaterThanOrEqual(1)
        expect(weekday(each)).toBeLessThanOrEqual(7)
      }),
    )
  })

  test.each([
    ['1969-12-28', 7],
    ['1960-01-01', 5],
    ['1899-12-31', 7],
  ])('%s is %i, before the epoch too', (each, number) => expect(weekday(each)).toBe(number))
})

test('isoInstant has no fraction of a second', () => {
  expect(isoInstant(new Date('2026-11-22T09:30:59.987+02:00'))).toBe('2026-11-22T07:30:59Z')
})
