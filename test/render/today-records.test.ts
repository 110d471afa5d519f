import { expect, test } from 'vitest'
import { dayAsCells, dayRecord, entryRecord } from '../../src/render/today-records.js'
import { en } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { callFacts, dayOf, entry, fullDay, lead, occasion, TODAY } from './today-entries.js'

const FIELDS = [
  'number',
  'client',
  'reasons',
  'due',
  'time',
  'score',
  'terms',
  'key',
  'also',
  'reach',
  'window',
  'last_contact',
  'usual',
  'ask',
  'minutes',
  'tried_at',
]

test('every entry has every field, known or not', () => {
  for (const each of fullDay()) expect(Object.keys(entryRecord(each))).toEqual(FIELDS)
})

test('a window of which nothing is known is null, as all facts of a greeting are', () => {
  expect(entryRecord(entry([lead()]))).toMatchObject({ window: null, minutes: 15 })
  const window = { is: 'open' as const, until: '18:00', from: null, local_time: null }
  expect(entryRecord(entry([lead()], { facts: callFacts({ window }) }))).toMatchObject({ window })
  expect(entryRecord(entry([occasion()], { section: 'greetings' }))).toMatchObject({ reach: null, minutes: null })
})

test('the day has its sections and, when it was asked for, the plan', () => {
  const call = entry([lead()], { number: 't2' })
  const plan = { calls: [{ entry: call, date: TODAY, time: '10:15', minutes: 25 }], left: [call], minutes: 25 }
  expect(Object.keys(dayRecord(dayOf([call])))).toEqual(['date', 'calls', 'greetings', 'tasks'])
  expect(dayRecord({ ...dayOf([call]), plan })).toMatchObject({
    calls: [{ number: 't2' }],
    greetings: [],
    plan: {
      calls: [{ number: 't2', client_id: call.client_id, date: TODAY, time: '10:15', minutes: 25 }],
      left: [{ number: 't2', client_id: call.client_id }],
      minutes: 25,
    },
  })
})

test('cells have the columns of old first, and only the reason depends on the language', () => {
  const [header = [], ...rows] = dayAsCells(fullDay(), en)
  expect(header.slice(0, 6)).toEqual(['number', 'section', 'due', 'client', 'phone', 'reason'])
  const others = dayAsCells(fullDay(), ru).slice(1)
  const without = (cells: string[]) => cells.filter((_, index) => header[index] !== 'reason')
  expect(rows.map(without)).toEqual(others.map(without))
  for (const row of rows) expect(row).toHaveLength(header.length)
  expect(Object.fromEntries(header.map((key, index) => [key, rows[1]?.[index]]))).toMatchObject({
    number: 't2',
    time: '14:30',
    codes: 'promised',
    window: 'lunch',
    from: '2026-11-22 14:00',
    minutes: '15',
  })
})
