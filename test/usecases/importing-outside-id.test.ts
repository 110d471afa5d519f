import { describe, expect, test } from 'vitest'
import { type Place, place, type Summary } from './import-world.js'

/** Seven people of another program; every second cell of them is bad. */
const FILE = [
  'rec_id,first_name,last_name,date_of_birth,email,phone,city,rest',
  '0,Яна,Ёлкина,1990-02-17,yana@example.org,+7 916 000-00-01,Тверь,',
  '1,Їжак,Ґалаґан,19371233,yizhak@example.org,,Львів,',
  "2,Zoë,O'Brien-Ñandú,1985-05-17,em@aosn@ware.com,7.916E+10,Cork,",
  '3,,,1971-06-24,nobody@example.net,,London,',
  '4,,,,,+7 916 000-00-04,,',
  '5,,,1971-06-24,,,Hull,',
  '6,,,,,,,',
].join('\n')
const MAPS = ['rec_id=external_id', 'date_of_birth=dob', 'rest=ignore'].flatMap((wish) => ['--map', wish])

interface Remarked {
  remarks: number
  remarked: { line: number; code: string; column?: string; value?: string; why?: string }[]
}

const taken = async (here: Place, ...more: string[]): Promise<Summary & Remarked> =>
  (await here.take(here.write('people.csv', FILE), ...MAPS, ...more)) as Summary & Remarked

const shown = async ({ run }: Place, who: string): Promise<Record<string, unknown>> =>
  JSON.parse((await run('show', who, '--json')).stdout) as Record<string, unknown>

describe('rows that another program knows by an id', () => {
  test('all arrive but the one that says nothing, and what was set aside is said', async () => {
    const here = place()
    const summary = await taken(here)
    expect(summary).toMatchObject({ rows: 7, created: 6, rejected: 1, remarks: 5, new_fields: [] })
    expect(summary.remarked).toEqual([
      { line: 3, code: 'kept-as-note', column: 'date_of_birth', value: '19371233', why: 'impossible-date' },
      { line: 4, code: 'kept-as-note', column: 'email', value: 'em@aosn@ware.com', why: 'bad-email' },
      { line: 4, code: 'kept-as-note', column: 'phone', value: '7.916E+10', why: 'lost-digits' },
      { line: 5, code: 'named-by', value: 'nobody@example.net' },
      { line: 6, code: 'named-by', value: '+79160000004' },
      { line: 7, code: 'named-by', value: '#5' },
    ])
    expect(await shown(here, 'ext:1')).toMatchObject({ birthday: null, note: 'date_of_birth: 19371233' })
    expect(await shown(here, 'ext:0')).toMatchObject({ name: 'Ёлкина Яна', birthday: '1990-02-17' })
    expect(await here.names()).toContain('#5')
  })

  test('so their orders find them', async () => {
    const here = place()
    await taken(here)
    const orders = ['client_id,date,sum', ...[0, 1, 2, 3, 4, 5].map((id) => `${id},2026-11-0${id + 1},100`)]
    const file = here.write('orders.csv', orders.join('\n'))
    expect(await here.take(file, '--as', 'orders', '--map', 'client_id=ext')).toMatchObject({ created: 6, rejected: 0 })
  })

  test('again, nothing changes; once they have got a name they are the same', async () => {
    const here = place()
    await taken(here)
    expect(await taken(here)).toMatchObject({ created: 0, unchanged: 6, rejected: 1 })
    await here.run('edit', 'ext:5', '--name', 'Ёлкина Ольга')
    expect((await shown(here, 'ext:5')).name).toBe('Ёлкина Ольга')
    expect(await taken(here)).toMatchObject({ created: 0, unchanged: 6, rejected: 1 })
    const named = here.write('named.csv', 'id,Name\n1,Ґалаґан Їжак\n4,Ґалаґан Олесь\n')
    expect(await here.take(named)).toMatchObject({ created: 0, rejected: 0 })
  })

  test('the same without an id are rejected, each for its first reason', async () => {
    const here = place()
    const maps = MAPS.map((wish) => wish.replace('=external_id', '=ignore'))
    const summary = await here.take(here.write('people.csv', FILE), ...maps)
    expect(summary).toMatchObject({ rows: 7, created: 1, rejected: 6, remarks: 0, remarked: [] })
  })

  test.each([
    ['en', 'line 3: no such date in “date_of_birth”: 19371233 (kept in the note)', 'line 7: no name; called #5'],
    [
      'ru',
      'строка 3: в поле «date_of_birth» дата, которой не бывает: 19371233 (сохранено в заметке)',
      'строка 7: имени нет, вместо него – #5',
    ],
    [
      'uk',
      'рядок 3: у полі «date_of_birth» дата, якої не буває: 19371233 (збережено в нотатці)',
      'рядок 7: імені немає, замість нього – #5',
    ],
  ])('the plan in %s', async (language, ...lines) => {
    const { run, write } = place()
    const file = write('people.csv', FILE.replace('7.916E+10', ''))
    const { stdout, stderr } = await run('import', file, ...MAPS, '--dry-run', '--lang', language)
    for (const line of lines) expect(stdout + stderr).toContain(line)
  })
})

test('an unknown field is refused with the nearest names', async () => {
  const { run, write } = place()
  const { code, stderr } = await run('import', write('a.csv', 'n,Name\n1,Anna\n'), '--map', 'n=surnme')
  expect(code).toBe(2)
  expect(stderr).toContain('The nearest: surname')
})
