import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatAnniversary,
  monthDaysNear,
  occurrenceIn,
  occurrenceNear,
  parseAnniversary,
  readAnniversary,
  yearsOn,
} from '../../src/domain/anniversary.js'
import { addDays, daysBetween } from '../../src/domain/calendar.js'

const TODAY = '2026-11-22'

const said = (text: string): string => {
  const date = parseAnniversary(text, TODAY)
  return typeof date === 'string' ? date : formatAnniversary(date)
}

describe('parseAnniversary', () => {
  test.each([
    ['12.03.1980', '1980-03-12'],
    ['5.3.1980', '1980-03-05'],
    [' 12.03.1980 ', '1980-03-12'],
    ['12.03.1980 г.', '1980-03-12'],
    ['12.03.1980г', '1980-03-12'],
    ['12.03.1980 р.', '1980-03-12'],
    ['12.03.1980 року', '1980-03-12'],
    ['1980-03-12', '1980-03-12'],
    ['1980-03-12T00:00:00Z', '1980-03-12'],
    ['1980-03-12 00:00', '1980-03-12'],
    ['12.03.1980 0:00:00', '1980-03-12'],
    ['12.03.1980 00:00', '1980-03-12'],
    ['12-03-1980', '1980-03-12'],
    ['29.02.1980', '1980-02-29'],
    ['01.01.1800', '1800-01-01'],
    ['22.11.2026', '2026-11-22'],
    // Somebody's tomorrow is a day that has begun further east.
    ['23.11.2026', '2026-11-23'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected))

  test.each([
    ['12.03', '--03-12'],
    ['12.03.', '--03-12'],
    ['5.3', '--03-05'],
    ['--03-12', '--03-12'],
    ['--0312', '--03-12'],
    ['29.02', '--02-29'],
    ['--02-29', '--02-29'],
    ['31.12', '--12-31'],
  ])('%s, without a year', (text, expected) => expect(said(text)).toBe(expected))

  test.each([
    ['12.03.80', '1980-03-12'],
    ['12.03.99', '1999-03-12'],
    ['12.03.05', '2005-03-12'],
    ['12.03.26', '2026-03-12'],
    ['01.01.27', '1927-01-01'],
    ['29.02.00', '2000-02-29'],
    ['22.11.26', '2026-11-22'],
  ])('%s, a year of two digits', (text, expected) => expect(said(text)).toBe(expected))

  test.each([
    ['25/03/1980', '1980-03-25'],
    ['03/25/1980', '1980-03-25'],
    ['12/12/1980', '1980-12-12'],
    ['13/03', '--03-13'],
    ['3/13', '--03-13'],
    ['05/04/1980', 'ambiguous'],
    ['12/03', 'ambiguous'],
    ['1/2/80', 'ambiguous'],
    ['13/13/1980', 'impossible'],
  ])('%s, with slashes', (text, expected) => expect(said(text)).toBe(expected))

  test.each([
    ['30.02.1980', 'impossible'],
    ['29.02.1981', 'impossible'],
    ['29.02.1900', 'impossible'],
    ['31.04', 'impossible'],
    ['00.03.1980', 'impossible'],
    ['12.13.1980', 'impossible'],
    ['1980-02-30', 'impossible'],
    ['1980-13-01', 'impossible'],
    ['--02-30', 'impossible'],
    ['--13-01', 'impossible'],
    ['24.11.2026', 'impossible'],
    ['01.01.2027', 'impossible'],
    ['2099-01-01', 'impossible'],
    ['31.12.0999', 'impossible'],
    ['0001-01-01', 'impossible'],
    ['', 'unreadable'],
    ['1980', 'unreadable'],
    ['весной', 'unreadable'],
    ['12.03-1980', 'unreadable'],
    ['12.03.198', 'unreadable'],
    ['29292', 'unreadable'],
  ])('«%s» is %s', (text, expected) => expect(said(text)).toBe(expected))

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789./-: Tг') })),
        (text) => {
          const date = parseAnniversary(text, TODAY)
          if (typeof date === 'string') expect(['unreadable', 'impossible', 'ambiguous']).toContain(date)
          else expect(readAnniversary(formatAnniversary(date))).toEqual(date)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['12.12.26', '1926-12-12'],
    ['31.12.26', '1926-12-31'],
  ])('%s is of the last hundred years', (text, expected) => expect(said(text)).toBe(expected))

  test('1980-02-30 00:00 does not exist', () => expect(said('1980-02-30 00:00')).toBe('impossible'))
})

