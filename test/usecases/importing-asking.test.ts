import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CTRL_C, type Ran } from '../world.js'
import { type Place, place } from './import-world.js'

/** On a terminal, with these answers; choices are taken by a part of their name or by their number. */
const asked = (here: Place, answers: readonly string[], ...argv: string[]): Promise<Ran> =>
  here.runWith({ terminal: true, columns: 100, answers }, 'import', ...argv)

const LOG = 'Кто;Связь;Цвет\nРогов Семён;8 916 000-67-01;синий\n'

describe('on a terminal', () => {
  test('yes takes the file in, after its plan was shown', async () => {
    const here = place()
    const { code, stderr, world } = await asked(here, ['1'], here.fixture('diary_columns.csv'))
    expect(code).toBe(0)
    expect(stderr).toMatch(/Plan for diary_columns\.csv[\s\S]*new 3/)
    expect(stderr.match(/Plan for/g)).toHaveLength(1)
    expect(world.unanswered()).toEqual([])
    expect(await here.names()).toHaveLength(3)
  })

  test('no leaves everything as it was', async () => {
    const here = place()
    await here.run('count')
    const before = await here.base()
    const { code } = await asked(here, ['3'], here.fixture('with_rejects.csv'))
    expect(code).toBe(130)
    expect(await here.base()).toEqual(before)
    expect(existsSync(here.path('with_rejects.rejects.csv'))).toBe(false)
  })

  test('so does Ctrl-C, and no profile is kept', async () => {
    const here = place()
    const { code } = await asked(here, [CTRL_C], here.fixture('diary_columns.csv'), '--profile', 'p')
    expect(code).toBe(130)
    expect(await here.names()).toEqual([])
    expect(existsSync(here.path('home/.config/clientele/profiles/p.json'))).toBe(false)
  })

  test('a column is put right, and the new plan is shown', async () => {
    const here = place()
    const { code, stderr } = await asked(
      here,
      ['2', 'Цвет', '(tag)', '1'],
      here.write('a.csv', LOG),
      '--map',
      'Кто=name',
    )
    expect(code).toBe(0)
    expect(stderr.match(/Plan for/g)).toHaveLength(2)
    expect((await here.run('count', 'tag:синий')).stdout).toBe('1\n')
    expect((await here.run('fields')).stdout).not.toContain('цвет')
  })

  test('from the list of columns one can go back', async () => {
    const here = place()
    const { code, world } = await asked(here, ['2', '1', '1'], here.write('a.csv', LOG), '--map', 'Кто=name')
    expect(code).toBe(0)
    expect(world.unanswered()).toEqual([])
    expect((await here.run('fields')).stdout).toContain('цвет')
  })

  test('a column is left out', async () => {
    const here = place()
    await asked(here, ['2', 'Цвет', 'leave', '1'], here.write('a.csv', LOG), '--map', 'Кто=name')
    expect((await here.run('fields')).stdout).not.toContain('цвет')
    expect(await here.names()).toEqual(['Рогов Семён'])
  })

  test('the order of dates is asked for when it is open', async () => {
    for (const [choice, day] of [
      ['1', '1985-04-03'],
      ['2', '1985-03-04'],
    ] as const) {
      const here = place()
      const { code } = await asked(here, ['2', choice, '1'], here.fixture('dates_undecided.csv'))
      expect(code).toBe(0)
      expect((await here.run('show', 'Grey', '--json')).stdout).toContain(day)
    }
  })

  test.each([['--yes'], ['--no-input'], ['--json'], ['--dry-run']])('%s asks nothing', async (flag) => {
    const here = place()
    expect((await asked(here, [], here.fixture('diary_columns.csv'), flag)).code).toBe(0)
    expect(await here.names()).toHaveLength(flag === '--dry-run' ? 0 : 3)
  })

  test('without one only what is certain is taken in', async () => {
    const here = place()
    const { code, stderr } = await here.run('import', here.fixture('dates_undecided.csv'))
    expect(code).toBe(6)
    expect(stderr).toContain('03/04/1985')
    expect(await here.names()).toEqual([])
  })

  test('Ctrl-C while rows are taken in takes all of them back', async () => {
    const here = place()
    const rows = Array.from({ length: 5000 }, (_, index) => `К${index},k${index}@example.com`).join('\n')
    const file = here.write('many.csv', `Name,Email\n${rows}\n`)
    const { code } = await here.runWith(
      { terminal: true, answers: [], interrupted: () => true },
      'import',
      file,
      '--yes',
    )
    expect(code).toBe(130)
    expect((await here.run('count')).stdout).toBe('0\n')
  })
})

describe('in other languages', () => {
  test.each([
    ['ru', /[А-Яа-я]/],
    ['uk', /[іїєґ]/],
  ])('%s', async (lang, letters) => {
    const here = place()
    const file = here.fixture('diary_columns.csv')
    const english = (await here.run('import', file, '--dry-run')).stderr.split('\n')
    const said = (await here.run('import', file, '--dry-run', '--lang', lang)).stderr
    expect(said).toMatch(letters)
    // Nothing is said in English but names of formats and what the file itself says.
    const same = english.filter((line) => line !== '' && said.split('\n').includes(line))
    expect(same).toEqual([])
    expect((await here.run('import', file, '--dry-run', '--lang', lang, '--json')).stdout).toBe(
      (await here.run('import', file, '--dry-run', '--json')).stdout,
    )
  })
})
