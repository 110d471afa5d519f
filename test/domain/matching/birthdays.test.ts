import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BIRTHDAY_LEVELS,
  birthdayKey,
  birthdaysContradict,
  compareBirthdays,
} from '../../../src/domain/matching/birthday.js'

const levelOf = (a: string, b: string): string =>
  BIRTHDAY_LEVELS[compareBirthdays(birthdayKey(a), birthdayKey(b))] ?? 'none'

describe('two birthdays', () => {
  test.each([
    ['1990-03-12', '1990-03-12', 'same', false, 'one day'],
    ['2000-02-29', '2000-02-29', 'same', false, 'a leap day'],
    ['1931-12-31', '1931-12-31', 'same', false, 'long ago'],
    // The day.
    ['1990-03-12', '1990-03-17', 'near', false, 'a digit of the day'],
    ['1990-03-12', '1990-03-22', 'near', false, 'the other digit of the day'],
    ['1990-03-12', '1990-03-21', 'near', false, 'the digits of the day changed places'],
    ['1990-03-01', '1990-03-10', 'near', false, 'the same with a zero'],
    ['1990-03-09', '1990-03-10', 'near', false, 'the next day'],
    ['1990-03-19', '1990-03-20', 'near', false, 'the next day with other digits'],
    ['1990-03-30', '1990-03-31', 'near', false, 'the last days'],
    ['1990-03-12', '1990-03-25', 'part', false, 'another day'],
    ['1990-03-09', '1990-03-21', 'part', false, 'another day'],
    // The month.
    ['1990-03-12', '1990-08-12', 'near', false, 'a digit of the month'],
    ['1990-02-14', '1990-12-14', 'near', false, 'the other digit of the month'],
    ['1990-01-14', '1990-10-14', 'near', false, 'the digits of the month changed places'],
    ['1990-09-14', '1990-10-14', 'near', false, 'the next month'],
    ['1990-06-14', '1990-07-14', 'near', false, 'June and July'],
    ['1990-09-14', '1990-11-14', 'part', false, 'another month'],
    ['1990-08-14', '1990-12-14', 'part', false, 'another month'],
    // Day and month changed places.
    ['1990-03-12', '1990-12-03', 'near', false, 'day and month'],
    ['1984-12-08', '1984-08-12', 'near', false, 'day and month'],
    ['1990-05-06', '1990-06-05', 'near', false, 'day and month, small'],
    ['1990-03-12', '1991-12-03', 'other', true, 'day and month, and another year'],
    // The year.
    ['1990-03-12', '1991-03-12', 'near', false, 'the next year'],
    ['1990-03-12', '1992-03-12', 'near', false, 'two years'],
    ['1989-03-12', '1991-03-12', 'near', false, 'two years over a decade'],
    ['1999-03-12', '2000-03-12', 'near', false, 'the next year over a century'],
    ['1990-03-12', '1980-03-12', 'near', false, 'ten years'],
    ['1990-03-12', '1890-03-12', 'near', false, 'a hundred years'],
    ['1905-03-12', '2005-03-12', 'part', false, 'a hundred years, but two digits'],
    ['1987-03-12', '1978-03-12', 'near', false, 'the digits of the year changed places'],
    ['1990-03-12', '1997-03-12', 'near', false, 'a digit of the year'],
    ['1989-03-12', '1993-03-12', 'part', false, 'four years with other digits'],
    ['1962-03-12', '1975-03-12', 'part', false, 'thirteen years'],
    // One day and month in years far apart: rather a slip of the year than father and son.
    ['1960-03-12', '1990-03-12', 'near', false, 'thirty years'],
    ['1970-03-12', '1990-03-12', 'near', false, 'twenty years'],
    ['1965-03-12', '1991-03-12', 'part', false, 'twenty-six years'],
    ['1976-03-12', '1990-03-12', 'part', false, 'fourteen years'],
    ['1919-03-12', '1991-03-12', 'near', false, 'seventy-two years, two digits changed places'],
    // Two parts at once.
    ['1990-03-12', '1991-03-13', 'loose', false, 'year and day'],
    ['1990-03-12', '1990-04-13', 'loose', false, 'month and day'],
    ['1990-03-12', '1985-07-30', 'other', true, 'nothing alike'],
    ['1990-03-12', '1990-07-30', 'other', true, 'only the year'],
    ['1990-03-12', '1980-03-22', 'loose', false, 'two digits in two parts'],
    ['1990-03-12', '1980-08-22', 'other', true, 'three digits in three parts'],
    ['1990-03-12', '1974-11-12', 'other', true, 'only the day'],
    ['1990-03-12', '1974-03-28', 'other', true, 'only the month'],
    // No year.
    ['--03-12', '1990-03-12', 'day', false, 'the year is unknown'],
    ['--03-12', '--03-12', 'day', false, 'both years are unknown'],
    ['--03-12', '1990-03-13', 'other', false, 'another day; too little to contradict'],
    ['--03-12', '--12-03', 'other', false, 'changed places without a year'],
    ['--02-29', '2000-02-29', 'day', false, 'a leap day'],
    // No day: 1 January is what forms get of people who give a year.
    ['1990-01-01', '1990-03-12', 'year', false, 'the year alone'],
    ['1990-01-01', '1990-01-01', 'year', false, 'both years alone'],
    ['1990', '1990-03-12', 'year', false, 'a year as it was written'],
    ['1990', '1990-01-01', 'year', false, 'a year in two ways'],
    ['1990-01-01', '1991-03-12', 'other', false, 'another year; too little to contradict'],
    ['1990-01-01', '1960-03-12', 'other', false, 'a generation, but no day'],
    ['1990-01-02', '1990-01-02', 'same', false, '2 January is a day'],
    // Nothing to compare.
    ['--03-12', '1990-01-01', 'none', false, 'a day and a year'],
    ['--01-01', '1990-03-12', 'none', false, '1 January without a year is nothing'],
    ['', '1990-03-12', 'none', false, 'no date'],
    ['весной', '1990-03-12', 'none', false, 'a word'],
    ['1990-13-12', '1990-03-12', 'none', false, 'a month that is none'],
    ['1990-03-00', '1990-03-12', 'none', false, 'a day that is none'],
    ['12.03.1990', '1990-03-12', 'none', false, 'not as dates are kept'],
    ['👍', '👍', 'none', false, 'a sign'],
  ])('%s | %s: %s, contradicting %s (%s)', (a, b, level, contradicts) => {
    expect(levelOf(a, b)).toBe(level)
    expect(levelOf(b, a)).toBe(level)
    expect(birthdaysContradict(birthdayKey(a), birthdayKey(b))).toBe(contradicts)
    expect(birthdaysContradict(birthdayKey(b), birthdayKey(a))).toBe(contradicts)
  })
})

test.each([
  [null, 0],
  ['1990-03-12', 1990 * 512 + 3 * 32 + 12],
  ['--03-12', 3 * 32 + 12],
  ['1990-01-01', 1990 * 512],
])('the key of %s is %d', (text, key) => expect(birthdayKey(text)).toBe(key))

test('any two keys can be compared, either way', () => {
  const key = fc.oneof(
    fc.constant(0),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => birthdayKey(date.toISOString().slice(0, 10))),
    fc.string({ unit: fc.constantFrom(...'0123-Я') }).map(birthdayKey),
  )
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(compareBirthdays(a, b)).toBe(compareBirthdays(b, a))
      expect(birthdaysContradict(a, b)).toBe(birthdaysContradict(b, a))
      if (birthdaysContradict(a, b)) expect(compareBirthdays(a, b)).toBe(0)
    }),
    { numRuns: 1000 },
  )
})
