import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Place, place } from './import-world.js'

const CSV = 'Кто;Связь;Цвет\nРогов Семён;8 916 000-66-01;синий\n'
const LATER = 'Кто;Связь;Цвет;Чай\nЦой Виктория;8 916 000-66-02;белый;улун\n'

const profileIn = ({ folder }: Place, name: string): string =>
  join(folder, 'home', '.config', 'clientele', 'profiles', `${name}.json`)

const fields = async (here: Place, ...argv: string[]): Promise<(string | null)[]> =>
  (await here.take(...argv)).plan.tables[0]?.columns.map(({ field }) => field) ?? []

describe('--profile', () => {
  test('keeps what was settled, and the next file with the same header needs nothing more', async () => {
    const here = place()
    const file = here.write('a.csv', CSV)
    expect(
      await fields(
        here,
        file,
        '--map',
        'Кто=name',
        '--map',
        'Связь=phone_work',
        '--map',
        'Цвет=note',
        '--profile',
        'мастер',
      ),
    ).toEqual(['name', 'phone_work', 'note'])
    expect(JSON.parse(readFileSync(profileIn(here, 'мастер'), 'utf8'))).toEqual({
      columns: { Кто: 'name', Связь: 'phone_work', Цвет: 'note' },
    })
    expect(statSync(profileIn(here, 'мастер')).mode & 0o777).toBe(0o600)
    expect(await fields(here, here.write('b.csv', LATER), '--profile', 'мастер')).toEqual([
      'name',
      'phone_work',
      'note',
      'чай',
    ])
    expect(await here.names()).toEqual(['Рогов Семён', 'Цой Виктория'])
  })

  test('--map comes before it, and is kept in it', async () => {
    const here = place()
    const file = here.write('a.csv', CSV)
    await here.take(file, '--map', 'Кто=name', '--profile', 'p')
    expect(await fields(here, file, '--map', 'Цвет=tag', '--profile', 'p')).toEqual(['name', 'phone', 'tag'])
    expect(await fields(here, file, '--profile', 'p')).toEqual(['name', 'phone', 'tag'])
  })

  test('what is left out stays left out', async () => {
    const here = place()
    const file = here.write('a.csv', CSV)
    await here.take(file, '--map', 'Кто=name', '--map', 'Цвет=', '--profile', 'p')
    expect(await fields(here, file, '--profile', 'p')).toEqual(['name', 'phone', 'ignore'])
    expect((await here.run('fields')).stdout).not.toContain('цвет')
  })

  test('keeps the order of dates, the delimiter and the encoding', async () => {
    const here = place()
    const file = here.fixture('dates_undecided.csv')
    await here.take(file, '--date-order', 'mdy', '--delimiter', ';', '--encoding', 'utf-8', '--profile', 'p')
    expect(JSON.parse(readFileSync(profileIn(here, 'p'), 'utf8'))).toMatchObject({
      date_order: 'mdy',
      delimiter: ';',
      encoding: 'utf-8',
    })
    expect(await here.take(file, '--profile', 'p')).toMatchObject({ rejected: 0, unchanged: 2 })
    expect((await here.run('show', 'Grey', '--json')).stdout).toContain('1985-03-04')
  })

  test('does not change what comes of the file', async () => {
    const here = place()
    const file = here.fixture('diary_columns.csv')
    const first = await here.take(file, '--profile', 'p')
    expect(first).toMatchObject({ created: 3, rejected: 0, remarks: 1 })
    for (const way of ['fill', 'update'])
      expect(await here.take(file, '--profile', 'p', '--on-match', way)).toMatchObject({
        unchanged: 3,
        rejected: 0,
        remarks: 1,
      })
  })

  test('a dry run keeps nothing', async () => {
    const here = place()
    await here.take(here.write('a.csv', CSV), '--map', 'Кто=name', '--profile', 'p', '--dry-run')
    expect(existsSync(profileIn(here, 'p'))).toBe(false)
  })

  test.each(['{', '[]', 'null', '{"columns":null}', '{"columns":{"a":1}}', '"x"', '{}'])(
    'a broken one is named: %s',
    async (content) => {
      const here = place()
      mkdirSync(dirname(profileIn(here, 'p')), { recursive: true })
      writeFileSync(profileIn(here, 'p'), content)
      const { code, stderr } = await here.run('import', here.write('a.csv', CSV), '--profile', 'p')
      expect([code, stderr.includes('p.json'), /\n\s+at /.test(stderr)]).toEqual([1, true, false])
      expect(readFileSync(profileIn(here, 'p'), 'utf8')).toBe(content)
    },
  )

  test.each(['../up', '/etc/passwd', '.hidden', '', 'a/b', '-x', 'a'.repeat(80), '💐'])(
    'cannot be called %j',
    async (name) => {
      const here = place()
      const { code } = await here.run('import', here.write('a.csv', CSV), `--profile=${name}`)
      expect(code).toBe(2)
      expect((await here.run('count')).stdout).toBe('0\n')
    },
  )

  test('a column that is called as what every object has', async () => {
    const here = place()
    const file = here.write('a.csv', 'Name,constructor,__proto__\nAnna Vane,x,y\n')
    expect(await fields(here, file, '--profile', 'p')).toEqual(['name', 'constructor_given', 'proto'])
    expect(await fields(here, file, '--profile', 'p')).toEqual(['name', 'constructor_given', 'proto'])
    expect(await here.take(file, '--profile', 'p')).toMatchObject({ unchanged: 1, new_fields: [] })
  })
})
