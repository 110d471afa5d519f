import { describe, expect, test } from 'vitest'
import { place } from './import-world.js'

describe('fields of one’s own keep their type', () => {
  test.each(['csv', 'tsv', 'xlsx'])('%s', async (format) => {
    const here = place()
    await here.run('fields', 'add', 'size', '--type', 'number')
    await here.run('fields', 'add', 'colour', '--type', 'choice', '--choices', 'red,blue')
    await here.run('add', 'Ёлкина Анна', '--phone', '+7 916 000-69-01', '--set', 'size=5', '--set', 'colour=red')
    const file = here.path(`all.${format}`)
    expect((await here.run('export', '--format', format, '-o', file)).code).toBe(0)
    const there = place()
    expect(await there.take(file)).toMatchObject({
      created: 1,
      rejected: 0,
      new_fields: expect.arrayContaining(['size']),
    })
    const fieldsOf = async ({ run }: typeof here): Promise<string[]> =>
      (await run('fields')).stdout.split('\n').filter((line) => /^(size|colour) /.test(line))
    expect(await fieldsOf(there)).toEqual(await fieldsOf(here))
    expect(await there.take(file, '--on-match', 'update')).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  })
})

test('a table of four hundred columns', async () => {
  const here = place()
  const names = Array.from({ length: 399 }, (_, index) => `признак ${index}`)
  const cells = names.map((_, index) => `слово ${index}`)
  const file = here.write('wide.csv', `Имя;${names.join(';')}\nЁлкина Анна;${cells.join(';')}\n`)
  const first = await here.take(file)
  expect([first.created, first.new_fields.length]).toEqual([1, 399])
  expect(await here.take(file)).toMatchObject({ created: 0, unchanged: 1, new_fields: [] })
})

test('a cell of a megabyte', async () => {
  const here = place()
  const file = here.write('long.csv', `Name,Note\nAnna,"${'слово '.repeat(100_000)}"\n`)
  expect(await here.take(file)).toMatchObject({ created: 1, rejected: 0 })
  expect(await here.take(file)).toMatchObject({ unchanged: 1 })
})
