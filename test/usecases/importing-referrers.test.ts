import { describe, expect, test } from 'vitest'
import { type Place, place } from './import-world.js'

interface Card {
  referred_by: number | null
  custom: Record<string, string>
  relations: { relation: string; name: string }[]
}

const card = async (here: Place, who: string): Promise<Card> =>
  JSON.parse((await here.run('show', who, '--json')).stdout) as Card
const recommender = async (here: Place, who: string): Promise<string | null> =>
  (await card(here, who)).relations.find(({ relation }) => relation === 'referred_by')?.name ?? null

const FORMATS = ['json', 'ndjson', 'csv', 'tsv', 'xlsx', 'vcf']

/** Мухин was recommended by Жуков; only Мухин is in the file. */
const exported = async (format: string): Promise<{ here: Place; file: string }> => {
  const here = place()
  await here.run('add', 'Мухин Олег', '--phone', '89160000001')
  await here.run('add', "Жуков O'Brien", '--email', 'z@example.com')
  await here.run('edit', '1', '--referred-by', '2')
  const file = here.path(`s.${format}`)
  expect((await here.run('export', 'name:Мухин', '--format', format, '-o', file)).code).toBe(0)
  return { here, file }
}

describe.each(FORMATS)('who recommended a client, by %s', (format) => {
  test('is a name where the client is missing, and never a number of another base', async () => {
    const { file } = await exported(format)
    const there = place()
    // Somebody else has the number here.
    for (const name of ['Ёлкина Анна', 'Ґалаґан Оксана', 'Цой Пак']) await there.run('add', name)
    expect(await there.take(file)).toMatchObject({ created: 1, new_fields: ['referred_by_name'], remarks: 0 })
    const { referred_by, custom } = await card(there, 'Мухин')
    expect([referred_by, custom]).toEqual([null, { referred_by_name: "Жуков O'Brien" }])
    for (const mode of ['fill', 'update'])
      expect(await there.take(file, '--on-match', mode)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  })

  test('is found by the name where the file does not have the client', async () => {
    const { file } = await exported(format)
    const there = place()
    for (const name of ['Ёлкина Анна', 'Цой Пак', "Жуков O'Brien"]) await there.run('add', name)
    expect(await there.take(file)).toMatchObject({ created: 1, new_fields: [] })
    expect(await recommender(there, 'Мухин')).toBe("Жуков O'Brien")
  })

  test('stays as it is in the base the file is of', async () => {
    const { here, file } = await exported(format)
    expect(await here.take(file)).toMatchObject({ created: 0, unchanged: 1, new_fields: [], remarks: 0 })
    await here.run('edit', '1', '--referred-by', '')
    await here.take(file)
    expect((await card(here, '1')).referred_by).toBe(2)
  })

  test('is told of namesakes by the number', async () => {
    const { here, file } = await exported(format)
    if (format === 'vcf') return
    await here.run('add', "Жуков O'Brien", '--city', 'Тверь', '--force')
    await here.run('edit', '1', '--referred-by', '')
    await here.take(file)
    expect((await card(here, '1')).referred_by).toBe(2)
  })
})

test.each(['json', 'csv'])('a number without a name, of an older file, is said to be missing: %s', async (format) => {
  const { here, file } = await exported(format)
  const { readFileSync } = await import('node:fs')
  const text = readFileSync(file, 'utf8')
  const older =
    format === 'json'
      ? JSON.stringify((JSON.parse(text) as Card[]).map((each) => ({ ...each, relations: [] })))
      : text.replace('referred_by_name', 'warmth').replace("Жуков O'Brien", '')
  const there = place()
  const old = there.write(`old.${format}`, older)
  const summary = (await there.take(old)) as unknown as { remarked: unknown[] }
  expect(summary).toMatchObject({ created: 1, new_fields: [], remarks: 1 })
  expect(summary.remarked).toEqual([{ line: expect.any(Number), code: 'no-referrer', value: '2' }])
  expect((await there.run('import', old)).stderr).toContain('number 2 of another base')
  expect((await card(there, 'Мухин')).custom).toEqual({})
  // Nothing is missing where the base knows it.
  expect(await here.take(here.write(`old.${format}`, older))).toMatchObject({ unchanged: 1, remarks: 0 })
})

test('a column of another program keeps what it says', async () => {
  const here = place()
  const file = here.write(
    'crm.csv',
    'Имя;Телефон;Рекомендатель\nЁлкина Анна;89160000001;17\nЦой Пак;89160000002;Ёлкина\n',
  )
  await here.take(file, '--map', 'Рекомендатель=referred_by')
  expect((await card(here, 'Ёлкина')).custom).toEqual({ referred_by_name: '17' })
  expect(await recommender(here, 'Цой')).toBe('Ёлкина Анна')
})
