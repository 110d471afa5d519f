import { describe, expect, test } from 'vitest'
import { dates, draft, read } from '../row-reading.js'

describe('birthdays of other centuries', () => {
  test.each([
    ['1630-08-01', '1630-08-01'],
    ['1000-01-01', '1000-01-01'],
    ['16300801', '1630-08-01'],
    ['01.08.1630', '1630-08-01'],
    ['17051985', '1985-05-17'],
    ['17.05.1785', '1785-05-17'],
    ['1600-02-29', '1600-02-29'],
    // Without a year, as Apple writes it.
    ['1604-05-05', '--05-05'],
  ])('%s is %s', (cell, day) => {
    expect(dates(draft({ ФИО: 'Ґалаґан Їжак', 'День рождения': cell }))).toEqual([`birthday ${day}`])
  })

  test.each([
    ['1500-02-30', 'impossible-date'],
    ['1856-86-18', 'impossible-date'],
    ['1845-00-01', 'impossible-date'],
    ['0990-01-01', 'impossible-date'],
    ['-0050-01-0', 'bad-date'],
  ])('%s is none', (cell, code) => {
    expect(read({ ФИО: 'Ґалаґан Їжак', 'День рождения': cell })).toMatchObject({ code, value: cell })
  })
})
