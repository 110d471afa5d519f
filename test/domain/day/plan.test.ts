import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHours } from '../../../src/domain/day/hours.js'
import { planOf, readBudget, type Wanted } from '../../../src/domain/day/plan.js'
import { type Availability, availabilityAt, callWeek } from '../../../src/domain/day/window.js'
import { isRefusal } from '../../../src/errors.js'
import { zone } from './zones.js'

const KYIV = zone('Europe/Kyiv')
const MONDAY = '2026-11-23'
const at = (time: string): Date => KYIV.toInstant({ date: MONDAY, time })

/** `A 10 9-18`: key, minutes, hours (`any` for unknown ones); `!15:00` for a time that was promised. */
function wanted(line: string): { call: Wanted; hours: string } {
  const [key = '', minutes = '', hours = '', promised] = line.split(' ')
  return {
    call: { key, minutes: Number(minutes), notBefore: promised === undefined ? null : at(promised.slice(1)) },
    hours,
  }
}

function availableIn(lines: readonly { call: Wanted; hours: string }[]) {
  const weeks = new Map(
    lines.map(({ call, hours }) => [call.key, callWeek(hours === 'any' ? null : readHours(hours), null)]),
  )
  return (key: string, instant: Date): Availability => availabilityAt(weeks.get(key) ?? null, instant, KYIV)
}

function plan(lines: readonly string[], start: string, budget: number | null): string {
  const read = lines.map(wanted)
  const { planned, left } = planOf(
    read.map(({ call }) => call),
    { start: at(start), budget, zone: KYIV, availableAt: availableIn(read) },
  )
  const calls = planned.map((each) => `${KYIV.toLocal(each.at).time} ${each.key}`)
  return `${calls.join(', ')}${left.length === 0 ? '' : ` | ${left.join(' ')}`}`
}

