import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../../src/domain/calendar.js'
import { FilterError } from '../../src/domain/filter/tree.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import { isRefusal } from '../../src/errors.js'
import type { Deps } from '../../src/usecases/deps.js'
import { dropHoliday, holidayNamed, keepHoliday, listHolidays } from '../../src/usecases/holidays.js'
import { HOLIDAY_CALLED } from '../../src/words/holidays.js'
import { AT, clientRow, entry, everything, freshFolder, opened } from '../store/base.js'

const clock: Deps['clock'] = {
  now: () => new Date(AT),
  toLocal: (instant: Date) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
  toInstant: ({ date }: { date: string }) => new Date(`${date}T00:00:00Z`),
  inZone: () => null,
}

async function base(): Promise<{ deps: Deps; file: string }> {
  const file = join(freshFolder(), 'clients.db')
  const store = await opened(file, { circumstances: { model: DEFAULT_MODEL, moment: momentOf(clock) } })
  await store.write(entry('fill'), async (writing) => {
    await writing.insert('client', clientRow('Ёлкина Анна Сергеевна', { patronymic: 'Сергеевна' }))
    await writing.insert('client', clientRow('Громов Игорь', { sex: 'male', position: 'бухгалтер' }))
    await writing.insert('client', clientRow('Ґалаґан Олена', { sex: 'female', country: 'UA' }))
  })
  return { deps: { store, clock, country: 'RU', model: DEFAULT_MODEL, command: 'greet' }, file }
}
const wish = (name: string, more: Partial<Parameters<typeof keepHoliday>[1]> = {}) => ({
  name,
  filter: null,
  day: null,
  remind: null,
  ...more,
})
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 0,
    (error: unknown) => (isRefusal(error) ? error.exit : error instanceof FilterError ? 'filter' : error),
  )

describe('a holiday by its name', () => {
  test.each([
    ['new-year', 'new-year'],
    ['New Year', 'new-year'],
    ['новый год', 'new-year'],
    ['НОВИЙ РІК', 'new-year'],
    ['novyi god', 'new-year'],
    ['christmas', 'christmas'],
    ['Різдво', 'christmas'],
    ['8 марта', 'womens-day'],
    ['8 March', 'womens-day'],
    ['8-march', 'womens-day'],
    ['Международный женский день', 'womens-day'],
    ['жіночий день', 'womens-day'],
    ['23 February', 'defenders-day'],
    ['день защитника отечества', 'defenders-day'],
    ['25 december', 'christmas'],
    ['День вчителя', 'teacher-ua'],
    ['День учителя', 'teacher-ru'],
    ['день медика', 4],
    ['Великдень', 'easter-orthodox'],
    ['день незалежності україни', 'independence-day-ua'],
    ['вышиванк', 'vyshyvanka-day'],
    ['шахтёра украины', 'miner-ua'],
    ['miner-ru', 'miner-ru'],
    ['рождество', 4],
    ['день бухгалтера', 4],
    ['new yaer', 3],
    ['xyzzy', 3],
    ['🙂', 3],
    ['', 3],
  ])('%s', async (typed, expected) => {
    const { deps } = await base()
    if (typeof expected === 'string') expect(await holidayNamed(deps, typed, HOLIDAY_CALLED)).toBe(expected)
    else expect(await codeOf(holidayNamed(deps, typed, HOLIDAY_CALLED))).toBe(expected)
  })
})

describe('choosing', () => {
  test('the kept ones come first, with the day and how many clients it is for', async () => {
    const { deps } = await base()
    await keepHoliday(deps, wish('8 марта', { remind: '1w' }), HOLIDAY_CALLED)
    await keepHoliday(deps, wish('день независимости украины'), HOLIDAY_CALLED)
    const listed = await listHolidays(deps)
    expect(
      listed.filter(({ kept }) => kept).map(({ key, on, clients, remind_days }) => [key, on, clients, remind_days]),
    ).toEqual([
      ['new-year', '2027-01-01', 3, null],
      ['womens-day', '2027-03-08', 2, 7],
      ['independence-day-ua', '2027-08-24', 1, null],
    ])
    expect(listed.slice(0, 3).every(({ kept }) => kept)).toBe(true)
  })

  test('a trade needs a filter, which is kept, changed and emptied', async () => {
    const { deps } = await base()
    expect(await codeOf(keepHoliday(deps, wish('accountant-ru'), HOLIDAY_CALLED))).toBe(2)
    const kept = await keepHoliday(deps, wish('accountant-ru', { filter: 'position:бухгалтер' }), HOLIDAY_CALLED)
    expect(kept).toMatchObject({ kept: true, clients: 1, on: '2027-11-21' })
    expect(await keepHoliday(deps, wish('accountant-ru', { remind: '2d' }), HOLIDAY_CALLED)).toMatchObject({
      filter: 'position:бухгалтер',
      remind_days: 2,
    })
    expect(await codeOf(keepHoliday(deps, wish('accountant-ru', { filter: '' }), HOLIDAY_CALLED))).toBe(2)
  })

  test.each([
    ['a filter that is none', wish('new-year', { filter: 'no-such-field:1' }), 'filter'],
    ['a span that is none', wish('new-year', { remind: 'soon' }), 2],
    ['a day that is none', wish('День фирмы', { day: '31.02' }), 2],
    ['no name', wish(' 🙂 ', { day: '12.06' }), 2],
    ['a name that is not known', wish('День фирмы'), 3],
  ])('%s changes nothing', async (_, wanted, code) => {
    const { deps, file } = await base()
    const before = await everything(file)
    expect(await codeOf(keepHoliday(deps, wanted, HOLIDAY_CALLED))).toBe(code)
    expect(await everything(file)).toEqual(before)
  })

  test('one’s own is kept under its name, moved, and removed; undo brings it back', async () => {
    const { deps, file } = await base()
    const own = await keepHoliday(deps, wish('День нашей фирмы', { day: '12.06', filter: 'igor' }), HOLIDAY_CALLED)
    expect(own).toMatchObject({ name: 'День нашей фирмы', on: '2027-06-12', clients: 1, kept: true })
    await keepHoliday(deps, wish('день нашей фирмы', { day: '29.02' }), HOLIDAY_CALLED)
    expect((await listHolidays(deps)).filter(({ name }) => name !== null)).toMatchObject([
      { on: '2027-02-28', filter: 'igor' },
    ])
    const before = await everything(file)
    await dropHoliday(deps, 'день нашей фирмы', HOLIDAY_CALLED)
    expect((await listHolidays(deps)).some(({ name }) => name !== null)).toBe(false)
    await deps.store.undo(null, entry('undo'))
    expect((await everything(file)).holiday).toEqual(before.holiday)
  })

  test('the New Year can be dropped and kept again', async () => {
    const { deps } = await base()
    expect(await dropHoliday(deps, 'Новый год', HOLIDAY_CALLED)).toMatchObject({ key: 'new-year', kept: false })
    expect((await listHolidays(deps)).some(({ kept }) => kept)).toBe(false)
    await keepHoliday(deps, wish('new-year'), HOLIDAY_CALLED)
    expect((await listHolidays(deps)).filter(({ kept }) => kept)).toHaveLength(1)
  })
})