describe('readAnniversary', () => {
  test.each([
    ['1980-03-12', { year: 1980, month: 3, day: 12 }],
    ['--03-12', { year: null, month: 3, day: 12 }],
    ['--0312', { year: null, month: 3, day: 12 }],
    ['--02-29', { year: null, month: 2, day: 29 }],
    ['1981-02-29', null],
    ['--02-30', null],
    ['-03-12', null],
    ['12.03.1980', null],
    ['0000-01-01', null],
    ['', null],
  ])('%s', (text, expected) => expect(readAnniversary(text)).toEqual(expected))

  test('reads back what is written', () => {
    const anniversary = fc
      .record({ year: fc.option(fc.integer({ min: 1, max: 9999 })), month: fc.integer({ min: 1, max: 12 }) })
      .chain((each) => fc.integer({ min: 1, max: 28 }).map((day) => ({ ...each, day })))
    fc.assert(
      fc.property(anniversary, (each) => {
        expect(readAnniversary(formatAnniversary(each))).toEqual(each)
      }),
    )
  })
})

describe('occurrences', () => {
  const leap = { year: 1980, month: 2, day: 29 }

  test.each([
    [2024, '2024-02-29'],
    [2026, '2026-02-28'],
    [2027, '2027-02-28'],
    [2028, '2028-02-29'],
    [2100, '2100-02-28'],
  ])('29 February in %i is kept on %s', (year, expected) => expect(occurrenceIn(year, leap)).toBe(expected))

  test.each([
    ['2026-11-22', '--11-22', 7, 3, '2026-11-22'],
    ['2026-11-22', '--11-29', 7, 3, '2026-11-29'],
    ['2026-11-22', '--11-30', 7, 3, null],
    ['2026-11-22', '--11-19', 7, 3, '2026-11-19'],
    ['2026-11-22', '--11-18', 7, 3, null],
    ['2026-12-30', '--01-02', 7, 3, '2027-01-02'],
    ['2026-12-30', '1980-01-06', 7, 3, '2027-01-06'],
    ['2026-12-30', '--01-07', 7, 3, null],
    ['2027-01-02', '--12-30', 7, 3, '2026-12-30'],
    ['2027-01-02', '--12-31', 0, 3, '2026-12-31'],
    ['2027-01-02', '--12-29', 7, 3, null],
    ['2027-02-26', '--02-29', 7, 0, '2027-02-28'],
    ['2028-02-26', '--02-29', 7, 0, '2028-02-29'],
    ['2027-03-01', '1980-02-29', 7, 3, '2027-02-28'],
    ['2026-11-22', '--11-22', 0, 0, '2026-11-22'],
    ['2026-11-22', '--05-01', 400, 400, '2027-05-01'],
    ['2026-11-22', '--07-01', 400, 400, '2026-07-01'],
  ])('on %s, %s within %i ahead and %i behind: %s', (today, text, ahead, belated, expected) => {
    const anniversary = readAnniversary(text)
    expect(anniversary).not.toBeNull()
    expect(anniversary && occurrenceNear(anniversary, today, { ahead, belated })).toBe(expected)
  })

  test.each([
    ['1980-03-12', '2026-03-12', 46],
    ['1980-02-29', '2027-02-28', 47],
    ['2025-11-22', '2026-11-22', 1],
    ['2026-11-22', '2026-11-22', null],
    ['2026-11-22', '2025-11-22', null],
    ['--03-12', '2026-03-12', null],
    ['1980-12-30', '2027-12-30', 47],
  ])('%s on %s: %s years', (text, occurrence, expected) => {
    const anniversary = readAnniversary(text)
    expect(anniversary && yearsOn(anniversary, occurrence)).toBe(expected)
  })

  test('an occurrence in reach has its month and day in monthDaysNear', () => {
    const someday = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
    const span = fc.record({ ahead: fc.integer({ min: 0, max: 40 }), belated: fc.integer({ min: 0, max: 40 }) })
    fc.assert(
      fc.property(someday, someday, span, (today, born, reach) => {
        const anniversary = readAnniversary(`-${born.slice(4)}`)
        if (anniversary === null) throw new Error(born)
        const near = occurrenceNear(anniversary, today, reach)
        if (near === null) return
        expect(daysBetween(today, near)).toBeLessThanOrEqual(reach.ahead)
        expect(daysBetween(today, near)).toBeGreaterThanOrEqual(-reach.belated)
        expect(monthDaysNear(today, reach)).toContain(born.slice(5))
      }),
      { numRuns: 1000 },
    )
  })

  test('29 February is looked for beside the 28th', () => {
    expect(monthDaysNear('2026-02-27', { ahead: 2, belated: 0 })).toEqual(['02-27', '02-28', '02-29', '03-01'])
    expect(monthDaysNear('2026-12-31', { ahead: 1, belated: 1 })).toEqual(['12-30', '12-31', '01-01'])
  })
})