describe('in which order to call', () => {
  test.each<[string, string[], string, number | null, string]>([
    ['nobody', [], '09:00', 90, ''],
    ['by rank', ['A 10 any', 'B 20 9-18', 'C 5 any'], '09:00', 90, '09:00 A, 09:10 B, 09:30 C'],
    ['the first who can be called', ['A 10 14-18', 'B 20 9-18'], '09:30', 90, '09:30 B, 14:00 A'],
    ['waiting costs nothing', ['A 60 14-18', 'B 30 9-18'], '09:30', 90, '09:30 B, 14:00 A'],
    ['the budget is used up', ['A 60 any', 'B 40 any', 'C 30 any'], '09:30', 90, '09:30 A, 10:30 C | B'],
    ['no budget at all', ['A 60 any', 'B 400 any'], '09:30', null, '09:30 A, 10:30 B'],
    ['the day is over', ['A 60 any', 'B 10 any'], '23:45', null, '23:45 B | A'],
    ['closed for today', ['A 10 9-12', 'B 10 вт'], '13:00', 90, ' | A B'],
    ['a window too short for what is left of it', ['A 20 9-10', 'B 10 any'], '09:45', 90, '09:45 B | A'],
    ['after lunch', ['A 20 9-13,14-18', 'B 5 any'], '12:50', 90, '12:50 B, 14:00 A'],
    [
      'a higher one as soon as it opens',
      ['A 10 10-18', 'B 45 any', 'C 45 any', 'D 45 any'],
      '09:00',
      180,
      '09:00 B, 09:45 C, 10:30 A, 10:40 D',
    ],
    ['a promised time', ['A 10 any !15:00', 'B 10 any'], '09:00', 90, '09:00 B, 15:00 A'],
    ['a promised time that has gone by', ['A 10 any !08:00', 'B 10 any'], '09:00', 90, '09:00 A, 09:10 B'],
    ['a promised time before the hours', ['A 10 16-18 !15:00'], '09:00', 90, '16:00 A'],
    [
      'room for a promised time is not given to lower ranked ones',
      ['A 30 any !14:30', 'B 30 any', 'C 30 any'],
      '10:00',
      60,
      '10:00 B, 14:30 A | C',
    ],
    ['nor taken from higher ranked ones', ['A 60 any', 'B 10 any !14:30'], '10:00', 60, '10:00 A | B'],
    [
      'nothing runs into a promised time',
      ['A 10 any !14:30', 'B 30 any', 'C 15 any'],
      '14:10',
      90,
      '14:10 C, 14:30 A, 14:40 B',
    ],
    ['not even a higher one that can wait', ['A 30 any', 'B 10 any !14:30'], '14:10', 90, '14:30 B, 14:40 A'],
    ['but one that cannot wait', ['A 30 9-15', 'B 10 any !14:30'], '14:10', 90, '14:10 A, 14:40 B'],
    [
      'two promised for one time',
      ['A 20 any !14:30', 'B 10 any !14:30', 'C 10 any'],
      '14:25',
      90,
      '14:30 A, 14:50 B, 15:00 C',
    ],
    ['no room is kept for whom nobody can reach then', ['A 30 9-12 !14:30', 'B 60 any'], '10:00', 60, '10:00 B | A'],
    ['nor for what is longer than the budget', ['A 90 any !14:30', 'B 60 any'], '10:00', 60, '10:00 B | A'],
    ['to the very end of the hours', ['A 30 9-10'], '09:30', 30, '09:30 A'],
    ['a call that is longer than its window ever is', ['A 90 9-10'], '08:00', null, ' | A'],
    ['seconds of the start', ['A 10 9-18'], '09:00', 0, ' | A'],
  ])('%s', (_, lines, start, budget, expected) => {
    expect(plan(lines, start, budget)).toBe(expected)
  })

  test('never outside a window or the day, over the budget, before its time, or twice; nobody is forgotten', () => {
    const hours = fc.constantFrom('any', '9-18', '9-13,14-18', 'вт', '22:00-02:00', '10:00-10:20', '0-24')
    const call = fc.tuple(fc.integer({ min: 1, max: 90 }), hours, fc.option(fc.constantFrom('09:00', '13:30', '17:00')))
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 8 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.option(fc.integer({ min: 1, max: 240 })),
        (calls, startMinute, budget) => {
          const read = calls.map(([minutes, when, promised], index) =>
            wanted(`${index} ${minutes} ${when}${promised === null ? '' : ` !${promised}`}`),
          )
          const availableAt = availableIn(read)
          const start = new Date(at('00:00').getTime() + startMinute * 60_000)
          const list = read.map((each) => each.call)
          const { planned, left } = planOf(list, { start, budget, zone: KYIV, availableAt })
          let free = start
          for (const each of planned) {
            const end = new Date(each.at.getTime() + each.minutes * 60_000)
            expect(each.at >= free).toBe(true)
            expect(KYIV.toLocal(each.at).date).toBe(MONDAY)
            const notBefore = list.find(({ key }) => key === each.key)?.notBefore ?? null
            expect(notBefore === null || each.at >= notBefore).toBe(true)
            for (const moment of [each.at, new Date(end.getTime() - 60_000)])
              expect(['open', 'unknown']).toContain(availableAt(each.key, moment).is)
            free = end
          }
          const used = planned.reduce((sum, { minutes }) => sum + minutes, 0)
          expect(used <= (budget ?? Number.POSITIVE_INFINITY)).toBe(true)
          expect([...planned.map(({ key }) => key), ...left].sort()).toEqual(list.map(({ key }) => key).sort())
          // Whoever is left could not have been called first of all in what remains, at the moment the last call ended.
          for (const key of left) {
            const { minutes, notBefore } = list.find((each) => each.key === key) as Wanted
            const over = used + minutes > (budget ?? Number.POSITIVE_INFINITY)
            const end = new Date(free.getTime() + minutes * 60_000)
            const { is, changes } = availableAt(key, free)
            const callable = is === 'unknown' || (is === 'open' && (changes === null || end <= changes))
            const inDay = end <= KYIV.toInstant({ date: '2026-11-24', time: '00:00' })
            expect(over || !callable || !inDay || (notBefore !== null && notBefore > free)).toBe(true)
          }
        },
      ),
      { numRuns: 200, seed: 20261122 },
    )
  }, 60_000)
})

describe('a budget', () => {
  test.each([
    ['90m', 90],
    ['90', 90],
    ['90 min', 90],
    ['1h', 60],
    ['1h30', 90],
    ['1h30m', 90],
    ['1h 30m', 90],
    ['1:30', 90],
    ['0:45', 45],
    ['1.5h', 90],
    ['1,5h', 90],
    ['0.5h', 30],
    ['2 hours', 120],
    ['90м', 90],
    ['1ч30', 90],
    ['1ч 30мин', 90],
    ['2 часа', 120],
    ['1год 30хв', 90],
    ['2 години', 120],
    ['45хв', 45],
    ['24h', 1440],
  ])('%s is %i minutes', (text, minutes) => {
    expect(readBudget(text)).toBe(minutes)
  })

  test.each(['', '0', '0m', '-30', 'soon', 'час', '1:75', '25h', '1441', '1h90x', '1.5h30', '90%', '1e2', '9999m'])(
    '%j is refused as typed wrongly',
    (text) => {
      try {
        readBudget(text)
        expect.unreachable()
      } catch (error) {
        expect(isRefusal(error) && error.exit).toBe(2)
      }
    },
  )
})
